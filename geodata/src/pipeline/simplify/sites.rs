//! Which sites are near: as long as they only go, in flat rows; as soon as they move, in buckets.

use super::plane::Site;
use crate::pipeline::buckets::Buckets;
use crate::pipeline::coverage::Point;
use crate::pipeline::index::Cells;

#[derive(Debug, Clone)]
pub enum Sites {
    Still(Still),
    Moving { buckets: Buckets, positions: Vec<Point> },
}

/// Sites by cell: where each cell begins, and where what is left of it ends.
#[derive(Debug, Clone)]
pub struct Still {
    cells: Cells,
    begins: Vec<u32>,
    ends: Vec<u32>,
    sites: Vec<(Point, Site)>,
}

impl Sites {
    /// Numbered by place in the list.
    pub fn still(positions: &[Point]) -> Self {
        let cells = Cells::over(positions.iter().copied(), positions.len());
        let (begins, sites) = cells.sorted(positions.iter().zip(0..).map(|(&at, site)| (at, at, (at, site))));
        let ends = begins[1..].to_vec();
        Self::Still(Still { cells, begins, ends, sites })
    }

    pub fn moving(sites: impl Iterator<Item = (Site, Point)> + Clone) -> Self {
        let count = sites.clone().map(|(site, _)| site as usize + 1).max().unwrap_or_default();
        let mut buckets = Buckets::spread(sites.clone().map(|(_, at)| at), sites.clone().count());
        let mut positions = vec![[0, 0]; count];
        for (site, at) in sites {
            buckets.insert(at, site);
            positions[site as usize] = at;
        }
        Self::Moving { buckets, positions }
    }

    /// Does it hold for every site of the cells that the box meets?
    pub fn all_near(&self, low: Point, high: Point, mut holds: impl FnMut(Site, Point) -> bool) -> bool {
        match self {
            Self::Still(Still { cells, begins, ends, sites }) => {
                for cell in cells.spans(low, high).flatten() {
                    for &(at, site) in &sites[begins[cell] as usize..ends[cell] as usize] {
                        if !holds(site, at) {
                            return false;
                        }
                    }
                }
                true
            }
            Self::Moving { buckets, positions } => {
                buckets.near(low, high).all(|site| holds(site, positions[site as usize]))
            }
        }
    }

    pub fn remove(&mut self, at: Point, site: Site) {
        match self {
            Self::Still(Still { cells, begins, ends, sites }) => {
                let cell = cells.name(at);
                let span = begins[cell] as usize..ends[cell] as usize;
                if let Some(found) = sites[span.clone()].iter().position(|&(_, other)| other == site) {
                    sites.swap(span.start + found, span.end - 1);
                    ends[cell] -= 1;
                }
            }
            Self::Moving { buckets, .. } => buckets.remove(at, site),
        }
    }

    /// Nothing moves before [`Sites::moving`].
    pub fn move_to(&mut self, site: Site, from: Point, to: Point) {
        if let Self::Moving { buckets, positions } = self {
            buckets.remove(from, site);
            buckets.insert(to, site);
            positions[site as usize] = to;
        }
    }
}
