//! Four interventies of two gemeenten, for tests.

use super::Interventies;
use crate::model::Words;
use geodata::contract::landkaart::{Thema, keuzes::Keuze};
use geodata::contract::lijst::{Bron, Deelnemer, Gegevens, Interventie, Periode};

pub fn gegevens() -> Gegevens {
    let keuze =
        |(id, label): (&str, &str)| Keuze { id: id.to_owned(), label: label.to_owned(), onvertaald: false };
    let thema = |id: &str, label: &str| Thema {
        id: id.to_owned(),
        label: label.to_owned(),
        in_zin: id.to_owned(),
        onvertaald: false,
        gemeenten: 1,
        interventies: 1,
    };
    let deelnemer = |code: &str, naam: &str, provincie: &str| Deelnemer {
        code: code.to_owned(),
        naam: naam.to_owned(),
        slug: naam.to_lowercase(),
        provincie: provincie.to_owned(),
    };
    let periode = |van: &str, tot: &str| {
        let day = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
        Periode { van: day(van), tot: day(tot) }
    };
    let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    let interventie =
        |titel: &str, gemeenten: &[&str], themas: &[&str], sector: &str, periode: Periode| Interventie {
            id: titel.to_lowercase(),
            titel: titel.to_owned(),
            samenvatting: "Kinderen leren meer.".to_owned(),
            onvertaald: false,
            gemeenten: owned(gemeenten),
            regio: None,
            themas: owned(themas),
            sectoren: owned(&[sector]),
            leefwerelden: Vec::new(),
            bewijs: "niet-beoordeeld".to_owned(),
            periode,
            uitgelicht: vec![],
            toelichting: None,
            zekerheid: "hoog".to_owned(),
            bronnen: vec![("brief".to_owned(), Some("regel 3".to_owned()))],
        };
    let mut interventies = vec![
        interventie("Boekenpret", &["GM0001"], &["taal"], "po", periode("2019", "")),
        interventie("Familieklas", &["GM0001", "GM0004"], &["sport"], "po", periode("2018", "2019-12")),
        interventie("Taalzomer", &["GM0004"], &["taal"], "po", periode("2022-01", "")),
        interventie("Zorgloket", &[], &[], "vo", periode("", "")),
    ];
    interventies[0].leefwerelden = owned(&["thuis"]);
    Gegevens {
        release: "abc".to_owned(),
        peildatum: "2021-01-22".to_owned(),
        deelnemers: vec![deelnemer("GM0001", "Adorp", "PV20"), deelnemer("GM0004", "Dronrijp", "PV21")],
        themas: vec![thema("taal", "Taal"), thema("sport", "Sport")],
        sectoren: [("po", "Primair"), ("vo", "Voortgezet")].map(keuze).to_vec(),
        leefwerelden: [("thuis", "Thuis"), ("school", "School")].map(keuze).to_vec(),
        bewijsniveaus: [("niet-beoordeeld", "Niet beoordeeld")].map(keuze).to_vec(),
        interventies,
        bronnen: vec![Bron {
            id: "brief".to_owned(),
            titel: "De brief".to_owned(),
            url: Some("https://example.nl/brief".to_owned()),
        }],
        agendas: vec![
            ("GM0001".to_owned(), periode("2019", "2021")),
            ("GM0004".to_owned(), periode("2021", "2024")),
        ],
    }
}

pub fn interventies() -> Interventies {
    Interventies::new(gegevens(), &Words::dutch())
}
