//! Whether one event is told as done, going on, planned, tried, possible, alleged or merely heard of.
//!
//! **Compares** the same event in different reports: same verb or event noun, same participants, days that do not exclude
//! each other. *Told* and *done* agree. Done against planned, tried or possible is a variant, for one report may be
//! earlier than the other; so is a fact here and a suspicion there.
//!
//! **Why it matters**: a plan printed as a fact, or a suspicion printed as guilt, is what a correction is written for.
//!
//! **Example**: *The commission questioned the mayor* / *the commission will question the mayor*.
//!
//! **Known misses**: an event told by words that share no frame; a suspicion marked only in the sentence before.

mod sureness;

use super::Comparator;
use super::events::{Act, Acts, Stance, phrase, subject};
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Modality,
    id: "modality",
    about: "done, planned, tried, possible, alleged: how sure reports are of one event",
    page: include_str!("modality.rs"),
    compare,
};

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let acts = Acts::of(story);
    let mut findings = Vec::new();
    for group in acts.events(story) {
        let members: Vec<&Act> = group.iter().map(|&i| &acts.all[i]).filter(|a| counts(a)).collect();
        findings.extend(finding(story, &members));
    }
    findings.extend(super::suspicion::compare(story));
    let more = sureness::differing(story).into_iter().chain(super::circumstance::causes::compare(story).sureness);
    for readings in more {
        if !findings.iter().any(|f| super::told_in(f, &readings)) {
            findings.push(made(readings[0].value.clone(), readings));
        }
    }
    findings
}

/// Whether an act is an assertion of an event that has a frame: verbs that no frame knows tell states as often.
fn counts(act: &Act) -> bool {
    !act.event.starts_with('=') && !act.negated && (!act.embedded || act.stance != Stance::Done)
}

/// The finding of one event, where reports differ on how sure it is.
fn finding(story: &Story<'_>, members: &[&Act]) -> Option<Finding> {
    let mut stances: Vec<Stance> = members.iter().map(|a| a.stance).collect();
    stances.sort_unstable();
    stances.dedup();
    let of = |s: Stance| members.iter().filter(move |a| a.stance == s);
    let apart = stances.iter().any(|&a| {
        stances
            .iter()
            .any(|&b| differ(a, b) && sure(a, b, of(a)) && one_sided(of(a), &of(b)) && one_sided(of(b), &of(a)))
    });
    if !apart {
        return None;
    }
    let readings = stances.iter().map(|&s| reading(story, of(s))).collect();
    Some(made(subject(story, members), readings))
}

fn made(subject: String, readings: Vec<Reading>) -> Finding {
    Finding {
        id: String::new(),
        kind: Kind::Modality,
        severity: Severity::Variant,
        subject,
        readings,
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}

/// Whether some act of the one side stands in a report that does not tell the same verb on the other side: a report that
/// tells it both ways tells a course of events, or quotes.
fn one_sided<'a>(
    mut one: impl Iterator<Item = &'a &'a Act>,
    other: &(impl Iterator<Item = &'a &'a Act> + Clone),
) -> bool {
    one.any(|a| !other.clone().any(|b| b.report == a.report && (b.anchor_root == a.anchor_root)))
}

/// Events of a moment: told in the plain form, they have happened. Others (`digelar`, `memberi`) may be still to come.
const MOMENTS: &[&str] = &[
    "go",
    "talk",
    "die",
    "arrest",
    "attack",
    "sign",
    "appoint",
    "vanish",
    "flee",
    "replace",
    "board",
    "hand-over",
    "question",
    "kill",
    "shoot",
    "resign",
    "dismiss",
    "agree",
    "sentence",
];

/// Whether what is told as done surely is meant so, against a plan; and against what goes on, marked so.
fn sure<'a>(one: Stance, other: Stance, mut acts: impl Iterator<Item = &'a &'a Act>) -> bool {
    match (one, other) {
        (Stance::Done, Stance::Ongoing) => acts.any(|a| a.done),
        (Stance::Done, Stance::Planned | Stance::Possible | Stance::Attempted) => {
            acts.any(|a| a.done || MOMENTS.contains(&&*a.event))
        }
        _ => one < other,
    }
}

/// Whether two degrees of sureness are worth a desk's look.
fn differ(a: Stance, b: Stance) -> bool {
    use Stance::{Alleged, Attempted, Done, Ongoing, Planned, Possible};
    matches!((a, b), (Done | Ongoing, Planned | Attempted | Possible | Alleged) | (Done, Ongoing) | (Planned, Possible))
}

fn reading<'a>(story: &Story<'_>, acts: impl Iterator<Item = &'a &'a Act>) -> Reading {
    let mut value = String::new();
    let mut evidence = Vec::new();
    for act in acts {
        let span = phrase(story, act);
        if value.is_empty() {
            value = words(story, act);
        }
        evidence.push(story.evidence(act.report, span));
    }
    evidence.sort();
    Reading { value, evidence }
}

/// The marks and the verb.
fn words(story: &Story<'_>, act: &Act) -> String {
    let segments = &story.sources[act.report].segments;
    let start = act.mark.as_ref().map_or(act.verb, |m| m.start.min(act.verb));
    story.words(act.report, segments.span(start..act.anchor.max(act.verb) + 1)).to_owned()
}
