//! The list of maps, and each map on it: of its year, with its gemeenten, its tiles and its wijken.

use super::{Documents, Findings, Judge};
use crate::contract::jaargangen::Jaardocument;
use crate::contract::tegels::Tegelkaart;
use crate::contract::{DocumentRef, GemeenteCode, Jaargangen, Wijken, Wijkkaart};
use crate::import::areas::Areas;
use crate::import::kaarten::Wijkmap;
use crate::import::problem::Problem;
use crate::import::read::{File, Folder};
use std::collections::{BTreeMap, BTreeSet};

/// By year, the codes on its map.
type Codes = BTreeMap<u16, BTreeSet<GemeenteCode>>;

pub fn check(dir: &Folder, documents: &Documents, document: &DocumentRef, findings: &mut Findings) {
    let Some(file) = keep(dir.document::<Jaargangen>(&document.pad), findings) else { return };
    let codes = landkaarten(dir, &file, findings);
    for (position, kaart) in file.content.tegels.iter().enumerate() {
        tegels(dir, &file, position, kaart, &codes, findings);
    }
    for lijst in &file.content.wijken {
        let Some(wijken) = keep(dir.document::<Wijken>(&lijst.pad), findings) else { continue };
        let mut judge = Judge::new(&wijken, &mut findings.contradictions);
        judge.equal("jaar", lijst.jaar, wijken.content.jaar, "as jaargangen.json says");
        judge.each_once(
            "gemeenten",
            "gemeente",
            wijken.content.gemeenten.iter().map(|kaart| &kaart.gemeente),
        );
        judge.sources("bronnen", &wijken.content.bronnen, &documents.known);
        for (position, kaart) in wijken.content.gemeenten.iter().enumerate() {
            wijkkaart(dir, &wijken, position, kaart, findings);
        }
    }
    Judge::new(&file, &mut findings.contradictions).sources(
        "bronnen",
        &file.content.bronnen,
        &documents.known,
    );
}

fn landkaarten(dir: &Folder, file: &File<Jaargangen>, findings: &mut Findings) -> Codes {
    let mut codes = Codes::new();
    for (position, year) in file.content.jaargangen.iter().enumerate() {
        let pad = &year.landkaart.pad;
        let areas = dir.bytes(pad).and_then(|bytes| Areas::read(pad, bytes));
        let Some(areas) = keep(areas, findings) else { continue };
        let mut judge = Judge::new(file, &mut findings.contradictions);
        let path = format!("jaargangen[{position}]");
        judge.equal(&format!("{path}.jaar"), areas.jaar, year.jaar, &format!("the year of {pad}"));
        let (count, why) = (areas.areas.len(), format!("the gemeenten of {pad}"));
        judge.equal(&format!("{path}.gemeenten"), count, usize::from(year.gemeenten), &why);
        codes.insert(areas.jaar, areas.areas.into_iter().map(|area| area.code).collect());
    }
    codes
}

fn tegels(
    dir: &Folder,
    file: &File<Jaargangen>,
    position: usize,
    kaart: &Jaardocument,
    codes: &Codes,
    findings: &mut Findings,
) {
    let Some(tegels) = keep(dir.document::<Tegelkaart>(&kaart.pad), findings) else { return };
    let path = format!("tegels[{position}].jaar");
    let why = format!("the year of {}", kaart.pad);
    Judge::new(file, &mut findings.contradictions).equal(&path, tegels.content.jaar, kaart.jaar, &why);
    let mut judge = Judge::new(&tegels, &mut findings.contradictions);
    let all = &tegels.content.tegels;
    judge.filled("licentie", &tegels.content.licentie);
    judge.each_once("tegels", "code", all.iter().map(|tegel| &tegel.code));
    judge.each_once("tegels", "x", all.iter().map(|tegel| format!("{},{}", tegel.x, tegel.y)));
    let Some(expected) = codes.get(&tegels.content.jaar) else { return };
    for (at, tegel) in all.iter().enumerate().filter(|(_, tegel)| !expected.contains(&tegel.code)) {
        let expected = format!("a gemeente on the map of {}", tegels.content.jaar);
        judge.expected(&format!("tegels[{at}].code"), expected, format!("\"{}\"", tegel.code));
    }
    judge.equal("tegels", expected.len(), all.len(), "one for each gemeente on the map of the year");
}

fn wijkkaart(dir: &Folder, file: &File<Wijken>, position: usize, kaart: &Wijkkaart, findings: &mut Findings) {
    let map = dir.bytes(&kaart.pad).and_then(|bytes| Wijkmap::read(&kaart.pad, bytes));
    let Some(map) = keep(map, findings) else { return };
    let mut judge = Judge::new(file, &mut findings.contradictions);
    let path = format!("gemeenten[{position}]");
    let wijken = &map.objects.wijken.geometries;
    let why = format!("the wijken of {}", kaart.pad);
    judge.equal(&format!("{path}.wijken"), wijken.len(), usize::from(kaart.wijken), &why);
    if map.jaar != file.content.jaar {
        judge.expected(&format!("{path}.pad"), format!("a map of {}", file.content.jaar), map.jaar);
    }
    if let Some(wijk) = wijken.iter().find(|wijk| wijk.properties.gemeente != kaart.gemeente) {
        let found = format!("{}, which lies in {}", wijk.id, wijk.properties.gemeente);
        judge.expected(&format!("{path}.gemeente"), "the gemeente of all wijken on the map", found);
    }
}

fn keep<T>(result: Result<T, Problem>, findings: &mut Findings) -> Option<T> {
    result.map_err(|problem| findings.unreadable.push(problem)).ok()
}
