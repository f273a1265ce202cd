//! Where something has changed since: what was tried in vain need not be tried again where nothing has.

use crate::pipeline::coverage::Point;
use crate::pipeline::index::Cells;

/// Counts changes; 0 is before the first.
pub type Moment = u32;

/// Per cell of the plane its last change.
#[derive(Debug, Clone)]
pub struct Changes {
    cells: Cells,
    last: Vec<Moment>,
    now: Moment,
}

impl Changes {
    pub fn over(positions: &[Point]) -> Self {
        let cells = Cells::over(positions.iter().copied(), positions.len() / 4);
        Self { last: vec![0; cells.count()], cells, now: 0 }
    }

    /// Something within the box is no longer what it was.
    pub fn note(&mut self, low: Point, high: Point) {
        self.now += 1;
        for cell in self.cells.of(low, high) {
            self.last[cell] = self.now;
        }
    }

    pub fn now(&self) -> Moment {
        self.now
    }

    /// Has nothing within the box changed after the moment?
    pub fn is_quiet(&self, (low, high): (Point, Point), since: Moment) -> bool {
        self.cells.of(low, high).all(|cell| self.last[cell] <= since)
    }
}
