//! Numbers that name rather than count.

use super::words::{Number, Sort};
use super::{Found, Reader, figures, units};
use crate::model::Shape;
use crate::model::mention::Measure;

impl Reader<'_> {
    /// Numbers that name: `nomor 30`, `BK 1875 ZC`, `Pasal 340`, `AK 47`, scores, telephone numbers.
    pub(super) fn label(&self, at: usize) -> Option<Found> {
        let token = &self.tokens[at];
        if token.shape != Shape::Number {
            return None;
        }
        // 1. The first of a list.
        let closed = self.tokens.get(at + 1).is_some_and(|t| matches!(&*t.norm, "." | ")"));
        let behind_comma = at > 0 && &*self.tokens[at - 1].norm == "," && at + 2 == self.tokens.len();
        let heads_list = closed && (at == 0 || behind_comma);
        let is_label = heads_list
            || figures::figure(&token.norm, self.language).is_none()
            || figures::score(&token.norm).is_some() && !self.counts_something(at + 1)
            || self.is_glued(at)
            || self.behind_label(at)
            || self.in_name(at);
        is_label.then(|| {
            let sort = Sort::Cardinal;
            let value = Number { len: 1, value: 0.0, to: None, step: 0.0, rounded: false, sort };
            let measure = Measure::Label;
            let number = at..at + 1;
            Found { number, of: None, next: at + 1, value, low: 0.0, high: 0.0, unit: None, measure, weak: false }
        })
    }

    /// `320i`, `2D`: letters written on to the digits that are neither unit nor scale.
    fn is_glued(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).filter(|t| t.span.start == self.tokens[at].span.end);
        next.is_some_and(|t| {
            !matches!(t.shape, Shape::Mark | Shape::Number)
                && self.lexicon.scales.word(&t.norm).is_none()
                && units::behind(self.text, self.tokens, at + 1, self.lexicon).is_none()
        })
    }

    /// `nomor 30`, `No. 5`.
    ///
    /// Also further numbers of a list (`Pasal 241, 247 atau 354`) and numbers in brackets (`ayat (9)`).
    fn behind_label(&self, at: usize) -> bool {
        let is = |i: usize, end: usize| {
            self.lexicon.counting.longest(self.tokens, i).is_some_and(|(len, s)| *s == "label" && i + len == end)
        };
        let labelled = |end: usize| end >= 1 && is(end - 1, end) || end >= 2 && is(end - 2, end);
        let mut first = at;
        while first > 0
            && (self.tokens[first - 1].shape == Shape::Number
                || matches!(&*self.tokens[first - 1].norm, "," | "(" | ")" | "dan" | "atau" | "and" | "or"))
        {
            first -= 1;
        }
        if first < at && labelled(first) {
            return !self.counts_something(at + 1);
        }
        // `Undang-Undang Nomor 30 Tahun 2002`
        let of_year = self.taken.get(at + 1).copied().unwrap_or(false);
        labelled(at) && (of_year || units::behind(self.text, self.tokens, at + 1, self.lexicon).is_none())
    }

    /// A figure inside or at the end of a name: `AK 47`, `Boeing 737`, `BK 1875 ZC`.
    fn in_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|i| &self.tokens[i]) else { return false };
        let after = self.tokens.get(at + 1);
        let plain = self.tokens[at].norm.bytes().all(|b| b.is_ascii_digit());
        let code = before.shape == Shape::Upper && before.norm.len() <= 5;
        let name = code || (matches!(before.shape, Shape::Capital | Shape::Mixed) && at > 1);
        let plate = after.is_some_and(|t| t.shape == Shape::Upper && t.norm.len() <= 3);
        plain && name && ((code && plate) || !self.counts_something(at + 1))
    }
}
