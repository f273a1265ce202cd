//! One gemeente, ready to draw: since when it takes part, what it does, what it signed, in which figures.

use super::Profielen;
use crate::model::interventies::facet::spoken;
use crate::model::meting::{compared, reason, said_of, spoken as figure};
use crate::model::picture::{Optie, ROLLEN, Veld};
use crate::model::record::{Record, Verwezen, bronnen, zeker, zekerheid};
use crate::model::words::{Sentence, Words};
use crate::model::{Choice, Key};
use geodata::contract::lijst::Interventie;
use geodata::contract::profiel::{Agenda, Cijfer, Deel, Persoon, Rol, Toetreding, Video};
use geodata::contract::waarde::Waarde;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Portrait {
    /// Of whom; nothing where no gemeente is chosen.
    pub code: Option<String>,
    pub naam: String,
    /// Its name in an address, where it ever took part.
    pub slug: Option<String>,
    /// Where it is and since when it takes part.
    pub lede: String,
    /// How that is known.
    pub toetreding: Option<Record>,
    /// What it was before, and what it became.
    pub herindeling: Vec<String>,
    /// By thema; last those without one.
    pub groepen: Vec<Groep>,
    /// What there is to say of them.
    pub verhaal: String,
    pub meer: bool,
    pub agendas: Vec<Record>,
    pub rollen: Vec<Record>,
    pub videos: Vec<(Record, Option<Film>)>,
    pub cijfers: Vec<Kaartje>,
    /// Positions of the indicators without a figure here.
    pub ontbreekt: Vec<usize>,
    pub velden: Vec<Veld>,
    /// Whether the slice is still on its way.
    pub waiting: bool,
    /// Where the slice is, below the exports.
    pub pad: Option<String>,
}

/// The interventies of a thema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groep {
    /// Position of the thema.
    pub thema: Option<usize>,
    /// Each with its position in the slice.
    pub items: Vec<(usize, Record)>,
}

/// A video that a page can play, with its captions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Film {
    pub url: String,
    pub ondertiteling: Option<String>,
}

/// A figure and where it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kaartje {
    /// Position of its indicator.
    pub indicator: usize,
    pub value: String,
    pub note: String,
    /// How it compares, or why it is not there.
    pub said: String,
    pub plaats: Option<Plaats>,
    pub bronnen: Vec<Verwezen>,
}

/// Where a figure stands between the lowest and the highest of all gemeenten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaats {
    /// Of this gemeente and of the Netherlands, in [`BREED`]ths of the way.
    pub hier: usize,
    pub nederland: Option<usize>,
    pub ends: [String; 2],
}

/// How wide a strip is that a figure stands on.
pub const BREED: usize = 300;

impl Portrait {
    pub fn new(all: &Profielen, words: &Words, choice: &Choice) -> Self {
        let code = choice.get(Key::Gemeente).filter(|code| all.naam(code).is_some());
        let mut portrait = Self { velden: vec![veld(all, words, code)], ..Self::default() };
        let Some(code) = code else {
            portrait.naam = words.plain(Sentence::ProfielKop).to_owned();
            portrait.lede = words.plain(Sentence::KiesProfiel).to_owned();
            return portrait;
        };
        let deelnemer = all.gegevens.deelnemers.iter().find(|deelnemer| deelnemer.code == code);
        portrait.code = Some(code.to_owned());
        portrait.naam = all.naam(code).unwrap_or_default().to_owned();
        portrait.slug = deelnemer.map(|deelnemer| deelnemer.slug.clone());
        portrait.pad = all.pad(code).map(str::to_owned);
        let provincie = deelnemer.and_then(|deelnemer| {
            let provincies = &all.gegevens.provincies;
            provincies.iter().find(|(code, _)| *code == deelnemer.provincie).map(|(_, naam)| naam.as_str())
        });
        match (all.deel(code), deelnemer) {
            (Some(deel), _) => portrait.fill(all, words, deel, provincie),
            (None, Some(_)) => portrait.waiting = all.pad(code).is_some(),
            (None, None) => portrait.lede = words.plain(Sentence::DoetNietMeeVerhaal).to_owned(),
        }
        portrait
    }

