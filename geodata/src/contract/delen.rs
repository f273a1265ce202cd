//! `delen.json` and `delen/`: slices, for who needs one thema or one gemeente and not all of them.
//!
//! A slice holds nothing that the whole documents do not; the check makes it again and compares. It is
//! complete: the sources it refers to are in it. Where there is much, a thema or gemeente has several
//! parts, each small enough to load at once.

use super::{
    Agenda, Bron, DeelnemerInTijd, GebiedCode, GemeenteCode, Getal, IndicatorId, Interventie, Item, Maat,
    Rol, Status, Thema, ThemaId, Verwijzing, Video, Waarde, Zoeknaam,
};
use serde::{Deserialize, Serialize};

/// Where the slices are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Delen {
    pub schema_versie: String,
    /// In the order of `themas.json`; the parts of one thema one after the other.
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "deel-thema")))]
    pub themas: Vec<DeelRef<ThemaId>>,
    /// In the order of `deelnemers.json`; the parts of one gemeente one after the other.
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "deel-gemeente")))]
    pub gemeenten: Vec<DeelRef<GemeenteCode>>,
}

/// A slice: of what, where, and how to know it arrived whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct DeelRef<T> {
    pub van: T,
    pub pad: String,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
}

/// `delen/thema/ID.json`: everything of one thema, or its first part; the second is `ID.2.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeelThema {
    pub schema_versie: String,
    pub peildatum: String,
    pub deel: Deel,
    pub thema: Thema,
    /// Who works on it.
    pub deelnemers: Vec<DeelnemerNaam>,
    /// Of this part, in the order of `interventies.json`.
    pub interventies: Vec<Interventie>,
    pub bronnen: Vec<Bron>,
}

/// Which part a file is, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Deel {
    pub nummer: u32,
    /// How many there are.
    pub aantal: u32,
}

/// A gemeente by its names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct DeelnemerNaam {
    pub code: GemeenteCode,
    pub naam: String,
    pub slug: String,
}

/// `delen/gemeente/SLUG.json`: everything of one gemeente, or its first part; the second is `SLUG.2.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeelGemeente {
    pub schema_versie: String,
    pub peildatum: String,
    pub deel: Deel,
    pub deelnemer: DeelnemerInTijd,
    /// Agendas, roles, videos, names and figures are in the first part.
    pub agendas: Vec<Agenda>,
    pub interventies: Vec<Interventie>,
    pub items: Vec<Item>,
    pub rollen: Vec<Rol>,
    pub videos: Vec<Video>,
    /// What it was before, and what it went into later; nothing where it stayed what it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub herindeling: Option<Deelherindeling>,
    /// In the order of `indicatoren.json`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cijfers: Vec<Deelcijfer>,
    pub bronnen: Vec<Bron>,
}

/// The gemeenten that went into this one, wholly or in part, and those it went into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Deelherindeling {
    pub namen: Vec<Zoeknaam>,
    pub bronnen: Vec<Verwijzing>,
}

/// The last figure of an indicator, and what it is held against: of the series of the release's year, else of the
/// last year there is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deelcijfer {
    pub indicator: IndicatorId,
    pub periode: String,
    /// What the source says of all figures of the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<Status>,
    pub waarde: Waarde,
    /// As in [`Meetperiode`](super::Meetperiode).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gelijk_binnen: Option<Getal>,
    /// The lowest and the highest of all gemeenten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laagste: Option<Getal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hoogste: Option<Getal>,
    /// The Netherlands, then the province.
    pub vergelijking: Vec<Deelvergelijking>,
    /// Those of the series.
    pub bronnen: Vec<Verwijzing>,
}

/// The same figure of a larger area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Deelvergelijking {
    pub code: GebiedCode,
    pub maat: Maat,
    pub waarde: Waarde,
}
