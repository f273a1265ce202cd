//! Everything a reader can set, as one value: what attributes, properties, the page's address, a group and a
//! prerendered fragment all speak of, by the same names.

/// What can be set. The names are the tag's attributes and the parameters of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `kaart` (when nothing is set), `tegels` or `lijst`.
    Weergave,
    /// Id of a thema.
    Thema,
    /// Id of an onderwijssector.
    Sector,
    /// Code of a provincie to filter by.
    Provincie,
    /// Id of a role that gemeenten have.
    Rol,
    /// Id of the indicator that colours the map.
    Indicator,
    /// Year.
    Peildatum,
    /// CBS code of the chosen gemeente.
    Gemeente,
    /// CBS code of the gemeente that the chosen one is compared with.
    Vergelijk,
    /// Code of the provincie or gemeente that fills the map.
    Zoom,
    /// `open` when more than the thema can be chosen.
    Keuzes,
    /// `open` when the map shows the wijken of the chosen gemeente.
    Wijken,
    /// Id of where a child grows up: `thuis`, `school`, `omgeving`.
    Leefwereld,
    /// Id of an evidence level.
    Bewijs,
    /// How an interventie stands to the day of the release: `liep`, `begonnen`, `afgelopen`, `later`, `onbekend`.
    Status,
    /// Year in which the agenda of a gemeente begins.
    Agenda,
    /// What a reader typed to find interventies by.
    Zoek,
    /// What a list is ordered by: nothing for its titles, `gemeente`, `thema`, `sector`, `jaar`.
    Orde,
    /// Which part of a long list is shown, from 1.
    Deel,
    /// Id of the interventie that an address names.
    Interventie,
    /// Year whose events a timeline shows.
    Jaar,
    /// Kind of events that a timeline shows: `feit`, `voornemen`, `niet-gehaald`.
    Soort,
}

impl Key {
    pub const ALL: [Key; 22] = [
        Key::Weergave,
        Key::Thema,
        Key::Sector,
        Key::Provincie,
        Key::Rol,
        Key::Indicator,
        Key::Peildatum,
        Key::Gemeente,
        Key::Vergelijk,
        Key::Zoom,
        Key::Keuzes,
        Key::Wijken,
        Key::Leefwereld,
        Key::Bewijs,
        Key::Status,
        Key::Agenda,
        Key::Zoek,
        Key::Orde,
        Key::Deel,
        Key::Interventie,
        Key::Jaar,
        Key::Soort,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Key::Weergave => "weergave",
            Key::Thema => "thema",
            Key::Sector => "sector",
            Key::Provincie => "provincie",
            Key::Rol => "rol",
            Key::Indicator => "indicator",
            Key::Peildatum => "peildatum",
            Key::Gemeente => "gemeente",
            Key::Vergelijk => "vergelijk",
            Key::Zoom => "zoom",
            Key::Keuzes => "keuzes",
            Key::Wijken => "wijken",
            Key::Leefwereld => "leefwereld",
            Key::Bewijs => "bewijs",
            Key::Status => "status",
            Key::Agenda => "agenda",
            Key::Zoek => "zoek",
            Key::Orde => "orde",
            Key::Deel => "deel",
            Key::Interventie => "interventie",
            Key::Jaar => "jaar",
            Key::Soort => "soort",
        }
    }

    pub fn named(name: &str) -> Option<Key> {
        Key::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Whether each widget of a group has its own: how one looks, not what is looked at.
    pub fn is_own(self) -> bool {
        use Key::{Deel, Interventie, Jaar, Keuzes, Orde, Soort, Weergave, Wijken, Zoek, Zoom};
        matches!(self, Weergave | Zoom | Keuzes | Wijken | Zoek | Orde | Deel | Interventie | Jaar | Soort)
    }

    /// Whether it needs no documents beyond those of every page.
    pub fn is_plain(self) -> bool {
        matches!(self, Key::Weergave | Key::Thema | Key::Provincie | Key::Gemeente | Key::Vergelijk)
    }

    /// Whether it says which gemeenten or interventies are shown.
    pub fn is_filter(self) -> bool {
        use Key::{Agenda, Bewijs, Indicator, Leefwereld, Peildatum, Provincie, Rol, Sector, Status, Thema};
        matches!(
            self,
            Thema | Sector | Provincie | Rol | Indicator | Peildatum | Leefwereld | Bewijs | Status | Agenda
        )
    }
}

