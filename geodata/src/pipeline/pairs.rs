//! Which segments come near each other: a sweep from west to east through horizontal strips, every near pair
//! once.
//!
//! A strip is twice as high as a segment on average, so that most lie in one of them, and within a strip only what
//! overlaps from west to east is held against each other. Borders are short segments spread over a wide plane:
//! the time grows with their number. (Bentley and Ottmann's sweep, 1979, needs a balanced tree of exact crossings
//! for the same.)

use super::buckets::{high, low};
use super::coverage::Point;

pub type Segment = (Point, Point);

/// A segment in a strip.
#[derive(Clone, Copy, Default)]
struct Entry {
    west: i32,
    east: i32,
    south: i32,
    north: i32,
    name: u32,
}

/// Visits every two of `names` whose boxes meet, or are no more than `margin` metres apart, once: the greater
/// name first, which is `fresh` or more.
pub fn pairs(segments: &[Segment], names: &[u32], fresh: u32, margin: i32, mut visit: impl FnMut(u32, u32)) {
    let (strips, begins, sorted) = strips(segments, names, margin);
    let (mut order, mut entries): (Vec<u64>, Vec<Entry>) = (Vec::new(), Vec::new());
    for (strip, span) in begins.windows(2).enumerate() {
        let unordered = &sorted[span[0] as usize..span[1] as usize];
        order.clear();
        // One number to sort by: how far east, and which.
        order.extend(unordered.iter().zip(0_u64..).map(|(entry, nth)| {
            let east_of_all = i64::from(entry.west) - i64::from(i32::MIN);
            (east_of_all as u64) << 32 | nth
        }));
        order.sort_unstable();
        entries.clear();
        entries.extend(order.iter().map(|&nth| unordered[nth as u32 as usize]));
        for (nth, one) in entries.iter().enumerate() {
            for two in entries[nth + 1..].iter().take_while(|two| two.west <= one.east) {
                let meet = two.south <= one.north && one.south <= two.north;
                if meet && strips.of(one.south.max(two.south)) == strip {
                    let (name, other) = (one.name.max(two.name), one.name.min(two.name));
                    if name >= fresh {
                        visit(name, other);
                    }
                }
            }
        }
    }
}

struct Strips {
    south: i64,
    bits: u32,
}

impl Strips {
    fn of(&self, y: i32) -> usize {
        ((i64::from(y) - self.south) >> self.bits) as usize
    }
}

/// The segments strip by strip, grown to north and east, and where each strip's begin.
fn strips(segments: &[Segment], names: &[u32], margin: i32) -> (Strips, Vec<u32>, Vec<Entry>) {
    let heights = |name: u32| {
        let (a, b) = segments[name as usize];
        (i64::from(a[1].min(b[1])), i64::from(a[1].max(b[1])) + i64::from(margin))
    };
    let (mut south, mut north, mut sum) = (i64::MAX, i64::MIN, 0);
    for &name in names {
        let (from, to) = heights(name);
        (south, north, sum) = (south.min(from), north.max(to), sum + to - from);
    }
    if names.is_empty() {
        return (Strips { south: 0, bits: 0 }, vec![0], Vec::new());
    }
    let mean = sum / names.len() as i64;
    let fits = |&bits: &u32| 1 << bits >= 2 * mean && (north - south) >> bits < 2 * names.len() as i64 + 16;
    let strips = Strips { south, bits: (4..40).find(fits).unwrap_or(40) };
    let span = |name: u32| {
        let (from, to) = heights(name);
        ((from - south) >> strips.bits) as usize..=((to - south) >> strips.bits) as usize
    };
    let mut begins = vec![0_u32; ((north - south) >> strips.bits) as usize + 2];
    for strip in names.iter().flat_map(|&name| span(name)) {
        begins[strip + 1] += 1;
    }
    super::arrangement::accumulate(&mut begins);
    let mut fill = begins.clone();
    let mut sorted = vec![Entry::default(); begins.last().copied().unwrap_or_default() as usize];
    for &name in names {
        let (a, b) = segments[name as usize];
        let ([west, south], [east, north]) = (low(a, b), high(a, b));
        let entry = Entry { west, east: east + margin, south, north: north + margin, name };
        for strip in span(name) {
            sorted[fill[strip] as usize] = entry;
            fill[strip] += 1;
        }
    }
    (strips, begins, sorted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(segments: &[Segment], fresh: u32, margin: i32) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        pairs(segments, &(0..segments.len() as u32).collect::<Vec<_>>(), fresh, margin, |one, two| {
            found.push((one, two))
        });
        found.sort_unstable();
        found
    }

    #[test]
    fn every_pair_of_boxes_that_meet_is_found_once() {
        let at = |i: i32| [i * 37 % 1000 - 200, i * 91 % 700];
        let segments: Vec<Segment> = (0..200).map(|i| (at(i), at(3 * i + 1))).collect();
        let meet = |&(one, two): &(usize, usize)| {
            let ((a, b), (c, d)) = (segments[one], segments[two]);
            (0..2).all(|k| low(a, b)[k] <= high(c, d)[k] + 1 && low(c, d)[k] <= high(a, b)[k] + 1)
        };
        let all = (0..200).flat_map(|one| (0..one).map(move |two| (one, two))).filter(meet);
        let all: Vec<(u32, u32)> = all.map(|(one, two)| (one as u32, two as u32)).collect();
        assert_eq!(found(&segments, 0, 1), all);
    }

    #[test]
    fn of_two_old_ones_nobody_asks() {
        let segments = [([0, 0], [9, 9]), ([0, 9], [9, 0]), ([4, 0], [4, 9])];
        assert_eq!(found(&segments, 2, 0), [(2, 0), (2, 1)]);
        assert_eq!(found(&[], 0, 0), []);
    }
}
