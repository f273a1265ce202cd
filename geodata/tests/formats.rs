//! Every format to a table: small files of our own for a fresh clone, and every real file where there is one.

mod scratch;

use geodata::import::foreign::{ForeignCell, ForeignTable, Format, Settings, odata};
use proptest::prelude::*;
use scratch::{own, shared};
use std::fs;

fn texts(table: &ForeignTable, row: usize) -> Vec<&str> {
    table.rows[row].cells.iter().map(ForeignCell::text).collect()
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

/// Row 4294967303 would be row 7 if its number were cut off.
#[test]
fn a_cell_beyond_any_sheet_refuses_the_workbook_in_one_line() {
    let found = Format::Werkblad.read("w.xlsx", &own("werkblad-beyond-any-sheet.xlsx"), &Settings::default());
    let expected = "w.xlsx: expected an XLSX or ODS workbook, found one that cannot be read: attempt to multiply with \
                    overflow";
    assert_eq!(found.unwrap_err().to_string(), expected);
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
        for format in Format::ALL {
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
