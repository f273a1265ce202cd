//! The tables joined into documents: everything that follows from them is computed here.

use super::delen::{Whole, cijfers::PerGemeente};
use crate::contract::naam::sort_key;
use crate::contract::telling::Telling;
use crate::contract::{
    Bronnen, Deelnemer, Gebied, Gebieden, Gemeenten, Interventies, SCHEMA_VERSIE, Thema, Themas, Zoek,
};
use crate::import::areas::Areas;
use crate::import::tabellen::{Registered, Tabellen};
use std::cmp::Reverse;

/// The documents that come from the tables.
pub struct Records {
    pub gemeenten: Gemeenten,
    pub themas: Themas,
    pub interventies: Interventies,
    pub bronnen: Bronnen,
    pub gebieden: Gebieden,
    pub zoek: Zoek,
    pub registered: Registered,
}

impl Records {
    /// What slices are cut from.
    pub fn whole<'a>(&'a self, peildatum: &'a str, cijfers: &'a PerGemeente) -> Whole<'a> {
        Whole {
            peildatum,
            themas: &self.themas,
            interventies: &self.interventies,
            bronnen: &self.bronnen,
            deelnemers: &self.registered.deelnemers,
            agendas: &self.registered.agendas,
            items: &self.registered.items,
            rollen: &self.registered.rollen,
            videos: &self.registered.videos,
            zoek: Some(&self.zoek),
            cijfers,
        }
    }
}

pub fn join(tabellen: Tabellen, areas: &Areas) -> Records {
    let Tabellen {
        uitgave,
        provincies,
        mut bronnen,
        themas,
        gemeenten,
        interventies,
        namen,
        indicatoren: _,
        registered,
    } = tabellen;
    let telling = Telling::new(&interventies, &gemeenten);
    let gemeenten = ordered_gemeenten(gemeenten, &telling);
    let themas = ordered_themas(themas, &telling);
    bronnen.sort_by(|one, other| one.id.cmp(&other.id));
    let mut gebieden = Vec::with_capacity(areas.areas.len());
    for area in &areas.areas {
        gebieden.push(Gebied {
            code: area.code.clone(),
            naam: area.naam.clone(),
            provincie: area.provincie.clone(),
            label: area.label,
            buren: area.buren,
        });
    }
    let schema_versie = || SCHEMA_VERSIE.to_owned();
    Records {
        gemeenten: Gemeenten { schema_versie: schema_versie(), jaar: areas.jaar, gemeenten },
        themas: Themas { schema_versie: schema_versie(), themas },
        interventies: Interventies { schema_versie: schema_versie(), interventies },
        bronnen: Bronnen { schema_versie: schema_versie(), bronnen },
        gebieden: Gebieden {
            schema_versie: schema_versie(),
            jaar: areas.jaar,
            provincies,
            gebieden,
            zoek: None,
            bronnen: uitgave.gebieden_bronnen.clone(),
        },
        zoek: Zoek {
            schema_versie: schema_versie(),
            jaar: areas.jaar,
            namen,
            bronnen: uitgave.gebieden_bronnen,
        },
        registered,
    }
}

fn ordered_gemeenten(mut gemeenten: Vec<Deelnemer>, telling: &Telling) -> Vec<Deelnemer> {
    for gemeente in &mut gemeenten {
        let counted = telling.gemeente(&gemeente.code);
        gemeente.interventies = counted.interventies;
        gemeente.themas = counted.themas;
    }
    gemeenten.sort_by_cached_key(|gemeente| (sort_key(&gemeente.naam), gemeente.code.clone()));
    gemeenten
}

/// Most gemeenten first; equal numbers by label.
fn ordered_themas(mut themas: Vec<Thema>, telling: &Telling) -> Vec<Thema> {
    for thema in &mut themas {
        let counted = telling.thema(&thema.id);
        thema.gemeenten = counted.gemeenten();
        thema.interventies = counted.interventies;
    }
    themas
        .sort_by_cached_key(|thema| (Reverse(thema.gemeenten), sort_key(&thema.label.nl), thema.id.clone()));
    themas
}
