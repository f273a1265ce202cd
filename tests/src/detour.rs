//! A server between browser and site, which can hold, change or spoil an answer, and counts what is asked.
//!
//! Passes every answer of the site on as it is, but without compression and without leave to keep it. For an engine
//! that cannot do so itself it puts what the tests watch first in every page, and keeps a page from its scripts.
//!
//! Documents are here to be changed: unless asked, the index that it passes on has no sums of them, and nothing is
//! prerendered of them for an empty tag.

use super::engine::Engine;
use super::http::agent;
use super::page::{QUIET, WATCH};
use super::site::Site;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// An answer on its way to the browser.
#[derive(Debug, Clone)]
pub struct Passing {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Passing {
    /// Gives a header another value.
    pub fn header(&mut self, name: &str, value: &str) {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// Never comes: the connection ends without it.
    pub fn cut(&mut self) {
        self.status = 0;
    }

    /// What Chromium does by itself: the tests' script before all others, or no script at all.
    fn prepare(&mut self, quiet: bool) {
        let header = |name: &str| self.headers.iter().find(|(known, _)| known == name);
        if !header("content-type").is_some_and(|(_, kind)| kind.starts_with("text/html")) {
            return;
        }
        if let Some((_, policy)) = header("content-security-policy").filter(|_| quiet) {
            let rules = policy.split(';').filter(|rule| !rule.trim().starts_with("script-src"));
            let policy = rules.chain([" script-src 'none'"]).collect::<Vec<_>>().join(";");
            self.header("content-security-policy", &policy);
        } else {
            let text = String::from_utf8_lossy(&self.body);
            let watcher = format!("<head><script src=\"{WATCHER}\"></script>");
            self.body = text.replacen("<head>", &watcher, 1).into_bytes();
        }
    }

    /// Replaces a text in the body, which has it.
    pub fn replace(&mut self, from: &str, to: &str) {
        let text = String::from_utf8_lossy(&self.body);
        assert!(text.contains(from), "{from} is not in the answer");
        self.body = text.replace(from, to).into_bytes();
    }
}

/// The address of the script that watches a page for the tests.
const WATCHER: &str = "/__watch.js";

fn watcher() -> Passing {
    let kind = ("content-type".to_owned(), "text/javascript".to_owned());
    Passing { status: 200, headers: vec![kind], body: WATCH.as_bytes().to_vec() }
}

type Change = Box<dyn Fn(&mut Passing) + Send + Sync>;

pub struct Detour {
    address: String,
    shared: Arc<Shared>,
}

struct Shared {
    site: String,
    /// By the end of the path.
    changes: Mutex<Vec<(String, Arc<Change>)>>,
    asked: Mutex<Vec<String>>,
    sums: AtomicBool,
    fragments: AtomicBool,
    ended: AtomicBool,
}

impl Detour {
    pub fn to(site: &Site) -> Detour {
        Detour::around(site.own_url(""))
    }

