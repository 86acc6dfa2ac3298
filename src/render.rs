//! An audit as text: one file per output format, listed in [`FORMATS`].
//!
//! Nothing that a report contains can act on who reads the output: see [`show`] for the terminal, and the markup's own
//! escapes beside each format.

mod aligned;
mod context;
mod csv;
mod differ;
mod draft;
mod escape;
mod github;
mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod message;
mod places;
mod sarif;
pub mod show;
pub mod snippet;
mod table;
pub mod ui;

use crate::model::{Alignment, Audit, Finding, Report, Severity, SharedText};

pub use json::schema;
pub use message::message;
pub use places::{Place, Places};
pub use ui::Ui;

/// How the output should look, for the formats that care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether colour may be used.
    pub color: bool,
    /// The language of labels and messages.
    pub ui: Ui,
    /// Whether to leave out what is no finding: notes on copies, languages, litter.
    pub quiet: bool,
}

/// An output format.
#[derive(Debug)]
pub struct Format<T = Audit> {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// How names of files that hold it end, without the dot; no two formats of one table share one.
    pub endings: &'static [&'static str],
    /// Writes an audit, or what else is to be written; ends with a line break.
    pub render: fn(&T, &Look) -> String,
}

/// All output formats; the first is the default.
#[rustfmt::skip] // one line a format
pub static FORMATS: &[Format] = &[
    table::FORMAT,
    markdown::FORMAT,
    html::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    sarif::FORMAT,
    github::FORMAT,
    junit::FORMAT,
];

impl Format {
    /// The format that a file's name tells by its ending, whatever its case; the longest ending that fits decides.
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let name = name.to_lowercase();
        let fits = |ending: &str| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.'));
        let found = FORMATS.iter().filter_map(|f| {
            let longest = f.endings.iter().filter(|e| fits(e)).map(|e| e.len()).max()?;
            Some((longest, f))
        });
        found.max_by_key(|(longest, _)| *longest).map(|(_, format)| format)
    }
}

/// All output formats of alignments; the first is the default.
pub static ALIGNED: &[Format<Alignment>] = &[aligned::table::FORMAT, aligned::markdown::FORMAT, aligned::json::FORMAT];

/// `5 reports, 31 statements: 3 conflicts, 9 variants, 12 gaps`, or `…: no finding`.
pub fn summary(audit: &Audit, ui: Ui) -> String {
    let words = ui.words();
    let counts: Vec<String> = Severity::ALL
        .iter()
        .map(|&s| (audit.shown().filter(|f| f.severity == s).count(), s))
        .filter(|(n, _)| *n > 0)
        .map(|(n, s)| words.severity(s).counted(n))
        .collect();
    let found = if counts.is_empty() { words.no_finding.to_owned() } else { counts.join(", ") };
    let (reports, statements) = (audit.reports.len(), audit.statements.len());
    format!("{}, {}: {found}", words.report.counted(reports), words.statement.counted(statements))
}

/// What a report is called: the name that the user gives it, where no other report has it, else its id.
fn called(audit: &Audit, report: usize) -> &str {
    let report = audit.report(report);
    let twin = |name: &String| audit.reports.iter().filter(|r| r.label.name.as_ref() == Some(name)).count() > 1;
    report.label.name.as_ref().filter(|name| !twin(name)).unwrap_or(&report.id)
}

/// What the user says of a report: `report-1, Antara (state agency)`; none where nothing.
fn labelled(report: &Report) -> Option<String> {
    let name = report.label.name.as_ref().map_or(String::new(), |name| format!(", {name}"));
    let trust = report.label.trust.as_ref().map_or(String::new(), |trust| format!(" ({trust})"));
    (!name.is_empty() || !trust.is_empty()).then(|| format!("{}{name}{trust}", report.id))
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
fn notes(audit: &Audit, ui: Ui) -> Vec<String> {
    let words = ui.words();
    let ids = |reports: &[usize]| {
        let ids: Vec<_> = reports.iter().map(|&r| show::shown(&audit.reports[r].id)).collect();
        ids.join(", ")
    };
    let one_voice = |s: &SharedText| {
        let (sentences, percent) = (words.sentence.counted(s.sentences), s.percent.to_string());
        let values = [("reports", ids(&s.reports)), ("sentences", sentences), ("percent", percent)];
        ui::fill(words.one_voice, true, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let mut out: Vec<String> = audit.shared_text.iter().map(one_voice).collect();
    let neutral: Vec<usize> = (0..audit.reports.len()).filter(|&r| !audit.reports[r].language.has_lists()).collect();
    if !neutral.is_empty() {
        out.push(ui::fill(words.neutral, true, &[("reports", &ids(&neutral))]));
    }
    let skipped = audit.reports.iter().flat_map(|r| &r.blocks).filter(|b| b.kind.is_boilerplate()).count();
    if skipped > 0 {
        out.push(ui::fill(words.left_out, true, &[("blocks", &words.block.counted(skipped))]));
    }
    out.extend(decided(audit, words));
    out
}

/// What decisions hide, and which of them need a look.
fn decided(audit: &Audit, words: &ui::Words) -> Vec<String> {
    let mut out = Vec::new();
    let hidden = audit.decisions.taken_out + audit.findings.len() - audit.shown().count();
    if hidden > 0 {
        out.push(ui::fill(words.hidden, true, &[("findings", &words.finding.counted(hidden))]));
    }
    for (ids, told) in [(&audit.decisions.past, words.past), (&audit.decisions.gone, words.gone)] {
        if !ids.is_empty() {
            out.push(ui::fill(told, true, &[("ids", &show::shown(&ids.join(", ")))]));
        }
    }
    out
}
