//! Which part of the map is seen, and which a reader can ask for: the chosen gemeente and the provincies.

use crate::model::Landkaart;
use crate::model::order::ordered;
use crate::model::words::{Sentence, Words};
use crate::model::zoom::Zoom;
use geodata::contract::naam::fold;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nearer {
    /// What the state says; nothing for the whole, or when it says nothing that is on this map.
    pub zoom: Option<String>,
    /// What can be asked for: the whole first.
    pub areas: Vec<Area>,
    /// What is seen, read aloud when it changes.
    pub said: String,
}

/// A part of the map by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// As the state has it; empty for the whole.
    pub zoom: String,
    pub naam: String,
    pub seen: bool,
}

impl Nearer {
    pub fn new(landkaart: &Landkaart, words: &Words, zoom: Option<&str>, chosen: Option<usize>) -> Self {
        let whole = words.plain(Sentence::HeelNederland).to_owned();
        let mut areas = vec![(String::new(), whole.clone())];
        let asked =
            zoom.and_then(|code| landkaart.place_by_code(code)).filter(|place| Some(*place) != chosen);
        areas.extend(chosen.into_iter().chain(asked).map(|place| {
            let place = &landkaart.places[place];
            (place.code.clone(), place.naam.clone())
        }));
        let provincies = landkaart.provincies.iter().cloned();
        areas.extend(ordered(provincies, |one, other| fold(&one.1) > fold(&other.1)));

        let known = |code: &str| areas.iter().find(|(known, _)| known == code);
        let (zoom, said) = match zoom.and_then(Zoom::read) {
            Some(Zoom::Area(code)) => match known(code) {
                Some((_, naam)) => (Some(code.to_owned()), words.say(Sentence::IngezoomdOp, &[naam])),
                None => (None, whole),
            },
            Some(Zoom::Point([scale, ..])) => {
                let times = words.decimal(f64::from(scale) / 100., 1);
                (zoom.map(str::to_owned), words.say(Sentence::Vergroot, &[&times]))
            }
            None => (None, whole),
        };
        if let Some(point) = zoom.as_deref().filter(|zoom| known(zoom).is_none()) {
            areas.insert(1, (point.to_owned(), words.plain(Sentence::Ingezoomd).to_owned()));
        }
        let seen = |code: &str| zoom.as_deref().unwrap_or_default() == code;
        let areas =
            areas.into_iter().map(|(code, naam)| Area { seen: seen(&code), zoom: code, naam }).collect();
        Self { zoom, areas, said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::landkaart;

    fn nearer(zoom: Option<&str>, chosen: Option<usize>) -> Nearer {
        Nearer::new(&landkaart(), &Words::dutch(), zoom, chosen)
    }

    fn names(nearer: &Nearer) -> Vec<&str> {
        nearer.areas.iter().map(|area| area.naam.as_str()).collect()
    }

    fn seen(nearer: &Nearer) -> Vec<&str> {
        nearer.areas.iter().filter(|area| area.seen).map(|area| area.naam.as_str()).collect()
    }

    #[test]
    fn the_whole_is_seen_until_somebody_asks() {
        let nearer = nearer(None, None);
        assert_eq!(names(&nearer), ["Heel Nederland", "Fryslân", "Groningen"]);
        assert_eq!((seen(&nearer), nearer.said.as_str()), (vec!["Heel Nederland"], "Heel Nederland"));
    }

    #[test]
    fn the_chosen_gemeente_can_be_asked_for() {
        let nearer = nearer(Some("GM0001"), Some(0));
        assert_eq!(names(&nearer), ["Heel Nederland", "Adorp", "Fryslân", "Groningen"]);
        assert_eq!((seen(&nearer), nearer.said.as_str()), (vec!["Adorp"], "Ingezoomd op Adorp."));
    }

    #[test]
    fn a_gemeente_that_is_seen_stays_among_them_when_another_is_chosen() {
        let nearer = nearer(Some("GM0001"), Some(1));
        assert_eq!(names(&nearer)[..3], ["Heel Nederland", "Bedum", "Adorp"]);
        assert_eq!(seen(&nearer), ["Adorp"]);
    }

    #[test]
    fn a_point_has_no_name() {
        let nearer = nearer(Some("250.1.2"), None);
        assert_eq!((seen(&nearer), nearer.said.as_str()), (vec!["Ingezoomd"], "2,5 keer vergroot."));
    }

    #[test]
    fn what_names_nothing_shows_the_whole() {
        for zoom in ["PV99", "GM9999", "x", "1.2"] {
            assert_eq!(nearer(Some(zoom), None), nearer(None, None), "{zoom}");
        }
    }
}
