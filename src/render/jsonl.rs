//! JSON, one value a line, for pipelines: first what the audit is of, then its findings.
//!
//! Every line has a field `record`: `audit` on the first (schema, tool, reports, shared text, events, summary), and
//! `finding` on the others, whose further fields are those of a finding in `--format json`. Statements are in that
//! alone. Lines of several audits, one behind the other, stay apart by their first lines.

use serde_json::{Map, Value};

use super::{Format, Look, json};
use crate::model::Audit;

/// The table's line.
pub const FORMAT: Format =
    Format { id: "jsonl", about: "for pipelines: the audit, then one finding a line", endings: &["jsonl"], render };

fn render(audit: &Audit, look: &Look) -> String {
    let Value::Object(mut head) = json::value(audit, look.ui) else { return String::new() };
    head.remove("statements");
    let findings = match head.remove("findings") {
        Some(Value::Array(findings)) => findings,
        _ => Vec::new(),
    };
    let findings = findings.into_iter().map(|f| match f {
        Value::Object(fields) => line("finding", fields),
        other => other.to_string(),
    });
    let lines: Vec<String> = std::iter::once(line("audit", head)).chain(findings).collect();
    json::safe(&(lines.join("\n") + "\n"))
}

fn line(record: &str, fields: Map<String, Value>) -> String {
    let first = ("record".to_owned(), Value::from(record));
    Value::Object(std::iter::once(first).chain(fields).collect()).to_string()
}
