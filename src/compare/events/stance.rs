//! How sure a verb is told to be, and whether a negation governs it: the marks that stand before it.

use std::ops::Range;

use super::Stance;
use crate::language::Lexicon;
use crate::model::mention::Modality;
use crate::model::{Language, Token};

/// Marks that make an act one that goes on.
const ONGOING: &[&str] = &["sedang", "tengah", "lagi", "currently"];

/// Words of ability and risk: they tell what is open, not how sure the report is.
const ABLE: &[&str] = &[
    "bisa",
    "dapat",
    "can",
    "could",
    "berisiko",
    "rawan",
    "berpotensi",
    "terancam",
    "memungkinkan",
    "should",
    "must",
    "ingin",
    "mau",
];

/// Whether a mark is one of ability or risk.
pub fn is_able(word: &str) -> bool {
    ABLE.contains(&word)
}

/// Marks of an attempt.
const ATTEMPT: &[&str] = &[
    "mencoba",
    "berusaha",
    "berupaya",
    "hendak",
    "tried",
    "trying",
    "tries",
    "try",
    "attempted",
    "attempting",
    "attempts",
];

/// How sure the verb is told to be: the marks that stand before it, back to the verb before it.
pub fn stance(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>, verb: usize) -> Sureness {
    let mut best = (Stance::Done, None);
    let mut done = false;
    // `attempted | to escape`, `likely | to be handed over`: an infinitive's mark stands in the clause before.
    let mut i = if &*tokens[range.start].norm == "to" { range.start.saturating_sub(1) } else { range.start };
    while i < verb {
        let (length, stance) = match lexicon.modality.longest(&tokens[..range.end], i) {
            Some((length, _)) if ATTEMPT.contains(&&*tokens[i].norm) => (length, Some(Stance::Attempted)),
            Some((length, _)) if ONGOING.contains(&&*tokens[i].norm) => (length, Some(Stance::Ongoing)),
            Some((length, _)) if ABLE.contains(&&*tokens[i].norm) => (length, None),
            Some((length, &modality)) => (length, of_modality(modality)),
            None if ATTEMPT.contains(&&*tokens[i].norm) => (1, Some(Stance::Attempted)),
            None if ONGOING.contains(&&*tokens[i].norm) => (1, Some(Stance::Ongoing)),
            None => (1, None),
        };
        // A mark before another full verb is that verb's.
        let own = (i + length..verb).all(|j| !tokens[j].verb || marks(lexicon, tokens, j, range.end));
        if own && verb - i <= MARK_REACH && DONE.contains(&&*tokens[i].norm) {
            done = true;
            best.1.get_or_insert(i..i + length);
        }
        if let Some(stance) = stance.filter(|_| own && i + length <= verb + 1 && verb - i <= MARK_REACH)
            && stance >= best.0
        {
            best = (stance, Some(i..i + length));
        }
        i += length;
    }
    (best.0, best.1, done)
}

/// Tokens between a mark and the verb that it is of, at most.
const MARK_REACH: usize = 5;

/// A stance, the words that mark it, and whether a word marks it as done.
pub type Sureness = (Stance, Option<Range<usize>>, bool);

/// Marks of what is done.
const DONE: &[&str] = &["telah", "sudah", "had", "has", "have", "already"];

/// Whether the verb is an English past form.
pub(super) fn past(lexicon: &Lexicon, tokens: &[Token], verb: usize) -> bool {
    lexicon.language == Some(Language::English)
        && !tokens[verb].norm.ends_with("ing")
        && !tokens[verb].norm.ends_with('s')
        && tokens[verb].norm != tokens[verb].stem
}

/// Whether a negation governs the verb: nothing but marks and function words stands between.
pub(super) fn negated(lexicon: &Lexicon, tokens: &[Token], start: usize, verb: usize) -> bool {
    let mut i = verb;
    while i > start {
        i -= 1;
        if lexicon.negation.longest(&tokens[..=verb], i).is_some() {
            let only =
                tokens.get(i + 1).is_some_and(|t| matches!(&*t.norm, "hanya" | "cuma" | "saja" | "only" | "lain"));
            return !only;
        }
        if !lexicon.is_function(&tokens[i].norm) && !marks(lexicon, tokens, i, verb) {
            return false;
        }
    }
    false
}

/// Whether a verb is only a mark of how sure the next is, or an auxiliary.
pub fn marks(lexicon: &Lexicon, tokens: &[Token], i: usize, end: usize) -> bool {
    lexicon.modality.longest(&tokens[..end], i).is_some() || lexicon.is_function(&tokens[i].norm)
}

fn of_modality(modality: Modality) -> Option<Stance> {
    match modality {
        Modality::Told | Modality::Done => None,
        Modality::Planned => Some(Stance::Planned),
        Modality::Possible => Some(Stance::Possible),
        Modality::Alleged => Some(Stance::Alleged),
        Modality::Reported => Some(Stance::Reported),
    }
}
