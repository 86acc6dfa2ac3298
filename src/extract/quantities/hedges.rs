//! Words before and behind a number that make it a bound or an estimate, and the interval that it then can mean.

use super::words::{Number, Sort};
use crate::language::Lexicon;
use crate::language::lexicon::Hedge;
use crate::model::Token;

/// How many tokens a hedge before a number may take.
const LONGEST_HEDGE: usize = 5;
/// How far a number that is told as an estimate may be off, as a share of it: `sekitar 100` still is 110.
const ABOUT: f64 = 0.1;

/// The hedge that ends just before token `at`: where it starts, and what it does.
pub fn before(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, Hedge)> {
    (at.saturating_sub(LONGEST_HEDGE)..at).find_map(|start| {
        let (len, hedge) = lexicon.hedges.longest(tokens, start)?;
        if start + len != at {
            return None;
        }
        match hedge {
            Hedge::Range if is_upto(tokens, start, lexicon) => Some((start, Hedge::Max)),
            Hedge::Range => None,
            other => Some((start, *other)),
        }
    })
}

/// `antara`, `between`, `dari`: opens a range.
pub fn opens_range(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<usize> {
    (at.saturating_sub(LONGEST_HEDGE)..at).find(|start| {
        lexicon.hedges.longest(tokens, *start).is_some_and(|(len, h)| start + len == at && *h == Hedge::Range)
            && !is_upto(tokens, *start, lexicon)
            && tokens[*start].norm.chars().all(char::is_alphabetic)
    })
}

/// Whether the token is part of a hedge of several words (`paling sedikit`).
pub fn holds(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    (at.saturating_sub(LONGEST_HEDGE)..=at)
        .any(|start| lexicon.hedges.longest(tokens, start).is_some_and(|(len, _)| len > 1 && start + len > at))
}

fn is_upto(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    lexicon.counting.longest(tokens, at).is_some_and(|(_, sort)| *sort == "upto")
}

/// The hedge that starts at token `at`, just behind a number and its unit: how many tokens it takes.
pub fn behind(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<(usize, Hedge)> {
    let (len, hedge) = lexicon.hedges.longest(tokens, at)?;
    let first = &*tokens[at].norm;
    // Behind a number only some of the words mean it; `lebih dari` would open the next one.
    let fits = matches!(first, "or" | "and" | "plus" | "odd" | "lebih" | "thereabouts" | "upwards");
    (fits && *hedge != Hedge::Range).then_some((len, *hedge))
}

/// The least and the greatest value that a number can mean: `measured` for amounts, which are rounded as they are read.
pub fn interval(number: &Number, hedge: Option<Hedge>, measured: bool) -> (f64, f64) {
    let last = number.to.unwrap_or(number.value);
    let (low, high) = match number.sort {
        Sort::Vague(_) => (number.value, last),
        Sort::Ordinal => (number.value, number.value),
        Sort::Cardinal => (number.value - slack(number, measured).0, last + slack(number, measured).1),
    };
    match hedge {
        None | Some(Hedge::Range) => (low, high),
        Some(Hedge::About) => (low.min(number.value * (1.0 - ABOUT)), high.max(last * (1.0 + ABOUT))),
        // `More than 177` is 178 or more; a round number is no such promise.
        Some(Hedge::More) if !measured && number.value % 10.0 != 0.0 && number.value > 10.0 => {
            (number.value + 0.5, f64::INFINITY)
        }
        Some(Hedge::Min | Hedge::More) => (low, f64::INFINITY),
        Some(Hedge::Max | Hedge::Less) => (0.0, high),
    }
}

/// How much less and how much more than the written value may be meant.
///
/// Two digits or more of a shortened number may be rounded or cut off (`1,6 miliar` is 1.550 to 1.700 million); of one
/// digit only rounding is believed (`2 juta` is not 2,9). A round count such as 5.000 may be rounded by a tenth of its
/// last place; small counts are exact.
fn slack(number: &Number, measured: bool) -> (f64, f64) {
    let step = number.step;
    if number.rounded || measured {
        let digits = (number.value / step).round();
        return if digits >= 10.0 { (step / 2.0, step) } else { (step / 2.0, step / 2.0) };
    }
    let mut place = 1.0;
    while number.value >= 100.0 && place < 1e15 && number.value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    if place >= 100.0 { (place / 20.0, place / 20.0) } else { (0.0, 0.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cardinal(value: f64, step: f64, rounded: bool) -> Number {
        Number { len: 1, value, to: None, step, rounded, sort: Sort::Cardinal }
    }

    #[test]
    fn shortened_numbers_cover_what_they_shorten() {
        let (low, high) = interval(&cardinal(1.6e9, 1e8, true), None, true);
        assert!(low <= 1_600_000_000.0 && (1_672_985_500.0..1.75e9).contains(&high), "{low} {high}");
        assert_eq!(interval(&cardinal(23.0, 1.0, false), None, false), (23.0, 23.0));
        assert_eq!(interval(&cardinal(20.0, 1.0, false), Some(Hedge::More), false), (20.0, f64::INFINITY));
    }
}
