//! A land of four gemeenten that one can draw in the head, for tests of model and view:
//!
//! ```text
//! A | B      A and D take part; A has one taal and one sport, D has none
//! --+--
//! C | D
//! ```

use super::Landkaart;
use geodata::contract::*;
use geodata::topology::{Region, Topology, Transform};

fn label(nl: &str) -> Label {
    Label { nl: nl.to_owned(), en: None, fy: None }
}

fn versie() -> String {
    SCHEMA_VERSIE.to_owned()
}

pub fn topology() -> Topology {
    let region = |code: &str, ring: Vec<i32>| Region {
        code: code.to_owned(),
        naam: code.to_owned(),
        provincie: "PV20".to_owned(),
        label: [0, 0],
        polygons: vec![vec![ring]],
    };
    Topology {
        jaar: 2021,
        naamsvermelding: "Kadaster".to_owned(),
        transform: Transform { scale: [100, 100], translate: [0, 0] },
        arcs: vec![
            vec![[10, 10], [10, 20]],
            vec![[10, 10], [20, 10]],
            vec![[10, 10], [10, 0]],
            vec![[10, 10], [0, 10]],
            vec![[0, 10], [0, 20], [10, 20]],
            vec![[10, 20], [20, 20], [20, 10]],
            vec![[20, 10], [20, 0], [10, 0]],
            vec![[10, 0], [0, 0], [0, 10]],
        ],
        gemeenten: vec![
            region("GM0001", vec![3, 4, !0]),
            region("GM0002", vec![0, 5, !1]),
            region("GM0003", vec![2, 7, !3]),
            region("GM0004", vec![1, 6, !2]),
        ],
        water: vec![],
        gemeentegrenzen: vec![vec![0], vec![2]],
        provinciegrenzen: vec![vec![1]],
    }
}

pub fn landkaart() -> Landkaart {
    let document = || DocumentRef { pad: String::new(), bytes: 0, sha256: String::new() };
    let index = Index {
        schema_versie: versie(),
        release: "abc".to_owned(),
        peildatum: "2021-01-22".to_owned(),
        titel: label("Kaart"),
        licentie: "CC-BY-4.0".to_owned(),
        naamsvermelding: vec!["Kadaster".to_owned(), "CBS".to_owned()],
        documenten: Documenten {
            gemeenten: document(),
            themas: document(),
            interventies: document(),
            bronnen: document(),
            gebieden: document(),
            landkaart: document(),
        },
    };
    let gebied = |code: &str, naam: &str, provincie: &str, buren| Gebied {
        code: GemeenteCode::new(code),
        naam: naam.to_owned(),
        provincie: ProvincieCode::new(provincie),
        namen: vec![],
        label: [0, 0],
        buren,
    };
    let provincie =
        |code: &str, naam: &str| Provincie { code: ProvincieCode::new(code), naam: naam.to_owned() };
    let gebieden = Gebieden {
        schema_versie: versie(),
        jaar: 2021,
        provincies: vec![provincie("PV20", "Groningen"), provincie("PV21", "Fryslân")],
        gebieden: vec![
            gebied("GM0001", "Adorp", "PV20", [None, Some(1), Some(2), None]),
            gebied("GM0002", "Bedum", "PV20", [None, None, Some(3), Some(0)]),
            gebied("GM0003", "Cornjum", "PV21", [Some(0), Some(3), None, None]),
            gebied("GM0004", "'s-Dronrijp", "PV21", [Some(1), None, None, Some(2)]),
        ],
    };
    let deelnemer = |code: &str, naam: &str, slug: &str, provincie: &str, themas: &[&str], interventies| Deelnemer {
        code: GemeenteCode::new(code),
        naam: naam.to_owned(),
        slug: slug.to_owned(),
        provincie: ProvincieCode::new(provincie),
        nummer: 1,
        toetreding: Toetreding {
            datum: "2019-07".to_owned(),
            toelichting: "in de lijst".to_owned(),
            grondslag: Grondslag::Bron,
        },
        gebieden: vec![],
        themas: themas.iter().map(|thema| (ThemaId::new(*thema), 1)).collect(),
        interventies,
        zekerheid: Zekerheid::Hoog,
        bronnen: vec![],
    };
    let gemeenten = Gemeenten {
        schema_versie: versie(),
        jaar: 2021,
        gemeenten: vec![
            deelnemer("GM0001", "Adorp", "adorp", "PV20", &["taal", "sport"], 2),
            deelnemer("GM0004", "Dronrijp & Co", "dronrijp", "PV21", &[], 0),
        ],
    };
    let thema = |id: &str, naam: &str, in_zin: &str| Thema {
        id: ThemaId::new(id),
        label: label(naam),
        in_zin: label(in_zin),
        gemeenten: 1,
        interventies: 1,
        brontermen: vec![],
        bronnen: vec![],
    };
    let themas = Themas {
        schema_versie: versie(),
        themas: vec![thema("taal", "Taal", "taal"), thema("sport", "Sport", "sport")],
    };
    Landkaart::new(index, gebieden, gemeenten, themas).expect("the fixture joins")
}
