//! What a choice means for a landkaart: what names nothing is nothing.

use super::Weergave;
use crate::model::filter::Filter;
use crate::model::jaarkaart::Jaarkaart;
use crate::model::kleuring::Kleuring;
use crate::model::wijken::Wijkkaart;
use crate::model::words::Words;
use crate::model::{Choice, Key, Landkaart, MEER};
use geodata::contract::landkaart::keuzes::Stand;

/// A choice, resolved.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub landkaart: &'a Landkaart,
    pub words: &'a Words,
    pub choice: &'a Choice,
    pub filter: Filter<'a>,
    kleuring: Option<&'a Kleuring>,
    /// A moment that is not that of the release.
    stand: Option<&'a Stand>,
    /// The map of the wijken of the chosen place.
    wijkkaart: Option<&'a Wijkkaart>,
    pub chosen: Option<usize>,
    pub pinned: Option<usize>,
}

impl<'a> Question<'a> {
    /// The wijken that are shown in the place of the gemeenten.
    #[inline(always)]
    pub fn wijkkaart(&self) -> Option<&'a Wijkkaart> {
        if MEER { self.wijkkaart } else { None }
    }

    /// The figures that colour the map.
    #[inline(always)]
    pub fn kleuring(&self) -> Option<&'a Kleuring> {
        if MEER { self.kleuring } else { None }
    }

    /// The figures that colour what is seen: of gemeenten, or of wijken.
    pub fn coloured(&self) -> Option<&'a Kleuring> {
        match self.wijkkaart() {
            Some(kaart) => kaart.kleuring.as_ref(),
            None => self.kleuring(),
        }
    }

    /// The moment that is shown, when it is not that of the release.
    #[inline(always)]
    pub fn stand(&self) -> Option<&'a Stand> {
        if MEER { self.stand } else { None }
    }

    /// The map of that moment, when its borders are not those of the release.
    pub fn jaarkaart(&self) -> Option<&'a Jaarkaart> {
        let jaar = self.stand()?.jaar;
        self.landkaart.bijlagen.jaarkaarten.iter().find(|kaart| kaart.jaar == jaar)
    }

    pub fn new(landkaart: &'a Landkaart, words: &'a Words, choice: &'a Choice) -> Self {
        let place = |key| choice.get(key).and_then(|code| landkaart.place_by_code(code));
        let day = choice.get(Key::Peildatum).filter(|day| *day != landkaart.peildatum);
        let moments = landkaart.bijlagen.standen.as_deref().unwrap_or_default();
        let chosen = place(Key::Gemeente);
        let wijken = choice.get(Key::Wijken) == Some("open") && Weergave::of(choice) == Weergave::Kaart;
        let wijken = chosen.filter(|_| wijken && place(Key::Vergelijk).is_none());
        Self {
            landkaart,
            words,
            choice,
            filter: Filter::new(landkaart, choice),
            kleuring: choice.get(Key::Indicator).and_then(|id| landkaart.bijlagen.kleuring(id)),
            stand: day.and_then(|day| moments.iter().find(|stand| stand.datum == day)),
            wijkkaart: wijken
                .and_then(|place| landkaart.bijlagen.wijken.kaart(&landkaart.places[place].code)),
            chosen,
            pinned: place(Key::Vergelijk),
        }
    }
}
