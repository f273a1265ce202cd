//! Seats exchange cells, or a row of them moves up, as long as it helps: simulated annealing (Kirkpatrick,
//! Gelatt and Vecchi 1983) with a province's pieces as a cost of their own. A seat that is kept never moves.

use super::board::{Board, PIECE};
use super::random::Random;
use super::seats::Seats;

const STEPS: usize = 1_000_000;
const WARM: f64 = 1.0;
const COLD: f64 = 0.03;
/// After this part of the steps a province is not cut any more.
const MAY_CUT: f64 = 0.3;
/// One step in so many moves a row.
const ROWS: usize = 20;
const LONGEST_ROW: usize = 16;

/// Improves the board in place; `kept` says which seats must stay.
pub fn improve(board: &mut Board, seats: &Seats, kept: &[bool]) {
    if kept.iter().all(|&kept| kept) {
        return;
    }
    let mut random = Random::new(2);
    let mut pieces: Vec<usize> = (0..seats.provincies).map(|provincie| board.pieces(provincie)).collect();
    for step in 0..STEPS {
        let done = step as f64 / STEPS as f64;
        let warmth = WARM * (COLD / WARM).powf(done);
        let seat = random.below(seats.seats.len());
        let path = if random.below(ROWS) == 0 {
            row(board, board.cell(seat), random.below(6))
        } else {
            exchange(board, seat, &mut random)
        };
        let moves = |&cell: &usize| board.seat(cell).is_some_and(|seat| kept[seat]);
        if path.len() < 2 || path.iter().any(moves) {
            continue;
        }
        let change = Change::new(board, &path);
        // What a move may cost at this warmth.
        let allowed = -random.share().max(f64::MIN_POSITIVE).ln() * warmth;
        let provincies = change.provincies(seats);
        let was: usize = provincies.iter().map(|&provincie| pieces[provincie]).sum();
        let before = change.cost(board);
        slide(board, &path);
        let more = change.cost(board) - before;
        // Counting pieces is dear: only where the move can be accepted at all.
        let mut accepted = more <= allowed + PIECE * was as f64;
        if accepted {
            let after: Vec<usize> = provincies.iter().map(|&provincie| board.pieces(provincie)).collect();
            let is: usize = after.iter().sum();
            accepted = (is <= was || done < MAY_CUT) && more + PIECE * (is as f64 - was as f64) <= allowed;
            if accepted {
                for (provincie, after) in provincies.into_iter().zip(after) {
                    pieces[provincie] = after;
                }
            }
        }
        if !accepted {
            let back: Vec<usize> = path.iter().rev().copied().collect();
            slide(board, &back);
        }
    }
}

/// Two cells: the seat's own, and one beside it or beside one of its neighbours.
fn exchange(board: &Board, seat: usize, random: &mut Random) -> Vec<usize> {
    let from = board.cell(seat);
    let others = &board.others[seat];
    let near = if random.below(3) > 0 || others.is_empty() {
        from
    } else {
        board.cell(others[random.below(others.len())].0)
    };
    let around = &board.around[near];
    let to = around[random.below(around.len())];
    if to == from { Vec::new() } else { vec![from, to] }
}

/// Cells in a straight line up to the first empty one; nothing when there is none.
fn row(board: &Board, from: usize, direction: usize) -> Vec<usize> {
    let mut path = vec![from];
    while let Some(next) = board.beside(path[path.len() - 1], direction) {
        path.push(next);
        if board.seat(next).is_none() {
            return path;
        }
        if path.len() > LONGEST_ROW {
            break;
        }
    }
    Vec::new()
}

/// Everyone on the path one cell on; the last comes to the first.
fn slide(board: &mut Board, path: &[usize]) {
    for step in (1..path.len()).rev() {
        board.swap(path[step], path[step - 1]);
    }
}

/// What a move changes: the seats on its path, and the cells on and around it.
struct Change {
    seats: Vec<usize>,
    cells: Vec<usize>,
}

impl Change {
    fn new(board: &Board, path: &[usize]) -> Self {
        let seats = path.iter().filter_map(|&cell| board.seat(cell)).collect();
        let around = path.iter().flat_map(|&cell| &board.around[cell]);
        let mut cells: Vec<usize> = path.iter().chain(around).copied().collect();
        cells.sort_unstable();
        cells.dedup();
        Self { seats, cells }
    }

    fn cost(&self, board: &Board) -> f64 {
        board.cost_of(&self.seats) + self.cells.iter().map(|&cell| board.cell_cost(cell)).sum::<f64>()
    }

    fn provincies(&self, seats: &Seats) -> Vec<usize> {
        let mut provincies: Vec<usize> = self.seats.iter().map(|&seat| seats.seats[seat].provincie).collect();
        provincies.sort_unstable();
        provincies.dedup();
        provincies
    }
}
