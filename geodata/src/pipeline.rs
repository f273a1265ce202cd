//! Source polygons to the [`Topology`] of a year, in one expression of stages.
//!
//! | stage | in | out |
//! |---|---|---|
//! | [`read`] | GeoJSON or TopoJSON text | features in RD New metres |
//! | [`rows`] | features | those that are meant |
//! | [`extract`] | features | named places, integer rings |
//! | [`junctions`] | rings | rings with a vertex at every T-junction |
//! | [`check`] | rings | a coverage without fault, slivers closed by [`heal`] |
//! | [`islands`] | coverage | the same without islets, on request |
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
pub mod islands;
pub mod junctions;
mod keys;
mod label;
mod level;
mod pairs;
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

pub use keys::{Asked, Keys};
pub use level::Level;
pub use problem::{Document, Place, Problem, Reason};
pub use read::System;
pub use report::Report;
pub use rows::{Known, Rows};

use crate::topology::Topology;
use coverage::{Coverage, Network, Owner};
use report::Outline;
use std::borrow::Cow;
use std::collections::BTreeSet;

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
    /// Islands smaller than this are left out. Square metres.
    pub min_part: f64,
    pub level: Level,
    /// The properties to read, as far as they are not to be recognised.
    pub keys: Asked,
    pub rows: Rows,
    /// The system of the boundaries, where they do not say it themselves.
    pub crs: Option<System>,
    /// Which object of a TopoJSON; without one, the only one with polygons.
    pub object: Option<String>,
    /// The codes that must all be there, and no other.
    pub codes: Option<BTreeSet<String>>,
    pub naamsvermelding: String,
    /// No labels and no drawn borders, which take a twelfth of the time.
    pub bare: bool,
    /// Measure what is not promised too, the way [back](Report::deviation_back), in as much time.
    pub measure: bool,
}

/// Boundaries, in one file or in pages, and water if there is any, to a topology and the measurements of how it
/// was made. Texts that are given away are dropped as soon as they are read.
pub fn map(
    boundaries: impl IntoIterator<Item: AsRef<str>>,
    water: Option<&str>,
    options: &Options,
) -> Result<(Topology, Report), Vec<Problem>> {
    let land = read::pages(Document::Boundaries, boundaries, options.object.as_deref(), options.crs);
    let water = water.map_or(Ok(Vec::new()), |text| read::read(Document::Water, text, None));
    let ((land, pages), water) = both(land, water)?;
    made_of(land, &water, options)
        .map_err(|problems| problems.into_iter().map(|problem| pages.locate(problem)).collect())
}

fn made_of(
    land: Vec<read::Feature>,
    water: &[read::Feature],
    options: &Options,
) -> Result<(Topology, Report), Vec<Problem>> {
    let codes = extract::Codes { jaar: options.jaar, level: options.level, expected: options.codes.as_ref() };
    let keys = options.keys.among(&land, options.level);
    let (land, chosen) = rows::choose(land, &options.rows, &keys, options.level, options.jaar)?;

    let (extracted, problems) = extract::extract(&land, water, &keys, &codes);
    let (joined, repairs) = junctions::junctions(extracted.clone());
    let joined = if chosen.merged.is_empty() { joined } else { heal::dissolve(joined) };
    let invalid = |document| match document {
        Document::Boundaries => validity::invalid(&land),
        Document::Water => validity::invalid(water),
    };
    let (source, slivers) = check::check(joined, options.sliver, problems, invalid)?;
    let (source, islands) = islands::leave_out(source, options.min_part);
    // What was merged no longer has the borders between its rows: it is measured as it was dissolved.
    let merged: BTreeSet<usize> =
        chosen.merged.iter().filter_map(|row| row.features.first().copied()).collect();
    let mut outlines = outlines(&land, &islands, &merged);
    outlines.extend(dissolved(&source, &merged));
    outlines.extend(self::outlines(water, &islands, &BTreeSet::new()));
    let network = dedup::dedup(cut::cut(source));
    // What repairs moved is taken off what simplifying may move.
    let spent = simplify::spent(&network, &slivers, &repairs.reaches, options.tolerance);
    let simplified = simplify::simplify_spent(&network, options.tolerance, &spent, options.grid)?;
    let topology = assemble::assemble(&network, &simplified, options.jaar, &options.naamsvermelding);
    let topology =
        if options.bare { topology } else { assemble::with_labels_and_borders(topology, &network) };

    let (jaar, tolerance, measure) = (options.jaar, options.tolerance, options.measure);
    let made = report::Made { jaar, tolerance, measure, chosen, repairs, slivers, islands };
    let report = report::report(&outlines, &extracted, &network, &topology, made);
    if report.is_sound() {
        Ok((topology, report))
    } else {
        Err(unsound(&network, &topology, &report, [(Document::Boundaries, &land), (Document::Water, water)]))
    }
}

