//! How a word is denied or left open: the negation, the verb of denying or the phrase before it that reaches it.

use crate::compare::events::marks;
use crate::language::Lexicon;
use crate::language::lexicon::Denial;
use crate::model::{Shape, Token};

/// Words between a denial and what it denies, at most.
const REACH: usize = 5;

/// Words between a phrase that leaves something open and what it leaves open, at most.
const OPEN_REACH: usize = 7;

/// A denial of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied {
    /// Token where it starts.
    pub at: usize,
    /// Denied of all (`tidak ada yang`, `nobody`).
    pub all: bool,
    /// Left open rather than denied (`belum memutuskan`).
    pub open: bool,
    /// Not yet, rather than not.
    pub yet: bool,
}

/// Where the denial stands that governs the word at `i`. `sentence` and `clause` are the tokens where these start.
pub fn denied(lexicon: &Lexicon, tokens: &[Token], sentence: usize, clause: usize, i: usize) -> Option<Denied> {
    let (mut words, mut verbs, mut reached, mut far) = (0, false, false, 0);
    let mut j = i;
    while j > sentence && far < OPEN_REACH {
        j -= 1;
        let token = &tokens[j];
        match lexicon.denial.longest(&tokens[..i], j) {
            Some((_, Denial::Open)) => return Some(Denied { at: j, all: false, open: true, yet: false }),
            Some((_, Denial::None)) if words < REACH && !verbs => return whole(lexicon, tokens, j, i),
            Some((n, Denial::Deny)) if !verbs && (words == 0 || tokens[i].verb) => {
                return denying(lexicon, tokens, sentence, j, n);
            }
            Some((_, Denial::Through)) => {
                reached = true;
                continue;
            }
            _ => {}
        }
        if !verbs && (j >= clause || reached) && lexicon.negation.longest(&tokens[..=i], j).is_some() {
            return (words == 0 && !merely(tokens, j)).then(|| Denied {
                at: j,
                all: false,
                open: false,
                yet: tokens[j..i].iter().any(|t| matches!(&*t.norm, "belum" | "yet")),
            });
        }
        if token.shape == Shape::Mark && !matches!(&*token.norm, "\"" | "-" | "'") {
            return None;
        }
        if lexicon.is_function(&token.norm) || marks(lexicon, tokens, j, i) {
            continue;
        }
        far += 1;
        verbs |= token.verb;
        words += 1;
    }
    None
}

/// A denial of all, unless it is one in a comparison (`tidak ada yang lain`, `no doubt`).
fn whole(_lexicon: &Lexicon, tokens: &[Token], j: usize, i: usize) -> Option<Denied> {
    let yet = tokens[j..i].iter().any(|t| matches!(&*t.norm, "belum" | "yet"));
    (!merely(tokens, j)).then_some(Denied { at: j, all: true, open: false, yet })
}

/// Whether the negation is none (`tidak hanya`, `not only`, `no doubt`).
fn merely(tokens: &[Token], j: usize) -> bool {
    tokens.get(j + 1).is_some_and(|t| {
        matches!(&*t.norm, "hanya" | "cuma" | "saja" | "sekadar" | "only" | "just" | "lain" | "doubt" | "matter" | "longer")
    })
}

/// A verb of denying, unless it is itself negated (`tidak membantah`) or part of an open phrase (`refused to rule out`).
fn denying(lexicon: &Lexicon, tokens: &[Token], sentence: usize, j: usize, length: usize) -> Option<Denied> {
    for k in (sentence.max(j.saturating_sub(3))..j).rev() {
        if let Some((n, Denial::Open)) = lexicon.denial.longest(&tokens[..j + length], k)
            && k + n > j
        {
            return Some(Denied { at: k, all: false, open: true, yet: false });
        }
        if lexicon.negation.longest(&tokens[..j], k).is_some() {
            return None;
        }
    }
    Some(Denied { at: j, all: false, open: false, yet: false })
}
