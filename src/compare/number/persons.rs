//! Whose age a number is.

use crate::model::mention::{Measure, NameClass, Quantity};
use crate::model::story::Story;

/// The person whose age a quantity is: named beside it, by an office that one person holds (`bupati berusia 51 tahun
/// itu`), or taken up from the sentence before (`the 34-year-old`): index into the story's entities.
pub fn aged(story: &Story<'_>, report: usize, quantity: &Quantity) -> Option<usize> {
    if quantity.measure != Measure::Age {
        return None;
    }
    let source = &story.sources[report];
    let names = &source.extract.names;
    let entity = |name: usize| story.entity_of.get(report).and_then(|e| e.get(name)).copied();
    let of = quantity.of.clone();
    let beside = |of: &std::ops::Range<usize>| {
        names.iter().position(|n| n.at.tokens.start < of.end && of.start < n.at.tokens.end)
    };
    if let Some(name) = of.as_ref().and_then(beside) {
        return entity(name);
    }
    let first = of.as_ref().map_or(quantity.at.tokens.start, |o| o.start.min(quantity.at.tokens.start));
    let last = of.as_ref().map_or(quantity.at.tokens.end, |o| o.end.max(quantity.at.tokens.end));
    let titles = source.extract.titles.iter().enumerate();
    let mut office = titles.filter(|(_, t)| t.at.tokens.end + 1 >= first && t.at.tokens.start < last);
    if let Some((title, _)) = office.next()
        && let Some(holder) = story.holders.get(report).and_then(|h| h.get(title)).copied().flatten()
    {
        return Some(holder);
    }
    takes_up(story, report, first..last).then(|| before(story, report, quantity)).flatten()
}

/// Whether the words take up somebody told of before: `pria 45 tahun itu`, `the 34-year-old`.
fn takes_up(story: &Story<'_>, report: usize, words: std::ops::Range<usize>) -> bool {
    let source = &story.sources[report];
    let tokens = &source.segments.tokens;
    let word = |i: usize| tokens.get(i).map_or("", |t| &*t.norm);
    let behind = matches!(word(words.end), "itu" | "tersebut" | "ini");
    let inside = words.clone().any(|i| matches!(word(i), "itu" | "tersebut" | "the"));
    let before = words.start.checked_sub(1).is_some_and(|i| word(i) == "the");
    behind || inside || before
}

/// The one person whom the sentence so far names, or else the sentence before it.
fn before(story: &Story<'_>, report: usize, quantity: &Quantity) -> Option<usize> {
    let source = &story.sources[report];
    let person = |(index, name): (usize, &crate::model::mention::Name)| {
        let entity = *story.entity_of.get(report)?.get(index)?;
        (name.class == NameClass::Person || story.entities[entity].class == NameClass::Person).then_some(entity)
    };
    let within = |sentence: usize| {
        let names = source.extract.names.iter().enumerate();
        let mut found: Vec<usize> = names
            .filter(|(_, n)| n.at.sentence == sentence && n.at.span.end <= quantity.at.span.start)
            .filter_map(person)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let here = within(quantity.at.sentence);
    let found = if here.is_empty() { within(quantity.at.sentence.checked_sub(1)?) } else { here };
    match found[..] {
        [one] => Some(one),
        _ => None,
    }
}
