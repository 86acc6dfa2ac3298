//! A weekday that is not the weekday of the date beside it.

use crate::language::Lexicon;
use crate::language::lexicon::CalendarWord;
use crate::model::mention::Time;
use crate::model::story::Story;
use crate::model::{Date, Finding, Kind, Reading, Severity, Shape, Span, Suggestion};

/// Days that two dates of one weekday and month may lie apart and still be one event's, of which one was mistyped.
const APART: u8 = 6;

/// One finding for each date with another day's name. Where other reports, or the same, tell the day without the slip, that
/// is the other reading; else the weekday and the date stand against each other.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut out: Vec<(Finding, Slip)> = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for time in &source.extract.times {
            let (Some((weekday, date)), Some(slip)) = (mismatch(story, report, time), Slip::of(time)) else { continue };
            match out.iter_mut().find(|(_, known)| *known == slip) {
                Some((known, _)) => add(story, known, report, weekday, date),
                None => out.push((finding(story, report, weekday, date, slip), slip)),
            }
        }
    }
    out.into_iter().map(|(finding, _)| finding).chain(years(story)).collect()
}

/// Years that news can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2099;

/// Dates of a year that no news is of (`10/9/2109`), against those of the same day and month.
fn years(story: &Story<'_>) -> Vec<Finding> {
    let times = || {
        let of = |(report, source): (usize, &'_ crate::model::story::Source<'_>)| {
            source.extract.times.iter().map(move |t| (report, t.date, t.at.span)).collect::<Vec<_>>()
        };
        story.sources.iter().enumerate().flat_map(of)
    };
    let mut out = Vec::new();
    for (report, date, span) in times() {
        let Some(date) = date.filter(|d| d.civil().is_some() && d.year.is_some_and(|y| !YEARS.contains(&y))) else {
            continue;
        };
        let same = |d: &Date| (d.month, d.day) == (date.month, date.day) && d.year.is_some_and(|y| YEARS.contains(&y));
        let meant: Vec<_> = times().filter(|t| t.1.as_ref().is_some_and(same)).collect();
        let Some(first) = meant.first() else { continue };
        let reading =
            |report: usize, span: Span, evidence| Reading { value: story.words(report, span).to_owned(), evidence };
        let told: Vec<usize> = meant.iter().map(|t| t.0).chain([report]).collect();
        let evidence = meant.iter().map(|t| story.evidence(t.0, t.2)).collect();
        out.push(Finding {
            id: String::new(),
            kind: Kind::Date,
            severity: Severity::Conflict,
            subject: story.words(report, span).to_owned(),
            readings: vec![
                reading(report, span, vec![story.evidence(report, span)]),
                reading(first.0, first.2, evidence),
            ],
            absent: (0..story.sources.len()).filter(|r| !told.contains(r)).collect(),
            suggestion: None,
            statements: Vec::new(),
        });
    }
    out
}

/// A weekday and the date beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slip {
    weekday: u8,
    date: Date,
}

impl Slip {
    fn of(time: &Time) -> Option<Self> {
        Some(Self { weekday: time.weekday?, date: time.date? })
    }

    /// How likely the other, which fits the calendar, is what was meant: 1 the same date, 2 another year, 3 another day of
    /// the same name; `None` where it is neither.
    fn meant(self, other: Self) -> Option<u8> {
        let (a, b) = (self.date, other.date);
        let (x, y) = (a.day?, b.day?);
        let alike = self.weekday == other.weekday && a.month == b.month;
        match () {
            () if a == b => Some(1),
            () if alike && x == y => Some(2),
            () if alike && a.year == b.year && x.abs_diff(y) <= APART => Some(3),
            () => None,
        }
    }
}

