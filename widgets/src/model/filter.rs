//! Which participants a choice leaves: those with a thema, in a sector, in a provincie, with a role.

use super::{Choice, Key, Landkaart, MEER};
use geodata::contract::landkaart::{Deelnemer, Thema};

/// What is filtered by, of what is known; what is not fetched yet filters nothing.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    landkaart: &'a Landkaart,
    pub thema: Option<&'a Thema>,
    pub sector: Option<&'a str>,
    pub provincie: Option<&'a str>,
    pub rol: Option<&'a str>,
}

impl<'a> Filter<'a> {
    pub fn new(landkaart: &'a Landkaart, choice: &'a Choice) -> Self {
        let bijlagen = &landkaart.bijlagen;
        let thema = choice.get(Key::Thema).and_then(|id| landkaart.thema_by_id(id));
        let known = |code: &&str| landkaart.provincies.iter().any(|(known, _)| known == code);
        let has_rol = |rol: &&str| {
            bijlagen.rollen.as_ref().is_some_and(|rollen| rollen.iter().any(|known| known.1 == *rol))
        };
        let has_sector = |sector: &&str| {
            bijlagen.interventies.is_some()
                && bijlagen
                    .sectoren
                    .as_ref()
                    .is_some_and(|known| known.iter().any(|keuze| keuze.id == *sector))
        };
        Self {
            landkaart,
            thema: thema.map(|thema| &landkaart.themas[thema]),
            sector: if MEER { choice.get(Key::Sector).filter(has_sector) } else { None },
            provincie: choice.get(Key::Provincie).filter(known),
            rol: if MEER { choice.get(Key::Rol).filter(has_rol) } else { None },
        }
    }

    /// The same with another provincie, sector or role.
    #[must_use]
    pub fn with(mut self, key: Key, value: &'a str) -> Self {
        match key {
            Key::Provincie => self.provincie = Some(value),
            Key::Sector => self.sector = Some(value),
            Key::Rol => self.rol = Some(value),
            _ => {}
        }
        self
    }

    /// Whether more than a thema is asked for.
    pub fn is_mixed(&self) -> bool {
        self.sector.is_some() || self.provincie.is_some() || self.rol.is_some()
    }

    pub fn is_set(&self) -> bool {
        self.thema.is_some() || self.is_mixed()
    }

    /// Known interventies of a participant, of the thema and the sector.
    pub fn count(&self, deelnemer: &Deelnemer) -> u16 {
        match (self.thema, self.sector) {
            (None, None) => deelnemer.interventies,
            (Some(thema), None) => {
                deelnemer.themas.iter().find(|(id, _)| *id == thema.id).map_or(0, |&(_, count)| count)
            }
            (thema, Some(sector)) if MEER => {
                let interventies = self.landkaart.bijlagen.interventies.iter().flatten();
                let counted = interventies.filter(|interventie| {
                    interventie.gemeenten.contains(&deelnemer.code)
                        && interventie.sectoren.iter().any(|known| known == sector)
                        && thema.is_none_or(|thema| interventie.themas.contains(&thema.id))
                });
                counted.count() as u16
            }
            (_, Some(_)) => 0,
        }
    }

    /// Whether a participant at a place is left.
    pub fn leaves(&self, place: usize, deelnemer: &Deelnemer) -> bool {
        let works = (self.thema.is_none() && self.sector.is_none()) || self.count(deelnemer) > 0;
        let lies = self.provincie.is_none_or(|code| self.landkaart.places[place].provinciecode == code);
        works && lies && (!MEER || self.rol.is_none_or(|rol| self.has_rol(deelnemer, rol)))
    }

    fn has_rol(&self, deelnemer: &Deelnemer, rol: &str) -> bool {
        let rollen = self.landkaart.bijlagen.rollen.iter().flatten();
        rollen.into_iter().any(|(code, known)| *code == deelnemer.code && known == rol)
    }

    /// How many participants are left.
    pub fn total(&self) -> usize {
        let places = self.landkaart.places.iter().enumerate();
        let left = places.filter(|(place, _)| {
            self.landkaart.deelnemer_at(*place).is_some_and(|deelnemer| self.leaves(*place, deelnemer))
        });
        left.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use geodata::contract::landkaart::keuzes::{Interventie, Keuze};

    fn landkaart() -> Landkaart {
        let mut landkaart = fixture::landkaart();
        landkaart.bijlagen.interventies = Some(vec![Interventie {
            gemeenten: vec!["GM0001".to_owned()],
            themas: vec!["taal".to_owned()],
            sectoren: vec!["po".to_owned()],
        }]);
        let sector = |id: &str| Keuze { id: id.to_owned(), label: id.to_owned(), onvertaald: false };
        landkaart.bijlagen.sectoren = Some(vec![sector("po"), sector("vo")]);
        landkaart.bijlagen.rollen = Some(vec![("GM0004".to_owned(), "expertpool".to_owned())]);
        landkaart
    }

    #[track_caller]
    fn leaves(choice: &str, total: usize) {
        let (landkaart, choice) = (landkaart(), Choice::default().and(choice));
        assert_eq!(Filter::new(&landkaart, &choice).total(), total);
    }

    #[test]
    fn every_choice_leaves_who_has_it_and_together_who_has_all() {
        leaves("", 2);
        leaves("sector=po", 1);
        leaves("sector=vo", 0);
        leaves("sector=po&thema=taal", 1);
        leaves("sector=po&thema=sport", 0);
        leaves("provincie=PV21", 1);
        leaves("rol=expertpool", 1);
        leaves("rol=expertpool&provincie=PV20", 0);
    }

    #[test]
    fn what_is_not_known_filters_nothing() {
        leaves("sector=xx&provincie=PV99&rol=keizer&thema=x", 2);
        let (landkaart, choice) = (fixture::landkaart(), Choice::default().and("sector=po&rol=expertpool"));
        assert_eq!(Filter::new(&landkaart, &choice).total(), 2, "the documents are not there yet");
    }
}
