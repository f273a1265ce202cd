//! The parts of the progress report, ready to draw: key figures with their day, lines, communities, experiments, how
//! many interventies there are for each thema and sector, and where readers can go on.

use super::csv::Table;
use super::interventies::facet::spoken;
use super::order::ordered;
use super::plain::plain;
use super::record::{Record, bronnen, zeker};
use super::words::{Sentence, Words};
use super::{Choice, Key};
use geodata::contract::voortgang::{Community, Experiment, Kerncijfer, Lijn, Link};

/// The documents of a release as far as the report shows them.
pub use geodata::contract::voortgang::Gegevens as Voortgang;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rapport {
    /// A day in words, and the figures of that day; the newest first.
    pub dagen: Vec<(String, Vec<Kern>)>,
    pub lijnen: Vec<Record>,
    /// An id and what is told of it.
    pub communities: Vec<(String, Record)>,
    pub experimenten: Vec<(String, Record)>,
    pub links: Vec<Record>,
    pub matrix: Vec<Rij>,
    pub state: String,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Kern {
    pub id: String,
    /// How exact it is: "ongeveer", or nothing.
    pub before: String,
    pub amount: String,
    /// Always Dutch.
    pub eenheid: String,
    pub record: Record,
}

/// A row of the matrix: a thema with its interventies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rij {
    /// Position.
    pub thema: usize,
    pub all: usize,
    /// For each sector.
    pub cells: Vec<Cel>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cel {
    pub count: usize,
    /// How full it is, in fifths of the fullest; 0 where there is none.
    pub step: usize,
    /// Whether it is what the reader's other widgets show.
    pub chosen: bool,
}

impl Rapport {
    pub fn new(all: &Voortgang, words: &Words, choice: &Choice) -> Self {
        let newest = ordered(&all.kerncijfers, |one, other| one.peildatum < other.peildatum);
        let mut dagen: Vec<(&str, Vec<Kern>)> = Vec::new();
        for one in newest {
            let figure = kern(all, words, one);
            match dagen.last_mut() {
                Some((day, figures)) if *day == one.peildatum => figures.push(figure),
                _ => dagen.push((&one.peildatum, vec![figure])),
            }
        }
        Self {
            dagen: dagen.into_iter().map(|(day, figures)| (words.date(day), figures)).collect(),
            lijnen: all.lijnen.iter().map(|one| lijn(all, one)).collect(),
            communities: all
                .communities
                .iter()
                .map(|one| (one.id.clone(), community(all, words, one)))
                .collect(),
            experimenten: all
                .experimenten
                .iter()
                .map(|one| (one.id.clone(), experiment(all, words, one)))
                .collect(),
            links: all.links.iter().map(|one| link(all, words, one)).collect(),
            matrix: matrix(all, choice),
            state: choice.written(),
        }
    }
}

/// The key figures as a file.
pub fn table(all: &Voortgang, words: &Words) -> Table {
    let row = |one: &Kerncijfer| {
        let of = bronnen(&all.bronnen, &one.bronnen);
        let of: Vec<&str> = of.iter().map(|bron| bron.url.as_deref().unwrap_or(&bron.titel)).collect();
        let digits = if one.waarde.fract() == 0. { 0 } else { 1 };
        vec![
            one.id.clone(),
            one.label.clone(),
            words.decimal(one.waarde, digits),
            one.eenheid.clone(),
            one.peildatum.clone(),
            of.join(" "),
        ]
    };
    let columns = words.plain(Sentence::KolommenKern).split('|').map(str::to_owned);
    Table { columns: columns.collect(), rows: all.kerncijfers.iter().map(row).collect() }
}

fn kern(all: &Voortgang, words: &Words, one: &Kerncijfer) -> Kern {
    let exact = ["ongeveer", "meer-dan", "ten-minste"].iter().position(|known| *known == one.precisie);
    let before = exact.and_then(|at| words.plain(Sentence::Precisie).split('|').nth(at));
    let mut eenheid = one.eenheid.clone();
    plain(&mut eenheid);
    Kern {
        id: one.id.clone(),
        before: before.unwrap_or_default().to_owned(),
        amount: amount(words, one.waarde),
        eenheid,
        record: Record {
            title: one.label.clone(),
            onvertaald: one.onvertaald,
            toelichting: one.toelichting.clone(),
            bronnen: bronnen(&all.bronnen, &one.bronnen),
            zeker: zeker(words, &one.zeker),
            ..Record::default()
        }
        .plain(),
    }
}

/// As people say it: 8,5 miljard, 300 miljoen, 2000, 2,5.
fn amount(words: &Words, value: f64) -> String {
    let mut names = words.plain(Sentence::Veel).split('|');
    let (size, name) = match value.abs() {
        large if large >= 1e9 => (1e9, names.next()),
        large if large >= 1e6 => (1e6, names.nth(1)),
        _ => (1., None),
    };
    let tenths = (value / size * 10.).round();
    let text = words.decimal(value / size, u8::from(tenths % 10. != 0.));
    [text.as_str(), if name.is_some() { " " } else { "" }, name.unwrap_or_default()].concat()
}

fn lijn(all: &Voortgang, one: &Lijn) -> Record {
    Record {
        title: one.label.clone(),
        onvertaald: one.onvertaald,
        says: vec![one.uitleg.clone()],
        bronnen: bronnen(&all.bronnen, &one.bronnen),
        ..Record::default()
    }
    .plain()
}

/// The names of those that take part, as one text.
fn namen(all: &Voortgang, words: &Words, codes: &[String]) -> String {
    let naam = |code: &String| {
        let deelnemer = all.deelnemers.iter().find(|deelnemer| deelnemer.code == *code);
        deelnemer.map(|deelnemer| deelnemer.naam.as_str())
    };
    words.list(&codes.iter().filter_map(naam).collect::<Vec<_>>())
}

fn community(all: &Voortgang, words: &Words, one: &Community) -> Record {
    let status = ["actief", "in-oprichting", "aangekondigd"].iter().position(|known| *known == one.status);
    let status = status.and_then(|at| words.plain(Sentence::CommunityStatus).split('|').nth(at));
    Record {
        kop: [status.unwrap_or(&one.status), ", ", &words.date(&one.peildatum)].concat(),
        title: one.naam.clone(),
        onvertaald: one.onvertaald,
        says: vec![one.onderwerp.clone()],
        notes: Some(namen(all, words, &one.gemeenten))
            .filter(|names| !names.is_empty())
            .into_iter()
            .collect(),
        bronnen: bronnen(&all.bronnen, &one.bronnen),
        ..Record::default()
    }
    .plain()
}

fn experiment(all: &Voortgang, words: &Words, one: &Experiment) -> Record {
    let mut facts = vec![namen(all, words, &one.gemeenten), spoken(words, &one.periode)];
    facts.retain(|fact| !fact.is_empty());
    Record {
        title: one.naam.clone(),
        onvertaald: one.onvertaald,
        says: vec![one.samenvatting.clone()],
        notes: Some(facts.join(" · ")).filter(|facts| !facts.is_empty()).into_iter().collect(),
        bronnen: bronnen(&all.bronnen, &one.bronnen),
        ..Record::default()
    }
    .plain()
}

fn link(all: &Voortgang, words: &Words, one: &Link) -> Record {
    let mut record = Record {
        title: one.label.clone(),
        onvertaald: one.onvertaald,
        says: vec![one.beschrijving.clone()],
        bronnen: bronnen(&all.bronnen, &one.bronnen),
        ..Record::default()
    };
    let there = words.say(Sentence::GaNaar, &[&one.label]);
    record.reach(words, &one.adres, &there, Sentence::GeenAdres);
    record.plain()
}

fn matrix(all: &Voortgang, choice: &Choice) -> Vec<Rij> {
    let has = |ids: &[String], id: &str| ids.iter().any(|one| one == id);
    let chosen = |thema: &str, sector: &str| {
        choice.get(Key::Thema) == Some(thema) && choice.get(Key::Sector) == Some(sector)
    };
    let mut rows: Vec<Rij> = all
        .themas
        .iter()
        .enumerate()
        .map(|(at, thema)| {
            let of = || all.interventies.iter().filter(|(themas, _)| has(themas, &thema.id));
            let cells = all.sectoren.iter().map(|sector| Cel {
                count: of().filter(|(_, sectoren)| has(sectoren, &sector.id)).count(),
                step: 0,
                chosen: chosen(&thema.id, &sector.id),
            });
            Rij { thema: at, all: of().count(), cells: cells.collect() }
        })
        .collect();
    let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.count).max().unwrap_or_default();
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.step = (cell.count * 5).div_ceil(most.max(1));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use geodata::contract::landkaart::{Thema, keuzes::Keuze};
    use geodata::contract::profiel::Zeker;

    fn gegevens() -> Voortgang {
        let figure = |id: &str, waarde: f64, peildatum: &str| Kerncijfer {
            id: id.to_owned(),
            label: "Gemeenten".to_owned(),
            onvertaald: false,
            waarde,
            precisie: "meer-dan".to_owned(),
            eenheid: "gemeenten".to_owned(),
            peildatum: peildatum.to_owned(),
            toelichting: None,
            zeker: Zeker::default(),
            bronnen: Vec::new(),
        };
        let item = |themas: &[&str], sectoren: &[&str]| {
            let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
            (owned(themas), owned(sectoren))
        };
        let thema = |id: &str| Thema {
            id: id.to_owned(),
            label: id.to_owned(),
            in_zin: id.to_owned(),
            onvertaald: false,
            gemeenten: 0,
            interventies: 0,
        };
        let sector = |id: &str| Keuze { id: id.to_owned(), label: id.to_owned(), onvertaald: false };
        Voortgang {
            release: "abc".to_owned(),
            peildatum: "2021-01-22".to_owned(),
            kerncijfers: vec![figure("oud", 30., "2019-11-19"), figure("nieuw", 50., "2021-01-22")],
            lijnen: Vec::new(),
            communities: Vec::new(),
            experimenten: Vec::new(),
            themas: vec![thema("taal"), thema("sport")],
            sectoren: vec![sector("po"), sector("vo")],
            interventies: vec![item(&["taal"], &["po", "vo"]), item(&["taal"], &["po"])],
            links: Vec::new(),
            deelnemers: Vec::new(),
            bronnen: Vec::new(),
        }
    }

    #[test]
    fn the_newest_figures_stand_first_with_their_day() {
        let report = Rapport::new(&gegevens(), &Words::dutch(), &Choice::default());
        let days: Vec<_> = report.dagen.iter().map(|(day, _)| day.as_str()).collect();
        assert_eq!(days, ["22 januari 2021", "19 november 2019"]);
        assert_eq!(
            (report.dagen[0].1[0].before.as_str(), report.dagen[0].1[0].amount.as_str()),
            ("meer dan", "50")
        );
    }

    #[test]
    fn large_amounts_are_said_as_people_say_them() {
        let said = |value| amount(&Words::dutch(), value);
        assert_eq!(
            [said(8.5e9), said(3e8), said(2000.), said(2.5)],
            ["8,5 miljard", "300 miljoen", "2000", "2,5"]
        );
        assert_eq!(said(1e308), "? miljard");
    }

    #[test]
    fn a_cell_counts_what_is_of_both_and_knows_the_choice() {
        let choice = Choice::default().and("thema=taal&sector=vo");
        let matrix = Rapport::new(&gegevens(), &Words::dutch(), &choice).matrix;
        let cells: Vec<_> = matrix[0].cells.iter().map(|cell| (cell.count, cell.step, cell.chosen)).collect();
        assert_eq!(cells, [(2, 5, false), (1, 3, true)]);
        assert_eq!((matrix[1].all, matrix[1].cells[0].step), (0, 0));
    }
}
