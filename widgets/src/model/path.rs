//! Rings of the topology as SVG path data: relative whole numbers, in grid cells.
//!
//! The page's `y` points down, so north is turned over: `y = height - north`. Collapsed rings and
//! empty segments are not written: a browser silently stops drawing a path at `l` without numbers.

use super::zoom::Bounds;
use geodata::topology::{ArcIndex, Polygon, Position, Topology};

/// The smallest box of whole grid cells round everything drawn, and the turn from north-up to y-down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub west: i32,
    pub north: i32,
    pub width: i32,
    pub height: i32,
}

impl Frame {
    /// Round all arcs of a topology, with a margin so that strokes at the edge are not cut.
    pub fn around(topology: &Topology, margin: i32) -> Self {
        let positions = || topology.arcs.iter().flatten();
        let span = |axis: usize| {
            let values = || positions().map(move |position| position[axis]);
            (values().min().unwrap_or(0) - margin, values().max().unwrap_or(0) + margin)
        };
        let ((west, east), (south, north)) = (span(0), span(1));
        Self { west, north, width: east - west, height: north - south }
    }

    /// A grid position on the page.
    pub fn place(self, [x, y]: Position) -> Position {
        [x - self.west, self.north - y]
    }
}

/// Closed rings of polygons, as one path.
pub fn polygons(topology: &Topology, frame: Frame, polygons: &[Polygon]) -> String {
    let mut path = String::new();
    for ring in polygons.iter().flatten() {
        let mut line = walk(topology, frame, ring);
        line.pop();
        if line.len() > 2 {
            draw(&mut path, &line);
            path.push('z');
        }
    }
    path
}

/// The box round polygons; nothing where there is nothing to draw.
pub fn bounds(topology: &Topology, frame: Frame, polygons: &[Polygon]) -> Option<Bounds> {
    let positions = polygons.iter().flatten().flat_map(|ring| walk(topology, frame, ring));
    Bounds::around(positions.map(|[x, y]| Bounds { left: x, top: y, right: x, bottom: y }))
}

/// Open lines, as one path.
pub fn lines(topology: &Topology, frame: Frame, lines: &[Vec<ArcIndex>]) -> String {
    let mut path = String::new();
    for line in lines {
        let line = walk(topology, frame, line);
        if line.len() > 1 {
            draw(&mut path, &line);
        }
    }
    path
}

/// The positions along arcs, each once; a shared junction is not repeated.
fn walk(topology: &Topology, frame: Frame, arcs: &[ArcIndex]) -> Vec<Position> {
    let mut line: Vec<Position> = Vec::new();
    for &index in arcs {
        let backwards = index < 0;
        let arc = &topology.arcs[if backwards { !index } else { index } as usize];
        let mut push = |position: &Position| {
            let position = frame.place(*position);
            if line.last() != Some(&position) {
                line.push(position);
            }
        };
        if backwards {
            arc.iter().rev().for_each(&mut push);
        } else {
            arc.iter().for_each(&mut push);
        }
    }
    line
}

fn draw(path: &mut String, line: &[Position]) {
    let (first, rest) = line.split_first().expect("a line that is drawn has positions");
    path.push('M');
    number(path, first[0], true);
    number(path, first[1], false);
    path.push('l');
    let mut here = *first;
    for (i, next) in rest.iter().enumerate() {
        number(path, next[0] - here[0], i == 0);
        number(path, next[1] - here[1], false);
        here = *next;
    }
}

/// A minus sign separates numbers as well as a space does.
fn number(path: &mut String, value: i32, first: bool) {
    if value >= 0 && !first {
        path.push(' ');
    }
    path.push_str(&value.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use geodata::topology::Transform;

    /// Two squares side by side, sharing the arc between them.
    fn squares() -> Topology {
        Topology {
            jaar: 2021,
            naamsvermelding: String::new(),
            transform: Transform { scale: [1, 1], translate: [0, 0] },
            arcs: vec![
                vec![[1, 0], [1, 1]],
                vec![[1, 1], [0, 1], [0, 0], [1, 0]],
                vec![[1, 0], [2, 0], [2, 1], [1, 1]],
                vec![[5, 5], [5, 5], [5, 5]],
            ],
            gemeenten: vec![],
            water: vec![],
            gemeentegrenzen: vec![vec![0]],
            provinciegrenzen: vec![],
        }
    }

    #[test]
    fn a_ring_is_drawn_once_round_without_repeating_its_start() {
        let topology = squares();
        let frame = Frame { west: 0, north: 1, width: 2, height: 1 };
        assert_eq!(polygons(&topology, frame, &[vec![vec![0, 1]]]), "M1 1l0-1-1 0 0 1z");
        assert_eq!(polygons(&topology, frame, &[vec![vec![2, !0]]]), "M1 1l1 0 0-1-1 0z");
    }

    #[test]
    fn a_box_stands_round_all_rings() {
        let topology = squares();
        let frame = Frame { west: 0, north: 1, width: 2, height: 1 };
        let found = bounds(&topology, frame, &[vec![vec![0, 1]], vec![vec![2, !0]]]);
        assert_eq!(found, Some(Bounds { left: 0, top: 0, right: 2, bottom: 1 }));
        assert_eq!(bounds(&topology, frame, &[]), None);
    }

    #[test]
    fn collapsed_rings_are_not_written() {
        let topology = squares();
        let frame = Frame::around(&topology, 0);
        assert_eq!(polygons(&topology, frame, &[vec![vec![3]]]), "");
        assert_eq!(lines(&topology, frame, &[vec![3]]), "");
    }

    #[test]
    fn a_line_stays_open() {
        let topology = squares();
        assert_eq!(
            lines(&topology, Frame { west: 0, north: 1, width: 2, height: 1 }, &[vec![0]]),
            "M1 1l0-1"
        );
    }
}
