//! Numbers: figures, number words and what multiplies them, as one value.

use super::figures;
use crate::language::Lexicon;
use crate::language::lexicon::NumberWord;
use crate::model::{Language, Shape, Token};

/// A number at a place in a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// How many tokens it takes.
    pub len: usize,
    /// Its value; of a range or a vague number the first.
    pub value: f64,
    /// The last value of a range or a vague number.
    pub to: Option<f64>,
    /// What its last written place is worth.
    pub step: f64,
    /// Whether it was shortened: decimals, or a word such as `miliar` behind it.
    pub rounded: bool,
    /// What it is.
    pub sort: Sort,
}

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// `dua`, `23`.
    Cardinal,
    /// `kedua`, `2nd`.
    Ordinal,
    /// `puluhan`; with whether it is so vague that it never conflicts.
    Vague(bool),
}

/// Words of the lists that count only in a phrase of their own or as a name, and never as a number here.
const NOT_ALONE: [&str; 4] = ["perdana", "pasangan", "ganda", "duet"];

/// The number that starts at `at`; `money` where a currency stands before it.
pub fn number(tokens: &[Token], at: usize, lexicon: &Lexicon, language: Language, money: bool) -> Option<Number> {
    let token = tokens.get(at)?;
    if token.shape == Shape::Number {
        return written_in_figures(tokens, at, lexicon, language, money);
    }
    if is_roman(token) || NOT_ALONE.contains(&&*token.norm) {
        return None;
    }
    if let Some(nth) = token.norm.strip_prefix("ke-").and_then(|d| figures::figure(d, language)) {
        return Some(ordinal(1, nth.value));
    }
    match lexicon.numbers.longest(tokens, at) {
        Some((len, NumberWord::Ordinal(n))) => Some(ordinal(len, *n)),
        Some((len, NumberWord::Vague(from, to, never))) => Some(vague(tokens, at, len, (*from, *to, *never), lexicon)),
        Some(_) => written_in_words(tokens, at, lexicon),
        None => hyphened(&token.norm, lexicon),
    }
}

fn ordinal(len: usize, value: f64) -> Number {
    Number { len, value, to: None, step: 1.0, rounded: false, sort: Sort::Ordinal }
}

