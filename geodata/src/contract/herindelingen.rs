//! Which gemeente a code of one year is in a later year: herindelingen as a graph by date.
//!
//! An *indeling* is the set of codes on 1 January of a year. An event takes a code away and says where its
//! ground went: whole into one other gemeente, or in parts into several. A change of name and a border
//! correction take no code away: they are no event, and counts are passed on as if nothing happened, as CBS
//! does in its own series.
//!
//! # Invariants
//! Following is composable: from one year to a second and from there to a third is from the first to the
//! third. It goes forward only: what was joined cannot be taken apart without counts per address.
//!
//! ```
//! use geodata::contract::{GemeenteCode, Gemeentecode, Herindeling, Herindelingen};
//! use geodata::contract::herindelingen::Deel;
//!
//! let code = |number: u16| GemeenteCode::new(format!("GM{number:04}"));
//! let gemeente = |number, naam: &str, eerste_jaar, laatste_jaar| Gemeentecode {
//!     code: code(number), naam: naam.to_owned(), provincie: None, eerste_jaar, laatste_jaar,
//! };
//! let herindelingen = Herindelingen::new(
//!     vec![gemeente(457, "Weesp", 2020, 2022), gemeente(363, "Amsterdam", 2020, 2023)],
//!     vec![Herindeling { datum: "2022-03-24".into(), van: code(457), naar: code(363), deel: Deel::Geheel }],
//! );
//! let weesp = herindelingen.follow(&code(457), 2022, 2023)?;
//! assert_eq!(weesp.whole(), Some(&code(363)));
//! # Ok::<(), geodata::contract::herindelingen::NotFollowed>(())
//! ```

use super::{GemeenteCode, ProvincieCode};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use thiserror::Error;

/// A code and the indelingen that have it: those of 1 January of its first to its last year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gemeentecode {
    pub code: GemeenteCode,
    /// The official name of its last year.
    pub naam: String,
    /// Of its last year; none where no source says it.
    pub provincie: Option<ProvincieCode>,
    pub eerste_jaar: u16,
    pub laatste_jaar: u16,
}

/// A gemeente, or a part of one, that went on in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Herindeling {
    /// The day of the change, `2021-01-01`.
    pub datum: String,
    pub van: GemeenteCode,
    pub naar: GemeenteCode,
    pub deel: Deel,
}

/// How much of a gemeente went that way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deel {
    /// All of it.
    Geheel,
    /// A part, the one that CBS calls the successor.
    Hoofddeel,
    /// A part. How many inhabitants, pupils or schools is not known here.
    Deel,
}

/// Every code of the years that are known, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Herindelingen {
    gemeenten: BTreeMap<GemeenteCode, Gemeentecode>,
    events: BTreeMap<GemeenteCode, Vec<Herindeling>>,
}

/// What a gemeente of one year is in a later one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opvolging {
    /// The gemeenten that have a part of it, or the one that has all.
    pub naar: BTreeSet<GemeenteCode>,
    /// The splits on the way: which gemeente, and when.
    pub splitsingen: Vec<(GemeenteCode, String)>,
}

/// Why a code is not followed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotFollowed {
    #[error("expected a year from {first} to {last}, found {jaar}", first = .known.start(), last = .known.end())]
    Year { jaar: u16, known: RangeInclusive<u16> },
    #[error("expected a year from {from} on, found {to}: what was joined cannot be taken apart")]
    Backward { from: u16, to: u16 },
    #[error("expected a gemeente of {jaar}, found {code}")]
    Code { jaar: u16, code: GemeenteCode },
}

impl Herindeling {
    /// The first indeling after it: that of the day itself on 1 January, else of the next year.
    pub fn jaar(&self) -> Option<u16> {
        let (year, day) = self.datum.split_once('-')?;
        let year: u16 = year.parse().ok()?;
        if day == "01-01" { Some(year) } else { year.checked_add(1) }
    }
}

impl Opvolging {
    /// The one gemeente that has all of it; none after a split.
    pub fn whole(&self) -> Option<&GemeenteCode> {
        if self.naar.len() == 1 { self.naar.first() } else { None }
    }
}

impl Herindelingen {
    /// Joins what was read. Contradictions are for the reader to find: here a code without an event has no
    /// successor, and an event without a day is none.
    pub fn new(gemeenten: Vec<Gemeentecode>, herindelingen: Vec<Herindeling>) -> Self {
        let mut events: BTreeMap<GemeenteCode, Vec<Herindeling>> = BTreeMap::new();
        for event in herindelingen {
            events.entry(event.van.clone()).or_default().push(event);
        }
        let gemeenten = gemeenten.into_iter().map(|gemeente| (gemeente.code.clone(), gemeente)).collect();
        Self { gemeenten, events }
    }

    /// The years whose codes are known.
    pub fn jaren(&self) -> RangeInclusive<u16> {
        let first = self.gemeenten.values().map(|gemeente| gemeente.eerste_jaar).min().unwrap_or(1);
        let last = self.gemeenten.values().map(|gemeente| gemeente.laatste_jaar).max().unwrap_or(0);
        first..=last
    }

    /// The gemeenten of a year, in order of code.
    pub fn indeling(&self, jaar: u16) -> impl Iterator<Item = &Gemeentecode> {
        self.gemeenten.values().filter(move |gemeente| gemeente.is_of(jaar))
    }

