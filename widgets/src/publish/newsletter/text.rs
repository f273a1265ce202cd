//! The block as plain text, lines of at most 72 letters, addresses whole on a line of their own.

use super::Letter;

const WIDTH: usize = 72;

pub fn twin(letter: &Letter) -> String {
    let mut text = String::new();
    let mut paragraph = |words: &str| {
        for line in wrapped(words) {
            text += &line;
            text.push('\n');
        }
    };
    paragraph(&letter.kicker.to_uppercase());
    paragraph("");
    paragraph(&letter.title);
    paragraph(&"=".repeat(letter.title.chars().count().min(WIDTH)));
    paragraph(&letter.intro);
    paragraph("");
    paragraph(&letter.picture.alt);
    for item in &letter.items {
        paragraph("");
        paragraph(&["* ", &item.title.words].concat());
        paragraph(&item.summary);
        paragraph(&item.places);
        paragraph(&item.title.href);
    }
    paragraph("");
    paragraph(&[&letter.more.words, ":"].concat());
    paragraph(&letter.more.href);
    paragraph("");
    paragraph(&letter.colophon);
    text
}

/// Broken between words; a word that is too long, such as an address, keeps a line for itself.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_between_words_and_an_address_never() {
        let lines =
            wrapped(&["kansen ".repeat(12), "https://voorbeeld.nl/".to_owned() + &"a".repeat(80)].concat());
        assert!(lines[..lines.len() - 1].iter().all(|line| line.chars().count() <= WIDTH));
        assert!(lines.last().unwrap().starts_with("https://"));
        assert_eq!(wrapped(""), [""]);
    }
}
