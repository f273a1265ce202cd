//! `indicatoren.json` and the documents of figures it names.

use super::{Documents, Findings, Judge};
use crate::contract::code::is_id;
use crate::contract::indicatoren::Beschikbaarheid;
use crate::contract::{
    Afwezig, Cijfer, Cijfers, GebiedCijfers, GebiedCode, GemeenteCode, Indicator, Indicatoren, Niveau, Reeks,
    Reeksdelen, Status, Vergelijkingsgroepen, Waarde,
};
use crate::import::export::indicatoren::samenvatting;
use crate::import::kaarten::Wijkmap;
use crate::import::problem::Problems;
use crate::import::read::{File, Folder};
use std::collections::BTreeSet;

/// Reads and judges them; an index without indicators has nothing to judge.
pub fn check(dir: &Folder, documents: &Documents, findings: &mut Findings) {
    let Some(indicatoren) = &documents.index.content.documenten.indicatoren else { return };
    let file: File<Indicatoren> = match dir.document(&indicatoren.pad) {
        Ok(file) => file,
        Err(problem) => return findings.unreadable.push(problem),
    };
    if let Some(groepen) = &file.content.vergelijkingsgroepen {
        match dir.document(&groepen.pad) {
            Ok(file) => groups(&file, documents, &mut findings.contradictions),
            Err(problem) => findings.unreadable.push(problem),
        }
    }
    let all = &file.content.indicatoren;
    let mut judge = Judge::new(&file, &mut findings.contradictions);
    judge.each_once("indicatoren", "id", all.iter().map(|indicator| &indicator.id));
    for (position, indicator) in all.iter().enumerate() {
        definition(&format!("indicatoren[{position}]"), indicator, documents, &mut judge);
    }
    for (position, indicator) in all.iter().enumerate() {
        let mut hiding = Vec::new();
        for (at, reeks) in indicator.reeksen.iter().enumerate() {
            let path = format!("indicatoren[{position}].reeksen[{at}]");
            if series(dir, &path, &file, indicator, reeks, documents, findings) {
                hiding.push(at);
            }
        }
        let mut judge = Judge::new(&file, &mut findings.contradictions);
        nothing_follows(&format!("indicatoren[{position}]"), indicator, &hiding, &mut judge);
    }
}

/// A share that we hide would follow from shares at another level, or on the borders of another year: see
/// [`disclosure`](crate::import::disclosure). `hiding`: the series in which something is hidden, by position.
fn nothing_follows(path: &str, indicator: &Indicator, hiding: &[usize], judge: &mut Judge<Indicatoren>) {
    if indicator.teken.as_deref() != Some("%") {
        return;
    }
    for &at in hiding {
        let own = &indicator.reeksen[at];
        let tells = |other: &&Reeks| {
            (other.niveau, other.indeling) != (own.niveau, own.indeling)
                && other.perioden.iter().any(|periode| own.perioden.contains(periode))
        };
        if let Some(other) = indicator.reeksen.iter().find(tells) {
            let expected = "no other series of the same periods, as figures are hidden in this one";
            judge.expected(
                &format!("{path}.reeksen[{at}]"),
                expected,
                format!("{} {}", other.niveau, other.indeling),
            );
        }
    }
}

fn definition(path: &str, indicator: &Indicator, documents: &Documents, judge: &mut Judge<Indicatoren>) {
    if !is_id(indicator.id.as_str()) {
        let expected = "an identifier of lower-case words joined by -";
        judge.expected(&format!("{path}.id"), expected, format!("\"{}\"", indicator.id));
    }
    for (field, label) in
        [("label", &indicator.label), ("definitie", &indicator.definitie), ("eenheid", &indicator.eenheid)]
    {
        judge.filled(&format!("{path}.{field}.nl"), &label.nl);
    }
    let available = indicator.beschikbaarheid == Beschikbaarheid::Beschikbaar;
    if available == indicator.reeksen.is_empty() {
        let found = if available { "no series" } else { "a series" };
        judge.expected(&format!("{path}.beschikbaarheid"), "beschikbaar exactly if there is a series", found);
    }
    for (at, breuk) in indicator.breuken.iter().enumerate() {
        let path = format!("{path}.breuken[{at}]");
        if !indicator.periodesoort.is_period(&breuk.vanaf) {
            let expected = "a period of the kind that the indicator has";
            judge.expected(&format!("{path}.vanaf"), expected, format!("{:?}", breuk.vanaf));
        }
        judge.sources(&format!("{path}.bronnen"), &breuk.bronnen, &documents.known);
    }
    for (at, reeks) in indicator.reeksen.iter().enumerate() {
        judge.sources(&format!("{path}.reeksen[{at}].bronnen"), &reeks.bronnen, &documents.known);
    }
    judge.sources(&format!("{path}.bronnen"), &indicator.bronnen, &documents.known);
}

