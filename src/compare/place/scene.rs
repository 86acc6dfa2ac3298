//! The same event put in different places: clauses of one statement, each with one place of the same sort.

use std::collections::{BTreeMap, BTreeSet};

use super::sides::conflict;
use crate::language::Lexicon;
use crate::model::mention::{Name, NameClass};
use crate::model::story::{Source, Story};
use crate::model::{Date, Finding, Member, Reading, Span};

/// Where a clause puts what it tells.
#[derive(Debug, Clone)]
struct Scene {
    report: usize,
    span: Span,
    /// The noun (`istana`), and the words behind it.
    noun: String,
    words: Vec<String>,
}

/// Statements whose clauses name another place of the same sort.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut found: BTreeMap<Vec<String>, Finding> = BTreeMap::new();
    let told =
        story.statements.iter().map(|s| (Some(&s.id), s.members.iter().filter_map(|m| scene(story, m)).collect()));
    let groups: Vec<(Option<&String>, Vec<Scene>)> =
        told.chain(appearances(story).into_iter().map(|g| (None, g))).collect();
    for (statement, scenes) in groups {
        for (x, a) in scenes.iter().enumerate() {
            for b in &scenes[x + 1..] {
                if a.report == b.report
                    || a.noun != b.noun
                    || agree(a, b)
                    || other_day(story, a, b)
                    || both_told(story, a, b)
                {
                    continue;
                }
                let readings = readings(story, &scenes, a);
                if readings.len() > 1 {
                    let key: Vec<String> = readings.iter().map(|r| r.value.clone()).collect();
                    let finding = conflict(story, readings[0].value.clone(), readings);
                    let entry = found.entry(key).or_insert(finding);
                    if let Some(id) = statement.filter(|id| !entry.statements.contains(id)) {
                        entry.statements.push(id.clone());
                    }
                }
            }
        }
    }
    // One disagreement, however many statements it shows in.
    let mut out: Vec<Finding> = Vec::new();
    for finding in found.into_values() {
        match out.iter_mut().find(|f| f.readings.iter().any(|r| finding.readings.iter().any(|s| s.value == r.value))) {
            Some(same) => same.statements.extend(finding.statements),
            None => out.push(finding),
        }
    }
    out
}

/// Where one person is put on one day: `kata Pratikno di Istana Bogor, Jumat (20/9)`.
fn appearances(story: &Story<'_>) -> Vec<Vec<Scene>> {
    let mut out: BTreeMap<(usize, (u8, u8)), Vec<Scene>> = BTreeMap::new();
    for (report, source) in story.sources.iter().enumerate() {
        for (clause, c) in source.segments.clauses.iter().enumerate() {
            let Some(scene) = scene(story, &Member { report, sentence: c.sentence, clause, span: c.span }) else {
                continue;
            };
            let named = source.extract.names.iter().zip(&story.entity_of[report]);
            let person = named.filter(|(n, _)| n.at.clause == clause && n.class == NameClass::Person).map(|(_, e)| *e);
            let people: BTreeSet<usize> = person.collect();
            let sentence = source.segments.sentences[c.sentence].span;
            let days = source.extract.times.iter().filter(|t| sentence.contains(t.at.span)).filter_map(|t| t.date);
            let days: BTreeSet<(u8, u8)> = days.filter_map(|d| d.month.zip(d.day)).collect();
            if let (1, Some(&person), 1, Some(&day)) = (people.len(), people.first(), days.len(), days.first()) {
                out.entry((person, day)).or_default().push(scene);
            }
        }
    }
    out.into_values().collect()
}

