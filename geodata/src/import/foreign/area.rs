//! A cell as the code of an area or a school, however its source writes it.

use crate::contract::{GebiedCode, Niveau};

/// The code that a source's cells stand for, of the wanted level or another; a school may stand in two
/// cells, instelling and vestiging.
///
/// ```
/// use geodata::contract::Niveau;
/// use geodata::import::foreign::area::read;
/// assert_eq!(read(&[" 637"], Niveau::Gemeente).unwrap().as_str(), "GM0637");
/// assert_eq!(read(&["GM0363    "], Niveau::Gemeente).unwrap().as_str(), "GM0363");
/// assert_eq!(read(&["00ap", "0"], Niveau::School).unwrap().as_str(), "00AP00");
/// ```
pub fn read(cells: &[&str], niveau: Niveau) -> Result<GebiedCode, String> {
    let cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_uppercase()).collect();
    let found = cells.join(" ");
    let code = match (niveau, &cells[..]) {
        (Niveau::School, [instelling, vestiging]) => school(instelling, vestiging),
        (_, [one]) if Niveau::of(one).is_some() => Some(one.clone()),
        (_, [one]) if one == "NL" || one == "NL00" => Some("NL01".to_owned()),
        (Niveau::Gemeente, [one]) => numbered("GM", one, 4),
        (Niveau::Wijk, [one]) => numbered("WK", one, 6),
        (Niveau::Buurt, [one]) => numbered("BU", one, 8),
        (Niveau::Provincie, [one]) => numbered("PV", one, 2),
        // `2022GM0363`: PDOK's jrstatcode.
        _ => None,
    };
    let dated = || Some(found.get(4..)?.to_owned()).filter(|code| Niveau::of(code).is_some());
    let year = found.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let code = code.or_else(|| if year { dated() } else { None });
    let code = code.map(GebiedCode::new).filter(GebiedCode::is_well_formed);
    code.ok_or_else(|| format!("expected the code of a {niveau}, found {found:?}"))
}

/// DUO writes a vestiging with two characters in po and six in vo, older files as a number.
fn school(instelling: &str, vestiging: &str) -> Option<String> {
    if vestiging.len() == 6 && vestiging.starts_with(instelling) {
        return Some(vestiging.to_owned());
    }
    let digits = vestiging.len() <= 2 && vestiging.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !vestiging.is_empty()).then(|| format!("{instelling}{vestiging:0>2}"))
}

/// A number that lost its zeros in front.
fn numbered(prefix: &str, digits: &str, length: usize) -> Option<String> {
    let fits = !digits.is_empty() && digits.len() <= length;
    let fits = fits && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| format!("{prefix}{digits:0>length$}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_in_every_dress() {
        let table: [(&[&str], Niveau, &str); 10] = [
            (&["0114"], Niveau::Gemeente, "GM0114"),
            (&["285"], Niveau::Gemeente, "GM0285"),
            (&["2022GM0014"], Niveau::Gemeente, "GM0014"),
            (&["WK036300  "], Niveau::Wijk, "WK036300"),
            (&["1400"], Niveau::Wijk, "WK001400"),
            (&["19000001"], Niveau::Buurt, "BU19000001"),
            (&["NL01  "], Niveau::Land, "NL01"),
            (&["99AA", "1"], Niveau::School, "99AA01"),
            (&["00AH", "00AH00"], Niveau::School, "00AH00"),
            (&["00AP00"], Niveau::School, "00AP00"),
        ];
        for (cells, niveau, expected) in table {
            assert_eq!(read(cells, niveau).expect("a code").as_str(), expected);
        }
    }

    #[test]
    fn what_is_no_code_is_said() {
        for (cells, niveau) in [
            (&["Buitenland"][..], Niveau::Gemeente),
            (&["03633"], Niveau::Gemeente),
            (&[""], Niveau::Gemeente),
            (&["00AP", ""], Niveau::School),
            (&["00AP", "00AR00"], Niveau::School),
            (&[], Niveau::School),
            (&["été"], Niveau::Wijk),
        ] {
            assert!(read(cells, niveau).is_err(), "{cells:?}");
        }
    }
}
