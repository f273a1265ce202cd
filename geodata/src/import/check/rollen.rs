//! `rollen.json`: roles in things that exist.

use super::{Documents, Judge};
use crate::contract::{RolSoort, Rollen};
use std::collections::BTreeSet;

pub fn check(documents: &Documents, judge: &mut Judge<Rollen>) {
    let all = &judge.file.content.rollen;
    let keys = all.iter().map(|rol| ((&rol.gemeente, rol.rol, &rol.bij), format!("\"{}\"", rol.gemeente)));
    judge.ordered("rollen", "codes, then roles", keys);
    for (position, rol) in all.iter().enumerate() {
        let path = format!("rollen[{position}].bij");
        let (known, what) = things(documents, rol.rol);
        match &rol.bij {
            Some(id) if !known.contains(id.as_str()) => {
                judge.expected(&path, format!("the id of {what}"), format!("{id:?}"));
            }
            None if rol.rol != RolSoort::Expertpool => {
                judge.expected(&path, format!("the id of {what}"), "none");
            }
            _ => {}
        }
    }
}

/// What the role can be in.
fn things(documents: &Documents, rol: RolSoort) -> (BTreeSet<&str>, &'static str) {
    let communities = || documents.communities.iter().flat_map(|file| &file.content.communities);
    let experimenten = || documents.experimenten.iter().flat_map(|file| &file.content.experimenten);
    let stukken = || documents.stukken.iter().flat_map(|file| &file.content.stukken);
    let interventies = documents.interventies.content.interventies.iter();
    match rol {
        RolSoort::Community | RolSoort::CommunityUitbreiding => {
            (communities().map(|one| one.id.as_str()).collect(), "a community")
        }
        RolSoort::Experiment => (experimenten().map(|one| one.id.as_str()).collect(), "an experiment"),
        RolSoort::Ondertekenaar | RolSoort::Expertpool => {
            (stukken().map(|one| one.id.as_str()).collect(), "a stuk")
        }
        RolSoort::Voorbeeld => {
            let ids = interventies.map(|one| one.id.as_str()).chain(stukken().map(|one| one.id.as_str()));
            (ids.collect(), "an interventie or a stuk")
        }
    }
}
