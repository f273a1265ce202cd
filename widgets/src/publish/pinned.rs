//! A release that never changes: the whole site once more under `v/<name>/`, and in one zip to serve from elsewhere.
//!
//! The name is the day and a hash of every file, so two different sites never share one, and what stands at a pinned
//! address stays as it is: nothing removes one unless it is asked to, as by `gka publish --keep`. Links between our
//! pages are relative: within a pinned release they lead to its own pages.

use super::archive;
use super::folder::File;
use super::fragments;
use super::headers::{self, config};
use super::preview;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

/// The folder of all pinned releases.
pub const FOLDER: &str = "v/";

/// What the page of the embed kit says of its own release, and only all files together give: its name, and the
/// integrity of its loader and of its index.
pub const NAME: &str = "__RELEASE__";
pub const LOADER: &str = "__LOADER_INTEGRITY__";
pub const INDEX: &str = "__INDEX_INTEGRITY__";

/// Where the page of the embed kit is, and the zip it offers.
const KIT: &str = "plaatsen/index.html";
pub const ZIP: &str = "plaatsen/landkaart.zip";

/// Which of the pinned releases go when no more than `keep` may stay, that of this publication, `own`, always among them.
/// The oldest go first: by the day in their name, and of one day those written first.
pub fn superfluous<T: Ord>(
    releases: impl IntoIterator<Item = (String, T)>,
    own: &str,
    keep: usize,
) -> Vec<String> {
    let mut others: Vec<(String, T)> = releases.into_iter().filter(|(name, _)| name != own).collect();
    let day = |name: &str| name.get(..10).unwrap_or_default().to_owned();
    others
        .sort_by(|(one, written), (other, later)| day(other).cmp(&day(one)).then_with(|| later.cmp(written)));
    others.into_iter().skip(keep.saturating_sub(1)).map(|(name, _)| name).collect()
}

/// The name of the pinned release among the files of a site.
pub fn name(files: &[File]) -> Option<&str> {
    files.iter().find_map(|file| file.path.strip_prefix(FOLDER)?.split('/').next())
}

/// Files that mean something in the root of a host alone.
const ROOTED: [&str; 3] = ["404.html", "robots.txt", "sitemap.xml"];

/// The first lines in the zip.
const READ_ME: &str = "Landkaart van de Gelijke Kansen Alliantie, om zelf aan te bieden.\n\n\
    1. Zet deze map in de hoofdmap van een webserver, of in een map daarvan.\n\
    2. Geef de antwoorden de headers die in de map server staan, voor nginx, Apache, Caddy of Netlify.\n\
    3. De pagina plaatsen/index.html heeft de regels voor uw eigen pagina's; zet er uw eigen adres in.\n\n\
    Niets hierin vraagt iets aan een andere server. Code: EUPL-1.2. Gegevens: CC BY 4.0, met naamsvermelding.\n";

/// The files of a site, of the `day` it was made, and what is pinned of them.
pub fn pinned(mut files: Vec<File>, day: &str) -> Vec<File> {
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let own = |file: &&File| !file.path.starts_with(preview::FOLDER);
    let name = format!("{day}-{}", hash(files.iter().filter(own)));
    let integrity = |path: &str| {
        let file = files.iter().find(|file| file.path == path);
        file.map_or_else(String::new, |file| {
            format!("sha384-{}", STANDARD.encode(Sha384::digest(&file.content)))
        })
    };
    let said =
        [(NAME, name.clone()), (LOADER, integrity("dist/gka.js")), (INDEX, integrity("exports/index.json"))];
    if let Some(kit) = files.iter_mut().find(|file| file.path == KIT) {
        let mut text = String::from_utf8_lossy(&kit.content).into_owned();
        for (placeholder, value) in said {
            text = text.replace(placeholder, &value);
        }
        *kit = File::new(KIT, text);
    }
    let zip = archive::zip(files.iter().filter(own).chain(&instructions()));
    files.push(File::new(ZIP, zip));
    // The tag of a pinned release says the sum of its index, and then the loader takes no markup.
    let kept =
        |file: &&File| !ROOTED.contains(&file.path.as_str()) && !file.path.starts_with(fragments::FOLDER);
    let pinned = files.iter().filter(own).filter(kept);
    let pinned: Vec<File> = pinned
        .map(|file| File { path: format!("{FOLDER}{name}/{}", file.path), content: file.content.clone() })
        .collect();
    files.extend(pinned);
    files
}

/// What is in the zip alone.
fn instructions() -> Vec<File> {
    let rules = headers::rules(&[]);
    let servers = config::Server::ALL.iter();
    let configurations = servers
        .map(|(name, server)| File::new(format!("server/{name}.txt"), config::config(*server, &rules)));
    std::iter::once(File::new("LEES-MIJ.txt", READ_ME)).chain(configurations).collect()
}

/// The first 48 bits of a SHA-256 over all paths and contents, in 12 hexadecimal digits.
fn hash<'a>(files: impl Iterator<Item = &'a File>) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(&file.content));
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, content: &str) -> File {
        File::new(path, content)
    }

    fn site(loader: &str) -> Vec<File> {
        let files = vec![
            file("plaatsen/index.html", "v/__RELEASE__/ __LOADER_INTEGRITY__"),
            file("dist/gka.js", loader),
            file("404.html", "weg"),
            file("exports/fragment/tijdlijn-nl.json", "{}"),
        ];
        pinned(files, "2026-11-22")
    }

    fn name(files: &[File]) -> &str {
        super::name(files).unwrap()
    }

    #[test]
    fn the_oldest_go_first_and_never_that_of_today() {
        let releases = || {
            ["2026-11-20-b", "2026-11-22-a", "2026-11-22-c", "2025-01-01-d"]
                .iter()
                .enumerate()
                .map(|(written, name)| ((*name).to_owned(), written))
        };
        let gone = |own, keep| superfluous(releases(), own, keep);
        assert_eq!(gone("2026-11-22-c", 9), Vec::<String>::new());
        assert_eq!(gone("2026-11-22-c", 2), ["2026-11-20-b", "2025-01-01-d"]);
        assert_eq!(gone("2026-11-22-c", 1), ["2026-11-22-a", "2026-11-20-b", "2025-01-01-d"]);
        // An older one that is published anew.
        assert_eq!(gone("2025-01-01-d", 2), ["2026-11-22-a", "2026-11-20-b"]);
    }

    #[test]
    fn a_pinned_release_has_every_file_but_those_of_the_root_and_the_fragments() {
        let files = site("een");
        let name = name(&files);
        let below = |path: &str| files.iter().any(|file| file.path == format!("v/{name}/{path}"));
        assert!(name.starts_with("2026-11-22-") && name.len() == 23, "{name}");
        assert!(below("dist/gka.js") && below("plaatsen/index.html") && below(ZIP));
        assert!(!below("404.html") && !below("exports/fragment/tijdlijn-nl.json"));
    }

    #[test]
    fn another_content_is_another_release_and_the_same_content_the_same() {
        assert_eq!(site("een"), site("een"));
        assert_ne!(name(&site("een")), name(&site("twee")));
    }

    #[test]
    fn the_kit_says_which_release_it_is_of() {
        let files = site("een");
        let kit = files.iter().find(|file| file.path == KIT).unwrap();
        let text = String::from_utf8_lossy(&kit.content);
        assert!(text.starts_with(&format!("v/{}/ sha384-", name(&files))), "{text}");
    }
}
