//! What stands on the tiles of participants: three letters of the name.

use super::{Picture, escape, order};
use crate::model::Landkaart;
use crate::model::tegels::Tegels;
use geodata::contract::naam::is_letter;

/// Over their hexagons and in their order. They are no part of the links: whoever speaks to the page says the name.
pub fn letters(landkaart: &Landkaart, tegels: &Tegels, picture: &Picture) -> String {
    let mut markup = String::from("<g class=\"letters\" aria-hidden=\"true\">");
    let places: Vec<usize> =
        order(landkaart).into_iter().filter(|&place| landkaart.places[place].deelnemer.is_some()).collect();
    let names: Vec<&str> = places.iter().map(|&place| landkaart.places[place].naam.as_str()).collect();
    for (place, letters) in places.into_iter().zip(short(&names)) {
        let letters = if tegels.middles[place].is_some() { letters } else { String::new() };
        let [x, y] = tegels.middles[place].unwrap_or_default();
        let [x, y] = [x, y + 11].map(|length| length.to_string());
        markup.extend(["<text class=\"", picture.classes[place].name(), "\" x=\"", &x, "\" y=\"", &y, "\">"]);
        markup.extend([&escape(&letters), "</text>"]);
    }
    markup + "</g>"
}

/// The first three letters of each name; where two begin alike, the third is the first by which they differ.
fn short(names: &[&str]) -> Vec<String> {
    let names: Vec<Vec<char>> = names.iter().map(|name| spelt(name)).collect();
    let letters = |(at, name): (usize, &Vec<char>)| {
        let alike = |other: &&Vec<char>| other.iter().take(3).eq(name.iter().take(3));
        let others = names.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let third = match others.into_iter().find(alike) {
            Some(other) => name.iter().zip(other).take_while(|(one, other)| one == other).count(),
            None => 2,
        };
        name.iter().take(2).chain(name.get(third).or(name.get(2))).collect()
    };
    names.iter().enumerate().map(letters).collect()
}

/// The letters of a name, without the article that an old genitive leaves before it.
fn spelt(name: &str) -> Vec<char> {
    name.strip_prefix("'s-").unwrap_or(name).chars().filter(|letter| is_letter(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_alike_are_told_apart() {
        let names = ["Almere", "Almelo", "Venlo", "Venray", "'s-Hertogenbosch", "Ede", "Súdwest-Fryslân"];
        assert_eq!(short(&names), ["Alr", "All", "Vel", "Ver", "Her", "Ede", "Súd"]);
        assert_eq!(short(&["Ee", "Eem", "Eemnes"]), ["Ee", "Eem", "Een"]);
    }
}
