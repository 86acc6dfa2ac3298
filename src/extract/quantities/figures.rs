//! Figures: digits with their grouping, decided by language and by shape.

use crate::model::Language;

/// More digits than this without a separator are a telephone or account number.
const LONGEST_PLAIN: usize = 7;

/// A number written in digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// Its value.
    pub value: f64,
    /// The second of two values joined by a hyphen.
    pub to: Option<f64>,
    /// What the last written place is worth.
    pub step: f64,
    /// Whether it was written with a decimal part.
    pub decimal: bool,
    /// Whether it was written as an ordinal (`2nd`).
    pub ordinal: bool,
}

/// Reads a token of digits; `None` where it is no plain number (a score, a fraction, a telephone number, a version).
pub fn figure(norm: &str, language: Language) -> Option<Figure> {
    let (digits, ordinal) = match ["st", "nd", "rd", "th"].iter().find_map(|e| norm.strip_suffix(e)) {
        Some(rest) => (rest, true),
        None => (norm, false),
    };
    if let Some((from, to)) = digits.split_once('-') {
        let (a, b) = (plain(from, language)?, plain(to, language)?);
        // Falling pairs are scores (`2-1`) or abbreviations (`1999-03`), not ranges.
        return (a.value < b.value).then_some(Figure { to: Some(b.value), step: b.step, ..a });
    }
    Some(Figure { ordinal, ..plain(digits, language)? })
}

/// Whether the token is two small numbers joined by a hyphen, as a score is.
pub fn score(norm: &str) -> Option<(u16, u16)> {
    let (a, b) = norm.split_once('-')?;
    let part = |p: &str| (p.len() <= 3 && p.bytes().all(|c| c.is_ascii_digit())).then(|| p.parse().ok()).flatten();
    Some((part(a)?, part(b)?))
}

fn plain(digits: &str, language: Language) -> Option<Figure> {
    if !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
        return None;
    }
    let (whole, fraction) = split(digits, language)?;
    let number: String = whole.chars().filter(char::is_ascii_digit).collect();
    let leading_zero = number.len() > 1 && number.starts_with('0');
    if leading_zero || (number.len() > LONGEST_PLAIN && number.len() == digits.len()) {
        return None;
    }
    let value: f64 = if fraction.is_empty() { number.parse() } else { format!("{number}.{fraction}").parse() }.ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    Some(Figure { value, to: None, step: 10f64.powi(-places), decimal: !fraction.is_empty(), ordinal: false })
}

/// Whole part (separators inside) and fraction.
fn split(digits: &str, language: Language) -> Option<(&str, &str)> {
    let dots = digits.matches('.').count();
    let commas = digits.matches(',').count();
    match (dots, commas) {
        (0, 0) => Some((digits, "")),
        (0, _) => one_sign(digits, ',', commas, language != Language::Indonesian),
        (_, 0) => one_sign(digits, '.', dots, language == Language::Indonesian),
        _ => {
            let at = digits.rfind(['.', ','])?;
            let sign = if digits.as_bytes()[at] == b'.' { ',' } else { '.' };
            let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
            (grouped(whole, sign) && !fraction.is_empty()).then_some((whole, fraction))
        }
    }
}

/// One sort of sign only: grouping where its groups fit and the language groups by it, or where it can be nothing else.
fn one_sign(digits: &str, sign: char, count: usize, groups_by_it: bool) -> Option<(&str, &str)> {
    let fits = grouped(digits, sign);
    if fits && (count > 1 || groups_by_it || digits.ends_with("000")) {
        return Some((digits, ""));
    }
    if count > 1 {
        return None;
    }
    digits.split_once(sign).filter(|(a, b)| !a.is_empty() && !b.is_empty())
}

fn grouped(digits: &str, sign: char) -> bool {
    let mut parts = digits.split(sign);
    let first = parts.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && parts.all(|p| p.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouping_follows_language_and_shape() {
        use Language::{English as En, Indonesian as Id};
        for (text, language, value) in [
            ("1.672.985.500", Id, 1_672_985_500.0),
            ("1.600", Id, 1600.0),
            ("1,6", Id, 1.6),
            ("2.5", Id, 2.5),
            ("7,000", Id, 7000.0),
            ("7,000", En, 7000.0),
            ("5.56", En, 5.56),
            ("1.234", En, 1.234),
            ("1,234,567.89", En, 1_234_567.89),
            ("1.234.567,89", Id, 1_234_567.89),
            ("2nd", En, 2.0),
        ] {
            assert_eq!(figure(text, language).map(|f| f.value), Some(value), "{text}");
        }
        for text in ["2-1", "1/2", "192.168.1.1", "0812", "081234567", "12345678901", "1..2", "10:30"] {
            assert_eq!(figure(text, Id), None, "{text}");
        }
        assert_eq!(figure("10-15", En).map(|f| f.to), Some(Some(15.0)));
        assert_eq!(score("2-1"), Some((2, 1)));
    }
}
