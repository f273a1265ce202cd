//! The documents of figures, which the index does not list one by one.

use super::Error;
use geodata::contract::indicatoren::Reeksdelen;
use geodata::contract::{Cijfers, Index, Indicatoren};
use geodata::import::read::document;
use std::path::Path;
use widgets::publish::figures::Figures;

/// Reads what the release beside `index` has of them; nothing is no error.
pub fn read(exports: &Path, index: &Index) -> Result<Figures, Error> {
    let mut figures = Figures::default();
    let Some(reference) = &index.documenten.indicatoren else { return Ok(figures) };
    let indicatoren: Indicatoren = document(exports, &reference.pad)?.content;
    if let Some(reference) = &indicatoren.vergelijkingsgroepen {
        figures.groepen = Some(document(exports, &reference.pad)?.content);
    }
    for reeks in indicatoren.indicatoren.iter().flat_map(|indicator| &indicator.reeksen) {
        let mut paths: Vec<String> = reeks.document.iter().map(|document| document.pad.clone()).collect();
        if let Some(reference) = &reeks.delen {
            let parts: Reeksdelen = document(exports, &reference.pad)?.content;
            paths.extend(parts.delen.into_iter().map(|part| part.document.pad));
        }
        for pad in paths {
            let cijfers: Cijfers = document(exports, &pad)?.content;
            figures.cijfers.insert(pad, cijfers);
        }
    }
    figures.indicatoren = Some(indicatoren);
    Ok(figures)
}
