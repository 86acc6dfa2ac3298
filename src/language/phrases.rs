//! A table of words and many-word phrases, looked up at a place in a run of tokens, longest first.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::tokens;
use crate::model::{Shape, Token};

/// Phrases with a value each.
#[derive(Debug, Clone)]
pub struct Phrases<V> {
    /// First word → entries, longest first.
    by_first: FxHashMap<Word, Vec<Entry<V>>>,
}

/// A word of the lists that are compiled in; made anew where the tokeniser changed it.
type Word = Cow<'static, str>;

#[derive(Debug, Clone)]
struct Entry<V> {
    /// The words behind the first.
    rest: Box<[Word]>,
    /// Counts only where it is written in capitals: in small letters it is another word (`us`, `who`).
    capitals: bool,
    value: V,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase; of two that are the same the first counts. A `!` behind it: only when written in capitals.
    pub fn insert(&mut self, phrase: &'static str, value: V) {
        match phrase.strip_suffix('!') {
            Some(phrase) => self.insert_in_capitals(phrase, value),
            None => self.insert_as(phrase, false, value),
        }
    }

    /// Adds a phrase that counts only when written in capitals.
    pub fn insert_in_capitals(&mut self, phrase: &'static str, value: V) {
        self.insert_as(phrase.trim_end(), true, value);
    }

    fn insert_as(&mut self, phrase: &'static str, capitals: bool, value: V) {
        // Nearly all entries are plain words: the tokeniser would say the same at ten times the cost.
        let plain = phrase.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b' ' | b'-'))
            && !phrase.contains("- ")
            && !phrase.contains(" -")
            && !phrase.contains("--");
        if plain {
            self.add(phrase.split(' ').filter(|w| !w.is_empty()).map(Cow::Borrowed), capitals, value);
        } else {
            self.add(tokens::of_str(phrase).into_iter().map(|t| Cow::Owned(t.norm.into())), capitals, value);
        }
    }

    fn add(&mut self, mut words: impl Iterator<Item = Word>, capitals: bool, value: V) {
        let Some(first) = words.next() else { return };
        let rest: Box<[Word]> = words.collect();
        let list = self.by_first.entry(first).or_default();
        let at = list.partition_point(|other| other.rest.len() >= rest.len());
        list.insert(at, Entry { rest, capitals, value });
    }

    /// The longest phrase that starts at `at`: how many tokens it takes, and its value.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, &V)> {
        let first = tokens.get(at)?;
        self.find(&first.norm, first.shape, &tokens[at + 1..], |word, token| *word == *token.norm)
    }

    /// As [`Phrases::longest`], by the tokens' stems: for lists of roots and lemmas.
    pub fn longest_stem(&self, tokens: &[Token], at: usize) -> Option<(usize, &V)> {
        let first = tokens.get(at)?;
        let same = |word: &str, token: &Token| *word == *token.norm || *word == *token.stem;
        self.find(&first.stem, first.shape, &tokens[at + 1..], same)
    }

    fn find(
        &self,
        first: &str,
        shape: Shape,
        rest: &[Token],
        same: impl Fn(&str, &Token) -> bool,
    ) -> Option<(usize, &V)> {
        let fits = |e: &&Entry<V>| {
            (!e.capitals || shape == Shape::Upper)
                && e.rest.len() <= rest.len()
                && e.rest.iter().zip(rest).all(|(word, token)| same(word, token))
        };
        let entry = self.by_first.get(first)?.iter().find(fits)?;
        Some((entry.rest.len() + 1, &entry.value))
    }

    /// The value of a one-word phrase, however it is written.
    pub fn word(&self, word: &str) -> Option<&V> {
        self.by_first.get(word)?.iter().find(|e| e.rest.is_empty() && !e.capitals).map(|e| &e.value)
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.by_first.values().map(Vec::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }
}
