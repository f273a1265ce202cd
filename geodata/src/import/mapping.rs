//! What to take from a foreign table, as configuration: one TOML file for each source file.
//!
//! ```toml
//! [bron]
//! formaat = "statline"
//! invoer = ["indicatoren/cbs/ses-woa.csv"]        # files, or addresses; more than one is pages of one table
//!
//! [[reeks]]                                       # one table of figures: INDICATOR-NIVEAU-INDELING.csv
//! indicator = "ses-woa"
//! niveau = "wijk"                                 # rows of other levels are left out, and counted
//! indeling = 2021
//! code = "Regiocode (gemeente, wijk, buurt) (code)"
//! naam = "Wijken en buurten"
//! periode = { kolom = "Perioden" }                # or { vast = "2019" }
//! waarde = "SES-WOA/Totaalscore/Gemiddelde score (Getal)"
//! ```
//!
//! Or, for an editors' table, `[tabel]` with the file it becomes and where each column comes from. Columns are
//! called by their names in the source; a name that is not there is a problem that lists those that are.

use super::foreign::Format;
use super::locate::line_and_column;
use super::problem::{Part, Place, Problem};
use crate::contract::{Afwezig, GemeenteCode, IndicatorId, Niveau, Status};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub bron: Source,
    #[serde(default)]
    pub reeks: Vec<SeriesMapping>,
    pub tabel: Option<TableMapping>,
}

/// Where a foreign table is, and how it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub formaat: Format,
    /// Files or addresses, the pages of one table in their order; empty where the command line names them.
    #[serde(default)]
    pub invoer: Vec<String>,
    /// The line or row with the names of the columns, from 1.
    pub kop: Option<usize>,
    /// The sheet of a workbook.
    pub blad: Option<String>,
    /// OData: `DataProperties` or `MeasureCodes`, so that columns are called by title.
    pub titels: Option<String>,
}

/// One table of figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesMapping {
    pub indicator: IndicatorId,
    pub niveau: Niveau,
    pub indeling: u16,
    /// The column with the code; two for a school in two columns, instelling and vestiging.
    pub code: Columns,
    /// The column with the name, for areas that no other document names.
    pub naam: Option<String>,
    pub periode: Value,
    #[serde(default)]
    pub maat: Measure,
    /// The figure, or what is added or averaged.
    pub waarde: Option<String>,
    /// What a mean is weighed by, a number of people.
    pub gewicht: Option<String>,
    /// Above the line of a share; several columns are added.
    pub teller: Option<Columns>,
    /// Below it, a number of people; several columns are added.
    pub noemer: Option<Columns>,
    /// What an empty cell means; not given, a cell that is not known.
    pub leeg: Option<Afwezig>,
    /// What holds for every figure.
    #[serde(default)]
    pub status: Vec<Status>,
    /// A column with the source's signs, and what each says of the row's figure. It holds for a figure that is made
    /// of rows when all of them have it.
    pub tekens: Option<Signs>,
    /// Only rows with these values: column and text.
    #[serde(default)]
    pub waar: BTreeMap<String, String>,
    /// Digits behind the point of a figure that is computed; not given, four.
    pub decimalen: Option<usize>,
    /// In which gemeente a school lies, the first table that knows it; then `code` is the school's. Figures of
    /// gemeenten are made of those of their schools; figures of schools are told by gemeente.
    #[serde(default)]
    pub via: Vec<Via>,
    /// Only what lies in these gemeenten of `indeling`; not given, all.
    #[serde(default)]
    pub gemeenten: Vec<GemeenteCode>,
    /// Whether the source has codes of gemeenten that ended before `indeling`: they are followed to it by
    /// `herindelingen.csv`. Who got a part of one that was divided has no figure: nobody knows how much.
    #[serde(default)]
    pub herindelingen: bool,
    /// Which province a gemeente lies in: then the provinces and the land are added up too.
    pub provincies: Option<Provinces>,
}

/// How a figure is made of the rows of an area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// As it stands: one row for each area and period.
    #[default]
    Gegeven,
    /// Counts added.
    Som,
    /// Weighed by a number of people.
    Gemiddelde,
    /// Something per person.
    Verhouding,
    /// People of people, times a hundred.
    Procent,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Columns {
    One(String),
    Several(Vec<String>),
}

/// Where a text comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    pub kolom: Option<String>,
    pub vast: Option<String>,
    /// Words of the source, and ours.
    #[serde(default)]
    pub woorden: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    pub kolom: String,
    /// Signs are separated by commas.
    pub betekenis: BTreeMap<String, Status>,
}

/// A table that says in which gemeente a school lies, and what it is called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Via {
    pub formaat: Format,
    pub invoer: String,
    pub kop: Option<usize>,
    pub code: Columns,
    pub gemeente: String,
    pub naam: Option<String>,
}

/// A table that says in which province a gemeente lies: CSV.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provinces {
    pub invoer: String,
    pub code: String,
    pub provincie: String,
}

/// An editors' table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableMapping {
    /// `interventies.csv`.
    pub bestand: String,
    /// A column of ours, and the column of the source or the text it is made of.
    pub kolommen: BTreeMap<String, ColumnOrValue>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum ColumnOrValue {
    Column(String),
    Value(Value),
}

