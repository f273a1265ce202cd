//! What a loose component lies in: the ground that the first edge west of it looks upon.

use crate::pipeline::arrangement::{Arrangement, Half, accumulate};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::orientation;
use std::cmp::Ordering;

/// Edges by the horizontal rows of the plane that they reach into.
#[derive(Debug, Default)]
pub struct Rows {
    south: i32,
    /// A row is `1 << bits` metres high.
    bits: u32,
    begins: Vec<u32>,
    edges: Vec<u32>,
}

impl Rows {
    /// Some times as many rows as the root of the number of edges, so that each holds fewer than that.
    pub fn new(drawing: &Arrangement) -> Self {
        let ends = |edge: u32| [drawing.from(2 * edge)[1], drawing.from(2 * edge + 1)[1]];
        let edges = drawing.halves().end / 2;
        let (south, north) = (0..edges)
            .flat_map(ends)
            .fold((i32::MAX, i32::MIN), |(south, north), y| (south.min(y), north.max(y)));
        let count = f64::from(edges).sqrt() as i64 + 1;
        let height = (i64::from(north) - i64::from(south)).max(0);
        let bits = (0..31).find(|bits| height >> bits < 8 * count).unwrap_or(31);
        let span = |edge: u32| {
            let [a, b] = ends(edge).map(|y| ((y - south) >> bits) as usize);
            a.min(b)..a.max(b) + 1
        };
        let mut begins = vec![0; (height >> bits) as usize + 2];
        for row in (0..edges).flat_map(span) {
            begins[row + 1] += 1;
        }
        accumulate(&mut begins);
        let mut fill = begins.clone();
        let mut sorted = vec![0; begins.last().copied().unwrap_or_default() as usize];
        for edge in 0..edges {
            for row in span(edge) {
                sorted[fill[row] as usize] = edge;
                fill[row] += 1;
            }
        }
        Self { south, bits, begins, edges: sorted }
    }

    /// The side that looks east of the first edge straight west of a vertex (just above it, so that no vertex
    /// is hit).
    pub fn first_west(&self, drawing: &Arrangement, at: Point) -> Option<Half> {
        let row = usize::try_from((at[1] - self.south) >> self.bits).ok()?;
        let span = *self.begins.get(row)? as usize..*self.begins.get(row + 1)? as usize;
        self.edges[span]
            .iter()
            .map(|&edge| {
                // The side that looks east walks down.
                let half = 2 * edge;
                if drawing.from(half)[1] > drawing.from(half + 1)[1] { half } else { half + 1 }
            })
            .filter(|&half| {
                let (top, foot) = (drawing.from(half), drawing.from(half ^ 1));
                foot[1] <= at[1] && at[1] < top[1] && orientation(foot, top, at) < 0
            })
            .max_by(|&one, &two| from_west(drawing, at[1], one, two))
    }
}

/// Where two edges cross a height, and above it if they do so in one point; exact.
fn from_west(drawing: &Arrangement, height: i32, one: Half, two: Half) -> Ordering {
    let line = |half: Half| {
        let ([tx, ty], [fx, fy]) =
            (drawing.from(half).map(i128::from), drawing.from(half ^ 1).map(i128::from));
        let (dx, dy) = (tx - fx, ty - fy);
        (fx * dy + (i128::from(height) - fy) * dx, dx, dy)
    };
    let ((at, dx, dy), (other_at, other_dx, other_dy)) = (line(one), line(two));
    (at * other_dy).cmp(&(other_at * dy)).then_with(|| (dx * other_dy).cmp(&(other_dx * dy)))
}
