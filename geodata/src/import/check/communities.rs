//! `communities.json`: with themas that exist, active ones first.

use super::{Documents, Judge};
use crate::contract::Communities;
use crate::contract::naam::sort_key;

pub fn check(documents: &Documents, judge: &mut Judge<Communities>) {
    let all = &judge.file.content.communities;
    let keys = all.iter().map(|one| ((one.status, sort_key(&one.naam)), one.naam.clone()));
    judge.ordered("communities", "status, then names", keys);
    let themas = &documents.themas.content.themas;
    for (position, community) in all.iter().enumerate() {
        for (at, id) in community.themas.iter().enumerate() {
            if !themas.iter().any(|thema| thema.id == *id) {
                let path = format!("communities[{position}].themas[{at}]");
                let expected = format!("a thema in {}", documents.themas.pad);
                judge.expected(&path, expected, format!("\"{id}\""));
            }
        }
    }
}
