//! Small stories for the comparators' tests: texts, and which of their clauses tell the same thing.

use crate::align;
use crate::extract;
use crate::model::story::{Source, Story};
use crate::model::{Finding, Language, Member, Report, Statement};
use crate::{read, segment};

/// A story of reports given as text, and statements given as groups of words that stand in the clauses meant.
///
/// Each group holds a report's index and words of one of its clauses. Entities are those of the real aligner; its
/// statements are replaced.
pub fn story(language: Language, texts: &[&str], groups: &[&[(usize, &str)]]) -> Story<'static> {
    let reports: Vec<Report> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| {
            let id = format!("r{i}");
            let path = format!("r{i}.txt");
            read::text::report(&id, &path, format!("Judul\n\n{text}\n"), Some(language))
        })
        .collect();
    // Tests are few and short: the reports live as long as the program.
    let reports: &'static [Report] = Box::leak(reports.into_boxed_slice());
    let sources = reports
        .iter()
        .map(|report| {
            let segments = segment::segment(report);
            let extract = extract::extract(report, &segments);
            Source { report, segments, extract }
        })
        .collect();
    let mut story = Story { sources, ..Story::default() };
    align::align(&mut story, 0);
    story.statements = groups.iter().enumerate().map(|(i, group)| statement(&story, i, group)).collect();
    story.statements_of = story.sources.iter().map(|s| vec![Vec::new(); s.segments.clauses.len()]).collect();
    for (index, statement) in story.statements.iter().enumerate() {
        for member in &statement.members {
            story.statements_of[member.report][member.clause].push(index);
        }
    }
    story
}

/// Two reports of one sentence each, all clauses of which tell the same thing.
pub fn pair(language: Language, a: &str, b: &str) -> Story<'static> {
    let mut story = story(language, &[a, b], &[]);
    let members: Vec<Member> = story
        .sources
        .iter()
        .enumerate()
        .flat_map(|(report, s)| {
            s.segments.clauses.iter().enumerate().map(move |(clause, c)| Member {
                report,
                sentence: c.sentence,
                clause,
                span: c.span,
            })
        })
        .collect();
    for member in &members {
        story.statements_of[member.report][member.clause] = vec![0];
    }
    story.statements = vec![Statement { id: "S001".into(), score: 1.0, members }];
    story
}

fn statement(story: &Story<'_>, index: usize, group: &[(usize, &str)]) -> Statement {
    let members = group
        .iter()
        .map(|(report, words)| {
            let source = &story.sources[*report];
            let at = source.report.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in report {report}"));
            let clauses = &source.segments.clauses;
            let clause = clauses.iter().position(|c| c.span.end > at).unwrap_or_else(|| panic!("{words:?}: no clause"));
            Member { report: *report, sentence: clauses[clause].sentence, clause, span: clauses[clause].span }
        })
        .collect();
    Statement { id: format!("S{:03}", index + 1), score: 1.0, members }
}

/// A finding in a line: severity, then the readings.
pub fn show(finding: &Finding) -> String {
    let readings: Vec<&str> = finding.readings.iter().map(|r| &*r.value).collect();
    format!("{:?} {}", finding.severity, readings.join(" | "))
}
