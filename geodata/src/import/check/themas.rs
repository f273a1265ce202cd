//! `themas.json`: themas that are counted as the interventies are.

use super::{Documents, Judge};
use crate::contract::naam::sort_key;
use crate::import::problem::Problems;
use std::cmp::Reverse;

pub fn check(documents: &Documents, problems: &mut Problems) {
    let themas = &documents.themas.content.themas;
    let mut judge = Judge::new(&documents.themas, problems);
    judge.each_once("themas", "id", themas.iter().map(|thema| &thema.id));
    let keys = themas
        .iter()
        .map(|thema| ((Reverse(thema.gemeenten), sort_key(&thema.label.nl)), thema.label.nl.clone()));
    judge.ordered("themas", "numbers of gemeenten, then labels", keys);
    let why = format!("counted in {}", documents.interventies.pad);
    for (position, thema) in themas.iter().enumerate() {
        let path = format!("themas[{position}]");
        if !thema.id.is_well_formed() {
            let expected = "an identifier of lower-case words joined by -";
            judge.expected(&format!("{path}.id"), expected, format!("\"{}\"", thema.id));
        }
        judge.filled(&format!("{path}.label.nl"), &thema.label.nl);
        judge.filled(&format!("{path}.inZin.nl"), &thema.in_zin.nl);
        let counted = documents.telling.thema(&thema.id);
        judge.equal(&format!("{path}.gemeenten"), counted.gemeenten(), thema.gemeenten, &why);
        judge.equal(&format!("{path}.interventies"), counted.interventies, thema.interventies, &why);
        judge.sources(&format!("{path}.bronnen"), &thema.bronnen, &documents.known);
    }
}
