//! A cell as a figure, or the reason why it is none.

use super::ForeignCell;
use crate::contract::{Afwezig, Cijfer, Status, Waarde};

/// How a source writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Decimal point.
    Plain,
    /// Decimal comma, percentages as `,0%`, `<5` for 1 to 4.
    Duo,
    /// Decimal point; `.` for unknown, unreliable or secret, `*` and `**` for provisional, -9999x for missing.
    Cbs,
}

/// What a cell says, or what it should have said. An empty cell is `empty`.
///
/// ```
/// use geodata::contract::{Cijfer, Waarde};
/// use geodata::import::foreign::{ForeignCell, number::{Form, read}};
/// let cell = |text: &str| ForeignCell::Text(text.to_owned());
/// assert_eq!(read(&cell("538,5"), Form::Duo, None), Ok(Waarde::precies(538.5)));
/// assert_eq!(read(&cell("<5"), Form::Duo, None).unwrap().cijfer, Ok(Cijfer::Tussen(1.0, 4.0)));
/// ```
pub fn read(cell: &ForeignCell, form: Form, empty: Option<Afwezig>) -> Result<Waarde, String> {
    let empty = || Waarde::afwezig(empty.unwrap_or(Afwezig::Onbekend));
    let text = match cell {
        ForeignCell::Missing(word) => return missing(word),
        ForeignCell::Text(text) => text.trim(),
    };
    if text.is_empty() {
        return Ok(empty());
    }
    if let Some((_, reden)) = Afwezig::ALL.iter().find(|(name, _)| *name == text) {
        return Ok(Waarde::afwezig(*reden));
    }
    if let Some(below) = text.strip_prefix('<').and_then(|bound| bound.trim().parse::<u32>().ok())
        && below > 1
    {
        return Ok(Waarde { cijfer: Ok(Cijfer::Tussen(1.0, f64::from(below - 1))), status: vec![] });
    }
    if form == Form::Cbs {
        if text == "." {
            return Ok(Waarde::afwezig(Afwezig::OnbekendOfGeheim));
        }
        for (sign, status) in [("**", Status::NaderVoorlopig), ("*", Status::Voorlopig)] {
            if let Some(figure) = text.strip_suffix(sign) {
                let cijfer = Ok(Cijfer::Precies(number(figure.trim(), form)?));
                return Ok(Waarde { cijfer, status: vec![status] });
            }
        }
    }
    match number(text, form)? {
        // -99999999, -99997 and their like, of the files of wijken and buurten.
        code if is_missing_code(code) => Ok(Waarde::afwezig(Afwezig::Onbekend)),
        figure => Ok(Waarde::precies(figure)),
    }
}

fn missing(word: &str) -> Result<Waarde, String> {
    Ok(Waarde::afwezig(match word {
        "Impossible" => Afwezig::NietVanToepassing,
        "no observation" => Afwezig::NietGemeten,
        // CBS: `null` is what `.` becomes in a typed data set; other words say no more than it.
        _ => Afwezig::OnbekendOfGeheim,
    }))
}

fn is_missing_code(figure: f64) -> bool {
    figure == -99_999_999.0 || (-99_999.0..=-99_990.0).contains(&figure) && figure.fract() == 0.0
}

fn number(text: &str, form: Form) -> Result<f64, String> {
    let refused = || {
        let sign = if form == Form::Duo { "comma" } else { "point" };
        format!("expected a number with a decimal {sign}, found {text:?}")
    };
    let bare = text.strip_suffix('%').map_or(text, str::trim_end);
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", bare),
    };
    let decimal = if form == Form::Duo { ',' } else { '.' };
    let (whole, part) = digits.split_once(decimal).unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + part.len() == 0 || !are_digits(whole) || !are_digits(part) {
        // What spreadsheets and JSON write for the very small: 1.2e-5.
        let scientific = form != Form::Duo && bare.contains(['e', 'E']);
        return match bare.parse::<f64>() {
            Ok(figure) if scientific && figure.is_finite() => Ok(figure),
            _ => Err(refused()),
        };
    }
    let figure: f64 = format!("{sign}{whole}.{part}0").parse().map_err(|_| refused())?;
    if figure.is_finite() { Ok(figure) } else { Err(refused()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, form: Form) -> Result<Waarde, String> {
        read(&ForeignCell::Text(text.to_owned()), form, None)
    }

    #[test]
    fn each_source_has_its_own_way() {
        let table = [
            ("  -0.100", Form::Cbs, Waarde::precies(-0.1)),
            (".", Form::Cbs, Waarde::afwezig(Afwezig::OnbekendOfGeheim)),
            ("12.5*", Form::Cbs, Waarde { status: vec![Status::Voorlopig], ..Waarde::precies(12.5) }),
            ("12**", Form::Cbs, Waarde { status: vec![Status::NaderVoorlopig], ..Waarde::precies(12.0) }),
            ("-99999999", Form::Cbs, Waarde::afwezig(Afwezig::Onbekend)),
            ("-99997", Form::Plain, Waarde::afwezig(Afwezig::Onbekend)),
            (",0%", Form::Duo, Waarde::precies(0.0)),
            ("538,636363636364", Form::Duo, Waarde::precies(538.636363636364)),
            ("0", Form::Duo, Waarde::precies(0.0)),
            ("", Form::Duo, Waarde::afwezig(Afwezig::Onbekend)),
            ("1.2e-5", Form::Plain, Waarde::precies(1.2e-5)),
        ];
        for (text, form, expected) in table {
            assert_eq!(value(text, form), Ok(expected), "{text}");
        }
    }

    #[test]
    fn less_than_five_is_one_to_four() {
        let range = Waarde { cijfer: Ok(Cijfer::Tussen(1.0, 4.0)), status: vec![] };
        assert_eq!(value("<5", Form::Duo), Ok(range.clone()));
        assert_eq!(value("< 5", Form::Duo), Ok(range));
        assert!(value("<1", Form::Duo).is_err());
    }

    #[test]
    fn what_is_no_number_is_said() {
        for (text, form) in [
            ("12.5", Form::Duo),
            ("12,5", Form::Plain),
            ("1.234.567", Form::Plain),
            (".", Form::Plain),
            ("NaN", Form::Plain),
            ("inf", Form::Plain),
            ("1e999", Form::Plain),
            ("x", Form::Cbs),
            ("--1", Form::Cbs),
            ("%", Form::Duo),
        ] {
            assert!(value(text, form).is_err(), "{text}: {:?}", value(text, form));
        }
    }
}
