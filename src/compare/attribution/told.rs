//! The same words, or the same statement, told through different sources.

use std::collections::BTreeMap;

use super::Dispute;
use super::voice::{Stand, Voice, voice, voices_of};
use crate::compare::quote::{Likeness, Piece, Speakers, Weights, all_pieces, letters, likeness, pairs, piece_of};
use crate::model::mention::CreditSort;
use crate::model::story::Story;
use crate::model::{Member, Opener, Severity, Statement};

/// Share of the lighter text's weight that both must have before their sources are compared, 0 to 1.
const CONTAINED: f32 = 0.7;

/// Shared weight of all weight, 0 to 1: near-identical words.
const JACCARD: f32 = 0.45;

/// The same for clauses of one statement: what two people say of one matter is alike without being one saying.
const JACCARD_TOLD: f32 = 0.65;

/// Words in the same order, share of the shorter text, 0 to 1.
const ORDER: f32 = 0.55;

/// Content words that both must have.
const SHARED: usize = 4;

/// Weight that they must have: two words of which each stands in one sentence out of ten.
const WEIGHT: f32 = 4.5;

/// Words, however common, that no two people say alike.
const VERBATIM: usize = 7;

/// Words of a quote or clause that a finding's subject shows.
const SUBJECT_WORDS: usize = 8;

fn near_identical(l: &Likeness) -> bool {
    l.shared >= SHARED && l.weight >= WEIGHT && l.contained >= CONTAINED && l.jaccard >= JACCARD && l.order >= ORDER
}

fn same_content(l: &Likeness) -> bool {
    l.shared >= SHARED && l.weight >= WEIGHT && l.contained >= CONTAINED && l.jaccard >= JACCARD_TOLD
}

/// Quotes with nearly the same words and other speakers.
pub fn quotes(story: &Story<'_>, weights: &Weights) -> Vec<Dispute> {
    let pieces = all_pieces(story, weights);
    let voice_of = |p: &Piece| {
        let source = &story.sources[p.report];
        let credit = source.extract.quotes[p.quote].credit?;
        source.extract.credits.iter().find(|c| c.span == credit).map(|c| voice(story, p.report, c))
    };
    let mut out = Vec::new();
    pairs(&pieces, |a, b| {
        let (left, right) = (&pieces[a], &pieces[b]);
        let verbatim = left.words.len() >= VERBATIM && letters(left) == letters(right);
        if left.speaker.against(&right.speaker) == Speakers::Same
            || !verbatim && !near_identical(&likeness(left, right))
        {
            return;
        }
        let (Some(x), Some(y)) = (voice_of(left), voice_of(right)) else { return };
        let severity = match x.against(&y, story) {
            Stand::Agree => return,
            Stand::Persons if x.is_full_name(story) && y.is_full_name(story) => Severity::Conflict,
            Stand::Persons | Stand::Institution | Stand::Institutions | Stand::Agencies | Stand::Unnamed => {
                Severity::Variant
            }
        };
        let shorter = if left.words.len() <= right.words.len() { left } else { right };
        let subject = subject(story.words(shorter.report, shorter.span));
        out.push(Dispute { subject, severity, sides: vec![vec![x], vec![y]], statement: None });
    });
    out
}

/// Statements that reports tell through other sources.
pub fn statements(story: &Story<'_>, weights: &Weights) -> Vec<Dispute> {
    story.statements.iter().filter_map(|s| statement(story, weights, s)).collect()
}

/// The voices of a clause, and what it says without them.
type Told = (Vec<Voice>, Option<Piece>);

