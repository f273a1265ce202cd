//! `tijdlijn.json`: in order of date, about stukken that exist.

use super::{Documents, Judge};
use crate::contract::Tijdlijn;

pub fn check(documents: &Documents, judge: &mut Judge<Tijdlijn>) {
    let all = &judge.file.content.gebeurtenissen;
    judge.ordered(
        "gebeurtenissen",
        "dates, then ids",
        all.iter().map(|one| ((&one.datum, &one.id), one.id.clone())),
    );
    let Some(stukken) = &documents.stukken else { return };
    for (position, one) in all.iter().enumerate() {
        if let Some(id) = &one.stuk
            && !stukken.content.stukken.iter().any(|stuk| stuk.id == *id)
        {
            let expected = format!("the id of a stuk in {}", stukken.pad);
            judge.expected(&format!("gebeurtenissen[{position}].stuk"), expected, format!("{id:?}"));
        }
    }
}
