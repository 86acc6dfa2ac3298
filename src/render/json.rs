//! JSON for other programs, schema `selisih/audit/1`: fields may be added, not renamed.

mod draft;

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

use super::{Format, Look, Places, show};
use crate::model::decision::{Decision, Ruling};
use crate::model::{Audit, BlockKind, Date, Evidence, Finding, Kind, Reading, Report, Severity, Span, Suggestion};

/// The table's line.
pub const FORMAT: Format =
    Format { id: "json", about: "everything, for other programs (schema selisih/audit/1)", render };

/// Columns that a value may take before it is broken into lines.
const WIDTH: usize = 120;

fn render(audit: &Audit, _look: &Look) -> String {
    written(document(audit))
}

/// A document as text that does nothing to a terminal.
pub(super) fn written(document: impl Serialize) -> String {
    let mut out = match serde_json::to_value(document) {
        Ok(value) => laid_out(&value, 0),
        Err(error) => unreachable!("strings, numbers and lists always serialise: {error}"),
    };
    out.push('\n');
    // Allowed in JSON as they are, but a terminal obeys them. They stand in strings only, where an escape is the same.
    out.chars().fold(String::with_capacity(out.len()), |mut safe, c| {
        match c {
            '\n' => safe.push('\n'),
            c if c.is_control() || show::is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(safe, "\\u{unit:04x}");
                }
            }
            c => safe.push(c),
        }
        safe
    })
}

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: Tool,
    reports: Vec<ReportOut<'a>>,
    statements: Vec<StatementOut<'a>>,
    findings: Vec<FindingOut<'a>>,
    shared_text: Vec<SharedOut<'a>>,
    /// Ids of the reports of each event.
    events: Vec<Vec<&'a str>>,
    /// Ids of decisions that do not count.
    #[serde(skip_serializing_if = "Idle::is_empty")]
    idle_decisions: Idle<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<draft::DraftOut<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
pub(super) struct ReportOut<'a> {
    id: &'a str,
    path: &'a str,
    title: Option<&'a str>,
    language: &'static str,
    published: Option<String>,
    sentences: usize,
    skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
struct Skipped<'a> {
    span: Span,
    text: &'a str,
    why: &'static str,
}

#[derive(Serialize)]
pub(super) struct StatementOut<'a> {
    id: &'a str,
    score: f64,
    members: Vec<MemberOut<'a>>,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    report: &'a str,
    span: Span,
    line: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct FindingOut<'a> {
    id: &'a str,
    kind: Kind,
    severity: Severity,
    subject: &'a str,
    readings: Vec<ReadingOut<'a>>,
    absent: Vec<&'a str>,
    suggestion: Option<&'a Suggestion>,
    statements: &'a [String],
    decision: Option<DecisionOut<'a>>,
}

#[derive(Serialize)]
struct DecisionOut<'a> {
    ruling: Ruling,
    reason: &'a str,
    until: Option<String>,
}

#[derive(Serialize)]
struct ReadingOut<'a> {
    value: &'a str,
    evidence: Vec<EvidenceOut<'a>>,
}

#[derive(Serialize)]
struct EvidenceOut<'a> {
    report: &'a str,
    span: Span,
    line: usize,
    column: usize,
    text: &'a str,
    sentence: &'a str,
}

#[derive(Serialize)]
struct SharedOut<'a> {
    reports: Vec<&'a str>,
    sentences: usize,
    percent: u8,
}

#[derive(Serialize)]
struct Idle<'a> {
    past: &'a [String],
    gone: &'a [String],
}

impl Idle<'_> {
    fn is_empty(&self) -> bool {
        self.past.is_empty() && self.gone.is_empty()
    }
}

#[derive(Serialize)]
struct Summary {
    conflicts: usize,
    variants: usize,
    gaps: usize,
}

/// This program.
pub(super) const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

