//! Finding interventies by what a reader types: every word of it, in title or text, whole, in part, or nearly.
//!
//! Each different word of all texts is kept once, with where it stands. What is typed is compared with those words
//! only, some thousands for ten thousand interventies; the rest is bits. Words are compared folded, without accents.
//! A word fits when it begins with what was typed; from three letters on also when that stands inside it, because
//! Dutch writes words together; and when no word fits, one typing error is forgiven from five letters on.

use super::bits::Bits;
use crate::model::search::{FORGIVING, nearly_starts};
use geodata::contract::naam::fold;

/// The fewest letters that are looked for inside a word.
const INSIDE: usize = 3;
/// Lists of words by the low bits of their hash.
const SHELVES: usize = 4096;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Woorden {
    woorden: Vec<Woord>,
    /// Positions in `woorden`.
    shelves: Vec<Vec<u32>>,
    items: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Woord {
    letters: Box<str>,
    /// Twice the position of the interventie, and one more in its title.
    places: Vec<u32>,
}

/// What fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gevonden {
    pub all: Bits,
    /// Those that have every word in their title.
    pub in_title: Bits,
}

impl Woorden {
    /// Of each interventie its title, and the texts that are looked in besides.
    pub fn new<'a>(texts: impl ExactSizeIterator<Item = (&'a str, Vec<&'a str>)>) -> Self {
        let mut woorden = Self { items: texts.len(), shelves: vec![Vec::new(); SHELVES], ..Self::default() };
        for (item, (title, more)) in texts.enumerate() {
            woorden.add(title, item as u32 * 2 + 1);
            more.into_iter().for_each(|text| woorden.add(text, item as u32 * 2));
        }
        woorden
    }

    fn add(&mut self, text: &str, place: u32) {
        let folded = fold(text);
        for word in words(&folded) {
            let shelf = &mut self.shelves[shelf(word)];
            let known = shelf.iter().find(|&&at| &*self.woorden[at as usize].letters == word);
            match known {
                Some(&at) => {
                    let places = &mut self.woorden[at as usize].places;
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                }
                None => {
                    shelf.push(self.woorden.len() as u32);
                    self.woorden.push(Woord { letters: word.into(), places: vec![place] });
                }
            }
        }
    }

    /// Nothing for what has no letter or digit.
    pub fn find(&self, typed: &str) -> Option<Gevonden> {
        let typed = fold(typed);
        let mut found: Option<Gevonden> = None;
        for word in words(&typed) {
            let fitting = self.fitting(word);
            match &mut found {
                None => found = Some(fitting),
                Some(found) => {
                    found.all.and(&fitting.all);
                    found.in_title.and(&fitting.in_title);
                }
            }
        }
        found
    }

    fn fitting(&self, typed: &str) -> Gevonden {
        let mut found = Gevonden { all: Bits::none(self.items), in_title: Bits::none(self.items) };
        let bytes = typed.as_bytes();
        let inside = typed.len() >= INSIDE;
        let mut any = false;
        for woord in &self.woorden {
            let letters = woord.letters.as_bytes();
            let begins = |at: usize| letters.get(at..).is_some_and(|rest| rest.starts_with(bytes));
            let last = if inside { letters.len().saturating_sub(bytes.len()) } else { 0 };
            let fits = (0..=last).any(|at| letters.get(at) == bytes.first() && begins(at));
            if fits {
                any = true;
                found.put(woord);
            }
        }
        if !any && typed.len() >= FORGIVING {
            let nearly = self.woorden.iter().filter(|woord| nearly_starts(&woord.letters, typed));
            nearly.for_each(|woord| found.put(woord));
        }
        found
    }
}

impl Gevonden {
    fn put(&mut self, woord: &Woord) {
        for place in &woord.places {
            self.all.put(*place as usize / 2);
            if place % 2 == 1 {
                self.in_title.put(*place as usize / 2);
            }
        }
    }
}

/// Letters and digits that stand together, in folded text.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// By the hash of Fowler, Noll and Vo.
fn shelf(word: &str) -> usize {
    let hash =
        word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % SHELVES
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [usize; 0] = [];

    fn found(typed: &str) -> Option<Vec<usize>> {
        let texts = [
            ("Boekenpret", vec!["Kinderen leren lezen", "Súdwest-Fryslân"]),
            ("Taalklas", vec!["Een klas voor taal"]),
            ("Zomerschool", vec!["Taal en rekenen in de zomer; boekenkast"]),
        ];
        let woorden = Woorden::new(texts.into_iter());
        woorden.find(typed).map(|found| found.all.iter().collect())
    }

    #[test]
    fn every_word_must_fit_wherever_it_stands() {
        assert_eq!(found("taal").unwrap(), [1, 2]);
        assert_eq!(found("taal zomer").unwrap(), [2]);
        assert_eq!(found("boek").unwrap(), [0, 2]);
        assert_eq!(found("boek qqq").unwrap(), NONE);
    }

    #[test]
    fn a_part_of_a_word_that_is_written_together_is_found() {
        assert_eq!(found("klas").unwrap(), [1]);
        assert_eq!(found("kast").unwrap(), [2]);
        assert_eq!(found("al").unwrap(), NONE, "two letters are too few");
    }

    #[test]
    fn accents_and_one_typing_error_are_forgiven() {
        assert_eq!(found("sudwest fryslan").unwrap(), [0]);
        assert_eq!(found("bokenpret").unwrap(), [0]);
        assert_eq!(found("zomrschool").unwrap(), [2]);
        assert_eq!(found("tal").unwrap(), NONE, "a short word is not forgiven");
    }

    #[test]
    fn nothing_typed_finds_nothing_in_particular() {
        for typed in ["", "  ", "-", "'’", "\u{0}"] {
            assert!(found(typed).is_none_or(|found| found.is_empty()), "{typed:?}");
        }
        assert_eq!(found(&"x".repeat(10_000)).unwrap(), NONE);
    }

    #[test]
    fn titles_are_told_from_texts() {
        let woorden = Woorden::new([("Taal", vec!["x"]), ("x", vec!["taal"])].into_iter());
        let found = woorden.find("taal").unwrap();
        assert_eq!(found.in_title.iter().collect::<Vec<_>>(), [0]);
        assert_eq!(found.all.count(), 2);
    }
}
