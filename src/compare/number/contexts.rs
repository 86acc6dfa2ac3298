//! Numbers of one thing that stand in like contexts, whatever the sentences around them.
//!
//! What a number is of is told by the words next to it, the event words of its clause, and who is named in its sentence.
//! Each two reports' numbers of one measure are compared by all of these, weighed by rarity; two that are each other's
//! best are the same thing's. Cost: the square of the numbers of one measure in two reports, at most [`MOST_REPORTS`]
//! reports.

use super::pairs::{self, Edge, Told};
use super::values::Fit;
use super::{Fact, tolls};
use crate::compare::contexts::{self, Context, Rarity};
use crate::model::mention::{Measure, Quantity};
use crate::model::story::Story;

/// Reports that are compared each with each.
const MOST_REPORTS: usize = 24;
/// How alike two contexts must be, 0 to 1. Measured on the working stories: one in five pairs below it is right.
const ALIKE: f32 = 0.42;
/// The same for two values that look like slips of one another (`175`, `157`): they are one thing's sooner.
const ALIKE_SLIP: f32 = 0.25;
/// How much better than the next a match must be.
const MARGIN: f32 = 1.15;
/// Numbers of one thing are mistold within this factor; beyond it one is a part of the other.
const FACTOR: f64 = 4.0;
/// Pairs of numbers whose contexts are each other's likest.
pub fn edges(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Edge> {
    let told = Told::new(story, facts);
    let rarity = Rarity::of(story);
    let usable = |f: &Fact<'_>| {
        let measured = matches!(f.quantity.measure, Measure::Count | Measure::Amount(_));
        let source = &story.sources[f.report];
        measured && !f.quantity.vague && !f.quantity.weak && !f.noun.part && !tolls::is_past(source, f.quantity, true)
    };
    let contexts: Vec<Context<'_>> =
        facts.iter().map(|f| if usable(f) { context(story, f, &rarity) } else { Vec::new() }).collect();
    let one = |a: usize, b: usize| may_be_one(&facts[a], &facts[b]);
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
                let fit = pairs::fit(&facts[a], &facts[b]);
                if std::env::var("SELDBG").is_ok() && fit != Fit::Agree { eprintln!("NCTX {alike:.2} {:?} {:?} | {} | {} | slip {} near {} tells {} {} {}", fit, facts[a].quantity.measure, story.words(facts[a].report, facts[a].quantity.at.span), story.words(facts[b].report, facts[b].quantity.at.span), is_slip(facts[a].quantity, facts[b].quantity), is_near(facts[a].quantity, facts[b].quantity), told.tells(facts, a, b), told.tells(facts, b, a), told.keeps_apart(facts, a, b)); }
                let slip = is_slip(facts[a].quantity, facts[b].quantity);
                let near = slip || is_near(facts[a].quantity, facts[b].quantity);
                let needed = if slip { ALIKE_SLIP } else { ALIKE };
                let apart =
                    || told.tells(facts, a, b) || told.tells(facts, b, a) || told.keeps_apart(facts, a, b);
                if fit != Fit::Agree && near && alike >= needed && !apart() {
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
        _ => a.noun.is_empty() || b.noun.is_empty() || a.noun.fits_loosely(&b.noun),
    }
}

fn is_near(a: &Quantity, b: &Quantity) -> bool {
    a.value.max(b.value) <= FACTOR * a.value.min(b.value)
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
