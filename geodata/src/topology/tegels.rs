//! The tegelkaart: every gemeente one equal cell, the map still to be recognised.
//!
//! | module | what it does |
//! |---|---|
//! | [`hex`] | cells: hexagons in rows |
//! | `seats` | what keeps one cell through the years |
//! | `embed` | a place for each seat, free of cells |
//! | `assign` | a cell for each seat |
//! | `board`, `improve` | seats exchange cells as long as it helps |
//!
//! Nothing is copied from another tile map: it follows from borders and label points. All years are laid out
//! at once, so that what goes in one year may stand where it leaves no hole.
//!
//! # Invariants
//! - No two gemeenten of a year share a cell.
//! - Every province is one connected block in every year, islands included.
//! - A gemeente has the same cell in every year in which it exists.
//!
//! # Not promised
//! That all neighbours touch: a gemeente has up to twelve neighbours and a cell six. [`Tegels::kept`] says which
//! part do. Cells say nothing of area or distance. Another processor may round another way and so find another
//! layout; the published documents are the reference, and [`layout`] keeps to them when given.

mod assign;
mod board;
mod embed;
pub mod hex;
mod improve;
mod random;
mod seats;

use super::{Topology, neighbours::adjacent};
use board::Board;
use hex::{Cell, ROW, steps};
use seats::Seats;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Empty cells around the places, for seats to move through.
const MARGIN: f64 = 2.0;

/// A year as far as a tegelkaart needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vintage {
    pub jaar: u16,
    /// In order of code.
    pub places: Vec<Place>,
    /// Positions in `places`, the smaller first, of those that share a border.
    pub adjacent: BTreeSet<(u16, u16)>,
}

/// A gemeente of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub code: String,
    pub provincie: String,
    /// RD New, whole metres.
    pub at: [i32; 2],
}

/// A cell for every gemeente of every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tegels {
    /// By code.
    pub cells: BTreeMap<String, Cell>,
}

/// Why there is no layout.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoLayout {
    #[error("expected at least one gemeente, found none")]
    Nothing,
    #[error("expected 1 to 32 years, found {0}")]
    Years(usize),
    #[error("expected fewer than 65535 gemeenten, found {0}")]
    Many(usize),
    #[error("expected each province in one block, found {provincie} in {pieces} pieces in {jaar}")]
    Pieces { provincie: String, jaar: u16, pieces: usize },
    #[error("expected a cell of its own for each gemeente of {jaar}, found {code} on the cell of another")]
    Shared { code: String, jaar: u16 },
}

impl From<&Topology> for Vintage {
    fn from(topology: &Topology) -> Self {
        let places = topology.gemeenten.iter().map(|region| Place {
            code: region.code.clone(),
            provincie: region.provincie.clone(),
            at: region.label,
        });
        Self { jaar: topology.jaar, places: places.collect(), adjacent: adjacent(topology) }
    }
}

impl Vintage {
    /// A later year without a map of its own: gemeenten that went whole into another are joined, at the label
    /// of the one that stayed or in their middle. `successor` says what became of a code.
    pub fn later(&self, jaar: u16, successor: impl Fn(&str) -> Option<String>) -> Self {
        let codes: Vec<String> =
            self.places.iter().map(|place| successor(&place.code).unwrap_or_default()).collect();
        let mut joined: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
        for (place, code) in self.places.iter().zip(&codes).filter(|(_, code)| !code.is_empty()) {
            joined.entry(code).or_default().push(place);
        }
        let position: BTreeMap<&str, u16> = joined.keys().copied().zip(0..).collect();
        let adjacent = self.adjacent.iter().filter_map(|&(a, b)| {
            let position = |index: u16| position.get(codes.get(usize::from(index))?.as_str()).copied();
            let (a, b) = (position(a)?, position(b)?);
            (a != b).then_some((a.min(b), a.max(b)))
        });
        let adjacent = adjacent.collect();
        let place = |(code, parts): (&str, &Vec<&Place>)| {
            let stayed = parts.iter().find(|place| place.code == code);
            let middle = |axis: usize| {
                let sum: i64 = parts.iter().map(|place| i64::from(place.at[axis])).sum();
                (sum / parts.len() as i64) as i32
            };
            Place {
                code: code.to_owned(),
                provincie: parts[0].provincie.clone(),
                at: stayed.map_or_else(|| [middle(0), middle(1)], |place| place.at),
            }
        };
        let places = joined.iter().map(|(&code, parts)| place((code, parts))).collect();
        Self { jaar, places, adjacent }
    }
}

