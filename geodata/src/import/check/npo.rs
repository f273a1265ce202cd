//! `npo.json`: a calendar in the order of the year.

use super::{Documents, Judge};
use crate::contract::Npo;

pub fn check(_: &Documents, judge: &mut Judge<Npo>) {
    let steps = &judge.file.content.kalender;
    judge.ordered("kalender", "dates", steps.iter().map(|stap| (&stap.datum, stap.id.clone())));
}
