//! How far the source lies from the drawing, and how far it may: against the source points between two nodes.

use super::{Node, Plane, Site};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{Segment, distance2};

impl Plane {
    /// From here on the source must stay within the tolerance less this, metres.
    pub fn keep_in_hand(&mut self, metres: f64) {
        let bound2 = |tolerance: &f64| (tolerance - metres).max(0.0).powi(2);
        self.bounds2 = self.tolerances.iter().map(bound2).collect();
    }

    fn bound2(&self, node: Node) -> f64 {
        self.bounds2[self.arc_of[node as usize] as usize]
    }

    /// Square of the farthest that the source between two nodes lies from the edge that would join them, square
    /// metres; nothing beyond the bound. Distance to a segment is convex, so the farthest point is a vertex.
    pub fn deviation2(&self, from: Node, to: Node) -> Option<f64> {
        let bound2 = self.bound2(from);
        let edge = Segment::new(self.at(from), self.at(to));
        let mut farthest2: f64 = 0.0;
        for &p in &self.original[from as usize..=to as usize] {
            farthest2 = farthest2.max(edge.distance2(p.map(f64::from)));
            if farthest2 > bound2 {
                return None;
            }
        }
        Some(farthest2)
    }

    /// Does the source between two nodes stay within a part of the bound of the edge that would join them?
    pub fn deviates_less(&self, from: Node, to: Node, part: f64) -> bool {
        let bound2 = self.bound2(from) * part * part;
        let edge = Segment::new(self.at(from), self.at(to));
        let between = &self.original[from as usize + 1..to as usize];
        between.iter().all(|&p| edge.is_within(p.map(f64::from), bound2))
    }

    /// Does the source between two nodes stay within the bound of the segment `a b`?
    pub fn within(&self, from: Node, to: Node, a: Point, b: Point) -> bool {
        let bound2 = self.bound2(from);
        let edge = Segment::new(a, b);
        self.original[from as usize..=to as usize].iter().all(|&p| edge.distance2(p.map(f64::from)) <= bound2)
    }

    /// Would every edge at the site stay within the bound with the site at `to`?
    pub fn within_at(&self, site: Site, to: Point) -> bool {
        let at = |node: Node| if self.site(node) == site { to } else { self.at(node) };
        self.edges_at(site).all(|(a, b)| self.within(a, b, at(a), at(b)))
    }

    /// How badly the edges at a site would follow the source with the site at `to`: the squared distance
    /// along the source, summed.
    pub fn unfairness(&self, site: Site, to: Point) -> f64 {
        let at = |node: Node| if self.site(node) == site { to } else { self.at(node) };
        let along = |points: &[Point], a: Point, b: Point| -> f64 {
            let edge = Segment::new(a, b);
            let mut before: Option<([f64; 2], f64)> = None;
            let mut sum = 0.0;
            for p in points.iter().map(|p| p.map(f64::from)) {
                let distance2 = edge.distance2(p);
                if let Some((last, last2)) = before.replace((p, distance2)) {
                    sum += (p[0] - last[0]).hypot(p[1] - last[1]) * (last2 + distance2);
                }
            }
            sum
        };
        self.edges_at(site).map(|(a, b)| along(&self.original[a as usize..=b as usize], at(a), at(b))).sum()
    }

    /// Does `to` lie within the bound of the source that the site's edges replace?
    pub fn is_near_source(&self, site: Site, to: Point) -> bool {
        self.edges_at(site).all(|(a, b)| {
            let bound2 = self.bound2(a);
            let source = &self.original[a as usize..=b as usize];
            source.windows(2).any(|edge| distance2(edge[0], edge[1], to) <= bound2)
        })
    }
}
