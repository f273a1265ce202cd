//! What the parts of the progress report take from the documents: the fields they show, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::keuzes::{Keuze, keuzes};
use super::landkaart::{Thema, Unreadable, thema, version};
use super::lijst::{Bron, Deelnemer, Periode, bron, deelnemer, periode, verwijzingen};
use super::profiel::{Elders, Verwijzing, Zeker, elders, zeker};
use super::vertaling::{paar, vertaald};
use crate::json::{Fault, Json, Reader};

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
        let fault = Fault::default();
        let [
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
        ] = fault.readers([
            ("index", &documents.index),
            ("kerncijfers", &documents.kerncijfers),
            ("begrippen", &documents.begrippen),
            ("communities", &documents.communities),
            ("experimenten", &documents.experimenten),
            ("themas", &documents.themas),
            ("interventies", &documents.interventies),
            ("links", &documents.links),
            ("gemeenten", &documents.gemeenten),
            ("bronnen", &documents.bronnen),
        ]);
        version(&index)?;
        let begrippen = begrippen.spare();
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            kerncijfers: kerncijfers.list("kerncijfers", |item| kerncijfer(item, taal)),
            lijnen: begrippen.list("lijnen", |item| lijn(item, taal)),
            sectoren: keuzes(&begrippen, "sectoren", taal),
            communities: communities.list("communities", |item| community(item, taal)),
            experimenten: experimenten.list("experimenten", |item| experiment(item, taal)),
            themas: themas.list("themas", |item| thema(item, taal)),
            interventies: interventies.list("interventies", |item| {
                (item.list("themas", |thema| thema.text("id")), item.some("sectoren", |one| one.whole()))
            }),
            links: links.list("links", |item| link(item, taal)),
            deelnemers: gemeenten.list("gemeenten", deelnemer),
            bronnen: bronnen.list("bronnen", bron),
        };
        Ok(fault.or(read)?)
    }
}

fn kerncijfer(item: &Reader<impl Json>, taal: &str) -> Kerncijfer {
    let (label, onvertaald) = vertaald(item, "label", taal);
    Kerncijfer {
        id: item.text("id"),
        label,
        onvertaald,
        waarde: item.number("waarde"),
        precisie: item.text("precisie"),
        eenheid: item.text("eenheid"),
        peildatum: item.text("peildatum"),
        toelichting: item.maybe("toelichting"),
        zeker: zeker(item),
        bronnen: verwijzingen(item),
    }
}

fn lijn(item: &Reader<impl Json>, taal: &str) -> Lijn {
    let (label, uitleg, onvertaald) = paar(item, ["label", "uitleg"], taal);
    Lijn { label, uitleg, onvertaald, bronnen: verwijzingen(item) }
}

fn community(item: &Reader<impl Json>, taal: &str) -> Community {
    let (onderwerp, onvertaald) = vertaald(item, "onderwerp", taal);
    Community {
        id: item.text("id"),
        naam: item.text("naam"),
        status: item.text("status"),
        peildatum: item.text("peildatum"),
        onderwerp,
        onvertaald,
        gemeenten: item.some("gemeenten", |one| one.whole()),
        bronnen: verwijzingen(item),
    }
}

fn experiment(item: &Reader<impl Json>, taal: &str) -> Experiment {
    let (samenvatting, onvertaald) = vertaald(item, "samenvatting", taal);
    Experiment {
        id: item.text("id"),
        naam: item.text("naam"),
        samenvatting,
        onvertaald,
        gemeenten: item.list("plaatsen", |place| place.text("gemeente")),
        periode: periode(item),
        bronnen: verwijzingen(item),
    }
}

fn link(item: &Reader<impl Json>, taal: &str) -> Link {
    let (label, beschrijving, onvertaald) = paar(item, ["label", "beschrijving"], taal);
    Link { label, beschrijving, onvertaald, adres: item.under("adres", elders), bronnen: verwijzingen(item) }
}
