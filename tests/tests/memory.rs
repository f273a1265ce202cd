//! Widgets that come and go leave nothing behind.

use serde_json::json;
use tests::page::Page;
use tests::site::Site;

/// `__cycle(times, markup)` lets a widget come, be ready and go; `__taken()` is what the wasm holds.
///
/// The memory only grows by pages, so the room that is left in it is measured too, by filling it with ever smaller
/// blocks. Afterwards the memory is as it was, but for the page that it grew by: nobody knows of that one, so it is
/// `lost`.
const CYCLES: &str = "window.__place = document.createElement('div');
    document.body.append(__place);
    window.__cycle = async (times, markup) => {
        for (let i = 0; i < times; i++) {
            const ready = new Promise((done) => __place.addEventListener('gka-load', done, { once: true }));
            __place.setHTMLUnsafe(markup);
            await ready;
            __place.replaceChildren();
        }
        __events.length = 0;
    };
    const { default: start } = await import(glue);
    const { memory, __wbindgen_malloc: allocate } = await start(fetch(wasm));
    let lost = 0;
    window.__size = () => memory.buffer.byteLength - lost;
    window.__taken = () => {
        const before = new Uint8Array(memory.buffer).slice();
        const taken = __size();
        let room = 0;
        // With a gap behind it, all that is left before it is still given out.
        memory.grow(1);
        for (let size = 4096; size >= 16; size /= 2)
            while ((allocate(size, 8) >>> 0) + size <= before.length) room += size;
        lost += memory.buffer.byteLength - before.length;
        new Uint8Array(memory.buffer).set(before);
        return taken - room;
    };
    window.__leak = (size) => void allocate(size, 8);
    document.querySelector('gka-landkaart').remove();";

/// What is held at one moment, in bytes where it is memory.
#[derive(Debug)]
struct Measured {
    memory: u64,
    taken: u64,
    heap: u64,
    nodes: u64,
    listeners: u64,
}

fn measure(page: &Page) -> Measured {
    let (nodes, listeners) = page.held();
    let number = |expression| page.eval(expression).as_u64().expect("a size");
    let memory = number("__size()");
    Measured { memory, taken: number("__taken()"), heap: page.heap(), nodes, listeners }
}

/// A page without a widget, ready for [`CYCLES`] of the wasm of this glue.
fn start(glue: &str) -> Page {
    let site = Site::shared();
    let wasm = match glue {
        _ if glue.contains("-meer-") => site.whole(".wasm"),
        _ if glue.contains("-lijst-") => site.lists(".wasm"),
        _ => site.hashed(".wasm"),
    };
    let page = Page::open();
    page.goto_alive(&site.url(""));
    page.script_with(
        &format!("return (async (glue, wasm) => {{ {CYCLES} }})(...arguments);"),
        &[json!(format!("/{glue}")), json!(format!("/{wasm}"))],
    );
    page
}

/// How the widget stands in the page before it lives.
#[derive(Clone, Copy)]
enum Form {
    LightDom,
    ShadowRoot,
    Empty,
}

