//! A series as the CSV table an editor can read and change.

use super::Series;
use crate::contract::{Cijfer, GebiedCode, Status, Waarde};

/// `code,naam,periode,waarde,status`, a row a figure. `18..21` is a range; a word is the reason why there is none.
/// Of schools `gemeente` says where each lies, which its code does not.
pub fn to_csv(series: &Series) -> String {
    let of_schools = series.rows.iter().any(|row| row.gemeente.is_some());
    let gemeente = if of_schools { ",gemeente" } else { "" };
    let mut text = format!("code,naam,periode,waarde,status{gemeente}\n");
    for row in &series.rows {
        let status: Vec<&str> = row.waarde.status.iter().map(|status| Status::as_str(*status)).collect();
        let cells = [row.code.as_str(), &row.naam, &row.periode, &cell(&row.waarde), &status.join("; ")];
        text.push_str(&cells.map(quoted).join(","));
        if of_schools {
            text.push(',');
            text.push_str(row.gemeente.as_ref().map_or("", GebiedCode::as_str));
        }
        text.push('\n');
    }
    text
}

fn cell(waarde: &Waarde) -> String {
    match waarde.cijfer {
        Ok(Cijfer::Precies(figure)) => figure.to_string(),
        Ok(Cijfer::Tussen(least, most)) => format!("{least}..{most}"),
        Err(reden) => reden.as_str().to_owned(),
    }
}

/// As RFC 4180 asks.
pub(crate) fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
