//! The three browser engines, and how each is driven.
//!
//! | `GKA_ENGINE` | browser | driver |
//! |---|---|---|
//! | `chromium`, or not set | Chromium | chromedriver; `CHROMEDRIVER` and `CHROMIUM` name others |
//! | `firefox` | Firefox ESR | geckodriver; `GECKODRIVER` names another |
//! | `webkit` | MiniBrowser of WebKitGTK | WebKitWebDriver, on a screen of its own (Xvfb) |
//!
//! One process of tests speaks to one engine. Only Chromium has DevTools: what needs them
//! ([`page::devtools`](crate::page::devtools)) is tested there alone.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

const CHROMIUM_FLAGS: [&str; 11] = [
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

impl Engine {
    /// The engine of this process.
    pub fn chosen() -> Engine {
        match std::env::var("GKA_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => panic!("GKA_ENGINE: expected chromium, firefox or webkit, found {other}"),
        }
    }

    pub fn driver_name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    /// The driver on a port of this computer; what it and its browser write goes into `folder`.
    pub fn driver(self, port: u16, folder: &Path, display: Option<&str>) -> Command {
        let name = self.driver_name();
        let named = std::env::var_os(name.to_uppercase()).map(PathBuf::from);
        let kept = crate::target().join("tools/bin").join(name);
        let program = named.or_else(|| kept.is_file().then_some(kept)).unwrap_or_else(|| name.into());
        let mut command = Command::new(program);
        command.arg(format!("--port={port}"));
        match self {
            Engine::Chromium => {}
            // Makes its profiles there.
            Engine::Firefox => drop(command.env("TMPDIR", folder)),
            Engine::WebKit => {
                let settings = folder.join("gtk-3.0");
                std::fs::create_dir_all(&settings).expect("a new folder in ours");
                let still = "[Settings]\ngtk-enable-animations=0\n";
                std::fs::write(settings.join("settings.ini"), still).expect("a new file in our own folder");
                command.env("XDG_CONFIG_HOME", folder).env("NO_AT_BRIDGE", "1");
                command.env("DISPLAY", display.expect("WebKit has a screen"));
            }
        }
        command
    }

    /// What a new session asks for. `folder` is for its profile.
    pub fn capabilities(self, folder: &Path, more_flags: &[&str]) -> Value {
        let wanted = match self {
            Engine::Chromium => {
                let mut flags: Vec<String> =
                    CHROMIUM_FLAGS.iter().chain(more_flags).map(|flag| (*flag).to_owned()).collect();
                flags.push(format!("--user-data-dir={}", folder.display()));
                let mut options = json!({ "args": flags });
                if let Ok(browser) = std::env::var("CHROMIUM") {
                    options["binary"] = json!(browser);
                }
                json!({
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                })
            }
            Engine::Firefox => json!({ "moz:firefoxOptions": {
                "binary": "/usr/bin/firefox-esr",
                "args": ["-headless", "--width", "1280", "--height", "900"],
                "prefs": { "ui.prefersReducedMotion": 1 },
            } }),
            Engine::WebKit => json!({ "webkitgtk:browserOptions": {
                "binary": mini_browser(),
                "args": ["--automation"],
            } }),
        };
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

/// Debian keeps it beside the library, in a folder of the library's version.
fn mini_browser() -> PathBuf {
    let libraries = Path::new("/usr/lib").read_dir().expect("a Unix has /usr/lib");
    let versions = libraries.flatten().filter_map(|place| place.path().read_dir().ok()).flatten().flatten();
    let mut found: Vec<PathBuf> = versions
        .map(|version| version.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|path| path.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop().expect("MiniBrowser is there; install it with tests/run")
}
