//! Ground that nobody owns: foreign enclaves, lakes, and gaps.

use crate::pipeline::arrangement::{Arrangement, by_angle};
use crate::pipeline::coverage::{Network, Point, Ring};
use crate::pipeline::vertices::Vertices;

/// How many pieces of ground inside the map belong to nobody.
pub fn open_faces(rings: &[Ring]) -> usize {
    of(&Arrangement::new(rings))
}

/// The same of rings that are drawn: walks along sides that no ring runs along, ground to the left.
pub fn of(drawing: &Arrangement) -> usize {
    let is_open = |half: u32| drawing.runs(half).is_empty();
    let mut is_done = vec![false; drawing.halves().len()];
    let mut faces = 0;
    for start in drawing.halves().filter(|&half| is_open(half)) {
        let [x0, y0] = drawing.from(start).map(i64::from);
        let (mut half, mut doubled) = (start, 0);
        while is_open(half) && !std::mem::replace(&mut is_done[half as usize], true) {
            let ([ax, ay], [bx, by]) =
                (drawing.from(half).map(i64::from), drawing.from(half ^ 1).map(i64::from));
            doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
            half = drawing.next(half);
        }
        faces += usize::from(doubled > 0);
    }
    faces
}

/// How many pieces of ground a network encloses that belong to nobody, arc by arc.
pub fn open_grounds(network: &Network) -> usize {
    let mut vertices = Vertices::with_room(2 * network.arcs.len());
    // A half is an arc walked one way, the even one forwards; its twin is `half ^ 1`.
    let along = |half: usize, from_start: usize| {
        let arc = &network.arcs[half / 2];
        if half.is_multiple_of(2) { arc[from_start] } else { arc[arc.len() - 1 - from_start] }
    };
    let halves = 2 * network.arcs.len();
    let starts: Vec<u32> = (0..halves).map(|half| vertices.number(along(half, 0))).collect();
    let mut fan: Vec<usize> = (0..halves).collect();
    fan.sort_unstable_by(|&one, &two| {
        let at = along(one, 0);
        starts[one].cmp(&starts[two]).then_with(|| by_angle(at, along(one, 1), along(two, 1)))
    });
    let mut next = vec![0; halves];
    for around in fan.chunk_by(|&one, &two| starts[one] == starts[two]) {
        for (place, &half) in around.iter().enumerate() {
            next[half ^ 1] = around[(place + around.len() - 1) % around.len()];
        }
    }
    let mut is_open = vec![true; halves];
    for &walk in network.rings.iter().flat_map(|ring| &ring.arcs) {
        is_open[2 * walk.max(!walk) as usize + usize::from(walk < 0)] = false;
    }
    let origin = network.arcs.first().map_or([0, 0], |arc| arc[0]).map(i64::from);
    let doubled = |half: usize| -> i64 {
        let at = |p: Point| [i64::from(p[0]) - origin[0], i64::from(p[1]) - origin[1]];
        let edges = network.arcs[half / 2].windows(2).map(|edge| (at(edge[0]), at(edge[1])));
        let forwards: i64 = edges.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
        if half.is_multiple_of(2) { forwards } else { -forwards }
    };
    let mut grounds = 0;
    for start in 0..halves {
        let (mut half, mut area) = (start, 0);
        while std::mem::replace(&mut is_open[half], false) {
            area += doubled(half);
            half = next[half];
        }
        grounds += usize::from(area > 0);
    }
    grounds
}