impl Mapping {
    /// Reads a mapping; `file` is what a problem calls it.
    pub fn read(file: &str, text: &str) -> Result<Self, Problem> {
        let place = |at: usize, part: Part| {
            let (line, column) = line_and_column(text, at);
            Place { file: file.to_owned(), line, column, part }
        };
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let found = error.message().lines().collect::<Vec<_>>().join(", ");
            Problem::expected(place(at, Part::Whole), "a mapping as `geodata import --help` describes", found)
        })?;
        let refused =
            |expected: &str, found: &str| Err(Problem::expected(place(0, Part::Whole), expected, found));
        match (&mapping.tabel, mapping.reeks.is_empty()) {
            (None, true) => return refused("a [[reeks]] or a [tabel]", "neither"),
            (Some(_), false) => return refused("[[reeks]] or [tabel]", "both"),
            _ => {}
        }
        if let Some(table) = &mapping.tabel {
            let plain = !table.bestand.contains(['/', '\\']) && table.bestand.ends_with(".csv");
            if !plain {
                return refused("bestand to be the name of a CSV file", &format!("{:?}", table.bestand));
            }
        }
        for series in &mapping.reeks {
            if let Err(expected) = series.check() {
                return refused(&format!("{} with {expected}", series.name()), "none of that form");
            }
        }
        Ok(mapping)
    }
}

impl SeriesMapping {
    /// `ses-woa-wijk-2021`: the name of the table without `.csv`.
    pub fn name(&self) -> String {
        format!("{}-{}-{}", self.indicator, self.niveau, self.indeling)
    }

    fn check(&self) -> Result<(), &'static str> {
        let Self { waarde, gewicht, teller, noemer, .. } = self;
        let given = (waarde.is_some(), gewicht.is_some(), teller.is_some(), noemer.is_some());
        match (self.maat, given) {
            (Measure::Gegeven | Measure::Som, (true, false, false, false)) => {}
            (Measure::Gemiddelde, (true, true, false, false)) => {}
            (Measure::Verhouding | Measure::Procent, (false, false, true, true)) => {}
            (Measure::Gegeven | Measure::Som, _) => return Err("waarde alone"),
            (Measure::Gemiddelde, _) => return Err("waarde and gewicht alone"),
            (Measure::Verhouding | Measure::Procent, _) => return Err("teller and noemer alone"),
        }
        if !self.indicator.is_well_formed() {
            return Err("an indicator of lower-case words joined by -");
        }
        if self.periode.kolom.is_some() == self.periode.vast.is_some() {
            return Err("a periode with kolom or vast");
        }
        let of_schools = self.niveau == Niveau::School;
        let adds = self.niveau == Niveau::Gemeente && self.maat != Measure::Gegeven;
        if !self.via.is_empty() && !of_schools && !adds {
            return Err("niveau school, or gemeente and a maat that adds, for it has a via");
        }
        if of_schools && self.via.is_empty() {
            return Err("a via, which says in which gemeente a school lies");
        }
        if !self.gemeenten.is_empty() && !of_schools {
            return Err("niveau school, for it has gemeenten");
        }
        if self.provincies.is_some() && (self.niveau != Niveau::Gemeente || self.maat == Measure::Gegeven) {
            return Err("niveau gemeente and a maat that adds, for it has provincies");
        }
        Ok(())
    }
}

impl Columns {
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::One(name) => vec![name],
            Self::Several(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

impl Value {
    /// Our word for the source's, or the source's.
    pub fn word<'v>(&'v self, text: &'v str) -> &'v str {
        self.woorden.get(text).map_or(text, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERIES: &str = "[bron]\nformaat = \"duo\"\n[[reeks]]\nindicator = \"x\"\nniveau = \"gemeente\"\n\
        indeling = 2021\ncode = \"c\"\nperiode = { vast = \"2019\" }\n";

    #[test]
    fn a_figure_is_made_in_one_way() {
        for good in ["waarde = \"w\"", "maat = \"procent\"\nteller = [\"a\", \"b\"]\nnoemer = \"n\""] {
            assert!(Mapping::read("m.toml", &format!("{SERIES}{good}")).is_ok(), "{good}");
        }
        let problem =
            |rest: &str| Mapping::read("m.toml", &format!("{SERIES}{rest}")).unwrap_err().to_string();
        let expected =
            "m.toml:1:1: expected x-gemeente-2021 with waarde and gewicht alone, found none of that form";
        assert_eq!(problem("maat = \"gemiddelde\"\nwaarde = \"w\""), expected);
        assert!(
            problem("wrde = \"w\"").starts_with("m.toml:9:1: expected a mapping"),
            "{}",
            problem("wrde = 1")
        );
    }

    #[test]
    fn a_table_stays_in_its_folder() {
        let text = "[bron]\nformaat = \"csv\"\n[tabel]\nbestand = \"../x.csv\"\n[tabel.kolommen]\n";
        let expected = "m.toml:1:1: expected bestand to be the name of a CSV file, found \"../x.csv\"";
        assert_eq!(Mapping::read("m.toml", text).unwrap_err().to_string(), expected);
    }
}
