//! The wijken of a gemeente as a map: coloured by the first indicator that has figures of wijken. Something to look
//! at, with a list of the same figures beside it.

use super::bijlagen::{INDICATOREN, JAARGANGEN};
use super::kleuring::{Kleuring, Patroon};
use super::path::{self, Frame};
use super::surface::{self, Surface, escape};
use super::words::Words;
use geodata::contract::landkaart::reeks::{Indicator, Reeks};
use geodata::topology::{Region, Topology};

/// Code of a gemeente and where its document is, below the exports.
pub type Delen = Vec<(String, String)>;

/// What came of the wijken so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wijken {
    /// Where the list of maps is.
    pub pad: Option<String>,
    pub maps: Option<Delen>,
    pub figures: Option<Delen>,
    pub kaarten: Vec<Wijkkaart>,
}

/// The map of the wijken of one gemeente.
#[derive(Debug, Clone, PartialEq)]
pub struct Wijkkaart {
    pub gemeente: String,
    /// Code, name and path of every wijk.
    pub regions: Vec<(String, String, String)>,
    pub kleuring: Option<Kleuring>,
    pub surface: Surface,
    frame: Frame,
}

impl Wijken {
    /// What is still needed to show those of a gemeente. The map comes before its figures.
    pub fn wants<'a>(&'a self, indicatoren: Option<&'a [Indicator]>, gemeente: &str) -> Vec<&'a str> {
        let path = |delen: &'a Option<Delen>| find(delen.as_ref()?, gemeente);
        let Some(pad) = &self.pad else { return vec![JAARGANGEN, INDICATOREN] };
        let figures = indicatoren.and_then(Self::indicator).and_then(|indicator| indicator.wijken.as_deref());
        let kaart = self.kaart(gemeente);
        match (&self.maps, kaart) {
            (None, _) => return vec![pad],
            (Some(_), None) => return path(&self.maps).into_iter().collect(),
            (Some(_), Some(_)) => {}
        }
        if indicatoren.is_none() {
            return vec![INDICATOREN];
        }
        let Some(list) = figures else { return Vec::new() };
        match &self.figures {
            None => vec![list],
            Some(_) if kaart.is_some_and(|kaart| kaart.kleuring.is_none()) => {
                path(&self.figures).into_iter().collect()
            }
            Some(_) => Vec::new(),
        }
    }

    /// The one that colours wijken.
    pub fn indicator(indicatoren: &[Indicator]) -> Option<&Indicator> {
        indicatoren.iter().find(|indicator| indicator.wijken.is_some())
    }

    pub fn kaart(&self, gemeente: &str) -> Option<&Wijkkaart> {
        self.kaarten.iter().find(|kaart| kaart.gemeente == gemeente)
    }

    /// Whether it is known that there is no map of the wijken of a gemeente.
    pub fn lacks(&self, gemeente: &str) -> bool {
        self.maps.as_ref().is_some_and(|maps| find(maps, gemeente).is_none())
    }

    /// The gemeente whose map, or else whose figures, a document holds.
    pub fn gemeente(delen: &Option<Delen>, document: &str) -> Option<String> {
        delen.iter().flatten().find(|(_, path)| path == document).map(|(gemeente, _)| gemeente.clone())
    }
}

fn find<'a>(delen: &'a Delen, gemeente: &str) -> Option<&'a str> {
    delen.iter().find(|(code, _)| code == gemeente).map(|(_, path)| path.as_str())
}

impl Wijkkaart {
    pub fn new(gemeente: String, topology: &Topology) -> Self {
        let frame = Frame::around(topology, 4);
        let region = |region: &Region| {
            (region.code.clone(), region.naam.clone(), path::polygons(topology, frame, &region.polygons))
        };
        let regions: Vec<_> = topology.gemeenten.iter().map(region).collect();
        let surface = surface(&regions, frame, None);
        Self { gemeente, regions, kleuring: None, surface, frame }
    }

    pub fn colour(&mut self, words: &Words, indicator: Indicator, reeks: Reeks) {
        let place = |code: &str| self.regions.iter().position(|region| region.0 == code);
        let kleuring = Kleuring::new(self.regions.len(), place, indicator, reeks);
        self.surface = surface(&self.regions, self.frame, Some((&kleuring, words)));
        self.kleuring = Some(kleuring);
    }

    pub fn naam(&self, wijk: usize) -> &str {
        &self.regions[wijk].1
    }
}

