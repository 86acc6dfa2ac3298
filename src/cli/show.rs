//! `selisih show`: one finding, with the lines of the reports.

use anyhow::bail;
use selisih::Options;
use selisih::model::{Audit, Finding, Language};
use selisih::render::{Look, snippet};

use super::{Outcome, World, audit, languages};

/// Show one finding where it stands in the reports
///
/// Prints the lines of all reports that give a reading, with the exact words marked, who is silent, and what speaks for
/// one of the readings. The audit is made anew: give it the same reports.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The finding's id (`title-9dd10216`), or as much of its start as tells it from the others
    #[arg(value_name = "FINDING")]
    finding: String,
    /// Reports: text files, folders of them, patterns; `-` reads one from standard input [default: the folder `reports`]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Read all reports as this language; without it, each report's own text tells
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    language: Option<Language>,
    #[command(flatten)]
    look: audit::LookArgs,
}

/// Ids named where several or none fit.
const NAMED: usize = 6;

/// Audits, and renders the one finding.
pub fn run(args: &Args, world: &World) -> anyhow::Result<Outcome> {
    let language = args.language.or(world.config.audit.language);
    let reports = world.reports(&args.paths, language)?;
    let audit = world.audit(&reports, Options::default());
    let finding = find(&audit, &args.finding)?;
    let look: Look = args.look.look(world, true);
    Ok(Outcome { print: snippet::snippet(&audit, finding, &look), page: true, ..Outcome::default() })
}

/// The finding whose id this is, or starts so.
pub fn find<'a>(audit: &'a Audit, typed: &str) -> anyhow::Result<&'a Finding> {
    if let Some(exact) = audit.findings.iter().find(|f| f.id == typed) {
        return Ok(exact);
    }
    let fits: Vec<&Finding> = audit.findings.iter().filter(|f| f.id.starts_with(typed)).collect();
    let ids = |findings: &[&Finding]| {
        let more = if findings.len() > NAMED { ", …" } else { "" };
        findings.iter().take(NAMED).map(|f| f.id.as_str()).collect::<Vec<_>>().join(", ") + more
    };
    match fits[..] {
        [one] if !typed.is_empty() => Ok(one),
        [] => {
            let near = |f: &&Finding| strsim::normalized_damerau_levenshtein(&f.id, typed) > SLIP;
            let near: Vec<&Finding> = audit.findings.iter().filter(near).collect();
            let meant = if near.is_empty() { String::new() } else { format!("; did you mean {}?", ids(&near)) };
            bail!("{typed}: no finding of these reports has such an id{meant}")
        }
        _ => bail!("{typed}: {} findings have ids that start so: {}", fits.len(), ids(&fits)),
    }
}

/// How alike two ids must be for one to be a slip of the other: one letter of thirteen is 0.92.
const SLIP: f64 = 0.8;
