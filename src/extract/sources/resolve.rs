//! Whom pronouns and bare offices of credits stand for.

use super::View;
use super::scan::{Raw, Run};
use crate::extract::quotes::marks::Passage;
use crate::model::mention::{CreditSort, NameClass};

/// How far back a pronoun may look for the last speaker, sentences: after more than a few paragraphs of narration the
/// nearest person is meant.
const PRONOUN_REACH: usize = 8;

/// How near a sentence's start its subject's name stands, tokens: titles are long.
const SUBJECT_REACH: usize = 12;

/// Gives pronouns and bare offices the names they stand for.
pub fn resolve(view: View<'_>, runs: &[Run], passages: &[Passage], raws: &mut [Raw]) {
    let mut last: Option<usize> = None;
    for at in 0..raws.len() {
        if raws[at].pronoun {
            let sentence = runs[raws[at].run].sentence;
            let near = last.filter(|&l| runs[raws[l].run].sentence + PRONOUN_REACH >= sentence);
            let subject = subject_before(view, runs, passages, &raws[..at], &raws[at]);
            if let Some(name) = subject {
                raws[at].name = Some(name);
            } else if let Some(near) = near {
                (raws[at].name, raws[at].sort) = (raws[near].name, raws[near].sort);
            } else {
                raws[at].name = nearest_person(view, raws[at].tokens.start);
            }
        } else if raws[at].sort == CreditSort::Unnamed
            && let Some(holder) = view.holder_of(raws[at].who.clone())
        {
            (raws[at].name, raws[at].sort) = (Some(holder), CreditSort::Person);
        }
        if raws[at].sort != CreditSort::Agency {
            last = Some(at);
        }
    }
}

/// The person whom the sentence before a pronoun's quote tells of, where that sentence credits nobody.
fn subject_before(view: View<'_>, runs: &[Run], passages: &[Passage], before: &[Raw], raw: &Raw) -> Option<usize> {
    let run = &runs[raw.run];
    let mut start = run.before.map_or(run.tokens.start, |p| passages[p].outer.start);
    if start == raw.tokens.start {
        start = run.tokens.start;
    }
    let sentences = &view.segments.sentences;
    let sentence = view.segments.sentence_at(start)?;
    let block = sentences[sentence].block;
    let s = if sentences[sentence].tokens.start < start { sentence } else { sentence.checked_sub(1)? };
    if sentences[s].block != block || before.iter().any(|r| runs[r.run].sentence == s) {
        return None;
    }
    let tokens = sentences[s].tokens.start..sentences[s].tokens.end.min(start);
    if tokens.clone().any(|t| passages.iter().any(|p| p.outer.contains(&t))) {
        return None;
    }
    let name = view.person_in(tokens.clone())?;
    let at = view.names[name].at.tokens.start;
    let lead = tokens.start..at;
    let plain = lead.clone().all(|t| !view.is_mark(t) && (!view.is_function(t) || t == tokens.start));
    // `Salah seorang korban, Lilik, …`: the name stands beside a role, and is the subject.
    let apposed = lead.end > lead.start
        && view.norm(lead.end - 1) == ","
        && lead.clone().any(|t| view.lexicon.titles.word(view.norm(t)).is_some());
    (at - tokens.start <= SUBJECT_REACH && (plain || apposed)).then_some(name)
}

/// The person named last before a token, in its block.
fn nearest_person(view: View<'_>, token: usize) -> Option<usize> {
    let sentences = &view.segments.sentences;
    let block = sentences[view.segments.sentence_at(token)?].block;
    let n = view.names.partition_point(|n| n.at.tokens.end <= token);
    (0..n)
        .rev()
        .take_while(|&n| sentences[view.names[n].at.sentence].block + 1 >= block)
        .find(|&n| view.names[n].class == NameClass::Person)
}
