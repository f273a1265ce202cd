//! Fifth stage: what cannot be repaired is refused, all of it at once, told to the features that commit it.
//!
//! A polygon that is none by itself comes first: its overlaps with neighbours follow from that and are not
//! told. Of other overlaps each pair is told once, to the feature that stands later in the file.

use super::coverage::{Coverage, Owner, Ring, doubled_area};
use super::heal::{Disputed, Healed, Sliver, heal};
use super::problem::{Document, Overlap, Place, Problem, Reason};
use super::validity::Invalid;
use super::verify::{Fault, faults};
use std::collections::{BTreeMap, BTreeSet};

/// The coverage without fault and the slivers closed for it, or every problem in file order.
///
/// `width`: strips narrower than this are closed, metres. `invalid` is asked only when something is wrong: the
/// source polygons that are none by themselves.
pub fn check(
    coverage: Coverage,
    width: f64,
    before: Vec<Problem>,
    invalid: impl Fn(Document) -> Vec<Invalid>,
) -> Result<(Coverage, Vec<Sliver>), Vec<Problem>> {
    let mut problems = before;
    let vanished: Vec<Problem> = vanished(&coverage).collect();
    let Healed { rings, slivers, disputed } = heal(&coverage, width);
    if disputed.is_empty() && problems.is_empty() && vanished.is_empty() {
        let rings = rings.unwrap_or(coverage.rings);
        return Ok((Coverage { places: coverage.places, rings }, slivers));
    }
    let sources = coverage;
    let mut at_fault = BTreeSet::new();
    for document in [Document::Boundaries, Document::Water] {
        for invalid in invalid(document) {
            at_fault.insert((document, invalid.number));
            let told = tell_invalid(&sources, document, &invalid);
            let is_known = |problem: &Problem| {
                matches!(problem.reason, Reason::DegenerateRing(_)) && problem.place == told.place
            };
            if !problems.iter().any(is_known) {
                problems.push(told);
            }
        }
    }
    let is_told = |place: &Place| problems.iter().any(|problem| problem.place == *place);
    let vanished: Vec<Problem> = vanished.into_iter().filter(|problem| !is_told(&problem.place)).collect();
    problems.extend(vanished);
    let told: Vec<Disputed> =
        disputed.into_iter().filter(|ground| features(&sources, ground).is_disjoint(&at_fault)).collect();
    problems.extend(closable(&told, width));
    problems.extend(tell_disputed(&sources, &told));
    Err(in_file_order(told_once(problems, sources.places.len())))
}

/// What is wrong in every feature in the same way (a missing property, codes of another form) is said once.
fn told_once(problems: Vec<Problem>, features: usize) -> Vec<Problem> {
    let is_of_the_file = |problem: &Problem| {
        matches!(
            problem.reason,
            Reason::NoCode { .. } | Reason::CodeForm { .. } | Reason::NoName { .. } | Reason::Province { .. }
        )
    };
    let kind = |problem: &Problem| std::mem::discriminant(&problem.reason);
    let mut told: Vec<Problem> = Vec::with_capacity(problems.len());
    let mut said = Vec::new();
    for problem in &problems {
        let alike = |other: &&Problem| kind(other) == kind(problem);
        if !is_of_the_file(problem) || features < 3 || problems.iter().filter(alike).count() < features {
            told.push(problem.clone());
        } else if !said.contains(&kind(problem)) {
            said.push(kind(problem));
            let reason = Box::new(problem.reason.clone());
            told.push(Problem::file(problem.document, Reason::Everywhere { features, reason }));
        }
    }
    told
}

fn in_file_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|a, b| (a.document, &a.place).cmp(&(b.document, &b.place)));
    problems.dedup();
    problems
}

/// A polygon that is none by itself, told to its feature.
pub fn tell_invalid(coverage: &Coverage, document: Document, invalid: &Invalid) -> Problem {
    let [x, y] = invalid.at.map(|value| value.round() as i32);
    tell_of(coverage, document, invalid.number, Reason::Invalid { what: invalid.what.clone(), x, y })
}

