//! Somebody who knows everything that is shown tries to find what is hidden, by trying every table of whole counts
//! there can be. Nothing of this uses the program's own solver.

use geodata::import::disclosure::{Cell, Relation, State, primary, protect};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Which values each cell has in some table that agrees with all that is shown; counts up to `most`.
fn possible(cells: &[Cell], relations: &[Relation], most: u64) -> Vec<BTreeSet<u64>> {
    let mut found = vec![BTreeSet::new(); cells.len()];
    let mut table: Vec<Option<u64>> =
        cells.iter().map(|cell| (cell.state == State::Shown).then_some(cell.count)).collect();
    search(&mut table, relations, most, &mut found);
    found
}

fn search(table: &mut [Option<u64>], relations: &[Relation], most: u64, found: &mut [BTreeSet<u64>]) {
    for relation in relations {
        let parts: Option<u64> = relation.parts.iter().map(|part| table[*part]).sum();
        let some: u64 = relation.parts.iter().filter_map(|part| table[*part]).sum();
        match (parts, table[relation.total]) {
            (Some(parts), Some(total)) if parts != total => return,
            (None, Some(total)) if some > total => return,
            _ => {}
        }
    }
    // A relation that lacks one cell settles it: the search is as deep as there are free cells.
    let settled = relations.iter().find_map(|relation| {
        let open: Vec<usize> = relation
            .parts
            .iter()
            .chain([&relation.total])
            .copied()
            .filter(|at| table[*at].is_none())
            .collect();
        let [only] = open[..] else { return None };
        let parts: u64 = relation.parts.iter().filter_map(|part| table[*part]).sum();
        let value =
            if only == relation.total { Some(parts) } else { table[relation.total]?.checked_sub(parts) };
        Some((only, value))
    });
    match settled {
        Some((_, None)) => {}
        Some((at, Some(value))) => {
            table[at] = Some(value);
            search(table, relations, most, found);
            table[at] = None;
        }
        None => match table.iter().position(Option::is_none) {
            Some(at) => {
                for value in 0..=most {
                    table[at] = Some(value);
                    search(table, relations, most, found);
                }
                table[at] = None;
            }
            None => {
                for (found, value) in found.iter_mut().zip(table) {
                    found.extend(*value);
                }
            }
        },
    }
}

/// Says what is found, if anything is.
fn found(cells: &[Cell], relations: &[Relation]) -> Option<String> {
    let most = cells.iter().map(|cell| cell.count).max().unwrap_or(0) + 10;
    let possible = possible(cells, relations, most);
    cells.iter().zip(possible).enumerate().find_map(|(at, (cell, possible))| {
        let enough = match cell.state {
            State::Shown => true,
            State::Primary { upto } => {
                possible.iter().any(|value| *value <= 1) && possible.iter().any(|value| *value >= upto)
            }
            State::Hidden => possible.len() > 1,
        };
        (!enough).then(|| format!("cell {at} {cell:?} can only be {possible:?}"))
    })
}

/// A land of gemeenten of schools.
fn levels() -> impl Strategy<Value = (Vec<Cell>, Vec<Relation>)> {
    prop::collection::vec(prop::collection::vec(0..12_u64, 1..4), 1..3).prop_map(|gemeenten| {
        let mut counts = vec![gemeenten.iter().flatten().sum()];
        let mut relations = vec![Relation { total: 0, parts: vec![] }];
        for schools in &gemeenten {
            let gemeente = counts.len();
            counts.push(schools.iter().sum());
            relations[0].parts.push(gemeente);
            relations.push(Relation {
                total: gemeente,
                parts: (1..=schools.len()).map(|at| gemeente + at).collect(),
            });
            counts.extend(schools);
        }
        (cells(&counts), relations)
    })
}

/// Schools by years, with the totals of both.
fn two_ways() -> impl Strategy<Value = (Vec<Cell>, Vec<Relation>)> {
    (2..4_usize, 2..3_usize).prop_flat_map(|(schools, years)| {
        prop::collection::vec(0..9_u64, schools * years).prop_map(move |inner| {
            let mut counts = inner.clone();
            let mut relations = Vec::new();
            for school in 0..schools {
                let parts: Vec<usize> = (0..years).map(|year| school * years + year).collect();
                relations.push(Relation { total: counts.len(), parts: parts.clone() });
                counts.push(parts.iter().map(|at| inner[*at]).sum());
            }
            for year in 0..years {
                let parts: Vec<usize> = (0..schools).map(|school| school * years + year).collect();
                relations.push(Relation { total: counts.len(), parts: parts.clone() });
                counts.push(parts.iter().map(|at| inner[*at]).sum());
            }
            (cells(&counts), relations)
        })
    })
}

fn cells(counts: &[u64]) -> Vec<Cell> {
    counts.iter().map(|count| Cell { count: *count, state: primary(*count, 100) }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn nothing_follows_from_another_level((cells, relations) in levels()) {
        let protected = protect(&cells, &relations);
        prop_assert_eq!(found(&protected, &relations), None, "{:?}", protected);
    }

    #[test]
    fn nothing_follows_from_another_year((cells, relations) in two_ways()) {
        let protected = protect(&cells, &relations);
        prop_assert_eq!(found(&protected, &relations), None, "{:?}", protected);
    }
}

/// The attack itself is able to find: otherwise the tests above could not fail.
#[test]
fn without_protection_the_hidden_is_found() {
    let relations = [Relation { total: 0, parts: vec![1, 2] }];
    let found = found(&cells(&[23, 3, 20]), &relations).expect("3 = 23 - 20");
    assert_eq!(found, "cell 1 Cell { count: 3, state: Primary { upto: 4 } } can only be {3}");
}
