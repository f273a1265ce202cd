//! What a person sees during the long steps, on stderr: a spinner or a bar on a terminal, plain
//! lines elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

/// A step under way.
pub struct Step {
    name: &'static str,
    started: Instant,
    /// Hidden when stderr is not a terminal.
    spinner: ProgressBar,
}

impl Step {
    /// Says what is being done now, inside the step. Not shown in plain lines.
    pub fn detail(&self, text: &str) {
        self.spinner.set_message(text.to_owned());
    }

    /// Shows how far a step of known length is, as a bar. Not shown in plain lines.
    pub fn count(&self, done: usize, all: usize) {
        if self.spinner.length().is_none() {
            let style = ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_bar} {pos}/{len}")
                .expect("the template is a constant that parses");
            self.spinner.set_style(style);
            self.spinner.set_length(all as u64);
        }
        self.spinner.set_position(done as u64);
    }

    fn start(name: &'static str) -> Step {
        let spinner = if std::io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{spinner} {prefix} {elapsed} {wide_msg}")
                .expect("the template is a constant that parses");
            ProgressBar::new_spinner().with_style(style).with_prefix(name)
        } else {
            eprintln!("{name} ...");
            ProgressBar::hidden()
        };
        spinner.enable_steady_tick(Duration::from_millis(120));
        Step { name, started: Instant::now(), spinner }
    }

    fn end(&self, outcome: &str) {
        self.spinner.finish_and_clear();
        let seconds = self.started.elapsed().as_secs_f64();
        eprintln!("{}: {outcome}{seconds:.1} s", self.name);
    }
}

/// Does one step under its name, and says afterwards how long it took.
pub fn step<T, E>(name: &'static str, work: impl FnOnce(&Step) -> Result<T, E>) -> Result<T, E> {
    let step = Step::start(name);
    let done = work(&step);
    step.end(if done.is_ok() { "" } else { "stopped after " });
    done
}
