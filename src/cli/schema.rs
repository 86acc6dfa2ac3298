//! `selisih schema`: what `--format json` writes, for programs that read it.

use super::Outcome;

/// Print the JSON Schema of `audit --format json`
///
/// Of the schema selisih/audit/1: fields may be added, not renamed.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// The schema.
pub fn run() -> Outcome {
    Outcome { print: selisih::render::schema(), ..Outcome::default() }
}
