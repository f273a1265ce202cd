//! `stukken.json`: in order of date.

use super::{Documents, Judge};
use crate::contract::Stukken;

pub fn check(_: &Documents, judge: &mut Judge<Stukken>) {
    let all = &judge.file.content.stukken;
    let keys = all.iter().map(|stuk| ((&stuk.datum, &stuk.id), stuk.id.clone()));
    judge.ordered("stukken", "dates, then ids", keys);
}
