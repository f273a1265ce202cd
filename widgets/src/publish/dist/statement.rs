//! JavaScript, statement by statement.
//!
//! Not a parser: it counts brackets, and knows enough of texts and comments to leave theirs out. A statement begins
//! on a line of its own.

/// The statements of `source`, without the lines that are only comment; ends where `source` closes a bracket that it did not
/// open, so that inside an object it gives the members.
pub fn statements(source: &str) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    let mut reader = Reader { depth: 0, inside: Inside::Code };
    for line in source.lines() {
        let text = line.trim();
        let (depth, inside) = (reader.depth, reader.inside);
        reader.read(line);
        if reader.depth < 0 {
            break;
        }
        let comment = match inside {
            Inside::Code => {
                let all = text.ends_with("*/") || reader.inside == Inside::Comment;
                text.is_empty() || text.starts_with("//") || text.starts_with("/*") && all
            }
            Inside::Comment => true,
            Inside::Text(_) => false,
        };
        if comment {
            continue;
        }
        let outside = depth == 0 && inside == Inside::Code;
        match statements.last_mut() {
            Some(statement) if !outside || text.starts_with(['?', ':', '.']) => {
                statement.push('\n');
                statement.push_str(line);
            }
            _ => statements.push(line.trim_start().to_owned()),
        }
    }
    statements
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Inside {
    Code,
    Comment,
    Text(char),
}

struct Reader {
    depth: i32,
    inside: Inside,
}

impl Reader {
    fn read(&mut self, line: &str) {
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match (self.inside, letter) {
                // In code only a regular expression has one.
                (Inside::Code | Inside::Text(_), '\\') => {
                    letters.next();
                }
                (Inside::Code, '/') if letters.peek() == Some(&'/') => break,
                (Inside::Code, '/') if letters.peek() == Some(&'*') => self.inside = Inside::Comment,
                (Inside::Comment, '*') if letters.peek() == Some(&'/') => self.inside = Inside::Code,
                (Inside::Code, '\'' | '"' | '`') => self.inside = Inside::Text(letter),
                (Inside::Text(end), letter) if letter == end => self.inside = Inside::Code,
                (Inside::Code, '{' | '(' | '[') => self.depth += 1,
                (Inside::Code, '}' | ')' | ']') => self.depth -= 1,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_ends_where_its_brackets_close() {
        let source =
            "/**\n * {a\n */\nf(() => {\nif (a) {\n}\n});\n// `b {\nconst c = d\n? e\n: { f };\nlet g;";
        let expected = ["f(() => {\nif (a) {\n}\n});", "const c = d\n? e\n: { f };", "let g;"];
        assert_eq!(statements(source), expected);
    }

    #[test]
    fn brackets_of_texts_and_patterns_do_not_count() {
        let source = "a('{', \"(\", `[${b}`);\nc(/\\[x ([^\\]]+)\\]/);\nd('\\'{'); /* ( */\ne();";
        assert_eq!(statements(source).len(), 4);
    }

    #[test]
    fn the_members_of_an_object_end_with_it() {
        assert_eq!(statements("a: 1,\nb() {\n},\n};\nreturn c;"), ["a: 1,", "b() {\n},"]);
    }
}
