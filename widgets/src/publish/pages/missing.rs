//! What a server shows for an address that is not there.

use crate::publish::page::Page;
use crate::publish::site::{File, Release};
use maud::html;

/// At any depth, so its links begin at the host's root.
pub fn page(release: &Release) -> File {
    let content = html! {
        section class="w t" {
            h1 { "Deze pagina bestaat niet" }
            p { "Misschien is de pagina verplaatst, of zit er een tikfout in het adres." }
            p { a href="/" { "Naar de kaart van de Gelijke Kansen Alliantie" } " · " a href="/zoeken/" { "Zoeken" } }
        }
    };
    Page::new("404.html", "Deze pagina bestaat niet", "Er is geen pagina op dit adres.", content)
        .at_any_depth()
        .file(release)
}
