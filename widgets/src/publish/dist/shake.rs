//! Out of wasm and glue goes what the loader cannot reach.
//!
//! wasm-bindgen writes for every loader: setters, a second way to start, classes that only a dependency wanted.
//! Wasm and glue call each other, so what is left out of one may free more of the other, until neither shrinks.

use super::Error;
use super::glue::{Glue, members};
use std::collections::BTreeSet;
use walrus::Module;

/// What `loader` calls of a glue, which it knows by a name of its own, and of every glue, which it knows as `any`.
pub fn called(loader: &str, glue: &str) -> Result<BTreeSet<String>, Error> {
    let of = |name: &str| members(loader, &[name, "."].concat());
    let mut called = of(glue);
    if called.is_empty() {
        return Err(Error::NothingCalled);
    }
    called.extend(of("any"));
    Ok(called)
}

/// Leaves in `module` and `glue` what is `called` by the loader.
///
/// Also the proof that the two fit: each has what the other asks for.
pub fn shake(module: &mut Module, mut glue: Glue, called: &BTreeSet<String>) -> Result<Glue, Error> {
    if let Some(name) = called.iter().find(|name| !glue.offered().contains(name.as_str())) {
        return Err(Error::Missing { by: "loader", of: "glue", name: name.clone() });
    }
    loop {
        let imported: BTreeSet<String> = module.imports.iter().map(|import| import.name.clone()).collect();
        glue = glue.keep(called, &imported);
        let used = glue.used();
        let unused = module.exports.iter().filter(|export| !used.contains(&export.name));
        let unused: Vec<_> = unused.map(|export| export.id()).collect();
        if unused.is_empty() {
            fit(&imported, &glue.imports().map(str::to_owned).collect(), "wasm", "glue")?;
            let exported = module.exports.iter().map(|export| export.name.clone()).collect();
            fit(&used, &exported, "glue", "wasm")?;
            return Ok(glue);
        }
        unused.into_iter().for_each(|export| module.exports.delete(export));
        walrus::passes::gc::run(module);
    }
}

fn fit(
    asked: &BTreeSet<String>,
    offered: &BTreeSet<String>,
    by: &'static str,
    of: &'static str,
) -> Result<(), Error> {
    match asked.difference(offered).next() {
        Some(name) => Err(Error::Missing { by, of, name: name.clone() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, FunctionId};

    const GLUE: &str = "\
export function draw() {
    wasm.draw();
}
export function stream() {
    wasm.stream();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        line: function() {
        },
        promise: function() {
            wasm.settle();
        },
    };
}
let wasm;
";

    fn exports(module: &mut Module, name: &str, calls: Option<FunctionId>) {
        let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
        if let Some(called) = calls {
            function.func_body().call(called);
        }
        let function = function.finish(Vec::new(), &mut module.funcs);
        module.exports.add(name, function);
    }

    /// `draw` calls `line`, `stream` calls `promise`, and `settle` is there for `promise`.
    fn module() -> Module {
        let mut module = Module::default();
        let nothing = module.types.add(&[], &[]);
        let (line, _) = module.add_import_func("m", "line", nothing);
        let (promise, _) = module.add_import_func("m", "promise", nothing);
        exports(&mut module, "draw", Some(line));
        exports(&mut module, "stream", Some(promise));
        exports(&mut module, "settle", None);
        module
    }

    fn glue(source: &str) -> Glue {
        Glue::read(source, "export default () => {};").unwrap()
    }

    #[test]
    fn what_the_loader_does_not_reach_goes_from_both_sides() {
        let mut module = module();
        let kept = shake(&mut module, glue(GLUE), &called("glue.draw()", "glue").unwrap()).unwrap();
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        let imports: Vec<_> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!((exports, imports), (vec!["draw"], vec!["line"]));
        assert_eq!(kept.imports().collect::<Vec<_>>(), ["line"]);
        assert_eq!(module.funcs.iter().count(), 2);
    }

    #[test]
    fn a_loader_that_reaches_all_keeps_all() {
        let mut module = module();
        shake(&mut module, glue(GLUE), &called("glue.draw(); glue.stream();", "glue").unwrap()).unwrap();
        assert_eq!((module.exports.iter().count(), module.imports.iter().count()), (3, 2));
    }

    #[test]
    fn a_side_that_lost_what_the_other_needs_is_noticed() {
        let error = |source: &str, loader| {
            let shaken =
                called(loader, "glue").and_then(|called| shake(&mut module(), glue(source), &called));
            shaken.unwrap_err().to_string()
        };
        assert_eq!(error(GLUE, "glue.paint()"), "the loader asks for paint, which the glue does not have");
        let lost = GLUE.replace("        line: function() {\n        },\n", "");
        assert_eq!(error(&lost, "glue.draw()"), "the wasm asks for line, which the glue does not have");
        let lost = GLUE.replace("wasm.draw()", "wasm.sketch()");
        assert_eq!(error(&lost, "glue.draw()"), "the glue asks for sketch, which the wasm does not have");
        assert!(error(GLUE, "").contains("calls nothing"));
    }
}
