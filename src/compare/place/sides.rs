//! On which side of a place (`east of Aden`, `tenggara Ambon`), and what it lies in (`Djibouti in Ivory Coast`).

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compare::name::forms::{aligned, majority, silent};
use crate::language::Lexicon;
use crate::model::mention::{Name, NameClass};
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Reading, Severity, Shape, Span};

/// Directions in both languages, by a number that is the same for the same one.
const DIRECTIONS: [(&str, u8); 30] = [
    ("north", 0),
    ("northeast", 1),
    ("north-east", 1),
    ("east", 2),
    ("southeast", 3),
    ("south-east", 3),
    ("south", 4),
    ("southwest", 5),
    ("south-west", 5),
    ("west", 6),
    ("northwest", 7),
    ("north-west", 7),
    ("northern", 0),
    ("northeastern", 1),
    ("eastern", 2),
    ("southeastern", 3),
    ("southern", 4),
    ("southwestern", 5),
    ("western", 6),
    ("northwestern", 7),
    ("utara", 0),
    ("timur", 2),
    ("selatan", 4),
    ("barat", 6),
    ("tenggara", 3),
    ("timur laut", 1),
    ("barat daya", 5),
    ("barat laut", 7),
    ("baratdaya", 5),
    ("timurlaut", 1),
];

/// A place told by another.
struct Told {
    report: usize,
    clause: usize,
    span: Span,
}

/// Sides and containers that differ.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut out = directions(story);
    out.extend(containers(story));
    out
}

fn directions(story: &Story<'_>) -> Vec<Finding> {
    let mut uses: BTreeMap<usize, BTreeMap<u8, Vec<Told>>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        for (n, name) in source.extract.names.iter().enumerate().filter(|(_, n)| n.class != NameClass::Thing) {
            if let Some((direction, range)) = direction(source, name) {
                let told = Told { report: r, clause: name.at.clause, span: source.segments.span(range) };
                uses.entry(story.entity_of[r][n]).or_default().entry(direction).or_default().push(told);
            }
        }
    }
    let mut out = Vec::new();
    for (entity, by_side) in uses {
        let reports = |d: &u8| -> Vec<usize> { by_side[d].iter().map(|t| t.report).collect() };
        let sides: Vec<u8> = by_side.keys().copied().collect();
        let mut kept: Vec<u8> = Vec::new();
        for (x, a) in sides.iter().enumerate() {
            for b in &sides[x + 1..] {
                let apart = reports(a).iter().all(|r| !reports(b).contains(r));
                let same = by_side[a].iter().any(|t| by_side[b].iter().any(|u| same_scene(story, t, u)));
                if apart && same {
                    kept.extend([*a, *b]);
                }
            }
        }
        kept.sort_unstable();
        kept.dedup();
        let readings: Vec<Reading> = kept.iter().map(|d| reading(story, &by_side[d])).collect();
        if readings.len() > 1 {
            out.push(conflict(story, story.entities[entity].name.clone(), readings));
        }
    }
    out
}

/// The direction before a place: `east of`, `sebelah timur`, `timur laut dari`.
fn direction(source: &Source<'_>, name: &Name) -> Option<(u8, Range<usize>)> {
    let tokens = &source.segments.tokens;
    let mut i = name.at.tokens.start;
    while i > 0
        && matches!(
            &*tokens[i - 1].norm,
            "of" | "the" | "dari" | "kota" | "pulau" | "kabupaten" | "town" | "city" | "village" | "island" | "coastal"
        )
    {
        i -= 1;
    }
    let lower = |j: usize| tokens[j].shape == Shape::Lower;
    let find = |text: &str| DIRECTIONS.iter().find(|d| d.0 == text).map(|d| d.1);
    if i >= 2 && lower(i - 1) && lower(i - 2) {
        let both = format!("{} {}", tokens[i - 2].norm, tokens[i - 1].norm);
        if let Some(side) = find(&both) {
            return Some((side, i - 2..name.at.tokens.end));
        }
    }
    let one = i.checked_sub(1).filter(|&j| lower(j))?;
    find(&tokens[one].norm).map(|side| (side, one..name.at.tokens.end))
}

/// Clauses that tell the same, or that hold the same measure.
fn same_scene(story: &Story<'_>, a: &Told, b: &Told) -> bool {
    let measures = |t: &Told| -> Vec<(&'static str, i64)> {
        let sentence = story.sources[t.report].segments.clauses[t.clause].sentence;
        let all = story.sources[t.report].extract.quantities.iter();
        all.filter(|q| q.at.sentence == sentence && !q.unit.is_empty() && !q.vague)
            .map(|q| (q.unit, q.value.round() as i64))
            .collect()
    };
    aligned(story, (a.report, a.clause), (b.report, b.clause))
        || a.report != b.report && measures(a).iter().any(|m| measures(b).contains(m))
}

