//! How a word is denied or left open: the negation, the verb of denying or the phrase before it that reaches it.

use crate::compare::events::marks;
use crate::language::Lexicon;
use crate::language::lexicon::{Denial, Reporting};
use crate::model::{Opener, Shape, Token};

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
    /// By a verb of denying: somebody else says otherwise.
    pub verb: bool,
}

/// Where the denial stands that governs the word at `i`. `sentence` and `clause` are the tokens where these start.
pub fn denied(lexicon: &Lexicon, tokens: &[Token], sentence: usize, clause: usize, i: usize) -> Option<Denied> {
    let (mut words, mut verbs, mut reached, mut relative, mut far) = (0, false, false, false, 0);
    let mut j = i;
    while j > sentence && far < OPEN_REACH {
        j -= 1;
        let token = &tokens[j];
        // `no victims in the crash`: what stands behind a preposition is not what is denied.
        if !tokens[i].verb && &*token.norm != "to" && lexicon.is_preposition(&token.norm) {
            return None;
        }
        match lexicon.denial.longest(&tokens[..i], j) {
            Some((_, Denial::Open)) => return Some(Denied { at: j, all: false, open: true, yet: false, verb: false }),
            Some((_, Denial::Must)) => return None,
            Some((_, Denial::None)) if words < REACH && !verbs => return whole(tokens, j, i),
            // `menolak banding yang diajukan`: what is refused has been lodged.
            Some((n, Denial::Deny)) if !verbs && (words == 0 || (tokens[i].verb && !relative)) => {
                return denying(lexicon, tokens, sentence, j, n);
            }
            Some((_, Denial::Through)) => {
                reached = true;
                continue;
            }
            _ => {}
        }
        if !verbs && (j >= clause || reached) && lexicon.negation.longest(&tokens[..=i], j).is_some() {
            let rule = |t: &Token| lexicon.denial.word(&t.norm) == Some(&Denial::Must);
            // `membantah kabar bahwa ia tidak dibayar`: two denials tell nothing surely.
            let twice = tokens[sentence..j].iter().any(|t| lexicon.denial.word(&t.norm) == Some(&Denial::Deny));
            let must = twice || tokens.get(j + 1).is_some_and(rule) || (j > sentence && rule(&tokens[j - 1]));
            return (words == 0 && !must && !merely(tokens, j)).then(|| Denied {
                at: j,
                all: false,
                open: false,
                yet: tokens[j..i].iter().any(|t| matches!(&*t.norm, "belum" | "yet")),
                verb: false,
            });
        }
        if token.shape == Shape::Mark && !matches!(&*token.norm, "\"" | "-" | "'") {
            return None;
        }
        let opener = lexicon.clauses.word(&token.norm);
        if matches!(opener, Some(Opener::Time | Opener::Cause | Opener::Concession | Opener::Contrast)) {
            return None;
        }
        relative |= opener == Some(&Opener::Relative);
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
fn whole(tokens: &[Token], j: usize, i: usize) -> Option<Denied> {
    let yet = tokens[j..i].iter().any(|t| matches!(&*t.norm, "belum" | "yet"));
    (!merely(tokens, j)).then_some(Denied { at: j, all: true, open: false, yet, verb: false })
}

/// Whether the negation is none (`tidak hanya`, `not only`, `no doubt`).
fn merely(tokens: &[Token], j: usize) -> bool {
    tokens.get(j + 1).is_some_and(|t| {
        matches!(
            &*t.norm,
            "hanya" | "cuma" | "saja" | "sekadar" | "only" | "just" | "lain" | "doubt" | "matter" | "longer"
        )
    })
}

/// A verb of denying, unless it is itself negated (`tidak membantah`) or part of an open phrase (`refused to rule out`).
fn denying(lexicon: &Lexicon, tokens: &[Token], sentence: usize, j: usize, length: usize) -> Option<Denied> {
    for k in (sentence.max(j.saturating_sub(3))..j).rev() {
        if let Some((n, Denial::Open)) = lexicon.denial.longest(&tokens[..j + length], k)
            && k + n > j
        {
            return Some(Denied { at: k, all: false, open: true, yet: false, verb: false });
        }
        if lexicon.negation.longest(&tokens[..j], k).is_some() {
            return None;
        }
    }
    Some(Denied {
        at: j,
        all: false,
        open: false,
        yet: false,
        verb: lexicon.reporting.word(&tokens[j].stem) == Some(&Reporting::Deny),
    })
}
