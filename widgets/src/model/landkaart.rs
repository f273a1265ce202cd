//! The documents of a release, joined once by code.

use super::bijlagen::Bijlagen;
use super::plain::plain;
use super::surface::Surface;
use super::words::Words;
use geodata::contract::landkaart::{Deelnemer, Gegevens, Thema};

/// Everything the landkaart shows, in the order it shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Landkaart {
    pub release: String,
    pub peildatum: String,
    pub naamsvermelding: Vec<String>,
    /// The year of the borders.
    pub jaar: u16,
    /// Code and name.
    pub provincies: Vec<(String, String)>,
    /// Every gemeente of the year, in the order of the map's document.
    pub places: Vec<Place>,
    /// In the order of the list.
    pub deelnemers: Vec<Deelnemer>,
    /// In the order of the filter.
    pub themas: Vec<Thema>,
    /// The drawings that there are; the others are fetched when somebody asks for them.
    pub kaart: Option<Surface>,
    pub tegels: Option<Surface>,
    /// What came since.
    pub bijlagen: Bijlagen,
}

/// One gemeente of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub code: String,
    /// The name readers use where it takes part, else the official one.
    pub naam: String,
    /// The official name, where readers use another.
    pub officieel: Option<String>,
    pub provincie: String,
    pub provinciecode: String,
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
    #[error("gebieden: {code}: expected neighbours among {count} gemeenten, found position {position}")]
    UnknownNeighbour { code: String, count: usize, position: u16 },
}

impl Landkaart {
    /// # Errors
    /// When a participant is not a gemeente of the map's year, or a neighbour leads nowhere.
    pub fn new(gegevens: Gegevens) -> Result<Self, JoinError> {
        let Gegevens { jaar, mut provincies, mut gebieden, mut deelnemers, mut themas, .. } = gegevens;
        provincies.iter_mut().for_each(|(_, naam)| plain(naam));
        gebieden.iter_mut().for_each(|gebied| plain(&mut gebied.naam));
        deelnemers.iter_mut().for_each(|deelnemer| plain(&mut deelnemer.naam));
        themas.iter_mut().flat_map(|thema| [&mut thema.label, &mut thema.in_zin]).for_each(plain);
        let mut places = Vec::with_capacity(gebieden.len());
        let count = gebieden.len();
        for gebied in gebieden {
            if let Some(position) =
                gebied.buren.into_iter().flatten().find(|&buur| usize::from(buur) >= count)
            {
                return Err(JoinError::UnknownNeighbour { code: gebied.code, count, position });
            }
            let provincie = provincies.iter().find(|(code, _)| *code == gebied.provincie);
            places.push(Place {
                provincie: provincie.map(|(_, naam)| naam.clone()).unwrap_or_default(),
                provinciecode: gebied.provincie,
                code: gebied.code,
                naam: gebied.naam,
                officieel: None,
                deelnemer: None,
                neighbours: gebied.buren,
            });
        }
        // Who is named twice takes part once.
        let mut once: Vec<Deelnemer> = Vec::with_capacity(deelnemers.len());
        for deelnemer in deelnemers {
            // The contract's order: by code.
            let place = places
                .binary_search_by(|place| place.code.cmp(&deelnemer.code))
                .map_err(|_| JoinError::UnknownGemeente { code: deelnemer.code.clone(), jaar })?;
            if places[place].deelnemer.is_none() {
                places[place].deelnemer = Some(once.len());
                let official = std::mem::replace(&mut places[place].naam, deelnemer.naam.clone());
                places[place].officieel = Some(official).filter(|official| *official != deelnemer.naam);
                once.push(deelnemer);
            }
        }
        Ok(Self {
            release: gegevens.release,
            peildatum: gegevens.peildatum,
            naamsvermelding: gegevens.naamsvermelding,
            jaar,
            provincies,
            places,
            deelnemers: once,
            themas,
            kaart: None,
            tegels: None,
            bijlagen: Bijlagen::default(),
        })
    }

    /// What must stand under the map: for which day it holds, and whose work it is. One text: a browser
    /// sets two texts side by side a fraction of a pixel apart from one.
    pub fn colophon(&self, words: &Words) -> String {
        let day = words.stand(&self.peildatum);
        [std::slice::from_ref(&day), &self.naamsvermelding].concat().join(" · ")
    }

    pub fn place_by_code(&self, code: &str) -> Option<usize> {
        self.places.binary_search_by(|place| place.code.as_str().cmp(code)).ok()
    }

    pub fn naam(&self, place: usize) -> &str {
        &self.places[place].naam
    }

    pub fn thema_by_id(&self, id: &str) -> Option<usize> {
        self.themas.iter().position(|thema| thema.id == id)
    }

    /// The participant at a place of the map.
    pub fn deelnemer_at(&self, place: usize) -> Option<&Deelnemer> {
        self.places.get(place)?.deelnemer.map(|row| &self.deelnemers[row])
    }

    /// Where the other names are by which a reader finds a gemeente, below the exports.
    pub fn zoek_path(&self) -> String {
        ["landkaart/zoek-", &self.jaar.to_string(), ".json"].concat()
    }

    /// Where the cells of the tegelkaart are, below the exports.
    pub fn tegels_path(&self) -> String {
        ["landkaart/tegels-", &self.jaar.to_string(), ".json"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::gegevens;

    #[test]
    fn a_participant_that_is_no_gemeente_of_the_year_is_named() {
        let mut gegevens = gegevens();
        gegevens.deelnemers[1].code = "GM0009".to_owned();
        assert_eq!(
            Landkaart::new(gegevens).unwrap_err().to_string(),
            "gemeenten: GM0009: expected a gemeente of 2021, found none with this code"
        );
    }

    #[test]
    fn a_neighbour_that_leads_nowhere_is_named() {
        let mut gegevens = gegevens();
        gegevens.gebieden[2].buren[0] = Some(4);
        assert_eq!(
            Landkaart::new(gegevens).unwrap_err().to_string(),
            "gebieden: GM0003: expected neighbours among 4 gemeenten, found position 4"
        );
    }
}
