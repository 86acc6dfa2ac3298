//! The editor's ledger: rulings on findings, kept beside the reports by the findings' ids.
//!
//! The file is TOML, one table a decision, sorted by id. What a finding is about stands beside its id for people; only
//! `ruling`, `reason` and `until` are read:
//! ```toml
//! schema = "selisih/decisions/1"
//!
//! [title-9dd10216]
//! ruling = "accept"              # or "fix", "check"
//! reason = "house style"
//! until = 2026-12-31             # optional: the last day on which it counts
//! subject = "Kim Jong Un"
//! readings = ["pemimpin Korea Utara", "Presiden Korea Utara"]
//! ```

mod edit;
mod file;

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil;

use crate::model::Audit;
use crate::model::decision::{Decision, Decisions};

pub use edit::Change;

/// The name of a ledger, in the folder of the reports.
pub const FILE: &str = "selisih.decisions.toml";

/// What a file of decisions says.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// The file.
    pub path: PathBuf,
    /// Its decisions, by the id of their finding.
    pub entries: BTreeMap<String, Entry>,
}

/// A decision as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The ruling.
    pub decision: Decision,
    /// What its finding was about, where the file tells.
    pub subject: String,
    /// The finding's readings, where the file tells.
    pub readings: Vec<String>,
}

impl Ledger {
    /// What counts for an audit on a day. The audit must still hold the findings of all kinds and severities: what is
    /// not among them is gone.
    pub fn of(&self, audit: &Audit, today: civil::Date) -> Decisions {
        let mut out = Decisions::default();
        for (id, Entry { decision, .. }) in &self.entries {
            if !audit.findings.iter().any(|f| f.id == *id) {
                out.gone.push(id.clone());
            } else if decision.until.is_some_and(|last| last < today) {
                out.past.push(id.clone());
            } else {
                out.of.insert(id.clone(), decision.clone());
            }
        }
        out
    }
}
