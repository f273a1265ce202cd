//! A choropleth: the figures of one indicator as colours and patterns, with a legend and a description in words.

use super::Class;
use super::words::{Sentence, Words, with_sign};
use geodata::contract::landkaart::reeks::{Indicator, Reeks};
use geodata::contract::waarde::{Afwezig, Cijfer, Status, Waarde};

/// Colours there are, light to dark.
const COLOURS: usize = 5;

/// What a place shows besides a colour, or instead of one. Four patterns that no colour is needed to tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patroon {
    /// Nobody knows, or nobody has given it.
    Onbekend,
    /// It would say too much of too few people.
    Geheim,
    /// It cannot exist here.
    NietVanToepassing,
    /// There is a figure, and it may still change.
    Voorlopig,
}

impl Patroon {
    pub const ALL: [Patroon; 4] =
        [Patroon::Onbekend, Patroon::Geheim, Patroon::NietVanToepassing, Patroon::Voorlopig];

    /// The word in the `class` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Patroon::Onbekend => "onbekend",
            Patroon::Geheim => "geheim",
            Patroon::NietVanToepassing => "nvt",
            Patroon::Voorlopig => "voorlopig",
        }
    }

    pub fn label(self) -> Sentence {
        match self {
            Patroon::Onbekend => Sentence::GeenCijfer,
            Patroon::Geheim => Sentence::TeWeinigMensen,
            Patroon::NietVanToepassing => Sentence::NietVanToepassing,
            Patroon::Voorlopig => Sentence::Voorlopig,
        }
    }
}

/// The figures of the places of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Kleuring {
    pub indicator: Indicator,
    pub periode: String,
    /// Bounds between classes, low to high.
    bounds: Vec<f64>,
    /// A figure for every place, or none where the document has none.
    figures: Vec<Option<Waarde>>,
}

impl Kleuring {
    /// For a map of so many places, `place` finds one by its code.
    pub fn new(
        places: usize,
        place: impl Fn(&str) -> Option<usize>,
        indicator: Indicator,
        reeks: Reeks,
    ) -> Self {
        let mut bounds = reeks.klassen;
        bounds.retain(|bound| bound.is_finite());
        bounds.truncate(COLOURS - 1);
        let mut figures = vec![None; places];
        for (code, figure) in reeks.waarden {
            if let Some(place) = place(&code) {
                figures[place] = Some(figure);
            }
        }
        Self { indicator, periode: reeks.periode, bounds, figures }
    }

    fn exact(&self, place: usize) -> Option<f64> {
        let value = match self.figures[place].as_ref()?.cijfer {
            Ok(Cijfer::Precies(value)) => value,
            _ => return None,
        };
        value.is_finite().then_some(value)
    }

    /// The colour of a place; a value on a bound is in the class above it. With fewer classes than colours the
    /// darkest are used.
    pub fn colour(&self, place: usize) -> Option<u8> {
        let value = self.exact(place)?;
        let class = self.bounds.iter().filter(|&&bound| value >= bound).count();
        Some((class + COLOURS - 1 - self.bounds.len()) as u8)
    }

    /// How a place looks.
    pub fn class(&self, place: usize) -> Class {
        self.colour(place).map_or(Class::Leeg, Class::Kleur)
    }

    pub fn patroon(&self, place: usize) -> Option<Patroon> {
        let Some(figure) = &self.figures[place] else { return Some(Patroon::Onbekend) };
        match figure.cijfer {
            Err(Afwezig::Onderdrukt) => Some(Patroon::Geheim),
            Err(Afwezig::NietVanToepassing) => Some(Patroon::NietVanToepassing),
            Err(_) => Some(Patroon::Onbekend),
            // Known as a range only: too few people to say more.
            Ok(Cijfer::Tussen(..)) => Some(Patroon::Geheim),
            Ok(Cijfer::Precies(_)) => {
                let provisional =
                    |status: &Status| matches!(status, Status::Voorlopig | Status::NaderVoorlopig);
                figure.status.iter().any(provisional).then_some(Patroon::Voorlopig)
            }
        }
    }

