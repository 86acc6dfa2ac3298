//! Wordings that cannot both be right: a negation in one of them, another number at the same place.

use std::ops::Range;

use strsim::normalized_damerau_levenshtein;

use super::pieces::{Piece, matches};
use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::mention::{Measure, Quantity};
use crate::model::story::{Source, Story};

/// The share of the shorter piece's words that must stand in both, in order, before a difference between them says
/// anything, 0 to 1: below it the sentences are built too differently to tell what stands for what.
const PARALLEL: f32 = 0.6;

/// How many words may stand between two shared ones where one wording has a negation, words.
const GAP: usize = 3;

/// Whether pieces of two readings contradict each other.
pub fn any(story: &Story<'_>, pieces: &[Piece], readings: &[Vec<usize>]) -> bool {
    readings.iter().enumerate().any(|(n, left)| {
        readings[n + 1..].iter().any(|right| {
            left.iter().any(|&a| {
                right.iter().any(|&b| pieces[a].report != pieces[b].report && clash(story, &pieces[a], &pieces[b]))
            })
        })
    })
}

/// From this likeness on two words are one in another spelling, 0 to 1: `enggak` and `nggak`, `belum` and `belom`.
const MISSPELT: f64 = 0.6;

fn clash(story: &Story<'_>, a: &Piece, b: &Piece) -> bool {
    let runs = matches(a, b);
    let same: usize = runs.iter().map(|r| r.2).sum();
    if (same as f32) < PARALLEL * a.words.len().min(b.words.len()) as f32 {
        return false;
    }
    let (left, right) = (&story.sources[a.report], &story.sources[b.report]);
    // A negation that moved, or stands twice, denies nothing that the other asserts.
    let denials_differ = (negations(left, a, 0..a.words.len()) == 0) != (negations(right, b, 0..b.words.len()) == 0);
    // Between two runs of shared words: what one wording has and the other has not.
    runs.windows(2).any(|pair| {
        let (i, j, n) = pair[0];
        let (gap_a, gap_b) = (i + n..pair[1].0, j + n..pair[1].1);
        if gap_a.len() > GAP || gap_b.len() > GAP {
            return false;
        }
        let denial = denials_differ
            && (denies(left, a, gap_a.clone(), b, gap_b.clone()) || denies(right, b, gap_b.clone(), a, gap_a.clone()));
        denial || other_number(left, a, gap_a, right, b, gap_b)
    })
}

fn negations(source: &Source<'_>, piece: &Piece, words: Range<usize>) -> usize {
    let lexicon = Lexicon::of(source.report.language);
    words.filter(|&w| lexicon.negation.word(&piece.words[w].norm).is_some()).count()
}

/// Whether one gap holds a negation and the other no word spelt like it (`belum`, `belom`).
fn denies(source: &Source<'_>, piece: &Piece, gap: Range<usize>, other: &Piece, there: Range<usize>) -> bool {
    negations(source, piece, gap.clone()) % 2 == 1
        && !gap.clone().any(|w| {
            there
                .clone()
                .any(|o| normalized_damerau_levenshtein(&piece.words[w].norm, &other.words[o].norm) >= MISSPELT)
        })
}

/// Whether both gaps hold a quantity of one sort, and the two exclude each other.
fn other_number(
    left: &Source<'_>,
    a: &Piece,
    gap_a: Range<usize>,
    right: &Source<'_>,
    b: &Piece,
    gap_b: Range<usize>,
) -> bool {
    fn find<'s>(source: &'s Source<'_>, piece: &Piece, gap: Range<usize>) -> Vec<&'s Quantity> {
        let tokens: Vec<usize> = gap.map(|w| piece.words[w].token).collect();
        source.extract.quantities.iter().filter(|q| tokens.iter().any(|t| q.at.tokens.contains(t))).collect()
    }
    let (x, y) = (find(left, a, gap_a.clone()), find(right, b, gap_b.clone()));
    if let ([x], [y]) = (&x[..], &y[..]) {
        let comparable = x.measure == y.measure && x.measure != Measure::Label && !x.vague && !y.vague;
        return comparable && (x.high < y.low || y.high < x.low);
    }
    if !x.is_empty() || !y.is_empty() {
        return false;
    }
    // No quantities read: plain figures, each alone in its gap.
    let figure = |s: &Source<'_>, p: &Piece, gap: Range<usize>| {
        (gap.len() == 1)
            .then(|| p.words[gap.start].token)
            .filter(|&t| s.segments.tokens[t].shape == Shape::Number)
            .and_then(|t| s.segments.tokens[t].norm.parse::<u64>().ok())
    };
    matches!((figure(left, a, gap_a), figure(right, b, gap_b)), (Some(x), Some(y)) if x != y)
}
