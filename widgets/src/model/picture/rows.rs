//! The lines of the list, in the order of a Dutch reader: the participants that the filter leaves; with an
//! indicator every gemeente, and its figure.

use super::{Class, Question};
use crate::model::order::ordered;
use crate::model::wijken::Wijkkaart;
use geodata::contract::naam::sort_key;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place on the map; a participant of another year may have none.
    pub place: Option<usize>,
    pub code: String,
    pub naam: String,
    /// The page that says more; only participants have one.
    pub slug: Option<String>,
    /// Known interventies that the filter leaves.
    pub count: u16,
    /// The figure, when an indicator is chosen.
    pub figure: Option<String>,
    /// Whether there is no such figure, or it counts none.
    pub nothing: bool,
    pub selected: bool,
}

pub fn rows(question: &Question) -> Vec<Row> {
    if let Some(kaart) = question.wijkkaart() {
        return wijken(question, kaart);
    }
    match (question.stand(), question.kleuring()) {
        (Some(stand), None) => then(question, &stand.bekend),
        (_, Some(_)) if !question.filter.is_set() => everyone(question),
        _ => participants(question),
    }
}

fn row(question: &Question, place: usize) -> Row {
    let landkaart = question.landkaart;
    let deelnemer = landkaart.deelnemer_at(place);
    let (kleuring, count) =
        (question.kleuring(), deelnemer.map_or(0, |deelnemer| question.filter.count(deelnemer)));
    Row {
        place: Some(place),
        code: landkaart.places[place].code.clone(),
        naam: landkaart.places[place].naam.clone(),
        slug: deelnemer.map(|deelnemer| deelnemer.slug.clone()),
        count,
        figure: kleuring.map(|kleuring| kleuring.figure(question.words, place)),
        nothing: kleuring.map_or(count == 0, |kleuring| kleuring.class(place) == Class::Leeg),
        selected: question.chosen == Some(place),
    }
}

fn participants(question: &Question) -> Vec<Row> {
    let landkaart = question.landkaart;
    let mut places = vec![0; landkaart.deelnemers.len()];
    for (place, row) in
        landkaart.places.iter().enumerate().filter_map(|(i, place)| Some((i, place.deelnemer?)))
    {
        places[row] = place;
    }
    let deelnemers = landkaart.deelnemers.iter().zip(places);
    deelnemers
        .filter(|(deelnemer, place)| question.filter.leaves(*place, deelnemer))
        .map(|(_, place)| row(question, place))
        .collect()
}

fn everyone(question: &Question) -> Vec<Row> {
    by_name((0..question.landkaart.places.len()).map(|place| row(question, place)))
}

/// Those of another moment, by the names of its year.
fn then(question: &Question, codes: &[String]) -> Vec<Row> {
    let landkaart = question.landkaart;
    let kaarten = &landkaart.bijlagen.jaarkaarten;
    let kaart = question.stand().and_then(|stand| kaarten.iter().find(|kaart| kaart.jaar == stand.jaar));
    let rows = codes.iter().filter_map(|code| {
        if let Some(place) = landkaart.place_by_code(code) {
            return Some(row(question, place));
        }
        Some(Row {
            place: None,
            code: code.clone(),
            naam: kaart?.naam(code)?.to_owned(),
            slug: None,
            count: 0,
            figure: None,
            nothing: true,
            selected: false,
        })
    });
    by_name(rows)
}

fn wijken(question: &Question, kaart: &Wijkkaart) -> Vec<Row> {
    let kleuring = kaart.kleuring.as_ref();
    by_name(kaart.regions.iter().enumerate().map(|(wijk, (code, naam, _))| Row {
        place: None,
        code: code.clone(),
        naam: naam.clone(),
        slug: None,
        count: 0,
        figure: kleuring.map(|kleuring| kleuring.figure(question.words, wijk)),
        nothing: kleuring.is_some_and(|kleuring| kleuring.class(wijk) == Class::Leeg),
        selected: false,
    }))
}

fn by_name(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    let keyed = ordered(rows.map(|row| (sort_key(&row.naam), row)), |one, other| one.0 > other.0);
    keyed.into_iter().map(|(_, row)| row).collect()
}
