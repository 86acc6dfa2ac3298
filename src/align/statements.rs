//! Pairs of sentences to statements that hold together around their best-supported members.
//!
//! A statement grows from a pair by the sentences that are like all of it, so that no chain drifts. A sentence may stand
//! in several statements, as a first paragraph does that sums up what others tell at length: with those of its clauses
//! that each of them shares.

use rustc_hash::FxHashMap;

use super::candidates::Candidate;
use super::sentences::Sentence;
use super::support::Supported;

/// Thresholds of a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Likelihood from which a pair may found or widen a statement.
    pub link: f32,
    /// Mean likelihood that a newcomer needs to a statement's members; half of it to each of them.
    pub hold: f32,
}

/// Found by `cargo bench --bench fit_aligner` together with the weights.
pub const THRESHOLDS: Thresholds = Thresholds { link: 0.55, hold: 0.4 };

/// For lists of whole sentences: they share more than those of reports do, so that members must hold together better.
pub const LISTS: Thresholds = Thresholds { hold: 0.7, ..THRESHOLDS };

/// Members that a newcomer is scored against, at most: the first, which are the best supported.
const CORE: usize = 8;

/// Sentences from which on a sentence's candidates are but the best of many: then a pair that is none says nothing, where
/// in a smaller story it says that they share next to nothing.
const MANY: usize = 1000;

/// Of the likelihood of a sentence's likeliest clause, what another needs to be told of as part of a statement.
const PART: f32 = 0.03;

/// Statements as lists of sentences, the best-supported first, and how well each holds together, 0 to 1.
pub fn cover(sentences: &[Sentence], pairs: &[Supported], thresholds: Thresholds) -> Vec<(Vec<usize>, f32)> {
    let scores: FxHashMap<(u32, u32), f32> = pairs.iter().map(|p| ((p.a as u32, p.b as u32), p.score)).collect();
    let mut ranked: Vec<&Supported> = pairs.iter().filter(|p| p.score >= thresholds.link).collect();
    ranked.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut cover = Cover { sentences, scores, statements: Vec::new(), of: vec![Vec::new(); sentences.len()] };
    for pair in ranked {
        cover.add(pair.a, pair.b, thresholds.hold);
    }
    let scored = |members: Vec<usize>| {
        let score = cover_score(&cover.scores, sentences, &members);
        (members, score)
    };
    std::mem::take(&mut cover.statements).into_iter().map(scored).collect()
}

struct Cover<'a> {
    sentences: &'a [Sentence],
    scores: FxHashMap<(u32, u32), f32>,
    statements: Vec<Vec<usize>>,
    /// By sentence, the statements that it is in.
    of: Vec<Vec<usize>>,
}

fn score(scores: &FxHashMap<(u32, u32), f32>, a: usize, b: usize) -> f32 {
    scores.get(&(a.min(b) as u32, a.max(b) as u32)).copied().unwrap_or_default()
}

fn cover_score(scores: &FxHashMap<(u32, u32), f32>, sentences: &[Sentence], members: &[usize]) -> f32 {
    let core = &members[..members.len().min(CORE)];
    let (mut sum, mut count) = (0.0, 0.0f32);
    for (i, &a) in core.iter().enumerate() {
        for &b in core[i + 1..].iter().filter(|&&b| sentences[b].report != sentences[a].report) {
            sum += score(scores, a, b);
            count += 1.0;
        }
    }
    sum / count.max(1.0)
}

