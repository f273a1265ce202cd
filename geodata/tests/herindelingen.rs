//! Codes of every year to those of every later year, and real tables with them.

mod scratch;

use geodata::contract::{GemeenteCode, Herindelingen};
use geodata::import::codes::{Asked, Foreign, Mapped, map};
use geodata::import::herindelingen::built_in;
use proptest::prelude::*;
use scratch::root;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

fn herindelingen() -> Herindelingen {
    built_in().expect("the tables agree")
}

fn codes(herindelingen: &Herindelingen, jaar: u16) -> BTreeSet<GemeenteCode> {
    herindelingen.indeling(jaar).map(|gemeente| gemeente.code.clone()).collect()
}

fn shared(path: &str) -> Option<Vec<u8>> {
    let path = root().join("../shared/bronnen").join(path);
    std::fs::read(&path)
        .inspect_err(|error| {
            // Not `eprintln`, which a passing test keeps to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
        })
        .ok()
}

fn asked(from: u16, to: u16, sum: &[&str]) -> Asked {
    Asked { from, to, sum: sum.iter().map(|&name| name.to_owned()).collect(), ..Asked::default() }
}

fn mapped(text: &str, asked: &Asked) -> Result<Mapped, String> {
    let table = Foreign::parse("t.csv", text.as_bytes()).map_err(|problems| problems.to_string())?;
    map(&table, &herindelingen(), asked).map_err(|problems| problems.to_string())
}

#[test]
fn each_indeling_maps_onto_every_later_one() {
    let herindelingen = herindelingen();
    for from in herindelingen.jaren() {
        for to in from..=*herindelingen.jaren().end() {
            let mut reached = BTreeSet::new();
            for code in codes(&herindelingen, from) {
                let opvolging = herindelingen.follow(&code, from, to).expect("a gemeente of that year");
                assert!(!opvolging.naar.is_empty(), "{code} of {from} is nowhere in {to}");
                reached.extend(opvolging.naar);
            }
            assert_eq!(reached, codes(&herindelingen, to), "{from} to {to}");
        }
    }
}

#[test]
fn following_in_two_steps_is_following_in_one() {
    let herindelingen = herindelingen();
    for from in herindelingen.jaren() {
        for between in from..=*herindelingen.jaren().end() {
            for to in between..=*herindelingen.jaren().end() {
                for code in codes(&herindelingen, from) {
                    let follow = |code: &GemeenteCode, from, to| {
                        herindelingen.follow(code, from, to).expect("a gemeente of that year")
                    };
                    let first = follow(&code, from, between);
                    let naar: BTreeSet<GemeenteCode> =
                        first.naar.iter().flat_map(|code| follow(code, between, to).naar).collect();
                    assert_eq!(follow(&code, from, to).naar, naar, "{code}: {from}, {between}, {to}");
                }
            }
        }
    }
}

#[test]
fn only_three_gemeenten_were_divided() {
    let herindelingen = herindelingen();
    let all: BTreeSet<GemeenteCode> =
        herindelingen.jaren().flat_map(|jaar| codes(&herindelingen, jaar)).collect();
    let divided: Vec<&str> =
        all.iter().filter(|code| herindelingen.events(code).len() > 1).map(GemeenteCode::as_str).collect();
    assert_eq!(divided, ["GM0053", "GM0140", "GM0788"]);
}

#[test]
fn the_codes_of_each_year_are_those_of_the_source() {
    let Some(bytes) = shared("herindelingen/gemeentecodes_per_jaar.json") else { return };
    let lists: BTreeMap<String, BTreeSet<String>> = serde_json::from_slice(&bytes).expect("lists of codes");
    let herindelingen = herindelingen();
    assert_eq!(lists.len(), herindelingen.jaren().count());
    for (jaar, list) in lists {
        let known = codes(&herindelingen, jaar.parse().expect("a year"));
        assert_eq!(known.iter().map(|code| code.to_string()).collect::<BTreeSet<_>>(), list, "{jaar}");
    }
}

/// Codes of 2018 as ` 637`, `285` and `0114`, Windows-1252, 6,579 rows.
#[test]
fn the_eindscores_of_2018_leave_no_code_unknown_and_two_not_comparable() {
    let Some(bytes) = shared("indicatoren/duo/gemiddelde-eindscores-bo-sbo-2018-2019.csv") else { return };
    let table = Foreign::parse("eindscores.csv", &bytes).expect("a table");
    assert_eq!(table.rows.len(), 6579);
    let mapped = map(&table, &herindelingen(), &asked(2018, 2021, &["LEERJAAR_8"])).expect("no unknown code");
    let divided: Vec<&str> = mapped
        .codes
        .iter()
        .filter(|(_, (_, opvolging))| opvolging.whole().is_none())
        .map(|(code, _)| code.as_str())
        .collect();
    assert_eq!(divided, ["GM0053", "GM0788"]);
    // Every gemeente of 2021 has a row, and six of them the reason why they have no number.
    assert_eq!(mapped.rows.len(), 352);
    let without: Vec<&str> =
        mapped.rows.iter().filter(|row| row[2].is_empty()).map(|row| row[0].as_str()).collect();
    assert_eq!(without, ["GM0757", "GM0824", "GM0855", "GM0865", "GM1966", "GM1969"]);
    assert!(mapped.rows.iter().all(|row| row[2].is_empty() != row[5].is_empty() && row[6].is_empty()));
}

