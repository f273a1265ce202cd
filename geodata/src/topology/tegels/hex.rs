//! Cells of equal hexagons, points up, in rows of which every odd one is shifted half a cell to the right
//! ("odd-r" offset coordinates; Patel, Hexagonal Grids, 2013, <https://www.redblobgames.com/grids/hexagons/>).
//!
//! `x` counts columns to the right, `y` counts rows down. A cell is one wide; rows are √3⁄2 apart.

/// Column and row.
pub type Cell = [i16; 2];

/// Height of a row when a cell is one wide: √3⁄2.
pub const ROW: f64 = 0.866_025_403_784_438_6;

/// The six cells that touch it, from the right one on, against the clock.
pub fn around([x, y]: Cell) -> [Cell; 6] {
    let odd = y & 1;
    [[x + 1, y], [x + odd, y - 1], [x + odd - 1, y - 1], [x - 1, y], [x + odd - 1, y + 1], [x + odd, y + 1]]
}

/// How many steps from cell to cell.
pub fn steps(a: Cell, b: Cell) -> i16 {
    let axial = |[x, y]: Cell| [x - (y - (y & 1)) / 2, y];
    let ([aq, ar], [bq, br]) = (axial(a), axial(b));
    let (q, r) = (bq - aq, br - ar);
    (q.abs() + r.abs() + (q + r).abs()) / 2
}

/// The middle of a cell: cell widths to the right, and down.
pub fn centre([x, y]: Cell) -> [f64; 2] {
    [f64::from(x) + f64::from(y & 1) / 2.0, f64::from(y) * ROW]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_cells_touch_a_cell_and_lie_one_away() {
        for cell in [[4, 4], [4, 5], [0, 0]] {
            for other in around(cell) {
                assert_eq!(steps(cell, other), 1);
                let ([x, y], [ox, oy]) = (centre(cell), centre(other));
                assert!(((ox - x).hypot(oy - y) - 1.0).abs() < 1e-9, "{cell:?} {other:?}");
                assert!(around(other).contains(&cell));
            }
        }
    }

    #[test]
    fn steps_are_counted_along_rows_and_slants() {
        assert_eq!(steps([0, 0], [5, 0]), 5);
        assert_eq!(steps([0, 0], [2, 4]), 4);
        assert_eq!(steps([3, 3], [3, 3]), 0);
    }
}
