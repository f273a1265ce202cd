//! Everyone who has a page: the participants of the peildatum, and who joined later.

use super::record::date;
use geodata::contract::{
    Deelname, Exports, GebiedPeriode, GemeenteCode, Groep, Grondslag, ProvincieCode, Verwijzing, Zekerheid,
};

/// A gemeente with a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    pub code: GemeenteCode,
    pub naam: String,
    pub slug: String,
    pub provincie: ProvincieCode,
    /// Since when, as a sentence without its end: "Doet mee sinds juli 2019".
    pub since: String,
    /// How we know.
    pub because: String,
    pub grondslag: Grondslag,
    pub zekerheid: Zekerheid,
    /// What it signed, as a sentence.
    pub deelname: &'static str,
    /// Joined after the peildatum: not on the map of that day.
    pub later: bool,
    pub gebieden: Vec<GebiedPeriode>,
    pub bronnen: Vec<Verwijzing>,
}

/// In the order of the documents, by name. A release without `deelnemers.json` has those of the peildatum.
pub fn participants(exports: &Exports) -> Vec<Participant> {
    let Some(document) = &exports.deelnemers else {
        return exports.gemeenten.gemeenten.iter().map(of_the_day).collect();
    };
    document
        .deelnemers
        .iter()
        .map(|deelnemer| {
            let joined = &deelnemer.toetreding;
            let since = match (&joined.datum, &joined.na, &joined.uiterlijk) {
                (Some(datum), ..) => format!("Doet mee sinds {}", date(datum)),
                (None, Some(na), Some(uiterlijk)) => {
                    format!("Ging meedoen tussen {} en {}", date(na), date(uiterlijk))
                }
                (None, Some(na), None) => format!("Ging meedoen na {}", date(na)),
                (None, None, Some(uiterlijk)) => format!("Deed uiterlijk op {} mee", date(uiterlijk)),
                (None, None, None) => "Sinds wanneer de gemeente meedoet, is niet bekend".to_owned(),
            };
            Participant {
                code: deelnemer.code.clone(),
                naam: deelnemer.naam.clone(),
                slug: deelnemer.slug.clone(),
                provincie: deelnemer.provincie.clone(),
                since,
                because: joined.toelichting.clone(),
                grondslag: joined.grondslag,
                zekerheid: deelnemer.zekerheid,
                deelname: match deelnemer.deelname {
                    Deelname::Agenda => "Heeft een eigen agenda.",
                    Deelname::Aangesloten => "Sloot zich aan. Of er een eigen agenda is, is niet bekend.",
                    Deelname::Onduidelijk => "Of de gemeente meedoet, zegt geen bron duidelijk.",
                },
                later: deelnemer.groep == Groep::Later,
                gebieden: deelnemer.gebieden.clone(),
                bronnen: deelnemer.bronnen.clone(),
            }
        })
        .collect()
}

fn of_the_day(deelnemer: &geodata::contract::Deelnemer) -> Participant {
    Participant {
        code: deelnemer.code.clone(),
        naam: deelnemer.naam.clone(),
        slug: deelnemer.slug.clone(),
        provincie: deelnemer.provincie.clone(),
        since: format!("Doet mee sinds {}", date(&deelnemer.toetreding.datum)),
        because: deelnemer.toetreding.toelichting.clone(),
        grondslag: deelnemer.toetreding.grondslag,
        zekerheid: deelnemer.zekerheid,
        deelname: "Heeft een eigen agenda.",
        later: false,
        gebieden: deelnemer.gebieden.clone(),
        bronnen: deelnemer.bronnen.clone(),
    }
}
