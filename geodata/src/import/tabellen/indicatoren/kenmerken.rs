//! `vergelijkingskenmerken.csv`: the traits by which gemeenten are alike.

use crate::contract::{Indicator, IndicatorId};
use crate::import::problem::Problems;
use crate::import::tabellen::value::one_of;
use crate::import::table::Table;
use std::path::Path;

/// An indicator that counts when gemeenten are called alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Kenmerk {
    pub indicator: IndicatorId,
    pub periode: String,
    pub schaal: Schaal,
    /// How much it counts beside the others.
    pub gewicht: f64,
}

/// How a difference is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schaal {
    /// 10 and 20 per cent differ as much as 20 and 30.
    Lineair,
    /// 10,000 and 20,000 inhabitants differ as much as 20,000 and 40,000.
    Logaritmisch,
}

const SCHALEN: [(&str, Schaal); 2] = [("lineair", Schaal::Lineair), ("logaritmisch", Schaal::Logaritmisch)];

pub fn read(dir: &Path, indicatoren: &[Indicator], problems: &mut Problems) -> Vec<Kenmerk> {
    let columns = ["indicator", "periode", "schaal", "gewicht"];
    let table = Table::read(dir, "vergelijkingskenmerken.csv", &columns, problems);
    table.each_once("indicator", problems);
    let mut kenmerken = Vec::new();
    for row in table.rows() {
        let (indicator, gewicht) = (row.cell("indicator"), row.cell("gewicht"));
        if !indicatoren.iter().any(|known| known.id.as_str() == indicator.text) {
            problems.push(
                indicator
                    .problem("the id of an indicator in indicatoren.csv")
                    .refers_to(&["indicatoren.csv"]),
            );
        }
        let weight = gewicht.text.parse::<f64>().ok().filter(|weight| *weight > 0.0 && weight.is_finite());
        if weight.is_none() {
            problems.push(gewicht.problem("a number above 0"));
        }
        kenmerken.push(Kenmerk {
            indicator: IndicatorId::new(indicator.text),
            periode: row.cell("periode").required(problems).to_owned(),
            schaal: one_of(&row.cell("schaal"), &SCHALEN, problems),
            gewicht: weight.unwrap_or(1.0),
        });
    }
    kenmerken
}
