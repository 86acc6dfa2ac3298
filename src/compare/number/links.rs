//! Whether two quantities stand in passages that tell the same: in one statement, in sentences that are much alike, or
//! in two lists of the same things.

use rustc_hash::FxHashMap;

use super::Fact;
use crate::compare::contexts::{self, Rarity};
use crate::model::mention::Measure;
use crate::model::story::Story;

/// How alike two sentences must be (Dice's coefficient of their weighed words) for counts of one noun in them to be
/// counts of the same, where the aligner has not brought their clauses together.
const LIKE_SENTENCES: f32 = 0.3;
/// The same for a measure of a thing (`10-metre dhow`), which is an attribute wherever the thing is told of.
const LIKE_OF_THING: f32 = 0.12;
/// Things that two sentences must both count to be the same list.
const LISTED: usize = 2;

/// Fewest words by which two clauses can be told alike.
const ENOUGH_WORDS: usize = 4;

/// Terms of a passage with their weights, ascending by term.
type Terms = Vec<(u32, f32)>;

/// The words around every quantity, weighed by rarity.
pub struct Links {
    /// Terms of the clause and of the sentence, by fact.
    terms: Vec<(Terms, Terms)>,
    /// Facts by report and sentence.
    facts: FxHashMap<(usize, usize), Vec<usize>>,
}

impl Links {
    /// Reads all words of the story once.
    pub fn new(story: &Story<'_>, facts: &[Fact<'_>]) -> Self {
        let rarity = Rarity::of(story);
        let mut by_sentence: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
        let mut terms = Vec::with_capacity(facts.len());
        for (index, fact) in facts.iter().enumerate() {
            by_sentence.entry((fact.report, fact.quantity.at.sentence)).or_default().push(index);
            let source = &story.sources[fact.report];
            let of = |tokens: std::ops::Range<usize>| {
                let mut found: Terms = contexts::words(source, tokens).filter_map(|w| rarity.term(w)).collect();
                found.sort_unstable_by_key(|t| t.0);
                found.dedup_by_key(|t| t.0);
                found
            };
            let sentence = source.segments.sentences[fact.quantity.at.sentence].tokens.clone();
            let clause = source.segments.clauses.get(fact.quantity.at.clause).map_or(0..0, |c| c.tokens.clone());
            terms.push((of(clause), of(sentence)));
        }
        Self { terms, facts: by_sentence }
    }

    /// Whether the passages around two quantities tell the same.
    pub fn linked(&self, story: &Story<'_>, facts: &[Fact<'_>], a: usize, b: usize) -> bool {
        let (left, right) = (&facts[a], &facts[b]);
        if left.person.is_some() || left.quantity.measure == Measure::Count && self.one_list(facts, left, right) {
            return true;
        }
        // `Last week 20 cars crashed` is not this crash.
        if left.past != right.past {
            return false;
        }
        // Passages that name nobody in common tell of others.
        let (ours, theirs) = (&left.named, &right.named);
        if !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|n| theirs.contains(n)) {
            return false;
        }
        let statements = |f: &Fact<'_>| story.statements_of.get(f.report)?.get(f.quantity.at.clause).cloned();
        let theirs = statements(right).unwrap_or_default();
        if statements(left).unwrap_or_default().iter().any(|s| theirs.contains(s)) {
            return true;
        }
        let of_thing = matches!(left.quantity.measure, Measure::Amount(_)) && !left.noun.is_empty();
        let needed = if of_thing { LIKE_OF_THING } else { LIKE_SENTENCES };
        !left.noun.is_empty() && self.likeness(a, b) >= needed
    }

    /// How alike the clauses or the sentences of two facts are, whichever is more.
    fn likeness(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (&self.terms[a], &self.terms[b]);
        let clauses = if a.0.len().min(b.0.len()) >= ENOUGH_WORDS { dice(&a.0, &b.0) } else { 0.0 };
        clauses.max(dice(&a.1, &b.1))
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

/// Dice's coefficient of weighed terms.
fn dice(a: &Terms, b: &Terms) -> f32 {
    let all: f32 = a.iter().chain(b).map(|t| t.1).sum();
    let common: f32 = a.iter().filter(|t| b.binary_search_by_key(&t.0, |x| x.0).is_ok()).map(|t| t.1).sum();
    if all > 0.0 { 2.0 * common / all } else { 0.0 }
}
