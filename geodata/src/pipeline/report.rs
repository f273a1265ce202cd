//! What became of the source: measured on the result, against the rings as they were read.
//!
//! Nothing is taken from the simplifier's word. Rings are unrolled from the finished topology; validity is
//! judged by `geo` (OGC simple features) and by [`verify`](super::verify); deviation is measured both ways.

use super::buckets::Buckets;
use super::coverage::{Coverage, Network, Owner, Point, Ring, doubled_area};
use super::geometry::{distance2, distance2_from};
use super::heal::{Kind, Sliver};
use super::junctions::Repairs;
use super::rows::Chosen;
use super::verify::{Fault, faults, open_faces};
use crate::topology::Topology;
use geo::Validation;
use geo::{Coord, LineString};
use serde::Serialize;

/// Distances in metres, areas in square kilometres.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub jaar: u16,
    /// Gemeenten in the map.
    pub features: usize,
    pub tolerance: f64,
    /// Cell width.
    pub grid: i32,
    /// Different vertices of the source, and of the map.
    pub points_in: usize,
    pub points_out: usize,
    /// Shared borders, each counted once.
    pub arcs: usize,
    /// Polygons and holes of the gemeenten, in and out.
    pub parts_in: usize,
    /// Parts of one gemeente that became one because the strip between them was closed.
    pub parts_joined: usize,
    pub parts_out: usize,
    pub parts_dropped: usize,
    pub holes_in: usize,
    pub holes_out: usize,
    /// Vertices inserted where one region's vertex lay on another's edge.
    pub t_junctions_repaired: usize,
    /// Strips less than a metre wide that a ring enclosed running back along itself.
    pub threads_closed: usize,
    /// Rows left out and codes completed, as asked.
    #[serde(flatten)]
    pub chosen: Chosen,
    /// Strips that overlapped or lay open, closed.
    pub slivers_closed: usize,
    pub slivers: Vec<ClosedSliver>,
    /// From the source's borders to the new ones: the promise.
    pub deviation: Deviation,
    /// From the new borders to the source's: measured, not promised.
    pub deviation_back: Deviation,
    pub invalid_polygons: usize,
    /// Ground inside the map that lost its owner.
    pub gaps: usize,
    pub overlaps: usize,
    pub crossings: usize,
    pub area_before: f64,
    pub area_after: f64,
    /// The largest change of one gemeente, as a part of its area.
    pub largest_area_change: AreaChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Deviation {
    pub max: f64,
    pub p95: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaChange {
    pub code: String,
    pub part: f64,
}

/// A strip narrower than the stated width that got one owner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClosedSliver {
    pub kind: &'static str,
    /// Who claimed it, by code.
    pub from: Vec<String>,
    /// Whose it became.
    pub to: String,
    /// A vertex of it, RD New, whole metres.
    pub at: Point,
    /// Mean width in metres.
    pub width: f64,
    pub square_metres: f64,
}

/// What the stages before did, for the report to tell.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub jaar: u16,
    pub tolerance: f64,
    pub chosen: Chosen,
    pub repairs: Repairs,
    pub slivers: Vec<Sliver>,
}

impl Report {
    /// Is the map what it promises to be?
    pub fn is_sound(&self) -> bool {
        self.invalid_polygons + self.gaps + self.overlaps + self.crossings + self.parts_dropped == 0
            && self.holes_in == self.holes_out
            && self.deviation.max <= self.tolerance.max(super::simplify::ROUNDING)
    }
}

pub fn report(
    outlines: &[Outline],
    source: &Coverage,
    network: &Network,
    topology: &Topology,
    made: Made,
) -> Report {
    let Made { jaar, tolerance, chosen, repairs, slivers } = made;
    let rings = unroll(topology);
    let found = faults(&rings);
    let count = |of: fn(&Fault) -> bool| found.iter().filter(|fault| of(fault)).count();
    let (parts_read, _) = parts(&source.rings);
    let (parts_in, holes_in) = parts(&unroll_network(network));
    let (parts_out, holes_out) = parts(&rings);
    Report {
        jaar,
        features: topology.gemeenten.len(),
        tolerance,
        grid: topology.transform.scale[0],
        points_in: different(source.rings.iter().flat_map(|ring| ring.points.iter().copied())),
        points_out: different(topology.arcs.iter().flatten().copied()),
        arcs: topology.arcs.len(),
        parts_in: parts_read,
        parts_joined: parts_read.saturating_sub(parts_in),
        parts_out,
        parts_dropped: parts_in.saturating_sub(parts_out),
        holes_in,
        holes_out,
        t_junctions_repaired: repairs.vertices,
        threads_closed: repairs.threads,
        chosen,
        slivers_closed: slivers.len(),
        slivers: slivers.iter().map(|sliver| closed(source, sliver)).collect(),
        deviation: deviation_there(outlines, network, topology, tolerance),
        deviation_back: deviation_back(network, topology),
        invalid_polygons: invalid(&rings),
        gaps: open_faces(&rings).saturating_sub(open_faces(&unroll_network(network))),
        overlaps: count(|fault| matches!(fault, Fault::Overlap { .. })),
        crossings: count(|fault| matches!(fault, Fault::Crossing { .. })),
        area_before: area(&source.rings, is_land),
        area_after: area(&rings, is_land),
        largest_area_change: largest_change(source, topology, &rings),
    }
}