impl Cover<'_> {
    /// Puts the one into a statement of the other that it fits best, unless one holds both; else founds one.
    fn add(&mut self, a: usize, b: usize, hold: f32) {
        if self.of[a].iter().any(|s| self.of[b].contains(s)) {
            return;
        }
        let joins = |newcomer: usize, member: usize| {
            let fits = |&s: &usize| Some((self.fit(newcomer, member, s, hold)?, s, newcomer));
            self.of[member].iter().filter_map(fits).collect::<Vec<_>>()
        };
        let mut found = joins(b, a);
        found.extend(joins(a, b));
        let best = found.into_iter().max_by(|x, y| x.0.total_cmp(&y.0).then((y.1, y.2).cmp(&(x.1, x.2))));
        if let Some((_, statement, newcomer)) = best {
            self.statements[statement].push(newcomer);
            self.of[newcomer].push(statement);
        } else {
            self.of[a].push(self.statements.len());
            self.of[b].push(self.statements.len());
            self.statements.push(vec![a, b]);
        }
    }

    /// Mean likelihood of a newcomer to a statement's first members in other reports, where it fits; in a story of many
    /// sentences, also to the member that it came by.
    fn fit(&self, newcomer: usize, via: usize, statement: usize, hold: f32) -> Option<f32> {
        let others = self.statements[statement].iter().take(CORE);
        let others = others.chain((self.sentences.len() > MANY).then_some(&via));
        let others = others.filter(|&&m| self.sentences[m].report != self.sentences[newcomer].report);
        let (mut sum, mut count, mut least) = (0.0, 0.0f32, f32::INFINITY);
        for &member in others {
            let known = self.scores.get(&(newcomer.min(member) as u32, newcomer.max(member) as u32)).copied();
            if known.is_none() && self.sentences.len() > MANY {
                continue;
            }
            let score = known.unwrap_or_default();
            sum += score;
            count += 1.0;
            least = least.min(score);
        }
        let mean = sum / count.max(1.0);
        (count > 0.0 && mean >= hold && least >= hold / 2.0).then_some(mean)
    }
}

/// The clauses of a statement's sentences that tell what it states: of each sentence those from the first to the last
/// that are like a clause of another report's member. Gists, ascending.
pub fn parts(sentences: &[Sentence], members: &[usize], clauses: &Likelihoods) -> Vec<usize> {
    let mut out = Vec::new();
    for &member in members {
        let sentence = &sentences[member];
        let others = || members.iter().map(|&m| &sentences[m]).filter(|s| s.report != sentence.report);
        let best = |g: usize| {
            let theirs = others().take(CORE).flat_map(|s| s.gists.0..s.gists.1);
            theirs.map(|o| clauses.of(g, o)).fold(0.0, f32::max)
        };
        let scores: Vec<f32> = (sentence.gists.0..sentence.gists.1).map(best).collect();
        let least = scores.iter().copied().fold(0.0, f32::max) * PART;
        let first = scores.iter().position(|&s| s >= least).unwrap_or(0);
        let last = scores.iter().rposition(|&s| s >= least).unwrap_or(scores.len() - 1);
        out.extend(sentence.gists.0 + first..=sentence.gists.0 + last);
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Likelihoods of pairs of clauses; those that are no candidates have none.
#[derive(Debug, Default)]
pub struct Likelihoods(FxHashMap<(u32, u32), f32>);

impl Likelihoods {
    /// Of these candidates.
    pub fn new(candidates: &[Candidate]) -> Self {
        Self(candidates.iter().map(|c| ((c.a as u32, c.b as u32), c.score)).collect())
    }

    /// Of two gists.
    pub fn of(&self, a: usize, b: usize) -> f32 {
        score(&self.0, a, b)
    }
}

/// Where reports are lists of sentences, a statement holds sentences of each that stand side by side: the longest run of
/// them, the first of several.
pub fn keep_runs(members: &mut Vec<usize>, report: impl Fn(usize) -> usize) {
    members.sort_unstable();
    let runs = members.chunk_by(|&a, &b| b == a + 1 && report(a) == report(b));
    let mut longest: Vec<&[usize]> = Vec::new();
    for run in runs {
        match longest.last_mut() {
            Some(last) if report(last[0]) != report(run[0]) => longest.push(run),
            Some(last) if last.len() < run.len() => *last = run,
            Some(_) => {}
            None => longest.push(run),
        }
    }
    *members = longest.concat();
}
