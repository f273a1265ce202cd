//! `gemeenten.json`: participants that exist on the map, counted as the interventies are.

use super::{Documents, Judge};
use crate::contract::datum::is_before;
use crate::contract::naam::{slug, sort_key};
use crate::contract::{Deelnemer, Gemeenten};
use crate::import::problem::Problems;
use std::collections::BTreeMap;

pub fn check(documents: &Documents, problems: &mut Problems) {
    let document = &documents.gemeenten.content;
    let mut judge = Judge::new(&documents.gemeenten, problems);
    judge.equal("jaar", documents.gebieden.content.jaar, document.jaar, "the year of the gebieden");
    let all = &document.gemeenten;
    judge.each_once("gemeenten", "code", all.iter().map(|gemeente| &gemeente.code));
    judge.each_once("gemeenten", "slug", all.iter().map(|gemeente| &gemeente.slug));
    judge.each_once("gemeenten", "nummer", all.iter().map(|gemeente| gemeente.nummer));
    let keys = all.iter().map(|gemeente| (sort_key(&gemeente.naam), gemeente.naam.clone()));
    judge.ordered("gemeenten", "names, as in Dutch", keys);
    let areas = &documents.gebieden.content.gebieden;
    let provinces: BTreeMap<_, _> = areas.iter().map(|area| (&area.code, &area.provincie)).collect();
    for (position, gemeente) in all.iter().enumerate() {
        let path = format!("gemeenten[{position}]");
        match provinces.get(&gemeente.code) {
            None => judge.expected(
                &format!("{path}.code"),
                format!("a gemeente in {}", documents.gebieden.pad),
                format!("\"{}\"", gemeente.code),
            ),
            Some(province) => judge.equal(
                &format!("{path}.provincie"),
                province.as_str(),
                gemeente.provincie.as_str(),
                "as in the gebieden",
            ),
        }
        record(&path, gemeente, &mut judge);
        counts(&path, gemeente, documents, &mut judge);
        judge.sources(&format!("{path}.bronnen"), &gemeente.bronnen, &documents.known);
    }
}

/// What a participant says of itself.
fn record(path: &str, gemeente: &Deelnemer, judge: &mut Judge<Gemeenten>) {
    judge.filled(&format!("{path}.naam"), &gemeente.naam);
    judge.equal(
        &format!("{path}.slug"),
        slug(&gemeente.naam),
        gemeente.slug.clone(),
        "which follows from the name",
    );
    judge.datum(&format!("{path}.toetreding.datum"), &gemeente.toetreding.datum);
    if gemeente.gebieden.is_empty() {
        judge.expected(&format!("{path}.gebieden"), "at least one area", "none");
    }
    for (position, area) in gemeente.gebieden.iter().enumerate() {
        let path = format!("{path}.gebieden[{position}]");
        if !area.code.is_well_formed() {
            judge.expected(
                &format!("{path}.code"),
                "a CBS code such as GM0363",
                format!("\"{}\"", area.code),
            );
        }
        if let (Some(van), Some(tot)) = (&area.van, &area.tot)
            && is_before(tot, van)
        {
            judge.expected(&format!("{path}.tot"), format!("a day from {van} onwards"), format!("{tot:?}"));
        }
        for (field, day) in [("van", &area.van), ("tot", &area.tot)] {
            if let Some(day) = day {
                judge.datum(&format!("{path}.{field}"), day);
            }
        }
    }
}

/// The counts that the interventies give.
fn counts(path: &str, gemeente: &Deelnemer, documents: &Documents, judge: &mut Judge<Gemeenten>) {
    let counted = documents.telling.gemeente(&gemeente.code);
    let why = format!("counted in {}", documents.interventies.pad);
    judge.equal(&format!("{path}.interventies"), counted.interventies, gemeente.interventies, &why);
    let ids =
        gemeente.themas.keys().chain(counted.themas.keys().filter(|id| !gemeente.themas.contains_key(id)));
    for id in ids {
        let count = |themas: &BTreeMap<_, u16>| themas.get(id).copied().unwrap_or_default();
        let path = format!("{path}.themas.{id}");
        judge.equal(&path, count(&counted.themas), count(&gemeente.themas), &why);
    }
}
