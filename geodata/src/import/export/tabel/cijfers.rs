//! The figures of a series as one table: a row for each area and period, whatever they are cut into as documents.

use super::{Column, Kind, SEPARATOR, Tabel, csv, field_title};
use crate::contract::{Afwezig, Cijfer, Cijfers, Maat, Waarde};
use crate::import::document::Document;
use crate::import::export::Named;
use crate::import::problem::Problem;
use crate::import::read::{parse, utf8};
use std::collections::BTreeMap;

/// Whether a document of this schema is told by the tables of figures: its figures, or a list of documents.
pub fn is_of(schema: &str) -> bool {
    schema == "cijfers"
}

/// A table for each series, in the order of its name. The figures of one series at a time are in memory.
pub fn tabellen(named: &[Named]) -> Vec<Tabel> {
    let mut series: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for (_, document) in named.iter().filter(|(schema, _)| is_of(schema)) {
        series.entry(series_of(&document.pad)).or_default().push(document);
    }
    let tabel = |documents: Vec<&Document>| {
        let parts: Vec<Cijfers> = documents.into_iter().filter_map(|document| read(document).ok()).collect();
        let Cijfers { indicator, niveau, indeling, .. } = parts.first()?;
        Some(tabel(format!("cijfers-{indicator}-{niveau}-{indeling}"), &parts))
    };
    series.into_values().filter_map(tabel).collect()
}

/// `ses-woa-wijk-2021` of `indicatoren/ses-woa-wijk-2021.json` and of `indicatoren/ses-woa-wijk-2021/GM0363.json`.
fn series_of(pad: &str) -> &str {
    let below = pad.split_once('/').map_or(pad, |(_, below)| below);
    below.split(['/', '.']).next().unwrap_or(below)
}

fn read(document: &Document) -> Result<Cijfers, Problem> {
    parse(&document.pad, &utf8(&document.pad, document.bytes.clone())?)
}

fn tabel(name: String, parts: &[Cijfers]) -> Tabel {
    let columns = columns();
    let own = parts.iter().flat_map(|part| {
        let of_area = part.gebieden.iter().map(|gebied| {
            (gebied.code.as_str(), gebied.naam.as_deref().unwrap_or_default(), "", &gebied.waarden)
        });
        let larger = part.vergelijking.iter();
        let larger = larger.map(|cijfer| (cijfer.code.as_str(), "", cijfer.maat.as_str(), &cijfer.waarden));
        of_area.chain(larger).flat_map(move |(code, naam, maat, waarden)| {
            let perioden = part.perioden.iter().zip(waarden);
            perioden.map(move |(periode, waarde)| {
                let of_period = periode.status.iter().filter(|_| waarde.cijfer.is_ok());
                let of_figure = waarde.status.iter().filter(|status| !periode.status.contains(status));
                let status: Vec<&str> = of_period.chain(of_figure).map(|status| status.as_str()).collect();
                row(code, naam, &periode.periode, maat, waarde, &status)
            })
        })
    });
    Tabel {
        title: field_title(&name),
        description: "The figures of a series, a row for each area and period; with maat, those of a larger \
                      area that areas are held against."
            .to_owned(),
        csv: csv(&name, &columns, own),
        key: vec!["code".to_owned(), "periode".to_owned()],
        name,
        columns,
    }
}

fn row(code: &str, naam: &str, periode: &str, maat: &str, waarde: &Waarde, status: &[&str]) -> Vec<String> {
    let (mut precies, mut van, mut tot, mut reden) = Default::default();
    match waarde.cijfer {
        Ok(Cijfer::Precies(cijfer)) => precies = cijfer.to_string(),
        Ok(Cijfer::Tussen(low, high)) => (van, tot) = (low.to_string(), high.to_string()),
        Err(afwezig) => reden = afwezig.as_str().to_owned(),
    }
    let status = status.join(SEPARATOR);
    vec![
        code.to_owned(),
        naam.to_owned(),
        periode.to_owned(),
        precies,
        van,
        tot,
        reden,
        status,
        maat.to_owned(),
    ]
}

fn columns() -> Vec<Column> {
    let column = |name: &str, kind: Kind, required: bool, description: &str| Column {
        name: name.to_owned(),
        title: field_title(name),
        description: Some(description.to_owned()),
        kind,
        required,
        pattern: None,
        options: Vec::new(),
        path: Vec::new(),
    };
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect();
    let reasons: Vec<&str> = Afwezig::ALL.iter().map(|(name, _)| *name).collect();
    let kinds: Vec<&str> = Maat::ALL.iter().map(|(name, _)| *name).collect();
    vec![
        column("code", Kind::Text, true, "The area or school."),
        column("naam", Kind::Text, false, "Its name, where no other document of the release has it."),
        column("periode", Kind::Text, true, "The period that was measured."),
        column("waarde", Kind::Number, false, "The figure, where it is exactly known."),
        column("van", Kind::Number, false, "The least it can be, where it is known as a range."),
        column("tot", Kind::Number, false, "The most it can be, where it is known as a range."),
        Column { options: names(&reasons), ..column("reden", Kind::Text, false, "Why there is no figure.") },
        column("status", Kind::Several, false, "What the source says of the figure."),
        Column {
            options: names(&kinds),
            ..column("maat", Kind::Text, false, "Which middle it is, of a larger area; empty for the areas.")
        },
    ]
}
