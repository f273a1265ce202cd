//! The rules of axe-core, pinned in `tests/package.json`.

use super::Page;
use serde_json::json;

impl Page {
    /// What axe finds wrong, one line for each element: `rule: what: where`.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        let file = crate::root().join("tests/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(&file).unwrap_or_else(|error| {
            panic!("{}: {error}; run tests/run, or npm ci in tests/", file.display())
        });
        // By DevTools, not by a script element: the page's own policy would rightly refuse that.
        self.cdp("Runtime.evaluate", json!({ "expression": source }));
        let found = self.script_with(
            "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(
                ({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(' >> ')}`)));",
            &[],
        );
        found
            .as_array()
            .expect("axe answers with a list")
            .iter()
            .map(|line| line.as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
