//! Clauses to mentions and claims.

pub mod claims;
pub mod names;
pub mod quantities;
pub mod quotes;
pub mod sources;
pub mod things;
pub mod times;
pub mod titles;

use crate::language::Lexicon;
use crate::model::mention::Extract;
use crate::model::{Report, Segments};

/// Reads everything that has a meaning of its own in a report.
pub fn extract(report: &Report, segments: &Segments) -> Extract {
    let lexicon = Lexicon::of(report.language);
    let mut out = Extract::default();
    (out.names, out.titles) = names::names(report, segments, lexicon);
    out.times = times::times(report, segments, lexicon);
    out.quantities = quantities::quantities(report, segments, lexicon, &out.times);
    out.quotes = quotes::quotes(report, segments, lexicon, &out.names);
    out.claims = claims::claims(segments, lexicon);
    out.credits = sources::credits(report, segments, lexicon, &out.names, &out.quotes);
    sources::into_claims(&out.credits, &mut out.claims);
    (out.things, out.listings) = things::things(segments, lexicon, &out.names, &out.titles);
    out
}
