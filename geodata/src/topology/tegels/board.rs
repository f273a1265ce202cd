//! Seats on cells, and what it costs that they stand there.
//!
//! Lower is better: near the place that [`super::embed`] gave, neighbours beside each other and in their own
//! direction, provinces compact and in one piece, no hole in the land. What is counted per year counts for
//! each year alike.

use super::hex::{Cell, around, centre, steps};
use super::seats::Seats;

/// Nobody's.
const EMPTY: u16 = u16::MAX;

/// Per squared cell of distance from the seat's place, up to [`FAR`].
const AWAY: f64 = 0.15;
const FAR: f64 = 60.0;
/// For each pair of neighbours with others between them, and more for each step.
const PARTED: f64 = 1.0;
const PARTED_FURTHER: f64 = 0.3;
/// Per squared cell that a pair stands otherwise than on the map, up to [`TURNED`].
const ASTRAY: f64 = 0.25;
const TURNED: f64 = 9.0;
/// Off for each cell of the same province that touches.
const TOGETHER: f64 = 0.25;
/// For a cell that touches at most one other.
const SPIKE: f64 = 1.0;
/// For an empty cell with four, five or six taken ones around it.
const HOLE: [f64; 7] = [0.0, 0.0, 0.0, 0.0, 0.9, 3.0, 6.0];
/// For each piece of a province beyond its first.
pub const PIECE: f64 = 6.0;

/// The cells and who has them.
pub struct Board<'s> {
    seats: &'s Seats,
    places: Vec<[f64; 2]>,
    pub cells: Vec<Cell>,
    centres: Vec<[f64; 2]>,
    width: usize,
    /// By cell: the cells around it that are on the board.
    pub around: Vec<Vec<usize>>,
    /// By seat: others, how much each counts, and their direction.
    pub others: Vec<Vec<(usize, f64, [f64; 2])>>,
    members: Vec<Vec<usize>>,
    /// By province: years that differ in which of its seats are taken.
    distinct: Vec<Vec<u32>>,
    seat_at: Vec<u16>,
    cell_of: Vec<usize>,
}

impl<'s> Board<'s> {
    /// An empty board around `places`; `near` are pairs of seats that belong together without a border.
    pub fn new(seats: &'s Seats, places: Vec<[f64; 2]>, near: &[[usize; 2]], size: [usize; 2]) -> Self {
        let [width, height] = size;
        let cells: Vec<Cell> =
            (0..height).flat_map(|y| (0..width).map(move |x| [x as i16, y as i16])).collect();
        let index = |[x, y]: Cell| {
            let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
            (x < width && y < height).then_some(y * width + x)
        };
        let mut others = vec![Vec::new(); places.len()];
        let borders = seats.pairs.iter().map(|pair| (pair.seats, pair.weight));
        for ([a, b], weight) in borders.chain(near.iter().map(|&pair| (pair, 2.0))) {
            let [x, y] = seats.towards(a, b);
            others[a].push((b, weight, [x, y]));
            others[b].push((a, weight, [-x, -y]));
        }
        let mut members = vec![Vec::new(); seats.provincies];
        for (seat, index) in seats.seats.iter().zip(0..) {
            members[seat.provincie].push(index);
        }
        let distinct = |members: &Vec<usize>| {
            let mut seen: Vec<Vec<bool>> = Vec::new();
            let mut years = Vec::new();
            for year in 0..seats.years as u32 {
                let taken: Vec<bool> = members.iter().map(|&seat| seats.seats[seat].is_of(year)).collect();
                if !seen.contains(&taken) {
                    seen.push(taken);
                    years.push(year);
                }
            }
            years
        };
        Self {
            around: cells.iter().map(|&cell| around(cell).into_iter().filter_map(index).collect()).collect(),
            centres: cells.iter().map(|&cell| centre(cell)).collect(),
            distinct: members.iter().map(distinct).collect(),
            seat_at: vec![EMPTY; cells.len()],
            cell_of: vec![0; places.len()],
            seats,
            places,
            cells,
            width,
            others,
            members,
        }
    }

    pub fn put(&mut self, seat: usize, cell: usize) {
        self.seat_at[cell] = seat as u16;
        self.cell_of[seat] = cell;
    }

    /// Exchanges what is on two cells.
    pub fn swap(&mut self, a: usize, b: usize) {
        self.seat_at.swap(a, b);
        for cell in [a, b] {
            if let Some(seat) = self.seat(cell) {
                self.cell_of[seat] = cell;
            }
        }
    }

