//! The block as HTML for mail: a table in a table, every style on the element it is for.
//!
//! `role="presentation"` keeps screen readers from counting cells. Every mail program in use knows it or leaves it
//! alone; only the retired Mail of Windows 10 drops it.

use super::{Item, Letter, Link};
use crate::model::surface::escape;

const FONT: &str = "font-family:Arial,Helvetica,sans-serif";
const INK: &str = "#14212b";
const QUIET: &str = "#55636d";
const PETROL: &str = "#0f5c6e";

pub fn block(letter: &Letter) -> String {
    let Letter { lang, kicker, title, intro, picture, items, more, colophon, .. } = letter;
    let image = format!(
        "<a href=\"{href}\" style=\"color:{PETROL}\"><img src=\"{src}\" width=\"{width}\" height=\"{height}\" alt=\"{alt}\" border=\"0\" \
         style=\"display:block;width:{width}px;height:{height}px;border:0;background-color:#ffffff;color:{INK};{FONT};font-size:16px;line-height:24px\"></a>",
        href = escape(&picture.href),
        src = escape(&picture.src),
        width = picture.width,
        height = picture.height,
        alt = escape(&picture.alt),
    );
    let rows = [
        row(
            "24px 24px 0 24px",
            &format!(
                "{}{}{}",
                line(14, 20, PETROL, true, kicker),
                heading(title),
                line(16, 24, INK, false, intro)
            ),
        ),
        row("16px 24px 8px 24px", &image),
        items.iter().map(item).collect(),
        row("16px 24px 24px 24px", &button(more)),
        row("12px 24px 24px 24px", &line(14, 20, QUIET, false, colophon)),
    ];
    format!(
        "<table role=\"presentation\" lang=\"{lang}\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#ffffff\" \
         style=\"width:600px;background-color:#ffffff;color:{INK};{FONT};font-size:16px;line-height:24px\">\n{}</table>\n",
        rows.concat()
    )
}

fn row(padding: &str, content: &str) -> String {
    format!(
        "<tr><td bgcolor=\"#ffffff\" style=\"padding:{padding};background-color:#ffffff\">{content}</td></tr>\n"
    )
}

fn heading(words: &str) -> String {
    format!(
        "<h2 style=\"margin:0 0 8px 0;{FONT};font-size:26px;line-height:32px;font-weight:bold;color:{INK}\">{}</h2>",
        escape(words)
    )
}

fn line(size: u8, height: u8, colour: &str, bold: bool, words: &str) -> String {
    let weight = if bold { "bold" } else { "normal" };
    format!(
        "<p style=\"margin:0;{FONT};font-size:{size}px;line-height:{height}px;font-weight:{weight};color:{colour}\">{}</p>",
        escape(words)
    )
}

fn item(Item { title: Link { words, href }, summary, places }: &Item) -> String {
    let title = format!(
        "<h3 style=\"margin:0;{FONT};font-size:18px;line-height:26px;font-weight:bold;color:{PETROL}\">\
         <a href=\"{}\" style=\"color:{PETROL};text-decoration:underline\">{}</a></h3>",
        escape(href),
        escape(words)
    );
    row(
        "12px 24px 12px 24px",
        &format!("{title}{}{}", line(16, 24, INK, false, summary), line(14, 20, QUIET, false, places)),
    )
}

/// A button that is one in every program: the colour is the cell's, so that all of it can be pressed in most.
fn button(Link { words, href }: &Link) -> String {
    format!(
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td bgcolor=\"{PETROL}\" style=\"padding:12px 20px 12px 20px;background-color:{PETROL}\">\
         <a href=\"{}\" style=\"{FONT};font-size:16px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none\">{}</a></td></tr></table>",
        escape(href),
        escape(words)
    )
}
