//! Which rows of the boundaries are meant, where their author and the reader agree on it: rows left out by
//! name, and codes completed. Only on request, and told in the report.

use super::Rows;
use super::problem::{Document, Problem, Reason};
use super::read::Feature;
use serde::Serialize;
use serde_json::Value;

/// What was done to the rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chosen {
    /// Code and name of every row left out.
    pub left_out: Vec<String>,
    /// Codes that got a prefix.
    pub prefixed: usize,
}

/// The features without those left out, codes of digits alone completed with the prefix. A rule that fits no
/// row is a problem: it was meant for another file.
pub fn choose(
    features: Vec<Feature>,
    rows: &Rows,
    code: &str,
    naam: &str,
) -> Result<(Vec<Feature>, Chosen), Vec<Problem>> {
    let mut chosen = Chosen::default();
    let mut used = vec![false; rows.skip.len()];
    let mut kept = Vec::with_capacity(features.len());
    for mut feature in features {
        let said: Vec<String> =
            [code, naam].iter().filter_map(|key| feature.properties.get(*key).map(as_text)).collect();
        if let Some(rule) = rows.skip.iter().position(|rule| said.contains(rule)) {
            used[rule] = true;
            chosen.left_out.push(said.join(" "));
            continue;
        }
        if let (Some(prefix), Some(value)) = (&rows.prefix, feature.properties.get_mut(code)) {
            let text = as_text(value);
            if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
                *value = Value::String(format!("{prefix}{text}"));
                chosen.prefixed += 1;
            }
        }
        kept.push(feature);
    }
    let unused: Vec<Problem> = rows
        .skip
        .iter()
        .zip(used)
        .filter(|(_, used)| !used)
        .map(|(rule, _)| Problem::file(Document::Boundaries, Reason::SkipsNothing(rule.clone())))
        .collect();
    if unused.is_empty() { Ok((kept, chosen)) } else { Err(unused) }
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
        let properties = json!({"c": code, "n": naam}).as_object().cloned().unwrap_or_default();
        Feature { number, properties, polygons: vec![], geometry: None }
    }

    fn rows(skip: &[&str], prefix: Option<&str>) -> Rows {
        Rows { skip: skip.iter().map(|&rule| rule.to_owned()).collect(), prefix: prefix.map(str::to_owned) }
    }

    #[test]
    fn a_row_goes_by_name_or_code_and_keeps_the_numbers_of_the_rest() {
        let features = vec![row(1, "0998", "Buitenland"), row(2, "0014", "Groningen")];
        let (kept, chosen) = choose(features, &rows(&["Buitenland"], Some("GM")), "c", "n").expect("rows");
        assert_eq!((kept.len(), kept[0].number), (1, 2));
        assert_eq!(kept[0].properties["c"], "GM0014");
        assert_eq!(chosen, Chosen { left_out: vec!["0998 Buitenland".to_owned()], prefixed: 1 });
    }

    #[test]
    fn a_rule_that_fits_nothing_is_refused() {
        let problems = choose(vec![row(1, "GM0014", "Groningen")], &rows(&["Water"], None), "c", "n");
        assert!(problems.expect_err("no row").iter().any(|problem| problem.to_string().contains("`Water`")));
    }

    #[test]
    fn codes_stay_as_they_are_unless_asked() {
        let (kept, _) = choose(vec![row(1, "0014", "Groningen")], &Rows::default(), "c", "n").expect("rows");
        assert_eq!(kept[0].properties["c"], "0014");
    }
}
