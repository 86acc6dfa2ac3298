//! Quantities, ages, sums, measures and tolls of the same thing.
//!
//! A toll, a sum, an age, a distance is what readers remember and what desks correct most. Numbers are compared where
//! two reports tell the same thing of the same noun: as many of the same things in clauses that are aligned, in sentences
//! much alike, in like contexts, or in lists of the same things; amounts of one dimension whose neighbours match; the
//! ages of one person; the scores of one match.
//!
//! Example: *1,6 miliar*, *1,67 miliar* and *Rp 1.672.985.500* agree, for a shortened number may be rounded or cut off;
//! *1,8 miliar* does not. *Twelve Somalis and eleven Yemenis* agrees with *23 pirates*, and so does any sum of numbers
//! in one sentence. *Lebih dari 177* against *177*, *at least 14* against *at least 17* are variants. Notation, language
//! of the number and unit make no difference: *lima* is 5, *13 nautical miles* are some 24 km.
//!
//! A conflict is raised only where no value fits both readings. A bound (*at least 20*), an estimate (*sekitar*) and a
//! vague word (*puluhan*) conflict with what they exclude; *beberapa* or *several* against a number outside two to nine
//! is a variant. Where a report itself tells the other report's number of the same thing somewhere, nothing is raised.
//!
//! Never compared: the dead with the hurt, *other rifles* with rifles, a part (*two of the vessels*) with a whole, house
//! numbers, number plates and articles of law, and passages that name different people.
//!
//! Known misses: things counted by different nouns (*boats*, *vessels*); numbers told in clauses that were not aligned;
//! an indefinite noun (*a launcher*, *launchers*); figures that a later report has brought up to date are not told apart
//! from mistakes; ranks and ordinal numbers only of the same noun.

mod contexts;
mod links;
mod noun;
mod outcome;
mod pairs;
mod persons;
mod tolls;
mod topics;
mod values;

use rustc_hash::FxHashMap;

use super::Comparator;
use crate::model::mention::{Measure, NameClass, Quantity};
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity};
use noun::Noun;
use values::Fit;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Number,
    id: "number",
    about: "quantities, ages, sums, measures and tolls of the same thing",
    page: include_str!("number.rs"),
    compare,
};

/// A quantity of the story with what decides what it is compared with.
struct Fact<'a> {
    report: usize,
    quantity: &'a Quantity,
    noun: Noun,
    /// Whether it counts people.
    people: bool,
    /// Stems of the content words around it.
    around: Vec<&'a str>,
    /// Digits of a score, the greater first.
    score: Option<(u16, u16)>,
    /// What became of those counted, as bits; 0 where nothing is told.
    outcomes: u8,
    /// Which toll of the event it is, where it is one: index into the sorts of tolls.
    toll: Option<usize>,
    /// Whether its clause tells how a match ended.
    result: bool,
    /// The people and organisations that its sentence names, beside a score all names: indices into the story's entities.
    named: Vec<usize>,
    /// Whether its clause tells of an earlier event.
    past: bool,
    /// The person whose age it is: index into the story's entities.
    person: Option<usize>,
}

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let facts = facts(story);
    let mut edges = pairs::edges(story, &facts);
    edges.extend(tolls::edges(story, &facts));
    edges.extend(topics::edges(story, &facts));
    edges.extend(contexts::edges(story, &facts));
    let mut sets = Sets::new(facts.len());
    for edge in &edges {
        sets.join(edge.0, edge.1);
    }
    let mut groups: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for fact in 0..facts.len() {
        groups.entry(sets.root(fact)).or_default().push(fact);
    }
    let mut roots: Vec<usize> = edges.iter().filter(|e| e.2 != Fit::Agree).map(|e| sets.root(e.0)).collect();
    roots.sort_unstable();
    roots.dedup();
    roots.iter().filter_map(|root| finding(story, &facts, &groups[root])).collect()
}

fn facts<'a>(story: &'a Story<'_>) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for quantity in &source.extract.quantities {
            let score = match quantity.measure {
                Measure::Label => match values::score(story.words(report, quantity.number)) {
                    Some(score) => Some(score),
                    None => continue,
                },
                _ => None,
            };
            facts.push(Fact {
                report,
                quantity,
                people: topics::counts_people(source, quantity),
                noun: Noun::of(source, quantity),
                around: noun::around(source, quantity),
                score,
                outcomes: outcome::outcomes(source, quantity),
                toll: tolls::sort(source, quantity),
                result: score.is_some() && outcome::is_result(source, quantity),
                named: named(story, report, quantity),
                past: tolls::is_past(source, quantity, true),
                person: persons::aged(story, report, quantity),
            });
        }
    }
    tell_others(&mut facts);
    facts
}

/// `12 AK-47 guns, three rifles`: what is counted behind things of a make is other things.
fn tell_others(facts: &mut [Fact<'_>]) {
    for index in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(index);
        let fact = &mut rest[0];
        let listed = before
            .iter()
            .rev()
            .take_while(|f| f.report == fact.report && f.quantity.at.sentence == fact.quantity.at.sentence);
        let bare = fact.noun.make().is_none() && fact.quantity.measure == Measure::Count;
        let mut makes = listed.filter(|f| f.noun.make().is_some() && f.quantity.measure == Measure::Count);
        if bare && makes.any(|f| f.noun.fits_loosely(&fact.noun)) {
            fact.noun.other = true;
        }
    }
}

