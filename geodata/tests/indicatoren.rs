//! The indicators of the release: complete, honest about what is absent, small enough to send.

mod scratch;

use geodata::contract::indicatoren::Beschikbaarheid;
use geodata::contract::oordeel::{Oordeel, oordeel};
use geodata::contract::{Afwezig, Cijfers, Indicator, Indicatoren, Maat, Niveau, Vergelijkingsgroepen};
use geodata::import::{check, read};
use scratch::{Scratch, files, root};
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
    let within = scores.perioden[0].gelijk_binnen.expect("a distance");
    assert_eq!(oordeel(&amsterdam.waarden[0], land, within), Ok(Oordeel::Hoger));
    let wijken: Cijfers = document("indicatoren/ses-woa-wijk-2021/GM0363.json");
    assert_eq!(wijken.vergelijking[0].code.as_str(), "GM0363");
    assert_eq!((wijken.niveau, wijken.gebieden.len()), (Niveau::Wijk, 99));
    let income: Cijfers = document("indicatoren/huishoudens-laag-inkomen-gemeente-2021.json");
    assert!(income.vergelijking.iter().all(|cijfer| cijfer.maat == Maat::Mediaan));
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
