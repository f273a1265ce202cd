//! Where a figure stands: among those of all gemeenten, a dot each, and through the years.
//!
//! Not a ranking: no names but the one that is looked at. A line through the years stops at a break and at a year
//! without a figure, and goes on behind it.

/// Width and height of a drawing in its own units.
pub const WIDTH: i32 = 300;
pub const HEIGHT: i32 = 96;
/// Between two dots.
const STEP: i32 = 4;

/// What a plot shows, in words, and the heights between which it is drawn, from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plot {
    pub said: String,
    pub frame: [i32; 2],
    /// Whether its height counts too: figures against others.
    pub upright: bool,
}

/// All known figures as dots that are piled up: those of who does not take part, then those of who does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    pub others: String,
    pub taking_part: String,
    /// From the left, of the one that is looked at.
    pub here: Option<i32>,
    /// The same of what they are all part of; nothing where that is not among them, as a sum is not.
    pub whole: Option<i32>,
    /// Where the highest pile ends, from the top.
    pub top: i32,
}

impl Dots {
    /// Nothing when fewer than two different figures are known. Each value with whether its gemeente takes part.
    pub fn new(values: &[(f64, bool)], here: Option<f64>, whole: Option<f64>) -> Option<Self> {
        let (min, max) = bounds(values.iter().map(|(value, _)| *value))?;
        let column = |value: f64| ((value - min) / (max - min) * f64::from(WIDTH / STEP - 1)).round() as i32;
        let mut piles = vec![0; (WIDTH / STEP) as usize];
        values.iter().for_each(|(value, _)| piles[column(*value) as usize] += 1);
        let highest = piles.iter().copied().max().unwrap_or_default();
        // A pile that is too high is pressed together.
        let step = f64::from(STEP).min(f64::from(HEIGHT - STEP) / f64::from(highest.max(1)));
        let top = (HEIGHT - STEP - (f64::from(highest) * step).round() as i32).max(0);
        piles.fill(0);
        let mut paths = [String::new(), String::new()];
        for part in [false, true] {
            for (value, _) in values.iter().filter(|(_, takes_part)| *takes_part == part) {
                let column = column(*value);
                let pile = &mut piles[column as usize];
                let y = HEIGHT - STEP / 2 - (f64::from(*pile) * step).round() as i32;
                *pile += 1;
                let x = column * STEP + STEP / 2;
                paths[usize::from(part)].extend(["M", &x.to_string(), " ", &y.to_string(), "h0"]);
            }
        }
        let [others, taking_part] = paths;
        let middle = |value: f64| column(value) * STEP + STEP / 2;
        let whole = whole.filter(|value| (min..=max).contains(value)).map(middle);
        Some(Self { others, taking_part, here: here.map(middle), whole, top })
    }
}

/// A figure through the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub path: String,
    /// Upright, where a line must not go on.
    pub breaks: String,
}

impl Line {
    /// Nothing with fewer than two figures. `breaks` are the positions of the first period behind each.
    pub fn new(values: &[Option<f64>], breaks: &[usize]) -> Option<Self> {
        let known = values.iter().filter(|value| value.is_some()).count();
        let all = values.iter().copied().flatten();
        if known < 2 {
            return None;
        }
        // All alike is a level line.
        let (min, max) =
            bounds(all.clone()).or_else(|| all.clone().next().map(|one| (one - 1., one + 1.)))?;
        let across = |at: f64| (at / (values.len() - 1) as f64 * f64::from(WIDTH - 8)).round() as i32 + 4;
        let mut path = String::new();
        let mut drawing = false;
        for (at, value) in values.iter().enumerate() {
            let Some(value) = value.filter(|value| value.is_finite()) else {
                drawing = false;
                continue;
            };
            let y = HEIGHT - 4 - ((value - min) / (max - min) * f64::from(HEIGHT - 8)).round() as i32;
            let goes_on = drawing && !breaks.contains(&at);
            path.extend([
                if goes_on { "L" } else { "M" },
                &across(at as f64).to_string(),
                " ",
                &y.to_string(),
            ]);
            // One that stands alone is a dot.
            if !goes_on {
                path.push_str("h0");
            }
            drawing = true;
        }
        let mut upright = String::new();
        for &at in breaks.iter().filter(|&&at| at > 0 && at < values.len()) {
            upright.extend(["M", &across(at as f64 - 0.5).to_string(), " 0v", &HEIGHT.to_string()]);
        }
        Some(Self { path, breaks: upright })
    }
}

/// The lowest and the highest, when they are not the same and both can be drawn.
pub fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (min, max) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(min, max), value| (min.min(value), max.max(value)));
    (max > min && (max - min).is_finite()).then_some((min, max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_one_dot() {
        let dots =
            Dots::new(&[(1., false), (2., true), (2., false), (3., false)], Some(2.), Some(1.)).unwrap();
        assert_eq!(dots.others.matches("h0").count(), 3);
        assert_eq!(dots.taking_part.matches("h0").count(), 1);
        assert_eq!((dots.here, dots.whole), (Some(150), Some(2)));
        assert!(dots.taking_part.ends_with(" 90h0"), "it stands on the one below: {}", dots.taking_part);
    }

    #[test]
    fn a_thousand_alike_stay_in_the_drawing() {
        let mut values = vec![(1., false); 1000];
        values.push((9., false));
        let dots = Dots::new(&values, None, Some(9000.)).unwrap();
        assert_eq!(dots.whole, None, "a sum lies beyond all");
        let heights = dots
            .others
            .split('M')
            .skip(1)
            .map(|dot| dot.split([' ', 'h']).nth(1).unwrap().parse::<i32>().unwrap());
        assert!(heights.min().unwrap() >= 0);
    }

    #[test]
    fn without_a_spread_there_is_no_drawing() {
        assert_eq!(Dots::new(&[(4., true), (4., true)], None, None), None);
        assert_eq!(Dots::new(&[(f64::MIN, true), (f64::MAX, true)], None, None), None);
        assert_eq!(Line::new(&[Some(1.), None], &[]), None);
    }

    #[test]
    fn a_line_is_never_drawn_over_a_break_or_a_gap() {
        let line = Line::new(&[Some(1.), Some(2.), Some(1.), None, Some(2.)], &[2]).unwrap();
        assert_eq!(line.path.matches('L').count(), 1, "{}", line.path);
        assert_eq!(line.path.matches('M').count(), 3);
        assert_eq!(line.breaks, "M114 0v96");
        assert_eq!(Line::new(&[Some(2.), Some(2.)], &[]).unwrap().path, "M4 48h0L296 48");
    }
}
