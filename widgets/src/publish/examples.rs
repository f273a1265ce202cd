//! Pages of others that use the widgets, from an origin of their own: what stands in `examples/sites`, with the address
//! of the widgets and what is prerendered filled in.

use super::folder::File;
use super::newsletter::Editor;
use super::raster::{Painter, Palette};
use super::render::{self, Shapes};
use super::site::{SiteError, landkaart};
use crate::model::{Choice, Words};
use crate::view::Links;
use geodata::contract::Exports;
use geodata::topology::Topology;

const SITES: [(&str, &str); 11] = [
    ("index.html", include_str!("../../../examples/sites/index.html")),
    ("gemeente.html", include_str!("../../../examples/sites/gemeente.html")),
    ("gemeente.css", include_str!("../../../examples/sites/gemeente.css")),
    ("school.html", include_str!("../../../examples/sites/school.html")),
    ("school.css", include_str!("../../../examples/sites/school.css")),
    ("wordpress.html", include_str!("../../../examples/sites/wordpress.html")),
    ("wordpress.css", include_str!("../../../examples/sites/wordpress.css")),
    (MAIL, include_str!("../../../examples/sites/nieuwsbrief.html")),
    ("nieuwsbrief.css", include_str!("../../../examples/sites/nieuwsbrief.css")),
    ("rapport.html", include_str!("../../../examples/sites/rapport.html")),
    ("rapport.css", include_str!("../../../examples/sites/rapport.css")),
];

/// The one page with styles on its elements, as mail has to have them.
const MAIL: &str = "nieuwsbrief.html";

/// The pages, with widgets from the site at `widgets`, an address that ends in `/`.
///
/// # Errors
/// When the documents contradict each other.
pub fn pages(exports: &Exports, topology: &Topology, widgets: &str) -> Result<Vec<File>, SiteError> {
    let landkaart = landkaart(exports)?;
    let links = Links::new(widgets.to_owned());
    let fragment =
        render::landkaart(&landkaart, Shapes::Land(topology), &Choice::default(), &Words::dutch(), &links);
    let editor = Editor::new(exports, &landkaart, topology, widgets, "./");
    let subject = editor.subjects()[0];
    let letter = editor.files(subject, &Painter::new(Palette::Small))?;
    let brief = letter.iter().find(|file| file.path.ends_with(".html"));
    let brief = brief.map(|file| String::from_utf8_lossy(&file.content).into_owned()).unwrap_or_default();
    let filled = SITES.map(|(path, text)| {
        let text = text
            .replace("{{loader}}", &format!("{widgets}dist/gka.js"))
            .replace("{{src}}", &format!("{widgets}exports/index.json"))
            .replace("{{widgets}}", widgets)
            .replace("{{fragment}}", &fragment)
            .replace("{{brief}}", &brief);
        File::new(path, text)
    });
    let picture = letter.into_iter().filter(|file| file.path.ends_with(".png"));
    Ok(filled.into_iter().chain(picture).collect())
}

/// What a careful host allows: its own sheet and pictures, and what the snippets ask for, of `origin`.
pub fn policy(path: &str, origin: &str) -> String {
    let styles = if path.ends_with(MAIL) { "'self'; style-src-attr 'unsafe-inline'" } else { "'self'" };
    format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src {styles}; \
         img-src 'self' data:; frame-src {origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
