//! The bundle: what a page loads.
//!
//! | file | name | what |
//! |---|---|---|
//! | loader | `gka.js`, stable | the one address a page names; defines the elements, loads the rest when it is needed |
//! | wasm | `gka-<hash>.wasm` | what a published page needs at once of the widgets |
//! | glue | `gka-<hash>.js`, the wasm's name | between the browser and the wasm, made by wasm-bindgen |
//! | the whole | `gka-meer-<hash>.js`, `gka-meer-<hash>.wasm` | the same for all that they can do |
//! | the lists | `gka-lijst-<hash>.js`, `gka-lijst-<hash>.wasm` | the widgets without a map, which load no map |
//! | style sheet | `gka-<hash>.css` | their look |
//! | sentences | `gka-en-<hash>.json`, `gka-fy-<hash>.json` | what they say in another language than Dutch |
//! | tokens | `gka.tokens.json`, stable | what a host may set of the look, for design tools |
//!
//! The hash is of the content, of a glue and its wasm together, so a hashed file may be kept forever, and two releases
//! can stand side by side.

mod bind;
mod glue;
mod minify;
mod package;
mod rename;
mod shake;
mod statement;
mod tags;
mod word;

use super::folder::{self, File, Folder};
use crate::model::{Key, Taal, Words};
use crate::view::TOKENS;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

pub use bind::bind;
pub use shake::called;
pub use tags::TAGS;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the wasm does not bind: {0}")]
    Bind(String),
    #[error(
        "the wasm asks for {0} JavaScript snippets of its own; the bundle has one glue file, so a dependency with inline JavaScript cannot be used"
    )]
    Snippets(usize),
    #[error("wasm-bindgen wrote a glue of another shape than the version this was made for: {0}")]
    Glue(String),
    #[error("the loader or a glue is no JavaScript: {0}")]
    JavaScript(String),
    #[error("the loader calls nothing of the glue; expected `glue.` and a name in it")]
    NothingCalled,
    #[error("the {by} asks for {name}, which the {of} does not have")]
    Missing { by: &'static str, of: &'static str, name: String },
    #[error(
        "the loader names no {0}; it holds __GLUE__, the same with MEER_ and LIJST_, __CSS__, __EN__ and __FY__ where the file names belong, and __GLUE_SUM__, __WASM_SUM__ and so on for what is in them"
    )]
    Placeholder(&'static str),
}

/// The wasm and the glue that wasm-bindgen made of one cargo build.
#[derive(Debug, Clone)]
pub struct Bound {
    pub wasm: Vec<u8>,
    pub glue: String,
}

/// A file of the bundle, with the name it is published under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    pub name: String,
    pub content: Vec<u8>,
}

/// The files of one release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    pub loader: Asset,
    pub glue: Asset,
    pub wasm: Asset,
    /// Glue and wasm of the whole.
    pub meer: [Asset; 2],
    /// Glue and wasm of the lists.
    pub lijst: [Asset; 2],
    pub css: Asset,
    pub sentences: [Asset; 2],
    pub tokens: Asset,
}

/// How many sentences of the catalogue the loader says itself, before there is any wasm.
const EARLY: usize = 6;

impl Bundle {
    /// Names the files by their content and writes the names into the loader.
    pub fn new(kern: &Bound, meer: &Bound, lijst: &Bound, loader: &str, css: &str) -> Result<Bundle, Error> {
        let pair = |kind: &str, bound: &Bound| {
            let hash = hash(&[bound.glue.as_bytes(), &bound.wasm].concat());
            let named = |extension: &str, content: &[u8]| Asset {
                name: format!("gka{kind}-{hash}.{extension}"),
                content: content.to_vec(),
            };
            [named("js", bound.glue.as_bytes()), named("wasm", &bound.wasm)]
        };
        let [glue, wasm] = pair("", kern);
        let (meer, lijst) = (pair("-meer", meer), pair("-lijst", lijst));
        let css = Asset::hashed("", "css", css.as_bytes().to_vec());
        let sentences = [Taal::En, Taal::Fy].map(|taal| {
            let words = Words::of(taal);
            let list = list(words.sentences());
            Asset::hashed(&["-", taal.code()].concat(), "json", list.into_bytes())
        });
        let keys: Vec<_> = Key::ALL.iter().map(|key| key.name()).collect();
        let early = list(Words::dutch().sentences().take(EARLY));
        let wide = bits(|key| !key.is_plain());
        let joint = bits(|key| !key.is_own());
        let mut text = loader
            .replace("__WIDE__", &wide)
            .replace("__JOINT__", &joint)
            .replace("__KEYS__", &keys.join(" "))
            .replace("__NL__", &early);
        let [en, fy] = &sentences;
        for (placeholder, value) in [
            ("__GLUE__", glue.name.clone()),
            ("__GLUE_SUM__", glue.sum()),
            ("__WASM_SUM__", wasm.sum()),
            ("__MEER_GLUE__", meer[0].name.clone()),
            ("__MEER_GLUE_SUM__", meer[0].sum()),
            ("__MEER_WASM_SUM__", meer[1].sum()),
            ("__LIJST_GLUE__", lijst[0].name.clone()),
            ("__LIJST_GLUE_SUM__", lijst[0].sum()),
            ("__LIJST_WASM_SUM__", lijst[1].sum()),
            ("__CSS__", css.name.clone()),
            ("__EN__", en.name.clone()),
            ("__FY__", fy.name.clone()),
        ] {
            if !text.contains(placeholder) {
                return Err(Error::Placeholder(placeholder));
            }
            text = text.replace(placeholder, &value);
        }
        let loader = Asset { name: "gka.js".to_owned(), content: minify::minify(&text)?.into_bytes() };
        let tokens = Asset { name: "gka.tokens.json".to_owned(), content: TOKENS.as_bytes().to_vec() };
        Ok(Bundle { loader, glue, wasm, meer, lijst, css, sentences, tokens })
    }

