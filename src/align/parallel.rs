//! Two texts that tell the same things in the same order, sentence by sentence: beads of 1:1, 1:2, 2:1 sentences and so
//! on, by dynamic programming over what the sentences share (after Gale & Church 1993 and Thompson & Koehn 2019).
//!
//! Cost: sentences of the one times sentences of the other, and nearly all of that is additions; from `CELLS` on a band
//! around the diagonal alone.

use rustc_hash::FxHashMap;

use super::terms::{Gists, Term};
use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::story::Source;

/// Sentences of each side that a bead may hold; the order decides between equals.
const BEADS: [(usize, usize); 8] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1)];

/// Likeness from which on two sentences are a bead rather than each without a counterpart. Measured, as [`MERGED`] is, on
/// articles of an archive with sentences split, merged, deleted, put in and worn down; plain retellings need it this low.
const LEAST: f32 = 0.24;

/// What a bead loses for every sentence beyond one and one: a merger must explain more than its parts do. At 0.08 F1 on
/// the archive is 0.01 higher, but plain retellings in three sentences lose one.
const MERGED: f32 = 0.05;

/// Share of the smaller side's weight that each sentence of a merger must share with the other side.
const TOUCHING: f32 = 0.12;

/// Weight of the first letters of a word against the word: forms that no stemmer joins, and cognates.
const COGNATE: f32 = 0.4;

/// Letters that cognates share at the start.
const LETTERS: usize = 4;

/// Pairs of sentences that are looked at: 4,000 by 4,000.
const CELLS: usize = 16_000_000;

/// Sentences on each side of the diagonal that are looked at, however many there are.
const BAND: usize = 200;