/// What is set. Values are ids and codes; one that names nothing chooses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice([Option<String>; Key::ALL.len()]);

impl Choice {
    pub fn get(&self, key: Key) -> Option<&str> {
        self.0[key as usize].as_deref()
    }

    /// An empty value is none. What ends a value in an address is no part of one.
    pub fn set(&mut self, key: Key, value: Option<&str>) {
        let value = value.filter(|value| !value.is_empty());
        self.0[key as usize] = value.map(|value| value.replace(['&', '=', '#', '%', '+'], " "));
    }

    #[must_use]
    pub fn with(mut self, key: Key, value: Option<&str>) -> Self {
        self.set(key, value);
        self
    }

    /// As much of it as needs no documents beyond those of every page.
    #[must_use]
    pub fn plain(&self) -> Self {
        let mut plain = self.clone();
        Key::ALL.into_iter().filter(|key| !key.is_plain()).for_each(|key| plain.set(key, None));
        plain
    }

    /// What differs, in the order of [`Key::ALL`].
    pub fn differences(&self, other: &Choice) -> impl Iterator<Item = Key> {
        Key::ALL.into_iter().filter(|&key| self.get(key) != other.get(key))
    }

    /// As `thema=taal&gemeente=GM0505`; nothing set is an empty text.
    pub fn written(&self) -> String {
        let mut text = String::new();
        for key in Key::ALL {
            if let Some(value) = self.get(key) {
                let and = if text.is_empty() { "" } else { "&" };
                text.extend([and, key.name(), "=", value]);
            }
        }
        text
    }

    /// Sets what a text in the form of [`Choice::written`] says; a value that is empty is unset. Keys that nobody
    /// knows say nothing.
    #[must_use]
    pub fn and(mut self, written: &str) -> Self {
        for (name, value) in written.split('&').filter_map(|pair| pair.split_once('=')) {
            if let Some(key) = Key::named(name) {
                self.set(key, Some(value));
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let choice = Choice::default()
            .with(Key::Thema, Some("taal"))
            .with(Key::Gemeente, Some("GM0505"))
            .with(Key::Weergave, Some("tegels"));
        assert_eq!(choice.written(), "weergave=tegels&thema=taal&gemeente=GM0505");
        assert_eq!(Choice::default().and(&choice.written()), choice);
        assert_eq!(Choice::default().written(), "");
    }

    #[test]
    fn an_empty_value_unsets_and_an_unknown_key_says_nothing() {
        let choice = Choice::default().with(Key::Thema, Some("taal"));
        assert_eq!(choice.and("thema=&kleur=rood&="), Choice::default());
    }

    #[test]
    fn what_is_typed_cannot_set_anything_else() {
        let choice = Choice::default().with(Key::Zoek, Some("taal&thema=sport"));
        assert_eq!(choice.written(), "zoek=taal thema sport");
        assert_eq!(Choice::default().and(&choice.written()), choice);
    }

    #[test]
    fn differences_are_named() {
        let one = Choice::default().and("thema=taal&gemeente=GM0001");
        let other = Choice::default().and("thema=taal&gemeente=GM0002&zoom=PV20");
        assert_eq!(one.differences(&other).collect::<Vec<_>>(), [Key::Gemeente, Key::Zoom]);
    }

    #[test]
    fn every_key_is_found_by_its_name() {
        for key in Key::ALL {
            assert_eq!(Key::named(key.name()), Some(key));
        }
    }
}
