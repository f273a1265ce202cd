//! The look in a host: its theme is picked up, its hostile rules are kept out, and a reader's own needs come first.

use serde_json::{Value, json};
use tests::page::Page;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

/// The municipal page with the pasted snippet, alive, in a host that has this sheet.
fn hosted(sheet: &str, class: &str) -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("voorbeeld/"));
    dress(&page, sheet, class);
    page
}

/// Adds a sheet to the page, as a constructed one: no policy refuses that.
fn dress(page: &Page, sheet: &str, class: &str) {
    page.script_with(
        "const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        document.body.className += ` ${arguments[1]}`;",
        &[json!(sheet), json!(class)],
    );
}

/// A colour of the widget, as the browser computes it.
fn colour(page: &Page, selector: &str, property: &str) -> String {
    let computed = page.script_with(
        "return getComputedStyle(one(arguments[0]))[arguments[1]];",
        &[json!(selector), json!(property)],
    );
    computed.as_str().expect("a computed style is a text").to_owned()
}

/// What an expression of colour is on the host's body.
fn on_the_host(page: &Page, expression: &str) -> String {
    let computed = page.script_with(
        "const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = arguments[0];
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;",
        &[json!(expression)],
    );
    computed.as_str().expect("a computed style is a text").to_owned()
}

/// A published theme of NL Design System, pinned in `tests/package.json`.
fn theme(file: &str) -> String {
    let file = tests::root().join("tests/node_modules").join(file);
    std::fs::read_to_string(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; run tests/run", file.display()))
}

#[test]
fn the_widget_follows_published_themes_of_nl_design_system() {
    let themes = [
        ("@utrecht/design-tokens/dist/root.css", "", "--utrecht-document-color", "--utrecht-link-color"),
        (
            "@rijkshuisstijl-community/design-tokens/dist/uitvoerend-hemelblauw/root.css",
            "",
            "--rhc-color-foreground-default",
            "--rhc-color-foreground-link",
        ),
        (
            "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css",
            "voorbeeld-theme",
            "--nl-paragraph-color",
            "--nl-link-color",
        ),
    ];
    for (file, class, text, link) in themes {
        let page = hosted("", "");
        let plain = colour(&page, ".kick", "color");
        dress(&page, &theme(file), class);
        assert_eq!(colour(&page, ".gka", "color"), on_the_host(&page, &format!("var({text})")), "{file}");
        let accent = colour(&page, ".kick", "color");
        assert_eq!(accent, on_the_host(&page, &format!("var({link})")), "{file}");
        assert_ne!(accent, plain, "{file} has a colour of its own");
        assert_eq!(page.violations_of_rules(), NONE, "{file}");
    }
}

#[test]
fn a_host_sets_any_colour_by_our_own_tokens() {
    let page =
        hosted("main{--gka-dataviz-participant-color:rgb(1, 2, 3);--gka-dataviz-color:rgb(4, 5, 6)}", "");
    assert_eq!(colour(&page, ".land a.on", "fill"), "rgb(1, 2, 3)");
    assert_eq!(colour(&page, ".gka", "color"), "rgb(4, 5, 6)");
}

/// What a reader sees of the widget, as it was and as it is in a hostile host.
const SEEN: &str = "['.gka', 'h2', '.lede', '.chips a', 'svg', '.land path', '.list a', '.list b', 'footer'].map((selector) => {
    const node = one(selector);
    const style = getComputedStyle(node);
    const { width, height } = node.getBoundingClientRect();
    return [selector, style.display, style.visibility, style.color, style.fill, style.fontSize, style.fontWeight, style.fontStyle,
        style.textTransform, style.textAlign, style.textIndent, style.whiteSpace, style.opacity, style.pointerEvents,
        style.lineHeight, Math.round(width), Math.round(height)];
})";

#[test]
fn a_hostile_host_changes_nothing_of_the_widget() {
    let hostile = [
        "* { all: unset }",
        "path { display: none } svg { display: none } a, li, ul, h2, p { display: none !important }",
        "* { visibility: hidden; text-transform: uppercase; text-indent: -999px; text-align: right; line-height: 0;
            white-space: nowrap; font-weight: 900; font-style: italic; pointer-events: none; cursor: none; list-style: square;
            color: red; fill: red; stroke: red; direction: ltr; user-select: none }",
        "* { color: red !important; font-weight: 900 !important; text-align: right !important; line-height: 3 !important }",
    ];
    for sheet in hostile {
        let page = Page::open();
        page.resize(900, 900);
        page.goto_alive(&Site::shared().url("voorbeeld/"));
        // The host's own layout goes too, so the widget gets a place of a fixed size.
        page.eval(
            "(() => {
                const place = document.createElement('div');
                place.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot>';
                document.body.append(place);
                place.append(document.querySelector('gka-landkaart'));
            })()",
        );
        page.alive(2);
        page.eval("document.querySelector('gka-landkaart').parentNode.style.cssText = 'display:block!important;width:640px!important;font-size:16px!important'");
        page.eval("document.querySelector('gka-landkaart').style.cssText = 'font-size:16px!important;font-family:sans-serif!important'");
        let before = page.eval(SEEN);
        dress(&page, sheet, "");
        let after = page.eval(SEEN);
        assert_eq!(before, after, "{sheet}");
    }
}

#[test]
fn a_tiny_font_of_the_host_is_made_readable() {
    let page = hosted("* { font-size: 2px }", "");
    assert_eq!(colour(&page, ".gka", "fontSize"), "13px");
}

