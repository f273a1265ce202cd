//! JavaScript without comments and without the space that only people need.
//!
//! Not a minifier: names and most line ends stay, so nothing has to be parsed. It knows texts, patterns and comments
//! from code, and no more.

use super::word::is_word;

/// A space beside one of these means nothing. Not `+`, `-` and `/`: two of them are another sign.
const SIGNS: &str = "=(){}[];,?:<>&|!*";

/// A statement cannot end behind the first or before the second, so a line end there means nothing.
const OPEN: &str = "({[,;";
const CLOSE: &str = ")}]?:.";

/// Trims `source`; texts and patterns stay as they are.
pub fn trim(source: &str) -> String {
    let mut trimmed = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let gap = gap(rest);
        if gap > 0 {
            let (space, behind) = rest.split_at(gap);
            trimmed.push_str(separator(space, last(&trimmed), behind.chars().next()));
            rest = behind;
            continue;
        }
        let length = match letter {
            '"' | '\'' | '`' => text(rest, letter),
            '/' if !last(&trimmed).is_some_and(|before| is_word(before) || ")]".contains(before)) => {
                text(rest, '/')
            }
            _ => letter.len_utf8(),
        };
        trimmed.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    trimmed
}

/// The length of the space and the comments that `source` begins with.
fn gap(source: &str) -> usize {
    let mut rest = source;
    loop {
        let text = rest.trim_start();
        rest = match text.get(..2) {
            Some("//") => text.find('\n').map_or("", |end| &text[end..]),
            Some("/*") => text.find("*/").map_or("", |end| &text[end + 2..]),
            _ => return source.len() - text.len(),
        };
    }
}

/// What stays of the space between two letters.
fn separator(space: &str, before: Option<char>, behind: Option<char>) -> &'static str {
    let (Some(before), Some(behind)) = (before, behind) else { return "" };
    if space.contains('\n') {
        if OPEN.contains(before) || CLOSE.contains(behind) { "" } else { "\n" }
    } else if SIGNS.contains(before) || SIGNS.contains(behind) {
        ""
    } else {
        " "
    }
}

/// The length of the text or pattern that `source` begins with.
fn text(source: &str, end: char) -> usize {
    let mut letters = source.char_indices().skip(1);
    while let Some((place, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == end {
            return place + end.len_utf8();
        }
    }
    source.len()
}

fn last(text: &str) -> Option<char> {
    text.chars().next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_space_go() {
        let source = "/**\n * @param {number} a\n */\nexport function f(a) {\n    // why\n    return a; // so\n}\ng();\n";
        assert_eq!(trim(source), "export function f(a){return a;}\ng();");
    }

    #[test]
    fn a_space_that_means_something_stays() {
        assert_eq!(
            trim("a + +b - -c;\nlet d = e in f;\nreturn  new G;"),
            "a + +b - -c;let d=e in f;return new G;"
        );
    }

    #[test]
    fn a_line_end_that_ends_a_statement_stays() {
        assert_eq!(trim("let a = 1\nlet b = {\n  c,\n}\n(d)"), "let a=1\nlet b={c,}\n(d)");
        assert_eq!(trim("const f = a\n  ? b\n  : c;"), "const f=a?b:c;");
    }

    #[test]
    fn texts_and_patterns_stay_as_they_are() {
        let source = "a('it // is \\' { b', \"c  :  d\", `e\n    // ${ f }\n  g`);\nh(/x [^\"] \\/ y/);\ni = j / 2 / k;";
        let trimmed =
            "a('it // is \\' { b',\"c  :  d\",`e\n    // ${ f }\n  g`);h(/x [^\"] \\/ y/);i=j / 2 / k;";
        assert_eq!(trim(source), trimmed);
    }

    #[test]
    fn trimming_twice_is_trimming_once() {
        let source = include_str!("../../element/gka.js");
        assert_eq!(trim(&trim(source)), trim(source));
    }
}
