//! Titles held against the style guide: one that is not among a person's is a finding, even where all reports agree.

use std::collections::{BTreeMap, BTreeSet};

use super::posts::expanded;
use crate::compare::style::BECAUSE;
use crate::language::{Lexicon, tokens};
use crate::model::mention::{Title, TitleSort};
use crate::model::story::{Source, Story};
use crate::model::style::Person;
use crate::model::{Evidence, Finding, Kind, Reading, Severity, Suggestion};

/// A title that some reports give a person.
struct Given {
    evidence: Vec<Evidence>,
    /// As first written.
    value: String,
    words: BTreeSet<String>,
    right: bool,
}

/// Settles the findings of people whose titles the style guide tells, and adds one where a title is none of them.
pub fn apply(story: &Story<'_>, findings: &mut Vec<Finding>) {
    for person in story.style.people.iter().filter(|p| !p.titles.is_empty()) {
        let given = given(story, person);
        let Some(odd) = given.iter().find(|g| !g.right) else { continue };
        let suggestion = Some(Suggestion { value: nearest(person, &odd.words), because: BECAUSE.to_owned() });
        let told = |f: &&mut Finding| {
            f.kind == Kind::Title && f.subject == person.name && f.severity != Severity::Gap && f.readings.len() > 1
        };
        if let Some(finding) = findings.iter_mut().find(told) {
            let new = given.iter().filter(|g| !g.right && !finding.readings.iter().any(|r| at_same_place(r, g)));
            let new: Vec<Reading> = new.map(reading).collect();
            finding.absent.retain(|r| !new.iter().any(|n| n.evidence.iter().any(|e| e.report == *r)));
            finding.readings.extend(new);
            finding.suggestion = suggestion;
            continue;
        }
        let readings: Vec<Reading> = given.iter().map(reading).collect();
        findings.push(super::finding(story, person.name.clone(), Severity::Variant, readings));
        if let Some(finding) = findings.last_mut() {
            finding.suggestion = suggestion;
        }
    }
}

fn reading(given: &Given) -> Reading {
    Reading { value: given.value.clone(), evidence: given.evidence.clone() }
}

fn at_same_place(reading: &Reading, given: &Given) -> bool {
    reading.evidence.iter().any(|a| given.evidence.iter().any(|b| a.report == b.report && a.span.overlaps(b.span)))
}

/// The offices and ranks that reports give a person, the same words once, in their order.
fn given(story: &Story<'_>, person: &Person) -> Vec<Given> {
    let mut out: BTreeMap<BTreeSet<String>, Given> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        let right: Vec<BTreeSet<String>> = person.titles.iter().map(|t| words_of(source, t)).collect();
        for title in &source.extract.titles {
            let holder = title.holder.map(|n| &story.entities[story.entity_of[r][n]]);
            if !matches!(title.sort, TitleSort::Office | TitleSort::Rank)
                || holder.is_none_or(|e| e.name != person.name)
            {
                continue;
            }
            let words = weighty(source, &expanded(lexicon(source), &source.segments.tokens, title.at.tokens.clone()));
            if words.is_empty() {
                continue;
            }
            let evidence = story.evidence(r, title.at.span);
            let given = out.entry(words.clone()).or_insert_with(|| Given {
                evidence: Vec::new(),
                value: written(story, r, title),
                // Part of a title is that title, told short.
                right: right.iter().any(|all| words.is_subset(all)),
                words,
            });
            if given.evidence.last().is_none_or(|e| e.report != r) {
                given.evidence.push(evidence);
            }
        }
    }
    out.into_values().collect()
}

fn lexicon(source: &Source<'_>) -> &'static Lexicon {
    Lexicon::of(source.report.language)
}

fn written(story: &Story<'_>, report: usize, title: &Title) -> String {
    story.words(report, title.at.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The weighty words of a title of the style guide, abbreviations written out as a report's are.
fn words_of(source: &Source<'_>, title: &str) -> BTreeSet<String> {
    let list = tokens::of_str(title);
    weighty(source, &expanded(lexicon(source), &list, 0..list.len()))
}

fn weighty(source: &Source<'_>, words: &[String]) -> BTreeSet<String> {
    let parts = words.iter().flat_map(|w| w.split([' ', '-']));
    parts
        .filter(|w| w.contains(char::is_alphanumeric) && !lexicon(source).is_function(w))
        .map(str::to_lowercase)
        .collect()
}

/// The title of the style guide that has most words in common with this one; the first where none has.
fn nearest(person: &Person, words: &BTreeSet<String>) -> String {
    let common = |title: &String| title.to_lowercase().split_whitespace().filter(|w| words.contains(*w)).count();
    let best = person.titles.iter().enumerate().max_by_key(|(nth, t)| (common(t), std::cmp::Reverse(*nth)));
    best.map_or(String::new(), |(_, title)| title.clone())
}
