//! `kerncijfers.json`: figures that count a list are as large as the list.

use super::{Documents, Judge};
use crate::contract::{
    AgendaSoort, CommunityStatus, Getal, Groep, Kerncijfers, Lijst, Rol, RolSoort, datum::is_before,
};
use std::collections::BTreeSet;

pub fn check(documents: &Documents, judge: &mut Judge<Kerncijfers>) {
    let all = &judge.file.content.kerncijfers;
    let keys = all.iter().map(|figure| ((&figure.peildatum, &figure.id), figure.id.clone()));
    judge.ordered("kerncijfers", "peildatum, then ids", keys);
    for (position, figure) in all.iter().enumerate() {
        let counted = figure.lijst.and_then(|lijst| count(documents, lijst));
        if let Some((counted, pad)) = counted
            && Getal::from(counted) != figure.waarde
        {
            let expected = format!("{counted}, counted in {pad}");
            judge.expected(&format!("kerncijfers[{position}].waarde"), expected, figure.waarde);
        }
    }
}

/// How many there are, and in which document; nothing for what need not be equal.
fn count(documents: &Documents, lijst: Lijst) -> Option<(u32, &str)> {
    let (length, pad) = match lijst {
        Lijst::Items2019 => return None,
        Lijst::Gemeenten => (documents.gemeenten.content.gemeenten.len(), &documents.gemeenten.pad),
        Lijst::EersteDeelnemers => group(documents, Groep::Eerste)?,
        Lijst::TweedeDeelnemers => group(documents, Groep::Tweede)?,
        Lijst::Agendas2019 => {
            let file = documents.agendas.as_ref()?;
            let of_2019 = file.content.agendas.iter().filter(|agenda| {
                let began = agenda.periode.as_ref().and_then(|periode| periode.van.as_deref());
                agenda.soort == AgendaSoort::Agenda
                    && began.is_some_and(|began| !is_before("2019", began) && !is_before(began, "2019"))
            });
            (of_2019.count(), &file.pad)
        }
        Lijst::Expertpool => roles(documents, gemeenten(RolSoort::Expertpool))?,
        Lijst::Ondertekenaars => roles(documents, gemeenten(RolSoort::Ondertekenaar))?,
        Lijst::OndertekenendeWethouders => roles(documents, |rollen| {
            let signed = rollen.iter().filter(|rol| rol.rol == RolSoort::Ondertekenaar);
            signed.map(|rol| rol.personen.len()).sum()
        })?,
        Lijst::ActieveCommunities => communities(documents, CommunityStatus::Actief)?,
        Lijst::CommunitiesInOprichting => communities(documents, CommunityStatus::InOprichting)?,
        Lijst::Selectiecriteria => {
            let file = documents.npo.as_ref()?;
            (file.content.criteria.len(), &file.pad)
        }
        Lijst::Lijnen => {
            let file = documents.begrippen.as_ref()?;
            (file.content.lijnen.len(), &file.pad)
        }
    };
    Some((u32::try_from(length).ok()?, pad))
}

fn group(documents: &Documents, groep: Groep) -> Option<(usize, &String)> {
    let file = documents.deelnemers.as_ref()?;
    Some((file.content.deelnemers.iter().filter(|deelnemer| deelnemer.groep == groep).count(), &file.pad))
}

fn roles(documents: &Documents, count: impl Fn(&[Rol]) -> usize) -> Option<(usize, &String)> {
    let file = documents.rollen.as_ref()?;
    Some((count(&file.content.rollen), &file.pad))
}

fn gemeenten(soort: RolSoort) -> impl Fn(&[Rol]) -> usize {
    move |rollen| {
        let of_kind = rollen.iter().filter(|rol| rol.rol == soort);
        of_kind.map(|rol| &rol.gemeente).collect::<BTreeSet<_>>().len()
    }
}

fn communities(documents: &Documents, status: CommunityStatus) -> Option<(usize, &String)> {
    let file = documents.communities.as_ref()?;
    Some((file.content.communities.iter().filter(|community| community.status == status).count(), &file.pad))
}