/// The rings as they were read, but for those of islands left out and of rows that were merged.
fn outlines<'a>(
    features: &'a [read::Feature],
    islands: &[islands::LeftOut],
    merged: &BTreeSet<usize>,
) -> Vec<Outline<'a>> {
    let rings = features
        .iter()
        .filter(|feature| !merged.contains(&feature.number))
        .flat_map(|feature| &feature.polygons)
        .flatten()
        .filter(|points| !islands.iter().any(|island| island.holds(points)));
    rings.map(|points| Outline { points: Cow::Borrowed(points) }).collect()
}

/// The rings of merged rows, in whole metres.
fn dissolved(source: &Coverage, merged: &BTreeSet<usize>) -> Vec<Outline<'static>> {
    let is_merged = |ring: &&coverage::Ring| ring.owner != Owner::Water && merged.contains(&ring.number);
    let rings = source.rings.iter().filter(is_merged).map(|ring| {
        let closed = ring.points.iter().chain(ring.points.first());
        Outline { points: closed.map(|point| point.map(f64::from)).collect() }
    });
    rings.collect()
}

/// The features whose new borders are at fault, or whose old ones lie astray, or the measurement that breaks the
/// promise.
fn unsound(
    network: &Network,
    topology: &Topology,
    report: &Report,
    sources: [(Document, &[read::Feature]); 2],
) -> Vec<Problem> {
    let mut rings = report::unroll(topology);
    for ring in &mut rings {
        if let Owner::Gemeente(index) = ring.owner {
            ring.number = network.places[index as usize].number;
        }
    }
    let result = Coverage { places: network.places.clone(), rings };
    let told = check::tell_all(&result);
    if !told.is_empty() {
        return told;
    }
    let deviation = report.deviation;
    let measured = format!(
        "{} invalid polygons, {} gaps, {} parts dropped, a deviation of {} m near {} {}",
        report.invalid_polygons,
        report.gaps,
        report.parts_dropped,
        deviation.max,
        deviation.at[0],
        deviation.at[1]
    );
    let astray = sources.into_iter().flat_map(|(document, features)| {
        let there = features.iter().filter(|feature| validity::passes(feature, deviation.at));
        there.map(move |feature| (document, feature))
    });
    let named = astray.map(|(document, feature)| {
        // What has a spike without width has lost it.
        match validity::invalid(std::slice::from_ref(feature)).first() {
            Some(invalid) => check::tell_invalid(&result, document, invalid),
            None => check::tell_of(&result, document, feature.number, Reason::Unsound(measured.clone())),
        }
    });
    let mut named: Vec<Problem> = named.collect();
    let is_invalid = |problem: &Problem| matches!(problem.reason, Reason::Invalid { .. });
    if named.iter().any(is_invalid) {
        named.retain(is_invalid);
    }
    if named.is_empty() {
        vec![Problem::file(Document::Boundaries, Reason::Unsound(measured))]
    } else {
        named
    }
}

fn both<A, B>(a: Result<A, Vec<Problem>>, b: Result<B, Vec<Problem>>) -> Result<(A, B), Vec<Problem>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).flatten().collect()),
    }
}
