//! Why clauses were joined: each pair of a statement's members, its score, and what spoke for and against it.

use super::score::{self, MODEL, NAMES};
use super::terms::Gists;
use crate::model::{Joined, Reason, Statement};

/// Reasons told of a pair: those that moved its score most.
const TOLD: usize = 6;

/// What moves a score less is no reason (the score is a logistic function of the sum of them all).
const LEAST: f32 = 0.05;

/// Pairs told of a statement: one of a thousand members has half a million.
const PAIRS: usize = 200;

/// Each pair of members of different reports, as the members stand.
pub fn why(gists: &Gists, statement: &Statement) -> Vec<Joined> {
    let members = &statement.members;
    let gist = |m: usize| {
        let place = (members[m].report, members[m].clause);
        gists.all.binary_search_by_key(&place, |g| (g.report, g.clause)).ok().map(|g| &gists.all[g])
    };
    let pairs = (0..members.len()).flat_map(|a| (a + 1..members.len()).map(move |b| (a, b)));
    let scored = pairs.filter(|&(a, b)| members[a].report != members[b].report).filter_map(|(a, b)| {
        let features = score::features(gists, gist(a)?, gist(b)?);
        let values = features.values();
        let mut reasons: Vec<Reason> = NAMES
            .iter()
            .zip(values.iter().zip(MODEL.weights))
            .map(|(name, (value, weight))| Reason { name, moved: value * weight })
            .filter(|r| r.moved.abs() >= LEAST)
            .collect();
        reasons.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()).then(a.name.cmp(b.name)));
        reasons.truncate(TOLD);
        Some(Joined { a: members[a], b: members[b], score: MODEL.likelihood(&values), reasons })
    });
    scored.take(PAIRS).collect()
}
