//! Dates, weekdays, parts of days and clock times, resolved against the report's own date.
//!
//! Three steps: pieces are read as they are written (`calendar`, `clock`), pieces that stand together are joined
//! (`Senin (9/9/2019) petang`), and what is relative is resolved (`resolve`). Cost: linear in the tokens.

mod calendar;
mod clock;
mod resolve;

use std::ops::Range;

use crate::language::Lexicon;
use crate::language::lexicon::CalendarWord;
use crate::model::mention::{At, Time};
use crate::model::{Date, Report, Segments, Token};

/// The times of a report, in order of place.
pub fn times(report: &Report, segments: &Segments, lexicon: &Lexicon) -> Vec<Time> {
    let mut found: Vec<(usize, Piece)> = Vec::new();
    for (index, sentence) in segments.sentences.iter().enumerate() {
        let reader = Reader { tokens: &segments.tokens[sentence.tokens.clone()], lexicon };
        found.extend(joined(&reader, reader.pieces()).into_iter().map(|p| (index, p)));
    }
    let reference = resolve::reference(report, found.iter().map(|(_, p)| p));
    found.into_iter().map(|(sentence, piece)| placed(&piece, segments, sentence, reference)).collect()
}

fn placed(piece: &Piece, segments: &Segments, sentence: usize, reference: Option<Date>) -> Time {
    let base = segments.sentences[sentence].tokens.start;
    let tokens = piece.tokens.start + base..piece.tokens.end + base;
    let (date, until, relative) = resolve::dates(piece, reference);
    let shift = piece.zone.map_or(0, i32::from);
    Time {
        at: At {
            span: segments.span(tokens.clone()),
            clause: segments.clause_at(tokens.start).unwrap_or(0),
            tokens,
            sentence,
        },
        date,
        until,
        weekday: piece.weekday,
        clock: piece.clock.map(|(from, to)| (from - shift, to - shift)),
        zoned: piece.zone.is_some(),
        zone: piece.zone,
        daypart: piece.daypart,
        relative,
    }
}

/// A time as it is written, its tokens counted from its sentence's first.
#[derive(Debug, Clone, Default, PartialEq)]
struct Piece {
    tokens: Range<usize>,
    date: Option<Date>,
    until: Option<Date>,
    weekday: Option<u8>,
    /// Days from the report's day.
    days: Option<i16>,
    /// Weeks, months or years from the report's: the unit in days, and how many.
    units: Option<(f64, f64)>,
    /// `last` (-1) or `next` (1) beside a weekday.
    side: i8,
    clock: Option<(i32, i32)>,
    zone: Option<i16>,
    daypart: Option<(u8, u8)>,
}

impl Piece {
    fn at(tokens: Range<usize>) -> Self {
        Self { tokens, ..Self::default() }
    }

    /// Whether it tells a day or a larger part of the calendar.
    fn is_day(&self) -> bool {
        self.date.is_some() || self.days.is_some() || self.units.is_some()
    }

    /// Whether `next`, which stands just behind, tells more of the same time.
    fn takes(&self, next: &Self) -> bool {
        if self.clock.is_some() || next.clock.is_some() {
            return false;
        }
        // `hari ini (28/9)`: the date tells which day is meant.
        let explained = (self.days.is_some() && next.date.is_some()) || (self.date.is_some() && next.days.is_some());
        let one_day = !(self.is_day() && next.is_day()) || explained;
        let one_weekday = !(self.weekday.is_some() && next.weekday.is_some());
        let one_part = !(self.daypart.is_some() && next.daypart.is_some());
        // A year or month behind a weekday is no date of that weekday.
        let fits = |day: &Self| day.date.is_none_or(|d| d.day.is_some() && day.until.is_none());
        one_day && one_weekday && one_part && fits(self) && fits(next)
    }

    fn join(self, next: &Self) -> Self {
        Self {
            tokens: self.tokens.start..next.tokens.end,
            date: self.date.or(next.date),
            until: self.until.or(next.until),
            weekday: self.weekday.or(next.weekday),
            days: self.days.or(next.days),
            units: self.units.or(next.units),
            side: if self.side == 0 { next.side } else { self.side },
            clock: None,
            zone: None,
            daypart: self.daypart.or(next.daypart),
        }
    }
}

/// A sentence's tokens and their language.
struct Reader<'a> {
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn pieces(&self) -> Vec<Piece> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.clock(at).or_else(|| self.calendar(at)) {
                Some(piece) => {
                    at = piece.tokens.end.max(at + 1);
                    out.push(piece);
                }
                None => at += 1,
            }
        }
        out
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &*t.norm)
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    fn look_up(&self, at: usize) -> Option<(usize, CalendarWord)> {
        self.lexicon.calendar.longest(self.tokens, at).map(|(len, word)| (len, *word))
    }

    /// Whether the words at `at` have this sort in the list of counting words: how many tokens they take.
    fn sort(&self, at: usize, sort: &str) -> Option<usize> {
        self.lexicon.counting.longest(self.tokens, at).filter(|(_, s)| **s == sort).map(|(len, _)| len)
    }
}

/// Pieces with nothing but a comma or bracket between them, made one where they tell of one time.
fn joined(reader: &Reader<'_>, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        let together = out.last().is_some_and(|last| {
            let gap = last.tokens.end..piece.tokens.start;
            gap.len() <= 2 && gap.into_iter().all(|i| matches!(reader.word(i), "," | "(" | ")")) && last.takes(&piece)
        });
        match out.pop_if(|_| together) {
            Some(last) => out.push(last.join(&piece)),
            None => out.push(piece),
        }
    }
    for piece in &mut out {
        let open = piece.tokens.clone().filter(|i| reader.word(*i) == "(").count();
        let closed = piece.tokens.clone().filter(|i| reader.word(*i) == ")").count();
        if open > closed && reader.word(piece.tokens.end) == ")" {
            piece.tokens.end += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests;
