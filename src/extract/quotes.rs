//! Direct quotes and who says them.

use crate::language::Lexicon;
use crate::model::mention::{Name, Quote};
use crate::model::{Report, Segments};

/// The direct quotes of a report, in order of place.
pub fn quotes(_report: &Report, _segments: &Segments, _lexicon: &Lexicon, _names: &[Name]) -> Vec<Quote> {
    Vec::new()
}
