//! Numbers of one thing that no statement brings together: each report tells just one number of it.
//!
//! What a number is of stands right beside it (`jurang sedalam 15 meter`, `a reward of £15,000`, `22 trucks`). Where
//! such a word stands beside numbers of one value only in each of two reports, it is the same thing's number.

use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::mention::{Measure, Quantity};
use crate::model::story::{Source, Story};

use super::pairs::{self, Edge};
use super::values::Fit;
use super::{Fact, tolls};

/// Content words on either side of a number that may tell what it is of.
const NEAR: usize = 2;

/// The words that tell what a quantity is of: stems, ascending.
pub fn topics<'a>(source: &'a Source<'_>, quantity: &Quantity) -> Vec<&'a str> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let sentence = &source.segments.sentences[quantity.at.sentence].tokens;
    let content = |i: &usize| {
        let t = &tokens[*i];
        !matches!(t.shape, Shape::Mark | Shape::Number | Shape::Capital | Shape::Upper | Shape::Mixed)
            && t.norm.len() > 3
            && !lexicon.is_function(&t.norm)
            && lexicon.numbers.word(&t.norm).is_none()
            && lexicon.units.word(&t.norm).is_none()
            && lexicon.scales.word(&t.norm).is_none()
            && lexicon.hedges.word(&t.norm).is_none()
            && lexicon.calendar.word(&t.norm).is_none()
            && lexicon.reporting.word(&t.stem).is_none()
            && lexicon.counting.word(&t.norm).is_none_or(|s| *s == "human")
    };
    let number = tokens.partition_point(|t| t.span.start < quantity.number.start);
    let end = tokens.partition_point(|t| t.span.start < quantity.number.end);
    // Another number's words are not this one's.
    let free = |i: &usize| tokens[*i].shape != Shape::Number && !matches!(&*tokens[*i].norm, ";" | "\"" | "(" | ")");
    let before = (sentence.start..number).rev().take_while(free).filter(content).take(NEAR);
    let comma = |i: &usize| &*tokens[*i].norm != ",";
    let behind = (end..sentence.end).take_while(free).take_while(comma).filter(content).take(NEAR);
    let mut words: Vec<&str> = before
        .chain(behind)
        .map(|i| if tokens[i].stem.is_empty() { &*tokens[i].norm } else { &*tokens[i].stem })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Pairs of numbers of one thing, each the only one of its report.
pub fn edges(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Edge> {
    let mut usable: Vec<(usize, Vec<&str>)> = Vec::new();
    for (index, fact) in facts.iter().enumerate() {
        let source = &story.sources[fact.report];
        let quantity = fact.quantity;
        let measured = matches!(quantity.measure, Measure::Count | Measure::Amount(_) | Measure::Age);
        let told = measured && !quantity.vague && !quantity.weak && fact.person.is_none() && fact.toll.is_none();
        if told && !fact.noun.part && !fact.noun.other && !tolls::is_past(source, quantity, true) {
            usable.push((index, topics(source, quantity)));
        }
    }
    let mut out = Vec::new();
    for (n, (a, left)) in usable.iter().enumerate() {
        for (b, right) in &usable[n + 1..] {
            let (x, y) = (&facts[*a], &facts[*b]);
            // What most pairs fail by comes first: all numbers are held against all.
            let apart = x.report == y.report || x.quantity.measure != y.quantity.measure;
            if apart || !near(x.quantity, y.quantity) || !of_one_kind(x, y) {
                continue;
            }
            let alone = |report: usize, of: usize, word: &str| {
                usable.iter().filter(|(f, _)| facts[*f].report == report).all(|(f, words)| {
                    let f = &facts[*f];
                    f.quantity.measure != facts[of].quantity.measure
                        || !(words.contains(&word) || f.noun.head == word)
                        || pairs::fit(f, &facts[of]) == Fit::Agree
                })
            };
            let holds = |f: &Fact<'_>, words: &[&str], word: &str| words.contains(&word) || f.noun.head == word;
            let counts = x.quantity.measure == Measure::Count;
            let things = counts && !x.noun.people && !x.noun.marks.is_empty() && x.noun == y.noun;
            let enough = !counts || x.quantity.value.min(y.quantity.value) >= 2.0 || things;
            // Traders are many; the traders who struck are not the traders of the market.
            let one_head = counts && x.people && x.noun.head == y.noun.head;
            let words = left.iter().copied().chain(Some(x.noun.head.as_str()).filter(|h| !h.is_empty()));
            let mut shared = words.filter(|w| holds(y, right, w) && !(one_head && x.noun.head == **w));
            let one = shared.any(|w| alone(x.report, *a, w) && alone(y.report, *b, w));
            if enough && one && !tells(facts, x, y) && !tells(facts, y, x) {
                out.push((*a, *b, pairs::fit(x, y)));
            }
        }
    }
    out
}

/// Numbers of one thing are mistold within this factor; beyond it one is a part of the other.
const FACTOR: f64 = 3.0;

fn near(a: &Quantity, b: &Quantity) -> bool {
    a.value.max(b.value) <= FACTOR * a.value.min(b.value)
}

/// Whether a quantity counts people.
pub fn counts_people(source: &Source<'_>, quantity: &Quantity) -> bool {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let human = |i: usize| lexicon.counting.word(&tokens[i].norm).is_some_and(|s| matches!(*s, "human" | "people"));
    super::noun::Noun::of(source, quantity).people || quantity.of.clone().is_some_and(|mut of| of.any(human))
}

/// Whether two quantities may be of one thing as far as what they count goes.
fn of_one_kind(a: &Fact<'_>, b: &Fact<'_>) -> bool {
    let things = !a.people && !a.noun.marks.is_empty() && a.noun == b.noun;
    if !things && !a.named.is_empty() && !b.named.is_empty() && !a.named.iter().any(|n| b.named.contains(n)) {
        return false;
    }
    if a.outcomes != 0 && b.outcomes != 0 && a.outcomes & b.outcomes == 0 {
        return false;
    }
    match a.quantity.measure {
        // People at large are whoever the other report names; sailors are no suspects.
        Measure::Count => {
            let anybody = a.noun.people || b.noun.people;
            a.noun.fits(&b.noun) || anybody && a.people && b.people
        }
        Measure::Amount(_) => a.noun.is_empty() || b.noun.is_empty() || a.noun.fits_loosely(&b.noun),
        _ => a.noun.fits(&b.noun),
    }
}

/// Whether `a`'s report tells `b`'s value of such things anywhere.
fn tells(facts: &[Fact<'_>], a: &Fact<'_>, b: &Fact<'_>) -> bool {
    let beside = |f: &&Fact<'_>| {
        let here = f.report == a.report && f.quantity.at.sentence == a.quantity.at.sentence;
        here && f.quantity.measure == a.quantity.measure && f.quantity.at.span != a.quantity.at.span
    };
    let sum = |f: &Fact<'_>| (f.quantity.value + a.quantity.value - b.quantity.value).abs() < 0.5;
    if facts.iter().filter(beside).any(sum) {
        return true;
    }
    pairs::fit(a, b) != Fit::Agree
        && facts.iter().any(|f| {
            let kind = match b.quantity.measure {
                Measure::Count => f.noun.is_alike(&b.noun),
                _ => true,
            };
            f.report == a.report
                && f.quantity.measure == b.quantity.measure
                && kind
                && f.quantity.high.is_finite()
                && pairs::fit(f, b) == Fit::Agree
        })
}
