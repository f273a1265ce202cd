//! The colours of the widgets hold for every eye: text and controls by WCAG 2.2, classes of the map for three kinds of
//! colour blindness and in grey. `--nocapture` shows the least that was found.

#[path = "tokens/sheet.rs"]
mod sheet;
#[path = "tokens/vision.rs"]
mod vision;

use sheet::tokens;
use vision::{contrast, least_difference};

/// WCAG 2.2, 1.4.3 and 1.4.11.
const TEXT: f32 = 4.5;
const CONTROL: f32 = 3.;
/// CIEDE2000 between colours that mean something else, for the eye that sees it worst: ten is what a reader tells
/// apart at a glance and not only side by side.
const CLASSES: f32 = 10.;
/// And between steps of one scale, whose order a reader follows.
const STEPS: f32 = 12.;

/// On a light and on a dark page, the colour of a token.
fn both(name: &str) -> [String; 2] {
    let token = tokens().remove(name).unwrap_or_else(|| panic!("no token {name}"));
    [token.light, token.dark]
}

#[track_caller]
fn assert_contrast(one: &str, other: &str, least: f32) {
    for (one_colour, other_colour) in both(one).into_iter().zip(both(other)) {
        let found = contrast(&one_colour, &other_colour);
        println!("{one} {one_colour} on {other} {other_colour}: {found:.2}");
        assert!(found >= least, "{one} {one_colour} on {other} {other_colour}: {found:.2}, at least {least}");
    }
}

#[track_caller]
fn assert_apart(one: &str, other: &str, least: f32) {
    for (one_colour, other_colour) in both(one).into_iter().zip(both(other)) {
        let (found, vision) = least_difference(&one_colour, &other_colour);
        println!("{one} {one_colour} and {other} {other_colour}: {found:.1} ({vision:?})");
        assert!(
            found >= least,
            "{one} {one_colour} and {other} {other_colour}: {found:.1} ({vision:?}), at least {least}"
        );
    }
}

#[test]
fn text_can_be_read() {
    for text in ["color", "subtle-color", "accent-color"] {
        for ground in ["background-color", "selected-background-color"] {
            assert_contrast(text, ground, TEXT);
        }
    }
    // The name beside the pointer: light on dark where the page is dark on light.
    assert_contrast("background-color", "color", TEXT);
    // On a chosen thema.
    assert_contrast("background-color", "accent-color", TEXT);
}

#[test]
fn controls_and_what_has_the_focus_can_be_seen() {
    for control in ["control-border-color", "focus-outline-color", "selected-color", "accent-color"] {
        assert_contrast(control, "background-color", CONTROL);
    }
    assert_contrast("focus-outline-color", "selected-background-color", CONTROL);
}

#[test]
fn who_takes_part_stands_out_from_the_land() {
    assert_contrast("participant-color", "land-color", CONTROL);
    assert_contrast("selected-color", "land-color", CONTROL);
    // Pale, and so with a border.
    assert_contrast("participant-dimmed-border-color", "land-color", CONTROL);
    assert_contrast("participant-dimmed-border-color", "background-color", CONTROL);
}

#[test]
fn what_means_something_else_looks_different_to_every_eye() {
    for (one, other) in [
        ("participant-color", "participant-dimmed-color"),
        ("participant-color", "land-color"),
        ("selected-color", "participant-color"),
        ("selected-color", "participant-dimmed-color"),
        ("selected-color", "land-color"),
        ("selected-color", "water-color"),
    ] {
        assert_apart(one, other, CLASSES);
    }
}

#[test]
fn steps_of_the_scale_are_told_apart_by_every_eye() {
    let step = |class: u8| format!("sequential-{class}-color");
    for class in 1..5 {
        assert_apart(&step(class), &step(class + 1), STEPS);
    }
}

#[test]
fn the_scale_goes_one_way_from_the_colour_of_the_page() {
    let grounds = both("background-color");
    let steps: Vec<[String; 2]> = (1..=5).map(|class| both(&format!("sequential-{class}-color"))).collect();
    for (side, ground) in grounds.iter().enumerate() {
        let contrasts: Vec<f32> = steps.iter().map(|step| contrast(&step[side], ground)).collect();
        assert!(contrasts.is_sorted(), "{contrasts:?}");
        assert!(contrasts[4] >= 7., "the last is the strongest: {contrasts:?}");
    }
}

#[test]
fn patterns_are_seen_without_colour() {
    assert_contrast("pattern-color", "background-color", CONTROL);
}

/// In forced colours the scale is mixed from the reader's own two.
#[test]
fn the_scale_holds_in_forced_colours() {
    let block = sheet::SHEET
        .split_once("@media (forced-colors:active){:host,[data-gka-release]{")
        .expect("the sheet has it")
        .1;
    let shares: Vec<f32> = (0..5)
        .map(|class| {
            let value = block.split_once(&format!("--gka-k{class}:")).expect("every class").1;
            match value.split_once("CanvasText ").filter(|(before, _)| before.ends_with("srgb,")) {
                Some((_, rest)) if !value.starts_with("CanvasText") => {
                    rest.split_once('%').expect("a share").0.parse().expect("a number")
                }
                _ => 100.,
            }
        })
        .collect();
    for [text, canvas] in [[0., 255.], [255., 0.]] {
        let greys = shares.iter().map(|share| {
            let grey: f32 = text * share / 100. + canvas * (100. - share) / 100.;
            let digits = format!("{:02x}", grey.round() as u8);
            format!("#{digits}{digits}{digits}")
        });
        let greys: Vec<String> = greys.collect();
        for pair in greys.windows(2) {
            let (found, _) = least_difference(&pair[0], &pair[1]);
            assert!(found >= STEPS, "{pair:?}: {found:.1}, at least {STEPS}");
        }
    }
}
