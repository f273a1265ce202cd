//! Three gemeenten, of which one has its slice, for tests.

use super::Profielen;
use crate::model::meting;
use geodata::contract::landkaart::Thema;
use geodata::contract::landkaart::zoek::Zoeknaam;
use geodata::contract::lijst::{Bron, Deelnemer, Interventie, Periode};
use geodata::contract::profiel::{Agenda, Cijfer, Deel, Elders, Gegevens, Persoon, Toetreding, Zeker};
use geodata::contract::waarde::{Status, Waarde};

pub fn profielen() -> Profielen {
    let two = |one: &str, two: &str| (one.to_owned(), two.to_owned());
    let deelnemer = |code: &str, naam: &str| Deelnemer {
        code: code.to_owned(),
        naam: naam.to_owned(),
        slug: naam.to_lowercase(),
        provincie: "PV20".to_owned(),
    };
    let mut profielen = Profielen::new(Gegevens {
        release: "abc".to_owned(),
        peildatum: "2021-01-22".to_owned(),
        provincies: vec![two("PV20", "Groningen")],
        gebieden: vec![two("GM0001", "Zand"), two("GM0002", "Bedum"), two("GM0003", "Cornjum")],
        deelnemers: vec![deelnemer("GM0002", "Bedum"), deelnemer("GM0001", "Zand")],
        themas: vec![Thema {
            id: "taal".to_owned(),
            label: "Taal".to_owned(),
            in_zin: "taal".to_owned(),
            onvertaald: false,
            gemeenten: 1,
            interventies: 1,
        }],
        sectoren: Vec::new(),
        indicatoren: meting::fixture::metingen().gegevens.indicatoren,
        delen: vec![two("GM0001", "delen/gemeente/zand.json"), two("GM0002", "delen/gemeente/bedum.json")],
    });
    profielen.learn("delen/gemeente/zand.json", zand());
    profielen
}

fn zand() -> Deel {
    let zeker = Zeker { afgeleid: false, zekerheid: "hoog".to_owned() };
    let naam = |naam: &str| Zoeknaam {
        naam: naam.to_owned(),
        soort: "vroeger".to_owned(),
        dag: Some("2021-01-01".to_owned()),
        gemeenten: vec!["GM0001".to_owned()],
    };
    Deel {
        code: "GM0001".to_owned(),
        deelname: "agenda".to_owned(),
        toetreding: Toetreding {
            datum: None,
            na: None,
            uiterlijk: Some("2019-07-16".to_owned()),
            toelichting: "Staat in de lijst.".to_owned(),
            zeker: zeker.clone(),
            bronnen: vec![("brief".to_owned(), None)],
        },
        agendas: vec![Agenda {
            addendum: false,
            periode: Periode { van: Some("2019".to_owned()), tot: None },
            ondertekend: Some("2019-07-01".to_owned()),
            personen: vec![Persoon { naam: "A. B.".to_owned(), functie: "wethouder".to_owned(), jaar: 2019 }],
            tekst: Elders { status: "niet-gevonden".to_owned(), url: None },
            toelichting: None,
            zeker,
            bronnen: Vec::new(),
        }],
        interventies: vec![Interventie {
            id: "boekenpret".to_owned(),
            titel: "Boekenpret".to_owned(),
            samenvatting: "Voorlezen.".to_owned(),
            onvertaald: false,
            gemeenten: vec!["GM0001".to_owned()],
            regio: None,
            themas: vec!["taal".to_owned()],
            sectoren: vec!["po".to_owned()],
            leefwerelden: Vec::new(),
            bewijs: "niet-beoordeeld".to_owned(),
            periode: Periode::default(),
            uitgelicht: vec![],
            toelichting: None,
            zekerheid: "hoog".to_owned(),
            bronnen: vec![("brief".to_owned(), Some("regel 3".to_owned()))],
        }],
        meer: false,
        rollen: Vec::new(),
        videos: Vec::new(),
        namen: vec![naam("Klei"), naam("Veen")],
        cijfers: vec![Cijfer {
            indicator: "b".to_owned(),
            periode: "2021".to_owned(),
            status: vec![Status::Voorlopig],
            waarde: Waarde::precies(30.0),
            gelijk_binnen: 0.5,
            laagste: Some(20.0),
            hoogste: Some(30.0),
            vergelijking: vec![("NL01".to_owned(), true, Waarde::precies(25.0))],
            bronnen: vec![("brief".to_owned(), None)],
        }],
        bronnen: vec![Bron { id: "brief".to_owned(), titel: "De brief".to_owned(), url: None }],
    }
}
