//! What somebody finds who knows every shown count and every relation.

use super::{Cell, Relation, State};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::BTreeMap;

/// Counts farther away than this are not looked at: every need is far smaller.
const REACH: u64 = 64;

/// The hidden cells and the relations between them.
pub struct Attack<'c> {
    cells: &'c [Cell],
    relations: &'c [Relation],
    /// The relations of each cell.
    of: Vec<Vec<usize>>,
}

impl<'c> Attack<'c> {
    pub fn new(cells: &'c [Cell], relations: &'c [Relation]) -> Self {
        let mut of = vec![Vec::new(); cells.len()];
        for (at, relation) in relations.iter().enumerate() {
            for cell in relation.parts.iter().chain([&relation.total]) {
                if let Some(of) = of.get_mut(*cell) {
                    of.push(at);
                }
            }
        }
        Self { cells, relations, of }
    }

    /// Whether a hidden count is found, exactly or more closely than the rule allows.
    pub fn finds(&self, cell: usize) -> bool {
        let count = self.cells[cell].count;
        match self.cells[cell].state {
            State::Shown => false,
            // Whatever the count is: it could be 1, and it could be the largest that is hidden.
            State::Primary { upto } => {
                !self.could_be(cell, count.min(1), false) || !self.could_be(cell, count.max(upto), true)
            }
            State::Hidden => {
                !self.could_be(cell, count.saturating_add(1), true)
                    && (count == 0 || !self.could_be(cell, count - 1, false))
            }
        }
    }

    /// The shown cell to hide next for the sake of `found`: the smallest that stands in a relation with it or
    /// with a hidden cell that it hangs together with; a zero only when there is nothing else.
    pub fn helper(&self, found: usize) -> Option<usize> {
        let (_, relations) = self.component(found);
        let near = relations.iter().flat_map(|relation| {
            let Relation { total, parts } = &self.relations[*relation];
            parts.iter().chain([total]).copied()
        });
        let shown = near.filter(|cell| self.cells[*cell].state == State::Shown);
        shown.min_by_key(|cell| (self.cells[*cell].count == 0, self.cells[*cell].count, *cell))
    }

    /// The hidden cells that hang together with one, and all relations they stand in.
    fn component(&self, cell: usize) -> (Vec<usize>, Vec<usize>) {
        let (mut cells, mut relations) = (vec![cell], Vec::new());
        let mut next = 0;
        while let Some(cell) = cells.get(next).copied() {
            next += 1;
            for relation in &self.of[cell] {
                if relations.contains(relation) {
                    continue;
                }
                relations.push(*relation);
                let Relation { total, parts } = &self.relations[*relation];
                for cell in parts.iter().chain([total]) {
                    if self.cells[*cell].state != State::Shown && !cells.contains(cell) {
                        cells.push(*cell);
                    }
                }
            }
        }
        (cells, relations)
    }

    /// Whether there is a witness: whole counts, none negative, that agree with everything shown and give the
    /// cell at least (`up`) or at most `wanted`.
    fn could_be(&self, cell: usize, wanted: u64, up: bool) -> bool {
        let (cells, relations) = self.component(cell);
        let direction = if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let mut variables: BTreeMap<usize, Variable> = BTreeMap::new();
        for hidden in &cells {
            let count = self.cells[*hidden].count;
            let bounds = (count.saturating_sub(REACH) as f64, (count + REACH) as f64);
            let objective = if *hidden == cell { 1.0 } else { 0.0 };
            variables.insert(*hidden, problem.add_var(objective, bounds));
        }
        for relation in &relations {
            let Relation { total, parts } = &self.relations[*relation];
            let mut known = 0.0;
            let mut terms: BTreeMap<usize, f64> = BTreeMap::new();
            for (at, sign) in parts.iter().map(|part| (*part, 1.0)).chain([(*total, -1.0)]) {
                if variables.contains_key(&at) {
                    *terms.entry(at).or_default() += sign;
                } else {
                    known += sign * self.cells[at].count as f64;
                }
            }
            let terms: Vec<(Variable, f64)> = terms.iter().map(|(at, sign)| (variables[at], *sign)).collect();
            problem.add_constraint(&terms, ComparisonOp::Eq, -known);
        }
        let Ok(Ok(solution)) = problem.solve().map(|outcome| outcome.into_solution()) else { return false };
        let mut witness: Vec<i128> = self.cells.iter().map(|cell| i128::from(cell.count)).collect();
        for (at, variable) in &variables {
            witness[*at] = solution.var_value(*variable).round() as i128;
        }
        let reached =
            if up { witness[cell] >= i128::from(wanted) } else { witness[cell] <= i128::from(wanted) };
        reached && self.agrees(&witness, &relations)
    }

    /// Judged in whole numbers; the solver is believed in nothing.
    fn agrees(&self, witness: &[i128], relations: &[usize]) -> bool {
        let holds = |relation: &usize| {
            let Relation { total, parts } = &self.relations[*relation];
            parts.iter().map(|part| witness[*part]).sum::<i128>() == witness[*total]
        };
        witness.iter().all(|count| *count >= 0) && relations.iter().all(holds)
    }
}
