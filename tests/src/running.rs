//! A process that ends with its test.

use super::target;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Killed on drop. What it says on stderr stands in `target/tests/<name>-<id>.log`.
pub struct Running {
    child: Child,
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
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
        let stdout = child.stdout.take().expect("started with this pipe");
        let (sender, lines) = channel();
        // Reads to the end, so that the process never waits for a full pipe.
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Running { child, lines: Mutex::new(lines), log }
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

    /// Waits for its end; whether it came in time.
    pub fn ends_within(&mut self, patience: Duration) -> bool {
        let end = Instant::now() + patience;
        while Instant::now() < end {
            if self.child.try_wait().is_ok_and(|status| status.is_some()) {
                return true;
            }
            thread::sleep(Duration::from_millis(15));
        }
        false
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
