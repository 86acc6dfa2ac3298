//! The top of the page: how many findings of which kind, what the reports are, and what to know before weighing them.

use maud::{Markup, html};

use super::{Page, letter, sign};
use crate::model::{Audit, Kind, Severity};
use crate::render::show;

/// The kinds that the audit has findings of, in the order of the kinds.
pub fn kinds(audit: &Audit) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = audit.findings.iter().map(|f| f.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

impl Page<'_> {
    pub(super) fn summary(&self) -> Markup {
        let w = self.words;
        let notes = self.notes();
        html! {
            section id="summary" aria-labelledby="summary-title" {
                h2 id="summary-title" class="vh" { (w.summary) }
                @if !notes.is_empty() {
                    ul class="notes" { @for note in notes { li { (note) } } }
                }
                details class="more" {
                    summary { (w.summary_more) }
                    (self.report_table())
                    @if !self.audit.findings.is_empty() { (self.kind_table()) }
                }
            }
        }
    }

    fn report_table(&self) -> Markup {
        let w = self.words;
        html! {
            div class="box" role="region" aria-label=(w.summary_reports) tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { (w.report_head) } th scope="col" { (w.headline) }
                        th scope="col" { (w.language_head) } th scope="col" { (w.published) }
                        th scope="col" class="num" { (w.sentences) } th scope="col" class="num" { (w.findings) }
                    } }
                    tbody {
                        @for (nth, report) in self.audit.reports.iter().enumerate() {
                            tr {
                                th scope="row" { a href={ "#r" (nth + 1) } title=(show::shown(&report.path)) {
                                    bdi { (self.report_id(nth)) }
                                } }
                                td lang=(report.language.code()) {
                                    @if let Some(title) = report.title { bdi { (show::shown(title.of(&report.text))) } }
                                }
                                td { ((w.language)(report.language)) }
                                td { @if let Some(date) = report.published { (date) } }
                                td class="num" { (self.audit.sentences.get(nth).copied().unwrap_or(0)) }
                                td class="num" { (self.resting_on(nth)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Findings that a report gives a reading of.
    fn resting_on(&self, report: usize) -> usize {
        self.audit.findings.iter().filter(|f| super::findings::givers(f).contains(&report)).count()
    }

    fn kind_table(&self) -> Markup {
        let (w, audit) = (self.words, self.audit);
        let kinds = kinds(audit);
        let count = |k: Kind, s: Severity| audit.findings.iter().filter(|f| f.kind == k && f.severity == s).count();
        html! {
            div class="box" role="region" aria-label=(w.by_kind) tabindex="0" {
                table class="kinds" {
                    caption class="vh" { (w.by_kind) }
                    thead { tr {
                        td {}
                        @for kind in &kinds { th scope="col" class="num" { (self.kind(*kind)) } }
                    } }
                    tbody {
                        @for severity in Severity::ALL.into_iter().filter(|s| audit.count(*s) > 0) {
                            tr class=(letter(severity)) {
                                th scope="row" { (sign(severity)) " " (self.severity(severity)) }
                                @for kind in &kinds {
                                    @let n = count(*kind, severity);
                                    td class="num" { @if n > 0 { (n) } @else { span class="none" { "·" } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What a reader should know of the reports before weighing the findings.
    fn notes(&self) -> Vec<String> {
        let ids = |reports: &Vec<usize>| reports.iter().map(|&r| self.report_id(r)).collect::<Vec<_>>().join(", ");
        let mut out = crate::render::notes(self.audit, self.ui);
        if self.audit.events.len() > 1 {
            let events: Vec<String> = self.audit.events.iter().map(ids).collect();
            out.insert(0, format!("{}: {}.", self.words.events, events.join(" / ")));
        }
        out
    }
}
