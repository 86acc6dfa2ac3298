//! Days, weekdays, parts of the day and clock times of the same event.
//!
//! When something happened is what reports most often give in different words and most often get wrong: *petang* here
//! and *malam* there, 18 November here and 19 November there. Times are compared where two reports tell the same event:
//! in clauses that are aligned and whose predicates tell the same. The day on which somebody spoke (*kata Ikhsan, Selasa
//! (10/9/2019)*) is never compared with the day of what he told.
//!
//! Example: *pada Senin (9/9/2019) petang* against *Senin 9 September 2019 malam* is a variant, *November 18* against
//! *November 19* a conflict. *Rabu* and *13 September 2023* agree, for that day was a Wednesday; *2019* agrees with any
//! day in it; *11.00 WIB* and *13.00 WIT* agree; *sekitar pukul 11* agrees with half past ten to half past eleven.
//!
//! Times that no statement brings together are compared where the same event word stands beside them and what stands
//! around them is alike: *dilantik pada 2017* against *dilantik pada September 2018*. Clock times five minutes apart are
//! one, unless both are written to the minute (*01.21*, *01.22*: a variant). *10/9/2109* is a slip of *10/9/2019*.
//!
//! One report suffices for a weekday that is not that of its date (*Rabu, 19/9/2019* was a Thursday).
//!
//! Known misses: times whose event is told in another sentence; two days that are told of one event by two verbs that no
//! list brings together; relative days (*kemarin*) of a report that does not tell its own date; dates such as 3/4/2019
//! in English.

mod alike;
mod events;
mod fit;
mod weekdays;

use rustc_hash::FxHashMap;

use super::Comparator;
use crate::model::mention::Time;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity, Span};
use events::Event;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Date,
    id: "date",
    about: "days, weekdays, parts of the day and clock times of the same event",
    page: include_str!("date.rs"),
    compare,
};

/// Reports of a statement that are compared each with each.
const MOST_REPORTS: usize = 32;

/// What of a time is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Facet {
    Day,
    Clock,
    Daypart,
    /// The year alone.
    Year,
}

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings = weekdays::findings(story);
    // The same two times may meet in several statements.
    let mut seen: Vec<Vec<Span>> = Vec::new();
    for statement in 0..story.statements.len() {
        let events = events::events(story, statement);
        for facet in [Facet::Day, Facet::Clock, Facet::Daypart] {
            let Some(found) = finding(story, &events, facet) else { continue };
            let spans: Vec<Span> = found.readings.iter().flat_map(|r| &r.evidence).map(|e| e.span).collect();
            if !seen.contains(&spans) {
                seen.push(spans);
                findings.push(found);
            }
        }
    }
    let pools = events::pools(story).into_iter().map(|events| (Facet::Clock, events));
    for (facet, events) in pools.chain(alike::pools(story)) {
        let Some(found) = finding(story, &events, facet) else { continue };
        let spans = |f: &Finding| f.readings.iter().flat_map(|r| &r.evidence).copied().collect::<Vec<_>>();
        let mine = spans(&found);
        // A time that a finding already shows is not shown again.
        if !findings.iter().any(|f| spans(f).iter().any(|e| mine.contains(e))) {
            findings.push(found);
        }
    }
    findings
}