    /// Every gemeente of every year, in order of code.
    pub fn alle(&self) -> impl Iterator<Item = &Gemeentecode> {
        self.gemeenten.values()
    }

    pub fn gemeente(&self, code: &GemeenteCode) -> Option<&Gemeentecode> {
        self.gemeenten.get(code)
    }

    /// What became of a code; nothing while it exists.
    pub fn events(&self, code: &GemeenteCode) -> &[Herindeling] {
        self.events.get(code).map_or(&[], Vec::as_slice)
    }

    /// What the gemeente of `from` is in the indeling of `to`.
    ///
    /// # Errors
    /// A year that is not known, `to` before `from`, or a code that is no gemeente of `from`.
    pub fn follow(&self, code: &GemeenteCode, from: u16, to: u16) -> Result<Opvolging, NotFollowed> {
        let known = self.jaren();
        if let Some(&jaar) = [from, to].iter().find(|jaar| !known.contains(jaar)) {
            return Err(NotFollowed::Year { jaar, known });
        }
        if to < from {
            return Err(NotFollowed::Backward { from, to });
        }
        if !self.gemeenten.get(code).is_some_and(|gemeente| gemeente.is_of(from)) {
            return Err(NotFollowed::Code { jaar: from, code: code.clone() });
        }
        let mut opvolging = Opvolging { naar: BTreeSet::new(), splitsingen: Vec::new() };
        let mut seen = BTreeSet::new();
        let mut ahead = vec![code];
        while let Some(code) = ahead.pop() {
            if self.gemeenten.get(code).is_some_and(|gemeente| to <= gemeente.laatste_jaar) {
                opvolging.naar.insert(code.clone());
            } else if seen.insert(code) {
                let events = self.events(code);
                if let [event, _, ..] = events {
                    opvolging.splitsingen.push((code.clone(), event.datum.clone()));
                }
                ahead.extend(events.iter().map(|event| &event.naar));
            }
        }
        opvolging.splitsingen.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
        Ok(opvolging)
    }
}

impl Gemeentecode {
    /// Whether it stands in the indeling of that year.
    pub fn is_of(&self, jaar: u16) -> bool {
        (self.eerste_jaar..=self.laatste_jaar).contains(&jaar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(number: u16) -> GemeenteCode {
        GemeenteCode::new(format!("GM{number:04}"))
    }

    fn gemeente(number: u16, eerste_jaar: u16, laatste_jaar: u16) -> Gemeentecode {
        Gemeentecode { code: code(number), naam: String::new(), provincie: None, eerste_jaar, laatste_jaar }
    }

    fn event(datum: &str, van: u16, naar: u16, deel: Deel) -> Herindeling {
        Herindeling { datum: datum.to_owned(), van: code(van), naar: code(naar), deel }
    }

    /// 1 and 2 join as 3 in 2018; 3 is split over 4 and 5 in 2020; 5 joins 4 in the course of 2020.
    fn small() -> Herindelingen {
        Herindelingen::new(
            vec![
                gemeente(1, 2016, 2017),
                gemeente(2, 2016, 2017),
                gemeente(3, 2018, 2019),
                gemeente(4, 2016, 2022),
                gemeente(5, 2016, 2020),
            ],
            vec![
                event("2018-01-01", 1, 3, Deel::Geheel),
                event("2018-01-01", 2, 3, Deel::Geheel),
                event("2020-01-01", 3, 4, Deel::Hoofddeel),
                event("2020-01-01", 3, 5, Deel::Deel),
                event("2020-03-24", 5, 4, Deel::Geheel),
            ],
        )
    }

    fn follow(number: u16, from: u16, to: u16) -> Opvolging {
        small().follow(&code(number), from, to).expect("a gemeente of that year")
    }

    #[test]
    fn a_merged_gemeente_is_the_one_it_went_into() {
        assert_eq!(follow(1, 2016, 2017).whole(), Some(&code(1)));
        assert_eq!(follow(1, 2017, 2018).whole(), Some(&code(3)));
    }

    #[test]
    fn a_split_has_no_successor_and_says_where_and_when() {
        let split = follow(1, 2016, 2020);
        assert_eq!(split.whole(), None);
        assert_eq!(split.naar, [code(4), code(5)].into());
        assert_eq!(split.splitsingen, [(code(3), "2020-01-01".to_owned())]);
    }

    #[test]
    fn parts_that_meet_again_are_whole_again() {
        assert_eq!(follow(1, 2016, 2021).whole(), Some(&code(4)));
    }

    #[test]
    fn a_day_in_the_year_changes_the_next_indeling() {
        assert_eq!(follow(5, 2019, 2020).whole(), Some(&code(5)));
        assert_eq!(follow(5, 2019, 2021).whole(), Some(&code(4)));
    }

    #[test]
    fn what_cannot_be_followed_says_why() {
        let why = |number, from, to| {
            small().follow(&code(number), from, to).expect_err("not to be followed").to_string()
        };
        assert_eq!(why(1, 2018, 2019), "expected a gemeente of 2018, found GM0001");
        assert_eq!(why(1, 2015, 2019), "expected a year from 2016 to 2022, found 2015");
        assert!(why(3, 2019, 2018).starts_with("expected a year from 2019 on, found 2018"));
    }
}
