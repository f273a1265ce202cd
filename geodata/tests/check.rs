//! Broken releases, and what `geodata check` says of them.

mod scratch;

use geodata::contract::Index;
use geodata::import::document::{Document, release, sha256};
use geodata::import::export;
use scratch::{Scratch, small};
use std::fs;
use std::process::Command;

const INDEX: &str = "index.json";
const GEMEENTEN: &str = "gemeenten.json";
const THEMAS: &str = "themas.json";
const INTERVENTIES: &str = "interventies.json";
const BRONNEN: &str = "bronnen.json";
const DEELNEMERS: &str = "deelnemers.json";
const AGENDAS: &str = "agendas.json";
const ITEMS: &str = "items.json";
const KERNCIJFERS: &str = "kerncijfers.json";
const COMMUNITIES: &str = "communities.json";
const EXPERIMENTEN: &str = "experimenten.json";
const ROLLEN: &str = "rollen.json";
const TIJDLIJN: &str = "tijdlijn.json";
const LINKS: &str = "links.json";
const BEGRIPPEN: &str = "begrippen.json";
const CORRECTIES: &str = "correcties.json";
const DELEN: &str = "delen.json";
const GEBIEDEN: &str = "landkaart/gebieden-2021.json";

/// The small release after some text became other text.
fn broken(name: &str, changes: &[(&str, &str, &str)]) -> Scratch {
    let exports = Scratch::new(&format!("check-{name}"));
    export(&small("tabellen"), &small("kaart.topo.json"), &exports.dir).expect("a release");
    for (file, from, to) in changes {
        exports.replace(file, from, to);
    }
    exports
}

/// Makes sizes and hashes right again.
fn seal(exports: &Scratch) {
    let path = exports.dir.join(INDEX);
    let mut index: Index = serde_json::from_slice(&fs::read(&path).expect("the index")).expect("an index");
    index.documenten.each_mut(|document| {
        let bytes = fs::read(exports.dir.join(&document.pad)).expect("a document");
        (document.bytes, document.sha256) = (bytes.len() as u64, sha256(&bytes));
    });
    index.release = release(&index.documenten);
    fs::write(path, Document::index(INDEX, &index).bytes).expect("the index");
}

/// Exit code, standard output and standard error of `geodata check .` in the release.
fn transcript(exports: &Scratch) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["check", "."])
        .current_dir(&exports.dir)
        .output()
        .expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_sound_release_is_well() {
    let exports = broken("well", &[]);
    assert_eq!(transcript(&exports), (Some(0), String::new(), ".: all is well\n".to_owned()));
}

#[test]
fn a_release_that_contradicts_itself_is_told_all_of_it_in_file_order() {
    let exports = broken(
        "contradictory",
        &[
            (INTERVENTIES, "\"id\":\"taal\"", "\"id\":\"lezen\""),
            (GEMEENTEN, "\"slug\":\"den-aadam\"", "\"slug\":\"cewoude\""),
            (BRONNEN, "https://example.org", "ftp://example.org"),
        ],
    );
    seal(&exports);
    let expected = "\
gemeenten.json:2:44: gemeenten[0].slug: expected den-aadam, which follows from the name, found cewoude\n\
gemeenten.json:3:42: gemeenten[1].slug: expected a slug of its own, found \"cewoude\", which is that of gemeenten[0] too\n\
gemeenten.json:3:222: gemeenten[1].themas.lezen: expected 1, counted in interventies.json, found 0\n\
gemeenten.json:3:242: gemeenten[1].themas.taal: expected 1, counted in interventies.json, found 2\n\
themas.json:2:143: themas[0].interventies: expected 1, counted in interventies.json, found 2\n\
interventies.json:2:168: interventies[0].themas[0].id: expected a thema in themas.json, found \"lezen\"\n\
bronnen.json:3:80: bronnen[1].url: expected an address that begins with https:// or http://, found \"ftp://example.org/lijst\"
";
    assert_eq!(transcript(&exports), (Some(1), expected.to_owned(), ".: 7 problems\n".to_owned()));
}

#[test]
fn a_document_that_was_changed_afterwards_is_told_by_size_and_hash() {
    let exports = broken("changed", &[(THEMAS, "\"Language\"", "\"Tongue\"")]);
    let (code, lines, _) = transcript(&exports);
    assert_eq!(code, Some(1));
    let reasons: Vec<&str> = lines.lines().filter_map(|line| line.split(": expected ").next()).collect();
    assert_eq!(
        reasons,
        ["index.json:21:16: documenten.themas.bytes", "index.json:22:17: documenten.themas.sha256"]
    );
}

