//! `bronnen.json`: sources that a page may link to.

use super::{Documents, Judge};
use crate::contract::bronnen::is_web_address;
use crate::import::problem::Problems;

pub fn check(documents: &Documents, problems: &mut Problems) {
    let bronnen = &documents.bronnen.content.bronnen;
    let mut judge = Judge::new(&documents.bronnen, problems);
    judge.each_once("bronnen", "id", bronnen.iter().map(|bron| &bron.id));
    for (position, bron) in bronnen.iter().enumerate() {
        let path = format!("bronnen[{position}]");
        judge.filled(&format!("{path}.titel"), &bron.titel);
        judge.filled(&format!("{path}.uitgever"), &bron.uitgever);
        if let Some(datum) = &bron.datum {
            judge.datum(&format!("{path}.datum"), datum);
        }
        if let Some(url) = &bron.url
            && !is_web_address(url)
        {
            let expected = "an address that begins with https:// or http://";
            judge.expected(&format!("{path}.url"), expected, format!("{url:?}"));
        }
    }
}
