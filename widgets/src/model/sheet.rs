//! Drawings as a picture that stands on its own: a title, the drawings under each other with what is said of each over
//! it and its legend under it, and the sources, in one SVG that asks for no style sheet, no font and no other file.
//!
//! Everything in the drawings' own units. Lines of text are broken by an estimate of the width of a letter:
//! the picture is set in whatever sans serif its reader has.

use super::zoom::Size;

/// What a sheet shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub title: String,
    /// The first says how wide the sheet is.
    pub figures: Vec<Figure>,
    /// Date, sources, licence: a text each.
    pub notes: Vec<String>,
    pub colours: Colours,
}

/// A drawing with what is said of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// Nothing where the title of the sheet is enough.
    pub said: String,
    /// SVG markup in the units of `size`.
    pub drawing: String,
    pub size: Size,
    pub legend: Vec<Entry>,
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Of the swatch: a paint as SVG knows it.
    pub fill: String,
    pub stroke: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Colours {
    pub paper: String,
    pub ink: String,
    pub quiet: String,
}

/// Sizes, in parts of the width: it is as wide as this many of them.
const TITLE: i32 = 24;
const TEXT: i32 = 42;
/// The usual width of a letter, in hundredths of its height; wide rather than narrow. Those of a title are bold.
const LETTER: i32 = 56;
const BOLD: i32 = 66;
/// A text longer than this is cut: names come from others.
const LONGEST: usize = 400;

impl Sheet {
    pub fn svg(&self) -> String {
        let width = self.figures.first().map_or(0, |figure| figure.size.width);
        let margin = width / 24;
        let (title, text) = (width / TITLE, width / TEXT);
        let heading = lines(&self.title, width, title * BOLD / LETTER);
        let mut body = String::new();
        let mut y = margin + title;
        for line in &heading {
            write(&mut body, [0, y], title, &self.colours.ink, " font-weight=\"600\"", line);
            y += title * 5 / 4;
        }
        y += margin / 2 - title;
        for Figure { said, drawing, size, legend } in &self.figures {
            let said = lines(said, width, text);
            for line in &said {
                y += text * 3 / 2;
                write(&mut body, [0, y], text, &self.colours.ink, "", line);
            }
            if !said.is_empty() {
                y += text;
            }
            let [wide, high] = [size.width, size.height].map(|length| length.to_string());
            body.extend(["<svg y=\"", &y.to_string(), "\" width=\"", &wide, "\" height=\"", &high]);
            body.extend(["\" viewBox=\"0 0 ", &wide, " ", &high, "\">", drawing, "</svg>"]);
            y += size.height + margin;
            for entry in legend {
                let (side, corner) = (text.to_string(), (y - text * 7 / 8).to_string());
                body.extend(["<rect y=\"", &corner, "\" width=\"", &side, "\" height=\"", &side, "\" rx=\""]);
                body.extend([&(text / 5).to_string(), "\" fill=\"", &escape(&entry.fill), "\" stroke=\""]);
                body.extend([&escape(&entry.stroke), "\" stroke-width=\"", &(text / 14).to_string(), "\"/>"]);
                for line in lines(&entry.words, width - text * 2, text) {
                    write(&mut body, [text * 3 / 2, y], text, &self.colours.ink, "", &line);
                    y += text * 3 / 2;
                }
            }
            y += text / 2;
        }
        for note in &self.notes {
            for line in lines(note, width, text) {
                write(&mut body, [0, y], text, &self.colours.quiet, "", &line);
                y += text * 3 / 2;
            }
        }
        let (width, height) = (width + 2 * margin, y + margin / 2);
        let (wide, high) = (width.to_string(), height.to_string());
        let pixels = [
            [PIXELS.to_string(), "\" height=\"".to_owned()].concat(),
            (PIXELS * height / width.max(1)).to_string(),
        ];
        [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &pixels.concat(),
            "\" viewBox=\"0 0 ",
            &wide,
            " ",
            &high,
            "\" font-family=\"system-ui,sans-serif\" role=\"img\"><title>",
            &escape(&self.title),
            "</title><desc>",
            &escape(&self.notes.join(" ")),
            "</desc><rect width=\"",
            &wide,
            "\" height=\"",
            &high,
            "\" fill=\"",
            &escape(&self.colours.paper),
            "\"/><g transform=\"translate(",
            &margin.to_string(),
            " 0)\">",
            &body,
            "</g></svg>",
        ]
        .concat()
    }
}

