//! What the parts of the progress report take from the documents: the fields they show, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::keuzes::{self, Keuze};
use super::landkaart::{Thema, Unreadable, thema, version, vertaald};
use super::lijst::{Bron, Deelnemer, Periode, bron, deelnemer, periode, verwijzingen};
use super::profiel::{Elders, Verwijzing, Zeker, elders, zeker};
use crate::json::{Json, Misfit, list, text};

#[derive(Debug, Clone, PartialEq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    pub kerncijfers: Vec<Kerncijfer>,
    pub lijnen: Vec<Lijn>,
    pub communities: Vec<Community>,
    pub experimenten: Vec<Experiment>,
    pub themas: Vec<Thema>,
    pub sectoren: Vec<Keuze>,
    /// Ids of the themas and of the sectors of each interventie.
    pub interventies: Vec<(Vec<String>, Vec<String>)>,
    pub links: Vec<Link>,
    pub deelnemers: Vec<Deelnemer>,
    pub bronnen: Vec<Bron>,
}

/// See [`super::kerncijfers::Kerncijfer`].
#[derive(Debug, Clone, PartialEq)]
pub struct Kerncijfer {
    pub id: String,
    pub label: String,
    pub onvertaald: bool,
    pub waarde: f64,
    /// `precies`, `ongeveer`, `meer-dan` or `ten-minste`.
    pub precisie: String,
    /// Always Dutch.
    pub eenheid: String,
    pub peildatum: String,
    /// Always Dutch.
    pub toelichting: Option<String>,
    pub zeker: Zeker,
    pub bronnen: Vec<Verwijzing>,
}

/// A line along which the alliance works; see [`super::begrippen`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lijn {
    pub label: String,
    pub uitleg: String,
    pub onvertaald: bool,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::communities::Community`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    pub id: String,
    pub naam: String,
    /// `actief`, `in-oprichting` or `aangekondigd`.
    pub status: String,
    pub peildatum: String,
    pub onderwerp: String,
    pub onvertaald: bool,
    /// Codes.
    pub gemeenten: Vec<String>,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::experimenten::Experiment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Experiment {
    pub id: String,
    pub naam: String,
    pub samenvatting: String,
    pub onvertaald: bool,
    /// Codes.
    pub gemeenten: Vec<String>,
    pub periode: Periode,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::links::Link`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub label: String,
    pub beschrijving: String,
    pub onvertaald: bool,
    pub adres: Elders,
    pub bronnen: Vec<Verwijzing>,
}

/// The documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub kerncijfers: J,
    pub begrippen: J,
    pub communities: J,
    pub experimenten: J,
    pub themas: J,
    pub interventies: J,
    pub links: J,
    pub gemeenten: J,
    pub bronnen: J,
}

impl Gegevens {
    /// `taal` is the language of the labels, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let inside = |document| move |misfit| Unreadable::Misfit { document, misfit };
        let Documents { index, begrippen, .. } = documents;
        version(index)?;
        // A release may be without closed lists.
        let none = begrippen.keys().is_empty();
        Ok(Self {
            release: text(index, "release").map_err(inside("index"))?,
            peildatum: text(index, "peildatum").map_err(inside("index"))?,
            kerncijfers: list(&documents.kerncijfers, "kerncijfers", |item| kerncijfer(item, taal))
                .map_err(inside("kerncijfers"))?,
            lijnen: match none {
                true => Vec::new(),
                false => list(begrippen, "lijnen", |item| lijn(item, taal)).map_err(inside("begrippen"))?,
            },
            sectoren: match none {
                true => Vec::new(),
                false => keuzes::sectoren(begrippen, taal).map_err(inside("begrippen"))?,
            },
            communities: list(&documents.communities, "communities", |item| community(item, taal))
                .map_err(inside("communities"))?,
            experimenten: list(&documents.experimenten, "experimenten", |item| experiment(item, taal))
                .map_err(inside("experimenten"))?,
            themas: list(&documents.themas, "themas", |item| thema(item, taal)).map_err(inside("themas"))?,
            interventies: list(&documents.interventies, "interventies", |item| {
                let themas = list(item, "themas", |thema| text(thema, "id"))?;
                Ok((themas, texts(item, "sectoren")))
            })
            .map_err(inside("interventies"))?,
            links: list(&documents.links, "links", |item| link(item, taal)).map_err(inside("links"))?,
            deelnemers: list(&documents.gemeenten, "gemeenten", deelnemer).map_err(inside("gemeenten"))?,
            bronnen: list(&documents.bronnen, "bronnen", bron).map_err(inside("bronnen"))?,
        })
    }
}

/// A list of texts; the contract leaves out an empty one.
fn texts(item: &impl Json, key: &str) -> Vec<String> {
    let items = item.get(key).items().unwrap_or_default();
    items.iter().filter_map(Json::text).collect()
}

/// Two texts in one language: both, or none.
fn pair(item: &impl Json, one: &str, two: &str, taal: &str) -> Result<(String, String, bool), Misfit> {
    let (one, two) = (item.get(one), item.get(two));
    let taal = if one.get(taal).text().and(two.get(taal).text()).is_some() { taal } else { "" };
    let (first, onvertaald) = vertaald(&one, taal)?;
    Ok((first, vertaald(&two, taal)?.0, onvertaald))
}

fn kerncijfer(item: &impl Json, taal: &str) -> Result<Kerncijfer, Misfit> {
    let (label, onvertaald) = vertaald(&item.get("label"), taal)?;
    Ok(Kerncijfer {
        id: text(item, "id")?,
        label,
        onvertaald,
        waarde: item.get("waarde").number().ok_or_else(|| Misfit::new("waarde", "a number"))?,
        precisie: text(item, "precisie")?,
        eenheid: text(item, "eenheid")?,
        peildatum: text(item, "peildatum")?,
        toelichting: item.get("toelichting").text(),
        zeker: zeker(item)?,
        bronnen: verwijzingen(item)?,
    })
}

fn lijn(item: &impl Json, taal: &str) -> Result<Lijn, Misfit> {
    let (label, uitleg, onvertaald) = pair(item, "label", "uitleg", taal)?;
    Ok(Lijn { label, uitleg, onvertaald, bronnen: verwijzingen(item)? })
}

fn community(item: &impl Json, taal: &str) -> Result<Community, Misfit> {
    let (onderwerp, onvertaald) = vertaald(&item.get("onderwerp"), taal)?;
    Ok(Community {
        id: text(item, "id")?,
        naam: text(item, "naam")?,
        status: text(item, "status")?,
        peildatum: text(item, "peildatum")?,
        onderwerp,
        onvertaald,
        gemeenten: texts(item, "gemeenten"),
        bronnen: verwijzingen(item)?,
    })
}

fn experiment(item: &impl Json, taal: &str) -> Result<Experiment, Misfit> {
    let (samenvatting, onvertaald) = vertaald(&item.get("samenvatting"), taal)?;
    Ok(Experiment {
        id: text(item, "id")?,
        naam: text(item, "naam")?,
        samenvatting,
        onvertaald,
        gemeenten: list(item, "plaatsen", |place| text(place, "gemeente"))?,
        periode: periode(item),
        bronnen: verwijzingen(item)?,
    })
}

fn link(item: &impl Json, taal: &str) -> Result<Link, Misfit> {
    let (label, beschrijving, onvertaald) = pair(item, "label", "beschrijving", taal)?;
    Ok(Link {
        label,
        beschrijving,
        onvertaald,
        adres: elders(&item.get("adres")),
        bronnen: verwijzingen(item)?,
    })
}
