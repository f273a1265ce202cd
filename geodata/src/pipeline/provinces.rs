//! The twelve provinces: CBS code and the spellings that sources use.

/// Codes of CBS ("Gebieden in Nederland", 2021) with the spellings met in CBS, PDOK and editors' files.
const PROVINCIES: [(&str, &[&str]); 12] = [
    ("PV20", &["Groningen"]),
    ("PV21", &["Fryslân", "Friesland", "Fryslan", "Friesland (Fryslân)", "Fryslân (Friesland)"]),
    ("PV22", &["Drenthe"]),
    ("PV23", &["Overijssel"]),
    ("PV24", &["Flevoland"]),
    ("PV25", &["Gelderland"]),
    ("PV26", &["Utrecht"]),
    ("PV27", &["Noord-Holland"]),
    ("PV28", &["Zuid-Holland"]),
    ("PV29", &["Zeeland"]),
    ("PV30", &["Noord-Brabant"]),
    ("PV31", &["Limburg"]),
];

/// The code of a province by its name or code; `None` when it is neither.
pub fn code(name: &str) -> Option<&'static str> {
    let name = name.trim();
    PROVINCIES
        .iter()
        .find(|(code, names)| *code == name || names.iter().any(|known| known.eq_ignore_ascii_case(name)))
        .map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_fryslân_is_pv21() {
        for name in ["Fryslân", "Friesland", "Friesland (Fryslân)", "PV21"] {
            assert_eq!(code(name), Some("PV21"));
        }
        assert_eq!(code("Buitenland"), None);
    }
}
