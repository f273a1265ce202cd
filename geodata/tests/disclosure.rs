//! Somebody who knows everything that is shown tries to find what is hidden, by trying every table of whole counts
//! there can be. Nothing of this uses the program's own solver. First against the rule alone, then against the table
//! that an import writes of a delivered file: gemeenten with their provinces and the land, for two years.

mod scratch;

use geodata::import::disclosure::{Cell, Relation, State, primary, protect};
use geodata::import::fetch;
use geodata::import::take::{From, tables};
use proptest::prelude::*;
use scratch::Scratch;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

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

/// Pupils with a higher advice, of all pupils: two provinces of two gemeenten, in two years.
type Delivered = [[(u64, u64); 4]; 2];

const GEMEENTEN: [&str; 4] = ["GM0001", "GM0002", "GM0003", "GM0004"];
const YEARS: [&str; 2] = ["2018-2019", "2019-2020"];
/// The land, its provinces, and the gemeenten of each.
const AREAS: [(&str, &[usize]); 7] = [
    ("NL01", &[0, 1, 2, 3]),
    ("PV20", &[0, 1]),
    ("PV21", &[2, 3]),
    ("GM0001", &[0]),
    ("GM0002", &[1]),
    ("GM0003", &[2]),
    ("GM0004", &[3]),
];

/// The share that the import tells of each area and year; nothing where it hides one.
fn told(delivered: &Delivered) -> BTreeMap<(String, String), Option<f64>> {
    let scratch = Scratch::new("attacked");
    let mut rows = "GEMEENTENUMMER;JAAR;HOGER;ALLE\n".to_owned();
    for (counts, jaar) in delivered.iter().zip(YEARS) {
        for ((hoger, alle), code) in counts.iter().zip(GEMEENTEN) {
            writeln!(rows, "{};{jaar};{hoger};{alle}", &code[2..]).expect("memory");
        }
    }
    let (input, provinces) = (scratch.dir.join("aantallen.csv"), scratch.dir.join("provincies.csv"));
    fs::write(&input, rows).expect("a file");
    fs::write(&provinces, "gm,pv\nGM0001,PV20\nGM0002,PV20\nGM0003,PV21\nGM0004,PV21\n").expect("a file");
    let mapping = scratch.dir.join("m.toml");
    let text = format!(
        "[bron]\nformaat = \"duo\"\ninvoer = [{input:?}]\n[[reeks]]\nindicator = \"onderadvies\"\nniveau = \"gemeente\"\n\
         indeling = 2021\ncode = \"GEMEENTENUMMER\"\nperiode = {{kolom = \"JAAR\"}}\nmaat = \"procent\"\nteller = \"HOGER\"\n\
         noemer = \"ALLE\"\ndecimalen = 6\nprovincies = {{invoer = {provinces:?}, code = \"gm\", provincie = \"pv\"}}\n"
    );
    fs::write(&mapping, text).expect("a mapping");
    let network = fetch::Settings::default();
    let from = From { dir: &scratch.dir, inputs: &[], network: &network };
    let (documents, _) = tables(&mapping, &from).unwrap_or_else(|problems| panic!("{problems}"));
    let table = String::from_utf8(documents[0].bytes.clone()).expect("UTF-8");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        ((cells[0].to_owned(), cells[2].to_owned()), cells[3].parse().ok())
    };
    table.lines().skip(1).map(row).collect()
}

/// What is hidden in that table and can be found by somebody who knows every denominator, which a register of pupils
/// tells.
fn found_in_the_table(delivered: &Delivered) -> Option<String> {
    let told = told(delivered);
    delivered.iter().zip(YEARS).find_map(|(counts, jaar)| {
        let cell = |&(code, parts): &(&str, &[usize])| {
            let sum = |of: fn(&(u64, u64)) -> u64| parts.iter().map(|&part| of(&counts[part])).sum::<u64>();
            let (hoger, alle) = (sum(|count| count.0), sum(|count| count.1));
            let share = told[&(code.to_owned(), jaar.to_owned())];
            let seen = share.map(|share| (share * alle as f64 / 100.0).round() as u64);
            assert!(seen.is_none_or(|seen| seen == hoger), "{code} {jaar}: {seen:?} for {hoger}");
            let state = match primary(hoger, alle) {
                State::Shown if seen.is_none() => State::Hidden,
                state => state,
            };
            assert!(seen.is_none() || state == State::Shown, "{code} {jaar}: {hoger} of {alle} is told");
            Cell { count: hoger, state }
        };
        let cells: Vec<Cell> = AREAS.iter().map(cell).collect();
        let relations = [
            Relation { total: 0, parts: vec![1, 2] },
            Relation { total: 1, parts: vec![3, 4] },
            Relation { total: 2, parts: vec![5, 6] },
        ];
        found(&cells, &relations).map(|found| format!("{jaar}: {found}"))
    })
}

fn delivered() -> impl Strategy<Value = Delivered> {
    // Two years of one gemeente differ by little: who knows the one must not know the other.
    let count = (0..9_u64, 0..3_u64, 12..60_u64, 0..3_u64);
    prop::array::uniform4(count).prop_map(|counts| {
        [
            counts.map(|(hoger, _, alle, _)| (hoger, alle)),
            counts.map(|(hoger, more, alle, all)| (hoger + more, alle + all)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nothing_hidden_follows_from_the_table_that_an_import_writes(delivered in delivered()) {
        prop_assert_eq!(found_in_the_table(&delivered), None, "{:?}", told(&delivered));
    }
}

/// The attack itself is able to find: otherwise the tests above could not fail.
#[test]
fn without_protection_the_hidden_is_found() {
    let relations = [Relation { total: 0, parts: vec![1, 2] }];
    let found = found(&cells(&[23, 3, 20]), &relations).expect("3 = 23 - 20");
    assert_eq!(found, "cell 1 Cell { count: 3, state: Primary { upto: 4 } } can only be {3}");
}
