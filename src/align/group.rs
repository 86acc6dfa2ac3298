//! Pairs of clauses to statements that hold together around their best-supported members.

use rustc_hash::{FxHashMap, FxHashSet};

use super::score::{self, Features, Model};
use super::terms::{Gist, Gists, Term};

/// Terms of a clause that are looked up for candidates, the rarest first.
const LOOKED_UP: usize = 16;

/// Clauses that a term may stand in before it is too common to find candidates by.
const COMMON: usize = 400;

/// Candidates that a clause keeps, best first.
const KEPT: usize = 60;

/// Members that a newcomer is scored against, at most.
const CORE: usize = 6;

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
pub fn pairs(gists: &Gists, model: &Model) -> Vec<Pair> {
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
            for &other in
                postings[term].iter().filter(|&&o| (o as usize) > g && gists.all[o as usize].report != gist.report)
            {
                *shared.entry(other).or_default() += weight;
            }
        }
        let mut candidates: Vec<(u32, f32)> = shared.iter().map(|(o, w)| (*o, *w)).collect();
        candidates.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for &(other, _) in candidates.iter().take(KEPT) {
            let features = score::features(gists, gist, &gists.all[other as usize]);
            out.push(Pair { a: g, b: other as usize, features, score: model.likelihood(&features) });
        }
    }
    out
}

/// Statements as lists of gists, and each statement's mean likelihood.
pub fn groups(gists: &Gists, pairs: &[Pair], model: &Model) -> Vec<(Vec<usize>, f32)> {
    let scorer = Scorer { gists, model, known: pairs.iter().map(|p| ((p.a, p.b), p.score)).collect() };
    let mut ranked: Vec<&Pair> = pairs.iter().filter(|p| p.score >= model.link).collect();
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
            (Some(g), None) => join(&scorer, &mut groups, &mut group_of, g, pair.b),
            (None, Some(g)) => join(&scorer, &mut groups, &mut group_of, g, pair.a),
            (Some(g), Some(h)) if g != h && scorer.linkage(&groups[g], &groups[h]) >= model.hold => {
                let moved = std::mem::take(&mut groups[h]);
                for &m in &moved {
                    group_of.insert(m, g);
                }
                groups[g].extend(moved);
            }
            _ => {}
        }
    }
    groups.retain(|g| g.iter().map(|&m| gists.all[m].report).collect::<FxHashSet<_>>().len() > 1);
    groups
        .into_iter()
        .map(|mut members| {
            members.sort_unstable();
            let score = scorer.cohesion(&members);
            (members, score)
        })
        .collect()
}

fn join(
    scorer: &Scorer<'_>,
    groups: &mut [Vec<usize>],
    group_of: &mut FxHashMap<usize, usize>,
    group: usize,
    newcomer: usize,
) {
    if scorer.linkage(&groups[group], &[newcomer]) >= scorer.model.hold {
        groups[group].push(newcomer);
        group_of.insert(newcomer, group);
    }
}

/// Likelihoods of pairs, candidates or not.
struct Scorer<'a> {
    gists: &'a Gists,
    model: &'a Model,
    known: FxHashMap<(usize, usize), f32>,
}

impl Scorer<'_> {
    fn score(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (a.min(b), a.max(b));
        let scored = || self.model.likelihood(&score::features(self.gists, &self.gists.all[a], &self.gists.all[b]));
        self.known.get(&(a, b)).copied().unwrap_or_else(scored)
    }

    /// Mean likelihood between the first members of two groups; members of one report are not compared.
    fn linkage(&self, a: &[usize], b: &[usize]) -> f32 {
        let pairs = a.iter().take(CORE).flat_map(|&x| b.iter().take(CORE).map(move |&y| (x, y)));
        self.mean(pairs)
    }

    fn cohesion(&self, members: &[usize]) -> f32 {
        let core = &members[..members.len().min(CORE)];
        let pairs = core.iter().enumerate().flat_map(|(i, &x)| core[i + 1..].iter().map(move |&y| (x, y)));
        self.mean(pairs)
    }

    fn mean(&self, pairs: impl Iterator<Item = (usize, usize)>) -> f32 {
        let (mut sum, mut count) = (0.0, 0.0f32);
        for (x, y) in pairs.filter(|&(x, y)| self.gists.all[x].report != self.gists.all[y].report) {
            sum += self.score(x, y);
            count += 1.0;
        }
        sum / count.max(1.0)
    }
}

/// A gist's own place.
pub fn place(gist: &Gist) -> (usize, usize) {
    (gist.report, gist.clause)
}
