//! Streets that some reports name with a part missing: `Jalan Diponegoro`, `Jalan Pangeran Diponegoro`.

use std::collections::BTreeMap;

use crate::compare::name::variant;
use crate::language::Lexicon;
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Reading, Shape, Span};

/// Words that stand before a street's name.
const BEFORE: [&str; 3] = ["jalan", "jl", "jln"];

/// Words that stand behind it.
const BEHIND: [&str; 8] = ["street", "road", "avenue", "boulevard", "lane", "drive", "st", "rd"];

/// What marks a street's sort among the parts of its name.
const SORT: &str = "/";

/// Words of a street's sort, not of its name.
const SORTS: [&str; 6] = ["raya", "tol", "lintas", "layang", "protokol", "ruas"];

/// Where a street's name ends although the capitals go on.
const ENDS: [&str; 4] = ["km", "nomor", "no", "kilometer"];

/// Streets with and without a part of their names.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut streets: BTreeMap<Vec<String>, Vec<(usize, Span)>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        for (parts, span) in of_report(source) {
            streets.entry(parts).or_default().push((r, span));
        }
    }
    let keys: Vec<&Vec<String>> = streets.keys().collect();
    let mut out = Vec::new();
    for (x, a) in keys.iter().enumerate() {
        for b in &keys[x + 1..] {
            let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
            let more = &long[..long.len() - short.len().min(long.len())];
            if other_sort(long, short) {
                let readings = vec![reading(story, &streets[*long]), reading(story, &streets[*short])];
                if readings[0].evidence.iter().all(|e| readings[1].evidence.iter().all(|o| o.report != e.report)) {
                    out.push(variant(story, Kind::Place, readings[0].value.clone(), readings));
                }
                continue;
            }
            if long.len() > short.len() && long.ends_with(short) && more.iter().all(|w| of_name(story, w)) {
                let readings = vec![reading(story, &streets[*long]), reading(story, &streets[*short])];
                out.push(variant(story, Kind::Place, readings[0].value.clone(), readings));
            }
        }
    }
    out
}

/// Whether the word is part of a name: a title (`Jenderal Sudirman`) or no word of the language (`Penguatan Wall Street`,
/// `Stadion Carrow Road`).
fn of_name(story: &Story<'_>, word: &str) -> bool {
    story.sources.iter().all(|s| {
        let lexicon = Lexicon::of(s.report.language);
        let place = lexicon.places.word(word).is_some_and(|p| matches!(p.sort, "type" | "facility"));
        !place && (lexicon.titles.word(word).is_some() || !lexicon.is_common(word, word)) && !SORTS.contains(&word)
    })
}

/// The parts of every street's name in a report, and where it stands.
fn of_report(source: &Source<'_>) -> Vec<(Vec<String>, Span)> {
    let tokens = &source.segments.tokens;
    let capital = |i: usize| tokens.get(i).is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Mixed));
    let mut out = Vec::new();
    for sentence in &source.segments.sentences {
        let range = sentence.tokens.clone();
        for i in range.clone() {
            let word = &*tokens[i].norm;
            if BEFORE.contains(&word) {
                let mut at = i + 1;
                while at < range.end && (&*tokens[at].norm == "." || SORTS.contains(&&*tokens[at].norm)) {
                    at += 1;
                }
                let end = (at..range.end)
                    .find(|&j| !capital(j) || BEFORE.contains(&&*tokens[j].norm) || ENDS.contains(&&*tokens[j].norm))
                    .unwrap_or(range.end);
                push(source, at..end, i..end, &mut out);
            } else if BEHIND.contains(&word) && capital(i) {
                let start = (range.start..i).rev().take_while(|&j| capital(j)).last().unwrap_or(i);
                push(source, start..i, start..i + 1, &mut out);
                // Which sort of street is kept apart from the name, as its last part.
                if let Some((parts, _)) = out.last_mut().filter(|_| start < i) {
                    parts.push(format!("{SORT}{}", full(word)));
                }
            }
        }
    }
    out
}

/// The sort of an English street written out.
fn full(word: &str) -> &str {
    match word {
        "st" => "street",
        "rd" => "road",
        _ => word,
    }
}

/// Whether two streets have one name and are of two sorts: `Marlow Road`, `Marlow Lane`.
fn other_sort(a: &[String], b: &[String]) -> bool {
    let sort = |p: &'_ [String]| p.last().filter(|w| w.starts_with(SORT)).cloned();
    match (sort(a), sort(b)) {
        (Some(x), Some(y)) => x != y && a[..a.len() - 1] == b[..b.len() - 1],
        _ => false,
    }
}

fn push(
    source: &Source<'_>,
    name: std::ops::Range<usize>,
    all: std::ops::Range<usize>,
    out: &mut Vec<(Vec<String>, Span)>,
) {
    if !name.is_empty() {
        let parts = source.segments.tokens[name].iter().map(|t| t.norm.to_string()).collect();
        out.push((parts, source.segments.span(all)));
    }
}

fn reading(story: &Story<'_>, places: &[(usize, Span)]) -> Reading {
    let mut evidence: Vec<_> = places.iter().map(|(r, span)| story.evidence(*r, *span)).collect();
    evidence.dedup_by_key(|e| e.report);
    Reading { value: story.words(places[0].0, places[0].1).to_owned(), evidence }
}
