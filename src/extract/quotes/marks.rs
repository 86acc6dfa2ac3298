//! Where direct quotes stand: marks paired within paragraphs, across paragraphs, nested, mixed and unclosed.

use std::ops::Range;

use crate::model::{Report, Segments, Shape, Token};

/// How many paragraphs a quote may run on without a mark, paragraphs: transcripts and texts with one sentence a line
/// have speeches of some five lines; a mark that fails to come for longer was forgotten.
const RUN_ON: usize = 6;

/// How many tokens a phrase in single marks may have, tokens: an apostrophe further off ends something else.
const SINGLE_LIMIT: usize = 60;

/// A quote's piece within one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Tokens between the marks; not empty.
    pub inner: Range<usize>,
    /// The same with the marks.
    pub outer: Range<usize>,
    /// Goes on from the passage before it, in the block before.
    pub continues: bool,
}

/// What a mark is to the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

/// The quotes of a report, in order, by block.
pub fn passages(report: &Report, segments: &Segments) -> Vec<Passage> {
    let blocks = block_tokens(segments);
    let finder = |range: &Range<usize>| Finder { text: &report.text, tokens: &segments.tokens, range: range.clone() };
    let mut out: Vec<Passage> = Vec::new();
    let mut open = false;
    let mut at = 0;
    while at < blocks.len() {
        let here = finder(&blocks[at]);
        let first = out.len();
        if open && let Some((lines, end)) = run_on(&blocks[at..], &finder) {
            // Only the last of the lines holds the closing mark.
            for (n, range) in blocks[at..at + lines].iter().enumerate() {
                let last = n + 1 == lines;
                let inner = range.start..if last { end } else { range.end };
                let outer = range.start..if last { end + here.width(end).min(range.end - end) } else { range.end };
                out.push(Passage { inner, outer, continues: true });
            }
            at += lines;
            let rest = out.last().map_or(end, |p| p.outer.end)..blocks[at - 1].end;
            open = finder(&rest).find(&mut out).is_some();
            continue;
        }
        let left = here.find(&mut out);
        // The opening mark is repeated at the head of the next paragraph.
        if open && let Some(p) = out.get_mut(first).filter(|p| p.outer.start == blocks[at].start) {
            p.continues = true;
        }
        open = left.is_some();
        at += 1;
    }
    out
}

/// The tokens of each block that has any, in order.
fn block_tokens(segments: &Segments) -> Vec<Range<usize>> {
    let mut out: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &segments.sentences {
        match out.last_mut() {
            Some((block, range)) if *block == sentence.block => range.end = sentence.tokens.end,
            _ => out.push((sentence.block, sentence.tokens.clone())),
        }
    }
    out.into_iter().map(|(_, range)| range).collect()
}

/// A quote was left open at the end of the block before these: does one of them close it before any other opens? How
/// many blocks it takes, and the closing mark.
fn run_on<'a>(blocks: &[Range<usize>], finder: &impl Fn(&Range<usize>) -> Finder<'a>) -> Option<(usize, usize)> {
    for (n, range) in blocks.iter().take(RUN_ON).enumerate() {
        let f = finder(range);
        let Some(mark) = range.clone().find(|&t| f.is_double(t)) else { continue };
        return (f.side(mark) == Side::Close && mark > range.start).then_some((n + 1, mark));
    }
    None
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    range: Range<usize>,
}

