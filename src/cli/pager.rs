//! A pager for what is longer than the screen.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// What shows the text where `PAGER` is not set: colours as they are, and nothing kept on the screen that fits it.
const PAGER: &str = "less -FRX";

/// Shows the text in the pager and waits for its end. `false` where there is none to be had: then nothing was shown.
pub fn shown(text: &str) -> bool {
    let typed = env::var("PAGER").unwrap_or_else(|_| PAGER.to_owned());
    // Taken apart at blanks; no shell reads it.
    let mut words = typed.split_whitespace();
    let Some(program) = words.next().filter(|program| *program != "cat") else { return false };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    // ^C is the pager's while it runs; without it the terminal would be left as the pager needs it.
    let handler = flag::register(SIGINT, Arc::new(AtomicBool::new(false)));
    let shown = command.spawn().and_then(|mut pager| {
        if let Some(mut input) = pager.stdin.take() {
            // It may be closed before it has read all.
            let _ = input.write_all(text.as_bytes());
        }
        pager.wait()
    });
    if let Ok(handler) = handler {
        signal_hook::low_level::unregister(handler);
    }
    shown.is_ok()
}
