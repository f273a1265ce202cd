//! The inset: what is too small on the map, seen again larger, in the same state and as good to point at.
//!
//! In every engine.

use serde_json::json;
use tests::page::Page;
use tests::page::input::ENTER;
use tests::site::Site;

/// The map beside its list, or in a column of its own: there a card stands under it and the inset stays.
const COLUMN: u32 = 680;

fn start(width: u32) -> Page {
    let page = Page::open();
    page.resize(width, 900);
    page.goto_alive(&Site::shared().url(""));
    page
}

/// The shape of a participant in the inset: the one that is drawn as its own is.
fn twin(naam: &str) -> String {
    format!(
        "(() => {{
            const own = all('.zoom .land a').find((node) => (node.ariaLabel ?? node.textContent) === '{naam}');
            return all('.inset .land path').find((path) => path.getAttribute('d') === own.querySelector('path').getAttribute('d'));
        }})()"
    )
}

fn is_seen(page: &Page) -> bool {
    // Engines do not agree on the boxes of SVG that is not displayed.
    page.eval("getComputedStyle(one('.inset')).display !== 'none' && one('svg.kaart').getBoundingClientRect().width > 0") == true
}

/// How many rings of those that the inset spares are seen.
fn rings(page: &Page) -> u64 {
    page.eval("all('.ruim').filter((ring) => ring.getBoundingClientRect().width > 0).length")
        .as_u64()
        .unwrap()
}

/// The shapes of the inset that do not look as the same place on the map does.
fn other(page: &Page) -> Vec<String> {
    page.strings(
        "all('.inset .land path').filter((path) => {
            const own = all('.zoom .land path').find((own) => own.getAttribute('d') === path.getAttribute('d'));
            const look = (node) => ['fill', 'stroke', 'fillOpacity'].map((name) => getComputedStyle(node)[name]).join();
            return look(own) !== look(path);
        }).map((path) => `${path.getAttribute('class')} ${getComputedStyle(path).fill}`)",
    )
}

#[test]
fn a_click_in_the_inset_chooses_that_gemeente() {
    let page = start(COLUMN);
    page.click(&page.eval(&twin("Zoetermeer")));
    page.wait("one('.card h3')");
    assert_eq!(page.texts(".card h3"), ["Zoetermeer"]);
    assert_eq!(page.events("gka-select").len(), 1);
    let own = page.text(&format!("{}.getAttribute('d')", twin("Zoetermeer")));
    assert_eq!(page.text("one('.inset .chosen').getAttribute('d')"), own, "the choice is seen in it");
    page.click(&page.eval(&twin("Zoetermeer")));
    page.wait("!one('.card h3')");
    assert_eq!(page.eval("one('.inset .chosen').getAttribute('d')"), json!(null));
}

#[test]
fn it_shows_the_state_of_the_map() {
    let page = start(COLUMN);
    assert_eq!(other(&page), Vec::<String>::new());
    let set = "const [name, value] = arguments; document.querySelector('gka-landkaart')[name] = value;";
    page.script_with(set, &[json!("thema"), json!("taalbevordering")]);
    page.wait("one('.zoom .land .dim')");
    assert!(page.eval("all('.inset .land .dim').length").as_u64().unwrap() > 0);
    assert_eq!(other(&page), Vec::<String>::new());
    page.script_with(set, &[json!("indicator"), json!("eindscore-route8")]);
    page.wait("one('.inset .land .k4') && one('.inset .patronen>path')");
    assert_eq!(other(&page), Vec::<String>::new());
    let pattern = "document.querySelector('gka-landkaart').shadowRoot.querySelector(one('.inset .patronen>path').getAttribute('fill').slice(4, -1)).localName";
    assert_eq!(page.text(pattern), "pattern");
    page.script_with(set, &[json!("indicator"), json!("")]);
    page.wait("!one('.patronen')");
    assert_eq!(other(&page), Vec::<String>::new());
}

#[test]
fn a_pointer_on_it_means_what_it_shows() {
    let page = start(COLUMN);
    page.hover(&page.eval(&twin("Zoetermeer")));
    assert_eq!(page.texts(".tip"), ["Zoetermeer"]);
    let above = "(() => {
        const [tip, sea] = [one('.tip'), one('.sea')].map((node) => node.getBoundingClientRect());
        return tip.left >= 0 && tip.bottom > sea.top - 50 && tip.bottom < sea.bottom && tip.left < sea.right;
    })()";
    assert_eq!(page.eval(above), true, "the name stands there");
    let lit = "all('.zoom [data-aim]').map((node) => node.ariaLabel)";
    assert_eq!(page.strings(lit), ["Zoetermeer"], "and the map shows where it is");
    page.hover(&page.part("h2"));
    assert_eq!(page.strings(lit), Vec::<String>::new());
    assert_eq!(page.eval("one('.tip').hidden"), true);
}

