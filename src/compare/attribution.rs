//! Who is credited with the same statement.
//!
//! Words are worth what their speaker is worth: a sentence of a minister is policy, the same sentence of a neighbour is
//! gossip. Where one report has a statement from one source and another from a second, one of them may have mixed up
//! its notes, or passed on an agency's line as its own.
//!
//! Example: `tambah Peskov` in one report, `kata Kremlin` in another, under nearly the same quote; a gift told by AFP,
//! the BBC and Al Jazeera.
//!
//! The same quote credited to two persons is a conflict. A person and an institution, two institutions, two agencies, or
//! a name here and an unnamed source there are variants. A report that credits nobody is silent, not in disagreement;
//! one that credits several (AFP quotes Peskov) agrees with each of them. All agencies that the reports as a whole are taken from make
//! one finding.
//!
//! Known misses: a statement told in other words than the quote it comes from; sources that only a pronoun names; a
//! person whom no name list and no title tells from an institution.

mod told;
mod voice;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::Comparator;
use super::quote::Weights;
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Reading, Severity};
use voice::Voice;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Attribution,
    id: "attribution",
    about: "Who is credited with the same statement",
    page: include_str!("attribution.rs"),
    compare,
};

/// The subject of the finding on agencies.
pub const AGENCIES: &str = "news agency";

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let weights = Weights::of(story);
    let mut disputes = told::quotes(story, &weights);
    disputes.extend(told::statements(story, &weights));
    disputes.extend(agencies(story));
    let mut by_readings: BTreeMap<Vec<String>, Finding> = BTreeMap::new();
    for dispute in disputes {
        let finding = finding(story, dispute);
        let key: Vec<String> = finding.readings.iter().map(|r| r.value.to_lowercase()).collect();
        match by_readings.get_mut(&key) {
            Some(known) => merge(known, finding),
            None => drop(by_readings.insert(key, finding)),
        }
    }
    by_readings.into_values().filter(|f| !told_together(story, f)).collect()
}

/// Whether one reading's sentence names the other too: an office and who holds it, not two speakers.
fn told_together(story: &Story<'_>, finding: &Finding) -> bool {
    let named = |reading: &Reading, name: &str| {
        let name = name.to_lowercase();
        let sentence = |e: &Evidence| story.words(e.report, e.sentence).to_lowercase();
        reading.evidence.iter().any(|e| sentence(e).contains(&name))
    };
    let readings = &finding.readings;
    let pairs = readings.iter().flat_map(|a| readings.iter().map(move |b| (a, b)));
    let mut others = pairs.filter(|(a, b)| a.value != b.value);
    others.any(|(a, b)| named(a, &b.value))
}

/// One statement with its voices: of each side of the disagreement, the reports' credits.
struct Dispute {
    subject: String,
    severity: Severity,
    sides: Vec<Vec<Voice>>,
    statement: Option<String>,
}

fn finding(story: &Story<'_>, dispute: Dispute) -> Finding {
    let told: Vec<usize> = dispute.sides.iter().flatten().map(|v| v.report).collect();
    let mut readings: Vec<Reading> = dispute
        .sides
        .iter()
        .map(|side| {
            let mut evidence: Vec<Evidence> = side.iter().map(|v| story.evidence(v.report, v.span)).collect();
            evidence.sort_unstable();
            evidence.dedup();
            Reading { value: voice::label(story, side), evidence }
        })
        .collect();
    readings.sort_by(|a, b| a.value.cmp(&b.value));
    Finding {
        id: String::new(),
        kind: Kind::Attribution,
        severity: dispute.severity,
        subject: dispute.subject,
        readings,
        absent: (0..story.sources.len()).filter(|r| !told.contains(r)).collect(),
        suggestion: None,
        statements: dispute.statement.into_iter().collect(),
    }
}

/// The same sources for another statement: one finding, the gravest of both.
fn merge(known: &mut Finding, other: Finding) {
    for (reading, more) in known.readings.iter_mut().zip(other.readings) {
        reading.evidence.extend(more.evidence);
        reading.evidence.sort_unstable();
        reading.evidence.dedup();
    }
    known.severity = known.severity.min(other.severity);
    known.absent.retain(|r| other.absent.contains(r));
    known.statements.extend(other.statements);
    known.statements.dedup();
}

/// The agencies that reports as a whole are taken from, where they are not the same.
fn agencies(story: &Story<'_>) -> Option<Dispute> {
    let mut sides: BTreeMap<&str, Vec<Voice>> = BTreeMap::new();
    for report in 0..story.sources.len() {
        for voice in voice::leads(story, report) {
            sides.entry(voice.agency.unwrap_or_default()).or_default().push(voice);
        }
    }
    let reports = |side: &Vec<Voice>| side.iter().map(|v| v.report).collect::<Vec<_>>();
    let sides: Vec<Vec<Voice>> = sides.into_values().collect();
    // Two reports that have no agency in common, and something to tell in common.
    let apart = |a: usize, b: usize| {
        let both = |side: &Vec<Voice>| reports(side).contains(&a) && reports(side).contains(&b);
        !sides.iter().any(both) && told::share_a_statement(story, a, b)
    };
    let mut told: Vec<usize> = sides.iter().flat_map(reports).collect();
    told.sort_unstable();
    told.dedup();
    let differ = told.iter().enumerate().any(|(n, &a)| told[n + 1..].iter().any(|&b| apart(a, b)));
    differ.then(|| Dispute { subject: AGENCIES.to_owned(), severity: Severity::Variant, sides, statement: None })
}
