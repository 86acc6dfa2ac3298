//! How likely two sentences are to tell the same, by what stands in them.
//!
//! A clause alone is short, and what it says often stands in the clause before; the likeliest two clauses of the sentences
//! are one of the features here. Beside words, events and people the letters count: four in a row within a word, weighed
//! by rarity, meet where a stem, a spelling or a compound differs.

use rustc_hash::FxHashMap;

use super::candidates::{self, Candidate, Text};
use super::logistic::Logistic;
use super::score;
use super::terms::{Gists, Term};
use crate::model::story::Source;

/// How many features there are.
pub const COUNT: usize = 18;

/// The features' names, in the order of [`Features`].
pub const NAMES: [&str; COUNT] = [
    "words shared, of both",
    "words shared, of the shorter",
    "words shared, of the longer",
    "weight shared",
    "rarest word shared",
    "letters shared",
    "same event",
    "event shared",
    "other event",
    "participants",
    "other participants",
    "both headlines",
    "a headline",
    "distance in the reports",
    "length of the shorter",
    "length of the longer",
    "likeliest clauses",
    "likeliest clauses, logarithm",
];

/// What speaks for and against two sentences telling the same, in the order of [`NAMES`].
pub type Features = [f32; COUNT];

/// The weights, found by `cargo bench --bench fit_aligner`.
pub const MODEL: Logistic<COUNT> = Logistic {
    weights: [
        0.353, -1.437, -4.807, 0.745, -0.163, 11.467, 0.155, -0.589, -0.672, -0.028, 0.201, -0.028, -0.435, -0.531,
        -0.738, 1.293, 3.273, 0.603,
    ],
    bias: -2.988,
};

/// Letters in a row that are compared.
const LETTERS: usize = 4;

/// Runs of letters of a long sentence: what lengths are measured in.
const LONG: f32 = 200.0;

/// Added to a likelihood before its logarithm is taken.
const LEAST: f32 = 1e-3;

/// A sentence as the scorer sees it.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Index of the report.
    pub report: usize,
    /// Index of the sentence in its report.
    pub sentence: usize,
    /// Its clauses: indices of gists, half open.
    pub gists: (usize, usize),
    /// Terms and weights, ascending by term.
    pub terms: Vec<(Term, f32)>,
    /// Sum of the weights.
    pub mass: f32,
    /// Runs of letters and weights of length 1 in all, ascending.
    letters: Vec<(u32, f32)>,
    /// Events that the predicates tell.
    heads: Vec<u16>,
    /// All events.
    frames: Vec<u16>,
    /// Entities, ascending.
    people: Vec<usize>,
    headline: bool,
    /// Place in the report, 0 to 1.
    place: f32,
}

/// Two sentences of different reports, the first before the second.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// First sentence: an index into [`sentences`].
    pub a: usize,
    /// Second sentence.
    pub b: usize,
    /// What speaks for and against.
    pub features: Features,
}

