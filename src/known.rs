//! Known discrepancies of a set of reports: findings that an audit should give, and findings that it must not.
//!
//! The file is TOML:
//! ```toml
//! severities = ["conflict", "variant"]     # optional: what of an audit is held against this file; so with `kinds`
//!
//! [[expected]]
//! kind = "title"
//! severity = "conflict"                    # optional
//! subject = "Kim Jong Un"
//! [expected.readings]                      # value = the reports that give it
//! "pemimpin Korea Utara" = ["report-1", "report-2"]
//! "Presiden Korea Utara" = ["report-5"]
//!
//! [[forbidden]]
//! kind = "name"                            # optional
//! readings = ["Kim Jong Il", "Kim Jong Un"] # two different readings that hold these words
//! because = "father and son"
//! ```
//! Case, white space and hyphens do not matter where two readings can be told apart without them.

mod file;
mod matching;
mod update;

use std::fmt::Write;
use std::path::PathBuf;

use crate::model::{Audit, Finding, Kind, Severity};
use crate::render::{show, ui::Noun};

pub use matching::Comparison;

/// What a file of known discrepancies says.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The file.
    pub path: PathBuf,
    /// Kinds that are held against it; all where empty.
    pub kinds: Vec<Kind>,
    /// Severities that are held against it; all where empty.
    pub severities: Vec<Severity>,
    /// Findings that an audit should give.
    pub expected: Vec<Expected>,
    /// Findings that it must not give.
    pub forbidden: Vec<Forbidden>,
}

/// A finding that an audit should give.
#[derive(Debug, Clone)]
pub struct Expected {
    /// Line of the file.
    pub line: usize,
    /// Its kind.
    pub kind: Kind,
    /// Its severity, if that matters.
    pub severity: Option<Severity>,
    /// Its subject.
    pub subject: String,
    /// All its readings.
    pub readings: Vec<Wanted>,
}

/// A finding that an audit must not give.
#[derive(Debug, Clone)]
pub struct Forbidden {
    /// Line of the file.
    pub line: usize,
    /// Its kind; any where none is given.
    pub kind: Option<Kind>,
    /// The least grave severity that counts.
    pub severity: Severity,
    /// Its subject; any where none is given.
    pub subject: Option<String>,
    /// Words of its readings: with two or more, two of them in two different readings.
    pub readings: Vec<Wanted>,
    /// Why not.
    pub because: Option<String>,
}

/// A reading as the file has it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Its value.
    pub value: String,
    /// Ids of the reports that give it, if that matters.
    pub reports: Option<Vec<String>>,
}

impl Known {
    /// What is missing, changed, new and forbidden but raised, a line or three each, then the count; nothing but the
    /// count where all is as expected.
    pub fn told(&self, comparison: &Comparison, audit: &Audit) -> String {
        let mut out = String::new();
        let file = self.path.display().to_string();
        for &e in &comparison.missing {
            let e = &self.expected[e];
            let _ = writeln!(out, "missing    {} {}: {} ({file}:{})", e.kind, e.subject, wanted(&e.readings), e.line);
        }
        for &(e, f) in &comparison.changed {
            let (e, f) = (&self.expected[e], &audit.findings[f]);
            let _ = writeln!(out, "changed    {} {} ({file}:{})", e.kind, e.subject, e.line);
            let severity = e.severity.unwrap_or(f.severity);
            let _ = writeln!(out, "    known  {severity} {}: {}", e.subject, wanted(&e.readings));
            let _ = writeln!(out, "    now    {}", told(f, audit));
        }
        for &f in &comparison.new {
            let _ = writeln!(out, "new        {} {}", audit.findings[f].kind, told(&audit.findings[f], audit));
        }
        for &(n, f) in &comparison.raised {
            let (n, f) = (&self.forbidden[n], &audit.findings[f]);
            let because = n.because.as_ref().map_or(String::new(), |b| format!(", {b}"));
            let _ = writeln!(out, "forbidden  {} {} ({file}:{}{because})", f.kind, told(f, audit), n.line);
        }
        let (met, missing, changed) = (comparison.met.len(), comparison.missing.len(), comparison.changed.len());
        let (new, raised) = (comparison.new.len(), comparison.raised.len());
        let known = Noun("known finding", "known findings").counted(self.expected.len());
        let _ = writeln!(
            out,
            "{known}: {met} as expected, {missing} missing, {changed} changed; {new} new, {raised} forbidden but raised"
        );
        out.lines().map(|line| shown_indented(line) + "\n").collect()
    }
}

/// `conflict Kim Jong Un: pemimpin <report-1 report-2> / Presiden <report-5>`.
fn told(finding: &Finding, audit: &Audit) -> String {
    let readings = finding.readings.iter().map(|r| {
        let reports = Some(matching::givers(r, audit).into_iter().map(str::to_owned).collect());
        Wanted { value: one_line(&r.value), reports }
    });
    format!("{} {}: {}", finding.severity, one_line(&finding.subject), wanted(&readings.collect::<Vec<_>>()))
}

fn wanted(readings: &[Wanted]) -> String {
    let reading = |w: &Wanted| match &w.reports {
        Some(reports) => format!("{} <{}>", w.value, reports.join(" ")),
        None => w.value.clone(),
    };
    readings.iter().map(reading).collect::<Vec<_>>().join(" / ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The line with its indent, made safe for a terminal; columns keep their blanks.
fn shown_indented(line: &str) -> String {
    line.split(' ').map(show::shown).collect::<Vec<_>>().join(" ")
}
