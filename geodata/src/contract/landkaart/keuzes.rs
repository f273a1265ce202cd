//! What a landkaart takes from the documents that a reader can filter by: sectors, roles, moments, years.

use super::super::vertaling::{misschien, vertaald};
use crate::json::{Json, Reader};

/// See [`super::super::interventies::Interventie`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interventie {
    /// Codes.
    pub gemeenten: Vec<String>,
    /// Ids.
    pub themas: Vec<String>,
    /// Ids.
    pub sectoren: Vec<String>,
}

/// Something a reader can choose, with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keuze {
    pub id: String,
    /// In the language that was asked for.
    pub label: String,
    /// Whether the label is Dutch because nobody translated it.
    pub onvertaald: bool,
}

/// See [`super::super::standen`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub datum: String,
    /// `netwerk`, `agenda` or `deelname`.
    pub vorm: String,
    /// How many the source counts; fewer may be known by name.
    pub aantal: u16,
    /// The year of the borders it is shown on.
    pub jaar: u16,
    /// How many are known by name. One may have been several gemeenten of that year.
    pub namen: usize,
    /// Codes of that year: who is known to take part, and who may.
    pub bekend: Vec<String>,
    pub mogelijk: Vec<String>,
    /// What a reader should know of the number.
    pub toelichting: Option<String>,
}

pub fn interventies(document: &Reader<impl Json>) -> Vec<Interventie> {
    document.list("interventies", |item| Interventie {
        gemeenten: item.texts("gemeenten"),
        themas: item.list("themas", |thema| thema.text("id")),
        sectoren: item.texts("sectoren"),
    })
}

/// A closed list of `begrippen.json`, in its order.
pub fn keuzes(document: &Reader<impl Json>, key: &str, taal: &str) -> Vec<Keuze> {
    document.list(key, |item| {
        let (label, onvertaald) = vertaald(item, "label", taal);
        Keuze { id: item.text("id"), label, onvertaald }
    })
}

/// Who has which role: code and role, as often as the source says it.
pub fn rollen(document: &Reader<impl Json>) -> Vec<(String, String)> {
    document.list("rollen", |item| (item.text("gemeente"), item.text("rol")))
}

pub fn standen(document: &Reader<impl Json>, taal: &str) -> Vec<Stand> {
    document.list("standen", |item| {
        let known = |key| item.under("bekend", |known| known.texts(key));
        Stand {
            datum: item.text("datum"),
            vorm: item.text("vorm"),
            aantal: item.count("aantal"),
            jaar: item.count("jaar"),
            namen: known("deelnemers").len(),
            bekend: known("gebieden"),
            mogelijk: item.under("mogelijk", |may| may.texts("gebieden")),
            toelichting: misschien(item, "toelichting", taal),
        }
    })
}

/// The maps of other years: year, and where its map is below the exports.
pub fn jaargangen(document: &Reader<impl Json>) -> Vec<(u16, String)> {
    document.list("jaargangen", |item| (item.count("jaar"), item.under("landkaart", |map| map.text("pad"))))
}

/// Where the list of the last maps of wijken is, below the exports; nothing when there are none.
pub fn wijken(document: &Reader<impl Json>) -> Option<String> {
    document.get("wijken").items()?.last()?.get("pad").text()
}

/// Documents that there is one of for each gemeente, under `key`: code of the gemeente, and where it is.
pub fn delen(document: &Reader<impl Json>, key: &str) -> Vec<(String, String)> {
    document.list(key, |item| (item.text("gemeente"), item.text("pad")))
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::json::read;
    use serde_json::json;

    #[test]
    fn what_is_filtered_by_is_read() {
        let document = json!({ "interventies": [
            {"gemeenten": ["GM0796"], "themas": [{"id": "taal"}], "sectoren": ["po", "vo"]},
        ]});
        let found = read(&document, interventies);
        assert_eq!(found.unwrap()[0].sectoren, ["po", "vo"]);
        let document = json!({ "sectoren": [{"id": "po", "label": {"nl": "Primair"}}] });
        let found = read(&document, |all| keuzes(all, "sectoren", "en")).unwrap();
        assert_eq!(found, [Keuze { id: "po".into(), label: "Primair".into(), onvertaald: true }]);
        let found =
            read(&json!({ "rollen": [{"gemeente": "GM0014", "rol": "expertpool"}] }), rollen).unwrap();
        assert_eq!(found, [("GM0014".to_owned(), "expertpool".to_owned())]);
    }

    #[test]
    fn a_moment_has_who_is_known_and_who_may_take_part() {
        let stand = |toelichting| {
            json!({ "standen": [{
                "datum": "2019-07-16", "vorm": "agenda", "aantal": 30, "jaar": 2020, "toelichting": toelichting,
                "bekend": {"deelnemers": [], "gebieden": ["GM0059"]}, "mogelijk": {"deelnemers": [], "gebieden": []},
            }]})
        };
        let found =
            read(&stand(json!({"nl": "Volgens de brief."})), |all| standen(all, "nl")).unwrap().remove(0);
        assert_eq!((found.aantal, found.jaar, &found.bekend[..]), (30, 2020, &["GM0059".to_owned()][..]));
        assert_eq!(found.toelichting.as_deref(), Some("Volgens de brief."));
        assert_eq!(read(&stand(json!(null)), |all| standen(all, "nl")).unwrap()[0].toelichting, None);
    }

    #[test]
    fn a_year_has_a_map() {
        let document = json!({ "jaargangen": [{"jaar": 2020, "landkaart": {"pad": "landkaart/a.json"}}] });
        assert_eq!(read(&document, jaargangen).unwrap(), [(2020, "landkaart/a.json".to_owned())]);
        assert_eq!(read(&document, wijken), Ok(None));
    }

    #[test]
    fn the_last_maps_of_wijken_are_found_gemeente_by_gemeente() {
        let years = json!({ "wijken": [{"jaar": 2021, "pad": "a.json"}, {"jaar": 2022, "pad": "b.json"}] });
        assert_eq!(read(&years, wijken), Ok(Some("b.json".to_owned())));
        let document = json!({ "gemeenten": [{"gemeente": "GM0363", "pad": "landkaart/wijken/a.json"}] });
        let found = read(&document, |all| delen(all, "gemeenten")).unwrap();
        assert_eq!(found, [("GM0363".to_owned(), "landkaart/wijken/a.json".to_owned())]);
        assert_eq!(
            read(&document, |all| delen(all, "delen")).unwrap_err().to_string(),
            "delen: expected a list"
        );
    }
}
