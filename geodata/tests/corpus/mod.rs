//! What each fuzz target does with an input. The targets and the test that replays the corpus share it.
//!
//! Anything may be refused; nothing may panic, and a map that is made keeps its promise.

use geodata::contract::*;
use geodata::import::Problems;
use geodata::import::areas::Areas;
use geodata::import::codes::{self, Asked, Foreign};
use geodata::import::foreign::{Format, Settings, number, odata, period};
use geodata::import::herindelingen;
use geodata::import::kaarten::Wijkmap;
use geodata::import::locate::locate;
use geodata::import::mapping::Mapping;
use geodata::import::read::{parse, utf8};
use geodata::import::references::references;
use geodata::import::table::Table;
use geodata::pipeline::{self, Document, Level, Options, Rows, read};
use geodata::topology::{TopoJson, Topology, neighbours};
use std::fmt::Write;
use std::sync::LazyLock;

static HERINDELINGEN: LazyLock<Herindelingen> =
    LazyLock::new(|| herindelingen::built_in().expect("the tables agree"));

/// Longer inputs only take longer.
const LONGEST: usize = 1 << 14;

/// A GeoJSON text, read and mapped.
pub fn geojson(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let text = String::from_utf8_lossy(bytes);
    if read::read(Document::Boundaries, &text, None).is_ok() {
        map(&text, &options(400.0, 2.0, None));
    }
}

/// A TopoJSON text: as boundaries, and as a landkaart of our own.
pub fn topojson(bytes: &[u8]) {
    geojson(bytes);
    let Ok(areas) = Areas::read("map.topo.json", bytes.to_vec()) else { return };
    let text = String::from_utf8_lossy(bytes);
    let wire: TopoJson = serde_json::from_str(&text).expect("areas were read from it");
    let topology = Topology::try_from(wire).expect("areas were read from it");
    assert_eq!(neighbours(&topology).len(), areas.areas.len());
    for region in &topology.gemeenten {
        for ring in region.polygons.iter().flatten() {
            topology.positions(ring).for_each(|position| _ = topology.transform.metres(position));
        }
    }
    let again = TopoJson::from(&topology);
    let _ = serde_json::to_string(&again).expect("a document has string keys");
}

/// Polygons on a lattice, drawn by the bytes: neighbours, overlaps, slivers, holes and lines that bend back.
pub fn pipeline(bytes: &[u8]) {
    let [tolerance, sliver, grid, scale, shapes @ ..] = bytes else { return };
    if shapes.len() > 400 {
        return;
    }
    let scale = [1.0, 0.5, 3.0, 40.0, 1000.0, 0.1][usize::from(*scale) % 6];
    let options = options(
        f64::from(*tolerance) * 4.0,
        f64::from(*sliver % 16) / 2.0,
        (*grid % 4 == 1).then(|| i32::from(*grid)),
    );
    map(&lattice(shapes, scale), &options);
}

/// Each byte is a corner on a lattice of 16 by 16, but 0xf? ends things: a ring, a polygon, a feature.
fn lattice(shapes: &[u8], scale: f64) -> String {
    let mut features: Vec<Vec<Vec<Vec<[f64; 2]>>>> = vec![vec![vec![vec![]]]];
    for &byte in shapes {
        let polygons = features.last_mut().expect("never empty");
        let rings = polygons.last_mut().expect("never empty");
        match byte {
            0xfd => rings.push(vec![]),
            0xfe => polygons.push(vec![vec![]]),
            0xff => features.push(vec![vec![vec![]]]),
            corner => rings.last_mut().expect("never empty").push([
                120_000.0 + f64::from(corner >> 4) * scale,
                480_000.0 + f64::from(corner & 15) * scale,
            ]),
        }
    }
    let mut text = r#"{"type":"FeatureCollection","features":["#.to_owned();
    for (index, polygons) in features.iter_mut().enumerate() {
        for ring in polygons.iter_mut().flatten() {
            ring.extend(ring.first().copied());
        }
        let comma = if index > 0 { "," } else { "" };
        let _ = write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{{"statcode":"{index}"}},"geometry":{{"type":"MultiPolygon","coordinates":{polygons:?}}}}}"#
        );
    }
    text + "]}"
}

