//! Audits several reports of one event and shows where they disagree.

pub mod align;
pub mod compare;
pub mod config;
pub mod decisions;
pub mod draft;
pub mod error;
pub mod extract;
pub mod known;
pub mod language;
pub mod model;
pub mod read;
pub mod render;
pub mod segment;
mod toml;

use model::draft::{Draft, Remark};
use model::story::{Source, Story};
use model::style::Style;
use model::{Alignment, Audit, Finding, Report, Statement, Why};

/// What an audit is asked to do.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Kinds to compare; all where empty.
    pub kinds: Vec<model::Kind>,
    /// Severities to keep; all where empty.
    pub severities: Vec<model::Severity>,
    /// The house's own spellings, names, titles and severities.
    pub style: Style,
}

impl Options {
    /// Takes the findings that were not asked for out of an audit.
    pub fn select(&self, audit: &mut Audit) {
        audit.findings.retain(|f| self.wants(f));
        if let Some(draft) = &mut audit.draft {
            draft.remarks.retain(|r| self.wants(&r.finding));
        }
    }

    /// Whether a finding was asked for.
    pub fn wants(&self, finding: &Finding) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&finding.kind))
            && (self.severities.is_empty() || self.severities.contains(&finding.severity))
    }
}

/// Audits reports of one event. The order of the reports changes nothing but the order of the columns.
///
/// Reports that tell of something else are audited apart, each event by itself, so that they change nothing between the
/// others: see [`Audit::events`].
pub fn audit(reports: &[Report], options: &Options) -> Audit {
    audit_watched(reports, options, &|_| {})
}

/// How far an audit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many reports are cut and read.
    Read(usize),
    /// So many reports are aligned and compared.
    Compare(usize),
}

/// As [`audit`]; tells `watch` how far it is.
pub fn audit_watched(reports: &[Report], options: &Options, watch: &dyn Fn(Step)) -> Audit {
    let (mut audit, stories) = stories(reports, &options.style, watch);
    let mut compared = 0;
    for (story, given) in stories {
        watch(Step::Compare(compared));
        compared += given.len();
        one_event(story, &given, &mut audit);
    }
    compare::style::levels(&mut audit.findings, &options.style, &options.kinds);
    compare::fingerprint::name(&mut audit.findings);
    options.select(&mut audit);
    audit
}

/// What an alignment is asked to do.
#[derive(Debug, Clone, Default)]
pub struct AlignOptions {
    /// The statement whose members' joining is to be told (`S007`).
    pub explain: Option<String>,
    /// The reports are two that tell the same things in the same order: sentences are aligned in that order.
    pub parallel: bool,
    /// The house's own names of people.
    pub style: Style,
}

/// Finds what tells the same thing, and compares nothing. Statements are the same as the audit's.
pub fn align(reports: &[Report], options: &AlignOptions) -> Alignment {
    let (mut audit, stories) = stories(reports, &options.style, &|_| {});
    let mut why = None;
    for (mut story, given) in stories {
        let numbered = audit.statements.len();
        let gists =
            if options.parallel { align::parallel(&mut story, numbered) } else { align::align(&mut story, numbered) };
        let mut statements = std::mem::take(&mut story.statements);
        if let Some(asked) = statements.iter().find(|s| options.explain.as_deref() == Some(&s.id)) {
            let mut pairs = align::why::why(&story.sources, &gists, asked);
            pairs.iter_mut().flat_map(|p| [&mut p.a, &mut p.b]).for_each(|m| m.report = given[m.report]);
            why = Some(Why { id: asked.id.clone(), pairs });
        }
        to_given_order(&given, &mut statements, &mut []);
        audit.statements.append(&mut statements);
        add_event(&given, &mut audit);
    }
    Alignment { audit, why }
}

