//! The tegelkaart: every gemeente one hexagon, points up, odd rows shifted half a cell to the right.
//!
//! A cell is 100 units wide and rows lie 87 apart, so that the hexagons are regular to a unit.

use super::Landkaart;
use geodata::contract::landkaart::Cel;

/// Half a cell, the height of a slope, half a side, and the distance between rows.
const HALF: i32 = 50;
const SLOPE: i32 = 29;
const ROW: i32 = 87;
/// Room round the outermost cells for their stroke.
const MARGIN: i32 = 10;

/// The middle of the cell of every place; a place without one has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tegels {
    pub middles: Vec<Option<[i32; 2]>>,
    pub width: i32,
    pub height: i32,
}

impl Tegels {
    /// Cells of gemeenten that are not on the map are left out.
    pub fn new(landkaart: &Landkaart, cells: &[Cel]) -> Self {
        let mut middles = vec![None; landkaart.places.len()];
        for (code, [x, y]) in cells {
            if let Some(place) = landkaart.place_by_code(code) {
                middles[place] = Some([2 * HALF * x + HALF * y.rem_euclid(2), ROW * y]);
            }
        }
        let extent = |axis: usize| {
            let values = || middles.iter().flatten().map(move |middle: &[i32; 2]| middle[axis]);
            (values().min().unwrap_or(0), values().max().unwrap_or(0))
        };
        let ((west, east), (north, south)) = (extent(0), extent(1));
        let (left, top) = (HALF + MARGIN, 2 * SLOPE + MARGIN);
        for [x, y] in middles.iter_mut().flatten() {
            (*x, *y) = (*x - west + left, *y - north + top);
        }
        Self { middles, width: east - west + 2 * left, height: south - north + 2 * top }
    }

    /// The hexagon of a place as path data, empty when it has no cell.
    pub fn hexagon(&self, place: usize) -> String {
        let Some([x, y]) = self.middles.get(place).copied().flatten() else { return String::new() };
        let [x, y] = [x, y - 2 * SLOPE].map(|length| length.to_string());
        ["M", &x, " ", &y, "l50 29v58l-50 29l-50-29v-58z"].concat()
    }

    /// The sides between cells of different provincies, as one path.
    pub fn provinciegrenzen(&self, landkaart: &Landkaart) -> String {
        let mut path = String::new();
        let at = |middle: [i32; 2]| self.middles.iter().position(|known| *known == Some(middle));
        for (place, middle) in self.middles.iter().enumerate() {
            let Some([x, y]) = *middle else { continue };
            // East, south-east, south-west: the other three are seen from the other cell.
            for (neighbour, [from_x, from_y], line) in [
                ([x + 2 * HALF, y], [x + HALF, y - SLOPE], "v58"),
                ([x + HALF, y + ROW], [x + HALF, y + SLOPE], "l-50 29"),
                ([x - HALF, y + ROW], [x, y + 2 * SLOPE], "l-50-29"),
            ] {
                let parts = at(neighbour).is_some_and(|neighbour| {
                    landkaart.places[neighbour].provincie != landkaart.places[place].provincie
                });
                if parts {
                    path.extend(["M", &from_x.to_string(), " ", &from_y.to_string(), line]);
                }
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::landkaart;

    fn tegels(cells: &[(&str, [i32; 2])]) -> Tegels {
        let cells: Vec<Cel> = cells.iter().map(|(code, cell)| ((*code).to_owned(), *cell)).collect();
        Tegels::new(&landkaart(), &cells)
    }

    #[test]
    fn odd_rows_lie_half_a_cell_to_the_right() {
        let tegels = tegels(&[("GM0001", [0, 0]), ("GM0002", [1, 0]), ("GM0003", [0, 1])]);
        assert_eq!(tegels.middles, [Some([60, 68]), Some([160, 68]), Some([110, 155]), None]);
        assert_eq!((tegels.width, tegels.height), (220, 223));
        assert_eq!(tegels.hexagon(0), "M60 10l50 29v58l-50 29l-50-29v-58z");
        assert_eq!(tegels.hexagon(3), "");
    }

    #[test]
    fn a_border_lies_between_cells_of_two_provincies() {
        // A and B in Groningen, C in Fryslân under both.
        let tegels = tegels(&[("GM0001", [0, 0]), ("GM0002", [1, 0]), ("GM0003", [0, 1])]);
        assert_eq!(tegels.provinciegrenzen(&landkaart()), "M110 97l-50 29M160 126l-50-29");
    }

    #[test]
    fn a_cell_of_a_gemeente_that_is_not_there_is_left_out() {
        assert_eq!(tegels(&[("GM9999", [5, 5])]).middles, [None; 4]);
    }
}
