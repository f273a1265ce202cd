//! The documents of a release as a page has them: made once, for every widget and every language.

use super::SiteError;
use geodata::contract::Exports;
use serde_json::Value;

/// Each by its name in the index; null where the release is without.
#[derive(Debug, Clone, PartialEq)]
pub struct Documents {
    pub index: Value,
    pub gebieden: Value,
    pub gemeenten: Value,
    pub deelnemers: Value,
    pub themas: Value,
    pub begrippen: Value,
    pub interventies: Value,
    pub bronnen: Value,
    pub agendas: Value,
    pub tijdlijn: Value,
    pub npo: Value,
    pub kerncijfers: Value,
    pub communities: Value,
    pub experimenten: Value,
    pub links: Value,
}

impl Documents {
    /// # Errors
    /// When a document cannot be JSON.
    pub fn new(exports: &Exports) -> Result<Self, SiteError> {
        Ok(Self {
            index: serde_json::to_value(&exports.index)?,
            gebieden: serde_json::to_value(&exports.gebieden)?,
            gemeenten: serde_json::to_value(&exports.gemeenten)?,
            deelnemers: serde_json::to_value(&exports.deelnemers)?,
            themas: serde_json::to_value(&exports.themas)?,
            begrippen: serde_json::to_value(&exports.begrippen)?,
            interventies: serde_json::to_value(&exports.interventies)?,
            bronnen: serde_json::to_value(&exports.bronnen)?,
            agendas: serde_json::to_value(&exports.agendas)?,
            tijdlijn: serde_json::to_value(&exports.tijdlijn)?,
            npo: serde_json::to_value(&exports.npo)?,
            kerncijfers: serde_json::to_value(&exports.kerncijfers)?,
            communities: serde_json::to_value(&exports.communities)?,
            experimenten: serde_json::to_value(&exports.experimenten)?,
            links: serde_json::to_value(&exports.links)?,
        })
    }
}
