//! Which quantities of two reports are of the same thing.
//!
//! Within a pool (the members of a statement, or all counts of one noun whose passages are alike) the quantities of each two reports are matched
//! one to one, best first. Cost: the square of the reports in a pool, copies counted once, at most [`MOST_REPORTS`].

use rustc_hash::{FxHashMap, FxHashSet};

use super::Fact;
use super::links::Links;
use super::values::{self, Fit};
use crate::model::mention::{Measure, Quantity};
use crate::model::story::Story;

/// Reports of a pool that are compared each with each; of more, those with new values first.
const MOST_REPORTS: usize = 32;
/// Share of the words around two amounts that must be the same (of the smaller set). Met on distances of one sentence:
/// ship to freighter and freighter to port share nothing but the event.
const LIKE_AMOUNTS: f32 = 0.34;
/// The same for money, of which a story seldom has two sums in one statement.
const LIKE_MONEY: f32 = 0.2;
/// The same for numbers with nothing beside them, and for a one that is hardly more than an article.
const LIKE_BARE: f32 = 0.6;
/// What agreeing values add to a match: two numbers are the same thing's sooner where they agree.
const AGREEING: f32 = 0.75;

/// Whether two quantities stand in passages that tell the same.
type Linked<'a> = dyn Fn(usize, usize) -> bool + 'a;

/// Two quantities of one thing, and how their values stand to each other.
pub type Edge = (usize, usize, Fit);

