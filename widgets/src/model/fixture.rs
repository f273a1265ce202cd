//! A land of four gemeenten that one can draw in the head, for tests of model and view:
//!
//! ```text
//! A | B      A and D take part; A has one taal and one sport, D has none
//! --+--
//! C | D
//! ```

use super::Landkaart;
use geodata::contract::landkaart::{Deelnemer, Gebied, Gegevens, Thema};
use geodata::topology::{Region, Topology, Transform};

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

pub fn gegevens() -> Gegevens {
    let gebied = |code: &str, naam: &str, provincie: &str, buren| Gebied {
        code: code.to_owned(),
        naam: naam.to_owned(),
        provincie: provincie.to_owned(),
        buren,
    };
    let deelnemer = |code: &str, naam: &str, slug: &str, themas: &[&str]| Deelnemer {
        code: code.to_owned(),
        naam: naam.to_owned(),
        slug: slug.to_owned(),
        sinds: "2019-07".to_owned(),
        interventies: themas.len() as u16,
        themas: themas.iter().map(|&thema| (thema.to_owned(), 1)).collect(),
    };
    let thema = |id: &str, label: &str| Thema {
        id: id.to_owned(),
        label: label.to_owned(),
        in_zin: id.to_owned(),
        onvertaald: false,
        gemeenten: 1,
        interventies: 1,
    };
    let provincie = |code: &str, naam: &str| (code.to_owned(), naam.to_owned());
    Gegevens {
        release: "abc".to_owned(),
        peildatum: "2021-01-22".to_owned(),
        naamsvermelding: vec!["Kadaster".to_owned(), "CBS".to_owned()],
        jaar: 2021,
        provincies: vec![provincie("PV20", "Groningen"), provincie("PV21", "Fryslân")],
        gebieden: vec![
            gebied("GM0001", "Adorp", "PV20", [None, Some(1), Some(2), None]),
            gebied("GM0002", "Bedum", "PV20", [None, None, Some(3), Some(0)]),
            gebied("GM0003", "Cornjum", "PV21", [Some(0), Some(3), None, None]),
            gebied("GM0004", "'s-Dronrijp", "PV21", [Some(1), None, None, Some(2)]),
        ],
        deelnemers: vec![
            deelnemer("GM0001", "Adorp", "adorp", &["taal", "sport"]),
            deelnemer("GM0004", "Dronrijp & Co", "dronrijp", &[]),
        ],
        themas: vec![thema("taal", "Taal"), thema("sport", "Sport")],
    }
}

pub fn landkaart() -> Landkaart {
    let kaart = Some(super::surface::Surface::default());
    Landkaart { kaart, ..Landkaart::new(gegevens()).expect("the fixture joins") }
}
