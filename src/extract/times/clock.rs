//! Clock times: `pukul 14.47 WIB`, `jam 7 malam`, `1100 hrs IST`, `3:15 p.m.`.

use super::{Piece, Reader};
use crate::extract::quantities;
use crate::language::lexicon::{CalendarWord, Hedge};
use crate::model::Shape;

/// How far a clock time that is told as an estimate may be off, in minutes: a full hour, and one told to the minute.
const ABOUT: (i32, i32) = (30, 15);
/// Words that let a time with a colon stand without `pukul` or `a.m.`.
const DAY: i32 = 24 * 60;

/// What stands behind the digits of a clock time.
#[derive(Default)]
struct Tail {
    end: usize,
    half: Option<bool>,
    zone: Option<i16>,
    oclock: bool,
    hours: bool,
    daypart: Option<(u8, u8)>,
}

impl Reader<'_> {
    /// The clock time that starts at `at`.
    pub(super) fn clock(&self, at: usize) -> Option<Piece> {
        let opened = matches!(self.look_up(at), Some((1, CalendarWord::Word("hour"))));
        let place = at + usize::from(opened) + usize::from(opened && self.word(at + 1) == ".");
        let (mut from, mut to, end) = self.digits(place, opened)?;
        let tail = self.tail(end);
        let token = &self.tokens[place];
        let bare_four = token.norm.len() == 4 && token.norm.bytes().all(|b| b.is_ascii_digit());
        let colon = token.norm.contains(':');
        // `5 hours` is a duration, `1100 hours` a time; `10.30` alone may be a number.
        let marked = tail.half.is_some() || tail.zone.is_some() || tail.oclock || (tail.hours && bare_four);
        if !opened && !marked && !colon {
            return None;
        }
        if bare_four && !marked {
            return None;
        }
        (from, to) = (half(from, &tail), half(to, &tail));
        if to < from {
            to += if from - to > DAY / 2 { DAY } else { 0 };
        }
        let piece = Piece { zone: tail.zone, daypart: None, ..Piece::at(at..tail.end) };
        Some(self.estimated(at, from.min(to), to.max(from), piece))
    }

    /// A point of the day that a word names (`noon`).
    pub(super) fn point(&self, at: usize, minutes: i32, piece: Piece) -> Piece {
        self.estimated(at, minutes, minutes, piece)
    }

    /// Widens a time behind `sekitar`, and takes that word in.
    fn estimated(&self, at: usize, from: i32, to: i32, mut piece: Piece) -> Piece {
        let hedge = (at.saturating_sub(3)..at).find_map(|start| {
            let (len, hedge) = self.lexicon.hedges.longest(self.tokens, start)?;
            (start + len == at && *hedge == Hedge::About).then_some(start)
        });
        piece.clock = Some(match hedge {
            Some(start) => {
                piece.tokens.start = start;
                let about = if from % 60 == 0 { ABOUT.0 } else { ABOUT.1 };
                (from - about, to + about)
            }
            None => (from, to),
        });
        piece
    }

    /// Minutes from and to, and where the digits end. Number words count only behind `pukul` or `jam`.
    fn digits(&self, at: usize, opened: bool) -> Option<(i32, i32, usize)> {
        let token = self.tokens.get(at)?;
        if token.shape != Shape::Number {
            let (len, value) = quantities::plain_number(self.tokens, at, self.lexicon).filter(|_| opened)?;
            #[allow(clippy::cast_possible_truncation, reason = "bounded just here")]
            return (value.fract() == 0.0 && (1.0..=24.0).contains(&value))
                .then(|| (value as i32 * 60, value as i32 * 60, at + len));
        }
        if let Some((a, b)) = token.norm.split_once('-') {
            return Some((minutes(a)?, minutes(b)?, at + 1));
        }
        let (from, mut end) = self.one(at)?;
        let joint = matches!(self.word(end), "-" | "hingga" | "sampai" | "to" | "s/d");
        if joint {
            let again = usize::from(matches!(self.look_up(end + 1), Some((1, CalendarWord::Word("hour")))));
            if let Some((to, after)) = self.one(end + 1 + again) {
                let timed =
                    opened || matches!(self.look_up(after), Some((_, CalendarWord::Zone(_) | CalendarWord::Word(_))));
                if timed {
                    return Some((from, to, after));
                }
            }
        }
        // A zone or half of the day between the two: not a range that is read here.
        end = end.max(at + 1);
        Some((from, from, end))
    }

    /// One time of digits; a blank may have strayed in behind its dot (`18. 45`).
    fn one(&self, at: usize) -> Option<(i32, usize)> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Number)?;
        let split = token.norm.len() <= 2 && matches!(self.word(at + 1), "." | ":");
        if split
            && let Some(next) = self.tokens.get(at + 2).filter(|t| t.norm.len() == 2 && t.shape == Shape::Number)
            && next.span.start - token.span.end <= 3
            && let Some(whole) = minutes(&format!("{}.{}", token.norm, next.norm))
        {
            return Some((whole, at + 3));
        }
        Some((minutes(&token.norm)?, at + 1))
    }

    /// Half of the day, zone, `o'clock` and part of the day behind the digits.
    fn tail(&self, start: usize) -> Tail {
        let mut tail = Tail { end: start, ..Tail::default() };
        loop {
            let skip = usize::from(self.word(tail.end) == "(");
            let Some((len, word)) = self.look_up(tail.end + skip) else { break };
            let at = tail.end + skip;
            match word {
                CalendarWord::Word("am") if skip == 0 && tail.half.is_none() => tail.half = Some(false),
                CalendarWord::Word("pm") if skip == 0 && tail.half.is_none() => tail.half = Some(true),
                CalendarWord::Word("oclock") if skip == 0 => {
                    let hours = self.word(at).starts_with('h');
                    tail.hours |= hours;
                    tail.oclock |= !hours;
                }
                CalendarWord::Word("local") => {}
                CalendarWord::Zone(hours) if tail.zone.is_none() && self.is_zone(at, len) => {
                    #[allow(clippy::cast_possible_truncation, reason = "the list holds -12 to 14")]
                    let minutes = (hours * 60.0) as i16;
                    tail.zone = Some(minutes);
                }
                CalendarWord::Daypart(from, to) if skip == 0 && tail.daypart.is_none() && tail.half.is_none() => {
                    tail.daypart = Some((from, to));
                }
                _ => break,
            }
            tail.end = at + len + usize::from(skip == 1 && self.word(at + len) == ")");
        }
        tail
    }

    /// Abbreviations of zones are common words in small letters.
    fn is_zone(&self, at: usize, len: usize) -> bool {
        let token = &self.tokens[at];
        len > 1 || token.shape == Shape::Upper || (token.shape == Shape::Capital && token.norm.starts_with("wi"))
    }
}

