//! The figures of what lies in a gemeente: how far its wijken, or its schools, lie apart, and each by its name. Never
//! in order of the figure; of schools none is named as the highest or the lowest. How far apart they lie is said of
//! figures that their source stands for: one of few people is in the table, with what its source says of it.

use super::plot::Dots;
use super::samenhang::Samenhang;
use super::{reason, said_of, spoken};
use crate::model::order::ordered;
use crate::model::plain::plain;
use crate::model::words::{Sentence, Words};
use geodata::contract::Niveau;
use geodata::contract::meting::{Deel, Deelgebied, Indicator};
use geodata::contract::naam::sort_key;
use geodata::contract::waarde::{Status, Waarde};

/// What came so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Delen {
    /// By where it is below the exports: of each gemeente its code, and where its document is.
    lists: Vec<(String, Vec<(String, String)>)>,
    /// By where it is.
    parts: Vec<(String, Deel)>,
}

impl Delen {
    /// What is still needed for a gemeente: the list, then the document that it names.
    pub fn lacks<'a>(&'a self, indicator: &'a Indicator, gemeente: &str) -> Option<&'a str> {
        indicator.delen.iter().find_map(|reeks| match self.pad(&reeks.pad, gemeente) {
            None => Some(reeks.pad.as_str()),
            Some(found) => found.filter(|pad| self.part(pad).is_none()),
        })
    }

    /// Whether a list that came names this document.
    pub fn names(&self, pad: &str) -> bool {
        self.lists.iter().flat_map(|(_, list)| list).any(|(_, known)| known == pad)
    }

    pub fn learn_list(&mut self, pad: &str, list: Vec<(String, String)>) {
        self.lists.retain(|(known, _)| known != pad);
        self.lists.push((pad.to_owned(), list));
    }

    pub fn learn(&mut self, pad: &str, mut deel: Deel) {
        deel.gebieden.iter_mut().for_each(|area| plain(&mut area.naam));
        let keyed = deel.gebieden.into_iter().map(|area| (sort_key(&area.naam), area));
        let later = |one: &(_, Deelgebied), other: &(_, Deelgebied)| {
            (&one.0, &one.1.naam) > (&other.0, &other.1.naam)
        };
        deel.gebieden = ordered(keyed, later).into_iter().map(|(_, area)| area).collect();
        // Schools of one name are told apart by their codes.
        for alike in deel.gebieden.chunk_by_mut(|one, other| one.naam == other.naam) {
            if alike.len() > 1 {
                alike.iter_mut().for_each(|area| area.naam.extend([" (", &area.code, ")"]));
            }
        }
        self.parts.retain(|(known, _)| known != pad);
        self.parts.push((pad.to_owned(), deel));
    }

    /// Nothing while the list did not come; within it nothing when the gemeente is not in it.
    fn pad(&self, list: &str, gemeente: &str) -> Option<Option<&str>> {
        let (_, entries) = self.lists.iter().find(|(known, _)| known == list)?;
        Some(entries.iter().find(|(code, _)| code == gemeente).map(|(_, pad)| pad.as_str()))
    }

    fn part(&self, pad: &str) -> Option<&Deel> {
        self.parts.iter().find(|(known, _)| known == pad).map(|(_, deel)| deel)
    }

    /// What there is to show of a gemeente, a level each.
    pub fn of<'a>(
        &'a self,
        indicator: &'a Indicator,
        gemeente: &'a str,
    ) -> impl Iterator<Item = (Niveau, &'a Deel)> {
        indicator
            .delen
            .iter()
            .filter_map(move |reeks| Some((reeks.niveau, self.part(self.pad(&reeks.pad, gemeente)??)?)))
    }
}

/// The figures of one level in a gemeente, ready to draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdeling {
    pub title: String,
    pub note: String,
    /// How far they lie apart; nothing when fewer than two are known.
    pub apart: Option<String>,
    pub dots: Option<Dots>,
    /// The lowest and the highest.
    pub ends: [String; 2],
    /// What opens the table, and its columns.
    pub summary: String,
    pub columns: Vec<String>,
    /// Name, and each figure or why there is none.
    pub rows: Vec<Vec<String>>,
    pub samenhang: Option<Samenhang>,
}

