//! One indicator of one gemeente, ready to draw: the figure in words before anything is drawn of it.

use super::delen::Verdeling;
use super::plot::{Dots, HEIGHT, Line, Plot};
use super::samenhang::{self, Samenhang};
use super::{Metingen, compared, reason, said_of, spoken, whole};
use crate::model::picture::{Optie, Veld};
use crate::model::words::{Sentence, Words, sentence};
use crate::model::{Choice, Key};
use geodata::contract::Niveau;
use geodata::contract::indicatoren::Beschikbaarheid;
use geodata::contract::meting::{Cijfers, Indicator};
use geodata::contract::waarde::{Afwezig, Cijfer, Waarde};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// Whose figure it is.
    pub area: String,
    pub title: String,
    /// Whether the title is Dutch in a card that is not.
    pub onvertaald: bool,
    /// The figure, or a dash.
    pub value: String,
    /// Unit, period and what the source says of it.
    pub note: String,
    /// How it compares, or why it is not there and what that means.
    pub sentences: Vec<String>,
    pub dots: Option<Dots>,
    /// What the gemeenten are part of, or the middle of them.
    pub whole: String,
    /// What the dots show, for who does not see them.
    pub described: String,
    /// The lowest and the highest.
    pub ends: [String; 2],
    pub line: Option<Line>,
    /// The years that the line is about.
    pub years: [String; 2],
    /// What to know of the years: breaks, or that there is one measurement.
    pub through: Vec<String>,
    pub definitie: String,
    pub formule: Option<String>,
    pub toelichting: Option<String>,
    /// Title and address.
    pub bronnen: Vec<(String, Option<String>)>,
    pub velden: Vec<Veld>,
    /// The name in the address of the gemeente, where it takes part.
    pub slug: Option<String>,
    /// What the gemeente does: positions in the document.
    pub items: Vec<usize>,
    /// What there is to say of that.
    pub story: String,
    /// What lies in the gemeente, a level each.
    pub delen: Vec<Verdeling>,
    /// Id of the indicator.
    pub id: String,
    pub csv: Option<String>,
    /// Whether the figures are still on their way.
    pub waiting: bool,
    pub state: String,
}

impl Card {
    /// The plots in the order in which they are drawn: the dots, the line, and of each level its dots and its wijken
    /// against those of another indicator.
    pub fn plots(&self) -> Vec<Plot> {
        let flat = |said, top| Plot { said, frame: [top, HEIGHT], upright: false };
        let mut plots = Vec::new();
        if self.dots.is_some() {
            plots.push(flat(self.described.clone(), 0));
        }
        if self.line.is_some() {
            plots.push(flat(self.described_line(), 0));
        }
        for Verdeling { title, note, apart, dots, samenhang, .. } in &self.delen {
            if let (Some(dots), Some(apart)) = (dots, apart) {
                plots.push(flat([title, " (", note, "). ", apart].concat(), dots.top));
            }
            if let Some(Samenhang { title, said, axes, .. }) = samenhang {
                let said = [title, ". ", said, " ", axes].concat();
                plots.push(Plot { said, frame: [0, samenhang::HEIGHT], upright: true });
            }
        }
        plots
    }

    pub fn described_line(&self) -> String {
        [&self.title, ", ", &self.years[0], " – ", &self.years[1]].concat()
    }

