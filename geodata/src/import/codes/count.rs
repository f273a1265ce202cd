//! Counts of a foreign table, and their sums: a whole number, or the mark that stands in its place.

use super::{Followed, Foreign};
use crate::import::problem::Problems;
use std::collections::BTreeMap;

/// What a cell with a count holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    Number(u64),
    /// Not published, not known: the mark as it stands, empty for nothing.
    Missing(String),
}

/// Counts added up: a number only when each was one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    total: u64,
    /// By mark, how often.
    missing: BTreeMap<String, usize>,
}

/// The counts in `columns` of every row that is kept, in the order of `followed`.
pub fn counts(
    table: &Foreign,
    followed: &[Followed],
    columns: &[usize],
    problems: &mut Problems,
) -> Vec<Vec<Count>> {
    let mut counts = Vec::with_capacity(followed.len());
    for ((line, cells), followed) in table.rows.iter().zip(followed) {
        let mut row = Vec::with_capacity(columns.len());
        for &column in columns.iter().filter(|_| followed.is_some()) {
            match Count::read(&cells[column]) {
                Some(count) => row.push(count),
                None => {
                    let expected = "a count of 0 or more, or a mark such as <5";
                    problems.expected(&table.place(*line, column), expected, format!("{:?}", cells[column]));
                }
            }
        }
        counts.push(row);
    }
    counts
}

impl Count {
    /// Nothing for what is neither a count nor a known mark.
    pub fn read(cell: &str) -> Option<Self> {
        let cell = cell.trim();
        // More digits than any count has would overflow a sum.
        if (1..=15).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit()) {
            return cell.parse().ok().map(Self::Number);
        }
        // Nothing; CBS: ., -, x; DUO: <5; wijken en buurten: -99999999 and the like.
        let below = cell.strip_prefix('<').is_some_and(|rest| !rest.is_empty() && digits(rest.trim()));
        let sentinel = cell.strip_prefix("-9999").is_some_and(digits);
        let mark = ["", ".", "-", "x", "X"].contains(&cell) || below || sentinel;
        mark.then(|| Self::Missing(cell.to_owned()))
    }
}

impl Sum {
    pub fn add(&mut self, count: &Count) {
        match count {
            // At most 15 digits each: more rows than memory holds before this is not exact.
            Count::Number(number) => self.total = self.total.saturating_add(*number),
            Count::Missing(mark) => *self.missing.entry(mark.clone()).or_default() += 1,
        }
    }

    /// The number, or nothing.
    pub fn text(&self) -> String {
        if self.missing.is_empty() { self.total.to_string() } else { String::new() }
    }

    /// Why there is no number: `<5 in 2 rijen`.
    pub fn missing(&self) -> Option<String> {
        let marks = self.missing.iter().map(|(mark, &rows)| {
            let mark = if mark.is_empty() { "leeg" } else { mark };
            let rijen = if rows == 1 { "rij" } else { "rijen" };
            format!("{mark} in {rows} {rijen}")
        });
        (!self.missing.is_empty()).then(|| marks.collect::<Vec<_>>().join(", "))
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_a_number_or_a_mark_and_nothing_else() {
        assert_eq!(Count::read(" 12 "), Some(Count::Number(12)));
        for mark in ["", " ", ".", "-", "x", "<5", "< 10", "-99999999", "-99997"] {
            assert_eq!(Count::read(mark), Some(Count::Missing(mark.trim().to_owned())), "{mark:?}");
        }
        for other in ["twaalf", "12,5", "-3", "<", "<vijf", "1e3", "99999999999999999999"] {
            assert_eq!(Count::read(other), None, "{other:?}");
        }
    }

    #[test]
    fn one_mark_takes_the_sum_away_and_says_so() {
        let mut sum = Sum::default();
        for cell in ["12", "<5", "", "<5"] {
            sum.add(&Count::read(cell).expect("a count or a mark"));
        }
        assert_eq!(sum.text(), "");
        assert_eq!(sum.missing().expect("a reason"), "leeg in 1 rij, <5 in 2 rijen");
    }
}
