//! One event as all reports tell it: what the comparators see.

use super::mention::{Extract, NameClass};
use super::style::Style;
use super::{Evidence, Report, Segments, Span, Statement};

/// A report with all that was read out of it.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its tokens, sentences and clauses.
    pub segments: Segments,
    /// Its mentions and claims.
    pub extract: Extract,
}

/// Who or what the reports tell of: one person, organisation, place or thing over all reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub class: NameClass,
    /// Its fullest common name, as the reports write it.
    pub name: String,
    /// Report and index into that report's [`Extract::names`], ascending.
    pub mentions: Vec<(usize, usize)>,
}

/// All reports of an audit, what they tell of, and what tells the same thing.
#[derive(Debug, Clone, Default)]
pub struct Story<'a> {
    /// The reports, sorted by id: indices into this are the report indices of members, mentions and evidence.
    pub sources: Vec<Source<'a>>,
    /// Who and what they tell of.
    pub entities: Vec<Entity>,
    /// For each report, for each of its names: index into `entities`.
    pub entity_of: Vec<Vec<usize>>,
    /// For each report, for each of its titles: who holds it.
    pub holders: Vec<Vec<Option<usize>>>,
    /// For each report, for each of its clauses: who takes part, by name, office or pronoun; ascending.
    pub participants: Vec<Vec<Vec<usize>>>,
    /// What tells the same thing.
    pub statements: Vec<Statement>,
    /// For each report, for each of its clauses: indices into `statements`.
    pub statements_of: Vec<Vec<Vec<usize>>>,
    /// The style guide that it is held against.
    pub style: &'a Style,
}

impl Story<'_> {
    /// Evidence at a span of a report: the sentence around it is looked up.
    pub fn evidence(&self, report: usize, span: Span) -> Evidence {
        let sentences = &self.sources[report].segments.sentences;
        let at = sentences.partition_point(|s| s.span.end <= span.start);
        let sentence = sentences.get(at).filter(|s| s.span.overlaps(span)).map_or(span, |s| s.span);
        Evidence { report, span, sentence }
    }

    /// The exact words at a span of a report.
    pub fn words(&self, report: usize, span: Span) -> &str {
        span.of(&self.sources[report].report.text)
    }
}
