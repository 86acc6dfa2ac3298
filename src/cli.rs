//! Arguments, and one file per command. Commands return what is to be printed; only `main` prints.

mod align;
mod audit;
mod check;
mod completions;
mod config;
mod decide;
mod decisions;
mod explain;
mod ledger;
mod man;
pub mod output;
pub mod pager;
mod progress;
mod schema;
mod show;
mod targets;
mod world;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use selisih::compare::COMPARATORS;
use selisih::model::{Kind, Language, Severity};

use world::{Flags, World};

const ABOUT: &str = "Audits several news reports of one event and shows where they disagree, word for word.

Give it the reports as text files. It reads them, finds what tells the same thing, and lists the findings: conflicts \
(the readings cannot both be right), variants (the same thing in another spelling, wording or precision) and gaps (some \
reports are silent). It never says who is right: it shows who says what, with the exact words. It works offline, and \
the same input gives the same output.";

const EXAMPLES: &str = "\
Examples:
  selisih audit reports/                          the table, for all reports of a folder
  selisih audit kompas.txt antara.txt detik.txt   the same, for these files
  selisih audit reports/ --severity conflict      the conflicts alone
  selisih audit reports/ --kind name,title        names and titles alone
  selisih audit reports/ -o ticket.md -o audit.csv a file in each format, by its ending
  selisih audit reports/ --fail-on conflict       status 1 where there is a conflict
  selisih align reports/                          what tells the same thing, side by side
  selisih check --known known.toml reports/       has anything changed since known.toml?
  selisih decide title-9dd10216 --accept --reason 'both are in use'
  selisih show title-9dd1 reports/                one finding, with the lines of the reports
  selisih explain title                           what a kind compares, and what it misses

Exit status: 0 done, 1 findings that --fail-on or check asked for, 2 wrong usage or input that cannot be read.
Colour: only on a terminal, never where NO_COLOR is set, unless --color says otherwise.";

/// Columns where there is no terminal to ask.
const WIDTH: usize = 100;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "selisih", version, about = "Shows where several news reports of one event disagree")]
#[command(long_about = ABOUT, after_help = EXAMPLES, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    flags: Flags,
    /// What was typed: a flag that was not typed gives way to the configuration.
    #[arg(skip)]
    typed: ArgMatches,
}

#[derive(Debug, Subcommand)]
enum Command {
    Audit(audit::Args),
    Align(align::Args),
    Check(check::Args),
    Show(show::Args),
    Decide(decide::Args),
    Decisions(decisions::Args),
    Explain(explain::Args),
    Config(config::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// What standard output is.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Its columns, where it is a terminal.
    pub width: Option<usize>,
    /// Its lines, where it is a terminal.
    pub height: Option<usize>,
    /// Whether it takes colour and the environment does not forbid it.
    pub color: bool,
}

/// What a command comes to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For standard output.
    pub print: String,
    /// Files to write, each whole or not at all.
    pub files: Vec<(PathBuf, String)>,
    /// Whether what is printed is for reading, so that a pager may show it.
    pub page: bool,
    /// Exit status.
    pub code: u8,
}

impl Cli {
    /// Reads the command line.
    pub fn read() -> Result<Self, clap::Error> {
        let typed = Self::command().try_get_matches()?;
        Self::from_arg_matches(&typed).map(|cli| Self { typed, ..cli })
    }

    /// Does what was asked for.
    pub fn run(self, terminal: Terminal) -> anyhow::Result<Outcome> {
        let paged = !self.flags.no_pager;
        let world = || World::new(&self.flags, terminal, self.typed.clone());
        let outcome = match self.command {
            Command::Audit(args) => audit::run(args, &world()?),
            Command::Align(args) => align::run(&args, &world()?),
            Command::Check(args) => check::run(&args, &world()?),
            Command::Show(args) => show::run(&args, &world()?),
            Command::Decide(args) => decide::run(&args, &world()?),
            Command::Decisions(args) => decisions::run(&args, &world()?),
            Command::Explain(args) => Ok(explain::run(&args)),
            Command::Config(args) => Ok(config::run(&args, &world()?)),
            Command::Schema(_) => Ok(schema::run()),
            Command::Completions(args) => Ok(completions::run(&args)),
            Command::Man(args) => man::run(&args),
        }?;
        Ok(Outcome { page: outcome.page && paged, ..outcome })
    }
}

/// A value out of a table: what is typed, what it is for, what it means.
fn one_of<T>(table: impl IntoIterator<Item = (&'static str, &'static str, T)>) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    let table: Vec<(&str, &str, T)> = table.into_iter().collect();
    let values =
        table.iter().map(
            |(id, about, _)| {
                if about.is_empty() { PossibleValue::new(*id) } else { PossibleValue::new(*id).help(*about) }
            },
        );
    PossibleValuesParser::new(values.collect::<Vec<_>>()).try_map(move |typed| {
        table.iter().find(|(id, _, _)| *id == typed).map(|(_, _, value)| value.clone()).ok_or("not in the table")
    })
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    one_of(COMPARATORS.iter().map(|c| (c.id, c.about, c.kind)))
}

fn severities() -> impl TypedValueParser<Value = Severity> {
    one_of(Severity::ALL.map(|s| (s.id(), s.about(), s)))
}

fn languages() -> impl TypedValueParser<Value = Language> {
    one_of([("id", "Bahasa Indonesia", Language::Indonesian), ("en", "English", Language::English)])
}

/// Languages that an alignment can be told of: those with word lists, and those with stems alone.
fn languages_aligned() -> impl TypedValueParser<Value = Language> {
    one_of([
        ("id", "Bahasa Indonesia", Language::Indonesian),
        ("en", "English", Language::English),
        ("de", "German: stems alone", Language::German),
        ("fr", "French: stems alone", Language::French),
    ])
}
