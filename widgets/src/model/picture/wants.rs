//! What a state needs that is not there yet, and what is shown meanwhile.

use super::{Question, Weergave};
use crate::model::bijlagen::{BEGRIPPEN, INDICATOREN, INTERVENTIES, JAARGANGEN, ROLLEN, STANDEN};
use crate::model::{Key, Landkaart, MEER};

/// The document of the map, by its name in the index.
pub const KAART: &str = "landkaart";

/// What can be shown of what was asked for, and what must be fetched for the rest. Whoever cannot do all ([`MEER`])
/// wants something as soon as more is asked for, whatever it is.
pub fn wants(question: &Question) -> (Weergave, Vec<String>) {
    let Question { landkaart, choice, .. } = *question;
    let bijlagen = &landkaart.bijlagen;
    let (weergave, drawing) = weergave(landkaart, Weergave::of(choice));
    let mut wants: Vec<String> = drawing.into_iter().collect();
    if !MEER {
        let more = Key::ALL.into_iter().any(|key| !key.is_plain() && choice.get(key).is_some());
        wants.extend(more.then(|| KAART.to_owned()));
        return (weergave, wants);
    }
    let mut want = |asked: bool, there: bool, document: &str| {
        if asked && !there {
            wants.push(document.to_owned());
        }
    };
    let open = choice.get(Key::Keuzes) == Some("open");
    let set = |key| choice.get(key).is_some();
    want(open || set(Key::Sector), bijlagen.interventies.is_some(), INTERVENTIES);
    want(open || set(Key::Sector), bijlagen.sectoren.is_some(), BEGRIPPEN);
    want(open || set(Key::Rol), bijlagen.rollen.is_some(), ROLLEN);
    want(open || set(Key::Indicator), bijlagen.indicatoren.is_some(), INDICATOREN);
    want(open || set(Key::Peildatum), bijlagen.standen.is_some(), STANDEN);
    if let Some(indicator) = choice.get(Key::Indicator).and_then(|id| bijlagen.indicator(id))
        && let Some(path) = &indicator.pad
    {
        want(true, bijlagen.kleuring(&indicator.id).is_some(), path);
    }
    let wijken_of = choice.get(Key::Gemeente).filter(|_| choice.get(Key::Wijken) == Some("open"));
    for document in wijken_of
        .map(|code| bijlagen.wijken.wants(bijlagen.indicatoren.as_deref(), code))
        .into_iter()
        .flatten()
    {
        want(true, false, document);
    }
    if let Some(stand) = question.stand().filter(|stand| stand.jaar != landkaart.jaar) {
        want(true, bijlagen.jaargangen.is_some(), JAARGANGEN);
        let years = bijlagen.jaargangen.as_deref().unwrap_or_default();
        if let Some((_, path)) = years.iter().find(|(jaar, _)| *jaar == stand.jaar) {
            want(true, bijlagen.jaarkaarten.iter().any(|kaart| kaart.jaar == stand.jaar), path);
        }
    }
    (weergave, wants)
}

/// Without the drawing that was asked for another that is there, and without any the list.
fn weergave(landkaart: &Landkaart, asked: Weergave) -> (Weergave, Option<String>) {
    let (kaart, tegels) = (landkaart.kaart.is_some(), landkaart.tegels.is_some());
    match asked {
        Weergave::Kaart if !kaart => {
            (if tegels { Weergave::Tegels } else { Weergave::Lijst }, Some(KAART.to_owned()))
        }
        Weergave::Tegels if !tegels => {
            (if kaart { Weergave::Kaart } else { Weergave::Lijst }, Some(landkaart.tegels_path()))
        }
        _ => (asked, None),
    }
}
