//! The gemeenten of the map, with their neighbours: what the exports say of a map without its arcs.

use super::locate::locate;
use super::problem::{Part, Place, Problem};
use super::read::{parse, utf8};
use crate::contract::{GemeenteCode, ProvincieCode};
use crate::topology::{TopoJson, Topology, neighbours};
use std::collections::BTreeMap;

/// Every gemeente of a year, in the order of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Areas {
    pub jaar: u16,
    pub areas: Vec<Area>,
}

/// A gemeente of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    pub code: GemeenteCode,
    pub naam: String,
    pub provincie: ProvincieCode,
    /// RD New, whole metres, to the nearest hundred: enough for a name, and a tenth of the document saved.
    pub label: [i32; 2],
    /// Up, right, down, left, as positions in [`Areas::areas`].
    pub buren: [Option<u16>; 4],
}

impl Areas {
    /// Reads the TopoJSON of a landkaart; `file` is what a problem calls it.
    pub fn read(file: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        let topology = topology(file, bytes)?;
        Ok(Self::from(&topology))
    }

    pub fn by_code(&self) -> BTreeMap<&GemeenteCode, &Area> {
        self.areas.iter().map(|area| (&area.code, area)).collect()
    }
}

/// Reads the TopoJSON of a landkaart, arcs and all; `file` is what a problem calls it.
pub fn topology(file: &str, bytes: Vec<u8>) -> Result<Topology, Problem> {
    let text = utf8(file, bytes)?;
    let map: TopoJson = parse(file, &text)?;
    Topology::try_from(map).map_err(|error| {
        let (line, column) = locate(&text, &error.path);
        let place = Place { file: file.to_owned(), line, column, part: Part::Path(error.path) };
        Problem::expected(place, error.expected, error.found)
    })
}

impl From<&Topology> for Areas {
    fn from(topology: &Topology) -> Self {
        let mut areas = Vec::with_capacity(topology.gemeenten.len());
        for (region, buren) in topology.gemeenten.iter().zip(neighbours(topology)) {
            areas.push(Area {
                code: GemeenteCode::new(&region.code),
                naam: region.naam.clone(),
                provincie: ProvincieCode::new(&region.provincie),
                label: region.label.map(hundred),
                buren,
            });
        }
        Self { jaar: topology.jaar, areas }
    }
}

fn hundred(metres: i32) -> i32 {
    (metres + 50).div_euclid(100) * 100
}