fn statement(story: &Story<'_>, weights: &Weights, statement: &Statement) -> Option<Dispute> {
    // By report and clause: its voices, and what it says without them.
    let mut told: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for member in &statement.members {
        let voices = voices_of(story, member.report, member.clause);
        if voices.is_empty() {
            continue;
        }
        let piece = says(story, member).then(|| piece_of(story, weights, member.report, member.clause)).flatten();
        told.entry(member.report).or_default().push((voices, piece));
    }
    let voices = |r: usize| -> Vec<Voice> { told[&r].iter().flat_map(|t| &t.0).cloned().collect() };
    let reports: Vec<usize> = told.keys().copied().collect();
    // Clauses that say the same, and of which none has the voice of another.
    let apart = |a: usize, b: usize| {
        let same = |p: &Option<Piece>, q: &Option<Piece>| match (p, q) {
            (Some(p), Some(q)) => same_content(&likeness(p, q)),
            _ => false,
        };
        let pairs = told[&a].iter().flat_map(|x| told[&b].iter().map(move |y| (x, y)));
        let mut alike = pairs.filter(|(x, y)| same(&x.1, &y.1)).peekable();
        alike.peek().is_some() && alike.all(|(x, y)| disagree(story, &x.0, &y.0))
    };
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for &report in &reports {
        if !reports.iter().any(|&other| other != report && apart(report.min(other), report.max(other))) {
            continue;
        }
        let agrees = |side: &&mut Vec<usize>| side.iter().all(|&o| !disagree(story, &voices(report), &voices(o)));
        match sides.iter_mut().find(agrees) {
            Some(side) => side.push(report),
            None => sides.push(vec![report]),
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let first = told[&sides[0][0]].iter().find_map(|t| t.1.as_ref())?;
    let sides = sides.iter().map(|side| side.iter().map(|&r| foremost(&voices(r))).collect()).collect();
    Some(Dispute {
        subject: subject(story.words(first.report, first.span)),
        severity: Severity::Variant,
        sides,
        statement: Some(statement.id.clone()),
    })
}

/// Whether a clause holds what was said. What stands behind a credit tells of the speaking (`said Budi on a visit to the
/// plant`), unless a comma parts it from the credit (`according to Budi, the plant …`).
fn says(story: &Story<'_>, member: &Member) -> bool {
    let source = &story.sources[member.report];
    let clause = &source.segments.clauses[member.clause];
    let tokens = &source.segments.tokens[clause.tokens.clone()];
    let mut credits = source.extract.credits.iter().filter(|c| c.span.overlaps(clause.span));
    clause.opener != Opener::Attribution
        || credits.any(|c| tokens.iter().find(|t| t.span.start >= c.span.end).is_some_and(|t| &*t.norm == ","))
}

/// The innermost of a report's voices.
fn foremost(voices: &[Voice]) -> Voice {
    voices.iter().min_by_key(|v| (v.sort, v.span)).cloned().unwrap_or_else(|| voices[0].clone())
}

/// Whether no voice of one report is any of the other's, and each has a person, or each an agency.
fn disagree(story: &Story<'_>, a: &[Voice], b: &[Voice]) -> bool {
    let stands: Vec<Stand> = a.iter().flat_map(|x| b.iter().map(|y| x.against(y, story))).collect();
    let speakers = |v: &[Voice]| v.iter().any(|v| v.sort != CreditSort::Agency);
    if speakers(a) != speakers(b) {
        return false;
    }
    // Two agencies that quote one speaker agree; so do two speakers of whom one is but described.
    stands.iter().all(|s| are_two(*s) || *s == Stand::Agencies)
        || speakers(a) && stands.iter().any(|s| are_two(*s)) && !inner_agree(story, a, b)
}

/// Whether some speaker of one report may be one of the other's, agencies aside.
fn inner_agree(story: &Story<'_>, a: &[Voice], b: &[Voice]) -> bool {
    fn inner(v: &[Voice]) -> impl Iterator<Item = &Voice> {
        v.iter().filter(|v| v.sort != CreditSort::Agency)
    }
    inner(a).any(|x| inner(b).any(|y| !are_two(x.against(y, story))))
}

/// Whether two voices are those of two speakers.
fn are_two(stand: Stand) -> bool {
    matches!(stand, Stand::Persons | Stand::Institutions)
}

/// Whether two reports have a statement in common.
pub fn share_a_statement(story: &Story<'_>, a: usize, b: usize) -> bool {
    story.statements.iter().any(|s| s.members.iter().any(|m| m.report == a) && s.members.iter().any(|m| m.report == b))
}

/// The first words of a text.
fn subject(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut out = words.by_ref().take(SUBJECT_WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        out.push_str(" …");
    }
    out
}
