//! Text of a document without the characters that write over others: controls, and those that turn the direction of
//! what follows (Unicode TR9, 2023). A name is read in a list, a sentence, a tooltip; none of them may be rearranged
//! by it.

/// The text itself, or without what it should not have.
pub fn plain(text: &mut String) {
    if text.chars().any(is_unruly) {
        text.retain(|letter| !is_unruly(letter));
    }
}

fn is_unruly(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_rings_is_left_out() {
        let mut text = "E\0de\u{202e}x\u{7}".to_owned();
        plain(&mut text);
        assert_eq!(text, "Edex");
        let mut text = "’s-Hertogenbosch 🏳️‍🌈".to_owned();
        plain(&mut text);
        assert_eq!(text, "’s-Hertogenbosch 🏳️‍🌈");
    }
}
