//! The field `draft`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{FindingOut, Places, ReportOut, finding, report};
use crate::draft::{gives, sources};
use crate::model::draft::{Comment, Draft, Remark, Sort};
use crate::model::{Audit, Kind};
use crate::render::Ui;
use crate::render::draft::differing;

/// A draft held against the reports; in its findings the report `draft` is the draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Draft")]
pub struct DraftOut<'a> {
    report: ReportOut<'a>,
    apart: bool,
    remarks: Vec<RemarkOut<'a>>,
    comments: Vec<CommentOut<'a>>,
}

/// What is to be said of some words of the draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Remark")]
struct RemarkOut<'a> {
    sort: Sort,
    /// The readings that the draft gives, and how many sources give each.
    follows: Vec<Followed<'a>>,
    /// Of a quote: the words that it and the nearest one lack of each other.
    #[serde(skip_serializing_if = "Option::is_none")]
    differing: Option<[Vec<String>; 2]>,
    ignored: Option<&'a str>,
    finding: FindingOut<'a>,
}

/// A reading that the draft gives.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Followed")]
struct Followed<'a> {
    value: &'a str,
    sources: usize,
    of: usize,
}

/// A comment in the draft.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Comment")]
struct CommentOut<'a> {
    line: usize,
    kinds: &'a [Kind],
    reason: &'a str,
    used: bool,
    problem: Option<&'a str>,
}

pub fn document<'a>(audit: &'a Audit, places: &Places<'_>, draft: &'a Draft, ui: Ui) -> DraftOut<'a> {
    let index = audit.reports.len();
    let sentences = draft.sentences;
    let comment = |c: &'a Comment| CommentOut {
        line: places.at(index, c.span.start).line,
        kinds: &c.kinds,
        reason: &c.reason,
        used: c.used,
        problem: c.problem.as_deref(),
    };
    DraftOut {
        report: report(&draft.report, sentences),
        apart: draft.apart,
        remarks: draft.remarks.iter().map(|r| remark(audit, places, r, ui)).collect(),
        comments: draft.comments.iter().map(comment).collect(),
    }
}

fn remark<'a>(audit: &'a Audit, places: &Places<'_>, remark: &'a Remark, ui: Ui) -> RemarkOut<'a> {
    let (draft, readings) = (audit.reports.len(), &remark.finding.readings);
    let followed = readings.iter().filter(|r| gives(r, draft));
    let differing = match &readings[..] {
        [own, nearest] if remark.sort == Sort::Quote => Some(differing(&own.value, &nearest.value)),
        _ => None,
    };
    RemarkOut {
        sort: remark.sort,
        follows: followed.map(|r| Followed { value: &r.value, sources: sources(r, draft), of: draft }).collect(),
        differing,
        ignored: remark.ignored.as_deref(),
        finding: finding(audit, places, &remark.finding, ui),
    }
}
