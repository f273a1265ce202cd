//! The indicators of a release with the figures that came, and what a reader sees of one of them.
//!
//! - [`card`]: one indicator of one gemeente, ready to draw.
//! - [`delen`]: the figures of what lies in a gemeente, its wijken or its schools.
//! - [`samenhang`]: the figures of its wijken against those of another indicator.
//! - [`plot`]: where it stands among all, and through the years, as path data.

pub mod card;
pub mod delen;
#[cfg(test)]
pub mod fixture;
pub mod plot;
pub mod samenhang;

use self::delen::Delen;
use super::csv::Table;
use super::order::ordered;
use super::plain::plain;
use super::words::{Sentence, Words, with_sign};
use super::{Choice, Key};
use geodata::contract::Niveau;
use geodata::contract::meting::{Cijfers, Gegevens, Indicator};
use geodata::contract::naam::sort_key;
use geodata::contract::oordeel::{Oordeel, oordeel};
use geodata::contract::waarde::{Afwezig, Cijfer, Status, Waarde};

/// What a document of figures is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// Gemeenten, and larger areas.
    Cijfers,
    /// Where the figures are of what lies in each gemeente.
    Lijst,
    /// What lies in one gemeente.
    Deel,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Metingen {
    pub gegevens: Gegevens,
    /// The positions of the gemeenten in Dutch order.
    order: Vec<usize>,
    /// By where they are below the exports.
    cijfers: Vec<(String, Cijfers)>,
    pub delen: Delen,
}

impl Metingen {
    pub fn new(mut gegevens: Gegevens) -> Self {
        let names = gegevens.gebieden.iter_mut().map(|gebied| &mut gebied.naam);
        names.chain(gegevens.deelnemers.iter_mut().map(|one| &mut one.1)).for_each(plain);
        for indicator in &mut gegevens.indicatoren {
            let more = indicator.toelichting.iter_mut().chain(&mut indicator.formule);
            let texts = [
                &mut indicator.label,
                &mut indicator.definitie,
                &mut indicator.eenheid,
                &mut indicator.teken,
            ];
            texts.into_iter().chain(more).for_each(plain);
        }
        for item in &mut gegevens.interventies {
            [&mut item.titel, &mut item.samenvatting].into_iter().for_each(plain);
        }
        gegevens.bronnen.iter_mut().for_each(|bron| plain(&mut bron.titel));
        let mut metingen = Self { gegevens, order: Vec::new(), cijfers: Vec::new(), delen: Delen::default() };
        let areas = &metingen.gegevens.gebieden;
        let keys = areas.iter().map(|area| sort_key(metingen.naam(&area.code).unwrap_or_default()));
        let keys = ordered(keys.enumerate(), |one, other| one.1 > other.1);
        metingen.order = keys.into_iter().map(|(at, _)| at).collect();
        metingen
    }

    /// Code and name of every gemeente, in Dutch order.
    pub fn namen(&self) -> impl Iterator<Item = (&str, &str)> {
        self.order.iter().filter_map(|&at| {
            let code = self.gegevens.gebieden[at].code.as_str();
            Some((code, self.naam(code)?))
        })
    }

    /// The indicator that is asked for, else the first that has figures.
    pub fn indicator(&self, choice: &Choice) -> Option<&Indicator> {
        let all = &self.gegevens.indicatoren;
        let asked = choice.get(Key::Indicator).and_then(|id| all.iter().find(|indicator| indicator.id == id));
        asked.or_else(|| all.iter().find(|indicator| indicator.pad.is_some())).or(all.first())
    }

    pub fn cijfers(&self, indicator: &Indicator) -> Option<&Cijfers> {
        let pad = indicator.pad.as_ref()?;
        self.cijfers.iter().find(|(known, _)| known == pad).map(|(_, cijfers)| cijfers)
    }

    /// What the wijken of an indicator are held against: the first indicator that has figures of wijken, by which the
    /// landkaart colours them, when it is another one and of the same wijken.
    pub fn maat(&self, indicator: &Indicator) -> Option<&Indicator> {
        let wijken = |one: &Indicator| {
            let reeks = one.delen.iter().find(|reeks| reeks.niveau == Niveau::Wijk);
            reeks.map(|reeks| reeks.indeling)
        };
        let first = self.gegevens.indicatoren.iter().find(|one| wijken(one).is_some())?;
        (first.id != indicator.id && wijken(first) == wijken(indicator)).then_some(first)
    }

    /// What a state needs and did not come yet: the figures first, then those of what lies in the gemeente, then what
    /// these are held against.
    pub fn lacks(&self, choice: &Choice) -> Option<&str> {
        let indicator = self.indicator(choice)?;
        let pad = indicator.pad.as_deref().filter(|_| self.cijfers(indicator).is_none());
        pad.or_else(|| {
            let gemeente = choice.get(Key::Gemeente)?;
            let lacks = |indicator| self.delen.lacks(indicator, gemeente);
            lacks(indicator).or_else(|| lacks(self.maat(indicator)?))
        })
    }

    /// What a document holds that was asked for.
    pub fn document(&self, pad: &str) -> Document {
        let lists = self.gegevens.indicatoren.iter().flat_map(|indicator| &indicator.delen);
        if lists.into_iter().any(|reeks| reeks.pad == pad) {
            Document::Lijst
        } else if self.delen.names(pad) {
            Document::Deel
        } else {
            Document::Cijfers
        }
    }

