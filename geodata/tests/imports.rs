//! Foreign tables and their mappings to the editors' tables: figures, and who may know them.

mod scratch;

use geodata::import::fetch;
use geodata::import::take::{From, TakeError, tables, take};
use scratch::{Scratch, own, root, shared};
use std::collections::BTreeSet;
use std::fs;

/// Runs one mapping over files of our own; the table it makes, or what is wrong.
fn import(mapping: &str, inputs: &[&str]) -> Result<String, String> {
    let scratch = Scratch::new(&format!("import-{}", fnv(mapping)));
    let file = scratch.dir.join("m.toml");
    fs::write(&file, mapping).expect("a mapping");
    let dir = root().join("geodata/tests/vormen");
    let inputs: Vec<String> = inputs.iter().map(|input| (*input).to_owned()).collect();
    let network = fetch::Settings::default();
    let made = tables(&file, &From { dir: &dir, inputs: &inputs, network: &network });
    let (documents, _) = made.map_err(|problems| problems.to_string())?;
    Ok(documents.iter().map(|document| String::from_utf8_lossy(&document.bytes).into_owned()).collect())
}

/// A name for a scratch folder that two tests do not share.
fn fnv(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

const STATLINE: &str = r#"
[bron]
formaat = "statline"
invoer = ["statline.csv"]
[[reeks]]
indicator = "ses-woa"
niveau = "wijk"
indeling = 2021
code = "Regiocode (code)"
naam = "Wijken en buurten"
periode = {kolom = "Perioden"}
waarde = "Score (Getal)"
"#;

const DUO: &str = r#"
[bron]
formaat = "duo"
invoer = ["duo.csv"]
[[reeks]]
indicator = "onderadvies"
niveau = "gemeente"
indeling = 2021
code = "GEMEENTENUMMER"
periode = {vast = "2018-2019"}
maat = "procent"
teller = "HOGER"
noemer = "ALLE"
decimalen = 1
"#;

#[test]
fn statline_gives_wijken_and_leaves_the_gemeente_out() {
    let expected = "code,naam,periode,waarde,status\nWK036300,Een wijk,2019,0.042,\n\
                    WK036301,Een andere,2019,onbekend-of-geheim,\n";
    assert_eq!(import(STATLINE, &[]).expect("a table"), expected);
}

#[test]
fn ranges_stay_ranges_when_they_are_added() {
    // Groningen: 1 to 4 and 7, of 51: 8 to 11 of 51.
    let expected = "code,naam,periode,waarde,status\nGM0014,,2018-2019,15.7..21.6,berekend\n\
                    GM1900,,2018-2019,20,berekend\n";
    assert_eq!(import(DUO, &[]).expect("a table"), expected);
}

/// Two provinces of two gemeenten; what is hidden does not follow from a province or from the land.
#[test]
fn a_delivered_file_tells_nothing_of_few_people() {
    let scratch = Scratch::new("delivered");
    let provinces = scratch.dir.join("provincies.csv");
    fs::write(&provinces, "gm,pv\nGM0001,PV20\nGM0002,PV20\nGM0003,PV21\nGM0004,PV21\n").expect("a file");
    let counts = |rows: &str| {
        let path = scratch.dir.join("aantallen.csv");
        fs::write(&path, format!("GEMEENTENUMMER;HOGER;ALLE\n{rows}")).expect("a file");
        let own = format!("provincies = {{invoer = {provinces:?}, code = \"gm\", provincie = \"pv\"}}\n");
        let table = import(&format!("{DUO}{own}"), &[&path.display().to_string()]).expect("a table");
        let hidden = table.lines().filter(|line| line.contains("onderdrukt"));
        hidden.map(|line| line[..6].trim_end_matches(',').to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(counts("1;9;50\n2;8;60\n3;20;90\n4;30;95\n"), Vec::<String>::new());
    // The 3 would follow from its province: its neighbour, the smallest, goes too.
    assert_eq!(counts("1;3;50\n2;8;60\n3;20;90\n4;30;95\n"), ["GM0001", "GM0002"]);
    // With a range elsewhere the ends of the totals would tell the 3.
    assert_eq!(counts("1;3;50\n2;8;60\n3;<5;90\n4;30;95\n"), ["GM0001", "GM0003", "NL01", "PV20", "PV21"]);
}

/// Two gemeenten and their schools: a school that is hidden would follow from its gemeente.
#[test]
fn a_hidden_school_does_not_follow_from_its_gemeente() {
    let scratch = Scratch::new("levels");
    let schools = |hidden: &str| {
        let path = scratch.dir.join("scholen.csv");
        let rows = format!(
            "BRIN;GEMEENTENUMMER;HOGER;ALLE\n99AB00;14;8;40\n99AC00;14;{hidden};30\n99AD00;1900;9;30\n"
        );
        fs::write(&path, rows).expect("a file");
        path.display().to_string()
    };
    let series = |niveau: &str, code: &str, via: &str| {
        format!(
            "[[reeks]]\nindicator = \"onderadvies\"\nniveau = \"{niveau}\"\nindeling = 2021\ncode = \"{code}\"\n\
             periode = {{vast = \"2018-2019\"}}\nmaat = \"procent\"\nteller = \"HOGER\"\nnoemer = \"ALLE\"\n\
             decimalen = 1\n{via}"
        )
    };
    let input = schools("3");
    let via = format!(
        "[[reeks.via]]\nformaat = \"duo\"\ninvoer = {input:?}\ncode = \"BRIN\"\ngemeente = \"GEMEENTENUMMER\"\n"
    );
    let bron = "[bron]\nformaat = \"duo\"\n";
    let (school, gemeente) = (series("school", "BRIN", &via), series("gemeente", "GEMEENTENUMMER", ""));
    let both = format!("{bron}{school}{gemeente}");
    let said = import(&both, &[&input]).expect_err("a hidden school");
    assert!(
        said.ends_with(
            "expected shares of onderadvies at one level and on the borders of one year, as some are hidden, \
             found school 2021 and gemeente 2021"
        ),
        "{said}"
    );
    // One level alone, with where each school lies.
    let table = import(&format!("{bron}{school}"), &[&input]).expect("a table");
    let expected = "code,naam,periode,waarde,status,gemeente\n99AB00,,2018-2019,20,berekend,GM0014\n\
                    99AC00,,2018-2019,onderdrukt,,GM0014\n99AD00,,2018-2019,30,berekend,GM1900\n";
    assert_eq!(table, expected);
    // Nothing to hide: both.
    schools("6");
    assert!(import(&both, &[&input]).is_ok());
}

/// A name and a gemeente by its code, a sign that holds, too few pupils, a gemeente that was divided, and one that is
/// not asked for.
#[test]
fn a_school_has_its_name_and_what_its_source_says_of_its_figure() {
    let scratch = Scratch::new("schools");
    let path = scratch.dir.join("scholen.csv");
    fs::write(
        &path,
        "BRIN;GEMEENTENUMMER;NAAM;LEERLINGEN;SCORE;TEKEN\n\
         99AB00; 14;De  Brug;40;33,02;a\n99AC00;14;Zee;100;0;\n99AD00;14;Klein;9;1,5;a\n\
         99AE00;788;Verdeeld;50;1,5;\n99AF00;363;Elders;50;1,5;\n",
    )
    .expect("a file");
    let input = path.display().to_string();
    let mapping = format!(
        "[bron]\nformaat = \"duo\"\n[[reeks]]\nindicator = \"achterstandsscore\"\nniveau = \"school\"\n\
         indeling = 2021\ncode = \"BRIN\"\nperiode = {{vast = \"2019-10-01\"}}\nmaat = \"verhouding\"\n\
         teller = \"SCORE\"\nnoemer = \"LEERLINGEN\"\ndecimalen = 3\nherindelingen = true\n\
         gemeenten = [\"GM0014\", \"GM0855\"]\n\
         tekens = {{kolom = \"TEKEN\", betekenis = {{a = \"onbetrouwbaar\"}}}}\n\
         [[reeks.via]]\nformaat = \"duo\"\ninvoer = {input:?}\ncode = \"BRIN\"\n\
         gemeente = \"GEMEENTENUMMER\"\nnaam = \"NAAM\"\n"
    );
    let table = import(&mapping, &[&input]).expect("a table");
    let expected = "code,naam,periode,waarde,status,gemeente\n\
                    99AB00,De Brug,2019-10-01,0.826,onbetrouwbaar; berekend,GM0014\n\
                    99AC00,Zee,2019-10-01,0,berekend,GM0014\n99AD00,Klein,2019-10-01,onderdrukt,,GM0014\n";
    assert_eq!(table, expected);
    let of_gemeenten = mapping.replace("niveau = \"school\"", "niveau = \"gemeente\"");
    let said = import(&of_gemeenten, &[&input]).expect_err("gemeenten of gemeenten");
    assert!(said.contains("with niveau school, for it has gemeenten"), "{said}");
    // Of a gemeente a sign holds where all its schools have it.
    let gemeente = of_gemeenten.replace("gemeenten = [\"GM0014\", \"GM0855\"]\n", "");
    let table = import(&gemeente, &[&input]).expect("a table");
    assert!(table.contains("GM0014,,2019-10-01,0.232,berekend\n"), "{table}");
}

/// A gemeente that is hidden would follow from what it merged into and the others that did.
#[test]
fn a_hidden_gemeente_does_not_follow_from_the_borders_of_another_year() {
    let of_year = |indeling: u16| {
        DUO[DUO.find("[[reeks]]").expect("a series")..].replace("2021", &indeling.to_string())
    };
    let both =
        format!("[bron]\nformaat = \"duo\"\ninvoer = [\"duo.csv\"]\n{}{}", of_year(2020), of_year(2021));
    let scratch = Scratch::new("borders");
    let path = scratch.dir.join("aantallen.csv").display().to_string();
    let counts = |hidden: u8| {
        fs::write(&path, format!("GEMEENTENUMMER;HOGER;ALLE\n1;{hidden};50\n2;8;60\n")).expect("a file");
        import(&both, &[&path])
    };
    assert!(counts(9).is_ok());
    let said = counts(3).expect_err("a hidden gemeente");
    assert!(said.ends_with("as some are hidden, found gemeente 2020 and gemeente 2021"), "{said}");
}

#[test]
fn a_column_is_asked_for_by_its_name() {
    let mapping = STATLINE.replace("Score (Getal)", "Score");
    let expected = "statline.csv: expected a column \"Score\", found the columns Perioden, Wijken en buurten, \
                    Regiocode (code), Score (Getal)";
    assert_eq!(import(&mapping, &[]).unwrap_err(), expected);
}

#[test]
fn a_damaged_row_is_named() {
    let scratch = Scratch::new("damaged");
    let good = String::from_utf8(own("statline.csv")).expect("UTF-8");
    let cases = [
        ("   0.042", "0,042", "3:4 (Score (Getal)): expected a number with a decimal point, found \"0,042\""),
        ("WK036300  ", "WK03630X", "3:3 (Regiocode (code)): expected the code of a wijk, found \"WK03630X\""),
        ("\"2019\";\"Een wijk\"", "\"Een wijk\"", "3:3: expected 4 cells, as in the header, found 3"),
        ("\"2019\";\"Een wijk\"", "\"19\";\"Een wijk\"", "3:1 (Perioden): expected a period"),
    ];
    for (from, to, expected) in cases {
        let path = scratch.dir.join("damaged.csv");
        fs::write(&path, good.replacen(from, to, 1)).expect("a file");
        let path = path.display().to_string();
        let found = import(STATLINE, &[&path]).unwrap_err();
        assert!(found.starts_with(&format!("{path}:{expected}")), "{found}");
    }
}

#[test]
fn an_editors_table_takes_our_columns_and_words() {
    let mapping = "[bron]\nformaat = \"werkblad\"\ninvoer = [\"werkblad.ods\"]\n[tabel]\n\
        bestand = \"interventies.csv\"\n[tabel.kolommen]\nid = \"Id\"\ntitel_nl = \"Titel\"\n\
        regio = {vast = \"\"}\nzekerheid = {kolom = \"Zekerheid\", woorden = {Zeker = \"hoog\", Onzeker = \"laag\"}}\n";
    let expected =
        "id,regio,titel_nl,zekerheid\nbrugklas,,\"Brede brugklas, met bonus\",hoog\ntutor,,Tutor,laag\n";
    assert_eq!(import(mapping, &[]).expect("a table"), expected);
}

#[test]
fn a_table_is_written_whole_or_not_at_all() {
    let scratch = Scratch::new("whole");
    let mapping = scratch.dir.join("m.toml");
    let both = format!(
        "{STATLINE}[[reeks]]\nindicator = \"x\"\nniveau = \"wijk\"\nindeling = 2021\ncode = \"geen\"\nperiode = {{vast = \"2019\"}}\nwaarde = \"Score (Getal)\"\n"
    );
    fs::write(&mapping, both).expect("a mapping");
    let network = fetch::Settings::default();
    let dir = root().join("geodata/tests/vormen");
    let out = scratch.dir.join("out");
    let found = take(&mapping, &From { dir: &dir, inputs: &[], network: &network }, &out);
    assert!(matches!(found, Err(TakeError::Source(_))), "{found:?}");
    assert!(!out.exists());
}

#[test]
fn the_committed_figures_are_what_the_sources_give() {
    let Some(dir) = shared() else { return };
    let network = fetch::Settings::default();
    let tables_of = root().join("examples/bronnen/indicatoren");
    let mut made = 0;
    for entry in fs::read_dir(root().join("examples/bronnen/import")).expect("mappings") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let (documents, _) = tables(&path, &From { dir: &dir, inputs: &[], network: &network })
            .unwrap_or_else(|problems| panic!("{problems}"));
        for document in documents {
            let committed = fs::read(tables_of.join(&document.pad)).expect("a committed table");
            assert!(committed == document.bytes, "{} differs: run `geodata import`", document.pad);
            made += 1;
        }
    }
    assert_eq!(made, fs::read_dir(tables_of).expect("tables").count());
}

/// The list in the mapping is of who takes part: a participant that comes is not forgotten there.
#[test]
fn schools_are_those_of_all_who_take_part() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("a file");
    let mapping = read("examples/bronnen/import/achterstandsscore.toml");
    let mapping = geodata::import::mapping::Mapping::read("m.toml", &mapping).expect("a mapping");
    let asked = mapping.reeks.iter().map(|reeks| &reeks.gemeenten).find(|asked| !asked.is_empty());
    let deelnemers: serde_json::Value =
        serde_json::from_str(&read("examples/exports/deelnemers.json")).expect("JSON");
    let taking_part = deelnemers["deelnemers"].as_array().expect("a list").iter();
    let taking_part: BTreeSet<&str> = taking_part.filter_map(|one| one["code"].as_str()).collect();
    let asked: BTreeSet<&str> = asked.expect("schools").iter().map(|code| code.as_str()).collect();
    assert_eq!(asked, taking_part);
    let table = read("examples/bronnen/indicatoren/achterstandsscore-school-2021.csv");
    let found: BTreeSet<&str> = table.lines().skip(1).filter_map(|row| row.rsplit(',').next()).collect();
    assert_eq!(found, taking_part, "each has schools");
}

/// Held against the sums that a spreadsheet gives, made apart from this program.
#[test]
fn known_figures_are_right() {
    let table = |name: &str| {
        let path = root().join("examples/bronnen/indicatoren").join(name);
        fs::read_to_string(path).expect("a committed table")
    };
    let scores = table("achterstandsscore-gemeente-2021.csv");
    for row in ["NL01,,2019-10-01,0.402,berekend", "GM0855,,2019-10-01,niet-vergelijkbaar,"] {
        assert!(scores.lines().any(|line| line == row), "{row}");
    }
    // 33.02 of 100 pupils; 31.95 of 30, which CBS calls not reliable enough.
    let schools = table("achterstandsscore-school-2021.csv");
    for row in [
        "00AP00,Wereldwijs,2019-10-01,0.33,berekend,GM0637",
        "03SG00,Basisschool 't Vogelnest,2019-10-01,1.065,onbetrouwbaar; berekend,GM0677",
    ] {
        assert!(schools.lines().any(|line| line == row), "{row}");
    }
    assert!(table("ses-woa-gemeente-2021.csv").contains("GM0363,,2019,-0.1,"));
    assert!(table("inwoners-gemeente-2021.csv").contains("GM0363,,2021,873338,"));
}

#[test]
fn every_mapping_of_the_examples_can_be_read() {
    for folder in ["examples/bronnen/import", "examples/bronnen/import/aangeleverd"] {
        for entry in fs::read_dir(root().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let text = fs::read_to_string(&path).expect("a mapping");
                let name = path.display().to_string();
                geodata::import::mapping::Mapping::read(&name, &text)
                    .unwrap_or_else(|problem| panic!("{problem}"));
            }
        }
    }
}
