//! One record as markup, alike in every widget, and a line of sources.

use super::html::{Element, el};
use crate::model::record::{Record, Verwezen};
use crate::model::{Sentence, Words};

/// Nothing that runs is a source.
pub fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// `heading` is the level of its title, `href` where more of it is.
pub fn record(words: &Words, record: &Record, heading: &'static str, href: Option<String>) -> Element {
    let dutch = (words.taal.code() != "nl").then_some("nl");
    let lang = record.onvertaald.then_some("nl");
    let kop = (!record.kop.is_empty()).then(|| el("p").class("m").text(&record.kop));
    let title = (!record.title.is_empty()).then(|| {
        let title = el(heading).maybe("lang", lang);
        match href {
            Some(href) => title.child(el("a").set("href", href).text(&record.title)),
            None => title.text(&record.title),
        }
    });
    let elders = record.elders.iter().filter(|(_, url)| is_address(url));
    let elders = elders.map(|(words, url)| el("p").child(el("a").set("href", url.clone()).text(words)));
    el("article")
        .children(kop)
        .children(title)
        .children(record.says.iter().map(|text| el("p").maybe("lang", lang).text(text)))
        .children(elders)
        .children(record.notes.iter().map(|text| el("p").class("m").text(text)))
        .children(record.toelichting.iter().map(|text| el("p").class("m").maybe("lang", dutch).text(text)))
        .children(sources(words, &record.bronnen, &record.zeker))
}

/// The sources of a record, each a link where it has an address, and how sure it is.
pub fn sources(words: &Words, bronnen: &[Verwezen], zeker: &str) -> Option<Element> {
    if bronnen.is_empty() && zeker.is_empty() {
        return None;
    }
    let mut line = el("p").class("m");
    for (i, bron) in bronnen.iter().enumerate() {
        line = if i > 0 { line.text("; ") } else { line.text(words.plain(Sentence::Bron)).text(": ") };
        line = match bron.url.as_ref().filter(|url| is_address(url)) {
            Some(url) => line.child(el("a").set("href", url.clone()).text(&bron.titel)),
            None => line.text(&bron.titel),
        };
        if let Some(plaats) = &bron.plaats {
            line = line.text(", ").text(plaats);
        }
    }
    let between = if bronnen.is_empty() || zeker.is_empty() { "" } else { " · " };
    Some(line.text(between).text(zeker))
}
