//! `uitgave.toml`: the title, date, licence and attribution of a release.

use super::known::Sources;
use crate::contract::bronnen::is_web_address;
use crate::contract::datum::is_day;
use crate::contract::{Label, Verwijzing};
use crate::import::problem::{Part, Place, Problem, Problems};
use serde::Deserialize;
use std::path::Path;

/// What holds for the release as a whole.
#[derive(Debug, Clone)]
pub struct Uitgave {
    pub titel: Label,
    /// The day the release comes out.
    pub uitgegeven: String,
    pub peildatum: String,
    pub licentie: String,
    pub naamsvermelding: Vec<String>,
    pub gebieden_bronnen: Vec<Verwijzing>,
    pub beschrijving: Label,
    pub trefwoorden: Vec<String>,
    pub uitgever: Uitgever,
}

/// Who publishes the release, and where: what catalogues ask for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitgever {
    pub naam: String,
    /// An address that stands for the publisher.
    pub uri: String,
    /// An address or `mailto:` where questions are answered.
    pub contact: String,
    /// Where the folder of the exports will be, with a `/` at the end.
    pub adres: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    titel: Label,
    beschrijving: Label,
    uitgave: Section,
    uitgever: toml::Spanned<Uitgever>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    uitgegeven: toml::Spanned<String>,
    peildatum: toml::Spanned<String>,
    jaar: toml::Spanned<u16>,
    licentie: toml::Spanned<String>,
    naamsvermelding: toml::Spanned<Vec<String>>,
    gebieden_bronnen: Vec<toml::Spanned<String>>,
    trefwoorden: Vec<String>,
}

const FILE: &str = "uitgave.toml";

pub fn read(dir: &Path, jaar: u16, bronnen: &Sources, problems: &mut Problems) -> Option<Uitgave> {
    match std::fs::read_to_string(dir.join(FILE)) {
        Ok(text) => parse(&text, jaar, bronnen, problems),
        Err(error) => {
            problems.expected(&Place::file(FILE), "a description of the release", error);
            None
        }
    }
}

fn parse(text: &str, jaar: u16, bronnen: &Sources, problems: &mut Problems) -> Option<Uitgave> {
    let place = |at: usize, name: &str| {
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        let part = if name.is_empty() { Part::Whole } else { Part::Column(name.to_owned()) };
        Place { file: FILE.to_owned(), line, column, part }
    };
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            problems.push(Problem { place: place(at, ""), reason: reason(error.message()) });
            return None;
        }
    };
    let section = file.uitgave;
    let mut refuse = |at: std::ops::Range<usize>, name: &str, expected: &str, found: &str| {
        problems.expected(&place(at.start, name), expected, format!("{found:?}"));
    };
    if !is_day(section.uitgegeven.get_ref()) {
        refuse(section.uitgegeven.span(), "uitgegeven", "a day as 2021-01-22", section.uitgegeven.get_ref());
    }
    if !is_day(section.peildatum.get_ref()) {
        refuse(section.peildatum.span(), "peildatum", "a day as 2021-01-22", section.peildatum.get_ref());
    }
    if *section.jaar.get_ref() != jaar {
        let found = section.jaar.get_ref().to_string();
        refuse(section.jaar.span(), "jaar", &format!("{jaar}, the year of the map"), &found);
    }
    if section.licentie.get_ref().is_empty() {
        refuse(section.licentie.span(), "licentie", "a licence such as CC-BY-4.0", "");
    }
    if section.naamsvermelding.get_ref().iter().all(|line| line.trim().is_empty()) {
        refuse(section.naamsvermelding.span(), "naamsvermelding", "at least one line of attribution", "");
    }
    for bron in &section.gebieden_bronnen {
        if !bronnen.has(bron.get_ref()) {
            let expected = "the id of a source in bronnen.csv";
            refuse(bron.span(), "gebieden_bronnen", expected, bron.get_ref());
        }
    }
    let uitgever = file.uitgever.get_ref();
    for (name, address) in [("uri", &uitgever.uri), ("adres", &uitgever.adres)] {
        if !is_web_address(address) || (name == "adres" && !address.ends_with('/')) {
            let expected = "an address that begins with https://, and ends with / where it is a folder";
            refuse(file.uitgever.span(), name, expected, address);
        }
    }
    let references = section.gebieden_bronnen.into_iter();
    Some(Uitgave {
        titel: file.titel,
        uitgegeven: section.uitgegeven.into_inner(),
        peildatum: section.peildatum.into_inner(),
        licentie: section.licentie.into_inner(),
        naamsvermelding: section.naamsvermelding.into_inner(),
        gebieden_bronnen: references
            .map(|bron| Verwijzing { bron: bron.into_inner(), plaats: None })
            .collect(),
        beschrijving: file.beschrijving,
        trefwoorden: section.trefwoorden,
        uitgever: file.uitgever.into_inner(),
    })
}

/// What the TOML reader says, as the other problems are said.
fn reason(message: &str) -> String {
    let message = message.lines().collect::<Vec<_>>().join(", ");
    if let Some((found, expected)) =
        message.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("expected {expected}, found {found}");
    }
    match message.strip_prefix("missing field ") {
        Some(field) => format!("expected the field {field}, found none"),
        None => message,
    }
}
