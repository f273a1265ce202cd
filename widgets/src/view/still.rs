//! A living drawing as markup that needs no style sheet: every shape with the paint it is seen in.
//!
//! What it reads are the browser's own computed values, so a host's colours, dark mode and patterns come along.
//! Widths of lines, which do not grow with the drawing, are written in its units as they are seen.

use super::landkaart::Scene;
use crate::model::sheet::{Colours, Entry, Figure, Sheet, escape, hundredths};
use crate::model::zoom::Size;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, SvgGraphicsElement};

const SHAPES: &str = "path,circle,rect,line,text";
/// Where and what a shape is.
const GEOMETRY: [&str; 16] = [
    "d",
    "x",
    "y",
    "dy",
    "width",
    "height",
    "rx",
    "cx",
    "cy",
    "r",
    "x1",
    "y1",
    "x2",
    "y2",
    "text-anchor",
    "transform",
];
/// How it is painted.
const PAINT: [&str; 7] =
    ["fill", "stroke", "stroke-linejoin", "stroke-linecap", "stroke-dasharray", "font-size", "font-weight"];
const PATTERN: [&str; 7] = ["id", "x", "y", "width", "height", "patternUnits", "patternTransform"];

/// The drawing that is seen of a widget, as a picture of its own; nothing where there is none.
pub fn sheet(widget: &Element, scene: &Scene) -> Option<Sheet> {
    let svg = widget.query_selector(".stage:not([hidden])>svg:not([hidden])").ok()??;
    let size = Size::of(&svg.get_attribute("viewBox")?)?;
    let legend: Vec<_> =
        scene.picture.legend.iter().map(|entry| (entry.class, entry.text.as_str())).collect();
    Some(Sheet {
        title: scene.picture.headline.clone(),
        figures: vec![Figure {
            said: String::new(),
            drawing: still(&svg, unit(&svg)?),
            size,
            legend: self::legend(&svg, &legend),
        }],
        notes: vec![scene.landkaart.colophon(scene.words)],
        colours: colours(widget.query_selector(".gka").ok().flatten().as_ref().unwrap_or(widget)),
    })
}

/// How many CSS pixels a unit of a drawing is seen, nearer or not.
fn unit(svg: &Element) -> Option<f64> {
    let land = svg.query_selector(".land").ok()??.dyn_into::<SvgGraphicsElement>().ok()?;
    Some(land.get_screen_ctm()?.a().into())
}

/// The shapes of a drawing. `unit` is how many CSS pixels a unit of it is drawn.
fn still(svg: &Element, unit: f64) -> String {
    let mut markup = String::new();
    each(svg, "pattern", |pattern| {
        markup.push_str("<pattern");
        attributes(&mut markup, pattern, &PATTERN);
        markup.push('>');
        each(pattern, SHAPES, |node| shape(&mut markup, node, 1.));
        markup.push_str("</pattern>");
    });
    let zoom = svg.query_selector(".zoom").ok().flatten();
    markup.push_str("<g");
    if let Some(zoom) = &zoom {
        attributes(&mut markup, zoom, &["transform"]);
    }
    markup.push('>');
    shapes(&mut markup, svg, "pattern,.focus,.inset", unit);
    markup.push_str("</g>");
    let inset = svg.query_selector(".inset").ok().flatten().filter(|inset| seen(inset, "display") != "none");
    if let Some(inset) = inset {
        if let Ok(Some(window)) = inset.query_selector("svg") {
            markup.push_str("<svg");
            attributes(&mut markup, &window, &["x", "y", "width", "height", "viewBox"]);
            markup.push('>');
            shapes(&mut markup, &window, "pattern,.focus", self::unit(&window).unwrap_or(unit));
            markup.push_str("</svg>");
        }
        shapes(&mut markup, &inset, ".inset svg", unit);
    }
    markup
}

