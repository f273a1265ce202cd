//! Seats: what keeps one cell through the years. A gemeente has its seat as long as it exists; one that is new
//! takes the seat of the nearest gemeente that went into it, and the other seats stay empty.

use super::Vintage;
use super::hex::Cell;
use std::collections::BTreeMap;

/// The seats of all years together.
pub struct Seats {
    pub seats: Vec<Seat>,
    pub years: usize,
    pub pairs: Vec<Pair>,
    /// How many provinces there are; a seat's `provincie` counts in them.
    pub provincies: usize,
}

/// A gemeente and those that came in its place.
pub struct Seat {
    /// In order of year.
    pub codes: Vec<String>,
    pub provincie: usize,
    /// East and south, metres: the label of the first year.
    pub at: [f64; 2],
    /// Bit by bit the years in which it is taken.
    pub years: u32,
}

/// Two seats whose gemeenten share a border.
pub struct Pair {
    pub seats: [usize; 2],
    /// The part of the years in which they do.
    pub weight: f64,
}

impl Seats {
    /// Seats of vintages in order of year, at most 32.
    ///
    /// `keep` are cells that were published: who has the cell of one that went had its seat.
    pub fn new(
        vintages: &[Vintage],
        went_into: &BTreeMap<String, String>,
        keep: &BTreeMap<String, Cell>,
    ) -> Self {
        let mut provincies: Vec<&str> = vintages
            .iter()
            .flat_map(|vintage| &vintage.places)
            .map(|place| place.provincie.as_str())
            .collect();
        provincies.sort_unstable();
        provincies.dedup();
        let mut seats: Vec<Seat> = Vec::new();
        let mut seat_of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut pairs: BTreeMap<[usize; 2], u32> = BTreeMap::new();
        for (vintage, year) in vintages.iter().zip(0_u32..) {
            for place in &vintage.places {
                if let Some(&seat) = seat_of.get(place.code.as_str()) {
                    seats[seat].years |= 1 << year;
                }
            }
            for place in &vintage.places {
                if seat_of.contains_key(place.code.as_str()) {
                    continue;
                }
                let at = [f64::from(place.at[0]), -f64::from(place.at[1])];
                let provincie = provincies.partition_point(|code| *code < place.provincie.as_str());
                let kept = keep.get(&place.code);
                let far = |seat: usize| {
                    let had = seats[seat].codes.last().and_then(|code| keep.get(code));
                    if had.is_some() && had == kept { -1.0 } else { apart(seats[seat].at, at) }
                };
                let heritable = |seat: usize| {
                    let seat = &seats[seat];
                    let last = seat.codes.last();
                    seat.years >> year == 0
                        && last.and_then(|code| went_into.get(code)) == Some(&place.code)
                        && seat.provincie == provincie
                };
                let inherited = (0..seats.len())
                    .filter(|&seat| heritable(seat))
                    .min_by(|&a, &b| far(a).total_cmp(&far(b)));
                let seat = inherited.unwrap_or(seats.len());
                if inherited.is_none() {
                    seats.push(Seat { codes: Vec::new(), provincie, at, years: 0 });
                }
                seats[seat].codes.push(place.code.clone());
                seats[seat].years |= 1 << year;
                seat_of.insert(&place.code, seat);
            }
            for &(a, b) in &vintage.adjacent {
                let seat = |index: u16| {
                    vintage.places.get(usize::from(index)).and_then(|place| seat_of.get(place.code.as_str()))
                };
                if let (Some(&a), Some(&b)) = (seat(a), seat(b)) {
                    *pairs.entry([a.min(b), a.max(b)]).or_default() |= 1 << year;
                }
            }
        }
        let years = vintages.len();
        let pair = |(seats, mask): ([usize; 2], u32)| Pair {
            seats,
            weight: f64::from(mask.count_ones()) / years as f64,
        };
        Self { seats, years, pairs: pairs.into_iter().map(pair).collect(), provincies: provincies.len() }
    }

    /// From the first to the second: one long.
    pub fn towards(&self, a: usize, b: usize) -> [f64; 2] {
        let ([ax, ay], [bx, by]) = (self.seats[a].at, self.seats[b].at);
        let long = (bx - ax).hypot(by - ay).max(1.0);
        [(bx - ax) / long, (by - ay) / long]
    }
}

pub fn apart([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    (bx - ax).hypot(by - ay)
}
