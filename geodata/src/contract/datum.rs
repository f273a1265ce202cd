//! Dates as precise as their source: a day, a month or a year.

/// Whether this is `2021-01-22`, `2021-01` or `2021`, and such a day exists.
///
/// ```
/// use geodata::contract::datum::is_datum;
/// assert!(is_datum("2020-02-29"));
/// assert!(is_datum("2019-07"));
/// assert!(!is_datum("2021-02-29"));
/// assert!(!is_datum("22-01-2021"));
/// ```
pub fn is_datum(datum: &str) -> bool {
    let parts: Vec<&str> = datum.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    if !matches!(lengths[..], [4] | [4, 2] | [4, 2, 2]) {
        return false;
    }
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| number(part)).collect();
    match numbers.as_deref() {
        Some([year, rest @ ..]) if *year > 0 => match rest {
            [] => true,
            [month] => (1..=12).contains(month),
            [month, day, ..] => (1..=12).contains(month) && (1..=days(*year, *month)).contains(day),
        },
        _ => false,
    }
}

/// Whether this is a whole day, `2021-01-22`.
pub fn is_day(datum: &str) -> bool {
    datum.len() == 10 && is_datum(datum)
}

/// Whether the first date is surely before the second, however precise they are: 2021 is not before
/// 2021-03, nor after it.
///
/// ```
/// use geodata::contract::datum::is_before;
/// assert!(is_before("2020", "2021-03"));
/// assert!(!is_before("2021", "2021-03"));
/// assert!(!is_before("2021-03", "2021"));
/// ```
pub fn is_before(one: &str, other: &str) -> bool {
    let shared = one.len().min(other.len());
    one.get(..shared) < other.get(..shared)
}

fn number(digits: &str) -> Option<u32> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        for datum in
            ["", "21", "2021-1", "2021-13", "2021-00", "2021-04-31", "1900-02-29", "2021-01-1x", "+021"]
        {
            assert!(!is_datum(datum), "{datum}");
        }
        for datum in ["2021", "2021-12", "2021-04-30", "2000-02-29"] {
            assert!(is_datum(datum), "{datum}");
        }
    }

    #[test]
    fn a_month_is_not_a_day() {
        assert!(is_day("2021-01-22"));
        assert!(!is_day("2021-01"));
    }
}