    pub fn assets(&self) -> [&Asset; 11] {
        let ([en, fy], [glue, wasm], [lijst, lists]) = (&self.sentences, &self.meer, &self.lijst);
        [&self.loader, &self.glue, &self.wasm, glue, wasm, lijst, lists, &self.css, en, fy, &self.tokens]
    }

    /// Writes the bundle into `folder`, under `prefix` (`""` or `"dist/"`).
    ///
    /// Beside it stands what makes it an npm package.
    pub fn write(&self, folder: &mut Folder, prefix: &str) -> Result<(), folder::Error> {
        folder.write_all(&self.files(prefix), |_| ())
    }

    /// The bundle and what makes it an npm package, below `prefix`.
    pub fn files(&self, prefix: &str) -> Vec<File> {
        let package = package::files(self);
        let assets = self.assets().into_iter().chain(&package);
        assets.map(|asset| File::new(format!("{prefix}{}", asset.name), &*asset.content)).collect()
    }
}

impl Asset {
    fn hashed(kind: &str, extension: &str, content: Vec<u8>) -> Asset {
        Asset { name: format!("gka{kind}-{}.{extension}", hash(&content)), content }
    }

    /// The SHA-256 of its content, in base64.
    pub fn sum(&self) -> String {
        STANDARD.encode(Sha256::digest(&self.content))
    }
}

/// A bit for each key, the first key the lowest.
fn bits(chosen: impl Fn(&Key) -> bool) -> String {
    let keys = Key::ALL.iter().enumerate();
    let bits = keys.filter(|(_, key)| chosen(key)).fold(0_u32, |bits, (place, _)| bits | 1 << place);
    bits.to_string()
}

/// Texts as a JSON list.
fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    serde_json::Value::from_iter(texts).to_string()
}

/// The first 48 bits of the SHA-256 of `content` in 12 hexadecimal digits: the hash in a file name.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "export const f = ['__GLUE__', '__GLUE_SUM__', '__WASM_SUM__', '__MEER_GLUE__', '__MEER_GLUE_SUM__', '__MEER_WASM_SUM__', '__LIJST_GLUE__', '__LIJST_GLUE_SUM__', '__LIJST_WASM_SUM__', '__CSS__', '__EN__', '__FY__'];";

    fn bound() -> Bound {
        Bound { wasm: vec![0, 97, 115, 109], glue: "export default 1;\n".to_owned() }
    }

    #[test]
    fn the_loader_names_the_files_of_its_own_release() {
        let bundle = Bundle::new(&bound(), &bound(), &bound(), LOADER, ":host{}").unwrap();
        let loader = String::from_utf8(bundle.loader.content.clone()).unwrap();
        // All but the loader itself and the tokens, which are for people.
        let [_, loaded @ .., tokens] = bundle.assets();
        assert_eq!(tokens.name, "gka.tokens.json");
        for asset in loaded {
            // A wasm has the name of its glue.
            assert!(loader.contains(&asset.name.replace(".wasm", ".js")), "{loader}");
        }
        // `printf '\\0asm' | openssl dgst -sha256 -binary | base64`
        assert!(loader.contains("zV1JNaSMBnLLBkB7tEO8AIev+UfGuGS6yIaYLHOzAn8="), "{loader}");
    }

    #[test]
    fn another_content_is_another_name() {
        let one = Bundle::new(&bound(), &bound(), &bound(), LOADER, "a{}").unwrap();
        let two = Bundle::new(&bound(), &bound(), &bound(), LOADER, "b{}").unwrap();
        assert_eq!(one.wasm.name, two.wasm.name);
        assert_ne!(one.css.name, two.css.name);
        assert_eq!(one.loader.name, two.loader.name);
    }

    #[test]
    fn a_loader_that_forgets_a_file_is_refused() {
        let error = Bundle::new(
            &bound(),
            &bound(),
            &bound(),
            "__GLUE__ __GLUE_SUM__ __WASM_SUM__ __MEER_GLUE__ __MEER_GLUE_SUM__ __MEER_WASM_SUM__ __LIJST_GLUE__ __LIJST_GLUE_SUM__ __LIJST_WASM_SUM__",
            "",
        )
        .unwrap_err();
        assert!(error.to_string().contains("__CSS__"), "{error}");
    }
}
