//! Which times tell when the event of a statement was, and which when somebody spoke of it.

use crate::language::Lexicon;
use crate::model::mention::Time;
use crate::model::story::{Source, Story};
use crate::model::{Opener, Shape, Token};

/// Share of the words that two clauses must have in common where no list knows the events of one of them.
const ALIKE: f32 = 0.5;

/// A time of a statement's event in one report.
#[derive(Clone)]
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
    /// The event word nearest to the time: its stem, and its frames.
    near: Option<(&'a str, Vec<u16>)>,
    /// Whether it tells when the story's own event was, without naming it or in the lead.
    pub main: bool,
    /// Whether that is known from its place in the lead alone.
    lead: bool,
    /// Whether a verb that tells no more than that something happened stands before it.
    pub light: bool,
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
            if in_name(source, time) || is_of_saying(source, lexicon, time) || is_as_of(source, lexicon, time) {
                continue;
            }
            out.push(Event {
                report: member.report,
                time,
                own: time.at.clause == member.clause,
                predicate: predicate.map(|p| if p.stem.is_empty() { &*p.norm } else { &*p.stem }),
                frames: frames.clone(),
                near: near(source, lexicon, time),
                main: false,
                lead: false,
                light: false,
                stems: stems.clone(),
            });
        }
    }
    out.sort_by_key(|e| (e.report, e.time.at.span, !e.own));
    out.dedup_by_key(|e| (e.report, e.time.at.span));
    out
}

/// Verbs that tell no more than that something happened.
const LIGHT: [&str; 5] = ["terjadi", "berlangsung", "happened", "occurred", "berlaku"];

/// Clock times by the event word that they stand beside, wherever the reports tell them; and those of the story's own
/// event, which a lead tells and a later sentence takes up (`Peristiwa itu terjadi pukul 16.45`).
pub fn pools<'a>(story: &'a Story<'_>) -> Vec<Vec<Event<'a>>> {
    let mut pools: std::collections::BTreeMap<(u8, u16, &'a str), Vec<Event<'a>>> =
        std::collections::BTreeMap::default();
    for (report, source) in story.sources.iter().enumerate() {
        let lead = source.segments.sentences.iter().position(|s| {
            let block = &source.report.blocks[s.block];
            block.kind == crate::model::BlockKind::Paragraph
        });
        for time in source.extract.times.iter().filter(|t| t.clock.is_some()) {
            let Some(clause) = source.segments.clauses.get(time.at.clause) else { continue };
            if clause.quoted {
                continue;
            }
            let Some(alone) = alone(source, report, time) else { continue };
            let light = alone.light;
            let near = alone.near.clone();
            let event = |main: bool| Event { main, lead: !light, ..alone.clone() };
            if light || lead == Some(time.at.sentence) {
                pools.entry((0, 0, "")).or_default().push(event(true));
            }
            if let Some((stem, frames)) = &near {
                let key = frames.first().map_or((1, 0, *stem), |f| (2, *f, ""));
                pools.entry(key).or_default().push(event(true));
            }
        }
    }
    // Two leads may tell of two hours of the day: one of the times must be that of an event told before.
    if let Some(told) = pools.get(&(0, 0, ""))
        && told.iter().all(|e| e.lead)
    {
        pools.remove(&(0, 0, ""));
    }
    // A report that tells two clock times of one event word tells of two events.
    for pool in pools.values_mut() {
        let clashes = |e: &Event<'_>, all: &[Event<'_>]| {
            all.iter().any(|o| o.report == e.report && !super::fit::agree(o.time, e.time, super::Facet::Clock))
        };
        let keep: Vec<bool> = pool.iter().map(|e| !clashes(e, pool)).collect();
        let mut keep = keep.into_iter();
        pool.retain(|_| keep.next().unwrap_or(false));
    }
    pools.into_values().filter(|p| p.len() > 1).collect()
}

/// Whether the time is part of a name (`The Mail on Sunday`).
pub fn in_name(source: &Source<'_>, time: &Time) -> bool {
    let names = &source.extract.names;
    names.iter().any(|n| n.at.span.contains(time.at.span) && n.at.span.len() > time.at.span.len())
}

/// A time by itself, with the event word beside it; none where it tells when somebody spoke.
pub fn alone<'a>(source: &'a Source<'_>, report: usize, time: &'a Time) -> Option<Event<'a>> {
    let lexicon = Lexicon::of(source.report.language);
    let clause = source.segments.clauses.get(time.at.clause)?;
    if is_of_saying(source, lexicon, time) || is_as_of(source, lexicon, time) {
        return None;
    }
    let mut stems: Vec<&str> = source.segments.tokens[clause.tokens.clone()]
        .iter()
        .filter(|t| is_content(t, lexicon))
        .map(|t| if t.stem.is_empty() { &*t.norm } else { &*t.stem })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let before = &source.segments.tokens[clause.tokens.start..time.at.tokens.start.max(clause.tokens.start)];
    Some(Event {
        report,
        time,
        own: true,
        predicate: None,
        frames: Vec::new(),
        near: near(source, lexicon, time),
        main: true,
        lead: false,
        light: before.iter().any(|t| LIGHT.contains(&&*t.norm)),
        stems,
    })
}

