//! Who does an act and whom it is done to, as noun phrases with their heads: what the comparators of events compare.

use std::ops::Range;

use super::events::{Act, persons_in};
use crate::language::Lexicon;
use crate::model::mention::{Measure, NameClass};
use crate::model::story::Story;
use crate::model::{Language, Opener, Shape, Token};

/// Prepositions and other words that end a noun phrase.
const ENDS: &[&str] = &[
    "di", "ke", "dari", "pada", "kepada", "dengan", "untuk", "oleh", "karena", "saat", "ketika", "setelah", "sebelum",
    "yang", "dalam", "terhadap", "sebagai", "hingga", "sampai", "agar", "atas", "tentang", "akan", "telah", "sudah",
    "usai", "tidak", "in", "on", "at", "from", "with", "for", "to", "by", "after", "before", "of", "who", "which",
    "that", "as", "into", "over", "during", "when", "while", "because", "about", "near", "under", "through", "bahwa",
    "namun", "but",
];

/// Most tokens of a noun phrase.
const LONGEST: usize = 14;

/// A verb in its clause.
#[derive(Debug, Clone, Copy)]
pub struct Verb {
    /// Index of the report.
    pub report: usize,
    /// Index of the clause.
    pub clause: usize,
    /// The verb: index of a token.
    pub at: usize,
    /// Where its marks start.
    pub first: usize,
    /// Whether it is passive.
    pub passive: bool,
}

impl From<&Act> for Verb {
    fn from(act: &Act) -> Self {
        let first = act.mark.as_ref().map_or(act.verb, |m| m.start.min(act.verb));
        Self { report: act.report, clause: act.clause, at: act.verb, first, passive: act.passive }
    }
}

/// Who acts, as the clause tells it: the subject of an active verb, or what stands behind `oleh` / `by`.
pub fn agent(story: &Story<'_>, verb: &Verb) -> Option<Range<usize>> {
    if verb.passive {
        let tokens = &story.sources[verb.report].segments.tokens;
        let clause = &story.sources[verb.report].segments.clauses[verb.clause];
        let by = (verb.at + 1..clause.tokens.end).find(|&i| matches!(&*tokens[i].norm, "oleh" | "by"));
        let start = by.map(|b| b + 1).or_else(|| {
            // `didampingi Kepala Bagian Humas`, `diperiksa KPK`: the actor may follow bare.
            let bare = tokens.get(verb.at + 1)?;
            (verb.at + 1 < clause.tokens.end && capital(bare) && indonesian(story, verb)).then_some(verb.at + 1)
        })?;
        return phrase(tokens, start, clause.tokens.end);
    }
    before(story, verb)
}

/// Who or what is acted on: the object of an active verb, the subject of a passive one.
pub fn patient(story: &Story<'_>, verb: &Verb) -> Option<Range<usize>> {
    let segments = &story.sources[verb.report].segments;
    if verb.passive {
        return before(story, verb);
    }
    phrase(&segments.tokens, verb.at + 1, segments.clauses[verb.clause].tokens.end)
}

/// Who acts and who or what is acted on; a subject that the clause leaves out is that of the clause before, or the noun
/// that a relative clause tells of.
pub fn sides(story: &Story<'_>, verb: &Verb) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let tokens = &story.sources[verb.report].segments.tokens;
    let own = |r: &Range<usize>| !(r.len() == 1 && matches!(&*tokens[r.start].norm, "who" | "which" | "that" | "yang"));
    let (mut by, mut on) = (agent(story, verb), patient(story, verb));
    if verb.passive {
        by = by.or_else(|| bare_agent(story, verb));
        on = on.filter(own).or_else(|| inherited(story, verb));
    } else {
        by = by.filter(own).or_else(|| inherited(story, verb));
    }
    (by, on)
}

