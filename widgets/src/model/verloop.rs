//! What happened and what was meant to happen, and one state of it, ready to draw.

use super::csv::Table;
use super::picture::{Optie, Veld};
use super::record::{Record, Verwezen, bronnen, zeker};
use super::words::{Sentence, Words};
use super::{Choice, Key};
use geodata::contract::verloop::{Gebeurtenis, Stap};

/// What happened, as the documents of a release say it.
pub use geodata::contract::verloop::Gegevens as Verloop;

/// The kinds of events, by the names of the contract, in the order of [`Sentence::SoortenGebeurtenis`].
pub const SOORTEN: [&str; 3] = ["feit", "voornemen", "niet-gehaald"];

/// A timeline in one state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tijdlijn {
    pub velden: Vec<Veld>,
    /// How many are shown, of all.
    pub summary: String,
    /// A year and its events: each by its position in the document.
    pub jaren: Vec<(String, Vec<Moment>)>,
    pub kalender: Vec<Record>,
    /// A title and what stands below it.
    pub lijsten: Vec<(String, Vec<Punt>)>,
    pub state: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub at: usize,
    /// Position in [`SOORTEN`].
    pub soort: usize,
    pub record: Record,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Punt {
    pub tekst: String,
    pub onvertaald: bool,
    pub bronnen: Vec<Verwezen>,
}

impl Tijdlijn {
    pub fn new(all: &Verloop, words: &Words, choice: &Choice) -> Self {
        let known = |year: &&str| all.gebeurtenissen.iter().any(|one| jaar(one) == *year);
        let year = choice.get(Key::Jaar).filter(known);
        let kind = choice.get(Key::Soort).and_then(|soort| SOORTEN.iter().position(|known| *known == soort));
        let shown = all.gebeurtenissen.iter().enumerate().filter(|(_, one)| {
            year.is_none_or(|year| jaar(one) == year) && kind.is_none_or(|kind| soort(one) == kind)
        });
        let mut jaren: Vec<(String, Vec<Moment>)> = Vec::new();
        let mut count = 0;
        for (at, one) in shown {
            let moment = Moment { at, soort: soort(one), record: record(all, words, one) };
            count += 1;
            match jaren.last_mut() {
                Some((last, moments)) if last == jaar(one) => moments.push(moment),
                _ => jaren.push((jaar(one).to_owned(), vec![moment])),
            }
        }
        let titles = words.plain(Sentence::LijstenNpo).split('|');
        let lijsten = titles.zip(&all.lijsten).filter(|(_, points)| !points.is_empty());
        let punten = |points: &[geodata::contract::verloop::Punt]| {
            let punt = |punt: &geodata::contract::verloop::Punt| Punt {
                tekst: plain(&punt.tekst),
                onvertaald: punt.onvertaald,
                bronnen: bronnen(&all.bronnen, &punt.bronnen),
            };
            points.iter().map(punt).collect()
        };
        Self {
            velden: velden(all, words, year, kind),
            summary: words.count(
                Sentence::VanDeGebeurtenissen,
                count,
                &[&words.whole(all.gebeurtenissen.len())],
            ),
            jaren,
            kalender: all.kalender.iter().map(|one| stap(all, words, one)).collect(),
            lijsten: lijsten.map(|(title, points)| (title.to_owned(), punten(points))).collect(),
            state: choice.written(),
        }
    }

    /// What is shown, as a file.
    pub fn table(&self, all: &Verloop, words: &Words) -> Table {
        let moments = self.jaren.iter().flat_map(|(_, moments)| moments);
        let row = |moment: &Moment| {
            let one = &all.gebeurtenissen[moment.at];
            let bronnen = moment.record.bronnen.iter();
            let bronnen = bronnen.map(|bron| bron.url.as_deref().unwrap_or(&bron.titel));
            vec![
                one.id.clone(),
                one.datum.clone(),
                naam(words, moment.soort).to_owned(),
                one.tekst.clone(),
                bronnen.collect::<Vec<_>>().join(" "),
            ]
        };
        let columns = words.plain(Sentence::KolommenTijdlijn).split('|').map(str::to_owned);
        Table { columns: columns.collect(), rows: moments.map(row).collect() }
    }
}

/// The name of a kind of events.
pub fn naam(words: &Words, soort: usize) -> &str {
    words.plain(Sentence::SoortenGebeurtenis).split('|').nth(soort).unwrap_or_default()
}

fn jaar(one: &Gebeurtenis) -> &str {
    one.datum.get(..4).unwrap_or(&one.datum)
}

/// One that is not of the closed list is no fact.
fn soort(one: &Gebeurtenis) -> usize {
    SOORTEN.iter().position(|known| *known == one.soort).unwrap_or(1)
}

fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    super::plain::plain(&mut text);
    text
}

