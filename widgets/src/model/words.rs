//! What the widgets say, in the reader's language: sentences, counts, dates and numbers.
//!
//! [`catalogue`] holds every sentence in Dutch, English and Frisian side by side. The wasm carries only the Dutch
//! column; the bundle writes the others as lists that the loader fetches for a page that asks for them, so another
//! language costs a Dutch page no byte.
//!
//! In a sentence `{0}`, `{1}` … are filled in, and `|` stands between the form for one and the form for any
//! other number.

mod catalogue;

pub use catalogue::Sentence;
use std::borrow::Cow;

/// The languages of the interface. Frisian awaits the check of a native speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Taal {
    #[default]
    Nl,
    En,
    Fy,
}

impl Taal {
    pub const ALL: [Taal; 3] = [Taal::Nl, Taal::En, Taal::Fy];

    /// As in a `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Taal::Nl => "nl",
            Taal::En => "en",
            Taal::Fy => "fy",
        }
    }

    /// The language of a `lang` attribute: `en-GB` is English, what is not spoken here is Dutch.
    pub fn of(lang: &str) -> Taal {
        let language = lang.split('-').next().unwrap_or_default();
        Taal::ALL.into_iter().find(|taal| taal.code().eq_ignore_ascii_case(language)).unwrap_or_default()
    }
}

/// A number with the sign of its unit: `30,1%`, and `1,1 km` with a space that does not break.
///
/// ```
/// use widgets::model::words::with_sign;
/// assert_eq!([with_sign("8", "%"), with_sign("8", "km"), with_sign("8", "")], ["8%", "8\u{a0}km", "8"]);
/// ```
pub fn with_sign(number: &str, sign: &str) -> String {
    let space = if matches!(sign, "" | "%") { "" } else { "\u{a0}" };
    [number, space, sign].concat()
}

/// Every sentence in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub taal: Taal,
    /// In the order of [`Sentence`].
    sentences: Vec<Cow<'static, str>>,
}

impl Words {
    pub fn dutch() -> Self {
        Self { taal: Taal::Nl, sentences: catalogue::NL.map(Cow::Borrowed).to_vec() }
    }

    /// The sentences of a language as its list has them. One that is missing is said in Dutch.
    pub fn read(taal: Taal, sentences: impl IntoIterator<Item = String>) -> Self {
        let mut words = Self { taal, ..Self::dutch() };
        for (sentence, read) in words.sentences.iter_mut().zip(sentences) {
            *sentence = Cow::Owned(read);
        }
        words
    }

    /// The catalogue in any language, for pages and for the lists of the bundle.
    #[cfg(not(feature = "csr"))]
    pub fn of(taal: Taal) -> Self {
        let column = match taal {
            Taal::Nl => catalogue::NL,
            Taal::En => catalogue::EN,
            Taal::Fy => catalogue::FY,
        };
        Self { taal, sentences: column.map(Cow::Borrowed).to_vec() }
    }

    /// All of them, in the order of [`Sentence`].
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.sentences.iter().map(AsRef::as_ref)
    }

    /// A sentence without anything to fill in.
    pub fn plain(&self, sentence: Sentence) -> &str {
        &self.sentences[sentence as usize]
    }

    /// A sentence with its gaps filled.
    pub fn say(&self, sentence: Sentence, gaps: &[&str]) -> String {
        fill(self.plain(sentence), gaps)
    }

    /// A sentence about a number of things: the form for one, or the form for more. The number fills the first
    /// gap, `more` the next ones.
    pub fn count(&self, sentence: Sentence, number: usize, more: &[&str]) -> String {
        let (one, many) = self.plain(sentence).split_once('|').unwrap_or((self.plain(sentence), ""));
        let form = if number == 1 || many.is_empty() { one } else { many };
        let number = self.whole(number);
        let gaps: Vec<&str> = std::iter::once(number.as_str()).chain(more.iter().copied()).collect();
        fill(form, &gaps)
    }

    /// Of what day the data are.
    pub fn stand(&self, peildatum: &str) -> String {
        self.say(Sentence::Stand, &[&self.date(peildatum)])
    }

    /// A date as precisely as it is known: `2021-01-22` is "22 januari 2021", `2019-07` is "juli 2019",
    /// `2020` stays "2020". Anything else is returned as it is.
    pub fn date(&self, iso: &str) -> String {
        let parts: Vec<&str> = iso.split('-').collect();
        let month = parts
            .get(1)
            .and_then(|month| month.parse::<usize>().ok())
            .and_then(|month| self.plain(Sentence::Maanden).split('|').nth(month.wrapping_sub(1)));
        match (parts.as_slice(), month) {
            ([year, _], Some(month)) => [month, " ", year].concat(),
            ([year, _, day], Some(month)) => [day.trim_start_matches('0'), " ", month, " ", year].concat(),
            _ => iso.to_owned(),
        }
    }

    /// A whole number, in groups of three from ten thousand on: "9999", "10.000".
    pub fn whole(&self, number: usize) -> String {
        let digits = number.to_string();
        if digits.len() < 5 { digits } else { self.grouped(&digits) }
    }

    fn grouped(&self, digits: &str) -> String {
        let mut text = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                text.push_str(self.plain(Sentence::Duizendtal));
            }
            text.push(digit);
        }
        text
    }

    /// A figure with as many decimals as its source gives: "1,2", "−0,4". What is too large to be a figure of
    /// anything (1e15 and on) or no number at all is "?".
    pub fn decimal(&self, value: f64, decimals: u8) -> String {
        let scale = 10u64.pow(decimals.min(6).into());
        let scaled = (value.abs() * scale as f64).round();
        if scaled.is_nan() || scaled >= 1e15 {
            return "?".to_owned();
        }
        let (whole, part) = ((scaled as u64) / scale, (scaled as u64) % scale);
        let mut text = String::from(if value < 0. && scaled > 0. { "−" } else { "" });
        text.push_str(&self.whole(whole as usize));
        if scale > 1 {
            let part = part.to_string();
            text.push_str(self.plain(Sentence::Decimaalteken));
            text.extend(std::iter::repeat_n('0', usize::from(decimals.min(6)) - part.len()));
            text.push_str(&part);
        }
        text
    }

    /// "Drenthe", "Drenthe en Zeeland", "Drenthe, Limburg en Zeeland".
    pub fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => [&first.join(", "), self.plain(Sentence::En), last].concat(),
        }
    }
}

