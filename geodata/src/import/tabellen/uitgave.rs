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
    /// Languages whose texts still want a reader who grew up with them.
    pub na_te_kijken: Vec<String>,
    pub gebieden_bronnen: Vec<Verwijzing>,
    /// Of the maps of other years and of wijken; those of the release's own areas where none are named.
    pub kaarten_bronnen: Vec<Verwijzing>,
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
    /// Where the folder of the exports will be, with a `/` at the end; [`BASE`] where nothing is said.
    #[serde(default = "base")]
    pub adres: String,
}

/// Where a release is published that does not say where: an address that leads nowhere (RFC 2606), for who
/// tries things out.
pub const BASE: &str = "https://uw-widgets.example/exports/";

fn base() -> String {
    BASE.to_owned()
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
    #[serde(default)]
    na_te_kijken: Vec<toml::Spanned<String>>,
    gebieden_bronnen: Vec<toml::Spanned<String>>,
    #[serde(default)]
    kaarten_bronnen: Vec<toml::Spanned<String>>,
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
            problems.push(Problem::at(place(at, ""), reason(error.message())));
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
    for (name, list) in
        [("gebieden_bronnen", &section.gebieden_bronnen), ("kaarten_bronnen", &section.kaarten_bronnen)]
    {
        for bron in list.iter().filter(|bron| !bronnen.has(bron.get_ref())) {
            refuse(bron.span(), name, "the id of a source in bronnen.csv", bron.get_ref());
        }
    }
    for taal in section.na_te_kijken.iter().filter(|taal| !["en", "fy"].contains(&taal.get_ref().as_str())) {
        refuse(taal.span(), "na_te_kijken", "en or fy", taal.get_ref());
    }
    let uitgever = file.uitgever.get_ref();
    for (name, address) in [("uri", &uitgever.uri), ("adres", &uitgever.adres)] {
        if !is_web_address(address) || (name == "adres" && !address.ends_with('/')) {
            let expected = "an address that begins with https://, and ends with / where it is a folder";
            refuse(file.uitgever.span(), name, expected, address);
        }
    }
    let references = |bronnen: Vec<toml::Spanned<String>>| -> Vec<Verwijzing> {
        bronnen.into_iter().map(|bron| Verwijzing { bron: bron.into_inner(), plaats: None }).collect()
    };
    let gebieden_bronnen = references(section.gebieden_bronnen);
    let kaarten_bronnen = references(section.kaarten_bronnen);
    Some(Uitgave {
        titel: file.titel,
        uitgegeven: section.uitgegeven.into_inner(),
        peildatum: section.peildatum.into_inner(),
        licentie: section.licentie.into_inner(),
        naamsvermelding: section.naamsvermelding.into_inner(),
        na_te_kijken: section.na_te_kijken.into_iter().map(toml::Spanned::into_inner).collect(),
        kaarten_bronnen: if kaarten_bronnen.is_empty() { gebieden_bronnen.clone() } else { kaarten_bronnen },
        gebieden_bronnen,
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
