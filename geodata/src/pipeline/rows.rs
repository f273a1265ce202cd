//! Which rows of the boundaries are meant, where their author and the reader agree on it: rows left out by
//! rule, codes completed, names added, rows of one code joined. Only on request, and told in the report.
//!
//! Sources put more in one file than places: CBS counts water (`water` is `JA`, code `GM0998`) and abroad
//! ("Buitenland") among the gemeenten, and writes -99999999 for what is missing. Nothing here knows them: a
//! rule leaves them out, and a rule that fits no row is a problem, since it was meant for another file.

mod codes;
mod known;
mod merge;

pub use known::Known;

use super::Level;
use super::keys::Keys;
use super::problem::{Document, Problem, Reason};
use super::read::Feature;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What to do with rows before anything else looks at them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// Leave out rows with this code or name, or `PROPERTY=VALUE`.
    pub skip: Vec<String>,
    /// Put this before codes of digits alone.
    pub prefix: Option<String>,
    /// Make one area of several rows with one code.
    pub merge: bool,
    /// Names by code, the official ones, and provinces for rows that say none.
    pub known: BTreeMap<String, Known>,
}

/// What was done to the rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chosen {
    /// Code and name of every row left out.
    pub left_out: Vec<String>,
    /// Codes that got a prefix.
    pub prefixed: usize,
    /// Code and names of every row that the table of names spells otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renamed: Vec<String>,
    /// Codes of which several rows became one area.
    pub merged: Vec<merge::Merged>,
}

/// The features that are meant, in file order.
pub fn choose(
    features: Vec<Feature>,
    rows: &Rows,
    keys: &Keys,
    level: Level,
    jaar: u16,
) -> Result<(Vec<Feature>, Chosen), Vec<Problem>> {
    let mut chosen = Chosen::default();
    let mut used = vec![false; rows.skip.len()];
    let mut years = codes::Years::new(jaar);
    let mut kept = Vec::with_capacity(features.len());
    for mut feature in features {
        years.take_off(&mut feature, &keys.code);
        if let Some(rule) = rows.skip.iter().position(|rule| fits(rule, &feature, keys)) {
            used[rule] = true;
            chosen.left_out.push(said(&feature, keys).join(" "));
            continue;
        }
        if let Some(prefix) = &rows.prefix {
            chosen.prefixed += usize::from(codes::complete(&mut feature, &keys.code, prefix, level));
        }
        chosen.renamed.extend(known::add(&mut feature, keys, &rows.known));
        kept.push(feature);
    }
    if rows.merge {
        (kept, chosen.merged) = merge::merge(kept, &keys.code);
    }
    let mut problems = years.others();
    let unused = rows.skip.iter().zip(used).filter(|(_, used)| !used);
    problems.extend(
        unused.map(|(rule, _)| Problem::file(Document::Boundaries, Reason::SkipsNothing(rule.clone()))),
    );
    if problems.is_empty() { Ok((kept, chosen)) } else { Err(problems) }
}

fn fits(rule: &str, feature: &Feature, keys: &Keys) -> bool {
    let by_property = rule.split_once('=').is_some_and(|(property, value)| {
        feature.properties.get(property).is_some_and(|found| as_text(found) == value)
    });
    by_property || said(feature, keys).iter().any(|text| text == rule)
}

/// Code and name, where they stand.
fn said(feature: &Feature, keys: &Keys) -> Vec<String> {
    [&keys.code, &keys.naam].iter().filter_map(|key| feature.properties.get(*key).map(as_text)).collect()
}

fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn row(number: usize, code: &str, naam: &str) -> Feature {
        let properties =
            json!({"c": code, "n": naam, "water": "NEE"}).as_object().cloned().unwrap_or_default();
        Feature { number, properties, polygons: vec![vec![]], geometry: None }
    }

    fn rows(skip: &[&str], prefix: Option<&str>) -> Rows {
        Rows {
            skip: skip.iter().map(|&rule| rule.to_owned()).collect(),
            prefix: prefix.map(str::to_owned),
            ..Rows::default()
        }
    }

    fn chosen(features: Vec<Feature>, rows: &Rows) -> Result<(Vec<Feature>, Chosen), Vec<String>> {
        let keys = Keys { code: "c".to_owned(), naam: "n".to_owned(), provincie: "p".to_owned() };
        choose(features, rows, &keys, Level::Gemeente, 2022)
            .map_err(|problems| problems.iter().map(|problem| problem.line("f".as_ref())).collect())
    }

    #[test]
    fn a_row_goes_by_name_or_code_and_keeps_the_numbers_of_the_rest() {
        let features = vec![row(1, "0998", "Buitenland"), row(2, "0014", "Groningen")];
        let (kept, chosen) = chosen(features, &rows(&["Buitenland"], Some("GM"))).expect("rows");
        assert_eq!((kept.len(), kept[0].number), (1, 2));
        assert_eq!(kept[0].properties["c"], "GM0014");
        assert_eq!((chosen.left_out, chosen.prefixed), (vec!["0998 Buitenland".to_owned()], 1));
    }

    #[test]
    fn a_row_goes_by_a_property_with_a_value() {
        let mut water = row(1, "GM0014", "Groningen");
        water.properties["water"] = json!("JA");
        let (kept, _) =
            chosen(vec![water, row(2, "GM0014", "Groningen")], &rows(&["water=JA"], None)).expect("rows");
        assert_eq!((kept.len(), kept[0].number), (1, 2));
    }

    #[test]
    fn a_rule_that_fits_nothing_is_refused() {
        let told = chosen(vec![row(1, "GM0014", "Groningen")], &rows(&["Water"], None)).expect_err("no row");
        assert!(told[0].contains("`Water`"), "{told:?}");
    }

    #[test]
    fn codes_stay_as_they_are_unless_asked() {
        let (kept, _) = chosen(vec![row(1, "0014", "Groningen")], &Rows::default()).expect("rows");
        assert_eq!(kept[0].properties["c"], "0014");
    }

    #[test]
    fn a_code_with_its_year_is_the_code_when_the_year_is_the_one_asked_for() {
        let (kept, _) = chosen(vec![row(1, "2022GM0014", "Groningen")], &Rows::default()).expect("rows");
        assert_eq!(kept[0].properties["c"], "GM0014");
        let other = vec![row(7, "2021GM0014", "x"), row(8, "2021GM0015", "y")];
        let told = chosen(other, &Rows::default()).expect_err("another year");
        assert_eq!(told, ["f: feature 7: expected features of 2022, found 2021 in `c` (2 features)"]);
    }

    #[test]
    fn features_of_another_year_are_refused_by_jaarcode() {
        let mut other = row(1, "GM0014", "Groningen");
        other.properties.insert("jaarcode".to_owned(), json!(2025));
        let told = chosen(vec![other], &Rows::default()).expect_err("another year");
        assert_eq!(told, ["f: feature 1: expected features of 2022, found 2025 in `jaarcode` (1 feature)"]);
    }

    #[test]
    fn rows_of_one_code_are_one_area_on_request_only() {
        let features = || vec![row(1, "GM0014", "G"), row(2, "GM0015", "B"), row(3, "GM0014", "G")];
        assert_eq!(chosen(features(), &Rows::default()).expect("rows").0.len(), 3);
        let merging = Rows { merge: true, ..Rows::default() };
        let (kept, chosen) = chosen(features(), &merging).expect("rows");
        assert_eq!((kept.len(), kept[0].polygons.len(), kept[1].number), (2, 2, 2));
        assert_eq!(
            serde_json::to_value(&chosen.merged).ok(),
            Some(json!([{"code": "GM0014", "features": [1, 3]}]))
        );
    }
}
