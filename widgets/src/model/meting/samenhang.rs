//! The figures of wijken against those of another indicator in the same wijken: against their SES, where a release has it.
//!
//! How the two go together is said by the rank correlation of [Spearman (1904)](https://doi.org/10.2307/1412159): it asks
//! whether one figure is higher where the other is, not by how much. From 0.5 on it is said that they mostly do, which is
//! what [Cohen (1988)](https://doi.org/10.4324/9780203771587) calls a large effect; of a cause nothing is ever said.

use super::plot::{WIDTH, bounds};
use super::spoken;
use crate::model::words::{Sentence, Words};
use geodata::contract::meting::{Deel, Indicator};
use geodata::contract::waarde::Waarde;

/// Height of the drawing in its own units; as wide as the others.
pub const HEIGHT: i32 = 180;
/// Half of a dot.
const EDGE: i32 = 3;
/// With fewer wijken there is nothing to see.
const FEWEST: usize = 8;
const LARGE: f64 = 0.5;

/// Two figures of the same wijken, ready to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Samenhang {
    pub title: String,
    /// What the dots show, and how the figures go together.
    pub axes: String,
    pub said: String,
    /// A dot for each wijk with both figures.
    pub dots: String,
}

impl Samenhang {
    /// Nothing when too few wijken have both figures, or all have the same.
    pub fn new(words: &Words, up: (&Indicator, &Deel), right: (&Indicator, &Deel)) -> Option<Self> {
        let known = |waarde: &Waarde| waarde.bekend().filter(|value| value.is_finite());
        let pairs = up.1.gebieden.iter().filter_map(|wijk| {
            let other = right.1.gebieden.iter().find(|other| other.code == wijk.code)?;
            Some((known(&other.waarde)?, known(&wijk.waarde)?))
        });
        let (xs, ys): (Vec<f64>, Vec<f64>) = pairs.unzip();
        if xs.len() < FEWEST {
            return None;
        }
        let (across, along) = (bounds(xs.iter().copied())?, bounds(ys.iter().copied())?);
        let place = |value: f64, (min, max): (f64, f64), room: i32| {
            EDGE + ((value - min) / (max - min) * f64::from(room - 2 * EDGE)).round() as i32
        };
        let mut dots = String::new();
        for (x, y) in xs.iter().zip(&ys) {
            let (x, y) = (place(*x, across, WIDTH), HEIGHT - place(*y, along, HEIGHT));
            dots.extend(["M", &x.to_string(), " ", &y.to_string(), "h0"]);
        }
        let ends = |indicator: &Indicator, (min, max): (f64, f64)| {
            [min, max].map(|value| spoken(words, indicator, &Waarde::precies(value)))
        };
        let ([left, far], [low, high]) = (ends(right.0, across), ends(up.0, along));
        let label = up.0.label.as_str();
        let year =
            (up.1.periode != right.1.periode).then(|| [" (", &words.date(&right.1.periode), ")"].concat());
        let other = &[right.0.label.as_str(), year.as_deref().unwrap_or_default()].concat();
        let together = correlation(&xs, &ys);
        let said = match together {
            _ if together >= LARGE => Sentence::SamenHoger,
            _ if together <= -LARGE => Sentence::SamenLager,
            _ => Sentence::NietSamen,
        };
        Some(Self {
            title: words.say(Sentence::TegenMaat, &[label, other]),
            axes: words.say(Sentence::ElkeStip, &[other, &left, &far, label, &low, &high]),
            said: [words.plain(said), words.plain(Sentence::GeenOorzaak)].join(" "),
            dots,
        })
    }
}

/// Spearman's: the correlation of the ranks, from -1 to 1; equal figures share the middle of their ranks.
fn correlation(xs: &[f64], ys: &[f64]) -> f64 {
    let middle = (xs.len() + 1) as f64 / 2.;
    let mut sums = [0.; 3];
    for (x, y) in xs.iter().zip(ys) {
        let (x, y) = (rank(xs, *x) - middle, rank(ys, *y) - middle);
        sums[0] += x * y;
        sums[1] += x * x;
        sums[2] += y * y;
    }
    sums[0] / (sums[1] * sums[2]).sqrt()
}

fn rank(values: &[f64], one: f64) -> f64 {
    let lower = values.iter().filter(|value| **value < one).count();
    let alike = values.iter().filter(|value| **value == one).count();
    lower as f64 + (alike + 1) as f64 / 2.
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meting::fixture::indicator;
    use geodata::contract::meting::Deelgebied;
    use geodata::contract::waarde::Afwezig;

    fn deel(values: &[Option<f64>]) -> Deel {
        let wijk = |(at, value): (usize, &Option<f64>)| Deelgebied {
            code: format!("WK{at:06}"),
            naam: format!("Wijk {at}"),
            waarde: value.map_or(Waarde::afwezig(Afwezig::Onderdrukt), Waarde::precies),
        };
        Deel {
            periode: "2019".to_owned(),
            status: vec![],
            gebieden: values.iter().enumerate().map(wijk).collect(),
        }
    }

    fn against(up: &[Option<f64>], right: &[Option<f64>]) -> Option<Samenhang> {
        let (one, other) = (indicator("a", None), indicator("b", None));
        Samenhang::new(&Words::dutch(), (&one, &deel(up)), (&other, &deel(right)))
    }

    fn rising() -> Vec<Option<f64>> {
        (0..10).map(|at| Some(f64::from(at))).collect()
    }

    #[test]
    fn what_rises_together_is_said_to_and_nothing_of_a_cause() {
        let falling: Vec<_> = rising().into_iter().rev().collect();
        let together = against(&rising(), &rising()).unwrap();
        assert!(together.said.contains("meestal ook hoger") && together.said.contains("zegt niet"));
        assert!(against(&rising(), &falling).unwrap().said.contains("meestal lager"));
        let to_and_fro: Vec<_> = (0..10).map(|at| Some(f64::from(at % 2))).collect();
        assert!(against(&rising(), &to_and_fro).unwrap().said.contains("niet duidelijk"));
    }

    #[test]
    fn a_wijk_with_one_figure_is_no_dot() {
        let mut gap = rising();
        gap[3] = None;
        let seen = against(&gap, &rising()).unwrap();
        assert_eq!(seen.dots.matches("h0").count(), 9);
        assert!(
            seen.dots.starts_with("M3 177h0"),
            "the lowest of both stands below on the left: {}",
            seen.dots
        );
        assert!(seen.axes.contains("Cijfer b, van 0,0% tot 9,0%"), "{}", seen.axes);
    }

    #[test]
    fn of_few_wijken_or_of_figures_all_alike_nothing_is_drawn() {
        assert_eq!(against(&rising()[..7], &rising()), None);
        assert_eq!(against(&[Some(1.); 10], &rising()), None);
    }

    /// By hand: ranks 1, 2.5, 2.5, 4 and 1, 3.5, 3.5, 2; of both the squares sum to 4.5, the products to 1.5.
    #[test]
    fn equal_figures_share_the_middle_of_their_ranks() {
        let found = correlation(&[1., 2., 2., 4.], &[1., 3., 3., 2.]);
        assert!((found - 1. / 3.).abs() < 1e-12, "{found}");
    }
}