    /// The figure of a place, or why there is none: "23,4%", "1 tot 4 inwoners", "niet gemeten".
    pub fn figure(&self, words: &Words, place: usize) -> String {
        let Some(figure) = &self.figures[place] else { return words.plain(Sentence::GeenCijfer).to_owned() };
        match figure.cijfer {
            Ok(Cijfer::Precies(value)) => {
                let text = self.number(words, value);
                match self.patroon(place) {
                    Some(Patroon::Voorlopig) => words.say(Sentence::CijferVoorlopig, &[&text]),
                    _ => text,
                }
            }
            Ok(Cijfer::Tussen(from, to)) => {
                let from = words.decimal(from, self.indicator.decimalen);
                words.say(Sentence::Tussen, &[&from, &self.number(words, to)])
            }
            Err(reason) => words
                .plain(match reason {
                    Afwezig::Onderdrukt => Sentence::TeWeinigMensen,
                    Afwezig::NietVanToepassing => Sentence::NietVanToepassing,
                    Afwezig::NietGemeten => Sentence::NietGemeten,
                    Afwezig::GebiedBestondNiet => Sentence::BestondNiet,
                    Afwezig::NietAangeleverd => Sentence::NietAangeleverd,
                    Afwezig::NietVergelijkbaar => Sentence::NietVergelijkbaar,
                    Afwezig::Onbekend | Afwezig::OnbekendOfGeheim => Sentence::GeenCijfer,
                })
                .to_owned(),
        }
    }

    /// A value with its unit: "30,1%", "12.345 inwoners".
    fn number(&self, words: &Words, value: f64) -> String {
        let number = words.decimal(value, self.indicator.decimalen);
        match (self.indicator.teken.as_str(), self.indicator.eenheid.as_str()) {
            ("", "") => number,
            ("", unit) => [&number, "\u{a0}", unit].concat(),
            (sign, _) => with_sign(&number, sign),
        }
    }

    /// How much the figures of two places differ: "Verschil: 1,2 procentpunt."
    pub fn difference(&self, words: &Words, one: usize, other: usize) -> Option<String> {
        let difference = (self.exact(one)? - self.exact(other)?).abs();
        let text = match self.indicator.teken.as_str() {
            "%" => words.say(Sentence::Procentpunt, &[&words.decimal(difference, self.indicator.decimalen)]),
            _ => self.number(words, difference),
        };
        Some(words.say(Sentence::Verschil, &[&text]))
    }

    /// The classes, lowest first, as colour and words; those of figures that there are.
    pub fn legend(&self, words: &Words) -> Vec<(u8, String)> {
        let first = COLOURS - 1 - self.bounds.len();
        let bound = |at: usize| self.number(words, self.bounds[at]);
        let number = |at: usize| words.decimal(self.bounds[at], self.indicator.decimalen);
        let last = self.bounds.len();
        (0..=last)
            .map(|class| {
                let text = match class {
                    _ if last == 0 => words.plain(Sentence::CijferBekend).to_owned(),
                    0 => words.say(Sentence::MinderDan, &[&bound(0)]),
                    class if class == last => words.say(Sentence::OfMeer, &[&bound(last - 1)]),
                    class => words.say(Sentence::VanTot, &[&number(class - 1), &bound(class)]),
                };
                ((first + class) as u8, text)
            })
            .collect()
    }

    /// The patterns that are on the map.
    pub fn patterns(&self) -> Vec<Patroon> {
        let shown =
            |patroon: &Patroon| (0..self.figures.len()).any(|place| self.patroon(place) == Some(*patroon));
        Patroon::ALL.into_iter().filter(shown).collect()
    }

