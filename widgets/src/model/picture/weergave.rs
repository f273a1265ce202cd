//! The three ways to look at one state.

use crate::model::words::Sentence;
use crate::model::{Choice, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weergave {
    #[default]
    Kaart,
    Tegels,
    Lijst,
}

impl Weergave {
    pub const ALL: [Weergave; 3] = [Weergave::Kaart, Weergave::Tegels, Weergave::Lijst];

    /// As in the attribute and in an address.
    pub fn name(self) -> &'static str {
        match self {
            Weergave::Kaart => "kaart",
            Weergave::Tegels => "tegels",
            Weergave::Lijst => "lijst",
        }
    }

    pub fn label(self) -> Sentence {
        match self {
            Weergave::Kaart => Sentence::Kaart,
            Weergave::Tegels => Sentence::Tegels,
            Weergave::Lijst => Sentence::Lijst,
        }
    }

    pub fn of(choice: &Choice) -> Weergave {
        let name = choice.get(Key::Weergave).unwrap_or_default();
        Weergave::ALL.into_iter().find(|weergave| weergave.name() == name).unwrap_or_default()
    }
}
