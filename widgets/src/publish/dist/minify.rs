//! JavaScript as a browser needs it: no comments, no space, and short names for what a module knows alone.
//!
//! Nothing is computed or moved: what runs is what was written. Names that others see (properties, exports, what is
//! private to a class only in name) stay.

use super::Error;
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The module `source` in short.
///
/// # Errors
/// When it is no JavaScript.
pub fn minify(source: &str) -> Result<String, Error> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(problem) = parsed.diagnostics.first() {
        return Err(Error::JavaScript(problem.to_string()));
    }
    let mangle = MangleOptions { top_level: Some(true), ..MangleOptions::default() };
    let options = MinifierOptions { mangle: Some(mangle), ..MinifierOptions::default() };
    let names = Minifier::new(options).minify(&allocator, &mut parsed.program);
    let written = Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names.scoping)
        .with_private_member_mappings(names.class_private_mappings)
        .build(&parsed.program);
    Ok(written.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_space_go_and_a_local_name_is_short() {
        let source = "/** why */\nconst text = import.meta.url;\nexport function f(argument) {\n  return [text, argument]; // so\n}\n";
        assert_eq!(minify(source).unwrap(), "const e=import.meta.url;export function f(t){return[e,t]}");
    }

    #[test]
    fn what_others_see_keeps_its_name() {
        let short = minify(
            "class Own { static kept = 1; #gone = 2; get gone() { return this.#gone; } }\nexport { Own };",
        )
        .unwrap();
        for name in ["kept", "get gone", "as Own"] {
            assert!(short.contains(name), "{short}");
        }
        assert!(!short.contains("#gone"), "{short}");
    }

    #[test]
    fn texts_stay_as_they_are() {
        let short = minify("f('it // is  { b', /x [^\"] \\/ y/);").unwrap();
        assert!(short.contains("it // is  { b") && short.contains("/x [^\"] \\/ y/"), "{short}");
    }

    #[test]
    fn what_is_no_javascript_is_refused() {
        assert!(matches!(minify("const = 1"), Err(Error::JavaScript(_))));
    }
}
