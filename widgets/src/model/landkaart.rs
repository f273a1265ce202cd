//! The documents of a release, joined once by code.

use geodata::contract::{Deelnemer, Gebieden, Gemeenten, Index, Themas, Thema};
use std::collections::HashMap;

/// Everything the landkaart shows, in the order it shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Landkaart {
    pub release: String,
    pub peildatum: String,
    pub naamsvermelding: Vec<String>,
    /// Every gemeente of the year, in the order of the map's document.
    pub places: Vec<Place>,
    /// In the order of the list.
    pub deelnemers: Vec<Deelnemer>,
    /// In the order of the filter.
    pub themas: Vec<Thema>,
}

/// One gemeente of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub code: String,
    /// The name readers use where it takes part, else the official one.
    pub naam: String,
    pub provincie: String,
    /// Its position in [`Landkaart::deelnemers`].
    pub deelnemer: Option<usize>,
    /// Where the arrow keys lead: up, right, down, left.
    pub neighbours: [Option<u16>; 4],
}

/// A document that names something another document does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    #[error("gemeenten: {code}: expected a gemeente of {jaar}, found none with this code")]
    UnknownGemeente { code: String, jaar: u16 },
}

impl Landkaart {
    /// # Errors
    /// When a participant is not a gemeente of the map's year.
    pub fn new(index: Index, gebieden: Gebieden, gemeenten: Gemeenten, themas: Themas) -> Result<Self, JoinError> {
        let provincies: HashMap<_, _> =
            gebieden.provincies.iter().map(|provincie| (provincie.code.as_str(), provincie.naam.as_str())).collect();
        let mut places: Vec<Place> = gebieden
            .gebieden
            .iter()
            .map(|gebied| Place {
                code: gebied.code.to_string(),
                naam: gebied.naam.clone(),
                provincie: provincies.get(gebied.provincie.as_str()).copied().unwrap_or_default().to_owned(),
                deelnemer: None,
                neighbours: gebied.buren,
            })
            .collect();
        let positions: HashMap<_, _> =
            gebieden.gebieden.iter().enumerate().map(|(i, gebied)| (&gebied.code, i)).collect();
        for (row, deelnemer) in gemeenten.gemeenten.iter().enumerate() {
            let place = positions.get(&deelnemer.code).ok_or_else(|| JoinError::UnknownGemeente {
                code: deelnemer.code.to_string(),
                jaar: gebieden.jaar,
            })?;
            places[*place].deelnemer = Some(row);
            places[*place].naam.clone_from(&deelnemer.naam);
        }
        Ok(Self {
            release: index.release,
            peildatum: index.peildatum,
            naamsvermelding: index.naamsvermelding,
            places,
            deelnemers: gemeenten.gemeenten,
            themas: themas.themas,
        })
    }

    pub fn place_by_code(&self, code: &str) -> Option<usize> {
        self.places.iter().position(|place| place.code == code)
    }

    pub fn thema_by_id(&self, id: &str) -> Option<usize> {
        self.themas.iter().position(|thema| thema.id.as_str() == id)
    }

    /// The participant at a place of the map.
    pub fn deelnemer_at(&self, place: usize) -> Option<&Deelnemer> {
        self.places.get(place)?.deelnemer.map(|row| &self.deelnemers[row])
    }

    /// Known interventies of a participant, of one thema or of all.
    pub fn count(&self, deelnemer: &Deelnemer, thema: Option<usize>) -> u16 {
        match thema {
            None => deelnemer.interventies,
            Some(thema) => deelnemer.themas.get(&self.themas[thema].id).copied().unwrap_or(0),
        }
    }
}
