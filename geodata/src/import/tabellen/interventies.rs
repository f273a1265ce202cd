//! `interventies.csv`: what is done where.
//!
//! `themas` holds those that a source itself says, `themas_afgeleid` those we concluded; the source's
//! own word stands in brackets behind the id: `soepele-overgangen (Soepele overgang)`.

use super::known::{Sources, no_deelnemer, no_thema};
use super::value::{GRONDSLAG, ZEKERHEID, id, label, one_of, period, references, sectors};
use crate::contract::naam::sort_key;
use crate::contract::{
    Bewijs, Bewijsniveau, DeelnemerInTijd, GemeenteCode, Interventie, InterventieSoort, Koppeling,
    Leefwereld, LeefwereldVerwijzing, Thema, ThemaId, ThemaVerwijzing,
};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Row, Table};
use std::collections::BTreeMap;
use std::path::Path;

const COLUMNS: [&str; 20] = [
    "id",
    "soort",
    "titel_nl",
    "titel_en",
    "samenvatting_nl",
    "samenvatting_en",
    "toelichting",
    "gemeenten",
    "regio",
    "themas",
    "themas_afgeleid",
    "sectoren",
    "sectoren_grondslag",
    "leefwerelden",
    "leefwerelden_afgeleid",
    "bewijs",
    "van",
    "tot",
    "zekerheid",
    "bronnen",
];

const SOORTEN: [(&str, InterventieSoort); 4] = [
    ("interventie", InterventieSoort::Interventie),
    ("aanpak", InterventieSoort::Aanpak),
    ("akkoord", InterventieSoort::Akkoord),
    ("bijeenkomst", InterventieSoort::Bijeenkomst),
];

const LEEFWERELDEN: [(&str, Leefwereld); 3] =
    [("thuis", Leefwereld::Thuis), ("school", Leefwereld::School), ("omgeving", Leefwereld::Omgeving)];

const BEWIJS: [(&str, Bewijsniveau); 7] = [
    ("niet-beoordeeld", Bewijsniveau::NietBeoordeeld),
    ("bron-claim", Bewijsniveau::BronClaim),
    ("goed-beschreven", Bewijsniveau::GoedBeschreven),
    ("goed-onderbouwd", Bewijsniveau::GoedOnderbouwd),
    ("effectief-eerste", Bewijsniveau::EffectiefEerste),
    ("effectief-goede", Bewijsniveau::EffectiefGoede),
    ("effectief-sterke", Bewijsniveau::EffectiefSterke),
];

pub fn read(
    dir: &Path,
    deelnemers: &[DeelnemerInTijd],
    themas: &[Thema],
    bronnen: &Sources,
    problems: &mut Problems,
) -> Vec<Interventie> {
    let table = Table::read(dir, "interventies.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut interventies = Vec::new();
    for row in table.rows() {
        interventies.push(Interventie {
            id: id(&row.cell("id"), problems),
            soort: one_of(&row.cell("soort"), &SOORTEN, problems),
            titel: label(&row, "titel", &["en"], problems),
            samenvatting: label(&row, "samenvatting", &["en"], problems),
            gemeenten: participants(&row, deelnemers, problems),
            regio: row.cell("regio").optional(),
            themas: thema_references(&row, themas, problems),
            sectoren: sectors(&row.cell("sectoren"), problems),
            sectoren_grondslag: one_of(&row.cell("sectoren_grondslag"), &GRONDSLAG, problems),
            leefwerelden: worlds(&row, problems),
            bewijs: evidence(&row.cell("bewijs"), problems),
            periode: period(&row, problems),
            uitgelicht: Vec::new(),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    ordered(interventies, deelnemers)
}

/// By title; the gemeenten of each in the order of the participants.
fn ordered(mut interventies: Vec<Interventie>, deelnemers: &[DeelnemerInTijd]) -> Vec<Interventie> {
    let positions: BTreeMap<_, _> =
        deelnemers.iter().enumerate().map(|(position, deelnemer)| (&deelnemer.code, position)).collect();
    for interventie in &mut interventies {
        interventie.gemeenten.sort_by_key(|code| positions.get(code));
    }
    interventies.sort_by_cached_key(|interventie| (sort_key(&interventie.titel.nl), interventie.id.clone()));
    interventies
}

/// At least one participant; a region alone cannot be shown on a map.
fn participants(row: &Row, deelnemers: &[DeelnemerInTijd], problems: &mut Problems) -> Vec<GemeenteCode> {
    let cell = row.cell("gemeenten");
    cell.required(problems);
    let mut codes = Vec::new();
    for one in cell.list() {
        let code = GemeenteCode::new(one.text);
        if !deelnemers.iter().any(|deelnemer| deelnemer.code == code) {
            problems.push(no_deelnemer(&one));
        } else if codes.contains(&code) {
            problems.push(one.problem("each gemeente once"));
        }
        codes.push(code);
    }
    codes
}

fn thema_references(row: &Row, themas: &[Thema], problems: &mut Problems) -> Vec<ThemaVerwijzing> {
    let mut references: Vec<ThemaVerwijzing> = Vec::new();
    for (column, koppeling) in [("themas", Koppeling::Letterlijk), ("themas_afgeleid", Koppeling::Afgeleid)] {
        for (cell, bronlabel) in row.cell(column).list().iter().map(Cell::with_brackets) {
            let id = ThemaId::new(cell.text);
            if !themas.iter().any(|thema| thema.id == id) {
                problems.push(no_thema(&cell));
            } else if references.iter().any(|reference| reference.id == id) {
                problems.push(cell.problem("each thema once"));
            }
            if koppeling == Koppeling::Letterlijk && bronlabel.is_none() {
                problems.push(cell.problem("the label of the source in brackets: taal (Taalontwikkeling)"));
            }
            references.push(ThemaVerwijzing { id, bronlabel, koppeling });
        }
    }
    references
}

/// Those that a source says, then those we concluded.
fn worlds(row: &Row, problems: &mut Problems) -> Vec<LeefwereldVerwijzing> {
    let mut worlds: Vec<LeefwereldVerwijzing> = Vec::new();
    for (column, koppeling) in
        [("leefwerelden", Koppeling::Letterlijk), ("leefwerelden_afgeleid", Koppeling::Afgeleid)]
    {
        for cell in row.cell(column).list() {
            let id = one_of(&cell, &LEEFWERELDEN, problems);
            if worlds.iter().any(|world| world.id == id) {
                problems.push(cell.problem("each leefwereld once"));
            }
            worlds.push(LeefwereldVerwijzing { id, koppeling });
        }
    }
    worlds
}

/// A level, and the source's word where the level is the source's claim: `bron-claim (evidence-based)`.
fn evidence(cell: &Cell, problems: &mut Problems) -> Bewijs {
    let (level, bronlabel) = cell.with_brackets();
    let niveau = one_of(&level, &BEWIJS, problems);
    if (niveau == Bewijsniveau::BronClaim) != bronlabel.is_some() {
        problems.push(cell.problem("the source's word in brackets behind bron-claim, and only there"));
    }
    Bewijs { niveau, bronlabel }
}