/// Words with a capital and a full stop.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

fn fill(sentence: &str, gaps: &[&str]) -> String {
    let mut text = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        let gap = behind.bytes().next().map_or(usize::MAX, |digit| usize::from(digit.wrapping_sub(b'0')));
        text.push_str(gaps.get(gap).copied().unwrap_or_default());
        rest = behind.split_once('}').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_precisely_as_it_is_known() {
        let words = Words::dutch();
        assert_eq!(words.date("2021-01-22"), "22 januari 2021");
        assert_eq!(words.date("2019-07-03"), "3 juli 2019");
        assert_eq!(words.date("2019-07"), "juli 2019");
        assert_eq!(words.date("2020"), "2020");
        assert_eq!(words.date("2020-13"), "2020-13");
        assert_eq!(words.date(""), "");
    }

    #[test]
    fn one_is_singular() {
        let words = Words::dutch();
        assert_eq!(words.count(Sentence::Interventies, 1, &[]), "1 interventie");
        assert_eq!(words.count(Sentence::Interventies, 0, &[]), "0 interventies");
    }

    #[test]
    fn a_figure_is_written_as_its_language_does() {
        let dutch = Words::dutch();
        assert_eq!(dutch.decimal(1.25, 1), "1,3");
        assert_eq!(dutch.decimal(-0.04, 1), "0,0");
        assert_eq!(dutch.decimal(-0.4, 3), "−0,400");
        assert_eq!(dutch.decimal(1_234_567.0, 0), "1.234.567");
        assert_eq!(dutch.decimal(2021.0, 0), "2021");
        assert_eq!(dutch.decimal(f64::NAN, 1), "?");
        assert_eq!(dutch.decimal(1e308, 1), "?");
        assert_eq!(Words::of(Taal::En).decimal(12_345.6, 1), "12,345.6");
    }

    #[test]
    fn names_are_joined_as_in_speech() {
        assert_eq!(Words::dutch().list(&["Drenthe", "Limburg", "Zeeland"]), "Drenthe, Limburg en Zeeland");
        assert_eq!(Words::of(Taal::En).list(&["Drenthe", "Zeeland"]), "Drenthe and Zeeland");
        assert_eq!(Words::dutch().list(&[]), "");
    }

    #[test]
    fn a_page_in_an_unknown_language_is_answered_in_dutch() {
        assert_eq!(Taal::of("en-GB"), Taal::En);
        assert_eq!(Taal::of("FY"), Taal::Fy);
        assert_eq!(Taal::of("de"), Taal::Nl);
        assert_eq!(Taal::of(""), Taal::Nl);
    }

    #[test]
    fn every_language_has_the_same_gaps_and_forms() {
        let gaps = |text: &str| {
            let mut gaps: Vec<String> = text
                .split('|')
                .map(|form| {
                    let mut gaps: Vec<&str> =
                        form.split('{').skip(1).map(|gap| gap.split('}').next().unwrap()).collect();
                    gaps.sort_unstable();
                    gaps.dedup();
                    gaps.concat()
                })
                .collect();
            gaps.push(String::new());
            gaps
        };
        let dutch = Words::dutch();
        for taal in Taal::ALL {
            for (nl, other) in dutch.sentences().zip(Words::of(taal).sentences()) {
                assert_eq!(gaps(nl), gaps(other), "{taal:?}: {nl} / {other}");
            }
        }
    }

    #[test]
    fn a_list_that_is_too_short_is_completed_in_dutch() {
        let words = Words::read(Taal::En, [String::from("one")]);
        assert_eq!(words.sentences().next(), Some("one"));
        assert_eq!(words.sentences().nth(5), Words::dutch().sentences().nth(5));
    }

    #[test]
    fn apostrophes_and_dashes_are_the_right_ones() {
        for taal in Taal::ALL {
            for sentence in Words::of(taal).sentences() {
                assert!(!sentence.contains(['\'', '"', '–']), "{taal:?}: {sentence}");
            }
        }
    }
}
