//! How surely two facts tell one thing: what their clauses and sentences share, weighed by rarity, and whether they share
//! who acts or what is acted on.

use std::ops::Range;

use super::Fact;
use crate::compare::events::may_be;
use crate::compare::parties::Party;
use crate::language::Lexicon;
use crate::model::Date;
use crate::model::mention::NameClass;
use crate::model::story::Story;

/// Share of their weight that words of the rest of the sentence count.
const CONTEXT: f32 = 0.35;

/// What it adds that the aligner puts both clauses in one statement: about one rare word.
const JOINED: f32 = 1.5;

/// What speaks for two facts telling one thing.
#[derive(Debug, Clone, Copy)]
pub struct Likeness {
    /// Weight of the word and of all that is shared, in units of `ln(1 + N/df)`.
    pub score: f32,
    /// The same head noun or entity acts, or is acted on.
    pub core: bool,
    /// The same is acted on, or tells of itself.
    pub affected: bool,
    /// Sides, of two, on which both name somebody or something, and nothing in common.
    pub unlike: usize,
    /// A statement holds both.
    pub joined: bool,
    /// Both tell of persons, and of none in common.
    pub others: bool,
    /// Their sentences tell of days, and of none that may be one.
    pub days: bool,
}

/// Compares two facts.
pub fn likeness(story: &Story<'_>, a: &Fact, b: &Fact) -> Likeness {
    let shared = overlap(&a.terms, &b.terms);
    let across = overlap(&a.terms, &b.context) + overlap(&a.context, &b.terms) + overlap(&a.context, &b.context);
    let of = |f: &Fact| &story.statements_of[f.report][f.clause];
    let joined = of(a).iter().any(|s| of(b).contains(s));
    let lexicon = Lexicon::of(story.sources[a.report].report.language);
    let core = cores(a).any(|p| cores(b).any(|q| meet(lexicon, p, q)));
    let affected = a.affected().is_some_and(|p| b.affected().is_some_and(|q| same(p, q)));
    let side = |x: &Option<(Range<usize>, Party)>, y: &Option<(Range<usize>, Party)>| match (x, y) {
        (Some((_, p)), Some((_, q))) => usize::from(named(p) && named(q) && !meet(lexicon, p, q)),
        _ => 0,
    };
    let unlike = side(&a.by, &b.by) + side(&a.on, &b.on);
    let score = a.weight.min(b.weight) + shared + CONTEXT * across + if joined { JOINED } else { 0.0 };
    Likeness { score, core, affected, unlike, joined, others: other_people(story, a, b), days: other_days(story, a, b) }
}

/// Whether a noun phrase says whom or what it means.
fn named(p: &Party) -> bool {
    p.head.is_some() || !p.persons.is_empty() || !p.others.is_empty()
}

fn overlap(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    a.iter().filter_map(|t| b.binary_search_by_key(&t.0, |u| u.0).ok().map(|at| t.1.min(b[at].1))).sum()
}

fn cores(fact: &Fact) -> impl Iterator<Item = &Party> {
    fact.by.iter().chain(&fact.on).map(|p| &p.1)
}

/// Whether two noun phrases may name one: an entity in common, or heads that are one noun or sorts of each other.
pub fn meet(lexicon: &Lexicon, p: &Party, q: &Party) -> bool {
    let entity = |x: &[usize], y: &[usize]| x.iter().any(|e| y.contains(e));
    let head = match (&p.head, &q.head) {
        (Some(x), Some(y)) => x == y || akin(lexicon, x, y),
        (Some(x), None) => q.roots.contains(x),
        (None, Some(y)) => p.roots.contains(y),
        _ => false,
    };
    head || entity(&p.persons, &q.persons) || entity(&p.others, &q.others)
}

/// Whether two noun phrases surely name one: one and the same person, or one head noun.
pub fn same(p: &Party, q: &Party) -> bool {
    let one = p.persons.len() == 1 && p.persons == q.persons && p.head.is_none() && q.head.is_none();
    one || (p.head.is_some() && p.head == q.head)
        || (p.persons.is_empty() && !p.others.is_empty() && p.others == q.others)
}

/// Whether two nouns are synonyms, or one a sort of the other.
pub fn akin(lexicon: &Lexicon, x: &str, y: &str) -> bool {
    let kinds = |a: &str, b: &str| lexicon.kinds.get(a).is_some_and(|k| k.contains(&b));
    let sets = |a: &str| lexicon.same.get(a).map_or(&[][..], Vec::as_slice);
    kinds(x, y) || kinds(y, x) || sets(x).iter().any(|s| sets(y).contains(s))
}

/// Whether both clauses tell of people, and of none in common: one climber wore a helmet, the other did not.
fn other_people(story: &Story<'_>, a: &Fact, b: &Fact) -> bool {
    let people = |f: &Fact| -> Vec<usize> {
        let parts = &story.participants[f.report][f.clause];
        parts.iter().copied().filter(|&e| story.entities[e].class == NameClass::Person).collect()
    };
    let (a, b) = (people(a), people(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|e| b.contains(e))
}

/// Whether both sentences tell days, and none of the one may be one of the other.
fn other_days(story: &Story<'_>, a: &Fact, b: &Fact) -> bool {
    let days = |f: &Fact| -> Vec<Date> {
        let (_, sentence) = f.place(story);
        let times = story.sources[f.report].extract.times.iter().filter(|t| t.at.sentence == sentence);
        times.filter_map(|t| t.date).collect()
    };
    let (a, b) = (days(a), days(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| may_be(*x, *y)))
}
