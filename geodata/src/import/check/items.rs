//! `items.json`: every interventie in every of its gemeenten once, and their coverage counted.

use super::{Documents, Judge};
use crate::contract::items::sentence;
use crate::contract::{Items, Telling2019};

pub fn check(documents: &Documents, judge: &mut Judge<Items>) {
    let document = &judge.file.content;
    let interventies = documents.interventies.content.interventies.iter();
    let expected: Vec<(&str, &str)> = interventies
        .flat_map(|one| one.gemeenten.iter().map(|code| (one.id.as_str(), code.as_str())))
        .collect();
    let pad = &documents.interventies.pad;
    let why = format!("the interventies of {pad} in each of their gemeenten");
    judge.equal("items", expected.len(), document.items.len(), &why);
    for (position, (item, expected)) in document.items.iter().zip(expected).enumerate() {
        let found = (item.interventie.as_str(), item.gemeente.as_str());
        if found != expected {
            let expected = format!("{} in {}, as {pad} has it at this place", expected.0, expected.1);
            judge.expected(&format!("items[{position}]"), expected, format!("{} in {}", found.0, found.1));
        }
        agenda(documents, position, judge);
    }
    let Some(dekking) = &document.dekking else { return };
    let count = |telling| document.items.iter().filter(|item| item.telling2019 == telling).count() as u16;
    for (field, telling, found) in [
        ("bevestigd", Telling2019::Bevestigd, dekking.bevestigd),
        ("onbekend", Telling2019::Onbekend, dekking.onbekend),
        ("uitgesloten", Telling2019::Uitgesloten, dekking.uitgesloten),
    ] {
        judge.equal(&format!("dekking.{field}"), count(telling), found, "counted in the items");
    }
    let sentence = sentence(dekking.verwacht, count(Telling2019::Bevestigd)).nl;
    judge.equal("dekking.zin.nl", sentence, dekking.zin.nl.clone(), "which follows from the counts");
}

/// An agenda that exists, and is of the same gemeente.
fn agenda(documents: &Documents, position: usize, judge: &mut Judge<Items>) {
    let item = &judge.file.content.items[position];
    let (Some(id), Some(agendas)) = (&item.agenda, &documents.agendas) else { return };
    let known = agendas.content.agendas.iter().find(|agenda| agenda.id == *id);
    if known.is_none_or(|agenda| agenda.gemeente != item.gemeente) {
        let expected = format!("the id of an agenda of {} in {}", item.gemeente, agendas.pad);
        judge.expected(&format!("items[{position}].agenda"), expected, format!("{id:?}"));
    }
}