    fn fill(&mut self, all: &Profielen, words: &Words, deel: &Deel, provincie: Option<&str>) {
        let since = sinds(words, &deel.toetreding);
        self.lede = [provincie.unwrap_or_default(), ". ", &since].concat();
        if provincie.is_none() {
            self.lede = since;
        }
        let soort = ["agenda", "aangesloten", "onduidelijk"].iter().position(|known| *known == deel.deelname);
        let soort = soort.and_then(|at| words.plain(Sentence::SoortDeelname).split('|').nth(at));
        let joined = &deel.toetreding;
        self.toetreding = Some(
            Record {
                notes: soort.into_iter().map(str::to_owned).collect(),
                toelichting: Some(joined.toelichting.clone()),
                bronnen: bronnen(&deel.bronnen, &joined.bronnen),
                zeker: zeker(words, &joined.zeker),
                ..Record::default()
            }
            .plain(),
        );
        self.herindeling = herindeling(words, deel);
        self.groepen = groepen(all, words, deel);
        self.meer = deel.meer;
        let story =
            if deel.interventies.is_empty() { Sentence::GeenVerhaal } else { Sentence::VerhaalUitleg };
        self.verhaal = words.plain(story).to_owned();
        self.agendas = deel.agendas.iter().map(|one| agenda(words, deel, one)).collect();
        self.rollen = deel.rollen.iter().map(|one| rol(words, deel, one)).collect();
        self.videos = deel.videos.iter().map(|one| video(words, deel, one)).collect();
        let position = |id: &str| all.gegevens.indicatoren.iter().position(|indicator| indicator.id == id);
        let cards = deel
            .cijfers
            .iter()
            .filter_map(|one| Some(kaartje(all, words, deel, position(&one.indicator)?, one)));
        self.cijfers = cards.collect();
        let here = |at: &usize| self.cijfers.iter().any(|one| one.indicator == *at);
        self.ontbreekt = (0..all.gegevens.indicatoren.len()).filter(|at| !here(at)).collect();
    }
}

fn veld(all: &Profielen, words: &Words, code: Option<&str>) -> Veld {
    let option = |value: &str, label: &str, selected| Optie {
        value: value.to_owned(),
        label: label.to_owned(),
        onvertaald: false,
        selected,
    };
    let mut options = vec![option("", words.plain(Sentence::KiesGemeente), code.is_none())];
    let all = all.gegevens.deelnemers.iter();
    options.extend(all.map(|one| option(&one.code, &one.naam, code == Some(one.code.as_str()))));
    Veld { key: Key::Gemeente, label: words.plain(Sentence::Gemeente).to_owned(), options }
}

/// Since when it takes part, as far as that is known.
fn sinds(words: &Words, joined: &Toetreding) -> String {
    let day = |day: &Option<String>| day.as_ref().map(|day| words.date(day));
    match (day(&joined.datum), day(&joined.na), day(&joined.uiterlijk)) {
        (Some(datum), ..) => words.say(Sentence::MeeSinds, &[&datum]),
        (None, Some(na), Some(uiterlijk)) => words.say(Sentence::GingMeeTussen, &[&na, &uiterlijk]),
        (None, Some(na), None) => words.say(Sentence::GingMeeNa, &[&na]),
        (None, None, Some(uiterlijk)) => words.say(Sentence::DeedUiterlijkMee, &[&uiterlijk]),
        (None, None, None) => words.plain(Sentence::SindsOnbekend).to_owned(),
    }
}

/// A sentence for each day and kind of change.
fn herindeling(words: &Words, deel: &Deel) -> Vec<String> {
    let mut said: Vec<(Sentence, &str, Vec<&str>)> = Vec::new();
    for naam in &deel.namen {
        let kind = match naam.soort.as_str() {
            "vroeger" => Sentence::HoortHierbij,
            "vroeger-deel" => Sentence::DeelHierbij,
            "later" => Sentence::HoortDaarbij,
            _ => continue,
        };
        let day = naam.dag.as_deref().unwrap_or_default();
        match said.iter_mut().find(|(known, at, _)| *known == kind && *at == day) {
            Some((.., names)) => names.push(&naam.naam),
            None => said.push((kind, day, vec![&naam.naam])),
        }
    }
    let sentence = |(kind, day, names): (Sentence, &str, Vec<&str>)| {
        let mut said = words.say(kind, &[&words.date(day), &words.list(&names)]);
        crate::model::plain::plain(&mut said);
        said
    };
    said.into_iter().map(sentence).collect()
}

