//! One state of the list, ready to draw: sentences, counts, and the part of it that is shown.

use super::bits::Bits;
use super::facet::{Facet, Waarde};
use super::{Interventies, woorden::Gevonden};
use crate::model::picture::{Optie, Veld};
use crate::model::words::{Sentence, Words};
use crate::model::{Choice, Key};

/// How many stand in one part of the list, and how many of what is searched: the best are in front.
pub const PART: usize = 50;
const BEST: usize = 10;

/// The orders besides that of the titles, by the value of [`Key::Orde`].
const ORDES: [(&str, Sentence); 4] = [
    ("gemeente", Sentence::PerGemeenteOrde),
    ("thema", Sentence::PerThema),
    ("sector", Sentence::PerSector),
    ("jaar", Sentence::PerJaar),
];

/// What is asked about the list; the first option is none.
const VRAGEN: [(Key, Sentence, Sentence); 6] = [
    (Key::Sector, Sentence::Sector, Sentence::AlleSectoren),
    (Key::Gemeente, Sentence::Gemeente, Sentence::AlleGemeenten),
    (Key::Leefwereld, Sentence::Leefwereld, Sentence::AlleLeefwerelden),
    (Key::Bewijs, Sentence::Bewijs, Sentence::AlleBewijs),
    (Key::Status, Sentence::Status, Sentence::AlleStatussen),
    (Key::Agenda, Sentence::Agenda, Sentence::AlleAgendas),
];

/// The filters of a list, without what is searched.
pub const FILTERS: [Key; 8] = [
    Key::Thema,
    Key::Sector,
    Key::Gemeente,
    Key::Leefwereld,
    Key::Bewijs,
    Key::Status,
    Key::Agenda,
    Key::Provincie,
];

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub headline: String,
    /// Whether a name in the headline is Dutch in a list that is not.
    pub onvertaald: bool,
    /// How many are left of all.
    pub summary: String,
    /// Of each thema how many there are with what else is chosen.
    pub themas: Vec<usize>,
    pub thema: Option<usize>,
    /// Fields to choose by; the last one orders.
    pub velden: Vec<Veld>,
    pub zoek: String,
    /// Whether the fields are open where they do not all fit.
    pub keuzes: bool,
    /// What is chosen, each with what sets it free.
    pub gekozen: Vec<(Key, String)>,
    pub groepen: Vec<Groep>,
    /// All that are left, in order, also those of other parts.
    pub found: Vec<usize>,
    /// The part that is shown, from 1, and how many there are.
    pub deel: usize,
    pub delen: usize,
    /// How many stand in a whole part.
    pub size: usize,
    /// The interventie that the address names.
    pub chosen: Option<usize>,
    /// As an address has it.
    pub state: String,
}

/// Interventies that stand together, under a title where the order has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Groep {
    pub title: Option<String>,
    pub items: Vec<usize>,
}

/// A facet with the value that is chosen.
type Set<'a> = (&'a Facet, &'a Waarde);

impl Listing {
    pub fn new(all: &Interventies, words: &Words, choice: &Choice) -> Self {
        let set: Vec<Set> = all.facetten.iter().filter_map(|facet| set(facet, choice)).collect();
        let zoek = choice.get(Key::Zoek).unwrap_or_default();
        let searched = if zoek.is_empty() { None } else { all.woorden().find(zoek) };
        let found = left(all, &set, searched.as_ref(), None);
        let orde = choice.get(Key::Orde).unwrap_or_default();
        let (sequence, starts) = sequence(all, words, &found, searched.as_ref(), orde);

        let size = if searched.is_some() { BEST } else { PART };
        let delen = sequence.len().div_ceil(size).max(1);
        let chosen = choice.get(Key::Interventie);
        let chosen = chosen.and_then(|id| all.items.iter().position(|item| item.id == id));
        let at = chosen.and_then(|chosen| sequence.iter().position(|&item| item == chosen));
        let asked = choice.get(Key::Deel).and_then(|deel| deel.parse().ok());
        let deel = asked.or_else(|| Some(at? / size + 1)).unwrap_or(1_usize).clamp(1, delen);

        let thema = set.iter().find(|(facet, _)| facet.key == Some(Key::Thema));
        let thema =
            thema.and_then(|(facet, chosen)| facet.waarden.iter().position(|waarde| waarde.id == chosen.id));
        let themas = left(all, &set, searched.as_ref(), Some(Key::Thema));
        let themas = all.facetten[0].waarden.iter().map(|waarde| waarde.items.shared(&themas)).collect();
        let velden = VRAGEN.iter().filter_map(|vraag| veld(all, words, &set, searched.as_ref(), vraag));
        let velden = velden.chain([ordes(words, orde)]).collect();
        let filtered = !set.is_empty() || searched.is_some();
        Self {
            headline: headline(all, words, &set, found.count()),
            onvertaald: thema.is_some_and(|thema| all.themas[thema].onvertaald),
            summary: summary(words, sequence.len(), all.items.len(), filtered),
            themas,
            thema,
            velden,
            zoek: zoek.to_owned(),
            keuzes: choice.get(Key::Keuzes) == Some("open"),
            gekozen: gekozen(words, &set, zoek),
            groepen: part(&sequence, &starts, (deel - 1) * size, size),
            found: sequence,
            deel,
            delen,
            size,
            chosen,
            state: choice.written(),
        }
    }
}

