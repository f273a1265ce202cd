//! The served site in a real browser.

use tests::page::Page;
use tests::site::Site;

#[test]
fn the_start_page_loads_under_its_own_strict_policy() {
    let site = Site::shared();
    let page = Page::open();
    page.goto(&site.url(""));
    page.wait("document.readyState === 'complete'");
    assert!(page.title().contains("Gelijke Kansen Alliantie"), "{}", page.title());
    page.screenshot("start");
    assert_eq!(page.violations(), Vec::<String>::new());
    assert_eq!(page.errors(), Vec::<String>::new());
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn a_page_asks_nothing_of_other_sites_and_keeps_nothing() {
    let site = Site::shared();
    let page = Page::open();
    page.requests();
    page.goto(&site.url(""));
    page.wait("document.readyState === 'complete'");
    let requests = page.requests();
    assert!(
        requests.iter().any(|request| request.url == site.url("") && request.status == 200),
        "{requests:?}"
    );
    let others: Vec<_> = requests.iter().filter(|request| !request.url.starts_with(&site.url(""))).collect();
    assert!(others.is_empty(), "{others:?}");
    assert_eq!(page.eval("document.cookie + localStorage.length + sessionStorage.length"), "00");
}

#[test]
fn the_start_page_passes_axe() {
    let site = Site::shared();
    let page = Page::open();
    page.goto(&site.url(""));
    assert_eq!(page.axe(), Vec::<String>::new());
}

#[test]
fn the_start_page_has_its_title_without_scripts() {
    let site = Site::shared();
    let page = Page::open();
    page.without_scripts();
    page.goto(&site.url(""));
    assert!(page.names("heading").iter().any(|name| !name.is_empty()), "{:?}", page.accessible());
}
