//! What is told of one record, alike in every widget: when, what, what to know of it, from which source, how sure.

use super::interventies::facet;
use super::plain::plain;
use super::words::{Sentence, Words};
use geodata::contract::lijst::Bron;
use geodata::contract::profiel::{Elders, Verwijzing, Zeker};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// When it was, and what kind of thing it is; may be empty, as everything here.
    pub kop: String,
    pub title: String,
    /// Whether title and text are Dutch in a widget that is not.
    pub onvertaald: bool,
    /// What it says, a paragraph each.
    pub says: Vec<String>,
    /// What can be read elsewhere: words and address.
    pub elders: Vec<(String, String)>,
    /// What to know of it.
    pub notes: Vec<String>,
    /// The same, always in Dutch.
    pub toelichting: Option<String>,
    pub bronnen: Vec<Verwezen>,
    /// How sure it is, in words.
    pub zeker: String,
}

/// A source, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verwezen {
    pub titel: String,
    pub url: Option<String>,
    pub plaats: Option<String>,
}

/// The sources that are known, in the order of the record; several places in one stand behind it once.
pub fn bronnen(all: &[Bron], of: &[Verwijzing]) -> Vec<Verwezen> {
    let mut known: Vec<Verwezen> = Vec::new();
    for (id, plaats) in of {
        let Some(bron) = all.iter().find(|bron| bron.id == *id) else { continue };
        let mut titel = bron.titel.clone();
        plain(&mut titel);
        match known.last_mut() {
            Some(Verwezen { titel: last, plaats: Some(before), .. }) if *last == titel => {
                before.extend(plaats.iter().flat_map(|plaats| ["; ", plaats]));
            }
            _ => known.push(Verwezen { titel, url: bron.url.clone(), plaats: plaats.clone() }),
        }
    }
    known
}

/// What a reader should know of how sure a record is; nothing where a source simply says so.
pub fn zeker(words: &Words, zeker: &Zeker) -> String {
    let low = zeker.zekerheid == "laag";
    let at = match (zeker.afgeleid, low) {
        (true, false) => 0,
        (true, true) => 1,
        (false, true) => 2,
        (false, false) => return String::new(),
    };
    words.plain(Sentence::DoorOns).split('|').nth(at).unwrap_or_default().to_owned()
}

/// How sure an interventie is, in words.
pub fn zekerheid(words: &Words, code: &str) -> String {
    facet::zekerheid(words, code).to_owned()
}

impl Record {
    /// Adds a link to where a thing can be read or seen, or why it cannot: `none` has a sentence for each reason.
    pub fn reach(&mut self, words: &Words, there: &Elders, label: &str, none: Sentence) {
        let reasons = ["niet-aangeleverd", "niet-gevonden", "niet-van-toepassing"];
        match (&there.url, reasons.iter().position(|known| *known == there.status)) {
            (Some(url), None) => self.elders.push((label.to_owned(), url.clone())),
            (_, Some(at)) => self.notes.extend(words.plain(none).split('|').nth(at).map(str::to_owned)),
            (None, None) => {}
        }
    }

    /// Without the characters that write over others: all of it is from documents of others.
    #[must_use]
    pub fn plain(mut self) -> Self {
        [&mut self.kop, &mut self.title].into_iter().for_each(plain);
        self.says.iter_mut().chain(&mut self.notes).chain(&mut self.toelichting).for_each(plain);
        self.elders.iter_mut().for_each(|(said, _)| plain(said));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_why() {
        let mut record = Record::default();
        let words = Words::dutch();
        let there = |status: &str, url: Option<&str>| Elders {
            status: status.to_owned(),
            url: url.map(str::to_owned),
        };
        record.reach(
            &words,
            &there("niet-gevonden", None),
            words.plain(Sentence::LeesTekst),
            Sentence::GeenTekst,
        );
        assert_eq!(record.notes, ["De tekst is niet gevonden."]);
        let there = there("beschikbaar", Some("https://gka.example/"));
        record.reach(&words, &there, words.plain(Sentence::LeesTekst), Sentence::GeenTekst);
        assert_eq!(record.elders, [("Lees de tekst".to_owned(), "https://gka.example/".to_owned())]);
    }

    #[test]
    fn only_what_is_concluded_or_unsure_is_said_to_be_so() {
        let said = |afgeleid, zekerheid: &str| {
            zeker(&Words::dutch(), &Zeker { afgeleid, zekerheid: zekerheid.to_owned() })
        };
        assert_eq!(said(false, "hoog"), "");
        assert_eq!(said(true, "midden"), "door ons afgeleid");
        assert_eq!(said(true, "laag"), "door ons afgeleid, met weinig zekerheid");
        assert_eq!(said(false, "laag"), "weinig zekerheid");
    }
}
