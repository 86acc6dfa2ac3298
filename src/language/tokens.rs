//! Words, numbers and marks. Glued forms (`Jong-un`, `Su-35`, `15/9/2023`, `ke-2`, `1.672.985.500`) stay one token; a
//! number and the unit written on to it (`24km`, `11am`, `Rp1,6`) are two.

use crate::model::{Shape, Span, Token};

/// The tokens of `text` within `span`, in order.
pub fn tokens(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut at = span.start;
    while at < span.end {
        let rest = &text[at..span.end];
        let Some(c) = rest.chars().next() else { break };
        let length = if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            continue;
        } else if c.is_ascii_digit() {
            number(rest)
        } else if c.is_alphanumeric() {
            word(rest)
        } else {
            mark(rest, c)
        };
        out.push(token(text, Span::new(at, at + length)));
        at += length;
    }
}

/// The tokens of a whole string: of a word list's entry, say.
pub fn of_str(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokens(text, Span::new(0, text.len()), &mut out);
    out
}

/// Marks without width that pages strew into words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
        || c.is_control()
}

fn token(text: &str, span: Span) -> Token {
    let word = span.of(text);
    Token { span, norm: norm(word), shape: shape(word), stem: Box::default(), verb: false }
}

/// Lower case with plain apostrophes and hyphens.
fn norm(word: &str) -> Box<str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return word.into();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
            '‐' | '‑' | '–' | '—' => out.push('-'),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.into()
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = word.chars().next() else {
        return Shape::Mark;
    };
    if first.is_ascii_digit() {
        return Shape::Number;
    }
    if !first.is_alphanumeric() {
        return Shape::Mark;
    }
    let (mut upper, mut lower, mut inner) = (0, 0, false);
    let mut previous_lower = false;
    for c in letters.by_ref() {
        if c.is_uppercase() {
            upper += 1;
            inner |= previous_lower;
            previous_lower = false;
        } else {
            lower += 1;
            previous_lower = true;
        }
    }
    match (first.is_uppercase(), upper, lower) {
        (_, 0, _) => Shape::Lower,
        (true, n, 0) if n > 1 => Shape::Upper,
        (true, 1, _) => Shape::Capital,
        (true, _, _) if word.contains('-') && !inner => Shape::Capital,
        _ => Shape::Mixed,
    }
}

/// Length of the number at the start of `rest`: digits with inner `.`, `,`, `:`, `/`, `-` and ordinal endings.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 1;
    while end < bytes.len() {
        let b = bytes[end];
        let next_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if b.is_ascii_digit() || (matches!(b, b'.' | b',' | b':' | b'/' | b'-') && next_digit) {
            end += 1;
        } else {
            break;
        }
    }
    let tail = &rest[end..];
    for ending in ["st", "nd", "rd", "th"] {
        if tail.get(..2).is_some_and(|t| t.eq_ignore_ascii_case(ending))
            && !tail[2..].starts_with(|c: char| c.is_alphanumeric())
        {
            return end + 2;
        }
    }
    end
}

/// Length of the word at the start of `rest`: letters and digits with inner hyphens and apostrophes, and inner dots of
/// names such as `KOMPAS.com`.
fn word(rest: &str) -> usize {
    let chars: Vec<(usize, char)> = rest.char_indices().take(120).collect();
    // A currency written on to its sum.
    let letters = chars.iter().take_while(|(_, c)| c.is_alphabetic()).count();
    if letters < chars.len() && chars[letters].1.is_ascii_digit() {
        let head = &rest[..chars[letters].0];
        if ["rp", "rm", "us", "sgd", "usd", "idr", "eur"].iter().any(|c| head.eq_ignore_ascii_case(c)) {
            return chars[letters].0;
        }
    }
    let mut i = 1;
    while i < chars.len() {
        let c = chars[i].1;
        let next = chars.get(i + 1).map(|x| x.1);
        let go = c.is_alphanumeric()
            || is_combining(c)
            || (matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '‘' | 'ʼ') && next.is_some_and(char::is_alphanumeric))
            || (c == '.' && is_domain(rest, chars[i].0));
        if !go {
            break;
        }
        i += 1;
    }
    let mut end = chars.get(i).map_or_else(|| chars.last().map_or(rest.len(), |(at, c)| at + c.len_utf8()), |x| x.0);
    // English possessive: a mark of its own.
    for ending in ["'s", "’s"] {
        if rest[..end].ends_with(ending) && end > ending.len() {
            end -= ending.len();
        }
    }
    end
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether the dot at `at` stands in a domain (`KOMPAS.com`, `INDOPOS.CO.ID`).
fn is_domain(rest: &str, at: usize) -> bool {
    let tail = &rest[at + 1..];
    ["com", "co.id", "id", "net", "org", "tv", "news", "go.id", "ac.id", "co"].iter().any(|domain| {
        tail.get(..domain.len()).is_some_and(|t| t.eq_ignore_ascii_case(domain))
            && !tail[domain.len()..].starts_with(|c: char| c.is_alphanumeric())
    })
}

/// Length of the mark: `'s`, `--`, `...`, `US$`'s `$` and the like.
fn mark(rest: &str, first: char) -> usize {
    for ending in ["'s", "’s"] {
        if rest.starts_with(ending) && !rest[ending.len()..].starts_with(|c: char| c.is_alphanumeric()) {
            return ending.len();
        }
    }
    if matches!(first, '.' | '-') {
        return rest.bytes().take_while(|b| *b == first as u8).count();
    }
    first.len_utf8()
}

/// The parts of a name for comparing: lower case, hyphens open, marks left out.
pub fn name_parts(tokens: &[Token]) -> Vec<Box<str>> {
    tokens
        .iter()
        .filter(|t| t.shape != Shape::Mark)
        .flat_map(|t| t.norm.split('-').map(Box::from).collect::<Vec<_>>())
        .filter(|p: &Box<str>| !p.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        of_str(text).iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn glued_forms_stay_whole() {
        assert_eq!(words("Kim Jong-un naik Su-35, ke-2."), "Kim|Jong-un|naik|Su-35|,|ke-2|.");
        assert_eq!(words("Rp1.672.985.500 (9/9/2019) 14.47 WIB"), "Rp|1.672.985.500|(|9/9/2019|)|14.47|WIB");
        assert_eq!(words("GUJARAT, KOMPAS.com - Air"), "GUJARAT|,|KOMPAS.com|-|Air");
        assert_eq!(
            words("the pirates' 10-metre dhow's bow, 11am, 24km"),
            "the|pirates|'|10|-|metre|dhow|'s|bow|,|11|am|,|24|km"
        );
    }
}
