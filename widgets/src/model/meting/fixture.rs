//! Three gemeenten with two indicators, for tests.

use super::Metingen;
use geodata::contract::indicatoren::Beschikbaarheid;
use geodata::contract::meting::{Breuk, Cijfers, Gebied, Gegevens, Indicator, Periode};
use geodata::contract::waarde::{Afwezig, Status, Waarde};

pub fn indicator(id: &str, pad: Option<&str>) -> Indicator {
    Indicator {
        id: id.to_owned(),
        label: format!("Cijfer {id}"),
        onvertaald: false,
        definitie: "Wat het is.".to_owned(),
        formule: None,
        eenheid: "procent".to_owned(),
        teken: "%".to_owned(),
        decimalen: 1,
        beschikbaarheid: if pad.is_some() {
            Beschikbaarheid::Beschikbaar
        } else {
            Beschikbaarheid::NietAangeleverd
        },
        toelichting: None,
        breuken: vec![Breuk { vanaf: "2020".to_owned(), toelichting: "Anders geteld.".to_owned() }],
        pad: pad.map(str::to_owned),
        delen: vec![],
        bronnen: vec![],
    }
}

pub fn metingen() -> Metingen {
    let gebied = |code: &str, naam: &str| Gebied {
        code: code.to_owned(),
        naam: naam.to_owned(),
        provincie: "PV20".to_owned(),
    };
    let mut metingen = Metingen::new(Gegevens {
        release: "abc".to_owned(),
        peildatum: "2021-01-22".to_owned(),
        jaar: 2021,
        provincies: vec![("PV20".to_owned(), "Groningen".to_owned())],
        gebieden: vec![gebied("GM0001", "'s-Zand"), gebied("GM0002", "Bedum"), gebied("GM0003", "Cornjum")],
        deelnemers: vec![("GM0001".to_owned(), "Zand".to_owned(), "zand".to_owned())],
        indicatoren: vec![indicator("a", None), indicator("b", Some("b.json"))],
        interventies: vec![],
        bronnen: vec![],
    });
    let periode = |periode: &str, status: &[Status]| Periode {
        periode: periode.to_owned(),
        status: status.to_vec(),
        gelijk_binnen: 0.5,
    };
    let figures = |values: [f64; 3]| values.map(Waarde::precies).to_vec();
    metingen.learn(
        "b.json",
        Cijfers {
            perioden: vec![periode("2019", &[]), periode("2020", &[]), periode("2021", &[Status::Voorlopig])],
            gebieden: vec![
                ("GM0001".to_owned(), figures([10., 20., 30.])),
                ("GM0002".to_owned(), figures([10., 20., 12.])),
                (
                    "GM0003".to_owned(),
                    vec![Waarde::precies(1.), Waarde::precies(2.), Waarde::afwezig(Afwezig::Onderdrukt)],
                ),
            ],
            vergelijking: vec![
                ("NL01".to_owned(), true, figures([10., 20., 25.])),
                ("PV20".to_owned(), false, figures([10., 20., 30.2])),
            ],
        },
    );
    metingen
}
