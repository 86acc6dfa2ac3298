//! Quoted sentences of all reports, weighed and compared word by word.

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use strsim::normalized_damerau_levenshtein;

use crate::language::Lexicon;
use crate::language::stem::stem;
use crate::model::mention::CreditSort;
use crate::model::story::{Source, Story};
use crate::model::{Shape, Span};

/// From this likeness on two roots are one that somebody misspelt (`keppres`, `kepres`), 0 to 1: one letter in six.
const SAME_ROOT: f64 = 0.83;

/// Words of which two quotes may be alike that share nothing but small words (`They were in and out in two minutes`).
const SMALL_WORDS: usize = 6;

/// Roots shorter than this are never matched by likeness, letters: `bulan` is no `bulat`.
const FUZZY_LETTERS: usize = 6;

/// The weight of the rarest word, for reports so short that nothing in them is rare.
const WEIGHT_FLOOR: f32 = 0.3;

/// One sentence of a direct quote.
#[derive(Debug, Clone)]
pub struct Piece {
    pub report: usize,
    /// Index into the report's quotes.
    pub quote: usize,
    pub span: Span,
    /// Words as they are compared: lower case, abbreviations written out, insertions in brackets left out.
    pub words: Vec<Word>,
    /// Roots of the words that carry weight, each once, sorted.
    pub content: Vec<(Box<str>, f32)>,
    pub speaker: Speaker,
}

/// A word of a piece.
#[derive(Debug, Clone)]
pub struct Word {
    pub norm: Box<str>,
    pub token: usize,
}

/// Who says a piece, as far as it is known over all reports.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// An entity of the story.
    Known(usize),
    /// Described only (`a senior officer`): the words that carry weight.
    Described(Vec<Box<str>>),
    /// Nobody is credited.
    Unknown,
}

/// How two speakers stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speakers {
    /// One and the same.
    Same,
    /// One of them, or both, without a name: may be the same.
    Open,
    /// Two.
    Different,
}

/// How alike two pieces are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Likeness {
    /// Content roots shared.
    pub shared: usize,
    /// Their weight, as a sum.
    pub weight: f32,
    /// Share of the lighter piece's weight that is shared, 0 to 1.
    pub contained: f32,
    /// Shared weight of all weight, 0 to 1.
    pub jaccard: f32,
    /// Words in the same order, as a share of the shorter piece's, 0 to 1.
    pub order: f32,
}

/// How often roots stand in a report's sentences, so that what a story is about weighs little.
pub struct Weights {
    by_root: FxHashMap<Box<str>, f32>,
}

impl Weights {
    /// Weighs every root by its rarity: the mean over the reports that have it, so that copies do not make it common.
    pub fn of(story: &Story<'_>) -> Self {
        let mut sums: FxHashMap<Box<str>, (f32, usize)> = FxHashMap::default();
        for source in &story.sources {
            let lexicon = Lexicon::of(source.report.language);
            let mut counts: FxHashMap<Box<str>, usize> = FxHashMap::default();
            for sentence in &source.segments.sentences {
                let mut roots: Vec<Box<str>> = roots(source, lexicon, sentence.tokens.clone()).collect();
                roots.sort_unstable();
                roots.dedup();
                roots.into_iter().for_each(|r| *counts.entry(r).or_default() += 1);
            }
            let total = source.segments.sentences.len() as f32 + 1.0;
            for (root, count) in counts {
                let sum = sums.entry(root).or_default();
                *sum = (sum.0 + (total / count as f32).ln(), sum.1 + 1);
            }
        }
        Self { by_root: sums.into_iter().map(|(root, (sum, n))| (root, sum / n as f32)).collect() }
    }

    fn weight(&self, root: &str) -> f32 {
        self.by_root.get(root).copied().unwrap_or(WEIGHT_FLOOR).max(WEIGHT_FLOOR)
    }
}

