//! `correcties.json`: each correction changes something, at one place.

use super::{Documents, Judge};
use crate::contract::{CorrectieSoort, Correcties};

pub fn check(_: &Documents, judge: &mut Judge<Correcties>) {
    for (position, one) in judge.file.content.correcties.iter().enumerate() {
        let path = format!("correcties[{position}]");
        if (one.in_bron == one.gelezen) != (one.soort == CorrectieSoort::Naamvorm) {
            let expected = "another text than inBron, and the same with naamvorm";
            judge.expected(&format!("{path}.gelezen"), expected, format!("{:?}", one.gelezen));
        }
        if one.bronnen.len() != 1 || one.bronnen.iter().any(|bron| bron.plaats.is_none()) {
            let expected = "one source, with the place in it";
            judge.expected(&format!("{path}.bronnen"), expected, one.bronnen.len());
        }
    }
    let ids = judge.file.content.tegenspraken.iter().map(|one| (&one.id, one.id.clone()));
    judge.ordered("tegenspraken", "ids", ids);
}
