//! What can be chosen beside the thema, as fields with counts.

use super::Question;
use crate::model::{Key, MEER, Sentence};

/// A list to choose one from. The first option is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veld {
    pub key: Key,
    pub label: String,
    pub options: Vec<Optie>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optie {
    pub value: String,
    /// With how many gemeenten it leaves, where it is a filter.
    pub label: String,
    pub onvertaald: bool,
    pub selected: bool,
}

/// The moments of a slider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schuif {
    pub label: String,
    /// What the state is called at each moment; empty at that of the release.
    pub values: Vec<String>,
    /// The moment in words, with the number.
    pub text: String,
    pub at: usize,
}

/// The fields, once the reader asked for them; those whose documents are not there yet are left out.
pub fn velden(question: &Question) -> Option<Vec<Veld>> {
    let Question { landkaart, choice, words, .. } = *question;
    if !MEER || choice.get(Key::Keuzes) != Some("open") {
        return None;
    }
    let bijlagen = &landkaart.bijlagen;
    let provincies = landkaart
        .provincies
        .iter()
        .map(|(code, naam)| counted(question, Key::Provincie, code, naam, false))
        .collect();
    let mut velden =
        vec![veld(question, Key::Provincie, Sentence::Provincie, Sentence::AlleProvincies, provincies)];
    if let (Some(sectoren), Some(_)) = (&bijlagen.sectoren, &bijlagen.interventies) {
        let options = sectoren
            .iter()
            .map(|sector| counted(question, Key::Sector, &sector.id, &sector.label, sector.onvertaald))
            .collect();
        velden.push(veld(question, Key::Sector, Sentence::Sector, Sentence::AlleSectoren, options));
    }
    if let Some(rollen) = &bijlagen.rollen {
        let known = ROLLEN.iter().filter(|(rol, _)| rollen.iter().any(|known| known.1 == *rol));
        let options = known
            .map(|(rol, sentence)| counted(question, Key::Rol, rol, words.plain(*sentence), false))
            .collect();
        velden.push(veld(question, Key::Rol, Sentence::Rol, Sentence::AlleRollen, options));
    }
    if let Some(indicatoren) = &bijlagen.indicatoren {
        let options = indicatoren
            .iter()
            .map(|indicator| Optie {
                value: indicator.id.clone(),
                label: match indicator.pad {
                    Some(_) => indicator.label.clone(),
                    None => words.say(Sentence::NogNietDaar, &[&indicator.label]),
                },
                onvertaald: indicator.onvertaald,
                selected: false,
            })
            .collect();
        velden.push(veld(question, Key::Indicator, Sentence::Cijfer, Sentence::GeenIndicator, options));
    }
    Some(velden)
}

/// What the fields are called where that is more than their name: open, or with the filters in them that leave
/// gemeenten out.
pub fn said(question: &Question) -> Option<String> {
    let Question { landkaart, choice, words, .. } = *question;
    if !MEER {
        return None;
    }
    if choice.get(Key::Keuzes) == Some("open") {
        return Some(words.plain(Sentence::MinderKeuzes).to_owned());
    }
    let provincie = landkaart.provincies.iter().find(|(code, _)| choice.get(Key::Provincie) == Some(code));
    let mut sectoren = landkaart.bijlagen.sectoren.as_deref().unwrap_or_default().iter();
    let sector = sectoren.find(|sector| choice.get(Key::Sector) == Some(&sector.id));
    let rol = ROLLEN.iter().find(|(rol, _)| choice.get(Key::Rol) == Some(rol));
    let chosen = [
        provincie.map(|(_, naam)| naam.as_str()),
        sector.map(|sector| sector.label.as_str()),
        rol.map(|(_, sentence)| words.plain(*sentence)),
    ];
    let chosen: Vec<&str> = chosen.into_iter().flatten().collect();
    (!chosen.is_empty()).then(|| [words.plain(Sentence::MeerKeuzes), ": ", &chosen.join(", ")].concat())
}

/// An option of a filter, with how many gemeenten it leaves beside the other filters.
fn counted<'a>(question: &Question<'a>, key: Key, value: &'a str, label: &str, onvertaald: bool) -> Optie {
    let count = question.words.whole(question.filter.with(key, value).total());
    let label = [label, " (", &count, ")"].concat();
    Optie { value: value.to_owned(), label, onvertaald, selected: false }
}

/// The roles of the contract, as readers know them.
pub const ROLLEN: [(&str, Sentence); 6] = [
    ("expertpool", Sentence::RolExpertpool),
    ("community", Sentence::RolCommunity),
    ("community-uitbreiding", Sentence::RolUitbreiding),
    ("experiment", Sentence::RolExperiment),
    ("ondertekenaar", Sentence::RolOndertekenaar),
    ("voorbeeld", Sentence::RolVoorbeeld),
];

fn veld(question: &Question, key: Key, label: Sentence, none: Sentence, mut options: Vec<Optie>) -> Veld {
    let words = question.words;
    let chosen = question.choice.get(key);
    for option in &mut options {
        option.selected = chosen == Some(option.value.as_str());
    }
    let nothing = !options.iter().any(|option| option.selected);
    let none = words.plain(none).to_owned();
    options.insert(0, Optie { value: String::new(), label: none, onvertaald: false, selected: nothing });
    Veld { key, label: words.plain(label).to_owned(), options }
}

/// The moments there are, with the release's own among them.
pub fn schuif(question: &Question) -> Option<Schuif> {
    if !MEER {
        return None;
    }
    let Question { landkaart, words, choice, .. } = *question;
    let stand = question.stand();
    let standen = landkaart.bijlagen.standen.as_ref().filter(|standen| standen.len() > 1)?;
    if !MEER || choice.get(Key::Keuzes) != Some("open") {
        return None;
    }
    let own = |datum: &str| datum == landkaart.peildatum;
    let at = match stand {
        Some(stand) => standen.iter().position(|known| known.datum == stand.datum),
        None => standen.iter().position(|known| own(&known.datum)),
    }?;
    let values =
        standen.iter().map(|stand| if own(&stand.datum) { String::new() } else { stand.datum.clone() });
    let text = words.count(Sentence::Moment, standen[at].aantal.into(), &[&words.date(&standen[at].datum)]);
    Some(Schuif { label: words.plain(Sentence::DoorDeJaren).to_owned(), values: values.collect(), text, at })
}
