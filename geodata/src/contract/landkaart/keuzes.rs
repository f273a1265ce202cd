//! What a landkaart takes from the documents that a reader can filter by: sectors, roles, moments, years.

use super::vertaald;
use crate::json::{Json, Misfit, count, list, text};

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

/// # Errors
/// The first field that is not as the contract says.
pub fn interventies(document: &impl Json) -> Result<Vec<Interventie>, Misfit> {
    list(document, "interventies", |item| {
        Ok(Interventie {
            gemeenten: texts(item, "gemeenten")?,
            themas: list(item, "themas", |thema| text(thema, "id"))?,
            sectoren: texts(item, "sectoren")?,
        })
    })
}

/// The sectors of `begrippen.json`, in its order.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn sectoren(document: &impl Json, taal: &str) -> Result<Vec<Keuze>, Misfit> {
    list(document, "sectoren", |item| {
        let (label, onvertaald) = vertaald(&item.get("label"), taal)?;
        Ok(Keuze { id: text(item, "id")?, label, onvertaald })
    })
}

/// Who has which role: code and role, as often as the source says it.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn rollen(document: &impl Json) -> Result<Vec<(String, String)>, Misfit> {
    list(document, "rollen", |item| Ok((text(item, "gemeente")?, text(item, "rol")?)))
}

/// # Errors
/// The first field that is not as the contract says.
pub fn standen(document: &impl Json, taal: &str) -> Result<Vec<Stand>, Misfit> {
    list(document, "standen", |item| {
        let note = item.get("toelichting");
        Ok(Stand {
            datum: text(item, "datum")?,
            vorm: text(item, "vorm")?,
            aantal: count(item, "aantal")?,
            jaar: count(item, "jaar")?,
            namen: texts(&item.get("bekend"), "deelnemers")?.len(),
            bekend: texts(&item.get("bekend"), "gebieden")?,
            mogelijk: texts(&item.get("mogelijk"), "gebieden")?,
            toelichting: vertaald(&note, taal).ok().map(|(text, _)| text),
        })
    })
}

/// The maps of other years: year, and where its map is below the exports.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn jaargangen(document: &impl Json) -> Result<Vec<(u16, String)>, Misfit> {
    list(document, "jaargangen", |item| Ok((count(item, "jaar")?, text(&item.get("landkaart"), "pad")?)))
}

/// Where the list of the last maps of wijken is, below the exports; nothing when there are none.
pub fn wijken(document: &impl Json) -> Option<String> {
    document.get("wijken").items()?.last()?.get("pad").text()
}

/// Documents that there is one of for each gemeente, under `key`: code of the gemeente, and where it is.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn delen(document: &impl Json, key: &str) -> Result<Vec<(String, String)>, Misfit> {
    list(document, key, |item| Ok((text(item, "gemeente")?, text(item, "pad")?)))
}

fn texts(value: &impl Json, key: &str) -> Result<Vec<String>, Misfit> {
    list(value, key, super::whole)
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_filtered_by_is_read() {
        let found = interventies(&json!({ "interventies": [
            {"gemeenten": ["GM0796"], "themas": [{"id": "taal"}], "sectoren": ["po", "vo"]},
        ]}));
        assert_eq!(found.unwrap()[0].sectoren, ["po", "vo"]);
        let found =
            sectoren(&json!({ "sectoren": [{"id": "po", "label": {"nl": "Primair"}}] }), "en").unwrap();
        assert_eq!(found, [Keuze { id: "po".into(), label: "Primair".into(), onvertaald: true }]);
        let found = rollen(&json!({ "rollen": [{"gemeente": "GM0014", "rol": "expertpool"}] })).unwrap();
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
        let found = standen(&stand(json!({"nl": "Volgens de brief."})), "nl").unwrap().remove(0);
        assert_eq!((found.aantal, found.jaar, &found.bekend[..]), (30, 2020, &["GM0059".to_owned()][..]));
        assert_eq!(found.toelichting.as_deref(), Some("Volgens de brief."));
        assert_eq!(standen(&stand(json!(null)), "nl").unwrap()[0].toelichting, None);
    }

    #[test]
    fn a_year_has_a_map() {
        let document = json!({ "jaargangen": [{"jaar": 2020, "landkaart": {"pad": "landkaart/a.json"}}] });
        assert_eq!(jaargangen(&document).unwrap(), [(2020, "landkaart/a.json".to_owned())]);
        assert_eq!(wijken(&document), None);
    }

    #[test]
    fn the_last_maps_of_wijken_are_found_gemeente_by_gemeente() {
        let years = json!({ "wijken": [{"jaar": 2021, "pad": "a.json"}, {"jaar": 2022, "pad": "b.json"}] });
        assert_eq!(wijken(&years).as_deref(), Some("b.json"));
        let document = json!({ "gemeenten": [{"gemeente": "GM0363", "pad": "landkaart/wijken/a.json"}] });
        let found = delen(&document, "gemeenten").unwrap();
        assert_eq!(found, [("GM0363".to_owned(), "landkaart/wijken/a.json".to_owned())]);
        assert_eq!(delen(&document, "delen").unwrap_err().to_string(), "delen: expected a list");
    }
}
