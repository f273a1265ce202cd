//! The maps beside the release's own: of other years, of equal tiles, of wijken; listed for who looks for one.
//!
//! Beside `gemeenten-YEAR.topo.json` lie the maps of other years (of the same name), the tegelkaarten
//! (`tegels-YEAR.json`, with a table of the same name) and the wijken of each gemeente (`wijken/GM0363.topo.json`).
//! The name and the map must say the same year, or the same gemeente.

use super::areas::Areas;
use super::document::Document;
use super::export::Named;
use super::problem::{Place, Problem};
use super::read::{parse, utf8};
use crate::contract::jaargangen::{Jaardocument, Jaargang, Jaargangen};
use crate::contract::tegels::Tegelkaart;
use crate::contract::{GebiedCode, GemeenteCode, SCHEMA_VERSIE, Verwijzing, Wijken, Wijkkaart};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where the list lies, relative to the index.
pub const PAD: &str = "landkaart/jaargangen.json";

/// Every map there is, as documents of the release.
#[derive(Debug, Default)]
pub struct Kaarten {
    /// The list of all; none where the release has no map but its own.
    pub jaargangen: Option<Document>,
    pub landkaarten: Vec<Document>,
    pub tegels: Vec<Document>,
    pub wijken: Option<Document>,
    pub wijkkaarten: Vec<Document>,
    /// By gemeente, its map of wijken and the codes on it.
    pub per_gemeente: BTreeMap<GemeenteCode, (Jaardocument, BTreeSet<GebiedCode>)>,
}

impl Kaarten {
    /// Reads the maps that lie beside `map`; `bronnen` are those of borders and codes.
    pub fn beside(map: &Path, bronnen: &[Verwijzing]) -> Result<Self, Problem> {
        let folder = map.parent().unwrap_or(Path::new("."));
        let mut kaarten = Self::default();
        let jaargangen = kaarten.read_landkaarten(folder)?;
        let tegels = kaarten.read_tegels(folder)?;
        let wijken = kaarten.read_wijken(&folder.join("wijken"), bronnen)?;
        if jaargangen.len() > 1 || !tegels.is_empty() || wijken.is_some() {
            let list = Jaargangen {
                schema_versie: SCHEMA_VERSIE.to_owned(),
                jaargangen,
                tegels,
                wijken: wijken.into_iter().collect(),
                bronnen: bronnen.to_vec(),
            };
            kaarten.jaargangen = Some(Document::new(PAD, &list));
        }
        Ok(kaarten)
    }

    fn read_landkaarten(&mut self, folder: &Path) -> Result<Vec<Jaargang>, Problem> {
        let mut jaargangen = Vec::new();
        for (jaar, path) in of_years(folder, "gemeenten-", ".topo.json") {
            let (file, bytes) = bytes(&path)?;
            let areas = Areas::read(&file, bytes.clone())?;
            same_year(&file, jaar, areas.jaar)?;
            let document = Document { pad: format!("landkaart/gemeenten-{jaar}.topo.json"), bytes };
            jaargangen.push(Jaargang {
                jaar,
                gemeenten: areas.areas.len() as u16,
                landkaart: document.reference(),
            });
            self.landkaarten.push(document);
        }
        Ok(jaargangen)
    }

    fn read_tegels(&mut self, folder: &Path) -> Result<Vec<Jaardocument>, Problem> {
        let mut tegels = Vec::new();
        for (jaar, path) in of_years(folder, "tegels-", ".json") {
            let (file, bytes) = bytes(&path)?;
            let kaart: Tegelkaart = parse(&file, &utf8(&file, bytes)?)?;
            same_year(&file, jaar, kaart.jaar)?;
            let document = Document::new(&format!("landkaart/tegels-{jaar}.json"), &kaart);
            tegels.push(Jaardocument::new(jaar, document.reference()));
            self.tegels.push(document);
        }
        Ok(tegels)
    }

