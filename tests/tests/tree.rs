//! What a screen reader is given, as a person last read it. `GKA_BLESS=1` writes it anew.

use tests::golden;
use tests::page::Page;
use tests::site::Site;
use tests::state::STATES;

#[test]
fn every_state_says_what_it_said() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/landkaart/"));
    let mut wrong = Vec::new();
    for state in STATES {
        page.show(&state);
        wrong.extend(golden::text(&format!("tree/{}.txt", state.name), &page.tree()).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
