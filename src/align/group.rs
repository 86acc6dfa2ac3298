//! Pairs of clauses to statements that hold together around their best-supported members.

use rustc_hash::{FxHashMap, FxHashSet};

use super::score::{self, Features};
use super::terms::{Gist, Gists, Term};

/// Likelihood from which a pair may found or join a statement.
pub const LINK: f32 = 0.5;

/// Mean likelihood that a clause, or another statement, needs to all members of a statement to join it: keeps chains from
/// drifting.
pub const HOLD: f32 = 0.35;

/// Terms of a clause that are looked up for candidates, the rarest first.
const LOOKED_UP: usize = 16;

/// Clauses that a term may stand in before it is too common to find candidates by.
const COMMON: usize = 400;

/// Candidates that a clause keeps, best first.
const KEPT: usize = 60;

/// Members that a newcomer is scored against, at most.
const CORE: usize = 12;

/// A candidate pair: indices of gists, the first smaller.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// First clause.
    pub a: usize,
    /// Second clause.
    pub b: usize,
    /// What speaks for and against.
    pub features: Features,
    /// Likelihood that they tell the same thing.
    pub score: f32,
}

/// Pairs of clauses of different reports that share rare terms, scored.
pub fn pairs(gists: &Gists) -> Vec<Pair> {
    let mut postings: FxHashMap<Term, Vec<u32>> = FxHashMap::default();
    for (g, gist) in gists.all.iter().enumerate() {
        for term in &gist.terms {
            postings.entry(term.0).or_default().push(g as u32);
        }
    }
    let mut out = Vec::new();
    let mut shared: FxHashMap<u32, f32> = FxHashMap::default();
    for (g, gist) in gists.all.iter().enumerate() {
        shared.clear();
        let mut terms: Vec<&(Term, f32)> = gist.terms.iter().filter(|t| postings[&t.0].len() <= COMMON).collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (term, weight) in terms.into_iter().take(LOOKED_UP) {
            for &other in postings[term].iter().filter(|&&o| (o as usize) > g && gists.all[o as usize].report != gist.report) {
                *shared.entry(other).or_default() += weight;
            }
        }
        let mut candidates: Vec<(u32, f32)> = shared.iter().map(|(o, w)| (*o, *w)).collect();
        candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for &(other, _) in candidates.iter().take(KEPT) {
            let features = score::features(gists, gist, &gists.all[other as usize]);
            out.push(Pair { a: g, b: other as usize, features, score: score::likelihood(&features) });
        }
    }
    out
}

/// Statements as lists of gists, and each statement's mean likelihood.
pub fn groups(gists: &Gists, pairs: &[Pair]) -> Vec<(Vec<usize>, f32)> {
    let scores: FxHashMap<(usize, usize), f32> = pairs.iter().map(|p| ((p.a, p.b), p.score)).collect();
    let mut ranked: Vec<&Pair> = pairs.iter().filter(|p| p.score >= LINK).collect();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.a, a.b).cmp(&(b.a, b.b))));
    let mut group_of: FxHashMap<usize, usize> = FxHashMap::default();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for pair in ranked {
        let (x, y) = (group_of.get(&pair.a).copied(), group_of.get(&pair.b).copied());
        match (x, y) {
            (None, None) => {
                group_of.insert(pair.a, groups.len());
                group_of.insert(pair.b, groups.len());
                groups.push(vec![pair.a, pair.b]);
            }
            (Some(g), None) => join(gists, &scores, &mut groups, &mut group_of, g, pair.b),
            (None, Some(g)) => join(gists, &scores, &mut groups, &mut group_of, g, pair.a),
            (Some(g), Some(h)) if g != h => {
                if linkage(gists, &scores, &groups[g], &groups[h]) >= HOLD {
                    let moved = std::mem::take(&mut groups[h]);
                    for &m in &moved {
                        group_of.insert(m, g);
                    }
                    groups[g].extend(moved);
                }
            }
            _ => {}
        }
    }
    groups.retain(|g| g.iter().map(|&m| gists.all[m].report).collect::<FxHashSet<_>>().len() > 1);
    groups
        .into_iter()
        .map(|mut members| {
            members.sort_unstable();
            let score = cohesion(gists, &scores, &members);
            (members, score)
        })
        .collect()
}

fn join(
    gists: &Gists,
    scores: &FxHashMap<(usize, usize), f32>,
    groups: &mut [Vec<usize>],
    group_of: &mut FxHashMap<usize, usize>,
    group: usize,
    newcomer: usize,
) {
    if linkage(gists, scores, &groups[group], &[newcomer]) >= HOLD {
        groups[group].push(newcomer);
        group_of.insert(newcomer, group);
    }
}

fn score_of(gists: &Gists, scores: &FxHashMap<(usize, usize), f32>, a: usize, b: usize) -> f32 {
    let (a, b) = (a.min(b), a.max(b));
    if let Some(score) = scores.get(&(a, b)) {
        return *score;
    }
    score::likelihood(&score::features(gists, &gists.all[a], &gists.all[b]))
}

/// Mean likelihood between the first members of two groups; members of one report are not compared.
fn linkage(gists: &Gists, scores: &FxHashMap<(usize, usize), f32>, a: &[usize], b: &[usize]) -> f32 {
    let (mut sum, mut count) = (0.0, 0);
    for &x in a.iter().take(CORE) {
        for &y in b.iter().take(CORE) {
            if gists.all[x].report != gists.all[y].report {
                sum += score_of(gists, scores, x, y);
                count += 1;
            }
        }
    }
    if count == 0 { 0.0 } else { sum / count as f32 }
}

fn cohesion(gists: &Gists, scores: &FxHashMap<(usize, usize), f32>, members: &[usize]) -> f32 {
    let report = |g: &usize| gists.all[*g].report;
    let (mut sum, mut count) = (0.0, 0);
    for (i, a) in members.iter().take(CORE).enumerate() {
        for b in members[i + 1..].iter().take(CORE).filter(|b| report(b) != report(a)) {
            sum += score_of(gists, scores, *a, *b);
            count += 1;
        }
    }
    if count == 0 { 0.0 } else { sum / count as f32 }
}

/// A gist's own place.
pub fn place(gist: &Gist) -> (usize, usize) {
    (gist.report, gist.clause)
}
