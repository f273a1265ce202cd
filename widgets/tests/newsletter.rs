//! Blocks for mail, made of the example exports: what a mail program gets.

use geodata::contract::Exports;
use geodata::import::read_exports;
use geodata::topology::{Topology, topojson::TopoJson};
use std::path::{Path, PathBuf};
use widgets::publish::newsletter::{Editor, Unknown};
use widgets::publish::raster::{Painter, Palette};
use widgets::publish::site::landkaart;

const SITE: &str = "https://widgets.voorbeeld.nl/";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/exports")
}

fn with_editor(work: impl FnOnce(&Editor, &Exports)) {
    let exports = read_exports(&folder()).unwrap();
    let map = std::fs::read_to_string(folder().join(&exports.index.documenten.landkaart.pad)).unwrap();
    let topology = Topology::try_from(serde_json::from_str::<TopoJson>(&map).unwrap()).unwrap();
    let landkaart = landkaart(&exports).unwrap();
    work(&Editor::new(&exports, &landkaart, &topology, SITE, "https://beeld.voorbeeld.nl/brief"), &exports);
}

#[test]
fn every_thema_in_every_participant_has_a_block_and_each_alone() {
    with_editor(|editor, exports| {
        let (themas, gemeenten) = (exports.themas.themas.len(), exports.gemeenten.gemeenten.len());
        let subjects = editor.subjects();
        assert_eq!(subjects.len(), themas + gemeenten + themas * gemeenten);
        let mut names: Vec<String> = subjects.iter().map(|&subject| editor.letter(subject).name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), subjects.len(), "every block has a name of its own");
    });
}

#[test]
fn a_block_fits_in_mail_and_its_picture_is_small() {
    let painter = Painter::new(Palette::Small);
    with_editor(|editor, exports| {
        let code = exports.gemeenten.gemeenten[10].code.as_str();
        for (thema, gemeente) in
            [(Some("taalbevordering"), None), (Some("taalbevordering"), Some(code)), (None, Some(code))]
        {
            let files = editor.files(editor.subject(thema, gemeente).unwrap(), &painter).unwrap();
            let size = |extension: &str| {
                files.iter().find(|file| file.path.ends_with(extension)).unwrap().content.len()
            };
            // Gmail cuts a mail at 102 kB.
            assert!(size(".html") <= 102_000, "{} bytes of HTML", size(".html"));
            assert!(size(".png") <= 60_000, "{} bytes of PNG", size(".png"));
        }
    });
}

#[test]
fn a_block_says_what_its_picture_shows_and_links_to_pages_that_stay() {
    with_editor(|editor, _| {
        let letter = editor.letter(editor.subject(Some("taalbevordering"), None).unwrap());
        assert!(letter.title.ends_with("gemeenten werken aan taal"), "{}", letter.title);
        assert!(letter.picture.alt.starts_with("Kaart van Nederland. "), "{}", letter.picture.alt);
        assert_eq!(letter.picture.src, "https://beeld.voorbeeld.nl/brief/taalbevordering.png");
        assert_eq!(letter.more.href, [SITE, "thema/taalbevordering/"].concat());
        assert_eq!(letter.items.len(), 5);
        for item in &letter.items {
            let anchor = [SITE, "thema/taalbevordering/#interventie-"].concat();
            assert!(item.title.href.starts_with(&anchor), "{}", item.title.href);
        }
    });
}

#[test]
fn a_participant_without_interventies_of_a_thema_is_told_so() {
    with_editor(|editor, exports| {
        let none = exports.gemeenten.gemeenten.iter().find(|gemeente| gemeente.interventies == 0).unwrap();
        let letter =
            editor.letter(editor.subject(Some("taalbevordering"), Some(none.code.as_str())).unwrap());
        assert_eq!(letter.title, format!("Nog geen interventies bij taal bekend in {}", none.naam));
        assert!(letter.items.is_empty());
    });
}

#[test]
fn a_thema_or_gemeente_that_is_not_there_is_named_with_what_is() {
    with_editor(|editor, _| {
        let error = editor.subject(Some("breien"), None).unwrap_err();
        assert!(matches!(&error, Unknown::Thema { known, .. } if known.contains("taalbevordering")));
        let error = editor.subject(None, Some("GM9999")).unwrap_err().to_string();
        assert!(
            error.starts_with("--gemeente: expected the CBS code of a participant, such as GM"),
            "{error}"
        );
        assert!(error.ends_with("found GM9999"), "{error}");
    });
}

#[test]
fn mail_programs_know_all_that_a_block_asks_for() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    if !tests.join("node_modules/caniemail").is_dir() {
        eprintln!("skipped: tests/node_modules has no caniemail; tests/run installs it");
        return;
    }
    with_editor(|editor, exports| {
        let code = exports.gemeenten.gemeenten[10].code.as_str();
        let files = editor
            .files(
                editor.subject(Some("taalbevordering"), Some(code)).unwrap(),
                &Painter::new(Palette::Small),
            )
            .unwrap();
        let block = std::env::temp_dir().join(format!("gka-brief-{}.html", std::process::id()));
        std::fs::write(&block, &files[0].content).unwrap();
        let told = std::process::Command::new("node")
            .arg(tests.join("mail/caniemail.mjs"))
            .arg(&block)
            .output()
            .unwrap();
        std::fs::remove_file(&block).unwrap();
        // The Mail of Windows 10, out of support since 2024, drops `role`; readers of screens elsewhere need it.
        assert_eq!(
            String::from_utf8_lossy(&told.stdout),
            "outlook.windows-mail: role attribute\n",
            "{}",
            String::from_utf8_lossy(&told.stderr)
        );
    });
}

#[test]
fn the_mjml_source_compiles_without_a_fault_and_says_the_same() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    if !tests.join("node_modules/mjml").is_dir() {
        eprintln!("skipped: tests/node_modules has no mjml; tests/run installs it");
        return;
    }
    with_editor(|editor, exports| {
        let code = exports.gemeenten.gemeenten[10].code.as_str();
        for gemeente in [None, Some(code)] {
            let subject = editor.subject(Some("taalbevordering"), gemeente).unwrap();
            let letter = editor.letter(subject);
            let files = editor.files(subject, &Painter::new(Palette::Small)).unwrap();
            let source = files.iter().find(|file| file.path.ends_with(".mjml")).unwrap();
            let file = std::env::temp_dir().join(format!("gka-brief-{}.mjml", std::process::id()));
            std::fs::write(&file, &source.content).unwrap();
            let told = std::process::Command::new("node")
                .arg(tests.join("mail/mjml.mjs"))
                .arg(&file)
                .output()
                .unwrap();
            std::fs::remove_file(&file).unwrap();
            let html = String::from_utf8_lossy(&told.stdout).into_owned();
            assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
            assert!(!html.contains("fault:"), "{html}");
            assert!(html.contains(&format!("src=\"{}\"", letter.picture.src)), "{html}");
            for link in letter.items.iter().map(|item| &item.title).chain([&letter.more]) {
                assert!(html.contains(&format!("href=\"{}\"", link.href)), "{} is not in {html}", link.href);
            }
        }
    });
}
