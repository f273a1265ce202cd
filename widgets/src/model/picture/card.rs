//! What is said about the chosen place, and about the one it is compared with.

use super::{Question, Weergave};
use crate::model::{Key, Sentence};
use geodata::contract::landkaart::Deelnemer;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    pub title: String,
    pub lines: Vec<String>,
    /// The page that says more; only participants have one.
    pub slug: Option<String>,
    /// What can be done: a control's `data-set`, and its words.
    pub actions: Vec<(String, String)>,
}

/// The chosen place and the one beside it.
pub fn cards(question: &Question) -> Vec<Card> {
    let words = question.words;
    let code = |place: usize| question.landkaart.places[place].code.as_str();
    match (question.pinned, question.chosen) {
        (None, None) => Vec::new(),
        (None, Some(chosen)) => {
            let set = [Key::Vergelijk.name(), "=", code(chosen)].concat();
            let compare = (set, words.plain(Sentence::Vergelijk).to_owned());
            let mut card = card(question, chosen);
            card.actions.push(compare);
            card.actions.extend(wijken(question, chosen));
            vec![card]
        }
        (Some(pinned), chosen) => {
            let stop =
                ([Key::Vergelijk.name(), "="].concat(), words.plain(Sentence::StopVergelijken).to_owned());
            let second = match chosen.filter(|chosen| *chosen != pinned) {
                Some(chosen) => {
                    let mut second = card(question, chosen);
                    second.lines.extend(difference(question, pinned, chosen));
                    second
                }
                None => Card {
                    title: words.plain(Sentence::KiesTweede).to_owned(),
                    lines: vec![words.plain(Sentence::KiesTweedeUitleg).to_owned()],
                    ..Card::default()
                },
            };
            vec![card(question, pinned), Card { actions: vec![stop], ..second }]
        }
    }
}

fn card(question: &Question, place: usize) -> Card {
    let Question { landkaart, words, .. } = *question;
    let kleuring = question.kleuring();
    let deelnemer = landkaart.deelnemer_at(place);
    let place_ = &landkaart.places[place];
    let mut lines = vec![place_.provincie.clone()];
    if let Some(kleuring) = kleuring {
        let figure = kleuring.figure(words, place);
        lines.push([&kleuring.indicator.label, ": ", &figure, "."].concat());
    }
    match deelnemer {
        None => lines.push(words.plain(Sentence::NietMeegedaan).to_owned()),
        Some(deelnemer) => {
            lines.push(words.say(Sentence::MeeSinds, &[&words.date(&deelnemer.sinds)]));
            lines.push(interventies(question, deelnemer));
        }
    }
    Card {
        title: place_.naam.clone(),
        lines,
        slug: deelnemer.map(|deelnemer| deelnemer.slug.clone()),
        actions: Vec::new(),
    }
}

/// The way to the wijken of a participant and back, where the map is shown.
fn wijken(question: &Question, place: usize) -> Option<(String, String)> {
    let Question { landkaart, words, choice, .. } = *question;
    let known = landkaart.places[place].deelnemer.is_some() && choice.get(Key::Peildatum).is_none();
    let lacks = landkaart.bijlagen.wijken.lacks(&landkaart.places[place].code);
    if !known || lacks || Weergave::of(choice) != Weergave::Kaart {
        return None;
    }
    let open = choice.get(Key::Wijken) == Some("open");
    let (value, sentence) =
        if open { ("", Sentence::NaarNederland) } else { ("open", Sentence::BekijkWijken) };
    Some(([Key::Wijken.name(), "=", value].concat(), words.plain(sentence).to_owned()))
}

fn interventies(question: &Question, deelnemer: &Deelnemer) -> String {
    let Question { words, filter, .. } = *question;
    match (filter.count(deelnemer), filter.thema) {
        (0, Some(_)) => words.plain(Sentence::GeenBijThema).to_owned(),
        (0, None) => words.plain(Sentence::NogGeen).to_owned(),
        (count, Some(_)) => words.count(Sentence::AantalBijThema, count.into(), &[]),
        (count, None) => words.count(Sentence::AantalBekend, count.into(), &[]),
    }
}

/// How much the figures of two places differ, where both are exactly known.
fn difference(question: &Question, one: usize, other: usize) -> Option<String> {
    question.kleuring()?.difference(question.words, one, other)
}
