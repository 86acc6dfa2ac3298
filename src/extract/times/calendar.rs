//! Days, months, years and weekdays as they are written.

use super::{Piece, Reader};
use crate::language::lexicon::CalendarWord;
use crate::model::{Date, Language, Shape};

/// Four digits are a year only within these.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;
/// With a word for `year` before it, older ones too.
const OLD_YEARS: std::ops::RangeInclusive<i16> = 1000..=2099;
/// First and last day of the beginning, the middle and the end of a month.
const PARTS: [(u8, u8); 3] = [(1, 10), (11, 20), (21, 31)];
/// Names of months and weekdays up to this length are abbreviations, which other words share.
const SHORT: usize = 3;

impl Reader<'_> {
    /// A day, month, year, weekday, relative day or part of a day that starts at `at`.
    pub(super) fn calendar(&self, at: usize) -> Option<Piece> {
        self.numeric(at)
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.year(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.daypart(at))
    }

    /// `9/9/2019`, `(19/9)`, `12-13/9/2019`, `2019-09-09`.
    fn numeric(&self, at: usize) -> Option<Piece> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Number)?;
        let iso: Vec<&str> = token.norm.split('-').collect();
        if let [y, m, d] = iso[..]
            && y.len() == 4
        {
            let date = Date { year: year(y), month: month(m), day: day(d) };
            return complete(date).map(|date| Piece { date: Some(date), ..Piece::at(at..at + 1) });
        }
        let separator = ['/', '.', '-'].into_iter().find(|c| token.norm.matches(*c).count() == 2);
        let separator = if token.norm.contains('/') { '/' } else { separator? };
        let parts: Vec<&str> = token.norm.split(separator).collect();
        let (first, m, y) = match parts[..] {
            // `10/9/2109`: a slip of the year is still a date.
            [d, m, y] => (d, m, Some(four_digits(y).filter(|y| *y >= 1000).or_else(|| short_year(y))?)),
            [d, m] if self.before(at) == "(" || self.follows_weekday(at) => (d, m, None),
            _ => return None,
        };
        let (from, to) = first.split_once('-').unwrap_or((first, ""));
        // Where the second number is no month the first is: 9/23/2019.
        let (d, m) = if month(m).is_none() { (day(m), month(from)) } else { (day(from), month(m)) };
        let date = Date { year: y, month: Some(m?), day: Some(d?) };
        // Which of 3/4/2019 is the month cannot be known in English.
        let unsure = self.lexicon.language == Some(Language::English) && d? <= 12 && d? != m?;
        let date = if unsure { Date { month: None, day: None, ..date } } else { date };
        let until = day(to).map(|d| Date { day: Some(d), ..date });
        Some(Piece { date: Some(date), until, ..Piece::at(at..at + 1) })
    }

    fn follows_weekday(&self, at: usize) -> bool {
        let before = if self.before(at) == "," { at.saturating_sub(2) } else { at.saturating_sub(1) };
        at > 0 && matches!(self.look_up(before), Some((1, CalendarWord::Weekday(_))))
    }

    /// `9 September 2019`, `12-14 September`, `12 dan 13 September`, `23rd of October`.
    fn day_and_month(&self, at: usize) -> Option<Piece> {
        let (first, to) = self.days(at)?;
        let mut next = at + 1;
        let mut last = to;
        let joint = matches!(self.word(next), "-" | "hingga" | "sampai" | "dan" | "and" | "to");
        if last.is_none()
            && joint
            && let Some((second, None)) = self.days(next + 1)
        {
            last = Some(second);
            next += 2;
        }
        if self.word(next) == "of" {
            next += 1;
        }
        let (len, m) = self.month_name(next, true)?;
        let (year, end) = self.year_behind(next + len);
        let date = Date { year, month: Some(m), day: Some(first) };
        let until = last.filter(|l| *l > first).map(|l| Date { day: Some(l), ..date });
        Some(Piece { date: Some(date), until, ..Piece::at(at..end) })
    }

    /// A day of the month, or two joined by a hyphen.
    fn days(&self, at: usize) -> Option<(u8, Option<u8>)> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Number)?;
        let (from, to) = token.norm.split_once('-').unwrap_or((&token.norm, ""));
        Some((day(from)?, day(to)))
    }

    /// `September 15, 2008`, `Juli 2000`, `early December`, `akhir Oktober`, `November-end`, `mid-March`.
    fn month_first(&self, at: usize) -> Option<Piece> {
        if let Some((month, part)) = self.month_in_word(at) {
            let (year, end) = self.year_behind(at + 1);
            return Some(in_part(at..end, year, month, part));
        }
        if let Some((len, part)) = self.part_word(at)
            && let Some((n, month)) = self.month_name(at + len, false)
        {
            let (year, end) = self.year_behind(at + len + n);
            return Some(in_part(at..end, year, month, part));
        }
        let (len, month) = self.month_name(at, false)?;
        let next = at + len;
        let written_first = self.lexicon.language != Some(Language::Indonesian);
        if written_first
            && let Some((first, to)) = self.days(next)
            && !(self.before(at) == "in" && self.is_noun(next + 1))
        {
            let (year, end) = self.year_behind(next + 1);
            let date = Date { year, month: Some(month), day: Some(first) };
            let until = to.map(|d| Date { day: Some(d), ..date });
            return Some(Piece { date: Some(date), until, ..Piece::at(at..end) });
        }
        let (year, end) = self.year_behind(next);
        let alone = year.is_none();
        if alone
            && (self.word(at).len() <= SHORT && !matches!(self.word(at), "mei" | "may")
                || !self.month_may_stand_alone(at, next))
        {
            return None;
        }
        Some(Piece { date: Some(Date { year, month: Some(month), day: None }), ..Piece::at(at..end) })
    }

    fn is_noun(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && !self.lexicon.is_function(&t.norm))
    }

    /// Names of months are names of people and common words too: alone they need a word of time beside them.
    fn month_may_stand_alone(&self, at: usize, next: usize) -> bool {
        let behind = self.tokens.get(next);
        let named = behind.is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper));
        let before = self.before(at);
        let opens = matches!(before, "in" | "since" | "until" | "by" | "last" | "this" | "next" | "from" | "during")
            || matches!(before, "bulan" | "pada" | "sejak" | "hingga" | "sampai" | "dari" | "mulai" | "sebelum");
        let closes =
            behind.is_some_and(|t| matches!(&*t.norm, "lalu" | "mendatang" | "ini" | "nanti" | "depan" | "silam"));
        (opens && !named) || closes
    }

    /// `November-end`, `mid-March`: month and part of it.
    fn month_in_word(&self, at: usize) -> Option<(u8, usize)> {
        let (a, b) = self.tokens.get(at)?.norm.split_once('-')?;
        let month = |w: &str| match self.lexicon.calendar.word(w) {
            Some(CalendarWord::Month(m)) => Some(*m),
            _ => None,
        };
        let part = |w: &str| match self.lexicon.counting.word(w) {
            Some(&"start") => Some(0),
            Some(&"middle") => Some(1),
            Some(&"end") => Some(2),
            _ => None,
        };
        month(a).zip(part(b)).or_else(|| month(b).zip(part(a)))
    }

    fn part_word(&self, at: usize) -> Option<(usize, usize)> {
        for (index, sort) in ["start", "middle", "end"].into_iter().enumerate() {
            if let Some(len) = self.sort(at, sort) {
                return Some((len, index));
            }
            if matches!(self.look_up(at), Some((_, CalendarWord::Word(word))) if word == sort) {
                let bulan = usize::from(matches!(self.look_up(at + 1), Some((1, CalendarWord::Word("month")))));
                return Some((1 + bulan, index));
            }
        }
        None
    }

    /// The month whose name starts at `at`; abbreviations and `may` only with a capital or beside a day.
    fn month_name(&self, at: usize, beside_day: bool) -> Option<(usize, u8)> {
        let (len, CalendarWord::Month(month)) = self.look_up(at)? else { return None };
        let token = &self.tokens[at];
        let capital = matches!(token.shape, Shape::Capital | Shape::Upper);
        (capital || (beside_day && token.norm.len() > SHORT)).then_some((len, month))
    }

    /// The year behind a day or month, and where it ends.
    fn year_behind(&self, at: usize) -> (Option<i16>, usize) {
        let skip = usize::from(self.word(at) == ",");
        match self.tokens.get(at + skip).and_then(|t| year(&t.norm)) {
            Some(y) if skip == 0 || self.lexicon.language != Some(Language::Indonesian) => (Some(y), at + skip + 1),
            _ if matches!(self.look_up(at), Some((1, CalendarWord::Word("year")))) => {
                match self.tokens.get(at + 1).and_then(|t| year(&t.norm)) {
                    Some(y) => (Some(y), at + 2),
                    None => (None, at),
                }
            }
            _ => (None, at),
        }
    }

    /// `tahun 2019`, `sejak 2019`, `2014-2018`, `Pilpres 2019`, `1990-an`.
    fn year(&self, at: usize) -> Option<Piece> {
        let told = matches!(self.look_up(at), Some((1, CalendarWord::Word("year"))));
        let place = at + usize::from(told);
        let token = self.tokens.get(place).filter(|t| t.shape == Shape::Number)?;
        let within = if told { OLD_YEARS } else { YEARS };
        let (a, b) = token.norm.split_once(['-', '/']).unwrap_or((&token.norm, ""));
        let first = four_digits(a).filter(|y| within.contains(y))?;
        let mut end = place + 1;
        let mut last = four_digits(b).filter(|y| *y > first);
        if !b.is_empty() && last.is_none() {
            // 2018/19
            last = b.parse().ok().map(|n: i16| first / 100 * 100 + n).filter(|y| b.len() == 2 && *y > first);
            last?;
        }
        let apart = matches!(self.word(end), "-" | "hingga" | "sampai" | "to");
        if last.is_none()
            && apart
            && let Some(y) = self.tokens.get(end + 1).and_then(|t| year(&t.norm)).filter(|y| *y > first)
        {
            (last, end) = (Some(y), end + 2);
        } else if self.word(end) == "-" && self.word(end + 1) == "an" || self.word(end) == "s" {
            (last, end) = (Some(first + 9), end + 1 + usize::from(self.word(end) == "-"));
        }
        if !told && last.is_none() && self.counts_things(place) {
            return None;
        }
        let whole = |y| Date { year: Some(y), month: None, day: None };
        Some(Piece { date: Some(whole(first)), until: last.map(whole), ..Piece::at(at..end) })
    }

    /// `2000 orang`, `2019 meter`, `Rp 2000`: four digits that count.
    fn counts_things(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|i| self.lexicon.units.longest(self.tokens, i));
        let money = before.is_some_and(|(len, unit)| unit.dimension.starts_with("money") && len == 1);
        let next = at + 1;
        let hedged = at > 0
            && crate::language::lexicon::Hedge::Range
                != *match self.lexicon.hedges.word(self.before(at)) {
                    Some(hedge) => hedge,
                    None => &crate::language::lexicon::Hedge::Range,
                };
        money
            || self.lexicon.units.longest(self.tokens, next).is_some()
            || self.lexicon.scales.longest(self.tokens, next).is_some()
            || self.lexicon.classifiers.longest(self.tokens, next).is_some_and(|_| self.word(next) != "of")
            || matches!(self.word(next), "people" | "men" | "women" | "personel" | "warga" | "rumah" | "jiwa")
            || (hedged && self.is_noun(next))
    }

    /// `dua hari lalu`, `two weeks ago`, `last month`, `bulan depan`, `tahun ini`.
    fn ago(&self, at: usize) -> Option<Piece> {
        let english = self.lexicon.language == Some(Language::English);
        if english
            && let Some((lead, side)) = self.direction(at)
            && let Some((len, days)) = self.time_unit(at + lead)
            && days >= 7.0
        {
            return Some(Piece { units: Some((days, side)), ..Piece::at(at..at + lead + len) });
        }
        let (number, days, end) = self.span_of_time(at)?;
        let (len, side) = if english { (self.sort(end, "ago")?, -1.0) } else { self.direction(end)? };
        if side == 0.0 && number.is_some() {
            return None;
        }
        let many = number.unwrap_or(1.0) * side;
        let piece = Piece::at(at..end + len);
        if days < 7.0 && number.is_some() {
            #[allow(clippy::cast_possible_truncation, reason = "bounded just here")]
            return (many.abs() < 10_000.0).then_some(Piece { days: Some(many as i16), ..piece });
        }
        (days >= 7.0).then_some(Piece { units: Some((days, many)), ..piece })
    }

    /// `last`, `lalu` (-1), `this`, `ini` (0), `next`, `depan` (1) at a place: how many tokens, and which.
    fn direction(&self, at: usize) -> Option<(usize, f64)> {
        let told = [("last", -1.0), ("this", 0.0), ("next", 1.0)];
        if let Some(found) = told.iter().find_map(|(sort, side)| self.sort(at, sort).map(|len| (len, *side))) {
            return Some(found);
        }
        match self.look_up(at)? {
            (len, CalendarWord::Word("past")) => Some((len, -1.0)),
            (len, CalendarWord::Word("this")) => Some((len, 0.0)),
            (len, CalendarWord::Word("future")) => Some((len, 1.0)),
            // `Kamis kemarin`: yesterday's word, but beside a day or unit it only looks back.
            (1, CalendarWord::Relative(-1)) => Some((1, -1.0)),
            _ => None,
        }
    }

    /// `dua hari`, `sepekan`, `bulan`, `a fortnight`: how many, the unit in days, and where it ends.
    fn span_of_time(&self, at: usize) -> Option<(Option<f64>, f64, usize)> {
        use crate::extract::quantities;
        if let Some((n, days)) = quantities::span_in_word(self.word(at), self.lexicon) {
            return Some((Some(n), days, at + 1));
        }
        if matches!(self.word(at), "a" | "an")
            && let Some((len, days)) = self.time_unit(at + 1)
        {
            return Some((Some(1.0), days, at + 1 + len));
        }
        if let Some((len, n)) = quantities::plain_number(self.tokens, at, self.lexicon)
            && let Some((unit, days)) = self.time_unit(at + len)
        {
            return Some((Some(n), days, at + len + unit));
        }
        let (len, days) = self.time_unit(at)?;
        (self.lexicon.language == Some(Language::Indonesian)).then_some((None, days, at + len))
    }

    /// A unit of time at `at`, in days.
    fn time_unit(&self, at: usize) -> Option<(usize, f64)> {
        let (len, unit) = self.lexicon.units.longest(self.tokens, at)?;
        (matches!(unit.dimension, "duration" | "time") && unit.factor >= 86_400.0)
            .then_some((len, unit.factor / 86_400.0))
    }

    /// `Senin`, `last Friday`, `Kamis lalu`.
    fn weekday(&self, at: usize) -> Option<Piece> {
        let lead = self.direction(at).filter(|_| self.lexicon.language == Some(Language::English));
        let place = at + lead.map_or(0, |(len, _)| len);
        let (len, CalendarWord::Weekday(weekday)) = self.look_up(place)? else { return None };
        let token = &self.tokens[place];
        let told = self.before(place) == "hari";
        if !told && !matches!(token.shape, Shape::Capital | Shape::Upper) {
            return None;
        }
        let mut end = place + len;
        let next = self.tokens.get(end);
        if token.norm.len() <= SHORT && !next.is_some_and(|t| t.shape == Shape::Number || matches!(&*t.norm, "," | "("))
        {
            return None;
        }
        let mut direction = lead.map_or(0.0, |(_, side)| side);
        if self.lexicon.language == Some(Language::Indonesian)
            && let Some((n, side)) = self.direction(end)
        {
            // `Minggu lalu` at the head of a sentence is last week.
            if &*token.norm == "minggu" && !told {
                return None;
            }
            direction = side;
            end += n;
        }
        let side = if direction < 0.0 { -1 } else { i8::from(direction > 0.0) };
        Some(Piece { weekday: Some(weekday), side, ..Piece::at(at..end) })
    }

    /// `kemarin`, `today`, `last night`.
    fn relative(&self, at: usize) -> Option<Piece> {
        let (len, CalendarWord::Relative(days)) = self.look_up(at)? else { return None };
        if matches!(self.word(at), "sekarang") {
            return None;
        }
        let daypart = (at..at + len).find_map(|i| match self.lexicon.calendar.word(self.word(i)) {
            Some(CalendarWord::Daypart(from, to)) => Some((*from, *to)),
            _ => None,
        });
        Some(Piece { days: Some(days), daypart, ..Piece::at(at..at + len) })
    }

    /// `petang`, `around noon`.
    fn daypart(&self, at: usize) -> Option<Piece> {
        let (len, CalendarWord::Daypart(from, to)) = self.look_up(at)? else { return None };
        let greeting = matches!(self.before(at), "selamat" | "good" | "makan");
        if greeting || self.tokens[at].shape != Shape::Lower {
            return None;
        }
        let piece = Piece::at(at..at + len);
        // Noon and midnight are points of time.
        if from == to {
            return Some(self.point(at, i32::from(from) * 60, piece));
        }
        Some(Piece { daypart: Some((from, to)), ..piece })
    }
}

fn in_part(tokens: std::ops::Range<usize>, year: Option<i16>, month: u8, part: usize) -> Piece {
    let (from, to) = PARTS[part];
    let last = match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let to = to.min(last);
    let date = Date { year, month: Some(month), day: Some(from) };
    Piece { date: Some(date), until: Some(Date { day: Some(to), ..date }), ..Piece::at(tokens) }
}

fn day(text: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|e| text.strip_suffix(e)).unwrap_or(text);
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
}

fn month(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten().filter(|m| (1..=12).contains(m))
}

fn four_digits(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i16> {
    four_digits(text).filter(|y| YEARS.contains(y))
}

/// `19` in 9/9/19.
fn short_year(text: &str) -> Option<i16> {
    (text.len() == 2).then(|| text.parse::<i16>().ok()).flatten().map(|y| if y < 70 { 2000 + y } else { 1900 + y })
}

fn complete(date: Date) -> Option<Date> {
    (date.year.is_some() && date.month.is_some() && date.day.is_some()).then_some(date)
}
