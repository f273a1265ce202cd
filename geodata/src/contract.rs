//! The contract: what the static JSON exports mean.
//!
//! One `index.json` names every other document with its size and SHA-256. A document is read on its
//! own or joined by code; a code always means the same area in the year the document names. Field
//! names are Dutch, as the editors who repair an export know them.
//!
//! | module | what it is |
//! |---|---|
//! | [`index`], [`gemeenten`], [`themas`], [`interventies`], [`bronnen`], [`gebieden`], [`jaargangen`] | a document each |
//! | [`deelnemers`], [`standen`], [`agendas`], [`items`], [`rollen`] | who took part, with what: a document each |
//! | [`tijdlijn`], [`kerncijfers`], [`communities`], [`experimenten`], [`npo`] | what the letters tell: a document each |
//! | [`links`], [`videos`], [`stukken`] | where readers go on: a document each |
//! | [`begrippen`], [`correcties`] | closed lists with labels, and faults of sources: a document each |
//! | [`delen`] | the slices of a release, a thema or a gemeente each |
//! | [`indicatoren`], [`cijfers`] | what is measured, and a document of figures for each series |
//! | [`vergelijkingsgroepen`] | which gemeenten are alike |
//! | [`zoek`] | other names that lead to a gemeente |
//! | [`wijken`] | the maps of the wijken of each gemeente |
//! | [`waarde`], [`oordeel`] | a value or the reason why there is none, and how two compare |
//! | [`niveau`] | the level of an area, by its code |
//! | [`register`] | the documents, a line each; all of them together: [`exports`] |
//! | [`landkaart`], [`lijst`], [`meting`], [`profiel`], [`verloop`], [`voortgang`] | what each widget reads of them, and no more |
//! | [`site`] | the web site of a participant |
//! | [`code`], [`datum`], [`getal`], [`label`], [`persoon`] | what the documents are made of |
//! | [`naam`] | names as readers look them up: folded, ordered, cut for addresses |
//! | [`tegels`] | the tegelkaart of a year |
//! | [`herindelingen`] | which gemeente a code of one year is in a later year |
//! | [`telling`] | the counts that documents repeat from one another |
//! | [`versie`] | which documents this build can read |
//!
//! The contract knows no coordinates beyond a label point, opens no file and draws nothing.
//!
//! # Versions
//! - `1.0.0`: the first. Before it, `0.1.0` had no more than index, gemeenten, themas, interventies,
//!   bronnen and gebieden.

pub mod agendas;
pub mod begrippen;
pub mod bronnen;
pub mod cijfers;
pub mod code;
pub mod communities;
pub mod correcties;
pub mod datum;
pub mod deelnemers;
pub mod delen;
pub mod experimenten;
pub mod exports;
pub mod gebieden;
pub mod gemeenten;
pub mod getal;
pub mod herindelingen;
pub mod index;
pub mod indicatoren;
pub mod interventies;
pub mod items;
pub mod jaargangen;
pub mod kerncijfers;
pub mod label;
pub mod landkaart;
pub mod lijst;
pub mod links;
pub mod meting;
pub mod naam;
pub mod niveau;
pub mod npo;
pub mod oordeel;
pub mod persoon;
pub mod profiel;
pub mod register;
pub mod rollen;
pub mod site;
pub mod standen;
pub mod stukken;
pub mod tegels;
pub mod telling;
pub mod themas;
pub mod tijdlijn;
pub mod vergelijkingsgroepen;
pub mod verloop;
pub mod versie;
mod vertaling;
pub mod videos;
pub mod voortgang;
pub mod waarde;
pub mod wijken;
pub mod zoek;

pub use agendas::{Agenda, AgendaSoort, Agendas, Beschikbaarheid, BeschikbaarheidStatus};
pub use begrippen::{Begrip, Begrippen};
pub use bronnen::{Bron, Bronnen, Grondslag, Verwijzing, Zekerheid};
pub use cijfers::{Cijfers, GebiedCijfers, Maat, Meetperiode, Ontbrekend, Uiterste, Vergelijkingscijfer};
pub use code::{GebiedCode, GemeenteCode, IndicatorId, ProvincieCode, ThemaId};
pub use communities::{Communities, Community, CommunityStatus};
pub use correcties::{Correctie, CorrectieSoort, Correcties, Tegenspraak};
pub use deelnemers::{Deelname, DeelnemerInTijd, Deelnemers, Groep, Toetredingsmoment};
pub use delen::{DeelGemeente, DeelRef, DeelThema, Delen};
pub use experimenten::{Experiment, Experimenten, Plaats};
pub use exports::Exports;
pub use gebieden::{Gebied, Gebieden, Provincie};
pub use gemeenten::{Deelnemer, GebiedPeriode, Gemeenten, Toetreding};
pub use getal::Getal;
pub use herindelingen::{Gemeentecode, Herindeling, Herindelingen, Opvolging};
pub use index::{DocumentRef, Documenten, Index};
pub use indicatoren::{
    Breuk, Breuksoort, Domein, Indicator, Indicatoren, Periodesoort, Reeks, Reeksdeel, Reeksdelen,
};
pub use interventies::{
    Bewijs, Bewijsniveau, Interventie, InterventieSoort, Interventies, Koppeling, Leefwereld,
    LeefwereldVerwijzing, Periode, Sector, ThemaVerwijzing, Uitgelicht,
};
pub use items::{Dekking, Item, Items, Telling2019};
pub use jaargangen::{Jaardocument, Jaargang, Jaargangen};
pub use kerncijfers::{Kerncijfer, Kerncijfers, Lijst, Precisie};
pub use label::Label;
pub use links::{Link, Links};
pub use niveau::Niveau;
pub use npo::{Npo, Punt, Stap, Wie};
pub use persoon::Persoon;
pub use rollen::{Rol, RolSoort, Rollen};
pub use site::Site;
pub use standen::{Deelgroep, Stand, Standen, Vorm};
pub use stukken::{Stuk, StukSoort, Stukken};
pub use tegels::{Tegel, Tegelkaart};
pub use themas::{Thema, Themas};
pub use tijdlijn::{Gebeurtenis, GebeurtenisSoort, Tijdlijn};
pub use vergelijkingsgroepen::Vergelijkingsgroepen;
pub use versie::SCHEMA_VERSIE;
pub use videos::{Video, Videos};
pub use waarde::{Afwezig, Cijfer, Status, Waarde};
pub use wijken::{Wijken, Wijkkaart};
pub use zoek::{Naamsoort, Zoek, Zoeknaam};
