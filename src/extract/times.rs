//! Dates, weekdays, parts of days and clock times, resolved against the report's own date.

use crate::language::Lexicon;
use crate::model::mention::Time;
use crate::model::{Report, Segments};

/// The times of a report, in order of place.
pub fn times(_report: &Report, _segments: &Segments, _lexicon: &Lexicon) -> Vec<Time> {
    Vec::new()
}
