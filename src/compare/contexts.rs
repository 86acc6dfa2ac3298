//! What stands around a number or a time: words, events and names, weighed by rarity, and how alike two of these are.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::language::Lexicon;
use crate::model::Shape;
use crate::model::mention::At;
use crate::model::story::{Source, Story};

/// What a word weighs next to the mention, in its clause, and in its sentence; an event word, and a name, against a word.
const NEXT: f32 = 1.0;
const CLAUSE: f32 = 0.6;
const SENTENCE: f32 = 0.25;
const EVENT: f32 = 1.5;
const NAMED: f32 = 0.6;
/// Content words on either side that are next to it.
const NEAR: usize = 3;
/// Mentions of a name beyond which it tells little.
const NAMED_OFTEN: f32 = 60.0;

/// What a context holds: a word, an event, a set of words that differ in style alone, an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key<'a> {
    /// The stem of a word.
    Word(&'a str),
    /// A set of words that differ in style alone.
    Style(u16),
    /// An event frame.
    Event(u16),
    /// Somebody or something named.
    Entity(usize),
}

/// Keys with their weights, ascending by key.
pub type Context<'a> = Vec<(Key<'a>, f32)>;

/// The words of a story by how rare they are.
pub struct Rarity<'a> {
    ids: FxHashMap<&'a str, u32>,
    weights: Vec<f32>,
}

impl<'a> Rarity<'a> {
    /// Reads the story once: `ln(1 + N / df)` over its sentences.
    pub fn of(story: &'a Story<'_>) -> Self {
        let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
        let mut documents: Vec<(u32, usize)> = Vec::new();
        let mut count = 0;
        for source in &story.sources {
            for sentence in &source.segments.sentences {
                count += 1;
                for word in words(source, sentence.tokens.clone()) {
                    let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
                    let id = *ids.entry(word).or_insert(next) as usize;
                    documents.resize(ids.len(), (0, 0));
                    // Once a sentence.
                    if documents[id].1 != count {
                        documents[id] = (documents[id].0 + 1, count);
                    }
                }
            }
        }
        let weights = documents.iter().map(|(df, _)| (1.0 + count as f32 / *df as f32).ln()).collect();
        Self { ids, weights }
    }

    /// The number of a word, and its weight.
    pub fn term(&self, word: &str) -> Option<(u32, f32)> {
        self.ids.get(word).map(|id| (*id, self.weights[*id as usize]))
    }
}

/// Stems of the content words of a passage.
pub fn words<'a>(source: &'a Source<'_>, tokens: Range<usize>) -> impl Iterator<Item = &'a str> {
    let lexicon = Lexicon::of(source.report.language);
    source.segments.tokens[tokens]
        .iter()
        .filter(|t| !matches!(t.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&t.norm))
        .map(|t| if t.stem.is_empty() { &*t.norm } else { &*t.stem })
}

/// Twice what two contexts share against all that they hold.
pub fn likeness(a: &Context<'_>, b: &Context<'_>) -> f32 {
    let all: f32 = a.iter().chain(b).map(|k| k.1).sum();
    let common = a.iter().filter_map(|k| {
        let at = b.binary_search_by(|x| x.0.cmp(&k.0)).ok()?;
        Some(k.1.min(b[at].1))
    });
    if all > 0.0 { 2.0 * common.sum::<f32>() / all } else { 0.0 }
}