fn set<'a>(facet: &'a Facet, choice: &Choice) -> Option<Set<'a>> {
    Some((facet, facet.waarde(choice.get(facet.key?)?)?))
}

/// What the filters leave, but for that of `but`.
fn left(all: &Interventies, set: &[Set], searched: Option<&Gevonden>, but: Option<Key>) -> Bits {
    let mut left = Bits::all(all.items.len());
    if let Some(searched) = searched {
        left.and(&searched.all);
    }
    for (_, waarde) in set.iter().filter(|(facet, _)| but.is_none() || facet.key != but) {
        left.and(&waarde.items);
    }
    left
}

/// All that are left in order, and where a new title begins. An interventie stands once, where it first belongs.
fn sequence(
    all: &Interventies,
    words: &Words,
    found: &Bits,
    searched: Option<&Gevonden>,
    orde: &str,
) -> (Vec<usize>, Vec<(usize, String)>) {
    let facet = match orde {
        "thema" => all.facetten.first(),
        "sector" => all.facetten.get(1),
        "gemeente" => all.facetten.get(2),
        "jaar" => all.facetten.last(),
        _ => None,
    };
    let (mut left, mut sequence, mut starts) = (found.clone(), Vec::new(), Vec::new());
    let mut take = |items: &Bits, title: Option<&str>| {
        let mut these = left.clone();
        these.and(items);
        let start = sequence.len();
        sequence.extend(these.iter());
        if let Some(title) = title.filter(|_| sequence.len() > start) {
            starts.push((start, title.to_owned()));
        }
        left.without(items);
    };
    for waarde in facet.iter().flat_map(|facet| &facet.waarden) {
        take(&waarde.items, Some(&waarde.label));
    }
    // What is meant most likely goes before.
    if let (None, Some(searched)) = (facet, searched) {
        take(&searched.in_title, None);
    }
    take(found, facet.map(|_| words.plain(Sentence::NietGenoemd)));
    (sequence, starts)
}

/// One part of the sequence with its titles; a part that begins within a group begins with its title.
fn part(sequence: &[usize], starts: &[(usize, String)], from: usize, size: usize) -> Vec<Groep> {
    let mut groepen: Vec<Groep> = Vec::new();
    for (at, &item) in sequence.iter().enumerate().skip(from).take(size) {
        let start = starts.iter().rev().find(|(start, _)| *start <= at);
        if groepen.is_empty() || start.is_some_and(|(start, _)| *start == at) {
            groepen.push(Groep { title: start.map(|(_, title)| title.clone()), items: Vec::new() });
        }
        if let Some(groep) = groepen.last_mut() {
            groep.items.push(item);
        }
    }
    groepen
}

/// "27 interventies rond taal in Dordrecht".
fn headline(all: &Interventies, words: &Words, set: &[Set], count: usize) -> String {
    let chosen = |key: Key| set.iter().find(|(facet, _)| facet.key == Some(key)).map(|(_, waarde)| *waarde);
    let mut text = words.count(Sentence::Interventies, count, &[]);
    if let Some(thema) = chosen(Key::Thema).and_then(|waarde| all.thema(&waarde.id)) {
        text = words.say(Sentence::Rond, &[&text, &thema.in_zin]);
    }
    match chosen(Key::Gemeente) {
        Some(gemeente) => words.say(Sentence::GemeentenInProvincies, &[&text, &gemeente.label]),
        None => text,
    }
}

