//! The documents of figures, which the index does not list one by one.

use super::Error;
use geodata::contract::indicatoren::Reeksdelen;
use geodata::contract::{Cijfers, Index, Indicatoren};
use geodata::import::read::document;
use std::path::Path;
use widgets::publish::figures::Figures;

/// Reads what the release beside `index` has of them; nothing is no error.
pub fn read(exports: &Path, index: &Index) -> Result<Figures, Error> {
    let documents = &index.documenten;
    let mut figures = Figures::default();
    if let Some(reference) = &documents.vergelijkingsgroepen {
        figures.groepen = Some(document(exports, &reference.pad)?.content);
    }
    let Some(reference) = &documents.indicatoren else { return Ok(figures) };
    let indicatoren: Indicatoren = document(exports, &reference.pad)?.content;
    for reeks in indicatoren.indicatoren.iter().flat_map(|indicator| &indicator.reeksen) {
        let pad = &reeks.document.pad;
        let paths = match reeks.niveau.is_per_gemeente() {
            false => vec![pad.clone()],
            true => {
                let parts: Reeksdelen = document(exports, pad)?.content;
                parts.delen.into_iter().map(|part| part.document.pad).collect()
            }
        };
        for pad in paths {
            let cijfers: Cijfers = document(exports, &pad)?.content;
            figures.cijfers.insert(pad, cijfers);
        }
    }
    figures.indicatoren = Some(indicatoren);
    Ok(figures)
}
