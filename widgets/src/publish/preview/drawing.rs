//! Where everything stands on a preview: words at the left, the map at the right, its sources under the words.

use super::{HEIGHT, Subject, WIDTH};
use crate::model::picture::Class;
use crate::model::poster::{Poster, fill};
use crate::model::surface::escape;
use crate::model::{Landkaart, Picture, Words};
use crate::publish::raster::{Painter, Unpaintable};
use std::collections::HashMap;

const INK: &str = "#14212b";
const SUBTLE: &str = "#55636d";
const ACCENT: &str = "#0f5c6e";

const LEFT: u32 = 72;
const MAP_TOP: u32 = 22;
const MAP_HEIGHT: u32 = HEIGHT - 2 * MAP_TOP;
/// Between words and map, and between map and edge.
const GAP: u32 = 36;

/// A type: how large, how heavy, in which colour.
#[derive(Clone, Copy)]
struct Type {
    size: u32,
    bold: bool,
    colour: &'static str,
}

const BRAND: Type = Type { size: 26, bold: true, colour: ACCENT };
const KICKER: Type = Type { size: 27, bold: true, colour: ACCENT };
const TEXT: Type = Type { size: 28, bold: false, colour: SUBTLE };
const LEGEND: Type = Type { size: 22, bold: false, colour: INK };
const NUMBER: Type = Type { size: 64, bold: true, colour: ACCENT };
const NOUN: Type = Type { size: 24, bold: false, colour: SUBTLE };
const SOURCE: Type = Type { size: 16, bold: false, colour: SUBTLE };

/// Titles, the largest first, with how many lines of it there may be.
const TITLES: [(u32, usize); 5] = [(92, 1), (72, 2), (58, 3), (50, 4), (42, 5)];

pub struct Drawing<'a> {
    painter: &'a Painter,
    poster: &'a Poster,
    landkaart: &'a Landkaart,
    words: &'a Words,
    /// How wide a word is at size 100, plain and bold.
    widths: HashMap<(String, bool), f32>,
}

