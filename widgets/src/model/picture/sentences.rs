//! What the landkaart says of a state: headline, lede, summary, description.

use super::{Question, Row};
use crate::model::jaarkaart::Jaarkaart;
use crate::model::kleuring::Kleuring;
use crate::model::order::ordered;
use crate::model::wijken::Wijkkaart;
use crate::model::{Key, MEER, Sentence};

pub fn headline(question: &Question, shown: usize) -> String {
    let Question { landkaart, words, filter, .. } = *question;
    let (kleuring, stand) = (question.kleuring(), question.stand());
    let all = landkaart.deelnemers.len();
    if let Some((kaart, place)) = question.wijkkaart().zip(question.chosen) {
        let naam = landkaart.naam(place);
        return match &kaart.kleuring {
            Some(Kleuring { indicator, periode, .. }) => {
                words.say(Sentence::WijkenMetCijfer, &[naam, &indicator.label, periode])
            }
            None => words.say(Sentence::WijkenVan, &[naam]),
        };
    }
    if let Some(kleuring) = kleuring {
        return words.say(Sentence::PerGemeente, &[&kleuring.indicator.label, &kleuring.periode]);
    }
    if let Some(stand) = stand {
        let sentence = match stand.vorm.as_str() {
            "netwerk" => Sentence::Netwerken,
            "agenda" => Sentence::Agendas,
            _ => Sentence::Deelnames,
        };
        return words.count(sentence, stand.aantal.into(), &[&words.date(&stand.datum)]);
    }
    match filter.thema {
        _ if filter.is_mixed() && shown == 0 => words.say(Sentence::GeenVan, &[&words.whole(all)]),
        _ if filter.is_mixed() => words.count(Sentence::PassenBij, shown, &[&words.whole(all)]),
        Some(thema) => words.count(Sentence::WerktAan, shown, &[&words.whole(all), &thema.in_zin]),
        None => words.count(Sentence::Samen, all, &[]),
    }
}

/// Whether the headline names something in Dutch where another language was asked for.
pub fn onvertaald(question: &Question) -> bool {
    match question.coloured() {
        Some(kleuring) => kleuring.indicator.onvertaald,
        None => question.filter.thema.is_some_and(|thema| thema.onvertaald),
    }
}

pub fn lede(question: &Question) -> String {
    let Question { landkaart, words, choice, filter, .. } = *question;
    let (kleuring, stand) = (question.kleuring(), question.stand());
    if let Some(kaart) = question.wijkkaart() {
        return wijken(question, kaart);
    }
    if let Some(kleuring) = kleuring {
        return kleuring.description(words, |place| landkaart.naam(place), Sentence::ZonderCijfer);
    }
    if let Some(stand) = stand {
        let some = stand.namen > 0 && stand.namen < usize::from(stand.aantal);
        let known = some.then(|| words.count(Sentence::BijNaamBekend, stand.namen, &[]));
        let areas = stand.bekend.len();
        let then = (areas > stand.namen).then(|| words.count(Sentence::ToenSamen, areas, &[]));
        return [known.as_deref(), then.as_deref(), stand.toelichting.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
    }
    // An indicator that nobody has given figures of says so.
    let asked = choice.get(Key::Indicator).filter(|_| MEER).and_then(|id| landkaart.bijlagen.indicator(id));
    if let Some(indicator) = asked.filter(|indicator| indicator.pad.is_none()) {
        return words.say(Sentence::IndicatorOntbreekt, &[&indicator.label]);
    }
    match filter.thema {
        None => words.plain(Sentence::ElkeAgenda).to_owned(),
        Some(thema) => words.count(Sentence::BijThema, thema.interventies.into(), &[]),
    }
}

/// The extremes among wijken, or that there are no figures.
fn wijken(question: &Question, kaart: &Wijkkaart) -> String {
    let words = question.words;
    match &kaart.kleuring {
        Some(kleuring) => kleuring.description(words, |wijk| kaart.naam(wijk), Sentence::WijkenZonderCijfer),
        None => words.plain(Sentence::WijkenGeenCijfers).to_owned(),
    }
}

pub fn summary(question: &Question, rows: &[Row]) -> String {
    let words = question.words;
    if question.wijkkaart().is_some() {
        return words.count(Sentence::AantalWijken, rows.len(), &[]);
    }
    if rows.is_empty() {
        let mixed = question.filter.is_mixed();
        let sentence = if mixed { Sentence::NiemandPast } else { Sentence::Niemand };
        return words.plain(sentence).to_owned();
    }
    let gemeenten = words.count(Sentence::Gemeenten, rows.len(), &[]);
    let provincies = words.count(Sentence::Provincies, provincies(question, rows).len(), &[]);
    words.say(Sentence::GemeentenInProvincies, &[&gemeenten, &provincies])
}

/// How many take part, in which provinces most and in which none. With an indicator the lede says it all.
pub fn description(question: &Question, rows: &[Row]) -> String {
    let Question { landkaart, words, .. } = *question;
    let kleuring = question.kleuring();
    if question.wijkkaart().is_some() || kleuring.is_some() {
        return lede(question);
    }
    let counts = ordered(provincies(question, rows), |one, other| one.1 < other.1);
    let named = |(naam, count): &(&str, usize)| [naam, " (", &words.whole(*count), ")"].concat();
    let most: Vec<String> = counts.iter().take(3).map(named).collect();
    let most: Vec<&str> = most.iter().map(String::as_str).collect();
    let none: Vec<&str> = landkaart
        .provincies
        .iter()
        .map(|(_, naam)| naam.as_str())
        .filter(|naam| !counts.iter().any(|(known, _)| known == naam))
        .collect();
    let gemeenten = question.jaarkaart().map_or(landkaart.places.len(), Jaarkaart::gemeenten);
    let all = words.count(Sentence::VanAlle, rows.len(), &[&words.whole(gemeenten)]);
    let mut sentences = vec![all];
    if counts.len() > 1 {
        sentences.push(words.say(Sentence::MeesteIn, &[&words.list(&most)]));
    }
    if !none.is_empty() && !rows.is_empty() && question.filter.provincie.is_none() {
        sentences.push(words.say(Sentence::GeenIn, &[&words.list(&none)]));
    }
    sentences.join(" ")
}

pub fn caption(question: &Question) -> String {
    let words = question.words;
    if question.wijkkaart().is_some() {
        return headline(question, 0);
    }
    match question.kleuring() {
        Some(kleuring) => {
            words.say(Sentence::LijstMetCijfer, &[&kleuring.indicator.label, &kleuring.periode])
        }
        None => words.plain(Sentence::LijstVanDeelnemers).to_owned(),
    }
}

/// The provinces in which the listed gemeenten lie, and how many in each.
fn provincies<'a>(question: &Question<'a>, rows: &[Row]) -> Vec<(&'a str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for place in rows.iter().filter_map(|row| row.place) {
        let naam = question.landkaart.places[place].provincie.as_str();
        match counts.iter_mut().find(|(known, _)| *known == naam) {
            Some((_, count)) => *count += 1,
            None => counts.push((naam, 1)),
        }
    }
    counts
}