    /// To the site at this address.
    pub fn around(site: String) -> Detour {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this computer");
        let address = format!("http://{}/", listener.local_addr().expect("a bound port has an address"));
        let shared = Arc::new(Shared {
            site,
            changes: Mutex::default(),
            asked: Mutex::default(),
            sums: AtomicBool::new(false),
            fragments: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        });
        let serving = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if serving.ended.load(Ordering::SeqCst) {
                    return;
                }
                let serving = Arc::clone(&serving);
                thread::spawn(move || serving.pass(&stream));
            }
        });
        Detour { address, shared }
    }

    /// The address of a path without its first slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Changes the answers to all paths that end so.
    pub fn change(&self, end: &str, change: impl Fn(&mut Passing) + Send + Sync + 'static) {
        let change: Change = Box::new(change);
        lock(&self.shared.changes).push((end.to_owned(), Arc::new(change)));
    }

    /// From here on the index keeps the sums of its documents.
    pub fn keep_sums(&self) {
        self.shared.sums.store(true, Ordering::SeqCst);
    }

    /// From here on empty tags get their fragments.
    pub fn keep_fragments(&self) {
        self.shared.fragments.store(true, Ordering::SeqCst);
    }

    /// Answers to all paths that end so wait until the hold is let go of.
    pub fn hold(&self, end: &str) -> Hold {
        let gate = Arc::new((Mutex::new(false), Condvar::new()));
        let waiting = Arc::clone(&gate);
        self.change(end, move |_| {
            let (open, opened) = &*waiting;
            let guard = lock(open);
            drop(opened.wait_while(guard, |open| !*open).unwrap_or_else(PoisonError::into_inner));
        });
        Hold { gate }
    }

    /// How often a path that ends so was asked for.
    pub fn asked(&self, end: &str) -> usize {
        lock(&self.shared.asked).iter().filter(|path| path.ends_with(end)).count()
    }

    /// How often anything below a folder was asked for.
    pub fn asked_below(&self, folder: &str) -> usize {
        let below = ["/", folder].concat();
        lock(&self.shared.asked).iter().filter(|path| path.starts_with(&below)).count()
    }
}

impl Drop for Detour {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // Wakes the listener, which then sees the end.
        let _ = TcpStream::connect(self.address.trim_start_matches("http://").trim_end_matches('/'));
    }
}

/// Lets go on drop.
pub struct Hold {
    gate: Arc<(Mutex<bool>, Condvar)>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        *lock(&self.gate.0) = true;
        self.gate.1.notify_all();
    }
}

impl Shared {
    /// One request and its answer; a browser that went away meanwhile is no problem.
    fn pass(&self, stream: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        let request = lines.next()?;
        lines.by_ref().take_while(|line| !line.is_empty()).for_each(drop);
        let path = request.split(' ').nth(1)?;
        let (path, quiet) = path.strip_suffix(QUIET).map_or((path, false), |path| (path, true));
        let path = path.to_owned();
        lock(&self.asked).push(path.clone());
        let mut answer = if path == WATCHER { watcher() } else { self.ask(&path) };
        if path.ends_with("exports/index.json") && !self.sums.load(Ordering::SeqCst) {
            answer.replace("\"sha256\"", "\"som\"");
        }
        if path.starts_with("/exports/fragment/") && !self.fragments.load(Ordering::SeqCst) {
            answer.body = b"{}".to_vec();
        }
        let changes: Vec<_> = lock(&self.changes).clone();
        for (_, change) in changes.iter().filter(|(end, _)| path.ends_with(end)) {
            change(&mut answer);
        }
        // Nobody answers.
        if answer.status == 0 {
            return None;
        }
        if Engine::chosen() != Engine::Chromium {
            answer.prepare(quiet);
        }
        let mut head = format!("HTTP/1.1 {} .\r\n", answer.status);
        for (name, value) in &answer.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("content-length: {}\r\nconnection: close\r\n\r\n", answer.body.len());
        let mut stream = stream;
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&answer.body).ok()
    }

    fn ask(&self, path: &str) -> Passing {
        let address = format!("{}{}", self.site, path.trim_start_matches('/'));
        let mut answer = agent()
            .get(&address)
            .header("accept-encoding", "identity")
            .call()
            .unwrap_or_else(|error| panic!("{address}: {error}"));
        let own =
            ["connection", "content-length", "transfer-encoding", "cache-control", "etag", "last-modified"];
        let headers = answer.headers().iter().filter(|(name, _)| !own.contains(&name.as_str()));
        let mut headers: Vec<(String, String)> = headers
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
            .collect();
        headers.push(("cache-control".to_owned(), "no-store".to_owned()));
        let body = answer.body_mut().read_to_vec().unwrap_or_else(|error| panic!("{address}: {error}"));
        Passing { status: answer.status().as_u16(), headers, body }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