fn summary(words: &Words, count: usize, total: usize, filtered: bool) -> String {
    match (count, filtered) {
        (0, _) => words.plain(Sentence::GeenInterventie).to_owned(),
        (_, true) => words.count(Sentence::VanDeInterventies, count, &[&words.whole(total)]),
        (_, false) => words.count(Sentence::InterventiesBekend, count, &[]),
    }
}

/// A question with its answers that somebody has, each with how many there would be.
fn veld(
    all: &Interventies,
    words: &Words,
    set: &[Set],
    searched: Option<&Gevonden>,
    &(key, label, none): &(Key, Sentence, Sentence),
) -> Option<Veld> {
    let facet = all.facetten.iter().find(|facet| facet.key == Some(key))?;
    let left = left(all, set, searched, Some(key));
    let chosen = set.iter().find(|(facet, _)| facet.key == Some(key)).map(|(_, waarde)| waarde.id.as_str());
    let none = Optie {
        value: String::new(),
        label: words.plain(none).to_owned(),
        onvertaald: false,
        selected: chosen.is_none(),
    };
    let options = facet.waarden.iter().filter(|waarde| waarde.items.count() > 0).map(|waarde| {
        let count = words.whole(waarde.items.shared(&left));
        Optie {
            value: waarde.id.clone(),
            label: [&waarde.label, " (", &count, ")"].concat(),
            onvertaald: waarde.onvertaald,
            selected: chosen == Some(&waarde.id),
        }
    });
    let options: Vec<Optie> = std::iter::once(none).chain(options).collect();
    // With one answer there is nothing to ask.
    (options.len() > 2).then(|| Veld { key, label: words.plain(label).to_owned(), options })
}

fn ordes(words: &Words, orde: &str) -> Veld {
    let option = |value: &str, sentence: Sentence| Optie {
        value: value.to_owned(),
        label: words.plain(sentence).to_owned(),
        onvertaald: false,
        selected: value == orde,
    };
    let options = std::iter::once(option("", Sentence::OpTitel))
        .chain(ORDES.iter().map(|&(value, sentence)| option(value, sentence)));
    Veld { key: Key::Orde, label: words.plain(Sentence::Orde).to_owned(), options: options.collect() }
}