    fn read_wijken(
        &mut self,
        folder: &Path,
        bronnen: &[Verwijzing],
    ) -> Result<Option<Jaardocument>, Problem> {
        let mut jaar = None;
        let mut gemeenten = Vec::new();
        for (name, path) in named(folder, "GM", ".topo.json") {
            let gemeente = GemeenteCode::new(format!("GM{name}"));
            let (file, bytes) = bytes(&path)?;
            let map = Wijkmap::read(&file, bytes.clone())?;
            same_year(&file, *jaar.get_or_insert(map.jaar), map.jaar)?;
            let wijken = map.objects.wijken.geometries;
            if let Some(wijk) = wijken.iter().find(|wijk| wijk.properties.gemeente != gemeente) {
                let found = format!("{}, which lies in {}", wijk.id, wijk.properties.gemeente);
                return Err(Problem::expected(Place::file(&file), format!("wijken of {gemeente}"), found));
            }
            let document = Document { pad: format!("landkaart/wijken/{gemeente}.topo.json"), bytes };
            let reference = document.reference();
            let codes = wijken.iter().map(|wijk| wijk.id.clone()).collect();
            gemeenten.push(Wijkkaart {
                gemeente: gemeente.clone(),
                wijken: wijken.len() as u16,
                pad: reference.pad.clone(),
                bytes: reference.bytes,
                sha256: reference.sha256.clone(),
            });
            self.per_gemeente.insert(gemeente, (Jaardocument::new(map.jaar, reference), codes));
            self.wijkkaarten.push(document);
        }
        let Some(jaar) = jaar else { return Ok(None) };
        let list =
            Wijken { schema_versie: SCHEMA_VERSIE.to_owned(), jaar, gemeenten, bronnen: bronnen.to_vec() };
        let document = Document::new(&format!("landkaart/wijken-{jaar}.json"), &list);
        let reference = document.reference();
        self.wijken = Some(document);
        Ok(Some(Jaardocument::new(jaar, reference)))
    }

    /// Each map and list by the name of its schema.
    pub fn into_named(self) -> impl Iterator<Item = Named> {
        let named = |name: &'static str| move |document| (name, document);
        let maps = self.landkaarten.into_iter().map(named("landkaart"));
        let maps = maps.chain(self.tegels.into_iter().map(named("tegels")));
        let maps = maps.chain(self.wijkkaarten.into_iter().map(named("landkaart")));
        let lists =
            self.wijken.map(named("wijken")).into_iter().chain(self.jaargangen.map(named("jaargangen")));
        maps.chain(lists)
    }
}

/// What is read of a map of wijken: where each lies, not its borders.
#[derive(Deserialize)]
pub struct Wijkmap {
    pub jaar: u16,
    pub objects: Wijkobjecten,
}

#[derive(Deserialize)]
pub struct Wijkobjecten {
    pub wijken: Wijkverzameling,
}

#[derive(Deserialize)]
pub struct Wijkverzameling {
    pub geometries: Vec<Wijk>,
}

#[derive(Deserialize)]
pub struct Wijk {
    pub id: GebiedCode,
    pub properties: Wijkeigenschappen,
}

#[derive(Deserialize)]
pub struct Wijkeigenschappen {
    pub gemeente: GemeenteCode,
}

impl Wijkmap {
    /// `file` is what a problem calls it.
    pub fn read(file: &str, bytes: Vec<u8>) -> Result<Self, Problem> {
        parse(file, &utf8(file, bytes)?)
    }
}

/// The files in a folder whose name is a year between two words, in order of year.
fn of_years(folder: &Path, before: &str, after: &str) -> Vec<(u16, PathBuf)> {
    let named = named(folder, before, after).into_iter();
    named.filter_map(|(year, path)| Some((year.parse().ok()?, path))).collect()
}

/// The files in a folder whose name is four digits between two words, in order.
fn named(folder: &Path, before: &str, after: &str) -> Vec<(String, PathBuf)> {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let digits = |name: String| {
        let digits = name.strip_prefix(before)?.strip_suffix(after)?;
        let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        four.then(|| (digits.to_owned(), folder.join(&name)))
    };
    let mut found: Vec<_> =
        names.filter_map(|entry| entry.file_name().into_string().ok()).filter_map(digits).collect();
    found.sort_unstable();
    found
}

fn bytes(path: &Path) -> Result<(String, Vec<u8>), Problem> {
    let file = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Problem::expected(Place::file(&file), "a map", error))?;
    Ok((file, bytes))
}

fn same_year(file: &str, expected: u16, found: u16) -> Result<(), Problem> {
    if expected == found {
        return Ok(());
    }
    Err(Problem::expected(Place::file(file), format!("the year {expected}"), found))
}
