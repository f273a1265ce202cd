//! `standen.json`: the numbers of its key figures, and participants that there are.

use super::{Documents, Judge};
use crate::contract::{GemeenteCode, Getal, Standen};
use std::collections::BTreeSet;

pub fn check(documents: &Documents, judge: &mut Judge<Standen>) {
    let all = &judge.file.content.standen;
    judge.ordered("standen", "days", all.iter().map(|stand| (&stand.datum, stand.datum.clone())));
    let known: BTreeSet<&GemeenteCode> = documents
        .deelnemers
        .iter()
        .flat_map(|file| file.content.deelnemers.iter().map(|deelnemer| &deelnemer.code))
        .collect();
    for (position, stand) in all.iter().enumerate() {
        let path = format!("standen[{position}]");
        let kerncijfers = documents.kerncijfers.iter().flat_map(|file| &file.content.kerncijfers);
        match kerncijfers.into_iter().find(|kerncijfer| kerncijfer.id == stand.kerncijfer) {
            Some(kerncijfer) => {
                let found = Getal::from(u32::from(stand.aantal));
                judge.equal(&format!("{path}.aantal"), kerncijfer.waarde, found, "as the key figure says");
                let day = kerncijfer.peildatum.as_str();
                judge.equal(&format!("{path}.datum"), day, &stand.datum, "the day of the key figure");
            }
            None => {
                let found = format!("{:?}", stand.kerncijfer);
                judge.expected(&format!("{path}.kerncijfer"), "the id of a key figure", found);
            }
        }
        let mut seen = BTreeSet::new();
        for (name, group) in [("bekend", &stand.bekend), ("mogelijk", &stand.mogelijk)] {
            for (at, code) in group.deelnemers.iter().enumerate() {
                if !known.contains(code) || !seen.insert(code) {
                    let path = format!("{path}.{name}.deelnemers[{at}]");
                    judge.expected(&path, "a participant of deelnemers.json, once", format!("\"{code}\""));
                }
            }
            for (at, code) in group.gebieden.iter().enumerate().filter(|(_, code)| !code.is_well_formed()) {
                let path = format!("{path}.{name}.gebieden[{at}]");
                judge.expected(&path, "a CBS code such as GM0363", format!("\"{code}\""));
            }
        }
        if stand.bekend.deelnemers.len() > usize::from(stand.aantal) {
            let found = stand.bekend.deelnemers.len();
            judge.expected(&format!("{path}.bekend"), format!("at most the {} counted", stand.aantal), found);
        }
    }
}
