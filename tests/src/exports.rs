//! What the example exports say, to compare a page with.

use super::root;
use serde_json::Value;

/// A document of `examples/exports`.
pub fn document(path: &str) -> Value {
    let file = root().join("examples/exports").join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The items of a list, or none.
pub fn items(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// A participant, as the exports have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deelnemer {
    pub code: String,
    pub naam: String,
    pub slug: String,
    /// Ids of the themas it is known to work on.
    pub themas: Vec<String>,
}

/// The participants in the order of the list.
pub fn deelnemers() -> Vec<Deelnemer> {
    let document = document("gemeenten.json");
    let deelnemer = |item: &Value| {
        let text = |field: &str| item[field].as_str().expect("a text").to_owned();
        let themas = item["themas"].as_object().into_iter().flatten();
        let known = themas.filter(|(_, count)| count.as_u64() > Some(0)).map(|(id, _)| id.clone());
        Deelnemer { code: text("code"), naam: text("naam"), slug: text("slug"), themas: known.collect() }
    };
    items(&document["gemeenten"]).iter().map(deelnemer).collect()
}

/// A gemeente of the map's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gebied {
    pub code: String,
    /// As the widget names it to who cannot see the colour.
    pub naam: String,
    /// Positions of the neighbours: up, right, down, left.
    pub buren: [Option<usize>; 4],
}

/// All gemeenten of the map, in the order of their document.
pub fn gebieden() -> Vec<Gebied> {
    let deelnemers = deelnemers();
    let document = document("landkaart/gebieden-2021.json");
    let gebied = |item: &Value| {
        let text = |field: &str| item[field].as_str().expect("a text").to_owned();
        let code = text("code");
        let deelnemer = deelnemers.iter().find(|deelnemer| deelnemer.code == code);
        let naam = match deelnemer {
            Some(deelnemer) => deelnemer.naam.clone(),
            None => text("naam") + ", doet niet mee",
        };
        let buren = [0, 1, 2, 3].map(|direction| item["buren"][direction].as_u64().map(|at| at as usize));
        Gebied { code, naam, buren }
    };
    items(&document["gebieden"]).iter().map(gebied).collect()
}
