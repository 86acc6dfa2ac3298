//! Numbers of one thing that stand in like contexts, whatever the sentences around them.
//!
//! What a number is of is told by the words next to it, the event words of its clause, and who is named in its sentence.
//! Each two reports' numbers of one measure are compared by all of these, weighed by rarity; two that are each other's
//! best are the same thing's. Cost: the square of the numbers of one measure in two reports, at most [`MOST_REPORTS`]
//! reports.

use super::Fact;
use super::pairs::{self, Edge, Told};
use super::values::Fit;
use crate::compare::contexts::{self, Context, Rarity};
use crate::language::Lexicon;
use crate::model::mention::{Measure, NameClass, Quantity};
use crate::model::story::Story;
use crate::model::{BlockKind, Shape, Token};

/// Reports that are compared each with each.
const MOST_REPORTS: usize = 24;
/// How alike the contexts of two numbers of people must be, 0 to 1: people are told of everywhere. Measured on the
/// working stories, as the three below.
const ALIKE_PEOPLE: f32 = 0.42;
/// The same for sums and measures, and for places in an order.
const ALIKE: f32 = 0.3;
/// The same for counts of things of one name.
const ALIKE_THINGS: f32 = 0.22;
/// The same for two values that look like slips of one another (`175`, `157`): they are one thing's sooner.
const ALIKE_SLIP: f32 = 0.15;
/// How much better than the next a match must be.
const MARGIN: f32 = 1.1;
/// Numbers of one thing are mistold within this factor; beyond it one is a part of the other. Of counts, of amounts.
const FACTOR: (f64, f64) = (3.0, 5.0);
/// What speaks for two numbers beside their contexts: equal values, slips of one another, values near each other, and
/// that both stand in the headline or the lead.
const EQUAL: f32 = 0.25;
const SLIP: f32 = 0.2;
const NEAR: f32 = 0.12;
const LEADS: f32 = 0.12;

/// Pairs of numbers whose contexts are each other's likest.
pub fn edges(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Edge> {
    let told = Told::new(story, facts);
    let rarity = Rarity::of(story);
    let usable = |f: &Fact<'_>| {
        let measured = matches!(f.quantity.measure, Measure::Count | Measure::Amount(_) | Measure::Ordinal);
        let part = f.noun.part && f.quantity.measure == Measure::Count;
        measured && !f.quantity.vague && !f.quantity.weak && !part && !f.past
    };
    let contexts: Vec<Context<'_>> =
        facts.iter().map(|f| if usable(f) { context(story, f, &rarity) } else { Vec::new() }).collect();
    let leads: Vec<bool> = facts.iter().map(|f| in_lead(story, f)).collect();
    let named: Vec<Vec<usize>> = facts.iter().map(|f| named(story, f)).collect();
    let codes: Vec<Vec<&str>> = facts.iter().map(|f| codes(story, f)).collect();
    let one = |a: usize, b: usize| {
        // Passages that name nobody in common tell of others.
        if are_apart(&named[a], &named[b]) || are_apart(&codes[a], &codes[b]) {
            return None;
        }
        let lead = if leads[a] && leads[b] { LEADS } else { 0.0 };
        may_be_one(&facts[a], &facts[b]).then(|| lead + by_value(&facts[a], &facts[b]))
    };
    let mut by_report: Vec<Vec<usize>> = vec![Vec::new(); story.sources.len()];
    for (index, fact) in facts.iter().enumerate().filter(|(i, _)| !contexts[*i].is_empty()) {
        by_report[fact.report].push(index);
    }
    by_report.retain(|r| !r.is_empty());
    by_report.truncate(MOST_REPORTS);
    let mut out = Vec::new();
    for (i, left) in by_report.iter().enumerate() {
        for right in &by_report[i + 1..] {
            for (a, b, alike) in contexts::best(left, right, &contexts, MARGIN, &one) {
                let (x, y) = (&facts[a], &facts[b]);
                let apart = || told.tells(facts, a, b) || told.tells(facts, b, a) || told.keeps_apart(facts, a, b);
                let fit = pairs::fit(x, y);
                let several = several(facts, left, a) || several(facts, right, b);
                let money = matches!(x.quantity.measure, Measure::Amount(d) if d.starts_with("money"));
                let needed = match () {
                    () if x.quantity.measure == Measure::Count && several => needed(x, y).max(ALIKE_PEOPLE),
                    () if money && leads[a] && leads[b] => ALIKE_SLIP,
                    () if x.quantity.measure != Measure::Count
                        && contexts::other_events(&contexts[a], &contexts[b]) =>
                    {
                        needed(x, y).max(ALIKE_PEOPLE)
                    }
                    () => needed(x, y),
                };
                if fit != Fit::Agree && is_near(x, y) && alike >= needed && !apart() {
                    out.push((a, b, fit));
                }
            }
        }
    }
    out
}

/// Whether what two numbers measure or count may be the same thing.
fn may_be_one(a: &Fact<'_>, b: &Fact<'_>) -> bool {
    if a.quantity.measure != b.quantity.measure || a.noun.other != b.noun.other {
        return false;
    }
    if a.outcomes != 0 && b.outcomes != 0 && a.outcomes & b.outcomes == 0 {
        return false;
    }
    match a.quantity.measure {
        Measure::Count => {
            let people = a.people && b.people;
            let great = a.quantity.value.min(b.quantity.value) >= 2.0;
            great && (people || a.noun.fits(&b.noun))
        }
        Measure::Ordinal => a.noun.fits(&b.noun),
        _ => a.noun.is_empty() || b.noun.is_empty() || a.noun.fits_loosely(&b.noun),
    }
}

