//! What a landkaart takes from the figures: which indicators there are, and one series of one of them.

use super::super::vertaling::vertaald;
use super::super::waarde::{Afwezig, Cijfer, Status, Waarde};
use crate::json::{Json, Reader};

/// See [`super::super::indicatoren::Indicator`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    pub id: String,
    /// In the language that was asked for.
    pub label: String,
    /// Whether the label is Dutch because nobody translated it.
    pub onvertaald: bool,
    /// The unit in words.
    pub eenheid: String,
    /// The unit as it stands behind a number.
    pub teken: String,
    pub decimalen: u8,
    /// Where the figures of gemeenten of the map's year are, below the exports; nothing when nobody gave them.
    pub pad: Option<String>,
    /// Where the list is of the figures of wijken, a document for each gemeente; nothing when there are none.
    pub wijken: Option<String>,
}

/// The last period of a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reeks {
    pub periode: String,
    /// Bounds between classes, low to high; none when too few values are known.
    pub klassen: Vec<f64>,
    /// Code and figure.
    pub waarden: Vec<(String, Waarde)>,
}

/// The indicators, with the figures of the gemeenten of `jaar` where there are any, else of the last year.
pub fn indicatoren(document: &Reader<impl Json>, taal: &str, jaar: u16) -> Vec<Indicator> {
    document.list("indicatoren", |item| {
        let (label, onvertaald) = vertaald(item, "label", taal);
        let series = item.get("reeksen").items().unwrap_or_default();
        Indicator {
            id: item.text("id"),
            label,
            onvertaald,
            eenheid: vertaald(item, "eenheid", taal).0,
            teken: item.maybe("teken").unwrap_or_default(),
            decimalen: item.count("decimalen").min(6) as u8,
            pad: pad(item.value(), jaar),
            wijken: series
                .iter()
                .filter(|series| series.get("niveau").text().as_deref() == Some("wijk"))
                .find_map(|series| series.get("delen").get("pad").text()),
        }
    })
}

/// Where the figures of the gemeenten of `jaar` are, else those of the last year.
pub fn pad(indicator: &impl Json, jaar: u16) -> Option<String> {
    let series = indicator.get("reeksen").items().unwrap_or_default();
    let gemeenten = series.iter().filter(|series| series.get("niveau").text().as_deref() == Some("gemeente"));
    let best = gemeenten.max_by_key(|series| {
        let year = series.get("indeling").number().map_or(0, |year| year as u16);
        (year == jaar, year)
    });
    best?.get("document").get("pad").text()
}

/// The last period of the figures of a series.
pub fn reeks(document: &Reader<impl Json>) -> Reeks {
    let periods = document.get("perioden").items().unwrap_or_default();
    let Some(last) = periods.last() else {
        document.misfit("perioden", "at least one period");
        return Reeks::default();
    };
    let bounds = last.get("klassen").items().unwrap_or_default();
    let everywhere = statussen(last);
    let waarden = document.list("gebieden", |item| {
        let figures = item.get("waarden").items().unwrap_or_default();
        let mut figure = match figures.get(periods.len() - 1) {
            Some(figure) => figuur(item, "waarden", figure),
            None => item.need("waarden", "one for each period", None, NIETS),
        };
        figure.status.extend(&everywhere);
        (item.text("code"), figure)
    });
    let periode =
        document.need("perioden", "a last one with its name", last.get("periode").text(), String::new());
    Reeks { periode, klassen: bounds.iter().filter_map(Json::number).collect(), waarden }
}

/// What stands in for a figure that does not fit.
const NIETS: Waarde = Waarde { cijfer: Err(Afwezig::Onbekend), status: Vec::new() };

/// The `figure` that is, or stands in, the member `key` of an item.
pub fn figuur<J: Json>(item: &Reader<J>, key: &str, figure: &J) -> Waarde {
    item.need(key, "a figure or a reason", waarde(figure), NIETS)
}

