//! One word in two spellings.

use super::{LETTERS, Term, language};
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Shape, Token};

/// One word in two spellings between the same words (`Pejabat Pelaksana Teknis`, `Penjabat Pelaksana Teknis`).
pub fn spellings(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    for a in 0..story.sources.len() {
        for b in (a + 1..story.sources.len()).filter(|&b| language(story, a) == language(story, b)) {
            let (ta, tb) = (&story.sources[a].segments.tokens, &story.sources[b].segments.tokens);
            let lexicon = Lexicon::of(language(story, a));
            for (x, wx) in ta.windows(3).enumerate().filter(|(_, w)| is_anchor(lexicon, w)) {
                for (y, wy) in
                    tb.windows(3).enumerate().filter(|(_, w)| w[1].norm == wx[1].norm && w[2].norm == wx[2].norm)
                {
                    if misspelt(&wx[0], &wy[0]) && !known_both(story, a, b, &wx[0], &wy[0]) {
                        let term = |r: usize, i: usize| {
                            let span = story.sources[r].segments.span(i..i + 3);
                            Term { report: r, key: story.sources[r].segments.tokens[i].norm.to_string(), span }
                        };
                        keep(term(a, x), term(b, y));
                    }
                }
            }
        }
    }
}

/// Whether each report has both words: then they are two.
fn known_both(story: &Story<'_>, a: usize, b: usize, x: &Token, y: &Token) -> bool {
    let exact = |r: usize, t: &Token| story.sources[r].segments.tokens.iter().any(|u| u.norm == t.norm);
    exact(a, y) || exact(b, x)
}

/// A long word before two words that tell something.
fn is_anchor(lexicon: &Lexicon, window: &[Token]) -> bool {
    let content = |t: &Token| {
        matches!(t.shape, Shape::Lower | Shape::Capital) && !lexicon.is_function(&t.norm) && t.norm.len() > 3
    };
    window.iter().all(content) && window[0].norm.chars().count() >= LETTERS
}

/// Two words one letter apart, neither the other's beginning, alike in first and last letter.
fn misspelt(x: &Token, y: &Token) -> bool {
    let (a, b) = (&*x.norm, &*y.norm);
    a != b
        && a.chars().count() >= LETTERS
        && b.chars().count() >= LETTERS
        && a.chars().next() == b.chars().next()
        && a.chars().next_back() == b.chars().next_back()
        && strsim::damerau_levenshtein(a, b) == 1
}
