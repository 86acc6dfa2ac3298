//! Test reports for build servers, in the XML of `JUnit`: a suite a kind, a case a finding.
//!
//! Conflicts and variants are failures, gaps are skipped cases: nothing is wrong where a report is silent.

use std::fmt::Write;

use super::escape::xml;
use super::{Format, Look, Places, lines_of, listed, message};
use crate::compare::COMPARATORS;
use crate::model::{Audit, Finding, Severity};

/// The table's line.
pub const FORMAT: Format =
    Format { id: "junit", about: "for build servers: a test suite a kind", endings: &["xml"], render };

fn render(audit: &Audit, look: &Look) -> String {
    let places = Places::new(audit);
    let all: Vec<&Finding> = audit.shown().collect();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"selisih\" {}>", counts(&all));
    for comparator in COMPARATORS {
        let findings: Vec<&Finding> = all.iter().copied().filter(|f| f.kind == comparator.kind).collect();
        if findings.is_empty() {
            continue;
        }
        let _ = writeln!(out, "  <testsuite name=\"{}\" {}>", comparator.id, counts(&findings));
        for finding in findings {
            case(&mut out, audit, &places, finding, look);
        }
        out.push_str("  </testsuite>\n");
    }
    out + "</testsuites>\n"
}

fn counts(findings: &[&Finding]) -> String {
    let skipped = findings.iter().filter(|f| f.severity == Severity::Gap).count();
    let (tests, failures) = (findings.len(), findings.len() - skipped);
    format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\"")
}

fn case(out: &mut String, audit: &Audit, places: &Places<'_>, finding: &Finding, look: &Look) {
    let (kind, severity) = (finding.kind, finding.severity);
    let name = xml(&format!("{} ({})", finding.subject, finding.id));
    let _ = write!(out, "    <testcase classname=\"selisih.{kind}\" name=\"{name}\"");
    if let Some(e) = finding.readings.first().and_then(|r| r.evidence.iter().min()) {
        let line = places.at(e.report, e.span.start).line;
        let _ = write!(out, " file=\"{}\" line=\"{line}\"", xml(&audit.reports[e.report].path));
    }
    let message = xml(&message(audit, finding, look.ui));
    if severity == Severity::Gap {
        let _ = writeln!(out, ">\n      <skipped message=\"{message}\"/>\n    </testcase>");
        return;
    }
    let _ = writeln!(out, ">\n      <failure type=\"{severity}\" message=\"{message}\">");
    for (nth, reading) in finding.readings.iter().enumerate() {
        let givers: Vec<String> = lines_of(places, finding, nth)
            .iter()
            .map(|(report, lines)| format!("{}:{}", xml(&audit.reports[*report].id), listed(lines)))
            .collect();
        let _ = writeln!(out, "{} ({})", xml(&reading.value), givers.join(", "));
    }
    out.push_str("      </failure>\n    </testcase>\n");
}