/// The map of the wijken, in the colours of their figures where there are.
fn surface(
    regions: &[(String, String, String)],
    frame: Frame,
    coloured: Option<(&Kleuring, &Words)>,
) -> Surface {
    let stroke = (frame.width / 440).max(1).to_string();
    let mut markup = [
        "<g class=\"land\" fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"",
        &stroke,
        "\" stroke-linejoin=\"round\">",
    ]
    .concat();
    let mut patterns = [const { String::new() }; Patroon::ALL.len()];
    for (wijk, (_, naam, path)) in regions.iter().enumerate() {
        let class = coloured.map_or("", |(kleuring, _)| kleuring.class(wijk).name());
        let figure = coloured.map(|(kleuring, words)| [": ", &kleuring.figure(words, wijk)].concat());
        let title = [naam, figure.as_deref().unwrap_or_default()].concat();
        markup.extend(["<path class=\"", class, "\" d=\"", path, "\"><title>"]);
        markup.extend([&escape(&title), "</title></path>"]);
        if let Some(patroon) = coloured.and_then(|(kleuring, _)| kleuring.patroon(wijk)) {
            patterns[patroon as usize].push_str(path);
        }
    }
    markup.push_str("</g>");
    let view_box = ["0 0 ", &frame.width.to_string(), " ", &frame.height.to_string()].concat();
    let paths: String = Patroon::ALL
        .into_iter()
        .zip(&patterns)
        .filter(|(_, path)| !path.is_empty())
        .map(|(patroon, path)| surface::patroon(surface::PATRONEN[0], patroon, path))
        .collect();
    if !paths.is_empty() {
        markup += &surface::patronen(surface::PATRONEN[0], frame.width, &paths);
    }
    Surface { view_box, markup: markup.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::topology;
    use geodata::contract::waarde::{Afwezig, Waarde};

    fn indicator(wijken: Option<&str>) -> Indicator {
        Indicator {
            id: "ses-woa".to_owned(),
            label: "SES".to_owned(),
            onvertaald: false,
            eenheid: String::new(),
            teken: String::new(),
            decimalen: 1,
            pad: None,
            wijken: wijken.map(str::to_owned),
        }
    }

    #[test]
    fn what_is_needed_is_asked_for_step_by_step() {
        let indicatoren = [indicator(None), indicator(Some("ses.json"))];
        let mut wijken = Wijken::default();
        assert_eq!(wijken.wants(None, "GM1"), [JAARGANGEN, INDICATOREN]);
        wijken.pad = Some("wijken.json".to_owned());
        assert_eq!(wijken.wants(None, "GM1"), ["wijken.json"]);
        wijken.maps = Some(vec![("GM1".to_owned(), "1.topo.json".to_owned())]);
        assert_eq!(wijken.wants(None, "GM1"), ["1.topo.json"]);
        assert!(wijken.wants(None, "GM2").is_empty() && wijken.lacks("GM2"));
        wijken.kaarten.push(Wijkkaart::new("GM1".to_owned(), &topology()));
        assert_eq!(wijken.wants(Some(&indicatoren), "GM1"), ["ses.json"]);
        wijken.figures = Some(vec![("GM1".to_owned(), "1.json".to_owned())]);
        assert_eq!(wijken.wants(Some(&indicatoren), "GM1"), ["1.json"]);
        let reeks = Reeks { periode: "2019".to_owned(), klassen: Vec::new(), waarden: Vec::new() };
        wijken.kaarten[0].colour(&Words::dutch(), indicatoren[1].clone(), reeks);
        assert!(wijken.wants(Some(&indicatoren), "GM1").is_empty());
    }

    #[test]
    fn a_wijk_is_named_with_its_figure_and_one_without_has_a_pattern() {
        let mut kaart = Wijkkaart::new("GM1".to_owned(), &topology());
        assert!(!kaart.surface.markup.contains("<pattern"));
        let waarden = vec![
            ("GM0001".to_owned(), Waarde::precies(0.5)),
            ("GM0002".to_owned(), Waarde::afwezig(Afwezig::Onderdrukt)),
        ];
        let words = Words::dutch();
        kaart.colour(
            &words,
            indicator(None),
            Reeks { periode: "2019".to_owned(), klassen: vec![0.], waarden },
        );
        let markup = kaart.surface.markup;
        assert!(markup.contains("<title>GM0001: 0,5</title>"), "{markup}");
        assert!(markup.contains("class=\"k4\"") && markup.contains("url(#gka-geheim)"), "{markup}");
    }
}
