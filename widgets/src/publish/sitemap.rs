//! The addresses of a site for search engines: `sitemap.xml` and `robots.txt`.

use super::site::{File, file};

/// Nothing without `base`: both name whole addresses only. Embed pages and the page for missing ones stay out.
pub fn sitemap(base: Option<&str>, day: &str, files: &[File]) -> Vec<File> {
    let Some(base) = base else { return Vec::new() };
    let pages = files.iter().filter_map(|file| file.path.strip_suffix("index.html"));
    let pages =
        pages.filter(|path| !["embed/", "voorbeeld/", "v/"].iter().any(|folder| path.starts_with(folder)));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in pages {
        xml.push_str(&format!("<url><loc>{base}{path}</loc><lastmod>{day}</lastmod></url>\n"));
    }
    xml.push_str("</urlset>\n");
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n");
    vec![file("sitemap.xml", xml), file("robots.txt", robots)]
}
