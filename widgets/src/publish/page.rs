//! The frame round a page's content: head, bar, foot.

use super::site::Assets;

pub use crate::model::surface::escape;

/// A page before it is text.
pub struct Page<'a> {
    /// The way to the root of the site, as [`up`] gives it: links stay relative and the site works in any folder.
    pub root: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// HTML; whoever makes it escapes.
    pub content: String,
    /// Whether the page holds a widget.
    pub script: bool,
}

/// The way back to the root from a page that lies `depth` folders below it: nothing, `../`, `../../`.
pub fn up(depth: usize) -> String {
    "../".repeat(depth)
}

impl Page<'_> {
    /// The page with bar and foot.
    pub fn html(&self, assets: &Assets) -> String {
        let root = self.root;
        let home = if root.is_empty() { "./" } else { root };
        let body = format!(
            "<header class=\"bar\"><a href=\"{home}\">Landkaart gelijke kansen</a></header>\n\
             <main>{}</main>\n\
             <footer class=\"foot\" id=\"{END}\"><p>Gegevens: <a href=\"{root}exports/index.json\">JSON</a>, vrij te gebruiken met \
             naamsvermelding (CC BY 4.0).</p></footer>",
            self.content,
        );
        self.document(assets, "", &body)
    }

    /// The content alone, as an iframe shows it.
    pub fn bare(&self, assets: &Assets) -> String {
        self.document(
            assets,
            " class=\"bare\"",
            &format!("<main>{}</main><i id=\"{END}\" hidden></i>", self.content),
        )
    }

    fn document(&self, assets: &Assets, class: &str, body: &str) -> String {
        let root = self.root;
        let widget = match self.script {
            true => format!(
                "<link rel=\"expect\" href=\"#{END}\" blocking=\"render\">\
                 <script type=\"module\" src=\"{root}{}\"></script>",
                assets.loader
            ),
            false => String::new(),
        };
        format!(
            "<!doctype html>\n<html lang=\"nl\"{class}><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <meta name=\"description\" content=\"{description}\">\
             <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"{ICON}\">\
             <link rel=\"stylesheet\" href=\"{root}{style}\">{widget}</head>\n<body>{body}</body></html>\n",
            title = escape(self.title),
            description = escape(self.description),
            style = assets.style,
        )
    }
}

/// What stands after the content. A page with a widget is first painted when the parser is there, whole: a map
/// that appears in pieces is laid out and painted once for each piece, and the last one comes a third later.
/// A browser that does not know [`blocking`](https://html.spec.whatwg.org/multipage/links.html#link-type-expect)
/// paints as it reads.
const END: &str = "einde";

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Crect width='9' height='9' rx='2' fill='%230f5c6e'/%3E%3Cpath d='M2 3.2h5M2 5.8h5' stroke='%23fff'/%3E%3C/svg%3E";