/// Any coverage, nothing left out.
pub fn options(tolerance: f64, sliver: f64, grid: Option<i32>) -> Options {
    Options {
        jaar: 2021,
        tolerance,
        grid,
        sliver,
        min_part: 0.0,
        level: Level::Any,
        keys: Default::default(),
        rows: Rows::default(),
        crs: None,
        object: None,
        codes: None,
        naamsvermelding: String::new(),
        bare: false,
        measure: false,
    }
}

/// A map, or reasons; each reason is a line.
fn map(text: &str, options: &Options) {
    match pipeline::map(&[text], None, options) {
        Ok((topology, report)) => {
            assert!(report.is_sound());
            let again = Topology::try_from(TopoJson::from(&topology)).expect("our own TopoJSON");
            assert_eq!(again, topology);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                let line = problem.line("f.geojson".as_ref());
                assert!(line.starts_with("f.geojson:"), "{line}");
            }
        }
    }
}

/// A table of the editors, and one of a publisher with codes in it. The first byte says what is asked.
pub fn tables(bytes: &[u8]) {
    let [asked, bytes @ ..] = bytes else { return };
    let mut problems = Problems::default();
    let table = Table::parse("t.csv", bytes, &["code", "naam"], &mut problems);
    table.each_once("code", &mut problems);
    for row in table.rows() {
        for cell in row.cell("naam").list() {
            let _ = cell.with_brackets();
        }
    }
    let Ok(foreign) = Foreign::parse("t.csv", bytes) else { return };
    let asked = Asked {
        from: 2016 + u16::from(*asked % 11),
        to: 2016 + u16::from(*asked / 11 % 11),
        sum: if *asked > 120 { foreign.header.last().cloned().into_iter().collect() } else { vec![] },
        ..Asked::default()
    };
    if let Ok(mapped) = codes::map(&foreign, &HERINDELINGEN, &asked) {
        assert!(mapped.rows.iter().all(|row| row.len() == mapped.header.len()));
    }
}

/// Any document of a release.
pub fn exports(bytes: &[u8]) {
    let Ok(text) = utf8("d.json", bytes.to_vec()) else { return };
    fn read<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) {
        if let Ok(content) = parse::<T>("d.json", text) {
            serde_json::to_string(&content).expect("a document has string keys");
        }
    }
    macro_rules! each {
        ($($document:ty),* $(,)?) => { $(read::<$document>(&text);)* };
    }
    each!(
        Index,
        Gemeenten,
        Themas,
        Interventies,
        Bronnen,
        Gebieden,
        TopoJson,
        Deelnemers,
        Agendas,
        Kerncijfers,
        Standen,
        Items,
        Stukken,
        Communities,
        Experimenten,
        Rollen,
        Tijdlijn,
        Npo,
        Links,
        Videos,
        Begrippen,
        Correcties,
        Zoek,
        Jaargangen,
        Tegelkaart,
        Wijken,
        Indicatoren,
        Reeksdelen,
        Cijfers,
        Vergelijkingsgroepen,
        Delen,
        DeelThema,
        DeelGemeente,
    );
    if let Ok(value) = serde_json::from_str(&text) {
        for reference in references(&value, &value) {
            let _ = locate(&text, &reference.path);
        }
    }
    let _ = Wijkmap::read("d.json", bytes.to_vec());
}

/// What a publisher serves. The first byte says in which format; after the last, as a mapping.
pub fn foreign(bytes: &[u8]) {
    let [asked, bytes @ ..] = bytes else { return };
    let Some(format) = Format::ALL.get(usize::from(*asked) % (Format::ALL.len() + 1)) else {
        let _ = Mapping::read("m.toml", &String::from_utf8_lossy(bytes));
        return;
    };
    let header_row = Some(usize::from(*asked) / 32);
    let settings = Settings { header_row, ..Settings::default() };
    match format.read("f", bytes, &settings) {
        Ok(table) => {
            for (at, row) in table.rows.iter().enumerate() {
                assert_eq!(row.cells.len(), table.header.len());
                let _ = table.place(at, Some(0)).to_string();
                for cell in &row.cells {
                    let _ = number::read(cell, format.number_form(), None);
                    let _ = period::read(cell.text());
                }
            }
        }
        Err(problems) => assert!(!problems.is_empty()),
    }
    let _ = odata::read_titles("f", bytes);
}
