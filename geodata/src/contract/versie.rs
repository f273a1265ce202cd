//! Which exports this build can read.

/// The version of the contract that this build writes. Semver: a reader accepts every document with
/// the same major number. A minor adds fields and documents, which an older reader passes over; what it
/// takes away or means anew, a closed list that grows included, is a major.
pub const SCHEMA_VERSIE: &str = "1.0.0";

/// Whether a document of this version can be read: same major number (before 1.0: the same minor).
///
/// ```
/// use geodata::contract::versie::is_readable;
/// assert!(is_readable("1.7.0"));
/// assert!(!is_readable("2.0.0"));
/// assert!(!is_readable("latest"));
/// ```
pub fn is_readable(versie: &str) -> bool {
    compatible(versie) == compatible(SCHEMA_VERSIE) && compatible(versie).is_some()
}

/// The part of a version that must be equal.
fn compatible(versie: &str) -> Option<(u32, u32)> {
    let mut numbers = versie.split('.').map(|number| number.parse::<u32>().ok());
    let (major, minor, _patch) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let ends = numbers.next().is_none();
    ends.then_some(if major == 0 { (0, minor) } else { (major, 0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_accepts_its_own_version() {
        assert!(is_readable(SCHEMA_VERSIE));
    }

    #[test]
    fn another_major_and_what_is_not_three_numbers_are_refused() {
        for versie in ["", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "2.0.0", "0.1.0"] {
            assert!(!is_readable(versie), "{versie}");
        }
    }
}