    pub fn new(all: &Metingen, words: &Words, choice: &Choice) -> Self {
        let gegevens = &all.gegevens;
        let Some(indicator) = all.indicator(choice) else { return Self::default() };
        let code = choice.get(Key::Gemeente).filter(|code| all.naam(code).is_some());
        let area =
            code.and_then(|code| all.naam(code)).unwrap_or(words.plain(Sentence::Nederland)).to_owned();
        let slug =
            gegevens.deelnemers.iter().find(|one| Some(one.0.as_str()) == code).map(|one| one.2.clone());
        let belongs = |item: &geodata::contract::meting::Interventie| {
            item.gemeenten.iter().any(|one| Some(one.as_str()) == code)
        };
        let items: Vec<usize> = gegevens
            .interventies
            .iter()
            .enumerate()
            .filter(|(_, item)| belongs(item))
            .map(|(at, _)| at)
            .collect();
        let story = match code {
            None => Sentence::KiesGemeenteVerhaal,
            Some(_) if !items.is_empty() => Sentence::CijferEnVerhaal,
            Some(_) if slug.is_none() => Sentence::DoetNietMeeVerhaal,
            Some(_) => Sentence::GeenVerhaal,
        };
        let of = |indicator| code.into_iter().flat_map(move |code| all.delen.of(indicator, code));
        let maat = all.maat(indicator).and_then(|maat| {
            let (_, deel) = of(maat).find(|(niveau, _)| *niveau == Niveau::Wijk)?;
            Some((maat, deel))
        });
        let parts = of(indicator);
        let delen =
            parts.map(|(niveau, deel)| Verdeling::new(words, indicator, niveau, deel, &area, maat)).collect();
        let bronnen = indicator.bronnen.iter().filter_map(|id| {
            let bron = gegevens.bronnen.iter().find(|bron| bron.id == *id)?;
            Some((bron.titel.clone(), bron.url.clone()))
        });
        let mut card = Self {
            delen,
            area,
            title: indicator.label.clone(),
            onvertaald: indicator.onvertaald,
            value: "–".to_owned(),
            definitie: indicator.definitie.clone(),
            formule: indicator.formule.clone(),
            toelichting: indicator.toelichting.clone(),
            bronnen: bronnen.collect(),
            velden: velden(all, words, indicator, code),
            slug,
            items,
            story: words.plain(story).to_owned(),
            id: indicator.id.clone(),
            csv: indicator.pad.clone(),
            waiting: indicator.pad.is_some(),
            note: indicator.eenheid.clone(),
            state: choice.written(),
            ..Self::default()
        };
        match all.cijfers(indicator) {
            Some(cijfers) => card.figures(all, words, indicator, cijfers, code),
            None if indicator.pad.is_none() => {
                let because = match indicator.beschikbaarheid {
                    Beschikbaarheid::NietOpgenomen => Sentence::UitlegNietOpgenomen,
                    _ => Sentence::UitlegNietAangeleverd,
                };
                card.sentences.push(words.plain(because).to_owned());
                card.through = breaks(words, indicator);
            }
            None => {}
        }
        card
    }