/// Texts that are cut off or stick out of the widget.
const CUT: &str = "(() => {
    const frame = one('.gka').getBoundingClientRect();
    const texts = all('h2, p, a, li, b, label, button, select, summary, footer').filter((node) => !node.closest('svg') && node.checkVisibility()
        && !node.closest('.tip') && node.textContent.trim() && getComputedStyle(node).clipPath === 'none');
    return texts.filter((node) => {
        const box = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        const cut = style.overflow !== 'visible' && style.overflow !== 'auto'
            && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
        return cut || box.right > frame.right + 1 || box.left < frame.left - 1;
    }).map((node) => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 40)}`);
})()";

const SIDEWAYS: &str = "document.documentElement.scrollWidth <= innerWidth";

/// 320 px is a window of 1280 at 400 % (WCAG 1.4.10); 240 a sidebar.
#[test]
fn narrow_and_enlarged_nothing_is_cut_off() {
    let page = Page::open();
    for width in [240, 320, 480, 1120] {
        page.resize(width, 900);
        page.goto_alive(&Site::shared().url("embed/landkaart/"));
        page.click(&page.part(".list a"));
        page.wait("one('.card h3')");
        assert_eq!(page.eval(CUT), json!([]), "{width}");
        assert_eq!(page.eval(SIDEWAYS), true, "{width}: no scrolling sideways");
    }
}

/// WCAG 1.4.12: the reader's own sheet, in every tree of the page.
#[test]
fn with_the_spacing_of_a_reader_nothing_is_cut_off() {
    let page = Page::open();
    for width in [240, 320, 480, 1120] {
        page.resize(width, 900);
        page.goto_alive(&Site::shared().url("embed/landkaart/"));
        page.eval(
            "(() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
                    + 'p { margin-bottom: 2em !important }');
                const root = document.querySelector('gka-landkaart').shadowRoot;
                root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
            })()",
        );
        page.click(&page.part(".list a"));
        page.wait("one('.card h3')");
        assert_eq!(page.eval(CUT), json!([]), "{width}");
        assert_eq!(page.eval(SIDEWAYS), true, "{width}: no scrolling sideways");
    }
}

/// Text twice as large without zooming (WCAG 1.4.4).
#[test]
fn with_text_twice_as_large_nothing_is_cut_off() {
    let page = Page::open();
    for width in [480, 1120] {
        page.resize(width, 900);
        page.goto_alive(&Site::shared().url("embed/landkaart/"));
        page.eval("document.body.style.fontSize = '200%'");
        assert_eq!(page.eval(CUT), json!([]), "{width}");
        assert_eq!(page.eval(SIDEWAYS), true, "{width}: no scrolling sideways");
    }
}

#[test]
fn what_can_be_pressed_is_large_enough_for_a_finger() {
    let page = Page::open();
    for width in [240, 480, 1120] {
        page.resize(width, 900);
        page.goto_alive(&Site::shared().url("embed/landkaart/"));
        let small = page.eval(
            "all('a, button, select, input, summary').filter((node) => !node.closest('svg') && node.checkVisibility())
                .map((node) => [node.textContent.trim(), ...box(node).slice(2)]).filter(([, width, height]) => width < 24 || height < 24)",
        );
        assert_eq!(small, json!([]), "{width}");
    }
}

fn media(page: &Page, features: &[(&str, &str)]) {
    let features: Vec<Value> =
        features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
}

#[test]
fn forced_colours_are_the_readers_own() {
    let page = Page::open();
    media(&page, &[("forced-colors", "active")]);
    page.goto_alive(&Site::shared().url("thema/taalbevordering/"));
    for (selector, property, system) in [
        (".gka", "color", "CanvasText"),
        (".land > path", "fill", "Canvas"),
        (".land a.on", "fill", "CanvasText"),
        (".land a.dim", "fill", "Canvas"),
        (".land a.dim", "stroke", "CanvasText"),
        (".legend i.on", "backgroundColor", "CanvasText"),
    ] {
        assert_eq!(colour(&page, selector, property), on_the_host(&page, system), "{selector} {property}");
    }
    assert_ne!(colour(&page, ".land", "stroke"), colour(&page, ".land > path", "fill"), "borders are seen");
    assert_eq!(page.violations_of_rules(), NONE);
}

#[test]
fn more_contrast_leaves_no_pale_text() {
    let page = Page::open();
    media(&page, &[("prefers-contrast", "more")]);
    page.goto_alive(&Site::shared().url(""));
    let ink = colour(&page, "h2", "color");
    for text in [".lede", ".legend", "footer"] {
        assert_eq!(colour(&page, text, "color"), ink, "{text}");
    }
}

#[test]
fn nothing_moves_by_itself_for_who_wants_less_motion() {
    let page = Page::open();
    media(&page, &[("prefers-reduced-motion", "reduce")]);
    page.goto_alive(&Site::shared().url(""));
    let moving = page.eval(
        "['*', '::before', '::after'].flatMap(() => all('*')).filter((node) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
            return transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || animationName !== 'none' || scrollBehavior === 'smooth';
        }).length",
    );
    assert_eq!(moving, 0);
}

/// Those that the README names.
#[test]
fn a_host_styles_every_part() {
    let readme = std::fs::read_to_string(tests::root().join("README.md")).expect("there is a README");
    let (_, parts) = readme.split_once("`::part()`: `").expect("the README names the parts");
    let parts: Vec<&str> = parts.split('`').next().unwrap_or_default().split_whitespace().collect();
    assert!(parts.len() >= 10, "{parts:?}");
    let rules: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(i, part)| format!("gka-landkaart::part({part}) {{ outline: {}px solid red }}", i + 1))
        .collect();
    let page = hosted(&rules.concat(), "");
    for (i, part) in parts.iter().enumerate() {
        let selector = format!("[part~={part}]");
        assert_eq!(colour(&page, &selector, "outlineWidth"), format!("{}px", i + 1), "{part}");
    }
}