impl Finder<'_> {
    /// Adds the block's quotes to `out`; the mark of one that the block leaves open.
    fn find(&self, out: &mut Vec<Passage>) -> Option<usize> {
        let mut at = self.range.start;
        let mut left_open = None;
        while at < self.range.end {
            if self.is_double(at) {
                if self.side(at) == Side::Close {
                    at += self.width(at);
                    continue;
                }
                let (close, next) = match self.close(at) {
                    Some(close) => (close, close + self.width(close)),
                    None => {
                        let (end, next) = self.end_of_unclosed(at);
                        left_open = (end == self.range.end).then_some(at);
                        (end, next)
                    }
                };
                self.push(out, at + self.width(at)..close, at..next);
                at = next.max(at + 1);
            } else if let Some(close) = self.single(at) {
                self.push(out, at + 1..close, at..close + 1);
                at = close + 1;
            } else {
                at += 1;
            }
        }
        left_open
    }

    fn push(&self, out: &mut Vec<Passage>, inner: Range<usize>, outer: Range<usize>) {
        if inner.clone().any(|t| self.tokens[t].shape != Shape::Mark) {
            out.push(Passage { inner, outer, continues: false });
        }
    }

    fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.text)
    }

    /// A double mark, or two single ones written for it.
    fn is_double(&self, token: usize) -> bool {
        matches!(self.word(token), "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "″" | "＂" | "``" | "''")
            || self.width(token) == 2
    }

    /// How many tokens the mark takes.
    fn width(&self, token: usize) -> usize {
        let single = |t: usize| t < self.range.end && matches!(self.word(t), "'" | "’" | "‘" | "`");
        if single(token) && single(token + 1) && self.tokens[token].span.end == self.tokens[token + 1].span.start {
            2
        } else {
            1
        }
    }

    fn straight(&self, token: usize) -> bool {
        !matches!(self.word(token), "“" | "”" | "„" | "«" | "»")
    }

    /// What the white space around a mark, or its shape, makes of it.
    fn side(&self, token: usize) -> Side {
        let span = self.tokens[token].span.join(self.tokens[token + self.width(token) - 1].span);
        let before =
            self.text[..span.start].chars().next_back().is_none_or(|c| c.is_whitespace() || "([—–-/".contains(c));
        let after = self.text[span.end..].chars().next();
        let after_blank = after.is_none_or(char::is_whitespace);
        let after_end = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]".contains(c));
        match (before, after_end) {
            _ if token == self.range.start && !after_blank => Side::Open,
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            // Between two words, or blanks on both sides: the shape decides.
            _ => match self.word(token) {
                "“" | "„" | "«" => Side::Open,
                "”" | "»" => Side::Close,
                _ => Side::Either,
            },
        }
    }

    /// The mark that closes the quote opened at `open`.
    fn close(&self, open: usize) -> Option<usize> {
        let marks: Vec<usize> =
            (open + self.width(open)..self.range.end).filter(|&t| self.is_double(t) && !self.second_half(t)).collect();
        let mut depth = 0;
        for (n, &mark) in marks.iter().enumerate() {
            let left = marks.len() - n - 1;
            match self.side(mark) {
                Side::Close if depth == 0 => return Some(mark),
                Side::Close => depth -= 1,
                // A closing mark set wrongly: nothing is left that could close, or words of credit follow.
                Side::Open | Side::Either if self.straight(mark) && left.is_multiple_of(2) && depth == 0 => {
                    if left == 0 || self.side(mark) == Side::Either {
                        return Some(mark);
                    }
                    depth += 1;
                }
                Side::Either if depth == 0 => return Some(mark),
                Side::Either => depth -= 1,
                Side::Open => {
                    // Nested where two marks are left to close both; else the quote before was never closed.
                    let closing = marks[n + 1..].iter().filter(|&&m| self.side(m) == Side::Close).count();
                    let opening = marks[n + 1..].iter().filter(|&&m| self.side(m) == Side::Open).count();
                    if closing < depth + 2 || closing < opening + depth + 2 {
                        return None;
                    }
                    depth += 1;
                }
            }
        }
        None
    }

    fn second_half(&self, token: usize) -> bool {
        token > self.range.start && self.width(token - 1) == 2 && self.width(token) == 1
    }

    /// Where a quote ends that no double mark closes, and where the text goes on: at a single mark set for a double one
    /// (`…,’ kata Budi`), before the next opening mark, or with its block.
    fn end_of_unclosed(&self, open: usize) -> (usize, usize) {
        for t in open + self.width(open)..self.range.end {
            if self.is_double(t) && self.side(t) == Side::Open {
                return (t, t);
            }
            let single = matches!(self.word(t), "'" | "’") && !self.letter_after(t);
            if single && t > open + 1 && matches!(self.word(t - 1), "," | "." | "?" | "!") {
                return (t, t + 1);
            }
        }
        (self.range.end, self.range.end)
    }

    /// The mark that closes the single mark at `open`, where that opens a quote and is no apostrophe.
    fn single(&self, open: usize) -> Option<usize> {
        if !matches!(self.word(open), "'" | "‘") || !self.blank_before(open) || self.blank_after(open) {
            return None;
        }
        let end = self.range.end.min(open + SINGLE_LIMIT);
        let closes = |t: &usize| {
            matches!(self.word(*t), "'" | "’")
                && !self.blank_before(*t)
                && !self.letter_after(*t)
                && !self.is_double(*t)
        };
        // `the pirates' boat` within the quote: a plural's apostrophe closes only where nothing better does.
        let plural = |t: &usize| self.tokens[t - 1].norm.ends_with('s') && !self.tokens[t - 1].norm.starts_with('\'');
        let stop = (open + 1..end).find(|&t| self.is_double(t)).unwrap_or(end);
        let candidates = || (open + 2..stop).filter(closes);
        candidates().find(|t| !plural(t)).or_else(|| candidates().next())
    }

    fn blank_before(&self, token: usize) -> bool {
        let start = self.tokens[token].span.start;
        self.text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || "([\"“".contains(c))
    }

    fn blank_after(&self, token: usize) -> bool {
        self.text[self.tokens[token].span.end..].chars().next().is_none_or(char::is_whitespace)
    }

    fn letter_after(&self, token: usize) -> bool {
        self.text[self.tokens[token].span.end..].chars().next().is_some_and(char::is_alphanumeric)
    }
}
