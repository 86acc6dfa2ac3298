//! Quantities: numbers with what they count or measure.
//!
//! A sentence is read from left to right. At each place where a number starts, what stands before it (currency, hedge,
//! a word that makes it a label or an age) and behind it (scale, unit, hedge, second number, the thing counted) is taken
//! in, and the reading goes on behind. Cost: linear in the tokens.

mod ages;
mod counted;
mod figures;
mod hedges;
mod labels;
mod units;
mod words;

use std::ops::Range;

use crate::language::Lexicon;
use crate::language::lexicon::{Hedge, Unit};
use crate::model::mention::{At, Measure, Quantity, Time};
use crate::model::{Language, Report, Segments, Shape, Token};
use words::{Number, Sort};

pub use figures::score;

/// The quantities of a report, in order of place. What `times` took is left out.
pub fn quantities(report: &Report, segments: &Segments, lexicon: &Lexicon, times: &[Time]) -> Vec<Quantity> {
    let mut taken = vec![false; segments.tokens.len()];
    for time in times {
        taken[time.at.tokens.clone()].fill(true);
    }
    let mut out = Vec::new();
    for (index, sentence) in segments.sentences.iter().enumerate() {
        let reader = Reader {
            text: &report.text,
            tokens: &segments.tokens[sentence.tokens.clone()],
            taken: &taken[sentence.tokens.clone()],
            lexicon,
            language: report.language,
            title_case: is_title_case(&segments.tokens[sentence.tokens.clone()]),
        };
        let mut at = 0;
        while at < reader.tokens.len() {
            match reader.read(at) {
                Some(found) => {
                    at = found.next.max(at + 1);
                    out.push(found.placed(segments, index));
                }
                None => at += 1,
            }
        }
    }
    out
}

/// A number without unit or hedge at a place: how many tokens it takes, and its value.
pub fn plain_number(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, f64)> {
    let language = lexicon.language.unwrap_or(Language::Other);
    words::number(tokens, at, lexicon, language, false)
        .filter(|n| n.sort == Sort::Cardinal && n.to.is_none())
        .map(|n| (n.len, n.value))
}

/// A span of time in one word (`sepekan`): how many, and the unit in days.
pub fn span_in_word(norm: &str, lexicon: &Lexicon) -> Option<(f64, f64)> {
    let (value, unit) = units::inside(norm, lexicon)?;
    (unit.dimension == "duration" && unit.factor >= 86_400.0).then_some((value, unit.factor / 86_400.0))
}

/// `3,104 orang`: nobody counts things to the thousandth.
fn in_thousands(number: Number) -> Number {
    let thousandths = number.len == 1 && (number.step - 0.001).abs() < 1e-9 && number.value >= 1.0;
    if thousandths { Number { value: (number.value * 1000.0).round(), step: 1.0, ..number } } else { number }
}

/// A sentence's tokens and what is known of their language.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    taken: &'a [bool],
    lexicon: &'a Lexicon,
    language: Language,
    /// Whether capitals tell nothing, as in many headlines.
    title_case: bool,
}

/// Share of a sentence's words that have a capital from which on it is written as headlines are, of ten.
const TITLE_CASE: usize = 7;

fn is_title_case(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|t| !matches!(t.shape, Shape::Mark | Shape::Number));
    let (all, capital) = words.fold((0, 0), |(n, c), t| (n + 1, c + usize::from(t.shape != Shape::Lower)));
    all > 2 && capital * 10 >= all * TITLE_CASE
}

/// A quantity with tokens counted from its sentence's first.
struct Found {
    /// Hedge, number and unit.
    number: Range<usize>,
    of: Option<Range<usize>>,
    /// Where reading goes on.
    next: usize,
    value: Number,
    low: f64,
    high: f64,
    unit: Option<Unit>,
    measure: Measure,
    weak: bool,
}

