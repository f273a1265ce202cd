//! Where one figure stands among all: a small histogram, as path data.
//!
//! Not a ranking: columns, and a mark for the area that is looked at.

/// Width and height of the drawing in its own units.
pub const WIDTH: f64 = 300.0;
pub const HEIGHT: f64 = 44.0;

const COLUMNS: usize = 50;

/// All known figures as columns of equal width.
#[derive(Debug, Clone, PartialEq)]
pub struct Spreiding {
    pub min: f64,
    pub max: f64,
    columns: Vec<usize>,
}

impl Spreiding {
    /// Nothing when fewer than two different figures are known: there is no spread to show.
    pub fn new(values: impl Iterator<Item = f64> + Clone) -> Option<Spreiding> {
        let (min, max) = values
            .clone()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), value| (min.min(value), max.max(value)));
        if max <= min || !(max - min).is_finite() {
            return None;
        }
        let mut spreiding = Spreiding { min, max, columns: vec![0; COLUMNS] };
        for value in values {
            let column = spreiding.column(value);
            spreiding.columns[column] += 1;
        }
        Some(spreiding)
    }

    /// The columns as path data, standing on the bottom of the drawing.
    pub fn path(&self) -> String {
        let highest = self.columns.iter().copied().max().unwrap_or_default().max(1);
        let width = WIDTH / COLUMNS as f64;
        let mut path = String::new();
        for (column, &count) in self.columns.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (HEIGHT * count as f64 / highest as f64).max(2.0).round();
            path.extend([
                "M",
                &(column as f64 * width).round().to_string(),
                " ",
                &HEIGHT.to_string(),
                "v-",
                &height.to_string(),
                "h5v",
                &height.to_string(),
                "z",
            ]);
        }
        path
    }

    /// Where a value stands, from the left, in whole units of the drawing. Outside the spread it stands at its end.
    pub fn position(&self, value: f64) -> f64 {
        let share = ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0);
        (share * WIDTH).round().clamp(1.5, WIDTH - 1.5)
    }

    fn column(&self, value: f64) -> usize {
        let share = (value - self.min) / (self.max - self.min);
        ((share * COLUMNS as f64) as usize).min(COLUMNS - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_stands_in_one_column() {
        let spreiding = Spreiding::new([1.0, 2.0, 2.0, 3.0].into_iter()).unwrap();
        assert_eq!(spreiding.columns.iter().sum::<usize>(), 4);
        assert_eq!(spreiding.path().matches('M').count(), 3);
        assert_eq!((spreiding.position(1.0), spreiding.position(2.0)), (1.5, 150.0));
        assert_eq!(spreiding.position(99.0), 298.5);
    }

    #[test]
    fn one_figure_has_no_spread() {
        assert_eq!(Spreiding::new([4.0, 4.0].into_iter()), None);
        assert_eq!(Spreiding::new(std::iter::empty()), None);
        assert_eq!(Spreiding::new([f64::MIN, f64::MAX].into_iter()), None);
    }
}
