//! One page for the browser: findings, statements and the reports' text, linked with each other, in a single file.
//!
//! The page asks for nothing from anywhere, and its policy forbids it to: what a report contains is text in it, never
//! markup, style or script. Ids and links are made of numbers and of the findings' own ids, never of a report's words.

mod findings;
mod marks;
mod matrix;
mod policy;
mod reports;
mod summary;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Format, Look, Places, Ui, show, ui};
use crate::model::{Audit, Kind, Severity};
use words::Words;

/// The table's line.
pub const FORMAT: Format =
    Format { id: "html", about: "for the browser: one page, offline, with filters", endings: &["html", "htm"], render };

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// What every part of the page is made from.
struct Page<'a> {
    audit: &'a Audit,
    places: Places<'a>,
    ui: Ui,
    /// What all formats say.
    common: &'static ui::Words,
    /// What the page alone says.
    words: &'static Words,
    /// Where each finding stands in the page.
    anchors: Vec<String>,
    clauses: Vec<reports::Clauses>,
}

fn render(audit: &Audit, look: &Look) -> String {
    let audit = &audit.for_people();
    let page = Page {
        audit,
        places: Places::new(audit),
        ui: look.ui,
        common: look.ui.words(),
        words: words::of(look.ui),
        anchors: anchors(audit),
        clauses: reports::clauses(audit),
    };
    let mut out = page.whole().into_string();
    out.push('\n');
    out
}

/// A finding's own id where that is plain letters and digits, so that a link to it outlives another audit.
fn anchors(audit: &Audit) -> Vec<String> {
    let plain = |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let mut seen = std::collections::BTreeSet::new();
    let anchor = |(nth, id): (usize, &str)| {
        if plain(id) && seen.insert(id.to_owned()) { format!("f-{id}") } else { format!("f{}", nth + 1) }
    };
    audit.findings.iter().map(|f| f.id.as_str()).enumerate().map(anchor).collect()
}

impl Page<'_> {
    fn whole(&self) -> Markup {
        let w = self.words;
        let title = format!("{} · selisih", self.common.report.counted(self.audit.reports.len()));
        html! {
            (DOCTYPE)
            html lang=(self.ui.id()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy::policy(STYLE, SCRIPT));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a class="skip" href="#findings" { (w.skip) }
                    (self.head())
                    main {
                        div class="pane" id="left" {
                            (self.summary())
                            (self.findings())
                            (self.matrix())
                        }
                        (self.reports())
                    }
                    script { (PreEscaped(SCRIPT)) }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let (w, common, audit) = (self.words, self.common, self.audit);
        html! {
            header {
                h1 {
                    span class="brand" { "selisih" }
                    span {
                        (common.report.counted(audit.reports.len())) ", "
                        (common.statement.counted(audit.statements.len()))
                    }
                }
                p class="counts" {
                    @for severity in Severity::ALL {
                        span class=(letter(severity)) title=(w.about(severity)) {
                            (sign(severity)) " " (common.severity(severity).counted(audit.count(severity)))
                        }
                    }
                }
                nav aria-label=(w.sections) {
                    a href="#findings" { (w.findings) }
                    a href="#statements" { (w.statements) }
                    a href="#reports" { (w.reports) }
                }
                button type="button" id="theme" hidden data-auto=(w.theme_auto) data-light=(w.theme_light)
                    data-dark=(w.theme_dark) { (w.theme_auto) }
            }
        }
    }

    /// A report's id as it can be shown.
    fn report_id(&self, report: usize) -> std::borrow::Cow<'_, str> {
        show::shown(&self.audit.reports[report].id)
    }

    fn severity(&self, severity: Severity) -> &'static str {
        self.common.severity(severity).0
    }

    fn kind(&self, kind: Kind) -> &'static str {
        (self.common.row)(kind).name
    }

    /// A finding in a few words, for who cannot see where a link stands: `3, conflict, number: pejabat`.
    fn named(&self, finding: usize) -> String {
        let f = &self.audit.findings[finding];
        let (severity, kind) = (self.severity(f.severity), self.kind(f.kind));
        format!("{}, {severity}, {kind}: {}", finding + 1, show::shown(self.common.subject(f)))
    }

    /// A finding's number, as a link to it.
    fn number(&self, finding: usize) -> Markup {
        let severity = letter(self.audit.findings[finding].severity);
        let name = format!("{} {}", self.words.finding, self.named(finding));
        html! { a class={ "n " (severity) } href={ "#" (self.anchors[finding]) } aria-label=(name) { (finding + 1) } }
    }
}

/// A severity's class in the style sheet.
fn letter(severity: Severity) -> &'static str {
    match severity {
        Severity::Conflict => "c",
        Severity::Variant => "v",
        Severity::Gap => "g",
    }
}

/// A severity's sign, so that colour is never all there is.
fn sign(severity: Severity) -> Markup {
    let sign = match severity {
        Severity::Conflict => "≠",
        Severity::Variant => "≈",
        Severity::Gap => "∅",
    };
    html! { span class="sign" aria-hidden="true" { (sign) } }
}