/// A reason told to a feature, by its code where that is known.
pub fn tell_of(coverage: &Coverage, document: Document, number: usize, reason: Reason) -> Problem {
    let place = coverage.places.iter().find(|place| place.number == number);
    let code = place.filter(|_| document == Document::Boundaries).map(|place| place.code.as_str());
    Problem::feature(document, number, code.filter(|code| !code.is_empty()), reason)
}

/// Outer rings of which the metre grid left nothing: a part is never lost without a word.
fn vanished(coverage: &Coverage) -> impl Iterator<Item = Problem> + '_ {
    let mut last = None;
    coverage.rings.iter().filter(move |ring| last.replace(ring.polygon) != Some(ring.polygon)).filter_map(
        |ring| {
            let [x, y] = ring.points.first().copied().unwrap_or_default();
            let found = format!("a part without area on whole metres, near {x} {y}");
            let is_gone = ring.points.len() < 3 || doubled_area(&ring.points) == 0;
            is_gone.then(|| problem(coverage, feature(ring), Reason::DegenerateRing(found)))
        },
    )
}

/// The width that would close the strips among what is too wide.
fn closable(disputed: &[Disputed], width: f64) -> Option<Problem> {
    let widths: Vec<f64> = disputed.iter().filter_map(|ground| ground.width).collect();
    let widest = widths.iter().copied().reduce(f64::max)?;
    let reason = Reason::Strips { width, strips: widths.len(), overlaps: disputed.len(), widest };
    Some(Problem::file(Document::Boundaries, reason))
}

/// Who claims the ground, and whose rings run along it.
fn features(coverage: &Coverage, Disputed { claims, rings, .. }: &Disputed) -> BTreeSet<(Document, usize)> {
    let claims_it = |owner: Owner| claims.iter().any(|&(claimant, _)| claimant == owner);
    let along = rings.iter().map(|&ring| &coverage.rings[ring]).filter(|ring| claims_it(ring.owner));
    // A claimant whose rings run elsewhere: the ground lies inside it.
    let around =
        claims.iter().filter(|&&(owner, _)| !rings.iter().any(|&ring| coverage.rings[ring].owner == owner));
    let anywhere = around.filter_map(|&(owner, _)| coverage.rings.iter().find(|ring| ring.owner == owner));
    along.chain(anywhere).map(feature).collect()
}

/// Per feature its overlaps with features before it and with itself, the largest first.
fn tell_disputed(coverage: &Coverage, disputed: &[Disputed]) -> Vec<Problem> {
    let mut shared: BTreeMap<(Document, usize), BTreeMap<(Document, usize), Overlap>> = BTreeMap::new();
    for ground in disputed {
        let Disputed { at: [x, y], area, .. } = ground;
        let features: Vec<(Document, usize)> = features(coverage, ground).into_iter().collect();
        let Some(&later) = features.last() else { continue };
        let others = if features.len() > 1 { &features[..features.len() - 1] } else { &features[..] };
        for &other in others {
            let with = if other == later { "itself".to_owned() } else { name(coverage, other) };
            shared
                .entry(later)
                .or_default()
                .entry(other)
                .and_modify(|overlap| overlap.square_metres += area)
                .or_insert(Overlap { with, square_metres: *area, x: *x, y: *y });
        }
    }
    shared
        .into_iter()
        .map(|((document, number), overlaps)| {
            let mut overlaps: Vec<Overlap> = overlaps.into_values().collect();
            overlaps.sort_by(|a, b| b.square_metres.total_cmp(&a.square_metres));
            problem(coverage, (document, number), Reason::Overlaps(overlaps))
        })
        .collect()
}

fn feature(ring: &Ring) -> (Document, usize) {
    let document = if ring.owner == Owner::Water { Document::Water } else { Document::Boundaries };
    (document, ring.number)
}

