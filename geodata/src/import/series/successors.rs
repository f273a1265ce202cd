//! Which gemeente of the series' year a code of an earlier year is.

use crate::contract::{GebiedCode, GemeenteCode, Herindelingen, Niveau};
use crate::import::mapping::SeriesMapping;
use std::collections::{BTreeMap, BTreeSet};

/// Codes followed so far.
pub struct Successors<'m> {
    /// None where the mapping does not ask for it.
    herindelingen: Option<&'m Herindelingen>,
    indeling: u16,
    known: BTreeMap<GebiedCode, GebiedCode>,
    /// Gemeenten that were divided: where in them a row lies nobody knows.
    divided: BTreeSet<GebiedCode>,
    /// Gemeenten that got a part of one that was divided: no figure can be made for them.
    pub incomparable: BTreeSet<GebiedCode>,
}

impl<'m> Successors<'m> {
    pub fn new(mapping: &SeriesMapping, herindelingen: &'m Herindelingen) -> Self {
        Self {
            herindelingen: mapping.herindelingen.then_some(herindelingen),
            indeling: mapping.indeling,
            known: BTreeMap::new(),
            divided: BTreeSet::new(),
            incomparable: BTreeSet::new(),
        }
    }

    /// The gemeente that counts for a code. Of one that was divided it is the first of its successors: there its
    /// rows count in the province and the land, and none of the successors has a figure of its own.
    ///
    /// # Errors
    /// A code that is no gemeente of that year or before.
    pub fn of(&mut self, code: GebiedCode) -> Result<GebiedCode, String> {
        let Some(herindelingen) = self.herindelingen else { return Ok(code) };
        if Niveau::of(code.as_str()) != Some(Niveau::Gemeente) {
            return Ok(code);
        }
        if let Some(known) = self.known.get(&code) {
            return Ok(known.clone());
        }
        let own = GemeenteCode::new(code.as_str());
        let Some(gemeente) = herindelingen.gemeente(&own).filter(|own| own.eerste_jaar <= self.indeling)
        else {
            return Err(format!("expected a gemeente of {} or before, found {code}", self.indeling));
        };
        let from = gemeente.laatste_jaar.min(self.indeling);
        let followed = herindelingen.follow(&own, from, self.indeling);
        let followed = followed.map_err(|error| error.to_string())?;
        let area = |code: &GemeenteCode| GebiedCode::new(code.as_str());
        if followed.whole().is_none() {
            self.divided.insert(code.clone());
            self.incomparable.extend(followed.naar.iter().map(area));
        }
        let first = followed.naar.first().map(area);
        let next = first
            .ok_or_else(|| format!("expected a successor of {code} in {}, found none", self.indeling))?;
        self.known.insert(code, next.clone());
        Ok(next)
    }

    /// The gemeente of `indeling` that all of a code is in; none where it was divided.
    ///
    /// # Errors
    /// As [`Successors::of`].
    pub fn whole(&mut self, code: GebiedCode) -> Result<Option<GebiedCode>, String> {
        let next = self.of(code.clone())?;
        Ok((!self.divided.contains(&code)).then_some(next))
    }
}
