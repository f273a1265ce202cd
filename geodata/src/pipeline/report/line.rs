//! A border that many points are held against: the nearest of its segments, by boxes around runs of them.
//!
//! Segments follow each other, so that a run of eight lies together, and eight runs again: a tree that needs no
//! building but its boxes (a packed R-tree in the order of the line itself; Kamel and Faloutsos 1993 order by a
//! curve instead).

use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::Segment;

const RUN: usize = 8;

pub struct Line {
    segments: Vec<Segment>,
    /// West, south, east, north of every run of segments; then of every run of those; the last level is one run.
    levels: Vec<Vec<[f64; 4]>>,
    /// The segment that was nearest last.
    hint: usize,
}

impl Line {
    /// Over points that follow each other; at least two.
    pub fn new(points: &[Point]) -> Self {
        let segments: Vec<Segment> = points.windows(2).map(|edge| Segment::new(edge[0], edge[1])).collect();
        let mut levels: Vec<Vec<[f64; 4]>> = Vec::new();
        if segments.len() > RUN {
            let of_run = |run: usize| {
                around(points[run * RUN..].iter().take(RUN + 1).map(|p| {
                    let [x, y] = p.map(f64::from);
                    [x, y, x, y]
                }))
            };
            levels.push((0..segments.len().div_ceil(RUN)).map(of_run).collect());
            while let Some(level) = levels.last().filter(|level| level.len() > RUN) {
                levels.push(level.chunks(RUN).map(|run| around(run.iter().copied())).collect());
            }
        }
        Self { segments, levels, hint: 0 }
    }

    /// Square of the distance to the nearest segment, square metres.
    pub fn distance2(&mut self, p: [f64; 2]) -> f64 {
        let mut nearest = (self.segments[self.hint].distance2(p), self.hint);
        if self.segments.len() == 1 {
            return nearest.0;
        }
        if self.levels.is_empty() {
            self.look(0, &p, &mut nearest);
        } else {
            // Mostly the run that the point before was near to, so that little else is looked into.
            self.look(self.hint / RUN * RUN, &p, &mut nearest);
            self.descend(self.levels.len() - 1, 0, &p, &mut nearest);
        }
        self.hint = nearest.1;
        nearest.0
    }

    fn descend(&self, level: usize, begin: usize, p: &[f64; 2], nearest: &mut (f64, usize)) {
        for (place, block) in self.levels[level].iter().enumerate().skip(begin).take(RUN) {
            if outside2(block, p) < nearest.0 {
                match level {
                    0 => self.look(place * RUN, p, nearest),
                    _ => self.descend(level - 1, place * RUN, p, nearest),
                }
            }
        }
    }

    fn look(&self, begin: usize, p: &[f64; 2], nearest: &mut (f64, usize)) {
        for (place, segment) in self.segments.iter().enumerate().skip(begin).take(RUN) {
            // Mostly not, which is told without dividing.
            if segment.is_within(*p, nearest.0) {
                let distance2 = segment.distance2(*p);
                if distance2 < nearest.0 {
                    *nearest = (distance2, place);
                }
            }
        }
    }
}

fn around(boxes: impl Iterator<Item = [f64; 4]>) -> [f64; 4] {
    let none = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    boxes.fold(none, |all, one| {
        [all[0].min(one[0]), all[1].min(one[1]), all[2].max(one[2]), all[3].max(one[3])]
    })
}

/// Square of the distance to a box.
fn outside2([west, south, east, north]: &[f64; 4], [x, y]: &[f64; 2]) -> f64 {
    let [dx, dy] = [(west - x).max(x - east).max(0.0), (south - y).max(y - north).max(0.0)];
    dx * dx + dy * dy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_many_is_the_nearest_of_all() {
        let points: Vec<Point> = (0..700).map(|i| [i * 37 % 1000 + i, i * 91 % 700]).collect();
        let mut line = Line::new(&points);
        for p in (0..200).map(|i| [f64::from(i * 13 % 1700), f64::from(i * 57 % 900)]) {
            let all = points.windows(2).map(|edge| Segment::new(edge[0], edge[1]).distance2(p));
            assert_eq!(line.distance2(p), all.fold(f64::INFINITY, f64::min));
        }
    }
}
