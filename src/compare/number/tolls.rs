//! Tolls: how many the event killed, hurt, left missing or saw arrested, wherever each report tells it.
//!
//! A toll is what its words say (`11 orang tewas`, `killing two people`, `death toll rises to three`), so it needs no
//! aligned clauses: every report has one of each sort, the greatest that it tells of this event.

use crate::language::Lexicon;
use crate::model::mention::{Measure, Quantity};
use crate::model::story::{Source, Story};
use crate::model::{Shape, Token};

use super::Fact;
use super::pairs::{self, Edge};
use super::values::{self, Fit};

/// Tokens behind a number among which what became of those counted is sought.
const BEHIND: usize = 7;
/// The same before it: a headline's toll stands far from its number (`Korban Tewas Bus Maut Sumedang Jadi 12`).
const BEFORE: usize = 16;

/// What became of people, as the word lists sort the words that tell it.
const SORTS: [&str; 4] = ["dead", "hurt", "missing", "held"];

/// What became of those whom a quantity counts: index into [`SORTS`]; none where it is no toll of the event.
pub fn sort(source: &Source<'_>, quantity: &Quantity) -> Option<usize> {
    let countable = quantity.measure == Measure::Count && !quantity.vague && !quantity.weak && quantity.value >= 2.0;
    if !countable || !counts_people(source, quantity) || is_past(source, quantity, false) {
        return None;
    }
    let tokens = &source.segments.tokens;
    let lexicon = Lexicon::of(source.report.language);
    let sentence = source.segments.sentences[quantity.at.sentence].tokens.clone();
    let number = tokens.partition_point(|t| t.span.start < quantity.number.start);
    let end = tokens.partition_point(|t| t.span.start < quantity.number.end);
    for at in end..sentence.end.min(end + BEHIND) {
        if let Some(found) = told(lexicon, tokens, at) {
            return Some(found);
        }
        let token = &tokens[at];
        let clause = lexicon.clauses.word(&token.norm).is_some() && !matches!(&*token.norm, "yang" | "who" | "that");
        if token.shape == Shape::Mark || token.shape == Shape::Number || joins(token) || clause {
            break;
        }
        // `500 warga mengungsi`: what they did is told, and it is something else.
        // `were treated for injuries` goes on to tell it.
        let counted = quantity.of.as_ref().is_some_and(|of| of.contains(&at)) || is(lexicon, token, "human");
        if token.verb && !counted && !is(lexicon, token, "becomes") && !lexicon.is_function(&token.norm) {
            return None;
        }
    }
    // `17 people were treated, four of them in hospital`: a part has its own words.
    if super::noun::Noun::of(source, quantity).part {
        return None;
    }
    let counted = |at: usize| {
        let counts = |q: &&Quantity| q.measure == Measure::Count && q.at.tokens.contains(&at);
        source.extract.quantities.iter().any(|q| counts(&q))
    };
    for at in (sentence.start.max(number.saturating_sub(BEFORE))..number).rev() {
        if let Some(found) = told(lexicon, tokens, at) {
            return Some(found);
        }
        let token = &tokens[at];
        let other_verb = token.verb && !is(lexicon, token, "becomes") && !lexicon.is_function(&token.norm);
        if other_verb || counted(at) || matches!(&*token.norm, "\"" | ";") {
            return None;
        }
    }
    None
}

/// Seconds of a week.
const WEEK: f64 = 604_800.0;

fn told(lexicon: &Lexicon, tokens: &[Token], at: usize) -> Option<usize> {
    let (_, sort) = lexicon.counting.longest(tokens, at)?;
    SORTS.iter().position(|s| s == sort)
}

fn is(lexicon: &Lexicon, token: &Token, sort: &str) -> bool {
    lexicon.counting.word(&token.norm).is_some_and(|s| *s == sort)
}

fn joins(token: &Token) -> bool {
    matches!(&*token.norm, "and" | "dan" | "serta" | "while" | "sementara" | "sedangkan" | "but")
}

/// Whether a number counts people, or nothing that is told (`11 orang tewas, 32 luka`).
fn counts_people(source: &Source<'_>, quantity: &Quantity) -> bool {
    let Some(of) = quantity.of.clone() else { return true };
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    of.clone().any(|at| {
        let people = ["people", "human", "other"].iter().any(|sort| is(lexicon, &tokens[at], sort));
        people || told(lexicon, tokens, at).is_some()
    })
}

