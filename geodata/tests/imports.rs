//! Every format to a table: small files of our own for a fresh clone, and every real file where there is one.

mod scratch;

use geodata::import::fetch;
use geodata::import::foreign::{ForeignCell, ForeignTable, Format, Settings, odata};
use geodata::import::take::{From, TakeError, tables, take};
use proptest::prelude::*;
use scratch::{Scratch, root};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

fn own(file: &str) -> Vec<u8> {
    fs::read(root().join("geodata/tests/vormen").join(file)).expect("a file of our own")
}

fn shared() -> Option<PathBuf> {
    let dir = root().join("../shared/bronnen");
    if !dir.is_dir() {
        // Not `eprintln`, which a passing test keeps to itself.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {} is absent", dir.display());
        return None;
    }
    Some(dir)
}

fn texts(table: &ForeignTable, row: usize) -> Vec<&str> {
    table.rows[row].cells.iter().map(ForeignCell::text).collect()
}

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
            "expected shares of onderadvies at one level, as some are hidden, found school and gemeente"
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
fn a_workbook_with_a_broken_style_sheet_is_read() {
    let settings = Settings { header_row: Some(4), sheet: Some("Tabel 1".to_owned()), ..Settings::default() };
    let table = Format::Werkblad.read("w.xlsx", &own("werkblad.xlsx"), &settings).expect("a table");
    assert_eq!(table.header, ["School (BRIN vestiging)", "Aantal leerlingen", "Score", ""]);
    assert_eq!(texts(&table, 0), ["00AP00", "100", "33.02", ""]);
    assert_eq!(texts(&table, 1), ["00AR00", "142", "0", "a"]);
    assert_eq!((table.rows.len(), table.place(1, None).line), (2, 7));
    let settings = Settings { sheet: Some("Tabel 9".to_owned()), ..settings };
    let expected = "w.xlsx: expected a sheet \"Tabel 9\", found the sheets Tabel 1";
    let found = Format::Werkblad.read("w.xlsx", &own("werkblad.xlsx"), &settings).unwrap_err();
    assert_eq!(found.to_string(), expected);
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
fn every_json_format_is_read_and_its_missing_values_are_missing() {
    let titles = odata::read_titles("p", &own("odata3-eigenschappen.json")).expect("titles");
    let settings = Settings { titles, ..Settings::default() };
    let table = Format::Odata3.read("o.json", &own("odata3.json"), &settings).expect("a table");
    let score = table.column("SES-WOA/Gemiddelde score").expect("a column called by its titles");
    assert_eq!(table.rows[1].cells[score], ForeignCell::Missing("null".to_owned()));
    let none = Settings::default();
    let json = Format::Odata4.read("o.json", &own("odata4.json"), &none).expect("a table");
    let csv = Format::Odata4.read("o.csv", &own("odata4.csv"), &none).expect("a table");
    for table in [&json, &csv] {
        let measure = table.column("M1").expect("a column");
        assert_eq!(table.rows[0].cells[measure], ForeignCell::Text("51.2".to_owned()));
        assert_eq!(table.rows[1].cells[measure], ForeignCell::Missing("Impossible".to_owned()));
    }
    assert_eq!(Format::Ckan.read("c", &own("ckan.json"), &none).expect("a table").next, None);
    assert_eq!(Format::Pdok.read("p", &own("pdok.json"), &none).expect("a table").rows.len(), 2);
    assert_eq!(Format::Json.read("j", &own("lijst.json"), &none).expect("a table").rows.len(), 2);
}

#[test]
fn a_page_that_is_not_there_is_missed() {
    let page = br#"{"type":"FeatureCollection","links":[{"rel":"next","href":"https://x/2"}],"features":[]}"#;
    let one = [("1.json".to_owned(), page.to_vec())];
    let expected = "1.json: expected the page behind this one, https://x/2, found the last file";
    let settings = Settings::default();
    assert_eq!(Format::Pdok.read_pages(&one, &settings).unwrap_err().to_string(), expected);
    let two = [one[0].clone(), ("2.json".to_owned(), own("pdok.json"))];
    let found = Format::Pdok.read_pages(&two, &settings).unwrap_err().to_string();
    assert!(found.starts_with("2.json: expected the columns of 1.json"), "{found}");
    let last = [("a.json".to_owned(), own("pdok.json")), ("b.json".to_owned(), own("pdok.json"))];
    let found = Format::Pdok.read_pages(&last, &settings).unwrap_err().to_string();
    assert!(found.contains("expected a page that says where the next one is"), "{found}");
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

/// Every fixture of a format and every real file: read, or refused for the stated reason.
#[test]
fn every_real_file_is_read_or_refused_for_the_right_reason() {
    let Some(dir) = shared() else { return };
    let kop = |row| Settings { header_row: Some(row), ..Settings::default() };
    let blad = |name: &str| Settings { sheet: Some(name.to_owned()), ..kop(4) };
    let none = Settings::default;
    let table: Vec<(&str, Format, Settings, Result<usize, &str>)> = vec![
        (
            "vormen/cbs_achterstandsscores_scholen_tabel2_zonder_drempel.SYNTHETIC.csv",
            Format::Csv,
            none(),
            Ok(3),
        ),
        ("vormen/cbs_gemeenten_alfabetisch_2021.csv", Format::Csv, none(), Ok(352)),
        ("vormen/cbs_gemeenten_alfabetisch_2023.csv", Format::Csv, none(), Ok(342)),
        ("vormen/cbs_odata3_84780NED_vsv.SYNTHETIC_VALUES.json", Format::Odata3, none(), Ok(2)),
        ("vormen/cbs_odata3_DataProperties.SHAPE.json", Format::Odata3, none(), Ok(5)),
        (
            "vormen/cbs_odata3_Regiokenmerken_Perioden.SHAPE.json",
            Format::Odata3,
            none(),
            Err("expected a list in value, found none"),
        ),
        ("vormen/cbs_odata3_TypedDataSet.SHAPE.json", Format::Odata3, none(), Ok(2)),
        ("vormen/cbs_odata3_UntypedDataSet.SHAPE.json", Format::Odata3, none(), Ok(2)),
        (
            "vormen/cbs_odata4_MeasureCodes_PeriodenCodes.SHAPE.json",
            Format::Odata4,
            none(),
            Err("expected a list in value, found none"),
        ),
        (
            "vormen/cbs_odata4_Observations.SHAPE.json",
            Format::Odata4,
            none(),
            Err(
                "expected the page behind this one, https://datasets.cbs.nl/odata/v1/CBS/85900NED/Observations?$skip=100000, found the last file",
            ),
        ),
        ("vormen/cbs_odata4_csv_Observations.SHAPE.csv", Format::Odata4, none(), Ok(2)),
        ("vormen/cbs_pc6hnr_gwb.SHAPE.csv", Format::Csv, none(), Ok(2)),
        ("vormen/cbs_statline_85163NED_ses_woa.REAL_EXCERPT.csv", Format::Statline, none(), Ok(11)),
        (
            "vormen/duo_ckan_datastore_search.SHAPE.json",
            Format::Ckan,
            none(),
            Err(
                "expected the page behind this one, /api/3/action/datastore_search?offset=5000, found the last file",
            ),
        ),
        ("vormen/duo_heroverwegingen.PROVISIONAL_COLUMNS.SYNTHETIC.csv", Format::Duo, none(), Ok(3)),
        ("vormen/duo_schooladviezen_new_header.SYNTHETIC.csv", Format::Duo, none(), Ok(4)),
        ("vormen/duo_schooladviezen_old_header_cp1252.SYNTHETIC.csv", Format::Duo, none(), Ok(2)),
        (
            "vormen/pdok_ogc_items.SHAPE.json",
            Format::Pdok,
            none(),
            Err("expected the page behind this one, https://api.pdok.nl/"),
        ),
        (
            "vormen/pdok_wfs_gemeente_gegeneraliseerd_2022.REAL_PROPERTIES_CUT_GEOMETRY.geojson",
            Format::Pdok,
            none(),
            Ok(0),
        ),
        (
            "indicatoren/cbs/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv",
            Format::Statline,
            none(),
            Ok(579),
        ),
        ("indicatoren/cbs/achterstandsscores-scholen-2019.xlsx", Format::Werkblad, blad("Tabel 1"), Ok(6295)),
        ("indicatoren/cbs/achterstandsscores-scholen-2019.xlsx", Format::Werkblad, blad("Tabel 2"), Ok(6295)),
        (
            "indicatoren/cbs/achterstandsscores-scholen-2019.xlsx",
            Format::Werkblad,
            blad("Tabel 3"),
            Err("expected a sheet \"Tabel 3\", found the sheets Voorblad, Inhoud"),
        ),
        ("indicatoren/cbs/achterstandsscores-scholen-2019-from-xlsx.csv", Format::Csv, kop(4), Ok(6295)),
        ("indicatoren/cbs/kwb2021-gemeenten-selectie.csv", Format::Csv, none(), Ok(352)),
        ("indicatoren/cbs/kwb2022-wijken-tmap.json", Format::Json, none(), Ok(3340)),
        ("indicatoren/duo/alle-vestigingen-bo.csv", Format::Duo, none(), Ok(6268)),
        ("indicatoren/duo/alle-vestigingen-vo.csv", Format::Duo, none(), Ok(1619)),
        ("indicatoren/duo/gemiddelde-eindscores-bo-sbo-2018-2019.csv", Format::Duo, none(), Ok(6579)),
        (
            "indicatoren/duo/geslaagden-gezakten-en-cijfers-2018-2019.head400.csv",
            Format::Duo,
            none(),
            Ok(399),
        ),
        (
            "indicatoren/duo/leerlingen-vo-per-vestiging-naar-onderwijstype-2019.head400.csv",
            Format::Duo,
            none(),
            Ok(399),
        ),
        ("indicatoren/duo/vsv-per-swv-2015.csv", Format::Csv, none(), Ok(1270)),
        ("bevolking/bevolking-2021-kwb85039NED.csv", Format::Csv, none(), Ok(352)),
        ("bevolking/bevolking-2022-kwb.csv", Format::Csv, none(), Ok(345)),
    ];
    let mut wrong = Vec::new();
    for (path, format, settings, expected) in &table {
        let page = ((*path).to_owned(), fs::read(dir.join(path)).expect("a source"));
        match (format.read_pages(&[page], settings), expected) {
            (Ok(found), Ok(rows)) if found.rows.len() == *rows || *rows == 0 && !found.rows.is_empty() => {}
            (Err(found), Err(reason)) if found.to_string().contains(reason) => {}
            (found, _) => wrong.push(format!(
                "{path}: {:?}",
                found.map(|table| table.rows.len()).map_err(|problems| problems.to_string())
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for folder in ["vormen", "indicatoren/cbs", "indicatoren/duo", "bevolking"] {
        for entry in fs::read_dir(dir.join(folder)).expect("a folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let known = table.iter().any(|(path, ..)| *path == format!("{folder}/{name}"));
            assert!(known, "{folder}/{name} has no line in this test");
        }
    }
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

const FORMATS: [Format; 9] = [
    Format::Statline,
    Format::Duo,
    Format::Csv,
    Format::Werkblad,
    Format::Odata3,
    Format::Odata4,
    Format::Ckan,
    Format::Pdok,
    Format::Json,
];

/// A file of our own with a few bytes changed, or bytes of any kind.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    const FILES: [&str; 10] = [
        "statline.csv",
        "duo.csv",
        "odata3.json",
        "odata4.json",
        "odata4.csv",
        "ckan.json",
        "pdok.json",
        "lijst.json",
        "werkblad.xlsx",
        "werkblad.ods",
    ];
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let damaged = (prop::sample::select(&FILES[..]), changes, any::<prop::sample::Index>(), any::<bool>());
    let damaged = damaged.prop_map(|(file, changes, end, cut)| {
        let mut bytes = own(file);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        bytes
    });
    prop_oneof![prop::collection::vec(any::<u8>(), 0..200), damaged]
}

proptest! {
    #[test]
    fn every_reader_is_total(bytes in damaged(), header in 0..6_usize) {
        let settings = Settings { header_row: Some(header), ..Settings::default() };
        for format in FORMATS {
            if let Ok(table) = format.read("f", &bytes, &settings) {
                for (at, row) in table.rows.iter().enumerate() {
                    prop_assert_eq!(row.cells.len(), table.header.len());
                    let _ = table.place(at, Some(0)).to_string();
                }
            }
        }
        let _ = odata::read_titles("f", &bytes);
        let _ = geodata::import::mapping::Mapping::read("f", &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn every_cell_is_a_figure_or_a_reason(text in "[-0-9.,<>*%eE ]{0,8}|\\PC{0,6}") {
        use geodata::import::foreign::{area, number::{self, Form}, period};
        use geodata::contract::{Cijfer, Niveau};
        for form in [Form::Plain, Form::Duo, Form::Cbs] {
            if let Ok(waarde) = number::read(&ForeignCell::Text(text.clone()), form, None) {
                match waarde.cijfer {
                    Ok(Cijfer::Precies(figure)) => prop_assert!(figure.is_finite()),
                    Ok(Cijfer::Tussen(van, tot)) => prop_assert!(van <= tot),
                    Err(_) => {}
                }
            }
        }
        let _ = period::read(&text);
        for (_, niveau) in Niveau::ALL {
            if let Ok(code) = area::read(&[&text], niveau) {
                prop_assert!(code.is_well_formed());
            }
        }
    }
}
