//! Which property is the code, which the name, which the province: as the caller says, else by the names that
//! CBS, PDOK and Kadaster use, the surest first. A name is taken when any feature has it; a feature without it
//! is then a problem, so that a wrong guess is told and never half followed.

use super::Level;
use super::read::Feature;

/// The properties that say what a feature is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    pub code: String,
    pub naam: String,
    pub provincie: String,
}

impl Default for Keys {
    fn default() -> Self {
        Asked::default().among(&[], Level::Gemeente)
    }
}

/// The properties that the caller named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub code: Option<String>,
    pub naam: Option<String>,
    pub provincie: Option<String>,
}

impl Asked {
    /// The caller's names, and for what was left open the first known name among the features.
    pub fn among(&self, features: &[Feature], level: Level) -> Keys {
        let find = |asked: &Option<String>, known: &[&str]| {
            let stands = |key: &&&str| features.iter().any(|feature| feature.properties.contains_key(**key));
            let found = known.iter().find(stands).or(known.first());
            asked.clone().unwrap_or_else(|| found.copied().unwrap_or_default().to_owned())
        };
        Keys {
            code: find(&self.code, codes(level)),
            naam: find(&self.naam, names(level)),
            provincie: find(&self.provincie, &PROVINCIE),
        }
    }
}

/// CBS gebiedsindelingen and wijk- en buurtkaart, PDOK bestuurlijke gebieden, other makers' short forms; last
/// the code with the year before it, which says less.
fn codes(level: Level) -> &'static [&'static str] {
    match level {
        Level::Gemeente => &[
            "statcode",
            "gemeentecode",
            "identificatie",
            "GM_CODE",
            "gm_code",
            "gmcode",
            "gemcode",
            "code",
            "jrstatcode",
        ],
        Level::Wijk => &["statcode", "wijkcode", "WK_CODE", "wk_code", "code", "jrstatcode"],
        Level::Buurt => &["statcode", "buurtcode", "BU_CODE", "bu_code", "code", "jrstatcode"],
        Level::Provincie => &["statcode", "provinciecode", "PV_CODE", "pv_code", "code", "jrstatcode"],
        Level::Any => &["statcode", "code", "jrstatcode"],
    }
}

fn names(level: Level) -> &'static [&'static str] {
    match level {
        Level::Gemeente => &["statnaam", "gemeentenaam", "GM_NAAM", "gm_naam", "gemnaam", "naam", "name"],
        Level::Wijk => &["statnaam", "wijknaam", "WK_NAAM", "wk_naam", "naam", "name"],
        Level::Buurt => &["statnaam", "buurtnaam", "BU_NAAM", "bu_naam", "naam", "name"],
        Level::Provincie => &["statnaam", "provincienaam", "PV_NAAM", "pv_naam", "naam", "name"],
        Level::Any => &["statnaam", "naam", "name"],
    }
}

const PROVINCIE: [&str; 6] = [
    "provincie",
    "provincienaam",
    "ligtInProvincieNaam",
    "ligt_in_provincie_naam",
    "provinciecode",
    "ligtInProvincieCode",
];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn keys(properties: serde_json::Value, level: Level) -> Keys {
        let properties = properties.as_object().cloned().unwrap_or_default();
        Asked::default().among(&[Feature { number: 1, properties, polygons: vec![], geometry: None }], level)
    }

    #[test]
    fn the_surest_name_that_is_there_is_taken() {
        let both = json!({"jrstatcode": "2022GM0014", "statcode": "GM0014", "gemeentenaam": "Groningen"});
        let keys = keys(both, Level::Gemeente);
        assert_eq!((keys.code.as_str(), keys.naam.as_str()), ("statcode", "gemeentenaam"));
    }

    #[test]
    fn a_wijk_is_known_by_its_own_code_not_by_that_of_its_gemeente() {
        let wijk = json!({"gemeentecode": "GM0014", "wijkcode": "WK001400", "wijknaam": "Centrum"});
        assert_eq!(keys(wijk, Level::Wijk).code, "wijkcode");
    }

    #[test]
    fn what_the_caller_names_is_not_guessed() {
        let asked = Asked { code: Some("c".to_owned()), ..Asked::default() };
        assert_eq!(asked.among(&[], Level::Gemeente).code, "c");
    }
}