    fn figures(
        &mut self,
        all: &Metingen,
        words: &Words,
        indicator: &Indicator,
        cijfers: &Cijfers,
        code: Option<&str>,
    ) {
        self.waiting = false;
        let last = cijfers.perioden.len() - 1;
        let periode = &cijfers.perioden[last];
        let of = |code: &str| {
            let at = cijfers.gebieden.iter().position(|(known, _)| known == code);
            at.map(|at| &cijfers.gebieden[at].1)
        };
        let wider = |code: &str| cijfers.vergelijking.iter().find(|(known, ..)| known == code);
        let absent = vec![Waarde::afwezig(Afwezig::NietAangeleverd); last + 1];
        let series = match code {
            Some(code) => of(code).unwrap_or(&absent),
            None => wider("NL01").map_or(&absent, |(_, _, waarden)| waarden),
        };
        let figure = &series[last];
        self.value = spoken(words, indicator, figure);
        let mut note = vec![indicator.eenheid.clone(), words.date(&periode.periode)];
        note.extend(said_of(words, &figure.status, &periode.status));
        self.note = note.join(" · ");

        let known: Vec<(f64, bool)> = cijfers
            .gebieden
            .iter()
            .filter_map(|(code, waarden)| {
                let value = waarden[last].bekend().filter(|value| value.is_finite())?;
                Some((value, all.gegevens.deelnemers.iter().any(|one| one.0 == *code)))
            })
            .collect();
        let here = figure.bekend().filter(|value| value.is_finite());
        match (figure.cijfer, code) {
            (Err(why), _) => {
                self.sentences.push(sentence(words.plain(reason(why))));
                self.sentences.push(words.plain(meaning(why)).to_owned());
            }
            (Ok(_), None) => {
                let middle = wider("NL01").is_some_and(|(_, middle, _)| *middle);
                self.sentences.extend(middle.then(|| words.plain(Sentence::MiddenUitleg).to_owned()));
            }
            (Ok(_), Some(code)) => {
                let area = all.gegevens.gebieden.iter().find(|area| area.code == code);
                let provincie = area.and_then(|area| {
                    let (_, naam) =
                        all.gegevens.provincies.iter().find(|(code, _)| *code == area.provincie)?;
                    Some((area.provincie.as_str(), naam.as_str()))
                });
                let whole = [("NL01", words.plain(Sentence::Nederland))].into_iter().chain(provincie);
                for (code, naam) in whole {
                    let Some((_, middle, waarden)) = wider(code) else { continue };
                    let naam = (naam, *middle);
                    let said =
                        compared(words, indicator, figure, naam, &waarden[last], periode.gelijk_binnen);
                    self.sentences.extend(said);
                }
                if let Some(here) = here.filter(|_| known.len() > 1) {
                    let lower = known.iter().filter(|(value, _)| *value < here).count();
                    self.sentences.push(words.count(
                        Sentence::LiggenLager,
                        lower,
                        &[&words.whole(known.len())],
                    ));
                }
            }
        }

        let named = code.and(here);
        let land = wider("NL01");
        let middle = land.is_some_and(|(_, middle, _)| *middle);
        let land = land.and_then(|(_, _, waarden)| waarden[last].bekend());
        self.dots = Dots::new(&known, named, land);
        self.whole = whole(words, (words.plain(Sentence::Nederland), middle));
        if self.dots.is_some() {
            let values = known.iter().map(|(value, _)| *value);
            let (min, max) =
                (values.clone().fold(f64::INFINITY, f64::min), values.fold(f64::NEG_INFINITY, f64::max));
            self.ends = [min, max].map(|value| spoken(words, indicator, &Waarde::precies(value)));
            let [min, max] = &self.ends;
            self.described = words.say(Sentence::Verdeling, &[&words.whole(known.len()), min, max]);
            if named.is_some() {
                self.described.extend([" ", &self.area, ": ", &self.value, "."]);
            }
        }
        self.years(words, indicator, cijfers, series);
    }

    fn years(&mut self, words: &Words, indicator: &Indicator, cijfers: &Cijfers, series: &[Waarde]) {
        let perioden: Vec<&str> = cijfers.perioden.iter().map(|periode| periode.periode.as_str()).collect();
        let values: Vec<Option<f64>> = series.iter().map(Waarde::bekend).collect();
        let broken: Vec<usize> = indicator
            .breuken
            .iter()
            .filter_map(|breuk| perioden.iter().position(|periode| *periode >= breuk.vanaf.as_str()))
            .filter(|&at| at > 0)
            .collect();
        self.line = Line::new(&values, &broken);
        if let ([first, .., last], Some(_)) = (&perioden[..], &self.line) {
            self.years = [words.date(first), words.date(last)];
        }
        self.through = breaks(words, indicator);
        if perioden.len() == 1 && matches!(series[0].cijfer, Ok(Cijfer::Precies(_))) {
            self.through.insert(0, words.plain(Sentence::EenMeting).to_owned());
        }
    }
}

fn breaks(words: &Words, indicator: &Indicator) -> Vec<String> {
    let said = |breuk: &geodata::contract::meting::Breuk| {
        words.say(Sentence::BreukVanaf, &[&words.date(&breuk.vanaf), &breuk.toelichting])
    };
    indicator.breuken.iter().map(said).collect()
}

/// What it means that there is no figure.
fn meaning(why: Afwezig) -> Sentence {
    match why {
        Afwezig::Onderdrukt => Sentence::UitlegOnderdrukt,
        Afwezig::NietVanToepassing | Afwezig::GebiedBestondNiet => Sentence::UitlegNiet,
        Afwezig::NietVergelijkbaar => Sentence::UitlegNietVergelijkbaar,
        Afwezig::NietAangeleverd => Sentence::UitlegNietAangeleverd,
        Afwezig::NietGemeten | Afwezig::Onbekend | Afwezig::OnbekendOfGeheim => Sentence::UitlegOnbekend,
    }
}