/// How wide a sheet is where it is opened; a PNG has twice as many pixels.
pub const PIXELS: i32 = 800;

fn write(body: &mut String, [x, y]: [i32; 2], size: i32, fill: &str, more: &str, line: &str) {
    let [x, y, size] = [x, y, size].map(|number| number.to_string());
    body.extend([
        "<text x=\"",
        &x,
        "\" y=\"",
        &y,
        "\" font-size=\"",
        &size,
        "\" fill=\"",
        &escape(fill),
        "\"",
    ]);
    body.extend([more, ">", &escape(line), "</text>"]);
}

/// A text in lines that fit a width, broken at spaces, and in a word that is longer than a line.
fn lines(text: &str, width: i32, size: i32) -> Vec<String> {
    let room = (width * 100 / (size * LETTER).max(1)).max(1) as usize;
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    let short: String = text.chars().take(LONGEST).collect();
    for word in short.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (i, part) in letters.chunks(room).enumerate() {
            if used > 0 && (i > 0 || used + 1 + part.len() > room) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.extend(part);
            used += part.len();
        }
    }
    if used > 0 {
        lines.push(line);
    }
    lines
}

/// A number of hundredths as SVG writes numbers: 205 is "2.05".
pub fn hundredths(number: i32) -> String {
    let zero = if number % 100 < 10 { "0" } else { "" };
    [&(number / 100).to_string(), ".", zero, &(number % 100).to_string()].concat()
}

/// Text made safe inside XML, which has no place at all for most control characters.
pub fn escape(text: &str) -> String {
    let known =
        |letter: &char| !matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    super::surface::escape(&text.chars().filter(known).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        Sheet {
            title: "17 van de 50 gemeenten werken aan taal".to_owned(),
            figures: vec![Figure {
                said: String::new(),
                drawing: "<path d=\"M0 0l9 9\"/>".to_owned(),
                size: Size { width: 2400, height: 2800 },
                legend: vec![Entry {
                    fill: "#0f5c6e".to_owned(),
                    stroke: "none".to_owned(),
                    words: "doet mee".to_owned(),
                }],
            }],
            notes: vec!["Stand 22 januari 2021".to_owned(), "Kadaster / CBS & co".to_owned()],
            colours: Colours { paper: "#fff".to_owned(), ink: "#111".to_owned(), quiet: "#555".to_owned() },
        }
    }

    #[test]
    fn title_drawing_legend_and_sources_are_all_in_it() {
        let svg = sheet().svg();
        for part in [
            "<title>17 van de 50 gemeenten werken aan taal</title>",
            "<desc>Stand 22 januari 2021 Kadaster / CBS &amp; co</desc>",
            "<path d=\"M0 0l9 9\"/>",
            ">doet mee</text>",
            ">Kadaster / CBS &amp; co</text>",
            "viewBox=\"0 0 2600 ",
        ] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
    }

    #[test]
    fn drawings_stand_under_each_other_with_what_is_said_of_each() {
        let alone = sheet();
        let mut both = sheet();
        both.figures.push(Figure { said: "Wijken & scholen".to_owned(), ..both.figures[0].clone() });
        let places = |sheet: &Sheet| -> Vec<i32> {
            let svg = sheet.svg();
            svg.split("<svg y=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
                .collect()
        };
        assert_eq!(places(&alone), places(&both)[..1], "the first stays where it is");
        assert!(places(&both)[1] > places(&both)[0] + 2800);
        assert!(both.svg().contains(">Wijken &amp; scholen</text>"));
    }

    #[test]
    fn nothing_that_is_written_can_break_out() {
        let mut sheet = sheet();
        sheet.title = "</text><script>alert(1)</script>\u{0}\u{1b}".to_owned();
        sheet.figures[0].legend[0].fill = "\"/><script>".to_owned();
        let svg = sheet.svg();
        assert!(!svg.contains("<script") && !svg.contains(['\u{0}', '\u{1b}']), "{svg}");
    }

    #[test]
    fn a_long_text_is_broken_into_lines() {
        assert_eq!(lines("een twee drie", 560, 100), ["een twee", "drie"]);
        assert_eq!(lines("onafgebroken", 280, 100), ["onafg", "ebrok", "en"]);
        assert_eq!(lines("", 560, 100), Vec::<String>::new());
        assert!(lines(&"x".repeat(10_000), 560, 100).len() <= LONGEST / 10);
    }
}
