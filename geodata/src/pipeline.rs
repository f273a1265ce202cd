//! Source polygons to the [`Topology`] of a year, in one expression of stages.
//!
//! | stage | in | out |
//! |---|---|---|
//! | [`read`] | GeoJSON or TopoJSON text | features in RD New metres |
//! | [`rows`] | features | those that are meant |
//! | [`extract`] | features | named places, integer rings |
//! | [`junctions`] | rings | rings with a vertex at every T-junction |
//! | [`check`] | rings | a coverage without fault, slivers closed by [`heal`] |
//! | [`cut`] | rings | pieces from junction to junction |
//! | [`dedup`] | pieces | each border once |
//! | [`simplify`] | borders | fewer points, on a grid |
//! | [`assemble`] | borders and rings | topology |
//!
//! Every stage takes a value and returns a value. A source that is not understood, or contradicts itself,
//! gives all its [`Problem`]s and no map.

mod arrangement;
pub mod assemble;
mod buckets;
pub mod check;
pub mod coverage;
pub mod cut;
pub mod dedup;
pub mod extract;
mod faces;
mod geometry;
pub mod heal;
mod index;
pub mod junctions;
mod label;
mod problem;
mod provinces;
pub mod rd;
pub mod read;
pub mod report;
pub mod rows;
pub mod simplify;
mod validity;
pub mod verify;
mod vertices;

pub use problem::{Document, Place, Problem, Reason};
pub use report::Report;

use crate::topology::Topology;
use coverage::{Coverage, Network, Owner};
use report::Outline;
use std::collections::BTreeSet;

/// The names of the properties that say what a feature is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    pub code: String,
    pub naam: String,
    pub provincie: String,
}

impl Default for Keys {
    fn default() -> Self {
        Self { code: "statcode".to_owned(), naam: "statnaam".to_owned(), provincie: "provincie".to_owned() }
    }
}

/// What the boundaries are boundaries of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Level {
    /// Codes are `GM` and four digits; every one has a name and a province.
    #[default]
    Gemeente,
    /// Any other coverage: codes are whatever text stands there, each once; a name where there is one, else
    /// the code; no province.
    Any,
}

/// What to do with rows before anything else looks at them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// Leave out rows with this code or name.
    pub skip: Vec<String>,
    /// Put this before codes of digits alone.
    pub prefix: Option<String>,
}

/// What to make of the sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    pub jaar: u16,
    /// No point of a source border lies farther from the new border. Metres.
    pub tolerance: f64,
    /// Cell width in metres; without one, the coarsest that leaves room for every border.
    pub grid: Option<i32>,
    /// Strips narrower than this that overlap or lie open are closed. Metres.
    pub sliver: f64,
    pub level: Level,
    pub keys: Keys,
    pub rows: Rows,
    /// Which object of a TopoJSON; without one, the only one with polygons.
    pub object: Option<String>,
    /// The codes that must all be there, and no other.
    pub codes: Option<BTreeSet<String>>,
    pub naamsvermelding: String,
}

/// Boundaries, and water if there is any, to a topology and the measurements of how it was made.
pub fn map(
    boundaries: &str,
    water: Option<&str>,
    options: &Options,
) -> Result<(Topology, Report), Vec<Problem>> {
    let codes = extract::Codes { jaar: options.jaar, level: options.level, expected: options.codes.as_ref() };
    let land = read::read(Document::Boundaries, boundaries, options.object.as_deref());
    let water = water.map_or(Ok(Vec::new()), |text| read::read(Document::Water, text, None));
    let (land, water) = both(land, water)?;
    let (land, chosen) = rows::choose(land, &options.rows, &options.keys.code, &options.keys.naam)?;

    let (extracted, problems) = extract::extract(&land, &water, &options.keys, &codes);
    let (joined, repairs) = junctions::junctions(extracted.clone());
    let invalid = |document| match document {
        Document::Boundaries => validity::invalid(&land),
        Document::Water => validity::invalid(&water),
    };
    let (source, slivers) = check::check(joined, options.sliver, problems, invalid)?;
    let network = dedup::dedup(cut::cut(source));
    // What closing slivers moved is taken off what simplifying may move.
    let spent = simplify::spent(&network, &slivers);
    let simplified = simplify::simplify_spent(&network, options.tolerance, &spent, options.grid)?;
    let topology = assemble::assemble(&network, &simplified, options.jaar, &options.naamsvermelding);

    let outlines: Vec<Outline> = outlines(&land).chain(outlines(&water)).collect();
    let made = report::Made { jaar: options.jaar, tolerance: options.tolerance, chosen, repairs, slivers };
    let report = report::report(&outlines, &extracted, &network, &topology, made);
    if report.is_sound() { Ok((topology, report)) } else { Err(unsound(&network, &topology, &report)) }
}

/// The rings as they were read.
fn outlines(features: &[read::Feature]) -> impl Iterator<Item = Outline> + '_ {
    features
        .iter()
        .flat_map(|feature| &feature.polygons)
        .flatten()
        .map(|points| Outline { points: points.clone() })
}

/// The features whose new borders are at fault, or the measurement that breaks the promise.
fn unsound(network: &Network, topology: &Topology, report: &Report) -> Vec<Problem> {
    let mut rings = report::unroll(topology);
    for ring in &mut rings {
        if let Owner::Gemeente(index) = ring.owner {
            ring.number = network.places[index as usize].number;
        }
    }
    let result = Coverage { places: network.places.clone(), rings };
    let told = check::tell_all(&result);
    if told.is_empty() {
        let measured = format!(
            "{} invalid polygons, {} gaps, {} parts dropped, a deviation of {} m near {} {}",
            report.invalid_polygons,
            report.gaps,
            report.parts_dropped,
            report.deviation.max,
            report.deviation.at[0],
            report.deviation.at[1]
        );
        vec![Problem::file(Document::Boundaries, Reason::Unsound(measured))]
    } else {
        told
    }
}

fn both<A, B>(a: Result<A, Vec<Problem>>, b: Result<B, Vec<Problem>>) -> Result<(A, B), Vec<Problem>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).flatten().collect()),
    }
}
