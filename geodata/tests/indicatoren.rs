//! The indicators of the release: complete, honest about what is absent, small enough to send.

mod scratch;

use geodata::contract::indicatoren::Beschikbaarheid;
use geodata::contract::oordeel::{Oordeel, oordeel};
use geodata::contract::{
    Afwezig, Cijfers, GebiedCode, Getal, Indicator, Indicatoren, Jaargangen, Maat, Niveau, Reeksdelen,
    Standen, Vergelijkingsgroepen,
};
use geodata::import::areas::Areas;
use geodata::import::{check, read};
use scratch::{Scratch, files, root, small};
use std::fs;
use std::io::Write;

fn document<T: serde::de::DeserializeOwned>(pad: &str) -> T {
    read::document(&root().join("examples/exports"), pad)
        .unwrap_or_else(|problem| panic!("{problem}"))
        .content
}

fn all() -> Vec<Indicator> {
    document::<Indicatoren>("indicatoren.json").indicatoren
}

fn named(id: &str) -> Indicator {
    all().into_iter().find(|indicator| indicator.id.as_str() == id).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn what_the_letters_ask_for_is_there_even_without_figures() {
    for id in [
        "onderadvies",
        "overadvies",
        "zittenblijvers-vo",
        "zittenblijvers-po",
        "opstroom-lj3",
        "afstroom-lj3",
    ] {
        let indicator = named(id);
        assert_eq!(indicator.beschikbaarheid, Beschikbaarheid::NietAangeleverd, "{id}");
        assert!(indicator.reeksen.is_empty() && indicator.toelichting.is_some(), "{id}");
    }
}

#[test]
fn all_gemeenten_of_2021_have_their_figures() {
    for id in ["inwoners", "opleiding-laag", "huishoudens-laag-inkomen", "afstand-basisschool"] {
        let indicator = named(id);
        let reeks = indicator.reeksen.iter().find(|reeks| reeks.indeling == 2021).expect("a series of 2021");
        assert_eq!((reeks.bekend, reeks.gebieden), (352, 352), "{id}");
    }
}

#[test]
fn a_split_gemeente_leaves_no_invented_figure() {
    let scores: Cijfers = document("indicatoren/achterstandsscore-gemeente-2021.json");
    let split: Vec<&str> = scores
        .gebieden
        .iter()
        .filter(|gebied| gebied.waarden[0].cijfer == Err(Afwezig::NietVergelijkbaar))
        .map(|gebied| gebied.code.as_str())
        .collect();
    assert_eq!(split, ["GM0757", "GM0824", "GM0855", "GM0865"]);
    assert_eq!(scores.gebieden.len(), 352);
}

#[test]
fn an_area_is_held_against_its_larger_areas() {
    let scores: Cijfers = document("indicatoren/achterstandsscore-gemeente-2021.json");
    let kinds: Vec<Maat> = scores.vergelijking.iter().map(|cijfer| cijfer.maat).collect();
    assert_eq!(kinds, [Maat::Geheel; 13]);
    let land = &scores.vergelijking[0].waarden[0];
    let amsterdam =
        scores.gebieden.iter().find(|gebied| gebied.code.as_str() == "GM0363").expect("Amsterdam");
    let within = scores.perioden[0].gelijk_binnen.expect("a distance").value();
    assert_eq!(oordeel(&amsterdam.waarden[0], land, within), Ok(Oordeel::Hoger));
    let wijken: Cijfers = document("indicatoren/ses-woa-wijk-2021/GM0363.json");
    assert_eq!(wijken.vergelijking[0].code.as_str(), "GM0363");
    assert_eq!((wijken.niveau, wijken.gebieden.len()), (Niveau::Wijk, 99));
    let income: Cijfers = document("indicatoren/huishoudens-laag-inkomen-gemeente-2021.json");
    assert!(income.vergelijking.iter().all(|cijfer| cijfer.maat == Maat::Mediaan));
}

/// Everything a legend says, for every document of figures.
#[test]
fn a_legend_adds_up() {
    let mut documents = 0;
    for indicator in all() {
        for reeks in &indicator.reeksen {
            let mut pads: Vec<String> = reeks.document.iter().map(|document| document.pad.clone()).collect();
            if let Some(delen) = &reeks.delen {
                let delen: Reeksdelen = document(&delen.pad);
                pads.extend(delen.delen.into_iter().map(|deel| deel.document.pad));
            }
            for pad in pads {
                documents += 1;
                let cijfers: Cijfers = document(&pad);
                for (at, periode) in cijfers.perioden.iter().enumerate() {
                    let without: u32 = periode.zonder.iter().map(|one| one.gebieden).sum();
                    let known = cijfers.gebieden.len() as u32 - without - periode.bereiken;
                    if periode.klassen.is_empty() {
                        assert!(known < 25, "{pad} has no classes");
                        continue;
                    }
                    assert_eq!(periode.aantallen.iter().sum::<u32>(), known, "{pad}");
                    assert_eq!(periode.aantallen.len(), periode.klassen.len() + 1, "{pad}");
                    assert!(periode.klassen.len() <= 4, "{pad}");
                    // What a person says: 358,5 and 30.000, not 358,47 and 29.874.
                    for bound in &periode.klassen {
                        let digits = bound.to_string().replace(['.', '-'], "");
                        let digits = digits.trim_start_matches('0').trim_end_matches('0').len();
                        assert!(digits <= 4, "{pad}: {bound}");
                    }
                    let lowest = periode.laagste.as_ref().expect("a lowest");
                    let highest = periode.hoogste.as_ref().expect("a highest");
                    assert!(lowest.waarde <= highest.waarde, "{pad}");
                    let has = |code: &GebiedCode, waarde: Getal| {
                        let gebied = cijfers.gebieden.iter().find(|gebied| gebied.code == *code);
                        gebied.is_some_and(|gebied| gebied.waarden[at].bekend() == Some(waarde.value()))
                    };
                    assert!(lowest.codes.iter().all(|code| has(code, lowest.waarde)), "{pad}");
                    assert!(highest.codes.iter().all(|code| has(code, highest.waarde)), "{pad}");
                    let named = lowest.codes.len() + highest.codes.len();
                    assert!(reeks.niveau != Niveau::School || named == 0, "{pad} names a school");
                }
            }
        }
    }
    assert_eq!(documents, 84);
}

#[test]
fn the_wijken_of_amsterdam_are_coloured_on_their_own_map() {
    let wijken: Cijfers = document("indicatoren/ses-woa-wijk-2021/GM0363.json");
    let map = wijken.landkaart.expect("a map that has them all");
    assert_eq!((map.jaar, map.pad.as_str()), (2022, "landkaart/wijken/GM0363.topo.json"));
    let map: serde_json::Value =
        serde_json::from_slice(&std::fs::read(root().join("examples/exports").join(map.pad)).expect("a map"))
            .expect("JSON");
    let geometries = map["objects"]["wijken"]["geometries"].as_array().expect("wijken");
    let on_map: Vec<&str> = geometries.iter().filter_map(|wijk| wijk["id"].as_str()).collect();
    let figures: Vec<&str> = wijken.gebieden.iter().map(|gebied| gebied.code.as_str()).collect();
    assert_eq!(on_map, figures);
}

#[test]
fn a_time_slider_knows_what_is_counted_and_who_is_known() {
    let standen: Standen = document("standen.json");
    let found: Vec<_> = standen
        .standen
        .iter()
        .map(|stand| {
            let known = (stand.bekend.deelnemers.len(), stand.bekend.gebieden.len());
            (stand.datum.as_str(), stand.jaar, stand.aantal, known, stand.mogelijk.deelnemers.len())
        })
        .collect();
    let expected = [
        ("2019-03-18", 2020, 28, (0, 0), 0),
        // Eemsdelta was three gemeenten.
        ("2019-11-19", 2020, 30, (30, 32), 0),
        ("2021-01-22", 2021, 50, (50, 50), 0),
        ("2023-03-14", 2023, 101, (53, 53), 10),
    ];
    assert_eq!(found, expected);
    let jaargangen: Jaargangen = document("landkaart/jaargangen.json");
    for stand in &standen.standen {
        let year = jaargangen.jaargangen.iter().find(|year| year.jaar == stand.jaar).expect("its map");
        let map = std::fs::read(root().join("examples/exports").join(&year.landkaart.pad)).expect("a map");
        let areas = Areas::read(&year.landkaart.pad, map).expect("a map");
        let codes = areas.by_code();
        let all = stand.bekend.gebieden.iter().chain(&stand.mogelijk.gebieden);
        assert!(all.into_iter().all(|code| codes.contains_key(code)), "{}", stand.datum);
    }
}

#[test]
fn every_gemeente_has_ten_that_are_alike() {
    let groepen: Vergelijkingsgroepen = document("vergelijkingsgroepen.json");
    assert_eq!((groepen.indeling, groepen.groepen.len()), (2021, 352));
    assert!(groepen.groepen.iter().all(|groep| groep.lijkt_op.len() == 10));
    let of = |code: &str| {
        let groep = groepen.groepen.iter().find(|groep| groep.code.as_str() == code).expect("a gemeente");
        groep.lijkt_op.iter().map(|code| code.as_str().to_owned()).collect::<Vec<_>>()
    };
    // The four large cities, the islands: who knows the land expects them together.
    assert_eq!(of("GM0363")[..3], ["GM0518", "GM0599", "GM0344"]);
    assert!(of("GM0088").contains(&"GM0096".to_owned()), "{:?}", of("GM0088"));
}

/// As gzip, which is never smaller than the brotli that is sent.
#[test]
fn no_document_of_figures_is_too_large_to_send() {
    for (name, bytes) in files(&root().join("examples/exports")) {
        if !name.contains("indicatoren") && !name.contains("vergelijking") {
            continue;
        }
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&bytes).expect("memory");
        let packed = packed.finish().expect("memory").len();
        assert!(packed <= 15_000, "{name}: {packed} bytes");
    }
}