/// The entities that the sentence of a quantity names.
fn named(story: &Story<'_>, report: usize, quantity: &Quantity) -> Vec<usize> {
    let names = &story.sources[report].extract.names;
    let within = names.iter().enumerate().filter(|(_, n)| {
        n.at.sentence == quantity.at.sentence
            && (quantity.measure == Measure::Label || matches!(n.class, NameClass::Person | NameClass::Organisation))
            && !n.at.span.overlaps(quantity.at.span)
    });
    let entity = |name: usize| story.entity_of.get(report).and_then(|e| e.get(name)).copied();
    let mut found: Vec<usize> = within.filter_map(|(index, _)| entity(index)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// One finding of a group of quantities of one thing, values that agree as one reading.
fn finding(story: &Story<'_>, facts: &[Fact<'_>], group: &[usize]) -> Option<Finding> {
    // The most precise first: a bound or estimate joins the first precise value that it agrees with.
    let mut order: Vec<usize> = group.to_vec();
    order.sort_by(|a, b| {
        let width = |f: &Fact<'_>| values::width(f.quantity);
        width(&facts[*a]).total_cmp(&width(&facts[*b])).then(a.cmp(b))
    });
    let mut readings: Vec<Vec<usize>> = Vec::new();
    for fact in order {
        let fits = |reading: &Vec<usize>| pairs::fit(&facts[reading[0]], &facts[fact]) == Fit::Agree;
        let several = readings.len() > 1;
        match readings.iter_mut().find(|r| fits(r)) {
            Some(reading) => reading.push(fact),
            // `beberapa` beside readings that already differ says nothing more.
            None if facts[fact].quantity.vague && several => {}
            None => readings.push(vec![fact]),
        }
    }
    if readings.len() < 2 {
        return None;
    }
    // The first of each is its most precise.
    let apart = |(i, a): (usize, &Vec<usize>)| {
        readings[i + 1..].iter().any(|b| pairs::fit(&facts[a[0]], &facts[b[0]]) == Fit::Conflict)
    };
    let conflict = readings.iter().enumerate().any(apart);
    for reading in &mut readings {
        reading.sort_unstable();
    }
    readings.sort_by_key(|r| r[0]);
    let told: Vec<usize> = group.iter().map(|f| facts[*f].report).collect();
    Some(Finding {
        id: String::new(),
        kind: Kind::Number,
        severity: if conflict { Severity::Conflict } else { Severity::Variant },
        subject: subject(story, facts, &readings),
        readings: readings.iter().map(|r| reading(story, facts, r)).collect(),
        absent: (0..story.sources.len()).filter(|r| !told.contains(r)).collect(),
        suggestion: None,
        statements: Vec::new(),
    })
}

fn reading(story: &Story<'_>, facts: &[Fact<'_>], members: &[usize]) -> Reading {
    // `sepasang` and its like are one with what they count; figures stand for themselves.
    let whole = |fact: &Fact<'_>| {
        matches!(fact.quantity.measure, Measure::Count | Measure::Ordinal) && fact.quantity.value <= 2.0
    };
    let mut evidence: Vec<_> = members
        .iter()
        .map(|f| &facts[*f])
        .map(|f| story.evidence(f.report, if whole(f) { f.quantity.at.span } else { f.quantity.number }))
        .collect();
    evidence.sort();
    let shown = |fact: &Fact<'_>| match fact.quantity.measure {
        Measure::Count | Measure::Ordinal => fact.quantity.at.span,
        _ => fact.quantity.number,
    };
    let words = members.iter().map(|f| &facts[*f]).map(|f| story.words(f.report, shown(f)));
    let value = words.min_by_key(|words| (words.chars().count(), *words)).unwrap_or_default().to_owned();
    Reading { value, evidence }
}

/// The person aged, the thing counted, or the words that the reports share around the number.
fn subject(story: &Story<'_>, facts: &[Fact<'_>], readings: &[Vec<usize>]) -> String {
    let members = || readings.iter().flatten().map(|f| &facts[*f]);
    if let Some(person) = members().find_map(|f| f.person) {
        return story.entities[person].name.clone();
    }
    let noun = |f: &Fact<'_>| {
        let of = f.quantity.of.clone()?;
        Some(story.words(f.report, story.sources[f.report].segments.span(of)).to_owned())
    };
    if let Some(noun) = members().filter_map(noun).min_by_key(|words| (words.chars().count(), words.clone())) {
        return noun;
    }
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for word in members().flat_map(|f| f.around.iter()) {
        *counts.entry(word).or_default() += 1;
    }
    let common = counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)));
    common.map(|(word, _)| word.to_owned()).unwrap_or_default()
}

/// Disjoint sets of quantities.
struct Sets(Vec<usize>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests;
