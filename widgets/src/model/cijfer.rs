//! A figure as plain Dutch text (B1): the number, the reason why there is none, and how it compares.
//!
//! Rounding happens on whole numbers of the last digit shown, so that the text is the same natively and in
//! the browser.

use super::words::with_sign;
use geodata::contract::oordeel::{Oordeel, oordeel};
use geodata::contract::waarde::Cijfer;
use geodata::contract::{Afwezig, Indicator, Status, Waarde};

/// A number with a decimal comma and dots between thousands: `-1.234,5`. What no such text can hold (beyond
/// 15 digits, not a number) is an en dash.
///
/// ```
/// use widgets::model::cijfer::getal;
/// assert_eq!(getal(1234.56, 1), "1.234,6");
/// assert_eq!(getal(-0.04, 1), "0,0");
/// ```
pub fn getal(waarde: f64, decimalen: u8) -> String {
    let unit = 10_f64.powi(i32::from(decimalen));
    let scaled = (waarde * unit).round();
    if !scaled.is_finite() || scaled.abs() >= 1e15 {
        return "–".to_owned();
    }
    let digits = (scaled.abs() as u64).to_string();
    let width = usize::from(decimalen) + 1;
    let digits = ["0".repeat(width.saturating_sub(digits.len())), digits].concat();
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(decimalen));
    let mut text = String::new();
    if scaled < 0.0 {
        text.push('-');
    }
    for (position, digit) in whole.char_indices() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.extend([",", fraction]);
    }
    text
}

/// A value of an indicator as it stands in a table: `30,1%`, `1 tot 4`; a dash where there is none.
pub fn kort(indicator: &Indicator, waarde: &Waarde) -> String {
    let sign = indicator.teken.as_deref().unwrap_or_default();
    let number = |number| getal(number, indicator.decimalen);
    match waarde.cijfer {
        Ok(Cijfer::Precies(waarde)) => with_sign(&number(waarde), sign),
        Ok(Cijfer::Tussen(van, tot)) => [&number(van), " tot ", &with_sign(&number(tot), sign)].concat(),
        Err(_) => "–".to_owned(),
    }
}

/// Why there is no figure, in a few words.
pub fn reden(reden: Afwezig) -> &'static str {
    match reden {
        Afwezig::Onderdrukt => "niet getoond, omdat het om te weinig mensen gaat",
        Afwezig::Onbekend => "niet bekend bij de bron",
        Afwezig::OnbekendOfGeheim => {
            "niet bekend, niet betrouwbaar of geheim; de bron zegt niet welk van de drie"
        }
        Afwezig::NietVanToepassing => "niet van toepassing",
        Afwezig::NietGemeten => "niet gemeten",
        Afwezig::GebiedBestondNiet => "deze gemeente bestond toen niet",
        Afwezig::NietAangeleverd => "niet aangeleverd",
        Afwezig::NietVergelijkbaar => "niet te vergelijken",
    }
}

/// What the source says of a figure, in a word or two.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Voorlopig => "voorlopig",
        Status::NaderVoorlopig => "bijna definitief",
        Status::Geschat => "geschat",
        Status::Onbetrouwbaar => "onbetrouwbaar: weinig mensen",
        Status::Onvolledig => "niet volledig",
        Status::Berekend => "door ons berekend",
    }
}

/// How a figure stands to that of a larger whole, as a sentence without its end: "hoger dan in Nederland (26,1%)".
/// Nothing where one of them is absent.
pub fn vergelijking(
    indicator: &Indicator,
    waarde: &Waarde,
    ander: &Waarde,
    gelijk_binnen: f64,
    whole: &str,
) -> Option<String> {
    let (begin, end) = match oordeel(waarde, ander, gelijk_binnen).ok()? {
        Oordeel::Hoger => ("hoger dan in ", ""),
        Oordeel::Lager => ("lager dan in ", ""),
        Oordeel::OngeveerGelijk => ("ongeveer zoals in ", ""),
        Oordeel::NietTeZeggen => ("of het hoger of lager is dan in ", " is niet te zeggen"),
    };
    Some([begin, whole, " (", &kort(indicator, ander), ")", end].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_dutch_readers_write_it() {
        let table = [
            (0.0, 0, "0"),
            (7.0, 1, "7,0"),
            (0.05, 1, "0,1"),
            (-0.35, 2, "-0,35"),
            (1234567.0, 0, "1.234.567"),
            (999.95, 1, "1.000,0"),
            (f64::NAN, 1, "–"),
            (1e308, 0, "–"),
        ];
        for (number, decimals, text) in table {
            assert_eq!(getal(number, decimals), text);
        }
    }
}
