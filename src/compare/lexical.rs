//! How two words or phrases of a language relate: what the comparators of things and terms share.

use std::ops::Range;

use crate::language::Lexicon;
use crate::model::story::Source;
use crate::model::{Shape, Token};

/// How two words relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// One is a kind of the other (`senapan`, `senjata`).
    Kind,
    /// An editor would choose between them (`tersangka`, `terdakwa`).
    Near,
    /// Two kinds of one general thing that share a word (`kereta mewah`, `kereta lapis baja`).
    Sibling,
}

/// How two different words relate, if they do. Words that differ in style alone do not.
pub fn relation(lexicon: &Lexicon, a: &str, b: &str) -> Option<Relation> {
    if a == b || is_same(lexicon, a, b) {
        return None;
    }
    let generals = |w: &str| lexicon.kinds.get(w).map_or(&[][..], Vec::as_slice);
    if generals(a).contains(&b) || generals(b).contains(&a) {
        return Some(Relation::Kind);
    }
    let sets = |w: &str| lexicon.near.get(w).map_or(&[][..], Vec::as_slice);
    if sets(a).iter().any(|s| sets(b).contains(s)) {
        return Some(Relation::Near);
    }
    let siblings = generals(a).iter().any(|g| generals(b).contains(g));
    let share = a.contains(' ') && b.contains(' ') && a.split(' ').next() == b.split(' ').next();
    (siblings && share).then_some(Relation::Sibling)
}

/// Whether two words differ in style alone.
pub fn is_same(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    let sets = |w: &str| lexicon.same.get(w).map_or(&[][..], Vec::as_slice);
    sets(a).iter().any(|s| sets(b).contains(s))
}

/// Whether two kinds have a general word in common that is no more than a few words wide of either.
pub fn siblings(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    let generals = |w: &str| lexicon.kinds.get(w).map_or(&[][..], Vec::as_slice);
    a != b && generals(a).iter().any(|g| generals(b).contains(g))
}

/// A token's stem, or the word where it has none.
pub fn stem(token: &Token) -> &str {
    if token.stem.is_empty() { &token.norm } else { &token.stem }
}

/// Whether two tokens are forms of one word, or differ in style alone.
pub fn one_word(lexicon: &Lexicon, a: &Token, b: &Token) -> bool {
    stem(a) == stem(b)
        || singular(&a.norm) == singular(&b.norm)
        || is_same(lexicon, &a.norm, &b.norm)
        || last_part(a) == last_part(b) && a.norm.contains('-') != b.norm.contains('-')
}

/// The last part of a hyphenated word (`grenade-launcher`), which is its noun; of names and doubled words the whole.
fn last_part(token: &Token) -> &str {
    let doubled = |first: &str, last: &str| first.ends_with(last);
    let parts = token.norm.rsplit_once('-').filter(|(first, last)| last.len() > 3 && !doubled(first, last));
    singular(parts.filter(|_| token.shape == Shape::Lower).map_or(&token.norm, |(_, last)| last))
}

/// An English plural's singular, roughly; any other word as it is.
pub fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|w| w.len() > 3 && !w.ends_with('s')).unwrap_or(word)
}

/// The words of a range, marks left out, as one phrase.
pub fn phrase(tokens: &[Token], range: Range<usize>) -> String {
    let words = tokens[range].iter().filter(|t| t.shape != Shape::Mark);
    words.map(|t| &*t.norm).collect::<Vec<_>>().join(" ")
}

/// Whether a report has the phrase anywhere, in any form of its words.
pub fn uses(source: &Source<'_>, lexicon: &Lexicon, words: &[&Token]) -> bool {
    let tokens = &source.segments.tokens;
    !words.is_empty() && tokens.windows(words.len()).any(|w| w.iter().zip(words).all(|(a, b)| one_word(lexicon, a, b)))
}