    pub fn seat(&self, cell: usize) -> Option<usize> {
        let seat = self.seat_at[cell];
        (seat != EMPTY).then_some(usize::from(seat))
    }

    pub fn cell(&self, seat: usize) -> usize {
        self.cell_of[seat]
    }

    /// The cell that touches this one in a direction of [`around`].
    pub fn beside(&self, cell: usize, direction: usize) -> Option<usize> {
        let [x, y] = around(self.cells[cell])[direction];
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        (x < self.width && y * self.width + x < self.cells.len()).then_some(y * self.width + x)
    }

    /// Squared distance of a cell from a seat's place.
    pub fn away(&self, seat: usize, cell: usize) -> f64 {
        let ([x, y], [px, py]) = (self.centres[cell], self.places[seat]);
        (x - px).powi(2) + (y - py).powi(2)
    }

    /// What some seats cost where they stand, each pair once.
    pub fn cost_of(&self, seats: &[usize]) -> f64 {
        seats.iter().map(|&seat| self.seat_cost(seat, seats)).sum()
    }

    /// What one seat costs, pairs within `together` by half.
    fn seat_cost(&self, seat: usize, together: &[usize]) -> f64 {
        let cell = self.cell_of[seat];
        let mut cost = AWAY * self.away(seat, cell).min(FAR);
        for &(other, weight, [x, y]) in &self.others[seat] {
            let there = self.cell_of[other];
            let between = f64::from(steps(self.cells[cell], self.cells[there])) - 1.0;
            let parted = if between > 0.0 { PARTED + PARTED_FURTHER * (between - 1.0) } else { 0.0 };
            let ([ax, ay], [bx, by]) = (self.centres[cell], self.centres[there]);
            let astray = (bx - ax - x).powi(2) + (by - ay - y).powi(2);
            let half = if together.contains(&other) { 0.5 } else { 1.0 };
            cost += half * weight * (parted + ASTRAY * astray.min(TURNED));
        }
        cost
    }

    /// What a cell costs by who stands on and around it.
    pub fn cell_cost(&self, cell: usize) -> f64 {
        let mut cost = 0.0;
        if let Some(seat) = self.seat(cell) {
            let touching = || self.around[cell].iter().filter_map(|&cell| self.seat(cell));
            let province = self.seats.seats[seat].provincie;
            let same = touching().filter(|&other| self.seats.seats[other].provincie == province).count();
            cost -= TOGETHER * same as f64;
            if touching().nth(1).is_none() {
                cost += SPIKE;
            }
        }
        for year in 0..self.seats.years as u32 {
            if !self.is_taken(cell, year) {
                let taken = self.around[cell].iter().filter(|&&cell| self.is_taken(cell, year)).count();
                cost += HOLE[taken] / self.seats.years as f64;
            }
        }
        cost
    }

    pub fn is_taken(&self, cell: usize, year: u32) -> bool {
        self.seat(cell).is_some_and(|seat| self.seats.seats[seat].is_of(year))
    }

    /// Into how many pieces beyond one a province falls, over the years that differ.
    pub fn pieces(&self, provincie: usize) -> usize {
        let years = self.distinct[provincie].iter();
        years.map(|&year| self.pieces_in(provincie, year).saturating_sub(1)).sum()
    }

    /// Into how many pieces a province falls in one year.
    pub fn pieces_in(&self, provincie: usize, year: u32) -> usize {
        let belongs =
            |seat: usize| self.seats.seats[seat].provincie == provincie && self.seats.seats[seat].is_of(year);
        let mut waiting = vec![true; self.seats.seats.len()];
        let mut pieces = 0;
        let mut reached = Vec::new();
        for &first in &self.members[provincie] {
            if !belongs(first) || !std::mem::take(&mut waiting[first]) {
                continue;
            }
            pieces += 1;
            reached.push(first);
            while let Some(seat) = reached.pop() {
                for other in self.around[self.cell_of[seat]].iter().filter_map(|&cell| self.seat(cell)) {
                    if belongs(other) && std::mem::take(&mut waiting[other]) {
                        reached.push(other);
                    }
                }
            }
        }
        pieces
    }
}

impl super::seats::Seat {
    pub fn is_of(&self, year: u32) -> bool {
        self.years >> year & 1 == 1
    }
}
