//! Exact predicates on whole metres. RD New fits 20 bits, so `i64` products never overflow.

use super::coverage::Point;

/// Positive when `c` lies left of `a -> b`, zero on the line: twice the area of the triangle.
pub fn orientation(a: Point, b: Point, c: Point) -> i64 {
    let [abx, aby] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    let [acx, acy] = [i64::from(c[0]) - i64::from(a[0]), i64::from(c[1]) - i64::from(a[1])];
    abx * acy - aby * acx
}

/// Is `p`, known to be on the line of `a` and `b`, between them (ends included)?
pub fn between(a: Point, b: Point, p: Point) -> bool {
    let within = |k: usize| a[k].min(b[k]) <= p[k] && p[k] <= a[k].max(b[k]);
    within(0) && within(1)
}

/// Do the closed segments share a point?
pub fn touches(a: Point, b: Point, c: Point, d: Point) -> bool {
    let (o1, o2) = (orientation(a, b, c), orientation(a, b, d));
    let (o3, o4) = (orientation(c, d, a), orientation(c, d, b));
    if opposite(o1, o2) && opposite(o3, o4) {
        return true;
    }
    (o1 == 0 && between(a, b, c))
        || (o2 == 0 && between(a, b, d))
        || (o3 == 0 && between(c, d, a))
        || (o4 == 0 && between(c, d, b))
}

/// Is `p` inside the triangle or on its edge? A flat triangle is a segment.
pub fn in_triangle(a: Point, b: Point, c: Point, p: Point) -> bool {
    let (o1, o2, o3) = (orientation(a, b, p), orientation(b, c, p), orientation(c, a, p));
    if o1 == 0 && o2 == 0 && o3 == 0 {
        return between(a, b, p) || between(b, c, p) || between(c, a, p);
    }
    !((o1 > 0 || o2 > 0 || o3 > 0) && (o1 < 0 || o2 < 0 || o3 < 0))
}

/// Square of the distance of `p` to the closed segment, in square metres.
pub fn distance2(a: Point, b: Point, p: Point) -> f64 {
    Segment::new(a, b).distance2(p.map(f64::from))
}

/// A closed segment that many points are held against.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    from: [f64; 2],
    step: [f64; 2],
    length2: f64,
}

impl Segment {
    pub fn new(a: Point, b: Point) -> Self {
        let [dx, dy] = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
        Self { from: a.map(f64::from), step: [dx, dy], length2: dx * dx + dy * dy }
    }

    /// Whole metres, as they were given.
    pub fn ends(&self) -> (Point, Point) {
        let to = [0, 1].map(|axis| (self.from[axis] + self.step[axis]) as i32);
        (self.from.map(|value| value as i32), to)
    }

    /// Is the point no farther than the root of `bound2`? Without dividing.
    pub fn is_within(&self, [x, y]: [f64; 2], bound2: f64) -> bool {
        let [dx, dy] = self.step;
        let [px, py] = [x - self.from[0], y - self.from[1]];
        let along = px * dx + py * dy;
        if along <= 0.0 {
            px * px + py * py <= bound2
        } else if along >= self.length2 {
            (px - dx) * (px - dx) + (py - dy) * (py - dy) <= bound2
        } else {
            let cross = dx * py - dy * px;
            cross * cross <= bound2 * self.length2
        }
    }

    /// Square metres.
    pub fn distance2(&self, [x, y]: [f64; 2]) -> f64 {
        let [dx, dy] = self.step;
        let [px, py] = [x - self.from[0], y - self.from[1]];
        let along = px * dx + py * dy;
        if along <= 0.0 {
            px * px + py * py
        } else if along >= self.length2 {
            (px - dx) * (px - dx) + (py - dy) * (py - dy)
        } else {
            let cross = dx * py - dy * px;
            cross * cross / self.length2
        }
    }
}

/// Do the two lie on either side of a line, given on which?
pub fn opposite(one: i64, two: i64) -> bool {
    one.signum() * two.signum() < 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_end_touches_and_does_not_cross() {
        assert!(touches([0, 0], [4, 0], [4, 0], [4, 4]));
        assert!(touches([0, 0], [4, 4], [0, 4], [4, 0]));
    }

    #[test]
    fn a_flat_triangle_holds_its_own_points_only() {
        assert!(in_triangle([0, 0], [4, 0], [2, 0], [3, 0]));
        assert!(!in_triangle([0, 0], [4, 0], [2, 0], [5, 0]));
        assert!(!in_triangle([0, 0], [4, 0], [2, 0], [3, 1]));
    }

    #[test]
    fn distance_stops_at_the_ends() {
        assert_eq!(distance2([0, 0], [4, 0], [2, 3]), 9.0);
        assert_eq!(distance2([0, 0], [4, 0], [7, 4]), 25.0);
    }
}
