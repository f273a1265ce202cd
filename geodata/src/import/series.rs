//! A foreign table and its mapping to a table of figures: a row for each area and period.
//!
//! A figure that is made of others (a sum, a mean, a share) may be published only as
//! [`disclosure`](super::disclosure) allows; one that its source gives stands as it is. Ranges stay ranges
//! when they are added. What is left out is counted and named, never silent.

mod figure;
mod successors;
mod write;

use super::foreign::{ForeignTable, area, number, one_spaced, period};
use super::mapping::{Measure, SeriesMapping, Via};
use super::problem::{Problem, Problems};
use crate::contract::{Afwezig, GebiedCode, GemeenteCode, Herindelingen, Niveau, Status, Waarde};
use figure::{Part, combined};
use std::collections::{BTreeMap, BTreeSet};
use successors::Successors;

pub(crate) use write::quoted;
pub use write::to_csv;

/// A table of figures, in order of code and period.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// `ses-woa-wijk-2021`.
    pub name: String,
    pub rows: Vec<SeriesRow>,
    pub left_out: LeftOut,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SeriesRow {
    pub code: GebiedCode,
    pub naam: String,
    /// Where a school lies.
    pub gemeente: Option<GebiedCode>,
    pub periode: String,
    pub waarde: Waarde,
}

/// What the source has and the series has not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LeftOut {
    /// Rows of another level, or that the mapping does not ask for.
    pub rows: usize,
    /// Schools that lie in no known gemeente, or in one that was divided.
    pub schools: Vec<String>,
}

/// Where each school lies: the tables of a `via`, read.
pub type Homes = BTreeMap<GebiedCode, Home>;

/// Where a school lies, and what it is called; no name where its table has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Home {
    pub gemeente: GemeenteCode,
    pub naam: String,
}

/// The province of each gemeente, for adding up.
pub type Provinces = BTreeMap<GebiedCode, GebiedCode>;

/// The gemeente of every school, from the first table that knows it. The rows of a later table that are wrong
/// matter only for schools that no earlier one has.
pub fn homes(vias: &[(Via, ForeignTable)]) -> Result<Homes, Problems> {
    let mut homes = Homes::new();
    let mut problems = Problems::default();
    for (via, table) in vias {
        let columns = columns(table, &via.code.names()).map_err(super::foreign::one)?;
        let gemeente = table.column(&via.gemeente).map_err(super::foreign::one)?;
        let naam = via.naam.as_ref().map(|naam| table.column(naam)).transpose();
        let naam = naam.map_err(super::foreign::one)?;
        for (at, row) in table.rows.iter().enumerate() {
            let code: Vec<&str> = columns.iter().map(|column| row.cells[*column].text()).collect();
            let code = keep(area::read(&code, Niveau::School), table, at, columns[0], &mut problems);
            let cell = [row.cells[gemeente].text()];
            let home = keep(area::read(&cell, Niveau::Gemeente), table, at, gemeente, &mut problems);
            if let (Some(code), Some(home)) = (code, home) {
                let naam = naam.map_or("", |column| row.cells[column].text());
                homes.entry(code).or_insert_with(|| Home {
                    gemeente: GemeenteCode::new(home.as_str()),
                    naam: one_spaced(naam),
                });
            }
        }
    }
    if problems.is_empty() { Ok(homes) } else { Err(problems) }
}

