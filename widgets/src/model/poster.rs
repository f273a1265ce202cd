//! The map as SVG that stands alone, for where no sheet and no script is: a ground that is the same for every state,
//! and who takes part, over it.

use super::path::{self, Frame};
use super::picture::Class;
use super::surface::escape;
use super::{Landkaart, Picture};
use geodata::topology::Topology;

const CHOSEN: &str = "#e4572e";

/// Paths of the map, in grid cells.
pub struct Poster {
    frame: Frame,
    /// A path for every place, in the order of the landkaart.
    places: Vec<String>,
    /// West, north, east and south of every place.
    extents: Vec<[i32; 4]>,
    water: String,
    provinces: String,
}

impl Poster {
    pub fn new(landkaart: &Landkaart, topology: &Topology) -> Poster {
        let frame = Frame::around(topology, 12);
        let shape = |place: usize| path::polygons(topology, frame, &topology.gemeenten[place].polygons);
        Poster {
            frame,
            places: (0..landkaart.places.len()).map(shape).collect(),
            extents: (0..landkaart.places.len()).map(|place| extent(topology, frame, place)).collect(),
            water: path::polygons(topology, frame, &topology.water),
            provinces: path::lines(topology, frame, &topology.provinciegrenzen),
        }
    }

    /// How high it is at a width, in the same unit.
    pub fn height(&self, width: u32) -> u32 {
        (f64::from(width) * f64::from(self.frame.height) / f64::from(self.frame.width)).round() as u32
    }

    /// How wide it is at a height, in the same unit.
    pub fn width(&self, height: u32) -> u32 {
        (f64::from(height) * f64::from(self.frame.width) / f64::from(self.frame.height)).round() as u32
    }

    /// Every gemeente as land, its borders in the colour of the paper: a whole document.
    pub fn ground(&self) -> String {
        let Frame { width, height, .. } = self.frame;
        self.svg(&format!("<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>{}", self.land()))
    }

    /// Participants, water over the coast, provinces, and the chosen one with its name: a whole document.
    pub fn taking_part(&self, landkaart: &Landkaart, picture: &Picture) -> String {
        let mut svg = self.coloured(picture);
        if let Some(place) = picture.chosen {
            svg += &self.chosen(place);
            svg += &self.name(&landkaart.places[place].naam, self.extents[place]);
        }
        self.svg(&svg)
    }

    /// The part of a document that every state stands on: land, with its borders in the colour of the paper.
    pub fn land(&self) -> String {
        let land: String = self.places.iter().map(|shape| ["<path d=\"", shape, "\"/>"].concat()).collect();
        format!("<g fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\">{land}</g>")
    }

    /// The part that differs by state: places in the colour of their class, water over the coast, provinces.
    pub fn coloured(&self, picture: &Picture) -> String {
        let mut svg = String::from("<g stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\">");
        for (place, class) in picture.classes.iter().enumerate() {
            if let Some(fill) = fill(*class) {
                svg += &format!("<path fill=\"{fill}\" d=\"{}\"/>", self.places[place]);
            }
        }
        svg += &format!(
            "</g><path fill=\"#dbe9ef\" d=\"{}\"/><path fill=\"none\" stroke=\"#fff\" stroke-width=\"7\" stroke-linejoin=\"round\" d=\"{}\"/>",
            self.water, self.provinces
        );
        svg
    }

    /// The chosen place, in the one colour that nothing else has.
    pub fn chosen(&self, place: usize) -> String {
        format!(
            "<path fill=\"{CHOSEN}\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" d=\"{}\"/>",
            self.places[place]
        )
    }

    /// A ring round a place, which may be too small to be seen from afar.
    pub fn ring(&self, place: usize) -> String {
        let [west, north, east, south] = self.extents[place];
        let radius = (east - west).max(south - north) / 2 + self.frame.width / 40;
        format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\" fill=\"none\" stroke=\"{CHOSEN}\" stroke-width=\"{}\"/>",
            (west + east) / 2,
            (north + south) / 2,
            self.frame.width / 160,
        )
    }

    /// Such parts as a part of a larger drawing, at a place and a height in its unit.
    pub fn placed(&self, content: &str, [x, y]: [u32; 2], height: u32) -> String {
        let Frame { width: across, height: down, .. } = self.frame;
        format!(
            "<svg x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{height}\" viewBox=\"0 0 {across} {down}\">{content}</svg>",
            self.width(height)
        )
    }

    /// The name beside the chosen place, on the side with more room.
    fn name(&self, naam: &str, [west, north, east, south]: [i32; 4]) -> String {
        let size = self.frame.width / 24;
        let left = west + east > self.frame.width;
        let (x, anchor) = if left { (west - size / 3, "end") } else { (east + size / 3, "start") };
        format!(
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\" font-family=\"DejaVu Sans\" font-weight=\"bold\" font-size=\"{size}\" fill=\"#14212b\" \
             stroke=\"#fff\" stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\">{}</text>",
            (north + south) / 2 + size / 3,
            size / 4,
            escape(naam),
        )
    }

    fn svg(&self, content: &str) -> String {
        let Frame { width, height, .. } = self.frame;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">{content}</svg>"
        )
    }
}

/// The colour of a class, that of the sheet; none where it stays land.
pub fn fill(class: Class) -> Option<&'static str> {
    match class {
        Class::On => Some("#0f5c6e"),
        Class::Dim => Some("#b5cfd3"),
        Class::Kleur(colour) => {
            Some(["#bde5e9", "#67b7c3", "#2a8d9f", "#00697c", "#043f4e"][usize::from(colour.min(4))])
        }
        Class::Land | Class::Leeg => None,
    }
}

/// West, north, east and south of a place, on the page.
fn extent(topology: &Topology, frame: Frame, place: usize) -> [i32; 4] {
    let arcs = topology.gemeenten[place].polygons.iter().flatten().flatten();
    let positions = arcs.flat_map(|&index| &topology.arcs[if index < 0 { !index } else { index } as usize]);
    positions
        .map(|&position| frame.place(position))
        .fold([i32::MAX, i32::MAX, i32::MIN, i32::MIN], |[west, north, east, south], [x, y]| {
            [west.min(x), north.min(y), east.max(x), south.max(y)]
        })
}
