//! How a place looks. The selection is drawn over it, never instead of it.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// Does not take part.
    #[default]
    Land,
    /// Takes part, and the filter leaves it.
    On,
    /// Takes part, but the filter leaves it out.
    Dim,
    /// One of five colours, light to dark.
    Kleur(u8),
    /// No colour: a pattern says why.
    Leeg,
}

impl Class {
    /// The word in the `class` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Class::Land => "",
            Class::On => "on",
            Class::Dim => "dim",
            Class::Kleur(colour) => ["k0", "k1", "k2", "k3", "k4"][usize::from(colour.min(4))],
            Class::Leeg => "leeg",
        }
    }
}
