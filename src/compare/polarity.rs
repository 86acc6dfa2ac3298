//! Whether an event is asserted or denied.
//!
//! **Compares** one event told as a fact by one report and negated by another (*fired* / *did not fire*), and somebody who
//! was told (*reported it to the governor*) with the same person's own word of not knowing (*“I have not heard of it”*).
//! A report that tells that someone denied something is no denial by the report.
//!
//! **Why it matters**: one of the two is wrong, and readers will notice.
//!
//! **Example**: *The agency said it had informed the governor* / *“I did not know,” said the governor*.
//!
//! Also compared: facts of one word with the same arguments (*no fuel leak* / *fuel had leaked*), contraries (*alive* /
//! *dead*, *accepted* / *refused*), and what one report leaves open and another settles (*has not decided whether to sell*).
//! The likeliest fact of the other report is what that report says: where it agrees, nothing is shown.
//!
//! **Known misses**: opposites that no list holds (*took the stand* / *never testified*); denials spread over sentences;
//! facts that share no word; two voices within one report, unless one of them denies.

mod opposed;

use super::Comparator;
use super::events::{Act, Acts, Stance, phrase, subject};
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Opener, Reading, Severity, Span};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Polarity,
    id: "polarity",
    about: "asserted or denied",
    page: include_str!("polarity.rs"),
    compare,
};

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings = denied(story);
    findings.extend(not_told(story));
    for (severity, readings) in opposed::opposed(story) {
        if !findings.iter().any(|f| super::told_in(f, &readings)) {
            findings.push(Finding { severity, ..finding(readings[0].value.clone(), readings) });
        }
    }
    findings
}

/// One event, told here and negated there.
fn denied(story: &Story<'_>) -> Vec<Finding> {
    let acts = Acts::of(story);
    let mut findings = Vec::new();
    for group in acts.events(story) {
        let members: Vec<&Act> = group.iter().map(|&i| &acts.all[i]).filter(|a| counts(story, a)).collect();
        let (no, yes): (Vec<&Act>, Vec<&Act>) = members.iter().partition(|a| a.negated);
        let told_both = no.iter().any(|n| yes.iter().any(|y| y.report == n.report));
        // Not yet is no denial, unless it is told as done.
        let yet = no.iter().all(|n| not_yet(story, n)) && !yes.iter().any(|y| y.done);
        if yet || no.is_empty() || yes.is_empty() || told_both {
            continue;
        }
        findings.push(finding(subject(story, &members), vec![reading(story, &yes), reading(story, &no)]));
    }
    findings
}

fn not_yet(story: &Story<'_>, act: &Act) -> bool {
    let tokens = &story.sources[act.report].segments.tokens;
    tokens[act.verb.saturating_sub(4)..act.verb].iter().any(|t| matches!(&*t.norm, "belum" | "yet"))
}

fn counts(story: &Story<'_>, act: &Act) -> bool {
    let clause = &story.sources[act.report].segments.clauses[act.clause];
    !act.event.starts_with('=')
        && !act.embedded
        && act.stance == Stance::Done
        && !matches!(clause.opener, Opener::Time | Opener::Concession | Opener::Relative | Opener::Cause)
}

fn reading(story: &Story<'_>, acts: &[&Act]) -> Reading {
    let span = |a: &Act| -> Span {
        let segments = &story.sources[a.report].segments;
        let clause = &segments.clauses[a.clause];
        // The negation stands before the verb.
        let from = a.verb.saturating_sub(3).max(clause.tokens.start);
        segments.span(from..a.verb + 1).join(phrase(story, a))
    };
    let evidence: Vec<Evidence> = acts.iter().map(|a| story.evidence(a.report, span(a))).collect();
    let value = evidence.first().map_or_else(String::new, |e| story.words(e.report, e.span).to_owned());
    Reading { value, evidence }
}

/// Roots and lemmas of knowing and hearing.
const KNOW: &[&str] = &["tau", "tahu", "dengar", "ketahui", "know", "hear", "aware", "inform", "tell", "notify"];