fn velden(all: &Metingen, words: &Words, indicator: &Indicator, code: Option<&str>) -> Vec<Veld> {
    let option = |value: &str, label: &str, onvertaald, selected| Optie {
        value: value.to_owned(),
        label: label.to_owned(),
        onvertaald,
        selected,
    };
    let gemeenten = all.namen().map(|(known, naam)| option(known, naam, false, code == Some(known)));
    let none = option("", words.plain(Sentence::Nederland), false, code.is_none());
    let indicatoren = all.gegevens.indicatoren.iter().map(|one| {
        let label = match one.pad {
            Some(_) => one.label.clone(),
            None => words.say(Sentence::NogNiet, &[&one.label]),
        };
        option(&one.id, &label, one.onvertaald, one.id == indicator.id)
    });
    let veld = |key, label, options| Veld { key, label: words.plain(label).to_owned(), options };
    vec![
        veld(Key::Gemeente, Sentence::Gemeente, std::iter::once(none).chain(gemeenten).collect()),
        veld(Key::Indicator, Sentence::CijferVeld, indicatoren.collect()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meting::fixture::metingen;

    fn card(choice: &str) -> Card {
        Card::new(&metingen(), &Words::dutch(), &Choice::default().and(choice))
    }

    #[test]
    fn a_figure_is_said_in_words_with_what_it_is_held_against() {
        let card = card("gemeente=GM0001");
        assert_eq!((card.area.as_str(), card.value.as_str()), ("Zand", "30,0%"));
        assert_eq!(card.note, "procent · 2021 · voorlopig");
        assert_eq!(
            card.sentences,
            [
                "Hoger dan de middelste gemeente van Nederland (25,0%).",
                "Ongeveer gelijk aan Groningen (30,2%).",
                "Van de 2 gemeenten met een cijfer ligt er 1 lager.",
            ]
        );
        assert!(card.described.ends_with("Zand: 30,0%."), "{}", card.described);
    }

    #[test]
    fn without_a_gemeente_it_is_the_middle_of_all() {
        let card = card("indicator=b");
        assert_eq!((card.area.as_str(), card.value.as_str()), ("Nederland", "25,0%"));
        assert!(card.sentences[0].starts_with("Dit is het midden"));
        assert_eq!(card.dots.unwrap().here, None);
    }

    #[test]
    fn what_is_not_there_keeps_its_place_with_the_reason_and_what_it_means() {
        let hidden = card("gemeente=GM0003");
        assert_eq!(hidden.value, "–");
        assert_eq!(hidden.sentences[0], "Te weinig mensen om te tonen.");
        assert!(hidden.sentences[1].contains("één persoon"));
        let never = card("indicator=a&gemeente=GM0001");
        assert_eq!(never.value, "–");
        assert!(never.sentences[0].contains("niet aan ons gegeven") && !never.waiting);
    }

    #[test]
    fn years_on_either_side_of_a_break_are_not_joined() {
        let card = card("gemeente=GM0001");
        let line = card.line.unwrap();
        assert_eq!(line.path.matches('L').count(), 1);
        assert!(!line.breaks.is_empty());
        assert!(card.through[0].starts_with("Breuk vanaf 2020: Anders geteld."));
    }

    #[test]
    fn what_names_nothing_chooses_nothing() {
        assert_eq!(
            card("indicator=x&gemeente=GM9999"),
            Card { state: "indicator=x&gemeente=GM9999".to_owned(), ..card("") }
        );
    }

    #[test]
    fn gemeenten_stand_in_dutch_order() {
        let options: Vec<String> =
            card("").velden[0].options.iter().map(|option| option.label.clone()).collect();
        assert_eq!(options, ["Nederland", "Bedum", "Cornjum", "Zand"]);
    }

    #[test]
    fn the_file_has_a_figure_or_a_reason_for_each() {
        let all = metingen();
        let table = all.table(&Words::dutch(), &all.gegevens.indicatoren[1], None);
        assert_eq!(table.rows[0], ["GM0001", "Zand", "2021", "30,0", ""]);
        assert_eq!(table.rows[2][3..], ["", "te weinig mensen om te tonen"]);
    }
}
