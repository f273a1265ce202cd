//! Pages of others, from an origin of their own with a strict policy: everything on them works, and nothing is asked of
//! anyone but the page itself and the widgets' site.

use tests::http::get;
use tests::page::Page;
use tests::site::Site;

/// A page, its widgets, and how many frames.
const PAGES: [(&str, &[&str], usize); 6] = [
    ("", &[], 0),
    ("gemeente.html", &["gka-landkaart"], 0),
    ("school.html", &["gka-interventies", "gka-indicator"], 0),
    ("wordpress.html", &[], 1),
    ("nieuwsbrief.html", &[], 0),
    ("rapport.html", &["gka-landkaart", "gka-indicator", "gka-interventies"], 0),
];

#[test]
fn every_example_works_under_its_own_policy() {
    let site = Site::shared();
    let page = Page::open();
    page.resize(1000, 800);
    let origin = site.own_url("").trim_end_matches('/').to_owned();
    for (path, tags, frames) in PAGES {
        let answer = get(&site.example(path), &[]);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains(&format!("script-src {origin} 'wasm-unsafe-eval'; ")), "/{path}: {policy}");
        page.requests();
        page.goto(&site.example(path));
        for tag in tags {
            page.eval(&format!("document.querySelector('{tag}').scrollIntoView()"));
            page.wait(&format!(
                "document.querySelector('{tag}').shadowRoot?.querySelector('[data-gka-release] h2')"
            ));
        }
        assert_eq!(page.eval("document.querySelectorAll('iframe').length"), frames, "/{path}");
        assert_eq!(page.violations(), Vec::<String>::new(), "/{path}");
        assert_eq!(page.errors(), Vec::<String>::new(), "/{path}");
        assert_eq!(page.axe(), Vec::<String>::new(), "/{path}");
        for request in page.requests() {
            let own = request.url.starts_with(&site.example("")) || request.url.starts_with("data:");
            assert!(own || request.url.starts_with(&origin), "/{path}: {}", request.url);
        }
    }
}

#[test]
fn a_frame_on_another_site_gets_the_height_it_tells() {
    let page = Page::open();
    page.resize(1000, 800);
    page.goto(&Site::shared().example("wordpress.html"));
    page.eval("document.querySelector('iframe').scrollIntoView()");
    page.wait("document.querySelector('iframe').height !== '1240'");
    let height = page.eval("Number(document.querySelector('iframe').height)").as_u64().unwrap_or_default();
    assert!((600..3000).contains(&height), "{height}");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn a_choice_on_the_map_of_the_report_reaches_list_and_figure() {
    let page = Page::open();
    page.resize(1000, 800);
    page.goto(&Site::shared().example("rapport.html?gemeente=GM0505"));
    page.wait("one('.list')");
    for tag in ["gka-indicator", "gka-interventies"] {
        page.eval(&format!("document.querySelector('{tag}').scrollIntoView()"));
        page.wait(&format!("document.querySelector('{tag}').shadowRoot?.textContent.includes('Dordrecht')"));
    }
    assert_eq!(page.errors(), Vec::<String>::new());
}
