//! SARIF 2.1.0 for editors and code review: a rule a kind, a result a finding, at its first reading's first words.

mod log;

use std::fmt::Write;

use log::{
    Artifact, ArtifactLocation, Driver, Location, Log, Message, PhysicalLocation, Properties, Region, Rule, Run,
    SarifResult, Tool,
};

use super::{Format, Look, Places, Ui, json, message, show};
use crate::compare::{COMPARATORS, Comparator};
use crate::model::{Audit, Evidence, Finding, Severity};

/// The table's line.
pub const FORMAT: Format = Format {
    id: "sarif",
    about: "for editors and code review (SARIF 2.1.0)",
    endings: &["sarif", "sarif.json"],
    render,
};

fn render(audit: &Audit, look: &Look) -> String {
    match serde_json::to_string_pretty(&log(audit, look.ui)) {
        Ok(text) => json::safe(&(text + "\n")),
        Err(error) => unreachable!("strings, numbers and lists always serialise: {error}"),
    }
}

fn log(audit: &Audit, ui: Ui) -> Log {
    let places = Places::new(audit);
    let artifacts =
        audit.reports.iter().map(|r| Artifact { location: ArtifactLocation { uri: uri(&r.path), index: None } });
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: env!("CARGO_PKG_NAME"),
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: COMPARATORS.iter().map(rule).collect(),
            },
        },
        language: ui.id(),
        column_kind: "unicodeCodePoints",
        artifacts: artifacts.collect(),
        results: audit.findings.iter().map(|f| result(audit, &places, f, ui)).collect(),
    };
    Log { schema: log::SCHEMA, version: "2.1.0", runs: [run] }
}

fn rule(comparator: &Comparator) -> Rule {
    let page = comparator.manual();
    Rule {
        id: comparator.id,
        short_description: text(comparator.about),
        full_description: text(comparator.about),
        help: Message { text: literal(page.trim_end()), markdown: Some(page.trim_end().to_owned()) },
    }
}

fn result(audit: &Audit, places: &Places<'_>, finding: &Finding, ui: Ui) -> SarifResult {
    let evidence = firsts(finding);
    let mut locations = evidence.iter().map(|(reading, e)| {
        let value = &finding.readings[*reading].value;
        (location(audit, places, e), format!("{}: “{}”", show::shown(&audit.reports[e.report].id), show::shown(value)))
    });
    let first = locations.next().map(|(location, _)| location);
    let related = locations.zip(1..).map(|((location, told), id)| Location {
        id: Some(id),
        message: Some(text(&told)),
        ..location
    });
    SarifResult {
        rule_id: finding.kind.id(),
        rule_index: COMPARATORS.iter().position(|c| c.kind == finding.kind),
        level: level(finding.severity),
        message: text(&message(audit, finding, ui)),
        related_locations: related.collect(),
        locations: first.into_iter().collect(),
        partial_fingerprints: [("selisih/v1", finding.id.clone())].into(),
        properties: Properties {
            severity: finding.severity.id(),
            subject: finding.subject.clone(),
            readings: finding.readings.iter().map(|r| r.value.clone()).collect(),
            absent: finding.absent.iter().map(|&r| audit.reports[r].id.clone()).collect(),
            suggestion: finding.suggestion.as_ref().map(|s| s.value.clone()),
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Conflict => "error",
        Severity::Variant => "warning",
        Severity::Gap => "note",
    }
}

/// The first words of every reading in every report that gives it, with the reading's number.
fn firsts(finding: &Finding) -> Vec<(usize, &Evidence)> {
    let mut out: Vec<(usize, &Evidence)> = Vec::new();
    for (nth, reading) in finding.readings.iter().enumerate() {
        let mut evidence: Vec<&Evidence> = reading.evidence.iter().collect();
        evidence.sort();
        evidence.dedup_by_key(|e| e.report);
        out.extend(evidence.into_iter().map(|e| (nth, e)));
    }
    out
}

fn location(audit: &Audit, places: &Places<'_>, evidence: &Evidence) -> Location {
    let (report, span) = (&audit.reports[evidence.report], evidence.span);
    let (start, end) = (places.at(evidence.report, span.start), places.at(evidence.report, span.end));
    Location {
        id: None,
        at: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(&report.path), index: Some(evidence.report) },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
                snippet: Message { text: span.of(&report.text).to_owned(), markdown: None },
            },
        },
        message: None,
    }
}

fn text(words: &str) -> Message {
    Message { text: literal(&show::shown(words)), markdown: None }
}

/// Text in which SARIF sees no place for an argument (`{0}`) and no link (`[words](1)`).
fn literal(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}

/// A path as the reference of a URI; one from the root as a whole URI.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut out = String::with_capacity(path.len());
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("reports/report-1.txt"), "reports/report-1.txt");
        assert_eq!(uri("./a b/é#1%.txt"), "a%20b/%C3%A9%231%25.txt");
        assert_eq!(uri("c:\\a?.txt"), "c%3A%5Ca%3F.txt");
        assert_eq!(uri("/tmp/a.txt"), "file:///tmp/a.txt");
    }

    #[test]
    fn messages_hold_no_links_and_no_places() {
        assert_eq!(literal("lihat [di sini](https://a.b) {0}"), "lihat [di sini] (https://a.b) {{0}}");
    }
}