/// A number, a reason, or an object that says more of either; see [`Waarde`].
fn waarde(value: &impl Json) -> Option<Waarde> {
    let number = |key: &str| value.get(key).number();
    let cijfer = if let Some(number) = value.number().or_else(|| number("waarde")) {
        Ok(Cijfer::Precies(number))
    } else if let (Some(from), Some(to)) = (number("van"), number("tot")) {
        Ok(Cijfer::Tussen(from, to))
    } else {
        let reason = value.text().or_else(|| value.get("reden").text())?;
        Err(Afwezig::ALL.iter().find(|(name, _)| *name == reason)?.1)
    };
    Some(Waarde { cijfer, status: statussen(value) })
}

/// What a source says of a figure or a period.
pub fn statussen(value: &impl Json) -> Vec<Status> {
    let names = value.get("status").items().unwrap_or_default();
    let status =
        |name: String| Status::ALL.iter().find(|(known, _)| *known == name).map(|(_, status)| *status);
    names.iter().filter_map(Json::text).filter_map(status).collect()
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::json::read;
    use serde_json::json;

    #[test]
    fn every_form_of_a_figure_is_read() {
        let document = json!({
            "perioden": [{"periode": "2020"}, {"periode": "2021", "klassen": [1, 2.5], "status": ["voorlopig"]}],
            "gebieden": [
                {"code": "GM0003", "waarden": [1, {"reden": "onbekend", "status": ["geschat"]}]},
                {"code": "GM0001", "waarden": [1, 2.25]},
                {"code": "GM0002", "waarden": [1, {"van": 1, "tot": 4}]},
                {"code": "GM0004", "waarden": [1, "onderdrukt"]},
            ],
        });
        let reeks = read(&document, reeks).unwrap();
        assert_eq!((reeks.periode.as_str(), &reeks.klassen[..]), ("2021", &[1.0, 2.5][..]));
        let provisional = |cijfer| Waarde { cijfer, status: vec![Status::Voorlopig] };
        assert_eq!(
            reeks.waarden[0].1,
            Waarde { cijfer: Err(Afwezig::Onbekend), status: vec![Status::Geschat, Status::Voorlopig] }
        );
        assert_eq!(reeks.waarden[1], ("GM0001".to_owned(), provisional(Ok(Cijfer::Precies(2.25)))));
        assert_eq!(reeks.waarden[2].1, provisional(Ok(Cijfer::Tussen(1.0, 4.0))));
        assert_eq!(reeks.waarden[3].1, provisional(Err(Afwezig::Onderdrukt)));
    }

    #[test]
    fn a_figure_that_is_none_is_named() {
        let document = json!({ "perioden": [{"periode": "2021"}], "gebieden": [{"code": "GM0001", "waarden": ["vijf"]}] });
        assert_eq!(
            read(&document, reeks).unwrap_err().to_string(),
            "gebieden[0].waarden: expected a figure or a reason"
        );
    }

    #[test]
    fn the_figures_of_the_map_s_year_go_first() {
        let document = json!({ "indicatoren": [{
            "id": "inwoners", "label": {"nl": "Inwoners"}, "eenheid": {"nl": "inwoners"}, "decimalen": 0,
            "reeksen": [
                {"niveau": "gemeente", "indeling": 2021, "document": {"pad": "a.json"}},
                {"niveau": "gemeente", "indeling": 2022, "document": {"pad": "b.json"}},
                {"niveau": "wijk", "indeling": 2023},
            ],
        }]});
        let pad = |jaar| read(&document, |all| indicatoren(all, "nl", jaar)).unwrap().remove(0).pad;
        assert_eq!(pad(2021).as_deref(), Some("a.json"));
        assert_eq!(pad(2020).as_deref(), Some("b.json"));
        assert!(read(&document, |all| indicatoren(all, "en", 2021)).unwrap()[0].onvertaald);
    }
}