/// The times of one statement that exclude each other in one facet.
fn finding(story: &Story<'_>, events: &[Event<'_>], facet: Facet) -> Option<Finding> {
    // A time in another clause of the sentence is the event's only where it tells the same day in other words.
    let told: Vec<&Event<'_>> = events
        .iter()
        .filter(|e| fit::has(e.time, facet) && (e.own || facet == Facet::Daypart && fit::has(e.time, Facet::Day)))
        .collect();
    let mut by_report: Vec<&[&Event<'_>]> = told.chunk_by(|a, b| a.report == b.report).collect();
    by_report.truncate(MOST_REPORTS);
    let mut nodes: Vec<&Event<'_>> = Vec::new();
    for (i, left) in by_report.iter().enumerate() {
        for right in &by_report[i + 1..] {
            // Where any two of theirs agree, the rest are times of something else.
            let pairs = || left.iter().flat_map(|a| right.iter().map(move |b| (*a, *b)));
            if pairs().any(|(a, b)| fit::agree(a.time, b.time, facet)) {
                continue;
            }
            if let Some((a, b)) = pairs().find(|(a, b)| comparable(story, a, b, facet)) {
                nodes.extend([a, b]);
            }
        }
    }
    nodes.sort_by_key(|e| (e.report, e.time.at.span));
    nodes.dedup_by_key(|e| (e.report, e.time.at.span));
    let mut readings: Vec<Vec<&Event<'_>>> = Vec::new();
    // Every report that tells a time that agrees with one of the readings stands beside it.
    let rest = told.iter().filter(|e| !nodes.iter().any(|n| n.report == e.report));
    for event in nodes.iter().chain(rest.clone()) {
        match readings.iter_mut().find(|r| fit::agree(r[0].time, event.time, facet)) {
            Some(reading) => reading.push(event),
            None if nodes.iter().any(|n| n.report == event.report) => readings.push(vec![event]),
            None => {}
        }
    }
    if readings.len() < 2 {
        return None;
    }
    let reports: Vec<usize> = readings.iter().flatten().map(|e| e.report).collect();
    Some(Finding {
        id: String::new(),
        kind: Kind::Date,
        severity: severity(&readings, facet),
        subject: subject(story, &readings),
        readings: readings.iter().map(|r| reading(story, r)).collect(),
        absent: (0..story.sources.len()).filter(|r| !reports.contains(r)).collect(),
        suggestion: None,
        statements: Vec::new(),
    })
}

/// A part of the day is a matter of taste, and a minute more or less one of reading the clock.
fn severity(readings: &[Vec<&Event<'_>>], facet: Facet) -> Severity {
    let close = |a: &Vec<&Event<'_>>| readings.iter().all(|b| fit::minutes_apart(a[0].time, b[0].time));
    let variant = facet == Facet::Daypart || facet == Facet::Clock && readings.iter().all(close);
    if variant { Severity::Variant } else { Severity::Conflict }
}

/// Whether a report tells the other's day or clock time somewhere: then the two are times of two events.
fn tells(story: &Story<'_>, report: usize, event: &Event<'_>, facet: Facet) -> bool {
    let time = event.time;
    let precise = |t: &Time| match facet {
        Facet::Day => t.date.is_some_and(|d| d.civil().is_some()) && t.until.is_none() && !t.relative,
        Facet::Clock => t.clock.is_some(),
        Facet::Daypart => false,
        Facet::Year => t.date.is_some_and(|d| d.month.is_none()),
    };
    let source = &story.sources[report];
    // Beside another event word it is the day of something else.
    let of_it = |t: &Time| {
        facet != Facet::Day || !event.main || events::alone(source, report, t).is_none_or(|told| told.same_word(event))
    };
    let times = &source.extract.times;
    precise(time) && times.iter().any(|t| precise(t) && fit::agree(t, time, facet) && of_it(t))
}

fn comparable(story: &Story<'_>, a: &Event<'_>, b: &Event<'_>, facet: Facet) -> bool {
    let one_day = fit::has(a.time, Facet::Day) && fit::has(b.time, Facet::Day);
    (a.own && b.own || one_day)
        && a.same_predicate(b)
        && fit::comparable(a.time, b.time, facet)
        && !(tells(story, a.report, b, facet) || tells(story, b.report, a, facet))
}

fn reading(story: &Story<'_>, events: &[&Event<'_>]) -> Reading {
    let mut evidence: Vec<_> = events.iter().map(|e| story.evidence(e.report, e.time.at.span)).collect();
    evidence.sort();
    let words = evidence.iter().map(|e| story.words(e.report, e.span));
    let value = words.min_by_key(|w| (w.chars().count(), *w)).unwrap_or_default().to_owned();
    Reading { value, evidence }
}

/// The words of the event that most reports share.
fn subject(story: &Story<'_>, readings: &[Vec<&Event<'_>>]) -> String {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for event in readings.iter().flatten() {
        for word in event.words(story) {
            *counts.entry(word).or_default() += 1;
        }
    }
    let mut common: Vec<(&str, usize)> = counts.into_iter().filter(|(_, n)| *n > 1).collect();
    common.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let words: Vec<&str> = common.iter().take(3).map(|(word, _)| *word).collect();
    if words.is_empty() { readings[0][0].words(story).next().unwrap_or_default().to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests;
