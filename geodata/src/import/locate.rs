//! Where a JSON path stands in a text: a problem found after reading still names a line.

/// Line and column, both from 1, of the value at `path` (`gemeenten[3].provincie`) in a text that is
/// JSON; of the nearest value around it where the path leads nowhere.
pub fn locate(text: &str, path: &str) -> (usize, usize) {
    let mut at = skip_space(text.as_bytes(), 0);
    for step in steps(path) {
        match enter(text, at, &step) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    line_and_column(text, at)
}

/// Line and column, both from 1, of a byte.
pub fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

enum Step {
    Key(String),
    Item(usize),
}

fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let mut pieces = part.split('[');
        let key = pieces.next().unwrap_or_default();
        if !key.is_empty() {
            steps.push(Step::Key(key.to_owned()));
        }
        steps.extend(pieces.filter_map(|piece| piece.strip_suffix(']')?.parse().ok()).map(Step::Item));
    }
    steps
}

/// The start of the value one step inside the value at `at`.
fn enter(text: &str, at: usize, step: &Step) -> Option<usize> {
    let bytes = text.as_bytes();
    let open = *bytes.get(at)?;
    let mut at = skip_space(bytes, at + 1);
    let mut position = 0;
    loop {
        match (open, step) {
            (b'{', Step::Key(wanted)) => {
                let end = skip_value(bytes, at)?;
                let key: String = serde_json::from_str(text.get(at..end)?).ok()?;
                let colon = skip_space(bytes, end);
                at = skip_space(bytes, colon + 1);
                if key == *wanted {
                    return Some(at);
                }
            }
            (b'[', Step::Item(wanted)) if *bytes.get(at)? != b']' => {
                if position == *wanted {
                    return Some(at);
                }
            }
            _ => return None,
        }
        at = skip_space(bytes, skip_value(bytes, at)?);
        if *bytes.get(at)? != b',' {
            return None;
        }
        at = skip_space(bytes, at + 1);
        position += 1;
    }
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    let space = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_whitespace()).count();
    at + space
}

/// The end of the value at `at`.
fn skip_value(bytes: &[u8], at: usize) -> Option<usize> {
    let (mut at, mut depth) = (at, 0_usize);
    loop {
        match *bytes.get(at)? {
            b'"' => at = skip_string(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' | b':' => {
                at += 1;
                continue;
            }
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            _ => at += bytes[at..].iter().take_while(|byte| is_bare(**byte)).count().max(1),
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

fn skip_string(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        match *bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\"a\":1,\"list\":[\n{\"x\":\"é\\\"]\",\"y\":[1,2]},\n{\"y\":[]}\n],\"z\":null}\n";

    #[test]
    fn a_path_has_a_line_and_a_column() {
        let table = [
            ("a", (1, 6)),
            ("list", (1, 15)),
            ("list[0]", (2, 1)),
            ("list[0].x", (2, 6)),
            ("list[0].y[1]", (2, 20)),
            ("list[1].y", (3, 6)),
            ("z", (4, 7)),
        ];
        for (path, expected) in table {
            assert_eq!(locate(TEXT, path), expected, "{path}");
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_stops_where_it_ends() {
        assert_eq!(locate(TEXT, "list[1].y[3]"), (3, 6));
        assert_eq!(locate(TEXT, "list[7]"), (1, 15));
        assert_eq!(locate(TEXT, "nothing.at.all"), (1, 1));
        assert_eq!(locate("", "a"), (1, 1));
    }
}
