//! `items.csv`: what a source says of an interventie in one gemeente; all other items follow from
//! `interventies.csv`.
//!
//! An item can be one of those counted in 2019 only where the gemeente is of the first thirty and the
//! interventie did not begin later; it is one where a row says so.

use super::known::Known;
use super::value::one_of;
use crate::contract::datum::is_before;
use crate::contract::items::sentence;
use crate::contract::{
    Dekking, GemeenteCode, Groep, Interventie, Item, Items, Lijst, SCHEMA_VERSIE, Telling2019, Verwijzing,
};
use crate::import::problem::{Place, Problems};
use crate::import::table::Table;
use std::collections::BTreeMap;
use std::path::Path;

const COLUMNS: [&str; 5] = ["interventie", "gemeente", "agenda", "telling2019", "bronnen"];

const TELLING: [(&str, Option<Telling2019>); 3] = [
    ("", None),
    ("bevestigd", Some(Telling2019::Bevestigd)),
    ("uitgesloten", Some(Telling2019::Uitgesloten)),
];

/// What a row adds to an item.
struct Said {
    place: Place,
    agenda: Option<String>,
    telling: Option<Telling2019>,
    bronnen: Vec<Verwijzing>,
}

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Items {
    let mut said = rows(dir, known, problems);
    let mut items = Vec::new();
    for interventie in known.interventies {
        for gemeente in &interventie.gemeenten {
            let row = said.remove(&(interventie.id.clone(), gemeente.clone()));
            items.push(item(interventie, gemeente, row, known, problems));
        }
    }
    for ((interventie, gemeente), row) in said {
        let expected = "an interventie in interventies.csv, and one of its gemeenten";
        problems.expected(&row.place, expected, format!("\"{interventie}\" in \"{gemeente}\""));
    }
    let dekking = coverage(&items, known);
    Items { schema_versie: SCHEMA_VERSIE.to_owned(), dekking, items }
}

fn rows(dir: &Path, known: &Known, problems: &mut Problems) -> BTreeMap<(String, GemeenteCode), Said> {
    let table = Table::read(dir, "items.csv", &COLUMNS, problems);
    let mut said = BTreeMap::new();
    for row in table.rows() {
        let (interventie, gemeente) = (row.cell("interventie"), row.cell("gemeente"));
        let agenda = row.cell("agenda");
        if !agenda.text.is_empty() && !known.agendas.contains(agenda.text) {
            problems.push(agenda.problem("the id of an agenda in agendas.csv").refers_to(&["agendas.csv"]));
        }
        let row = Said {
            place: interventie.place.clone(),
            agenda: agenda.optional(),
            telling: one_of(&row.cell("telling2019"), &TELLING, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        };
        let key = (interventie.text.to_owned(), GemeenteCode::new(gemeente.text));
        if said.insert(key, row).is_some() {
            problems.push(gemeente.problem("an interventie and gemeente that no other row has"));
        }
    }
    said
}

fn item(
    interventie: &Interventie,
    gemeente: &GemeenteCode,
    row: Option<Said>,
    known: &Known,
    problems: &mut Problems,
) -> Item {
    let can_be = can_be_of_2019(interventie, gemeente, known);
    let of_itself = if can_be { Telling2019::Onbekend } else { Telling2019::Uitgesloten };
    let mut bronnen = interventie.bronnen.clone();
    let (mut agenda, mut telling2019) = (None, of_itself);
    if let Some(row) = row {
        if row.telling == Some(Telling2019::Bevestigd) && !can_be {
            let expected = "an item of a gemeente of 2019 that did not begin later";
            problems.expected(&row.place, expected, "bevestigd");
        }
        agenda = row.agenda;
        telling2019 = row.telling.unwrap_or(of_itself);
        bronnen.splice(0..0, row.bronnen);
        let mut seen = Vec::new();
        bronnen.retain(|bron| {
            !seen.contains(bron) && {
                seen.push(bron.clone());
                true
            }
        });
    }
    let id = format!("{}-{}", interventie.id, gemeente.as_str().to_lowercase());
    Item { id, interventie: interventie.id.clone(), gemeente: gemeente.clone(), agenda, telling2019, bronnen }
}

fn can_be_of_2019(interventie: &Interventie, gemeente: &GemeenteCode, known: &Known) -> bool {
    let first = known
        .deelnemers
        .iter()
        .any(|deelnemer| deelnemer.code == *gemeente && deelnemer.groep == Groep::Eerste);
    let began = interventie.periode.as_ref().and_then(|periode| periode.van.as_deref());
    first && !began.is_some_and(|began| is_before("2019", began))
}

/// Counted against the key figure that counts items of 2019.
fn coverage(items: &[Item], known: &Known) -> Option<Dekking> {
    let figure = known.kerncijfers.iter().find(|figure| figure.lijst == Some(Lijst::Items2019))?;
    let count = |telling| items.iter().filter(|item| item.telling2019 == telling).count() as u16;
    let (verwacht, bevestigd) = (figure.waarde.value() as u16, count(Telling2019::Bevestigd));
    Some(Dekking {
        verwacht,
        peildatum: figure.peildatum.clone(),
        bevestigd,
        onbekend: count(Telling2019::Onbekend),
        uitgesloten: count(Telling2019::Uitgesloten),
        zin: sentence(verwacht, bevestigd),
        bronnen: figure.bronnen.clone(),
    })
}
