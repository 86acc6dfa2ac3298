//! CSV for spreadsheets: one row a reading, and no cell that a spreadsheet would compute.

use std::borrow::Cow;

use super::{Format, Look, Places, lines_of, listed, message, show};
use crate::model::{Audit, Finding, Reading};

/// The table's line.
pub const FORMAT: Format =
    Format { id: "csv", about: "for a spreadsheet: one row a reading", endings: &["csv"], render };

/// The names of the columns: fields may be added behind them, not renamed.
const COLUMNS: [&str; 12] = [
    "finding",
    "kind",
    "severity",
    "subject",
    "message",
    "reading",
    "reports",
    "lines",
    "texts",
    "absent",
    "suggestion",
    "decision",
];

/// Between two values of one cell.
const AND: &str = "; ";

fn render(audit: &Audit, look: &Look) -> String {
    let places = Places::new(audit);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String; COLUMNS.len()]| {
        // Memory takes every row, and every row has as many cells.
        let _ = writer.write_record(row.iter().map(|cell| neutral(cell).into_owned()));
    };
    write(&COLUMNS.map(str::to_owned));
    for finding in &audit.findings {
        let message = message(audit, finding, look.ui);
        for reading in 0..finding.readings.len() {
            write(&row(audit, &places, finding, reading, &message));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn row(audit: &Audit, places: &Places<'_>, finding: &Finding, nth: usize, message: &str) -> [String; COLUMNS.len()] {
    let id = |report: &usize| show::shown(&audit.reports[*report].id).into_owned();
    let joined = |values: Vec<String>| values.join(AND);
    let reading = &finding.readings[nth];
    let at = lines_of(places, finding, nth);
    [
        finding.id.clone(),
        finding.kind.to_string(),
        finding.severity.to_string(),
        show::shown(&finding.subject).into_owned(),
        message.to_owned(),
        show::shown(&reading.value).into_owned(),
        joined(at.iter().map(|(report, _)| id(report)).collect()),
        joined(at.iter().map(|(_, lines)| listed(lines)).collect()),
        joined(texts(audit, reading)),
        joined(finding.absent.iter().map(id).collect()),
        finding.suggestion.as_ref().map_or(String::new(), |s| show::shown(&s.value).into_owned()),
        audit
            .decision(finding)
            .map_or(String::new(), |d| show::shown(&format!("{}: {}", d.told(), d.reason)).into_owned()),
    ]
}

/// The exact words of a reading, each wording once, by report and place.
fn texts(audit: &Audit, reading: &Reading) -> Vec<String> {
    let mut evidence: Vec<_> = reading.evidence.iter().collect();
    evidence.sort();
    let mut out: Vec<String> = Vec::new();
    for e in evidence {
        let words = show::shown(e.span.of(&audit.reports[e.report].text)).into_owned();
        if !out.contains(&words) {
            out.push(words);
        }
    }
    out
}

/// A cell that spreadsheets take for text: what would start a formula gets an apostrophe before it, which they do not
/// show. The wide forms count too, where a spreadsheet's language is Chinese or Japanese.
fn neutral(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for cell in ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(neutral(cell), format!("'{cell}"));
        }
        for cell in ["", "1=1", "Kim Jong-un", "'=1", " =1", "report-1"] {
            assert_eq!(neutral(cell), cell);
        }
    }
}
