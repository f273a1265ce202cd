//! One state of the landkaart, ready to draw: sentences, rows, legend and a class for every place.

use super::{Landkaart, words};

/// What the reader chose: positions in [`Landkaart::themas`] and [`Landkaart::places`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    pub thema: Option<usize>,
    pub place: Option<usize>,
}

/// How a place looks. The selection is drawn over it, never instead of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// Does not take part.
    #[default]
    Land,
    /// Takes part, and works on the chosen thema (or none is chosen).
    On,
    /// Takes part, but not known to work on the chosen thema.
    Dim,
}

impl Class {
    /// The word in the `class` attribute.
    pub fn name(self) -> &'static str {
        match self {
            Class::Land => "",
            Class::On => "on",
            Class::Dim => "dim",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The message in one sentence.
    pub headline: String,
    pub lede: String,
    /// How many the list shows, in a few words; read aloud when it changes.
    pub summary: String,
    pub rows: Vec<Row>,
    pub legend: Vec<(Class, &'static str)>,
    /// A class for every place.
    pub classes: Vec<Class>,
    pub card: Card,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub place: usize,
    pub naam: String,
    pub slug: String,
    pub count: u16,
    pub selected: bool,
}

/// What is said about the chosen place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    pub title: String,
    pub lines: Vec<String>,
    /// The page that says more; only participants have one.
    pub slug: Option<String>,
}

impl Picture {
    pub fn new(landkaart: &Landkaart, choice: Choice) -> Self {
        let rows = rows(landkaart, choice);
        let provincies = provincies(landkaart, &rows);
        let (all, shown) = (landkaart.deelnemers.len(), rows.len());
        let thema = choice.thema.map(|thema| &landkaart.themas[thema]);
        let headline = match thema {
            None => words::count(all, "gemeente werkt mee", "gemeenten werken samen") + " aan gelijke kansen",
            Some(thema) => {
                let verb = if shown == 1 { " gemeenten werkt aan " } else { " gemeenten werken aan " };
                [&shown.to_string(), " van de ", &all.to_string(), verb, &thema.in_zin].concat()
            }
        };
        let lede = match thema {
            None => {
                "Elke gekleurde gemeente heeft een eigen agenda. Kies een thema om te zien wie eraan werkt."
                    .to_owned()
            }
            Some(thema) => [
                "Bij dit thema ",
                if thema.interventies == 1 { "is " } else { "zijn " },
                &words::count(thema.interventies.into(), "interventie", "interventies"),
                " bekend.",
            ]
            .concat(),
        };
        Self {
            headline,
            lede,
            summary: match shown {
                0 => "Nog geen gemeente bekend bij dit thema.".to_owned(),
                _ => [
                    &words::count(shown, "gemeente", "gemeenten"),
                    " in ",
                    &words::count(provincies, "provincie", "provincies"),
                ]
                .concat(),
            },
            legend: if thema.is_some() {
                vec![
                    (Class::On, "werkt aan dit thema"),
                    (Class::Dim, "doet mee, met andere thema’s"),
                    (Class::Land, "doet niet mee"),
                ]
            } else {
                vec![(Class::On, "doet mee"), (Class::Land, "doet niet mee")]
            },
            classes: classes(landkaart, choice),
            card: card(landkaart, choice),
            rows,
        }
    }
}

/// In how many provinces the listed gemeenten lie.
fn provincies(landkaart: &Landkaart, rows: &[Row]) -> usize {
    let mut names: Vec<&str> = Vec::new();
    for row in rows {
        let name = landkaart.places[row.place].provincie.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.len()
}

fn rows(landkaart: &Landkaart, choice: Choice) -> Vec<Row> {
    let mut places = vec![0; landkaart.deelnemers.len()];
    for (place, row) in
        landkaart.places.iter().enumerate().filter_map(|(i, place)| Some((i, place.deelnemer?)))
    {
        places[row] = place;
    }
    landkaart
        .deelnemers
        .iter()
        .zip(places)
        .map(|(deelnemer, place)| Row {
            place,
            naam: deelnemer.naam.clone(),
            slug: deelnemer.slug.clone(),
            count: landkaart.count(deelnemer, choice.thema),
            selected: choice.place == Some(place),
        })
        .filter(|row| choice.thema.is_none() || row.count > 0)
        .collect()
}

fn classes(landkaart: &Landkaart, choice: Choice) -> Vec<Class> {
    landkaart
        .places
        .iter()
        .map(|place| match place.deelnemer.map(|row| &landkaart.deelnemers[row]) {
            None => Class::Land,
            Some(deelnemer) if choice.thema.is_none() || landkaart.count(deelnemer, choice.thema) > 0 => {
                Class::On
            }
            Some(_) => Class::Dim,
        })
        .collect()
}

fn card(landkaart: &Landkaart, choice: Choice) -> Card {
    let Some(chosen) = choice.place else { return Card::default() };
    let place = &landkaart.places[chosen];
    match landkaart.deelnemer_at(chosen) {
        None => Card {
            title: place.naam.clone(),
            lines: vec![place.provincie.clone(), "Doet niet mee.".to_owned()],
            slug: None,
        },
        Some(deelnemer) => Card {
            title: place.naam.clone(),
            lines: vec![
                place.provincie.clone(),
                ["Doet mee sinds ", &words::date(&deelnemer.sinds), "."].concat(),
                match landkaart.count(deelnemer, choice.thema) {
                    0 if choice.thema.is_some() => "Bij dit thema zijn geen interventies bekend.".to_owned(),
                    0 => "Er zijn nog geen interventies bekend.".to_owned(),
                    count => [
                        words::count(count.into(), "interventie", "interventies").as_str(),
                        if choice.thema.is_some() { " bij dit thema." } else { " bekend." },
                    ]
                    .concat(),
                },
            ],
            slug: Some(deelnemer.slug.clone()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::landkaart;

    fn picture(thema: Option<usize>, place: Option<usize>) -> Picture {
        Picture::new(&landkaart(), Choice { thema, place })
    }

    #[test]
    fn without_a_thema_every_participant_is_coloured_and_listed() {
        let picture = picture(None, None);
        assert_eq!(picture.headline, "2 gemeenten werken samen aan gelijke kansen");
        assert_eq!(picture.classes, [Class::On, Class::Land, Class::Land, Class::On]);
        assert_eq!(
            picture.rows.iter().map(|row| (row.place, row.count)).collect::<Vec<_>>(),
            [(0, 2), (3, 0)]
        );
        assert_eq!(picture.summary, "2 gemeenten in 2 provincies");
        assert_eq!(picture.card, Card::default());
    }

    #[test]
    fn a_thema_dims_who_is_not_known_to_work_on_it_and_leaves_them_out_of_the_list() {
        let picture = picture(Some(0), None);
        assert_eq!(picture.headline, "1 van de 2 gemeenten werkt aan taal");
        assert_eq!(picture.classes, [Class::On, Class::Land, Class::Land, Class::Dim]);
        assert_eq!(picture.rows.len(), 1);
        assert_eq!(picture.summary, "1 gemeente in 1 provincie");
        assert_eq!(picture.legend.len(), 3);
    }

    #[test]
    fn the_chosen_place_is_marked_in_the_list_and_told_about() {
        let picture = picture(Some(0), Some(0));
        assert!(picture.rows[0].selected);
        assert_eq!(picture.card.title, "Adorp");
        assert_eq!(
            picture.card.lines,
            ["Groningen", "Doet mee sinds juli 2019.", "1 interventie bij dit thema."]
        );
        assert_eq!(picture.card.slug.as_deref(), Some("adorp"));
    }

    #[test]
    fn a_place_that_does_not_take_part_says_so_and_leads_nowhere() {
        let card = picture(None, Some(1)).card;
        assert_eq!(card.lines, ["Groningen", "Doet niet mee."]);
        assert_eq!(card.slug, None);
    }

    #[test]
    fn a_participant_without_known_interventies_keeps_its_place_with_the_reason() {
        let card = picture(None, Some(3)).card;
        assert_eq!(card.title, "Dronrijp & Co");
        assert_eq!(card.lines[2], "Er zijn nog geen interventies bekend.");
    }
}