/// Who acts in an Indonesian passive without `oleh`, where a noun of people, institutions or vehicles follows (`ditemukan
/// warga`, `ditabrak truk`).
fn bare_agent(story: &Story<'_>, verb: &Verb) -> Option<Range<usize>> {
    if !indonesian(story, verb) {
        return None;
    }
    let source = &story.sources[verb.report];
    let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
    let range = phrase(tokens, verb.at + 1, source.segments.clauses[verb.clause].tokens.end)?;
    let head = party(story, verb.report, &range).head?;
    let acts = super::role::people(lexicon, &head)
        || lexicon.organisation_heads.word(&head).is_some()
        || lexicon.kinds.get(&*head).is_some_and(|k| k.iter().any(|g| matches!(*g, "kendaraan" | "mobil" | "kapal")));
    acts.then_some(range)
}

/// Clauses back that an elided subject may stand.
const BACK: usize = 3;

/// The subject that a clause takes over from those before it.
fn inherited(story: &Story<'_>, verb: &Verb) -> Option<Range<usize>> {
    let source = &story.sources[verb.report];
    let clauses = &source.segments.clauses;
    let clause = &clauses[verb.clause];
    let first = source.segments.sentences[clause.sentence].clauses.start;
    if clause.opener == Opener::Relative {
        let things = source.extract.things.iter();
        let near =
            things.filter(|t| t.at.tokens.end <= clause.tokens.start && t.at.tokens.end + 2 > clause.tokens.start);
        return near.max_by_key(|t| t.at.tokens.end).map(|t| t.at.tokens.clone());
    }
    (first.max(verb.clause.saturating_sub(BACK))..verb.clause).rev().find_map(|c| {
        let at = source.extract.claims[c].predicate?;
        let passive = super::events::is_passive(Lexicon::of(source.report.language), &source.segments.tokens, at);
        before(story, &Verb { report: verb.report, clause: c, at, first: at, passive })
    })
}

/// Fills the sides of an act.
pub fn fill(story: &Story<'_>, act: &mut Act) {
    let read = |range: Option<Range<usize>>| range.map(|r| party(story, act.report, &r));
    let verb = Verb::from(&*act);
    act.objects = patient(story, &verb).map(|r| super::events::entities_in(story, act.report, &r)).unwrap_or_default();
    let (by, on) = (read(agent(story, &verb)), read(patient(story, &verb)));
    let claim = &story.sources[act.report].extract.claims[act.clause];
    let converse = claim.predicate == Some(act.verb) && claim.frames.first().is_some_and(|f| f.1);
    let doer = by.as_ref().and_then(|p| p.head.clone());
    let persons = |p: Option<Party>| p.map(|p| p.persons).unwrap_or_default();
    let (by, on) = (persons(by), persons(on));
    act.sides = if converse { (on, by) } else { (by, on) };
    act.doer = doer;
}

fn indonesian(story: &Story<'_>, verb: &Verb) -> bool {
    story.sources[verb.report].report.language == Language::Indonesian
}

fn capital(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
}

/// The noun phrase before the verb: from the last comma, or the clause's start, to the verb's marks.
fn before(story: &Story<'_>, verb: &Verb) -> Option<Range<usize>> {
    let source = &story.sources[verb.report];
    let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
    let clause = &source.segments.clauses[verb.clause];
    let mut end = verb.first;
    // `the pirates attempted | to escape`: the subject stands in the clause before.
    let first = match verb.clause.checked_sub(1) {
        Some(before) if end < clause.tokens.start => source.segments.clauses[before].tokens.start,
        _ => clause.tokens.start,
    };
    // `The operator said one of the engines had failed`: the subject stands behind the verb of saying.
    let said = |i: usize| tokens[i].verb && lexicon.reporting.word(&tokens[i].stem).is_some();
    let opens = |i: usize| matches!(&*tokens[i].norm, "bahwa" | "that");
    let from = (first..end.saturating_sub(1)).rev().find(|&i| said(i) || opens(i)).map_or(first, |s| s + 1);
    let filler = |t: &Token| {
        t.shape == Shape::Mark
            || (lexicon.is_function(&t.norm)
                && lexicon.pronouns.word(&t.norm).is_none()
                && lexicon.numbers.word(&t.norm).is_none())
    };
    while end > from && (filler(&tokens[end - 1]) || tokens[end - 1].verb) {
        end -= 1;
    }
    // `Ferrante, an Italian guide, climbed`: what stands between commas tells more of the subject before them.
    let comma = (from..end).rev().find(|&i| &*tokens[i].norm == ",");
    let between = comma.is_some() && (end..verb.at).any(|i| &*tokens[i].norm == ",");
    let mut start = if between { from } else { comma.map_or(from, |c| c + 1) };
    while start < end && filler(&tokens[start]) && !capital_name(tokens, start) {
        start += 1;
    }
    (start < end && end - start <= LONGEST).then_some(start..end)
}

