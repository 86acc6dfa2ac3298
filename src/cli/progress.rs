//! A progress bar on standard error, for work that takes more than a second.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use selisih::Step;

/// How long work may take before it is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// What is shown while reports are read.
const READING: &str = "{spinner} reading {bar:24} {pos} of {len} reports, {elapsed}";
/// What is shown while they are compared: all reports of one event at once, so that a bar would stand still.
const COMPARING: &str = "{spinner} comparing, {pos} of {len} reports done, {elapsed}";
/// Between two pictures.
const TICK: Duration = Duration::from_millis(120);

/// The bar; gone from the screen when it is dropped. Drawn on a terminal only.
pub struct Bar {
    bar: ProgressBar,
    /// Dropped when the work is done: then the waiting thread ends.
    _done: Option<Sender<()>>,
}

impl Bar {
    /// A bar that shows nothing yet, and never does where it is to be quiet.
    pub fn new(quiet: bool, reports: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(reports as u64), ProgressDrawTarget::hidden());
        if quiet {
            return Self { bar, _done: None };
        }
        style(&bar, READING);
        let (done, wait) = mpsc::channel();
        let shown = bar.clone();
        thread::spawn(move || {
            if wait.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(TICK);
            }
        });
        Self { bar, _done: Some(done) }
    }

    /// How far the work is.
    pub fn show(&self, step: Step) {
        match step {
            Step::Read(reports) => self.bar.set_position(reports as u64),
            Step::Compare(reports) => {
                style(&self.bar, COMPARING);
                self.bar.set_position(reports as u64);
            }
        }
    }
}

fn style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
