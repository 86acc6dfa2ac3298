//! The alignment for the terminal: a row a statement and a column a report where there is room, else one member a row.

use std::fmt::Write;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, Width};
use unicode_width::UnicodeWidthStr;

use super::super::table::{Labels, NARROWEST};
use super::super::{Format, Look, Places, Ui, notes, show};
use super::{REASONS, by_report, explained, place, reasons, summary, told};
use crate::model::{Alignment, Audit, Joined, Statement};

/// The table's line.
pub const FORMAT: Format<Alignment> =
    Format { id: "table", about: "a table for the terminal", endings: &["txt"], render };

/// Columns that a report's words need, blanks on both sides included: narrower ones break at every second word.
const READABLE: usize = 24;

/// Columns of a statement's id, score below it.
const ID: usize = 7;

/// Members listed of one statement where each takes a row: a thousand would bury the other statements.
const LISTED: usize = 12;

fn render(alignment: &Alignment, look: &Look) -> String {
    let audit = &alignment.audit;
    let places = Places::new(audit);
    let width = look.width.max(NARROWEST);
    let mut out = summary(audit) + "\n";
    if let Some((statement, pairs)) = explained(alignment) {
        why(&mut out, audit, &places, (statement, pairs), width);
    } else if !audit.statements.is_empty() {
        let _ = write!(out, "\n{}\n", statements(audit, &places, width));
    }
    for note in notes(audit, Ui::English) {
        let _ = write!(out, "\n{note}");
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

fn statements(audit: &Audit, places: &Places<'_>, width: usize) -> String {
    let reports = audit.reports.len();
    let room = width.saturating_sub(ID + reports) / reports.max(1);
    if room >= READABLE {
        columns(audit, places, width, room)
    } else {
        stacked(audit, places, &audit.statements, width)
    }
}

/// One row a statement, one column a report.
fn columns(audit: &Audit, places: &Places<'_>, width: usize, room: usize) -> String {
    let head = std::iter::once(String::new()).chain(audit.reports.iter().map(|r| show::shown(&r.id).into_owned()));
    let rows = audit.statements.iter().map(|statement| {
        let mut row = vec![String::from("(silent)"); audit.reports.len() + 1];
        row[0] = format!("{}\n{:.2}", statement.id, statement.score);
        for (report, members) in by_report(&statement.passages()) {
            row[report + 1] = members.iter().map(|m| told(audit, places, m)).collect::<Vec<_>>().join("\n");
        }
        row
    });
    let widths = std::iter::once(ID).chain(audit.reports.iter().map(|_| room));
    drawn(head.collect(), rows, widths, width, true)
}

/// One row a member, below each other: for many reports, or few columns.
fn stacked(audit: &Audit, places: &Places<'_>, statements: &[Statement], width: usize) -> String {
    let place_room = width * 30 / 100;
    let labels = Labels::new(audit, place_room, Ui::English.words());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut widest = 0;
    for (nth, statement) in statements.iter().enumerate() {
        if nth > 0 {
            rows.push(vec![String::new(); 3]);
        }
        let passages = statement.passages();
        for (m, member) in passages.iter().take(LISTED).enumerate() {
            let id = match m {
                0 => statement.id.clone(),
                1 => format!("{:.2}", statement.score),
                _ => String::new(),
            };
            let line = places.at(member.report, member.span.start).line;
            let label = format!("{}:{line}", labels.names[member.report]);
            widest = widest.max(label.width());
            let words = show::shown(member.span.of(&audit.reports[member.report].text)).into_owned();
            rows.push(vec![id, label, words]);
        }
        if passages.len() > LISTED {
            let more = format!("and {} more", passages.len() - LISTED);
            rows.push(vec![String::new(), String::new(), more]);
        }
    }
    let second = (widest.max("report:line".len()) + 2).min(place_room);
    let widths = [ID, second, width - ID - second - 2];
    let head = ["", "report:line", "words"].map(str::to_owned).to_vec();
    drawn(head, rows.into_iter(), widths.into_iter(), width, false) + "\n" + &labels.legend(audit, width)
}

fn drawn(
    head: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
    widths: impl Iterator<Item = usize>,
    width: usize,
    lines: bool,
) -> String {
    let fixed = |w: usize| ColumnConstraint::Absolute(Width::Fixed(u16::try_from(w).unwrap_or(u16::MAX)));
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(head)
        .add_rows(rows)
        .set_constraints(widths.map(fixed));
    if !lines {
        table.style_mut().row_separator = LineStyle::none();
    }
    table.trim_fmt()
}

/// The statement, then each pair with its reasons below it.
fn why(out: &mut String, audit: &Audit, places: &Places<'_>, told: (&Statement, &[Joined]), width: usize) {
    let (statement, pairs) = told;
    let _ = write!(out, "\n{}\n", stacked(audit, places, std::slice::from_ref(statement), width).trim_end());
    let _ = writeln!(out, "\n{REASONS}");
    for pair in pairs {
        let (a, b) = (place(audit, places, &pair.a), place(audit, places, &pair.b));
        let _ = writeln!(out, "\n{:.2}  {a}  {b}\n      {}", pair.score, reasons(pair));
    }
}