impl Verdeling {
    /// `maat` is what wijken are held against.
    pub fn new(
        words: &Words,
        indicator: &Indicator,
        niveau: Niveau,
        deel: &Deel,
        area: &str,
        maat: Option<(&Indicator, &Deel)>,
    ) -> Self {
        let maat = maat.filter(|_| niveau == Niveau::Wijk);
        let schools = niveau == Niveau::School;
        let (title, columns) = match schools {
            true => (Sentence::OpDeScholen, Sentence::SchoolCijfer),
            false => (Sentence::InDeWijken, Sentence::WijkCijfer),
        };
        let columns = words.plain(columns).split('|').map(str::to_owned);
        let known = deel.gebieden.iter().filter_map(|one| {
            let stands = !one.waarde.status.contains(&Status::Onbetrouwbaar);
            Some((one.naam.as_str(), one.waarde.bekend().filter(|value| value.is_finite() && stands)?))
        });
        let known: Vec<(&str, f64)> = known.collect();
        let dots = Dots::new(&known.iter().map(|(_, value)| (*value, false)).collect::<Vec<_>>(), None, None);
        let all = words.whole(deel.gebieden.len());
        let (mut apart, mut ends) = (None, [const { String::new() }; 2]);
        if let (Some(_), [first, rest @ ..]) = (&dots, &known[..]) {
            let (mut low, mut high) = (first, first);
            for one in rest {
                if one.1 < low.1 {
                    low = one;
                }
                if one.1 > high.1 {
                    high = one;
                }
            }
            ends = [low, high].map(|(_, value)| spoken(words, indicator, &Waarde::precies(*value)));
            let (many, [from, to]) = (words.whole(known.len()), &ends);
            apart = Some(match schools {
                true => {
                    let many = match many == all {
                        true => words.say(Sentence::AlleZoveel, &[&all]),
                        false => words.say(Sentence::ZoveelVan, &[&many, &all]),
                    };
                    words.say(Sentence::ScholenVanTot, &[&many, from, to])
                }
                false => words.say(Sentence::WijkenVanTot, &[&many, from, low.0, to, high.0]),
            });
        }
        let figure = |indicator: &Indicator, waarde: &Waarde| match waarde.cijfer {
            Ok(_) => with(spoken(words, indicator, waarde), said_of(words, &waarde.status, &[])),
            Err(why) => words.plain(reason(why)).to_owned(),
        };
        let row = |one: &Deelgebied| {
            let other = maat.map(|(maat, deel)| {
                let other = deel.gebieden.iter().find(|other| other.code == one.code);
                other.map_or_else(|| "–".to_owned(), |other| figure(maat, &other.waarde))
            });
            [one.naam.clone(), figure(indicator, &one.waarde)].into_iter().chain(other).collect()
        };
        Self {
            title: words.say(title, &[area]),
            note: with(
                [&indicator.eenheid, " · ", &words.date(&deel.periode)].concat(),
                said_of(words, &[], &deel.status),
            ),
            apart,
            dots,
            ends,
            summary: words.say(Sentence::AlleDelenOpNaam, &[&all]),
            columns: columns.chain(maat.map(|(maat, _)| maat.label.clone())).collect(),
            rows: deel.gebieden.iter().map(row).collect(),
            samenhang: maat.and_then(|maat| Samenhang::new(words, (indicator, deel), maat)),
        }
    }
}

