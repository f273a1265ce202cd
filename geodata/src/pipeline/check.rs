//! The source's own faults, each told to the features that commit it.

use super::coverage::{Coverage, Owner, Ring};
use super::problem::{Document, Problem, Reason};
use super::verify::{Fault, faults};

/// Refuses a coverage with faults, or with problems met before; one problem a pair of features and kind, in
/// file order.
pub fn check(coverage: Coverage, before: Vec<Problem>) -> Result<Coverage, Vec<Problem>> {
    let mut problems = before;
    problems.extend(faults(&coverage.rings).into_iter().map(|fault| tell(&coverage, fault)));
    let problems = in_file_order(problems);
    if problems.is_empty() { Ok(coverage) } else { Err(problems) }
}

fn in_file_order(mut problems: Vec<Problem>) -> Vec<Problem> {
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
            let code = Some(coverage.places[index as usize].code.as_str()).filter(|code| !code.is_empty());
            Problem::feature(Document::Boundaries, number, code, reason)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::Place;

    fn coverage(rings: &[&[[i32; 2]]]) -> Coverage {
        let place = |(index, _)| Place {
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
        Coverage {
            places: rings.iter().enumerate().map(place).collect(),
            rings: rings.iter().enumerate().map(ring).collect(),
        }
    }

    #[test]
    fn an_overlap_is_told_once_for_a_pair() {
        let found =
            check(coverage(&[&[[0, 0], [8, 0], [8, 3], [0, 3]], &[[4, 1], [9, 1], [9, 2], [4, 2]]]), vec![]);
        let problems = found.expect_err("an overlap");
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0]
                .to_string()
                .starts_with("expected borders that do not cross, found a crossing with GM000")
        );
    }

    #[test]
    fn a_bow_tie_crosses_itself() {
        let found = check(coverage(&[&[[0, 0], [4, 4], [4, 0], [0, 5]]]), vec![]);
        assert!(found.expect_err("a bow tie").iter().any(|problem| problem.to_string().contains("itself")));
    }
}