/// The sentences of all reports that have clauses, by report and place.
pub fn sentences(sources: &[Source<'_>], gists: &Gists) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = Vec::new();
    for (g, gist) in gists.all.iter().enumerate() {
        let known = out.last().is_some_and(|s| (s.report, s.sentence) == (gist.report, gist.sentence));
        if !known {
            let terms = gists.sentences[gist.report][gist.sentence].clone();
            let mass = terms.iter().map(|t| t.1).sum();
            let (report, sentence) = (gist.report, gist.sentence);
            let (headline, place) = (gist.headline, gist.place);
            let new = Sentence { report, sentence, gists: (g, g), terms, mass, headline, place, ..Sentence::default() };
            out.push(new);
        }
        if let Some(sentence) = out.last_mut() {
            sentence.gists.1 = g + 1;
            sentence.heads.extend(gist.frames.first());
            sentence.frames.extend(&gist.frames);
            sentence.people.extend(&gist.people);
        }
    }
    for sentence in &mut out {
        sentence.people.sort_unstable();
        sentence.people.dedup();
    }
    spell(sources, &mut out);
    out
}

/// Fills in the letters: term frequency dampened, by inverse document frequency, of length 1.
fn spell(sources: &[Source<'_>], sentences: &mut [Sentence]) {
    let mut runs: FxHashMap<[char; LETTERS], u32> = FxHashMap::default();
    let mut of_word: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    let mut holders: Vec<u32> = Vec::new();
    for sentence in sentences.iter_mut() {
        let source = &sources[sentence.report];
        let tokens = source.segments.sentences[sentence.sentence].tokens.clone();
        for token in &source.segments.tokens[tokens] {
            let known = of_word.entry(&token.norm).or_insert_with(|| {
                let letters: Vec<char> = std::iter::once(' ').chain(token.norm.chars()).chain([' ']).collect();
                let mut id = |run: &[char]| {
                    let mut key = ['\0'; LETTERS];
                    key[..run.len()].copy_from_slice(run);
                    let next = runs.len() as u32;
                    *runs.entry(key).or_insert(next)
                };
                if letters.len() <= LETTERS { vec![id(&letters)] } else { letters.windows(LETTERS).map(id).collect() }
            });
            sentence.letters.extend(known.iter().map(|&run| (run, 1.0)));
        }
        sentence.letters.sort_unstable_by_key(|l| l.0);
        sentence.letters.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
        holders.resize(runs.len(), 0);
        sentence.letters.iter().for_each(|l| holders[l.0 as usize] += 1);
    }
    let total = sentences.len() as f32;
    for sentence in sentences.iter_mut() {
        for (run, weight) in &mut sentence.letters {
            let rarity = ((1.0 + total) / (1.0 + holders[*run as usize] as f32)).ln() + 1.0;
            *weight = (1.0 + weight.ln()) * rarity;
        }
        let length = sentence.letters.iter().map(|l| l.1 * l.1).sum::<f32>().sqrt().max(f32::EPSILON);
        sentence.letters.iter_mut().for_each(|l| l.1 /= length);
    }
}

/// Pairs of sentences of different reports that share rare terms. `clauses` are the candidates among clauses.
pub fn pairs(sentences: &[Sentence], gists: &Gists, clauses: &[Candidate]) -> Vec<Pair> {
    let mut of_gist = vec![0; gists.all.len()];
    for (s, sentence) in sentences.iter().enumerate() {
        of_gist[sentence.gists.0..sentence.gists.1].fill(s as u32);
    }
    let mut likeliest: FxHashMap<u64, f32> = FxHashMap::default();
    for candidate in clauses {
        let best = likeliest.entry(key(of_gist[candidate.a], of_gist[candidate.b])).or_default();
        *best = best.max(candidate.score);
    }
    let texts: Vec<Text<'_>> = sentences.iter().map(|s| Text { report: s.report, terms: &s.terms }).collect();
    let mut out = Vec::new();
    candidates::pairs(&texts, gists.weights.len(), |a, b| {
        let clauses = likeliest.get(&key(a as u32, b as u32)).copied().unwrap_or_default();
        out.push(Pair { a, b, features: features(&sentences[a], &sentences[b], clauses) });
    });
    out
}

fn key(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

/// What speaks for and against two sentences; `clauses` is the likelihood of their likeliest clauses.
fn features(a: &Sentence, b: &Sentence, clauses: f32) -> Features {
    let shared = score::overlap(&a.terms, &b.terms);
    let (less, more) = (a.mass.min(b.mass).max(0.1), a.mass.max(b.mass).max(0.1));
    let event = a.frames.iter().any(|f| b.frames.contains(f));
    let people = a.people.iter().filter(|p| b.people.binary_search(p).is_ok()).count();
    let named = !a.people.is_empty() && !b.people.is_empty();
    let (short, long) = (a.letters.len().min(b.letters.len()), a.letters.len().max(b.letters.len()));
    let flag = f32::from;
    [
        2.0 * shared / (less + more),
        shared / less,
        shared / more,
        (1.0f32 + shared).ln(),
        score::rarest(&a.terms, &b.terms),
        cosine(&a.letters, &b.letters),
        flag(a.heads.iter().any(|f| b.heads.contains(f))),
        flag(event),
        flag(!event && !a.frames.is_empty() && !b.frames.is_empty()),
        people as f32 / (a.people.len() + b.people.len() - people).max(1) as f32,
        flag(named && people == 0),
        flag(a.headline && b.headline),
        flag(a.headline != b.headline),
        (a.place - b.place).abs(),
        short as f32 / LONG,
        long as f32 / LONG,
        clauses,
        (clauses + LEAST).ln(),
    ]
}

fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        let ((x, v), (y, w)) = (a[i], b[j]);
        if x == y {
            sum += v * w;
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}
