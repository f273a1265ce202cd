//! `indicatoren.json` and the documents of figures it names.

use super::{Documents, Findings, Judge};
use crate::contract::code::is_id;
use crate::contract::indicatoren::Beschikbaarheid;
use crate::contract::{
    Cijfer, Cijfers, DocumentRef, GebiedCijfers, GebiedCode, GemeenteCode, Indicator, Indicatoren, Niveau,
    Reeks, Reeksdelen, Vergelijkingsgroepen, Waarde,
};
use crate::import::document::sha256;
use crate::import::problem::Problems;
use crate::import::read::{self, File};
use std::collections::BTreeSet;
use std::path::Path;

/// Reads and judges them; an index without indicators has nothing to judge.
pub fn check(dir: &Path, documents: &Documents, findings: &mut Findings) {
    let documenten = &documents.index.content.documenten;
    if let Some(groepen) = &documenten.vergelijkingsgroepen {
        match read::document(dir, &groepen.pad) {
            Ok(file) => groups(&file, &mut findings.contradictions),
            Err(problem) => findings.unreadable.push(problem),
        }
    }
    let Some(indicatoren) = &documenten.indicatoren else { return };
    let file: File<Indicatoren> = match read::document(dir, &indicatoren.pad) {
        Ok(file) => file,
        Err(problem) => return findings.unreadable.push(problem),
    };
    let all = &file.content.indicatoren;
    let mut judge = Judge::new(&file, &mut findings.contradictions);
    judge.each_once("indicatoren", "id", all.iter().map(|indicator| &indicator.id));
    for (position, indicator) in all.iter().enumerate() {
        definition(&format!("indicatoren[{position}]"), indicator, documents, &mut judge);
    }
    for (position, indicator) in all.iter().enumerate() {
        for (at, reeks) in indicator.reeksen.iter().enumerate() {
            let path = format!("indicatoren[{position}].reeksen[{at}]");
            series(dir, &path, &file, indicator, reeks, documents, findings);
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

/// The documents of a series: whole, of this series, and as many areas as the definitions say.
fn series(
    dir: &Path,
    path: &str,
    file: &File<Indicatoren>,
    indicator: &Indicator,
    reeks: &Reeks,
    documents: &Documents,
    findings: &mut Findings,
) {
    whole(dir, &format!("{path}.document"), file, &reeks.document, &mut findings.contradictions);
    let mut parts: Vec<(Option<GemeenteCode>, String)> = Vec::new();
    if reeks.niveau.is_per_gemeente() {
        let delen: File<Reeksdelen> = match read::document(dir, &reeks.document.pad) {
            Ok(delen) => delen,
            Err(problem) => return findings.unreadable.push(problem),
        };
        for (at, deel) in delen.content.delen.iter().enumerate() {
            let path = format!("delen[{at}]");
            whole(dir, &path, &delen, &deel.document, &mut findings.contradictions);
            parts.push((Some(deel.gemeente.clone()), deel.document.pad.clone()));
        }
        let mut judge = Judge::new(&delen, &mut findings.contradictions);
        judge.each_once("delen", "gemeente", delen.content.delen.iter().map(|deel| &deel.gemeente));
    } else {
        parts.push((None, reeks.document.pad.clone()));
    }
    let (mut known, mut areas) = (0_u32, 0_u32);
    for (gemeente, pad) in parts {
        let cijfers: File<Cijfers> = match read::document(dir, &pad) {
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
        areas += own.gebieden.len() as u32;
        let has = |gebied: &&GebiedCijfers| gebied.waarden.iter().any(|waarde| waarde.cijfer.is_ok());
        known += own.gebieden.iter().filter(has).count() as u32;
    }
    let judge = &mut Judge::new(file, &mut findings.contradictions);
    judge.equal(&format!("{path}.bekend"), known, reeks.bekend, "counted in its documents");
    judge.equal(&format!("{path}.gebieden"), areas, reeks.gebieden, "counted in its documents");
}

fn whole<T>(dir: &Path, path: &str, file: &File<T>, document: &DocumentRef, problems: &mut Problems) {
    // That it cannot be read is said where it is read.
    let Ok(bytes) = read::bytes(dir, &document.pad) else { return };
    let mut judge = Judge::new(file, problems);
    let why = format!("the size of {}", document.pad);
    judge.equal(&format!("{path}.bytes"), bytes.len() as u64, document.bytes, &why);
    let why = format!("the hash of {}", document.pad);
    judge.equal(&format!("{path}.sha256"), sha256(&bytes), document.sha256.clone(), &why);
}

fn figures(own: &Cijfers, indicator: &Indicator, documents: &Documents, judge: &mut Judge<Cijfers>) {
    let codes = || own.gebieden.iter().map(|gebied| &gebied.code);
    judge.each_once("gebieden", "code", codes());
    judge.ordered("gebieden", "codes", codes().map(|code| (code, code.as_str().to_owned())));
    for (position, gebied) in own.gebieden.iter().enumerate() {
        let path = format!("gebieden[{position}]");
        let code = gebied.code.as_str();
        let inside = own.gemeente.is_none() || own.gemeente == Niveau::gemeente(code);
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

fn groups(file: &File<Vergelijkingsgroepen>, problems: &mut Problems) {
    let all = &file.content.groepen;
    let mut judge = Judge::new(file, problems);
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
