//! `deelnemers.json`: the participants of the peildatum and the later ones, in the order of names.

use super::{Documents, Judge};
use crate::contract::naam::{slug, sort_key};
use crate::contract::site::is_site;
use crate::contract::{Deelnemers, Groep};
use std::collections::BTreeMap;

pub fn check(documents: &Documents, judge: &mut Judge<Deelnemers>) {
    let document = &judge.file.content;
    judge.equal("jaar", documents.gebieden.content.jaar, document.jaar, "the year of the gebieden");
    let all = &document.deelnemers;
    judge.each_once("deelnemers", "code", all.iter().map(|deelnemer| &deelnemer.code));
    judge.each_once("deelnemers", "slug", all.iter().map(|deelnemer| &deelnemer.slug));
    let keys = all.iter().map(|deelnemer| (sort_key(&deelnemer.naam), deelnemer.naam.clone()));
    judge.ordered("deelnemers", "names, as in Dutch", keys);
    let areas = &documents.gebieden.content.gebieden;
    let provinces: BTreeMap<_, _> = areas.iter().map(|area| (&area.code, &area.provincie)).collect();
    let gemeenten = &documents.gemeenten.content.gemeenten;
    let gemeenten: BTreeMap<_, _> = gemeenten.iter().map(|gemeente| (&gemeente.code, gemeente)).collect();
    for (position, deelnemer) in all.iter().enumerate() {
        let path = format!("deelnemers[{position}]");
        let why = "which follows from the name";
        judge.equal(&format!("{path}.slug"), slug(&deelnemer.naam), deelnemer.slug.clone(), why);
        if let Some(province) = provinces.get(&deelnemer.code) {
            let path = format!("{path}.provincie");
            judge.equal(&path, province.as_str(), deelnemer.provincie.as_str(), "as in the gebieden");
        }
        for (position, site) in deelnemer.sites.iter().enumerate() {
            let path = format!("{path}.sites[{position}]");
            if !is_site(&site.adres) {
                let expected = "a site as https://www.voorbeeldgemeente.nl, without a path";
                judge.expected(&format!("{path}.adres"), expected, format!("{:?}", site.adres));
            }
            if !documents.known.contains(&site.bron) {
                judge.expected(&format!("{path}.bron"), "the id of a source", format!("{:?}", site.bron));
            }
        }
        let gemeente = gemeenten.get(&deelnemer.code);
        if gemeente.is_some() == (deelnemer.groep == Groep::Later) {
            let (expected, found) =
                if gemeente.is_some() { ("a group", "2021-of-later") } else { ("2021-of-later", "a group") };
            let expected = format!("{expected} that goes with {}", documents.gemeenten.pad);
            judge.expected(&format!("{path}.groep"), expected, found);
        }
        if let Some(gemeente) = gemeente {
            let why = format!("as in {}", documents.gemeenten.pad);
            judge.equal(&format!("{path}.naam"), gemeente.naam.clone(), deelnemer.naam.clone(), &why);
        }
    }
    for code in gemeenten.keys() {
        if !all.iter().any(|deelnemer| deelnemer.code == **code) {
            let expected = format!("every participant in {}", documents.gemeenten.pad);
            judge.expected("deelnemers", expected, format!("no \"{code}\""));
        }
    }
}
