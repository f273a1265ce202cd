//! SVG to PNG, for places that show no SVG: mail and link previews.
//!
//! Painted by [resvg](https://docs.rs/resvg) with the DejaVu Sans that the crate `dejavu` carries, so that the same
//! release gives the same bytes on every machine. Written with a palette: a map has few colours, and the shades
//! between them at the edges are told apart by nobody.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A drawing that makes no picture: markup of ours that is not SVG, or a size no memory holds.
#[derive(Debug, thiserror::Error)]
#[error("the picture cannot be painted: {0}")]
pub struct Unpaintable(String);

/// Paints; remembers the last ground, which a batch of pictures shares.
pub struct Painter {
    options: Options<'static>,
    palette: Palette,
    ground: Mutex<Option<Ground>>,
}

struct Ground {
    svg: String,
    painted: Arc<Pixmap>,
}

/// How many colours a picture keeps at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Palette {
    /// 16: two pixels fit in a byte. For a map.
    Small,
    /// 64: for letters too, whose edges have many shades.
    Large,
}

impl Palette {
    fn colours(self) -> usize {
        match self {
            Palette::Small => 16,
            Palette::Large => 64,
        }
    }
}

impl Painter {
    pub fn new(palette: Palette) -> Painter {
        let mut fonts = Database::new();
        for font in [
            dejavu::sans::regular(),
            dejavu::sans::bold(),
            dejavu::sans_condensed::regular(),
            dejavu::sans_condensed::bold(),
        ] {
            fonts.load_font_data(font.to_vec());
        }
        let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
        Painter { options, palette, ground: Mutex::default() }
    }

    /// How wide the ink of `content` is, the content of a whole SVG document; 0 where there is none.
    ///
    /// # Errors
    /// When it is no SVG.
    pub fn width(&self, content: &str) -> Result<f32, Unpaintable> {
        let svg =
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">{content}</svg>");
        Ok(self.tree(&svg)?.root().abs_bounding_box().width())
    }

    /// `over` painted over `ground`, both whole SVG documents, stretched to so many pixels.
    ///
    /// # Errors
    /// When one of them is no SVG.
    pub fn png(&self, size: [u32; 2], ground: &str, over: &str) -> Result<Vec<u8>, Unpaintable> {
        let mut painted = Pixmap::clone(&*self.ground(size, ground)?);
        self.paint(over, &mut painted)?;
        encode(&painted, self.palette)
    }

    fn ground(&self, [width, height]: [u32; 2], svg: &str) -> Result<Arc<Pixmap>, Unpaintable> {
        let mut known = self.ground.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ground) = known.as_ref().filter(|ground| {
            ground.svg == svg && (ground.painted.width(), ground.painted.height()) == (width, height)
        }) {
            return Ok(Arc::clone(&ground.painted));
        }
        let mut painted = Pixmap::new(width, height)
            .ok_or_else(|| Unpaintable(format!("expected a size, found {width} x {height}")))?;
        self.paint(svg, &mut painted)?;
        let painted = Arc::new(painted);
        *known = Some(Ground { svg: svg.to_owned(), painted: Arc::clone(&painted) });
        Ok(painted)
    }

    fn paint(&self, svg: &str, onto: &mut Pixmap) -> Result<(), Unpaintable> {
        let tree = self.tree(svg)?;
        let across = onto.width() as f32 / tree.size().width();
        let down = onto.height() as f32 / tree.size().height();
        resvg::render(&tree, Transform::from_scale(across, down), &mut onto.as_mut());
        Ok(())
    }

    fn tree(&self, svg: &str) -> Result<Tree, Unpaintable> {
        Tree::from_str(svg, &self.options).map_err(|error| Unpaintable(error.to_string()))
    }
}

fn encode(painted: &Pixmap, size: Palette) -> Result<Vec<u8>, Unpaintable> {
    let (palette, indices) = palette(painted, size.colours());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, painted.width(), painted.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(match size {
        Palette::Small => png::BitDepth::Four,
        Palette::Large => png::BitDepth::Eight,
    });
    encoder.set_palette(palette.into_iter().flatten().collect::<Vec<u8>>());
    encoder.set_compression(match size {
        // Sent to every reader of a letter.
        Palette::Small => png::Compression::High,
        // Seen by few, and painted while somebody waits for the site: a fifth larger in a quarter of the time.
        Palette::Large => png::Compression::Balanced,
    });
    encoder.set_filter(png::Filter::NoFilter);
    let failed = |error: png::EncodingError| Unpaintable(error.to_string());
    let mut writer = encoder.write_header().map_err(failed)?;
    let packed = match size {
        Palette::Small => {
            let rows = indices.chunks(painted.width() as usize);
            rows.flat_map(|row| row.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0))).collect()
        }
        Palette::Large => indices,
    };
    writer.write_image_data(&packed).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// The colours that lose least, and for every pixel the nearest of them.
