//! What colours and patterns mean, in words.

use super::{Class, Question};
use crate::model::Sentence;

/// A colour or a pattern, by its class, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub class: &'static str,
    pub text: String,
}

pub fn legend(question: &Question) -> Vec<Entry> {
    let words = question.words;
    let wijken = question.wijkkaart();
    if wijken.is_some_and(|kaart| kaart.kleuring.is_none()) {
        return Vec::new();
    }
    if let Some(kleuring) = wijken.and_then(|kaart| kaart.kleuring.as_ref()).or(question.kleuring()) {
        let colours = kleuring.legend(words).into_iter();
        let colours = colours.map(|(colour, text)| Entry { class: Class::Kleur(colour).name(), text });
        let patterns = kleuring.patterns().into_iter();
        let patterns = patterns
            .map(|patroon| Entry { class: patroon.name(), text: words.plain(patroon.label()).to_owned() });
        return colours.chain(patterns).collect();
    }
    let entry =
        |class: Class, sentence| Entry { class: class.name(), text: words.plain(sentence).to_owned() };
    let away = entry(Class::Land, Sentence::DoetNietMee);
    if let Some(stand) = question.stand() {
        let maybe = (!stand.mogelijk.is_empty()).then(|| entry(Class::Dim, Sentence::DeedMisschienMee));
        let known = entry(Class::On, Sentence::DeedMee);
        return [known].into_iter().chain(maybe).chain([entry(Class::Land, Sentence::DeedNietMee)]).collect();
    }
    match (question.filter.is_mixed(), question.filter.thema) {
        (true, _) => {
            vec![entry(Class::On, Sentence::PastErbij), entry(Class::Dim, Sentence::PastErNietBij), away]
        }
        (false, Some(_)) => {
            vec![entry(Class::On, Sentence::WerktAanThema), entry(Class::Dim, Sentence::AndereThemas), away]
        }
        (false, None) => vec![entry(Class::On, Sentence::DoetMee), away],
    }
}
