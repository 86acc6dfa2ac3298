//! An alignment as text: what tells the same thing, side by side, and why it was joined.

pub mod json;
pub mod markdown;
pub mod table;

use super::{Places, Ui, show};
use crate::model::{Alignment, Audit, Joined, Member};

/// `5 reports, 31 statements`.
fn summary(audit: &Audit) -> String {
    let words = Ui::English.words();
    format!("{}, {}", words.report.counted(audit.reports.len()), words.statement.counted(audit.statements.len()))
}

/// The members of a statement by report: `(report, members)`.
fn by_report(members: &[Member]) -> impl Iterator<Item = (usize, &[Member])> {
    members.chunk_by(|a, b| a.report == b.report).map(|run| (run[0].report, run))
}

/// A member's line and words: `3: Kim tiba di Rusia`.
fn told(audit: &Audit, places: &Places<'_>, member: &Member) -> String {
    let line = places.at(member.report, member.span.start).line;
    format!("{line}: {}", show::shown(member.span.of(&audit.reports[member.report].text)))
}

/// `report-1:3`.
fn place(audit: &Audit, places: &Places<'_>, member: &Member) -> String {
    format!("{}:{}", show::shown(&audit.reports[member.report].id), places.at(member.report, member.span.start).line)
}

/// What moved a pair's score: `+2.1 words shared, of both; -0.6 a headline`.
fn reasons(pair: &Joined) -> String {
    let reason = |r: &crate::model::Reason| format!("{:+.1} {}", r.moved, r.name);
    pair.reasons.iter().map(reason).collect::<Vec<_>>().join("; ")
}

/// The statement that was asked to be explained, with the pairs told.
fn explained(alignment: &Alignment) -> Option<(&crate::model::Statement, &[Joined])> {
    let why = alignment.why.as_ref()?;
    let statement = alignment.audit.statements.iter().find(|s| s.id == why.id)?;
    Some((statement, &why.pairs))
}

/// What the numbers before the reasons are.
const REASONS: &str = "Each number moves the score, which is 0.5 where they all, with a fixed start, come to 0.";
