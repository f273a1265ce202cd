//! Names as Dutch readers look them up: folded for searching, ordered for lists, cut for addresses.

/// Lower case, without accents, every apostrophe the straight one. What a search compares. Letters of other
/// scripts than the Latin stay as they are: their tables weigh more than a map's whole search.
///
/// ```
/// use geodata::contract::naam::fold;
/// assert_eq!(fold("Súdwest-Fryslân"), "sudwest-fryslan");
/// assert_eq!(fold("’s-Gravenhage"), "'s-gravenhage");
/// assert_eq!(fold("SU\u{301}DWEST"), "sudwest");
/// ```
pub fn fold(naam: &str) -> String {
    naam.chars().filter_map(plain).collect()
}

/// The words a list is ordered by, compared one by one: the leading `'s-`, `'t`, `De`, `Den` or `Het`
/// is dropped, and IJ counts as i and j.
///
/// ```
/// use geodata::contract::naam::sort_key;
/// assert_eq!(sort_key("Den Haag"), ["haag"]);
/// assert!(sort_key("Den Haag") < sort_key("Haarlem"));
/// ```
pub fn sort_key(naam: &str) -> Vec<String> {
    let folded = fold(naam);
    let rest = ["'s-", "'s ", "'t ", "de ", "den ", "het "]
        .iter()
        .find_map(|article| folded.strip_prefix(article))
        .unwrap_or(&folded);
    words(rest).map(str::to_owned).collect()
}

/// The name in an address: folded words joined by `-`.
///
/// ```
/// use geodata::contract::naam::slug;
/// assert_eq!(slug("'s-Hertogenbosch"), "s-hertogenbosch");
/// ```
pub fn slug(naam: &str) -> String {
    let folded = fold(naam).replace('\'', "");
    words(&folded).collect::<Vec<_>>().join("-")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_letter(letter)).filter(|word| !word.is_empty())
}

/// Whether it is a letter or a digit of a name. What lies outside ASCII is one, but for its signs and punctuation: the
/// tables of Unicode weigh more than a map's whole order.
///
/// ```
/// use geodata::contract::naam::is_letter;
/// assert!("Ÿß7ж".chars().all(is_letter));
/// assert!(!"’ -–·×\u{a0}".chars().any(is_letter));
/// ```
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' => false,
        _ => !letter.is_ascii() || letter.is_ascii_alphanumeric(),
    }
}

/// The letter without its accent: those that Dutch, Frisian and neighbouring languages use. An accent that
/// stands on its own, after its letter, is nothing.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        '\u{300}'..='\u{36f}' => return None,
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ý' | 'Ÿ' | 'ý' | 'ÿ' => 'y',
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' => '\'',
        other => other.to_ascii_lowercase(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_readers_find_names_where_they_look() {
        let by_hand = [
            "Alphen aan den Rijn",
            "Alphen-Chaam",
            "Bergen (L.)",
            "Bergen (NH.)",
            "Bergen op Zoom",
            "De Bilt",
            "Capelle aan den IJssel",
            "Ede",
            "Eemsdelta",
            "'s-Gravenhage",
            "Den Haag",
            "Haarlem",
            "Den Helder",
            "Hengelo",
            "'s-Hertogenbosch",
            "Het Hogeland",
            "Hoogeveen",
            "IJsselstein",
            "Ilpendam",
            "Sittard-Geleen",
            "Sluis",
            "Súdwest-Fryslân",
            "Tiel",
        ];
        let mut sorted = by_hand;
        sorted.reverse();
        sorted.sort_by_key(|naam| sort_key(naam));
        assert_eq!(sorted, by_hand);
    }

    #[test]
    fn slugs_have_letters_digits_and_hyphens() {
        let table = [
            ("Den Haag", "den-haag"),
            ("'s-Gravenhage", "s-gravenhage"),
            ("Súdwest-Fryslân", "sudwest-fryslan"),
            ("Hengelo (O.)", "hengelo-o"),
            ("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"),
            ("Capelle aan den IJssel", "capelle-aan-den-ijssel"),
        ];
        for (naam, expected) in table {
            assert_eq!(slug(naam), expected);
        }
    }

    #[test]
    fn every_apostrophe_is_one_apostrophe() {
        for naam in ["’s-Hertogenbosch", "‘s-Hertogenbosch", "`s-Hertogenbosch"] {
            assert_eq!(sort_key(naam), sort_key("'s-Hertogenbosch"));
        }
    }

    #[test]
    fn an_article_alone_is_a_name() {
        assert_eq!(sort_key("De"), ["de"]);
        assert_eq!(sort_key("Delft"), ["delft"]);
    }
}