fn capital_name(tokens: &[Token], i: usize) -> bool {
    tokens[i].shape == Shape::Upper
}

/// The noun phrase that starts at a token.
fn phrase(tokens: &[Token], start: usize, end: usize) -> Option<Range<usize>> {
    let stop = (start..end.min(start + LONGEST))
        .find(|&i| {
            (tokens[i].verb && i > start)
                || (tokens[i].shape == Shape::Mark && !matches!(&*tokens[i].norm, "(" | ")" | "-" | "'"))
                || ENDS.contains(&&*tokens[i].norm)
        })
        .unwrap_or(end.min(start + LONGEST));
    (start < stop).then_some(start..stop)
}

/// Who a noun phrase names: persons by entity, others by the head's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Persons named or titled in it, ascending.
    pub persons: Vec<usize>,
    /// How many it says they are, where a number word tells.
    pub count: Option<usize>,
    /// The head noun's root, where no person is named.
    pub head: Option<Box<str>>,
    /// All content roots.
    pub roots: Vec<Box<str>>,
    /// The entities of other classes.
    pub others: Vec<usize>,
}

/// Reads a noun phrase.
pub fn party(story: &Story<'_>, report: usize, range: &Range<usize>) -> Party {
    let source = &story.sources[report];
    let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
    let persons = persons_in(story, report, range);
    let mut others = super::events::entities_in(story, report, range);
    others.retain(|&e| {
        !persons.contains(&e) && matches!(story.entities[e].class, NameClass::Organisation | NameClass::Thing)
    });
    let content = |&i: &usize| {
        tokens[i].shape != Shape::Mark
            && tokens[i].shape != Shape::Number
            && !lexicon.is_function(&tokens[i].norm)
            && lexicon.numbers.word(&tokens[i].norm).is_none()
            && lexicon.classifiers.word(&tokens[i].norm).is_none()
    };
    let words: Vec<usize> = range.clone().filter(content).collect();
    // `The pirates in the speedboats`: the head stands before the preposition.
    let end = range.clone().skip(1).find(|&i| ENDS.contains(&&*tokens[i].norm)).unwrap_or(range.end);
    let mut core: Vec<usize> = words.iter().copied().filter(|&i| i < end).collect();
    // `one of the engines`: the number is no head.
    if core.is_empty() && tokens.get(end).is_some_and(|t| &*t.norm == "of") {
        let next = (end + 1..range.end).find(|&i| ENDS.contains(&&*tokens[i].norm)).unwrap_or(range.end);
        core = words.iter().copied().filter(|&i| i < next).collect();
    }
    let head = if source.report.language == Language::Indonesian { core.first() } else { core.last() };
    let count = source.extract.quantities.iter().find(|q| {
        range.start <= q.at.tokens.start
            && q.at.tokens.start < range.end
            && q.unit.is_empty()
            && !q.vague
            && q.value >= 2.0
            && q.value < 100.0
            && q.measure == Measure::Count
    });
    Party {
        head: head
            .filter(|&&i| {
                let known = lexicon.kinds.contains_key(&*tokens[i].stem)
                    || (others.is_empty() && lexicon.common.contains(&*tokens[i].norm));
                persons.is_empty() && (!capital(&tokens[i]) || known)
            })
            .map(|&i| tokens[i].stem.clone()),
        roots: words.iter().map(|&i| tokens[i].stem.clone()).collect(),
        count: count.map(|q| q.value as usize),
        persons,
        others,
    }
}