/// The reports cut, read and parted into events, each with where its reports stand among those given; and an audit that
/// holds the reports alone.
fn stories<'a>(reports: &'a [Report], style: &'a Style, watch: &dyn Fn(Step)) -> (Audit, Vec<(Story<'a>, Vec<usize>)>) {
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by(|&a, &b| (&reports[a].id, &reports[a].path).cmp(&(&reports[b].id, &reports[b].path)));
    let read = |(nth, &i): (usize, &usize)| {
        watch(Step::Read(nth));
        Some(source(&reports[i]))
    };
    let mut sources: Vec<Option<Source<'_>>> = order.iter().enumerate().map(read).collect();
    let mut audit = Audit { reports: reports.to_vec(), sentences: vec![0; reports.len()], ..Audit::default() };
    for (sorted, source) in sources.iter().flatten().enumerate() {
        audit.sentences[order[sorted]] = source.segments.sentences.len();
    }
    // Lists of sentences are parts of a corpus, whatever they tell of.
    let events = if reports.iter().all(|r| r.lines) {
        vec![(0..reports.len()).collect()]
    } else {
        align::events::events(&sources.iter().flatten().collect::<Vec<_>>())
    };
    let story = |event: Vec<usize>| {
        let told: Vec<Source<'_>> = event.iter().filter_map(|&i| sources[i].take()).collect();
        (Story { sources: told, style, ..Story::default() }, event.iter().map(|&i| order[i]).collect())
    };
    (audit, events.into_iter().map(story).collect())
}

/// Audits reports, and holds a draft against them: see [`Audit::draft`]. The audit of the reports is the one that they
/// give without the draft.
pub fn audit_draft(reports: &[Report], mut draft: Draft, options: &Options) -> Audit {
    let mut audit = audit(reports, options);
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by(|&a, &b| (&reports[a].id, &reports[a].path).cmp(&(&reports[b].id, &reports[b].path)));
    order.push(reports.len());
    let own = draft.report.clone();
    let mut sources: Vec<Option<Source<'_>>> =
        order.iter().map(|&i| Some(source(reports.get(i).unwrap_or(&own)))).collect();
    draft.sentences = sources.last().and_then(Option::as_ref).map_or(0, |s| s.segments.sentences.len());
    // The draft is the last report, and so the last of its event.
    let events = align::events::events(&sources.iter().flatten().collect::<Vec<_>>());
    let event = events.into_iter().find(|e| e.contains(&reports.len())).unwrap_or_default();
    draft.apart = event.len() < 2;
    if !draft.apart {
        let given: Vec<usize> = event.iter().map(|&i| order[i]).collect();
        let told: Vec<Source<'_>> = event.iter().filter_map(|&i| sources[i].take()).collect();
        draft.remarks = remarks(told, &given, options);
        draft::ignore(&mut draft, reports.len());
    }
    audit.draft = Some(draft);
    options.select(&mut audit);
    audit
}

/// What is to be said of a draft, the last of these sources.
fn remarks(sources: Vec<Source<'_>>, given: &[usize], options: &Options) -> Vec<Remark> {
    let mut story = Story { sources, style: &options.style, ..Story::default() };
    align::align(&mut story, 0);
    let mut findings = compare::compare(&story);
    compare::style::levels(&mut findings, &options.style, &options.kinds);
    let mut remarks = draft::remarks(&story, &findings);
    for remark in &mut remarks {
        // Numbers of statements that are not the audit's.
        remark.finding.statements.clear();
        to_given_order(given, &mut [], std::slice::from_mut(&mut remark.finding));
    }
    remarks
}

/// A report cut and read.
fn source(report: &Report) -> Source<'_> {
    let segments = segment::segment(report);
    let extract = extract::extract(report, &segments);
    Source { report, segments, extract }
}

/// Aligns and compares the reports of one event; `given` is where each of them stands in the audit.
fn one_event(mut story: Story<'_>, given: &[usize], audit: &mut Audit) {
    align::align(&mut story, audit.statements.len());
    let mut findings = compare::compare(&story);
    let mut statements = std::mem::take(&mut story.statements);
    let mut shared = align::shared_text::shared(&story.sources);
    shared.iter_mut().for_each(|s| s.reports.iter_mut().for_each(|r| *r = given[*r]));
    to_given_order(given, &mut statements, &mut findings);
    audit.statements.append(&mut statements);
    audit.findings.append(&mut findings);
    audit.shared_text.append(&mut shared);
    compare::rank(&mut audit.findings);
    add_event(given, audit);
}

fn add_event(given: &[usize], audit: &mut Audit) {
    let mut event = given.to_vec();
    event.sort_unstable();
    audit.events.push(event);
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
