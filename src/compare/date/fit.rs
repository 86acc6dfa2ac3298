//! Whether two times can both be right.

use super::Facet;
use crate::model::Date;
use crate::model::mention::Time;

/// How far a clock time may lie outside a part of the day, in minutes: where evening begins is a matter of taste.
const DAYPART_EDGE: i32 = 60;
/// Clock times this near each other are one: reports round to five minutes.
const ROUNDED: i32 = 5;
const DAY: i32 = 24 * 60;

/// Whether the time tells something in this facet.
pub fn has(time: &Time, facet: Facet) -> bool {
    match facet {
        Facet::Day => time.date.is_some_and(|d| d.month.is_some()) || time.weekday.is_some(),
        Facet::Clock => time.clock.is_some(),
        Facet::Year => time.date.is_some_and(|d| d.year.is_some()) && time.until.is_none() && !time.relative,
        Facet::Daypart => time.clock.is_some() || time.daypart.is_some(),
    }
}

/// Whether it is worth saying that the two differ: both written out, and of one precision or finer.
pub fn comparable(a: &Time, b: &Time, facet: Facet) -> bool {
    match facet {
        Facet::Day => {
            // Days counted from a date that was itself guessed are no evidence; a weekday as written is.
            let told = |t: &Time| !t.relative || t.weekday.is_some();
            told(a) && told(b)
        }
        Facet::Clock => true,
        // A year that was filled in proves nothing: one of the two must be told as such.
        // A day of this year is no slip for that year: one is news, the other background.
        Facet::Year => {
            let alone = |t: &&Time| t.date.is_some_and(|d| d.month.is_none());
            let day = |t: &&Time| t.date.is_some_and(|d| d.day.is_some());
            [a, b].iter().any(alone) && ![a, b].iter().any(day)
        }
        // Two clock times are compared as such, and parts of different days not at all.
        Facet::Daypart => {
            let one_day = !has(a, Facet::Day) || !has(b, Facet::Day) || agree(a, b, Facet::Day);
            (a.daypart.is_some() || b.daypart.is_some()) && one_day
        }
    }
}

/// Whether some time fits both.
pub fn agree(a: &Time, b: &Time, facet: Facet) -> bool {
    match facet {
        Facet::Day => days_agree(a, b),
        Facet::Clock => clocks_agree(a, b),
        Facet::Year => a.date.and_then(|d| d.year) == b.date.and_then(|d| d.year),
        Facet::Daypart => match (hours(a), hours(b)) {
            (Some(x), Some(y)) => overlap(x, y),
            _ => true,
        },
    }
}

fn days_agree(a: &Time, b: &Time) -> bool {
    // A bare weekday tells no more than itself: which week it was is counted from the report.
    let bare = |t: &Time| t.relative && t.weekday.is_some() || t.date.is_none();
    if bare(a) || bare(b) {
        let weekday = |t: &Time| t.weekday.or_else(|| t.date.filter(|_| t.until.is_none()).and_then(Date::weekday));
        return match (weekday(a), weekday(b)) {
            (Some(x), Some(y)) => x == y,
            _ => true,
        };
    }
    let (Some(x), Some(y)) = (a.date, b.date) else { return true };
    if x.fits(y) || a.until.is_some_and(|u| u.fits(y)) || b.until.is_some_and(|u| u.fits(x)) {
        return true;
    }
    let within = |day: Date, from: Date, to: Option<Date>| {
        let (Some(to), Some(day)) = (to.and_then(Date::civil), day.civil()) else { return false };
        from.civil().is_some_and(|from| from <= day && day <= to)
    };
    let meet = || {
        let (Some(a_end), Some(b_end)) = (a.until.and_then(Date::civil), b.until.and_then(Date::civil)) else {
            return false;
        };
        x.civil().zip(y.civil()).is_some_and(|(x, y)| x <= b_end && y <= a_end)
    };
    within(x, y, b.until) || within(y, x, a.until) || meet()
}

fn clocks_agree(a: &Time, b: &Time) -> bool {
    let (Some(mut x), Some(mut y)) = (a.clock, b.clock) else { return true };
    // A time without a zone is compared in the other's local time.
    if a.zone.is_none() != b.zone.is_none() {
        let local = |(from, to): (i32, i32), zone: Option<i16>| {
            let shift = zone.map_or(0, i32::from);
            (from + shift, to + shift)
        };
        (x, y) = (local(x, a.zone), local(y, b.zone));
    }
    // Who writes 01.21 and 01.22 has rounded neither.
    let exact = |(from, to): (i32, i32)| from == to && from % ROUNDED != 0;
    let rounded = if exact(x) && exact(y) { 0 } else { ROUNDED };
    // 24.00 and 00.00, and days that zones part, are one.
    [-DAY, 0, DAY].iter().any(|d| x.0 + d <= y.1 + rounded && y.0 <= x.1 + d + rounded)
}

/// Whether two clock times lie no further apart than reports round.
pub fn minutes_apart(a: &Time, b: &Time) -> bool {
    let (Some(x), Some(y)) = (a.clock, b.clock) else { return false };
    (x.0 - y.0).abs() <= ROUNDED && (x.1 - y.1).abs() <= ROUNDED
}

/// First and last minute of the day, local time.
fn hours(time: &Time) -> Option<(i32, i32)> {
    if let Some((from, to)) = time.daypart {
        let (from, to) = (i32::from(from) * 60, i32::from(to) * 60);
        return Some((from, if to < from { to + DAY } else { to }));
    }
    let shift = time.zone.map_or(0, i32::from);
    time.clock.map(|(from, to)| (from + shift + DAYPART_EDGE, to + shift - DAYPART_EDGE))
}

/// Parts of the day that touch do not overlap; a clock time is a point with an edge on either side.
fn overlap(a: (i32, i32), b: (i32, i32)) -> bool {
    let edge = |(from, to): (i32, i32)| if to < from { (to, from) } else { (from, to) };
    let (a, b) = (edge(a), edge(b));
    [-DAY, 0, DAY].iter().any(|d| a.0 + d < b.1 && b.0 < a.1 + d)
}

/// Days that two dates of one event may lie apart: what is mistold by more is another event's.
const DAYS_APART: i32 = 7;

/// Whether two days can be those of one event, of which one was mistold: near each other, or the same day of another
/// month or year.
pub fn days_near(a: &Time, b: &Time) -> bool {
    let (Some(x), Some(y)) = (a.date.filter(|_| !a.relative), b.date.filter(|_| !b.relative)) else { return true };
    let apart = || x.civil()?.until((jiff::Unit::Day, y.civil()?)).ok().map(|s| s.get_days().abs());
    match (x.day, y.day) {
        (Some(d), Some(e)) => d == e || apart().is_none_or(|days| days <= DAYS_APART),
        (None, None) => x.year == y.year,
        _ => x.fits(y),
    }
}

/// Whether two dates have day and month in common, and differ in nothing but the year.
pub fn is_same_day(a: &Time, b: &Time) -> bool {
    let (Some(x), Some(y)) = (a.date, b.date) else { return false };
    x.day.is_some() && (x.day, x.month) == (y.day, y.month) && x.year != y.year
}

/// Whether two clock times lie within an hour of each other.
pub fn within_an_hour(a: &Time, b: &Time) -> bool {
    let (Some(x), Some(y)) = (a.clock, b.clock) else { return false };
    a.zone.is_some() == b.zone.is_some() && (x.0.max(y.0) - x.1.min(y.1)) <= 60
}
