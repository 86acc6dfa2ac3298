//! JSON for other programs, schema `selisih/audit/1`: fields may be added, not renamed.

mod draft;

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{Format, Look, Places, Ui, message, show};
use crate::model::decision::{Decision, Ruling};
use crate::model::{Audit, BlockKind, Date, Evidence, Finding, Kind, Reading, Report, Severity, Span, Suggestion};

/// The table's line.
pub const FORMAT: Format =
    Format { id: "json", about: "everything, for other programs (schema selisih/audit/1)", endings: &["json"], render };

/// Columns that a value may take before it is broken into lines.
const WIDTH: usize = 120;

fn render(audit: &Audit, look: &Look) -> String {
    laid_out_safely(&value(audit, look.ui))
}

/// The audit as a JSON value.
pub fn value(audit: &Audit, ui: Ui) -> Value {
    plain(document(audit, ui))
}

/// A document as text that does nothing to a terminal.
pub(super) fn written(document: impl Serialize) -> String {
    laid_out_safely(&plain(document))
}

fn laid_out_safely(value: &Value) -> String {
    safe(&(laid_out(value, 0) + "\n"))
}

fn plain(document: impl Serialize) -> Value {
    match serde_json::to_value(document) {
        Ok(value) => value,
        Err(error) => unreachable!("strings, numbers and lists always serialise: {error}"),
    }
}

/// The JSON Schema of what this format writes, as text.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Document<'_>);
    let mut fields = std::mem::take(schema.ensure_object());
    let first = ["$schema", "title", "description"].map(|name| fields.shift_remove_entry(name));
    format!("{:#}\n", Value::Object(first.into_iter().flatten().chain(fields).collect()))
}

/// JSON without what is allowed in it as it is, but a terminal obeys. It stands in strings only, where an escape is the
/// same.
pub fn safe(json: &str) -> String {
    json.chars().fold(String::with_capacity(json.len()), |mut safe, c| {
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

/// An audit of several reports of one event: who says what.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "selisih/audit/1")]
struct Document<'a> {
    /// `selisih/audit/1`: fields may be added, not renamed.
    schema: &'static str,
    /// The program that wrote it.
    tool: Tool,
    /// The reports, as they were given.
    reports: Vec<ReportOut<'a>>,
    /// Clauses of several reports that tell the same thing.
    statements: Vec<StatementOut<'a>>,
    /// Where the reports disagree, gravest first.
    findings: Vec<FindingOut<'a>>,
    /// Reports that share text: one voice.
    shared_text: Vec<SharedOut<'a>>,
    /// Ids of the reports of each event.
    events: Vec<Vec<&'a str>>,
    /// Decisions that do not count.
    #[serde(skip_serializing_if = "Idle::is_empty")]
    #[schemars(default)]
    idle_decisions: Idle<'a>,
    /// A draft that was held against the reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<draft::DraftOut<'a>>,
    /// How many findings of each severity.
    summary: Summary,
}

/// A program.
#[derive(Serialize, JsonSchema)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// One input article.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Report")]
pub(super) struct ReportOut<'a> {
    /// The file's stem, made unique.
    id: &'a str,
    /// As the user wrote it.
    path: &'a str,
    /// What the user calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// What the user thinks of its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    trust: Option<&'a str>,
    /// The headline, where it has one.
    title: Option<&'a str>,
    /// `id`, `en`, or `und` for any other.
    language: &'static str,
    /// The day (`2023-09-15`), where the text tells all of it.
    published: Option<String>,
    /// How many took part.
    sentences: usize,
    /// What took no part.
    skipped: Vec<Skipped<'a>>,
}

/// A part of a report that takes no part in any comparison.
#[derive(Serialize, JsonSchema)]
struct Skipped<'a> {
    /// Bytes of the report as UTF-8, half open.
    #[schemars(with = "[usize; 2]")]
    span: Span,
    text: &'a str,
    /// The reason.
    why: &'static str,
}

/// A group of clauses that tell the same thing.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Statement")]
pub(super) struct StatementOut<'a> {
    id: &'a str,
    /// How well it holds together, 0 to 1.
    score: f64,
    members: Vec<MemberOut<'a>>,
}