/// All places of one noun, those that agree together.
fn readings(story: &Story<'_>, scenes: &[Scene], like: &Scene) -> Vec<Reading> {
    let mut groups: Vec<Vec<&Scene>> = Vec::new();
    for scene in scenes.iter().filter(|s| s.noun == like.noun && !other_day(story, s, like)) {
        match groups.iter_mut().find(|g| g.iter().any(|s| agree(s, scene))) {
            Some(group) => group.push(scene),
            None => groups.push(vec![scene]),
        }
    }
    groups
        .iter()
        .map(|group| {
            let mut evidence: Vec<_> = group.iter().map(|s| story.evidence(s.report, s.span)).collect();
            evidence.sort_unstable();
            evidence.dedup_by_key(|e| e.report);
            Reading { value: story.words(group[0].report, group[0].span).to_owned(), evidence }
        })
        .collect()
}

/// Whether the one says no more than the other.
fn agree(a: &Scene, b: &Scene) -> bool {
    let initials = |s: &Scene| s.words.iter().filter_map(|w| w.chars().next()).collect::<String>();
    let short = |s: &Scene, t: &Scene| s.words.iter().any(|w| w.len() > 1 && initials(t).contains(&**w));
    a.words.is_empty()
        || b.words.is_empty()
        || a.words.iter().any(|w| b.words.contains(w))
        || short(a, b)
        || short(b, a)
}

/// Whether their sentences tell of other days: two matches, two meetings.
fn other_day(story: &Story<'_>, a: &Scene, b: &Scene) -> bool {
    let days = |s: &Scene| -> Vec<_> {
        let source = &story.sources[s.report];
        let sentence = story.evidence(s.report, s.span).sentence;
        source.extract.times.iter().filter(|t| sentence.contains(t.at.span)).filter_map(|t| t.date).collect()
    };
    let (left, right) = (days(a), days(b));
    // Years are often left out.
    let same = |x: &Date, y: &Date| x.day.is_none() || y.day.is_none() || (x.month, x.day) == (y.month, y.day);
    (!left.is_empty() || !right.is_empty()) && left.iter().all(|d| right.iter().all(|e| !same(d, e)))
}

/// Whether one of the two reports names both places.
fn both_told(story: &Story<'_>, a: &Scene, b: &Scene) -> bool {
    let names = |r: usize, scene: &Scene| {
        let source = &story.sources[r];
        source.extract.names.iter().any(|n| {
            let words: Vec<&str> = source.segments.tokens[n.at.tokens.clone()].iter().map(|t| &*t.norm).collect();
            words.contains(&&*scene.noun) && scene.words.iter().all(|w| words.contains(&&**w))
        })
    };
    names(a.report, b) || names(b.report, a)
}

/// The one place that a clause names behind `di` or `at`.
fn scene(story: &Story<'_>, member: &Member) -> Option<Scene> {
    let source = &story.sources[member.report];
    let mut names = source.extract.names.iter().filter(|n| n.at.clause == member.clause && located(source, n));
    let name = names.next()?;
    if names.next().is_some() {
        return None;
    }
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let mut range = name.at.tokens.clone();
    // `Istana Kepresidenan, Bogor`: the place behind the comma belongs to it.
    let next =
        source.extract.names.iter().find(|n| {
            n.class == NameClass::Place && n.at.tokens.start == range.end + 1 && &*tokens[range.end].norm == ","
        });
    if let Some(next) = next {
        range.end = next.at.tokens.end;
    }
    let noun = tokens[range.start].norm.to_string();
    let place = lexicon.places.word(&noun).filter(|p| p.sort == "facility");
    let words: Vec<String> = tokens[range.start + 1..range.end]
        .iter()
        .filter(|t| t.shape != crate::model::Shape::Mark)
        .flat_map(|t| lexicon.expansions.word(&t.norm).map_or(&*t.norm, |m| *m).split([' ', '-']))
        .map(str::to_owned)
        .collect();
    place?;
    Some(Scene { report: member.report, span: source.segments.span(range), noun, words })
}

fn located(source: &Source<'_>, name: &Name) -> bool {
    let before = name.at.tokens.start.checked_sub(1).map_or("", |i| &*source.segments.tokens[i].norm);
    matches!(name.class, NameClass::Place | NameClass::Organisation) && matches!(before, "di" | "at" | "in")
}
