//! What a report as a whole tells of its capitalised words.

use rustc_hash::FxHashSet;

use super::is_capital;
use crate::language::Lexicon;
use crate::model::{BlockKind, Report, Segments, Shape, Token};

/// What the whole report tells of its capitalised words.
pub struct Known {
    /// Written with a capital in the middle of a sentence.
    pub capital: FxHashSet<Box<str>>,
    /// Written small somewhere.
    pub small: FxHashSet<Box<str>>,
    /// Credited with speech, standing alone beside the verb.
    pub speakers: FxHashSet<Box<str>>,
}

impl Known {
    /// Reads a report's sentences through.
    pub fn of(report: &Report, segments: &Segments, lexicon: &Lexicon) -> Self {
        let mut known =
            Self { capital: FxHashSet::default(), small: FxHashSet::default(), speakers: FxHashSet::default() };
        for sentence in &segments.sentences {
            let tokens = &segments.tokens[sentence.tokens.clone()];
            let body = report.blocks[sentence.block].kind == BlockKind::Paragraph;
            for (i, token) in tokens.iter().enumerate() {
                if token.shape == Shape::Lower {
                    known.small.insert(token.norm.clone());
                } else if is_capital(token) && body {
                    if i > 0 && tokens[i - 1].shape != Shape::Mark {
                        known.capital.insert(token.norm.clone());
                    }
                    if !listed(lexicon, &token.norm) && speaks_beside(lexicon, tokens, i) {
                        known.speakers.insert(token.norm.clone());
                    }
                }
            }
        }
        known
    }
}

/// Places, institutions and words of the calendar speak, but are no persons.
fn listed(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.places.word(word).is_some()
        || lexicon.organisations.word(word).is_some()
        || lexicon.calendar.word(word).is_some()
}

/// `kata Raja,` / `Raja mengatakan` / `said Smith`: one capitalised word alone beside a verb of saying.
fn speaks_beside(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    let says = |t: &Token| lexicon.reporting.word(&t.stem).is_some() && t.shape == Shape::Lower;
    let alone_right = tokens.get(i + 1).is_none_or(|t| !is_capital(t));
    let alone_left = i == 0 || !is_capital(&tokens[i - 1]);
    alone_right && alone_left && ((i > 0 && says(&tokens[i - 1])) || tokens.get(i + 1).is_some_and(says))
}
