//! Which words of a sentence may be the verb of a clause.
//!
//! There is no tagger: affixes (Indonesian), irregular forms and endings (English), the frames' lists and the words
//! beside decide. It is meant to find where clauses part, not to parse.

use super::stem::stem;
use super::{Lexicon, lexicon::FrameUse};
use crate::model::{Language, Shape, Token};

/// Fills `stem` and `verb` of a sentence's tokens.
pub fn mark(lexicon: &Lexicon, tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|t| t.shape != Shape::Mark) {
        token.stem = if token.shape == Shape::Number { token.norm.clone() } else { stem(lexicon, &token.norm) };
    }
    let titles = many_word_titles(lexicon, tokens);
    for i in 0..tokens.len() {
        tokens[i].verb = !titles[i]
            && match lexicon.language {
                Some(Language::Indonesian) => indonesian(lexicon, tokens, i),
                Some(Language::English) => english(lexicon, tokens, i),
                _ => false,
            };
    }
}

/// Which tokens stand in a title or pronoun of two words or more (`juru bicara`, `yang bersangkutan`): no verb, whatever
/// they look like.
fn many_word_titles(lexicon: &Lexicon, tokens: &[Token]) -> Vec<bool> {
    let mut inside = vec![false; tokens.len()];
    for i in 0..tokens.len() {
        let title = lexicon.titles.longest(tokens, i).map(|(n, _)| n);
        let pronoun = lexicon.pronouns.longest(tokens, i).map(|(n, _)| n);
        if let Some(length) = title.max(pronoun).filter(|n| *n > 1) {
            inside[i..i + length].fill(true);
        }
    }
    inside
}

/// Words that make a predicate of what follows, or are one.
const COPULAS: [&str; 12] =
    ["adalah", "ialah", "merupakan", "ada", "bukan", "terdapat", "jadi", "menjadi", "yakni", "punya", "bisa", "harus"];

/// Bare words before an Indonesian noun that rule out a verb: what follows is a thing.
const NOMINAL_BEFORE: [&str; 14] = [
    "para", "sebuah", "seorang", "suatu", "beberapa", "berbagai", "semua", "setiap", "kasus", "dugaan", "hasil",
    "dari", "oleh", "pihak",
];

fn indonesian(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let word = &*token.norm;
    if COPULAS.contains(&word) {
        return true;
    }
    if lexicon.is_function(word) || lexicon.titles.word(word).is_some() || token.shape == Shape::Upper {
        return false;
    }
    // A capital inside a sentence is a name; headlines in title case have many, so there the lists decide.
    let title_case = i > 0 && token.shape == Shape::Capital;
    let uses = lexicon.frame_words.word(&token.stem).map_or(&[][..], Vec::as_slice);
    let bare = *token.stem == *word;
    if bare {
        // `terima kasih`, thanks, is a thing said.
        if tokens.get(i + 1).is_some_and(|t| &*t.norm == "kasih") {
            return false;
        }
        let forms = lexicon.frame_words.word(word).map_or(&[][..], Vec::as_slice);
        return !title_case && verbal_only(lexicon, word, forms) && !after_nominal(tokens, i);
    }
    let affixed = ["me", "di", "ber", "ter", "be"].iter().any(|p| word.starts_with(p)) && word.len() > 4;
    let nominal = word.ends_with("an") && !word.ends_with("kan") && (word.starts_with("pe") || word.starts_with("ke"));
    affixed && !nominal && !after_nominal(tokens, i) && (!title_case || !uses.is_empty())
}

/// A bare root that stands as a verb: in the frames, and no noun by any list.
fn verbal_only(lexicon: &Lexicon, word: &str, uses: &[FrameUse]) -> bool {
    uses.iter().any(|u| !u.noun) && !uses.iter().any(|u| u.noun) && !lexicon.kinds.contains_key(word)
        || lexicon.reporting.word(word).is_some()
}

fn after_nominal(tokens: &[Token], i: usize) -> bool {
    i > 0 && NOMINAL_BEFORE.contains(&&*tokens[i - 1].norm)
}

/// Forms of be, have and do, and the modals.
const AUXILIARIES: [&str; 34] = [
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can",
    "could", "may", "might", "must", "shall", "should", "isn't", "wasn't", "weren't", "aren't", "hasn't", "haven't",
    "hadn't", "didn't", "won't", "wouldn't", "can't", "couldn't",
];

/// Whether an English word is a form of be, have or do, or a modal.
pub fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}

/// Words before an English noun: what follows them is no finite verb.
const DETERMINERS: [&str; 22] = [
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "of", "in",
    "on", "from", "any", "some", "no", "'s",
];

/// Adverbs that may stand between an auxiliary and its verb.
fn adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
        || matches!(word, "not" | "also" | "now" | "later" | "soon" | "never" | "then" | "still" | "again")
}

fn english(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    let token = &tokens[i];
    let word = &*token.norm;
    if AUXILIARIES.contains(&word) {
        return true;
    }
    if lexicon.is_function(word) || token.shape == Shape::Upper || (i > 0 && token.shape == Shape::Capital) {
        return false;
    }
    // `will eventually replace`, `did not fire`: adverbs stand between an auxiliary and its verb.
    let near = tokens[..i].iter().rposition(|t| !adverb(&t.norm));
    let before = near
        .filter(|j| i - j == 1 || is_auxiliary(&tokens[*j].norm))
        .map_or_else(|| i.checked_sub(1).map_or("", |j| &*tokens[j].norm), |j| &*tokens[j].norm);
    if DETERMINERS.contains(&before) {
        return false;
    }
    let known = lexicon.frame_words.word(&token.stem).is_some_and(|uses| uses.iter().any(|u| !u.noun))
        || lexicon.reporting.word(&token.stem).is_some()
        || lexicon.roots.contains(&*token.stem);
    let inflected = *token.stem != *word;
    if !inflected {
        // A bare lemma is a verb after `to`, a modal or a plural subject; a noun otherwise.
        return known && (before == "to" || AUXILIARIES.contains(&before) || lexicon.pronouns.word(before).is_some());
    }
    // Before a noun a participle is an adjective (`armed helicopter`).
    let adjective = word.ends_with("ed") && i > 0 && lexicon.numbers.word(before).is_some();
    let plural = word.ends_with('s') && !word.ends_with("ss");
    let verb_form = word.ends_with("ed") || word.ends_with("ing") || lexicon.irregular.contains_key(word);
    if plural {
        return known
            && (tokens[..i].last().is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper))
                || lexicon.pronouns.word(before).is_some());
    }
    !adjective && verb_form && (known || word.ends_with("ed"))
}
