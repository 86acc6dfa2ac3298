//! What only some of the reports tell.
//!
//! Statements that two reports or more tell and others do not; facts (a name, a sum, an hour) that some tell and others
//! do not; and passages that one report tells alone. Always a gap: the silence of a report is no contradiction.
//!
//! Why it matters: a broken lock that one report of five tells is either the story or a mistake.
//!
//! Example: one report tells that some of the pirates fled; the others that all were caught.
//!
//! What is shown is ranked by weight (facts and words that the others do not have, sums of money before all, a denial, a
//! blow) and capped, so that the table stays readable. Copies of one text count as one report.
//!
//! Known misses: what is told in the same words about something else; background that looks like news; of two reports,
//! what one of them tells alone.

mod facts;
mod weight;

use super::Comparator;
use crate::align::shared_text;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Opener, Reading, Severity, Span};
use facts::Told;
use weight::Weight;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Coverage,
    id: "coverage",
    about: "what only some reports tell",
    page: include_str!("coverage.rs"),
    compare,
};

/// Findings shown: so many, and so many more a report. Twenty for five reports: a minute's reading.
const SHOWN: (usize, usize) = (8, 3);

/// Of these at most so many (in tenths) are passages of one report alone: what several tell is surer.
const ALONE_TENTHS: usize = 7;

/// Reports from which a passage that one tells alone is news: of two, each tells much that the other does not.
const REPORTS: usize = 3;

/// Weight that a passage needs to be shown.
const ENOUGH: f32 = 0.8;

/// What the other clauses of a passage add to its weightiest.
const REST: f32 = 0.4;

/// The score a statement needs to tell surely what the others lack.
const SURE: f32 = 0.45;

/// What may be shown: its weight, where it stands, who tells it.
struct Candidate {
    weight: f32,
    alone: bool,
    places: Vec<(usize, Span)>,
    tellers: Vec<usize>,
}

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let copies = shared_text::shared(&story.sources);
    let reports = shared_text::voices(&copies, &(0..story.sources.len()).collect::<Vec<_>>());
    let told = Told::new(story, &copies);
    let weights: Vec<Vec<Weight>> = (0..story.sources.len()).map(|r| weight::weights(story, &told, r)).collect();
    let mut all = statements(story, &told, &weights);
    all.extend(shared_facts(story, &told, &weights));
    if reports >= REPORTS {
        all.extend(passages(story, &weights));
    } else {
        all.retain(|c| !c.alone);
    }
    all.retain(|c| c.weight >= ENOUGH);
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.places.cmp(&b.places)));
    let shown = SHOWN.0 + SHOWN.1 * reports.saturating_sub(1);
    choose(story, all, shown).into_iter().map(|c| finding(story, &c)).collect()
}

/// The weightiest, none of which stands for the greater part where one before it stands.
fn choose(story: &Story<'_>, all: Vec<Candidate>, shown: usize) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut values: Vec<&str> = Vec::new();
    let mut alone = 0;
    for candidate in all {
        let known = |&(report, span): &(usize, Span)| {
            chosen.iter().flat_map(|c| &c.places).any(|p| p.0 == report && p.1.overlaps(span))
        };
        let full = candidate.alone && alone >= shown * ALONE_TENTHS / 10;
        let repeated = candidate.places.iter().filter(|p| known(p)).count() * 2;
        let value = value(story, &candidate);
        if chosen.len() < shown && !full && repeated < candidate.places.len().max(1) && !values.contains(&value) {
            values.push(value);
            alone += usize::from(candidate.alone);
            chosen.push(candidate);
        }
    }
    chosen
}

/// Statements that some reports tell and others do not.
fn statements(story: &Story<'_>, told: &Told<'_>, weights: &[Vec<Weight>]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for statement in story.statements.iter().filter(|s| s.score >= SURE) {
        let mut tellers: Vec<usize> = statement.members.iter().map(|m| m.report).collect();
        tellers.sort_unstable();
        tellers.dedup();
        if tellers.len() < 2 || tellers.len() == story.sources.len() {
            continue;
        }
        let weighty = statement.members.iter().filter(|m| weights[m.report][m.clause].all > 0.0);
        let places: Vec<(usize, Span)> = weighty.clone().map(|m| (m.report, m.span)).collect();
        let Some(weight) = weighty.map(|m| weights[m.report][m.clause].all).max_by(f32::total_cmp) else { continue };
        // A loose statement tells less surely what the others lack.
        let weight = (weight + 0.5) * statement.score.max(0.6);
        out.push(Candidate { weight, alone: told.is_one_voice(&tellers), places, tellers });
    }
    out
}

/// Facts that several reports tell and others do not, each in its weightiest clauses.
fn shared_facts(story: &Story<'_>, told: &Told<'_>, weights: &[Vec<Weight>]) -> Vec<Candidate> {
    let facts: Vec<_> = (0..story.sources.len()).map(|r| facts::facts(story, r)).collect();
    let mut out = Vec::new();
    for (fact, tellers) in told.all() {
        if tellers.len() == story.sources.len() || told.is_one_voice(tellers) {
            continue;
        }
        let mut importance = 0.0_f32;
        let mut best = 0.0_f32;
        let mut places = Vec::new();
        for &report in tellers {
            let here = facts[report].iter().filter(|f| f.0 == *fact && weights[report][f.1].all > 0.0);
            let Some(place) = here.max_by(|a, b| weights[report][a.1].all.total_cmp(&weights[report][b.1].all)) else {
                continue;
            };
            importance = importance.max(place.2);
            best = best.max(weights[report][place.1].all);
            places.push((report, story.sources[report].segments.clauses[place.1].span));
        }
        if places.len() > 1 {
            let weight = importance + 0.4 * best;
            out.push(Candidate { weight, alone: false, places, tellers: tellers.to_vec() });
        }
    }
    out
}