#[test]
fn what_it_is_for_is_a_target_of_24_pixels_in_it() {
    let page = start(1280);
    let least = "(() => {
        const side = ({ width, height }) => Math.min(width, height);
        const sea = one('.sea').getBoundingClientRect();
        const boxes = all('.zoom .land a path').map((own) => [own, all('.inset .land path').find((path) => path.getAttribute('d') === own.getAttribute('d'))]);
        const whole = boxes.filter(([own, twin]) => {
            const box = twin?.getBoundingClientRect();
            return box && side(own.getBoundingClientRect()) < 24 && box.left >= sea.left && box.right <= sea.right && box.top >= sea.top && box.bottom <= sea.bottom;
        }).map(([, twin]) => side(twin.getBoundingClientRect()));
        return [whole.length, Math.min(...whole)];
    })()";
    let found = page.eval(least);
    assert!(found[0].as_u64().unwrap() > 1, "{found}");
    assert!(found[1].as_f64().unwrap() >= 24., "{found}");
}

#[test]
fn it_is_nothing_of_its_own_for_keys_and_screen_readers() {
    let page = start(COLUMN);
    assert_eq!(page.text("one('.inset').getAttribute('aria-hidden')"), "true");
    assert_eq!(page.eval("all('.inset :is(a, title, [tabindex], [role], [aria-label])').length"), 0);
}

#[test]
fn it_goes_where_it_cannot_help_and_its_rings_come() {
    let page = start(1280);
    assert!(is_seen(&page) && rings(&page) == 0);
    page.click(&page.part(".zoombar [data-zoom='+']"));
    page.wait("one('svg.kaart').matches('[data-near]')");
    assert!(!is_seen(&page), "nearer it would lie over the map");
    assert_eq!(rings(&page), 0, "and what is near needs no ring");
    page.click(&page.part(".zoombar [data-zoom='-']"));
    page.wait("one('svg.kaart').matches(':not([data-near])')");
    assert!(is_seen(&page));
    // Beside the list a card stands where it is.
    page.eval("all('.list a').find((row) => row.textContent.startsWith('Gouda')).focus()");
    page.press(ENTER);
    page.wait("one('.card h3')");
    assert!(!is_seen(&page) && rings(&page) > 0, "the card has its place");
    page.script_with("document.querySelector('gka-landkaart').vergelijk = 'GM0599'", &[]);
    page.wait("all('.card h3').length === 2");
    assert!(is_seen(&page), "two cards stand under the map");
    page.script_with("document.querySelector('gka-landkaart').weergave = 'tegels'", &[]);
    page.wait("one('svg.tegels .land')?.getBoundingClientRect().width > 0");
    assert!(!is_seen(&page));
}

#[test]
fn without_scripts_it_is_there_in_the_colours_of_the_map() {
    let page = Page::open();
    page.resize(COLUMN, 900);
    page.without_scripts();
    for path in ["", "voorbeeld/"] {
        page.goto(&Site::shared().url(path));
        assert!(is_seen(&page), "/{path}");
        assert_eq!(other(&page), Vec::<String>::new(), "/{path}");
        assert_eq!(page.text("one('.inset text').textContent"), "In Zuid-Holland");
    }
}

#[test]
fn an_empty_tag_has_it_in_its_own_language() {
    let page = start(COLUMN);
    page.script_with(
        "const old = document.querySelector('gka-landkaart');
        const widget = document.createElement('gka-landkaart');
        for (const [name, value] of Object.entries({ src: old.src, lang: 'fy', loading: 'eager' })) widget.setAttribute(name, value);
        old.replaceWith(widget);",
        &[],
    );
    page.wait("one('.inset text')?.textContent === 'Yn Zuid-Holland'");
    assert!(is_seen(&page));
    page.click(&page.eval(&twin("Zoetermeer")));
    page.wait("one('.card h3')");
    assert_eq!(page.texts(".card h3"), ["Zoetermeer"]);
}
