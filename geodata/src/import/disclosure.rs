//! Which figures may be published: statistical disclosure control. Pure; it knows no file and no indicator.
//!
//! A share is of people, and few people are known people. The rule, after Hundepool et al., *Statistical
//! Disclosure Control* (Wiley 2012), chapter 4, with the threshold that DUO's open data use (`<5`):
//!
//! - **primary**: a share whose numerator or denominator is 1 to 4, or whose denominator is under 10, is
//!   hidden ([`may_be_published`]). A true 0 out of enough people is shown;
//! - **secondary** ([`protect`]): other cells are hidden until no primary one follows from what is
//!   shown: from totals, from other cells, from another level or another year. All of these are
//!   [`Relation`]s: a total and its parts.
//!
//! What "does not follow" means: who knows every shown count, every relation and that counts are not
//! negative, still has to reckon with every count that the rule hides, 1 to 4 (or up to 9 under a
//! denominator), and finds no hidden count exactly. For each such claim there is a **witness**: a
//! complete set of whole counts that agrees with everything shown. Witnesses are proposed by linear
//! programming and judged in whole numbers, so a rounding of the solver cannot let a cell through; a cell
//! without a witness counts as found. Which cells are hidden is chosen greedily, the smallest first: more may be
//! hidden than the fewest possible (that problem is NP-hard: Kelly, Golden & Assad, *Networks* 22, 1992).
//!
//! Published percentages of a source are not touched: the source has decided. A mean or a number per person is
//! held to the rule of ten people alone: the sources it is made of publish every school themselves.

mod attack;

use crate::contract::{Afwezig, Cijfer};
use attack::Attack;

/// The smallest numerator that may be told, and the smallest denominator.
const SMALLEST: f64 = 5.0;
const SMALLEST_DENOMINATOR: f64 = 10.0;

/// A count, and whether anybody outside may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub count: u64,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To be published if it can be.
    Shown,
    /// Not published because the counts up to this one are too few people.
    Primary { upto: u64 },
    /// Not published: to protect another one, or because nobody publishes it.
    Hidden,
}

/// A total and its parts, as positions of cells: `total = parts[0] + parts[1] + …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// Whether a share of people may be told, looking at its own counts alone. A range may be told if no count in it
/// would have to be hidden, or if it is as wide as what hides: `<5`.
///
/// ```
/// use geodata::contract::Cijfer::{Precies, Tussen};
/// use geodata::import::disclosure::may_be_published;
/// assert!(may_be_published(Precies(5.0), Precies(10.0)).is_ok());
/// assert!(may_be_published(Precies(0.0), Precies(10.0)).is_ok());
/// assert!(may_be_published(Precies(4.0), Precies(100.0)).is_err());
/// assert!(may_be_published(Precies(5.0), Precies(9.0)).is_err());
/// assert!(may_be_published(Tussen(1.0, 4.0), Precies(100.0)).is_err());
/// assert!(may_be_published(Tussen(18.0, 21.0), Tussen(40.0, 46.0)).is_ok());
/// ```
pub fn may_be_published(teller: Cijfer, noemer: Cijfer) -> Result<(), Afwezig> {
    let ((least, most), (smallest, largest)) = (bounds(teller), bounds(noemer));
    let too_few = most > 0.0 && least < SMALLEST;
    // A range is known only if both its ends are sound.
    if too_few || smallest < SMALLEST_DENOMINATOR || least < 0.0 || largest < smallest {
        return Err(Afwezig::Onderdrukt);
    }
    Ok(())
}

/// Whether a mean of people may be told: it is one over at least ten.
pub fn mean_may_be_published(people: Cijfer) -> Result<(), Afwezig> {
    if bounds(people).0 < SMALLEST_DENOMINATOR { Err(Afwezig::Onderdrukt) } else { Ok(()) }
}

/// The state of a numerator before it is held against others.
pub fn primary(teller: u64, noemer: u64) -> State {
    match (teller, noemer) {
        (1..=4, _) => State::Primary { upto: if noemer < 10 { 9 } else { 4 } },
        (_, 0..=9) => State::Primary { upto: 9 },
        _ => State::Shown,
    }
}