fn groepen(all: &Profielen, words: &Words, deel: &Deel) -> Vec<Groep> {
    let themas = &all.gegevens.themas;
    let first = |item: &Interventie| {
        item.themas.iter().find_map(|id| themas.iter().position(|thema| thema.id == *id))
    };
    let group = |thema: Option<usize>| {
        // What is highlighted stands first.
        let [highlighted, others] = [true, false].map(|asked| {
            let items = deel.interventies.iter().enumerate().filter(|(_, item)| first(item) == thema);
            items.filter(move |(_, item)| item.uitgelicht.contains(&deel.code) == asked)
        });
        let items = highlighted.chain(others).map(|(at, item)| (at, interventie(all, words, deel, item)));
        Groep { thema, items: items.collect() }
    };
    let groups = (0..themas.len()).map(Some).chain([None]).map(group);
    groups.filter(|group| !group.items.is_empty()).collect()
}

fn interventie(all: &Profielen, words: &Words, deel: &Deel, item: &Interventie) -> Record {
    // It stands under its first thema.
    let others = item.themas.iter().skip(1).filter_map(|id| all.thema(id));
    let sectoren = item.sectoren.iter().filter_map(|id| all.sector(id));
    let mut facts: Vec<String> = others.chain(sectoren).map(str::to_owned).collect();
    facts.push(spoken(words, &item.periode));
    facts.retain(|fact| !fact.is_empty());
    let highlighted = item.uitgelicht.contains(&deel.code);
    Record {
        kop: if highlighted { words.plain(Sentence::Uitgelicht) } else { "" }.to_owned(),
        title: item.titel.clone(),
        onvertaald: item.onvertaald,
        says: vec![item.samenvatting.clone()],
        notes: vec![facts.join(" · ")],
        toelichting: item.toelichting.clone(),
        bronnen: bronnen(&deel.bronnen, &item.bronnen),
        zeker: zekerheid(words, &item.zekerheid),
        ..Record::default()
    }
    .plain()
}

/// With the office of that year: offices pass on.
fn persoon(persoon: &Persoon) -> String {
    [&persoon.naam, ", ", &persoon.functie, " (", &persoon.jaar.to_string(), ")"].concat()
}

fn agenda(words: &Words, deel: &Deel, agenda: &Agenda) -> Record {
    let mut kinds = words.plain(Sentence::AgendaSoort).split('|');
    let kind = kinds.nth(usize::from(agenda.addendum)).unwrap_or_default();
    let when = spoken(words, &agenda.periode);
    let between = if when.is_empty() { "" } else { ", " };
    let signed =
        agenda.ondertekend.as_ref().map(|day| words.say(Sentence::OndertekendOp, &[&words.date(day)]));
    let mut record = Record {
        title: [kind, between, &when].concat(),
        says: signed.into_iter().chain(agenda.personen.iter().map(persoon)).collect(),
        toelichting: agenda.toelichting.clone(),
        bronnen: bronnen(&deel.bronnen, &agenda.bronnen),
        zeker: zeker(words, &agenda.zeker),
        ..Record::default()
    };
    record.reach(words, &agenda.tekst, words.plain(Sentence::LeesTekst), Sentence::GeenTekst);
    record.plain()
}

fn rol(words: &Words, deel: &Deel, rol: &Rol) -> Record {
    let title = ROLLEN.iter().find(|(known, _)| *known == rol.rol).map(|(_, name)| words.plain(*name));
    Record {
        kop: words.date(&rol.datum),
        title: title.unwrap_or(&rol.rol).to_owned(),
        says: rol.personen.iter().map(persoon).collect(),
        toelichting: rol.toelichting.clone(),
        bronnen: bronnen(&deel.bronnen, &rol.bronnen),
        zeker: zeker(words, &rol.zeker),
        ..Record::default()
    }
    .plain()
}

fn video(words: &Words, deel: &Deel, video: &Video) -> (Record, Option<Film>) {
    let mut record = Record {
        kop: video.datum.as_ref().map(|day| words.date(day)).unwrap_or_default(),
        title: video.titel.clone(),
        onvertaald: video.onvertaald,
        toelichting: video.toelichting.clone(),
        bronnen: bronnen(&deel.bronnen, &video.bronnen),
        ..Record::default()
    };
    let plays = |url: &&String| url.ends_with(".mp4") || url.ends_with(".webm");
    let film = video
        .adres
        .url
        .as_ref()
        .filter(plays)
        .map(|url| Film { url: url.clone(), ondertiteling: video.ondertiteling.url.clone() });
    record.reach(words, &video.adres, words.plain(Sentence::BekijkVideo), Sentence::GeenVideo);
    if let Some(url) = &video.transcript.url {
        record.elders.push((words.plain(Sentence::LeesTekst).to_owned(), url.clone()));
    }
    (record.plain(), film)
}

