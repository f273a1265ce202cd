//! A cell of its own for each seat, as near as possible to its place for all together: the assignment problem,
//! solved by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).

/// For each row the column it gets, so that the sum of `cost(row, column)` is least. Needs at least as many
/// columns as rows.
pub fn assign(rows: usize, columns: usize, cost: impl Fn(usize, usize) -> f64) -> Vec<usize> {
    // Position 0 of columns stands for the row that is being placed.
    let mut row_price = vec![0.0; rows + 1];
    let mut column_price = vec![0.0; columns + 1];
    let mut row_of = vec![0; columns + 1];
    let mut came_from = vec![0; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut done = vec![false; columns + 1];
        while row_of[at] != 0 {
            done[at] = true;
            let (mut step, mut nearest) = (f64::INFINITY, 0);
            for column in (1..=columns).filter(|&column| !done[column]) {
                let reduced = cost(row_of[at] - 1, column - 1) - row_price[row_of[at]] - column_price[column];
                if reduced < least[column] {
                    least[column] = reduced;
                    came_from[column] = at;
                }
                if least[column] < step {
                    step = least[column];
                    nearest = column;
                }
            }
            for column in 0..=columns {
                if done[column] {
                    row_price[row_of[column]] += step;
                    column_price[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = nearest;
        }
        while at != 0 {
            let before = came_from[at];
            row_of[at] = row_of[before];
            at = before;
        }
    }
    let mut column_of = vec![0; rows];
    for (column, &row) in row_of.iter().enumerate().skip(1).filter(|&(_, &row)| row > 0) {
        column_of[row - 1] = column - 1;
    }
    column_of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_least_not_each_cost() {
        let cost = [[1.0, 2.0, 9.0], [1.0, 9.0, 9.0]];
        assert_eq!(assign(2, 3, |row, column| cost[row][column]), [1, 0]);
    }
}
