//! The page of a participant: since when, with what, and how we know.

use super::page::{Page, escape, up};
use super::site::{File, Release, file};
use super::thema::{item, sources};
use crate::model::Sentence;
use geodata::contract::{Grondslag, Interventie};

pub fn page(release: &Release, row: usize) -> File {
    let deelnemer = &release.exports.gemeenten.gemeenten[row];
    let place = release.landkaart.places.iter().find(|place| place.deelnemer == Some(row));
    let interventies: Vec<&Interventie> = release
        .exports
        .interventies
        .interventies
        .iter()
        .filter(|interventie| interventie.gemeenten.contains(&deelnemer.code))
        .collect();
    let how = match deelnemer.toetreding.grondslag {
        Grondslag::Bron => "",
        Grondslag::Afgeleid => " (afgeleid)",
    };
    let content = format!(
        "<section class=\"w\"><h1>{naam}</h1><p class=\"lede\">{provincie}</p><dl>\
         <dt>Doet mee sinds</dt><dd>{since}{how}: {toelichting}</dd>\
         <dt>Nummer in de brief</dt><dd>{number}</dd><dt>Code</dt><dd>{code}</dd></dl>\
         <p class=\"m\">{sources}</p><p><a href=\"../../\">Terug naar de kaart</a></p></section>\
         <section class=\"w\"><h2>{count}</h2>{items}</section>",
        naam = escape(&deelnemer.naam),
        provincie = escape(place.map_or("", |place| &place.provincie)),
        since = release.words.date(&deelnemer.toetreding.datum),
        toelichting = escape(&deelnemer.toetreding.toelichting),
        number = deelnemer.nummer,
        code = deelnemer.code,
        sources = sources(release, &deelnemer.bronnen).trim_start_matches(" · "),
        count = match interventies.len() {
            0 => "Nog geen interventies bekend".to_owned(),
            count => release.words.count(Sentence::Interventies, count, &[]),
        },
        items =
            interventies.into_iter().map(|interventie| item(release, interventie, false)).collect::<String>(),
    );
    let title = format!("{} · Gelijke Kansen Alliantie", deelnemer.naam);
    let description = format!(
        "{} in de Gelijke Kansen Alliantie: sinds wanneer, met welke interventies, uit welke bron.",
        deelnemer.naam
    );
    let page = Page { root: &up(2), title: &title, description: &description, content, script: false };
    file(&format!("gemeente/{}/index.html", deelnemer.slug), page.html(&release.assets))
}
