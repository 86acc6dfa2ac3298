//! Whose age a number is.

use crate::model::mention::{Measure, NameClass, Quantity, TitleSort};
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
    if let Some((title, words)) = office.next() {
        let holders = story.holders.get(report)?;
        if let Some(holder) = holders.get(title).copied().flatten() {
            return Some(holder);
        }
        // `Bupati berusia 51 tahun itu`: whoever else of that office the report names.
        let head = |t: &crate::model::mention::Title| source.segments.tokens.get(t.at.tokens.start).map(|t| &t.norm);
        let same = source.extract.titles.iter().zip(holders).filter(|(t, _)| head(t) == head(words));
        let mut named: Vec<usize> = same.filter_map(|(_, h)| *h).collect();
        named.sort_unstable();
        named.dedup();
        if let [one] = named[..] {
            return Some(one);
        }
        // Whoever the sentence before names holds some other office.
        if words.sort == TitleSort::Office {
            return None;
        }
    }
    // `A six-month-old girl, Anna Ray, …`
    let comma = source.segments.tokens.get(last).is_some_and(|t| &*t.norm == ",");
    let apposed = |n: &crate::model::mention::Name| n.at.tokens.start == last + 1 && n.class == NameClass::Person;
    if let Some(name) = names.iter().position(|n| comma && apposed(n)) {
        return entity(name);
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

/// The one person whom the sentence so far names, or else the first of the sentence before it, which is its subject.
fn before(story: &Story<'_>, report: usize, quantity: &Quantity) -> Option<usize> {
    let source = &story.sources[report];
    let person = |(index, name): (usize, &crate::model::mention::Name)| {
        let entity = *story.entity_of.get(report)?.get(index)?;
        (name.class == NameClass::Person || story.entities[entity].class == NameClass::Person).then_some(entity)
    };
    let within = |sentence: usize| {
        let names = source.extract.names.iter().enumerate();
        names
            .filter(|(_, n)| n.at.sentence == sentence && n.at.span.end <= quantity.at.span.start)
            .filter_map(person)
            .collect::<Vec<usize>>()
    };
    match within(quantity.at.sentence)[..] {
        [] => within(quantity.at.sentence.checked_sub(1)?).first().copied(),
        [one] => Some(one),
        _ => None,
    }
}