impl<'a> Drawing<'a> {
    pub fn new(
        painter: &'a Painter,
        poster: &'a Poster,
        landkaart: &'a Landkaart,
        words: &'a Words,
    ) -> Drawing<'a> {
        Drawing { painter, poster, landkaart, words, widths: HashMap::new() }
    }

    /// What many previews share: the paper, and the land; for who shows who takes part, that too.
    pub fn ground(&self, picture: &Picture) -> String {
        let mut map = self.poster.land();
        if is_shared(picture) {
            map += &self.poster.coloured(picture);
        }
        document(&format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>{}", self.map(&map)))
    }

    pub fn over(&mut self, subject: &Subject) -> Result<String, Unpaintable> {
        let mut map = String::new();
        if !is_shared(&subject.picture) {
            map += &self.poster.coloured(&subject.picture);
        }
        if let Some(place) = subject.picture.chosen {
            map += &self.poster.chosen(place);
            map += &self.poster.ring(place);
        }
        let mut svg = self.map(&map);
        // The mark of the site: its icon, as a page has it.
        svg += &format!(
            "<rect x=\"{LEFT}\" y=\"56\" width=\"40\" height=\"40\" rx=\"9\" fill=\"{ACCENT}\"/>\
             <path d=\"M{} 70h22M{} 82h22\" stroke=\"#fff\" stroke-width=\"4.5\"/>",
            LEFT + 9,
            LEFT + 9
        );
        svg += &line("Gelijke Kansen Alliantie", LEFT + 56, 85, BRAND);
        let mut y = 176;
        if !subject.kicker.is_empty() {
            svg += &line(&subject.kicker, LEFT, y, KICKER);
            y += 8;
        }
        let (title, lines) = self.title(&subject.title)?;
        for words in lines {
            y += title.size * 11 / 10;
            svg += &line(&words, LEFT, y, title);
        }
        y += 20;
        if !subject.text.is_empty() {
            for words in self.lines(&subject.text, TEXT)?.into_iter().take(4) {
                y += TEXT.size * 4 / 3;
                svg += &line(&words, LEFT, y, TEXT);
            }
        }
        let mut x = LEFT;
        for (number, noun) in &subject.facts {
            svg += &line(number, x, y + 108, NUMBER);
            svg += &line(noun, x, y + 142, NOUN);
            x += 40 + self.width(noun, NOUN)?.max(self.width(number, NUMBER)?) as u32;
        }
        svg += &self.legend(subject, y + 30);
        let sources = match &subject.sources[..] {
            [] => self.landkaart.colophon(self.words),
            publishers => [publishers, &self.landkaart.naamsvermelding].concat().join(" · "),
        };
        let sources = self.lines(&sources, SOURCE)?;
        for (above, words) in sources.iter().rev().enumerate() {
            svg += &line(words, LEFT, HEIGHT - 42 - 22 * above as u32, SOURCE);
        }
        Ok(document(&svg))
    }

    /// The colours in words, as far as they stay clear of the sources.
    fn legend(&self, subject: &Subject, top: u32) -> String {
        let (mut svg, mut y) = (String::new(), top);
        let rows = (HEIGHT - 80).saturating_sub(top) / 33;
        for entry in subject.legend.iter().take(rows as usize) {
            let shown = subject.picture.classes.iter().find(|class| class.name() == entry.class);
            let colour = shown.and_then(|class| fill(*class)).unwrap_or("#e6e8e3");
            svg += &format!(
                "<rect x=\"{LEFT}\" y=\"{y}\" width=\"30\" height=\"22\" rx=\"4\" fill=\"{colour}\"/>"
            );
            svg += &line(&entry.text, LEFT + 44, y + 19, LEGEND);
            y += 33;
        }
        svg
    }

    /// The largest type in which a title fits.
    fn title(&mut self, title: &str) -> Result<(Type, Vec<String>), Unpaintable> {
        let mut smallest = None;
        for (size, most) in TITLES {
            let face = Type { size, bold: true, colour: INK };
            let lines = self.lines(title, face)?;
            let fits = lines.len() <= most && self.widest(&lines, face)? <= self.room() as f32;
            smallest = Some((face, lines));
            if fits {
                break;
            }
        }
        Ok(smallest.expect("there are sizes"))
    }

    fn widest(&mut self, lines: &[String], face: Type) -> Result<f32, Unpaintable> {
        lines.iter().try_fold(0.0_f32, |widest, line| Ok(widest.max(self.width(line, face)?)))
    }

    /// A text in lines that fit beside the map; a word that is too long has a line of its own.
    fn lines(&mut self, text: &str, face: Type) -> Result<Vec<String>, Unpaintable> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|last| format!("{last} {word}"));
            match longer {
                Some(longer) if self.width(&longer, face)? <= self.room() as f32 => {
                    lines.pop();
                    lines.push(longer);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        Ok(lines)
    }

    fn width(&mut self, text: &str, face: Type) -> Result<f32, Unpaintable> {
        const SPACE: f32 = 32.0;
        let mut width = 0.0;
        for word in text.split(' ') {
            let key = (word.to_owned(), face.bold);
            let known = match self.widths.get(&key) {
                Some(known) => *known,
                None => {
                    let measured = self.painter.width(&line(word, 0, 0, Type { size: 100, ..face }))?;
                    self.widths.insert(key, measured);
                    measured
                }
            };
            width += known + SPACE;
        }
        Ok((width - SPACE) * face.size as f32 / 100.0)
    }

    /// How much room there is for words.
    fn room(&self) -> u32 {
        WIDTH - LEFT - self.poster.width(MAP_HEIGHT) - 2 * GAP
    }

    fn map(&self, content: &str) -> String {
        let x = WIDTH - GAP - self.poster.width(MAP_HEIGHT);
        self.poster.placed(content, [x, MAP_TOP], MAP_HEIGHT)
    }
}

/// Whether a picture colours who takes part and nothing else: all these have one ground.
fn is_shared(picture: &Picture) -> bool {
    picture.thema.is_none() && picture.classes.iter().all(|class| matches!(class, Class::Land | Class::On))
}

fn line(text: &str, x: u32, y: u32, Type { size, bold, colour }: Type) -> String {
    let (weight, spacing) = if bold { ("bold", -(size as i32) / 50) } else { ("normal", 0) };
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"DejaVu Sans\" font-stretch=\"condensed\" font-weight=\"{weight}\" \
         font-size=\"{size}\" letter-spacing=\"{spacing}\" fill=\"{colour}\">{}</text>",
        escape(text)
    )
}

fn document(content: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\">{content}</svg>"
    )
}
