//! Who did it and whom it was done to, read from pairs of facts: parts exchanged. That facts name
//! another doer of an act is no finding: on stories not worked on, none of three such was right.

use crate::compare::facts::{Contrast, Fact, Facts, Likeness, Verdict, contrasts, meet, same};
use crate::compare::parties::Party;
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Language, Reading, Severity};

/// Likeness from which two facts whose parts are exchanged tell of one act.
const SWAPPED: f32 = 4.0;

/// Pairs of readings with how grave they are.
pub fn differing(story: &Story<'_>, mutual: &[&str]) -> Vec<(Severity, Vec<Reading>)> {
    let facts = Facts::of(story);
    let judge = |a: &Fact, b: &Fact, contrary: bool, _: &Likeness| {
        let persons: Vec<usize> =
            [a, b].iter().filter_map(|f| doer(f)).flat_map(|p| p.persons.iter().copied()).collect();
        if !super::apart(story, persons) {
            return Verdict::Apart;
        }
        if contrary || !told(story, a) || !told(story, b) || a.report == b.report {
            return Verdict::Apart;
        }
        let both_ways = |f: &Fact| {
            f.keys.iter().any(|k| k.name.strip_prefix("f:").is_some_and(|n| mutual.contains(&n) && n != "collide"))
        };
        let lexicon = Lexicon::of(story.sources[a.report].report.language);
        // Whose subject stands in another clause may have one of its own that was not seen.
        let own = |f: &Fact| {
            f.by.as_ref().is_some_and(|p| story.sources[f.report].segments.clause_at(p.0.start) == Some(f.clause))
        };
        judge(lexicon, a, b, both_ways(a) || both_ways(b) || !own(a) || !own(b))
    };
    contrasts(story, &facts, judge).into_iter().map(|c| readings(story, c)).collect()
}

/// Whether a fact is an act told as done or to come.
fn told(story: &Story<'_>, f: &Fact) -> bool {
    let lexicon = Lexicon::of(story.sources[f.report].report.language);
    let token = &story.sources[f.report].segments.tokens[f.at];
    // `23 pirates arrested`: the participle of a passive looks like an active form.
    let bare = lexicon.language == Some(Language::English)
        && token.norm.ends_with("ed")
        && f.on.as_ref().is_none_or(|p| !named(&p.1));
    !bare && f.verb && f.denied.is_none() && lexicon.reporting.word(&token.stem).is_none()
}

fn judge(lexicon: &Lexicon, a: &Fact, b: &Fact, mutual: bool) -> Verdict {
    let (Some(by_a), Some(by_b)) = (doer(a), doer(b)) else { return Verdict::Apart };
    if meet(lexicon, by_a, by_b) {
        return Verdict::Agree;
    }
    if !exclusive(lexicon, by_a, by_b) {
        return Verdict::Apart;
    }
    let done_to = |f: &Fact, p: &Party| f.on.as_ref().is_some_and(|(_, on)| same(on, p));
    let (here, there) = (done_to(b, by_a), done_to(a, by_b));
    if !mutual && acting(lexicon, by_a) && acting(lexicon, by_b) && here && there {
        Verdict::Differ(SWAPPED)
    } else {
        Verdict::Apart
    }
}

fn named(p: &Party) -> bool {
    p.head.is_some() || !p.persons.is_empty() || !p.others.is_empty()
}

fn doer(fact: &Fact) -> Option<&Party> {
    fact.by.as_ref().map(|p| &p.1).filter(|p| named(p))
}

/// Whether two doers cannot be one: no word in common either.
fn exclusive(lexicon: &Lexicon, p: &Party, q: &Party) -> bool {
    let pronoun = |x: &Party| x.roots.iter().all(|r| lexicon.pronouns.word(r).is_some());
    // A person and a noun may be one (`Ali Hasan`, `the porter`); two persons and two nouns are not.
    let comparable = p.persons.is_empty() == q.persons.is_empty() || p.count.is_some() != q.count.is_some();
    comparable && !pronoun(p) && !pronoun(q) && !p.roots.iter().any(|r| q.roots.contains(r))
}

fn people(lexicon: &Lexicon, p: &Party) -> bool {
    !p.persons.is_empty() || p.head.as_ref().is_some_and(|h| super::people(lexicon, h) || crowd(lexicon, h))
}

/// Whether somebody, or something that moves, can be meant.
fn acting(lexicon: &Lexicon, p: &Party) -> bool {
    let moves = |h: &str| {
        let kinds = lexicon.kinds.get(h).map_or(&[][..], Vec::as_slice);
        kinds.iter().any(|g| matches!(*g, "kendaraan" | "mobil" | "motor" | "kapal" | "vehicle" | "car" | "ship"))
    };
    people(lexicon, p) || (p.head.is_none() && !p.others.is_empty()) || p.head.as_ref().is_some_and(|h| moves(h))
}

/// Whether the noun heads an organisation (`tim`, `polisi`).
fn crowd(lexicon: &Lexicon, head: &str) -> bool {
    lexicon.organisation_heads.word(head).is_some()
}

fn readings(story: &Story<'_>, contrast: Contrast<'_>) -> (Severity, Vec<Reading>) {
    let Contrast { a, b } = contrast;
    let lexicon = Lexicon::of(story.sources[a.report].report.language);
    let on = |f: &Fact, g: &Fact| match (&f.on, &g.by) {
        (Some((_, p)), Some((_, q))) => meet(lexicon, p, q),
        _ => false,
    };
    let severity = if on(a, b) || on(b, a) { Severity::Conflict } else { Severity::Variant };
    (severity, vec![reading(story, a), reading(story, b)])
}

/// From who acts to the verb, whichever stands first.
fn reading(story: &Story<'_>, fact: &Fact) -> Reading {
    let segments = &story.sources[fact.report].segments;
    let mut reading = fact.reading(story);
    if let Some((by, _)) = &fact.by
        && segments.clause_at(by.start) == Some(fact.clause)
    {
        let span = segments.span(by.start.min(fact.from)..by.end.max(fact.at + 1));
        story.words(fact.report, span).clone_into(&mut reading.value);
    }
    reading
}
