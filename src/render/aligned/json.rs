//! JSON of an alignment, schema `selisih/align/1`: reports and statements as in an audit.

use serde::Serialize;

use super::super::json::{ReportOut, StatementOut, TOOL, Tool, report, statements, written};
use super::super::{Format, Look, Places};
use super::explained;
use crate::model::{Alignment, Joined, Member, Reason, Span};

/// The table's line.
pub const FORMAT: Format<Alignment> =
    Format { id: "json", about: "everything, for other programs (schema selisih/align/1)", endings: &["json"], render };

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    tool: Tool,
    reports: Vec<ReportOut<'a>>,
    statements: Vec<StatementOut<'a>>,
    events: Vec<Vec<&'a str>>,
    /// Why the members of one statement were joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyOut<'a>>,
}

#[derive(Serialize)]
struct WhyOut<'a> {
    statement: &'a str,
    pairs: Vec<PairOut<'a>>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: MemberOut<'a>,
    b: MemberOut<'a>,
    score: f64,
    reasons: Vec<ReasonOut>,
}

#[derive(Serialize)]
struct MemberOut<'a> {
    report: &'a str,
    span: Span,
}

#[derive(Serialize)]
struct ReasonOut {
    name: &'static str,
    moved: f64,
}

fn render(alignment: &Alignment, _look: &Look) -> String {
    let audit = &alignment.audit;
    let places = Places::new(audit);
    let id = |r: &usize| audit.reports[*r].id.as_str();
    written(Document {
        schema: "selisih/align/1",
        tool: TOOL,
        reports: audit.reports.iter().zip(&audit.sentences).map(|(r, &n)| report(r, n)).collect(),
        statements: statements(audit, &places),
        events: audit.events.iter().map(|reports| reports.iter().map(id).collect()).collect(),
        why: explained(alignment).map(|(statement, pairs)| WhyOut {
            statement: &statement.id,
            pairs: pairs.iter().map(|p| pair(alignment, p)).collect(),
        }),
    })
}

fn pair<'a>(alignment: &'a Alignment, pair: &Joined) -> PairOut<'a> {
    let member = |m: &Member| MemberOut { report: &alignment.audit.reports[m.report].id, span: m.span };
    let reason = |r: &Reason| ReasonOut { name: r.name, moved: rounded(r.moved) };
    PairOut {
        a: member(&pair.a),
        b: member(&pair.b),
        score: rounded(pair.score),
        reasons: pair.reasons.iter().map(reason).collect(),
    }
}

/// Four digits are enough to compare by.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1e4).round() / 1e4
}
