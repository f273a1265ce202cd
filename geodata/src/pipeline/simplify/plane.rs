//! The borders as a drawing that can be changed a step at a time and is right after every step.
//!
//! A step removes a vertex or moves one. It is allowed only when the triangles that the changed edges sweep
//! hold no other vertex, and a moved vertex passes through no other edge. Then no border crosses or touches
//! another, no ring collapses or turns over, and no island jumps over a border: what lay left of a border
//! lies left of it still (de Berg, van Kreveld, Schirra 1998, "Topologically correct subdivision
//! simplification using the bandwidth criterion", use the same test against the chain's own points). Whether
//! the source stays near enough is asked in [`bound`].

use super::quiet::Changes;
use super::sites::Sites;
use crate::pipeline::buckets::{Buckets, high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{in_triangle, touches};
use rustc_hash::FxHashMap;

mod bound;

const NONE: u32 = u32::MAX;

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
    arc_of: Vec<u32>,
    /// Per arc how far the source may lie from it, metres, and the square of what is allowed at present.
    tolerances: Vec<f64>,
    bounds2: Vec<f64>,
    sites: Sites,
    edges: Option<Buckets>,
    changes: Changes,
}

impl Plane {
    /// `tolerances`: per arc, metres.
    pub fn new(arcs: &[Vec<Point>], tolerances: Vec<f64>) -> Self {
        let count = arcs.iter().map(Vec::len).sum();
        let mut original = Vec::with_capacity(count);
        let mut first_of_arc = Vec::with_capacity(arcs.len());
        let mut arc_of = Vec::with_capacity(count);
        let mut end_site: FxHashMap<Point, Site> = FxHashMap::default();
        let mut ends: Vec<Vec<Node>> = Vec::new();
        let mut position = Vec::new();
        for arc in arcs {
            let first = original.len() as u32;
            first_of_arc.push(first);
            original.extend_from_slice(arc);
            arc_of.resize(original.len(), first_of_arc.len() as u32 - 1);
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
        let sites = Sites::still(&position);
        let changes = Changes::over(&position);
        let bounds2 = tolerances.iter().map(|tolerance| tolerance * tolerance).collect();
        Self {
            original,
            next,
            previous,
            site_of,
            position,
            ends,
            inner,
            first_of_arc,
            arc_of,
            tolerances,
            bounds2,
            sites,
            edges: None,
            changes,
        }
    }

    /// Notes that the site has moved from where it was. Apart from [`Plane::move_to`], since a move that is
    /// taken back changes nothing.
    pub fn note_move(&mut self, site: Site, from: Point) {
        let (south_west, north_east) = self.around(site, 0);
        self.changes.note(low(south_west, from), high(north_east, from));
    }

    /// What has changed, and when.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The box of everything that moving the site, or what it is joined to, looks at or changes, a grid
    /// step wider.
    pub fn around(&self, site: Site, grid: i32) -> (Point, Point) {
        let at = self.position(site);
        let (low, high) = self.neighbours(site).fold((at, at), |(from, to), other| {
            let p = self.position(other);
            (low(from, p), high(to, p))
        });
        (low.map(|value| value - grid), high.map(|value| value + grid))
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

    /// Where each arc begins.
    pub fn first_nodes(&self) -> Vec<Node> {
        self.first_of_arc.clone()
    }

    pub fn node_count(&self) -> usize {
        self.original.len()
    }

    pub fn site_count(&self) -> usize {
        self.position.len()
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

    /// Where the source has the site, wherever it has moved since.
    pub fn drawn_at(&self, site: Site) -> Point {
        let node = self.inner_node(site).unwrap_or_else(|| self.ends[site as usize][0]);
        self.original[node as usize]
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
        let mut found = Vec::new();
        self.sites.all_near(low, high, |site, p| {
            if inside(p) {
                found.push(site);
            }
            true
        });
        found
    }

    fn neighbours(&self, site: Site) -> impl Iterator<Item = Site> + '_ {
        self.edges_at(site).map(
            move |(from, to)| {
                if self.site(from) == site { self.site(to) } else { self.site(from) }
            },
        )
    }

    /// Does an edge join the sites of two nodes already?
    fn is_joined(&self, one: Node, two: Node) -> bool {
        let (a, b) = (self.site(one), self.site(two));
        match self.inner_node(a) {
            Some(_) => {
                let (before, after) = self.sides(one);
                self.site(before) == b || self.site(after) == b
            }
            None => self.neighbours(a).any(|other| other == b),
        }
    }

    fn is_empty_triangle(&self, a: Point, b: Point, c: Point, except: [Site; 3]) -> bool {
        let (low, high) = (low(low(a, b), c), high(high(a, b), c));
        self.sites.all_near(low, high, |site, p| {
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
            && !self.is_joined(before, after)
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
        self.changes.note(low(low(a, p), b), high(high(a, p), b));
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
        self.sites.move_to(site, from, to);
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

    /// Makes edges findable and lets sites move; later when there are few of them.
    pub fn index_edges(&mut self) {
        let left = self.all_sites();
        let positions = || left.iter().map(|&site| self.position(site));
        let mut edges = Buckets::spread(positions(), left.len());
        for &first in &self.first_of_arc {
            let mut node = first;
            while let Some(after) = self.after(node) {
                edges.insert_segment(self.at(node), self.at(after), node);
                node = after;
            }
        }
        let sites = Sites::moving(left.iter().map(|&site| (site, self.position(site))));
        self.edges = Some(edges);
        self.sites = sites;
    }
}
