//! What the tables read so far have in them: all that a later table may refer to.

use crate::contract::{
    Bron, DeelnemerInTijd, GemeenteCode, Herindelingen, Interventie, Kerncijfer, Thema, ThemaId, Verwijzing,
};
use crate::import::areas::Areas;
use crate::import::problem::{Problem, Problems};
use crate::import::table::Cell;
use std::collections::BTreeSet;

/// The sources there are, found by id.
#[derive(Debug)]
pub struct Sources(BTreeSet<String>);

impl Sources {
    pub fn new(bronnen: &[Bron]) -> Self {
        Self(bronnen.iter().map(|bron| bron.id.clone()).collect())
    }

    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }
}

/// The records that others refer to.
#[derive(Debug)]
pub struct Known<'a> {
    pub areas: &'a Areas,
    pub herindelingen: &'a Herindelingen,
    pub bronnen: &'a Sources,
    pub themas: &'a [Thema],
    pub deelnemers: &'a [DeelnemerInTijd],
    pub interventies: &'a [Interventie],
    pub kerncijfers: Vec<Kerncijfer>,
    pub agendas: BTreeSet<String>,
    /// Ids of interventies, communities, experimenten and stukken.
    pub named: BTreeSet<String>,
}

pub fn no_deelnemer(cell: &Cell) -> Problem {
    cell.problem("the code of a participant in gemeenten.csv or latere-deelnemers.csv")
        .refers_to(&["gemeenten.csv", "latere-deelnemers.csv"])
}

pub fn no_thema(cell: &Cell) -> Problem {
    cell.problem("the id of a thema in themas.csv").refers_to(&["themas.csv"])
}

impl Known<'_> {
    pub fn references(&self, cell: &Cell, problems: &mut Problems) -> Vec<Verwijzing> {
        super::value::references(cell, self.bronnen, problems)
    }

    /// A gemeente of the release's year, participant or not.
    pub fn gemeente(&self, cell: &Cell, problems: &mut Problems) -> GemeenteCode {
        let code = super::value::gemeente_code(cell, problems);
        if code.is_well_formed() && !self.areas.areas.iter().any(|area| area.code == code) {
            problems.push(cell.problem(format!("a gemeente on the map of {}", self.areas.jaar)));
        }
        code
    }

    pub fn gemeenten(&self, cell: &Cell, problems: &mut Problems) -> Vec<GemeenteCode> {
        cell.list().iter().map(|one| self.gemeente(one, problems)).collect()
    }

    pub fn deelnemer(&self, cell: &Cell, problems: &mut Problems) -> GemeenteCode {
        let code = GemeenteCode::new(cell.text);
        if !self.deelnemers.iter().any(|deelnemer| deelnemer.code == code) {
            problems.push(no_deelnemer(cell));
        }
        code
    }

    pub fn themas(&self, cell: &Cell, problems: &mut Problems) -> Vec<ThemaId> {
        let mut ids = Vec::new();
        for one in cell.list() {
            let id = ThemaId::new(one.text);
            if !self.themas.iter().any(|thema| thema.id == id) {
                problems.push(no_thema(&one));
            }
            ids.push(id);
        }
        ids
    }

    /// The id of an interventie, community, experiment or stuk, or nothing.
    pub fn named(&self, cell: &Cell, problems: &mut Problems) -> Option<String> {
        if !cell.text.is_empty() && !self.named.contains(cell.text) {
            let tables = &["interventies.csv", "communities.csv", "experimenten.csv", "stukken.csv"];
            problems.push(
                cell.problem("the id of an interventie, community, experiment or stuk").refers_to(tables),
            );
        }
        cell.optional()
    }
}
