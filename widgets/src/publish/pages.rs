//! The pages of the report, each complete without script.
//!
//! | module | pages |
//! |---|---|
//! | [`start`], [`tegels`] | the map, and the map of tiles |
//! | [`kerncijfers`] | the alliance in brief, with its key figures |
//! | [`gemeenten`], [`gemeente`] | the participants: all, and each |
//! | [`thema`], [`sector`], [`indicator`], [`community`], [`experiment`] | a list, and a page for each |
//! | [`interventies`] | all of them as a list, in parts |
//! | [`tijdlijn`], [`stukken`], [`bronnen`], [`ontbreekt`] | one page each |
//! | [`rapport`] | all of it as one document, for paper |
//! | [`zoeken`] | everything as a list to search in |
//! | [`plaatsen`] | how a web editor puts a widget on a page, and the widget alone for an iframe |
//! | [`missing`] | what a server shows for an address that is not there |

pub mod bronnen;
pub mod community;
pub mod experiment;
pub mod gemeente;
pub mod gemeenten;
pub mod indicator;
pub mod interventies;
pub mod kerncijfers;
pub mod missing;
pub mod ontbreekt;
pub mod plaatsen;
pub mod rapport;
pub mod sector;
pub mod start;
pub mod stukken;
pub mod tegels;
pub mod thema;
pub mod tijdlijn;
pub mod zoeken;
