//! Times of one event that no statement brings together: the event word beside each, and what stands around it, tell.
//!
//! Cost: the square of the times of one facet in two reports, at most [`MOST_REPORTS`] reports.

use super::events::{self, Event};
use super::{Facet, fit};
use crate::compare::contexts::{self, Context, Rarity};
use crate::model::Token;
use crate::model::story::Story;

/// Reports that are compared each with each.
const MOST_REPORTS: usize = 24;
/// How alike what stands around two times must be, 0 to 1.
const ALIKE: f32 = 0.3;
/// The same for years beside one event word.
const ALIKE_YEARS: f32 = 0.2;
/// The same for clock times within an hour of each other: two events seldom are so near.
const ALIKE_CLOSE: f32 = 0.1;
/// The same where not even the event word is one (`found`, `taken into custody`): who is named must tell.
const ALIKE_CLOSE_WORDLESS: f32 = 0.25;
/// What speaks for two times beside what stands around them: that they agree.
const EQUAL: f32 = 0.15;
/// How much better than the next a match must be.
const MARGIN: f32 = 1.1;

/// A time that may be an event's, by report and place in the list.
struct Told<'a> {
    event: Event<'a>,
    /// Whether its year is written, not filled in.
    dated: bool,
}

/// Times of one event, with the facet in which they are to be compared.
pub fn pools<'a>(story: &'a Story<'_>) -> Vec<(Facet, Vec<Event<'a>>)> {
    let rarity = Rarity::of(story);
    let told = told(story);
    let contexts: Vec<Context<'_>> = told
        .iter()
        .map(|t| contexts::context(story, t.event.report, &t.event.time.at, &t.event.time.at.tokens, &rarity))
        .collect();
    let mut out = Vec::new();
    for facet in [Facet::Day, Facet::Clock, Facet::Year] {
        let usable: Vec<usize> = (0..told.len()).filter(|i| fit::has(told[*i].event.time, facet)).collect();
        let mut by_report: Vec<&[usize]> =
            usable.chunk_by(|a, b| told[*a].event.report == told[*b].event.report).collect();
        by_report.truncate(MOST_REPORTS);
        let mut group: Vec<usize> = (0..told.len()).collect();
        for (i, left) in by_report.iter().enumerate() {
            for right in &by_report[i + 1..] {
                let one = |a: usize, b: usize| {
                    let equal = fit::agree(told[a].event.time, told[b].event.time, facet);
                    may_be_one(&told[a], &told[b], facet).then_some(if equal { EQUAL } else { 0.0 })
                };
                for (a, b, alike) in contexts::best(left, right, &contexts, MARGIN, &one) {
                    if alike >= needed(&told[a].event, &told[b].event, facet) {
                        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
                        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
                    }
                }
            }
        }
        for root in 0..told.len() {
            let members: Vec<usize> = usable.iter().copied().filter(|i| group[*i] == root).collect();
            if members.len() > 1 {
                out.push((facet, members.into_iter().map(|i| told[i].event.clone()).collect()));
            }
        }
    }
    out
}

/// All times of events, by report and place.
fn told<'a>(story: &'a Story<'_>) -> Vec<Told<'a>> {
    let mut out = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for time in &source.extract.times {
            let Some(clause) = source.segments.clauses.get(time.at.clause) else { continue };
            if clause.quoted || events::in_name(source, time) {
                continue;
            }
            if let Some(event) = events::alone(source, report, time) {
                let tokens = &source.segments.tokens[time.at.tokens.clone()];
                let figures = |t: &Token| t.norm.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
                let dated = tokens.iter().any(figures);
                out.push(Told { event, dated });
            }
        }
    }
    out
}

/// Whether two times stand beside the same event word, or both tell of the report's own event.
fn may_be_one(a: &Told<'_>, b: &Told<'_>, facet: Facet) -> bool {
    let (x, y) = (a.event.time, b.event.time);
    if facet == Facet::Day && !(fit::days_near(x, y) && (a.dated && b.dated || !fit::is_same_day(x, y))) {
        return false;
    }
    if facet == Facet::Year && !a.event.same_word(&b.event) {
        return false;
    }
    let close = facet == Facet::Clock && fit::within_an_hour(a.event.time, b.event.time);
    close || a.event.same_word(&b.event)
}

/// How alike what stands around two times must be.
fn needed(a: &Event<'_>, b: &Event<'_>, facet: Facet) -> f32 {
    match facet {
        Facet::Clock if fit::within_an_hour(a.time, b.time) && a.same_word(b) => ALIKE_CLOSE,
        Facet::Clock if fit::within_an_hour(a.time, b.time) => ALIKE_CLOSE_WORDLESS,
        Facet::Year if a.same_word(b) => ALIKE_YEARS,
        _ => ALIKE,
    }
}
