//! Numbers and dates as plain Dutch text (B1).

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date as precisely as it is known: `2021-01-22` is "22 januari 2021", `2019-07` is "juli 2019",
/// `2020` stays "2020". Anything else is returned as it is.
pub fn date(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').collect();
    let month = parts
        .get(1)
        .and_then(|month| month.parse::<usize>().ok())
        .and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    match (parts.as_slice(), month) {
        ([year, _], Some(month)) => [month, " ", year].concat(),
        ([year, _, day], Some(month)) => [day.trim_start_matches('0'), " ", month, " ", year].concat(),
        _ => iso.to_owned(),
    }
}

/// A count with its noun: "1 interventie", "5 interventies".
pub fn count(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_as_precisely_as_it_is_known() {
        assert_eq!(date("2021-01-22"), "22 januari 2021");
        assert_eq!(date("2019-07-03"), "3 juli 2019");
        assert_eq!(date("2019-07"), "juli 2019");
        assert_eq!(date("2020"), "2020");
        assert_eq!(date("2020-13"), "2020-13");
        assert_eq!(date(""), "");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(count(1, "interventie", "interventies"), "1 interventie");
        assert_eq!(count(0, "interventie", "interventies"), "0 interventies");
    }
}
