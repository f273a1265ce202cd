//! A real S3 server on this computer, which a test may kill and start again on the same data.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use widgets::publish::ship::Target;

pub struct Server {
    child: Child,
    port: String,
    data: PathBuf,
}

impl Server {
    /// `None`, said aloud, where the server is not installed.
    pub fn start() -> Option<Server> {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("tests");
        if !tests.join("node_modules/s3rver").is_dir() {
            eprintln!("skipped: tests/node_modules has no s3rver; tests/run installs it");
            return None;
        }
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("gka-s3-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let data = std::env::temp_dir().join(name);
        let (child, port) = run(&data, "0");
        Some(Server { child, port, data })
    }

    pub fn target(&self) -> Target {
        self.target_as("S3RVER")
    }

    /// With the key of somebody; the server knows `S3RVER` and no other.
    pub fn target_as(&self, key: &str) -> Target {
        let endpoint = format!("http://127.0.0.1:{}", self.port);
        let settings = [
            ("aws_access_key_id", key),
            ("aws_secret_access_key", "S3RVER"),
            ("aws_region", "eu-west-1"),
            ("aws_endpoint", &endpoint),
            ("aws_allow_http", "true"),
        ];
        Target::open_with(
            "s3://landkaart/gka",
            settings.map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
        .unwrap()
    }

    /// Kills the server, from wherever it is called.
    pub fn stopper(&self) -> impl Fn() + use<> {
        let id = self.child.id().to_string();
        move || drop(Command::new("kill").args(["-KILL", &id]).status())
    }

    pub fn restart(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // An object is there whole or not at all, as in any store; this server writes it in pieces.
        remove_pieces(&self.data);
        let (child, port) = run(&self.data, &self.port);
        (self.child, self.port) = (child, port);
    }

    /// The headers of an answer, in lower case.
    pub fn head(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port.parse().unwrap())).unwrap();
        write!(stream, "HEAD /landkaart/gka/{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

fn remove_pieces(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = entry.display().to_string();
        if entry.is_dir() {
            remove_pieces(&entry);
        } else if let Some((object, _)) = name.split_once("._S3rver_") {
            let pieces =
                ["object", "metadata.json", "object.md5"].map(|piece| format!("{object}._S3rver_{piece}"));
            let is_whole = |piece: &String| std::fs::metadata(piece).is_ok_and(|piece| piece.len() > 0);
            if !pieces.iter().all(is_whole) {
                pieces.iter().for_each(|piece| drop(std::fs::remove_file(piece)));
            }
        }
    }
}

fn run(data: &Path, port: &str) -> (Child, String) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/servers/s3.mjs");
    let mut child = Command::new("node")
        .arg(script)
        .args([port, &data.display().to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed where its packages are");
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(!line.is_empty(), "the S3 server did not start");
    (child, line.trim().to_owned())
}
