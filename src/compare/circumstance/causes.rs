//! Why it happened: the causes that reports give for one thing, and how sure they are of one cause.

use std::ops::Range;

use crate::compare::events::{Terms, is_able};
use crate::language::Lexicon;
use crate::model::mention::Modality;
use crate::model::story::Story;
use crate::model::{Evidence, Reading, Shape, Token};

/// Weight that what happened must share, as a share of `ln(1 + sentences)`: more than one rare word.
const EFFECT: f32 = 1.2;

/// Share of what the poorer sentence tells beside the cause that the other must hold.
const LIKE: f32 = 0.5;

/// Share of the poorer cause's weight that makes two causes one.
const SAME: f32 = 0.6;

/// Weight that two mentions of one cause share with what it caused: a rare word or two frequent ones.
const BOTH: f32 = 2.8;

/// Most tokens of a cause.
const LONGEST: usize = 14;

/// Tokens before the cause word in which a mark of suspicion is of the cause.
const MARK: usize = 4;

/// Tokens behind it in which it is (`penyebabnya diduga`).
const BEHIND: usize = 2;

/// A cause that a report gives.
struct Cause {
    report: usize,
    range: Range<usize>,
    /// Suspected, possible or heard rather than told.
    unsure: bool,
    why: Vec<(u32, f32)>,
    effect: Vec<(u32, f32)>,
}

/// What causes differ in.
#[derive(Debug)]
pub struct Found {
    /// Pairs of other causes of one thing.
    pub other: Vec<Vec<Reading>>,
    /// One cause, told as a fact and as a suspicion.
    pub sureness: Vec<Vec<Reading>>,
}

/// Compares the causes of a story.
pub fn compare(story: &Story<'_>) -> Found {
    let causes = causes(story);
    let sentences: usize = story.sources.iter().map(|s| s.segments.sentences.len()).sum();
    let least = EFFECT * (1.0 + sentences as f32).ln();
    let mut found = Found { other: Vec::new(), sureness: Vec::new() };
    let (mut used, mut marked) = (vec![false; causes.len()], vec![false; causes.len()]);
    for (i, a) in causes.iter().enumerate() {
        let same: Vec<usize> = (0..causes.len()).filter(|&j| j == i || one(a, &causes[j])).collect();
        let (unsure, sure): (Vec<usize>, Vec<usize>) = same.iter().partition(|&&j| causes[j].unsure);
        let across = unsure.iter().any(|&u| sure.iter().any(|&s| causes[u].report != causes[s].report));
        if across && !same.iter().any(|&j| marked[j]) {
            same.iter().for_each(|&j| marked[j] = true);
            let side = |of: &[usize]| reading(story, of.iter().map(|&j| &causes[j]));
            found.sureness.push(vec![side(&sure), side(&unsure)]);
        }
        for (j, b) in causes.iter().enumerate().skip(i + 1) {
            let differ =
                a.report != b.report && joined(story, a, b) && overlap(&a.why, &b.why) == 0.0 && !used[i] && !used[j];
            // A report that gives both tells of two causes.
            let both = |r: usize, c: &Cause| causes.iter().any(|x| x.report == r && one(x, c));
            if differ
                && overlap(&a.effect, &b.effect) >= least.max(LIKE * mass(&a.effect).min(mass(&b.effect)))
                && !both(a.report, b)
                && !both(b.report, a)
            {
                (used[i], used[j]) = (true, true);
                found.other.push(vec![reading(story, std::iter::once(a)), reading(story, std::iter::once(b))]);
            }
        }
    }
    found
}

/// Whether a statement holds a clause of both sentences: what happened is one thing.
fn joined(story: &Story<'_>, a: &Cause, b: &Cause) -> bool {
    let statements = |c: &Cause| -> Vec<usize> {
        let segments = &story.sources[c.report].segments;
        let sentence = segments.sentence_at(c.range.start).map(|s| segments.sentences[s].clauses.clone());
        sentence.into_iter().flatten().flat_map(|k| story.statements_of[c.report][k].iter().copied()).collect()
    };
    let (a, b) = (statements(a), statements(b));
    a.iter().any(|s| b.contains(s))
}

