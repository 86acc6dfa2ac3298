//! `selisih decisions`: the ledger listed, or rid of decisions whose finding is gone.

use std::fmt::Write;

use clap::Subcommand;
use selisih::Options;
use selisih::decisions::{Change, Entry, Ledger};
use selisih::model::decision::Decisions;
use selisih::model::{Audit, Language};
use selisih::render::show;
use selisih::render::ui::Noun;

use super::{Outcome, World, languages, ledger};

const DECISIONS: Noun = Noun("decision", "decisions");

/// List the decisions, or take out those whose finding is gone
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the decisions, with those that are past their last day or whose finding is gone
    List(Ledgered),
    /// Take out the decisions whose finding these reports no longer give
    Prune(Ledgered),
}

#[derive(Debug, clap::Args)]
struct Ledgered {
    /// Reports, as `audit` takes them [default: the folder `reports`]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Read all reports as this language, as `audit` did
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    language: Option<Language>,
    #[command(flatten)]
    ledger: ledger::Args,
}

/// Lists or prunes.
pub fn run(args: &Args, world: &World) -> anyhow::Result<Outcome> {
    let (What::List(on) | What::Prune(on)) = &args.what;
    let reports = world.reports(&on.paths, on.language.or(world.config.audit.language))?;
    let file = on.ledger.file_to_write(&reports)?;
    let audit = world.audit(&reports, Options::default());
    if on.ledger.ledger.is_none() && !file.exists() {
        return Ok(printed(format!("{}: no decisions yet\n", file.display())));
    }
    if let What::Prune(_) = args.what {
        // Named before anything is locked or made.
        ledger::read(&file)?;
        let mut gone: Vec<String> = Vec::new();
        ledger::change(&file, |ledger| {
            gone = ledger.of(&audit, on.ledger.today()).gone;
            gone.iter().cloned().map(Change::Remove).collect()
        })?;
        return Ok(printed(pruned(&gone)));
    }
    let ledger = Ledger::parse(&file, &ledger::read(&file)?)?;
    Ok(printed(list(&ledger, &ledger.of(&audit, on.ledger.today()), &audit)))
}

fn printed(print: String) -> Outcome {
    Outcome { print, ..Outcome::default() }
}

fn pruned(gone: &[String]) -> String {
    let lines: String = gone.iter().map(|id| format!("{} taken out\n", show::shown(id))).collect();
    format!("{lines}{} taken out\n", DECISIONS.counted(gone.len()))
}

/// A line or two a decision, by id, then how many there are.
fn list(ledger: &Ledger, state: &Decisions, audit: &Audit) -> String {
    let mut out = String::new();
    for (id, entry) in &ledger.entries {
        let mark = match () {
            () if state.gone.contains(id) => " (its finding is gone)",
            () if state.past.contains(id) => " (past, counts no longer)",
            () => "",
        };
        let _ = writeln!(
            out,
            "{} {}{mark}: {}",
            show::shown(id),
            entry.decision.told(),
            show::shown(&entry.decision.reason)
        );
        let about = about(id, entry, audit);
        if !about.is_empty() {
            let _ = writeln!(out, "    {}", show::shown(&about));
        }
    }
    let (all, gone, past) = (ledger.entries.len(), state.gone.len(), state.past.len());
    let _ = writeln!(out, "{}: {} in force, {past} past, {gone} gone", DECISIONS.counted(all), all - gone - past);
    out
}

/// Subject and readings: as the audit has them, else as the file remembers them.
fn about(id: &str, entry: &Entry, audit: &Audit) -> String {
    let (subject, readings) = match audit.findings.iter().find(|f| f.id == id) {
        Some(finding) => (&finding.subject, finding.readings.iter().map(|r| r.value.as_str()).collect::<Vec<_>>()),
        None => (&entry.subject, entry.readings.iter().map(String::as_str).collect()),
    };
    let separator = if subject.is_empty() || readings.is_empty() { "" } else { ": " };
    format!("{subject}{separator}{}", readings.join(" / "))
}
