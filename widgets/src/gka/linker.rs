//! `gka` as linker of the wasm: the linker that Rust brings, told to export less.
//!
//! Every `#[wasm_bindgen]` item of every dependency is an export, and an export keeps all it calls. Leptos brings
//! classes for streams that way, which no widget uses: 3 kB in brotli. Only the linker can leave them out, because
//! after it function tables and data no longer say who needs whom, and rustc has no option for it. So cargo is told
//! that `gka` is the linker, and `gka` starts the real one.

use std::collections::HashSet;
use std::env;
use std::ffi::OsString;
use std::io;
use std::process::{Command, ExitCode};

/// Set for `gka` as linker: what the loader calls in the wasm, with commas.
pub const CALLED: &str = "GKA_LINKER_CALLED";

/// rustc puts its own folder of tools first in the path; a system's package of Rust has the second.
const LINKERS: [&str; 2] = ["rust-lld", "lld"];

const EXPORT: &str = "--export";
const DESCRIBE: &str = "__wbindgen_describe_";

/// Links when `gka` was started as linker.
pub fn run() -> Option<ExitCode> {
    let called = env::var(CALLED).ok()?;
    let arguments = env::args_os().skip(1).collect();
    let linked =
        own_exports(arguments, &called.split(',').collect::<Vec<_>>()).and_then(|arguments| link(&arguments));
    Some(linked.unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    }))
}

fn link(arguments: &[OsString]) -> Result<ExitCode, String> {
    for linker in LINKERS {
        match Command::new(linker).args(arguments).status() {
            Ok(status) if status.success() => return Ok(ExitCode::SUCCESS),
            Ok(status) => return Err(format!("{linker}: {status}")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{linker}: {error}")),
        }
    }
    Err(format!("no linker for wasm; expected one of {} beside rustc", LINKERS.join(", ")))
}

/// Leaves out the exports of crates other than the one that exports `called`. wasm-bindgen ends the export of a
/// crate in the crate's own digits; its runtime has none and stays.
fn own_exports(arguments: Vec<OsString>, called: &[&str]) -> Result<Vec<OsString>, String> {
    let exports = arguments.iter().zip(arguments.iter().skip(1)).filter(|(option, _)| *option == EXPORT);
    let exports: Vec<&str> = exports.filter_map(|(_, name)| name.to_str()).collect();
    let items = || {
        exports
            .iter()
            .filter(|name| !name.starts_with(DESCRIBE))
            .filter_map(|name| Some((*name, item(name)?)))
    };
    let own: HashSet<&str> =
        items().filter(|(_, (name, _))| called.contains(name)).map(|(_, (_, digits))| digits).collect();
    if own.is_empty() {
        return Err(format!(
            "the wasm exports nothing that the loader calls; expected {}",
            called.join(", ")
        ));
    }
    let strange = items().filter(|(_, (_, digits))| !own.contains(digits));
    let strange: HashSet<OsString> =
        strange.flat_map(|(name, _)| [name.into(), format!("{DESCRIBE}{name}").into()]).collect();
    let mut kept: Vec<OsString> = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if strange.contains(&argument) && kept.last().is_some_and(|option| option == EXPORT) {
            kept.pop();
        } else {
            kept.push(argument);
        }
    }
    Ok(kept)
}

/// An export's name and the digits of its crate.
fn item(export: &str) -> Option<(&str, &str)> {
    let (name, digits) = export.rsplit_once('_')?;
    (digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())).then_some((name, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(arguments: &str) -> Result<String, String> {
        let arguments = arguments.split(' ').map(OsString::from).collect();
        let kept = own_exports(arguments, &["adoptable", "landkaart"])?;
        Ok(kept.join(" ".as_ref()).into_string().expect("the arguments are text"))
    }

    #[test]
    fn exports_of_other_crates_are_left_out_with_their_descriptions() {
        let own = "-flavor wasm --export landkaart_330fe8589da5a233 --export __wbg_mounted_free_330fe8589da5a233 \
                   --export __wbindgen_describe_landkaart_330fe8589da5a233";
        let strange =
            "--export source_pull_58a9338f50bce61c --export __wbindgen_describe_source_pull_58a9338f50bce61c";
        assert_eq!(
            linked(&format!("{own} {strange} -o widgets.wasm")).unwrap(),
            format!("{own} -o widgets.wasm")
        );
    }

    #[test]
    fn imports_and_the_runtime_of_wasm_bindgen_stay() {
        let all = "--export landkaart_330fe8589da5a233 --export __wbindgen_describe___wbg_focus_58a9338f50bce61c \
                   --export __wbindgen_malloc --export __wbg_jspi_task_poll a_58a9338f50bce61c";
        assert_eq!(linked(all).unwrap(), all);
    }

    #[test]
    fn a_wasm_without_what_the_loader_calls_is_refused() {
        let error = linked("--export source_pull_58a9338f50bce61c").unwrap_err();
        assert!(error.contains("expected adoptable, landkaart"), "{error}");
    }
}