    /// What the map shows, in sentences: the extremes, and how many have no figure.
    pub fn description<'a>(
        &self,
        words: &Words,
        naam: impl Fn(usize) -> &'a str,
        zonder: Sentence,
    ) -> String {
        let known: Vec<(usize, f64)> =
            (0..self.figures.len()).filter_map(|place| Some((place, self.exact(place)?))).collect();
        let mut sentences = Vec::new();
        let by_value = |one: &&(usize, f64), other: &&(usize, f64)| one.1.total_cmp(&other.1);
        // The first of those that have it, in both directions.
        let extremes = known.iter().rev().max_by(by_value).zip(known.iter().min_by(by_value));
        if let Some((highest, lowest)) = extremes.filter(|(highest, lowest)| highest.1 > lowest.1) {
            let place = |&(place, _): &(usize, f64)| naam(place);
            let value = |&(_, value): &(usize, f64)| self.number(words, value);
            let gaps = [place(highest), &value(highest), place(lowest), &value(lowest)];
            sentences.push(words.say(Sentence::HoogsteLaagste, &gaps));
        }
        let without = self.figures.len() - known.len();
        if without > 0 {
            sentences.push(words.count(zonder, without, &[]));
        }
        sentences.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::landkaart;

    fn kleuring(klassen: &[f64], figures: Vec<(&str, Waarde)>) -> Kleuring {
        let indicator = Indicator {
            id: "laag".to_owned(),
            label: "Laag opgeleid".to_owned(),
            onvertaald: false,
            eenheid: "procent".to_owned(),
            teken: "%".to_owned(),
            decimalen: 1,
            pad: None,
            wijken: None,
        };
        let waarden = figures.into_iter().map(|(code, figure)| (code.to_owned(), figure)).collect();
        let reeks = Reeks { periode: "2021".to_owned(), klassen: klassen.to_vec(), waarden };
        let landkaart = landkaart();
        Kleuring::new(landkaart.places.len(), |code| landkaart.place_by_code(code), indicator, reeks)
    }

    #[test]
    fn a_value_on_a_bound_is_in_the_class_above_it() {
        let kleuring = kleuring(
            &[10., 20., 30., 40.],
            vec![
                ("GM0001", Waarde::precies(10.)),
                ("GM0002", Waarde::precies(9.99)),
                ("GM0003", Waarde::precies(55.)),
                ("GM0004", Waarde::precies(1e308)),
            ],
        );
        assert_eq!([0, 1, 2, 3].map(|place| kleuring.colour(place)), [Some(1), Some(0), Some(4), Some(4)]);
        let words = Words::dutch();
        assert_eq!(
            kleuring.legend(&words).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
            ["minder dan 10,0%", "10,0 tot 20,0%", "20,0 tot 30,0%", "30,0 tot 40,0%", "40,0% of meer"]
        );
        assert_eq!(kleuring.figure(&words, 3), "?%");
    }

    #[test]
    fn every_reason_has_its_pattern_and_its_words() {
        let provisional = Waarde { status: vec![Status::Voorlopig], ..Waarde::precies(5.) };
        let kleuring = kleuring(
            &[],
            vec![
                ("GM0001", Waarde::afwezig(Afwezig::Onderdrukt)),
                ("GM0002", Waarde::afwezig(Afwezig::NietVanToepassing)),
                ("GM0003", provisional),
            ],
        );
        assert_eq!(
            [0, 1, 2, 3].map(|place| kleuring.patroon(place)),
            [
                Some(Patroon::Geheim),
                Some(Patroon::NietVanToepassing),
                Some(Patroon::Voorlopig),
                Some(Patroon::Onbekend)
            ]
        );
        let words = Words::dutch();
        assert_eq!(kleuring.figure(&words, 2), "5,0% (voorlopig)");
        assert_eq!(kleuring.figure(&words, 3), "geen cijfer bekend");
        assert_eq!(kleuring.patterns(), Patroon::ALL);
        assert_eq!(kleuring.colour(2), Some(4));
    }

    #[test]
    fn the_extremes_and_the_missing_are_told() {
        let figures = vec![
            ("GM0001", Waarde::precies(10.)),
            ("GM0002", Waarde::precies(30.5)),
            ("GM0003", Waarde::precies(20.)),
        ];
        let landkaart = landkaart();
        assert_eq!(
            kleuring(&[], figures).description(
                &Words::dutch(),
                |place| landkaart.places[place].naam.as_str(),
                Sentence::ZonderCijfer
            ),
            "Het hoogst is Bedum (30,5%), het laagst Adorp (10,0%). Van 1 gemeente is geen cijfer bekend."
        );
    }
}
