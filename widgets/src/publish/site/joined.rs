//! The documents of a release, read as a page reads them: a prerendered widget and a living one show the same.

use super::{Delen, SiteError};
use crate::model::meting::Metingen;
use crate::model::profiel::Profielen;
use crate::model::verloop::Verloop;
use crate::model::voortgang::Voortgang;
use crate::model::{Interventies, Landkaart, Taal, Words};
use crate::publish::figures::Figures;
use geodata::contract::landkaart::{Documents, Gegevens, Unreadable};
use geodata::contract::{Exports, lijst, meting, profiel, verloop, voortgang};
use geodata::json;

/// The landkaart of a release.
///
/// # Errors
/// When the documents contradict each other.
pub fn landkaart(exports: &Exports) -> Result<Landkaart, SiteError> {
    Ok(Landkaart::new(gegevens(exports)?)?)
}

/// Read as a page reads them, so that both show the same.
fn gegevens(exports: &Exports) -> Result<Gegevens, SiteError> {
    Ok(Gegevens::read(
        &Documents {
            index: serde_json::to_value(&exports.index)?,
            gebieden: serde_json::to_value(&exports.gebieden)?,
            gemeenten: serde_json::to_value(&exports.gemeenten)?,
            themas: serde_json::to_value(&exports.themas)?,
        },
        Taal::Nl.code(),
    )?)
}

/// The interventies of a release, read as a page reads them.
pub(super) fn interventies(exports: &Exports) -> Result<Interventies, SiteError> {
    let documents = lijst::Documents {
        index: serde_json::to_value(&exports.index)?,
        gemeenten: serde_json::to_value(&exports.gemeenten)?,
        themas: serde_json::to_value(&exports.themas)?,
        begrippen: serde_json::to_value(&exports.begrippen)?,
        interventies: serde_json::to_value(&exports.interventies)?,
        bronnen: serde_json::to_value(&exports.bronnen)?,
        agendas: serde_json::to_value(&exports.agendas)?,
    };
    Ok(Interventies::new(lijst::Gegevens::read(&documents, Taal::Nl.code())?, &Words::dutch()))
}

/// The figures of a release, read as a page reads them.
pub(super) fn metingen(exports: &Exports, figures: &Figures) -> Result<Metingen, SiteError> {
    let documents = meting::Documents {
        index: serde_json::to_value(&exports.index)?,
        gebieden: serde_json::to_value(&exports.gebieden)?,
        gemeenten: serde_json::to_value(&exports.gemeenten)?,
        indicatoren: match &figures.indicatoren {
            Some(document) => serde_json::to_value(document)?,
            None => serde_json::json!({ "indicatoren": [] }),
        },
        interventies: serde_json::to_value(&exports.interventies)?,
        bronnen: serde_json::to_value(&exports.bronnen)?,
    };
    let mut metingen = Metingen::new(meting::Gegevens::read(&documents, Taal::Nl.code())?);
    for (path, document) in &figures.cijfers {
        let read = json::read(&serde_json::to_value(document)?, meting::cijfers);
        let read = read.map_err(|misfit| Unreadable::Misfit { document: "cijfers", misfit })?;
        metingen.learn(path, read);
    }
    Ok(metingen)
}

/// The profiles of a release, read as a page reads them.
pub(super) fn profielen(exports: &Exports, figures: &Figures, delen: &Delen) -> Result<Profielen, SiteError> {
    let documents = profiel::Documents {
        index: serde_json::to_value(&exports.index)?,
        gebieden: serde_json::to_value(&exports.gebieden)?,
        deelnemers: serde_json::to_value(&exports.deelnemers)?,
        themas: serde_json::to_value(&exports.themas)?,
        begrippen: serde_json::to_value(&exports.begrippen)?,
        indicatoren: match &figures.indicatoren {
            Some(document) => serde_json::to_value(document)?,
            None => serde_json::json!({ "indicatoren": [] }),
        },
        delen: serde_json::to_value(&delen.list)?,
    };
    let mut profielen = Profielen::new(profiel::Gegevens::read(&documents, Taal::Nl.code())?);
    for (path, slice) in &delen.gemeenten {
        let read = profiel::Deel::read(&serde_json::to_value(slice)?, Taal::Nl.code());
        let read = read.map_err(|misfit| Unreadable::Misfit { document: "delen", misfit })?;
        profielen.learn(path, read);
    }
    Ok(profielen)
}

/// What happened, read as a page reads it.
pub(super) fn verloop(exports: &Exports) -> Result<Option<Verloop>, SiteError> {
    if exports.tijdlijn.is_none() {
        return Ok(None);
    }
    let documents = verloop::Documents {
        index: serde_json::to_value(&exports.index)?,
        tijdlijn: serde_json::to_value(&exports.tijdlijn)?,
        bronnen: serde_json::to_value(&exports.bronnen)?,
        npo: serde_json::to_value(&exports.npo)?,
    };
    Ok(Some(Verloop::read(&documents, Taal::Nl.code())?))
}

/// The parts of the progress report, read as a page reads them.
pub(super) fn voortgang(exports: &Exports) -> Result<Option<Voortgang>, SiteError> {
    let whole = exports.kerncijfers.is_some()
        && exports.communities.is_some()
        && exports.experimenten.is_some()
        && exports.links.is_some();
    if !whole {
        return Ok(None);
    }
    let documents = voortgang::Documents {
        index: serde_json::to_value(&exports.index)?,
        kerncijfers: serde_json::to_value(&exports.kerncijfers)?,
        begrippen: serde_json::to_value(&exports.begrippen)?,
        communities: serde_json::to_value(&exports.communities)?,
        experimenten: serde_json::to_value(&exports.experimenten)?,
        themas: serde_json::to_value(&exports.themas)?,
        interventies: serde_json::to_value(&exports.interventies)?,
        links: serde_json::to_value(&exports.links)?,
        gemeenten: serde_json::to_value(&exports.gemeenten)?,
        bronnen: serde_json::to_value(&exports.bronnen)?,
    };
    Ok(Some(Voortgang::read(&documents, Taal::Nl.code())?))
}
