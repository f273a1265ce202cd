//! In which order the paths of a release change, so that nothing names what is not there yet.

use crate::publish::headers::Paths;

/// The paths in turns: all of one turn stand before the next begins.
///
/// 1. names that carry a hash, and pinned releases: no page of the older release asks for them;
/// 2. all other files;
/// 3. pages;
/// 4. the loader and the index of the exports, from which a widget finds everything else.
pub fn turns<'a>(paths: impl Iterator<Item = &'a str>) -> [Vec<&'a str>; 4] {
    let mut turns = [const { Vec::new() }; 4];
    for path in paths {
        turns[turn(path)].push(path);
    }
    turns
}

/// Whether a path never changes its content, so that it may stay when a release no longer names it.
pub fn is_lasting(path: &str) -> bool {
    turn(path) == 0
}

fn turn(path: &str) -> usize {
    // The compressed form goes with the file.
    let path = path.strip_suffix(".br").unwrap_or(path);
    let rooted = ["/", path].concat();
    match path {
        "exports/index.json" | "dist/gka.js" => 3,
        _ if Paths::Hashed.contain(&rooted)
            || path.starts_with("v/")
            || path.starts_with("exports/vast/") =>
        {
            0
        }
        _ if Paths::Files.contain(&rooted) => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_comes_last_and_what_it_names_first() {
        let paths = [
            "exports/index.json",
            "index.html",
            "exports/themas.json",
            "exports/index.json.br",
            "dist/gka-0123456789ab.wasm",
            "exports/vast/themas.0123456789ab.json",
        ];
        assert_eq!(
            turns(paths.into_iter()),
            [
                vec!["dist/gka-0123456789ab.wasm", "exports/vast/themas.0123456789ab.json"],
                vec!["exports/themas.json"],
                vec!["index.html"],
                vec!["exports/index.json", "exports/index.json.br"],
            ]
        );
    }

    #[test]
    fn only_a_name_that_never_changes_is_lasting() {
        assert!(is_lasting("dist/gka-0123456789ab.js.br"));
        assert!(!is_lasting("dist/gka.js"));
        assert!(!is_lasting("thema/taal/index.html"));
    }
}
