//! Blocks to sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::language::Lexicon;
use crate::model::{Report, Span};

/// The sentences of a block, in order, without surrounding white space. The dateline is left out.
pub fn sentences(report: &Report, _lexicon: &Lexicon, block: usize) -> Vec<Span> {
    let mut span = report.blocks[block].span;
    if let Some(line) = report.dateline.as_ref().filter(|d| span.contains(d.span)) {
        span.start = line.span.end;
    }
    let text = span.of(&report.text);
    text.split_sentence_bound_indices()
        .filter(|(_, s)| !s.trim().is_empty())
        .map(|(at, s)| {
            let start = span.start + at + (s.len() - s.trim_start().len());
            Span::new(start, start + s.trim().len())
        })
        .collect()
}
