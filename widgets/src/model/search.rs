//! Finding a gemeente by what a reader types: the beginning of a name, a word in it, another name, a name
//! from before a merger, or nearly that.
//!
//! Names are compared by their letters and digits alone, folded: `'s-Gravenhage`, `’s Gravenhage` and
//! `sgravenhage` are one. What starts a name goes before what starts a word in it, that before what stands
//! inside a word; one typing error is forgiven from five letters on. Equals stand in Dutch order.

use super::order::ordered;
use geodata::contract::naam::fold;

/// What a place is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its position among the places of the map.
    pub place: usize,
    pub naam: String,
    pub kind: Kind,
}

/// How a name belongs to its place. In the order of preference between equal finds. A day is `2021-01-01`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The one readers use.
    Own,
    /// Another: official, everyday, in another language.
    Other,
    /// Of a gemeente that is in it since that day.
    Former(String),
    /// Of a gemeente that was divided on that day; a part of it went here.
    Part(String),
    /// Of the gemeente that it is, or is in, from that day on: later than the map.
    Later(String),
}

impl Kind {
    fn rank(&self) -> u8 {
        match self {
            Kind::Own => 0,
            Kind::Other => 1,
            Kind::Former(_) => 2,
            Kind::Part(_) => 3,
            Kind::Later(_) => 4,
        }
    }
}

/// A name that fits, the best one of its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion<'a> {
    pub name: &'a Name,
    how: How,
}

/// Every name of a map, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// In Dutch order.
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    name: Name,
    letters: String,
    /// Where its words begin in `letters`.
    starts: Vec<usize>,
}

/// How well a name fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Whole,
    Start,
    Word,
    Inside,
    Nearly,
}

/// The fewest letters in which a typing error is forgiven: shorter words are too like one another.
pub const FORGIVING: usize = 5;
/// Articles that Dutch order passes over at the head of a name.
const ARTICLES: [&str; 5] = ["s", "t", "de", "den", "het"];

impl Search {
    pub fn new(names: impl IntoIterator<Item = Name>) -> Self {
        let entries = names.into_iter().map(Entry::new);
        let entries = ordered(entries, |one, other| one.order() > other.order());
        Self { entries }
    }

    /// The places that fit what was typed, best first, each once; none for text without a letter or digit.
    pub fn suggest(&self, typed: &str) -> Vec<Suggestion<'_>> {
        let (letters, _) = letters(typed);
        let mut found: Vec<Suggestion> = Vec::new();
        if letters.is_empty() {
            return found;
        }
        for entry in &self.entries {
            let Some(how) = entry.fit(&letters) else { continue };
            let suggestion = Suggestion { name: &entry.name, how };
            match found.iter_mut().find(|known| known.name.place == entry.name.place) {
                Some(known) if suggestion.rank() < known.rank() => *known = suggestion,
                Some(_) => {}
                None => found.push(suggestion),
            }
        }
        if found.iter().any(|suggestion| suggestion.how != How::Nearly) {
            found.retain(|suggestion| suggestion.how != How::Nearly);
        }
        ordered(found, |one: &Suggestion, other| one.rank() > other.rank())
    }
}

impl Suggestion<'_> {
    fn rank(&self) -> (How, u8) {
        (self.how, self.name.kind.rank())
    }
}

impl Entry {
    fn new(name: Name) -> Self {
        let (letters, starts) = letters(&name.naam);
        Self { name, letters, starts }
    }

    /// The letters that Dutch order looks at.
    fn order(&self) -> &str {
        let words = self.starts.get(1).and_then(|&second| self.letters.split_at_checked(second));
        match words {
            Some((article, rest)) if ARTICLES.contains(&article) => rest,
            _ => &self.letters,
        }
    }

    fn fit(&self, typed: &str) -> Option<How> {
        let name = self.letters.as_str();
        let words = || self.starts.iter().filter_map(|&start| name.get(start..));
        if name == typed {
            Some(How::Whole)
        } else if name.starts_with(typed) {
            Some(How::Start)
        } else if words().any(|word| word.starts_with(typed)) {
            Some(How::Word)
        } else if name.as_bytes().windows(typed.len()).any(|part| part == typed.as_bytes()) {
            Some(How::Inside)
        } else if typed.len() >= FORGIVING && words().any(|word| nearly_starts(word, typed)) {
            Some(How::Nearly)
        } else {
            None
        }
    }
}

/// Letters and digits of a text, folded, and where its words begin among them.
fn letters(text: &str) -> (String, Vec<usize>) {
    let (mut letters, mut starts) = (String::new(), Vec::new());
    let mut between = true;
    for letter in fold(text).chars() {
        if letter.is_ascii() && !letter.is_ascii_alphanumeric() {
            between = true;
            continue;
        }
        if between {
            starts.push(letters.len());
            between = false;
        }
        letters.push(letter);
    }
    (letters, starts)
}