/// The documents of a series: whole, of this series, and as many areas as the definitions say. Is a figure hidden
/// in it that we made ourselves?
fn series(
    dir: &Folder,
    path: &str,
    file: &File<Indicatoren>,
    indicator: &Indicator,
    reeks: &Reeks,
    documents: &Documents,
    findings: &mut Findings,
) -> bool {
    let mut parts: Vec<(Option<GemeenteCode>, String)> = Vec::new();
    let per_gemeente = reeks.niveau.is_per_gemeente();
    if per_gemeente != reeks.delen.is_some() || per_gemeente == reeks.document.is_some() {
        let expected = if per_gemeente { "delen and no document" } else { "a document and no delen" };
        let found = if reeks.delen.is_some() { "delen" } else { "none" };
        Judge::new(file, &mut findings.contradictions).expected(path, expected, found);
        return false;
    }
    parts.extend(reeks.document.iter().map(|document| (None, document.pad.clone())));
    if let Some(document) = &reeks.delen {
        let delen: File<Reeksdelen> = match dir.document(&document.pad) {
            Ok(delen) => delen,
            Err(problem) => {
                findings.unreadable.push(problem);
                return false;
            }
        };
        let own = delen.content.delen.iter();
        parts.extend(own.map(|deel| (Some(deel.gemeente.clone()), deel.document.pad.clone())));
        let mut judge = Judge::new(&delen, &mut findings.contradictions);
        judge.each_once("delen", "gemeente", delen.content.delen.iter().map(|deel| &deel.gemeente));
    }
    let (mut known, mut areas) = (0_u32, 0_u32);
    let (mut is_hidden, mut is_ours) = (false, false);
    for (gemeente, pad) in parts {
        let cijfers: File<Cijfers> = match dir.document(&pad) {
            Ok(cijfers) => cijfers,
            Err(problem) => {
                findings.unreadable.push(problem);
                continue;
            }
        };
        let judge = &mut Judge::new(&cijfers, &mut findings.contradictions);
        let own = &cijfers.content;
        judge.equal("indicator", indicator.id.clone(), own.indicator.clone(), "as indicatoren.json says");
        judge.equal("niveau", reeks.niveau, own.niveau, "as indicatoren.json says");
        judge.equal("indeling", reeks.indeling, own.indeling, "as indicatoren.json says");
        let perioden: Vec<&str> = own.perioden.iter().map(|periode| periode.periode.as_str()).collect();
        judge.equal("perioden", reeks.perioden.join(", "), perioden.join(", "), "as indicatoren.json says");
        if own.gemeente != gemeente {
            judge.expected("gemeente", "the one that the series says", "another");
        }
        figures(own, indicator, documents, judge);
        counted(own, judge);
        on_map(dir, own, judge);
        areas += own.gebieden.len() as u32;
        is_ours |= own.perioden.iter().any(|periode| periode.status.contains(&Status::Berekend));
        for waarde in own.gebieden.iter().flat_map(|gebied| &gebied.waarden) {
            is_hidden |= waarde.cijfer == Err(Afwezig::Onderdrukt);
            is_ours |= waarde.status.contains(&Status::Berekend);
        }
        let has = |gebied: &&GebiedCijfers| gebied.waarden.iter().any(|waarde| waarde.cijfer.is_ok());
        known += own.gebieden.iter().filter(has).count() as u32;
    }
    let judge = &mut Judge::new(file, &mut findings.contradictions);
    judge.equal(&format!("{path}.bekend"), known, reeks.bekend, "counted in its documents");
    judge.equal(&format!("{path}.gebieden"), areas, reeks.gebieden, "counted in its documents");
    is_hidden && is_ours
}

