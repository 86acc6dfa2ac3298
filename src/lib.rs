//! Audits several reports of one event and shows where they disagree.

pub mod align;
pub mod compare;
pub mod error;
pub mod extract;
pub mod known;
pub mod language;
pub mod model;
pub mod read;
pub mod render;
pub mod segment;

use model::story::{Source, Story};
use model::{Audit, Finding, Report, Statement};

/// What an audit is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Kinds to compare; all where empty.
    pub kinds: Vec<model::Kind>,
    /// Severities to keep; all where empty.
    pub severities: Vec<model::Severity>,
}

/// Audits reports of one event. The order of the reports changes nothing but the order of the columns.
pub fn audit(reports: &[Report], options: &Options) -> Audit {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by(|&a, &b| (&reports[a].id, &reports[a].path).cmp(&(&reports[b].id, &reports[b].path)));
    let sources = order
        .iter()
        .map(|&i| {
            let segments = segment::segment(&reports[i]);
            let extract = extract::extract(&reports[i], &segments);
            Source { report: &reports[i], segments, extract }
        })
        .collect();
    let mut story = Story { sources, ..Story::default() };
    align::align(&mut story);
    let mut findings = compare::compare(&story);
    compare::fingerprint::name(&mut findings);
    findings.retain(|f| options.kinds.is_empty() || options.kinds.contains(&f.kind));
    findings.retain(|f| options.severities.is_empty() || options.severities.contains(&f.severity));
    let mut sentences = vec![0; reports.len()];
    for (sorted, &given) in order.iter().enumerate() {
        sentences[given] = story.sources[sorted].segments.sentences.len();
    }
    let mut statements = std::mem::take(&mut story.statements);
    to_given_order(&order, &mut statements, &mut findings);
    Audit { reports: reports.to_vec(), sentences, statements, findings, shared_text: Vec::new() }
}

/// From indices of the sorted reports to indices as the caller gave them.
fn to_given_order(order: &[usize], statements: &mut [Statement], findings: &mut [Finding]) {
    for member in statements.iter_mut().flat_map(|s| &mut s.members) {
        member.report = order[member.report];
    }
    for finding in findings {
        finding.absent.iter_mut().for_each(|r| *r = order[*r]);
        finding.absent.sort_unstable();
        for evidence in finding.readings.iter_mut().flat_map(|r| &mut r.evidence) {
            evidence.report = order[evidence.report];
        }
    }
}
