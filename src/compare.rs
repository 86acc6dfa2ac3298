//! Statements and entities to findings: one file a kind.

pub mod attribution;
pub mod circumstance;
pub mod date;
#[cfg(test)]
mod event_tests;
mod events;
pub mod fingerprint;
pub mod modality;
pub mod number;
mod parties;
pub mod polarity;
pub mod quote;
pub mod role;
mod suspicion;

use crate::model::story::Story;
use crate::model::{Finding, Kind};

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
pub static COMPARATORS: &[Comparator] = &[
    number::COMPARATOR,
    date::COMPARATOR,
    quote::COMPARATOR,
    attribution::COMPARATOR,
    role::COMPARATOR,
    polarity::COMPARATOR,
    modality::COMPARATOR,
    circumstance::COMPARATOR,
];

/// All findings of a story, gravest first, with their ids.
pub fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = COMPARATORS.iter().flat_map(|c| (c.compare)(story)).collect();
    findings.sort_by(|a, b| (a.severity, a.kind, &a.subject).cmp(&(b.severity, b.kind, &b.subject)));
    findings
}