fn record(all: &Verloop, words: &Words, one: &Gebeurtenis) -> Record {
    let when = match &one.moment {
        Some(moment) if words.taal.code() == "nl" => moment.clone(),
        _ => words.date(&one.datum),
    };
    let kop = match soort(one) {
        0 => when,
        kind => [&when, " · ", naam(words, kind)].concat(),
    };
    Record {
        kop,
        onvertaald: one.onvertaald,
        says: vec![one.tekst.clone()],
        toelichting: one.toelichting.clone(),
        bronnen: bronnen(&all.bronnen, &one.bronnen),
        zeker: zeker(words, &one.zeker),
        ..Record::default()
    }
    .plain()
}

fn stap(all: &Verloop, words: &Words, stap: &Stap) -> Record {
    let who = ["gemeenten", "scholen", "gka"].iter().position(|known| *known == stap.wie);
    let who = who.and_then(|at| words.plain(Sentence::WieNpo).split('|').nth(at)).unwrap_or_default();
    Record {
        kop: [&stap.wanneer, " (", &words.date(&stap.datum), ") · ", who].concat(),
        onvertaald: stap.onvertaald,
        says: vec![stap.tekst.clone()],
        bronnen: bronnen(&all.bronnen, &stap.bronnen),
        ..Record::default()
    }
    .plain()
}

fn velden(all: &Verloop, words: &Words, year: Option<&str>, kind: Option<usize>) -> Vec<Veld> {
    let option = |value: &str, label: &str, selected| Optie {
        value: value.to_owned(),
        label: label.to_owned(),
        onvertaald: false,
        selected,
    };
    let mut jaren = vec![option("", words.plain(Sentence::AlleJaren), year.is_none())];
    for one in &all.gebeurtenissen {
        if jaren.last().is_none_or(|last| last.value != jaar(one)) {
            jaren.push(option(jaar(one), jaar(one), year == Some(jaar(one))));
        }
    }
    let mut soorten = vec![option("", words.plain(Sentence::AlleSoorten), kind.is_none())];
    let names = SOORTEN.iter().enumerate();
    soorten.extend(names.map(|(at, soort)| option(soort, naam(words, at), kind == Some(at))));
    let veld = |key, label, options| Veld { key, label: words.plain(label).to_owned(), options };
    vec![veld(Key::Jaar, Sentence::JaarVeld, jaren), veld(Key::Soort, Sentence::SoortVeld, soorten)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use geodata::contract::profiel::Zeker;

    fn gegevens() -> Verloop {
        let one = |id: &str, datum: &str, soort: &str, moment: Option<&str>| Gebeurtenis {
            id: id.to_owned(),
            datum: datum.to_owned(),
            moment: moment.map(str::to_owned),
            soort: soort.to_owned(),
            tekst: ["Wat ", id, " is.\u{202e}"].concat(),
            onvertaald: false,
            stuk: None,
            toelichting: None,
            zeker: Zeker { afgeleid: false, zekerheid: "hoog".to_owned() },
            bronnen: Vec::new(),
        };
        Verloop {
            release: "abc".to_owned(),
            peildatum: "2021-01-22".to_owned(),
            gebeurtenissen: vec![
                one("begin", "2016-10-31", "feit", None),
                one("plan", "2018", "niet-gehaald", None),
                one("eind", "2018", "voornemen", Some("eind 2018")),
            ],
            kalender: Vec::new(),
            lijsten: [Vec::new(), Vec::new(), Vec::new()],
            bronnen: Vec::new(),
        }
    }

    fn tijdlijn(choice: &str) -> Tijdlijn {
        Tijdlijn::new(&gegevens(), &Words::dutch(), &Choice::default().and(choice))
    }

    #[test]
    fn events_stand_in_their_years_and_say_what_is_no_fact() {
        let all = tijdlijn("");
        let years: Vec<_> = all.jaren.iter().map(|(jaar, moments)| (jaar.as_str(), moments.len())).collect();
        assert_eq!(years, [("2016", 1), ("2018", 2)]);
        assert_eq!(all.jaren[0].1[0].record.kop, "31 oktober 2016");
        assert_eq!(all.jaren[1].1[1].record.kop, "eind 2018 · voornemen");
        assert_eq!(all.jaren[0].1[0].record.says, ["Wat begin is."]);
    }

    #[test]
    fn a_year_and_a_kind_leave_what_is_of_both() {
        let some = tijdlijn("jaar=2018&soort=niet-gehaald");
        assert_eq!((some.jaren.len(), some.jaren[0].1[0].at), (1, 1));
        assert!(some.summary.starts_with("1 van de 3"), "{}", some.summary);
        assert_eq!(some.table(&gegevens(), &Words::dutch()).rows[0][2], "niet gehaald");
        assert_eq!(tijdlijn("jaar=1918&soort=x").jaren, tijdlijn("").jaren);
    }
}
