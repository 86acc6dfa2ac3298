//! A reading's exact words within their sentence.

use crate::model::{Audit, Evidence};

/// Bytes of a sentence shown on each side of the words: long enough for any sentence that a person wrote, short enough
/// for a page without full stops.
const SIDE: usize = 320;

/// A sentence around some words of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'a> {
    /// Whether something before was left out.
    pub cut_before: bool,
    /// What stands before the words.
    pub before: &'a str,
    /// The exact words.
    pub words: &'a str,
    /// What stands after the words.
    pub after: &'a str,
    /// Whether something after was left out.
    pub cut_after: bool,
}

/// The sentence around a reading's words, shortened where it is very long.
pub fn context<'a>(audit: &'a Audit, evidence: &Evidence) -> Context<'a> {
    let text = &audit.reports[evidence.report].text;
    let whole = evidence.sentence.join(evidence.span);
    let (words_start, words_end) = (evidence.span.start, evidence.span.end);
    let mut start = whole.start.max(words_start.saturating_sub(SIDE));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = whole.end.min(words_end + SIDE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Context {
        cut_before: start > whole.start,
        before: &text[start..words_start],
        words: evidence.span.of(text),
        after: &text[words_end..end],
        cut_after: end < whole.end,
    }
}
