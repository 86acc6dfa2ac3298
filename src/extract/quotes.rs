//! Direct quotes and who says them.
//!
//! A quote's speaker stands behind it (`" kata Peskov`), before it (`Peskov mengatakan, "`), or nowhere: then it goes
//! on from the quote or the credited sentence before it. Two quotes with nothing but a credit between them are one
//! utterance.

pub mod marks;

use std::ops::Range;

use super::sources::{Form, Raw, Run, View, is_assertion, scan};
use crate::language::Lexicon;
use crate::model::mention::{At, Name, Quote};
use crate::model::{Report, Segments};
use marks::Passage;

/// How many tokens a credit between two pieces of one utterance takes at most: longer ones tell more than who speaks.
const CREDIT_BETWEEN: usize = 40;

/// How far from the quote's mark the speaker may begin, tokens: `," kata X`, `," she later added`.
const CREDIT_NEAR: usize = 3;

/// The direct quotes of a report, in order of place.
pub fn quotes(report: &Report, segments: &Segments, lexicon: &'static Lexicon, names: &[Name]) -> Vec<Quote> {
    let view = View { report, segments, lexicon, names };
    let passages = marks::passages(report, segments);
    if passages.is_empty() {
        return Vec::new();
    }
    let (runs, raws) = scan(view, &passages);
    let mut binder = Binder { view, passages: &passages, runs: &runs, raws: &raws, bound: Vec::new() };
    for p in 0..passages.len() {
        let bond = binder.bind(p);
        binder.bound.push(bond);
    }
    let mut out = Vec::new();
    for (passage, bond) in passages.iter().zip(&binder.bound) {
        let Some(at) = place(segments, passage.inner.clone()) else { continue };
        let raw = bond.raw.map(|r| &raws[r]);
        out.push(Quote {
            at,
            speaker: raw.and_then(|r| r.name),
            credit: raw.map(|r| segments.span(r.tokens.clone())),
            who: raw.map(|r| r.who.clone()),
            assertion: bond.assertion,
            utterance: bond.utterance,
        });
    }
    out
}

/// Where some tokens stand, marks at the ends left out of nothing.
fn place(segments: &Segments, tokens: Range<usize>) -> Option<At> {
    let sentence = segments.sentence_at(tokens.start)?;
    let clause = segments.clause_at(tokens.start)?;
    Some(At { span: segments.span(tokens.clone()), tokens, sentence, clause })
}

/// What a passage was found to be.
struct Bond {
    raw: Option<usize>,
    assertion: bool,
    utterance: usize,
}

struct Binder<'a> {
    view: View<'a>,
    passages: &'a [Passage],
    runs: &'a [Run],
    raws: &'a [Raw],
    bound: Vec<Bond>,
}

