//! `selisih explain`: what a kind compares.

use clap::builder::TypedValueParser;
use selisih::compare::{COMPARATORS, Comparator};

use super::{Outcome, one_of};

/// Tell what a kind compares, with an example, and what it misses
///
/// Without a kind, lists all kinds.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of finding
    #[arg(value_name = "KIND", value_parser = comparators())]
    kind: Option<&'static Comparator>,
}

fn comparators() -> impl TypedValueParser<Value = &'static Comparator> {
    one_of(COMPARATORS.iter().map(|c| (c.id, c.about, c)))
}

/// The kind's page, or the list.
pub fn run(args: &Args) -> Outcome {
    let print = match args.kind {
        Some(comparator) => comparator.manual(),
        None => {
            let width = COMPARATORS.iter().map(|c| c.id.len()).max().unwrap_or(0);
            let kinds: String = COMPARATORS.iter().map(|c| format!("  {:width$}  {}\n", c.id, c.about)).collect();
            format!("Kinds of findings:\n{kinds}\n`selisih explain KIND` tells more of one.\n")
        }
    };
    Outcome { print, ..Outcome::default() }
}
