//! The findings, each with its readings side by side, and the controls that pick among them.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::summary::kinds;
use super::{Page, letter, sign};
use crate::model::{Evidence, Finding, Reading, Severity};
use crate::render::differ::{self, Piece};
use crate::render::{context, message, show};

/// Places of a reading that are shown at once; the rest is folded.
const SHOWN: usize = 3;

/// The reports that give any reading of a finding.
pub fn givers(finding: &Finding) -> BTreeSet<usize> {
    finding.readings.iter().flat_map(|r| &r.evidence).map(|e| e.report).collect()
}

impl Page<'_> {
    /// Hidden until the script shows them: without it they would do nothing.
    fn filters(&self) -> Markup {
        let w = self.words;
        html! {
            form id="filters" role="search" aria-label=(w.filters) hidden {
                div class="row" {
                    input type="search" id="search" aria-label=(w.search) placeholder=(w.search_hint)
                        autocomplete="off" spellcheck="false";
                    select id="report" aria-label=(w.report_head) {
                        option value="" { (w.every_report) }
                        optgroup label=(w.gives) { (self.report_options("g")) }
                        optgroup label=(w.is_silent) { (self.report_options("s")) }
                    }
                    p class="shown" { output id="count" role="status" aria-live="polite" data-of=(w.shown_of) {} }
                    button type="reset" { (w.all) }
                }
                div class="row" { (self.severity_chips()) (self.kind_chips()) }
            }
        }
    }

    fn severity_chips(&self) -> Markup {
        html! {
            fieldset {
                legend class="vh" { (self.common.columns[0]) }
                @for severity in Severity::ALL.into_iter().filter(|s| self.audit.count(*s) > 0) {
                    label class={ "chip " (letter(severity)) } {
                        input type="checkbox" name="severity" value=(severity.id());
                        span { (sign(severity)) " " (self.severity(severity)) " " b { (self.audit.count(severity)) } }
                    }
                }
            }
        }
    }

    fn kind_chips(&self) -> Markup {
        let count = |kind| self.audit.findings.iter().filter(|f| f.kind == kind).count();
        html! {
            fieldset {
                legend class="vh" { (self.common.columns[1]) }
                @for kind in kinds(self.audit) {
                    label class="chip" {
                        input type="checkbox" name="kind" value=(kind.id());
                        span { (self.kind(kind)) " " b { (count(kind)) } }
                    }
                }
            }
        }
    }

    fn report_options(&self, prefix: &str) -> Markup {
        html! {
            @for nth in 0..self.audit.reports.len() {
                option value={ (prefix) (nth + 1) } { (self.report_id(nth)) }
            }
        }
    }

    pub(super) fn findings(&self) -> Markup {
        let w = self.words;
        html! {
            section id="findings" aria-labelledby="findings-title" tabindex="-1" {
                h2 id="findings-title" { (w.findings) }
                @if self.audit.findings.is_empty() { p class="empty" { (w.no_finding) } }
                @else {
                    (self.filters())
                    p class="keys" id="keys" hidden {
                        kbd { "j" } " " kbd { "k" } " " (w.key_step) " · " kbd { "/" } " " (w.key_search) " · "
                        kbd { "Esc" } " " (w.key_escape)
                    }
                    p class="empty" id="nothing" hidden { (w.nothing) }
                }
                @for (nth, finding) in self.audit.findings.iter().enumerate() { (self.finding(nth, finding)) }
            }
        }
    }

    fn finding(&self, nth: usize, finding: &Finding) -> Markup {
        let anchor = &self.anchors[nth];
        let list = |reports: &mut dyn Iterator<Item = usize>| {
            reports.map(|r| (r + 1).to_string()).collect::<Vec<_>>().join(" ")
        };
        html! {
            article class={ "finding " (letter(finding.severity)) } id=(anchor) tabindex="-1"
                aria-labelledby={ (anchor) "-t" } data-n=(nth + 1) data-kind=(finding.kind)
                data-severity=(finding.severity) data-gives=(list(&mut givers(finding).into_iter()))
                data-silent=(list(&mut finding.absent.iter().copied())) {
                h3 id={ (anchor) "-t" } {
                    span class="nth" { (nth + 1) }
                    span class="sev" { (sign(finding.severity)) " " (self.severity(finding.severity)) }
                    span class="kind" { (self.kind(finding.kind)) }
                    bdi class="subject" { (show::shown(self.common.subject(finding))) }
                }
                p class="message" { (message(self.audit, finding, self.ui)) }
                (self.readings(finding))
                (self.foot(nth, finding))
            }
        }
    }

    fn readings(&self, finding: &Finding) -> Markup {
        let values: Vec<String> = finding.readings.iter().map(|r| show::shown(&r.value).into_owned()).collect();
        let pieces = differ::pieces(&values);
        html! {
            div class="readings" {
                @for (reading, pieces) in finding.readings.iter().zip(&pieces) {
                    (self.reading(reading, pieces, values.len() > 1))
                }
            }
        }
    }

    fn reading(&self, reading: &Reading, pieces: &[Piece], several: bool) -> Markup {
        let lang = reading.evidence.first().map_or("und", |e| self.audit.reports[e.report].language.code());
        let mut at: Vec<&Evidence> = reading.evidence.iter().collect();
        at.sort();
        let rest = at.split_off(at.len().min(SHOWN));
        html! {
            section class="reading" {
                p class="value" lang=(lang) dir="auto" {
                    @for (nth, piece) in pieces.iter().enumerate() {
                        @if nth > 0 { " " }
                        @if piece.differs && several { mark { (piece.words) } } @else { (piece.words) }
                    }
                }
                (self.evidence(&at))
                @if !rest.is_empty() {
                    details {
                        summary { (self.words.more_place.counted(rest.len())) }
                        (self.evidence(&rest))
                    }
                }
            }
        }
    }

    fn evidence(&self, at: &[&Evidence]) -> Markup {
        html! {
            ul class="evidence" {
                @for e in at {
                    @let report = &self.audit.reports[e.report];
                    @let c = context::context(self.audit, e);
                    li {
                        a class="where" href={ "#r" (e.report + 1) "-" (e.span.start) } {
                            bdi { (self.report_id(e.report)) } ":" (self.places.at(e.report, e.span.start).line)
                        }
                        " "
                        q lang=(report.language.code()) dir="auto" {
                            @if c.cut_before { "…" }
                            (show::kept(c.before)) b { (show::kept(c.words)) } (show::kept(c.after))
                            @if c.cut_after { "…" }
                        }
                    }
                }
            }
        }
    }

    /// Below the readings: who is silent, what is suggested, where else to look, and the id.
    fn foot(&self, nth: usize, finding: &Finding) -> Markup {
        let (w, anchor) = (self.words, &self.anchors[nth]);
        let rows: Vec<usize> = (0..self.audit.statements.len())
            .filter(|&s| finding.statements.contains(&self.audit.statements[s].id))
            .collect();
        html! {
            dl class="foot" {
                @if !finding.absent.is_empty() {
                    div { dt { (self.common.silent) } dd {
                        @for (n, report) in finding.absent.iter().enumerate() {
                            @if n > 0 { ", " }
                            a href={ "#r" (report + 1) } { bdi { (self.report_id(*report)) } }
                        }
                    } }
                }
                @if let Some(suggestion) = &finding.suggestion {
                    div { dt { (self.common.suggestion) } dd {
                        b { bdi { (show::shown(&suggestion.value)) } }
                        " (" bdi { (show::shown(&self.common.because(suggestion))) } ")"
                    } }
                }
                @if let Some(decision) = self.audit.decision(finding) {
                    div { dt { (self.common.decision) } dd {
                        b { (self.common.decided(decision)) } " (" bdi { (show::shown(&decision.reason)) } ")"
                    } }
                }
                @if !rows.is_empty() {
                    div { dt { (w.told_in) } dd {
                        @for (n, row) in rows.iter().enumerate() {
                            @if n > 0 { ", " }
                            a href={ "#s" (row + 1) } { (show::shown(&self.audit.statements[*row].id)) }
                        }
                    } }
                }
                @if !finding.id.is_empty() {
                    div class="id" { dt { (self.common.id) } dd {
                        a href={ "#" (anchor) } { code { (show::shown(&finding.id)) } }
                        button type="button" class="copy" hidden aria-label=(format!("{} {}", w.copy, nth + 1))
                            data-done=(w.copied) { (w.copy) }
                    } }
                }
            }
        }
    }
}