/// All pairs of quantities of one thing.
pub fn edges(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Edge> {
    let told = Told::new(story, facts);
    let links = Links::new(story, facts);
    let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut out = Vec::new();
    for pool in pools(story, facts) {
        for (a, b) in matches(&pool, facts, &|a, b| links.linked(story, facts, a, b)) {
            if !seen.insert((a, b)) {
                continue;
            }
            let fit = fit(&facts[a], &facts[b]);
            if fit == Fit::Agree
                || !(told.tells(facts, a, b) || told.tells(facts, b, a) || told.keeps_apart(facts, a, b))
            {
                out.push((a, b, fit));
            }
        }
    }
    out
}

/// How the values of two facts stand to each other.
pub fn fit(a: &Fact<'_>, b: &Fact<'_>) -> Fit {
    match (a.score, b.score) {
        (Some(a), Some(b)) if a == b => Fit::Agree,
        (Some(_), Some(_)) => Fit::Conflict,
        // `at least 14` dead and `at least 17` can both be right, and are still two tolls.
        _ if two_bounds(a.quantity, b.quantity) => Fit::Loose,
        _ => values::fit(a.quantity, b.quantity),
    }
}

/// Two lower bounds, or two upper bounds, that are not the same.
fn two_bounds(a: &Quantity, b: &Quantity) -> bool {
    let lower = a.high.is_infinite() && b.high.is_infinite();
    let upper = |q: &Quantity| q.low == 0.0 && q.high.is_finite() && q.value > 0.5;
    let apart = (a.value - b.value).abs() >= 0.5 * a.step.min(b.step).max(f64::MIN_POSITIVE);
    (lower || upper(a) && upper(b)) && apart && a.measure == b.measure && !a.vague && !b.vague
}

/// Sets of quantities that may be of the same thing: by statement, by noun, by person.
fn pools(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Vec<usize>> {
    let mut pools: Vec<Vec<usize>> = vec![Vec::new(); story.statements.len()];
    let mut others: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, fact) in facts.iter().enumerate() {
        let of_clause = story.statements_of.get(fact.report).and_then(|c| c.get(fact.quantity.at.clause));
        for statement in of_clause.into_iter().flatten() {
            pools[*statement].push(index);
        }
        let key = match (&fact.quantity.measure, fact.person) {
            (_, Some(person)) => format!("person {person}"),
            (Measure::Count, _) if !fact.quantity.weak => match fact.noun.make() {
                Some(make) => format!("make {make}"),
                None if fact.noun.head.is_empty() => continue,
                None => format!("count {}", fact.noun.head),
            },
            (Measure::Amount(dimension), _) if !fact.noun.is_empty() => format!("{dimension} {}", fact.noun.head),
            _ => continue,
        };
        others.entry(key).or_default().push(index);
    }
    let mut others: Vec<(String, Vec<usize>)> = others.into_iter().collect();
    others.sort_unstable();
    pools.extend(others.into_iter().map(|(_, pool)| pool));
    pools.retain(|pool| pool.len() > 1);
    pools
}

/// The quantities of a pool matched one to one, report by report.
fn matches(pool: &[usize], facts: &[Fact<'_>], linked: &Linked<'_>) -> Vec<(usize, usize)> {
    let mut by_report: Vec<&[usize]> = pool.chunk_by(|a, b| facts[*a].report == facts[*b].report).collect();
    if by_report.len() > MOST_REPORTS {
        let mut seen: FxHashSet<Vec<u64>> = FxHashSet::default();
        by_report.sort_by_key(|part| {
            let values = part.iter().map(|f| facts[*f].quantity.value.to_bits()).collect();
            !seen.insert(values)
        });
        by_report.truncate(MOST_REPORTS);
    }
    let mut out = Vec::new();
    for (i, left) in by_report.iter().enumerate() {
        for right in &by_report[i + 1..] {
            out.extend(matched(facts, left, right, linked));
        }
        // One person has one age in one report too.
        for (n, a) in left.iter().enumerate() {
            let same = |b: &&usize| facts[**b].person.is_some() && facts[**b].person == facts[*a].person;
            out.extend(left[n + 1..].iter().filter(same).map(|b| (*a, *b)));
        }
    }
    out
}

fn matched(facts: &[Fact<'_>], left: &[usize], right: &[usize], linked: &Linked<'_>) -> Vec<(usize, usize)> {
    let mut all: Vec<(f32, usize, usize)> = left
        .iter()
        .flat_map(|a| right.iter().map(|b| (*a, *b)))
        .filter_map(|(a, b)| Some((likeness(&facts[a], &facts[b])?, a.min(b), a.max(b))))
        .filter(|(_, a, b)| linked(*a, *b))
        .collect();
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut used: FxHashSet<usize> = FxHashSet::default();
    all.retain(|(_, a, b)| {
        let free = !used.contains(a) && !used.contains(b);
        if free {
            used.extend([*a, *b]);
        }
        free
    });
    all.into_iter().map(|(_, a, b)| (a, b)).collect()
}

/// How much speaks for two quantities being of the same thing; none where something speaks against it.
fn likeness(a: &Fact<'_>, b: &Fact<'_>) -> Option<f32> {
    if a.quantity.measure != b.quantity.measure {
        return None;
    }
    let around = shared(&a.around, &b.around);
    let agreeing = if fit(a, b) == Fit::Agree { AGREEING } else { 0.0 };
    let alike = match a.quantity.measure {
        // One match has two sides; games of one player are many.
        Measure::Label => {
            let sides = a.named.iter().filter(|n| b.named.contains(n)).count();
            (a.result && b.result && sides > 1).then_some(1.0)
        }
        Measure::Age => of_one_person(a, b, around),
        Measure::Count => counted(a, b, around),
        Measure::Ordinal => (a.noun.fits(&b.noun) && around >= LIKE_BARE).then_some(around),
        Measure::Amount(dimension) => amount(a, b, around, dimension),
    };
    Some(alike? + agreeing)
}

fn of_one_person(a: &Fact<'_>, b: &Fact<'_>, around: f32) -> Option<f32> {
    match (a.person, b.person) {
        (Some(a), Some(b)) => (a == b).then_some(1.0),
        (None, None) => (a.noun.fits(&b.noun) || around >= LIKE_BARE).then_some(around),
        _ => (around >= LIKE_BARE).then_some(around),
    }
}

fn counted(a: &Fact<'_>, b: &Fact<'_>, around: f32) -> Option<f32> {
    if a.noun.is_empty() || b.noun.is_empty() {
        let bare = a.noun.is_empty() && b.noun.is_empty() && !a.quantity.weak && !b.quantity.weak;
        return (bare && around >= LIKE_BARE).then_some(around * 0.5);
    }
    if a.outcomes != 0 && b.outcomes != 0 && a.outcomes & b.outcomes == 0 {
        return None;
    }
    let weak = a.quantity.weak || b.quantity.weak;
    if !a.noun.fits(&b.noun) || (weak && a.noun.head != b.noun.head) {
        return None;
    }
    // A one is often no count at all (`dalam satu aturan`).
    let one = a.quantity.value.min(b.quantity.value) <= 1.0;
    if one && around < LIKE_AMOUNTS {
        return None;
    }
    Some(a.noun.likeness(&b.noun) + around * 0.5)
}

fn amount(a: &Fact<'_>, b: &Fact<'_>, around: f32, dimension: &str) -> Option<f32> {
    let both = !a.noun.is_empty() && !b.noun.is_empty();
    if both && !a.noun.fits_loosely(&b.noun) {
        return None;
    }
    let needed = if dimension.starts_with("money") { LIKE_MONEY } else { LIKE_AMOUNTS };
    (both || around >= needed || other_unit(a.quantity, b.quantity)).then_some(around + if both { 0.5 } else { 0.0 })
}

/// `13 miles` against `13 nautical miles`: the same figure with another unit is one figure mistold.
fn other_unit(a: &Quantity, b: &Quantity) -> bool {
    let times = a.value / b.value;
    let steps = a.step / b.step;
    a.unit != b.unit && (times - steps).abs() < 1e-9 * times.abs() && (times - 1.0).abs() > 1e-3
}

/// Share of the smaller of two sets that is in the other.
fn shared(a: &[&str], b: &[&str]) -> f32 {
    let smaller = a.len().min(b.len());
    if smaller == 0 {
        return 0.0;
    }
    a.iter().filter(|w| b.binary_search(w).is_ok()).count() as f32 / smaller as f32
}

/// What each report tells, to see whether it tells the other's number too.
pub struct Told {
    by_report: Vec<Vec<usize>>,
}

impl Told {
    /// The facts of each report.
    pub fn new(story: &Story<'_>, facts: &[Fact<'_>]) -> Self {
        let mut by_report = vec![Vec::new(); story.sources.len()];
        for (index, fact) in facts.iter().enumerate() {
            by_report[fact.report].push(index);
        }
        Self { by_report }
    }

    /// Whether the report of `a` tells `b`'s value of such things elsewhere, or as a sum or a part in one sentence.
    pub fn tells(&self, facts: &[Fact<'_>], a: usize, b: usize) -> bool {
        let (mine, theirs) = (&facts[a], &facts[b]);
        if theirs.score.is_some() || mine.person.is_some() {
            return false;
        }
        let others = || {
            self.by_report[mine.report]
                .iter()
                .filter(|f| **f != a)
                .map(|f| &facts[*f])
                .filter(|f| f.quantity.measure == theirs.quantity.measure && !f.quantity.vague)
                .filter(|f| f.noun.part == theirs.noun.part)
        };
        let elsewhere = others().any(|f| {
            let noun = f.noun.is_alike(&theirs.noun) || theirs.noun.is_empty() && f.noun.is_empty();
            let counted = theirs.quantity.measure != Measure::Count || noun;
            counted && f.quantity.high.is_finite() && fit(f, theirs) == Fit::Agree
        });
        elsewhere || others().any(|f| f.quantity.at.sentence == mine.quantity.at.sentence && is_sum(mine, f, theirs))
    }
}

impl Told {
    /// Whether some report tells both values in one sentence, and so of two things: `13 miles from the ship, 150 from
    /// port`.
    pub fn keeps_apart(&self, facts: &[Fact<'_>], a: usize, b: usize) -> bool {
        let (a, b) = (&facts[a], &facts[b]);
        let same = |f: &Fact<'_>, value: &Fact<'_>| {
            let noun = f.noun.is_alike(&value.noun) || f.noun.is_empty() && value.noun.is_empty();
            f.quantity.measure == value.quantity.measure
                && noun
                && f.quantity.high.is_finite()
                && fit(f, value) == Fit::Agree
        };
        a.person.is_none()
            && self.by_report.iter().any(|report| {
                let mut first = report.iter().filter(|f| same(&facts[**f], a));
                first.any(|x| {
                    let sentence = facts[*x].quantity.at.sentence;
                    report.iter().map(|y| &facts[*y]).any(|y| {
                        let two = fit(&facts[*x], y) == Fit::Conflict;
                        two && y.quantity.at.sentence == sentence && same(y, b)
                    })
                })
            })
    }
}

/// Whether two numbers of a sentence make up the third.
fn is_sum(a: &Fact<'_>, b: &Fact<'_>, sum: &Fact<'_>) -> bool {
    let total = a.quantity.value + b.quantity.value;
    let near = |x: f64, y: f64| (x - y).abs() <= 1e-6 * y.abs();
    near(total, sum.quantity.value)
}
