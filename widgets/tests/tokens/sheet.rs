//! The tokens as the style sheet declares them.

use std::collections::BTreeMap;

/// The sheet of every widget.
pub const SHEET: &str =
    concat!(include_str!("../../src/view/gka.css"), include_str!("../../src/view/lijst.css"));

/// A token of the public set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The name of its value in our own rules: `ink` for `--gka-ink`.
    pub own: String,
    /// Names of a host's theme that come before our colours, the first first.
    pub host: Vec<String>,
    /// Our colours on a light and on a dark page, as `#rrggbb`.
    pub light: String,
    pub dark: String,
}

/// Every `--gka-dataviz-…` of the sheet, by its name after that beginning.
pub fn tokens() -> BTreeMap<String, Token> {
    let declarations = SHEET.split(['{', ';', '}']);
    declarations.filter_map(|declaration| token(declaration.trim())).collect()
}

/// `--gka-ink:var(--gka-dataviz-color,var(--nl-…,light-dark(#14212b,#eef2f3)))`
fn token(declaration: &str) -> Option<(String, Token)> {
    let (own, value) = declaration.strip_prefix("--gka-")?.split_once(':')?;
    let mut names = value.split("var(--").skip(1).map(|name| name.split(',').next().unwrap_or_default());
    let name = names.next()?.strip_prefix("gka-dataviz-")?;
    let (light, dark) = value.split_once("light-dark(")?.1.split_once(')')?.0.split_once(',')?;
    let host = names.map(|name| format!("--{name}")).collect();
    Some((name.to_owned(), Token { own: own.to_owned(), host, light: long(light), dark: long(dark) }))
}

/// `#fff` is `#ffffff`.
pub fn long(colour: &str) -> String {
    let digits = colour.trim().trim_start_matches('#');
    match digits.len() {
        3 => digits.chars().fold("#".to_owned(), |long, digit| format!("{long}{digit}{digit}")),
        _ => format!("#{digits}"),
    }
}
