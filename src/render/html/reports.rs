//! Each report's whole text, with the words that findings rest on marked where they stand.

use maud::{Markup, html};

use super::marks::{self, Mark, Piece};
use super::{Page, letter};
use crate::model::{Audit, BlockKind, Report, Span};
use crate::render::show;

/// The clauses of one report that statements are made of: in order, none over another.
#[derive(Debug, Clone, Default)]
pub struct Clauses(Vec<Span>);

impl Clauses {
    /// Where a clause stands in the page.
    pub fn anchor(&self, report: usize, clause: Span) -> String {
        let holder = self.0[..self.0.partition_point(|c| c.start <= clause.start)].last();
        format!("r{}c{}", report + 1, holder.map_or(clause.start, |c| c.start))
    }

    /// Those that lie in a block.
    fn within(&self, block: Span) -> &[Span] {
        let first = self.0.partition_point(|c| c.start < block.start);
        let last = self.0.partition_point(|c| c.start < block.end);
        &self.0[first..last]
    }
}

/// The clauses of every report.
pub fn clauses(audit: &Audit) -> Vec<Clauses> {
    let mut out = vec![Clauses::default(); audit.reports.len()];
    for member in audit.statements.iter().flat_map(|s| &s.members) {
        out[member.report].0.push(member.span);
    }
    for Clauses(spans) in &mut out {
        spans.sort_unstable_by_key(|s| (s.start, std::cmp::Reverse(s.end)));
        let mut end = 0;
        spans.retain(|s| {
            let kept = s.start >= end && !s.is_empty();
            end = if kept { s.end } else { end };
            kept
        });
    }
    out
}

/// The words that findings rest on, in one report.
fn marks_of(audit: &Audit, report: usize) -> Vec<Mark> {
    let mut out = Vec::new();
    for (finding, f) in audit.findings.iter().enumerate() {
        let here = f.readings.iter().flat_map(|r| &r.evidence).filter(|e| e.report == report);
        out.extend(here.map(|e| Mark { span: e.span, finding }));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// A part of a report's text: a block, or what stands between two.
fn parts(report: &Report) -> Vec<(Option<BlockKind>, Span)> {
    let mut out = Vec::new();
    let mut done = 0;
    let between = |from: usize, to: usize, out: &mut Vec<_>| {
        if from < to && !report.text[from..to].trim().is_empty() {
            out.push((None, Span::new(from, to)));
        }
    };
    for block in &report.blocks {
        between(done, block.span.start, &mut out);
        if block.span.start >= done && !block.span.is_empty() {
            out.push((Some(block.kind), block.span));
        }
        done = done.max(block.span.end);
    }
    between(done, report.text.len(), &mut out);
    out
}

impl Page<'_> {
    pub(super) fn reports(&self) -> Markup {
        let w = self.words;
        html! {
            section class="pane" id="reports" aria-labelledby="reports-title" tabindex="-1" {
                h2 id="reports-title" class="vh" { (w.reports) }
                nav class="tabs" aria-label=(w.reports) {
                    @for nth in 0..self.audit.reports.len() {
                        a href={ "#r" (nth + 1) } { bdi { (self.report_id(nth)) } }
                    }
                }
                @for (nth, report) in self.audit.reports.iter().enumerate() { (self.report(nth, report)) }
            }
        }
    }

    fn report(&self, nth: usize, report: &Report) -> Markup {
        let w = self.words;
        let marks = marks_of(self.audit, nth);
        let parts = parts(report);
        let spans: Vec<Span> = parts.iter().map(|p| p.1).collect();
        let shared = marks::shared_out(&spans, &marks);
        html! {
            article class="report" id={ "r" (nth + 1) } tabindex="-1" aria-labelledby={ "r" (nth + 1) "-t" } {
                h3 id={ "r" (nth + 1) "-t" } { bdi { (self.report_id(nth)) } }
                p class="path" {
                    bdi { (show::shown(&report.path)) } " · " ((w.language)(report.language))
                    @if let Some(date) = report.published { " · " (date) }
                }
                div class="text" lang=(report.language.code()) {
                    @for ((kind, span), marks) in parts.iter().zip(&shared) {
                        (self.block(nth, *kind, *span, marks))
                    }
                }
            }
        }
    }

    fn block(&self, nth: usize, kind: Option<BlockKind>, span: Span, marks: &[Mark]) -> Markup {
        let line = self.places.at(nth, span.start).line;
        let text = self.marked(nth, span, marks);
        html! {
            @match kind {
                Some(BlockKind::Headline) => p class="headline" dir="auto" data-line=(line) { (text) },
                Some(BlockKind::Caption) => p class="caption" dir="auto" data-line=(line) { (text) },
                Some(BlockKind::Boilerplate(why)) => p class="litter" dir="auto" data-line=(line) {
                    span class="why" lang=(self.ui.id()) { (self.words.left_out) ": " (why) } " " (text)
                },
                Some(BlockKind::Paragraph) | None => p dir="auto" data-line=(line) { (text) },
            }
        }
    }

    /// A block's text, in clauses where statements are made of these.
    fn marked(&self, nth: usize, span: Span, marks: &[Mark]) -> Markup {
        let clauses = self.clauses[nth].within(span);
        let cuts: Vec<usize> = clauses.iter().flat_map(|c| [c.start, c.end]).collect();
        let pieces = marks::cut(span, marks, &cuts);
        let clause_at =
            |at: usize| clauses[..clauses.partition_point(|c| c.start <= at)].last().copied().filter(|c| at < c.end);
        html! {
            @for group in pieces.chunk_by(|a, b| clause_at(a.span.start) == clause_at(b.span.start)) {
                @match clause_at(group[0].span.start) {
                    Some(clause) => span class="cl" id={ "r" (nth + 1) "c" (clause.start) } {
                        @for piece in group { (self.piece(nth, piece)) }
                    },
                    None => @for piece in group { (self.piece(nth, piece)) },
                }
            }
        }
    }

    fn piece(&self, nth: usize, piece: &Piece) -> Markup {
        let findings = &self.audit.findings;
        let text = show::kept(piece.span.of(&self.audit.reports[nth].text));
        let gravest = piece.findings.iter().map(|&f| findings[f].severity).min();
        let list: Vec<String> = piece.findings.iter().map(|f| (f + 1).to_string()).collect();
        let id = piece.begins.then(|| format!("r{}-{}", nth + 1, piece.span.start));
        html! {
            @match gravest {
                Some(gravest) => mark class=(letter(gravest)) id=[id] data-f=(list.join(" ")) { (text) },
                None => (text),
            }
            @if !piece.ends.is_empty() {
                sup { @for (n, finding) in piece.ends.iter().enumerate() {
                    @if n > 0 { " " }
                    (self.number(*finding))
                } }
            }
        }
    }
}
