//! What only the browser knows, through the DevTools protocol: <https://chromedevtools.github.io/devtools-protocol/>.

use super::Page;
use crate::engine::Engine;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A request that ended.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    pub url: String,
    pub status: u64,
    /// As they came over the line, with headers.
    pub bytes: u64,
    /// The content alone, as compressed as it came.
    pub body: u64,
}

/// A node of the accessibility tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accessible {
    pub role: String,
    pub name: String,
}

impl Page {
    /// A DevTools command.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine(), Engine::Chromium, "{command}: only Chromium has DevTools");
        self.session().post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// The requests since the last time they were asked for, in the order of their start.
    pub fn requests(&self) -> Vec<Request> {
        let mut order = Vec::new();
        let mut requests: BTreeMap<String, Request> = BTreeMap::new();
        let mut headers: BTreeMap<String, u64> = BTreeMap::new();
        let entries = self.session().post("se/log", &json!({ "type": "performance" }));
        for entry in entries.as_array().into_iter().flatten() {
            let text = entry["message"].as_str().unwrap_or_default();
            let event: Value = serde_json::from_str(text).unwrap_or_default();
            let (method, parameters) = (&event["message"]["method"], &event["message"]["params"]);
            let Some(id) = parameters["requestId"].as_str() else { continue };
            let number = |value: &Value| value.as_f64().unwrap_or_default() as u64;
            match method.as_str() {
                Some("Network.requestWillBeSent") => {
                    let url = parameters["request"]["url"].as_str().unwrap_or_default().to_owned();
                    order.push(id.to_owned());
                    requests.insert(id.to_owned(), Request { url, ..Request::default() });
                }
                Some("Network.responseReceived") => {
                    if let Some(request) = requests.get_mut(id) {
                        request.status = number(&parameters["response"]["status"]);
                        headers.insert(id.to_owned(), number(&parameters["response"]["encodedDataLength"]));
                    }
                }
                Some("Network.loadingFinished") => {
                    if let Some(request) = requests.get_mut(id) {
                        request.bytes = number(&parameters["encodedDataLength"]);
                        request.body = request.bytes - headers.get(id).copied().unwrap_or_default();
                    }
                }
                _ => {}
            }
        }
        // `data:` addresses ask nobody anything.
        let real = |request: &Request| !request.url.starts_with("data:");
        order.iter().filter_map(|id| requests.remove(id)).filter(real).collect()
    }

    /// What assistive technology is told, in reading order, without what it skips.
    pub fn accessible(&self) -> Vec<Accessible> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().into_iter().flatten();
        nodes
            .filter(|node| node["ignored"] != true)
            .map(|node| {
                let text = |field: &str| node[field]["value"].as_str().unwrap_or_default().to_owned();
                Accessible { role: text("role"), name: text("name") }
            })
            .collect()
    }

    /// Nodes of all documents, and event listeners, that are still held after the garbage went: when three times in a
    /// row no more of it was found. What a frame or a timer still holds goes later than the first collection.
    pub fn held(&self) -> (u64, u64) {
        let count = || {
            self.cdp("HeapProfiler.collectGarbage", json!({}));
            let counters = self.cdp("Memory.getDOMCounters", json!({}));
            let number = |field: &str| counters[field].as_f64().unwrap_or_default() as u64;
            (number("nodes"), number("jsEventListeners"))
        };
        let mut held = count();
        let mut same = 0;
        for _ in 0..30 {
            std::thread::sleep(std::time::Duration::from_millis(100));
            let now = count();
            same = if now == held { same + 1 } else { 0 };
            held = now;
            if same == 3 {
                break;
            }
        }
        held
    }

    /// Bytes in use on the heap of JavaScript, after the garbage went.
    pub fn heap(&self) -> u64 {
        self.cdp("HeapProfiler.collectGarbage", json!({}));
        self.cdp("Runtime.getHeapUsage", json!({}))["usedSize"].as_f64().unwrap_or_default() as u64
    }
}
