//! Pictures, in few colours: small enough for a repository, and near enough to compare with.

use super::{blesses, found, kept, write};
use std::collections::HashMap;

/// Channels (0 to 255) that differ by no more are the same: the rounding of colours, and another version's smoothing of
/// letters.
const NEAR: u8 = 64;
/// As many as a picture keeps.
const COLOURS: usize = 32;
/// Of so many pixels one may differ by more.
const ONE_IN: usize = 2000;

struct Picture {
    width: u32,
    height: u32,
    /// Three bytes a pixel.
    pixels: Vec<u8>,
}

/// Whether a picture (PNG) looks as it did; what is wrong otherwise.
pub fn picture(name: &str, now: &[u8]) -> Result<(), String> {
    let file = kept(name);
    let now = Picture::read(now);
    if blesses() {
        write(&file, &now.small());
        return Ok(());
    }
    let before = std::fs::read(&file).ok().map(|bytes| Picture::read(&bytes));
    let reason = match before {
        None => "nobody has looked at it yet".to_owned(),
        Some(before) if (before.width, before.height) != (now.width, now.height) => format!(
            "expected {} x {} pixels, found {} x {}",
            before.width, before.height, now.width, now.height
        ),
        Some(before) => {
            let differing = before.differing(&now);
            let allowed = now.pixels.len() / 3 / ONE_IN;
            if differing <= allowed {
                return Ok(());
            }
            format!("{differing} pixels differ, at most {allowed}")
        }
    };
    write(&found(name), &now.small());
    Err(format!("{}: {reason}; what is seen now is in {}", file.display(), found(name).display()))
}

impl Picture {
    fn read(bytes: &[u8]) -> Picture {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a picture is PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a picture fits in memory")];
        let info = reader.next_frame(&mut pixels).expect("a picture is whole");
        let channels = info.color_type.samples();
        assert!(channels >= 3, "a picture has colours");
        let pixels = pixels.chunks(channels).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Picture { width: info.width, height: info.height, pixels }
    }

    fn differing(&self, other: &Picture) -> usize {
        let far = |(one, other): (&[u8], &[u8])| one.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > NEAR);
        self.pixels.chunks(3).zip(other.pixels.chunks(3)).filter(|pair| far(*pair)).count()
    }

    /// As PNG with a palette.
    fn small(&self) -> Vec<u8> {
        let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
        for pixel in self.pixels.chunks(3) {
            *counts.entry([pixel[0], pixel[1], pixel[2]]).or_default() += 1;
        }
        let palette = palette(counts);
        let mut known: HashMap<[u8; 3], u8> = HashMap::new();
        let nearest = |pixel: [u8; 3]| {
            let nearest = palette.iter().enumerate().min_by_key(|(_, colour)| distance(**colour, pixel));
            nearest.map_or(0, |(index, _)| index as u8)
        };
        let indices: Vec<u8> = self
            .pixels
            .chunks(3)
            .map(|pixel| {
                let pixel = [pixel[0], pixel[1], pixel[2]];
                *known.entry(pixel).or_insert_with(|| nearest(pixel))
            })
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("a picture in memory");
        writer.write_image_data(&indices).expect("a picture in memory");
        writer.finish().expect("a picture in memory");
        bytes
    }
}

/// The most frequent colours, none near another: the smoothing of letters leaves room for what is small and orange.
fn palette(counts: HashMap<[u8; 3], usize>) -> Vec<[u8; 3]> {
    let mut colours: Vec<_> = counts.into_iter().collect();
    colours.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut palette: Vec<[u8; 3]> = Vec::new();
    for (colour, _) in colours {
        if palette.len() < COLOURS && palette.iter().all(|&known| distance(known, colour) > 600) {
            palette.push(colour);
        }
    }
    palette
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.into_iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
