//! Words that a typing slip made of a name, short form or abbreviation.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::{Form, aligned, beside, block_of};
use super::variant;
use crate::language::{Lexicon, spelling};
use crate::model::mention::At;
use crate::model::story::Story;
use crate::model::{BlockKind, Evidence, Finding, Kind, Reading, Shape};

/// Letters of the shortest word that a slip is looked for in.
const LETTERS: usize = 4;

/// Mentions that a word may have and still be a slip.
const RARE: usize = 2;

/// Sentences back within which the full name must stand that a slip in the same report is of.
const BACK: usize = 3;

/// A capitalised word in running text.
struct Place {
    report: usize,
    at: At,
}

/// Findings for rare words that are nearly another, much used one that the same is told of. `seen` are values, in lower
/// case, that other findings have.
pub fn findings(story: &Story<'_>, forms: &[Form], seen: &[String]) -> Vec<Finding> {
    let words = capital_words(story);
    let parts: FxHashSet<&str> =
        forms.iter().filter(|f| f.parts.len() > 1).flat_map(|f| &f.parts).map(|p| &**p).collect();
    let mut keys: Vec<&str> = words.keys().map(|k| &**k).collect();
    keys.sort_unstable();
    let mut out = Vec::new();
    for odd in &keys {
        let places = &words[*odd];
        let one_report = places.iter().all(|p| p.report == places[0].report);
        if places.len() > RARE
            || !one_report
            || parts.contains(odd)
            || seen.iter().any(|s| s.contains(odd))
            || known(story, &places[0], odd)
        {
            continue;
        }
        let twin = keys
            .iter()
            .filter(|k| *k != odd && words[**k].len() > places.len() && near(odd, k))
            .filter(|k| evidence(story, forms, places, &words[**k], k))
            .max_by_key(|k| (words[**k].len(), std::cmp::Reverse(**k)));
        if let Some(twin) = twin {
            let readings = vec![reading(story, &words[*twin]), reading(story, places)];
            out.push(variant(story, Kind::Name, readings[0].value.clone(), readings));
        }
    }
    out
}

/// Words with a capital inside sentences of running text, by their letters.
fn capital_words(story: &Story<'_>) -> FxHashMap<Box<str>, Vec<Place>> {
    let mut words: FxHashMap<Box<str>, Vec<Place>> = FxHashMap::default();
    for (r, source) in story.sources.iter().enumerate() {
        for (s, sentence) in source.segments.sentences.iter().enumerate() {
            for i in sentence.tokens.clone() {
                let token = &source.segments.tokens[i];
                let capital = matches!(token.shape, Shape::Capital | Shape::Mixed);
                if !capital || token.norm.chars().count() < LETTERS || token.norm.contains('-') {
                    continue;
                }
                let clause = source.segments.clause_at(i).unwrap_or(sentence.clauses.start);
                let at = At { span: token.span, tokens: i..i + 1, sentence: s, clause };
                if block_of(source, &at) == BlockKind::Paragraph {
                    words.entry(token.norm.clone()).or_default().push(Place { report: r, at });
                }
            }
        }
    }
    words
}

/// Whether the word is one of the language, a listed name, or written small in its report.
fn known(story: &Story<'_>, place: &Place, word: &str) -> bool {
    let source = &story.sources[place.report];
    let lexicon = Lexicon::of(source.report.language);
    let token = &source.segments.tokens[place.at.tokens.start];
    lexicon.is_common(word, &token.stem)
        || lexicon.is_function(word)
        || lexicon.places.word(word).is_some()
        || lexicon.organisations.word(word).is_some()
        || lexicon.agencies.word(word).is_some()
        || lexicon.expansions.word(word).is_some()
        || lexicon.calendar.word(word).is_some()
        || story.sources.iter().any(|s| s.segments.tokens.iter().any(|t| t.shape == Shape::Lower && *t.norm == *word))
}

/// Whether one may be a slip for the other: a letter, or letters left out of an abbreviation made of syllables.
fn near(odd: &str, twin: &str) -> bool {
    spelling::close(odd, twin, true) || spelling::same_sound(odd, twin) || spelling::clipped(odd, twin)
}

/// The same is told of both: clauses of one statement, or the same word beside them; or the full name stands shortly
/// before in the same report.
fn evidence(story: &Story<'_>, forms: &[Form], odd: &[Place], twin: &[Place], word: &str) -> bool {
    odd.iter().any(|a| {
        twin.iter().any(|b| {
            let near = |after| {
                let x = beside(&story.sources[a.report], &a.at, after);
                x.zip(beside(&story.sources[b.report], &b.at, after)).is_some_and(|(x, y)| x.stem == y.stem)
            };
            aligned(story, (a.report, a.at.clause), (b.report, b.at.clause)) || near(false) || near(true)
        }) || forms.iter().any(|f| {
            f.parts.len() > 1
                && word.len() > LETTERS
                && f.parts.iter().any(|p| **p == *word)
                && f.class == crate::model::mention::NameClass::Person
                && f.places(story)
                    .any(|(r, at)| r == a.report && at.sentence < a.at.sentence && a.at.sentence - at.sentence <= BACK)
        })
    })
}

fn reading(story: &Story<'_>, places: &[Place]) -> Reading {
    let mut evidence: Vec<Evidence> = Vec::new();
    for place in places {
        if evidence.last().is_none_or(|e| e.report != place.report) {
            evidence.push(story.evidence(place.report, place.at.span));
        }
    }
    let value = places.first().map_or(String::new(), |p| story.words(p.report, p.at.span).to_owned());
    Reading { value, evidence }
}
