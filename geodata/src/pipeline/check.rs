//! The source's own faults, each told to the features that commit it.

use super::coverage::{Coverage, Owner, Ring};
use super::problem::{Document, Problem, Reason};
use super::verify::{Fault, faults};

/// Refuses a coverage with faults; one problem a pair of features and kind.
pub fn check(coverage: Coverage) -> Result<Coverage, Vec<Problem>> {
    let problems = told(&coverage, faults(&coverage.rings));
    if problems.is_empty() { Ok(coverage) } else { Err(problems) }
}

pub(super) fn told(coverage: &Coverage, faults: Vec<Fault>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = faults.into_iter().map(|fault| tell(coverage, fault)).collect();
    problems.sort_by(|a, b| (a.document, &a.place).cmp(&(b.document, &b.place)));
    // Two regions that overlap meet in many edges; the first place is enough to find it.
    problems.dedup_by(|later, first| {
        let same_kind = match (&later.reason, &first.reason) {
            (Reason::Crossing { with: a, .. }, Reason::Crossing { with: b, .. })
            | (Reason::Overlap { with: a, .. }, Reason::Overlap { with: b, .. }) => a == b,
            (a, b) => a == b,
        };
        (later.document, &later.place) == (first.document, &first.place) && same_kind
    });
    problems
}

fn tell(coverage: &Coverage, fault: Fault) -> Problem {
    let (ring, reason) = match fault {
        Fault::Degenerate { ring, at: [x, y] } => {
            (ring, Reason::DegenerateRing(format!("a ring without area near {x} {y}")))
        }
        Fault::Turned { ring, at: [x, y] } => {
            (ring, Reason::DegenerateRing(format!("a ring that crosses itself near {x} {y}")))
        }
        Fault::Pinch { ring, at: [x, y] } => (ring, Reason::Pinch { x, y }),
        Fault::Crossing { rings: [other, ring], at: [x, y] } => {
            (ring, Reason::Crossing { with: with(coverage, other, ring), x, y })
        }
        Fault::Overlap { rings: [other, ring], at: [x, y] } => {
            (ring, Reason::Overlap { with: with(coverage, other, ring), x, y })
        }
    };
    let Ring { owner, number, .. } = coverage.rings[ring];
    match owner {
        Owner::Gemeente(index) => {
            let code = coverage.places[index as usize].code.as_str();
            Problem::feature(Document::Boundaries, number, Some(code), reason)
        }
        Owner::Water => Problem::feature(Document::Water, number, None, reason),
    }
}

fn with(coverage: &Coverage, other: usize, ring: usize) -> String {
    if coverage.rings[other].owner == coverage.rings[ring].owner {
        "itself".to_owned()
    } else {
        coverage.name(coverage.rings[other].owner)
    }
}
