//! The list as a table to take away: what the filter leaves, as it stands there.

use super::{Andere, Picture};
use crate::model::Landkaart;
use crate::model::csv::Table;
use crate::model::words::{Sentence, Words};

impl Picture {
    pub fn table(&self, landkaart: &Landkaart, words: &Words) -> Table {
        let row = |row: &super::Row| {
            let provincie = row.place.map(|place| landkaart.places[place].provincie.clone());
            let deelnemer = row.place.and_then(|place| landkaart.deelnemer_at(place));
            let since = deelnemer.map(|deelnemer| deelnemer.sinds.clone());
            let mut cells = vec![
                row.code.clone(),
                row.naam.clone(),
                provincie.unwrap_or_default(),
                since.unwrap_or_default(),
                row.count.to_string(),
            ];
            cells.extend(row.figure.clone());
            cells
        };
        let mut columns: Vec<String> =
            words.plain(Sentence::Kolommen).split('|').map(str::to_owned).collect();
        if self.rows.iter().any(|row| row.figure.is_some()) {
            columns.push(words.plain(Sentence::KolomCijfer).to_owned());
        }
        if matches!(self.andere, Some(Andere::Wijken(_))) {
            columns = words.plain(Sentence::KolommenWijk).split('|').map(str::to_owned).collect();
            let rows = self
                .rows
                .iter()
                .map(|row| vec![row.code.clone(), row.naam.clone(), row.figure.clone().unwrap_or_default()]);
            return Table { columns, rows: rows.collect() };
        }
        Table { columns, rows: self.rows.iter().map(row).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Choice;
    use crate::model::fixture::landkaart;

    #[test]
    fn the_table_holds_what_the_filter_leaves() {
        let (landkaart, words) = (landkaart(), Words::dutch());
        let table = |choice| {
            Picture::new(&landkaart, &words, &Choice::default().and(choice)).table(&landkaart, &words)
        };
        let all = table("");
        assert_eq!(all.columns, ["code", "gemeente", "provincie", "doet mee sinds", "interventies"]);
        assert_eq!(all.rows.len(), 2);
        assert!(all.rows.iter().all(|row| row.len() == all.columns.len()));
        assert_eq!(table("thema=taal").rows, [["GM0001", "Adorp", "Groningen", "2019-07", "1"]]);
    }
}
