//! What the other reports, and the sentences around, say for two sentences telling the same: two that are both like a
//! third support each other, and so do those whose neighbours are alike; and the best match of a report counts for more
//! than its fifth best.

use super::logistic::Logistic;
use super::sentences::{Pair, Sentence};

/// How many features there are.
pub const COUNT: usize = 10;

/// The features' names, in the order of [`Features`].
pub const NAMES: [&str; COUNT] = [
    "by themselves",
    "by themselves, likelihood",
    "best match of one's report",
    "best match of the other's report",
    "both like a third",
    "like the same sentences",
    "like the same sentences and no others",
    "likelier neighbours",
    "less likely neighbours",
    "a neighbour of one",
];

/// What supports two sentences, in the order of [`NAMES`].
pub type Features = [f32; COUNT];

/// The weights, found by `cargo bench --bench fit_aligner`.
pub const MODEL: Logistic<COUNT> =
    Logistic { weights: [0.634, -0.217, 0.561, 0.669, 1.161, -0.068, 3.289, 0.31, 0.196, 1.442], bias: -2.937 };

/// A likelihood below this is none.
const LEAST: f32 = 0.02;

/// A pair's indices, what supports it, and its likelihood.
#[derive(Debug, Clone, Copy)]
pub struct Supported {
    /// First sentence.
    pub a: usize,
    /// Second sentence.
    pub b: usize,
    /// What supports it.
    pub features: Features,
    /// Likelihood that they tell the same.
    pub score: f32,
}

/// What supports each pair. `sums` is what the model of the sentences themselves gives for each.
pub fn support(sentences: &[Sentence], pairs: &[Pair], sums: &[f32], model: &Logistic<COUNT>) -> Vec<Supported> {
    let graph = Graph::new(sentences, pairs, sums);
    let supported = |(pair, &sum): (&Pair, &f32)| {
        let features = graph.features(pair, sum);
        Supported { a: pair.a, b: pair.b, features, score: model.likelihood(&features) }
    };
    pairs.iter().zip(sums).map(supported).collect()
}

/// The likelihoods of pairs of sentences.
struct Graph<'a> {
    sentences: &'a [Sentence],
    /// By sentence, the others and their likelihood, ascending.
    rows: Vec<Vec<(u32, f32)>>,
    /// By sentence, the sum of the squares.
    squares: Vec<f32>,
}

fn likelihood(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

impl<'a> Graph<'a> {
    fn new(sentences: &'a [Sentence], pairs: &[Pair], sums: &[f32]) -> Self {
        let mut rows: Vec<Vec<(u32, f32)>> = vec![Vec::new(); sentences.len()];
        for (pair, &sum) in pairs.iter().zip(sums) {
            let score = likelihood(sum);
            if score >= LEAST {
                rows[pair.a].push((pair.b as u32, score));
                rows[pair.b].push((pair.a as u32, score));
            }
        }
        rows.iter_mut().for_each(|row| row.sort_unstable_by_key(|r| r.0));
        let squares = rows.iter().map(|row| row.iter().map(|r| r.1 * r.1).sum()).collect();
        Self { sentences, rows, squares }
    }

    fn features(&self, pair: &Pair, sum: f32) -> Features {
        let Pair { a, b, .. } = *pair;
        let score = likelihood(sum);
        let share = |x: usize, report: usize| score / self.best(x, report).max(score);
        let (one, other) = (share(a, self.sentences[b].report), share(b, self.sentences[a].report));
        let (third, common) = self.common(a, b);
        let (before, behind) = (self.beside(a, b, -1, -1), self.beside(a, b, 1, 1));
        let crossed = [(1, 0), (0, 1), (-1, 0), (0, -1)].map(|(x, y)| self.beside(a, b, x, y));
        [
            sum,
            score,
            one.min(other),
            one.max(other),
            third,
            common,
            common / (self.squares[a] * self.squares[b]).sqrt().max(1e-4),
            before.max(behind),
            before.min(behind),
            crossed.into_iter().fold(0.0, f32::max),
        ]
    }

    /// The likelihood of the sentence's best match in a report.
    fn best(&self, sentence: usize, report: usize) -> f32 {
        let row = &self.rows[sentence];
        let first = row.partition_point(|r| self.sentences[r.0 as usize].report < report);
        let of_report = row[first..].iter().take_while(|r| self.sentences[r.0 as usize].report == report);
        of_report.map(|r| r.1).fold(0.0, f32::max)
    }

    /// Over the sentences that both are like: the best of the lower likelihoods, and the sum of the products.
    fn common(&self, a: usize, b: usize) -> (f32, f32) {
        let (a, b) = (&self.rows[a], &self.rows[b]);
        let (mut i, mut j, mut best, mut sum) = (0, 0, 0.0f32, 0.0);
        while i < a.len() && j < b.len() {
            let ((x, v), (y, w)) = (a[i], b[j]);
            if x == y {
                best = best.max(v.min(w));
                sum += v * w;
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        (best, sum)
    }

    /// The likelihood of the sentences that stand so far behind these in their reports.
    fn beside(&self, a: usize, b: usize, by_a: isize, by_b: isize) -> f32 {
        let moved = |s: usize, by: isize| {
            let to = s.checked_add_signed(by).filter(|&t| t < self.sentences.len())?;
            (self.sentences[to].report == self.sentences[s].report).then_some(to)
        };
        let (Some(a), Some(b)) = (moved(a, by_a), moved(b, by_b)) else { return 0.0 };
        let row = &self.rows[a];
        row.binary_search_by_key(&(b as u32), |r| r.0).map_or(0.0, |at| row[at].1)
    }
}
