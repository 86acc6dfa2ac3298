//! Whether two quantities stand in passages that tell the same: in one statement, in sentences that are much alike, or
//! in two lists of the same things.

use rustc_hash::FxHashMap;

use super::Fact;
use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::mention::Measure;
use crate::model::story::Story;

/// How alike two sentences must be (Dice's coefficient of their weighed words) for counts of one noun in them to be
/// counts of the same, where the aligner has not brought their clauses together.
const LIKE_SENTENCES: f32 = 0.3;
/// The same for a measure of a thing (`10-metre dhow`), which is an attribute wherever the thing is told of.
const LIKE_OF_THING: f32 = 0.12;
/// Things that two sentences must both count to be the same list.
const LISTED: usize = 2;

/// The words of every sentence that holds a quantity, weighed by rarity.
pub struct Links {
    sentences: FxHashMap<(usize, usize), Vec<(u32, f32)>>,
    /// Facts by report and sentence.
    facts: FxHashMap<(usize, usize), Vec<usize>>,
}

impl Links {
    pub fn new(story: &Story<'_>, facts: &[Fact<'_>]) -> Self {
        let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
        let mut documents: Vec<u32> = Vec::new();
        let mut raw: FxHashMap<(usize, usize), Vec<u32>> = FxHashMap::default();
        let mut count = 0u32;
        for (report, source) in story.sources.iter().enumerate() {
            let lexicon = Lexicon::of(source.report.language);
            for (index, sentence) in source.segments.sentences.iter().enumerate() {
                let tokens = &source.segments.tokens[sentence.tokens.clone()];
                let content = tokens.iter().filter(|t| {
                    !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm)
                });
                let mut terms: Vec<u32> = content
                    .map(|t| {
                        let next = ids.len() as u32;
                        *ids.entry(if t.stem.is_empty() { &t.norm } else { &t.stem }).or_insert(next)
                    })
                    .collect();
                terms.sort_unstable();
                terms.dedup();
                documents.resize(ids.len(), 0);
                terms.iter().for_each(|t| documents[*t as usize] += 1);
                count += 1;
                raw.insert((report, index), terms);
            }
        }
        let weight = |t: &u32| (1.0 + count as f32 / documents[*t as usize] as f32).ln();
        let mut by_sentence: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
        for (index, fact) in facts.iter().enumerate() {
            by_sentence.entry((fact.report, fact.quantity.at.sentence)).or_default().push(index);
        }
        let sentences = by_sentence
            .keys()
            .filter_map(|key| raw.get(key).map(|terms| (*key, terms.iter().map(|t| (*t, weight(t))).collect())))
            .collect();
        Self { sentences, facts: by_sentence }
    }

    /// Whether the passages around two quantities tell the same.
    pub fn linked(&self, story: &Story<'_>, facts: &[Fact<'_>], a: usize, b: usize) -> bool {
        let (left, right) = (&facts[a], &facts[b]);
        let statements = |f: &Fact<'_>| story.statements_of.get(f.report)?.get(f.quantity.at.clause).cloned();
        let theirs = statements(right).unwrap_or_default();
        if statements(left).unwrap_or_default().iter().any(|s| theirs.contains(s)) {
            return true;
        }
        let of_thing = matches!(left.quantity.measure, Measure::Amount(_)) && !left.noun.is_empty();
        let needed = if of_thing { LIKE_OF_THING } else { LIKE_SENTENCES };
        left.person.is_some()
            || !left.noun.is_empty() && self.likeness(left, right) >= needed
            || left.quantity.measure == Measure::Count && self.one_list(facts, left, right)
    }

    fn likeness(&self, a: &Fact<'_>, b: &Fact<'_>) -> f32 {
        let terms = |f: &Fact<'_>| self.sentences.get(&(f.report, f.quantity.at.sentence));
        let (Some(a), Some(b)) = (terms(a), terms(b)) else { return 0.0 };
        let all: f32 = a.iter().chain(b).map(|t| t.1).sum();
        let common: f32 =
            a.iter().filter(|t| b.binary_search_by_key(&t.0, |x| x.0).is_ok()).map(|t| t.1).sum();
        if all > 0.0 { 2.0 * common / all } else { 0.0 }
    }

    /// Whether two sentences count several of the same things.
    fn one_list(&self, facts: &[Fact<'_>], a: &Fact<'_>, b: &Fact<'_>) -> bool {
        let counts = |f: &Fact<'_>| self.facts.get(&(f.report, f.quantity.at.sentence));
        let (Some(left), Some(right)) = (counts(a), counts(b)) else { return false };
        let listed = left.iter().filter(|x| {
            let noun = &facts[**x].noun;
            !noun.people && right.iter().any(|y| facts[*y].noun.fits(noun))
        });
        listed.count() >= LISTED
    }
}