/// Hides cells until nothing hidden can be found. Relations must hold for the counts.
pub fn protect(cells: &[Cell], relations: &[Relation]) -> Vec<Cell> {
    let mut cells = cells.to_vec();
    loop {
        let attack = Attack::new(&cells, relations);
        let Some(found) = (0..cells.len()).find(|cell| attack.finds(*cell)) else { return cells };
        match attack.helper(found) {
            Some(helper) => cells[helper].state = State::Hidden,
            // Everything it hangs together with is hidden: there is nothing left to find it by.
            None => return everything_hidden(cells),
        }
    }
}

/// The last resort where relations leave a count no freedom at all, such as a total that is zero.
fn everything_hidden(cells: Vec<Cell>) -> Vec<Cell> {
    let hide = |cell: Cell| match cell.state {
        State::Shown => Cell { state: State::Hidden, ..cell },
        State::Primary { .. } | State::Hidden => cell,
    };
    cells.into_iter().map(hide).collect()
}

fn bounds(cijfer: Cijfer) -> (f64, f64) {
    match cijfer {
        Cijfer::Precies(count) => (count, count),
        Cijfer::Tussen(least, most) => (least, most),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(counts: &[u64]) -> Vec<Cell> {
        counts.iter().map(|count| Cell { count: *count, state: primary(*count, 100) }).collect()
    }

    fn hidden(cells: &[Cell]) -> Vec<usize> {
        (0..cells.len()).filter(|at| cells[*at].state != State::Shown).collect()
    }

    #[test]
    fn one_hidden_part_takes_another_with_it() {
        // 30 = 3 + 7 + 20: with 3 alone hidden, 30 - 7 - 20 tells it.
        let relations = [Relation { total: 0, parts: vec![1, 2, 3] }];
        assert_eq!(hidden(&protect(&cells(&[30, 3, 7, 20]), &relations)), [1, 2]);
    }

    #[test]
    fn enough_hidden_parts_protect_each_other() {
        let relations = [Relation { total: 0, parts: vec![1, 2, 3] }];
        let found = protect(&cells(&[26, 3, 3, 20]), &relations);
        // 3 + 3 is 6: each may be 1 to 4 and more.
        assert_eq!(hidden(&found), [1, 2]);
        // 1 + 1 is 2: neither can be 4, so a third one goes too.
        assert_eq!(hidden(&protect(&cells(&[22, 1, 1, 20]), &relations)), [1, 2, 3]);
    }

    #[test]
    fn another_level_tells_nothing() {
        // A land of two gemeenten with two schools each.
        let relations = [
            Relation { total: 0, parts: vec![1, 2] },
            Relation { total: 1, parts: vec![3, 4] },
            Relation { total: 2, parts: vec![5, 6] },
        ];
        let found = protect(&cells(&[60, 20, 40, 2, 18, 15, 25]), &relations);
        assert_eq!(hidden(&found), [3, 4]);
        // A gemeente of one school is that school.
        let relations = [Relation { total: 0, parts: vec![1, 2] }, Relation { total: 1, parts: vec![3] }];
        let found = protect(&cells(&[43, 3, 40, 3]), &relations);
        assert_eq!(hidden(&found), [1, 2, 3]);
    }

    #[test]
    fn another_year_tells_nothing() {
        // Two years of two schools, and the total of the years: a table of two ways.
        let relations = [
            Relation { total: 2, parts: vec![0, 1] },
            Relation { total: 5, parts: vec![3, 4] },
            Relation { total: 6, parts: vec![0, 3] },
            Relation { total: 7, parts: vec![1, 4] },
        ];
        let found = protect(&cells(&[3, 30, 33, 20, 25, 45, 23, 55]), &relations);
        // A cell of each row and column beside it, or its totals.
        assert!(hidden(&found).len() >= 4, "{found:?}");
        assert!(matches!(found[0].state, State::Primary { .. }));
    }

    #[test]
    fn where_nothing_is_small_nothing_is_hidden() {
        let relations = [Relation { total: 0, parts: vec![1, 2] }];
        assert_eq!(hidden(&protect(&cells(&[30, 0, 30]), &relations)), Vec::<usize>::new());
    }
}
