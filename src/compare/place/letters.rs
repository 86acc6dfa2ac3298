//! One letter more or less in the name of a place, behind the same word for what it is: `Tanjakan Cae`, `Tanjakan Ciae`.

use std::collections::BTreeMap;

use crate::compare::name::variant;
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Reading, Shape};

/// Words for what a place is that no gazetteer needs.
const NOUNS: [&str; 14] = [
    "tanjakan", "turunan", "tikungan", "kampung", "dusun", "desa", "pulau", "island", "village", "town", "cape",
    "mount", "lake", "river",
];

/// Letters from which on one letter is a slip and not another name.
const LETTERS: usize = 3;

/// Names that differ by a letter.
pub fn findings(story: &Story<'_>) -> Vec<Finding> {
    // By noun, by name: the reports that have it.
    let mut uses: BTreeMap<String, BTreeMap<String, Vec<Evidence>>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        let lexicon = Lexicon::of(source.report.language);
        let tokens = &source.segments.tokens;
        let noun = |w: &str| NOUNS.contains(&w) || lexicon.places.word(w).is_some_and(|p| p.sort == "type");
        for i in 1..tokens.len() {
            let of = &*tokens[i - 1].norm == "of" && i > 1;
            let before = &*tokens[if of { i - 2 } else { i - 1 }].norm;
            let fits = tokens[i].shape == Shape::Capital && tokens[i].norm.chars().count() >= LETTERS && noun(before);
            let word = lexicon.is_common(&tokens[i].norm, &tokens[i].stem) || lexicon.is_function(&tokens[i].norm);
            let word = word || lexicon.numbers.word(&tokens[i].norm).is_some();
            if fits && !word && !noun(&tokens[i].norm) && lexicon.places.word(&tokens[i].norm).is_none() {
                let name = uses.entry(before.to_owned()).or_default().entry(tokens[i].norm.to_string()).or_default();
                name.push(story.evidence(r, tokens[i].span));
            }
        }
    }
    let mut out: Vec<Finding> = Vec::new();
    for names in uses.into_values() {
        let all: Vec<(String, Vec<Evidence>)> = names.into_iter().collect();
        for (x, (a, _)) in all.iter().enumerate() {
            for (b, _) in &all[x + 1..] {
                // What nearly all pairs fail by comes first.
                if a.chars().next() != b.chars().next() || strsim::damerau_levenshtein(a, b) != 1 {
                    continue;
                }
                let (left, right) = (everywhere(story, a), everywhere(story, b));
                let both = left.iter().any(|e| right.iter().any(|f| f.report == e.report));
                let told = out.iter().any(|f| f.readings.iter().any(|r| r.value.to_lowercase() == *a));
                if !both && !told {
                    let reading = |evidence: Vec<Evidence>| {
                        let value = story.words(evidence[0].report, evidence[0].span).to_owned();
                        Reading { value, evidence }
                    };
                    let readings = vec![reading(left), reading(right)];
                    out.push(variant(story, Kind::Place, readings[0].value.clone(), readings));
                }
            }
        }
    }
    out
}

/// Where the word stands, once a report.
fn everywhere(story: &Story<'_>, word: &str) -> Vec<Evidence> {
    let mut out: Vec<Evidence> = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        let found = source.segments.tokens.iter().find(|t| &*t.norm == word && t.shape != Shape::Lower);
        out.extend(found.map(|t| story.evidence(r, t.span)));
    }
    out
}
