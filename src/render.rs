//! An audit as text: one file per output format, listed in [`FORMATS`].
//!
//! Nothing that a report contains can act on who reads the output: see [`show`] for the terminal, and the markup's own
//! escapes beside each format.

mod aligned;
mod context;
mod differ;
mod draft;
mod escape;
mod json;
mod markdown;
mod places;
pub mod show;
mod table;

use crate::model::{Alignment, Audit, Finding, Severity};

pub use places::{Place, Places};

/// How the output should look, for the formats that care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether colour may be used.
    pub color: bool,
}

/// An output format.
#[derive(Debug)]
pub struct Format<T = Audit> {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// Writes an audit, or what else is to be written; ends with a line break.
    pub render: fn(&T, &Look) -> String,
}

/// All output formats; the first is the default.
pub static FORMATS: &[Format] = &[table::FORMAT, markdown::FORMAT, json::FORMAT];

/// All output formats of alignments; the first is the default.
pub static ALIGNED: &[Format<Alignment>] = &[aligned::table::FORMAT, aligned::markdown::FORMAT, aligned::json::FORMAT];

/// `5 reports, 31 statements: 3 conflicts, 9 variants, 12 gaps`, or `…: no finding`.
pub fn summary(audit: &Audit) -> String {
    let counts: Vec<String> = Severity::ALL
        .iter()
        .map(|&s| (audit.shown().filter(|f| f.severity == s).count(), s))
        .filter(|(n, _)| *n > 0)
        .map(|(n, s)| counted(n, s.id()))
        .collect();
    let found = if counts.is_empty() { "no finding".to_owned() } else { counts.join(", ") };
    let (reports, statements) = (audit.reports.len(), audit.statements.len());
    format!("{}, {}: {found}", counted(reports, "report"), counted(statements, "statement"))
}

/// `1 report`, `2 reports`.
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// The reports that give a reading, each with the lines, ascending: `(report, lines)`.
fn lines_of(places: &Places<'_>, finding: &Finding, reading: usize) -> Vec<(usize, Vec<usize>)> {
    let mut at: Vec<(usize, usize)> =
        finding.readings[reading].evidence.iter().map(|e| (e.report, places.at(e.report, e.span.start).line)).collect();
    at.sort_unstable();
    at.dedup();
    let mut out: Vec<(usize, Vec<usize>)> = Vec::new();
    for (report, line) in at {
        match out.last_mut() {
            Some((last, lines)) if *last == report => lines.push(line),
            _ => out.push((report, vec![line])),
        }
    }
    out
}

/// Lines as they are listed: `3,9`.
fn listed(lines: &[usize]) -> String {
    lines.iter().map(usize::to_string).collect::<Vec<_>>().join(",")
}

/// What a reader should know of the reports before weighing the findings: copies, languages without rules, litter.
fn notes(audit: &Audit) -> Vec<String> {
    let id = |r: &usize| show::shown(&audit.reports[*r].id).into_owned();
    let mut out: Vec<String> = audit
        .shared_text
        .iter()
        .map(|s| {
            let ids: Vec<String> = s.reports.iter().map(id).collect();
            let sentences = counted(s.sentences, "sentence");
            format!("One voice: {} share {sentences} ({}% of the shortest).", ids.join(", "), s.percent)
        })
        .collect();
    let neutral: Vec<usize> = (0..audit.reports.len()).filter(|&r| !audit.reports[r].language.has_lists()).collect();
    if !neutral.is_empty() {
        let ids: Vec<String> = neutral.iter().map(id).collect();
        out.push(format!("Neither Indonesian nor English, read by language-neutral rules only: {}.", ids.join(", ")));
    }
    let skipped = audit.reports.iter().flat_map(|r| &r.blocks).filter(|b| b.kind.is_boilerplate()).count();
    if skipped > 0 {
        out.push(format!("Left out as litter of web pages: {} (listed by --format json).", counted(skipped, "block")));
    }
    out.extend(decided(audit));
    out
}

/// What decisions hide, and which of them need a look.
fn decided(audit: &Audit) -> Vec<String> {
    let mut out = Vec::new();
    let hidden = audit.findings.len() - audit.shown().count();
    if hidden > 0 {
        out.push(format!("Accepted and not shown: {} (--show-decided shows them).", counted(hidden, "finding")));
    }
    for (ids, told) in [
        (&audit.decisions.past, "Decisions past their last day, which count no longer"),
        (&audit.decisions.gone, "Decisions whose finding is gone"),
    ] {
        if !ids.is_empty() {
            out.push(format!("{told}: {}.", show::shown(&ids.join(", "))));
        }
    }
    out
}
