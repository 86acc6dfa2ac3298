//! The facts that clauses tell (names, numbers, hours, days, words), and which reports tell each.

use rustc_hash::FxHashMap;

use crate::align::shared_text;
use crate::language::Lexicon;
use crate::model::mention::{Measure, NameClass, Quantity};
use crate::model::story::{Source, Story};
use crate::model::{Date, Shape, SharedText, Token};

/// From this count on a number alone shows that two reports tell the same; below it, the thing counted must be the same.
const GREAT: f64 = 10.0;

/// A fact that a report tells or does not.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact<'a> {
    /// Somebody or something named: index into the story's entities.
    Name(usize),
    /// What it measures, the value, and of small counts the thing counted.
    Number(&'a str, u64, &'a str),
    /// Minutes after midnight, rounded to five.
    Clock(i32),
    /// A whole day.
    Day(i16, u8, u8),
}

/// Who tells what in a story.
pub struct Told<'a> {
    facts: FxHashMap<Fact<'a>, Vec<usize>>,
    stems: FxHashMap<&'a str, Vec<usize>>,
    copies: &'a [SharedText],
}

impl<'a> Told<'a> {
    /// Reads the story once.
    pub fn new(story: &'a Story<'_>, copies: &'a [SharedText]) -> Self {
        let mut told = Self { facts: FxHashMap::default(), stems: FxHashMap::default(), copies };
        for (report, source) in story.sources.iter().enumerate() {
            let lexicon = Lexicon::of(source.report.language);
            for token in source.segments.tokens.iter().filter(|t| is_content(lexicon, t)) {
                add(told.stems.entry(stem(token)).or_default(), report);
            }
            for (fact, _, _) in facts(story, report) {
                add(told.facts.entry(fact).or_default(), report);
            }
        }
        told
    }

    /// The reports that tell a fact, ascending.
    pub fn tellers(&self, fact: &Fact<'a>) -> &[usize] {
        self.facts.get(fact).map_or(&[], Vec::as_slice)
    }

    /// All facts with their tellers, in order.
    pub fn all(&self) -> Vec<(&Fact<'a>, &[usize])> {
        let mut all: Vec<_> = self.facts.iter().map(|(fact, tellers)| (fact, tellers.as_slice())).collect();
        all.sort_unstable();
        all
    }

    /// Whether the reports are copies of one text.
    pub fn is_one_voice(&self, reports: &[usize]) -> bool {
        reports.len() < 2 || shared_text::voices(self.copies, reports) < 2
    }

    /// Content words of some tokens, and how many of them no other voice uses.
    pub fn new_words(&self, source: &Source<'_>, tokens: std::ops::Range<usize>) -> (usize, usize) {
        let lexicon = Lexicon::of(source.report.language);
        let words = source.segments.tokens[tokens].iter().filter(|t| is_content(lexicon, t));
        words.fold((0, 0), |(all, new), t| {
            let alone = self.stems.get(stem(t)).is_none_or(|r| self.is_one_voice(r));
            (all + 1, new + usize::from(alone && t.shape == Shape::Lower))
        })
    }
}

fn add(reports: &mut Vec<usize>, report: usize) {
    if reports.last() != Some(&report) {
        reports.push(report);
    }
}

/// The facts of a report, with the clause that tells each and how much it weighs.
pub fn facts<'a>(story: &'a Story<'_>, report: usize) -> Vec<(Fact<'a>, usize, f32)> {
    let source = &story.sources[report];
    let extract = &source.extract;
    let names = extract.names.iter().enumerate().map(|(n, name)| {
        let entity = story.entity_of[report][n];
        (Fact::Name(entity), name.at.clause, weight_of(story.entities[entity].class))
    });
    let quantities = extract.quantities.iter().filter(|q| !q.vague && !q.weak);
    let numbers = quantities.map(|q| (number(source, q), q.at.clause, weight_of_number(q)));
    let hours = extract.times.iter().filter_map(|t| {
        let minute = t.clock?.0;
        Some((Fact::Clock((minute + 2).div_euclid(5)), t.at.clause, 1.0))
    });
    let days = extract.times.iter().filter_map(|t| {
        let Date { year: Some(year), month: Some(month), day: Some(day) } = t.date? else { return None };
        (!t.relative && t.until.is_none()).then_some((Fact::Day(year, month, day), t.at.clause, 1.0))
    });
    names.chain(numbers).chain(hours).chain(days).collect()
}

/// A person whom the others do not name is news; a town is often no more than where it was.
fn weight_of(class: NameClass) -> f32 {
    match class {
        NameClass::Person => 1.0,
        NameClass::Organisation | NameClass::Thing => 0.7,
        NameClass::Place | NameClass::Unknown => 0.5,
    }
}

/// A sum of money is what readers of the other reports ask for; a place in an order hardly.
fn weight_of_number(quantity: &Quantity) -> f32 {
    match quantity.measure {
        Measure::Amount(d) if d.starts_with("money") => 1.6,
        Measure::Amount(_) | Measure::Age => 1.0,
        Measure::Count if quantity.value >= 2.0 => 1.0,
        Measure::Count | Measure::Ordinal | Measure::Label => 0.5,
    }
}

fn number<'a>(source: &'a Source<'_>, quantity: &'a Quantity) -> Fact<'a> {
    let sort = match &quantity.measure {
        Measure::Count => "count",
        Measure::Amount(dimension) => dimension,
        Measure::Age => "age",
        Measure::Ordinal => "ordinal",
        Measure::Label => "label",
    };
    let small = matches!(quantity.measure, Measure::Count | Measure::Ordinal) && quantity.value < GREAT;
    let of = quantity.of.clone().filter(|_| small).and_then(|of| source.segments.tokens[of].first());
    Fact::Number(sort, quantity.value.to_bits(), of.map_or("", stem))
}

/// Whether a word tells something by itself.
pub fn is_content(lexicon: &Lexicon, token: &Token) -> bool {
    !matches!(token.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&token.norm)
}

fn stem(token: &Token) -> &str {
    if token.stem.is_empty() { &token.norm } else { &token.stem }
}
