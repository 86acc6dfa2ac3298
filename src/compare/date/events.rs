//! Which times tell when the event of a statement was, and which when somebody spoke of it.

use crate::language::Lexicon;
use crate::model::mention::Time;
use crate::model::story::Story;
use crate::model::{Opener, Shape, Token};

/// Share of the words that two clauses must have in common where no list knows the events of one of them.
const ALIKE: f32 = 0.5;

/// A time of a statement's event in one report.
pub struct Event<'a> {
    /// Index of the report.
    pub report: usize,
    /// The time.
    pub time: &'a Time,
    /// Whether it stands in the statement's clause, not in another of its sentence.
    pub own: bool,
    /// Stem of the clause's predicate.
    predicate: Option<&'a str>,
    /// Event frames of the predicate.
    frames: Vec<u16>,
    /// Stems of the clause's content words, ascending.
    stems: Vec<&'a str>,
}

/// The times of a statement's events, by report and place.
pub fn events<'a>(story: &'a Story<'_>, statement: usize) -> Vec<Event<'a>> {
    let mut out = Vec::new();
    for member in &story.statements[statement].members {
        let source = &story.sources[member.report];
        let clause = &source.segments.clauses[member.clause];
        let claim = source.extract.claims.get(member.clause);
        let lexicon = Lexicon::of(source.report.language);
        let predicate = claim.and_then(|c| c.predicate).map(|p| &source.segments.tokens[p]);
        if predicate.is_some_and(|p| lexicon.reporting.word(&p.stem).is_some()) {
            continue;
        }
        let frames: Vec<u16> = claim.map(|c| c.frames.iter().map(|f| f.0).collect()).unwrap_or_default();
        let mut stems: Vec<&str> = source.segments.tokens[clause.tokens.clone()]
            .iter()
            .filter(|t| is_content(t, lexicon))
            .map(|t| if t.stem.is_empty() { &*t.norm } else { &*t.stem })
            .collect();
        stems.sort_unstable();
        stems.dedup();
        for time in source.extract.times.iter().filter(|t| t.at.sentence == clause.sentence) {
            if is_of_saying(source, lexicon, time) {
                continue;
            }
            out.push(Event {
                report: member.report,
                time,
                own: time.at.clause == member.clause,
                predicate: predicate.map(|p| if p.stem.is_empty() { &*p.norm } else { &*p.stem }),
                frames: frames.clone(),
                stems: stems.clone(),
            });
        }
    }
    out.sort_by_key(|e| (e.report, e.time.at.span, !e.own));
    out.dedup_by_key(|e| (e.report, e.time.at.span));
    out
}

impl Event<'_> {
    /// Whether the predicates of the two tell the same.
    pub fn same_predicate(&self, other: &Event<'_>) -> bool {
        if self.predicate.is_some() && self.predicate == other.predicate {
            return true;
        }
        if !self.frames.is_empty() && !other.frames.is_empty() {
            return self.frames.iter().any(|f| other.frames.contains(f));
        }
        let smaller = self.stems.len().min(other.stems.len());
        let common = self.stems.iter().filter(|s| other.stems.binary_search(s).is_ok()).count();
        smaller > 0 && common as f32 / smaller as f32 >= ALIKE
    }

    /// The content words of its clause, in lower case, times left out.
    pub fn words<'s>(&self, story: &'s Story<'_>) -> impl Iterator<Item = &'s str> {
        let source = &story.sources[self.report];
        let lexicon = Lexicon::of(source.report.language);
        let clause = &source.segments.clauses[self.time.at.clause];
        let time = self.time.at.tokens.clone();
        let tokens = clause.tokens.clone().filter(move |i| !time.contains(i)).map(|i| &source.segments.tokens[i]);
        tokens.filter(move |t| is_content(t, lexicon)).map(|t| &*t.norm)
    }
}

fn is_content(token: &Token, lexicon: &Lexicon) -> bool {
    !matches!(token.shape, Shape::Mark | Shape::Number)
        && !lexicon.is_function(&token.norm)
        && lexicon.calendar.word(&token.norm).is_none()
}

/// Whether the time tells when somebody spoke: it stands in an attribution, or the verb nearest before it in its
/// sentence reports speech.
fn is_of_saying(source: &crate::model::story::Source<'_>, lexicon: &Lexicon, time: &Time) -> bool {
    let segments = &source.segments;
    let clause = &segments.clauses[time.at.clause];
    if clause.opener == Opener::Attribution {
        return true;
    }
    let start = segments.sentences[time.at.sentence].tokens.start;
    let before = (start..time.at.tokens.start).rev();
    // `Sumatera Utara` has the root of `mengutarakan`: a name reports nothing.
    let reports = |t: &Token| t.shape == Shape::Lower && lexicon.reporting.word(&t.stem).is_some();
    let verb = before.map(|i| &segments.tokens[i]).find(|t| t.verb || reports(t));
    verb.is_some_and(reports)
}