/// Whether two causes are one.
fn one(a: &Cause, b: &Cause) -> bool {
    let shared = overlap(&a.why, &b.why);
    shared >= SAME * mass(&a.why).min(mass(&b.why)) && shared + overlap(&a.effect, &b.effect) >= BOTH
}

fn mass(terms: &[(u32, f32)]) -> f32 {
    terms.iter().map(|t| t.1).sum()
}

fn overlap(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    a.iter().filter_map(|t| b.binary_search_by_key(&t.0, |u| u.0).ok().map(|at| t.1.min(b[at].1))).sum()
}

fn causes(story: &Story<'_>) -> Vec<Cause> {
    let table = Terms::of(story);
    let mut out = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        let (segments, lexicon) = (&source.segments, Lexicon::of(source.report.language));
        let tokens = &segments.tokens;
        for sentence in &segments.sentences {
            let mut i = sentence.tokens.start;
            while i < sentence.tokens.end {
                let Some((length, ())) = lexicon.causes.longest(&tokens[..sentence.tokens.end], i) else {
                    i += 1;
                    continue;
                };
                let start = i + length;
                let end = (start..sentence.tokens.end.min(start + LONGEST))
                    .find(|&j| tokens[j].shape == Shape::Mark && !matches!(&*tokens[j].norm, "-" | "'" | "\""))
                    .unwrap_or(sentence.tokens.end.min(start + LONGEST));
                let denied = (sentence.tokens.start.max(i.saturating_sub(2))..i)
                    .any(|j| lexicon.negation.longest(&tokens[..i], j).is_some());
                if start < end && !denied {
                    let near = sentence.tokens.start.max(i.saturating_sub(MARK))..end.min(start + BEHIND);
                    let unsure = near.clone().any(|j| suspects(lexicon, &tokens[..end], j));
                    let within = |range: Range<usize>| terms(&table, r, sentence.clauses.clone(), &range);
                    let mut effect = within(sentence.tokens.start..i);
                    effect.extend(within(end..sentence.tokens.end));
                    effect.sort_by_key(|t| t.0);
                    effect.dedup_by_key(|t| t.0);
                    let cause = within(start..end);
                    effect.retain(|t| cause.binary_search_by_key(&t.0, |u| u.0).is_err());
                    if !cause.is_empty() {
                        out.push(Cause { report: r, range: i..end, unsure, why: cause, effect });
                    }
                }
                i = end.max(start);
            }
        }
    }
    out
}

/// Whether a mark of suspicion, or of what may be rather than can be, stands at a token.
fn suspects(lexicon: &Lexicon, tokens: &[Token], j: usize) -> bool {
    match lexicon.modality.longest(tokens, j) {
        Some((_, Modality::Alleged)) => true,
        Some((_, Modality::Possible)) => !is_able(&tokens[j].norm),
        _ => false,
    }
}

fn terms(table: &Terms, r: usize, clauses: Range<usize>, range: &Range<usize>) -> Vec<(u32, f32)> {
    let mut out: Vec<(u32, f32)> = clauses.flat_map(|c| table.within(r, c, range)).collect();
    out.sort_by_key(|t| t.0);
    out.dedup_by_key(|t| t.0);
    out
}

fn reading<'a>(story: &Story<'_>, causes: impl Iterator<Item = &'a Cause>) -> Reading {
    let evidence: Vec<Evidence> = causes
        .map(|c| {
            let segments = &story.sources[c.report].segments;
            let first = segments.sentence_at(c.range.start).map_or(0, |s| segments.sentences[s].tokens.start);
            story.evidence(c.report, segments.span(first.max(c.range.start.saturating_sub(MARK))..c.range.end))
        })
        .collect();
    let value = evidence.first().map_or_else(String::new, |e| story.words(e.report, e.span).to_owned());
    Reading { value, evidence }
}
