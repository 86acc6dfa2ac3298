//! Ages, and whose they are.

use std::ops::Range;

use super::words::{Number, Sort};
use super::{Found, Reader, counted, hedges, units};
use crate::language::lexicon::Unit;
use crate::model::mention::Measure;
use crate::model::{Language, Shape};

/// The ages that a number in brackets behind a name may be, in years.
const AGES: std::ops::RangeInclusive<f64> = 1.0..=110.0;

impl Reader<'_> {
    /// `Budi (34)`, `berusia 34 tahun`, `aged 34`, `John Smith, 34,`.
    pub(super) fn age(&self, at: usize, number: &Number) -> Option<Found> {
        if !AGES.contains(&number.value) || number.sort != Sort::Cardinal || number.value.fract() != 0.0 {
            return None;
        }
        let end = at + number.len;
        let word = |i: usize| self.tokens.get(i).map_or("", |t| &*t.norm);
        let years = units::behind(self.text, self.tokens, end, self.lexicon)
            .filter(|f| f.unit.dimension == "duration" && f.unit.factor > 3e7)
            .map_or(0, |f| f.len);
        let is_age = |i: usize| self.lexicon.counting.word(word(i)).is_some_and(|sort| *sort == "age");
        let (first, _, _) = self.hedged(at, end);
        let after_word = first > 0 && is_age(first - 1);
        let figures = number.len == 1 && self.tokens[at].shape == Shape::Number;
        let bracketed = figures && at > 1 && word(at - 1) == "(" && matches!(word(end + years), ")" | ",");
        let closed = matches!(word(end + years), "," | "." | ")" | ";");
        let commas = figures && at > 1 && word(at - 1) == "," && closed;
        // `Garbutt, who was 22.`
        let clause = at > 3
            && matches!(word(at - 1), "is" | "was" | "turned" | "turns")
            && word(at - 2) == "who"
            && (closed || word(end) == "when");
        if clause && counted::name_before(self.tokens, at - 3).is_some() {
            let name = counted::name_before(self.tokens, at - 3);
            return Some(self.aged(at, at, Number { len: number.len + years, ..*number }, name));
        }
        if years > 0 && self.is_human_before(at) {
            let number = Number { len: number.len + years, ..*number };
            return Some(self.aged(at, at, number, Some(at - 1..at)));
        }
        let told = after_word || bracketed || commas && self.language.has_lists();
        if !told {
            return None;
        }
        let name = if after_word { self.subject_of_age(first - 1) } else { counted::name_before(self.tokens, at - 1) };
        if !after_word && name.is_none() {
            return None;
        }
        let number = Number { len: number.len + years, ..*number };
        Some(self.aged(if after_word { first } else { at }, at, number, name))
    }

    /// `pria 45 tahun itu`, `perempuan 29 tahun`: in Indonesian a human being with years behind is so old.
    fn is_human_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|i| &self.tokens[i]) else { return false };
        let human = self.lexicon.counting.word(&before.norm).is_some_and(|sort| *sort == "human");
        let titled = self.lexicon.titles.word(&before.norm).is_some();
        self.language == Language::Indonesian && before.shape != Shape::Mark && (human || titled)
    }

    /// Who is told to be of an age: the name just before the word, a comma between them at most.
    fn subject_of_age(&self, word: usize) -> Option<Range<usize>> {
        let comma = word.checked_sub(1).is_some_and(|i| matches!(&*self.tokens[i].norm, "," | "(" | "yang"));
        counted::name_before(self.tokens, word - usize::from(comma))
    }

    /// `34-year-old Budi`, `a 34-year-old man`, `Budi is 34 years old`.
    pub(super) fn person_aged(&self, at: usize, number: Number, unit: Unit) -> Found {
        let end = at + number.len;
        let of = self.noun(end, true);
        let mut found = self.aged(at, at, number, of);
        found.unit = Some(unit);
        found
    }

    fn aged(&self, start: usize, at: usize, number: Number, of: Option<Range<usize>>) -> Found {
        let end = at + number.len;
        let (_, hedge, _) = self.hedged(at, end);
        let (low, high) = hedges::interval(&number, hedge, false);
        let measure = Measure::Age;
        let first = start.min(at);
        Found { number: first..end, of, next: end, value: number, low, high, unit: None, measure, weak: false }
    }
}
