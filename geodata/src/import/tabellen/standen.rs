//! `standen.csv`: the moments of a time slider. Number, day and source are those of a key figure; who is known
//! follows from the participants, and their areas from the codes of the map's year.

use super::known::Known;
use super::value::{one_of, optional_label};
use crate::contract::datum::is_before;
use crate::contract::{
    Deelgroep, DeelnemerInTijd, GebiedPeriode, GemeenteCode, SCHEMA_VERSIE, Stand, Standen, Vorm,
};
use crate::import::problem::Problems;
use crate::import::table::{Row, Table};
use std::path::Path;

const COLUMNS: [&str; 5] = ["kerncijfer", "vorm", "jaar", "toelichting_nl", "toelichting_en"];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Standen {
    let table = Table::read(dir, "standen.csv", &COLUMNS, problems);
    table.each_once("kerncijfer", problems);
    let mut standen = Vec::new();
    for row in table.rows() {
        standen.extend(stand(&row, known, problems));
    }
    standen.sort_by(|one: &Stand, other| one.datum.cmp(&other.datum));
    Standen { schema_versie: SCHEMA_VERSIE.to_owned(), standen }
}

fn stand(row: &Row, known: &Known, problems: &mut Problems) -> Option<Stand> {
    let (cell, year) = (row.cell("kerncijfer"), row.cell("jaar"));
    let found = known.kerncijfers.iter().find(|kerncijfer| kerncijfer.id == cell.text);
    let count = found.and_then(|kerncijfer| whole(kerncijfer.waarde.value()));
    let (Some(kerncijfer), Some(aantal)) = (found, count) else {
        problems.push(
            cell.problem("the id of a key figure that counts gemeenten").refers_to(&["kerncijfers.csv"]),
        );
        return None;
    };
    let Some(jaar) = year.text.parse().ok().filter(|jaar| (1900..2200).contains(jaar)) else {
        problems.push(year.problem("the year of a map, such as 2021"));
        return None;
    };
    let (mut bekend, mut mogelijk) = (Deelgroep::default(), Deelgroep::default());
    for deelnemer in known.deelnemers {
        let group = match taking_part(deelnemer, &kerncijfer.peildatum) {
            Some(true) => &mut bekend,
            None => &mut mogelijk,
            Some(false) => continue,
        };
        group.deelnemers.push(deelnemer.code.clone());
        group.gebieden.extend(areas(deelnemer, jaar, known));
    }
    bekend.gebieden.sort();
    mogelijk.gebieden.sort();
    Some(Stand {
        datum: kerncijfer.peildatum.clone(),
        vorm: one_of(&row.cell("vorm"), &Vorm::ALL, problems),
        aantal,
        kerncijfer: kerncijfer.id.clone(),
        jaar,
        bekend,
        mogelijk,
        toelichting: optional_label(row, "toelichting", &["en"], problems),
        bronnen: kerncijfer.bronnen.clone(),
    })
}

fn whole(value: f64) -> Option<u16> {
    (value.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&value)).then_some(value as u16)
}

/// Whether a participant takes part on a day; nothing where no source says.
fn taking_part(deelnemer: &DeelnemerInTijd, day: &str) -> Option<bool> {
    let toetreding = &deelnemer.toetreding;
    let latest = toetreding.datum.as_ref().or(toetreding.uiterlijk.as_ref());
    let earliest = toetreding.datum.as_ref().or(toetreding.na.as_ref());
    if latest.is_some_and(|latest| latest == day || is_before(latest, day)) {
        return Some(true);
    }
    let after =
        |earliest: &String| is_before(day, earliest) || (toetreding.datum.is_none() && earliest == day);
    if earliest.is_some_and(after) { Some(false) } else { None }
}

/// The areas of a participant on the map of a year.
fn areas(deelnemer: &DeelnemerInTijd, jaar: u16, known: &Known) -> Vec<GemeenteCode> {
    let day = format!("{jaar}-01-01");
    let holds = |area: &&GebiedPeriode| {
        !area.van.as_ref().is_some_and(|van| is_before(&day, van))
            && !area.tot.as_ref().is_some_and(|tot| is_before(tot, &day))
    };
    let own = deelnemer.gebieden.iter().filter(holds).map(|area| &area.code);
    let on_the_map = |code: &GemeenteCode| {
        let followed = known.herindelingen.follow(code, known.areas.jaar, jaar.max(known.areas.jaar));
        followed.map_or_else(|_| vec![code.clone()], |opvolging| opvolging.naar.into_iter().collect())
    };
    own.flat_map(on_the_map).collect()
}
