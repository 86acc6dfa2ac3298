//! Names of people, organisations, places and things, and the titles that stand beside them.
//!
//! There is no tagger and no model: a name is a run of capitalised words; what it names is told by the words around it
//! (titles, `kota`, `Bank`, verbs of saying, an age in brackets), by the general gazetteer, and by how the same words are
//! used elsewhere in the report.

mod known;
mod runs;
mod settle;

use crate::language::Lexicon;
use crate::model::mention::{At, Name, NameClass, Title};
use crate::model::{BlockKind, Report, Segments, Shape, Token};
use known::Known;
pub use settle::is_short_for;
use settle::{link_aliases, settle_classes};

/// Names and titles of a report, each in order of place.
pub fn names(report: &Report, segments: &Segments, lexicon: &Lexicon) -> (Vec<Name>, Vec<Title>) {
    let known = Known::of(report, segments, lexicon);
    let mut reader = Reader { report, segments, lexicon, known, names: Vec::new(), titles: Vec::new() };
    for sentence in 0..segments.sentences.len() {
        reader.sentence(sentence);
    }
    let Reader { mut names, titles, .. } = reader;
    settle_classes(&mut names, segments);
    link_aliases(&mut names, segments);
    (names, titles)
}

/// Whether the token is written with a capital.
pub(super) fn is_capital(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
}

/// Reads names and titles, sentence by sentence.
pub(super) struct Reader<'a> {
    report: &'a Report,
    pub(super) segments: &'a Segments,
    pub(super) lexicon: &'a Lexicon,
    pub(super) known: Known,
    pub(super) names: Vec<Name>,
    pub(super) titles: Vec<Title>,
}

impl Reader<'_> {
    pub(super) fn tokens(&self) -> &[Token] {
        &self.segments.tokens
    }

    fn sentence(&mut self, sentence: usize) {
        let range = self.segments.sentences[sentence].tokens.clone();
        let block = self.report.blocks[self.segments.sentences[sentence].block].kind;
        let headline = block == BlockKind::Headline || self.is_title_case(sentence);
        let mut i = range.start;
        while i < range.end {
            if let Some(next) = self.title(sentence, i, range.end, headline) {
                i = next;
            } else if i == range.start && self.describes(i) || self.leads(i, range.end, headline) {
                i += 1;
            } else if self.starts_name(i, range.start, range.end, headline) {
                let (end, class) = self.name_run(i, range.end, false, headline);
                self.push_name(sentence, i, end, class);
                i = self.post_title(sentence, end, range.end);
            } else {
                i += 1;
            }
        }
    }

    /// `Seven-month-old Milagros Condori`, `Dad-of-three Winston Adeyemi`: no part of the name.
    fn describes(&self, i: usize) -> bool {
        let mut parts = self.tokens()[i].span.of(&self.report.text).split('-').skip(1);
        let small = |p: &str| p.starts_with(char::is_lowercase);
        parts.clone().count() > 1 && parts.all(small) && self.tokens().get(i + 1).is_some_and(is_capital)
    }

    /// Whether the word is a common word of the language, or is written small elsewhere in the report.
    pub(super) fn is_common(&self, i: usize) -> bool {
        let token = &self.tokens()[i];
        token.shape != Shape::Upper
            && !self.known.speakers.contains(&token.norm)
            && (self.known.small.contains(&token.norm) || self.lexicon.is_common(&token.norm, &token.stem))
    }

    /// The gazetteer's place at `i`, each of its words with a capital: its length, and whether it is a place by itself
    /// rather than a noun of places.
    pub(super) fn place_at(&self, i: usize, end: usize) -> Option<(usize, bool)> {
        let (length, place) = self.lexicon.places.longest(&self.tokens()[..end], i)?;
        let capital = self.tokens()[i..i + length].iter().all(|t| is_capital(t) || t.shape == Shape::Mark);
        capital.then_some((length, !matches!(place.sort, "type" | "facility")))
    }

    pub(super) fn capital(&self, start: usize, length: usize) -> bool {
        self.tokens()[start..start + length]
            .iter()
            .all(|t| is_capital(t) || t.shape == Shape::Mark || self.lexicon.is_function(&t.norm))
            && is_capital(&self.tokens()[start])
    }

    pub(super) fn push_name(&mut self, sentence: usize, start: usize, end: usize, class: NameClass) -> usize {
        let class = if class == NameClass::Unknown { self.guess(start, end) } else { class };
        let at = self.at(sentence, start, end);
        self.names.push(Name { at, class, alias_of: None });
        self.names.len() - 1
    }

    pub(super) fn at(&self, sentence: usize, start: usize, end: usize) -> At {
        At {
            span: self.segments.span(start..end),
            tokens: start..end,
            sentence,
            clause: self.segments.clause_at(start).unwrap_or(self.segments.sentences[sentence].clauses.start),
        }
    }
}