#[test]
fn what_is_wrong_with_figures_is_said_where_it_stands() {
    let name = "indicatoren/achterstandsscore-gemeente-2021.json";
    let table = [
        (
            name,
            "{\"code\":\"GM0014\",\"waarden\":[",
            "{\"code\":\"GM0014\",\"waarden\":[-",
            "a value that achterstandsscore can have",
        ),
        (name, "\"GM0014\"", "\"GM9999\"", "expected a gemeente of 2021, found \"GM9999\""),
        (name, "\"GM0014\"", "\"WK001400\"", "expected the code of a gemeente, found \"WK001400\""),
        (
            name,
            "\"indeling\":2021",
            "\"indeling\":2020",
            "expected 2021, as indicatoren.json says, found 2020",
        ),
        (
            "indicatoren.json",
            "\"bekend\":348",
            "\"bekend\":352",
            "bekend: expected 348, counted in its documents, found 352",
        ),
        (
            "indicatoren.json",
            "\"vanaf\":\"2019-2020\"",
            "\"vanaf\":\"2019\"",
            "vanaf: expected a period of the kind",
        ),
        (
            "vergelijkingsgroepen.json",
            "[\"GM0268\"",
            "[\"GM0014\"",
            "expected another gemeente that has a group",
        ),
    ];
    let release = root().join("examples/exports");
    for (position, (file, from, to, expected)) in table.into_iter().enumerate() {
        let scratch = Scratch::copy_of(&format!("figures-{position}"), &release);
        scratch.replace(file, from, to);
        let found = check(&scratch.dir);
        let text = format!("{}\n{}", found.unreadable, found.contradictions);
        assert!(text.contains(expected), "{expected}:\n{text}");
        assert!(text.contains(&format!("the hash of {file}")), "{text}");
    }
}