/// The context of a mention whose own words are the tokens `own`.
pub fn context<'a>(
    story: &'a Story<'_>,
    report: usize,
    at: &At,
    own: &Range<usize>,
    rarity: &Rarity<'_>,
) -> Context<'a> {
    let source = &story.sources[report];
    let (lexicon, tokens) = (Lexicon::of(source.report.language), &source.segments.tokens);
    let clause = source.segments.clauses.get(at.clause).map_or(0..0, |c| c.tokens.clone());
    let content = content(source, at.sentence, own);
    let before = content.partition_point(|i| *i < own.start);
    let mut found: FxHashMap<Key<'a>, f32> = FxHashMap::default();
    let mut put = |key: Key<'a>, weight: f32| {
        let entry = found.entry(key).or_default();
        *entry = entry.max(weight);
    };
    for (n, &i) in content.iter().enumerate() {
        let distance = if n < before { before - n } else { n + 1 - before };
        let place = match (clause.contains(&i), distance <= NEAR) {
            (true, true) => NEXT,
            (true, false) => CLAUSE,
            _ => SENTENCE,
        };
        let token = &tokens[i];
        let word: &'a str = if token.stem.is_empty() { &token.norm } else { &token.stem };
        let uses = lexicon.frame_words.word(&token.stem).or_else(|| lexicon.frame_words.word(&token.norm));
        let weight = place * rarity.term(word).map_or(1.0, |t| t.1);
        if let Some(style) = lexicon.same.get(word).and_then(|s| s.first()) {
            put(Key::Style(*style), weight);
        } else if let Some(first) = uses.and_then(|u| u.first()) {
            put(Key::Event(first.frame), EVENT * weight);
        } else {
            put(Key::Word(word), weight);
        }
    }
    for (n, name) in source.extract.names.iter().enumerate().filter(|(_, n)| n.at.sentence == at.sentence) {
        if let Some(entity) = story.entity_of.get(report).and_then(|e| e.get(n)) {
            let mentions = story.entities[*entity].mentions.len().max(1) as f32;
            let place = if name.at.clause == at.clause { NEXT } else { 2.0 * SENTENCE };
            put(Key::Entity(*entity), NAMED * place * (1.0 + NAMED_OFTEN / mentions).ln());
        }
    }
    let mut context: Context<'a> = found.into_iter().collect();
    context.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    context
}

/// The tokens of a sentence that tell something: no names, numbers, times, or words of saying.
fn content(source: &Source<'_>, sentence: usize, own: &Range<usize>) -> Vec<usize> {
    let (lexicon, tokens) = (Lexicon::of(source.report.language), &source.segments.tokens);
    let in_name = |i: usize| source.extract.names.iter().any(|n| n.at.tokens.contains(&i));
    source.segments.sentences[sentence]
        .tokens
        .clone()
        .filter(|&i| {
            let t = &tokens[i];
            !own.contains(&i)
                && !matches!(t.shape, Shape::Mark | Shape::Number)
                && !lexicon.is_function(&t.norm)
                && lexicon.numbers.word(&t.norm).is_none()
                && lexicon.calendar.word(&t.norm).is_none()
                && lexicon.reporting.word(&t.stem).is_none()
                && !in_name(i)
        })
        .collect()
}

/// Whether both contexts hold events, and none in common.
pub fn other_events(a: &Context<'_>, b: &Context<'_>) -> bool {
    let events = |c: &Context<'_>| -> Vec<u16> {
        c.iter().filter_map(|k| if let (Key::Event(e), true) = (k.0, k.1 > 0.0) { Some(e) } else { None }).collect()
    };
    let (x, y) = (events(a), events(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|e| y.contains(e))
}

/// Pairs of the left and right that are each other's best by `margin`, with the likeness of their contexts. `bonus` tells
/// what else speaks for a pair, or that it cannot be one.
pub fn best(
    left: &[usize],
    right: &[usize],
    contexts: &[Context<'_>],
    margin: f32,
    bonus: &dyn Fn(usize, usize) -> Option<f32>,
) -> Vec<(usize, usize, f32)> {
    let mut all: Vec<(usize, usize, f32, f32)> = Vec::new();
    for &a in left {
        for &b in right {
            let Some(bonus) = bonus(a, b) else { continue };
            let alike = likeness(&contexts[a], &contexts[b]);
            all.push((a, b, alike, alike + bonus));
        }
    }
    let rival = |of: &(usize, usize, f32, f32)| {
        let others = all.iter().filter(|p| (p.0 == of.0) != (p.1 == of.1));
        others.map(|p| p.3).fold(0.0, f32::max)
    };
    all.iter().filter(|p| p.3 > margin * rival(p)).map(|p| (p.0, p.1, p.2)).collect()
}
