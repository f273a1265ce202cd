//! Waiting for a condition, never for a time.

use std::thread;
use std::time::{Duration, Instant};

/// How long a page may take over anything that a person would wait for.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// Asks until there is an answer; panics with `what` when the patience is gone.
#[track_caller]
pub fn until<T>(what: &str, patience: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(started.elapsed() < patience, "waited {} s in vain for: {what}", patience.as_secs());
        thread::sleep(Duration::from_millis(15));
    }
}
