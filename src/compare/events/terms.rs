//! The argument terms of a story's clauses: entities and stems, weighed by rarity.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::marks;
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::{Source, Story};
use crate::model::{Language, Shape, Token};

/// The story's argument terms: entities and stems, weighed by rarity over the sentences.
pub struct Terms {
    by_clause: Vec<Vec<Vec<(usize, u32)>>>,
    weights: Vec<f32>,
}

/// Stands for no token: a participant meant by a pronoun.
const NOWHERE: usize = usize::MAX;

impl Terms {
    /// Reads the terms of all clauses.
    pub fn of(story: &Story<'_>) -> Self {
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut by_clause = Vec::new();
        for (r, source) in story.sources.iter().enumerate() {
            by_clause.push(clause_terms(story, source, r, &mut ids));
        }
        let (mut counts, mut total) = (vec![0u32; ids.len()], 0u32);
        for (source, clauses) in story.sources.iter().zip(&by_clause) {
            for sentence in &source.segments.sentences {
                total += 1;
                let of: FxHashSet<u32> =
                    sentence.clauses.clone().flat_map(|c| clauses[c].iter().map(|t: &(usize, u32)| t.1)).collect();
                of.into_iter().for_each(|t| counts[t as usize] += 1);
            }
        }
        let weights = counts.iter().map(|&df| (1.0 + total as f32 / df.max(1) as f32).ln()).collect();
        Self { by_clause, weights }
    }

    /// The weight of the term at a token; none where it is no term.
    pub fn weight_at(&self, r: usize, c: usize, token: usize) -> f32 {
        self.by_clause[r][c].iter().find(|t| t.0 == token).map_or(0.0, |t| self.weights[t.1 as usize])
    }

    /// The weighed terms of some tokens of a clause.
    pub fn within(&self, r: usize, c: usize, range: &Range<usize>) -> Vec<(u32, f32)> {
        let inside = self.by_clause[r][c].iter().filter(|t| range.contains(&t.0));
        inside.map(|t| (t.1, self.weights[t.1 as usize])).collect()
    }

    /// The weighed terms of clauses but those of some tokens, ascending.
    pub fn weighed(&self, r: usize, clauses: Range<usize>, but: &[usize]) -> Vec<(u32, f32)> {
        let terms = clauses.flat_map(|c| &self.by_clause[r][c]).filter(|t| !but.contains(&t.0));
        let mut out: Vec<(u32, f32)> = terms.map(|t| (t.1, self.weights[t.1 as usize])).collect();
        out.sort_by_key(|t| t.0);
        out.dedup_by_key(|t| t.0);
        out
    }
}

/// Letters that two long roots share to count as forms of one.
const LONG_ROOT: usize = 7;

fn clause_terms(
    story: &Story<'_>,
    source: &Source<'_>,
    r: usize,
    ids: &mut FxHashMap<String, u32>,
) -> Vec<Vec<(usize, u32)>> {
    let lexicon = Lexicon::of(source.report.language);
    let mut id = |key: String| {
        let next = ids.len() as u32;
        *ids.entry(key).or_insert(next)
    };
    let mut taken = vec![false; source.segments.tokens.len()];
    for name in &source.extract.names {
        taken[name.at.tokens.clone()].fill(true);
    }
    for time in &source.extract.times {
        taken[time.at.tokens.clone()].fill(true);
    }
    for quantity in &source.extract.quantities {
        for (i, token) in
            source.segments.tokens.iter().enumerate().take(quantity.at.tokens.end).skip(quantity.at.tokens.start)
        {
            taken[i] |= quantity.number.contains(token.span);
        }
    }
    let mut out = Vec::new();
    for (c, clause) in source.segments.clauses.iter().enumerate() {
        let mut terms: Vec<(usize, u32)> =
            story.participants[r][c].iter().map(|e| (NOWHERE, id(format!("e:{e}")))).collect();
        for i in clause.tokens.clone() {
            let token = &source.segments.tokens[i];
            if taken[i]
                || token.shape == Shape::Mark
                || lexicon.is_function(&token.norm)
                || marks(lexicon, &source.segments.tokens, i, i + 1)
            {
                continue;
            }
            let set = lexicon.same.get(&*token.norm).or_else(|| lexicon.same.get(&*token.stem)).and_then(|s| s.first());
            terms.push((i, id(set.map_or_else(|| token.stem.to_string(), |s| format!("s:{s}")))));
            if lexicon.language == Some(Language::Indonesian) && token.stem.len() > LONG_ROOT {
                // `kronologis`, `kronologi`: what borrowed words share.
                terms.push((i, id(format!("g:{}", token.stem.chars().take(LONG_ROOT).collect::<String>()))));
            }
        }
        if two_people(lexicon, &source.segments.tokens, clause.tokens.clone()) {
            terms.extend(leading(story, r).into_iter().map(|e| (NOWHERE, id(format!("e:{e}")))));
        }
        out.push(terms);
    }
    out
}

/// `kedua pemimpin`, `both leaders`, `the two men`: a pair without names.
fn two_people(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>) -> bool {
    range.clone().any(|i| {
        matches!(&*tokens[i].norm, "keduanya")
            || (matches!(&*tokens[i].norm, "kedua" | "both" | "two")
                && i + 1 < range.end
                && (lexicon.titles.word(&tokens[i + 1].norm).is_some()
                    || lexicon.titles.word(&tokens[i + 1].stem).is_some()))
    })
}

/// The two persons that a report names most, ascending; none where a third is named as often as the second.
fn leading(story: &Story<'_>, r: usize) -> Vec<usize> {
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    for &e in story.entity_of[r].iter().filter(|&&e| story.entities[e].class == NameClass::Person) {
        *counts.entry(e).or_default() += 1;
    }
    let mut ranked: Vec<(usize, usize)> = counts.into_iter().map(|(e, n)| (n, e)).collect();
    ranked.sort_by_key(|&(n, e)| (std::cmp::Reverse(n), e));
    let clear = ranked.len() == 2 || (ranked.len() > 2 && ranked[1].0 > ranked[2].0);
    let mut out: Vec<usize> = ranked.iter().take(2).filter(|_| clear).map(|p| p.1).collect();
    out.sort_unstable();
    out
}
