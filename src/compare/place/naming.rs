//! One proper name behind two nouns for what it is: `kosmodrom Vostochny`, `pusat ruang angkasa Vostochny`.

use std::collections::BTreeMap;

use crate::compare::name::{forms::aligned, variant};
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Reading, Shape, Span};

/// Words that the noun for a place may take (`fasilitas peluncuran ruang angkasa`).
const NOUN_WORDS: usize = 4;

/// People whom two sentences must share to tell of one scene.
const PEOPLE: usize = 2;

/// A noun before a proper name.
struct Use {
    report: usize,
    clause: usize,
    span: Span,
}

/// Places that reports call by another noun before the same name.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for (proper, nouns) in uses(story) {
        let keys: Vec<&String> = nouns.keys().collect();
        let mut kept: Vec<&String> = Vec::new();
        for (x, a) in keys.iter().enumerate() {
            for b in &keys[x + 1..] {
                let same = nouns[*a].iter().any(|u| nouns[*b].iter().any(|v| same_scene(story, u, v)));
                if same && !alike(story, a, b) {
                    kept.extend([*a, *b]);
                }
            }
        }
        kept.sort();
        kept.dedup();
        let readings: Vec<Reading> = kept.iter().map(|k| reading(story, &nouns[*k])).collect();
        if readings.len() > 1 {
            out.push(variant(story, Kind::Place, proper, readings));
        }
    }
    out
}

/// Clauses that tell the same, or in which the same people take part.
fn same_scene(story: &Story<'_>, a: &Use, b: &Use) -> bool {
    let people = |u: &Use| -> Vec<usize> {
        let sentence =
            &story.sources[u.report].segments.sentences[story.sources[u.report].segments.clauses[u.clause].sentence];
        let all = sentence.clauses.clone().flat_map(|c| story.participants[u.report][c].iter().copied());
        all.filter(|&e| story.entities[e].class == NameClass::Person).collect()
    };
    if a.report == b.report {
        return false;
    }
    let (left, right) = (people(a), people(b));
    let mut shared: Vec<usize> = left.into_iter().filter(|e| right.contains(e)).collect();
    shared.sort_unstable();
    shared.dedup();
    aligned(story, (a.report, a.clause), (b.report, b.clause)) || shared.len() >= PEOPLE
}

/// By proper name, by noun: where it stands.
fn uses(story: &Story<'_>) -> BTreeMap<String, BTreeMap<String, Vec<Use>>> {
    let mut out: BTreeMap<String, BTreeMap<String, Vec<Use>>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        for name in source.extract.names.iter().filter(|n| !matches!(n.class, NameClass::Person | NameClass::Thing)) {
            let tokens = &source.segments.tokens;
            let floor = source.segments.sentences[name.at.sentence].tokens.start;
            let Some((noun, proper)) = split(source, name.at.tokens.clone(), floor) else { continue };
            let key =
                |range: std::ops::Range<usize>| tokens[range].iter().map(|t| &*t.norm).collect::<Vec<_>>().join(" ");
            let span = source.segments.span(noun.start..proper.end);
            let clause = source.segments.clause_at(noun.start).unwrap_or(name.at.clause);
            out.entry(story.words(r, source.segments.span(proper.clone())).to_owned())
                .or_default()
                .entry(key(noun))
                .or_default()
                .push(Use { report: r, clause, span });
        }
    }
    out
}

/// The noun and the proper name of a place, where both are there and the name is none of the gazetteer.
fn split(
    source: &Source<'_>,
    name: std::ops::Range<usize>,
    floor: usize,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let lexicon = Lexicon::of(source.report.language);
    let tokens = &source.segments.tokens;
    let facility =
        |i: usize| lexicon.places.longest(&tokens[..name.end], i).filter(|(_, p)| p.sort == "facility").map(|(n, _)| n);
    let inner = facility(name.start).filter(|n| name.start + n < name.end);
    let proper = name.start + inner.unwrap_or(0)..name.end;
    let person = source.extract.names.iter().any(|n| {
        n.class == NameClass::Person
            && n.at.tokens.len() == proper.len()
            && tokens[n.at.tokens.clone()].iter().zip(&tokens[proper.clone()]).all(|(x, y)| x.norm == y.norm)
    });
    if person
        || lexicon.places.longest(&tokens[..proper.end], proper.start).is_some()
        || lexicon.is_common(&tokens[proper.start].norm, &tokens[proper.start].stem)
    {
        return None;
    }
    if inner.is_some() {
        return Some((name.start..proper.start, proper));
    }
    let noun_word =
        |i: usize| tokens[i].shape == Shape::Lower && !lexicon.is_function(&tokens[i].norm) && !tokens[i].verb;
    let mut start = proper.start;
    while start > floor && proper.start - start < NOUN_WORDS && noun_word(start - 1) {
        start -= 1;
    }
    // The noun starts where a list knows a facility.
    let start = (start..proper.start).find(|&i| facility(i).is_some())?;
    Some((start..proper.start, proper))
}

/// Words of one style, or one noun with more words (`stasiun`, `stasiun kereta api`).
fn alike(story: &Story<'_>, a: &str, b: &str) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let within = |p: &[&str], q: &[&str]| p.iter().all(|w| q.contains(w));
    let same = story.sources.iter().any(|s| {
        let lexicon = Lexicon::of(s.report.language);
        let set = |w: &str| lexicon.same.get(w).map_or(&[][..], Vec::as_slice);
        let main = |w: &str| lexicon.expansions.word(w).map_or(w.to_owned(), |m| (*m).to_owned());
        // Of words with several senses none is certain to be meant; two facilities by other nouns an editor decides on.
        (x.len() == 1 && y.len() == 1 && set(a).iter().any(|n| set(b).contains(n))) || main(a) == main(b)
    });
    same || within(&x, &y) || within(&y, &x)
}

fn reading(story: &Story<'_>, uses: &[Use]) -> Reading {
    let mut evidence: Vec<_> = uses.iter().map(|u| story.evidence(u.report, u.span)).collect();
    evidence.dedup_by_key(|e| e.report);
    let first = &uses[0];
    Reading { value: story.words(first.report, first.span).to_owned(), evidence }
}
