//! Chromedriver and the sessions it opens. WebDriver is JSON over HTTP: <https://www.w3.org/TR/webdriver2/>.

use super::http::agent;
use super::running::Running;
use super::scratch::Scratch;
use serde_json::{Value, json};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;
use ureq::Agent;

const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1280,900",
];

/// Browsers that no page uses at this moment.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// One chromedriver for all tests of a file.
pub struct Driver {
    address: String,
    agent: Agent,
    _process: Running,
}

impl Driver {
    pub fn shared() -> &'static Driver {
        static SHARED: OnceLock<Driver> = OnceLock::new();
        SHARED.get_or_init(Driver::start)
    }

    fn start() -> Driver {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or("chromedriver".into());
        let process = Running::start("chromedriver", Command::new(program).arg("--port=0"));
        let port: u16 = process.line(Duration::from_secs(60), |line| {
            line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
        });
        Driver { address: format!("http://127.0.0.1:{port}"), agent: agent(), _process: process }
    }
}

/// A browser with a fresh profile; ends on drop.
pub struct Session {
    driver: &'static Driver,
    address: String,
    _profile: Scratch,
}

impl Session {
    /// A browser that is free, in a fresh window and without what earlier pages left; a new one when none is.
    pub fn take() -> Session {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Some(session) = idle else { return Session::open(&[]) };
        let fresh = session.post("window/new", &json!({ "type": "tab" }));
        session.delete("/window");
        session.post("window", &json!({ "handle": fresh["handle"] }));
        let forget = |command| session.post("goog/cdp/execute", &json!({ "cmd": command, "params": {} }));
        forget("Network.clearBrowserCache");
        forget("Network.clearBrowserCookies");
        for log in ["browser", "performance"] {
            session.post("se/log", &json!({ "type": log }));
        }
        session
    }

    /// Leaves the browser to the next page.
    pub fn give_back(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    pub fn open(more_flags: &[&str]) -> Session {
        let driver = Driver::shared();
        let profile = Scratch::new();
        let mut flags: Vec<String> = FLAGS.iter().chain(more_flags).map(|flag| (*flag).to_owned()).collect();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let mut options = json!({ "args": flags });
        if let Ok(browser) = std::env::var("CHROMIUM") {
            options["binary"] = json!(browser);
        }
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } });
        let answer = post(&driver.agent, &format!("{}/session", driver.address), &wanted)
            .unwrap_or_else(|error| panic!("no browser session: {error}"));
        let id = answer["sessionId"].as_str().expect("a session has an id");
        let address = format!("{}/session/{id}", driver.address);
        Session { driver, address, _profile: profile }
    }

    /// A WebDriver command; its value, or `error: message`.
    pub fn try_post(&self, path: &str, body: &Value) -> Result<Value, String> {
        post(&self.driver.agent, &format!("{}/{path}", self.address), body)
    }

    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    #[track_caller]
    pub fn get(&self, path: &str) -> Value {
        let answer = self.driver.agent.get(format!("{}/{path}", self.address)).call();
        value(answer).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn delete(&self, path: &str) {
        let _ = self.driver.agent.delete(format!("{}{path}", self.address)).call();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.delete("");
    }
}

fn post(agent: &Agent, address: &str, body: &Value) -> Result<Value, String> {
    value(agent.post(address).send_json(body))
}

fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut body = answer.map_err(|error| error.to_string())?.into_body();
    // A screenshot of a long page passes the usual limit of 10 MB.
    let text = body.with_config().limit(256 << 20).read_to_string().map_err(|error| error.to_string())?;
    let mut answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value),
    }
}
