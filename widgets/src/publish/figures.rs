//! The figures of a release as pages show them.

use geodata::contract::{
    Cijfers, GemeenteCode, Indicator, Indicatoren, Maat, Meetperiode, Niveau, Reeks, Vergelijkingsgroepen,
    Waarde,
};
use std::collections::BTreeMap;

/// What is measured, every document of figures by its path, and which gemeenten are alike. All of it may be absent.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    pub indicatoren: Option<Indicatoren>,
    pub cijfers: BTreeMap<String, Cijfers>,
    pub groepen: Option<Vergelijkingsgroepen>,
}

/// One figure of one area with what it is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Figure<'a> {
    pub indicator: &'a Indicator,
    pub cijfers: &'a Cijfers,
    pub periode: &'a Meetperiode,
    pub waarde: &'a Waarde,
    /// The whole country, and how that figure was made.
    pub nederland: Option<(&'a Waarde, Maat)>,
}

impl Figures {
    pub fn indicatoren(&self) -> &[Indicator] {
        self.indicatoren.as_ref().map_or(&[], |document| &document.indicatoren)
    }

    /// The series of an indicator that have figures, in their order.
    pub fn series<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = (&'a Reeks, &'a Cijfers)> {
        indicator
            .reeksen
            .iter()
            .filter_map(|reeks| Some((reeks, self.cijfers.get(&reeks.document.as_ref()?.pad)?)))
    }

    /// The parts below a gemeente, each a document of its own in the folder of the series.
    pub fn parts<'a>(&'a self, reeks: &Reeks) -> impl Iterator<Item = &'a Cijfers> {
        // A series without a document has no parts, and no path begins with a line break.
        let folder =
            reeks.document.as_ref().map_or("\n".to_owned(), |document| document.pad.replace(".json", "/"));
        let (from, inside) = (folder.clone(), folder);
        self.cijfers
            .range(from..)
            .take_while(move |(path, _)| path.starts_with(&inside))
            .map(|(_, cijfers)| cijfers)
    }

    /// The latest figure of each indicator for a gemeente of `jaar`, where a series names that gemeente.
    pub fn of_gemeente<'a>(&'a self, code: &'a GemeenteCode, jaar: u16) -> impl Iterator<Item = Figure<'a>> {
        self.indicatoren().iter().filter_map(move |indicator| {
            let mut series = self.series(indicator);
            let (_, cijfers) =
                series.find(|(reeks, _)| reeks.niveau == Niveau::Gemeente && reeks.indeling == jaar)?;
            let last = cijfers.perioden.len().checked_sub(1)?;
            let area = cijfers.gebieden.iter().find(|area| area.code.as_str() == code.as_str())?;
            let nederland = cijfers.vergelijking.iter().find(|row| row.code.as_str() == "NL01");
            Some(Figure {
                indicator,
                cijfers,
                periode: &cijfers.perioden[last],
                waarde: area.waarden.get(last)?,
                nederland: nederland.and_then(|row| Some((row.waarden.get(last)?, row.maat))),
            })
        })
    }

    /// The gemeenten that are most like this one.
    pub fn alike(&self, code: &GemeenteCode) -> &[GemeenteCode] {
        let groups = self.groepen.as_ref().map_or(&[][..], |document| &document.groepen);
        groups.iter().find(|group| group.code == *code).map_or(&[], |group| &group.lijkt_op)
    }
}

impl Figure<'_> {
    /// Every known figure of the same period.
    pub fn known(&self) -> Vec<f64> {
        let last = self.cijfers.perioden.len() - 1;
        let values = self.cijfers.gebieden.iter().filter_map(|area| area.waarden.get(last)?.bekend());
        values.collect()
    }
}
