//! Every fault in the tables has its message, and nothing is written.

mod scratch;

use geodata::import::{self, export::ExportError};
use scratch::{Scratch, files, small};
use std::process::Command;

/// What is said of the small tables after `from` became `to` in `file`.
fn message(name: &str, changes: &[(&str, &str, &str)]) -> String {
    let tables = Scratch::copy_of(&format!("tables-{name}"), &small("tabellen"));
    for (file, from, to) in changes {
        tables.replace(file, from, to);
    }
    let out = Scratch::new(&format!("tables-{name}-out"));
    let result = import::export(&tables.dir, &small("kaart.topo.json"), &out.dir);
    assert!(files(&out.dir).is_empty(), "nothing is written");
    match result {
        Err(ExportError::Tables(problems)) => problems.to_string(),
        other => panic!("{changes:?} gave {other:?}"),
    }
}

#[test]
fn each_fault_says_where_and_what_was_expected() {
    let (gemeenten, interventies, namen, uitgave) =
        ("gemeenten.csv", "interventies.csv", "gebiedsnamen.csv", "uitgave.toml");
    let table = [
        (
            (gemeenten, "GM9003,", "GM9004,"),
            "gemeenten.csv:2:1 (code): expected a gemeente on the map of 2021, found \"GM9004\"",
        ),
        (
            (gemeenten, "GM9003,", "9003,"),
            "gemeenten.csv:2:1 (code): expected a CBS code such as GM0363, found \"9003\"",
        ),
        ((gemeenten, "Cewoude", ""), "gemeenten.csv:2:2 (naam): expected a value, found an empty cell"),
        (
            (gemeenten, "Zuid-Holland", "Noord-Holland"),
            "gemeenten.csv:2:3 (provincie): expected Zuid-Holland, as on the map, found \"Noord-Holland\"",
        ),
        (
            (gemeenten, "Zuid-Holland", "Holland"),
            "gemeenten.csv:2:3 (provincie): expected the name of a province in provincies.csv, found \"Holland\"",
        ),
        ((gemeenten, ",1,", ",een,"), "gemeenten.csv:2:4 (nummer): expected a whole number, found \"een\""),
        (
            (gemeenten, ",2,2019", ",1,2019"),
            "gemeenten.csv:3:4 (nummer): expected a value that no other row has, found \"1\", as on line 2",
        ),
        (
            (gemeenten, "2019-07-03", "3-7-2019"),
            "gemeenten.csv:3:5 (toetreding_datum): expected a date as 2021-01-22, 2021-01 or 2021, found \"3-7-2019\"",
        ),
        (
            (gemeenten, "afgeleid", "gegokt"),
            "gemeenten.csv:2:7 (toetreding_grondslag): expected one of bron, afgeleid, found \"gegokt\"",
        ),
        (
            (gemeenten, "https://www.denaadam.example (", "https://www.denaadam.example/nieuws ("),
            "gemeenten.csv:3:8 (sites): expected a site as https://www.voorbeeldgemeente.nl, without a path, found \"https://www.denaadam.example/nieuws\"",
        ),
        (
            (gemeenten, "denaadam.example (lijst)", "denaadam.example"),
            "gemeenten.csv:3:8 (sites): expected the id of a source in bronnen.csv in brackets after the site, found \"https://www.denaadam.example\"",
        ),
        (
            (gemeenten, "midden", "zeker"),
            "gemeenten.csv:2:9 (zekerheid): expected one of hoog, midden, laag, found \"zeker\"",
        ),
        (
            (gemeenten, "brief (", "krant ("),
            "gemeenten.csv:2:10 (bronnen): expected the id of a source in bronnen.csv, found \"krant\"",
        ),
        (
            (gemeenten, "\"brief (Kader 2, nr. 1)\"", ""),
            "gemeenten.csv:2:10 (bronnen): expected at least one source, found an empty cell",
        ),
        (
            ("gebieden.csv", "GM9001,GM9001", "GM9002,GM9001"),
            "gebieden.csv:2:1 (deelnemer): expected a participant in gemeenten.csv, found \"GM9002\"",
        ),
        (
            ("gebieden.csv", "2021-01-01", "2021"),
            "gebieden.csv:2:3 (van): expected a day as 2021-01-01, found \"2021\"",
        ),
        (
            ("gebieden.csv", "2021-01-01,", "2021-01-01,2020-01-01"),
            "gebieden.csv:2:4 (tot): expected a day from 2021-01-01 onwards, found \"2020-01-01\"",
        ),
        (
            (interventies, "de-bijles", "voorlezen"),
            "interventies.csv:3:1 (id): expected a value that no other row has, found \"voorlezen\", as on line 2",
        ),
        (
            (interventies, "GM9003; GM9001", "GM9001; GM9001"),
            "interventies.csv:2:8 (gemeenten): expected each gemeente once, found \"GM9001\"",
        ),
        (
            (interventies, "GM9003; GM9001", "GM9004"),
            "interventies.csv:2:8 (gemeenten): expected the code of a participant in gemeenten.csv or latere-deelnemers.csv, found \"GM9004\"",
        ),
        (
            (interventies, "GM9003; GM9001", ""),
            "interventies.csv:2:8 (gemeenten): expected a value, found an empty cell",
        ),
        (
            (interventies, "taal (Taal)", "lezen"),
            "interventies.csv:2:10 (themas): expected the id of a thema in themas.csv, found \"lezen\"",
        ),
        (
            (interventies, "taal; rekenen", "rekenen; rekenen"),
            "interventies.csv:3:11 (themas_afgeleid): expected each thema once, found \"rekenen\"",
        ),
        (
            (interventies, "po; vve", "po; basis"),
            "interventies.csv:2:12 (sectoren): expected one of vve, po, vo, mbo, ho, onbekend, found \"basis\"",
        ),
        (
            (interventies, "2019-05,2021", "2021-05,2020"),
            "interventies.csv:2:18 (tot): expected a date from 2021-05 onwards, found \"2020\"",
        ),
        (
            (interventies, "taal (Taal)", "taal"),
            "interventies.csv:2:10 (themas): expected the label of the source in brackets: taal (Taalontwikkeling), found \"taal\"",
        ),
        (
            (interventies, "bron-claim (bewezen)", "bron-claim"),
            "interventies.csv:2:16 (bewijs): expected the source's word in brackets behind bron-claim, and only there, found \"bron-claim\"",
        ),
        (
            ("latere-deelnemers.csv", "GM9002", "GM9001"),
            "latere-deelnemers.csv:2:1 (code): expected a gemeente that is not in gemeenten.csv, found \"GM9001\"",
        ),
        (
            ("latere-deelnemers.csv", "2021-01-22,2022", "2021-01-22,2020"),
            "latere-deelnemers.csv:2:7 (uiterlijk): expected a date from 2021-01-22 onwards, found \"2020\"",
        ),
        (
            ("agendas.csv", "Ada Vries (wethouder 2019)", "Ada Vries (wethouder)"),
            "agendas.csv:2:7 (ondertekenaars): expected a name, office and year as Ada Vries (wethouder 2021), found \"Ada Vries (wethouder)\"",
        ),
        (
            ("agendas.csv", "niet-aangeleverd", "onbekend"),
            "agendas.csv:3:9 (tekst): expected an address that begins with https:// or http://, or one of niet-aangeleverd, niet-gevonden, niet-van-toepassing, found \"onbekend\"",
        ),
        (
            ("items.csv", "voorlezen,GM9001", "de-bijles,GM9001"),
            "items.csv:2:1 (interventie): expected an interventie in interventies.csv, and one of its gemeenten, found \"de-bijles\" in \"GM9001\"",
        ),
        (
            ("items.csv", "den-aadam-2019", "den-aadam-2020"),
            "items.csv:2:3 (agenda): expected the id of an agenda in agendas.csv, found \"den-aadam-2020\"",
        ),
        (
            ("items.csv", "GM9001,den-aadam-2019", "GM9003,"),
            "items.csv:2:1 (interventie): expected an item of a gemeente of 2019 that did not begin later, found bevestigd",
        ),
        (
            ("kerncijfers.csv", "\"2,5\"", "veel"),
            "kerncijfers.csv:4:4 (waarde): expected a number as 50 or 2,5, found \"veel\"",
        ),
        (
            ("rollen.csv", "lezers", "schrijvers"),
            "rollen.csv:2:3 (bij): expected the id of an interventie, community, experiment or stuk, found \"schrijvers\"",
        ),
        (
            ("rollen.csv", "GM9002", "GM9009"),
            "rollen.csv:3:1 (gemeente): expected a gemeente on the map of 2021, found \"GM9009\"",
        ),
        (
            ("begrippen.csv", "sectoren,po", "sectoren,vve"),
            "begrippen.csv:3:2 (id): expected an id that no other row of the list has, found \"vve\"",
        ),
        (
            (uitgave, "https://example.org/exports/", "https://example.org/exports"),
            "uitgave.toml:16:1 (adres): expected an address that begins with https://, and ends with / where it is a folder, found \"https://example.org/exports\"",
        ),
        (
            ("themas.csv", "\ntaal,", "\nTaal,"),
            "themas.csv:3:1 (id): expected an identifier of lower-case words joined by -, found \"Taal\"",
        ),
        (
            ("bronnen.csv", "https://example.org/lijst", "javascript:alert(1)"),
            "bronnen.csv:3:6 (url): expected an address that begins with https:// or http://, found \
             \"javascript:alert(1)\"",
        ),
        (
            (namen, "Oud-Cewoude", "Cewoude"),
            "gebiedsnamen.csv:3:2 (naam): expected a name that the gemeente does not have yet, found \"Cewoude\"",
        ),
        (
            (namen, "vroeger", "oud"),
            "gebiedsnamen.csv:3:3 (soort): expected one of roepnaam, spelling, fries, nederlands, engels, vroeger, \
             vroeger-deel, later, found \"oud\"",
        ),
        (
            (namen, "code,naam", "code,name"),
            "gebiedsnamen.csv:1:2 (name): expected one of the columns code, naam, soort, found \"name\"",
        ),
        (
            (uitgave, "jaar = 2021", "jaar = 2020"),
            "uitgave.toml:6:8 (jaar): expected 2021, the year of the map, found \"2020\"",
        ),
        (
            (uitgave, "2021-01-22", "januari"),
            "uitgave.toml:5:13 (peildatum): expected a day as 2021-01-22, found \"januari\"",
        ),
        (
            (uitgave, "[\"lijst\"]", "[\"atlas\"]"),
            "uitgave.toml:9:21 (gebieden_bronnen): expected the id of a source in bronnen.csv, found \"atlas\"",
        ),
        (
            (uitgave, "jaar = 2021", "jaren = 2021"),
            "uitgave.toml:6:1: expected one of `uitgegeven`, `peildatum`, `jaar`, `licentie`, `naamsvermelding`, \
             `na_te_kijken`, `gebieden_bronnen`, `kaarten_bronnen`, `trefwoorden`, found `jaren`",
        ),
    ];
    for (position, (change, expected)) in table.into_iter().enumerate() {
        let message = message(&position.to_string(), &[change]);
        assert!(message.lines().any(|line| line == expected), "{change:?} gave\n{message}");
    }
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_files() {
    let changes = [
        ("gemeenten.csv", ",2,2019", ",twee,2019"),
        ("gemeenten.csv", ",1,2020", ",een,2020"),
        ("bronnen.csv", "bureau,2021", "bureau,vorig jaar"),
    ];
    let expected = "bronnen.csv:3:4 (datum): expected a date as 2021-01-22, 2021-01 or 2021, found \"vorig jaar\"\n\
                    gemeenten.csv:2:4 (nummer): expected a whole number, found \"een\"\n\
                    gemeenten.csv:3:4 (nummer): expected a whole number, found \"twee\"";
    assert_eq!(message("several", &changes), expected);
}

#[test]
fn a_table_that_is_missing_is_one_of_the_faults() {
    let tables = Scratch::copy_of("missing", &small("tabellen"));
    std::fs::remove_file(tables.dir.join("provincies.csv")).expect("it was there");
    let error = import::export(&tables.dir, &small("kaart.topo.json"), &tables.dir.join("out"))
        .expect_err("a table is missing")
        .to_string();
    assert!(error.contains("provincies.csv: expected a table that can be read, found none"), "{error}");
}

#[test]
fn the_command_says_it_on_standard_error_and_fails() {
    let tables = Scratch::copy_of("command", &small("tabellen"));
    tables.replace("gemeenten.csv", "midden", "zeker");
    let out = Scratch::new("command-out");
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .arg("export")
        .arg(&tables.dir)
        .arg("--map")
        .arg(small("kaart.topo.json"))
        .arg("--out")
        .arg(&out.dir)
        .output()
        .expect("the command runs");
    let expected = "gemeenten.csv:2:9 (zekerheid): expected one of hoog, midden, laag, found \"zeker\"\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(files(&out.dir).is_empty());
}

#[test]
fn a_failed_export_leaves_the_old_release() {
    let tables = Scratch::copy_of("old", &small("tabellen"));
    let out = Scratch::new("old-out");
    import::export(&tables.dir, &small("kaart.topo.json"), &out.dir).expect("a release");
    let before = files(&out.dir);
    tables.replace("themas.csv", "Rekenen", "");
    import::export(&tables.dir, &small("kaart.topo.json"), &out.dir).expect_err("an empty label");
    assert!(files(&out.dir) == before);
}

#[test]
fn a_map_that_is_none_is_refused_by_name() {
    let scratch = Scratch::new("map");
    let table = [
        ("", ":1:1: expected a value, found the end of the file"),
        ("<html>", ":1:1: expected a value, found `<`"),
        ("{\"type\":\"FeatureCollection\"}", ":1:28: expected the field `crs`, found none"),
    ];
    for (text, expected) in table {
        let map = scratch.dir.join("map.topo.json");
        std::fs::write(&map, text).expect("a file");
        let error = import::export(&small("tabellen"), &map, &scratch.dir.join("out")).expect_err("no map");
        assert_eq!(error.to_string(), format!("{}{expected}", map.display()));
    }
}

#[test]
fn a_table_that_cannot_be_read_whole_is_not_told_again_at_each_reference_to_it() {
    let row = message("row", &[("themas.csv", "taal,", "taal;")]);
    let (first, second) = row.split_once('\n').expect("two lines");
    assert!(first.starts_with("themas.csv:3:") && first.contains("cells, as in the header"), "{row}");
    assert_eq!(second, "themas.csv: references to it (3) are judged once every row of it can be read");
    let header = message("header", &[("themas.csv", "id,", "naam;"), ("themas.csv", "label_nl", "x")]);
    assert!(header.lines().count() <= 12, "{header}");
    // A reference to a row that is there, under another id, is told: somebody may mean it.
    let renamed = message("renamed", &[("themas.csv", "taal,", "tael,")]);
    assert!(renamed.contains("expected the id of a thema in themas.csv, found \"taal\""), "{renamed}");
}

/// Each table is right on its own, and together they contradict each other.
#[test]
fn nothing_is_published_that_check_would_refuse() {
    let tables = Scratch::copy_of("refused", &small("tabellen"));
    tables.replace("kerncijfers.csv", "gemeenten,Gemeenten,,2,", "gemeenten,Gemeenten,,3,");
    let out = Scratch::new("refused-out");
    let refused = import::export(&tables.dir, &small("kaart.topo.json"), &out.dir);
    let said = refused.expect_err("a contradiction").to_string();
    let expected = "kerncijfers[2].waarde: expected 2, counted in gemeenten.json, found 3";
    assert!(said.starts_with("kerncijfers.json:") && said.ends_with(expected), "{said}");
    assert!(files(&out.dir).is_empty());
}

#[test]
fn a_gemeente_has_one_interventie_in_the_light_and_it_is_its_own() {
    let tables = Scratch::copy_of("tables-highlighted", &small("tabellen"));
    let out = Scratch::new("tables-highlighted-out");
    let said = |rows: &str| {
        let table = format!("gemeente,interventie,bronnen\n{rows}");
        std::fs::write(tables.dir.join("uitgelicht.csv"), table).expect("a table");
        match import::export(&tables.dir, &small("kaart.topo.json"), &out.dir) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    };
    assert_eq!(said("GM9001,voorlezen,brief\n"), "");
    let written = std::fs::read_to_string(out.dir.join("interventies.json")).expect("a document");
    assert!(
        written.contains(r#""uitgelicht":[{"gemeente":"GM9001","bronnen":[{"bron":"brief"}]}]"#),
        "{written}"
    );
    assert_eq!(
        said("GM9001,voorlezen,brief\nGM9001,de-bijles,brief\nGM9002,slapen,brief\nGM9009,voorlezen,brief\n"),
        "uitgelicht.csv:3:1 (gemeente): expected a value that no other row has, found \"GM9001\", as on line 2\n\
         uitgelicht.csv:3:1 (gemeente): expected a gemeente of the interventie, which has GM9003, found \"GM9001\"\n\
         uitgelicht.csv:4:2 (interventie): expected the id of an interventie in interventies.csv, found \"slapen\"\n\
         uitgelicht.csv:5:1 (gemeente): expected a gemeente of the interventie, which has GM9001, GM9003, found \"GM9009\""
    );
}
