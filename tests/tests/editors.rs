//! What is left of the lines of the embed kit in the editors of most CMSs, CKEditor 5 and TinyMCE (npm): as the page of
//! the kit says. Their own code runs in a page of `tests::page`.

use serde_json::{Value, json};
use tests::page::Page;
use tests::site::Site;

/// The three snippets as the kit gives them, element, iframe and picture, and what it says to set in this editor.
fn kit(editor: &str) -> [String; 4] {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("plaatsen/"));
    page.with_scripts();
    ["element", "iframe", "image", editor]
        .map(|id| page.text(&format!("document.getElementById('{id}').textContent")))
}

const ADDRESS: &str = "https://uw-widgets.example/";

/// What CKEditor keeps with these plugins beside the usual ones, and this configuration.
const CKEDITOR: &str = "
    const [html, more, settings] = arguments;
    const names = ['Essentials', 'Paragraph', 'Heading', 'Link', 'ImageBlock', 'ImageInline', 'LinkImage', ...more];
    const element = document.body.appendChild(document.createElement('div'));
    const plugins = names.map((name) => CKEDITOR[name] ?? (() => { throw new Error(`no plugin ${name}`); })());
    return CKEDITOR.ClassicEditor.create(element, { licenseKey: 'GPL', plugins, ...Function(`return { ${settings} }`)() }).then((editor) => {
        editor.setData(html);
        return editor.getData();
    });";

/// What TinyMCE keeps with this configuration.
const TINYMCE: &str = "
    const [html, settings] = arguments;
    const target = document.body.appendChild(document.createElement('div'));
    return tinymce.init({ target, license_key: 'gpl', inline: true, skin: false, content_css: false, promotion: false,
        convert_urls: false, ...Function(`return { ${settings} }`)() })
        .then(([editor]) => {
            editor.setContent(html);
            return editor.getContent();
        });";

fn editor(files: &[&str]) -> Page {
    let page = Page::open();
    // In quirks mode neither begins.
    page.goto("data:text/html,<!doctype html><title>een CMS</title>");
    files.iter().for_each(|file| page.load(file));
    page
}

fn said(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected HTML, found {value}"))
}

#[test]
fn ckeditor_keeps_the_link_and_with_the_settings_of_the_kit_all_of_it() {
    let [element, iframe, image, settings] = kit("ckeditor");
    let page = editor(&["ckeditor5/dist/browser/ckeditor5.umd.js"]);
    let kept = |html: &str, more: Value, settings: &str| {
        let kept = page.script_with(CKEDITOR, &[json!(html), more, json!(settings)]);
        println!("{html}\n-> {kept}\n");
        said(&kept).to_owned()
    };
    for snippet in [&element, &iframe] {
        let kept = kept(snippet, json!([]), "");
        assert!(kept.contains(&format!("<a href=\"{ADDRESS}")) && !kept.contains("<script"), "{kept}");
        assert!(!kept.contains("<gka-") && !kept.contains("<iframe"), "{kept}");
    }
    let picture = kept(&image, json!([]), "");
    assert!(
        picture.contains(&format!("<a href=\"{ADDRESS}\"")) && picture.contains(" alt=\"Kaart van"),
        "{picture}"
    );
    let whole = kept(&element, json!(["GeneralHtmlSupport"]), &settings);
    for part in ["<script type=\"module\" src=\"", "<gka-landkaart src=\"", "<a href=\""] {
        assert!(whole.contains(part), "{part} is not in {whole}");
    }
    let whole = kept(&iframe, json!(["GeneralHtmlSupport"]), &settings);
    for part in ["<iframe ", "embed/landkaart/", "height=\"1240\"", "dist/iframe.js"] {
        assert!(whole.contains(part), "{part} is not in {whole}");
    }
}

#[test]
fn tinymce_keeps_the_link_and_with_the_settings_of_the_kit_all_of_it() {
    let [element, iframe, image, settings] = kit("tinymce");
    let page = editor(&[
        "tinymce/tinymce.min.js",
        "tinymce/models/dom/model.min.js",
        "tinymce/themes/silver/theme.min.js",
        "tinymce/icons/default/icons.min.js",
    ]);
    let kept = |html: &str, settings: &str| {
        let kept = page.script_with(TINYMCE, &[json!(html), json!(settings)]);
        println!("{html}\n-> {kept}\n");
        said(&kept).to_owned()
    };
    let plain = kept(&element, "");
    assert!(plain.contains(&format!("<a href=\"{ADDRESS}")), "{plain}");
    assert!(!plain.contains("<gka-"), "{plain}");
    let framed = kept(&iframe, "");
    assert!(framed.contains("<iframe ") && framed.contains("sandbox=\"\""), "{framed}");
    assert!(framed.contains(&format!("<a href=\"{ADDRESS}")), "{framed}");
    let picture = kept(&image, "");
    assert!(
        picture.contains(&format!("<a href=\"{ADDRESS}\"")) && picture.contains(" alt=\"Kaart van"),
        "{picture}"
    );
    for name in ["landkaart", "interventies", "indicator", "gemeente", "tijdlijn", "voortgang"] {
        let tag = format!("gka-{name}");
        let whole = kept(&element.replace("gka-landkaart", &tag), &settings);
        assert!(whole.contains(&format!("<{tag} src=\"")) && whole.contains("<script "), "{whole}");
    }
    let whole = kept(&iframe, &settings);
    assert!(!whole.contains("sandbox") && whole.contains("dist/iframe.js"), "{whole}");
}
