//! One state of the landkaart, ready to draw: sentences, rows, legend and a class for every place.

mod card;
mod class;
mod legend;
mod nearer;
mod question;
mod rows;
mod sentences;
mod table;
mod velden;
mod wants;
mod weergave;

pub use card::Card;
pub use class::Class;
pub use legend::Entry;
pub use nearer::{Area, Nearer};
pub use question::Question;
pub use rows::Row;
pub use velden::{Optie, ROLLEN, Schuif, Veld};
pub use wants::KAART;
pub use weergave::Weergave;

use super::kleuring::Patroon;
use super::surface::Surface;
use super::words::{Sentence, Words};
use super::{Choice, Key, Landkaart};
use geodata::contract::naam::fold;

/// A map in the place of the own.
#[derive(Debug, Clone, PartialEq)]
pub enum Andere {
    /// Of the wijken of a gemeente; the list is one of wijken too.
    Wijken(Surface),
    /// Of another year.
    Jaar(Surface),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Picture {
    pub weergave: Weergave,
    /// Documents that the state needs and that are not there yet, by their name in the index or their path below the
    /// exports. Until they come the picture shows what it can.
    pub wants: Vec<String>,
    /// The message in one sentence.
    pub headline: String,
    pub lede: String,
    /// How many the list shows, in a few words; read aloud when it changes.
    pub summary: String,
    /// What the map shows, for who does not see it.
    pub description: String,
    pub rows: Vec<Row>,
    /// What the list is a list of.
    pub caption: String,
    pub legend: Vec<Entry>,
    /// A class for every place.
    pub classes: Vec<Class>,
    /// The patterns over the classes, with their places.
    pub patterns: Vec<(Patroon, Vec<usize>)>,
    /// The figure of every place, or why there is none; empty when no indicator is chosen.
    pub figures: Vec<String>,
    /// The id of the indicator whose figures are seen.
    pub indicator: Option<String>,
    /// The chosen place, and the one it is compared with.
    pub chosen: Option<usize>,
    pub pinned: Option<usize>,
    /// The chosen thema.
    pub thema: Option<usize>,
    /// Whether the headline has a name in it that is Dutch where another language was asked for.
    pub onvertaald: bool,
    pub cards: Vec<Card>,
    pub andere: Option<Andere>,
    /// What can be chosen beside the thema: nothing as long as nobody asked.
    pub velden: Option<Vec<Veld>>,
    pub schuif: Option<Schuif>,
    /// Whether the reader opened the choices.
    pub keuzes: bool,
    /// How they are called, where that is more than their name: open, or with what is chosen in them.
    pub keuzes_said: Option<String>,
    /// Whether there is a choice to take back that leaves too little.
    pub empty: bool,
    /// Which part of the map is seen.
    pub nearer: Nearer,
    /// As [`Choice::written`].
    pub state: String,
}

impl Picture {
    pub fn new(landkaart: &Landkaart, words: &Words, choice: &Choice) -> Self {
        let question = Question::new(landkaart, words, choice);
        let (weergave, wants) = wants::wants(&question);
        let rows = rows::rows(&question);
        let jaarkaart = question.jaarkaart().zip(question.stand());
        let jaarkaart =
            jaarkaart.map(|(kaart, stand)| Andere::Jaar(kaart.surface(&stand.bekend, &stand.mogelijk)));
        let wijkkaart = question.wijkkaart().map(|kaart| Andere::Wijken(kaart.surface.clone()));
        Self {
            weergave,
            wants,
            headline: sentences::headline(&question, rows.len()),
            lede: sentences::lede(&question),
            summary: sentences::summary(&question, &rows),
            description: sentences::description(&question, &rows),
            caption: sentences::caption(&question),
            legend: legend::legend(&question),
            classes: classes(&question),
            patterns: patterns(&question),
            figures: figures(&question),
            indicator: question.coloured().map(|kleuring| kleuring.indicator.id.clone()),
            chosen: question.chosen,
            pinned: question.pinned,
            thema: choice.get(Key::Thema).and_then(|id| landkaart.thema_by_id(id)),
            onvertaald: sentences::onvertaald(&question),
            cards: card::cards(&question),
            andere: wijkkaart.or(jaarkaart),
            velden: velden::velden(&question),
            schuif: velden::schuif(&question),
            keuzes: choice.get(Key::Keuzes) == Some("open"),
            keuzes_said: velden::said(&question),
            empty: rows.is_empty() && question.filter.is_set(),
            nearer: Nearer::new(landkaart, words, choice.get(Key::Zoom), question.chosen),
            state: choice.written(),
            rows,
        }
    }

    /// The next of the list after a place whose name begins with a letter.
    pub fn next_named(&self, letter: &str, place: usize) -> Option<usize> {
        let letter = fold(letter);
        let here = self.rows.iter().position(|row| row.place == Some(place)).map_or(0, |row| row + 1);
        let mut rows = self.rows[here..].iter().chain(&self.rows[..here]);
        rows.find(|row| fold(&row.naam).starts_with(&letter))?.place
    }

