//! Markdown to paste into a ticket: summary, table, then each finding with its readings in their sentences.

use std::fmt::Write;

use super::escape::{bold, markdown};
use super::ui::{Words, fill};
use super::{
    Format, Look, Places, Ui, called, context, differ, draft, labelled, lines_of, listed, message, notes, show, summary,
};
use crate::model::{Audit, Evidence, Finding};

/// The table's line.
pub const FORMAT: Format = Format {
    id: "markdown",
    about: "for a ticket: table, then every reading in its sentence",
    endings: &["md", "markdown"],
    render,
};

/// Sentences shown below one reading, one a report: a ticket is no archive.
const SHOWN: usize = 8;

fn render(audit: &Audit, look: &Look) -> String {
    let (words, places) = (look.ui.words(), Places::new(audit));
    let mut out = of_draft(audit, &places);
    let _ = writeln!(out, "**{}**", summary(audit, look.ui));
    for note in notes(audit, look.ui).iter().filter(|_| !look.quiet) {
        let _ = write!(out, "\n{}\n", markdown(note));
    }
    for (nth, report) in audit.reports.iter().filter_map(labelled).enumerate() {
        let _ = writeln!(out, "{}- {}", if nth == 0 { "\n" } else { "" }, markdown(&report));
    }
    if audit.shown().next().is_none() {
        return out;
    }
    let _ = write!(out, "\n| {} |\n|---|---|---|---|---|\n", words.columns.join(" | "));
    for finding in audit.shown() {
        row(&mut out, audit, &places, finding, words);
    }
    let _ = write!(out, "\n{}\n", words.bold);
    for finding in audit.shown() {
        section(&mut out, audit, &places, finding, look.ui);
    }
    out
}

/// What is said of the draft, where there is one.
fn of_draft(audit: &Audit, places: &Places<'_>) -> String {
    let Some(draft) = &audit.draft else { return String::new() };
    let mut out = format!("**{}**\n\n", draft::summary(draft, markdown));
    for remark in draft.open() {
        let (told, finding) = (draft::told(audit, places, remark, markdown), &remark.finding);
        let (head, subject) = (format!("{} {}", finding.severity, finding.kind), markdown(&finding.subject));
        let _ = writeln!(out, "- **{head}** {subject} (line {}): {}", told.lines, told.message);
        for line in &told.behind {
            let _ = writeln!(out, "  - {line}");
        }
    }
    for note in draft::notes(audit, draft, places) {
        let _ = write!(out, "\n{}\n", markdown(&note));
    }
    out + "\n"
}

/// The finding's line of the table.
fn row(out: &mut String, audit: &Audit, places: &Places<'_>, finding: &Finding, words: &Words) {
    let readings: Vec<String> = (0..finding.readings.len())
        .map(|r| format!("{} ({})", markdown(&finding.readings[r].value), givers(audit, places, finding, r)))
        .collect();
    let (severity, kind) = (words.severity(finding.severity).0, (words.row)(finding.kind).name);
    let subject = markdown(words.subject(finding));
    let silent = ids(audit, &finding.absent);
    let ruling = audit.decision(finding).map_or(String::new(), |d| format!(" ({})", words.ruling(d.ruling)));
    let _ = writeln!(out, "| {severity}{ruling} | {kind} | {subject} | {} | {silent} |", readings.join("<br>"));
}

/// `report-1:3,9, report-2:4`.
fn givers(audit: &Audit, places: &Places<'_>, finding: &Finding, reading: usize) -> String {
    let givers = lines_of(places, finding, reading);
    let giver =
        |(report, lines): &(usize, Vec<usize>)| format!("{}:{}", markdown(called(audit, *report)), listed(lines));
    givers.iter().map(giver).collect::<Vec<_>>().join(", ")
}

fn ids(audit: &Audit, reports: &[usize]) -> String {
    reports.iter().map(|&r| markdown(called(audit, r))).collect::<Vec<_>>().join(", ")
}

/// The finding in full.
fn section(out: &mut String, audit: &Audit, places: &Places<'_>, finding: &Finding, ui: Ui) {
    let words = ui.words();
    let (severity, kind) = (words.severity(finding.severity).0, (words.row)(finding.kind).name);
    let _ = writeln!(out, "\n### {severity} {kind}: {}\n", markdown(words.subject(finding)));
    let _ = writeln!(out, "{}\n", markdown(&message(audit, finding, ui)));
    let values: Vec<String> = finding.readings.iter().map(|r| show::shown(&r.value).into_owned()).collect();
    for (nth, pieces) in differ::pieces(&values).iter().enumerate() {
        out.push_str("- ");
        for (p, piece) in pieces.iter().enumerate() {
            if piece.differs && values.len() > 1 {
                bold(out, &piece.words, Some(' '));
            } else {
                out.push_str(&markdown(&piece.words));
            }
            out.push_str(if p + 1 < pieces.len() { " " } else { "" });
        }
        let _ = writeln!(out, " ({})", givers(audit, places, finding, nth));
        sentences(out, audit, places, &finding.readings[nth].evidence, words);
    }
    if !finding.absent.is_empty() {
        let _ = writeln!(out, "- {}: {}", words.silent, ids(audit, &finding.absent));
    }
    if let Some(suggestion) = &finding.suggestion {
        let (value, because) = (markdown(&suggestion.value), markdown(&words.because(suggestion)));
        let _ = writeln!(out, "- {}: {value} ({because})", words.suggestion);
    }
    if let Some(decision) = audit.decision(finding) {
        let (told, reason) = (words.decided(decision), markdown(&decision.reason));
        let _ = writeln!(out, "- {}: {told} ({reason})", words.decision);
    }
    if !finding.id.is_empty() {
        let _ = writeln!(out, "\n{}: `{}`", words.id, finding.id);
    }
}

/// The first sentence of each report that gives the reading.
fn sentences(out: &mut String, audit: &Audit, places: &Places<'_>, evidence: &[Evidence], words: &Words) {
    let mut first: Vec<&Evidence> = evidence.iter().collect();
    first.sort();
    first.dedup_by_key(|e| e.report);
    for e in &first[..first.len().min(SHOWN)] {
        let place = places.at(e.report, e.span.start);
        let c = context::context(audit, e);
        let _ = write!(out, "  - {}, {} {}: ", markdown(called(audit, e.report)), words.line, place.line);
        out.push_str(if c.cut_before { "…" } else { "" });
        out.push_str(&markdown(c.before));
        // What is shown loses its blanks at both ends.
        out.push_str(if c.before.ends_with(char::is_whitespace) && !c.before.trim().is_empty() { " " } else { "" });
        bold(out, c.words, c.after.chars().next());
        out.push_str(if c.after.starts_with(char::is_whitespace) { " " } else { "" });
        out.push_str(&markdown(c.after));
        out.push_str(if c.cut_after { "…\n" } else { "\n" });
    }
    if first.len() > SHOWN {
        let left = words.report.counted(first.len() - SHOWN);
        let _ = writeln!(out, "  - {}", fill(words.more, true, &[("n", &left)]));
    }
}
