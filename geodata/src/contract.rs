//! The contract: what the static JSON exports mean.
//!
//! One `index.json` names every other document with its size and SHA-256. A document is read on its
//! own or joined by code; a code always means the same area in the year the document names. Field
//! names are Dutch, as the editors who repair an export know them.
//!
//! | module | what it is |
//! |---|---|
//! | [`index`], [`gemeenten`], [`themas`], [`interventies`], [`bronnen`], [`gebieden`] | a document each |
//! | [`indicatoren`], [`cijfers`] | what is measured, and a document of figures for each series |
//! | [`vergelijkingsgroepen`] | which gemeenten are alike |
//! | [`waarde`], [`oordeel`] | a value or the reason why there is none, and how two compare |
//! | [`niveau`] | the level of an area, by its code |
//! | [`exports`] | the documents of a release together |
//! | [`code`], [`datum`], [`label`] | what the documents are made of |
//! | [`naam`] | names as readers look them up: folded, ordered, cut for addresses |
//! | [`telling`] | the counts that documents repeat from one another |
//! | [`versie`] | which documents this build can read |
//!
//! The contract knows no coordinates beyond a label point, opens no file and draws nothing.
//!
//! # Versions
//! - `0.1.0`: index, gemeenten, themas, interventies, bronnen, gebieden.

pub mod bronnen;
pub mod cijfers;
pub mod code;
pub mod datum;
pub mod exports;
pub mod gebieden;
pub mod gemeenten;
pub mod index;
pub mod indicatoren;
pub mod interventies;
pub mod label;
pub mod landkaart;
pub mod naam;
pub mod niveau;
pub mod oordeel;
pub mod telling;
pub mod themas;
pub mod vergelijkingsgroepen;
pub mod versie;
pub mod waarde;

pub use bronnen::{Bron, Bronnen, Grondslag, Verwijzing, Zekerheid};
pub use cijfers::{Cijfers, GebiedCijfers, Maat, Meetperiode, Vergelijkingscijfer};
pub use code::{GebiedCode, GemeenteCode, IndicatorId, ProvincieCode, ThemaId};
pub use exports::Exports;
pub use gebieden::{Gebied, Gebieden, Provincie};
pub use gemeenten::{Deelnemer, GebiedPeriode, Gemeenten, Toetreding};
pub use index::{DocumentRef, Documenten, Index};
pub use indicatoren::{
    Beschikbaarheid, Breuk, Breuksoort, Domein, Indicator, Indicatoren, Periodesoort, Reeks, Reeksdeel,
    Reeksdelen,
};
pub use interventies::{Interventie, Interventies, Periode, Sector, ThemaVerwijzing};
pub use label::Label;
pub use niveau::Niveau;
pub use themas::{Thema, Themas};
pub use vergelijkingsgroepen::Vergelijkingsgroepen;
pub use versie::SCHEMA_VERSIE;
pub use waarde::{Afwezig, Cijfer, Status, Waarde};
