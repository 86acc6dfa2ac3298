//! A draft of one's own, held against its sources.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Finding, Kind, Report, Span};

/// A draft and what is to be said of it. In its findings the draft's evidence has the index that follows the last
/// report's.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Its text, comments blanked.
    pub report: Report,
    /// Its sentences, counted.
    pub sentences: usize,
    /// What its comments ask to be passed over, in order of place.
    pub comments: Vec<Comment>,
    /// What is to be said of it, gravest first.
    pub remarks: Vec<Remark>,
    /// It shares too little with the sources to tell of their event: nothing was compared.
    pub apart: bool,
}

impl Draft {
    /// The remarks that no comment passes over.
    pub fn open(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|r| r.ignored.is_none())
    }
}

/// What is to be said of some words of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// What sort of remark it is.
    pub sort: Sort,
    /// Kind, severity, and the readings of the draft and of its sources with their evidence.
    pub finding: Finding,
    /// The reason that a comment of the draft gives for passing it over.
    pub ignored: Option<String>,
}

/// What sort of remark it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The draft follows some of the sources, or none, where they give several readings.
    Follows,
    /// The draft spells otherwise than most sources.
    Spelling,
    /// A quote that is not word for word in any source.
    Quote,
    /// A number, name or date that no source tells.
    Untold,
}

/// A comment in a draft: `<!-- selisih ignore title: the style of the house -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// Kinds it is for; all where empty.
    pub kinds: Vec<Kind>,
    /// Why.
    pub reason: String,
    /// What is wrong with it, so that it has no effect.
    pub problem: Option<String>,
    /// Whether it passed anything over.
    pub used: bool,
}
