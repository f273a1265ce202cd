//! A part of a map, cut out along its borders: the same arcs on the same grid, so that parts laid side by side
//! fit without a gap.

use super::{ArcIndex, Region, Topology, Transform, mesh};
use std::collections::BTreeMap;

impl Topology {
    /// The map of the regions kept, with the arcs that they use and no water; borders are drawn where regions
    /// kept lie on both sides. The grid stays, its origin moves to whole cells at the corner of the part.
    pub fn part(&self, keep: impl Fn(&Region) -> bool) -> Topology {
        let mut numbers: BTreeMap<ArcIndex, ArcIndex> = BTreeMap::new();
        let mut users: Vec<Vec<usize>> = Vec::new();
        let mut regions: Vec<Region> = self.gemeenten.iter().filter(|region| keep(region)).cloned().collect();
        for (user, region) in regions.iter_mut().enumerate() {
            for walk in region.polygons.iter_mut().flatten().flatten() {
                let number = *numbers.entry((*walk).max(!*walk)).or_insert_with(|| {
                    users.push(Vec::new());
                    users.len() as ArcIndex - 1
                });
                users[number as usize].push(user);
                *walk = if *walk < 0 { !number } else { number };
            }
        }
        let mut arcs = vec![Vec::new(); users.len()];
        for (&old, &new) in &numbers {
            arcs[new as usize].clone_from(&self.arcs[old as usize]);
        }
        let low = |axis: usize| arcs.iter().flatten().map(|at| at[axis]).min().unwrap_or_default();
        let origin = [low(0), low(1)];
        for at in arcs.iter_mut().flatten() {
            *at = [at[0] - origin[0], at[1] - origin[1]];
        }
        let around = |user: usize| &regions[user].provincie;
        let inner = |same: bool| -> Vec<ArcIndex> {
            let is = |users: &[usize]| matches!(*users, [a, b] if a != b && (around(a) == around(b)) == same);
            users.iter().zip(0..).filter(|(users, _)| is(users)).map(|(_, arc)| arc).collect()
        };
        Topology {
            jaar: self.jaar,
            naamsvermelding: self.naamsvermelding.clone(),
            transform: Transform { scale: self.transform.scale, translate: self.transform.metres(origin) },
            gemeentegrenzen: mesh::chain(&arcs, &inner(true)),
            provinciegrenzen: mesh::chain(&arcs, &inner(false)),
            arcs,
            water: Vec::new(),
            gemeenten: regions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three squares in a row, the first two of one larger area.
    fn row() -> Topology {
        let region = |code: &str, provincie: &str, ring: Vec<ArcIndex>| Region {
            code: code.to_owned(),
            naam: code.to_owned(),
            provincie: provincie.to_owned(),
            label: [0, 0],
            polygons: vec![vec![ring]],
        };
        Topology {
            jaar: 2022,
            naamsvermelding: String::new(),
            transform: Transform { scale: [10, 10], translate: [1000, 2000] },
            arcs: vec![
                vec![[1, 0], [1, 1]],
                vec![[1, 1], [0, 1], [0, 0], [1, 0]],
                vec![[1, 0], [2, 0]],
                vec![[2, 0], [2, 1]],
                vec![[2, 1], [1, 1]],
                vec![[2, 0], [3, 0], [3, 1], [2, 1]],
            ],
            gemeenten: vec![
                region("WK000100", "GM0001", vec![0, 1]),
                region("WK000101", "GM0001", vec![!0, 2, 3, 4]),
                region("WK000200", "GM0002", vec![!3, 5]),
            ],
            water: vec![],
            gemeentegrenzen: vec![],
            provinciegrenzen: vec![],
        }
    }

    fn metres(map: &Topology, code: &str) -> Vec<[i32; 2]> {
        let region = map.gemeenten.iter().find(|region| region.code == code).expect("the region");
        map.positions(&region.polygons[0][0]).map(|at| map.transform.metres(at)).collect()
    }

    #[test]
    fn a_part_stands_where_it_stood_with_the_arcs_it_uses() {
        let (whole, part) = (row(), row().part(|region| region.provincie == "GM0001"));
        assert_eq!((part.gemeenten.len(), part.arcs.len()), (2, 5));
        for code in ["WK000100", "WK000101"] {
            assert_eq!(metres(&part, code), metres(&whole, code));
        }
        assert_eq!(part.gemeentegrenzen, [[0]]);
        assert!(part.provinciegrenzen.is_empty());
    }

    #[test]
    fn parts_laid_side_by_side_fit() {
        let (left, right) = (row().part(|r| r.code == "WK000101"), row().part(|r| r.code == "WK000200"));
        assert_eq!(right.transform.translate, [1020, 2000]);
        let border = [[1020, 2000], [1020, 2010]];
        for points in [metres(&left, "WK000101"), metres(&right, "WK000200")] {
            assert!(border.iter().all(|at| points.contains(at)), "{points:?}");
        }
    }
}
