//! `begrippen.json`: exactly the ids of the closed lists, in their order.

use super::{Documents, Judge};
use crate::contract::{Begrip, Begrippen};

const SECTOREN: [&str; 6] = ["vve", "po", "vo", "mbo", "ho", "onbekend"];
const LEEFWERELDEN: [&str; 3] = ["thuis", "school", "omgeving"];
const BEWIJSNIVEAUS: [&str; 7] = [
    "niet-beoordeeld",
    "bron-claim",
    "goed-beschreven",
    "goed-onderbouwd",
    "effectief-eerste",
    "effectief-goede",
    "effectief-sterke",
];

pub fn check(_: &Documents, judge: &mut Judge<Begrippen>) {
    let begrippen = &judge.file.content;
    for (list, expected, found) in [
        ("sectoren", &SECTOREN[..], &begrippen.sectoren),
        ("leefwerelden", &LEEFWERELDEN[..], &begrippen.leefwerelden),
        ("bewijsniveaus", &BEWIJSNIVEAUS[..], &begrippen.bewijsniveaus),
    ] {
        let ids = |list: &[Begrip]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>().join(", ");
        judge.equal(list, expected.join(", "), ids(found), "the closed list");
    }
}
