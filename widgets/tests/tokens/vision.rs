//! How eyes see a colour, and how far two colours are apart.

use palette::color_difference::{Ciede2000 as _, Wcag21RelativeContrast as _};
use palette::{IntoColor as _, Lab, LinSrgb, Srgb};

/// An eye, or a printer without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vision {
    Ordinary,
    Protanopia,
    Deuteranopia,
    Tritanopia,
    Grey,
}

pub const ALL: [Vision; 5] =
    [Vision::Ordinary, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia, Vision::Grey];

impl Vision {
    /// What becomes of linear sRGB. The three kinds of colour blindness at severity 1 from Machado, Oliveira and
    /// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15(6), 2009),
    /// table 1; grey by the relative luminance of WCAG 2.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Vision::Ordinary => [[1., 0., 0.], [0., 1., 0.], [0., 0., 1.]],
            Vision::Protanopia => [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ],
            Vision::Deuteranopia => [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ],
            Vision::Tritanopia => [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ],
            Vision::Grey => [[0.2126, 0.7152, 0.0722]; 3],
        }
    }

    fn sees(self, colour: &str) -> Lab {
        let [red, green, blue] = linear(colour);
        let seen =
            self.matrix().map(|row| (row[0] * red + row[1] * green + row[2] * blue).clamp(0., 1.) as f32);
        LinSrgb::new(seen[0], seen[1], seen[2]).into_color()
    }

    /// CIEDE2000 (CIE 142-2001): about 1 is the least that an eye can tell side by side.
    pub fn difference(self, one: &str, other: &str) -> f32 {
        self.sees(one).difference(self.sees(other))
    }
}

/// The least difference over all kinds of vision, with the one that sees it.
pub fn least_difference(one: &str, other: &str) -> (f32, Vision) {
    let differences = ALL.map(|vision| (vision.difference(one, other), vision));
    differences.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).expect("there are five")
}

/// Contrast by WCAG 2, from 1 to 21.
pub fn contrast(one: &str, other: &str) -> f32 {
    srgb(one).relative_contrast(srgb(other))
}

fn srgb(colour: &str) -> Srgb<f32> {
    let colour: Srgb<u8> = colour.parse().unwrap_or_else(|_| panic!("{colour} is no #rrggbb"));
    colour.into_format()
}

fn linear(colour: &str) -> [f64; 3] {
    let linear: LinSrgb<f32> = srgb(colour).into_linear();
    [f64::from(linear.red), f64::from(linear.green), f64::from(linear.blue)]
}
