//! What a reader is shown while typing: the gemeenten that fit, and why each does.

use super::search::{Kind, Name, Search};
use super::words::{Sentence, Words};
use super::{Landkaart, Place};
pub use geodata::contract::landkaart::zoek::Zoeknaam;

/// No more than a reader takes in: who does not see theirs types on.
const MOST: usize = 8;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finding {
    pub hits: Vec<Hit>,
    /// How many there are, also those that are not shown; empty when nothing was typed.
    pub said: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub place: usize,
    pub naam: String,
    /// Where it lies, or why it fits.
    pub note: String,
}

impl Finding {
    pub fn new(landkaart: &Landkaart, words: &Words, search: &Search, typed: &str) -> Self {
        if typed.trim().is_empty() {
            return Self::default();
        }
        let found = search.suggest(typed);
        let said = match found.len() {
            0 => words.plain(Sentence::NietGevonden).to_owned(),
            count => words.count(Sentence::Gevonden, count, &[]),
        };
        let hits = found.iter().take(MOST).map(|found| hit(landkaart, words, found.name)).collect();
        Self { hits, said }
    }
}

fn hit(landkaart: &Landkaart, words: &Words, name: &Name) -> Hit {
    let place = &landkaart.places[name.place];
    let since = |sentence, day: &str, naam| {
        let year = day.strip_suffix("-01-01").map(str::to_owned);
        words.say(sentence, &[&year.unwrap_or_else(|| words.date(day)), naam])
    };
    let (naam, note) = match &name.kind {
        Kind::Own if place.deelnemer.is_none() => {
            (&place.naam, words.say(Sentence::NaamDoetNietMee, &[&place.provincie]))
        }
        Kind::Own => (&place.naam, place.provincie.clone()),
        Kind::Other => (&place.naam, words.say(Sentence::Ook, &[&name.naam])),
        Kind::Former(day) => (&name.naam, since(Sentence::SindsDeelVan, day, &place.naam)),
        Kind::Part(day) => (&name.naam, since(Sentence::DeelsBij, day, &place.naam)),
        Kind::Later(day) => (&place.naam, since(Sentence::Vanaf, day, &name.naam)),
    };
    Hit { place: name.place, naam: naam.clone(), note }
}

/// Every name by which the gemeenten of a map are found: their own, and `others` where they are known.
pub fn names(landkaart: &Landkaart, others: &[Zoeknaam]) -> Vec<Name> {
    let own = landkaart.places.iter().enumerate().flat_map(|(place, Place { naam, officieel, .. })| {
        let own = Name { place, naam: naam.clone(), kind: Kind::Own };
        let official = officieel.clone().map(|naam| Name { place, naam, kind: Kind::Other });
        std::iter::once(own).chain(official)
    });
    let other = others.iter().flat_map(|other| {
        let places = other.gemeenten.iter().filter_map(|code| landkaart.place_by_code(code));
        places.map(|place| Name { place, naam: other.naam.clone(), kind: kind(other) })
    });
    own.chain(other).collect()
}

/// By the word of [`geodata::contract::zoek::Naamsoort`].
fn kind(naam: &Zoeknaam) -> Kind {
    let day = || naam.dag.clone().unwrap_or_default();
    match naam.soort.as_str() {
        "vroeger" => Kind::Former(day()),
        "vroeger-deel" => Kind::Part(day()),
        "later" => Kind::Later(day()),
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::landkaart;

    fn finding(typed: &str) -> Finding {
        let landkaart = landkaart();
        let other = |naam: &str, soort: &str, dag: Option<&str>, gemeenten: &[&str]| Zoeknaam {
            naam: naam.to_owned(),
            soort: soort.to_owned(),
            dag: dag.map(str::to_owned),
            gemeenten: gemeenten.iter().map(|&code| code.to_owned()).collect(),
        };
        let others = [
            other("Oud-Adorp", "vroeger", Some("2019-01-01"), &["GM0001"]),
            other("Oudeland", "vroeger-deel", Some("2020-03-24"), &["GM0002", "GM0003", "GM9999"]),
            other("Nieuw Adorp", "later", Some("2022-01-01"), &["GM0001"]),
            other("Bedumer Hoek", "roepnaam", None, &["GM0002"]),
        ];
        Finding::new(&landkaart, &Words::dutch(), &Search::new(names(&landkaart, &others)), typed)
    }

    fn shown(typed: &str) -> Vec<[String; 2]> {
        finding(typed).hits.into_iter().map(|hit| [hit.naam, hit.note]).collect()
    }

    #[test]
    fn a_gemeente_is_shown_with_its_provincie() {
        assert_eq!(shown("ado")[0], ["Adorp", "Groningen"]);
        assert_eq!(shown("bedum"), [["Bedum", "Groningen, doet niet mee"]]);
        assert_eq!(finding("bedum").said, "1 gemeente gevonden.");
    }

    #[test]
    fn an_official_name_finds_what_readers_call_otherwise() {
        assert_eq!(shown("s-dron"), [["Dronrijp & Co", "ook: 's-Dronrijp"]]);
    }

    #[test]
    fn an_old_name_says_since_when_and_where() {
        assert_eq!(shown("oud-a"), [["Oud-Adorp", "sinds 2019 deel van Adorp"]]);
        assert_eq!(
            shown("oudel"),
            [
                ["Oudeland", "een deel hoort sinds 24 maart 2020 bij Bedum"],
                ["Oudeland", "een deel hoort sinds 24 maart 2020 bij Cornjum"],
            ]
        );
    }

    #[test]
    fn a_name_of_later_leads_to_what_it_was() {
        assert_eq!(shown("nieuw"), [["Adorp", "vanaf 2022: Nieuw Adorp"]]);
    }

    #[test]
    fn what_is_not_found_is_said_and_nothing_typed_says_nothing() {
        assert_eq!(finding("qqq").said, "Geen gemeente gevonden. Klopt de spelling?");
        assert_eq!(finding("  "), Finding::default());
    }
}
