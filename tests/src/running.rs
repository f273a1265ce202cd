//! A process that ends with its test.

use super::scratch;
use super::target;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Killed on drop, with every process it started. What it says on stderr stands in
/// `target/tests/<name>-<id>.log`.
///
/// Also killed when the tests end without a drop, by a kill of their own or as a `static`: a guard waits for
/// the end of a pipe that only this process holds.
pub struct Running {
    child: Child,
    guard: Child,
    lines: Mutex<Receiver<String>>,
    log: PathBuf,
}

impl Running {
    pub fn start(name: &str, command: &mut Command) -> Running {
        let logs = target().join("tests");
        std::fs::create_dir_all(&logs).expect("the target folder takes a new one");
        let log = logs.join(format!("{name}-{}.log", std::process::id()));
        let stderr = File::create(&log).expect("a log in the target folder");
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let guard = guard(&child);
        let stdout = child.stdout.take().expect("started with this pipe");
        let (sender, lines) = channel();
        // Reads to the end, so that the process never waits for a full pipe.
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Running { child, guard, lines: Mutex::new(lines), log }
    }

    /// The first of the next lines on stdout in which `find` finds something.
    #[track_caller]
    pub fn line<T>(&self, patience: Duration, find: impl Fn(&str) -> Option<T>) -> T {
        let end = Instant::now() + patience;
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        while let Ok(line) = lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if let Some(found) = find(&line) {
                return found;
            }
        }
        let said = std::fs::read_to_string(&self.log).unwrap_or_default();
        panic!("the expected line did not come; on stderr:\n{said}");
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The guard ends the process and what it started.
        if let Some(mut pipe) = self.guard.stdin.take() {
            let _ = pipe.write_all(b"end\n");
        }
        let _ = self.guard.wait();
        let _ = self.child.wait();
    }
}

/// Ends the group of `child` when it is told so, or when its pipe closes because the tests are gone: then the
/// scratch folders go too.
fn guard(child: &Child) -> Child {
    let script = "if read -r _; then gone=; else gone=1; fi
        kill -s KILL -- \"-$1\"
        [ -z \"$gone\" ] || rm -rf -- \"$2\"";
    Command::new("sh")
        .args(["-c", script, "guard", &child.id().to_string()])
        .arg(scratch::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("every system of ours has sh")
}