/// Minutes after midnight with the half of the day that the words behind tell.
fn half(minutes: i32, tail: &Tail) -> i32 {
    let noon = DAY / 2;
    match (tail.half, tail.daypart) {
        (Some(true), _) if minutes < noon => minutes + noon,
        (Some(false), _) if (noon..noon + 60).contains(&minutes) => minutes - noon,
        (None, Some((from, to))) if minutes < noon => {
            // `7 malam` is 19.00, `1 siang` 13.00; `11 siang` and `1 dini hari` stay.
            let later = minutes + noon;
            let (from, to) = (i32::from(from) * 60, i32::from(to) * 60);
            let fits = |m: i32| m + 60 >= from && m <= to + 60;
            if !fits(minutes) && fits(later) { later } else { minutes }
        }
        _ => minutes,
    }
}

/// `14.47`, `3:15`, `7`, `1100`.
fn minutes(text: &str) -> Option<i32> {
    let (hours, rest) = match text.split_once(['.', ':', ',']) {
        Some((h, m)) if m.len() == 2 && h.len() <= 2 => (h, m),
        // 14:30:25
        Some((h, m)) if m.len() == 5 && h.len() <= 2 => (h, m.get(..2)?),
        Some(_) => return None,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None if text.len() <= 2 => (text, "0"),
        None => return None,
    };
    let (hours, rest): (i32, i32) = (hours.parse().ok()?, rest.parse().ok()?);
    (hours <= 24 && rest < 60).then_some(hours * 60 + rest)
}
