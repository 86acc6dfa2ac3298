//! Sentences to clauses.

use crate::language::Lexicon;
use crate::model::{Clause, Opener, Report, Segments};

/// Cuts every sentence of `segments` into clauses.
pub fn cut(_report: &Report, _lexicon: &Lexicon, segments: &mut Segments) {
    for index in 0..segments.sentences.len() {
        let tokens = segments.sentences[index].tokens.clone();
        let first = segments.clauses.len();
        segments.clauses.push(Clause {
            span: segments.span(tokens.clone()),
            sentence: index,
            tokens,
            opener: Opener::Main,
            quoted: false,
        });
        segments.sentences[index].clauses = first..segments.clauses.len();
    }
}
