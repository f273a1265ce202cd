//! `delen.json` and `delen/`: slices, for who needs one thema or one gemeente and not all of them.
//!
//! A slice holds nothing that the whole documents do not; the check makes it again and compares. It is
//! complete: the sources it refers to are in it. Where there is much, a thema or gemeente has several
//! parts, each small enough to load at once.

use super::{Agenda, Bron, DeelnemerInTijd, GemeenteCode, Interventie, Item, Rol, Thema, ThemaId, Video};
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
    /// Agendas, roles and videos are in the first part.
    pub agendas: Vec<Agenda>,
    pub interventies: Vec<Interventie>,
    pub items: Vec<Item>,
    pub rollen: Vec<Rol>,
    pub videos: Vec<Video>,
    pub bronnen: Vec<Bron>,
}
