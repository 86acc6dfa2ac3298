//! `selisih check`: does an audit still find what is known?

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use selisih::error::Error;
use selisih::known::Known;
use selisih::model::Language;

use super::{Outcome, World, languages};

/// Compare an audit with a file of known discrepancies
///
/// Audits the reports and prints what the file expects and the audit lacks (missing), what both have with other readings
/// or reports (changed), what the file does not know (new), and what it forbids (forbidden). Exits with status 1 where
/// there is any of it, so that a change to the reports, or to this program, is seen.
#[derive(Debug, clap::Args)]
#[command(after_help = FILE)]
pub struct Args {
    /// The file of known discrepancies
    #[arg(long, value_name = "FILE")]
    known: PathBuf,
    /// Make the file, or bring it up to the audit; comments stay, and so does what is forbidden
    #[arg(long)]
    write: bool,
    /// Reports: text files, folders of them, patterns; `-` reads one from standard input [default: the folder `reports`]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Read all reports as this language; without it, each report's own text tells
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    language: Option<Language>,
}

const FILE: &str = r#"The file is TOML:
  severities = ["conflict", "variant"]   # optional: compare these alone; so with kinds

  [[expected]]
  kind = "title"
  severity = "conflict"                  # optional
  subject = "Kim Jong Un"
  [expected.readings]                    # value = the reports that give it
  "pemimpin Korea Utara" = ["report-1", "report-2"]
  "Presiden Korea Utara" = ["report-5"]

  [[forbidden]]
  kind = "name"                          # optional; so is subject
  readings = ["Kim Jong Il", "Kim Jong Un"]
  because = "father and son"

Case, white space and hyphens do not matter where two readings can be told apart without them."#;

/// Audits and compares.
pub fn run(args: &Args, world: &World) -> anyhow::Result<Outcome> {
    let text = match fs::read_to_string(&args.known) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && args.write => String::new(),
        Err(source) => return Err(Error::Io { path: args.known.clone(), source }.into()),
    };
    let known = Known::parse(&args.known, &text)?;
    let reports = world.reports(&args.paths, args.language.or(world.config.audit.language))?;
    let audit = world.audit(&reports, selisih::Options::default());
    let comparison = known.compare(&audit);
    let mut outcome = Outcome {
        print: known.told(&comparison, &audit),
        code: u8::from(!comparison.is_clean()),
        ..Outcome::default()
    };
    if args.write {
        let updated = known.updated(&text, &comparison, &audit)?;
        // What is forbidden stays wrong; the rest is known from now on.
        outcome.code = u8::from(!comparison.raised.is_empty());
        if updated != text {
            let _ = writeln!(outcome.print, "{}: written", args.known.display());
            outcome.files.push((args.known.clone(), updated));
        }
    }
    Ok(outcome)
}