fn palette(painted: &Pixmap, size: usize) -> (Vec<[u8; 3]>, Vec<u8>) {
    let colour = |pixel: &resvg::tiny_skia::PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()];
    let mut counts: FxHashMap<[u8; 3], u32> = FxHashMap::default();
    for run in painted.pixels().chunk_by(|a, b| a == b) {
        *counts.entry(colour(&run[0])).or_default() += run.len() as u32;
    }
    let mut colours: Vec<([u8; 3], u32)> = counts.into_iter().collect();
    // One order, whatever that of the map was.
    colours.sort_unstable();
    // Each next one is where most is lost without it: many pixels, far from all that are kept. So a small place in a
    // colour of its own keeps it.
    let mut lost: Vec<u64> = vec![u64::from(u32::MAX); colours.len()];
    let mut kept: Vec<[u8; 3]> = Vec::new();
    while kept.len() < size.min(colours.len()) {
        let loss = |i: &usize| lost[*i] * u64::from(colours[*i].1);
        let most = (0..colours.len()).rev().max_by_key(loss).expect("a picture has a colour");
        kept.push(colours[most].0);
        for (lost, (colour, _)) in lost.iter_mut().zip(&colours) {
            *lost = (*lost).min(u64::from(distance(colours[most].0, *colour)));
        }
    }
    let nearest: FxHashMap<[u8; 3], u8> =
        colours.iter().map(|&(colour, _)| (colour, nearest(&kept, colour))).collect();
    let mut indices = Vec::with_capacity(painted.pixels().len());
    for run in painted.pixels().chunk_by(|a, b| a == b) {
        indices.resize(indices.len() + run.len(), nearest[&colour(&run[0])]);
    }
    (kept, indices)
}

fn nearest(kept: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let near = kept.iter().enumerate().min_by_key(|(_, other)| distance(**other, colour));
    near.map_or(0, |(position, _)| position as u8)
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.iter().zip(other).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><rect width=\"4\" height=\"2\" fill=\"#fff\"/></svg>";
    const OVER: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><rect width=\"2\" height=\"2\" fill=\"#0f5c6e\"/></svg>";

    fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let palette: Vec<u8> = reader.info().palette.clone().unwrap().to_vec();
        let mut packed = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut packed).unwrap();
        assert_eq!((info.width, info.height, info.bit_depth), (8, 4, png::BitDepth::Four));
        let indices: Vec<u8> = packed.iter().flat_map(|pair| [pair >> 4, pair & 15]).collect();
        indices.iter().map(|&index| palette[usize::from(index) * 3..][..3].try_into().unwrap()).collect()
    }

    #[test]
    fn what_is_over_hides_the_ground_and_nothing_else() {
        let png = Painter::new(Palette::Small).png([8, 4], GROUND, OVER).unwrap();
        let pixels = pixels(&png);
        for row in pixels.chunks(8) {
            assert_eq!(row[..4], [[0x0f, 0x5c, 0x6e]; 4]);
            assert_eq!(row[4..], [[0xff; 3]; 4]);
        }
    }

    #[test]
    fn the_same_drawing_gives_the_same_bytes() {
        let painter = Painter::new(Palette::Small);
        let first = painter.png([8, 4], GROUND, OVER).unwrap();
        assert_eq!(first, painter.png([8, 4], GROUND, OVER).unwrap());
        assert_eq!(first, Painter::new(Palette::Small).png([8, 4], GROUND, OVER).unwrap());
    }

    #[test]
    fn markup_that_is_no_svg_is_refused_in_a_line() {
        let error = Painter::new(Palette::Small).png([8, 4], GROUND, "<p>").unwrap_err().to_string();
        assert!(
            error.starts_with("the picture cannot be painted: ") && error.lines().count() == 1,
            "{error}"
        );
    }
}