impl Binder<'_> {
    fn bind(&self, p: usize) -> Bond {
        let passage = &self.passages[p];
        let assertion = is_assertion(self.view, passage);
        let fresh = self.bound.last().map_or(0, |b| b.utterance + 1);
        if !assertion {
            let raw = self.sentence_credit(p);
            return Bond { raw, assertion, utterance: fresh };
        }
        let previous = self.previous(p);
        let behind = self.behind(p);
        let before = self.before(p);
        // `X mengatakan: "…," ujarnya`: one speaker either way; a name is worth more than a pronoun.
        let own = match (behind, before) {
            (Some(b), Some(a)) if self.is_direct(a, passage) && self.raws[b].name.is_none() => Some(a),
            (Some(b), _) => Some(b),
            (None, a) => a,
        };
        if let Some(q) = previous
            && (passage.continues || self.joins(q, p, own))
        {
            let raw = own.or_else(|| self.ahead(p)).or(self.bound[q].raw);
            return Bond { raw, assertion, utterance: self.bound[q].utterance };
        }
        let raw = own.or_else(|| self.ahead(p)).or_else(|| self.sentence_credit(p)).or_else(|| self.inherited(p));
        Bond { raw, assertion, utterance: fresh }
    }

    /// The asserting passage before this one.
    fn previous(&self, p: usize) -> Option<usize> {
        (0..p).rev().find(|&q| self.bound[q].assertion)
    }

    /// The credit right behind the passage: `" kata X`, `," he added`.
    fn behind(&self, p: usize) -> Option<usize> {
        let run = self.runs.iter().position(|r| r.before == Some(p))?;
        let start = self.runs[run].tokens.start;
        let mut raws = (0..self.raws.len()).filter(|&r| self.raws[r].run == run);
        let goes_on = matches!(self.view.norm(self.passages[p].inner.end - 1), "," | "?" | "!" | "-")
            || self.view.norm(start) == ","
            || !self.view.is_capital(start);
        raws.find(|&r| {
            let raw = &self.raws[r];
            let near = raw.tokens.start <= start + CREDIT_NEAR;
            match raw.form {
                Form::After => near || goes_on && raw.tokens.start <= start + CREDIT_BETWEEN / 2,
                Form::Before => near && goes_on && raw.sort != crate::model::mention::CreditSort::Agency,
                Form::Opener => near,
            }
        })
    }

    /// The credit before the passage in its sentence: `X mengatakan, "`.
    fn before(&self, p: usize) -> Option<usize> {
        let run = self.runs.iter().position(|r| r.after == Some(p))?;
        // Behind another quote only a credit that leads on to this one counts: `kata X. Ia menambahkan, "`.
        let leads = |r: &usize| self.raws[*r].form != Form::After || self.runs[run].before.is_none();
        (0..self.raws.len()).rev().find(|&r| self.raws[r].run == run).filter(leads)
    }

    fn is_direct(&self, raw: usize, passage: &Passage) -> bool {
        self.raws[raw].tokens.end + 2 >= passage.outer.start
    }

    /// Any credit in the sentence of a phrase in marks.
    fn sentence_credit(&self, p: usize) -> Option<usize> {
        let start = self.passages[p].outer.start;
        let sentence = self.view.segments.sentence_at(start)?;
        let here = || (0..self.raws.len()).filter(|&r| self.runs[self.raws[r].run].sentence == sentence);
        here()
            .rfind(|&r| self.raws[r].tokens.end <= start)
            .or_else(|| here().find(|&r| self.raws[r].form != Form::Before))
    }

    /// Whether nothing but one credit stands between two passages of a block, so that they are one utterance.
    fn joins(&self, q: usize, p: usize, own: Option<usize>) -> bool {
        let (left, right) = (&self.passages[q], &self.passages[p]);
        let between = left.outer.end..right.outer.start;
        if between.len() > CREDIT_BETWEEN || self.block(left.outer.start) != self.block(right.outer.start) {
            return false;
        }
        let Some(raw) = self.bound[q].raw else { return between.is_empty() };
        let credit = &self.raws[raw];
        let same = own.is_none_or(|o| o == raw);
        let sentences = self.sentences_in(between.clone());
        same && between.start <= credit.tokens.start && credit.tokens.end <= between.end && sentences <= 1
            || same && between.is_empty()
    }

    fn sentences_in(&self, tokens: Range<usize>) -> usize {
        self.runs.iter().filter(|r| r.tokens.start >= tokens.start && r.tokens.end <= tokens.end).count()
    }

    fn block(&self, token: usize) -> Option<usize> {
        self.view.segments.sentence_at(token).map(|s| self.view.segments.sentences[s].block)
    }

    /// The credit of the pieces that go on from this one, where a quote runs over paragraphs and is credited at its end.
    fn ahead(&self, p: usize) -> Option<usize> {
        let last = (p + 1..self.passages.len()).take_while(|&n| self.passages[n].continues).last()?;
        (p + 1..=last).find_map(|n| self.behind(n))
    }

    /// The speaker of the sentence or quote that this one goes on from without a credit.
    fn inherited(&self, p: usize) -> Option<usize> {
        let start = self.passages[p].outer.start;
        let segments = self.view.segments;
        let sentence = segments.sentence_at(start)?;
        // The sentence before in the same paragraph, or the paragraph before where this quote is all of its own.
        let before = sentence.checked_sub(1)?;
        let sentences = &segments.sentences;
        let same_block = sentences[before].block == sentences[sentence].block;
        let alone = sentences[sentence].tokens.start == start;
        let colon = self.view.norm(sentences[before].tokens.end - 1) == ":";
        let quoted = self.previous(p).filter(|&q| {
            let end = self.passages[q].outer.end.saturating_sub(1);
            segments.sentence_at(end).is_some_and(|s| s == before || s == sentence)
        });
        if !(same_block || colon || alone && quoted.is_some()) {
            return None;
        }
        let credited = (0..self.raws.len()).rev().find(|&r| self.runs[self.raws[r].run].sentence == before);
        credited.or_else(|| quoted.and_then(|q| self.bound[q].raw))
    }
}

#[cfg(test)]
pub(crate) mod tests;
