//! Whether one figure is higher than another: the rule behind a comparison in words. The words
//! themselves are the reader's language and stand where readers are spoken to.
//!
//! The rule: two figures that both are exactly known, in the same period and under the same method, differ when
//! they lie at least [`Meetperiode::gelijk_binnen`](super::cijfers::Meetperiode) apart. That distance is
//! data: a tenth of the way between the first and the third quartile of all areas. Ranges differ when
//! they do not touch. Across a break there is no comparison at all, see
//! [`Indicator::breuk_tussen`](super::Indicator::breuk_tussen).

use super::waarde::Cijfer;
use super::{Afwezig, Waarde};

/// How the first stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oordeel {
    Hoger,
    OngeveerGelijk,
    Lager,
    /// The ranges overlap: it cannot be said.
    NietTeZeggen,
}

/// Compares two values; the reason of the one that is absent where there is nothing to compare.
///
/// ```
/// use geodata::contract::oordeel::{Oordeel, oordeel};
/// use geodata::contract::{Afwezig, Waarde};
/// let (amsterdam, nederland) = (Waarde::precies(20.8), Waarde::precies(26.1));
/// assert_eq!(oordeel(&amsterdam, &nederland, 0.8), Ok(Oordeel::Lager));
/// assert_eq!(oordeel(&Waarde::afwezig(Afwezig::Onderdrukt), &nederland, 0.8), Err(Afwezig::Onderdrukt));
/// ```
pub fn oordeel(een: &Waarde, ander: &Waarde, gelijk_binnen: f64) -> Result<Oordeel, Afwezig> {
    let ((van, tot), (ander_van, ander_tot)) = (bounds(een.cijfer?), bounds(ander.cijfer?));
    let exact = van == tot && ander_van == ander_tot;
    Ok(match () {
        // A difference of a rounding's width is none: 0.1 + 0.2 is not 0.3.
        () if exact && (van - ander_van).abs() < gelijk_binnen.max(1e-9) => Oordeel::OngeveerGelijk,
        () if van > ander_tot => Oordeel::Hoger,
        () if tot < ander_van => Oordeel::Lager,
        () => Oordeel::NietTeZeggen,
    })
}

fn bounds(cijfer: Cijfer) -> (f64, f64) {
    match cijfer {
        Cijfer::Precies(waarde) => (waarde, waarde),
        Cijfer::Tussen(van, tot) => (van, tot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tussen(van: f64, tot: f64) -> Waarde {
        Waarde { cijfer: Ok(Cijfer::Tussen(van, tot)), status: vec![] }
    }

    #[test]
    fn a_small_difference_is_none() {
        let judge = |een, ander| oordeel(&Waarde::precies(een), &Waarde::precies(ander), 0.5);
        assert_eq!(judge(10.4, 10.0), Ok(Oordeel::OngeveerGelijk));
        assert_eq!(judge(10.5, 10.0), Ok(Oordeel::Hoger));
        assert_eq!(judge(9.5, 10.0), Ok(Oordeel::Lager));
        assert_eq!(oordeel(&Waarde::precies(1.0), &Waarde::precies(1.0), 0.0), Ok(Oordeel::OngeveerGelijk));
    }

    #[test]
    fn ranges_differ_when_they_do_not_touch() {
        assert_eq!(oordeel(&tussen(6.0, 8.0), &tussen(1.0, 4.0), 0.5), Ok(Oordeel::Hoger));
        assert_eq!(oordeel(&tussen(4.0, 8.0), &tussen(1.0, 4.0), 0.5), Ok(Oordeel::NietTeZeggen));
        assert_eq!(oordeel(&tussen(1.0, 4.0), &Waarde::precies(5.0), 0.5), Ok(Oordeel::Lager));
    }
}
