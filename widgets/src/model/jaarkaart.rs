//! The map of another year, on the borders of that year: who took part then. Something to look at, not to walk.

use super::path::{self, Frame};
use super::surface::{Surface, escape};
use geodata::topology::Topology;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jaarkaart {
    pub jaar: u16,
    /// Code, name and path of every gemeente of the year.
    regions: Vec<(String, String, String)>,
    water: String,
    provinciegrenzen: String,
    view_box: String,
}

impl Jaarkaart {
    pub fn new(topology: &Topology) -> Self {
        let frame = Frame::around(topology, 4);
        let regions = topology.gemeenten.iter().map(|region| {
            (region.code.clone(), region.naam.clone(), path::polygons(topology, frame, &region.polygons))
        });
        Self {
            jaar: topology.jaar,
            regions: regions.collect(),
            water: path::polygons(topology, frame, &topology.water),
            provinciegrenzen: path::lines(topology, frame, &topology.provinciegrenzen),
            view_box: ["0 0 ", &frame.width.to_string(), " ", &frame.height.to_string()].concat(),
        }
    }

    /// How many there were that year.
    pub fn gemeenten(&self) -> usize {
        self.regions.len()
    }

    pub fn naam(&self, code: &str) -> Option<&str> {
        self.regions.iter().find(|region| region.0 == code).map(|region| region.1.as_str())
    }

    /// The map with who is known to take part, and who may.
    pub fn surface(&self, bekend: &[String], mogelijk: &[String]) -> Surface {
        let mut markup = String::from(
            "<g class=\"land\" fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"5\" stroke-linejoin=\"round\">",
        );
        for (code, naam, path) in &self.regions {
            let class = match () {
                () if bekend.contains(code) => " class=\"on\"",
                () if mogelijk.contains(code) => " class=\"dim\"",
                () => "",
            };
            markup.extend(["<path", class, " d=\"", path, "\">"]);
            if !class.is_empty() {
                markup.extend(["<title>", &escape(naam), "</title>"]);
            }
            markup.push_str("</path>");
        }
        markup.extend([
            "</g><path class=\"water\" fill=\"#dbe9ef\" d=\"",
            &self.water,
            "\"/><path class=\"prov\" fill=\"none\" stroke=\"#fff\" stroke-width=\"9\" d=\"",
            &self.provinciegrenzen,
            "\"/>",
        ]);
        Surface { view_box: self.view_box.clone(), markup: markup.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::topology;

    #[test]
    fn who_took_part_is_coloured_and_named() {
        let kaart = Jaarkaart::new(&topology());
        let markup = kaart.surface(&["GM0001".to_owned()], &["GM0003".to_owned()]).markup;
        assert_eq!(markup.matches("<path").count(), 6);
        assert_eq!((markup.matches("class=\"on\"").count(), markup.matches("class=\"dim\"").count()), (1, 1));
        assert_eq!(kaart.naam("GM0003"), Some("GM0003"));
        assert_eq!(markup.matches("<title>").count(), 2);
    }
}