fn name(coverage: &Coverage, (document, number): (Document, usize)) -> String {
    match code(coverage, (document, number)) {
        Some(code) => code.to_owned(),
        None if document == Document::Water => "water".to_owned(),
        None => format!("feature {number}"),
    }
}

fn code(coverage: &Coverage, (document, number): (Document, usize)) -> Option<&str> {
    let place = coverage.places.iter().find(|place| place.number == number)?;
    Some(place.code.as_str()).filter(|code| document == Document::Boundaries && !code.is_empty())
}

fn problem(coverage: &Coverage, (document, number): (Document, usize), reason: Reason) -> Problem {
    Problem::feature(document, number, code(coverage, (document, number)), reason)
}

/// What no repair explains.
fn tell(coverage: &Coverage, fault: &Fault) -> Problem {
    let with = |other: usize, ring: usize| {
        let (other, ring) = (feature(&coverage.rings[other]), feature(&coverage.rings[ring]));
        if other == ring { "itself".to_owned() } else { name(coverage, other) }
    };
    let invalid = |what: &str, [x, y]: [i32; 2]| Reason::Invalid { what: what.to_owned(), x, y };
    let (ring, reason) = match *fault {
        Fault::Degenerate { ring, at } => (ring, invalid("a ring without area", at)),
        Fault::Turned { ring, at } => (ring, invalid("a ring that crosses itself", at)),
        Fault::Pinch { ring, at } => (ring, invalid("a ring that touches itself", at)),
        Fault::Crossing { rings: [other, ring], at: [x, y] } => {
            (ring, Reason::Crossing { with: with(other, ring), x, y })
        }
        Fault::Overlap { rings: [other, ring], at: [x, y] } => {
            (ring, Reason::Crossing { with: with(other, ring), x, y })
        }
    };
    problem(coverage, feature(&coverage.rings[ring]), reason)
}

/// The faults of a result, which nothing repairs any more.
pub fn tell_all(coverage: &Coverage) -> Vec<Problem> {
    in_file_order(faults(&coverage.rings).iter().map(|fault| tell(coverage, fault)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage;
    use crate::pipeline::junctions::junctions;

    fn refused(rings: &[&[[i32; 2]]], width: f64) -> Vec<String> {
        let place = |(index, _)| coverage::Place {
            number: index + 1,
            code: format!("GM{index:04}"),
            naam: String::new(),
            provincie: "PV20".to_owned(),
        };
        let ring = |(index, points): (usize, &&[[i32; 2]])| Ring {
            owner: Owner::Gemeente(index as u32),
            number: index + 1,
            polygon: index,
            points: points.to_vec(),
        };
        let coverage = Coverage {
            places: rings.iter().enumerate().map(place).collect(),
            rings: rings.iter().enumerate().map(ring).collect(),
        };
        let checked = check(junctions(coverage).0, width, vec![], |_| vec![]);
        checked.err().into_iter().flatten().map(|problem| problem.line("f".as_ref())).collect()
    }

    const LEFT: [[i32; 2]; 4] = [[0, 0], [80, 0], [80, 30], [0, 30]];
    const RIGHT: [[i32; 2]; 4] = [[78, 10], [90, 10], [90, 20], [78, 20]];

    #[test]
    fn an_overlap_is_told_once_for_a_pair() {
        assert_eq!(
            refused(&[&LEFT, &RIGHT], 1.5),
            [
                "f: expected strips narrower than 1.5 m where regions overlap, found 1 of 1 wider, up to 2.0 m: a sliver width of 3 m closes them",
                "f: feature 2 (GM0001): expected regions that do not overlap, found 20 m2 shared with GM0000 near 78 10"
            ]
        );
    }

    #[test]
    fn a_narrow_overlap_is_closed() {
        assert_eq!(refused(&[&LEFT, &RIGHT], 2.5), [""; 0]);
    }

    #[test]
    fn a_bow_tie_covers_itself() {
        let found = refused(&[&[[0, 0], [40, 40], [40, 0], [0, 50]]], 1.5);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("shared with itself"), "{found:?}");
    }
}
