//! The `selisih` command: arguments to a result, the result to a file or to standard output, and an exit status.

mod cli;

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use selisih::render::show;

/// Wrong usage, or input that could not be read, or output that could not be written.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let command = match cli::Cli::read() {
        Ok(command) => command,
        // Help is such an error too, with status 0. That its reader is gone is no trouble.
        Err(usage) => {
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(TROUBLE));
        }
    };
    match command.run(terminal()).and_then(|outcome| deliver(&outcome)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            let _ = writeln!(io::stderr(), "selisih: {}", show::shown(&told(&error)));
            ExitCode::from(TROUBLE)
        }
    }
}

/// An error and its causes, each once: some tell their cause themselves.
fn told(error: &anyhow::Error) -> String {
    let mut out = String::new();
    for cause in error.chain().map(ToString::to_string).filter(|cause| !cause.is_empty()) {
        if !out.ends_with(&cause) {
            let separator = if out.is_empty() { "" } else { ": " };
            out.extend([separator, &cause]);
        }
    }
    out
}

/// What standard output is.
fn terminal() -> cli::Terminal {
    let stdout = io::stdout();
    let size = terminal_size::terminal_size_of(&stdout);
    cli::Terminal {
        width: size.map(|(width, _)| usize::from(width.0)),
        height: size.map(|(_, height)| usize::from(height.0)),
        color: stdout.is_terminal() && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
    }
}

/// Writes the files, then prints; a reader that went away before the end is no error.
fn deliver(outcome: &cli::Outcome) -> anyhow::Result<u8> {
    for (path, content) in &outcome.files {
        cli::output::write(path, content)?;
    }
    let long = terminal().height.is_some_and(|height| outcome.print.lines().count() >= height);
    if outcome.page && long && cli::pager::shown(&outcome.print) {
        return Ok(outcome.code);
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(outcome.print.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(anyhow::Error::new(error).context("standard output"))
        }
        _ => Ok(outcome.code),
    }
}
