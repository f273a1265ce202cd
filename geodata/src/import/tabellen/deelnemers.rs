//! `latere-deelnemers.csv`: who joined after the list of `gemeenten.csv`.

use super::gemeenten::provincie;
use super::known::{Known, Sources};
use super::sites::{Sites, sites};
use super::value::{GRONDSLAG, ZEKERHEID, gemeente_code, one_of, optional_date, references};
use crate::contract::datum::is_before;
use crate::contract::naam::{slug, sort_key};
use crate::contract::{
    Deelname, Deelnemer, DeelnemerInTijd, Deelnemers, GebiedPeriode, Groep, Provincie, SCHEMA_VERSIE, Site,
    Toetredingsmoment,
};
use crate::import::areas::Areas;
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 12] = [
    "code",
    "naam",
    "provincie",
    "deelname",
    "datum",
    "na",
    "uiterlijk",
    "toelichting",
    "grondslag",
    "sites",
    "zekerheid",
    "bronnen",
];

const DEELNAME: [(&str, Deelname); 3] = [
    ("agenda", Deelname::Agenda),
    ("aangesloten", Deelname::Aangesloten),
    ("onduidelijk", Deelname::Onduidelijk),
];

/// Everyone: those of the peildatum and those of the table, in the order of names.
pub fn everyone(
    dir: &Path,
    areas: &Areas,
    provincies: &[Provincie],
    bronnen: &Sources,
    (gemeenten, mut known): (&[Deelnemer], Sites),
    problems: &mut Problems,
) -> Vec<DeelnemerInTijd> {
    let table = Table::read(dir, "latere-deelnemers.csv", &COLUMNS, problems);
    table.each_once("code", problems);
    let by_code = areas.by_code();
    let mut deelnemers: Vec<DeelnemerInTijd> = gemeenten
        .iter()
        .map(|gemeente| of_the_peildatum(gemeente, known.remove(&gemeente.code).unwrap_or_default()))
        .collect();
    for row in table.rows() {
        let cell = row.cell("code");
        let code = gemeente_code(&cell, problems);
        let area = by_code.get(&code).copied();
        if area.is_none() && code.is_well_formed() {
            problems.push(cell.problem(format!("a gemeente on the map of {}", areas.jaar)));
        }
        if gemeenten.iter().any(|gemeente| gemeente.code == code) {
            problems.push(cell.problem("a gemeente that is not in gemeenten.csv"));
        }
        let naam = row.cell("naam").required(problems).to_owned();
        let (na, uiterlijk) =
            (optional_date(&row.cell("na"), problems), optional_date(&row.cell("uiterlijk"), problems));
        if let (Some(na), Some(uiterlijk)) = (&na, &uiterlijk)
            && is_before(uiterlijk, na)
        {
            problems.push(row.cell("uiterlijk").problem(format!("a date from {na} onwards")));
        }
        deelnemers.push(DeelnemerInTijd {
            slug: slug(&naam),
            naam,
            provincie: provincie(&row.cell("provincie"), area, provincies, problems),
            groep: Groep::Later,
            deelname: one_of(&row.cell("deelname"), &DEELNAME, problems),
            toetreding: Toetredingsmoment {
                datum: optional_date(&row.cell("datum"), problems),
                na,
                uiterlijk,
                toelichting: row.cell("toelichting").required(problems).to_owned(),
                grondslag: one_of(&row.cell("grondslag"), &GRONDSLAG, problems),
            },
            gebieden: vec![GebiedPeriode { code: code.clone(), van: None, tot: None }],
            code,
            sites: sites(&row.cell("sites"), bronnen, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    deelnemers.sort_by_cached_key(|deelnemer| (sort_key(&deelnemer.naam), deelnemer.code.clone()));
    deelnemers
}

/// The document, when everyone is known.
pub fn read(_: &Path, known: &mut Known, _: &mut Problems) -> Deelnemers {
    Deelnemers {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        jaar: known.areas.jaar,
        deelnemers: known.deelnemers.to_vec(),
    }
}

/// The first thirty agendas are of 2019, number 31 to 50 of 2020.
fn of_the_peildatum(gemeente: &Deelnemer, sites: Vec<Site>) -> DeelnemerInTijd {
    let toetreding = &gemeente.toetreding;
    DeelnemerInTijd {
        code: gemeente.code.clone(),
        naam: gemeente.naam.clone(),
        slug: gemeente.slug.clone(),
        provincie: gemeente.provincie.clone(),
        groep: if is_before(&toetreding.datum, "2020") { Groep::Eerste } else { Groep::Tweede },
        deelname: Deelname::Agenda,
        toetreding: Toetredingsmoment {
            datum: Some(toetreding.datum.clone()),
            na: None,
            uiterlijk: None,
            toelichting: toetreding.toelichting.clone(),
            grondslag: toetreding.grondslag,
        },
        gebieden: gemeente.gebieden.clone(),
        sites,
        zekerheid: gemeente.zekerheid,
        bronnen: gemeente.bronnen.clone(),
    }
}
