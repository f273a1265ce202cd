//! The words of JavaScript: names and keywords, and whatever looks like them in its texts.

/// The words of `source`, in order.
pub fn words(source: &str) -> impl Iterator<Item = &str> {
    source.split(|letter| !is_word(letter)).filter(|word| !word.is_empty())
}

pub fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_letters_digits_underscores_and_dollars() {
        assert_eq!(words("a.b_1 += $c;").collect::<Vec<_>>(), ["a", "b_1", "$c"]);
    }
}
