//! Annotations for GitHub Actions, which shows them beside the reports' lines.
//!
//! GitHub shows ten errors, ten warnings and ten notices of a step; what goes beyond that is counted in the last line.

use super::{Format, Look, Places, message, show, summary, ui};
use crate::model::{Audit, Finding, Severity};

/// The table's line.
pub const FORMAT: Format =
    Format { id: "github", about: "annotations for GitHub Actions, ten a severity", endings: &[], render };

/// Annotations of one sort that GitHub shows of a step.
const SHOWN: usize = 10;

fn render(audit: &Audit, look: &Look) -> String {
    let (places, words) = (Places::new(audit), look.ui.words());
    let mut out = String::new();
    let mut left_out: Vec<String> = Vec::new();
    for severity in Severity::ALL {
        let findings: Vec<&Finding> = audit.shown().filter(|f| f.severity == severity).collect();
        for finding in findings.iter().take(SHOWN) {
            out.push_str(&annotation(audit, &places, finding, look));
        }
        if findings.len() > SHOWN {
            left_out.push(words.severity(severity).counted(findings.len() - SHOWN));
        }
    }
    out.push_str(&summary(audit, look.ui));
    if !left_out.is_empty() {
        let left_out = ui::fill(words.not_annotated, true, &[("findings", &left_out.join(", "))]);
        out.extend(["; ", &left_out]);
    }
    out + "\n"
}

/// `::error file=…,line=…,title=…::message`, at the first words of the first reading.
fn annotation(audit: &Audit, places: &Places<'_>, finding: &Finding, look: &Look) -> String {
    let words = look.ui.words();
    let mut properties: Vec<String> = Vec::new();
    if let Some(e) = finding.readings.first().and_then(|r| r.evidence.iter().min()) {
        let (start, end) = (places.at(e.report, e.span.start), places.at(e.report, e.span.end));
        properties.push(format!("file={}", property(&audit.reports[e.report].path)));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        // GitHub takes columns within one line alone.
        if start.line == end.line {
            properties.push(format!("col={},endColumn={}", start.column, end.column));
        }
    }
    let (severity, kind) = (words.severity(finding.severity).0, (words.row)(finding.kind).name);
    properties.push(format!("title={}", property(&format!("{severity} {kind}: {}", words.subject(finding)))));
    format!("::{} {}::{}\n", level(finding.severity), properties.join(","), data(&message(audit, finding, look.ui)))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Conflict => "error",
        Severity::Variant => "warning",
        Severity::Gap => "notice",
    }
}

/// Text behind the second `::`.
fn data(text: &str) -> String {
    show::shown(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_command() {
        assert_eq!(property("a,line=9::50%\r\n::error::x"), "a%2Cline=9%3A%3A50%25 %3A%3Aerror%3A%3Ax");
        assert_eq!(data("100%\n::error::x"), "100%25 ::error::x");
        assert_eq!(data("%0A::error::x"), "%250A::error::x");
    }
}