    pub fn learn(&mut self, pad: &str, cijfers: Cijfers) {
        self.cijfers.retain(|(known, _)| known != pad);
        self.cijfers.push((pad.to_owned(), cijfers));
    }

    /// The name readers use of a gemeente of the map's year.
    pub fn naam(&self, code: &str) -> Option<&str> {
        let taking_part = self.gegevens.deelnemers.iter().find(|one| one.0 == code).map(|one| one.1.as_str());
        let areas = self.gegevens.gebieden.iter();
        taking_part
            .or_else(|| areas.into_iter().find(|area| area.code == code).map(|area| area.naam.as_str()))
    }

    /// The last figure of every gemeente, and of what lies in the one that is looked at, as a file.
    pub fn table(&self, words: &Words, indicator: &Indicator, gemeente: Option<&str>) -> Table {
        let row = |code: &str, naam: &str, periode: &str, figure: &Waarde| {
            let value = match figure.cijfer {
                Ok(Cijfer::Precies(value)) => words.decimal(value, indicator.decimalen),
                Ok(Cijfer::Tussen(..)) => spoken(words, indicator, figure),
                Err(_) => String::new(),
            };
            let remark = match figure.cijfer {
                Ok(_) => said_of(words, &figure.status, &[]).join("; "),
                Err(why) => words.plain(reason(why)).to_owned(),
            };
            vec![code.to_owned(), naam.to_owned(), periode.to_owned(), value, remark]
        };
        let mut rows = Vec::new();
        if let Some(cijfers) = self.cijfers(indicator) {
            let periode = cijfers.perioden.last().map_or("", |last| &last.periode);
            for (code, waarden) in &cijfers.gebieden {
                let naam = self.naam(code).unwrap_or(code);
                rows.extend(waarden.last().map(|figure| row(code, naam, periode, figure)));
            }
        }
        if let Some(gemeente) = gemeente {
            for (_, deel) in self.delen.of(indicator, gemeente) {
                rows.extend(
                    deel.gebieden.iter().map(|one| row(&one.code, &one.naam, &deel.periode, &one.waarde)),
                );
            }
        }
        let columns = words.plain(Sentence::KolommenCijfers).split('|').map(str::to_owned);
        Table { columns: columns.collect(), rows }
    }
}

/// A figure as a reader reads it: "23,4%", "1 tot en met 4"; a dash where there is none.
pub fn spoken(words: &Words, indicator: &Indicator, waarde: &Waarde) -> String {
    let number = |value: f64| with_sign(&words.decimal(value, indicator.decimalen), &indicator.teken);
    match waarde.cijfer {
        Ok(Cijfer::Precies(value)) => number(value),
        Ok(Cijfer::Tussen(van, tot)) => {
            words.say(Sentence::Tussen, &[&words.decimal(van, indicator.decimalen), &number(tot)])
        }
        Err(_) => "–".to_owned(),
    }
}

/// An area that others are part of, or the middle one of those.
pub fn whole(words: &Words, (naam, middle): (&str, bool)) -> String {
    if middle { words.say(Sentence::Midden, &[naam]) } else { naam.to_owned() }
}

/// How a figure stands to that of a larger area, with its name and whether that figure is the middle of what lies in
/// it; nothing where one of the two is not there.
pub fn compared(
    words: &Words,
    indicator: &Indicator,
    figure: &Waarde,
    (naam, middle): (&str, bool),
    wider: &Waarde,
    close: f64,
) -> Option<String> {
    let naam = whole(words, (naam, middle));
    let said = match oordeel(figure, wider, close).ok()? {
        Oordeel::Hoger => Sentence::HogerDan,
        Oordeel::Lager => Sentence::LagerDan,
        Oordeel::OngeveerGelijk => Sentence::OngeveerAls,
        Oordeel::NietTeZeggen => Sentence::NietTeZeggen,
    };
    Some(words.say(said, &[&naam, &spoken(words, indicator, wider)]))
}

/// What a source says of a figure, or of all of its period, in words.
pub fn said_of(words: &Words, figure: &[Status], periode: &[Status]) -> Vec<String> {
    let names = words.plain(Sentence::CijferStatus).split('|').zip(&Status::ALL);
    let said = names.filter(|(_, (_, status))| figure.contains(status) || periode.contains(status));
    said.map(|(name, _)| name.to_owned()).collect()
}

/// Why there is no figure.
pub fn reason(reason: Afwezig) -> Sentence {
    match reason {
        Afwezig::Onderdrukt => Sentence::TeWeinigMensen,
        Afwezig::NietVanToepassing => Sentence::NietVanToepassing,
        Afwezig::NietGemeten => Sentence::NietGemeten,
        Afwezig::GebiedBestondNiet => Sentence::BestondNiet,
        Afwezig::NietAangeleverd => Sentence::NietAangeleverd,
        Afwezig::NietVergelijkbaar => Sentence::NietVergelijkbaar,
        Afwezig::Onbekend => Sentence::GeenCijfer,
        Afwezig::OnbekendOfGeheim => Sentence::OnbekendOfGeheim,
    }
}
