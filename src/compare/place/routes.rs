//! Where something moves from and to: `from Amsterdam to Leeds`, `from Brussels to Leeds`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::sides::conflict;
use crate::language::Lexicon;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Finding, Reading, Shape};

/// Words of a place's name.
const NAME_WORDS: usize = 3;

/// A way that a report tells of.
struct Way {
    report: usize,
    from: Range<usize>,
    to: Range<usize>,
}

/// Ways that agree in one end and differ in the other.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let ways: Vec<Way> = (0..story.sources.len()).flat_map(|r| of_report(story, r)).collect();
    let mut out = Vec::new();
    let mut told: BTreeSet<Vec<String>> = BTreeSet::new();
    for (x, a) in ways.iter().enumerate() {
        for b in ways[x + 1..].iter().filter(|b| b.report != a.report) {
            let (from, to) = (same(story, a, &a.from, b, &b.from), same(story, a, &a.to, b, &b.to));
            let (left, right) = match (from, to) {
                (true, false) => (&a.to, &b.to),
                (false, true) => (&a.from, &b.from),
                _ => continue,
            };
            if names(story, a.report, b.report, right) || names(story, b.report, a.report, left) {
                continue;
            }
            let reading = |r: usize, range: &Range<usize>| {
                let evidence = story.evidence(r, story.sources[r].segments.span(range.clone()));
                Reading { value: story.words(r, evidence.span).to_owned(), evidence: vec![evidence] }
            };
            let readings = vec![reading(a.report, left), reading(b.report, right)];
            let mut key: Vec<String> = readings.iter().map(|r| r.value.to_lowercase()).collect();
            key.sort();
            if told.insert(key) {
                out.push(conflict(story, readings[0].value.clone(), readings));
            }
        }
    }
    out
}

/// Whether two ends have a word in common.
fn same(story: &Story<'_>, a: &Way, x: &Range<usize>, b: &Way, y: &Range<usize>) -> bool {
    let words = |w: &Way, r: &Range<usize>| main(&story.sources[w.report], r);
    !words(a, x).is_disjoint(&words(b, y))
}

/// The words of a name, by the gazetteer's main form.
fn main(source: &Source<'_>, range: &Range<usize>) -> BTreeSet<String> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let listed = lexicon.places.longest(&tokens[..range.end], range.start).filter(|(_, p)| p.sort != "type");
    let own = tokens[range.clone()].iter().map(|t| t.norm.to_string());
    own.chain(listed.into_iter().flat_map(|(_, p)| p.name.split(' ').map(str::to_owned))).collect()
}

/// Whether one report has the words of another's place anywhere.
fn names(story: &Story<'_>, report: usize, of: usize, range: &Range<usize>) -> bool {
    let wanted = main(&story.sources[of], range);
    story.sources[report].segments.tokens.iter().any(|t| t.shape != Shape::Lower && wanted.contains(&*t.norm))
}

fn of_report(story: &Story<'_>, report: usize) -> Vec<Way> {
    let source = &story.sources[report];
    let tokens = &source.segments.tokens;
    let mut out = Vec::new();
    for sentence in &source.segments.sentences {
        if source.report.blocks[sentence.block].kind == BlockKind::Headline {
            continue;
        }
        let end = sentence.tokens.end;
        for i in sentence.tokens.clone().filter(|&i| matches!(&*tokens[i].norm, "from" | "dari")) {
            let Some(from) = place(source, i + 1, end) else { continue };
            let link = tokens.get(from.end).filter(|_| from.end < end).map(|t| &*t.norm);
            if !matches!(link, Some("to" | "ke" | "menuju" | "tujuan")) {
                continue;
            }
            if let Some(to) = place(source, from.end + 1, end) {
                out.push(Way { report, from, to });
            }
        }
    }
    out
}

/// The name of a place that starts at a token, a noun for its sort left out.
fn place(source: &Source<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let noun = |i: &usize| lexicon.places.word(&tokens[*i].norm).is_some_and(|p| matches!(p.sort, "type" | "facility"));
    let first = start + (start..end).take_while(noun).count();
    let part = |i: &usize| {
        matches!(tokens[*i].shape, Shape::Capital | Shape::Upper | Shape::Mixed)
            && lexicon.calendar.word(&tokens[*i].norm).is_none()
    };
    let length = (first..end.min(first + NAME_WORDS)).take_while(part).count();
    (length > 0).then_some(first..first + length)
}
