//! Units and currencies before and behind a number.

use crate::language::{Lexicon, lexicon::Unit, tokens};
use crate::model::{Shape, Token};

/// A unit of measure at a place in a run of tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// How many tokens it takes, a joining hyphen among them.
    pub len: usize,
    /// The unit.
    pub unit: Unit,
    /// Whether a hyphen joins it to the number (`10-metre dhow`): what it measures follows.
    pub joined: bool,
}

/// The unit behind a number that ends before token `at`.
pub fn behind(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Found> {
    let (skip, joined) = match tokens.get(at) {
        Some(t) if &*t.norm == "-" && at > 0 && tokens[at - 1].span.end == t.span.start => (1, true),
        _ => (0, false),
    };
    let mut place = at + skip;
    // 5,2 pada skala Richter
    if place + 1 < tokens.len()
        && let Some((_, unit)) = lexicon.units.longest(tokens, place + 1)
        && unit.dimension == "magnitude"
        && matches!(&*tokens[place].norm, "pada" | "on" | "dalam")
    {
        place += 1;
    }
    let skip = place - at;
    let found = |len, unit| Found { len: len + skip, unit: in_common(unit), joined };
    let token = tokens.get(place)?;
    if let Some(unit) = lexicon.cased_units.get(token.span.of(text)) {
        return Some(found(1, *unit));
    }
    if let Some((len, unit)) = lexicon.units.longest(tokens, place) {
        // A single small letter is a unit only where it is written on to its number or stands alone behind figures.
        let lone = token.norm.len() == 1 && token.norm.bytes().all(|b| b.is_ascii_alphabetic());
        if !lone || tokens[at - 1].shape == Shape::Number {
            return Some(found(len, *unit));
        }
    }
    of_parts(&token.norm, lexicon).map(|unit| Found { joined: true, ..found(1, unit) })
}

/// `nautical-mile`, `metre-long`, `year-old`: a unit inside a hyphened word.
fn of_parts(norm: &str, lexicon: &Lexicon) -> Option<Unit> {
    let parts: Vec<&str> = norm.split('-').collect();
    (1..=parts.len()).rev().filter(|_| parts.len() > 1).find_map(|n| phrase(&parts[..n].join(" "), lexicon))
}

fn phrase(words: &str, lexicon: &Lexicon) -> Option<Unit> {
    let words = tokens::of_str(words);
    lexicon.units.longest(&words, 0).filter(|(len, _)| *len == words.len()).map(|(_, unit)| *unit)
}

/// A number and its unit in one token: `five-day`, `sebulan`.
pub fn inside(norm: &str, lexicon: &Lexicon) -> Option<(f64, Unit)> {
    if let Some((number, rest)) = norm.split_once('-')
        && let Some(crate::language::lexicon::NumberWord::Value(value)) = lexicon.numbers.word(number)
    {
        return lexicon.units.word(rest).copied().or_else(|| of_parts(rest, lexicon)).map(|u| (*value, in_common(u)));
    }
    let unit = norm.strip_prefix("se").filter(|r| r.len() > 2).and_then(|rest| lexicon.units.word(rest))?;
    let unit = in_common(*unit);
    let measures = matches!(unit.dimension, "duration" | "length" | "mass" | "volume" | "area");
    (lexicon.language == Some(crate::model::Language::Indonesian) && measures).then_some((1.0, unit))
}

/// The currency that starts at `at` with a figure behind it: how many tokens it takes.
pub fn currency(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, Unit)> {
    let (mut len, unit) = lexicon.units.longest(tokens, at).filter(|(_, u)| u.dimension.starts_with("money"))?;
    // `a $5 note`: the article is no part of `A$`.
    if len > 1 && tokens[at].norm.len() == 1 && tokens[at].span.end < tokens[at + 1].span.start {
        return None;
    }
    if tokens.get(at + len).is_some_and(|t| &*t.norm == ".") {
        len += 1;
    }
    tokens.get(at + len).filter(|t| t.shape == Shape::Number).map(|_| (len, *unit))
}

/// A measure that stands before its number (`magnitudo 5,2`, `magnitude 7.2`): how many tokens it takes.
pub fn before(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, Unit)> {
    let (len, unit) = lexicon.units.longest(tokens, at).filter(|(_, u)| u.dimension == "magnitude")?;
    tokens.get(at + len).filter(|t| t.shape == Shape::Number).map(|_| (len, *unit))
}

/// The dimension's name that both languages share.
fn in_common(unit: Unit) -> Unit {
    let dimension = match unit.dimension {
        "time" => "duration",
        "percent" => "share",
        "percent-point" => "points",
        other => other,
    };
    Unit { dimension, ..unit }
}