impl Found {
    fn placed(self, segments: &Segments, sentence: usize) -> Quantity {
        let base = segments.sentences[sentence].tokens.start;
        let shift = |r: Range<usize>| r.start + base..r.end + base;
        let number = shift(self.number);
        let of = self.of.map(shift);
        // A name before an age stands apart from it: the mention reaches over both.
        let start = of.as_ref().map_or(number.start, |o| o.start.min(number.start));
        let end = of.as_ref().map_or(number.end, |o| o.end.max(number.end));
        let factor = self.unit.map_or(1.0, |u| u.factor);
        Quantity {
            at: At {
                span: segments.span(start..end),
                tokens: start..end,
                sentence,
                clause: segments.clause_at(number.start).unwrap_or(0),
            },
            number: segments.span(number),
            low: self.low * factor,
            high: self.high * factor,
            value: self.value.value * factor,
            step: self.value.step * factor,
            unit: self.unit.map_or("", |u| u.id),
            measure: self.measure,
            of,
            vague: self.value.sort == Sort::Vague(true),
            weak: self.weak,
        }
    }
}

impl Reader<'_> {
    /// The quantity whose number starts at `at`.
    fn read(&self, at: usize) -> Option<Found> {
        if self.taken[at] {
            return None;
        }
        if let Some((len, unit)) = units::currency(self.tokens, at, self.lexicon) {
            let number = words::number(self.tokens, at + len, self.lexicon, self.language, true)?;
            return Some(self.amount(at, at + len, self.with_range(at + len, number), unit, false));
        }
        if let Some((len, unit)) = units::before(self.tokens, at, self.lexicon) {
            let number = words::number(self.tokens, at + len, self.lexicon, self.language, false)?;
            return Some(self.amount(at, at + len, number, unit, false));
        }
        if let Some(label) = self.label(at) {
            return Some(label);
        }
        let token = &self.tokens[at];
        let Some(number) = words::number(self.tokens, at, self.lexicon, self.language, false) else {
            let (value, unit) = units::inside(&token.norm, self.lexicon)?;
            let sort = Sort::Cardinal;
            let number = Number { len: 1, value, to: None, step: 1.0, rounded: false, sort };
            // `seven-month-old`
            if unit.dimension == "age" {
                return Some(self.person_aged(at, number, unit));
            }
            return Some(self.amount(at, at, number, unit, token.norm.contains('-')));
        };
        if self.taken[at..at + number.len].contains(&true) || self.is_idiom(at, &number) {
            return None;
        }
        let number = self.with_range(at, number);
        if let Some(age) = self.age(at, &number) {
            return Some(age);
        }
        let end = at + number.len;
        if let Some(found) = units::behind(self.text, self.tokens, end, self.lexicon)
            && number.sort != Sort::Ordinal
        {
            let number = Number { len: number.len + found.len, ..number };
            if found.unit.dimension == "age" {
                return Some(self.person_aged(at, number, found.unit));
            }
            return Some(self.amount(at, at, number, found.unit, found.joined));
        }
        Some(self.count(at, number))
    }

    /// `Rp 1,6 miliar`, `10-metre dhow`: `start` is the currency's token or the number's.
    fn amount(&self, start: usize, at: usize, number: Number, unit: Unit, joined: bool) -> Found {
        let mut end = at + number.len;
        let money = unit.dimension.starts_with("money");
        // US$ 5 million, 5 juta dolar AS: a unit behind a currency says the same again.
        if money
            && start < at
            && let Some(again) = units::behind(self.text, self.tokens, end, self.lexicon)
            && again.unit.dimension == unit.dimension
        {
            end += again.len;
        }
        let (first, hedge, end) = self.hedged(start, end);
        let (low, high) = hedges::interval(&number, hedge, true);
        let of = if joined {
            self.noun(end, true)
        } else if !money {
            self.measured(end)
        } else {
            None
        };
        let measure = Measure::Amount(unit.dimension);
        Found { number: first..end, of, next: end, value: number, low, high, unit: Some(unit), measure, weak: false }
    }

    /// The thing counted behind a number.
    fn noun(&self, at: usize, one: bool) -> Option<Range<usize>> {
        counted::behind(self.tokens, at, self.lexicon, one, self.title_case)
    }

    /// What an amount is of, where it stands right behind: `1,7 ton beras`, `1.7 tonnes of rice`.
    fn measured(&self, end: usize) -> Option<Range<usize>> {
        let start = match self.tokens.get(end) {
            Some(t) if self.language == Language::English && &*t.norm == "of" => end + 1,
            Some(_) if self.language == Language::Indonesian => end,
            _ => return None,
        };
        self.noun(start, true)
    }

    /// A count of things, or a place in an order.
    fn count(&self, at: usize, number: Number) -> Found {
        let end = at + number.len;
        let (first, hedge, after) = self.hedged(at, end);
        let both = number.sort == Sort::Ordinal && self.is_both(at, end);
        let measure = if number.sort == Sort::Ordinal && !both { Measure::Ordinal } else { Measure::Count };
        let one = number.value <= 1.0 || measure == Measure::Ordinal;
        let of = self.before_ordinal(at, &measure).or_else(|| self.noun(after, one));
        let word = &*self.tokens[at].norm;
        let weak = number.value <= 1.0 && number.sort == Sort::Cardinal && (word.starts_with("se") || word == "one");
        let next = of.as_ref().map_or(after, |o| o.end.max(after));
        let number = if of.is_some() { in_thousands(number) } else { number };
        let (low, high) = hedges::interval(&number, hedge, false);
        // A decimal that counts nothing is a version; `menit 16` is a place in an order.
        let nothing = of.is_none() && number.sort == Sort::Cardinal;
        let unit_before = at > 0 && self.language == Language::Indonesian && self.is_time_unit(at - 1);
        let (measure, of) = match measure {
            Measure::Count if nothing && number.step < 1.0 => (Measure::Label, None),
            Measure::Count if nothing && unit_before => (Measure::Ordinal, Some(at - 1..at)),
            other => (other, of),
        };
        Found { number: first..after, of, next, value: number, low, high, unit: None, measure, weak }
    }

    fn is_time_unit(&self, at: usize) -> bool {
        self.lexicon.units.word(&self.tokens[at].norm).is_some_and(|u| matches!(u.dimension, "time" | "duration"))
    }

    /// `kunjungan kedua`: in Indonesian the thing stands before its ordinal.
    fn before_ordinal(&self, at: usize, measure: &Measure) -> Option<Range<usize>> {
        let before = at.checked_sub(1)?;
        let token = &self.tokens[before];
        let noun = token.shape == Shape::Lower && !self.lexicon.is_function(&token.norm);
        (*measure == Measure::Ordinal && self.language == Language::Indonesian && noun).then_some(before..at)
    }

    /// `kedua pemimpin`: both leaders; but `kunjungan kedua Putin`: Putin's second visit.
    fn is_both(&self, at: usize, end: usize) -> bool {
        if self.language != Language::Indonesian || !self.tokens[at].norm.starts_with("ke") {
            return false;
        }
        if self.tokens[at].norm.contains('-') {
            return false;
        }
        let content = |t: &Token| t.shape == Shape::Lower && !self.lexicon.is_function(&t.norm);
        let again = self.lexicon.counting.longest(self.tokens, end).is_some_and(|(_, sort)| *sort == "times");
        let noun_before = at.checked_sub(1).map(|i| &self.tokens[i]).is_some_and(|t| {
            content(t) && !t.norm.starts_with("me") && !crate::language::stem::is_passive(self.lexicon, &t.norm)
        });
        self.tokens.get(end).is_some_and(content) && !again && !noun_before
    }

    /// The hedges around `start..end`: the first token, what they do, and one past the last.
    fn hedged(&self, start: usize, end: usize) -> (usize, Option<Hedge>, usize) {
        let before = hedges::before(self.tokens, start, self.lexicon).filter(|(first, _)| !self.taken[*first]);
        match hedges::behind(self.tokens, end, self.lexicon) {
            Some((len, hedge)) => (before.map_or(start, |b| b.0), Some(hedge), end + len),
            None => (before.map_or(start, |b| b.0), before.map(|b| b.1), end),
        }
    }

    /// `24- to 30`, `antara 5 dan 10`, `5 hingga 10`, `5.000-an`.
    fn with_range(&self, at: usize, number: Number) -> Number {
        let end = at + number.len;
        let word = |i: usize| self.tokens.get(i).map_or("", |t| &*t.norm);
        if word(end) == "-" && word(end + 1) == "an" {
            return Number { len: number.len + 2, to: Some(number.value + number.step * 10.0), ..number };
        }
        if number.sort != Sort::Cardinal || number.to.is_some() {
            return number;
        }
        let hyphen = usize::from(word(end) == "-" && word(end + 1) == "to");
        let joint = word(end + hyphen);
        let between = hedges::opens_range(self.tokens, at, self.lexicon).is_some();
        let joins = matches!(joint, "to" | "hingga" | "sampai" | "-" | "--" | "atau" | "or")
            || (between && matches!(joint, "and" | "dan" | "ke"));
        if !joins {
            return number;
        }
        let second = end + hyphen + 1;
        let money = units::currency(self.tokens, second, self.lexicon).map_or(0, |(len, _)| len);
        match words::number(self.tokens, second + money, self.lexicon, self.language, money > 0) {
            Some(to) if to.sort == Sort::Cardinal && to.to.is_none() && to.value > number.value => {
                // 1,6 - 1,8 miliar: the scale behind the second is the first's too.
                let written = figures::figure(word(second + money), self.language).map_or(to.value, |f| f.value);
                let scale = if number.len == 1 && written > 0.0 { to.value / written } else { 1.0 };
                let scaled = if number.value * scale < to.value { scale } else { 1.0 };
                Number {
                    len: second + money + to.len - at,
                    value: number.value * scaled,
                    to: Some(to.value),
                    step: to.step,
                    ..number
                }
            }
            _ => number,
        }
    }

    /// Whether a noun, scale or unit stands at `at`, so that the number before it counts or measures.
    fn counts_something(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        self.lexicon.scales.word(&token.norm).is_some()
            || units::behind(self.text, self.tokens, at, self.lexicon).is_some()
            || self.lexicon.classifiers.longest(self.tokens, at).is_some_and(|_| &*token.norm != "of")
            || (token.shape == Shape::Lower
                && !self.lexicon.is_function(&token.norm)
                && self.lexicon.clauses.word(&token.norm).is_none()
                && self.lexicon.modality.word(&token.norm).is_none())
    }

    /// Number words that count nothing: `salah satu`, `satu sama lain`, `no one`, `one another`, `pertama-tama`.
    fn is_idiom(&self, at: usize, number: &Number) -> bool {
        let token = &self.tokens[at];
        let is_named = |i: usize| self.tokens.get(i).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper));
        // `Universitas Sebelas Maret`
        let in_name = token.shape == Shape::Capital
            && !self.title_case
            && at > 0
            && (is_named(at - 1) || is_named(at + number.len));
        // `sejumlah Rp 1,6 miliar`: the vague word only leads to the sum.
        let leads = units::currency(self.tokens, at + number.len, self.lexicon).is_some();
        if in_name || leads || hedges::holds(self.tokens, at, self.lexicon) {
            return true;
        }
        let before = at.checked_sub(1).map_or("", |i| &*self.tokens[i].norm);
        let after = self.tokens.get(at + number.len).map_or("", |t| &*t.norm);
        match &*self.tokens[at].norm {
            "satu" => matches!(before, "salah" | "nomor") || matches!(after, "sama" | "per" | "persatu"),
            "one" => {
                matches!(before, "no" | "any" | "every" | "some" | "this" | "that" | "each" | "the" | "which")
                    || matches!(after, "another" | "of" | "by" | "," | "." | "is" | "who" | "that")
            }
            "second" => matches!(before, "split" | "a" | "per"),
            "half" => matches!(after, "-" | "way"),
            "first" => matches!(before, "at") || matches!(after, "," | "of"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
