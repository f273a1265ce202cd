//! `interventies.json`: interventies of participants, with themas that exist.

use super::{Documents, Judge};
use crate::contract::code::is_id;
use crate::contract::datum::is_before;
use crate::contract::naam::sort_key;
use crate::contract::{Bewijsniveau, Koppeling};
use crate::import::problem::Problems;
use std::collections::BTreeSet;

pub fn check(documents: &Documents, problems: &mut Problems) {
    let all = &documents.interventies.content.interventies;
    let mut judge = Judge::new(&documents.interventies, problems);
    judge.each_once("interventies", "id", all.iter().map(|interventie| &interventie.id));
    let keys = all
        .iter()
        .map(|interventie| (sort_key(&interventie.titel.nl), format!("{:?}", interventie.titel.nl)));
    judge.ordered("interventies", "titles, as in Dutch", keys);
    let (participants, where_): (BTreeSet<_>, _) = match &documents.deelnemers {
        Some(file) => (file.content.deelnemers.iter().map(|deelnemer| &deelnemer.code).collect(), &file.pad),
        None => {
            let gemeenten = &documents.gemeenten.content.gemeenten;
            (gemeenten.iter().map(|gemeente| &gemeente.code).collect(), &documents.gemeenten.pad)
        }
    };
    let themas: BTreeSet<_> = documents.themas.content.themas.iter().map(|thema| &thema.id).collect();
    let mut highlighted = BTreeSet::new();
    for (position, interventie) in all.iter().enumerate() {
        let path = format!("interventies[{position}]");
        if !is_id(&interventie.id) {
            let expected = "an identifier of lower-case words joined by -";
            judge.expected(&format!("{path}.id"), expected, format!("{:?}", interventie.id));
        }
        judge.filled(&format!("{path}.titel.nl"), &interventie.titel.nl);
        judge.filled(&format!("{path}.samenvatting.nl"), &interventie.samenvatting.nl);
        for (at, code) in interventie.gemeenten.iter().enumerate() {
            let path = format!("{path}.gemeenten[{at}]");
            if !participants.contains(code) {
                let expected = format!("a participant in {where_}");
                judge.expected(&path, expected, format!("\"{code}\""));
            } else if interventie.gemeenten[..at].contains(code) {
                judge.expected(&path, "each gemeente once", format!("\"{code}\""));
            }
        }
        if (interventie.bewijs.niveau == Bewijsniveau::BronClaim) != interventie.bewijs.bronlabel.is_some() {
            let expected = "the word of the source with bron-claim, and only there";
            judge.expected(&format!("{path}.bewijs"), expected, "otherwise");
        }
        for (at, thema) in interventie.themas.iter().enumerate() {
            let path = format!("{path}.themas[{at}].id");
            if !themas.contains(&thema.id) {
                let expected = format!("a thema in {}", documents.themas.pad);
                judge.expected(&path, expected, format!("\"{}\"", thema.id));
            } else if interventie.themas[..at].iter().any(|other| other.id == thema.id) {
                judge.expected(&path, "each thema once", format!("\"{}\"", thema.id));
            } else if thema.koppeling == Koppeling::Letterlijk && thema.bronlabel.is_none() {
                judge.expected(&path, "the label of the source with letterlijk", "none");
            }
        }
        for (field, empty) in
            [("gemeenten", interventie.gemeenten.is_empty()), ("sectoren", interventie.sectoren.is_empty())]
        {
            if empty {
                judge.expected(&format!("{path}.{field}"), "at least one", "none");
            }
        }
        if let Some(periode) = &interventie.periode {
            for (field, datum) in [("van", &periode.van), ("tot", &periode.tot)] {
                if let Some(datum) = datum {
                    judge.datum(&format!("{path}.periode.{field}"), datum);
                }
            }
            if let (Some(van), Some(tot)) = (&periode.van, &periode.tot)
                && is_before(tot, van)
            {
                let expected = format!("a date from {van} onwards");
                judge.expected(&format!("{path}.periode.tot"), expected, format!("{tot:?}"));
            }
        }
        for (at, one) in interventie.uitgelicht.iter().enumerate() {
            let path = format!("{path}.uitgelicht[{at}]");
            let code = format!("\"{}\"", one.gemeente);
            if !interventie.gemeenten.contains(&one.gemeente) {
                judge.expected(&format!("{path}.gemeente"), "a gemeente of the interventie", code);
            } else if !highlighted.insert(&one.gemeente) {
                judge.expected(&format!("{path}.gemeente"), "one interventie of a gemeente", code);
            }
            judge.sources(&format!("{path}.bronnen"), &one.bronnen, &documents.known);
        }
        judge.sources(&format!("{path}.bronnen"), &interventie.bronnen, &documents.known);
    }
}
