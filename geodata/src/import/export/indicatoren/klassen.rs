//! The classes of a choropleth; the rule stands with the contract's [`Meetperiode`](crate::contract::Meetperiode).

/// Fewer areas have no classes worth the name.
pub const LEAST: usize = 25;

const CLASSES: usize = 5;

/// The bounds between classes of sorted values, low to high, none finer than `decimals` digits.
pub fn bounds(sorted: &[f64], decimals: u8) -> Vec<f64> {
    let (Some(lowest), Some(highest)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    if sorted.len() < LEAST || lowest == highest {
        return Vec::new();
    }
    let quintiles = [0.2, 0.4, 0.6, 0.8].map(|part| super::samenvatting::quantile(sorted, part));
    let steps = steps(highest - lowest, decimals);
    let mut rounded = steps.map(|step| quintiles.map(|bound| step.round(bound)).to_vec());
    if let Some(even) = rounded.find(|bounds| is_even(&counts(sorted, bounds))) {
        return even;
    }
    let mut finest = quintiles.map(|bound| Step::finest(decimals).round(bound)).to_vec();
    finest.dedup();
    // A bound at or below the lowest value has nothing under it.
    finest.retain(|bound| lowest < bound && bound <= highest);
    finest
}

/// How many of the sorted values are in each class; a value on a bound is in the class above it.
pub fn counts(sorted: &[f64], bounds: &[f64]) -> Vec<u32> {
    let below = |bound: &f64| sorted.partition_point(|value| value < bound);
    let ends = bounds.iter().map(below).chain([sorted.len()]);
    let mut start = 0;
    ends.map(|end| {
        let count = end.saturating_sub(start) as u32;
        start = end.max(start);
        count
    })
    .collect()
}

fn is_even(counts: &[u32]) -> bool {
    let all: u32 = counts.iter().sum();
    counts.len() == CLASSES && counts.iter().all(|count| all <= count * 10 && count * 5 <= all * 2)
}

/// A step to round to: 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy)]
struct Step {
    times: i32,
    power: i32,
}

impl Step {
    fn finest(decimals: u8) -> Self {
        Self { times: 1, power: -i32::from(decimals) }
    }

    /// To the nearest multiple, written with no more digits than the step has.
    fn round(self, value: f64) -> f64 {
        let unit = 10_f64.powi(self.power.abs());
        let size = f64::from(self.times);
        if self.power < 0 {
            // Divided by a power of ten, which is nearest to what a person would write.
            (value * unit / size).round() * size / unit
        } else {
            (value / (unit * size)).round() * size * unit
        }
    }
}

/// All steps not larger than the range, the largest first, down to the finest.
fn steps(range: f64, decimals: u8) -> impl Iterator<Item = Step> {
    let (lowest, highest) = (-i32::from(decimals), range.log10().floor() as i32);
    (lowest..=highest).rev().flat_map(|power| [5, 2, 1].map(|times| Step { times, power }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        values
    }

    #[test]
    fn bounds_are_numbers_that_people_say() {
        let inhabitants = sorted((0..352).map(|at| 900.0 * 1.01_f64.powi(at)));
        assert_eq!(bounds(&inhabitants, 0), [2000.0, 4000.0, 8000.0, 14_000.0]);
    }

    #[test]
    fn every_area_is_in_a_class() {
        let shares = sorted((0..352).map(|at| f64::from(at * 37 % 352) / 10.0));
        let bounds = bounds(&shares, 1);
        assert_eq!(bounds, [5.0, 15.0, 20.0, 30.0]);
        let counts = counts(&shares, &bounds);
        assert_eq!(counts.iter().sum::<u32>(), 352);
        assert!(is_even(&counts), "{counts:?}");
    }

    #[test]
    fn values_that_are_often_the_same_have_fewer_classes() {
        let zeros = sorted((0..100).map(|at| f64::from((at - 70).max(0))));
        let bounds = bounds(&zeros, 0);
        assert_eq!(counts(&zeros, &bounds).iter().sum::<u32>(), 100);
        assert!(bounds.len() < 4 && counts(&zeros, &bounds).iter().all(|count| *count > 0), "{bounds:?}");
        assert_eq!(super::bounds(&[3.0; 40], 0), [0.0; 0]);
        assert_eq!(super::bounds(&[1.0, 2.0, 3.0], 0), [0.0; 0]);
    }

    #[test]
    fn a_bound_has_no_digits_that_nobody_wrote() {
        let scores = sorted((0..200).map(|at| f64::from(at) / 1000.0 - 0.1));
        for bound in bounds(&scores, 3) {
            assert_eq!(bound.to_string().len(), format!("{bound:.2}").trim_end_matches('0').len(), "{bound}");
        }
    }
}