/// Lays out vintages in order of year. `went_into` says of a code that ends into which whole it went; codes in
/// `keep` stay on their cells.
///
/// # Errors
/// No gemeenten, too many, or a province that cannot be kept together.
pub fn layout(
    vintages: &[Vintage],
    went_into: &BTreeMap<String, String>,
    keep: &BTreeMap<String, Cell>,
) -> Result<Tegels, NoLayout> {
    if !(1..=32).contains(&vintages.len()) {
        return Err(NoLayout::Years(vintages.len()));
    }
    let seats = Seats::new(vintages, went_into, keep);
    match seats.seats.len() {
        0 => return Err(NoLayout::Nothing),
        many if many >= usize::from(u16::MAX) => return Err(NoLayout::Many(many)),
        _ => {}
    }
    let links = embed::links(&seats);
    let near: Vec<[usize; 2]> = links.iter().filter(|link| link.island).map(|link| link.seats).collect();
    let (places, size, shift) = framed(embed::embed(&seats, &links), &seats, keep);
    let mut board = Board::new(&seats, places, &near, size);
    let kept = settle(&mut board, &seats, keep, shift);
    improve::improve(&mut board, &seats, &kept);
    let tegels = Tegels { cells: cells(&board, &seats, shift, keep.is_empty()) };
    check(vintages, &tegels)?;
    Ok(tegels)
}

impl Tegels {
    /// Pairs of neighbours of a year that touch, and all of them.
    pub fn kept(&self, vintage: &Vintage) -> (usize, usize) {
        let cell = |index: u16| self.cells.get(&vintage.places.get(usize::from(index))?.code).copied();
        let touch = |&&(a, b): &&(u16, u16)| cell(a).zip(cell(b)).is_some_and(|(a, b)| steps(a, b) == 1);
        (vintage.adjacent.iter().filter(touch).count(), vintage.adjacent.len())
    }

    /// Into how many pieces each province of a year falls.
    pub fn pieces(&self, vintage: &Vintage) -> BTreeMap<String, usize> {
        let mut waiting: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
        for place in &vintage.places {
            if let Some(&cell) = self.cells.get(&place.code) {
                waiting.entry(&place.provincie).or_default().push(cell);
            }
        }
        let mut pieces = BTreeMap::new();
        for (provincie, mut waiting) in waiting {
            let mut count = 0;
            while let Some(first) = waiting.pop() {
                count += 1;
                let mut reached = vec![first];
                while let Some(cell) = reached.pop() {
                    let (touching, others) = waiting.into_iter().partition(|&other| steps(cell, other) == 1);
                    waiting = others;
                    let touching: Vec<Cell> = touching;
                    reached.extend(touching);
                }
            }
            pieces.insert(provincie.to_owned(), count);
        }
        pieces
    }
}

/// Places moved to the board's corner, its size, and how far kept cells are moved with them.
fn framed(
    places: Vec<[f64; 2]>,
    seats: &Seats,
    keep: &BTreeMap<String, Cell>,
) -> (Vec<[f64; 2]>, [usize; 2], Cell) {
    let kept = |position: usize| seats.seats[position].codes.iter().find_map(|code| keep.get(code));
    // Where the kept ones stand, so that the others find room beside them.
    let moves: Vec<[f64; 2]> = places
        .iter()
        .enumerate()
        .filter_map(|(position, [x, y])| {
            let [cx, cy] = hex::centre(*kept(position)?);
            Some([cx - x, cy - y])
        })
        .collect();
    let mean = |axis: usize| moves.iter().map(|by| by[axis]).sum::<f64>() / moves.len().max(1) as f64;
    let places: Vec<[f64; 2]> = places
        .iter()
        .enumerate()
        .map(|(position, [x, y])| {
            kept(position).map_or([x + mean(0), y + mean(1)], |&cell| hex::centre(cell))
        })
        .collect();
    let low = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::INFINITY, f64::min);
    let high = |axis: usize| places.iter().map(|place| place[axis]).fold(f64::NEG_INFINITY, f64::max);
    // A whole number of columns and an even number of rows: cells stay cells.
    let columns = (MARGIN - low(0)).ceil();
    let rows = ((MARGIN - low(1) / ROW) / 2.0).ceil() * 2.0;
    let size = [
        (high(0) + columns + MARGIN).ceil() as usize + 1,
        (high(1) / ROW + rows + MARGIN).ceil() as usize + 1,
    ];
    let moved = places.into_iter().map(|[x, y]| [x + columns, y + rows * ROW]).collect();
    (moved, size, [columns as i16, rows as i16])
}

/// First cells: the kept ones theirs, the others the nearest that is best for all.
fn settle(board: &mut Board, seats: &Seats, keep: &BTreeMap<String, Cell>, shift: Cell) -> Vec<bool> {
    let position: BTreeMap<Cell, usize> = board.cells.iter().copied().zip(0..).collect();
    let mut kept = vec![false; seats.seats.len()];
    for (seat, index) in seats.seats.iter().zip(0..) {
        let cell = seat.codes.iter().find_map(|code| keep.get(code));
        let cell = cell.and_then(|[x, y]| position.get(&[x + shift[0], y + shift[1]]));
        if let Some(&cell) = cell.filter(|&&cell| board.seat(cell).is_none()) {
            board.put(index, cell);
            kept[index] = true;
        }
    }
    let waiting: Vec<usize> = (0..kept.len()).filter(|&seat| !kept[seat]).collect();
    let free: Vec<usize> = (0..board.cells.len()).filter(|&cell| board.seat(cell).is_none()).collect();
    let chosen =
        assign::assign(waiting.len(), free.len(), |seat, cell| board.away(waiting[seat], free[cell]));
    for (seat, cell) in waiting.into_iter().zip(chosen) {
        board.put(seat, free[cell]);
    }
    kept
}