/// Takes one series out of a table.
pub fn series(
    mapping: &SeriesMapping,
    form: number::Form,
    table: &ForeignTable,
    homes: &Homes,
    provinces: &Provinces,
    herindelingen: &Herindelingen,
) -> Result<Series, Problems> {
    let rows = Rows::new(mapping, form, table).map_err(super::foreign::one)?;
    let mut problems = Problems::default();
    let mut left_out = LeftOut::default();
    let mut names: BTreeMap<GebiedCode, String> = BTreeMap::new();
    let mut parts: BTreeMap<(GebiedCode, String), Vec<(usize, Part)>> = BTreeMap::new();
    let mut strays = BTreeSet::new();
    let mut lies_in: BTreeMap<GebiedCode, GebiedCode> = BTreeMap::new();
    let mut successors = Successors::new(mapping, herindelingen);
    for at in 0..table.rows.len() {
        if !rows.is_wanted(at) {
            left_out.rows += 1;
            continue;
        }
        let own = if mapping.via.is_empty() { mapping.niveau } else { Niveau::School };
        let Some(code) = rows.code(at, own, &mut problems) else { continue };
        if Niveau::of(code.as_str()) != Some(own) {
            left_out.rows += 1;
            continue;
        }
        let home = if mapping.via.is_empty() {
            Some(code.clone())
        } else {
            homes.get(&code).map(|home| GebiedCode::new(home.gemeente.as_str()))
        };
        let of_schools = mapping.niveau == Niveau::School;
        let home = match home {
            Some(home) if of_schools => successors.whole(home),
            Some(home) => successors.of(home).map(Some),
            None => Ok(None),
        };
        let Some(home) = keep(home, table, at, rows.code[0], &mut problems) else { continue };
        let Some(home) = home else {
            strays.insert(code.as_str().to_owned());
            continue;
        };
        if !mapping.gemeenten.is_empty() && !mapping.gemeenten.iter().any(|own| own.as_str() == home.as_str())
        {
            left_out.rows += 1;
            continue;
        }
        let area = if of_schools {
            lies_in.insert(code.clone(), home);
            code
        } else {
            home
        };
        let Some((periode, part)) = rows.part(at, &mut problems) else { continue };
        if let Some(naam) = rows.naam.map(|column| table.rows[at].cells[column].text()) {
            names.entry(area.clone()).or_insert_with(|| naam.to_owned());
        }
        parts.entry((area, periode)).or_default().push((at, part));
    }
    if mapping.maat == Measure::Gegeven {
        for several in parts.values().filter(|several| several.len() > 1) {
            let (first, second) = (several[0].0, several[1].0);
            let first = table.place(first, Some(rows.code[0]));
            let place = table.place(second, Some(rows.code[0]));
            let found = format!("a second one; the first is at {}:{}", first.file, first.line);
            problems.expected(&place, "one row for each area and period", found);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    left_out.schools = strays.into_iter().collect();
    let parts =
        parts.into_iter().map(|(key, parts)| (key, parts.into_iter().map(|(_, part)| part).collect()));
    let mut values = combined(mapping, parts.collect(), provinces);
    for ((code, _), waarde) in &mut values {
        if successors.incomparable.contains(code) {
            *waarde = Waarde::afwezig(Afwezig::NietVergelijkbaar);
        }
    }
    let rows = values.into_iter().map(|((code, periode), waarde)| {
        let of_school = || homes.get(&code).map(|home| home.naam.clone());
        let naam = names.get(&code).cloned().or_else(of_school).unwrap_or_default();
        let gemeente = lies_in.get(&code).cloned();
        SeriesRow { code, naam, gemeente, periode, waarde }
    });
    Ok(Series { name: mapping.name(), rows: rows.collect(), left_out })
}

/// The columns of a table that a mapping asks for.
struct Rows<'t> {
    mapping: &'t SeriesMapping,
    form: number::Form,
    table: &'t ForeignTable,
    code: Vec<usize>,
    naam: Option<usize>,
    periode: Option<usize>,
    /// The figure or the counts above the line, and the weight or the counts below it.
    above: Vec<usize>,
    below: Vec<usize>,
    signs: Option<usize>,
    conditions: Vec<(usize, &'t str)>,
}

impl<'t> Rows<'t> {
    fn new(mapping: &'t SeriesMapping, form: number::Form, table: &'t ForeignTable) -> Result<Self, Problem> {
        let one = |name: &Option<String>| name.as_deref().map(|name| table.column(name)).transpose();
        let above = mapping.teller.as_ref().map(|columns| columns.names());
        let above = above.unwrap_or_else(|| mapping.waarde.as_deref().into_iter().collect());
        let below = mapping.noemer.as_ref().map(|columns| columns.names());
        let below = below.unwrap_or_else(|| mapping.gewicht.as_deref().into_iter().collect());
        let mut conditions = Vec::new();
        for (name, wanted) in &mapping.waar {
            conditions.push((table.column(name)?, wanted.as_str()));
        }
        Ok(Self {
            mapping,
            form,
            table,
            code: columns(table, &mapping.code.names())?,
            naam: one(&mapping.naam)?,
            periode: one(&mapping.periode.kolom)?,
            above: columns(table, &above)?,
            below: columns(table, &below)?,
            signs: mapping.tekens.as_ref().map(|signs| table.column(&signs.kolom)).transpose()?,
            conditions,
        })
    }

    fn text(&self, at: usize, column: usize) -> &'t str {
        self.table.rows[at].cells[column].text()
    }

    fn is_wanted(&self, at: usize) -> bool {
        self.conditions.iter().all(|(column, wanted)| self.text(at, *column) == *wanted)
    }

    fn code(&self, at: usize, niveau: Niveau, problems: &mut Problems) -> Option<GebiedCode> {
        let cells: Vec<&str> = self.code.iter().map(|column| self.text(at, *column)).collect();
        keep(area::read(&cells, niveau), self.table, at, self.code[0], problems)
    }

    /// The period of a row, and what it brings to its area's figure.
    fn part(&self, at: usize, problems: &mut Problems) -> Option<(String, Part)> {
        let before = problems.len();
        let value = &self.mapping.periode;
        let written = self
            .periode
            .map_or(value.vast.as_deref().unwrap_or_default(), |column| value.word(self.text(at, column)));
        let place = self.periode.unwrap_or(self.code[0]);
        let periode = keep(period::read(written), self.table, at, place, problems);
        let mut status = self.mapping.status.clone();
        let (periode, of_period) = periode.unwrap_or_default();
        status.extend(of_period);
        status.extend(self.signs(at, problems));
        let mut read = |columns: &[usize], people: bool| -> Vec<Waarde> {
            let figure = |column: &usize| {
                let cell = &self.table.rows[at].cells[*column];
                let figure = number::read(cell, self.form, self.mapping.leeg);
                let figure = figure.and_then(|waarde| if people { counted(waarde) } else { Ok(waarde) });
                keep(figure, self.table, at, *column, problems)
            };
            columns.iter().filter_map(figure).collect()
        };
        let shares_people = self.mapping.maat == Measure::Procent;
        let (above, below) = (read(&self.above, shares_people), read(&self.below, true));
        (problems.len() == before).then_some((periode, Part { above, below, status }))
    }

    fn signs(&self, at: usize, problems: &mut Problems) -> Vec<Status> {
        let (Some(signs), Some(column)) = (&self.mapping.tekens, self.signs) else { return vec![] };
        let mut found = Vec::new();
        for sign in self.text(at, column).split(',').map(str::trim).filter(|sign| !sign.is_empty()) {
            match signs.betekenis.get(sign) {
                Some(status) => found.push(*status),
                None => {
                    let known: Vec<&str> = signs.betekenis.keys().map(String::as_str).collect();
                    let expected = format!("one of the signs {}", known.join(", "));
                    let place = self.table.place(at, Some(column));
                    problems.expected(&place, expected, format!("{sign:?}"));
                }
            }
        }
        found
    }
}

/// Counts of people are whole and not negative.
fn counted(waarde: Waarde) -> Result<Waarde, String> {
    match waarde.bekend() {
        Some(figure) if !(figure >= 0.0 && figure.fract() == 0.0 && figure < 1e9) => {
            Err(format!("expected a number of people, found {figure}"))
        }
        _ => Ok(waarde),
    }
}

fn columns(table: &ForeignTable, names: &[&str]) -> Result<Vec<usize>, Problem> {
    names.iter().map(|name| table.column(name)).collect()
}

/// What a cell says, or a problem at its place.
fn keep<T>(
    read: Result<T, String>,
    table: &ForeignTable,
    row: usize,
    column: usize,
    problems: &mut Problems,
) -> Option<T> {
    read.map_err(|reason| problems.push(Problem::at(table.place(row, Some(column)), reason))).ok()
}