/// From two mappings, so that no import could see both: the one was merged into the other.
#[test]
fn a_share_that_we_hid_has_no_series_beside_it_that_would_tell() {
    let scratch = Scratch::copy_of("beside", &small("tabellen"));
    let write = |file: &str, text: &str| fs::write(scratch.dir.join(file), text).expect("a table");
    write(
        "indicatoren.csv",
        "id,label_nl,label_en,label_fy,definitie_nl,definitie_en,formule,eenheid_nl,eenheid_en,teken,decimalen,min,max,\
         periodesoort,beschikbaarheid,toelichting_nl,toelichting_en,grondslag,zekerheid,bronnen\n\
         maat,Maat,,,Een maat.,,,procent,,%,1,0,100,jaar,beschikbaar,,,bron,hoog,brief\n",
    );
    write(
        "indicatorreeksen.csv",
        "indicator,niveau,indeling,bronnen\nmaat,gemeente,2018,brief\nmaat,gemeente,2019,brief\n",
    );
    write("indicatorbreuken.csv", "indicator,vanaf,soort,toelichting_nl,toelichting_en,bronnen\n");
    write("vergelijkingskenmerken.csv", "indicator,periode,schaal,gewicht\n");
    fs::create_dir_all(scratch.dir.join("indicatoren")).expect("a folder");
    let figures = |hidden: &str| {
        let rows = format!("GM0001,,2017,{hidden}\nGM0002,,2017,20,berekend\n");
        write("indicatoren/maat-gemeente-2018.csv", &format!("code,naam,periode,waarde,status\n{rows}"));
        write(
            "indicatoren/maat-gemeente-2019.csv",
            "code,naam,periode,waarde,status\nGM0003,,2017,18,berekend\n",
        );
        let out = scratch.dir.join("out");
        geodata::import::export(&scratch.dir, &small("kaart.topo.json"), &out)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    assert_eq!(figures("12,berekend"), Ok(()));
    let told = figures("onderdrukt,").expect_err("a hidden share");
    let expected = "indicatoren[0].reeksen[0]: expected no other series of the same periods, as figures are hidden in \
                    this one, found gemeente 2019";
    assert!(told.contains(expected), "{told}");
}