/// Whether a report tells other numbers of the same things: then what stands around them must tell which is meant.
fn several(facts: &[Fact<'_>], report: &[usize], fact: usize) -> bool {
    let own = &facts[fact];
    report.iter().map(|f| &facts[*f]).any(|f| f.noun.is_alike(&own.noun) && pairs::fit(f, own) == Fit::Conflict)
}

/// How alike the contexts of two numbers must be.
fn needed(a: &Fact<'_>, b: &Fact<'_>) -> f32 {
    let counts = a.quantity.measure == Measure::Count;
    match () {
        () if is_slip(a.quantity, b.quantity) => ALIKE_SLIP,
        () if counts && (a.people || b.people) => ALIKE_PEOPLE,
        () if counts && a.noun.is_alike(&b.noun) => ALIKE_THINGS,
        () => ALIKE,
    }
}

/// What the values alone say for two numbers being of one thing.
fn by_value(a: &Fact<'_>, b: &Fact<'_>) -> f32 {
    match () {
        () if pairs::fit(a, b) == Fit::Agree => EQUAL,
        () if is_slip(a.quantity, b.quantity) => SLIP,
        () if is_near(a, b) => {
            let apart = (a.quantity.value / b.quantity.value).ln().abs() as f32;
            NEAR * (2.0 - apart).clamp(0.0, 2.0) / 2.0
        }
        () => -NEAR,
    }
}

fn is_near(a: &Fact<'_>, b: &Fact<'_>) -> bool {
    let factor = if matches!(a.quantity.measure, Measure::Amount(_)) { FACTOR.1 } else { FACTOR.0 };
    let (a, b) = (a.quantity.value, b.quantity.value);
    a.max(b) <= factor * a.min(b)
}

/// Whether both hold something, and nothing in common.
fn are_apart<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.contains(x))
}

/// The words in capitals of a number's clause: one company's shares are not the other's.
fn codes<'a>(story: &'a Story<'_>, fact: &Fact<'_>) -> Vec<&'a str> {
    let source = &story.sources[fact.report];
    let lexicon = Lexicon::of(source.report.language);
    let clause = source.segments.clauses.get(fact.quantity.at.clause).map_or(0..0, |c| c.tokens.clone());
    let tokens = source.segments.tokens[clause].iter();
    let code = |t: &&Token| {
        t.shape == Shape::Upper
            && t.norm.len() > 2
            && !t.span.overlaps(fact.quantity.at.span)
            && !lexicon.is_function(&t.norm)
            && lexicon.calendar.word(&t.norm).is_none()
    };
    tokens.filter(code).map(|t| &*t.norm).collect()
}

/// The people and organisations that the clause of a number names.
fn named(story: &Story<'_>, fact: &Fact<'_>) -> Vec<usize> {
    let source = &story.sources[fact.report];
    let names = source.extract.names.iter().enumerate().filter(|(_, n)| {
        let sort = matches!(n.class, NameClass::Person | NameClass::Organisation | NameClass::Unknown);
        sort && n.at.clause == fact.quantity.at.clause
    });
    names.filter_map(|(n, _)| story.entity_of.get(fact.report)?.get(n).copied()).collect()
}

/// Whether a number stands in the headline or in the first sentence of the story.
fn in_lead(story: &Story<'_>, fact: &Fact<'_>) -> bool {
    let source = &story.sources[fact.report];
    let kind = |s: &crate::model::Sentence| source.report.blocks[s.block].kind;
    let sentences = &source.segments.sentences;
    let first = sentences.iter().position(|s| kind(s) == BlockKind::Paragraph);
    let own = fact.quantity.at.sentence;
    first == Some(own) || sentences.get(own).is_some_and(|s| kind(s) == BlockKind::Headline)
}

/// Two figures of one length of which one has two digits changed about, or one digit other: `48`, `84`; `2.6`, `3.6`.
pub fn is_slip(a: &Quantity, b: &Quantity) -> bool {
    let digits = |q: &Quantity| {
        let written = format!("{:.0}", q.value / q.step.max(f64::MIN_POSITIVE));
        (written.len() < 16).then(|| written.trim_end_matches('0').to_owned())
    };
    let (Some(x), Some(y)) = (digits(a), digits(b)) else { return false };
    if x.len() != y.len() || x.len() < 2 || (a.value / b.value).abs().log10().abs() > 1.0 {
        return false;
    }
    let sorted = |s: &str| {
        let mut bytes = s.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    x != y && sorted(&x) == sorted(&y)
}

fn context<'a>(story: &'a Story<'_>, fact: &Fact<'_>, rarity: &Rarity<'_>) -> Context<'a> {
    let tokens = &story.sources[fact.report].segments.tokens;
    let number = tokens.partition_point(|t| t.span.start < fact.quantity.number.start);
    let end = tokens.partition_point(|t| t.span.start < fact.quantity.number.end);
    contexts::context(story, fact.report, &fact.quantity.at, &(number..end), rarity)
}
