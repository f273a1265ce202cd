//! What boundaries are boundaries of, and the form of its codes ("Codering regionale indelingen", CBS).

/// A level of the Dutch division into areas, or any other coverage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Level {
    /// `GM` and four digits; every one has a name and a province.
    #[default]
    Gemeente,
    /// `WK` and six digits, the first four those of its gemeente; every one has a name.
    Wijk,
    /// `BU` and eight digits, the first six those of its wijk; every one has a name.
    Buurt,
    /// `PV` and two digits; every one has a name.
    Provincie,
    /// Any other coverage: codes are whatever text stands there, each once; a name where there is one, else
    /// the code.
    Any,
}

impl Level {
    /// The letters and the number of digits of a code; none where any text will do.
    pub fn form(self) -> Option<(&'static str, usize)> {
        match self {
            Level::Gemeente => Some(("GM", 4)),
            Level::Wijk => Some(("WK", 6)),
            Level::Buurt => Some(("BU", 8)),
            Level::Provincie => Some(("PV", 2)),
            Level::Any => None,
        }
    }

    pub fn is_code(self, code: &str) -> bool {
        let Some((letters, count)) = self.form() else { return !code.is_empty() };
        code.strip_prefix(letters)
            .is_some_and(|digits| digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// A code as a message shows it.
    pub fn example(self) -> &'static str {
        match self {
            Level::Gemeente => "GM0363",
            Level::Wijk => "WK036300",
            Level::Buurt => "BU03630000",
            Level::Provincie => "PV27",
            Level::Any => "1011",
        }
    }

    /// The area that one of these lies in, where the code says so: borders between two of them are drawn
    /// apart.
    pub fn around(self, code: &str) -> Option<String> {
        let gemeente = || code.get(2..6).map(|digits| format!("GM{digits}"));
        match self {
            Level::Wijk | Level::Buurt => gemeente(),
            Level::Gemeente | Level::Provincie | Level::Any => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_the_form_of_its_level() {
        for level in [Level::Gemeente, Level::Wijk, Level::Buurt, Level::Provincie, Level::Any] {
            assert!(level.is_code(level.example()), "{level:?}");
        }
        assert!(
            !Level::Gemeente.is_code("GM363") && !Level::Wijk.is_code("GM0363") && !Level::Any.is_code("")
        );
    }

    #[test]
    fn a_wijk_and_a_buurt_say_their_gemeente() {
        assert_eq!(Level::Wijk.around("WK036300").as_deref(), Some("GM0363"));
        assert_eq!(Level::Buurt.around("BU03630000").as_deref(), Some("GM0363"));
        assert_eq!(Level::Gemeente.around("GM0363"), None);
    }
}
