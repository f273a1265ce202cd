//! The tegelkaarten that are committed, of every year.

mod scratch;

use geodata::contract::tegels::Tegelkaart;
use geodata::import::areas::topology;
use geodata::import::herindelingen::built_in;
use geodata::import::tegels::{document, tegels};
use geodata::topology::tegels::{Place, Tegels, Vintage};
use scratch::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;

const YEARS: RangeInclusive<u16> = 2020..=2026;

fn file(name: &str) -> (String, Vec<u8>) {
    let path = root().join("examples/exports/landkaart").join(name);
    (name.to_owned(), fs::read(path).expect("a committed document"))
}

fn kaart(jaar: u16) -> Tegelkaart {
    serde_json::from_slice(&file(&format!("tegels-{jaar}.json")).1).expect("a tegelkaart")
}

fn cells(kaart: &Tegelkaart) -> BTreeMap<String, [i16; 2]> {
    kaart.tegels.iter().map(|tegel| (tegel.code.to_string(), [tegel.x, tegel.y])).collect()
}

#[test]
fn every_gemeente_of_every_year_has_a_cell_of_its_own() {
    let herindelingen = built_in().expect("the tables agree");
    for jaar in YEARS {
        let kaart = kaart(jaar);
        let codes: Vec<String> = kaart.tegels.iter().map(|tegel| tegel.code.to_string()).collect();
        let expected: Vec<String> =
            herindelingen.indeling(jaar).map(|gemeente| gemeente.code.to_string()).collect();
        assert_eq!(codes, expected, "{jaar}");
        assert_eq!((kaart.jaar, kaart.licentie.as_str()), (jaar, "CC0-1.0"));
        let different: BTreeSet<[i16; 2]> = cells(&kaart).into_values().collect();
        assert_eq!(different.len(), kaart.tegels.len(), "{jaar}");
    }
}

#[test]
fn every_province_is_one_block_in_every_year() {
    let herindelingen = built_in().expect("the tables agree");
    for jaar in YEARS {
        let place = |gemeente: &geodata::contract::Gemeentecode| Place {
            code: gemeente.code.to_string(),
            provincie: gemeente.provincie.as_ref().expect("a province from 2018 on").to_string(),
            at: [0, 0],
        };
        let places = herindelingen.indeling(jaar).map(place).collect();
        let vintage = Vintage { jaar, places, adjacent: BTreeSet::new() };
        let pieces = Tegels { cells: cells(&kaart(jaar)) }.pieces(&vintage);
        assert_eq!(pieces.len(), 12);
        assert!(pieces.values().all(|&pieces| pieces == 1), "{jaar}: {pieces:?}");
    }
}

#[test]
fn a_gemeente_keeps_its_cell_as_long_as_it_exists() {
    for jaar in YEARS.skip(1) {
        let (before, after) = (cells(&kaart(jaar - 1)), cells(&kaart(jaar)));
        for (code, cell) in &after {
            assert_eq!(before.get(code).unwrap_or(cell), cell, "{code} in {jaar}");
        }
        // And who is new took the cell of one that went.
        let left: BTreeSet<[i16; 2]> = before.values().copied().collect();
        assert!(after.values().all(|cell| left.contains(cell)), "{jaar}");
    }
}

#[test]
fn three_of_four_pairs_of_neighbours_touch() {
    let (name, map) = file("gemeenten-2021.topo.json");
    let vintage = Vintage::from(&topology(&name, map).expect("a map"));
    let (kept, all) = Tegels { cells: cells(&kaart(2021)) }.kept(&vintage);
    assert_eq!((kept, all), (692, 905));
}

#[test]
fn what_was_published_stays_to_the_byte() {
    let keep: Vec<_> = YEARS.map(|jaar| file(&format!("tegels-{jaar}.json"))).collect();
    let herindelingen = built_in().expect("the tables agree");
    let maps = vec![file("gemeenten-2021.topo.json")];
    let made = tegels(maps, Some(2021..=2026), keep, &herindelingen).expect("tegelkaarten");
    for kaart in &made.kaarten {
        let document = document(kaart);
        assert!(file(&document.pad).1 == document.bytes, "{}", document.pad);
    }
}

#[test]
fn the_tegelkaart_is_laid_out_anew_with_every_promise_kept() {
    let maps = || vec![file("gemeenten-2021.topo.json")];
    let herindelingen = built_in().expect("the tables agree");
    let made = tegels(maps(), Some(2021..=2023), vec![], &herindelingen).expect("tegelkaarten");
    assert!(made.kept.iter().all(|&(kept, all)| kept * 100 >= all * 72), "{:?}", made.kept);
    assert_eq!(tegels(maps(), Some(2021..=2023), vec![], &herindelingen).expect("tegelkaarten"), made);
}

#[test]
fn what_cannot_be_laid_out_says_why() {
    let herindelingen = built_in().expect("the tables agree");
    let maps = || vec![file("gemeenten-2021.topo.json")];
    let why = |years, keep| tegels(maps(), years, keep, &herindelingen).expect_err("a reason").to_string();
    assert_eq!(why(Some(2019..=2021), vec![]), "expected a map of 2019 or of an earlier year, found none");
    let broken = vec![("t.json".to_owned(), b"{".to_vec())];
    assert_eq!(why(None, broken), "t.json:1:1: expected the rest of an object, found the end of the file");
}
