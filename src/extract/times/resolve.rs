//! From times as written to days: years, weekdays and relative days against the day of the report.

use jiff::Span;

use super::Piece;
use crate::model::{Date, Report};

/// How far around a number of weeks the day may lie.
const WEEK_SLACK: i64 = 3;

/// The day that relative times count from: the day of publication, or else the newest full date of the text, those that
/// stand beside a weekday before all others, for they are told of the days of the news.
pub fn reference<'a>(report: &Report, pieces: impl Iterator<Item = &'a Piece>) -> Option<Date> {
    if let Some(day) = report.published.filter(|d| d.civil().is_some()) {
        return Some(day);
    }
    pieces
        .filter_map(|p| p.date.filter(|d| d.civil().is_some() && !is_slip(*d)).map(|d| (p.weekday.is_some(), d)))
        .max()
        .map(|(_, date)| date)
}

/// Whether the year is one that no news is of: `10/9/2109`.
fn is_slip(date: Date) -> bool {
    date.year.is_some_and(|y| !super::calendar::YEARS.contains(&y))
}

/// First day, last day, and whether they were counted from the report's day.
pub fn dates(piece: &Piece, reference: Option<Date>) -> (Option<Date>, Option<Date>, bool) {
    if let Some(date) = piece.date {
        let date = with_year(date, reference);
        let until = piece.until.map(|u| if u.year.is_none() { Date { year: date.year, ..u } } else { u });
        return (Some(date), until, false);
    }
    let relative = piece.days.is_some() || piece.units.is_some() || piece.weekday.is_some();
    let Some(today) = reference.and_then(Date::civil) else { return (None, None, relative) };
    if let Some(weekday) = piece.weekday {
        return (nearest(today, weekday, piece.side), None, true);
    }
    if let Some(days) = piece.days {
        return (add(today, i64::from(days)), None, true);
    }
    let Some((unit, many)) = piece.units else { return (None, None, false) };
    let (from, to) = in_units(today, unit, many);
    (from, to, true)
}

fn from_civil(day: jiff::civil::Date) -> Date {
    Date { year: Some(day.year()), month: u8::try_from(day.month()).ok(), day: u8::try_from(day.day()).ok() }
}

/// A date without a year falls in the year that brings it nearest to the report.
fn with_year(date: Date, reference: Option<Date>) -> Date {
    let (Some(today), None, Some(month)) = (reference.and_then(Date::civil), date.year, date.month) else {
        return date;
    };
    let distance = |year: i16| {
        let whole = Date { year: Some(year), month: Some(month), day: Some(date.day.unwrap_or(15)) };
        whole.civil().and_then(|d| d.since((jiff::Unit::Day, today)).ok()).map_or(i32::MAX, |s| s.get_days().abs())
    };
    let year = [today.year(), today.year() - 1, today.year() + 1].into_iter().min_by_key(|y| distance(*y));
    Date { year, ..date }
}

/// The weekday on or nearest before the day; strictly before it for `last`, behind it for `next`.
fn nearest(today: jiff::civil::Date, weekday: u8, side: i8) -> Option<Date> {
    let now = i64::from(today.weekday().to_monday_one_offset());
    let back = (now - i64::from(weekday)).rem_euclid(7);
    let days = match side {
        1 => 7 - back,
        -1 if back == 0 => -7,
        _ => -back,
    };
    add(today, days)
}

fn add(day: jiff::civil::Date, days: i64) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok().map(from_civil)
}

/// `last month` is a month, `two weeks ago` about a week, `this year` a year.
fn in_units(today: jiff::civil::Date, unit: f64, many: f64) -> (Option<Date>, Option<Date>) {
    #[allow(clippy::cast_possible_truncation, reason = "a float too great saturates, and the calendar refuses it")]
    let count = |factor: f64| (many * factor).round() as i64;
    if unit < 28.0 {
        let middle = count(unit);
        return (add(today, middle.saturating_sub(WEEK_SLACK)), add(today, middle.saturating_add(WEEK_SLACK)));
    }
    if unit < 360.0 {
        let month = Span::new().try_months(count(unit / 30.4)).ok().and_then(|s| today.checked_add(s).ok());
        return (month.map(|d| Date { day: None, ..from_civil(d) }), None);
    }
    let year = Span::new().try_years(count(unit / 365.0)).ok().and_then(|s| today.checked_add(s).ok());
    (year.map(|d| Date { day: None, month: None, ..from_civil(d) }), None)
}
