//! `index.json`: the name of the release, its days, its licence. Sizes and hashes: see [`reachable`](super::reachable).

use super::Judge;
use crate::contract::Index;
use crate::contract::datum::is_day;
use crate::import::document::release;
use crate::import::problem::Problems;
use crate::import::read::File;

pub fn check(file: &File<Index>, problems: &mut Problems) {
    let index = &file.content;
    let mut judge = Judge::new(file, problems);
    judge.equal(
        "release",
        release(&index.documenten),
        index.release.clone(),
        "which follows from the hashes",
    );
    if !is_day(&index.uitgegeven) {
        judge.expected("uitgegeven", "a day as 2021-01-22", format!("{:?}", index.uitgegeven));
    }
    if !is_day(&index.peildatum) {
        judge.expected("peildatum", "a day as 2021-01-22", format!("{:?}", index.peildatum));
    }
    judge.filled("titel.nl", &index.titel.nl);
    judge.filled("licentie", &index.licentie);
    if index.naamsvermelding.iter().all(|line| line.trim().is_empty()) {
        judge.expected("naamsvermelding", "at least one line", "none");
    }
}
