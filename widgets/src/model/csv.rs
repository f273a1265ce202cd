//! A table as a file that a spreadsheet opens and a program reads.
//!
//! Made for who asks for it in a widget: with a Dutch Excel, mostly. That one splits at the semicolon, because
//! the comma is in its numbers, and takes a file for UTF-8 only when it begins with a byte order mark; without
//! the two, "Súdwest-Fryslân" and its figure stand in one cell as rubbish. Programs find the same facts with
//! commas and without the mark in the exports (RFC 4180, with CSVW).

/// Rows of as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Lines end as RFC 4180 says. A cell that a spreadsheet would take for a formula gets an apostrophe
    /// before it (OWASP, CSV Injection): names come from others.
    ///
    /// ```
    /// use widgets::model::csv::Table;
    /// let table = Table {
    ///     columns: vec!["gemeente".into(), "interventies".into()],
    ///     rows: vec![vec!["Bergen; \"op Zoom\"".into(), "1".into()], vec!["=1+1".into(), "-2".into()]],
    /// };
    /// assert_eq!(
    ///     table.csv(),
    ///     "\u{feff}gemeente;interventies\r\n\"Bergen; \"\"op Zoom\"\"\";1\r\n'=1+1;-2\r\n"
    /// );
    /// ```
    pub fn csv(&self) -> String {
        let mut csv = String::from('\u{feff}');
        for row in std::iter::once(&self.columns).chain(&self.rows) {
            for (i, value) in row.iter().enumerate() {
                if i > 0 {
                    csv.push(';');
                }
                cell(&mut csv, value);
            }
            csv.push_str("\r\n");
        }
        csv
    }
}

fn cell(csv: &mut String, value: &str) {
    let quoted = value.contains([';', ',', '"', '\r', '\n', '\t']);
    if quoted {
        csv.push('"');
    }
    if is_formula(value) {
        csv.push('\'');
    }
    for letter in value.chars() {
        if letter == '"' {
            csv.push('"');
        }
        csv.push(letter);
    }
    if quoted {
        csv.push('"');
    }
}

/// A number with its sign is none.
fn is_formula(value: &str) -> bool {
    let number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| b"0123456789.,".contains(&byte));
    match value.strip_prefix(['=', '+', '-', '@', '\t', '\r']) {
        None => false,
        Some(rest) => !(value.starts_with('-') && number(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str) -> String {
        let table = Table { columns: vec![value.to_owned()], rows: vec![] };
        table.csv().trim_start_matches('\u{feff}').trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn only_what_needs_quotes_gets_them() {
        assert_eq!(written("'s-Gravenhage"), "'s-Gravenhage");
        assert_eq!(written("Nuenen, Gerwen"), "\"Nuenen, Gerwen\"");
        assert_eq!(written("een\nen twee"), "\"een\nen twee\"");
        assert_eq!(written("een \"agenda\""), "\"een \"\"agenda\"\"\"");
        assert_eq!(written(""), "");
    }

    #[test]
    fn a_name_is_never_a_formula() {
        assert_eq!(written("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(written("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(written("-1,2"), "\"-1,2\"");
        assert_eq!(written("-A1"), "'-A1");
    }
}
