//! Text to lines, and what can be told of a line by itself.

use crate::language::{Lexicon, tokens};
use crate::model::{Shape, Span, Token};

/// Pairs of adjacent lines from which on wrapping can be told.
const WRAP_PAIRS: usize = 3;
/// Share of pairs, per cent, in which the second line goes on with the first's sentence, from which on a text is wrapped.
/// Measured by eye on mail and `fmt`-wrapped text (60 and more) against one paragraph a line (0 to 5).
const WRAP_SHARE: usize = 40;
/// Characters that a wrapped line has.
const WRAP_WIDTH: std::ops::RangeInclusive<usize> = 30..=110;

/// How a line ends, closing quotes and brackets left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With a full stop or ellipsis.
    Stop,
    /// With a question or exclamation mark.
    Mark,
    /// With a colon, comma or semicolon: something follows.
    Open,
    /// Without any of these.
    Bare,
}

/// A line, or the lines of a wrapped paragraph.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Its text without surrounding white space.
    pub span: Span,
    /// Whether an empty line, or nothing, is before it.
    pub apart: bool,
    /// How many words it has.
    pub words: usize,
    /// How it ends.
    pub end: End,
}

/// The lines of a text that hold anything, in order; wrapped paragraphs are one line each.
pub fn lines(text: &str) -> Vec<Line> {
    let raw = raw_lines(text);
    let mut out: Vec<Line> = Vec::new();
    let wrapped = is_wrapped(text, &raw);
    for (span, apart) in raw {
        match out.last_mut() {
            Some(last) if wrapped && !apart && continues(text, last.span, span) => {
                *last = line(text, last.span.join(span), last.apart);
            }
            _ => out.push(line(text, span, apart)),
        }
    }
    out
}

fn line(text: &str, span: Span, apart: bool) -> Line {
    let words = span.of(text);
    Line { span, apart, words: word_count(words), end: end(words) }
}

/// Words in a string.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count()
}

/// How a string ends; a remark in brackets behind a stop (`… itu. (ARN)`) is left out.
pub fn end(text: &str) -> End {
    let end = last_mark(text);
    if end != End::Bare || !text.ends_with(')') {
        return end;
    }
    let before = text.rfind('(').map_or(End::Bare, |at| last_mark(&text[..at]));
    if matches!(before, End::Stop | End::Mark) { before } else { end }
}

fn last_mark(text: &str) -> End {
    match text.trim_end_matches(is_closer).chars().next_back() {
        Some('.' | '…' | '。' | '।') => End::Stop,
        Some('!' | '?' | '？' | '！') => End::Mark,
        Some(':' | ',' | ';') => End::Open,
        _ => End::Bare,
    }
}

/// Marks that close behind a sentence's stop; white space and marks without width too.
pub fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '‘' | ')' | ']' | '*') || c.is_whitespace() || is_invisible(c)
}

/// Marks without width that pages strew into words.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
        || (c.is_control() && !c.is_whitespace())
}

/// Lines without surrounding white space, and whether an empty line is before each.
fn raw_lines(text: &str) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let (mut at, mut apart) = (0, true);
    for line in text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{c}']) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            out.push((Span::new(start, start + trimmed.len()), apart));
            apart = false;
        } else if line != "\n" || !text[..at].ends_with('\r') {
            apart = true;
        }
        at += line.len();
    }
    out
}

/// Whether paragraphs are broken over several lines.
fn is_wrapped(text: &str, raw: &[(Span, bool)]) -> bool {
    let pairs = raw.windows(2).filter(|p| !p[1].1);
    let (mut all, mut broken) = (0, 0);
    for pair in pairs {
        all += 1;
        let (first, second) = (pair[0].0.of(text), pair[1].0.of(text));
        let goes_on = second.starts_with(char::is_lowercase) && matches!(end(first), End::Bare | End::Open);
        broken += usize::from(goes_on && WRAP_WIDTH.contains(&first.chars().take(*WRAP_WIDTH.end() + 1).count()));
    }
    all >= WRAP_PAIRS && broken * 100 >= all * WRAP_SHARE
}

/// Whether, in a wrapped text, the second line belongs to the first's paragraph.
fn continues(text: &str, first: Span, second: Span) -> bool {
    let last = first.of(text).rsplit(['\n', '\r']).next().unwrap_or_default();
    let full = last.chars().count() >= *WRAP_WIDTH.start();
    full && list_mark(second.of(text)).is_none()
}

/// Length of the mark of a list at the start of a line (`1. `, `• `, `- `, `a) `), the space behind it included.
pub fn list_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let mark = if matches!(first, '•' | '·' | '-' | '–' | '*' | '▪' | '●' | '►' | '✓') {
        first.len_utf8()
    } else {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let letters = usize::from(digits == 0 && first.is_ascii_alphabetic());
        let end = digits + letters;
        // No list has a hundred points; `2019. ` is a year.
        if !(1..=2).contains(&end) || !matches!(line.as_bytes().get(end), Some(b'.' | b')')) {
            return None;
        }
        // `M. Ikhsan` is an initial.
        if letters == 1 && line.as_bytes()[end] == b'.' {
            return None;
        }
        end + 1
    };
    let rest = &line[mark..];
    let space = rest.len() - rest.trim_start().len();
    (space > 0).then_some(mark + space)
}

/// Share of a line's weighty words that are written with a capital, per cent; 0 where it has fewer than two.
pub fn capitals(text: &str, span: Span, lexicon: &Lexicon) -> usize {
    let mut all = Vec::new();
    tokens::tokens(text, span, &mut all);
    let is_weighty = |t: &&Token| {
        !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm) && t.norm.chars().count() > 2
    };
    let words: Vec<&Token> = all.iter().filter(is_weighty).collect();
    let capital = words.iter().filter(|t| t.shape != Shape::Lower).count();
    if words.len() < 2 { 0 } else { capital * 100 / words.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        lines(text).iter().map(|l| l.span.of(text)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(cut("Satu dua.\r\n\r\n  Tiga.\rEmpat.\n"), ["Satu dua.", "Tiga.", "Empat."]);
        let apart: Vec<bool> = lines("Satu.\r\nDua.\r\n\r\nTiga.").iter().map(|l| l.apart).collect();
        assert_eq!(apart, [true, false, true]);
    }

    #[test]
    fn wrapped_paragraphs_are_joined() {
        let text = "The ferry sank off the coast on Monday with\nmore than ninety people on board, most of them\nwomen \
                    and children, the police and the navy\nsaid in a statement that was read on the radio.\n\nA search \
                    went on.";
        assert_eq!(cut(text).len(), 2);
        let text = "The ferry sank off the coast on Monday.\nMore than ninety people were on board\nThe police said \
                    so.\nA search went on.";
        assert_eq!(cut(text).len(), 4);
    }

    #[test]
    fn list_marks_are_no_initials_and_no_years() {
        assert_eq!(list_mark("1. Uang tunai"), Some(3));
        assert_eq!(list_mark("• Uang"), Some(4 + "•".len() - 3));
        assert_eq!(list_mark("a) Uang"), Some(3));
        for text in ["M. Ikhsan", "2019. Uang", "1.672 orang", "-red", "10-metre"] {
            assert_eq!(list_mark(text), None, "{text}");
        }
    }
}
