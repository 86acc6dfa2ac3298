//! Markdown of an alignment: one row a statement, one column a report; lists where the reports are many.

use std::fmt::Write;

use super::super::escape::markdown;
use super::super::{Format, Look, Places, Ui, notes};
use super::{REASONS, by_report, explained, place, reasons, summary, told};
use crate::model::{Alignment, Audit, Joined, Statement};

/// The table's line.
pub const FORMAT: Format<Alignment> = Format {
    id: "markdown",
    about: "for a ticket: a row a statement, a column a report",
    endings: &["md", "markdown"],
    render,
};

/// Reports that a table has columns for: trackers show a wider one cut off.
const COLUMNS: usize = 8;

fn render(alignment: &Alignment, _look: &Look) -> String {
    let audit = &alignment.audit;
    let places = Places::new(audit);
    let mut out = format!("**{}**\n", summary(audit));
    for note in notes(audit, Ui::English) {
        let _ = write!(out, "\n{}\n", markdown(&note));
    }
    match explained(alignment) {
        Some((statement, pairs)) => why(&mut out, audit, &places, statement, pairs),
        None if audit.statements.is_empty() => {}
        None if audit.reports.len() <= COLUMNS => table(&mut out, audit, &places),
        None => audit.statements.iter().for_each(|s| list(&mut out, audit, &places, s)),
    }
    out
}

fn table(out: &mut String, audit: &Audit, places: &Places<'_>) {
    let ids: Vec<String> = audit.reports.iter().map(|r| markdown(&r.id)).collect();
    let _ = writeln!(out, "\n| | {} |\n|---{}|", ids.join(" | "), "|---".repeat(ids.len()));
    for statement in &audit.statements {
        let mut cells = vec![String::new(); ids.len()];
        for (report, members) in by_report(&statement.passages()) {
            let words: Vec<String> = members.iter().map(|m| cell(audit, places, m)).collect();
            cells[report] = words.join("<br>");
        }
        let _ = writeln!(out, "| {} ({:.2}) | {} |", statement.id, statement.score, cells.join(" | "));
    }
}

fn cell(audit: &Audit, places: &Places<'_>, member: &crate::model::Member) -> String {
    markdown(&told(audit, places, member)).replacen("\\.", ".", 1)
}

fn list(out: &mut String, audit: &Audit, places: &Places<'_>, statement: &Statement) {
    let _ = writeln!(out, "\n### {} ({:.2})\n", statement.id, statement.score);
    for member in &statement.passages() {
        let words = member.span.of(&audit.reports[member.report].text);
        let _ = writeln!(out, "- {}: {}", markdown(&place(audit, places, member)), markdown(words));
    }
}

/// The statement, then each pair with its reasons.
fn why(out: &mut String, audit: &Audit, places: &Places<'_>, statement: &Statement, pairs: &[Joined]) {
    list(out, audit, places, statement);
    let _ = writeln!(out, "\n{REASONS}\n\n| | | score | because |\n|---|---|---|---|");
    for pair in pairs {
        let (a, b) = (place(audit, places, &pair.a), place(audit, places, &pair.b));
        let _ =
            writeln!(out, "| {} | {} | {:.2} | {} |", markdown(&a), markdown(&b), pair.score, markdown(&reasons(pair)));
    }
}
