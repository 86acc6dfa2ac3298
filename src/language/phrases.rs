//! A table of words and many-word phrases, looked up at a place in a run of tokens, longest first.

use rustc_hash::FxHashMap;

use super::tokens;
use crate::model::Token;

/// Phrases with a value each.
#[derive(Debug, Clone)]
pub struct Phrases<V> {
    /// First word → the rest of the phrase and its value, longest first.
    by_first: FxHashMap<Box<str>, Vec<(Box<[Box<str>]>, V)>>,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase; of two that are the same the first counts.
    pub fn insert(&mut self, phrase: &str, value: V) {
        let mut words = tokens::of_str(phrase).into_iter().map(|t| t.norm);
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.collect();
        let list = self.by_first.entry(first).or_default();
        let at = list.partition_point(|(other, _)| other.len() >= rest.len());
        list.insert(at, (rest, value));
    }

    /// The longest phrase that starts at `at`: how many tokens it takes, and its value.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, &V)> {
        let list = self.by_first.get(&tokens.get(at)?.norm)?;
        let rest = &tokens[at + 1..];
        list.iter()
            .find(|(words, _)| words.len() <= rest.len() && words.iter().zip(rest).all(|(w, t)| *w == t.norm))
            .map(|(words, value)| (words.len() + 1, value))
    }

    /// As [`Phrases::longest`], by the tokens' stems: for lists of roots and lemmas.
    pub fn longest_stem(&self, tokens: &[Token], at: usize) -> Option<(usize, &V)> {
        let list = self.by_first.get(&tokens.get(at)?.stem)?;
        let rest = &tokens[at + 1..];
        list.iter()
            .find(|(words, _)| {
                words.len() <= rest.len() && words.iter().zip(rest).all(|(w, t)| *w == t.norm || *w == t.stem)
            })
            .map(|(words, value)| (words.len() + 1, value))
    }

    /// The value of a one-word phrase.
    pub fn word(&self, word: &str) -> Option<&V> {
        self.by_first.get(word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, value)| value)
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
