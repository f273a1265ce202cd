//! The counts that documents repeat from `interventies.json`: a rule between documents.

use super::{Deelnemer, GemeenteCode, Interventie, ThemaId};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is counted over a list of interventies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    gemeenten: BTreeMap<GemeenteCode, PerGemeente>,
    themas: BTreeMap<ThemaId, PerThema>,
}

/// What is counted for a participant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PerGemeente {
    pub interventies: u16,
    /// A thema without any is absent.
    pub themas: BTreeMap<ThemaId, u16>,
}

/// What is counted for a thema.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PerThema {
    pub interventies: u16,
    gemeenten: BTreeSet<GemeenteCode>,
}

impl Telling {
    /// `gemeenten` are the participants of the peildatum: interventies of others count for their themas,
    /// but those gemeenten are not counted.
    pub fn new(interventies: &[Interventie], gemeenten: &[Deelnemer]) -> Self {
        let participants: BTreeSet<&GemeenteCode> = gemeenten.iter().map(|gemeente| &gemeente.code).collect();
        let mut telling = Self::default();
        for interventie in interventies {
            for code in &interventie.gemeenten {
                let gemeente = telling.gemeenten.entry(code.clone()).or_default();
                gemeente.interventies += 1;
                for thema in &interventie.themas {
                    *gemeente.themas.entry(thema.id.clone()).or_default() += 1;
                }
            }
            for thema in &interventie.themas {
                let thema = telling.themas.entry(thema.id.clone()).or_default();
                thema.interventies += 1;
                let codes = interventie.gemeenten.iter().filter(|code| participants.contains(code));
                thema.gemeenten.extend(codes.cloned());
            }
        }
        telling
    }

    pub fn gemeente(&self, code: &GemeenteCode) -> PerGemeente {
        self.gemeenten.get(code).cloned().unwrap_or_default()
    }

    pub fn thema(&self, id: &ThemaId) -> PerThema {
        self.themas.get(id).cloned().unwrap_or_default()
    }
}

impl PerThema {
    /// Participants with at least one interventie of the thema.
    pub fn gemeenten(&self) -> u16 {
        u16::try_from(self.gemeenten.len()).unwrap_or(u16::MAX)
    }
}
