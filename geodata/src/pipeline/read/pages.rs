//! A collection that came in pages, as web feature services send them: every page, once, and none missing.
//!
//! A page says which one follows (`links[rel=next]`, OGC API Features part 1, 2019, section 7.15) and of how
//! many features the whole consists (`numberMatched`). A next page that is not there, or features fewer or
//! more than the number, would be a map with places missing: refused.

use super::Feature;
use crate::pipeline::problem::{Document, Place, Problem, Reason};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a page says about the others.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    next: Option<String>,
    itself: Option<String>,
    /// Features of the whole collection.
    matched: Option<u64>,
    features: usize,
}

impl Paging {
    /// From the members `links` and `numberMatched` as they stand; what is of another form says nothing.
    pub fn new(links: Option<&Value>, matched: Option<&Value>, features: usize) -> Self {
        let links = links.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let to = |rel: &str| {
            let link = links.iter().find(|link| link["rel"] == rel)?;
            link["href"].as_str().map(str::to_owned)
        };
        Self { next: to("next"), itself: to("self"), matched: matched.and_then(Value::as_u64), features }
    }
}

/// The pages that are not there: a problem for each page that misses its next one, or for the count.
pub fn complete(document: Document, pages: &[Paging]) -> Vec<Problem> {
    let problem = |page: usize, reason| Problem { page, ..Problem::file(document, reason) };
    let known: Option<BTreeSet<String>> =
        pages.iter().map(|page| page.itself.as_deref().map(request)).collect();
    let follows: Vec<(usize, &str)> =
        pages.iter().enumerate().filter_map(|(at, page)| Some((at, page.next.as_deref()?))).collect();
    let missing = |next: &str| match &known {
        Some(known) => !known.contains(&request(next)),
        // Pages that do not say who they are: one of them must be the last.
        None => follows.len() == pages.len(),
    };
    let told: Vec<Problem> = follows
        .iter()
        .filter(|(_, next)| missing(next))
        .map(|&(at, next)| problem(at, Reason::NextPage(next.to_owned())))
        .collect();
    if !told.is_empty() {
        // Without addresses any page may be the one before the missing one: the last is the likeliest.
        return if known.is_some() { told } else { told.into_iter().next_back().into_iter().collect() };
    }
    let found: usize = pages.iter().map(|page| page.features).sum();
    let stated: BTreeSet<u64> = pages.iter().filter_map(|page| page.matched).collect();
    match (stated.first(), stated.len()) {
        (Some(&matched), 1) if pages.iter().all(|page| page.matched.is_some()) && matched != found as u64 => {
            vec![problem(0, Reason::Matched { matched, found })]
        }
        _ => Vec::new(),
    }
}

/// An address by what it asks for, in whatever order.
fn request(href: &str) -> String {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    parameters.sort_unstable();
    format!("{path}?{}", parameters.join("&"))
}

/// One row of features, numbered over all pages; which numbers stand on which page.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    /// Features before each page.
    before: Vec<usize>,
}

impl Pages {
    /// Adds a page behind the others and numbers its features on.
    pub fn add(&mut self, features: &mut Vec<Feature>, page: Vec<Feature>) {
        let before = features.len();
        self.before.push(before);
        features
            .extend(page.into_iter().map(|feature| Feature { number: feature.number + before, ..feature }));
    }

    /// Page, and number on that page.
    fn find(&self, number: usize) -> (usize, usize) {
        let page = self.before.partition_point(|&before| before < number).saturating_sub(1);
        (page, number - self.before.get(page).copied().unwrap_or_default())
    }

    /// The problem with the page and the number that its reader can look up.
    pub fn locate(&self, problem: Problem) -> Problem {
        if problem.document != Document::Boundaries || self.before.len() < 2 {
            return problem;
        }
        let Place::Feature { number, code } = problem.place else { return problem };
        let (page, number) = self.find(number);
        let reason = match problem.reason {
            Reason::DuplicateCode { code, first, input: None } => {
                let (input, first) = self.find(first);
                Reason::DuplicateCode { code, first, input: (input != page).then_some(input + 1) }
            }
            other => other,
        };
        Problem { page, place: Place::Feature { number, code }, reason, ..problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(itself: Option<&str>, next: Option<&str>, matched: Option<u64>, features: usize) -> Paging {
        let of = |text: Option<&str>| text.map(str::to_owned);
        Paging { next: of(next), itself: of(itself), matched, features }
    }

    fn told(pages: &[Paging]) -> Vec<String> {
        complete(Document::Boundaries, pages)
            .iter()
            .map(|problem| format!("{} {problem}", problem.page))
            .collect()
    }

    #[test]
    fn a_chain_to_the_end_is_complete_in_any_order() {
        let (first, last) =
            (page(Some("i?f=json"), Some("i?cursor=2&f=json"), None, 3), Some("i?f=json&cursor=2"));
        assert_eq!(told(&[page(last, None, None, 2), first]), [""; 0]);
    }

    #[test]
    fn a_page_in_the_middle_that_is_missing_is_named() {
        let pages = [page(Some("i"), Some("i?c=2"), None, 3), page(Some("i?c=3"), None, None, 3)];
        assert_eq!(
            told(&pages),
            ["0 expected the next page among the files, as links[rel=next] says, found none for i?c=2"]
        );
    }

    #[test]
    fn pages_without_addresses_have_one_that_is_last() {
        assert_eq!(told(&[page(None, Some("b"), None, 1), page(None, None, None, 1)]), [""; 0]);
        assert_eq!(told(&[page(None, Some("b"), None, 1), page(None, Some("c"), None, 1)]).len(), 1);
    }

    #[test]
    fn fewer_features_than_matched_are_told() {
        assert_eq!(
            told(&[page(None, None, Some(345), 2)]),
            ["0 expected all 345 features, as numberMatched says, found 2"]
        );
        assert_eq!(told(&[page(None, None, Some(5), 2), page(None, None, Some(5), 3)]), [""; 0]);
    }

    #[test]
    fn numbers_are_those_of_the_page() {
        let pages = Pages { before: vec![0, 100] };
        assert_eq!((pages.find(100), pages.find(101)), ((0, 100), (1, 1)));
    }
}
