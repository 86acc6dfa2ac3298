//! The table for the terminal: conflicts first, each reading on a line of its own with the reports that give it.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, Width};
use unicode_width::UnicodeWidthStr;

use super::ui::{Words, fill};
use super::{Format, Look, Places, called, differ, draft, labelled, lines_of, listed, notes, show, summary};
use crate::model::decision::Decision;
use crate::model::{Audit, Finding, Severity};

/// The table's line.
pub const FORMAT: Format = Format { id: "table", about: "a table for the terminal", endings: &["txt"], render };

/// From this width on, a finding shows its whole id in place of its kind.
const WIDE: usize = 120;

/// Narrower than this no table can be read; a terminal that says so is not believed.
pub(super) const NARROWEST: usize = 40;

/// Reports listed behind one reading: a thousand would bury the other readings.
const LISTED: usize = 24;

fn render(audit: &Audit, look: &Look) -> String {
    let paint = Paint(look.color);
    let mut out = of_draft(audit, paint, look.ui.words());
    out += &(paint.with(Style::new().bold(), &summary(audit, look.ui)) + "\n");
    if audit.shown().next().is_some() {
        let width = look.width.max(NARROWEST);
        let labels = Labels::new(audit, share(width, WHERE), look.ui.words());
        let _ = write!(out, "\n{}\n", findings(audit, &labels, paint, width));
        out.push_str(&labels.legend(audit, width));
    }
    for note in notes(audit, look.ui).iter().filter(|_| !look.quiet) {
        let _ = write!(out, "\n{note}");
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// What is said of the draft, where there is one: its places first, as compilers give them.
fn of_draft(audit: &Audit, paint: Paint, words: &Words) -> String {
    let Some(draft) = &audit.draft else { return String::new() };
    let safe = |text: &str| show::shown(text).into_owned();
    let places = Places::new(audit);
    let mut out = paint.with(Style::new().bold(), &draft::summary(draft, safe)) + "\n";
    for remark in draft.open() {
        let told = draft::told(audit, &places, remark, safe);
        let (path, finding) = (safe(&draft.report.path), &remark.finding);
        let head = format!("{path}:{} {} {}", told.lines, severity(finding.severity, paint, words), finding.kind);
        let _ = writeln!(out, "\n{head} {}", safe(&finding.subject));
        for line in std::iter::once(&told.message).chain(&told.behind) {
            let _ = writeln!(out, "    {line}");
        }
    }
    for note in draft::notes(audit, draft, &places) {
        let _ = write!(out, "\n{note}\n");
    }
    out + "\n"
}

/// Shares of the width that the finding and the list of reports may take, per cent: the readings get the rest.
const WHAT: usize = 30;
const WHERE: usize = 35;

fn share(width: usize, percent: usize) -> usize {
    width * percent / 100
}

fn findings(audit: &Audit, labels: &Labels, paint: Paint, width: usize) -> String {
    let places = Places::new(audit);
    let mut rows: Vec<[String; 3]> = vec![labels.words.headings.map(str::to_owned)];
    for (nth, finding) in audit.shown().enumerate() {
        if nth > 0 {
            rows.push(Default::default());
        }
        rows.extend(rows_of(&places, finding, audit.decision(finding), labels, paint, width >= WIDE));
    }
    let constraints = widths(&rows, width).map(|w| ColumnConstraint::Absolute(Width::Fixed(w)));
    let mut rows = rows.into_iter();
    let mut table = Table::new();
    table
        .load_style(UTF8_HORIZONTAL_ONLY)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(width).unwrap_or(u16::MAX))
        .set_header(rows.next().unwrap_or_default())
        .add_rows(rows)
        .set_constraints(constraints);
    table.style_mut().row_separator = LineStyle::none();
    table.trim_fmt()
}

/// Columns that the style's rules take between three columns.
const RULES: usize = 2;

/// The columns' widths, a blank on each side included: as wide as the widest cell, within their shares.
fn widths(rows: &[[String; 3]], width: usize) -> [u16; 3] {
    let widest = |column: usize| {
        let cells = rows.iter().map(|row| anstream::adapter::strip_str(&row[column]).to_string().width());
        cells.max().unwrap_or(0) + 2
    };
    let (what, place) = (widest(0).min(share(width, WHAT)), widest(2).min(share(width, WHERE)));
    [what, widest(1).min(width - RULES - what - place), place].map(|w| u16::try_from(w).unwrap_or(u16::MAX))
}

/// A finding's lines: on the left its severity and kind, and below them its subject; on the right one a reading, then
/// who is silent, what speaks for one of them, and what was decided.
fn rows_of(
    places: &Places<'_>,
    finding: &Finding,
    decision: Option<&Decision>,
    labels: &Labels,
    paint: Paint,
    wide: bool,
) -> Vec<[String; 3]> {
    let words = labels.words;
    let values: Vec<String> = finding.readings.iter().map(|r| show::shown(&r.value).into_owned()).collect();
    let mut right: Vec<[String; 2]> = differ::pieces(&values)
        .iter()
        .enumerate()
        .map(|(r, pieces)| {
            let shown = pieces.iter().map(|p| paint.when(p.differs && values.len() > 1, Style::new().bold(), &p.words));
            [shown.collect::<Vec<_>>().join(" "), labels.places(&lines_of(places, finding, r))]
        })
        .collect();
    if !finding.absent.is_empty() {
        right.push([paint.with(Style::new().dimmed(), &format!("({})", words.silent)), labels.list(&finding.absent)]);
    }
    if let Some(suggestion) = &finding.suggestion {
        let value = show::shown(&suggestion.value);
        right.push([format!("{}: {value}", words.suggestion), show::shown(&words.because(suggestion)).into_owned()]);
    }
    if let Some(decision) = decision {
        let told = format!("{}: {}", words.decision, words.decided(decision));
        right.push([told, show::shown(&decision.reason).into_owned()]);
    }
    let kind =
        if wide && !finding.id.is_empty() { finding.id.clone() } else { (words.row)(finding.kind).name.to_owned() };
    let mut left = vec![
        format!("{} {kind}", severity(finding.severity, paint, words)),
        show::shown(words.subject(finding)).into_owned(),
    ];
    let height = right.len().max(left.len());
    left.resize(height, String::new());
    right.resize(height, Default::default());
    left.into_iter().zip(right).map(|(a, [b, c])| [a, b, c]).collect()
}

/// The gravest stands out without colour too.
fn severity(severity: Severity, paint: Paint, words: &Words) -> String {
    let word = words.severity(severity).0;
    let (color, word) = match severity {
        Severity::Conflict => (AnsiColor::Red, word.to_uppercase()),
        Severity::Variant => (AnsiColor::Yellow, word.to_owned()),
        Severity::Gap => (AnsiColor::Cyan, word.to_owned()),
    };
    paint.with(Style::new().bold().fg_color(Some(color.into())), &word)
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
pub(super) struct Labels {
    pub(super) names: Vec<String>,
    numbered: bool,
    words: &'static Words,
}

impl Labels {
    /// `room`: columns for the list of reports.
    pub(super) fn new(audit: &Audit, room: usize, words: &'static Words) -> Self {
        let ids: Vec<String> = (0..audit.reports.len()).map(|r| show::shown(called(audit, r)).into_owned()).collect();
        // With a line number and a blank behind each, on two lines at most: else a list reads worse than a legend.
        let taken: usize = ids.iter().map(|id| id.width() + ":00 ".len()).sum();
        if taken <= 2 * room && ids.iter().all(|id| !id.contains(' ')) {
            return Self { names: ids, numbered: false, words };
        }
        Self { names: (1..=ids.len()).map(|n| format!("[{n}]")).collect(), numbered: true, words }
    }

    /// `report-1:3,9 report-2:4`.
    fn places(&self, places: &[(usize, Vec<usize>)]) -> String {
        let names: Vec<String> =
            places.iter().map(|(report, lines)| format!("{}:{}", self.names[*report], listed(lines))).collect();
        self.capped(&names)
    }

    /// `report-1 report-2`.
    fn list(&self, reports: &[usize]) -> String {
        self.capped(&reports.iter().map(|&r| self.names[r].clone()).collect::<Vec<_>>())
    }

    fn capped(&self, names: &[String]) -> String {
        let mut out = names[..names.len().min(LISTED)].join(" ");
        if names.len() > LISTED {
            let left = (names.len() - LISTED).to_string();
            let _ = write!(out, " {}", fill(self.words.more, true, &[("n", &left)]));
        }
        out
    }

    /// Which number is which report, or what the user says of the reports; nothing where the ids tell all.
    pub(super) fn legend(&self, audit: &Audit, width: usize) -> String {
        let mut out = String::new();
        if self.numbered {
            out.push('\n');
            let widest = self.names.iter().map(String::len).max().unwrap_or(0);
            for (name, report) in self.names.iter().zip(&audit.reports) {
                let title = report.title.map_or(String::new(), |t| format!("  {}", show::shown(t.of(&report.text))));
                let labelled = labelled(report);
                let line = format!("{name:>widest$} {}{title}", show::shown(labelled.as_ref().unwrap_or(&report.id)));
                out.push_str(&fitted(&line, width));
                out.push('\n');
            }
            return out;
        }
        for line in audit.reports.iter().filter_map(labelled) {
            out.push_str(if out.is_empty() { "\n" } else { "" });
            out.push_str(&fitted(&show::shown(&line), width));
            out.push('\n');
        }
        out
    }
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
