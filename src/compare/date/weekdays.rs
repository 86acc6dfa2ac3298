//! A weekday that is not the weekday of the date beside it.

use crate::language::Lexicon;
use crate::language::lexicon::CalendarWord;
use crate::model::mention::Time;
use crate::model::story::Story;
use crate::model::{Date, Finding, Kind, Reading, Severity, Shape, Span, Suggestion};

/// One finding for each date with another day's name.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for time in &source.extract.times {
            let Some((weekday, date)) = mismatch(story, report, time) else { continue };
            let value = |span: Span| story.words(report, span).to_owned();
            let subject = value(date);
            let right = time.date.and_then(Date::weekday).and_then(|w| name_of(source.report.language, w));
            let known = out.iter_mut().find(|f| f.subject == subject && f.readings[0].value == value(weekday));
            if let Some(known) = known {
                known.readings[0].evidence.push(story.evidence(report, weekday));
                known.readings[1].evidence.push(story.evidence(report, date));
                known.absent.retain(|r| *r != report);
                continue;
            }
            let reading = |span| Reading { value: value(span), evidence: vec![story.evidence(report, span)] };
            out.push(Finding {
                id: String::new(),
                kind: Kind::Date,
                severity: Severity::Conflict,
                readings: vec![reading(weekday), reading(date)],
                absent: (0..story.sources.len()).filter(|r| *r != report).collect(),
                suggestion: right.map(|value| Suggestion { value, because: format!("the calendar: {subject}") }),
                subject,
                statements: Vec::new(),
            });
        }
    }
    out
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
