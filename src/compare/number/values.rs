//! Whether two values can both be right.

use crate::model::mention::{Measure, Quantity};

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Some value fits both.
    Agree,
    /// They exclude each other, but one is so vague that it is a matter of wording.
    Loose,
    /// They exclude each other.
    Conflict,
}

/// Vague words up to this many name a small number (`beberapa`, `several`), which a number beyond it contradicts.
const FEW: f64 = 9.0;
/// Two values this near each other, as a share, are one: what converting units leaves over.
const ROUND_OFF: f64 = 1e-6;

/// How two quantities of one measure stand to each other.
pub fn fit(a: &Quantity, b: &Quantity) -> Fit {
    if a.vague && b.vague {
        return Fit::Agree;
    }
    let slack = ROUND_OFF * a.value.abs().max(b.value.abs());
    let apart = a.high + slack < b.low || b.high + slack < a.low;
    if a.vague || b.vague {
        let (vague, other) = if a.vague { (a, b) } else { (b, a) };
        let small = vague.high <= FEW && !other.weak && other.high.is_finite();
        return if apart && small { Fit::Loose } else { Fit::Agree };
    }
    // Written alike and as finely, 5,1 and 5,2 differ, however each may have been rounded.
    let alike = matches!(a.measure, Measure::Amount(_))
        && a.unit == b.unit
        && (a.step - b.step).abs() <= slack
        && is_plain(a)
        && is_plain(b);
    // `more than 177` excludes 177, and is hardly meant to.
    if apart && (a.value - b.value).abs() <= slack {
        return Fit::Loose;
    }
    if apart || (alike && (a.value - b.value).abs() > slack) { Fit::Conflict } else { Fit::Agree }
}

/// Whether it is told without a hedge: no wider than its own last place.
fn is_plain(q: &Quantity) -> bool {
    q.low >= q.value - q.step && q.high <= q.value + q.step * 1.01
}

/// How little a quantity says, for finding the most precise: the width of its interval against its value.
pub fn width(q: &Quantity) -> f64 {
    let vague = if q.vague { 1e9 } else { 0.0 };
    vague + (q.high - q.low) / q.value.abs().max(1.0)
}

/// The two numbers of a score, the greater first: `2-1` of one side is `1-2` of the other.
pub fn score(words: &str) -> Option<(u16, u16)> {
    let (a, b) = words.split_once(['-', '–', ':'])?;
    let part = |p: &str| (p.len() <= 3 && p.bytes().all(|c| c.is_ascii_digit())).then(|| p.parse().ok()).flatten();
    let (a, b): (u16, u16) = (part(a)?, part(b)?);
    Some((a.max(b), a.min(b)))
}