fn closed(source: &Coverage, sliver: &Sliver) -> ClosedSliver {
    ClosedSliver {
        kind: match sliver.kind {
            Kind::Overlap => "overlap",
            Kind::Gap => "gap",
            Kind::Neck => "neck",
        },
        from: sliver.from.iter().map(|&owner| source.name(owner)).collect(),
        to: source.name(sliver.to),
        at: sliver.at,
        width: rounded(sliver.width, 100.0),
        square_metres: sliver.area,
    }
}

/// The rings of a topology in whole metres, land first.
pub fn unroll(topology: &Topology) -> Vec<Ring> {
    let land = topology
        .gemeenten
        .iter()
        .enumerate()
        .map(|(index, region)| (Owner::Gemeente(index as u32), &region.polygons));
    let mut polygon = 0;
    let mut rings = Vec::new();
    for (owner, polygons) in land.chain([(Owner::Water, &topology.water)]) {
        for walks in polygons {
            for walk in walks {
                let points = topology.positions(walk).map(|p| topology.transform.metres(p)).collect();
                rings.push(Ring { owner, number: 0, polygon, points });
            }
            polygon += 1;
        }
    }
    rings
}

fn unroll_network(network: &Network) -> Vec<Ring> {
    let ring = |ring: &super::coverage::ArcRing| {
        let mut points = Vec::new();
        for &walk in &ring.arcs {
            let arc = &network.arcs[walk.max(!walk) as usize];
            if walk < 0 {
                points.extend(arc.iter().rev().take(arc.len() - 1));
            } else {
                points.extend(arc.iter().take(arc.len() - 1));
            }
        }
        Ring { owner: ring.owner, number: ring.number, polygon: ring.polygon, points }
    };
    network.rings.iter().map(ring).collect()
}

fn is_land(owner: Owner) -> bool {
    matches!(owner, Owner::Gemeente(_))
}

fn different(points: impl Iterator<Item = Point>) -> usize {
    let mut points: Vec<Point> = points.collect();
    points.sort_unstable();
    points.dedup();
    points.len()
}

/// Polygons and holes of the land.
fn parts(rings: &[Ring]) -> (usize, usize) {
    let land: Vec<_> = rings.iter().filter(|ring| is_land(ring.owner)).collect();
    let mut polygons: Vec<_> = land.iter().map(|ring| ring.polygon).collect();
    polygons.dedup();
    (polygons.len(), land.len() - polygons.len())
}

fn area(rings: &[Ring], of: impl Fn(Owner) -> bool) -> f64 {
    let doubled: i64 =
        rings.iter().filter(|ring| of(ring.owner)).map(|ring| doubled_area(&ring.points)).sum();
    rounded(doubled as f64 / 2e6, 1e4)
}

fn largest_change(source: &Coverage, topology: &Topology, rings: &[Ring]) -> AreaChange {
    let areas = |rings: &[Ring]| {
        let mut areas = vec![0_i64; topology.gemeenten.len()];
        for ring in rings {
            if let Owner::Gemeente(index) = ring.owner {
                areas[index as usize] += doubled_area(&ring.points);
            }
        }
        areas
    };
    let changes = areas(&source.rings).into_iter().zip(areas(rings)).zip(&topology.gemeenten);
    changes
        .map(|((before, after), region)| AreaChange {
            code: region.code.clone(),
            part: rounded((after - before).abs() as f64 / before.max(1) as f64, 1e5),
        })
        .max_by(|a, b| a.part.total_cmp(&b.part))
        .unwrap_or(AreaChange { code: String::new(), part: 0.0 })
}

fn invalid(rings: &[Ring]) -> usize {
    let line = |ring: &Ring| -> LineString<f64> {
        let mut coords: Vec<Coord> =
            ring.points.iter().map(|&[x, y]| Coord { x: f64::from(x), y: f64::from(y) }).collect();
        coords.extend(coords.first().copied());
        LineString::new(coords)
    };
    let by_polygon = rings.chunk_by(|a, b| a.polygon == b.polygon);
    let polygon = |rings: &[Ring]| geo::Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
    let by_owner = rings.chunk_by(|a, b| a.owner == b.owner);
    let multi = |rings: &[Ring]| {
        geo::MultiPolygon::new(rings.chunk_by(|a, b| a.polygon == b.polygon).map(polygon).collect())
    };
    by_polygon.filter(|rings| !polygon(rings).is_valid()).count()
        + by_owner.filter(|rings| !multi(rings).is_valid()).count()
}

