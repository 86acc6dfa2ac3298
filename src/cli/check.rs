//! `selisih check`: does an audit still find what is known?

use super::Outcome;

/// Compare an audit with a file of known discrepancies
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Compares.
pub fn run(_args: &Args) -> anyhow::Result<Outcome> {
    Ok(Outcome::default())
}
