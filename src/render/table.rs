//! The table for the terminal: conflicts first, each reading on a line of its own with the reports that give it.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};
use unicode_width::UnicodeWidthStr;

use super::{Format, Look, Places, differ, lines_of, listed, notes, show, summary};
use crate::model::{Audit, Finding, Severity};

/// The table's line.
pub const FORMAT: Format = Format { id: "table", about: "a table for the terminal", render };

/// From this width on, a finding shows its whole id in place of its kind.
const WIDE: usize = 120;

/// Narrower than this no table can be read; a terminal that says so is not believed.
const NARROWEST: usize = 40;

/// Reports listed behind one reading: a thousand would bury the other readings.
const LISTED: usize = 24;

fn render(audit: &Audit, look: &Look) -> String {
    let paint = Paint(look.color);
    let mut out = paint.with(Style::new().bold(), &summary(audit)) + "\n";
    if !audit.findings.is_empty() {
        let width = look.width.max(NARROWEST);
        let labels = Labels::new(audit, share(width, WHERE));
        let _ = write!(out, "\n{}\n", findings(audit, &labels, paint, width));
        out.push_str(&labels.legend(audit, width));
    }
    for note in notes(audit) {
        let _ = write!(out, "\n{note}");
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// Shares of the width that the subject and the list of reports may take, per cent: the readings get the rest.
const SUBJECT: usize = 20;
const WHERE: usize = 30;

fn share(width: usize, percent: usize) -> usize {
    width * percent / 100
}

fn findings(audit: &Audit, labels: &Labels, paint: Paint, width: usize) -> String {
    let places = Places::new(audit);
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(["finding", "subject", "readings", "report:line"]);
    table.style_mut().row_separator = comfy_table::LineStyle::none();
    for (nth, finding) in audit.findings.iter().enumerate() {
        if nth > 0 {
            table.add_row([""]);
        }
        for row in rows(&places, finding, labels, paint, width >= WIDE) {
            table.add_row(row);
        }
    }
    let bound = |percent| {
        let columns = u16::try_from(share(width, percent)).unwrap_or(u16::MAX);
        ColumnConstraint::UpperBoundary(Width::Fixed(columns))
    };
    table.set_constraints([
        ColumnConstraint::ContentWidth,
        bound(SUBJECT),
        ColumnConstraint::LowerBoundary(Width::Fixed(16)),
        bound(WHERE),
    ]);
    table.trim_fmt()
}

/// A finding's lines: one a reading, then who is silent, then what speaks for one of them.
fn rows(places: &Places<'_>, finding: &Finding, labels: &Labels, paint: Paint, wide: bool) -> Vec<[String; 4]> {
    let values: Vec<String> = finding.readings.iter().map(|r| show::shown(&r.value).into_owned()).collect();
    let mut right: Vec<[String; 2]> = differ::pieces(&values)
        .iter()
        .enumerate()
        .map(|(r, pieces)| {
            let words = pieces.iter().map(|p| paint.when(p.differs && values.len() > 1, Style::new().bold(), &p.words));
            [words.collect::<Vec<_>>().join(" "), labels.places(&lines_of(places, finding, r))]
        })
        .collect();
    if !finding.absent.is_empty() {
        right.push([paint.with(Style::new().dimmed(), "(silent)"), labels.list(&finding.absent)]);
    }
    if let Some(suggestion) = &finding.suggestion {
        let value = show::shown(&suggestion.value);
        right.push([format!("suggestion: {value}"), show::shown(&suggestion.because).into_owned()]);
    }
    let kind = if wide && !finding.id.is_empty() { finding.id.clone() } else { finding.kind.to_string() };
    let mut left =
        vec![[severity(finding.severity, paint), show::shown(&finding.subject).into_owned()], [kind, String::new()]];
    let height = right.len().max(left.len());
    left.resize(height, Default::default());
    right.resize(height, Default::default());
    left.into_iter().zip(right).map(|([a, b], [c, d])| [a, b, c, d]).collect()
}

/// The gravest stands out without colour too.
fn severity(severity: Severity, paint: Paint) -> String {
    let bold = Style::new().bold();
    match severity {
        Severity::Conflict => paint.with(bold.fg_color(Some(AnsiColor::Red.into())), "CONFLICT"),
        Severity::Variant => paint.with(bold.fg_color(Some(AnsiColor::Yellow.into())), "variant"),
        Severity::Gap => paint.with(bold.fg_color(Some(AnsiColor::Cyan.into())), "gap"),
    }
}

/// Whether to use colour.
#[derive(Clone, Copy)]
struct Paint(bool);

impl Paint {
    fn with(self, style: Style, text: &str) -> String {
        self.when(true, style, text)
    }

    fn when(self, wanted: bool, style: Style, text: &str) -> String {
        if self.0 && wanted { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// What the reports are called: by their ids where all fit, else by numbers that a legend explains.
struct Labels {
    names: Vec<String>,
    numbered: bool,
}

impl Labels {
    /// `room`: columns for the list of reports.
    fn new(audit: &Audit, room: usize) -> Self {
        let ids: Vec<String> = audit.reports.iter().map(|r| show::shown(&r.id).into_owned()).collect();
        // With a line number and a blank behind each, on two lines at most: else a list reads worse than a legend.
        let taken: usize = ids.iter().map(|id| id.width() + ":00 ".len()).sum();
        if taken <= 2 * room && ids.iter().all(|id| !id.contains(' ')) {
            return Self { names: ids, numbered: false };
        }
        Self { names: (1..=ids.len()).map(|n| format!("[{n}]")).collect(), numbered: true }
    }

    /// `report-1:3,9 report-2:4`.
    fn places(&self, places: &[(usize, Vec<usize>)]) -> String {
        let names: Vec<String> =
            places.iter().map(|(report, lines)| format!("{}:{}", self.names[*report], listed(lines))).collect();
        capped(&names)
    }

    /// `report-1 report-2`.
    fn list(&self, reports: &[usize]) -> String {
        capped(&reports.iter().map(|&r| self.names[r].clone()).collect::<Vec<_>>())
    }

    /// Which number is which report; nothing where ids are used.
    fn legend(&self, audit: &Audit, width: usize) -> String {
        let mut out = String::new();
        if self.numbered {
            out.push('\n');
            for (name, report) in self.names.iter().zip(&audit.reports) {
                let title = report.title.map_or(String::new(), |t| format!("  {}", show::shown(t.of(&report.text))));
                let line = format!("{name} {}{title}", show::shown(&report.id));
                out.push_str(&fitted(&line, width));
                out.push('\n');
            }
        }
        out
    }
}

fn capped(names: &[String]) -> String {
    let mut out = names[..names.len().min(LISTED)].join(" ");
    if names.len() > LISTED {
        let _ = write!(out, " and {} more", names.len() - LISTED);
    }
    out
}

/// The line, cut with a mark where it is wider than the terminal.
fn fitted(line: &str, width: usize) -> String {
    if line.width() <= width {
        return line.to_owned();
    }
    let mut out = String::new();
    let mut taken = 1;
    for c in line.chars() {
        taken += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if taken > width {
            break;
        }
        out.push(c);
    }
    out + "…"
}