    /// A place as a tooltip or a screen reader says it.
    pub fn spoken(&self, landkaart: &Landkaart, words: &Words, place: usize) -> String {
        let naam = landkaart.places[place].naam.as_str();
        match (self.figures.get(place), landkaart.places[place].deelnemer) {
            (Some(figure), _) => [naam, ": ", figure].concat(),
            (None, Some(_)) => naam.to_owned(),
            (None, None) => words.say(Sentence::NaamDoetNietMee, &[naam]),
        }
    }
}

fn classes(question: &Question) -> Vec<Class> {
    let Question { landkaart, filter, .. } = *question;
    let (kleuring, stand) = (question.kleuring(), question.stand());
    let class = |place: usize| {
        if let Some(kleuring) = kleuring {
            return kleuring.class(place);
        }
        if let Some(stand) = stand {
            let code = &landkaart.places[place].code;
            return match () {
                () if stand.bekend.contains(code) => Class::On,
                () if stand.mogelijk.contains(code) => Class::Dim,
                () => Class::Land,
            };
        }
        match landkaart.deelnemer_at(place) {
            None => Class::Land,
            Some(deelnemer) if filter.leaves(place, deelnemer) => Class::On,
            Some(_) => Class::Dim,
        }
    };
    (0..landkaart.places.len()).map(class).collect()
}

fn patterns(question: &Question) -> Vec<(Patroon, Vec<usize>)> {
    let Some(kleuring) = question.kleuring() else { return Vec::new() };
    let places = |patroon: Patroon| {
        (0..question.landkaart.places.len())
            .filter(|&place| kleuring.patroon(place) == Some(patroon))
            .collect()
    };
    kleuring.patterns().into_iter().map(|patroon| (patroon, places(patroon))).collect()
}

fn figures(question: &Question) -> Vec<String> {
    let Some(kleuring) = question.kleuring() else { return Vec::new() };
    (0..question.landkaart.places.len()).map(|place| kleuring.figure(question.words, place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Taal;
    use crate::model::fixture::landkaart;

    fn picture(choice: &str) -> Picture {
        Picture::new(&landkaart(), &Words::dutch(), &Choice::default().and(choice))
    }

    #[test]
    fn without_a_thema_every_participant_is_coloured_and_listed() {
        let picture = picture("");
        assert_eq!(picture.headline, "2 gemeenten werken samen aan gelijke kansen");
        assert_eq!(picture.classes, [Class::On, Class::Land, Class::Land, Class::On]);
        assert_eq!(
            picture.rows.iter().map(|row| (row.place, row.count)).collect::<Vec<_>>(),
            [(Some(0), 2), (Some(3), 0)]
        );
        assert_eq!(picture.summary, "2 gemeenten in 2 provincies");
        assert!(picture.cards.is_empty());
    }

    #[test]
    fn a_thema_dims_who_is_not_known_to_work_on_it_and_leaves_them_out_of_the_list() {
        let picture = picture("thema=taal");
        assert_eq!(picture.headline, "1 van de 2 gemeenten werkt aan taal");
        assert_eq!(picture.classes, [Class::On, Class::Land, Class::Land, Class::Dim]);
        assert_eq!(picture.rows.len(), 1);
        assert_eq!(picture.summary, "1 gemeente in 1 provincie");
        assert_eq!(picture.legend.len(), 3);
    }

    #[test]
    fn the_chosen_place_is_marked_in_the_list_and_told_about() {
        let mut picture = picture("thema=taal&gemeente=GM0001");
        assert!(picture.rows[0].selected);
        let card = picture.cards.remove(0);
        assert_eq!(card.title, "Adorp");
        assert_eq!(card.lines, ["Groningen", "Doet mee sinds juli 2019.", "1 interventie bij dit thema."]);
        assert_eq!(card.slug.as_deref(), Some("adorp"));
    }

    #[test]
    fn a_place_that_does_not_take_part_says_so_and_leads_nowhere() {
        let card = picture("gemeente=GM0002").cards.remove(0);
        assert_eq!(card.lines, ["Groningen", "Doet niet mee."]);
        assert_eq!(card.slug, None);
    }

    #[test]
    fn a_participant_without_known_interventies_keeps_its_place_with_the_reason() {
        let card = picture("gemeente=GM0004").cards.remove(0);
        assert_eq!(card.title, "Dronrijp & Co");
        assert_eq!(card.lines[2], "Er zijn nog geen interventies bekend.");
    }

    #[test]
    fn in_another_language_the_same_is_said() {
        let mut picture =
            Picture::new(&landkaart(), &Words::of(Taal::En), &Choice::default().and("gemeente=GM0002"));
        assert_eq!(picture.headline, "2 municipalities work together on equal opportunities");
        assert_eq!(picture.cards.remove(0).lines, ["Groningen", "Does not take part."]);
    }

    #[test]
    fn tiles_that_are_not_there_are_asked_for_and_the_map_stays() {
        let asked = picture("weergave=tegels");
        assert_eq!(
            (asked.weergave, asked.wants),
            (Weergave::Kaart, vec!["landkaart/tegels-2021.json".to_owned()])
        );
        assert_eq!(picture("weergave=lijst").weergave, Weergave::Lijst);
        assert_eq!(picture("weergave=globe").weergave, Weergave::Kaart);
    }

    #[test]
    fn a_letter_leads_to_the_next_of_that_name_and_round() {
        let picture = picture("");
        assert_eq!(picture.next_named("d", 0), Some(3));
        assert_eq!(picture.next_named("A", 3), Some(0));
        assert_eq!(picture.next_named("x", 3), None);
    }

    #[test]
    fn what_names_nothing_chooses_nothing() {
        let nothing = Picture { state: String::new(), ..picture("thema=x&gemeente=GM9999") };
        assert_eq!(nothing, picture(""));
    }
}