fn document(audit: &Audit) -> Document<'_> {
    let places = Places::new(audit);
    let ids = |reports: &[usize]| reports.iter().map(|&r| audit.reports[r].id.as_str()).collect();
    Document {
        schema: "selisih/audit/1",
        tool: TOOL,
        reports: audit.reports.iter().zip(&audit.sentences).map(|(r, &n)| report(r, n)).collect(),
        statements: statements(audit, &places),
        findings: audit.findings.iter().map(|f| finding(audit, &places, f)).collect(),
        shared_text: audit
            .shared_text
            .iter()
            .map(|s| SharedOut { reports: ids(&s.reports), sentences: s.sentences, percent: s.percent })
            .collect(),
        events: audit.events.iter().map(|reports| ids(reports)).collect(),
        idle_decisions: Idle { past: &audit.decisions.past, gone: &audit.decisions.gone },
        draft: audit.draft.as_ref().map(|d| draft::document(audit, &places, d)),
        summary: Summary {
            conflicts: audit.count(Severity::Conflict),
            variants: audit.count(Severity::Variant),
            gaps: audit.count(Severity::Gap),
        },
    }
}

pub(super) fn report(report: &Report, sentences: usize) -> ReportOut<'_> {
    let skipped = report.blocks.iter().filter_map(|b| match b.kind {
        BlockKind::Boilerplate(why) => Some(Skipped { span: b.span, text: b.span.of(&report.text), why }),
        _ => None,
    });
    ReportOut {
        id: &report.id,
        path: &report.path,
        title: report.title.map(|span| span.of(&report.text)),
        language: report.language.code(),
        published: report.published.and_then(iso),
        sentences,
        skipped: skipped.collect(),
    }
}

/// `2023-09-15`, if all of it is known.
fn iso(date: Date) -> Option<String> {
    (date.year.is_some() && date.month.is_some() && date.day.is_some()).then(|| date.to_string())
}

pub(super) fn statements<'a>(audit: &'a Audit, places: &Places<'_>) -> Vec<StatementOut<'a>> {
    let member = |m: &crate::model::Member| MemberOut {
        report: &audit.reports[m.report].id,
        span: m.span,
        line: places.at(m.report, m.span.start).line,
        text: m.span.of(&audit.reports[m.report].text),
    };
    let out = audit.statements.iter().map(|s| StatementOut {
        id: &s.id,
        // Four digits are enough to compare by, and read better than 0.7099999785423279.
        score: (f64::from(s.score) * 1e4).round() / 1e4,
        members: s.members.iter().map(member).collect(),
    });
    out.collect()
}

fn finding<'a>(audit: &'a Audit, places: &Places<'_>, finding: &'a Finding) -> FindingOut<'a> {
    let reading = |r: &'a Reading| ReadingOut {
        value: &r.value,
        evidence: r.evidence.iter().map(|e| evidence(audit, places, e)).collect(),
    };
    FindingOut {
        id: &finding.id,
        kind: finding.kind,
        severity: finding.severity,
        subject: &finding.subject,
        readings: finding.readings.iter().map(reading).collect(),
        absent: finding.absent.iter().map(|&r| audit.report(r).id.as_str()).collect(),
        suggestion: finding.suggestion.as_ref(),
        statements: &finding.statements,
        decision: audit.decision(finding).map(decision),
    }
}

fn decision(decision: &Decision) -> DecisionOut<'_> {
    let until = decision.until.map(|day| day.to_string());
    DecisionOut { ruling: decision.ruling, reason: &decision.reason, until }
}

fn evidence<'a>(audit: &'a Audit, places: &Places<'_>, evidence: &Evidence) -> EvidenceOut<'a> {
    let report = audit.report(evidence.report);
    let place = places.at(evidence.report, evidence.span.start);
    EvidenceOut {
        report: &report.id,
        span: evidence.span,
        line: place.line,
        column: place.column,
        text: evidence.span.of(&report.text),
        sentence: evidence.sentence.of(&report.text),
    }
}

/// A value on one line where it fits, one member a line where it does not: short enough to read and to compare.
fn laid_out(value: &Value, indent: usize) -> String {
    let flat = on_one_line(value);
    let (open, close, members): (_, _, Vec<String>) = match value {
        _ if indent + flat.len() <= WIDTH => return flat,
        Value::Array(items) => ('[', ']', items.iter().map(|v| laid_out(v, indent + 2)).collect()),
        Value::Object(fields) => {
            let field = |(k, v): (&String, &Value)| format!("{}: {}", Value::from(k.as_str()), laid_out(v, indent + 2));
            ('{', '}', fields.iter().map(field).collect())
        }
        _ => return flat,
    };
    let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + 2));
    format!("{open}\n{inner}{}\n{outer}{close}", members.join(&format!(",\n{inner}")))
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let field = |(k, v): (&String, &Value)| format!("{}: {}", Value::from(k.as_str()), on_one_line(v));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        scalar => scalar.to_string(),
    }
}