/// Keeps the widget of a page, as markup, for what follows.
fn keep_markup(page: &Page, path: &str, form: Form) {
    page.script_with(
        "const [path, form] = arguments;
        return fetch(path).then((answer) => answer.text()).then((text) => {
            const name = text.match(/<(gka-[a-z]+) /)[1];
            const tag = text.slice(text.indexOf(`<${name}`), text.lastIndexOf(`</${name}>`));
            const absolute = tag.replace(/src=\"[^\"]*\"/, 'src=\"/exports/index.json\"');
            const end = absolute.indexOf('>') + 1;
            const root = `<template shadowrootmode=open>${absolute.slice(end)}</template>`;
            window.__markup = absolute.slice(0, end) + [absolute.slice(end), root, ''][form];
        });",
        &[json!(path), json!(form as u8)],
    );
}

/// What is held after 1,000 times is what was held after 100.
fn stays_flat(name: &str, page: &Page, times: impl Fn(usize)) {
    times(100);
    let early = measure(page);
    times(900);
    let late = measure(page);
    println!("{name}, after 100 times:   {early:?}");
    println!("{name}, after 1,000 times: {late:?}");
    assert_eq!(page.errors(), Vec::<String>::new());
    // Measuring what is taken makes the memory grow by what it asks for, at most a page.
    assert!(
        late.memory <= early.memory + 65_536,
        "{name}: wasm memory, {} and {}",
        early.memory,
        late.memory
    );
    assert!(
        late.taken <= early.taken + 1_024,
        "{name}: wasm memory in use, {} and {}",
        early.taken,
        late.taken
    );
    // One or two fragments, with a dozen listeners each, may wait for the browser's collector; one left each time would
    // be 900 of them.
    assert!(late.nodes <= early.nodes + 2_500, "{name}: nodes, {} and {}", early.nodes, late.nodes);
    assert!(
        late.listeners <= early.listeners + 30,
        "{name}: listeners, {} and {}",
        early.listeners,
        late.listeners
    );
    assert!(late.heap <= early.heap + 200_000, "{name}: heap, {} and {}", early.heap, late.heap);
}

/// Lets the widget of a page come, be ready and go.
fn comes_and_goes(name: &str, path: &str, form: Form) {
    // What has nothing to take over is drawn by the whole.
    let site = Site::shared();
    let page = start(&if matches!(form, Form::Empty) { site.whole("js") } else { site.hashed("js") });
    keep_markup(&page, path, form);
    stays_flat(name, &page, |times| {
        // A script may take half a minute.
        for _ in 0..times / 50 {
            page.eval("__cycle(50, __markup)");
        }
    });
}

#[test]
fn adopting_from_a_declarative_shadow_root_a_thousand_times_leaves_nothing() {
    comes_and_goes("declarative shadow root", "/", Form::ShadowRoot);
}

#[test]
fn adopting_from_the_light_dom_a_thousand_times_leaves_nothing() {
    comes_and_goes("light DOM", "/voorbeeld/", Form::LightDom);
}

#[test]
fn drawing_afresh_a_thousand_times_leaves_nothing() {
    comes_and_goes("empty element", "/", Form::Empty);
}

#[test]
fn lists_and_cards_that_come_and_go_a_thousand_times_leave_nothing() {
    for path in ["/sector/mbo/", "/indicator/opleiding-laag/"] {
        let page = start(&Site::shared().lists("js"));
        keep_markup(&page, path, Form::LightDom);
        stays_flat(path, &page, |times| {
            for _ in 0..times / 50 {
                page.eval("__cycle(50, __markup)");
            }
        });
    }
}

#[test]
fn choosing_a_thousand_times_leaves_nothing() {
    let page = start(&Site::shared().hashed("js"));
    keep_markup(&page, "/", Form::LightDom);
    page.eval("__place.setHTMLUnsafe(__markup)");
    page.alive(2);
    stays_flat("choosing", &page, |times| {
        let body = "const [times, themas, gemeenten] = arguments;
            const widget = __place.firstElementChild;
            const choose = async () => {
                for (let i = 0; i < times; i++) {
                    widget.setAttribute('thema', themas[i % themas.length]);
                    widget.setAttribute('gemeente', gemeenten[i % gemeenten.length]);
                    await new Promise((next) => setTimeout(next));
                }
                widget.removeAttribute('thema');
                widget.removeAttribute('gemeente');
            };
            return choose();";
        let themas = json!(["taalbevordering", "ouderbetrokkenheid", ""]);
        let gemeenten = json!(["GM0193", "GM0202", "GM0358", ""]);
        page.script_with(body, &[json!(times), themas, gemeenten]);
    });
}

#[test]
fn a_leak_would_be_seen() {
    let page = start(&Site::shared().hashed("js"));
    let before = measure(&page).taken;
    page.eval("__leak(2048)");
    assert!(measure(&page).taken >= before + 2_048);
}
