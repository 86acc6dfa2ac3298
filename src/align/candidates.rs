//! Texts of different reports that may tell the same: those that share rare terms, found by an index, never by looking at
//! all pairs.

use super::score::{self, MODEL};
use super::terms::{Gists, Term};

/// Terms of a text that are looked up, the rarest first.
const LOOKED_UP: usize = 16;

/// Texts that a term may stand in before it is too common to look at all of them.
const COMMON: usize = 400;

/// Of a common term's texts the next so many are looked at: links from each to the next ones hold a statement of a
/// thousand members together as well as links from each to all.
const NEAREST: usize = 100;

/// Candidates that a text keeps, best first.
const KEPT: usize = 60;

/// Candidates that a text keeps, however many texts there are.
const KEPT_LEAST: usize = 12;

/// Candidate pairs of a story, about: a story of more texts than `PAIRS / KEPT` keeps fewer of each.
const PAIRS: usize = 800_000;

/// A clause's or a sentence's terms.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// Index of the report.
    pub report: usize,
    /// Terms and weights, ascending by term.
    pub terms: &'a [(Term, f32)],
}

/// Two clauses that may tell the same: indices of gists, the first smaller.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// First clause.
    pub a: usize,
    /// Second clause.
    pub b: usize,
    /// What speaks for and against.
    pub features: score::Features,
    /// Likelihood that they tell the same.
    pub score: f32,
}

/// Candidates among clauses, scored.
pub fn clauses(gists: &Gists) -> Vec<Candidate> {
    let texts: Vec<Text<'_>> = gists.all.iter().map(|g| Text { report: g.report, terms: &g.terms }).collect();
    let mut out = Vec::new();
    pairs(&texts, gists.weights.len(), |a, b| {
        let features = score::features(gists, &gists.all[a], &gists.all[b]);
        out.push(Candidate { a, b, features, score: MODEL.likelihood(&features.values()) });
    });
    out
}

/// Hands on each candidate pair, the first before the second. `terms` is how many terms there are.
pub fn pairs(texts: &[Text<'_>], terms: usize, mut each: impl FnMut(usize, usize)) {
    let index = Index::new(texts, terms);
    let mut search = Search { index: &index, texts, weight: vec![0.0; texts.len()], found: Vec::new() };
    let kept = (PAIRS / texts.len().max(1)).clamp(KEPT_LEAST, KEPT);
    for text in 0..texts.len() {
        for &(other, _) in search.candidates(text, kept) {
            each(text, other as usize);
        }
    }
}

/// The texts that each term stands in, ascending.
struct Index {
    starts: Vec<usize>,
    texts: Vec<u32>,
}

impl Index {
    fn new(texts: &[Text<'_>], terms: usize) -> Self {
        let mut starts = vec![0; terms + 1];
        for term in texts.iter().flat_map(|t| t.terms) {
            starts[term.0 as usize + 1] += 1;
        }
        for t in 1..starts.len() {
            starts[t] += starts[t - 1];
        }
        let mut next = starts.clone();
        let mut holders = vec![0; starts[starts.len() - 1]];
        for (t, text) in texts.iter().enumerate() {
            for term in text.terms {
                holders[next[term.0 as usize]] = t as u32;
                next[term.0 as usize] += 1;
            }
        }
        Self { starts, texts: holders }
    }

    /// The texts behind this one that hold the term: all, or the nearest where the term is common.
    fn behind(&self, term: Term, text: usize) -> &[u32] {
        let all = &self.texts[self.starts[term as usize]..self.starts[term as usize + 1]];
        let behind = &all[all.partition_point(|&t| t as usize <= text)..];
        if all.len() <= COMMON { behind } else { &behind[..behind.len().min(NEAREST)] }
    }
}

/// Looks for candidates; what it found last is kept to be used again.
struct Search<'a> {
    index: &'a Index,
    texts: &'a [Text<'a>],
    /// By text, the weight of the terms shared with it; 0 between two searches.
    weight: Vec<f32>,
    found: Vec<(u32, f32)>,
}

impl Search<'_> {
    /// The texts of other reports behind this one that share most with it, best first.
    fn candidates(&mut self, text: usize, kept: usize) -> &[(u32, f32)] {
        let mut terms: Vec<&(Term, f32)> = self.texts[text].terms.iter().collect();
        terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        self.found.clear();
        for &&(term, weight) in terms.iter().take(LOOKED_UP) {
            for &other in self.index.behind(term, text) {
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
        self.found.retain(|(other, _)| self.texts[*other as usize].report != self.texts[text].report);
        let best = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if self.found.len() > kept {
            self.found.select_nth_unstable_by(kept, best);
            self.found.truncate(kept);
        }
        self.found.sort_unstable_by(best);
        &self.found
    }
}
