//! `selisih decide`: an editor's ruling on findings.

use std::path::Path;

use jiff::civil;
use selisih::Options;
use selisih::compare::COMPARATORS;
use selisih::decisions::Change;
use selisih::model::decision::{Decision, Ruling};
use selisih::model::{Audit, Finding, Kind, Language, Severity};

use super::{Outcome, World, kinds, languages, ledger, severities, show};

/// The reason of a decision on all findings where none is given.
const BASELINE: &str = "known when the ledger was begun";

/// Rule on findings: accepted, to fix, or to check, with a reason
///
/// Keeps the rulings in `selisih.decisions.toml` beside the reports, where `audit` finds them: accepted findings are
/// hidden, others are marked, and none of them fails the gate. A finding's id is what JSON and Markdown give; its first
/// letters are enough where no other finding begins so. Two editors may decide at once.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, group(clap::ArgGroup::new("ruling").required(true)))]
pub struct Args {
    /// Findings, by id; then reports, as `audit` takes them [default: the folder `reports`]
    #[arg(value_name = "FINDING|PATH")]
    what: Vec<String>,
    /// It may stay as it is
    #[arg(long, group = "ruling")]
    accept: bool,
    /// It is to be corrected
    #[arg(long, group = "ruling")]
    fix: bool,
    /// Somebody is to find out
    #[arg(long, group = "ruling")]
    check: bool,
    /// Why
    #[arg(long, value_name = "TEXT", required_unless_present = "all")]
    reason: Option<String>,
    /// The last day on which the decision counts
    #[arg(long, value_name = "DATE")]
    until: Option<civil::Date>,
    /// Rule on all findings that no decision counts for yet: a baseline
    #[arg(long)]
    all: bool,
    /// With --all: only these kinds
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', requires = "all", value_parser = kinds())]
    kinds: Vec<Kind>,
    /// With --all: only these severities
    #[arg(long = "severity", value_name = "SEVERITY", value_delimiter = ',', requires = "all", value_parser = severities())]
    severities: Vec<Severity>,
    /// Read all reports as this language, as `audit` did
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    language: Option<Language>,
    #[command(flatten)]
    ledger: ledger::Args,
}

const EXAMPLES: &str = "\
Examples:
  selisih decide title-9dd10216 --accept --reason 'both are in use'
  selisih decide name-1f number-20 --fix --reason 'agency style' day-1/
  selisih decide place-0c --check --reason 'asked the desk' --until 2026-12-31
  selisih decide --all --accept --severity gap";

/// Audits, finds the findings, and writes the decisions down.
pub fn run(args: &Args, world: &World) -> anyhow::Result<Outcome> {
    let (findings, paths): (Vec<&String>, Vec<&String>) = args.what.iter().partition(|word| is_finding(word));
    anyhow::ensure!(args.all || !findings.is_empty(), "no finding: name one by its id, or take --all");
    anyhow::ensure!(!args.all || findings.is_empty(), "--all rules on all findings: take it, or name some");
    let reason = args.reason.as_deref().unwrap_or(BASELINE).trim().to_owned();
    anyhow::ensure!(!reason.is_empty(), "--reason: tell why");
    let today = args.ledger.today();
    if let Some(until) = args.until.filter(|until| *until < today) {
        anyhow::bail!("--until {until}: that day is past");
    }
    let paths: Vec<String> = paths.into_iter().cloned().collect();
    let reports = world.reports(&paths, args.language.or(world.config.audit.language))?;
    let file = args.ledger.file_to_write(&reports)?;
    let audit = world.audit(&reports, Options::default());
    let named = args.named(&audit, &findings)?;
    let decision = Decision { ruling: args.ruling(), reason, until: args.until };
    let mut decided: Vec<&Finding> = Vec::new();
    let changed = ledger::change(&file, |ledger| {
        let counts = ledger.of(&audit, today).of;
        decided.extend(named.iter().filter(|f| !(args.all && counts.contains_key(&f.id))));
        decided.iter().map(|finding| Change::Decide(finding, &decision)).collect()
    })?;
    Ok(Outcome { print: told(&decided, &decision, &file, changed), ..Outcome::default() })
}

impl Args {
    fn ruling(&self) -> Ruling {
        match (self.accept, self.fix) {
            (true, _) => Ruling::Accept,
            (_, true) => Ruling::Fix,
            _ => Ruling::Check,
        }
    }

    /// The findings that are to be ruled on, each once.
    fn named<'a>(&self, audit: &'a Audit, typed: &[&String]) -> anyhow::Result<Vec<&'a Finding>> {
        if self.all {
            let (kinds, severities) = (self.kinds.clone(), self.severities.clone());
            let options = Options { kinds, severities, ..Options::default() };
            return Ok(audit.findings.iter().filter(|f| options.wants(f)).collect());
        }
        let mut wanted = typed.iter().map(|typed| show::find(audit, typed)).collect::<anyhow::Result<Vec<_>>>()?;
        wanted.sort_by(|a, b| a.id.cmp(&b.id));
        wanted.dedup_by(|a, b| a.id == b.id);
        Ok(wanted)
    }
}

/// Whether a word of the command line means a finding, not a path. What looks like an id is one, whatever files there
/// are; so is a bare word that no file has.
fn is_finding(word: &str) -> bool {
    let of_kind = |(kind, print): (&str, &str)| {
        COMPARATORS.iter().any(|c| c.id == kind) && print.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
    };
    word.split_once('-').is_some_and(of_kind)
        || !word.contains(['/', '\\', '.', '*', '?', '[']) && word != "-" && !Path::new(word).exists()
}

fn told(decided: &[&Finding], decision: &Decision, file: &Path, changed: bool) -> String {
    let line = |f: &&Finding| format!("{} {}\n", f.id, decision.told());
    let lines: String = decided.iter().map(line).collect();
    let written = if changed { "written" } else { "nothing to write" };
    format!("{lines}{}: {written}\n", file.display())
}
