//! An editor's rulings on findings.

use std::collections::BTreeMap;

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

/// What an editor decided to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ruling {
    /// It may stay as it is.
    Accept,
    /// It is to be corrected.
    Fix,
    /// Somebody is to find out.
    Check,
}

impl Ruling {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Accept, Self::Fix, Self::Check];

    /// Its name in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Fix => "fix",
            Self::Check => "check",
        }
    }

    /// What a finding with it is: `accepted`, `to fix`, `to check`.
    pub fn told(self) -> &'static str {
        match self {
            Self::Accept => "accepted",
            Self::Fix => "to fix",
            Self::Check => "to check",
        }
    }
}

/// An editor's ruling on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What is to be done.
    pub ruling: Ruling,
    /// Why.
    pub reason: String,
    /// The last day on which it counts; for good where there is none.
    pub until: Option<civil::Date>,
}

impl Decision {
    /// `accepted until 2026-12-31`.
    pub fn told(&self) -> String {
        let until = self.until.map_or(String::new(), |day| format!(" until {day}"));
        format!("{}{until}", self.ruling.told())
    }
}

/// The decisions that an audit was held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// Those that count, by the id of their finding.
    pub of: BTreeMap<String, Decision>,
    /// Findings whose decision is past its last day: ids, ascending.
    pub past: Vec<String>,
    /// Decisions whose finding is gone: its id, ascending.
    pub gone: Vec<String>,
    /// Accepted findings are left out where people read.
    pub hide: bool,
    /// Findings that were taken out as hidden.
    pub taken_out: usize,
}