fn with(mut first: String, said: Vec<String>) -> String {
    said.iter().for_each(|said| first.extend([" · ", said]));
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice;
    use crate::model::meting::Metingen;
    use crate::model::meting::card::Card;
    use crate::model::meting::fixture::metingen;
    use geodata::contract::meting::Delenreeks;
    use geodata::contract::waarde::Afwezig;

    const WIJKEN: &str = "b-wijk.json";
    const SCHOLEN: &str = "b-school.json";

    /// The fixture with wijken and schools in GM0001.
    fn with_parts() -> Metingen {
        let mut all = metingen();
        let indicator = all.gegevens.indicatoren.iter_mut().find(|one| one.id == "b").unwrap();
        let reeks = |niveau, pad: &str| Delenreeks { niveau, indeling: 2021, pad: pad.to_owned() };
        indicator.delen = vec![reeks(Niveau::Wijk, WIJKEN), reeks(Niveau::School, SCHOLEN)];
        all
    }

    fn deel() -> Deel {
        let one = |naam: &str, waarde| Deelgebied { code: naam.to_owned(), naam: naam.to_owned(), waarde };
        Deel {
            periode: "2021".to_owned(),
            status: vec![Status::Berekend],
            gebieden: vec![
                one("Zuid", Waarde::precies(2.)),
                one("'t Veld", Waarde::afwezig(Afwezig::Onderdrukt)),
                one("Noord", Waarde::precies(1.5)),
            ],
        }
    }

    /// What a card shows of GM0001 when its part of a list came.
    fn shown(list: &str) -> Verdeling {
        let mut all = with_parts();
        all.delen.learn_list(list, vec![("GM0001".to_owned(), "deel.json".to_owned())]);
        all.delen.learn("deel.json", deel());
        card(&all, "gemeente=GM0001").delen.remove(0)
    }

    fn card(all: &Metingen, choice: &str) -> Card {
        Card::new(all, &Words::dutch(), &Choice::default().and(choice))
    }

    #[test]
    fn the_list_comes_first_and_then_what_it_names() {
        let mut all = with_parts();
        let choice = Choice::default().and("gemeente=GM0001");
        assert_eq!(all.lacks(&Choice::default()), None);
        assert_eq!(all.lacks(&choice), Some(WIJKEN));
        all.delen.learn_list(WIJKEN, vec![("GM0001".to_owned(), "deel.json".to_owned())]);
        assert_eq!(all.lacks(&choice), Some("deel.json"));
        assert!(all.delen.names("deel.json"));
        all.delen.learn("deel.json", deel());
        all.delen.learn_list(SCHOLEN, vec![]);
        assert_eq!(all.lacks(&choice), None, "of a gemeente without schools nothing is asked");
        assert_eq!(card(&all, "gemeente=GM0001").delen.len(), 1);
        assert_eq!(card(&all, "gemeente=GM0002").delen.len(), 0);
    }

    #[test]
    fn wijken_lie_apart_and_stand_by_their_name() {
        let shown = shown(WIJKEN);
        assert_eq!(shown.title, "In de wijken van Zand");
        assert_eq!(
            shown.apart.as_deref(),
            Some("De cijfers van 2 wijken lopen van 1,5% (Noord) tot 2,0% (Zuid).")
        );
        let rows: Vec<_> = shown.rows.iter().map(|row| [row[0].as_str(), row[1].as_str()]).collect();
        assert_eq!(rows, [["Noord", "1,5%"], ["'t Veld", "te weinig mensen om te tonen"], ["Zuid", "2,0%"]]);
    }

    #[test]
    fn no_school_is_named_as_the_lowest_or_the_highest() {
        let shown = shown(SCHOLEN);
        let said = shown.apart.unwrap();
        assert!(
            said.starts_with("Van 2 van de 3 scholen is er een bruikbaar cijfer. Ze lopen van 1,5% tot 2,0%. Dit is geen ranglijst"),
            "{said}"
        );
        assert!(!said.contains("Noord") && !said.contains("Zuid"), "{said}");
    }

    #[test]
    fn a_figure_that_its_source_does_not_stand_for_is_in_the_table_alone() {
        let mut schools = deel();
        let few = Waarde { status: vec![Status::Onbetrouwbaar], ..Waarde::precies(9.) };
        schools.gebieden.push(Deelgebied { code: "00AP00".to_owned(), naam: "West".to_owned(), waarde: few });
        let shown = Verdeling::new(
            &Words::dutch(),
            &metingen().gegevens.indicatoren[1],
            Niveau::School,
            &schools,
            "Zand",
            None,
        );
        assert!(
            shown
                .apart
                .unwrap()
                .contains("2 van de 4 scholen is er een bruikbaar cijfer. Ze lopen van 1,5% tot 2,0%")
        );
        assert_eq!(shown.rows[3], ["West", "9,0% · onbetrouwbaar: weinig mensen"]);
        assert!(shown.note.ends_with(" · door ons berekend"), "{}", shown.note);
    }

    #[test]
    fn where_every_school_has_a_figure_all_are_said() {
        let mut schools = deel();
        schools.gebieden.retain(|one| one.waarde.cijfer.is_ok());
        let all = metingen();
        let shown = Verdeling::new(
            &Words::dutch(),
            &all.gegevens.indicatoren[1],
            Niveau::School,
            &schools,
            "Zand",
            None,
        );
        assert!(shown.apart.unwrap().starts_with("Van alle 2 scholen is er een bruikbaar cijfer."));
    }

    #[test]
    fn schools_of_one_name_are_told_apart_by_their_codes() {
        let school = |code: &str| Deelgebied {
            code: code.to_owned(),
            naam: "De Regenboog".to_owned(),
            waarde: Waarde::precies(1.),
        };
        let mut delen = Delen::default();
        let mut deel = deel();
        deel.gebieden.extend([school("00AP00"), school("00AR00")]);
        delen.learn("deel.json", deel);
        let names: Vec<_> = delen.parts[0].1.gebieden.iter().map(|one| one.naam.as_str()).collect();
        assert_eq!(names, ["Noord", "De Regenboog (00AP00)", "De Regenboog (00AR00)", "'t Veld", "Zuid"]);
    }

    #[test]
    fn the_file_has_those_of_the_gemeente_that_is_looked_at() {
        let mut all = with_parts();
        all.delen.learn_list(SCHOLEN, vec![("GM0001".to_owned(), "deel.json".to_owned())]);
        all.delen.learn("deel.json", deel());
        let indicator = all.gegevens.indicatoren.iter().find(|one| one.id == "b").unwrap();
        let rows = |gemeente| all.table(&Words::dutch(), indicator, gemeente).rows;
        let (alone, with) = (rows(None), rows(Some("GM0001")));
        assert_eq!(with[..alone.len()], alone);
        assert_eq!(with[alone.len()..].len(), 3);
        assert_eq!(with[alone.len()], ["Noord", "Noord", "2021", "1,5", ""]);
        assert_eq!(with[alone.len() + 1][3..], ["", "te weinig mensen om te tonen"]);
        assert_eq!(rows(Some("GM0002")), alone);
    }

    #[test]
    fn wijken_are_held_against_the_first_indicator_that_has_them_and_schools_are_not() {
        let mut all = with_parts();
        let reeks = Delenreeks { niveau: Niveau::Wijk, indeling: 2021, pad: "a-wijk.json".to_owned() };
        all.gegevens.indicatoren[0].delen = vec![reeks];
        let choice = Choice::default().and("indicator=b&gemeente=GM0001");
        let learn = |all: &mut Metingen, list: &str, part: &str| {
            all.delen.learn_list(list, vec![("GM0001".to_owned(), part.to_owned())]);
            assert_eq!(all.lacks(&choice), Some(part));
            all.delen.learn(part, deel());
        };
        learn(&mut all, WIJKEN, "wijk.json");
        learn(&mut all, SCHOLEN, "school.json");
        assert_eq!(all.lacks(&choice), Some("a-wijk.json"));
        learn(&mut all, "a-wijk.json", "a-deel.json");
        assert_eq!(all.lacks(&choice), None);
        let card = Card::new(&all, &Words::dutch(), &choice);
        assert_eq!(card.delen[0].columns, ["wijk", "cijfer", "Cijfer a"]);
        assert_eq!(card.delen[0].rows[2], ["Zuid", "2,0%", "2,0%"]);
        assert_eq!(card.delen[1].columns.len(), 2);
        // Those of another year are other wijken.
        all.gegevens.indicatoren[0].delen[0].indeling = 2022;
        assert_eq!(all.maat(&all.gegevens.indicatoren[1]), None);
    }

    #[test]
    fn one_figure_lies_nowhere_apart() {
        let mut one = deel();
        one.gebieden.truncate(2);
        let indicator = &metingen().gegevens.indicatoren[1];
        let shown = Verdeling::new(&Words::dutch(), indicator, Niveau::Wijk, &one, "Zand", None);
        assert_eq!((shown.apart, shown.dots, shown.rows.len()), (None, None, 2));
    }
}