/// Passages that one report alone tells: neighbouring clauses of a sentence that are in no statement, or a clause with a
/// fact that nobody else has.
fn passages(story: &Story<'_>, weights: &[Vec<Weight>]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for sentence in &source.segments.sentences {
            let mut best: Option<Candidate> = None;
            let open = |c: &usize| {
                story.statements_of[report][*c].is_empty() && source.segments.clauses[*c].opener != Opener::Attribution
            };
            let mut at = sentence.clauses.start;
            while at < sentence.clauses.end {
                let end = (at..sentence.clauses.end).find(|c| !open(c)).unwrap_or(sentence.clauses.end);
                let (weight, last) = if end > at {
                    let top = weights[report][at..end].iter().map(|w| w.all).fold(0.0, f32::max);
                    let sum: f32 = weights[report][at..end].iter().map(|w| w.all).sum();
                    (top + REST * (sum - top), end)
                } else {
                    (weights[report][at].facts, at + 1)
                };
                if best.as_ref().is_none_or(|b| b.weight < weight) {
                    let clauses = &source.segments.clauses;
                    let span = clauses[at].span.join(clauses[last - 1].span);
                    best = Some(Candidate { weight, alone: true, places: vec![(report, span)], tellers: vec![report] });
                }
                at = last;
            }
            out.extend(best);
        }
    }
    out
}

/// The shortest words of a candidate.
fn value<'a>(story: &'a Story<'_>, candidate: &Candidate) -> &'a str {
    let words = candidate.places.iter().map(|&(report, span)| story.words(report, span));
    words.min_by_key(|w| (w.chars().count(), *w)).unwrap_or_default()
}

fn finding(story: &Story<'_>, candidate: &Candidate) -> Finding {
    let value = value(story, candidate).to_owned();
    let evidence = candidate.places.iter().map(|&(report, span)| story.evidence(report, span)).collect();
    Finding {
        id: String::new(),
        kind: Kind::Coverage,
        severity: Severity::Gap,
        subject: value.clone(),
        readings: vec![Reading { value, evidence }],
        absent: (0..story.sources.len()).filter(|r| !candidate.tellers.contains(r)).collect(),
        suggestion: None,
        statements: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::testing;
    use crate::model::Language::{self, English, Indonesian};

    fn found(language: Language, texts: &[&str]) -> Vec<(String, Vec<usize>)> {
        let findings = compare(&testing::story(language, texts, &[]));
        findings.into_iter().map(|f| (f.subject, f.absent)).collect()
    }

    #[test]
    fn what_one_report_alone_tells() {
        for (language, texts, told) in [
            (
                Indonesian,
                [
                    "Polisi menangkap pelaku.",
                    "Pelaku ditangkap polisi.",
                    "Kunci pintu mobil sudah dalam keadaan rusak parah.",
                ],
                "rusak",
            ),
            (
                English,
                [
                    "Police arrested the men.",
                    "The men were arrested.",
                    "Two other armed men escaped into the forest at night.",
                ],
                "escaped",
            ),
        ] {
            let findings = found(language, &texts);
            assert!(findings.iter().any(|(s, absent)| s.contains(told) && *absent == [0, 1]), "{findings:?}");
        }
    }

    #[test]
    fn a_fact_that_several_tell_and_one_does_not() {
        for (language, texts, told) in [
            (
                English,
                [
                    "The heist netted £3 million, the owner said. Police found a van.",
                    "Robbers took £3 million from the vault of the bank.",
                    "Police found a van near the old bank.",
                ],
                "£3 million",
            ),
            (
                Indonesian,
                [
                    "Perampok membawa uang Rp 3 miliar dari bank itu. Polisi menemukan mobil.",
                    "Uang sebesar Rp 3 miliar raib dari brankas bank.",
                    "Polisi menemukan mobil di dekat bank tua itu.",
                ],
                "Rp 3 miliar",
            ),
        ] {
            let findings = found(language, &texts);
            assert!(findings.iter().any(|(s, absent)| s.contains(told) && *absent == [2]), "{findings:?}");
        }
    }

    #[test]
    fn a_passage_is_shown_once() {
        let texts = [
            "Police arrested the men.",
            "The men were arrested.",
            "Two armed men escaped into the forest with £300,000 and left a boat behind in the harbour.",
        ];
        assert_eq!(found(English, &texts).len(), 1);
    }

    #[test]
    fn of_two_reports_and_of_colour_nothing_is_shown() {
        let pair = ["Police arrested two men in the northern city.", "It was a fine day in the park."];
        assert_eq!(found(English, &pair), []);
        let three = ["Police arrested the men.", "The men were arrested.", "It rained."];
        assert_eq!(found(English, &three), []);
    }
}
