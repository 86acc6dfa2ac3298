//! Why sentences were joined: each pair of a statement's members, its score, and what spoke for and against it.

use super::terms::Gists;
use super::{Scored, scored, sentences, support};
use crate::model::story::Source;
use crate::model::{Joined, Member, Reason, Statement};

/// Reasons told of a pair: those that moved its score most.
const TOLD: usize = 6;

/// What moves a score less is no reason (the score is a logistic function of the sum of them all).
const LEAST: f32 = 0.05;

/// Pairs told of a statement: one of a thousand members has half a million.
const PAIRS: usize = 200;

/// Each pair of members of different reports that share terms, as the members stand. The pairs are scored anew, as the
/// aligner does.
pub fn why(sources: &[Source<'_>], gists: &Gists, statement: &Statement) -> Vec<Joined> {
    let scored = scored(sources, gists);
    let members = statement.passages();
    let pairs = (0..members.len()).flat_map(|a| (a + 1..members.len()).map(move |b| (a, b)));
    let apart = pairs.filter(|&(a, b)| members[a].report != members[b].report);
    apart.filter_map(|(a, b)| joined(&scored, members[a], members[b])).take(PAIRS).collect()
}

fn joined(scored: &Scored, a: Member, b: Member) -> Option<Joined> {
    let index =
        |m: Member| scored.sentences.binary_search_by_key(&(m.report, m.sentence), |s| (s.report, s.sentence)).ok();
    let (x, y) = (index(a)?, index(b)?);
    // Those of one sentence stand side by side, by how much they share.
    let first = scored.pairs.partition_point(|p| p.a < x.min(y));
    let found = scored.pairs[first..].iter().take_while(|p| p.a == x.min(y)).position(|p| p.b == x.max(y))?;
    let (pair, supported) = (&scored.pairs[first + found], &scored.supported[first + found]);
    Some(Joined { a, b, score: supported.score, reasons: reasons(&pair.features, &supported.features) })
}

/// What moved the score, the strongest first: what supports the pair, and, for what it is by itself, its own features.
fn reasons(own: &sentences::Features, support: &support::Features) -> Vec<Reason> {
    let by_itself = support::MODEL.weights[0];
    let own = sentences::NAMES.iter().zip(own.iter().zip(sentences::MODEL.weights));
    let own = own.map(|(name, (value, weight))| Reason { name, moved: value * weight * by_itself });
    let others = support::NAMES.iter().zip(support.iter().zip(support::MODEL.weights)).skip(1);
    let others = others.map(|(name, (value, weight))| Reason { name, moved: value * weight });
    let mut reasons: Vec<Reason> = own.chain(others).filter(|r| r.moved.abs() >= LEAST).collect();
    reasons.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()).then(a.name.cmp(b.name)));
    reasons.truncate(TOLD);
    reasons
}
