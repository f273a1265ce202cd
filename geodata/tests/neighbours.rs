//! Arrow keys on real maps, one a year.

mod scratch;

use geodata::import::areas::topology;
use geodata::pipeline::{self, Asked, Level, Options, Rows};
use geodata::topology::{Topology, neighbours};
use scratch::root;
use std::fs;
use std::io::Write;

fn committed() -> Topology {
    let path = root().join("examples/exports/landkaart/gemeenten-2021.topo.json");
    topology("gemeenten-2021.topo.json", fs::read(path).expect("the committed map")).expect("a map")
}

/// The map of boundaries from elsewhere; none, and said so, where they are absent.
fn map(jaar: u16, file: &str, code: &str, object: Option<&str>) -> Option<Topology> {
    let path = root().join("../shared/bronnen/grenzen").join(file);
    let text = fs::read_to_string(&path)
        .inspect_err(|error| {
            // Not `eprintln`, which a passing test keeps to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
        })
        .ok()?;
    let options = Options {
        jaar,
        tolerance: 400.0,
        grid: None,
        sliver: 2.0,
        min_part: 0.0,
        level: Level::Any,
        keys: Asked { code: Some(code.to_owned()), ..Asked::default() },
        rows: Rows::default(),
        crs: None,
        object: object.map(str::to_owned),
        codes: None,
        naamsvermelding: String::new(),
        bare: false,
        measure: false,
    };
    Some(pipeline::map(&[text], None, &options).expect("a map").0)
}

/// How many of all keys that lead somewhere are taken back by the opposite key; panics when someone cannot be
/// reached, or cannot reach everyone.
fn walked(topology: &Topology) -> (usize, usize) {
    let leads = neighbours(topology);
    for start in 0..leads.len() {
        let mut reached = vec![false; leads.len()];
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            if !std::mem::replace(&mut reached[at], true) {
                stack.extend(leads[at].iter().flatten().map(|&to| usize::from(to)));
            }
        }
        let missed = reached.iter().position(|reached| !reached);
        let naam = |index: usize| &topology.gemeenten[index].naam;
        assert_eq!(missed.map(naam), None, "from {}", naam(start));
    }
    let (mut back, mut all) = (0, 0);
    for (at, keys) in leads.iter().enumerate() {
        for (direction, to) in keys.iter().enumerate() {
            let Some(to) = to.map(usize::from) else { continue };
            all += 1;
            back += usize::from(leads[to][(direction + 2) % 4] == Some(at as u16));
        }
    }
    (back, all)
}

#[test]
fn every_gemeente_of_2021_is_reached_from_every_other_and_five_of_six_keys_are_taken_back() {
    let (back, all) = walked(&committed());
    println!("2021: {back} of {all} keys are taken back by the opposite one");
    assert!(back * 100 >= all * 83, "{back} of {all}");
}

#[test]
fn so_are_those_of_other_years() {
    let years = [
        (2020, "gemeente-2020-coronadashboard.topo.json", "gemcode", Some("municipalities")),
        (2022, "gemeente-2022-cbs-rd.geojson", "statcode", None),
    ];
    for (jaar, file, code, object) in years {
        let Some(topology) = map(jaar, file, code, object) else { continue };
        let (back, all) = walked(&topology);
        println!("{jaar}: {back} of {all} keys are taken back by the opposite one");
        assert!(back * 100 >= all * 83, "{jaar}: {back} of {all}");
    }
}

#[test]
fn islands_are_walked_to_and_away_from() {
    let topology = committed();
    let leads = neighbours(&topology);
    let position = |naam: &str| {
        topology.gemeenten.iter().position(|region| region.naam == naam).expect("a gemeente") as u16
    };
    for naam in ["Texel", "Vlieland", "Terschelling", "Ameland", "Schiermonnikoog"] {
        let island = position(naam);
        assert!(leads[usize::from(island)].iter().any(Option::is_some), "{naam} has a way off");
        assert!(leads.iter().flatten().any(|&to| to == Some(island)), "{naam} has a way to it");
    }
    // Along the islands, and back.
    let walks = [("Texel", 0, "Vlieland"), ("Terschelling", 1, "Ameland"), ("Ameland", 1, "Schiermonnikoog")];
    for (from, direction, to) in walks {
        assert_eq!(leads[usize::from(position(from))][direction], Some(position(to)), "{from} to {to}");
        assert_eq!(leads[usize::from(position(to))][direction + 2], Some(position(from)), "{to} to {from}");
    }
}