/// Cells by code; counted from the first column and, to keep which rows are shifted, an even row.
fn cells(board: &Board, seats: &Seats, shift: Cell, anew: bool) -> BTreeMap<String, Cell> {
    let taken = || (0..seats.seats.len()).map(|seat| board.cells[board.cell(seat)]);
    let shift = if anew {
        let low = |axis: usize| taken().map(|cell| cell[axis]).min().unwrap_or_default();
        [low(0), low(1) - (low(1) & 1)]
    } else {
        shift
    };
    let mut cells = BTreeMap::new();
    for (seat, [x, y]) in seats.seats.iter().zip(taken()) {
        for code in &seat.codes {
            cells.insert(code.clone(), [x - shift[0], y - shift[1]]);
        }
    }
    cells
}

fn check(vintages: &[Vintage], tegels: &Tegels) -> Result<(), NoLayout> {
    for vintage in vintages {
        let jaar = vintage.jaar;
        let mut taken = BTreeSet::new();
        for place in &vintage.places {
            if !tegels.cells.get(&place.code).is_some_and(|&cell| taken.insert(cell)) {
                return Err(NoLayout::Shared { code: place.code.clone(), jaar });
            }
        }
        if let Some((provincie, pieces)) = tegels.pieces(vintage).into_iter().find(|(_, pieces)| *pieces > 1)
        {
            return Err(NoLayout::Pieces { provincie, jaar, pieces });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field of squares, `wide` a row, three provinces side by side.
    fn field(jaar: u16, wide: u16, codes: impl Fn(u16) -> Option<u16>) -> Vintage {
        let square = |number: u16| [number % wide, number / wide];
        let whole = Vintage {
            jaar,
            places: (0..wide * wide)
                .map(|number| Place {
                    code: format!("GM{number:04}"),
                    provincie: format!("PV{}", 20 + square(number)[0] * 3 / wide),
                    at: square(number).map(|step| i32::from(step) * 9000),
                })
                .collect(),
            adjacent: (0..wide * wide)
                .flat_map(|number| {
                    let right = (number % wide + 1 < wide).then_some((number, number + 1));
                    let down = (number / wide + 1 < wide).then_some((number, number + wide));
                    right.into_iter().chain(down)
                })
                .collect(),
        };
        whole.later(jaar, |code| codes(code[2..].parse().ok()?).map(|number| format!("GM{number:04}")))
    }

    #[test]
    fn a_field_keeps_its_provinces_whole_and_its_neighbours() {
        let vintage = field(2021, 6, Some);
        let tegels =
            layout(std::slice::from_ref(&vintage), &BTreeMap::new(), &BTreeMap::new()).expect("a layout");
        assert_eq!(tegels.cells.len(), 36);
        let (kept, all) = tegels.kept(&vintage);
        assert!(kept * 10 >= all * 8, "{kept} of {all}");
        assert!(tegels.pieces(&vintage).values().all(|&pieces| pieces == 1));
    }

    #[test]
    fn who_stays_keeps_its_cell_and_who_is_new_gets_one_of_those_that_went() {
        let vintages =
            [field(2020, 5, Some), field(2021, 5, |number| Some(if number < 2 { 99 } else { number }))];
        let went: BTreeMap<String, String> =
            ["GM0000", "GM0001"].map(|code| (code.to_owned(), "GM0099".to_owned())).into();
        let tegels = layout(&vintages, &went, &BTreeMap::new()).expect("a layout");
        assert!([tegels.cells["GM0000"], tegels.cells["GM0001"]].contains(&tegels.cells["GM0099"]));
        assert_eq!(layout(&vintages, &went, &BTreeMap::new()).expect("a layout"), tegels);
        // Given what was published, a later year alone changes nothing.
        let later = layout(&vintages[1..], &went, &tegels.cells).expect("a layout");
        assert!(later.cells.iter().all(|(code, cell)| tegels.cells[code] == *cell));
    }

    #[test]
    fn a_year_without_a_map_is_the_year_before_with_gemeenten_joined() {
        let later = field(2021, 3, |number| (number != 8).then_some(if number == 1 { 0 } else { number }));
        assert_eq!(later.places.len(), 7);
        assert_eq!(later.places[0].at, [0, 0]);
        // 0 now borders what 1 bordered: 2 and 4, beside 3.
        let of_first: Vec<&str> = later
            .adjacent
            .iter()
            .filter(|(a, _)| *a == 0)
            .map(|&(_, b)| later.places[usize::from(b)].code.as_str())
            .collect();
        assert_eq!(of_first, ["GM0002", "GM0003", "GM0004"]);
    }

    #[test]
    fn nothing_has_no_layout() {
        let nothing = Vintage { jaar: 2021, places: vec![], adjacent: BTreeSet::new() };
        let none = layout(&[nothing], &BTreeMap::new(), &BTreeMap::new());
        assert_eq!(none, Err(NoLayout::Nothing));
        assert_eq!(layout(&[], &BTreeMap::new(), &BTreeMap::new()), Err(NoLayout::Years(0)));
    }
}