#[test]
fn counts_of_joined_gemeenten_are_added() {
    let text = "GEMEENTENUMMER;NAAM;AANTAL\n  3;Appingedam;10\n0010;Delfzijl;20\nGM0024;Loppersum;5\n14;Groningen;7\n";
    let mapped = mapped(text, &asked(2020, 2021, &["aantal"])).expect("a table");
    assert_eq!(mapped.header, ["code", "naam", "AANTAL", "rijen", "uit", "niet_vergelijkbaar", "ontbreekt"]);
    assert_eq!(mapped.rows[0], ["GM0014", "Groningen", "7", "1", "GM0014", "", ""]);
    assert_eq!(mapped.rows[1], ["GM1979", "Eemsdelta", "35", "3", "GM0003; GM0010; GM0024", "", ""]);
}

#[test]
fn a_mark_leaves_a_sum_empty_and_is_told() {
    let text = "code,a,b\nGM0003,<5,1\nGM0010,20,2\nGM0024,,3\n";
    let mapped = mapped(text, &asked(2020, 2021, &["a", "b"])).expect("a table");
    let expected =
        ["GM1979", "Eemsdelta", "", "6", "3", "GM0003; GM0010; GM0024", "", "a: leeg in 1 rij, <5 in 1 rij"];
    assert_eq!(mapped.rows, [expected]);
}

#[test]
fn who_got_a_part_has_a_reason_and_no_number() {
    let mapped = mapped("code,a\nGM0788,4\nGM0865,6\n", &asked(2020, 2021, &["a"])).expect("a table");
    let vught = mapped.rows.iter().find(|row| row[0] == "GM0865").expect("Vught");
    assert_eq!(vught[2..5], ["", "1", "GM0788; GM0865"]);
    assert!(vught[5].starts_with("Haaren (GM0788) is op 2021-01-01 verdeeld over Boxtel (GM0757), "));
}

#[test]
fn without_a_sum_every_row_keeps_its_cells_and_gets_its_code() {
    let text = "school,gm_code\nA,GM0457\nB,GM0788\n";
    let mapped = mapped(text, &asked(2020, 2023, &[])).expect("a table");
    assert_eq!(mapped.header[2..], ["gemeente_2023", "gemeente_2023_naam", "niet_vergelijkbaar_2023"]);
    assert_eq!(mapped.rows[0], ["A", "GM0457", "GM0363", "Amsterdam", ""]);
    assert_eq!(mapped.rows[1][2..4], ["", ""]);
}

#[test]
fn each_fault_of_a_table_says_where() {
    let table = [
        ("a,b\n1,2\n", &[][..], "t.csv:1:1: expected --code with one of the columns a, b, found none"),
        ("code,b\nGM0014,2\n", &["c"], "t.csv:1:1: expected one of the columns code, b, found \"c\""),
        (
            "code,b\nGM9999,2\nGM9999,2\nGM1979,2\nNL01,3\n",
            &[],
            "t.csv:2:1 (code): expected a gemeente of 2020, found \"GM9999\", in 2 rows\n\
             t.csv:4:1 (code): expected a gemeente of 2020, found \"GM1979\", a gemeente of 2021 to 2026\n\
             t.csv:5:1 (code): expected a gemeente of 2020, such as GM0363 or 363, found \"NL01\"",
        ),
        (
            "code,b\nGM0014,veel\n",
            &["b"],
            "t.csv:2:2 (b): expected a count of 0 or more, or a mark such as <5, found \"veel\"",
        ),
    ];
    for (text, sum, expected) in table {
        assert_eq!(mapped(text, &asked(2020, 2021, sum)).expect_err("a fault"), expected);
    }
    let years = |from, to| mapped("code\nGM0014\n", &asked(from, to, &[])).expect_err("years");
    assert_eq!(years(2020, 2030), "t.csv: expected a year from 2016 to 2026, found 2030");
    assert!(years(2021, 2020).starts_with("t.csv: expected a year from 2021 on, found 2020"));
}

#[test]
fn rows_are_left_out_only_by_name() {
    let mut asked = asked(2020, 2021, &["a"]);
    asked.skip = vec!["NL".to_owned()];
    let mapped = mapped("code,a\nGM0014,2\nNL,900\n", &asked).expect("a table");
    assert_eq!((mapped.rows.len(), mapped.left_out), (1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_count_is_lost_or_doubled(
        numbers in prop::collection::vec(0_u64..1000, 355), from in 2016_u16..2021, to in 2021_u16..=2026,
    ) {
        let herindelingen = herindelingen();
        let mut text = "code,a\n".to_owned();
        let mut total = 0;
        for (code, number) in codes(&herindelingen, from).iter().zip(numbers.iter().cycle()) {
            text += &format!("{code},{number}\n");
            total += number;
        }
        let mapped = mapped(&text, &asked(from, to, &["a"])).expect("a table");
        let sum: u64 = mapped.rows.iter().filter_map(|row| row[2].parse::<u64>().ok()).sum();
        // What is in no sum: rows of gemeenten that were divided, or that joined one with a part of those.
        let open: BTreeSet<&str> =
            mapped.rows.iter().filter(|row| row[2].is_empty()).flat_map(|row| row[4].split("; ")).collect();
        let left: u64 = text.lines().skip(1).filter_map(|line| line.split_once(','))
            .filter(|(code, _)| open.contains(code)).filter_map(|(_, number)| number.parse::<u64>().ok()).sum();
        prop_assert_eq!(sum + left, total);
    }
}
