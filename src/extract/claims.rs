//! Clauses read as who did what to whom, and how sure.

use std::ops::Range;

use crate::language::{Lexicon, stem};
use crate::model::mention::{Claim, Modality};
use crate::model::{Clause, Segments, Shape, Token};

/// One claim a clause, in the order of the clauses.
pub fn claims(segments: &Segments, lexicon: &Lexicon) -> Vec<Claim> {
    segments.clauses.iter().map(|clause| claim(segments, lexicon, clause)).collect()
}

fn claim(segments: &Segments, lexicon: &Lexicon, clause: &Clause) -> Claim {
    let tokens = &segments.tokens[..clause.tokens.end];
    let range = clause.tokens.clone();
    let predicate = predicate(lexicon, tokens, range.clone());
    let mut claim = Claim { predicate, frames: frames(lexicon, tokens, range.clone(), predicate), ..Claim::default() };
    (claim.modality, claim.modal) = modality(lexicon, tokens, range.clone(), predicate);
    claim.negated = negated(lexicon, tokens, range.clone(), predicate);
    (claim.agent, claim.patient) = sides(lexicon, tokens, range, predicate);
    claim
}

/// The verb that carries the clause: the first that an event frame knows, else the first that does not report speech,
/// else the first.
fn predicate(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>) -> Option<usize> {
    let verbs = || range.clone().filter(|&i| tokens[i].verb);
    // `diduga raib`, `tried to flee`: the first verb only marks how sure the second is.
    let marks = |i: usize| {
        lexicon.modality.longest(&tokens[..range.end], i).is_some_and(|(n, _)| {
            (i + n..range.end.min(i + n + 3))
                .any(|j| tokens[j].verb && lexicon.modality.word(&tokens[j].norm).is_none())
        })
    };
    // `uang yang diambil itu sudah hilang`: the verb of a relative clause within the subject is not the clause's.
    let relative = |i: usize| {
        i > range.start + 1
            && (range.start.max(i.saturating_sub(2))..i).any(|j| &*tokens[j].norm == "yang" && j > range.start)
            && (i + 1..range.end).any(|j| tokens[j].verb && !lexicon.is_function(&tokens[j].norm))
    };
    let content = |i: &usize| !lexicon.is_function(&tokens[*i].norm) && !marks(*i) && !relative(*i);
    verbs()
        .filter(content)
        .find(|&i| lexicon.reporting.word(&tokens[i].stem).is_none() && has_frame(lexicon, tokens, i))
        .or_else(|| verbs().filter(content).find(|&i| lexicon.reporting.word(&tokens[i].stem).is_none()))
        .or_else(|| verbs().find(content))
        .or_else(|| verbs().next())
}

fn has_frame(lexicon: &Lexicon, tokens: &[Token], i: usize) -> bool {
    lexicon.frame_forms.longest(tokens, i).is_some() || lexicon.frame_words.longest_stem(tokens, i).is_some()
}

/// Frames of the predicate first, then of the other verbs, then of the nouns.
fn frames(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>, predicate: Option<usize>) -> Vec<(u16, bool)> {
    let mut ranked: Vec<(u8, u16, bool)> = Vec::new();
    for i in range {
        let verb = tokens[i].verb;
        let forms = lexicon.frame_forms.longest(tokens, i).map_or(&[][..], |(_, uses)| uses);
        let roots = lexicon.frame_words.longest_stem(tokens, i).map_or(&[][..], |(_, uses)| uses);
        let nouns = lexicon.frame_words.longest(tokens, i).map_or(&[][..], |(_, uses)| uses);
        for (uses, of_nouns) in [(forms, false), (roots, false), (nouns, true)] {
            for found in uses.iter().filter(|u| !of_nouns || u.noun) {
                let rank = match (Some(i) == predicate, verb && !found.noun) {
                    (true, true) => 0,
                    (_, true) => 1,
                    _ if found.noun => 2,
                    _ => 3,
                };
                // A root that is no verb here (`senapan`, a thing given) tells nothing.
                if rank < 3 || tokens[i].shape == Shape::Capital {
                    ranked.push((rank, found.frame, found.converse));
                }
            }
        }
    }
    ranked.sort_by_key(|r| r.0);
    let mut seen = Vec::new();
    for (_, frame, converse) in ranked {
        if !seen.iter().any(|(f, _)| *f == frame) {
            seen.push((frame, converse));
        }
    }
    seen
}

/// The surest mark of how sure the clause is, and where it stands.
fn modality(
    lexicon: &Lexicon,
    tokens: &[Token],
    range: Range<usize>,
    predicate: Option<usize>,
) -> (Modality, Option<Range<usize>>) {
    let mut best = (Modality::Told, None);
    let mut i = range.start;
    // What stands behind the verb tells of something else, unless close.
    let end = predicate.map_or(range.end, |p| (p + 2).min(range.end));
    while i < end {
        match lexicon.modality.longest(&tokens[..range.end], i) {
            Some((length, &modality)) => {
                if rank(modality) > rank(best.0) {
                    best = (modality, Some(i..i + length));
                }
                i += length;
            }
            None => i += 1,
        }
    }
    best
}

fn rank(modality: Modality) -> u8 {
    match modality {
        Modality::Told => 0,
        Modality::Done => 1,
        Modality::Reported => 2,
        Modality::Planned => 3,
        Modality::Possible => 4,
        Modality::Alleged => 5,
    }
}

fn negated(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>, predicate: Option<usize>) -> bool {
    let end = predicate.map_or(range.end, |p| p + 1);
    // `tidak hanya itu`, `not only`: no denial.
    let only =
        |i: usize| tokens.get(i + 1).is_some_and(|t| matches!(&*t.norm, "hanya" | "cuma" | "saja" | "only" | "lain"));
    (range.start..end).any(|i| lexicon.negation.longest(&tokens[..range.end], i).is_some() && !only(i))
}

/// The tokens of who acts and of who is acted on.
fn sides(
    lexicon: &Lexicon,
    tokens: &[Token],
    range: Range<usize>,
    predicate: Option<usize>,
) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let Some(verb) = predicate else { return (None, None) };
    let some = |r: Range<usize>| (!r.is_empty()).then_some(r);
    let (before, after) = (range.start..verb, verb + 1..range.end);
    let by = after.clone().find(|&i| matches!(&*tokens[i].norm, "oleh" | "by"));
    let passive = stem::is_passive(lexicon, &tokens[verb].norm) || english_passive(tokens, verb);
    if passive {
        // `dikunjungi Kim`: the actor of a passive may follow bare.
        let bare = after.clone().next().filter(|&i| matches!(tokens[i].shape, Shape::Capital | Shape::Upper));
        let agent = by.map(|b| b + 1..range.end).or_else(|| bare.map(|b| b..b + 1));
        return (agent.and_then(some), some(before));
    }
    (some(before), some(after))
}

/// Whether an English verb is passive: `was arrested`, `were being held`.
pub fn english_passive(tokens: &[Token], verb: usize) -> bool {
    let form = &*tokens[verb].norm;
    let participle = form.ends_with("ed")
        || form.ends_with("en")
        || form != &*tokens[verb].stem && !form.ends_with("ing") && !form.ends_with('s');
    participle
        && tokens[verb.saturating_sub(3)..verb]
            .iter()
            .any(|t| matches!(&*t.norm, "is" | "are" | "was" | "were" | "be" | "been" | "being"))
}