/// What is chosen besides the thema, which the row of themas shows.
fn gekozen(words: &Words, set: &[Set], zoek: &str) -> Vec<(Key, String)> {
    let filters = set.iter().filter_map(|(facet, waarde)| Some((facet.key?, waarde.label.clone())));
    let filters = filters.filter(|(key, _)| *key != Key::Thema);
    let zoek = (!zoek.is_empty()).then(|| (Key::Zoek, words.say(Sentence::Gezocht, &[zoek])));
    filters.chain(zoek).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::interventies::fixture::interventies;

    fn listing(choice: &str) -> Listing {
        Listing::new(&interventies(), &Words::dutch(), &Choice::default().and(choice))
    }

    /// Titles by group.
    fn shown(choice: &str) -> Vec<(String, Vec<String>)> {
        let all = interventies();
        let titles = |groep: Groep| groep.items.iter().map(|&at| all.items[at].titel.clone()).collect();
        let groepen = listing(choice).groepen.into_iter();
        groepen.map(|groep| (groep.title.clone().unwrap_or_default(), titles(groep))).collect()
    }

    fn titles(choice: &str) -> Vec<String> {
        shown(choice).into_iter().flat_map(|(_, titles)| titles).collect()
    }

    #[test]
    fn filters_meet_and_what_is_not_known_filters_nothing() {
        assert_eq!(titles(""), ["Boekenpret", "Familieklas", "Taalzomer", "Zorgloket"]);
        assert_eq!(titles("thema=taal"), ["Boekenpret", "Taalzomer"]);
        assert_eq!(titles("thema=taal&gemeente=GM0004"), ["Taalzomer"]);
        assert_eq!(titles("leefwereld=thuis"), ["Boekenpret"]);
        assert_eq!(titles("provincie=PV21"), ["Familieklas", "Taalzomer"]);
        assert_eq!(titles("thema=x&sector=y&gemeente=GM9999&status=nooit"), titles(""));
        assert_eq!(titles("thema=taal&sector=vo"), Vec::<String>::new());
    }

    #[test]
    fn a_count_says_what_choosing_it_would_leave() {
        let listing = listing("gemeente=GM0004");
        assert_eq!(listing.themas, [1, 1]);
        let sector = &listing.velden[0];
        let labels: Vec<&str> = sector.options.iter().map(|option| option.label.as_str()).collect();
        assert_eq!(labels, ["Alle sectoren", "Primair (2)", "Voortgezet (0)"]);
        let gemeente = &listing.velden[1];
        assert_eq!(gemeente.options[1].label, "Adorp (2)", "as if no gemeente was chosen");
        assert!(gemeente.options[2].selected);
    }

    #[test]
    fn when_it_ran_is_said_no_more_precisely_than_a_source_does() {
        assert_eq!(titles("status=begonnen"), ["Boekenpret"]);
        assert_eq!(titles("status=afgelopen"), ["Familieklas"]);
        assert_eq!(titles("status=later"), ["Taalzomer"]);
        assert_eq!(titles("status=onbekend"), ["Zorgloket"]);
        assert_eq!(titles("agenda=2021"), ["Familieklas", "Taalzomer"]);
    }

    #[test]
    fn each_stands_once_under_the_first_title_it_belongs_to() {
        let pair = |title: &str, titles: &[&str]| {
            (title.to_owned(), titles.iter().map(|&title| title.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            shown("orde=gemeente"),
            [
                pair("Adorp", &["Boekenpret", "Familieklas"]),
                pair("Dronrijp", &["Taalzomer"]),
                pair("Niet genoemd in de bron", &["Zorgloket"]),
            ]
        );
        assert_eq!(shown("orde=jaar")[0], pair("2022", &["Taalzomer"]), "the newest first");
        assert_eq!(shown("orde=onzin"), shown(""));
    }

    #[test]
    fn what_fits_in_its_title_goes_before() {
        assert_eq!(titles("zoek=taal"), ["Taalzomer", "Boekenpret"]);
        assert_eq!(titles("zoek=tal zomr"), Vec::<String>::new());
        assert_eq!(titles("zoek=tallzomer"), ["Taalzomer"]);
        assert_eq!(titles("zoek=adorp klas"), ["Familieklas"]);
        assert_eq!(titles("zoek=..."), titles(""), "nothing to look for");
    }

    #[test]
    fn the_headline_says_what_is_listed_and_the_summary_of_how_many() {
        let with = listing("thema=taal&gemeente=GM0004");
        assert_eq!(with.headline, "1 interventie rond taal in Dronrijp");
        assert_eq!(with.summary, "1 van de 4 interventies past bij uw keuze");
        assert_eq!(listing("").summary, "4 interventies bekend");
        assert_eq!(listing("zoek=qqqqqq").summary, "Geen interventie past bij deze keuze.");
        assert_eq!(with.gekozen, [(Key::Gemeente, "Dronrijp".to_owned())]);
    }

    #[test]
    fn a_long_list_has_parts_and_the_address_of_each_is_in_one() {
        let sequence: Vec<usize> = (0..7).collect();
        let starts = [(0, "A".to_owned()), (4, "B".to_owned())];
        let groepen = part(&sequence, &starts, 3, 3);
        let groep =
            |title: &str, items: &[usize]| Groep { title: Some(title.to_owned()), items: items.to_vec() };
        assert_eq!(groepen, [groep("A", &[3]), groep("B", &[4, 5])]);
        let listing = listing("deel=9&interventie=taalzomer");
        assert_eq!((listing.deel, listing.delen, listing.chosen), (1, 1, Some(2)));
    }

    #[test]
    fn an_interventie_has_its_address_in_the_list_of_its_first_thema_or_else_its_sector() {
        let all = interventies();
        let place = all.place(0);
        assert_eq!((place.thema, place.sector, place.deel), (Some("taal"), None, 1));
        let place = all.place(3);
        assert_eq!((place.thema, place.sector), (None, Some("vo")));
    }

    #[test]
    fn who_stands_twice_under_one_id_is_one() {
        let mut gegevens = crate::model::interventies::fixture::gegevens();
        let twice = gegevens.interventies[1].clone();
        gegevens.interventies.push(twice);
        assert_eq!(Interventies::new(gegevens, &Words::dutch()).items.len(), 4);
    }

    #[test]
    fn the_file_holds_what_is_left_in_its_order() {
        let (all, words) = (interventies(), Words::dutch());
        let listing = Listing::new(&all, &words, &Choice::default().and("thema=taal"));
        let table = super::super::table::table(&all, &words, &listing);
        assert_eq!(table.columns.len(), table.rows[0].len());
        assert_eq!(table.rows.len(), 2);
        assert_eq!(
            table.rows[0][3..10],
            ["Adorp", "Taal", "Primair", "Thuis", "Niet beoordeeld", "vanaf 2019", "zekerheid hoog"]
        );
    }
}