/// Whether `name` starts with what was meant when `typed` has one letter wrong, too many, missing, or two
/// neighbours exchanged: a distance of one in the sense of Damerau (1964).
pub fn nearly_starts(name: &str, typed: &str) -> bool {
    let (name, typed) = (name.as_bytes(), typed.as_bytes());
    let Some(at) = name.iter().zip(typed).position(|(one, other)| one != other) else {
        // The name ended first: one letter too many is all that may be left.
        return typed.len() == name.len() + 1;
    };
    let (name, typed) = (&name[at..], &typed[at..]);
    let (wrong, extra, missing) =
        (name[1..].starts_with(&typed[1..]), name.starts_with(&typed[1..]), name[1..].starts_with(typed));
    let exchanged = || matches!((name, typed), ([a, b, name @ ..], [c, d, typed @ ..]) if (a, b) == (d, c) && name.starts_with(typed));
    wrong || extra || missing || exchanged()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search() -> Search {
        let since = || "2021-01-01".to_owned();
        let names = [
            (0, "'s-Gravenhage", Kind::Other),
            (0, "Den Haag", Kind::Own),
            (0, "The Hague", Kind::Other),
            (1, "'s-Hertogenbosch", Kind::Own),
            (1, "Den Bosch", Kind::Other),
            (2, "Eemsdelta", Kind::Own),
            (2, "Delfzijl", Kind::Former(since())),
            (3, "Súdwest-Fryslân", Kind::Own),
            (4, "Haarlem", Kind::Own),
            (5, "Haarlemmermeer", Kind::Own),
            (6, "Delft", Kind::Own),
            (7, "Hendrik-Ido-Ambacht", Kind::Own),
            (8, "Vught", Kind::Own),
            (8, "Haaren", Kind::Part(since())),
            (9, "Boxtel", Kind::Own),
            (9, "Haaren", Kind::Part(since())),
            (10, "Bergen (NH.)", Kind::Own),
            (11, "Utrecht", Kind::Own),
        ];
        Search::new(names.map(|(place, naam, kind)| Name { place, naam: naam.to_owned(), kind }))
    }

    fn found(typed: &str) -> Vec<(String, usize)> {
        let search = search();
        search.suggest(typed).iter().map(|found| (found.name.naam.clone(), found.name.place)).collect()
    }

    fn names(typed: &str) -> Vec<String> {
        found(typed).into_iter().map(|(naam, _)| naam).collect()
    }

    #[test]
    fn every_apostrophe_accent_and_hyphen_is_the_same() {
        for typed in ["'s-grav", "’s-Grav", "‘s Grav", "`s grav", "sgrav", "S GRAV", "gravenhage"] {
            assert_eq!(names(typed), ["'s-Gravenhage"], "{typed}");
        }
        for typed in ["súdwest", "sudwest fryslan", "Su\u{301}dwest", "SÚDWEST-FRYSLÂN", "fryslân"] {
            assert_eq!(names(typed), ["Súdwest-Fryslân"], "{typed}");
        }
    }

    #[test]
    fn another_name_leads_to_the_place() {
        assert_eq!(found("den bosch"), [("Den Bosch".to_owned(), 1)]);
        assert_eq!(found("the hague"), [("The Hague".to_owned(), 0)]);
    }

    #[test]
    fn a_name_from_before_a_merger_leads_to_what_it_is_in() {
        assert_eq!(found("delfzijl"), [("Delfzijl".to_owned(), 2)]);
        let search = search();
        assert_eq!(search.suggest("Delfz")[0].name.kind, Kind::Former("2021-01-01".to_owned()));
        assert_eq!(found("haaren"), [("Haaren".to_owned(), 8), ("Haaren".to_owned(), 9)]);
    }

    #[test]
    fn the_start_of_a_name_goes_before_the_start_of_a_word_and_that_before_the_inside() {
        assert_eq!(names("haa"), ["Haarlem", "Haarlemmermeer", "Haaren", "Haaren", "Den Haag"]);
        assert_eq!(names("am"), ["Hendrik-Ido-Ambacht"]);
        assert_eq!(names("mer"), ["Haarlemmermeer"]);
    }

    #[test]
    fn a_whole_name_goes_before_a_longer_one() {
        assert_eq!(names("haarlem")[0], "Haarlem");
        assert_eq!(names("delf"), ["Delft", "Delfzijl"]);
    }

    #[test]
    fn a_place_is_found_once_by_its_best_name() {
        assert_eq!(names("den h"), ["Den Haag"]);
        assert_eq!(names("haag"), ["Den Haag"]);
    }

    #[test]
    fn one_typing_error_in_a_longer_word_is_forgiven() {
        for typed in ["Utrehct", "Urtecht", "Utrect", "Utrrecht", "Utrexht", "utrechtt"] {
            assert_eq!(names(typed), ["Utrecht"], "{typed}");
        }
        assert_eq!(names("hertogenbsch"), ["'s-Hertogenbosch"]);
        for typed in ["Utex", "Uxrexht", "Xtrehct"] {
            assert_eq!(names(typed), Vec::<String>::new(), "{typed}");
        }
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for typed in ["", "  ", "-", "'’", "\u{0}", "\u{202e}"] {
            assert_eq!(names(typed), Vec::<String>::new(), "{typed:?}");
        }
        assert_eq!(names(&"x".repeat(10_000)), Vec::<String>::new());
    }

    #[test]
    fn equals_stand_in_dutch_order() {
        let names = ["Den Helder", "Heerde", "Haarlem", "'s-Heer", "Hoorn"];
        let named = |(place, naam): (usize, &&str)| Name { place, naam: (*naam).to_owned(), kind: Kind::Own };
        let search = Search::new(names.iter().enumerate().map(named));
        let found: Vec<&str> = search.suggest("e").iter().map(|found| found.name.naam.as_str()).collect();
        assert_eq!(found, ["Haarlem", "'s-Heer", "Heerde", "Den Helder"]);
    }
}
