//! The rules of two engines, pinned in `tests/package.json`: axe-core, and IBM's Equal Access.

use super::Page;
use serde_json::json;

/// All rules of WCAG 2.2 A and AA and best practices.
const AXE: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(
    ({ id, help, nodes }) => nodes.map(({ target }) => `axe ${id}: ${help}: ${target.flat().join(' >> ')}`)));";

/// What IBM calls a violation that is sure; what a person has to look at is no violation.
const IBM: &str = "return new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']).then(({ results }) => results
    .filter(({ value: [policy, outcome] }) => policy === 'VIOLATION' && outcome === 'FAIL')
    .map(({ ruleId, message, path }) => `ibm ${ruleId}: ${message}: ${path.dom}`));";

/// Colours and contrast that a reader or a system asks for.
pub const LOOKS: [[(&str, &str); 3]; 4] = [
    [("prefers-color-scheme", "light"), ("forced-colors", "none"), ("prefers-contrast", "no-preference")],
    [("prefers-color-scheme", "dark"), ("forced-colors", "none"), ("prefers-contrast", "no-preference")],
    [("prefers-color-scheme", "light"), ("forced-colors", "none"), ("prefers-contrast", "more")],
    [("prefers-color-scheme", "dark"), ("forced-colors", "active"), ("prefers-contrast", "more")],
];

impl Page {
    /// Both engines find nothing wrong in the state of the page, in any look.
    #[track_caller]
    pub fn keeps_to_the_rules(&self, state: &str) {
        for look in LOOKS {
            let features: Vec<_> =
                look.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
            self.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
            let broken = self.violations_of_rules();
            assert!(broken.is_empty(), "{state} {look:?}: {broken:#?}");
        }
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": [] }));
    }

    /// The same where it is as narrow as a page at 400 %, and nothing stands beside the page.
    #[track_caller]
    pub fn keeps_to_the_rules_when_narrow(&self, state: &str) {
        self.resize(320, 700);
        let broken = self.violations_of_rules();
        assert!(broken.is_empty(), "{state}, narrow: {broken:#?}");
        assert_eq!(self.eval("document.documentElement.scrollWidth <= innerWidth"), true, "{state}, narrow");
        self.resize(1200, 900);
    }

    /// What both engines find wrong, one line for each element: `engine rule: what: where`.
    #[track_caller]
    pub fn violations_of_rules(&self) -> Vec<String> {
        [self.axe(), self.ibm()].concat()
    }

    /// What axe-core finds wrong.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        self.load("axe-core/axe.min.js");
        self.found(AXE)
    }

    /// What IBM's engine finds wrong.
    #[track_caller]
    pub fn ibm(&self) -> Vec<String> {
        self.load("accessibility-checker-engine/ace.js");
        self.found(IBM)
    }

    /// Runs a file of `tests/node_modules`. By DevTools, not by a script element: the page's own policy would
    /// rightly refuse that.
    #[track_caller]
    pub fn load(&self, file: &str) {
        let file = crate::root().join("tests/node_modules").join(file);
        let source = std::fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!("{}: {error}; run tests/run, or npm ci in tests/", file.display())
        });
        let answer = self.cdp("Runtime.evaluate", json!({ "expression": source }));
        assert!(answer["exceptionDetails"].is_null(), "{}: {}", file.display(), answer["exceptionDetails"]);
    }

    #[track_caller]
    fn found(&self, check: &str) -> Vec<String> {
        let found = self.script_with(check, &[]);
        let lines = found.as_array().unwrap_or_else(|| panic!("expected a list, found {found}"));
        lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    }
}