/// `II`, `XI`: parts of names far more often than numbers.
fn is_roman(token: &Token) -> bool {
    !token.norm.is_empty() && token.norm.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

/// `beberapa`, `puluhan`, and what multiplies them (`beberapa ribu`).
fn vague(tokens: &[Token], at: usize, mut len: usize, word: (f64, f64, bool), lexicon: &Lexicon) -> Number {
    let (mut value, mut to, mut never) = word;
    while let Some((n, NumberWord::Times(factor))) = lexicon.numbers.longest(tokens, at + len) {
        value *= factor;
        to *= factor;
        never = false;
        len += n;
    }
    Number { len, value, to: Some(to), step: 0.0, rounded: true, sort: Sort::Vague(never) }
}

fn written_in_figures(
    tokens: &[Token],
    at: usize,
    lexicon: &Lexicon,
    language: Language,
    money: bool,
) -> Option<Number> {
    let mut figure = figures::figure(&tokens[at].norm, language)?;
    let mut len = 1;
    // 7 000: groups set apart by a blank.
    while !figure.decimal && figure.to.is_none() && figure.value < 1e12 && is_group(tokens, at + len) {
        let first = tokens[at].norm.len() <= 3 && tokens[at].norm.bytes().all(|b| b.is_ascii_digit());
        let Some(group) = figures_of_group(tokens, at + len).filter(|_| first) else { break };
        figure.value = figure.value * 1000.0 + group;
        len += 1;
    }
    if figure.ordinal {
        return Some(ordinal(len, figure.value));
    }
    let sort = Sort::Cardinal;
    let mut number =
        Number { len, value: figure.value, to: figure.to, step: figure.step, rounded: figure.decimal, sort };
    while let Some((n, (factor, only_money))) = lexicon.scales.longest(tokens, at + number.len) {
        if (*only_money && !money) || number.value * factor > 1e18 {
            break;
        }
        number.len += n;
        number.value *= factor;
        number.to = number.to.map(|to| to * factor);
        number.step *= factor;
        number.rounded = true;
    }
    Some(with_smaller_part(tokens, at, number, lexicon, language, money))
}

/// `1 miliar 200 juta`: a smaller part written behind.
fn with_smaller_part(
    tokens: &[Token],
    at: usize,
    number: Number,
    lexicon: &Lexicon,
    language: Language,
    money: bool,
) -> Number {
    let next = at + number.len;
    if !number.rounded || number.to.is_some() || tokens.get(next).is_none_or(|t| t.shape != Shape::Number) {
        return number;
    }
    let last = tokens[next - 1].shape == Shape::Number;
    match written_in_figures(tokens, next, lexicon, language, money) {
        Some(part) if !last && part.rounded && part.to.is_none() && part.value < number.step => {
            Number { len: number.len + part.len, value: number.value + part.value, step: part.step, ..number }
        }
        _ => number,
    }
}

/// Three digits alone, one blank behind the token before.
fn is_group(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let gap = token.span.start.saturating_sub(tokens[at - 1].span.end);
    token.norm.len() == 3 && token.norm.bytes().all(|b| b.is_ascii_digit()) && (1..=3).contains(&gap)
}

fn figures_of_group(tokens: &[Token], at: usize) -> Option<f64> {
    tokens[at].norm.parse().ok()
}

/// Number words compounded: `dua puluh lima ribu`, `two hundred and five`.
fn written_in_words(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Number> {
    let mut sum = Sum::default();
    let mut len = 0;
    loop {
        let mut next = at + len;
        // two hundred and five
        if len > 0 && sum.last >= 100.0 && tokens.get(next).is_some_and(|t| &*t.norm == "and") {
            next += 1;
        }
        let Some((n, word)) = lexicon.numbers.longest(tokens, next) else { break };
        let taken = match word {
            NumberWord::Value(v) if tokens[next].norm.len() > 1 => sum.add(*v),
            NumberWord::Times(f) => sum.times(*f),
            NumberWord::Plus(v) => sum.plus(*v),
            _ => false,
        };
        if !taken {
            break;
        }
        len = next + n - at;
    }
    if len == 0 {
        return None;
    }
    let value = sum.total + sum.rest + sum.last;
    let step = sum.place.max(if value.fract() == 0.0 { 1.0 } else { 0.5 });
    Some(Number { len, value, to: None, step, rounded: step > 100.0, sort: Sort::Cardinal })
}

/// A number as it is spoken: thousands that are complete, hundreds that are, and the part that may still be multiplied.
#[derive(Default)]
struct Sum {
    total: f64,
    rest: f64,
    last: f64,
    /// What the last spoken place is worth.
    place: f64,
    begun: bool,
}

impl Sum {
    /// Adds a word's value; false where the two do not make one number (`dua tiga`).
    fn add(&mut self, value: f64) -> bool {
        if self.begun && value >= self.room() {
            return false;
        }
        self.rest += self.last;
        self.last = value;
        self.place = place(value);
        self.begun = true;
        true
    }

    /// How great the next part may be, exclusive.
    fn room(&self) -> f64 {
        let in_group = if self.last == 0.0 { f64::INFINITY } else { place(self.last) };
        if self.last == 0.0 && self.total > 0.0 { place(self.total) } else { in_group }
    }

    fn times(&mut self, factor: f64) -> bool {
        if factor < 1000.0 {
            if self.last >= factor && self.begun && self.last != 0.0 {
                return false;
            }
            self.last = self.last.max(if self.last > 0.0 { self.last } else { 1.0 }) * factor;
            self.place = factor;
        } else {
            let group = self.rest + self.last;
            if self.total > 0.0 && (group == 0.0 || factor >= place(self.total)) {
                return false;
            }
            self.total += (if group == 0.0 { 1.0 } else { group }) * factor;
            self.place = if group == 0.0 { factor } else { place(group) * factor };
            (self.rest, self.last) = (0.0, 0.0);
        }
        self.begun = true;
        true
    }

    /// `lima` `belas`.
    fn plus(&mut self, value: f64) -> bool {
        if !(1.0..10.0).contains(&self.last) {
            return false;
        }
        self.last += value;
        self.place = 1.0;
        true
    }
}

/// What the last place of a round number is worth: 100 for 300, 1 for 12.
fn place(value: f64) -> f64 {
    let mut place = 1.0;
    while value > 0.0 && place < 1e15 && value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if value > 0.0 && value < 1.0 { 0.5 } else { place }
}

/// `dua-tiga`: a range in one token.
fn hyphened(norm: &str, lexicon: &Lexicon) -> Option<Number> {
    let (a, b) = norm.split_once('-')?;
    match (lexicon.numbers.word(a)?, lexicon.numbers.word(b)?) {
        (NumberWord::Value(a), NumberWord::Value(b)) if a < b => {
            Some(Number { len: 1, value: *a, to: Some(*b), step: 1.0, rounded: false, sort: Sort::Cardinal })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens;

    fn value(text: &str, language: Language) -> Option<(f64, usize)> {
        let tokens = tokens::of_str(text);
        number(&tokens, 0, Lexicon::of(language), language, text.starts_with("Rp")).map(|n| (n.value, n.len))
    }

    #[test]
    fn number_words_make_one_value() {
        use Language::{English as En, Indonesian as Id};
        for (text, language, want) in [
            ("dua puluh lima ribu rumah", Id, 25_000.0),
            ("seratus dua puluh tiga orang", Id, 123.0),
            ("sebelas kali", Id, 11.0),
            ("lima belas", Id, 15.0),
            ("seribu lima ratus", Id, 1500.0),
            ("dua ribu sembilan belas", Id, 2019.0),
            ("dua juta lima ratus ribu", Id, 2_500_000.0),
            ("seratus ribu", Id, 100_000.0),
            ("setengah juta", Id, 500_000.0),
            ("2,5 juta", Id, 2_500_000.0),
            ("1 miliar 200 juta", Id, 1_200_000_000.0),
            ("7 000 orang", Id, 7000.0),
            ("dua tiga", Id, 2.0),
            ("two hundred and five men", En, 205.0),
            ("twenty-three", En, 23.0),
            ("twenty three", En, 23.0),
            ("one hundred twenty-three thousand", En, 123_000.0),
            ("two dozen", En, 24.0),
            ("dozen", En, 12.0),
            ("3 million", En, 3_000_000.0),
            ("two and a half", En, 2.5),
            ("fourth", En, 4.0),
        ] {
            assert_eq!(value(text, language).map(|v| v.0), Some(want), "{text}");
        }
        assert_eq!(value("perdana menteri", Id), None);
        assert_eq!(value("two and three", En).map(|v| v.1), Some(1));
    }
}
