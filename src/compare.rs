//! Statements and entities to findings: one file a kind.

pub mod attribution;
pub mod circumstance;
mod contexts;
pub mod coverage;
pub mod date;
#[cfg(test)]
mod event_tests;
mod events;
mod facts;
pub mod fingerprint;
pub mod item;
pub mod lexical;
pub mod modality;
pub mod name;
pub mod number;
mod parties;
pub mod place;
pub mod polarity;
pub mod quote;
pub mod role;
pub mod style;
mod suspicion;
pub mod term;
#[cfg(test)]
pub mod testing;
pub mod title;

use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity, Span};

/// A comparator and its page of documentation.
#[derive(Debug)]
pub struct Comparator {
    /// The kind of its findings.
    pub kind: Kind,
    /// The kind's id on the command line.
    pub id: &'static str,
    /// What it compares, in one line.
    pub about: &'static str,
    /// The page for `selisih explain`: the file's own documentation.
    pub page: &'static str,
    /// Finds disagreements. Ids, statements and order are set afterwards.
    pub compare: fn(&Story<'_>) -> Vec<Finding>,
}

impl Comparator {
    /// Its page as text: the `//!` lines of [`Comparator::page`], without their marks.
    pub fn manual(&self) -> String {
        let lines = self.page.lines().take_while(|l| l.starts_with("//!"));
        lines.map(|l| l.trim_start_matches("//!")).map(|l| l.strip_prefix(' ').unwrap_or(l).to_owned() + "\n").collect()
    }
}

/// All comparators, in the order of the kinds.
#[rustfmt::skip] // one line a kind
pub static COMPARATORS: &[Comparator] = &[
    name::COMPARATOR,
    title::COMPARATOR,
    place::COMPARATOR,
    number::COMPARATOR,
    date::COMPARATOR,
    item::COMPARATOR,
    term::COMPARATOR,
    quote::COMPARATOR,
    attribution::COMPARATOR,
    role::COMPARATOR,
    polarity::COMPARATOR,
    modality::COMPARATOR,
    circumstance::COMPARATOR,
    coverage::COMPARATOR,
];

/// All findings of a story, gravest first, with the statements that their evidence stands in.
pub fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = COMPARATORS.iter().flat_map(|c| (c.compare)(story)).collect();
    style::apply(story, &mut findings);
    for finding in &mut findings {
        if finding.statements.is_empty() {
            finding.statements = statements(story, finding);
        }
    }
    rank(&mut findings);
    once(&mut findings);
    style::aliases(story.style, &mut findings);
    findings
}

/// Whether a finding has the sentences of all readings among its evidence.
fn told_in(finding: &Finding, readings: &[Reading]) -> bool {
    let all: Vec<_> = finding.readings.iter().flat_map(|r| &r.evidence).collect();
    let known =
        |r: &Reading| r.evidence.iter().any(|e| all.iter().any(|f| f.report == e.report && f.sentence == e.sentence));
    readings.iter().all(known)
}

/// Share of two spans' joint length that they have in common, from which on they show the same words.
const SAME_WORDS: f64 = 0.4;

/// Takes out what a graver finding, or one of an earlier kind, already tells: two of its readings or more stand at the same
/// words (`sepasang` / `sebuah` as a number and as an item).
fn once(findings: &mut Vec<Finding>) {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        let told = |other: &Finding| other.severity != Severity::Gap && twice(other, &finding);
        if finding.severity == Severity::Gap || !kept.iter().any(told) {
            kept.push(finding);
        }
    }
    *findings = kept;
}

/// Whether two different readings of one finding stand at the words of two different readings of the other.
fn twice(a: &Finding, b: &Finding) -> bool {
    let met: Vec<Option<usize>> =
        b.readings.iter().map(|r| a.readings.iter().position(|q| at_same_words(q, r))).collect();
    met.iter().enumerate().any(|(i, x)| x.is_some() && met[i + 1..].iter().any(|y| y.is_some() && y != x))
}

fn at_same_words(a: &Reading, b: &Reading) -> bool {
    a.evidence.iter().any(|x| b.evidence.iter().any(|y| x.report == y.report && common(x.span, y.span) >= SAME_WORDS))
}

/// Length in common against the joint length.
fn common(a: Span, b: Span) -> f64 {
    if !a.overlaps(b) {
        return 0.0;
    }
    let shared = a.end.min(b.end) - a.start.max(b.start);
    shared as f64 / a.join(b).len() as f64
}

/// Gravest first, then by kind, subject and the first reading.
pub fn rank(findings: &mut [Finding]) {
    let key = |f: &Finding| (f.severity, f.kind, f.subject.clone(), f.readings.first().map(|r| r.value.clone()));
    findings.sort_by_cached_key(key);
}

/// Ids of the statements that hold evidence of two readings or more, or of the only one.
fn statements(story: &Story<'_>, finding: &Finding) -> Vec<String> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for reading in &finding.readings {
        let mut seen: Vec<usize> = Vec::new();
        for evidence in &reading.evidence {
            let clauses = &story.sources[evidence.report].segments.clauses;
            let first = clauses.partition_point(|c| c.span.end <= evidence.span.start);
            let over = clauses[first..].iter().take_while(|c| c.span.start < evidence.span.end).count();
            seen.extend(story.statements_of[evidence.report][first..first + over].iter().flatten());
        }
        seen.sort_unstable();
        seen.dedup();
        for statement in seen {
            match counts.iter_mut().find(|c| c.0 == statement) {
                Some(count) => count.1 += 1,
                None => counts.push((statement, 1)),
            }
        }
    }
    let enough = finding.readings.len().min(2);
    counts.retain(|c| c.1 >= enough);
    counts.sort_unstable();
    counts.iter().map(|c| story.statements[c.0].id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_is_the_file_s_own_documentation() {
        let comparator = Comparator { page: "//! # Sums\n//!\n//! - one\nuse x;\n//! no\n", ..number::COMPARATOR };
        assert_eq!(comparator.manual(), "# Sums\n\n- one\n");
    }

    #[test]
    fn every_kind_has_a_page() {
        for comparator in COMPARATORS {
            assert!(!comparator.about.is_empty() && comparator.manual().lines().count() > 3, "{}", comparator.id);
        }
    }
}
