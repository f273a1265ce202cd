//! `agendas.json`: agendas of participants, in order of id.

use super::{Documents, Judge};
use crate::contract::Agendas;

pub fn check(documents: &Documents, judge: &mut Judge<Agendas>) {
    let all = &judge.file.content.agendas;
    judge.ordered("agendas", "ids", all.iter().map(|agenda| (&agenda.id, agenda.id.clone())));
    let Some(deelnemers) = &documents.deelnemers else { return };
    for (position, agenda) in all.iter().enumerate() {
        if !deelnemers.content.deelnemers.iter().any(|deelnemer| deelnemer.code == agenda.gemeente) {
            let expected = format!("a participant in {}", deelnemers.pad);
            judge.expected(
                &format!("agendas[{position}].gemeente"),
                expected,
                format!("\"{}\"", agenda.gemeente),
            );
        }
    }
}