/// A clause of a statement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Member")]
struct MemberOut<'a> {
    report: &'a str,
    /// Bytes of the report as UTF-8, half open.
    #[schemars(with = "[usize; 2]")]
    span: Span,
    /// From 1.
    line: usize,
    text: &'a str,
}

/// Readings that differ, or one that some reports lack.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct FindingOut<'a> {
    /// A fingerprint of kind, subject and readings.
    id: &'a str,
    kind: Kind,
    severity: Severity,
    /// What the readings tell of.
    subject: &'a str,
    /// One sentence, in the language of `--ui`.
    message: String,
    /// The values that reports give.
    readings: Vec<ReadingOut<'a>>,
    /// Ids of the reports that are silent.
    absent: Vec<&'a str>,
    /// What a majority or an outside fact speaks for; no ruling.
    suggestion: Option<&'a Suggestion>,
    /// Ids of the statements it was found in.
    statements: &'a [String],
    /// An editor's ruling that counts.
    decision: Option<DecisionOut<'a>>,
}

/// An editor's ruling.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
struct DecisionOut<'a> {
    ruling: Ruling,
    reason: &'a str,
    /// The last day on which it counts (`2026-12-31`).
    until: Option<String>,
}

/// One of the values that reports give for the same thing.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reading")]
struct ReadingOut<'a> {
    /// As the reports write it, shortest sufficient form.
    value: &'a str,
    evidence: Vec<EvidenceOut<'a>>,
}

/// Where a reading stands.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
struct EvidenceOut<'a> {
    report: &'a str,
    /// Bytes of the report as UTF-8, half open.
    #[schemars(with = "[usize; 2]")]
    span: Span,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// The exact words at the span.
    text: &'a str,
    /// Their context.
    sentence: &'a str,
}

/// Reports that share text.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Shared")]
struct SharedOut<'a> {
    reports: Vec<&'a str>,
    sentences: usize,
    /// Share of the shortest report's sentences.
    percent: u8,
}

/// Decisions that do not count: ids of their findings.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(rename = "Idle")]
struct Idle<'a> {
    /// Past their last day.
    past: &'a [String],
    /// Their finding is gone.
    gone: &'a [String],
}

impl Idle<'_> {
    fn is_empty(&self) -> bool {
        self.past.is_empty() && self.gone.is_empty()
    }
}

/// How many findings of each severity.
#[derive(Serialize, JsonSchema)]
struct Summary {
    conflicts: usize,
    variants: usize,
    gaps: usize,
}

/// This program.
pub(super) const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

fn document(audit: &Audit, ui: Ui) -> Document<'_> {
    let places = Places::new(audit);
    let ids = |reports: &[usize]| reports.iter().map(|&r| audit.reports[r].id.as_str()).collect();
    Document {
        schema: "selisih/audit/1",
        tool: TOOL,
        reports: audit.reports.iter().zip(&audit.sentences).map(|(r, &n)| report(r, n)).collect(),
        statements: statements(audit, &places),
        findings: audit.findings.iter().map(|f| finding(audit, &places, f, ui)).collect(),
        shared_text: audit
            .shared_text
            .iter()
            .map(|s| SharedOut { reports: ids(&s.reports), sentences: s.sentences, percent: s.percent })
            .collect(),
        events: audit.events.iter().map(|reports| ids(reports)).collect(),
        idle_decisions: Idle { past: &audit.decisions.past, gone: &audit.decisions.gone },
        draft: audit.draft.as_ref().map(|d| draft::document(audit, &places, d, ui)),
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
        name: report.label.name.as_deref(),
        trust: report.label.trust.as_deref(),
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
        members: s.passages().iter().map(member).collect(),
    });
    out.collect()
}

fn finding<'a>(audit: &'a Audit, places: &Places<'_>, finding: &'a Finding, ui: Ui) -> FindingOut<'a> {
    let reading = |r: &'a Reading| ReadingOut {
        value: &r.value,
        evidence: r.evidence.iter().map(|e| evidence(audit, places, e)).collect(),
    };
    FindingOut {
        id: &finding.id,
        kind: finding.kind,
        severity: finding.severity,
        subject: &finding.subject,
        message: message(audit, finding, ui),
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