/// The shapes below a node, but for those in some parts.
fn shapes(markup: &mut String, root: &Element, but: &str, unit: f64) {
    each(root, SHAPES, |node| {
        if matches!(node.closest(but), Ok(None)) {
            shape(markup, node, unit);
        }
    });
}

fn each(root: &Element, selector: &str, mut work: impl FnMut(&Element)) {
    let Ok(nodes) = root.query_selector_all(selector) else { return };
    for i in 0..nodes.length() {
        if let Some(node) = nodes.get(i).and_then(|node| node.dyn_into::<Element>().ok()) {
            work(&node);
        }
    }
}

fn shape(markup: &mut String, node: &Element, unit: f64) {
    let Some(style) = style(node) else { return };
    let value = |name: &str| style.get_property_value(name).unwrap_or_default();
    if value("display") == "none" {
        return;
    }
    let tag = node.tag_name();
    markup.extend(["<", &tag]);
    attributes(markup, node, &GEOMETRY);
    for name in PAINT.into_iter().filter(|name| tag == "text" || !name.starts_with("font")) {
        let value = value(name);
        // What every shape has that says nothing else.
        if !matches!(value.as_str(), "" | "none" | "butt" | "miter" | "normal") || name == "fill" {
            markup.extend([" ", name, "=\"", &escape(&value), "\""]);
        }
    }
    let width = js_sys::parse_float(&value("stroke-width"));
    if value("stroke") != "none" && width > 0. {
        markup.extend([" stroke-width=\"", &hundredths((width * 100. / unit) as i32), "\""]);
    }
    markup.push('>');
    if tag == "text" {
        markup.push_str(&escape(&node.text_content().unwrap_or_default()));
    } else if let Some(naam) = naam(node) {
        markup.extend(["<title>", &escape(&naam), "</title>"]);
    }
    markup.extend(["</", &tag, ">"]);
}

/// What a shape is called: by its link, or by itself.
fn naam(node: &Element) -> Option<String> {
    match node.closest("a[aria-label]").ok()? {
        Some(link) => link.get_attribute("aria-label"),
        None => node.query_selector("title").ok()??.text_content(),
    }
}

fn attributes(markup: &mut String, node: &Element, names: &[&str]) {
    for name in names {
        if let Some(value) = node.get_attribute(name) {
            markup.extend([" ", name, "=\"", &escape(&value), "\""]);
        }
    }
}

/// How a node is seen, of one property; empty where that is not known.
pub fn seen(node: &Element, property: &str) -> String {
    style(node).and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

fn style(node: &Element) -> Option<CssStyleDeclaration> {
    node.owner_document()?.default_view()?.get_computed_style(node).ok()?
}

/// The legend's entries: what each is called, in the paint of a shape of its class.
fn legend(svg: &Element, entries: &[(&str, &str)]) -> Vec<Entry> {
    let entry = |&(class, words): &(&str, &str)| {
        let land = svg.query_selector(".land").ok()??;
        let swatch =
            svg.owner_document()?.create_element_ns(Some("http://www.w3.org/2000/svg"), "path").ok()?;
        let _ = swatch.set_attribute("class", class);
        land.append_child(&swatch).ok()?;
        let value = |name| style(&swatch)?.get_property_value(name).ok();
        // A pattern is drawn over a place, not as the place's own paint.
        let pattern = ["gka-", class].concat();
        let fill = match svg.query_selector(&["#", &pattern].concat()) {
            Ok(Some(_)) => ["url(#", &pattern, ")"].concat(),
            _ => value("fill")?,
        };
        let found = Entry { fill, stroke: value("stroke")?, words: words.to_owned() };
        swatch.remove();
        Some(found)
    };
    entries.iter().filter_map(entry).collect()
}

/// Paper and ink of a widget.
pub fn colours(widget: &Element) -> Colours {
    let footer = widget.query_selector("footer").ok().flatten();
    Colours {
        paper: seen(widget, "background-color"),
        ink: seen(widget, "color"),
        quiet: footer.map(|footer| seen(&footer, "color")).unwrap_or_default(),
    }
}
