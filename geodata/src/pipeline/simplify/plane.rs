//! The borders as a drawing that can be changed a step at a time and is right after every step.
//!
//! A step removes a vertex or moves one. It is allowed only when the triangles that the changed edges sweep
//! hold no other vertex, and a moved vertex passes through no other edge. Then no border crosses or touches
//! another, no ring collapses or turns over, and no island jumps over a border: what lay left of a border
//! lies left of it still (de Berg, van Kreveld, Schirra 1998, "Topologically correct subdivision
//! simplification using the bandwidth criterion", use the same test against the chain's own points).

use crate::pipeline::buckets::{Buckets, high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{distance2, in_triangle, touches};
use rustc_hash::FxHashMap;

const NONE: u32 = u32::MAX;
const SITE_BITS: u32 = 10;
const EDGE_BITS: u32 = 12;

/// A vertex of the drawing. Ends of arcs that meet are one site.
pub type Site = u32;

/// A point of a source arc, by its place in the row of all arcs. A node that is left stands at a site.
pub type Node = u32;

#[derive(Debug, Clone)]
pub struct Plane {
    /// The source, never changed: nodes of one arc follow each other.
    original: Vec<Point>,
    next: Vec<u32>,
    previous: Vec<u32>,
    site_of: Vec<Site>,
    position: Vec<Point>,
    /// Sites from 0 are ends of arcs, with the nodes that meet there; the rest have one node.
    ends: Vec<Vec<Node>>,
    inner: Vec<Node>,
    first_of_arc: Vec<Node>,
    sites: Buckets,
    edges: Option<Buckets>,
}

impl Plane {
    pub fn new(arcs: &[Vec<Point>]) -> Self {
        let count = arcs.iter().map(Vec::len).sum();
        let mut original = Vec::with_capacity(count);
        let mut first_of_arc = Vec::with_capacity(arcs.len());
        let mut end_site: FxHashMap<Point, Site> = FxHashMap::default();
        let mut ends: Vec<Vec<Node>> = Vec::new();
        let mut position = Vec::new();
        for arc in arcs {
            let first = original.len() as u32;
            first_of_arc.push(first);
            original.extend_from_slice(arc);
            for node in [first, original.len() as u32 - 1] {
                let at = original[node as usize];
                let site = *end_site.entry(at).or_insert_with(|| {
                    ends.push(Vec::new());
                    position.push(at);
                    ends.len() as u32 - 1
                });
                ends[site as usize].push(node);
            }
        }
        let mut next: Vec<u32> = (1..=count as u32).collect();
        let mut previous: Vec<u32> = (0..count as u32).map(|node| node.wrapping_sub(1)).collect();
        let mut site_of = vec![NONE; count];
        for (site, nodes) in ends.iter().enumerate() {
            for &node in nodes {
                site_of[node as usize] = site as Site;
            }
        }
        let mut inner = Vec::new();
        for (arc, &first) in arcs.iter().zip(&first_of_arc) {
            let last = first + arc.len() as u32 - 1;
            previous[first as usize] = NONE;
            next[last as usize] = NONE;
            for node in first + 1..last {
                site_of[node as usize] = position.len() as Site;
                position.push(original[node as usize]);
                inner.push(node);
            }
        }
        let mut sites = Buckets::over(position.iter().copied(), SITE_BITS);
        for (site, &at) in position.iter().enumerate() {
            sites.insert(at, site as u32);
        }
        Self { original, next, previous, site_of, position, ends, inner, first_of_arc, sites, edges: None }
    }

    /// Every arc as it stands.
    pub fn arcs(&self) -> Vec<Vec<Point>> {
        self.first_of_arc
            .iter()
            .map(|&first| {
                std::iter::successors(Some(first), |&node| self.after(node))
                    .map(|node| self.at(node))
                    .collect()
            })
            .collect()
    }

    /// All sites that are left.
    pub fn all_sites(&self) -> Vec<Site> {
        (0..self.position.len() as Site).filter(|&site| self.is_left(site)).collect()
    }

    /// Nodes between the ends of arcs that are left: the ones that may be removed.
    pub fn inner_nodes(&self) -> Vec<Node> {
        self.inner.iter().copied().filter(|&node| self.site_of[node as usize] != NONE).collect()
    }

    pub fn is_left(&self, site: Site) -> bool {
        self.inner_node(site).is_none_or(|node| self.site_of[node as usize] != NONE)
    }

    pub fn is_node_left(&self, node: Node) -> bool {
        self.site_of[node as usize] != NONE
    }

    pub fn site(&self, node: Node) -> Site {
        self.site_of[node as usize]
    }

    pub fn position(&self, site: Site) -> Point {
        self.position[site as usize]
    }

    pub fn at(&self, node: Node) -> Point {
        self.position[self.site_of[node as usize] as usize]
    }

    pub fn after(&self, node: Node) -> Option<Node> {
        Some(self.next[node as usize]).filter(|&node| node != NONE)
    }

    pub fn before(&self, node: Node) -> Option<Node> {
        Some(self.previous[node as usize]).filter(|&node| node != NONE)
    }

    /// Both sides of an inner node.
    pub fn sides(&self, node: Node) -> (Node, Node) {
        (self.previous[node as usize], self.next[node as usize])
    }

    fn inner_node(&self, site: Site) -> Option<Node> {
        (site as usize).checked_sub(self.ends.len()).map(|index| self.inner[index])
    }

    /// The edges at a site, each as its nodes in the direction of the arc.
    pub fn edges_at(&self, site: Site) -> impl Iterator<Item = (Node, Node)> + '_ {
        let inner = self.inner_node(site);
        let ends = if inner.is_none() { self.ends[site as usize].as_slice() } else { &[] };
        ends.iter().copied().chain(inner).flat_map(|node| {
            let before = self.before(node).map(|other| (other, node));
            before.into_iter().chain(self.after(node).map(|other| (node, other)))
        })
    }

    /// Sites in the square around a point.
    pub fn sites_near(&self, [x, y]: Point, reach: i32) -> Vec<Site> {
        let (low, high) = ([x - reach, y - reach], [x + reach, y + reach]);
        let inside = |p: Point| (0..2).all(|axis| low[axis] <= p[axis] && p[axis] <= high[axis]);
        self.sites.near(low, high).filter(|&site| inside(self.position(site))).collect()
    }

    fn neighbours(&self, site: Site) -> impl Iterator<Item = Site> + '_ {
        self.edges_at(site).map(
            move |(from, to)| {
                if self.site(from) == site { self.site(to) } else { self.site(from) }
            },
        )
    }

    /// Square of the farthest that the source between two nodes lies from the segment `a b`, square metres.
    /// Distance to a segment is convex, so the farthest point is a vertex.
    pub fn deviation2(&self, from: Node, to: Node, a: Point, b: Point) -> f64 {
        self.original[from as usize..=to as usize].iter().map(|&p| distance2(a, b, p)).fold(0.0, f64::max)
    }

    /// The same, only asking whether it stays within a bound.
    pub fn within(&self, from: Node, to: Node, a: Point, b: Point, bound2: f64) -> bool {
        self.original[from as usize..=to as usize].iter().all(|&p| distance2(a, b, p) <= bound2)
    }

    /// Would every edge at the site stay within the bound with the site at `to`?
    pub fn within_at(&self, site: Site, to: Point, bound2: f64) -> bool {
        let at = |node: Node| if self.site(node) == site { to } else { self.at(node) };
        self.edges_at(site).all(|(a, b)| self.within(a, b, at(a), at(b), bound2))
    }

    /// How badly the edges at a site would follow the source with the site at `to`: the squared distance
    /// along the source, summed.
    pub fn unfairness(&self, site: Site, to: Point) -> f64 {
        let at = |node: Node| if self.site(node) == site { to } else { self.at(node) };
        let along = |points: &[Point], a: Point, b: Point| -> f64 {
            let step = |pair: &[Point]| {
                let length = f64::from(pair[1][0] - pair[0][0]).hypot(f64::from(pair[1][1] - pair[0][1]));
                length * (distance2(a, b, pair[0]) + distance2(a, b, pair[1]))
            };
            points.windows(2).map(step).sum()
        };
        self.edges_at(site).map(|(a, b)| along(&self.original[a as usize..=b as usize], at(a), at(b))).sum()
    }

    /// Does `to` lie within the bound of the source that the site's edges replace?
    pub fn is_near_source(&self, site: Site, to: Point, bound2: f64) -> bool {
        self.edges_at(site).all(|(a, b)| {
            let source = &self.original[a as usize..=b as usize];
            source.windows(2).any(|edge| distance2(edge[0], edge[1], to) <= bound2)
        })
    }

    fn is_empty_triangle(&self, a: Point, b: Point, c: Point, except: [Site; 3]) -> bool {
        let (low, high) = (low(low(a, b), c), high(high(a, b), c));
        self.sites.near(low, high).all(|site| {
            let p = self.position[site as usize];
            let outside = p[0] < low[0] || p[0] > high[0] || p[1] < low[1] || p[1] > high[1];
            outside || except.contains(&site) || !in_triangle(a, b, c, p)
        })
    }

    /// May the inner node go, its sides joined by a straight edge?
    pub fn can_remove(&self, node: Node) -> bool {
        let (before, after) = self.sides(node);
        let (site, a, b) = (self.site(node), self.site(before), self.site(after));
        // A ring keeps three vertices, and two borders between the same ends stay two.
        a != b
            && self.neighbours(a).all(|other| other != b)
            && self.is_empty_triangle(self.position(a), self.position(site), self.position(b), [a, site, b])
    }

    pub fn remove(&mut self, node: Node) {
        let (before, after) = self.sides(node);
        let site = self.site(node);
        let (a, p, b) = (self.at(before), self.position(site), self.at(after));
        if let Some(edges) = &mut self.edges {
            edges.remove_segment(a, p, before);
            edges.remove_segment(p, b, node);
            edges.insert_segment(a, b, before);
        }
        self.sites.remove(p, site);
        self.next[before as usize] = after;
        self.previous[after as usize] = before;
        self.site_of[node as usize] = NONE;
    }

    /// May the site move straight to `to`? Needs [`Plane::index_edges`].
    pub fn can_move(&self, site: Site, to: Point) -> bool {
        let from = self.position(site);
        self.neighbours(site).all(|other| {
            self.is_empty_triangle(self.position(other), from, to, [site, other, other])
                && self.position(other) != to
        }) && self.passes_no_edge(site, from, to)
    }

    fn passes_no_edge(&self, site: Site, from: Point, to: Point) -> bool {
        let edges = self.edges.as_ref().expect("edges are indexed before anything moves");
        edges.near(low(from, to), high(from, to)).all(|node| {
            let other = self.next[node as usize];
            let (a, b) = (self.site(node), self.site(other));
            a == site || b == site || !touches(from, to, self.position(a), self.position(b))
        })
    }

    pub fn move_to(&mut self, site: Site, to: Point) {
        let from = self.position(site);
        let incident: Vec<_> = self.edges_at(site).map(|(a, b)| (a, self.at(a), self.at(b))).collect();
        self.sites.remove(from, site);
        self.sites.insert(to, site);
        self.position[site as usize] = to;
        let after: Vec<_> = self.edges_at(site).map(|(a, b)| (a, self.at(a), self.at(b))).collect();
        if let Some(edges) = &mut self.edges {
            for (node, a, b) in incident {
                edges.remove_segment(a, b, node);
            }
            for (node, a, b) in after {
                edges.insert_segment(a, b, node);
            }
        }
    }

    /// Makes edges findable; later when there are few of them.
    pub fn index_edges(&mut self) {
        let mut edges = Buckets::over(self.position.iter().copied(), EDGE_BITS);
        for &first in &self.first_of_arc {
            let mut node = first;
            while let Some(after) = self.after(node) {
                edges.insert_segment(self.at(node), self.at(after), node);
                node = after;
            }
        }
        self.edges = Some(edges);
    }
}