/// Whether it tells when a count was taken (`hingga Sabtu malam`, `as of Monday`): each report takes its own.
fn is_as_of(source: &Source<'_>, lexicon: &Lexicon, time: &Time) -> bool {
    let tokens = &source.segments.tokens[..time.at.tokens.start];
    (1..=2).any(|back| {
        let at = tokens.len().checked_sub(back);
        at.and_then(|at| lexicon.counting.longest(tokens, at)).is_some_and(|(n, sort)| *sort == "upto" && n == back)
    })
}

/// Tokens behind a time among which its event word is sought, where none stands before it.
const BEHIND: usize = 8;

/// The event word beside a time: before it in its clause, or in the clause before where its own starts with the time
/// (`just after 3am`), or behind it (`On Tuesday police arrested …`).
fn near<'a>(source: &'a Source<'_>, lexicon: &Lexicon, time: &Time) -> Option<(&'a str, Vec<u16>)> {
    let clause = source.segments.clauses.get(time.at.clause)?;
    let sentence = source.segments.sentences.get(time.at.sentence)?;
    let tokens = &source.segments.tokens;
    let frames = |t: &Token| {
        let uses = lexicon.frame_words.word(&t.stem).or_else(|| lexicon.frame_words.word(&t.norm));
        uses.map(|u| u.iter().map(|f| f.frame).collect::<Vec<u16>>()).unwrap_or_default()
    };
    let human = |i: usize| i > 0 && lexicon.counting.word(&tokens[i - 1].norm).is_some_and(|s| *s == "human");
    let tells = |i: &usize| {
        let t = &tokens[*i];
        t.shape == Shape::Lower && (t.verb || !frames(t).is_empty()) && !LIGHT.contains(&&*t.norm) && !human(*i)
    };
    let start = time.at.tokens.start.max(clause.tokens.start);
    let opens = start - clause.tokens.start <= 2 && clause.opener == Opener::Time;
    let from = if opens { sentence.tokens.start } else { clause.tokens.start };
    let behind = time.at.tokens.end..clause.tokens.end.min(time.at.tokens.end + BEHIND);
    let at = (from..start).rev().find(tells).or_else(|| behind.into_iter().find(tells))?;
    Some((if tokens[at].stem.is_empty() { &tokens[at].norm } else { &tokens[at].stem }, frames(&tokens[at])))
}

impl Event<'_> {
    /// Whether the event words beside the two are one, or tell one sort of event.
    pub fn same_word(&self, other: &Event<'_>) -> bool {
        let (Some((a, mine)), Some((b, theirs))) = (&self.near, &other.near) else { return false };
        let related = |x: &u16| theirs.iter().any(|y| x == y || crate::language::lexicon::related_frames(*x, *y));
        a == b || mine.iter().any(related)
    }

    /// Whether the predicates of the two tell the same.
    pub fn same_predicate(&self, other: &Event<'_>) -> bool {
        if self.main && other.main {
            return true;
        }
        // `left at 11.40 and hit a reef at 2.15`: the verb beside the time tells what it is of.
        if let (Some((a, mine)), Some((b, theirs))) = (&self.near, &other.near) {
            let related = |x: &u16| theirs.iter().any(|y| x == y || crate::language::lexicon::related_frames(*x, *y));
            if a != b && !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(related) {
                return false;
            }
        }
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
fn is_of_saying(source: &Source<'_>, lexicon: &Lexicon, time: &Time) -> bool {
    let segments = &source.segments;
    let clause = &segments.clauses[time.at.clause];
    if clause.opener == Opener::Attribution {
        return true;
    }
    let start = segments.sentences[time.at.sentence].tokens.start;
    // `"…", katanya saat dihubungi, Selasa (10/9/2019)`: what stands behind a quote and a comma.
    let last = time.at.tokens.start.checked_sub(1).filter(|i| *i >= start);
    let behind_comma = last.is_some_and(|i| &*segments.tokens[i].norm == ",");
    let quoted = segments.tokens[start..time.at.tokens.start].iter().any(|t| &*t.norm == "\"");
    if behind_comma && quoted && !clause.quoted {
        return true;
    }
    let before = (start..time.at.tokens.start).rev();
    // `Sumatera Utara` has the root of `mengutarakan`: a name reports nothing.
    let reports = |t: &Token| t.shape == Shape::Lower && lexicon.reporting.word(&t.stem).is_some();
    let verb = before.map(|i| &segments.tokens[i]).find(|t| t.verb || reports(t));
    verb.is_some_and(reports)
}
