//! The list as a file: what is left of it, in its order.

use super::Interventies;
use super::facet::{Facet, spoken, zekerheid};
use super::listing::Listing;
use crate::model::Key;
use crate::model::csv::Table;
use crate::model::words::{Sentence, Words};

pub fn table(all: &Interventies, words: &Words, listing: &Listing) -> Table {
    let labels = |key: Key, ids: &[String]| {
        let facet = all.facetten.iter().find(|facet| facet.key == Some(key));
        let label = |id: &String| facet.and_then(|facet: &Facet| Some(facet.waarde(id)?.label.as_str()));
        ids.iter().filter_map(label).collect::<Vec<_>>().join(", ")
    };
    let row = |&at: &usize| {
        let item = &all.items[at];
        let bronnen = item.bronnen.iter().filter_map(|(id, _)| {
            let bron = all.bron(id)?;
            Some(bron.url.as_deref().unwrap_or(&bron.titel))
        });
        vec![
            item.id.clone(),
            item.titel.clone(),
            item.samenvatting.clone(),
            labels(Key::Gemeente, &item.gemeenten),
            labels(Key::Thema, &item.themas),
            labels(Key::Sector, &item.sectoren),
            labels(Key::Leefwereld, &item.leefwerelden),
            labels(Key::Bewijs, std::slice::from_ref(&item.bewijs)),
            spoken(words, &item.periode),
            zekerheid(words, &item.zekerheid).to_owned(),
            bronnen.collect::<Vec<_>>().join(" "),
        ]
    };
    let columns = words.plain(Sentence::KolommenInterventies).split('|').map(str::to_owned);
    Table { columns: columns.collect(), rows: listing.found.iter().map(row).collect() }
}
