//! One word in two spellings.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{LETTERS, Term, language};
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Language, Shape, Token};

/// Two words that stand side by side, in a language: the reports and tokens where a third stands before them.
type Contexts<'a> = FxHashMap<(Language, &'a str, &'a str), Vec<(usize, usize)>>;

/// One word in two spellings between the same words (`Pejabat Pelaksana Teknis`, `Penjabat Pelaksana Teknis`).
pub fn spellings(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    let mut contexts: Contexts<'_> = FxHashMap::default();
    let mut words: Vec<FxHashSet<&str>> = Vec::with_capacity(story.sources.len());
    for (r, source) in story.sources.iter().enumerate() {
        for (i, window) in source.segments.tokens.windows(3).enumerate() {
            contexts.entry((language(story, r), &window[1].norm, &window[2].norm)).or_default().push((r, i));
        }
        words.push(source.segments.tokens.iter().map(|t| &*t.norm).collect());
    }
    let term = |r: usize, i: usize| {
        let segments = &story.sources[r].segments;
        Term { report: r, key: segments.tokens[i].norm.to_string(), span: segments.span(i..i + 3) }
    };
    for a in 0..story.sources.len() {
        for (b, x, y) in twins(story, a, &contexts) {
            let (left, right) = (&story.sources[a].segments.tokens[x], &story.sources[b].segments.tokens[y]);
            // A report that has both words: then they are two.
            let known_both = words[a].contains(&*right.norm) || words[b].contains(&*left.norm);
            if misspelt(left, right) && !known_both {
                keep(term(a, x), term(b, y));
            }
        }
    }
}

/// Anchors of a report and places of later reports with the same words behind, by report and place: `(report, x, y)`.
fn twins(story: &Story<'_>, a: usize, contexts: &Contexts<'_>) -> Vec<(usize, usize, usize)> {
    let lexicon = Lexicon::of(language(story, a));
    let mut out = Vec::new();
    for (x, window) in story.sources[a].segments.tokens.windows(3).enumerate().filter(|(_, w)| is_anchor(lexicon, w)) {
        let places = contexts.get(&(language(story, a), &*window[1].norm, &*window[2].norm));
        let later = places.into_iter().flatten().filter(|(b, _)| *b > a);
        out.extend(later.map(|&(b, y)| (b, x, y)));
    }
    out.sort_unstable();
    out
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