/// The quoted sentences of all reports, by report and place.
pub fn pieces(story: &Story<'_>, weights: &Weights) -> Vec<Piece> {
    let mut out = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        let lexicon = Lexicon::of(source.report.language);
        for (quote, said) in source.extract.quotes.iter().enumerate().filter(|(_, q)| q.assertion) {
            for tokens in sentences(source, said.at.tokens.clone()) {
                let words = words(source, lexicon, tokens.clone());
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let tokens = first.token..last.token + 1;
                let content = content(source, lexicon, weights, tokens.clone());
                let span = source.segments.span(tokens.clone());
                let speaker = speaker(story, report, quote);
                out.push(Piece { report, quote, span, words, content, speaker });
            }
        }
    }
    out
}

/// A clause as a piece, so that clauses are compared as quotes are: the words of its credits left out.
pub fn piece_of(story: &Story<'_>, weights: &Weights, report: usize, clause: usize) -> Option<Piece> {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    let tokens = source.segments.clauses.get(clause)?.tokens.clone();
    let span = source.segments.span(tokens.clone());
    let credits = || source.extract.credits.iter().filter(|c| c.span.overlaps(span));
    let said = |t: &usize| !credits().any(|c| c.span.overlaps(source.segments.tokens[*t].span));
    let kept: Vec<usize> = tokens.filter(said).collect();
    let (first, last) = (*kept.first()?, *kept.last()?);
    let words = words(source, lexicon, first..last + 1);
    let content = content(source, lexicon, weights, first..last + 1);
    let span = source.segments.span(first..last + 1);
    Some(Piece { report, quote: 0, span, words, content, speaker: Speaker::Unknown })
}

/// Roots that carry weight, each once, sorted.
fn content(source: &Source<'_>, lexicon: &Lexicon, weights: &Weights, tokens: Range<usize>) -> Vec<(Box<str>, f32)> {
    let weighed = roots(source, lexicon, tokens).map(|root| {
        let weight = weights.weight(&root);
        (root, weight)
    });
    let mut out: Vec<(Box<str>, f32)> = weighed.collect();
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out.dedup_by(|a, b| a.0 == b.0);
    out
}

/// The sentences within a quote.
fn sentences(source: &Source<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let all = &source.segments.tokens;
    let starts = |t: usize| {
        let sentence = source.segments.sentence_at(t);
        let own = sentence.is_some_and(|s| source.segments.sentences[s].tokens.start == t);
        let stop = matches!(&*all[t - 1].norm, "?" | "!" | "...");
        own || stop && !matches!(all[t].shape, Shape::Lower | Shape::Mark)
    };
    let mut out = Vec::new();
    let mut start = tokens.start;
    for t in tokens.start + 1..tokens.end {
        if starts(t) {
            out.push(start..t);
            start = t;
        }
    }
    out.push(start..tokens.end);
    out
}

/// The words of some tokens as they are compared.
fn words(source: &Source<'_>, lexicon: &Lexicon, tokens: Range<usize>) -> Vec<Word> {
    let mut out = Vec::new();
    let mut depth = 0_i32;
    for t in tokens {
        let token = &source.segments.tokens[t];
        match &*token.norm {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ if depth > 0 || token.shape == Shape::Mark && &*token.norm != "%" => {}
            norm => {
                let long = lexicon.expansions.word(norm).copied();
                for part in long.unwrap_or(norm).split_whitespace() {
                    out.push(Word { norm: part.into(), token: t });
                }
            }
        }
    }
    // A quote that is nothing but an insertion keeps it.
    if out.is_empty() && depth <= 0 {
        return Vec::new();
    }
    out
}

