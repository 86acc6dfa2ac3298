//! Wordings that cannot both be right: a negation in one of them, another number at the same place.

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

fn clash(story: &Story<'_>, a: &Piece, b: &Piece) -> bool {
    let runs = matches(a, b);
    let same: usize = runs.iter().map(|r| r.2).sum();
    if (same as f32) < PARALLEL * a.words.len().min(b.words.len()) as f32 {
        return false;
    }
    let (left, right) = (&story.sources[a.report], &story.sources[b.report]);
    // Between two runs of shared words: what one wording has and the other has not.
    runs.windows(2).any(|pair| {
        let (i, j, n) = pair[0];
        let (gap_a, gap_b) = (i + n..pair[1].0, j + n..pair[1].1);
        if gap_a.len() > GAP || gap_b.len() > GAP {
            return false;
        }
        let denied = |p: &Piece, source: &Source<'_>, gap: std::ops::Range<usize>| {
            let lexicon = Lexicon::of(source.report.language);
            gap.clone().filter(|&w| lexicon.negation.word(&p.words[w].norm).is_some()).count() % 2 == 1
        };
        denied(a, left, gap_a.clone()) != denied(b, right, gap_b.clone())
            || other_number(left, a, gap_a, right, b, gap_b)
    })
}

/// Whether both gaps hold a quantity of one sort, and the two exclude each other.
fn other_number(
    left: &Source<'_>,
    a: &Piece,
    gap_a: std::ops::Range<usize>,
    right: &Source<'_>,
    b: &Piece,
    gap_b: std::ops::Range<usize>,
) -> bool {
    fn find<'s>(source: &'s Source<'_>, piece: &Piece, gap: std::ops::Range<usize>) -> Vec<&'s Quantity> {
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
    let figure = |s: &Source<'_>, p: &Piece, gap: std::ops::Range<usize>| {
        (gap.len() == 1)
            .then(|| p.words[gap.start].token)
            .filter(|&t| s.segments.tokens[t].shape == Shape::Number)
            .and_then(|t| s.segments.tokens[t].norm.parse::<u64>().ok())
    };
    matches!((figure(left, a, gap_a), figure(right, b, gap_b)), (Some(x), Some(y)) if x != y)
}
