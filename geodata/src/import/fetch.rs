//! A source at an address: with an end to waiting, to trying and to size, and a copy on disk.
//!
//! A copy is asked after with the `ETag` or date it came with; what has not changed is not sent again.
//! A web page in the place of data is refused: that is how sites say that an address is gone. What
//! cannot be fetched is a problem, never an older copy in silence.

use super::document::sha256;
use super::problem::{Place, Problem};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::Duration;
use ureq::Agent;
use ureq::http::{Response, header};

/// How patient to be, and where copies are kept.
#[derive(Debug, Clone)]
pub struct Settings {
    /// From asking until the last byte.
    pub timeout: Duration,
    pub attempts: u32,
    /// Before the second attempt; twice as long before each next one.
    pub pause: Duration,
    pub most_bytes: u64,
    pub cache: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(120),
            attempts: 4,
            pause: Duration::from_secs(1),
            most_bytes: 256 << 20,
            cache: None,
        }
    }
}

/// What a copy came with.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Stamp {
    url: String,
    sha256: String,
    etag: Option<String>,
    modified: Option<String>,
}

/// What an attempt ended in.
enum Outcome {
    Bytes(Vec<u8>),
    /// Worth another attempt.
    Again(String),
    Never {
        expected: String,
        found: String,
    },
}

const MOST_REDIRECTS: u32 = 5;

/// Whether an input is an address rather than a file.
pub fn is_address(input: &str) -> bool {
    input.starts_with("https://") || input.starts_with("http://")
}

/// The bytes at an address.
pub fn fetch(url: &str, settings: &Settings) -> Result<Vec<u8>, Problem> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(settings.timeout))
        .max_redirects(MOST_REDIRECTS)
        .http_status_as_error(false)
        .user_agent(concat!("geodata/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let kept = settings.cache.as_deref().and_then(|cache| kept(cache, url));
    let mut pause = settings.pause;
    let mut last = String::new();
    for attempt in 0..settings.attempts.max(1) {
        if attempt > 0 {
            std::thread::sleep(pause);
            pause = pause.saturating_mul(2);
        }
        match ask(&agent, url, settings, kept.as_ref()) {
            Outcome::Bytes(bytes) => return Ok(bytes),
            Outcome::Again(found) => last = found,
            Outcome::Never { expected, found } => {
                return Err(Problem::expected(Place::file(url), expected, found));
            }
        }
    }
    let found = format!("{last}, {} times", settings.attempts.max(1));
    Err(Problem::expected(Place::file(url), "an answer", found))
}

fn ask(agent: &Agent, url: &str, settings: &Settings, kept: Option<&(Stamp, Vec<u8>)>) -> Outcome {
    let never = |expected: &str, found: String| Outcome::Never { expected: expected.to_owned(), found };
    let mut request = agent.get(url);
    if let Some((stamp, _)) = kept {
        if let Some(etag) = &stamp.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(modified) = &stamp.modified {
            request = request.header(header::IF_MODIFIED_SINCE, modified);
        }
    }
    let mut response = match request.call() {
        Ok(response) => response,
        Err(ureq::Error::TooManyRedirects | ureq::Error::RedirectFailed) => {
            return never(&format!("at most {MOST_REDIRECTS} redirects"), "more".to_owned());
        }
        Err(ureq::Error::BadUri(uri)) => return never("an address", format!("{uri:?}")),
        Err(error) => return Outcome::Again(error.to_string()),
    };
    let status = response.status().as_u16();
    match (status, kept) {
        (304, Some((_, bytes))) => return Outcome::Bytes(bytes.clone()),
        (200, _) => {}
        (429 | 500 | 502 | 503 | 504, _) => return Outcome::Again(format!("status {status}")),
        _ => return never("status 200", format!("status {status}")),
    }
    let text = |response: &Response<ureq::Body>, name| {
        response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    };
    let kind = text(&response, header::CONTENT_TYPE).unwrap_or_default();
    if kind.starts_with("text/html") {
        return never("data", format!("a web page ({kind})"));
    }
    let (etag, modified) = (text(&response, header::ETAG), text(&response, header::LAST_MODIFIED));
    match response.body_mut().with_config().limit(settings.most_bytes).read_to_vec() {
        Ok(bytes) => {
            if let Some(cache) = &settings.cache {
                let stamp = Stamp { url: url.to_owned(), sha256: sha256(&bytes), etag, modified };
                // Without a copy the next run asks for everything again: no reason to end this one.
                let _ = keep(cache, &stamp, &bytes);
            }
            Outcome::Bytes(bytes)
        }
        Err(ureq::Error::BodyExceedsLimit(most)) => {
            never(&format!("at most {most} bytes"), "more".to_owned())
        }
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn paths(cache: &Path, url: &str) -> (PathBuf, PathBuf) {
    let name = sha256(url.as_bytes());
    (cache.join(format!("{name}.json")), cache.join(name))
}

/// The copy of an address, if it is whole.
fn kept(cache: &Path, url: &str) -> Option<(Stamp, Vec<u8>)> {
    let (stamp, bytes) = paths(cache, url);
    let stamp: Stamp = serde_json::from_slice(&std::fs::read(stamp).ok()?).ok()?;
    let bytes = std::fs::read(bytes).ok()?;
    (stamp.url == url && stamp.sha256 == sha256(&bytes)).then_some((stamp, bytes))
}

fn keep(cache: &Path, stamp: &Stamp, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(cache)?;
    let (stamp_path, path) = paths(cache, &stamp.url);
    let stamp = serde_json::to_vec(stamp).map_err(std::io::Error::other)?;
    for (path, bytes) in [(&path, bytes), (&stamp_path, &stamp)] {
        let beside = path.with_extension(format!("{}.tmp", std::process::id()));
        std::fs::write(&beside, bytes)?;
        std::fs::rename(&beside, path)?;
    }
    Ok(())
}