/// A ring as the source drew it, before any rounding: closed, RD New metres.
pub struct Outline {
    pub points: Vec<[f64; 2]>,
}

/// Every source border, a point at least each 50 m: per arc to the arc that replaces it, and from the
/// outlines as they were read to the nearest new border. The second sees what rounding and repair did; it
/// does not ask whose border, since a spike thinner than a metre has become a neighbour's.
fn deviation_there(
    outlines: &[Outline],
    network: &Network,
    topology: &Topology,
    tolerance: f64,
) -> Deviation {
    let mut per_arc = Vec::new();
    let mut edges: Vec<(Point, Point)> = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        per_arc.extend(densified(source).map(|p| to_line(p, &new)));
        edges.extend(new.windows(2).map(|edge| (edge[0], edge[1])));
    }
    let per_arc = deviation(per_arc);
    let as_read = outlines_to(outlines, &edges, tolerance);
    Deviation { max: per_arc.max.max(as_read), p95: per_arc.p95 }
}

/// The farthest of the outlines from the edges, metres.
fn outlines_to(outlines: &[Outline], edges: &[(Point, Point)], tolerance: f64) -> f64 {
    // Nothing is left of the source: it lies as far as can be.
    if edges.is_empty() {
        return f64::INFINITY;
    }
    let mut buckets = Buckets::over(edges.iter().flat_map(|&(a, b)| [a, b]), 11);
    for (&(a, b), name) in edges.iter().zip(0_u32..) {
        buckets.insert_segment(a, b, name);
    }
    let reach = tolerance.ceil() as i32 + 2;
    let distance2 = |name: u32, p: [f64; 2]| {
        let (a, b) = edges[name as usize];
        distance2_from(a, b, p)
    };
    let nearest = |p: [f64; 2]| {
        let around = p.map(|value| value as i32);
        let near = buckets.near(around.map(|value| value - reach), around.map(|value| value + reach));
        let best = |names: &mut dyn Iterator<Item = u32>| {
            names.map(|name| (distance2(name, p), name)).min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let near = best(&mut { near }).filter(|(distance2, _)| distance2.sqrt() <= f64::from(reach));
        // Farther than promised: then how far, whatever it costs.
        near.or_else(|| best(&mut (0..edges.len() as u32))).unwrap_or((f64::INFINITY, 0))
    };
    let mut farthest2: f64 = 0.0;
    // Only the farthest is asked: a point near the edge that the one before was near cannot be it.
    let mut hint = None;
    let mut visit = |p: [f64; 2]| {
        if hint.is_some_and(|name| distance2(name, p) <= farthest2) {
            return;
        }
        let (found2, name) = nearest(p);
        farthest2 = farthest2.max(found2);
        hint = Some(name);
    };
    for edge in outlines.iter().flat_map(|outline| outline.points.windows(2)) {
        let [dx, dy] = [edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]];
        let steps = (dx.hypot(dy) / 50.0).ceil().max(1.0);
        for step in 0..steps as u32 {
            let part = f64::from(step) / steps;
            visit([edge[0][0] + dx * part, edge[0][1] + dy * part]);
        }
    }
    let farthest = farthest2.sqrt();
    rounded(farthest, 10.0)
}

/// Per arc: every new border, a point at least each 50 m, to the source's.
fn deviation_back(network: &Network, topology: &Topology) -> Deviation {
    let mut distances = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        distances.extend(densified(&new).map(|p| to_line(p, source)));
    }
    deviation(distances)
}

fn densified(line: &[Point]) -> impl Iterator<Item = Point> + '_ {
    line.windows(2).flat_map(|edge| {
        let [a, b] = [edge[0], edge[1]];
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let steps = dx.abs().max(dy.abs()) / 50 + 1;
        (0..=steps).map(move |step| [a[0] + dx * step / steps, a[1] + dy * step / steps])
    })
}

fn to_line(p: Point, line: &[Point]) -> f64 {
    line.windows(2).map(|edge| distance2(edge[0], edge[1], p)).fold(f64::INFINITY, f64::min).sqrt()
}

fn deviation(mut distances: Vec<f64>) -> Deviation {
    distances.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| {
        distances.get(((distances.len().max(1) - 1) as f64 * part) as usize).copied().unwrap_or(0.0)
    };
    Deviation { max: rounded(at(1.0), 10.0), p95: rounded(at(0.95), 10.0) }
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}
