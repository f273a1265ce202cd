//! A browser's driver and the sessions it opens. WebDriver is JSON over HTTP: <https://www.w3.org/TR/webdriver2/>.

use super::engine::Engine;
use super::http::agent;
use super::running::Running;
use super::scratch::Scratch;
use super::until::until;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;
use ureq::Agent;

/// Browsers that no page uses at this moment.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

/// Long enough for a browser to start on a busy computer.
const START: Duration = Duration::from_secs(90);

/// A driver that answers, with the screen its browser needs.
struct Driver {
    address: String,
    agent: Agent,
    _process: Running,
    _screen: Option<Running>,
    _folder: Scratch,
}

impl Driver {
    /// Chromedriver opens any number of sessions; the other two have one at a time, and a driver for each.
    fn get(engine: Engine) -> Arc<Driver> {
        static SHARED: OnceLock<Arc<Driver>> = OnceLock::new();
        match engine {
            Engine::Chromium => Arc::clone(SHARED.get_or_init(|| Arc::new(Driver::start(engine)))),
            Engine::Firefox | Engine::WebKit => Arc::new(Driver::start(engine)),
        }
    }

    fn start(engine: Engine) -> Driver {
        let folder = Scratch::new();
        let (screen, display) = match engine {
            Engine::WebKit => {
                let mut command = Command::new("Xvfb");
                command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1600x1200x24"]);
                let screen = Running::start("Xvfb", &mut command);
                let display = screen.line(START, |line| line.trim().parse::<u32>().ok());
                (Some(screen), Some(format!(":{display}")))
            }
            Engine::Chromium | Engine::Firefox => (None, None),
        };
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.expect("a free port on this computer").port();
        let mut command = engine.driver(port, folder.path(), display.as_deref());
        let process = Running::start(engine.driver_name(), &mut command);
        let (address, agent) = (format!("http://127.0.0.1:{port}"), agent());
        let status = format!("{address}/status");
        until(engine.driver_name(), START, || agent.get(&status).call().ok());
        Driver { address, agent, _process: process, _screen: screen, _folder: folder }
    }
}

/// A browser with a fresh profile; ends on drop.
pub struct Session {
    pub engine: Engine,
    address: String,
    driver: Arc<Driver>,
    _profile: Scratch,
}

impl Session {
    /// A browser that is free and without what earlier pages left; a new one when none is.
    pub fn take() -> Session {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let Some(session) = idle else { return Session::open(&[]) };
        if session.engine != Engine::Chromium {
            session.post("url", &json!({ "url": "about:blank" }));
            return session;
        }
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

    /// A new browser. Only Chromium takes more flags.
    pub fn open(more_flags: &[&str]) -> Session {
        let engine = Engine::chosen();
        let driver = Driver::get(engine);
        let profile = Scratch::new();
        let wanted = engine.capabilities(profile.path(), more_flags);
        let answer = post(&driver.agent, &format!("{}/session", driver.address), &wanted)
            .unwrap_or_else(|error| panic!("no session of {engine:?}: {error}"));
        let id = answer["sessionId"].as_str().expect("a session has an id");
        let address = format!("{}/session/{id}", driver.address);
        Session { engine, address, driver, _profile: profile }
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