/// Roots and lemmas of letting somebody know.
const LET_KNOW: &[&str] = &["lapor", "beritahu", "informasi", "sampai", "inform", "tell", "notify", "report", "brief"];

/// Somebody says that he does not know; another report has him told.
fn not_told(story: &Story<'_>) -> Vec<Finding> {
    let unknowing = speakers(story);
    let mut findings = Vec::new();
    for (person, said) in &unknowing {
        let told: Vec<Evidence> = story
            .sources
            .iter()
            .enumerate()
            .filter(|(r, _)| said.iter().all(|e| e.report != *r))
            .flat_map(|(r, _)| told_to(story, r, *person))
            .collect();
        if told.is_empty() {
            continue;
        }
        let reading = |evidence: &[Evidence]| Reading {
            value: story.words(evidence[0].report, evidence[0].span).to_owned(),
            evidence: evidence.to_vec(),
        };
        findings.push(finding(story.entities[*person].name.clone(), vec![reading(&told), reading(said)]));
    }
    findings
}

/// Persons who say that they do not know or have not heard, and where.
fn speakers(story: &Story<'_>) -> Vec<(usize, Vec<Evidence>)> {
    let mut found: Vec<(usize, Vec<Evidence>)> = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        let lexicon = Lexicon::of(source.report.language);
        for quote in &source.extract.quotes {
            let (tokens, range) = (&source.segments.tokens, quote.at.tokens.clone());
            let knows = |i: &usize| KNOW.contains(&&*tokens[*i].stem) || KNOW.contains(&&*tokens[*i].norm);
            let Some(verb) = range.clone().find(knows) else { continue };
            let no = (range.start.max(verb.saturating_sub(3))..verb)
                .any(|i| lexicon.negation.longest(&tokens[..range.end], i).is_some());
            let me = (range.start.max(verb.saturating_sub(4))..verb)
                .any(|i| matches!(&*tokens[i].norm, "aku" | "saya" | "kami" | "i" | "we" | "gue"));
            let speaker = quote.speaker.map(|n| story.entity_of[r][n]);
            let person = speaker.filter(|&e| no && me && story.entities[e].class == NameClass::Person);
            let Some(person) = person else { continue };
            let evidence = story.evidence(r, quote.at.span);
            match found.iter_mut().find(|f| f.0 == person) {
                Some(entry) => entry.1.push(evidence),
                None => found.push((person, vec![evidence])),
            }
        }
    }
    found
}

/// Where a report tells that the person was let know.
fn told_to(story: &Story<'_>, r: usize, person: usize) -> Vec<Evidence> {
    let source = &story.sources[r];
    let tokens = &source.segments.tokens;
    let mut out = Vec::new();
    for (c, clause) in source.segments.clauses.iter().enumerate() {
        let claim = &source.extract.claims[c];
        let Some(verb) = clause.tokens.clone().find(|&i| LET_KNOW.contains(&&*tokens[i].stem)) else { continue };
        if claim.negated || clause.opener == Opener::Attribution {
            continue;
        }
        let names =
            source.extract.names.iter().enumerate().filter(|(n, name)| {
                name.at.clause == c && name.at.tokens.start > verb && story.entity_of[r][*n] == person
            });
        for (_, name) in names {
            // `ke Gubernur Edy`, `kepada Edy`, `told Edy`: what stands between is his title.
            let to =
                (verb + 1..name.at.tokens.start).rev().find(|&i| matches!(&*tokens[i].norm, "ke" | "kepada" | "to"));
            let title = |i: usize| source.extract.titles.iter().any(|t| t.at.tokens.contains(&i));
            let start = to.map_or(verb + 1, |t| t + 1);
            if (start..name.at.tokens.start).all(title) {
                out.push(story.evidence(r, source.segments.span(verb..name.at.tokens.end)));
            }
        }
    }
    out
}

fn finding(subject: String, readings: Vec<Reading>) -> Finding {
    Finding {
        id: String::new(),
        kind: Kind::Polarity,
        severity: Severity::Conflict,
        subject,
        readings,
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}