fn finding(story: &Story<'_>, report: usize, weekday: Span, date: Span, slip: Slip) -> Finding {
    let value = |span: Span| story.words(report, span).to_owned();
    let subject = value(date);
    let right = slip.date.weekday().and_then(|w| name_of(story.sources[report].report.language, w));
    let reading = |span| Reading { value: value(span), evidence: vec![story.evidence(report, span)] };
    let fitting = fitting(story, slip);
    let readings = if fitting.is_empty() {
        vec![reading(weekday), reading(date)]
    } else {
        std::iter::once(reading(whole(story, report, weekday, date))).chain(fitting).collect()
    };
    let told = |r: &usize| readings.iter().flat_map(|x| &x.evidence).any(|e| e.report == *r);
    Finding {
        id: String::new(),
        kind: Kind::Date,
        severity: Severity::Conflict,
        absent: (0..story.sources.len()).filter(|r| !told(r)).collect(),
        readings,
        suggestion: right.map(|value| Suggestion { value, because: format!("the calendar: {subject}") }),
        subject,
        statements: Vec::new(),
    }
}

/// The same slip in another place.
fn add(story: &Story<'_>, known: &mut Finding, report: usize, weekday: Span, date: Span) {
    let apart = story.words(report, weekday) == known.readings[0].value;
    known.readings[0]
        .evidence
        .push(story.evidence(report, if apart { weekday } else { whole(story, report, weekday, date) }));
    if apart {
        known.readings[1].evidence.push(story.evidence(report, date));
    }
    known.absent.retain(|r| *r != report);
}

/// Days of other mentions that fit the calendar and may be what the slip meant, one reading each.
fn fitting(story: &Story<'_>, slip: Slip) -> Vec<Reading> {
    let mut out: Vec<(Slip, u8, Reading)> = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for time in source.extract.times.iter().filter(|t| !t.relative && t.until.is_none()) {
            let Some(other) = Slip::of(time).filter(|o| o.date.weekday() == Some(o.weekday)) else { continue };
            let Some(rank) = slip.meant(other) else { continue };
            let evidence = story.evidence(report, time.at.span);
            match out.iter_mut().find(|(known, ..)| *known == other) {
                Some((.., reading)) => reading.evidence.push(evidence),
                None => {
                    let value = story.words(report, time.at.span).to_owned();
                    out.push((other, rank, Reading { value, evidence: vec![evidence] }));
                }
            }
        }
    }
    let best = out.iter().map(|o| o.1).min();
    out.into_iter().filter(|o| Some(o.1) == best).map(|(.., reading)| reading).collect()
}

/// Weekday and date in one, with the bracket that closes.
fn whole(story: &Story<'_>, report: usize, weekday: Span, date: Span) -> Span {
    let span = weekday.join(date);
    let closed = story.sources[report].report.text[span.end..].starts_with(')');
    Span::new(span.start, span.end + usize::from(closed))
}

/// The weekday's words and the date's, where they do not fit. Only dates with their year written: a year that was
/// guessed proves nothing.
fn mismatch(story: &Story<'_>, report: usize, time: &Time) -> Option<(Span, Span)> {
    let (date, weekday) = (time.date?, time.weekday?);
    if time.relative || time.until.is_some() || date.weekday()? == weekday {
        return None;
    }
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let place = time.at.tokens.clone().find(
        |i| matches!(lexicon.calendar.longest(tokens, *i), Some((_, CalendarWord::Weekday(w))) if *w == weekday),
    )?;
    let first = (place + 1..time.at.tokens.end).find(|i| tokens[*i].shape != Shape::Mark)?;
    let last = time
        .at
        .tokens
        .clone()
        .rev()
        .find(|i| tokens[*i].norm.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4))?;
    (first <= last).then(|| (tokens[place].span, source.segments.span(first..last + 1)))
}

/// The weekday's name in the report's language.
fn name_of(language: crate::model::Language, weekday: u8) -> Option<String> {
    use crate::model::Language;
    let names = match language {
        Language::Indonesian => ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        _ => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    names.get(usize::from(weekday).checked_sub(1)?).map(|name| (*name).to_owned())
}