/// The beads with sentences on both sides, as gists, and the likeness of their sides.
pub fn beads(sources: &[Source<'_>], gists: &Gists) -> Vec<(Vec<usize>, f32)> {
    let [a, b] = sources else { return Vec::new() };
    let texts = Texts::new(a, b);
    let in_sentence = |report: usize, sentence: usize| {
        let found = gists.all.partition_point(|g| (g.report, g.sentence) < (report, sentence));
        (found..gists.all.len())
            .take_while(move |&g| gists.all[g].report == report && gists.all[g].sentence == sentence)
    };
    let gists_of = |bead: &Bead| {
        let ours = (bead.a.0..bead.a.1).flat_map(|s| in_sentence(0, s));
        let theirs = (bead.b.0..bead.b.1).flat_map(|s| in_sentence(1, s));
        (ours.chain(theirs).collect(), bead.likeness)
    };
    texts.path().iter().map(gists_of).collect()
}

/// Sentences of both sides, half open.
#[derive(Debug, Clone, Copy)]
struct Bead {
    a: (usize, usize),
    b: (usize, usize),
    likeness: f32,
}

/// A sentence: its terms and weights, ascending, and their sum.
#[derive(Debug, Clone, Default)]
struct Line {
    terms: Vec<(Term, f32)>,
    mass: f32,
}

impl Line {
    fn new(mut terms: Vec<(Term, f32)>) -> Self {
        terms.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
        terms.dedup_by_key(|t| t.0);
        let mass = terms.iter().map(|t| t.1).sum();
        Self { terms, mass }
    }

    fn merged(lines: &[Self]) -> Self {
        Self::new(lines.iter().flat_map(|l| l.terms.iter().copied()).collect())
    }

    /// How alike two are, 0 to 1, where so much is shared: a shorter telling of the same is alike too.
    fn likeness(&self, other: &Self, shared: f32) -> f32 {
        let dice = 2.0 * shared / (self.mass + other.mass).max(f32::EPSILON);
        let held = shared / self.mass.min(other.mass).max(f32::EPSILON);
        0.6 * dice + 0.4 * held
    }
}

/// Both texts' sentences.
struct Texts {
    a: Vec<Line>,
    b: Vec<Line>,
    /// By term, the sentences of `b` that hold it, with its weight.
    holders: Vec<Vec<(u32, f32)>>,
}

impl Texts {
    fn new(a: &Source<'_>, b: &Source<'_>) -> Self {
        let mut ids: FxHashMap<Box<str>, Term> = FxHashMap::default();
        let mut counts: Vec<u32> = Vec::new();
        let mut read = |source: &Source<'_>| -> Vec<Vec<(Term, f32)>> {
            (0..source.segments.sentences.len()).map(|s| terms(source, s, &mut ids, &mut counts)).collect()
        };
        let (a, b) = (read(a), read(b));
        let total = (a.len() + b.len()) as f32;
        let weigh = |lines: Vec<Vec<(Term, f32)>>| -> Vec<Line> {
            let weight = |(t, w): &(Term, f32)| (*t, w * ((total + 1.0) / counts[*t as usize] as f32).ln());
            lines.iter().map(|line| Line::new(line.iter().map(weight).collect())).collect()
        };
        let (a, b) = (weigh(a), weigh(b));
        let mut holders = vec![Vec::new(); counts.len()];
        for (j, line) in b.iter().enumerate() {
            line.terms.iter().for_each(|&(t, w)| holders[t as usize].push((j as u32, w)));
        }
        Self { a, b, holders }
    }

    /// The weight that a sentence of `a` shares with each sentence of `b`.
    fn shared(&self, i: usize) -> Vec<f32> {
        let mut out = vec![0.0; self.b.len()];
        for &(term, weight) in &self.a[i].terms {
            self.holders[term as usize].iter().for_each(|&(j, w)| out[j as usize] += weight.min(w));
        }
        out
    }

    /// The best way from the start of both to their ends.
    fn path(&self) -> Vec<Bead> {
        let (n, m) = (self.a.len(), self.b.len());
        let half = if n * m <= CELLS { m } else { (CELLS / 2 / n.max(1)).max(BAND) };
        let band = |i: usize| {
            let middle = i * m / n.max(1);
            (middle.saturating_sub(half), (middle + half).min(m))
        };
        // By sentence of `a`: the best sum up to each sentence of `b` within the band, and the bead that led there.
        let mut sums: Vec<Vec<f32>> = Vec::with_capacity(n + 1);
        let mut steps: Vec<Vec<u8>> = Vec::with_capacity(n + 1);
        let mut shared: Vec<Vec<f32>> = Vec::with_capacity(n);
        for i in 0..=n {
            if i > 0 {
                shared.push(self.shared(i - 1));
            }
            // Rows that no bead reaches back to any more.
            if i > 4 {
                sums[i - 5] = Vec::new();
                shared[i - 5] = Vec::new();
            }
            let (from, to) = band(i);
            let (mut sum, mut step) = (Vec::with_capacity(to + 1 - from), Vec::with_capacity(to + 1 - from));
            for j in from..=to {
                let mut best = if i == 0 && j == 0 { (0.0, 0) } else { (f32::NEG_INFINITY, 0) };
                for (bead, &(x, y)) in BEADS.iter().enumerate().filter(|(_, (x, y))| *x <= i && *y <= j) {
                    let left = if x == 0 { (from, &sum) } else { (band(i - x).0, &sums[i - x]) };
                    let before = (j - y).checked_sub(left.0).and_then(|at| left.1.get(at));
                    if let (Some(before), Some(gain)) = (before, self.gain(&shared, (i - x, i), (j - y, j)))
                        && before + gain.0 > best.0
                    {
                        best = (before + gain.0, bead as u8);
                    }
                }
                sum.push(best.0);
                step.push(best.1);
            }
            sums.push(sum);
            steps.push(step);
        }
        self.back(&steps, band)
    }

    /// The beads along the best way, in order.
    fn back(&self, steps: &[Vec<u8>], band: impl Fn(usize) -> (usize, usize)) -> Vec<Bead> {
        let (mut i, mut j) = (self.a.len(), self.b.len());
        let mut out = Vec::new();
        while i > 0 || j > 0 {
            let (x, y) = BEADS[usize::from(steps[i][j - band(i).0])];
            if x > i || y > j {
                break;
            }
            if x > 0 && y > 0 {
                let (a, b) = (Line::merged(&self.a[i - x..i]), Line::merged(&self.b[j - y..j]));
                let likeness = a.likeness(&b, super::score::overlap(&a.terms, &b.terms));
                out.push(Bead { a: (i - x, i), b: (j - y, j), likeness });
            }
            (i, j) = (i - x, j - y);
        }
        out.reverse();
        out
    }

    /// What a bead adds to the sum, and its likeness; nothing where its sentences have too little to do with each other.
    fn gain(&self, shared: &[Vec<f32>], a: (usize, usize), b: (usize, usize)) -> Option<(f32, f32)> {
        let (x, y) = (a.1 - a.0, b.1 - b.0);
        let likeness = match (x, y) {
            (0, _) | (_, 0) => return Some((0.0, 0.0)),
            (1, 1) => self.a[a.0].likeness(&self.b[b.0], shared[a.0][b.0]),
            _ => {
                let touch = |i: usize, j: usize| {
                    shared[i][j] >= TOUCHING * self.a[i].mass.min(self.b[j].mass).max(f32::EPSILON)
                };
                let all = (a.0..a.1).all(|i| (b.0..b.1).any(|j| touch(i, j)))
                    && (b.0..b.1).all(|j| (a.0..a.1).any(|i| touch(i, j)));
                if !all {
                    return None;
                }
                let (a, b) = (Line::merged(&self.a[a.0..a.1]), Line::merged(&self.b[b.0..b.1]));
                a.likeness(&b, super::score::overlap(&a.terms, &b.terms))
            }
        };
        // As much as its sentences weigh: two beads of 1:1 and one of 2:2 that say the same come to the same.
        let size = (x + y) as f32 / 2.0;
        Some(((likeness - LEAST - MERGED * (x + y - 2) as f32) * size, likeness))
    }
}

/// The terms of a sentence, unweighed; `counts` holds in how many sentences each stands.
fn terms(
    source: &Source<'_>,
    sentence: usize,
    ids: &mut FxHashMap<Box<str>, Term>,
    counts: &mut Vec<u32>,
) -> Vec<(Term, f32)> {
    let lexicon = Lexicon::of(source.report.language);
    let mut out = Vec::new();
    let mut add = |text: &str, weight: f32| {
        let id = *ids.entry(text.into()).or_insert_with(|| {
            counts.push(0);
            counts.len() as Term - 1
        });
        out.push((id, weight));
    };
    for token in &source.segments.tokens[source.segments.sentences[sentence].tokens.clone()] {
        if token.shape == Shape::Mark || lexicon.is_function(&token.norm) {
            continue;
        }
        let stem = if token.stem.is_empty() { &token.norm } else { &token.stem };
        add(stem, 1.0);
        let start: String = stem.chars().take(LETTERS).collect();
        if start.len() < stem.len() && token.shape != Shape::Number {
            add(&format!("{start}-"), COGNATE);
        }
    }
    out.sort_by_key(|t| t.0);
    out.dedup_by_key(|t| t.0);
    out.iter().for_each(|t| counts[t.0 as usize] += 1);
    out
}
