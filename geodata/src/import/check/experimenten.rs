//! `experimenten.json`: each on a line of work that exists, in at least one place.

use super::{Documents, Judge};
use crate::contract::Experimenten;
use crate::contract::naam::sort_key;

pub fn check(documents: &Documents, judge: &mut Judge<Experimenten>) {
    let all = &judge.file.content.experimenten;
    judge.ordered("experimenten", "names", all.iter().map(|one| (sort_key(&one.naam), one.naam.clone())));
    let lijnen = documents.begrippen.as_ref().map(|file| &file.content.lijnen);
    for (position, experiment) in all.iter().enumerate() {
        let path = format!("experimenten[{position}]");
        for (field, empty) in
            [("plaatsen", experiment.plaatsen.is_empty()), ("sectoren", experiment.sectoren.is_empty())]
        {
            if empty {
                judge.expected(&format!("{path}.{field}"), "at least one", "none");
            }
        }
        let known = |lijnen: &Vec<_>| usize::from(experiment.lijn) <= lijnen.len() && experiment.lijn > 0;
        if !lijnen.is_none_or(known) {
            judge.expected(&format!("{path}.lijn"), "one of the lijnen in begrippen.json", experiment.lijn);
        }
    }
}