#[test]
fn every_rule_has_its_message() {
    let table: &[((&str, &str, &str), &str)] = &[
        (
            (INDEX, "2021-01-22", "2021-01"),
            "index.json:5:16: peildatum: expected a day as 2021-01-22, found \"2021-01\"",
        ),
        ((INDEX, "\"CC-BY-4.0\"", "\"\""), "index.json:9:15: licentie: expected a text, found none"),
        (
            (GEMEENTEN, "\"jaar\":2021", "\"jaar\":2020"),
            "gemeenten.json:1:32: jaar: expected 2021, the year of the gebieden, found 2020",
        ),
        (
            (GEMEENTEN, "\"code\":\"GM9001\",\"naam\"", "\"code\":\"GM9009\",\"naam\""),
            "gemeenten.json:2:9: gemeenten[0].code: expected a gemeente in landkaart/gebieden-2021.json, found \"GM9009\"",
        ),
        (
            (GEMEENTEN, "\"PV27\"", "\"PV28\""),
            "gemeenten.json:2:68: gemeenten[0].provincie: expected PV27, as in the gebieden, found PV28",
        ),
        (
            (GEMEENTEN, "\"nummer\":2", "\"nummer\":1"),
            "gemeenten.json:3:80: gemeenten[1].nummer: expected a nummer of its own, found \"1\", which is that of gemeenten[0] too",
        ),
        (
            (GEMEENTEN, "2019-07-03", "3 juli 2019"),
            "gemeenten.json:2:108: gemeenten[0].toetreding.datum: expected a date as 2021-01-22, 2021-01 or 2021, found \"3 juli 2019\"",
        ),
        (
            (GEMEENTEN, "GM8999", "8999"),
            "gemeenten.json:2:194: gemeenten[0].gebieden[0].code: expected a CBS code such as GM0363, found \"8999\"",
        ),
        (
            (GEMEENTEN, "\"taal\":1", "\"taal\":3"),
            "gemeenten.json:2:278: gemeenten[0].themas.taal: expected 1, counted in interventies.json, found 3",
        ),
        (
            (GEMEENTEN, "{\"taal\":1}", "{}"),
            "gemeenten.json:2:270: gemeenten[0].themas.taal: expected 1, counted in interventies.json, found 0",
        ),
        (
            (GEMEENTEN, "\"interventies\":1", "\"interventies\":2"),
            "gemeenten.json:2:296: gemeenten[0].interventies: expected 1, counted in interventies.json, found 2",
        ),
        (
            (GEMEENTEN, "\"bron\":\"lijst\"", "\"bron\":\"krant\""),
            "gemeenten.json:2:379: gemeenten[0].bronnen[1].bron: expected the id of a source, found \"krant\"",
        ),
        (
            (GEMEENTEN, "Cewoude", "'t Abos"),
            "gemeenten.json:3:42: gemeenten[1].slug: expected t-abos, which follows from the name, found cewoude",
        ),
        (
            (THEMAS, "\"gemeenten\":2", "\"gemeenten\":1"),
            "themas.json:2:126: themas[0].gemeenten: expected 2, counted in interventies.json, found 1",
        ),
        (
            (THEMAS, "\"interventies\":2", "\"interventies\":1"),
            "themas.json:2:143: themas[0].interventies: expected 2, counted in interventies.json, found 1",
        ),
        (
            (THEMAS, "\"id\":\"taal\"", "\"id\":\"rekenen\""),
            "themas.json:3:7: themas[1].id: expected a id of its own, found \"rekenen\", which is that of themas[0] too",
        ),
        (
            (THEMAS, "[{\"bron\":\"brief\",\"plaats\":\"Kader 3\"}]", "[]"),
            "themas.json:2:195: themas[0].bronnen: expected at least one source, found none",
        ),
        (
            (INTERVENTIES, "\"GM9003\"", "\"GM9004\""),
            "interventies.json:2:127: interventies[0].gemeenten[0]: expected a participant in deelnemers.json, found \"GM9004\"",
        ),
        (
            (INTERVENTIES, "\"id\":\"rekenen\"", "\"id\":\"taal\""),
            "interventies.json:2:205: interventies[0].themas[1].id: expected each thema once, found \"taal\"",
        ),
        (
            (INTERVENTIES, "[\"onbekend\"]", "[]"),
            "interventies.json:2:273: interventies[0].sectoren: expected at least one, found none",
        ),
        (
            (
                INTERVENTIES,
                "\"zekerheid\":\"midden\"",
                "\"uitgelicht\":[{\"gemeente\":\"GM9001\",\"bronnen\":[{\"bron\":\"lijst\"}]}],\"zekerheid\":\"midden\"",
            ),
            "interventies.json:2:469: interventies[0].uitgelicht[0].gemeente: expected a gemeente of the interventie, found \"GM9001\"",
        ),
        (
            (INTERVENTIES, "\"2019-05\"", "\"mei 2019\""),
            "interventies.json:3:472: interventies[1].periode.van: expected a date as 2021-01-22, 2021-01 or 2021, found \"mei 2019\"",
        ),
        (
            (INTERVENTIES, "\"nl\":\"De bijles\"", "\"nl\":\"De zomerschool\""),
            "interventies.json:3:1: interventies[1]: expected the order of titles, as in Dutch, found \"Voorlezen\" behind \"De zomerschool\"",
        ),
        (
            (BRONNEN, "\"id\":\"lijst\"", "\"id\":\"brief\""),
            "bronnen.json:3:7: bronnen[1].id: expected a id of its own, found \"brief\", which is that of bronnen[0] too",
        ),
        (
            (BRONNEN, "https://example.org", "javascript:alert(1)//"),
            "bronnen.json:3:80: bronnen[1].url: expected an address that begins with https:// or http://, found \"javascript:alert(1)///lijst\"",
        ),
        (
            (GEBIEDEN, "\"code\":\"GM9002\"", "\"code\":\"GM9004\""),
            "landkaart/gebieden-2021.json:6:9: gebieden[1].code: expected GM9002, as the map has it at this place, found GM9004",
        ),
        (
            (GEBIEDEN, "\"buren\":[null", "\"buren\":[7"),
            "landkaart/gebieden-2021.json:5:88: gebieden[0].buren[0]: expected the position of another of the 3 gebieden, found 7",
        ),
        (
            (GEBIEDEN, "\"provincie\":\"PV28\"", "\"provincie\":\"PV29\""),
            "landkaart/gebieden-2021.json:7:47: gebieden[2].provincie: expected the code of one of the provincies, found \"PV29\"",
        ),
        (
            (DEELNEMERS, "\"groep\":\"2021-of-later\"", "\"groep\":\"2020\""),
            "deelnemers.json:3:77: deelnemers[1].groep: expected 2021-of-later that goes with gemeenten.json, found a group",
        ),
        (
            (DEELNEMERS, "\"uiterlijk\":\"2022\"", "\"uiterlijk\":\"2020\""),
            "deelnemers.json:3:157: deelnemers[1].toetreding.uiterlijk: expected a date from 2021-01-22 onwards, found \"2020\"",
        ),
        (
            (DEELNEMERS, "https://www.denaadam.example", "http://www.denaadam.example"),
            "deelnemers.json:2:303: deelnemers[0].sites[0].adres: expected a site as https://www.voorbeeldgemeente.nl, without a path, found \"http://www.denaadam.example\"",
        ),
        (
            (DEELNEMERS, "\"bron\":\"lijst\"},{\"adres\"", "\"bron\":\"krant\"},{\"adres\""),
            "deelnemers.json:2:341: deelnemers[0].sites[0].bron: expected the id of a source, found \"krant\"",
        ),
        (
            (DEELNEMERS, "\"code\":\"GM9002\",\"naam\"", "\"code\":\"GM9009\",\"naam\""),
            "deelnemers.json:3:9: deelnemers[1].code: expected a gemeente of 2021, found \"GM9009\"",
        ),
        (
            (AGENDAS, "\"gemeente\":\"GM9003\"", "\"gemeente\":\"GM9008\""),
            "agendas.json:2:33: agendas[0].gemeente: expected a participant in deelnemers.json, found \"GM9008\"",
        ),
        (
            (AGENDAS, "\"tot\":\"2021\"", "\"tot\":\"2018\""),
            "agendas.json:3:91: agendas[1].periode.tot: expected a date from 2019 onwards, found \"2018\"",
        ),
        (
            (AGENDAS, "\"niet-aangeleverd\"", "\"beschikbaar\""),
            "agendas.json:2:96: agendas[0].tekst: expected an address with beschikbaar, and only there, found none",
        ),
        (
            (ITEMS, "\"bevestigd\":1", "\"bevestigd\":2"),
            "items.json:1:86: dekking.bevestigd: expected 1, counted in the items, found 2",
        ),
        (
            (ITEMS, "\"gemeente\":\"GM9003\"", "\"gemeente\":\"GM9001\""),
            "items.json:2:1: items[0]: expected de-bijles in GM9003, as interventies.json has it at this place, found de-bijles in GM9001",
        ),
        (
            (ITEMS, "\"agenda\":\"den-aadam-2019\"", "\"agenda\":\"cewoude-2020\""),
            "items.json:3:81: items[1].agenda: expected the id of an agenda of GM9001 in agendas.json, found \"cewoude-2020\"",
        ),
        (
            (KERNCIJFERS, "\"waarde\":2,", "\"waarde\":3,"),
            "kerncijfers.json:4:55: kerncijfers[2].waarde: expected 2, counted in gemeenten.json, found 3",
        ),
        (
            (COMMUNITIES, "\"themas\":[\"taal\"]", "\"themas\":[\"lezen\"]"),
            "communities.json:2:127: communities[0].themas[0]: expected a thema in themas.json, found \"lezen\"",
        ),
        (
            (COMMUNITIES, "\"uitbreiding\":[\"GM9002\"]", "\"uitbreiding\":[\"GM9010\"]"),
            "communities.json:2:173: communities[0].uitbreiding[0]: expected a gemeente of 2021, found \"GM9010\"",
        ),
        (
            (EXPERIMENTEN, "\"lijn\":1", "\"lijn\":2"),
            "experimenten.json:2:87: experimenten[0].lijn: expected one of the lijnen in begrippen.json, found 2",
        ),
        (
            (ROLLEN, "lezers", "schrijvers"),
            "rollen.json:2:46: rollen[0].bij: expected the id of a community, found \"schrijvers\"",
        ),
        (
            (TIJDLIJN, "\"stuk\":\"de-brief\"", "\"stuk\":\"een-brief\""),
            "tijdlijn.json:3:92: gebeurtenissen[1].stuk: expected the id of a stuk in stukken.json, found \"een-brief\"",
        ),
        (
            (TIJDLIJN, "\"datum\":\"2019\"", "\"datum\":\"2019-13\""),
            "tijdlijn.json:2:23: gebeurtenissen[0].datum: expected a date as 2021-01-22, 2021-01 or 2021, found \"2019-13\"",
        ),
        (
            (TIJDLIJN, "[{\"bron\":\"brief\"}]", "[]"),
            "tijdlijn.json:2:194: gebeurtenissen[0].bronnen: expected at least one source, found none",
        ),
        (
            (LINKS, "https://example.org/lijst", "example.org/lijst"),
            "links.json:2:123: links[0].adres.url: expected an address that begins with https:// or http://, found \"example.org/lijst\"",
        ),
        (
            (BEGRIPPEN, "\"id\":\"po\"", "\"id\":\"bo\""),
            "begrippen.json:1:36: sectoren: expected vve, po, vo, mbo, ho, onbekend, the closed list, found vve, bo, vo, mbo, ho, onbekend",
        ),
        (
            (CORRECTIES, "\"gelezen\":\"Aadam\"", "\"gelezen\":\"Aadarn\""),
            "correcties.json:2:30: correcties[0].gelezen: expected another text than inBron, and the same with naamvorm, found \"Aadarn\"",
        ),
        (
            (DELEN, "\"van\":\"taal\"", "\"van\":\"tael\""),
            "delen.json:2:8: themas[0].van: expected taal, which follows from the whole documents, found tael",
        ),
    ];
    let mut wrong = String::new();
    for (position, (change, expected)) in table.iter().enumerate() {
        let exports = broken(&format!("rule-{position}"), &[*change]);
        seal(&exports);
        let (code, lines, _) = transcript(&exports);
        if code != Some(1) || !lines.lines().any(|line| line == *expected) {
            wrong += &format!("{change:?} ended with {code:?} and said\n{lines}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_cannot_be_read_ends_it() {
    let table: &[((&str, &str, &str), &str)] = &[
        ((INDEX, "{", "<!doctype html>{"), "index.json:1:1: expected a value, found `<`"),
        (
            (INDEX, "\"gemeenten.json\"", "\"../gemeenten.json\""),
            "../gemeenten.json: expected a path below the index, found \"../gemeenten.json\"",
        ),
        ((INDEX, "\"gemeenten.json\"", "\"anders.json\""), "anders.json: expected a file, found none"),
        (
            (INDEX, "1.0.0", "2.0.0"),
            "index.json:2:19: schemaVersie: expected a version that goes with 1.0.0, found 2.0.0; read these exports with the geodata that wrote them",
        ),
        (
            (GEMEENTEN, "1.0.0", "0.1.0"),
            "gemeenten.json:1:17: schemaVersie: expected a version that goes with 1.0.0, found 0.1.0; read these exports with the geodata that wrote them",
        ),
        (
            (GEMEENTEN, "]}\n", ""),
            "gemeenten.json:4:1: gemeenten: expected the rest of a list, found the end of the file",
        ),
        (
            (GEMEENTEN, "\"nummer\":2", "\"nummer\":\"twee\""),
            "gemeenten.json:2:89: gemeenten[0].nummer: expected a whole number that is not too large, found string \"twee\"",
        ),
        (
            (GEMEENTEN, "\"nummer\":2", "\"nummer\":70000"),
            "gemeenten.json:2:88: gemeenten[0].nummer: expected a whole number that is not too large, found integer `70000`",
        ),
        (
            (GEMEENTEN, "\"slug\":\"den-aadam\",", ""),
            "gemeenten.json:2:369: gemeenten[0]: expected the field `slug`, found none",
        ),
        (
            (INTERVENTIES, "\"po\"", "\"basis\""),
            "interventies.json:3:275: interventies[1].sectoren[1]: expected one of `vve`, `po`, `vo`, `mbo`, `ho`, `onbekend`, found `basis`",
        ),
        (
            (THEMAS, "\"brontermen\":[", "\"brontermen\":7,\"x\":["),
            "themas.json:2:158: themas[0].brontermen: expected a list, found integer `7`",
        ),
        (
            ("landkaart/kaart.topo.json", "\"GM9002\"", "\"GM9001\""),
            "landkaart/kaart.topo.json:4:24: objects.gemeenten.geometries[1].id: expected codes in order, each once, found `GM9001`",
        ),
    ];
    let mut wrong = String::new();
    for (position, (change, expected)) in table.iter().enumerate() {
        let exports = broken(&format!("unreadable-{position}"), &[*change]);
        let (code, lines, summary) = transcript(&exports);
        let said = lines.trim_end();
        if (code, said, summary.as_str()) != (Some(2), expected, ".: 1 problem; nothing was compared\n") {
            wrong += &format!("{change:?} ended with {code:?} and said\n{lines}{summary}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_newer_minor_of_the_contract_can_be_read() {
    let exports = broken(
        "newer",
        &[(THEMAS, "1.0.0", "1.9.0"), (THEMAS, "\"brontermen\"", "\"nieuw\":{},\"brontermen\"")],
    );
    seal(&exports);
    assert_eq!(transcript(&exports).0, Some(0));
}

#[test]
fn a_folder_without_an_index_is_no_release() {
    let exports = Scratch::new("check-empty");
    let (code, lines, _) = transcript(&exports);
    assert_eq!(code, Some(2));
    assert!(lines.starts_with("index.json: expected a file, found none"), "{lines}");
}

#[test]
fn a_program_is_told_the_same_in_json() {
    let exports = broken("json", &[(THEMAS, "\"gemeenten\":2", "\"gemeenten\":1")]);
    seal(&exports);
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["check", "--format", "json", "."])
        .current_dir(&exports.dir)
        .output()
        .expect("the command runs");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
    assert_eq!(answer["status"], "contradictory");
    let problem = answer["problems"].as_array().expect("a list").iter().find(|one| one["file"] == THEMAS);
    let expected = serde_json::json!({
        "file": THEMAS,
        "line": 2,
        "column": 126,
        "path": "themas[0].gemeenten",
        "reason": "expected 2, counted in interventies.json, found 1",
    });
    assert_eq!(problem, Some(&expected));
}