/// Whether the sentence, or the clause alone, tells of another year than the latest that the report tells of: of an earlier event.
pub fn is_past(source: &Source<'_>, quantity: &Quantity, clause: bool) -> bool {
    let year = |t: &crate::model::mention::Time| t.date.and_then(|d| d.year);
    let dated = source.extract.times.iter().filter(|t| t.date.is_some_and(|d| d.month.is_some()));
    let latest = dated.filter_map(year).chain(source.report.published.and_then(|d| d.year)).max();
    let mut here = source
        .extract
        .times
        .iter()
        .filter(|t| if clause { t.at.clause == quantity.at.clause } else { t.at.sentence == quantity.at.sentence });
    // `An earthquake in 2007 killed 500`: a bare year is not always read as a time.
    let tokens = &source.segments.tokens[source.segments.sentences[quantity.at.sentence].tokens.clone()];
    let bare = |t: &Token| t.norm.len() == 4 && (t.norm.starts_with("19") || t.norm.starts_with("20"));
    let years = tokens.iter().filter(|t| bare(t)).filter_map(|t| t.norm.parse::<i16>().ok());
    if !clause && years.into_iter().any(|y| Some(y) != latest) {
        return true;
    }
    let alone = |t: &crate::model::mention::Time| t.date.is_some_and(|d| d.year.is_some() && d.month.is_none());
    // `Pekan lalu`, `last month`: counted in weeks or more, it was another event.
    let lexicon = Lexicon::of(source.report.language);
    let long = |t: &crate::model::mention::Time| {
        let unit = |i: usize| {
            let unit = lexicon.units.word(&source.segments.tokens[i].norm);
            unit.is_some_and(|u| u.dimension == "duration" && u.factor >= WEEK)
        };
        t.relative && t.weekday.is_none() && t.at.tokens.clone().any(unit)
    };
    here.any(|t| alone(t) || long(t) || year(t).is_some_and(|y| Some(y) != latest))
}

/// The tolls of each two reports, one of a sort.
pub fn edges(story: &Story<'_>, facts: &[Fact<'_>]) -> Vec<Edge> {
    let mut out = Vec::new();
    for sort in 0..SORTS.len() {
        let mut tolls: Vec<Vec<usize>> = vec![Vec::new(); story.sources.len()];
        for (index, fact) in facts.iter().enumerate().filter(|(_, f)| f.toll == Some(sort)) {
            tolls[fact.report].push(index);
        }
        tolls.retain(|t| !t.is_empty());
        // A report's toll is one, however often it tells it.
        for own in &tolls {
            for (n, a) in own.iter().enumerate() {
                let equal = |b: &&usize| facts[*a].quantity.value.to_bits() == facts[**b].quantity.value.to_bits();
                out.extend(own[..n].iter().find(equal).map(|b| (*b, *a, Fit::Agree)));
            }
        }
        for (i, left) in tolls.iter().enumerate() {
            for right in &tolls[i + 1..] {
                out.extend(edge(facts, left, right));
            }
        }
    }
    out
}

fn edge(facts: &[Fact<'_>], left: &[usize], right: &[usize]) -> Option<Edge> {
    // Where both are told within bounds, the greatest; the parts of a toll are smaller.
    let top = |of: &[usize]| {
        let value = |f: &usize| facts[*f].quantity.value;
        of.iter().copied().max_by(|a, b| value(a).total_cmp(&value(b)).then(b.cmp(a)))
    };
    let (a, b) = (top(left)?, top(right)?);
    // Sailors held are not suspects held; the dead are all the event's dead.
    let (mine, theirs) = (&facts[a].noun, &facts[b].noun);
    let held = SORTS.get(facts[a].toll?).is_some_and(|s| *s == "held");
    let alike = mine.people || theirs.people || mine.is_empty() || theirs.is_empty() || mine.fits(theirs);
    if held && !alike {
        return None;
    }
    let fit = pairs::fit(&facts[a], &facts[b]);
    if fit == Fit::Agree {
        return Some((a, b, fit));
    }
    let tells = |of: &[usize], other: usize| {
        let all: f64 = of.iter().map(|f| facts[*f].quantity.value).sum();
        let theirs = facts[other].quantity.value;
        let pairs = of.iter().enumerate().any(|(n, x)| {
            of[n + 1..].iter().any(|y| (facts[*x].quantity.value + facts[*y].quantity.value - theirs).abs() < 0.5)
        });
        let same = |f: &usize| {
            facts[*f].quantity.high.is_finite() && values::fit(facts[*f].quantity, facts[other].quantity) == Fit::Agree
        };
        // `12 pria dan 3 wanita ditangkap` are 15.
        let beside = |f: &usize| {
            let mine = &facts[*f];
            facts.iter().any(|o| {
                o.report == mine.report
                    && o.quantity.at.sentence == mine.quantity.at.sentence
                    && o.quantity.measure == Measure::Count
                    && o.quantity.at.span != mine.quantity.at.span
                    // The dead and the hurt beside each other make no toll of the hurt.
                    && (o.toll.is_none() || o.toll == mine.toll)
                    && (o.quantity.value + mine.quantity.value - theirs).abs() < 0.5
            })
        };
        pairs || of.iter().any(beside) || (all - theirs).abs() < 0.5 || of.iter().any(same)
    };
    (!tells(left, b) && !tells(right, a)).then_some((a, b, fit))
}