/// `Djibouti in Ivory Coast` here, `Djibouti on the horn of Africa` there; one town in two provinces.
fn containers(story: &Story<'_>) -> Vec<Finding> {
    let mut uses: BTreeMap<usize, BTreeMap<String, (&'static str, Vec<Told>)>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        let names = &source.extract.names;
        for (n, pair) in names.windows(2).enumerate() {
            let (child, parent) = (&pair[0], &pair[1]);
            if child.class != NameClass::Place || parent.class != NameClass::Place || !within(source, child, parent) {
                continue;
            }
            let (Some(sort), key) =
                (sort(source, parent), bare(source, &story.entities[story.entity_of[r][n + 1]].name))
            else {
                continue;
            };
            // Behind a comma may stand the next of a list.
            let comma = &*source.segments.tokens[child.at.tokens.end].norm == ",";
            if comma && matches!(self::sort(source, child), Some("country" | "region")) {
                continue;
            }
            let range = child.at.tokens.start..parent.at.tokens.end;
            let told = Told { report: r, clause: child.at.clause, span: source.segments.span(range) };
            uses.entry(story.entity_of[r][n]).or_default().entry(key).or_insert((sort, Vec::new())).1.push(told);
        }
    }
    let mut out = Vec::new();
    for (entity, parents) in uses {
        let country = story.entities[entity]
            .mentions
            .first()
            .and_then(|&(r, n)| sort(&story.sources[r], &story.sources[r].extract.names[n]))
            == Some("country");
        let keys: Vec<&String> = parents.keys().collect();
        let mut kept: Vec<&String> = Vec::new();
        for (x, a) in keys.iter().enumerate() {
            for b in &keys[x + 1..] {
                let (a_sort, b_sort) = (parents[*a].0, parents[*b].0);
                let same_level = a_sort == b_sort && matches!(a_sort, "country" | "region");
                // A country lies in no country.
                let absurd = country && (a_sort == "country" || b_sort == "country");
                let apart = parents[*a].1.iter().all(|t| parents[*b].1.iter().all(|u| t.report != u.report));
                if (same_level || absurd) && apart {
                    kept.extend([*a, *b]);
                }
            }
        }
        kept.sort();
        kept.dedup();
        let readings: Vec<Reading> = kept.iter().map(|k| reading(story, &parents[*k].1)).collect();
        if readings.len() > 1 {
            out.push(conflict(story, story.entities[entity].name.clone(), readings));
        }
    }
    out
}

/// A name without the word for its sort: `Kabupaten Subang` and `Subang` are one.
fn bare(source: &Source<'_>, name: &str) -> String {
    let lexicon = Lexicon::of(source.report.language);
    let sort = |w: &str| lexicon.places.word(&w.to_lowercase()).is_some_and(|p| p.sort == "type");
    let kept: Vec<&str> = name.split_whitespace().filter(|w| !sort(w)).collect();
    if kept.is_empty() { name.to_owned() } else { kept.join(" ") }
}

/// Only `in`, `on the horn of`, `di` or a comma between.
fn within(source: &Source<'_>, child: &Name, parent: &Name) -> bool {
    let tokens = &source.segments.tokens;
    if child.at.sentence != parent.at.sentence || child.at.tokens.end >= parent.at.tokens.start {
        return false;
    }
    let between = &tokens[child.at.tokens.end..parent.at.tokens.start];
    let opener = &*between[0].norm;
    let list = tokens.get(parent.at.tokens.end).is_some_and(|t| matches!(&*t.norm, "and" | "dan" | "or" | "atau"));
    match opener {
        "," => between.len() == 1 && !list,
        "in" | "on" => between.len() <= 4 && between[1..].iter().all(|t| t.shape == Shape::Lower),
        "di" => between.len() == 1,
        _ => false,
    }
}

fn sort(source: &Source<'_>, name: &Name) -> Option<&'static str> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens[..name.at.tokens.end];
    let (length, place) = lexicon.places.longest(tokens, name.at.tokens.start)?;
    if place.sort == "type" {
        let rest = lexicon.places.longest(tokens, name.at.tokens.start + length)?.1;
        return Some(rest.sort);
    }
    Some(if place.sort == "facility" { "region" } else { place.sort })
}

fn reading(story: &Story<'_>, told: &[Told]) -> Reading {
    let mut evidence: Vec<_> = told.iter().map(|t| story.evidence(t.report, t.span)).collect();
    evidence.dedup_by_key(|e| e.report);
    Reading { value: story.words(told[0].report, told[0].span).to_owned(), evidence }
}

/// A conflict with these readings.
pub fn conflict(story: &Story<'_>, subject: String, mut readings: Vec<Reading>) -> Finding {
    readings.sort_by(|a, b| b.evidence.len().cmp(&a.evidence.len()).then_with(|| a.value.cmp(&b.value)));
    Finding {
        id: String::new(),
        kind: Kind::Place,
        severity: Severity::Conflict,
        subject,
        absent: silent(story, &readings),
        suggestion: majority(&readings),
        readings,
        statements: Vec::new(),
    }
}
