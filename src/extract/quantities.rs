//! Quantities: numbers with what they count or measure.

use crate::language::Lexicon;
use crate::model::mention::{Quantity, Time};
use crate::model::{Report, Segments};

/// The quantities of a report, in order of place. What `times` took is left out.
pub fn quantities(_report: &Report, _segments: &Segments, _lexicon: &Lexicon, _times: &[Time]) -> Vec<Quantity> {
    Vec::new()
}
