//! Pairs of clauses to statements that hold together around their best-supported members.

use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::score::{self, Features, Model};
use super::terms::{Gist, Gists, Term};

/// Terms of a clause that are looked up for candidates, the rarest first.
const LOOKED_UP: usize = 16;

/// Clauses that a term may stand in before it is too common to look at all of them.
const COMMON: usize = 400;

/// Of a common term's clauses the next so many are looked at: links from each to the next ones hold a statement of a
/// thousand members together as well as links from each to all.
const NEAREST: usize = 100;

/// Candidates that a clause keeps, best first.
const KEPT: usize = 60;

/// Candidates that a clause keeps, however many clauses there are.
const KEPT_LEAST: usize = 16;

/// Candidate pairs of a story, about: a story of more clauses than `PAIRS / KEPT` keeps fewer of each.
const PAIRS: usize = 1_000_000;

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
    scored(gists, model, 0.0)
}

/// The pairs that may found or join a statement.
pub fn links(gists: &Gists, model: &Model) -> Vec<Pair> {
    scored(gists, model, model.link)
}

fn scored(gists: &Gists, model: &Model, least: f32) -> Vec<Pair> {
    let index = Index::new(gists);
    let mut search = Search { index: &index, gists, weight: vec![0.0; gists.all.len()], found: Vec::new() };
    let kept = (PAIRS / gists.all.len().max(1)).clamp(KEPT_LEAST, KEPT);
    let mut out = Vec::new();
    for (g, gist) in gists.all.iter().enumerate() {
        for &(other, _) in search.candidates(gist, kept) {
            let features = score::features(gists, gist, &gists.all[other as usize]);
            let score = model.likelihood(&features);
            if score >= least {
                out.push(Pair { a: g, b: other as usize, features, score });
            }
        }
    }
    out
}

/// The clauses that each term stands in, ascending.
struct Index {
    starts: Vec<usize>,
    clauses: Vec<u32>,
}

impl Index {
    fn new(gists: &Gists) -> Self {
        let mut starts = vec![0; gists.weights.len() + 1];
        for term in gists.all.iter().flat_map(|g| &g.terms) {
            starts[term.0 as usize + 1] += 1;
        }
        for t in 1..starts.len() {
            starts[t] += starts[t - 1];
        }
        let mut next = starts.clone();
        let mut clauses = vec![0; starts[starts.len() - 1]];
        for (g, gist) in gists.all.iter().enumerate() {
            for term in &gist.terms {
                clauses[next[term.0 as usize]] = g as u32;
                next[term.0 as usize] += 1;
            }
        }
        Self { starts, clauses }
    }

    /// The clauses behind this one that hold the term: all, or the nearest where the term is common.
    fn behind(&self, term: Term, clause: usize) -> &[u32] {
        let all = &self.clauses[self.starts[term as usize]..self.starts[term as usize + 1]];
        let behind = &all[all.partition_point(|&c| c as usize <= clause)..];
        if all.len() <= COMMON { behind } else { &behind[..behind.len().min(NEAREST)] }
    }
}

/// Looks for candidates; what it found last is kept to be used again.
struct Search<'a> {
    index: &'a Index,
    gists: &'a Gists,
    /// By clause, the weight of the terms shared with it; 0 between two searches.
    weight: Vec<f32>,
    found: Vec<(u32, f32)>,
}

impl Search<'_> {
    /// The clauses of other reports behind this one that share most with it, best first.
    fn candidates(&mut self, gist: &Gist, kept: usize) -> &[(u32, f32)] {
        let mut terms: Vec<&(Term, f32)> = gist.terms.iter().collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        self.found.clear();
        for &&(term, weight) in terms.iter().take(LOOKED_UP) {
            for &other in self.index.behind(term, gist.index) {
                let sum = &mut self.weight[other as usize];
                if *sum == 0.0 {
                    self.found.push((other, 0.0));
                }
                *sum += weight;
            }
        }
        for (other, shared) in &mut self.found {
            *shared = std::mem::take(&mut self.weight[*other as usize]);
        }
        self.found.retain(|(other, _)| self.gists.all[*other as usize].report != gist.report);
        let best = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if self.found.len() > kept {
            self.found.select_nth_unstable_by(kept, best);
            self.found.truncate(kept);
        }
        self.found.sort_unstable_by(best);
        &self.found
    }
}

/// Statements as lists of gists, and each statement's mean likelihood.
pub fn groups(gists: &Gists, pairs: &[Pair], model: &Model) -> Vec<(Vec<usize>, f32)> {
    let known = RefCell::new(pairs.iter().map(|p| (key(p.a, p.b), p.score)).collect());
    let scorer = Scorer { gists, model, known };
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

/// Where reports are lists of sentences, a statement holds sentences of each that stand side by side: the longest run of
/// them, the first of several.
pub fn keep_runs(groups: &mut Vec<(Vec<usize>, f32)>, is_list: impl Fn(usize) -> bool, gists: &Gists) {
    let report = |m: usize| gists.all[m].report;
    for (members, _) in groups.iter_mut() {
        let runs: Vec<&[usize]> =
            members.chunk_by(|&a, &b| b == a + 1 && report(a) == report(b) || !is_list(a)).collect();
        let of_report = |r: usize| runs.iter().filter(move |run| report(run[0]) == r);
        let longest = |run: &&&[usize]| {
            let r = report(run[0]);
            !is_list(run[0])
                || of_report(r)
                    .max_by_key(|other| (other.len(), std::cmp::Reverse(other[0])))
                    .is_some_and(|b| b == *run)
        };
        *members = runs.iter().filter(longest).copied().flatten().copied().collect();
    }
    groups.retain(|(members, _)| members.iter().any(|&m| report(m) != report(members[0])));
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
    known: RefCell<FxHashMap<u64, f32>>,
}

/// A pair as one number.
fn key(a: usize, b: usize) -> u64 {
    (a as u64) << 32 | b as u64
}

impl Scorer<'_> {
    fn score(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (a.min(b), a.max(b));
        let scored = || self.model.likelihood(&score::features(self.gists, &self.gists.all[a], &self.gists.all[b]));
        *self.known.borrow_mut().entry(key(a, b)).or_insert_with(scored)
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
