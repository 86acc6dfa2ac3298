//! The statements as a table: a row each, a column for each report, the clause in the cell.

use maud::{Markup, html};

use super::Page;
use crate::model::Statement;
use crate::render::show;

impl Page<'_> {
    pub(super) fn matrix(&self) -> Markup {
        let (w, audit) = (self.words, self.audit);
        html! {
            section id="statements" aria-labelledby="statements-title" tabindex="-1" {
                h2 id="statements-title" { (w.statements) }
                @if audit.statements.is_empty() { p class="empty" { (w.no_statement) } }
                @else {
                    p class="hint" { (w.statements_hint) }
                    div class="box matrix" role="region" aria-label=(w.by_report) tabindex="0" {
                        table {
                            thead { tr {
                                th scope="col" { (w.statement_head) }
                                @for nth in 0..audit.reports.len() {
                                    th scope="col" { a href={ "#r" (nth + 1) } { bdi { (self.report_id(nth)) } } }
                                }
                            } }
                            tbody {
                                @for (nth, statement) in audit.statements.iter().enumerate() {
                                    (self.row(nth, statement))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn row(&self, nth: usize, statement: &Statement) -> Markup {
        let found =
            (0..self.audit.findings.len()).filter(|&f| self.audit.findings[f].statements.contains(&statement.id));
        html! {
            tr id={ "s" (nth + 1) } {
                th scope="row" {
                    (show::shown(&statement.id))
                    @for finding in found { " " (self.number(finding)) }
                }
                @for report in 0..self.audit.reports.len() { (self.cell(statement, report)) }
            }
        }
    }

    fn cell(&self, statement: &Statement, report: usize) -> Markup {
        let mut members: Vec<_> = statement.members.iter().filter(|m| m.report == report).collect();
        members.sort();
        let told = &self.audit.reports[report];
        html! {
            @if members.is_empty() {
                td class="none" { span aria-hidden="true" { "–" } span class="vh" { (self.common.silent) } }
            } @else {
                td lang=(told.language.code()) {
                    @for member in members {
                        a class="clause" dir="auto" href={ "#" (self.clauses[report].anchor(report, member.span)) } {
                            (show::shown(member.span.of(&told.text)))
                        }
                    }
                }
            }
        }
    }
}
