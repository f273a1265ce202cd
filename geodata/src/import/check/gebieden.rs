//! `gebieden-JAAR.json`: the same gemeenten as the map, in the same order, with neighbours in the list.

use super::{Documents, Judge};
use crate::import::problem::Problems;
use std::collections::BTreeSet;

pub fn check(documents: &Documents, problems: &mut Problems) {
    let document = &documents.gebieden.content;
    let mut judge = Judge::new(&documents.gebieden, problems);
    let areas = &document.gebieden;
    judge.equal("jaar", documents.landkaart.jaar, document.jaar, "the year of the map");
    judge.each_once("provincies", "code", document.provincies.iter().map(|provincie| &provincie.code));
    judge.each_once("gebieden", "code", areas.iter().map(|area| &area.code));
    judge.ordered("gebieden", "codes", areas.iter().map(|area| (&area.code, area.code.to_string())));
    judge.equal(
        "gebieden",
        documents.landkaart.areas.len(),
        areas.len(),
        "the number of gemeenten on the map",
    );
    let provinces: BTreeSet<_> = document.provincies.iter().map(|provincie| &provincie.code).collect();
    for (position, area) in areas.iter().enumerate() {
        let path = format!("gebieden[{position}]");
        judge.filled(&format!("{path}.naam"), &area.naam);
        if !area.code.is_well_formed() {
            judge.expected(
                &format!("{path}.code"),
                "a CBS code such as GM0363",
                format!("\"{}\"", area.code),
            );
        }
        if let Some(on_map) = documents.landkaart.areas.get(position) {
            let path = format!("{path}.code");
            judge.equal(&path, on_map.code.as_str(), area.code.as_str(), "as the map has it at this place");
        }
        if !provinces.contains(&area.provincie) {
            let expected = "the code of one of the provincies";
            judge.expected(&format!("{path}.provincie"), expected, format!("\"{}\"", area.provincie));
        }
        for (direction, neighbour) in area.buren.iter().enumerate() {
            let Some(neighbour) = neighbour else { continue };
            if usize::from(*neighbour) >= areas.len() || usize::from(*neighbour) == position {
                let expected = format!("the position of another of the {} gebieden", areas.len());
                judge.expected(&format!("{path}.buren[{direction}]"), expected, neighbour);
            }
        }
    }
    judge.sources("bronnen", &document.bronnen, &documents.known);
}
