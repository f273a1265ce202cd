//! A cell as a period of the contract: `2019`, `2018-2019`, `2019-10-01`.

use crate::contract::Status;
use crate::contract::datum::is_day;

/// The period a source writes, and its status where the source puts it there: `2022/'23*`.
///
/// ```
/// use geodata::import::foreign::period::read;
/// assert_eq!(read("2019JJ00").unwrap().0, "2019");
/// assert_eq!(read("2023SJ00").unwrap().0, "2023-2024");
/// assert_eq!(read("20190417").unwrap().0, "2019-04-17");
/// ```
pub fn read(text: &str) -> Result<(String, Vec<Status>), String> {
    let text = text.trim();
    let (bare, status) = match (text.strip_suffix("**"), text.strip_suffix('*')) {
        (Some(bare), _) => (bare, vec![Status::NaderVoorlopig]),
        (None, Some(bare)) => (bare, vec![Status::Voorlopig]),
        (None, None) => (text, vec![]),
    };
    match period(bare.trim()) {
        Some(period) => Ok((period, status)),
        None => Err(format!(
            "expected a period as 2019, 2018-2019, 2018/'19, 2019JJ00, 2018SJ00 or 20191001, found {text:?}"
        )),
    }
}

fn period(text: &str) -> Option<String> {
    let year = |digits: &str| -> Option<u16> {
        let plausible = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if plausible { digits.parse().ok().filter(|year| (1900..2100).contains(year)) } else { None }
    };
    let school_year = |from: u16| format!("{from}-{}", from + 1);
    if is_day(text) {
        return Some(text.to_owned());
    }
    if let Some(from) = year(text) {
        return Some(from.to_string());
    }
    if let Some(from) = text.strip_suffix("JJ00").and_then(year) {
        return Some(from.to_string());
    }
    if let Some(from) = text.strip_suffix("SJ00").and_then(year) {
        return Some(school_year(from));
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let day = format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]);
        return is_day(&day).then_some(day);
    }
    let (from, until) = text.split_once(['/', '-'])?;
    let from = year(from)?;
    let until = until.trim_start_matches(['\'', '’', '‘']);
    let next = (from + 1).to_string();
    (until == next || next.get(2..) == Some(until)).then(|| school_year(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_period() {
        let table = [
            ("2019", "2019"),
            ("2019-10-01", "2019-10-01"),
            ("2022/'23", "2022-2023"),
            ("2022/’23*", "2022-2023"),
            ("2018-2019", "2018-2019"),
            ("2018/2019", "2018-2019"),
        ];
        for (text, expected) in table {
            assert_eq!(read(text).expect("a period").0, expected, "{text}");
        }
        assert_eq!(read("2021*").expect("a period").1, [Status::Voorlopig]);
    }

    #[test]
    fn what_is_no_period_is_said() {
        for text in ["", "19", "2019KW01", "20191301", "2018-2020", "2019-13-01", "JJ00", "9999", "é019"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
