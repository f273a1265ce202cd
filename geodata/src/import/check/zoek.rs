//! `landkaart/zoek-JAAR.json`: every name leads to gemeenten of the year, and stands once.

use super::{Documents, Judge};
use crate::contract::datum::is_day;
use crate::contract::naam::sort_key;
use crate::contract::{DocumentRef, GemeenteCode, Zoek};
use crate::import::problem::Problems;
use crate::import::read::{File, Folder};
use std::collections::BTreeSet;

pub fn check(
    dir: &Folder,
    documents: &Documents,
    document: &DocumentRef,
    unreadable: &mut Problems,
    problems: &mut Problems,
) {
    let file: File<Zoek> = match dir.document(&document.pad) {
        Ok(file) => file,
        Err(problem) => return unreadable.push(problem),
    };
    let mut judge = Judge::new(&file, problems);
    judge.equal("jaar", documents.landkaart.jaar, file.content.jaar, "the year of the map");
    let codes: BTreeSet<&GemeenteCode> = documents.landkaart.areas.iter().map(|area| &area.code).collect();
    let all = &file.content.namen;
    judge.ordered("namen", "names", all.iter().map(|naam| (sort_key(&naam.naam), naam.naam.clone())));
    for (position, naam) in all.iter().enumerate() {
        let path = format!("namen[{position}]");
        judge.filled(&format!("{path}.naam"), &naam.naam);
        if let Some(datum) = naam.datum.as_ref().filter(|datum| !is_day(datum)) {
            judge.expected(&format!("{path}.datum"), "a day as 2021-01-01", format!("{datum:?}"));
        }
        if naam.gemeenten.is_empty() {
            judge.expected(&format!("{path}.gemeenten"), "at least one gemeente", "none");
        }
        for (at, code) in naam.gemeenten.iter().enumerate().filter(|(_, code)| !codes.contains(code)) {
            let expected = format!("a gemeente of {}", file.content.jaar);
            judge.expected(&format!("{path}.gemeenten[{at}]"), expected, format!("\"{code}\""));
        }
    }
    judge.sources("bronnen", &file.content.bronnen, &documents.known);
}
