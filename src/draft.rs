//! A draft held against its sources: whom it follows where they differ, what it quotes otherwise, what none of them tells.
//!
//! The sources are audited without the draft, so that it is no voice in any majority. What is said of the draft comes
//! from a story of all of them in which the draft is the last report.

mod comments;
mod quotes;
mod untold;

use crate::compare::fingerprint;
use crate::model::draft::{Draft, Remark, Sort};
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Reading};

pub use comments::comments;

/// What is to be said of a draft, the last report of a story whose findings these are; gravest first.
pub fn remarks(story: &Story<'_>, findings: &[Finding]) -> Vec<Remark> {
    let Some(draft) = story.sources.len().checked_sub(1).filter(|&n| n > 0) else { return Vec::new() };
    let (coverage, mut out): (Vec<Remark>, Vec<Remark>) =
        findings.iter().filter_map(|f| follows(f, draft)).partition(|r| r.finding.kind == Kind::Coverage);
    out.extend(quotes::misquoted(story, draft, findings));
    let told = places(&out, draft);
    // That only some tell it is no news of words that are remarked on already.
    let headline = story.sources[draft].report.title;
    let above = |e: &Evidence| headline.is_some_and(|title| title.contains(e.span));
    // Nor of a headline, which tells what the draft tells again.
    let news = |r: &Remark| {
        let mut places = evidence(&r.finding, draft);
        !evidence(&r.finding, draft).any(|e| overlaps(&told, e)) && places.any(|e| !above(e))
    };
    out.extend(coverage.into_iter().filter(news));
    out.extend(untold::untold(story, draft, &places(&out, draft)));
    out.sort_by_key(|r| (r.finding.severity, evidence(&r.finding, draft).min().copied(), r.sort, r.finding.kind));
    let mut named: Vec<Finding> = out.iter().map(|r| r.finding.clone()).collect();
    fingerprint::name(&mut named);
    out.iter_mut().zip(named).for_each(|(remark, finding)| remark.finding.id = finding.id);
    out
}

/// Marks the remarks that comments of the draft pass over, and the comments that do. `index` is the draft's in the
/// remarks' evidence. A remark on several places is passed over where all of them are.
pub fn ignore(draft: &mut Draft, index: usize) {
    for remark in &mut draft.remarks {
        let (kind, mut open, mut reason) = (remark.finding.kind, false, None);
        for place in evidence(&remark.finding, index) {
            let mut covered = false;
            for comment in draft.comments.iter_mut().filter(|c| c.covers(&draft.report, kind, place.span)) {
                comment.used = true;
                covered = true;
                reason.get_or_insert_with(|| comment.reason.clone());
            }
            open |= !covered;
        }
        remark.ignored = reason.filter(|_| !open);
    }
}

/// The draft's places in remarks.
fn places(remarks: &[Remark], draft: usize) -> Vec<Evidence> {
    remarks.iter().flat_map(|r| evidence(&r.finding, draft)).copied().collect()
}

fn overlaps(told: &[Evidence], place: &Evidence) -> bool {
    told.iter().any(|e| e.span.overlaps(place.span))
}

/// The draft's places in a finding.
fn evidence(finding: &Finding, draft: usize) -> impl Iterator<Item = &Evidence> {
    finding.readings.iter().flat_map(|r| &r.evidence).filter(move |e| e.report == draft)
}

/// How many sources give a reading.
pub fn sources(reading: &Reading, draft: usize) -> usize {
    let mut reports: Vec<usize> = reading.evidence.iter().map(|e| e.report).filter(|&r| r != draft).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.len()
}

/// Whether the draft gives a reading.
pub fn gives(reading: &Reading, draft: usize) -> bool {
    reading.evidence.iter().any(|e| e.report == draft)
}

/// A finding that the draft takes part in.
fn follows(finding: &Finding, draft: usize) -> Option<Remark> {
    let takes_part = evidence(finding, draft).next().is_some();
    let by_sources = finding.readings.iter().any(|r| sources(r, draft) > 0);
    let sort = match finding.kind {
        _ if !takes_part => return None,
        // Quotes are held against the sources word by word.
        Kind::Quote => return None,
        Kind::Coverage if !by_sources => return None,
        Kind::Name | Kind::Place if finding.suggestion.is_some() || spelling(finding) => Sort::Spelling,
        _ => Sort::Follows,
    };
    if sort == Sort::Spelling && by_sources && !against_most(finding, draft) {
        return None;
    }
    let mut finding = finding.clone();
    // It counted the draft as a voice.
    finding.suggestion = None;
    finding.absent.retain(|&r| r != draft);
    Some(Remark { sort, finding, ignored: None })
}

/// Whether a finding is of spellings, not of two places.
fn spelling(finding: &Finding) -> bool {
    finding.severity == crate::model::Severity::Variant
}

/// Whether more sources give some other reading than any that the draft gives.
fn against_most(finding: &Finding, draft: usize) -> bool {
    let most = |mine: bool| {
        let readings = finding.readings.iter().filter(|r| gives(r, draft) == mine);
        readings.map(|r| sources(r, draft)).max().unwrap_or(0)
    };
    // A draft that writes it in two ways is told so where one of them is not the sources' first.
    let least = finding.readings.iter().filter(|r| gives(r, draft)).map(|r| sources(r, draft)).min().unwrap_or(0);
    most(false) > most(true) || least < most(true)
}