fn figures(own: &Cijfers, indicator: &Indicator, documents: &Documents, judge: &mut Judge<Cijfers>) {
    let codes = || own.gebieden.iter().map(|gebied| &gebied.code);
    judge.each_once("gebieden", "code", codes());
    judge.ordered("gebieden", "codes", codes().map(|code| (code, code.as_str().to_owned())));
    for (position, gebied) in own.gebieden.iter().enumerate() {
        let path = format!("gebieden[{position}]");
        let code = gebied.code.as_str();
        // Where a school lies its code does not say.
        let lies_in = Niveau::gemeente(code);
        let inside = own.gemeente.is_none() || lies_in.is_none() || own.gemeente == lies_in;
        if Niveau::of(code) != Some(own.niveau) || !inside {
            let within = own.gemeente.as_ref().map_or(String::new(), |gemeente| format!(" in {gemeente}"));
            let expected = format!("the code of a {}{within}", own.niveau);
            judge.expected(&format!("{path}.code"), expected, format!("\"{code}\""));
        }
        values(&path, &gebied.waarden, own, indicator, judge);
    }
    for (position, cijfer) in own.vergelijking.iter().enumerate() {
        values(&format!("vergelijking[{position}]"), &cijfer.waarden, own, indicator, judge);
    }
    if (own.niveau, own.indeling) == (Niveau::Gemeente, documents.landkaart.jaar) {
        let on_map: BTreeSet<&str> =
            documents.landkaart.areas.iter().map(|area| area.code.as_str()).collect();
        let strangers =
            codes().map(GebiedCode::as_str).enumerate().filter(|(_, code)| !on_map.contains(code));
        for (position, code) in strangers {
            let expected = format!("a gemeente of {}", own.indeling);
            judge.expected(&format!("gebieden[{position}].code"), expected, format!("\"{code}\""));
        }
    }
}

/// What is counted over the areas of the document is what stands in it.
fn counted(own: &Cijfers, judge: &mut Judge<Cijfers>) {
    for (at, periode) in own.perioden.iter().enumerate() {
        let counted = samenvatting::counted(periode, at, &own.gebieden);
        let path = format!("perioden[{at}]");
        let ordered = periode.klassen.windows(2).all(|pair| pair[0] < pair[1]);
        if !ordered || periode.klassen.len() > 4 {
            judge.expected(&format!("{path}.klassen"), "at most four bounds, low to high", "others");
        }
        for (field, same) in [
            ("aantallen", counted.aantallen == periode.aantallen),
            ("laagste", counted.laagste == periode.laagste),
            ("hoogste", counted.hoogste == periode.hoogste),
            ("bereiken", counted.bereiken == periode.bereiken),
            ("zonder", counted.zonder == periode.zonder),
        ] {
            if !same {
                judge.expected(&format!("{path}.{field}"), "what the areas give", "something else");
            }
        }
    }
}

/// Every area is on the map that the document names.
fn on_map(dir: &Folder, own: &Cijfers, judge: &mut Judge<Cijfers>) {
    let Some(landkaart) = &own.landkaart else { return };
    let map = dir.bytes(&landkaart.pad).and_then(|bytes| Wijkmap::read(&landkaart.pad, bytes));
    let map = match map {
        Ok(map) => map,
        Err(problem) => return judge.problems.push(problem),
    };
    judge.equal("landkaart.jaar", map.jaar, landkaart.jaar, "the year of the map");
    let codes: BTreeSet<&GebiedCode> = map.objects.wijken.geometries.iter().map(|wijk| &wijk.id).collect();
    for (position, gebied) in own.gebieden.iter().enumerate().filter(|(_, own)| !codes.contains(&own.code)) {
        let expected = format!("an area on {}", landkaart.pad);
        judge.expected(&format!("gebieden[{position}].code"), expected, format!("\"{}\"", gebied.code));
    }
}

fn values(path: &str, waarden: &[Waarde], own: &Cijfers, indicator: &Indicator, judge: &mut Judge<Cijfers>) {
    let (expected, found) = (own.perioden.len(), waarden.len());
    judge.equal(&format!("{path}.waarden"), expected, found, "one for each period");
    for (at, waarde) in waarden.iter().enumerate() {
        let inside = match waarde.cijfer {
            Ok(Cijfer::Precies(figure)) => indicator.domein.holds(figure),
            Ok(Cijfer::Tussen(van, tot)) => {
                van <= tot && indicator.domein.holds(van) && indicator.domein.holds(tot)
            }
            Err(_) => true,
        };
        if !inside {
            let expected = format!("a value that {} can have", indicator.id);
            judge.expected(&format!("{path}.waarden[{at}]"), expected, format!("{:?}", waarde.cijfer));
        }
    }
}

fn groups(file: &File<Vergelijkingsgroepen>, documents: &Documents, problems: &mut Problems) {
    let all = &file.content.groepen;
    let mut judge = Judge::new(file, problems);
    judge.sources("bronnen", &file.content.bronnen, &documents.known);
    judge.each_once("groepen", "code", all.iter().map(|groep| &groep.code));
    let known: BTreeSet<_> = all.iter().map(|groep| &groep.code).collect();
    for (position, groep) in all.iter().enumerate() {
        for (at, code) in groep.lijkt_op.iter().enumerate() {
            if !known.contains(code) || *code == groep.code {
                let path = format!("groepen[{position}].lijktOp[{at}]");
                judge.expected(&path, "another gemeente that has a group", format!("\"{code}\""));
            }
        }
    }
}
