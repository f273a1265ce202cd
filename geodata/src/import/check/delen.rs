//! `delen.json` and the slices: exactly what the whole documents give.

use super::{Documents, Judge};
use crate::contract::{DeelRef, Delen, Indicatoren, Zoek};
use crate::import::export::delen::{Whole, cijfers, cut};
use crate::import::read::Folder;
use std::fmt::Display;

pub fn check(dir: &Folder, documents: &Documents, judge: &mut Judge<Delen>) {
    let (Some(deelnemers), Some(agendas), Some(items), Some(rollen), Some(videos)) =
        (&documents.deelnemers, &documents.agendas, &documents.items, &documents.rollen, &documents.videos)
    else {
        let expected =
            "deelnemers, agendas, items, rollen and videos in the index, from which slices are cut";
        judge.expected("schemaVersie", expected, "some of them");
        return;
    };
    // What cannot be read was said before this is asked.
    let zoek = documents.gebieden.content.zoek.as_ref();
    let zoek = zoek.and_then(|document| Some(dir.document::<Zoek>(&document.pad).ok()?.content));
    let indicatoren = documents.index.content.documenten.indicatoren.as_ref();
    let indicatoren = indicatoren.and_then(|document| dir.document::<Indicatoren>(&document.pad).ok());
    let figures = |pad: &str| Some(dir.document(pad).ok()?.content);
    let cijfers = indicatoren
        .map(|file| cijfers::per_gemeente(&file.content, &deelnemers.content, figures))
        .unwrap_or_default();
    let (files, delen) = cut(&Whole {
        peildatum: &documents.index.content.peildatum,
        themas: &documents.themas.content,
        interventies: &documents.interventies.content,
        bronnen: &documents.bronnen.content,
        deelnemers: &deelnemers.content,
        agendas: &agendas.content,
        items: &items.content,
        rollen: &rollen.content,
        videos: &videos.content,
        zoek: zoek.as_ref(),
        cijfers: &cijfers,
    });
    let found = &judge.file.content;
    listed("themas", &delen.themas, &found.themas, judge);
    listed("gemeenten", &delen.gemeenten, &found.gemeenten, judge);
    for file in files {
        match dir.bytes(&file.pad) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => {
                let (list, position) = place(&delen, &file.pad);
                let expected = format!("{} to be what the whole documents give", file.pad);
                judge.expected(&format!("{list}[{position}].pad"), expected, "another text");
            }
            Err(problem) => judge.problems.push(problem),
        }
    }
}

/// The same slices, of the same sizes and hashes.
fn listed<T: PartialEq + Display>(
    list: &str,
    expected: &[DeelRef<T>],
    found: &[DeelRef<T>],
    judge: &mut Judge<Delen>,
) {
    judge.equal(list, expected.len(), found.len(), "the slices that the whole documents give");
    for (position, (expected, found)) in expected.iter().zip(found).enumerate() {
        let path = format!("{list}[{position}]");
        let why = "which follows from the whole documents";
        judge.equal(&format!("{path}.van"), &expected.van, &found.van, why);
        judge.equal(&format!("{path}.pad"), &expected.pad, &found.pad, why);
        judge.equal(&format!("{path}.bytes"), expected.bytes, found.bytes, why);
        judge.equal(&format!("{path}.sha256"), &expected.sha256, &found.sha256, why);
    }
}

fn place(delen: &Delen, pad: &str) -> (&'static str, usize) {
    match delen.themas.iter().position(|deel| deel.pad == pad) {
        Some(position) => ("themas", position),
        None => ("gemeenten", delen.gemeenten.iter().position(|deel| deel.pad == pad).unwrap_or_default()),
    }
}