fn kaartje(all: &Profielen, words: &Words, deel: &Deel, at: usize, cijfer: &Cijfer) -> Kaartje {
    let indicator = &all.gegevens.indicatoren[at];
    let nederland = cijfer.vergelijking.iter().find(|(code, ..)| code == "NL01");
    let said = match (cijfer.waarde.cijfer, nederland) {
        (Err(why), _) => crate::model::words::sentence(words.plain(reason(why))),
        (Ok(_), Some((_, middle, wider))) => {
            let naam = (words.plain(Sentence::Nederland), *middle);
            compared(words, indicator, &cijfer.waarde, naam, wider, cijfer.gelijk_binnen).unwrap_or_default()
        }
        (Ok(_), None) => String::new(),
    };
    let mut note = vec![indicator.eenheid.clone(), words.date(&cijfer.periode)];
    note.extend(said_of(words, &cijfer.waarde.status, &cijfer.status));
    Kaartje {
        indicator: at,
        value: figure(words, indicator, &cijfer.waarde),
        note: note.join(" · "),
        said,
        plaats: plaats(words, indicator, cijfer, nederland.and_then(|(.., wider)| wider.bekend())),
        bronnen: bronnen(&deel.bronnen, &cijfer.bronnen),
    }
}

fn plaats(
    words: &Words,
    indicator: &geodata::contract::meting::Indicator,
    cijfer: &Cijfer,
    nederland: Option<f64>,
) -> Option<Plaats> {
    let (here, low, high) = (cijfer.waarde.bekend()?, cijfer.laagste?, cijfer.hoogste?);
    let span = high - low;
    // A span that is none, or too large to be one of anything.
    if !(span > 0. && span < 1e15) {
        return None;
    }
    let on = |value: f64| (((value - low) / span).clamp(0., 1.) * BREED as f64).round() as usize;
    let ends = [low, high].map(|end| figure(words, indicator, &Waarde::precies(end)));
    Some(Plaats { hier: on(here), nederland: nederland.map(on), ends })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::profielen;
    use super::*;

    fn portrait(choice: &str) -> Portrait {
        Portrait::new(&profielen(), &Words::dutch(), &Choice::default().and(choice))
    }

    #[test]
    fn a_gemeente_is_told_with_what_it_does_signed_and_measures() {
        let portrait = portrait("gemeente=GM0001");
        assert_eq!(portrait.lede, "Groningen. Deed uiterlijk op 16 juli 2019 mee.");
        assert_eq!(portrait.herindeling, ["Sinds 1 januari 2021 horen hierbij: Klei en Veen."]);
        let Groep { thema, items } = &portrait.groepen[0];
        assert_eq!((*thema, items[0].1.title.as_str()), (Some(0), "Boekenpret"));
        assert_eq!(portrait.agendas[0].title, "Agenda, vanaf 2019");
        assert_eq!(portrait.agendas[0].says, ["Ondertekend op 1 juli 2019.", "A. B., wethouder (2019)"]);
        assert_eq!(portrait.agendas[0].notes, ["De tekst is niet gevonden."]);
    }

    #[test]
    fn a_figure_stands_between_the_lowest_and_the_highest() {
        let card = portrait("gemeente=GM0001").cijfers.remove(0);
        assert_eq!((card.value.as_str(), card.note.as_str()), ("30,0%", "procent · 2021 · voorlopig"));
        assert_eq!(card.said, "Hoger dan de middelste gemeente van Nederland (25,0%).");
        let plaats = card.plaats.unwrap();
        assert_eq!((plaats.hier, plaats.nederland), (BREED, Some(BREED / 2)));
    }

    #[test]
    fn what_did_not_come_yet_is_waited_for_and_who_takes_no_part_is_said() {
        assert!(portrait("gemeente=GM0002").waiting);
        let other = portrait("gemeente=GM0003");
        assert!(!other.waiting && other.lede.contains("doet niet mee"), "{}", other.lede);
        assert_eq!(portrait("gemeente=GM9999"), portrait(""));
    }
}
