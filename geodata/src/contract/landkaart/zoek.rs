//! The names by which a reader finds a gemeente.

use crate::json::{Json, Reader};

/// A name that leads to gemeenten: see [`zoek`](crate::contract::zoek).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zoeknaam {
    pub naam: String,
    pub soort: String,
    /// The day from which, or on which no more, it is the name of a gemeente.
    pub dag: Option<String>,
    /// Codes.
    pub gemeenten: Vec<String>,
}

/// The names of `landkaart/zoek-JAAR.json`.
pub fn zoeknamen(document: &Reader<impl Json>) -> Vec<Zoeknaam> {
    document.list("namen", |item| Zoeknaam {
        naam: item.text("naam"),
        soort: item.text("soort"),
        dag: item.maybe("datum"),
        gemeenten: item.texts("gemeenten"),
    })
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::json::read;
    use serde_json::json;

    #[test]
    fn a_name_is_read_with_its_day() {
        let document = json!({ "namen": [
            {"naam": "Delfzijl", "soort": "vroeger", "datum": "2021-01-01", "gemeenten": ["GM1979"]},
            {"naam": "Den Bosch", "soort": "roepnaam", "gemeenten": ["GM0796"]},
        ]});
        let namen = read(&document, zoeknamen).unwrap();
        assert_eq!((namen[0].dag.as_deref(), namen[1].dag.as_deref()), (Some("2021-01-01"), None));
        assert_eq!(namen[0].gemeenten, ["GM1979"]);
        let error = read(&json!({ "namen": [{"naam": "Delfzijl"}] }), zoeknamen).unwrap_err();
        assert_eq!(error.to_string(), "namen[0].soort: expected text");
    }
}
