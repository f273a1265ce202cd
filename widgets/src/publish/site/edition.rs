//! A release in one language: its documents, read as a page reads them, so that a prerendered widget and a living one
//! show the same.

use super::documents::Documents;
use super::{Content, SiteError};
use crate::model::meting::Metingen;
use crate::model::profiel::Profielen;
use crate::model::verloop::Verloop;
use crate::model::voortgang::Voortgang;
use crate::model::{Choice, Interventies, Landkaart, Taal, Words};
use crate::publish::render::{self, Shapes};
use crate::view::Links;
use geodata::contract::landkaart::{self, Unreadable};
use geodata::contract::{lijst, meting, profiel, verloop, voortgang};
use geodata::json;
use serde_json::{Value, json};

/// What each widget shows, and the words for it.
pub struct Edition {
    pub words: Words,
    pub landkaart: Landkaart,
    pub interventies: Interventies,
    metingen: Metingen,
    /// None where the release has no slices.
    profielen: Option<Profielen>,
    /// None where the release has no timeline, and none where it lacks a part of the report.
    verloop: Option<Verloop>,
    voortgang: Option<Voortgang>,
}

impl Edition {
    /// # Errors
    /// When the documents contradict each other.
    pub fn new(documents: &Documents, content: &Content, taal: Taal) -> Result<Self, SiteError> {
        let figures = match &content.figures.indicatoren {
            Some(indicatoren) => serde_json::to_value(indicatoren)?,
            None => json!({ "indicatoren": [] }),
        };
        Ok(Self {
            words: Words::of(taal),
            landkaart: landkaart(documents, taal)?,
            interventies: interventies(documents, taal)?,
            metingen: metingen(documents, &figures, content, taal)?,
            profielen: profielen(documents, &figures, content, taal)?,
            verloop: verloop(documents, taal)?,
            voortgang: voortgang(documents, taal)?,
        })
    }

    pub fn map(&self, shapes: Shapes, choice: &Choice, links: &Links) -> String {
        render::landkaart(&self.landkaart, shapes, choice, &self.words, links)
    }

    pub fn list(&self, choice: &Choice, links: &Links) -> String {
        render::interventies(&self.interventies, choice, &self.words, links)
    }

    pub fn card(&self, choice: &Choice, links: &Links) -> String {
        render::indicator(&self.metingen, choice, &self.words, links)
    }

    pub fn profile(&self, choice: &Choice, links: &Links) -> Option<String> {
        Some(render::gemeente(self.profielen.as_ref()?, choice, &self.words, links))
    }

    pub fn timeline(&self, links: &Links) -> Option<String> {
        Some(render::tijdlijn(self.verloop.as_ref()?, &Choice::default(), &self.words, links))
    }

    pub fn report(&self, choice: &Choice, links: &Links) -> Option<String> {
        Some(render::voortgang(self.voortgang.as_ref()?, choice, &self.words, links))
    }
}

pub fn landkaart(documents: &Documents, taal: Taal) -> Result<Landkaart, SiteError> {
    let Documents { index, gebieden, gemeenten, themas, .. } = documents;
    let documents = landkaart::Documents { index, gebieden, gemeenten, themas };
    Ok(Landkaart::new(landkaart::Gegevens::read(&documents, taal.code())?)?)
}

fn interventies(documents: &Documents, taal: Taal) -> Result<Interventies, SiteError> {
    let Documents { index, gemeenten, themas, begrippen, interventies, bronnen, agendas, .. } = documents;
    let documents = lijst::Documents { index, gemeenten, themas, begrippen, interventies, bronnen, agendas };
    Ok(Interventies::new(lijst::Gegevens::read(&documents, taal.code())?, &Words::of(taal)))
}

fn metingen(
    documents: &Documents,
    indicatoren: &Value,
    content: &Content,
    taal: Taal,
) -> Result<Metingen, SiteError> {
    let Documents { index, gebieden, gemeenten, interventies, bronnen, .. } = documents;
    let documents = meting::Documents { index, gebieden, gemeenten, indicatoren, interventies, bronnen };
    let mut metingen = Metingen::new(meting::Gegevens::read(&documents, taal.code())?);
    for (path, document) in &content.figures.cijfers {
        let read = json::read(&&serde_json::to_value(document)?, meting::cijfers);
        let read = read.map_err(|misfit| Unreadable::Misfit { document: "cijfers", misfit })?;
        metingen.learn(path, read);
    }
    Ok(metingen)
}

fn profielen(
    documents: &Documents,
    indicatoren: &Value,
    content: &Content,
    taal: Taal,
) -> Result<Option<Profielen>, SiteError> {
    let Some(slices) = content.delen else { return Ok(None) };
    let Documents { index, gebieden, deelnemers, themas, begrippen, .. } = documents;
    let delen = &serde_json::to_value(&slices.list)?;
    let documents = profiel::Documents { index, gebieden, deelnemers, themas, begrippen, indicatoren, delen };
    let mut profielen = Profielen::new(profiel::Gegevens::read(&documents, taal.code())?);
    for (path, slice) in &slices.gemeenten {
        let read = profiel::Deel::read(&&serde_json::to_value(slice)?, taal.code());
        let read = read.map_err(|misfit| Unreadable::Misfit { document: "delen", misfit })?;
        profielen.learn(path, read);
    }
    Ok(Some(profielen))
}

fn verloop(documents: &Documents, taal: Taal) -> Result<Option<Verloop>, SiteError> {
    let Documents { index, tijdlijn, bronnen, npo, .. } = documents;
    if tijdlijn.is_null() {
        return Ok(None);
    }
    let documents = verloop::Documents { index, tijdlijn, bronnen, npo };
    Ok(Some(Verloop::read(&documents, taal.code())?))
}

fn voortgang(documents: &Documents, taal: Taal) -> Result<Option<Voortgang>, SiteError> {
    let Documents { index, kerncijfers, begrippen, communities, experimenten, .. } = documents;
    let Documents { themas, interventies, links, gemeenten, bronnen, .. } = documents;
    if [kerncijfers, communities, experimenten, links].iter().any(|document| document.is_null()) {
        return Ok(None);
    }
    let documents = voortgang::Documents {
        index,
        kerncijfers,
        begrippen,
        communities,
        experimenten,
        themas,
        interventies,
        links,
        gemeenten,
        bronnen,
    };
    Ok(Some(Voortgang::read(&documents, taal.code())?))
}