/// The roots of the words that carry weight.
pub fn roots<'a>(
    source: &'a Source<'_>,
    lexicon: &'a Lexicon,
    tokens: Range<usize>,
) -> impl Iterator<Item = Box<str>> + 'a {
    tokens
        .filter(|&t| source.segments.tokens[t].shape != Shape::Mark)
        .flat_map(move |t| {
            let norm = &*source.segments.tokens[t].norm;
            let long = lexicon.expansions.word(norm).copied().unwrap_or(norm);
            long.split_whitespace().collect::<Vec<_>>()
        })
        .filter(|word| !lexicon.is_function(word) && lexicon.negation.word(word).is_none())
        .map(|word| stem(lexicon, word))
}

/// Who says a quote.
fn speaker(story: &Story<'_>, report: usize, quote: usize) -> Speaker {
    let source = &story.sources[report];
    let said = &source.extract.quotes[quote];
    if let Some(&entity) = said.speaker.and_then(|n| story.entity_of.get(report)?.get(n)) {
        return Speaker::Known(entity);
    }
    let lexicon = Lexicon::of(source.report.language);
    let who = said.who.clone().unwrap_or(0..0);
    let sort = source.extract.credits.iter().find(|c| Some(c.span) == said.credit).map(|c| c.sort);
    let words: Vec<Box<str>> = roots(source, lexicon, who).collect();
    match (words.is_empty(), sort) {
        (true, _) => Speaker::Unknown,
        // A bare `ujarnya` that stands for nobody known.
        (_, Some(CreditSort::Person)) if words.len() == 1 && lexicon.reporting.word(&words[0]).is_some() => {
            Speaker::Unknown
        }
        _ => Speaker::Described(words),
    }
}

impl Speaker {
    /// Whether the other may be the same.
    pub fn against(&self, other: &Self) -> Speakers {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) if a == b => Speakers::Same,
            (Self::Known(_), Self::Known(_)) => Speakers::Different,
            (Self::Described(a), Self::Described(b)) if a == b => Speakers::Same,
            _ => Speakers::Open,
        }
    }
}

/// How alike two pieces are.
pub fn likeness(a: &Piece, b: &Piece) -> Likeness {
    let (mut shared, mut weight) = (0, 0.0);
    for (root, w) in &a.content {
        if let Some((_, other)) = b.content.iter().find(|(r, _)| same_root(root, r)) {
            shared += 1;
            weight += w.min(*other);
        }
    }
    if shared == 0 && a.words.len().min(b.words.len()) < SMALL_WORDS {
        return Likeness::default();
    }
    let sum = |p: &Piece| p.content.iter().map(|c| c.1).sum::<f32>().max(WEIGHT_FLOOR);
    let (left, right) = (sum(a), sum(b));
    let same: usize = matches(a, b).iter().map(|m| m.2).sum();
    let short = a.words.len().min(b.words.len());
    Likeness {
        shared,
        weight,
        contained: weight / left.min(right),
        jaccard: weight / (left + right - weight).max(WEIGHT_FLOOR),
        order: same as f32 / short.max(1) as f32,
    }
}

fn same_root(a: &str, b: &str) -> bool {
    a == b
        || a.len() >= FUZZY_LETTERS
            && b.len() >= FUZZY_LETTERS
            && !a.starts_with(|c: char| c.is_ascii_digit())
            && normalized_damerau_levenshtein(a, b) >= SAME_ROOT
}

/// Runs of equal words in the same order: where in `a`, where in `b`, how many.
pub fn matches(a: &Piece, b: &Piece) -> Vec<(usize, usize, usize)> {
    fn norms(p: &Piece) -> Vec<&str> {
        p.words.iter().map(|w| &*w.norm).collect()
    }
    capture_diff_slices(Algorithm::Myers, &norms(a), &norms(b))
        .into_iter()
        .filter_map(|op| match op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect()
}

/// The letters and digits of a piece in a row: equal for two that differ in case, marks and white space only.
pub fn letters(piece: &Piece) -> String {
    piece.words.iter().flat_map(|w| w.norm.chars()).filter(|c| c.is_alphanumeric()).collect()
}
