//! What one person is to another: `Hamzah dan cucunya, Aisyah`, `Hamzah dan anaknya Aisyah`.

use std::collections::BTreeMap;

use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Reading, Severity};

/// Words for relatives, by what they are: words of one line are never set against each other.
const KIN: [&[&str]; 13] = [
    &["anaknya", "putranya", "putrinya", "son", "daughter", "child"],
    &["cucunya", "grandson", "granddaughter", "grandchild"],
    &["istrinya", "suaminya", "wife", "husband"],
    &["ibunya", "mother"],
    &["ayahnya", "bapaknya", "father"],
    &["neneknya", "grandmother"],
    &["kakeknya", "grandfather"],
    &["adiknya", "kakaknya", "saudaranya", "brother", "sister"],
    &["keponakannya", "nephew", "niece"],
    &["menantunya", "son-in-law", "daughter-in-law"],
    &["pamannya", "uncle"],
    &["bibinya", "aunt"],
    &["sepupunya", "cousin"],
];

/// Relatives of one person by two words.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut uses: BTreeMap<(usize, usize), BTreeMap<usize, Vec<Evidence>>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        let tokens = &source.segments.tokens;
        for (n, name) in source.extract.names.iter().enumerate().filter(|(_, n)| n.class == NameClass::Person) {
            let before = |k: usize| name.at.tokens.start.checked_sub(k).map_or("", |i| &*tokens[i].norm);
            let back = if before(1) == "," { 2 } else { 1 };
            let Some(sort) = KIN.iter().position(|k| k.contains(&before(back))) else { continue };
            let word = name.at.tokens.start - back;
            // Whose: the person named before, in the same sentence.
            let mut earlier = source.extract.names.iter().enumerate().filter(|(_, o)| {
                o.class == NameClass::Person && o.at.sentence == name.at.sentence && o.at.tokens.end <= word
            });
            let Some((owner, _)) = earlier.next_back() else { continue };
            let key = (story.entity_of[r][n], story.entity_of[r][owner]);
            let evidence = story.evidence(r, source.segments.span(word..name.at.tokens.end));
            uses.entry(key).or_default().entry(sort).or_default().push(evidence);
        }
    }
    let mut out = Vec::new();
    for ((entity, _), sorts) in uses {
        let reports: Vec<usize> = sorts.values().flatten().map(|e| e.report).collect();
        if sorts.len() < 2 || reports.iter().all(|r| *r == reports[0]) {
            continue;
        }
        let reading = |evidence: Vec<Evidence>| {
            let value = story.words(evidence[0].report, evidence[0].span).to_owned();
            Reading { value, evidence }
        };
        let readings = sorts.into_values().map(reading).collect();
        out.push(super::finding(story, story.entities[entity].name.clone(), Severity::Conflict, readings));
    }
    out
}
