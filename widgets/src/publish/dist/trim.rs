//! JavaScript without indentation and without the lines that are only comment.
//!
//! Not a minifier: names and line ends stay, so nothing has to be parsed. Brotli takes most of what is left.

/// Trims `source`. A template literal that spans lines is kept as it stands.
pub fn trim(source: &str) -> String {
    let mut trimmed = String::with_capacity(source.len());
    let mut inside = Inside::Code;
    for line in source.lines() {
        let text = line.trim();
        match inside {
            Inside::Comment => {
                if text.ends_with("*/") {
                    inside = Inside::Code;
                }
                continue;
            }
            Inside::Template => trimmed.push_str(line),
            Inside::Code if text.is_empty() || text.starts_with("//") => continue,
            Inside::Code if text.starts_with("/*") && (text.ends_with("*/") || !text.contains("*/")) => {
                if !text.ends_with("*/") {
                    inside = Inside::Comment;
                }
                continue;
            }
            Inside::Code => trimmed.push_str(text),
        }
        trimmed.push('\n');
        if line.matches('`').count() % 2 == 1 {
            inside = if inside == Inside::Template { Inside::Code } else { Inside::Template };
        }
    }
    trimmed
}

#[derive(PartialEq, Eq)]
enum Inside {
    Code,
    Comment,
    Template,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_on_their_own_lines_and_indentation_go() {
        let source =
            "/**\n * @param {number} a\n */\nexport function f(a) {\n    // why\n    return a; // kept\n}\n";
        assert_eq!(trim(source), "export function f(a) {\nreturn a; // kept\n}\n");
    }

    #[test]
    fn code_behind_a_comment_stays() {
        assert_eq!(trim("/* one */ let a = 1;\n/* two */\nlet b = 2;"), "/* one */ let a = 1;\nlet b = 2;\n");
    }

    #[test]
    fn a_text_over_several_lines_stays_as_it_is() {
        let source = "const a = `one\n    // two\n  three`;\n  f();";
        assert_eq!(trim(source), "const a = `one\n    // two\n  three`;\nf();\n");
    }
}
