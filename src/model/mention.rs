//! Mentions and claims: spans with a meaning, and clauses read as who did what to whom.

use std::ops::Range;

use super::{Date, Span};

/// Where a mention stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// The exact words.
    pub span: Span,
    /// Their tokens: range of [`super::Segments::tokens`].
    pub tokens: Range<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the clause.
    pub clause: usize,
}

/// All that was found in one report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extract {
    /// Names, in order of place.
    pub names: Vec<Name>,
    /// Titles and honorifics, in order of place.
    pub titles: Vec<Title>,
    /// Quantities, in order of place.
    pub quantities: Vec<Quantity>,
    /// Dates, weekdays, clock times, in order of place.
    pub times: Vec<Time>,
    /// Direct quotes, in order of place.
    pub quotes: Vec<Quote>,
    /// Who is credited with what, in order of place.
    pub credits: Vec<Credit>,
    /// One claim a clause, in the order of the clauses.
    pub claims: Vec<Claim>,
    /// Noun phrases, in order of place.
    pub things: Vec<Thing>,
    /// Lists of them, in order of place.
    pub listings: Vec<Listing>,
}

/// A noun phrase: what a clause tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// All of it, with count, article and what hangs on it.
    pub at: At,
    /// The token of the noun that it is about.
    pub head: usize,
    /// Its noun with the words beside it; count, article and what hangs on it left out.
    pub words: Range<usize>,
    /// The tokens of its number and classifier.
    pub count: Option<Range<usize>>,
    /// Counted by pairs (`sepasang`, `a pair of`).
    pub pair: bool,
    /// Names or titles a person.
    pub person: bool,
}

/// Things named one after another (`A, B, dan C`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Range of [`Extract::things`].
    pub members: Range<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// The clause of its first member.
    pub clause: usize,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameClass {
    /// A person.
    Person,
    /// A company, agency, party, team, outlet.
    Organisation,
    /// A country, town, street, river, building.
    Place,
    /// A ship, vehicle, product, law or work.
    Thing,
    /// A capitalised run that nothing else tells about.
    Unknown,
}

/// A name as it stands in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands, titles left out.
    pub at: At,
    /// What it names.
    pub class: NameClass,
    /// The name that this is short for, or stands beside in brackets: index into [`Extract::names`].
    pub alias_of: Option<usize>,
}

/// An office, role, rank or honorific, alone or with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Where it stands, name left out.
    pub at: At,
    /// Who holds it: index into [`Extract::names`].
    pub holder: Option<usize>,
    /// What sort of title it is.
    pub sort: TitleSort,
}

/// What sort of title it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TitleSort {
    /// `presiden`, `menteri luar negeri`, `juru bicara`.
    Office,
    /// `korban`, `saksi`, `pelaku`, `pengacara`.
    Role,
    /// `jenderal`, `AKBP`.
    Rank,
    /// `bapak`, `tuan`, `Mr`.
    Honorific,
}

/// A number with what it counts or measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Where it stands: number and unit, and the thing counted where it follows.
    pub at: At,
    /// The number alone, with its currency or unit and hedge.
    pub number: Span,
    /// Least value it can mean, in the dimension's base unit.
    pub low: f64,
    /// Greatest value it can mean; infinite for a lower bound.
    pub high: f64,
    /// The value as written, without hedge and rounding, in the base unit; of a range its first.
    pub value: f64,
    /// What the last written digit is worth, in the base unit: two values that are written as finely differ where they
    /// are not the same.
    pub step: f64,
    /// The unit's id (`km`); empty for a count.
    pub unit: &'static str,
    /// What it measures.
    pub measure: Measure,
    /// Tokens of the thing counted or of the person aged, where they stand beside it.
    pub of: Option<Range<usize>>,
    /// So vague (`beberapa`, `many`) that it never conflicts.
    pub vague: bool,
    /// A one that is little more than an article (`sebuah`, `seorang`).
    pub weak: bool,
}

/// What a quantity measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// So many of the things named in [`Quantity::of`].
    Count,
    /// An amount of a dimension (`length`, `mass`, `duration`, `money.IDR`, `share`): the dimension's id.
    Amount(&'static str),
    /// A person's age in years.
    Age,
    /// A place in an order (`kedua`, `ke-2`, `third`).
    Ordinal,
    /// Names rather than counts: house numbers, plates, articles of law, scores of which the sense is not known.
    Label,
}

/// A date, weekday, part of a day or clock time.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// Where it stands.
    pub at: At,
    /// The first day it can mean, as far as known, resolved against the report's date.
    pub date: Option<Date>,
    /// The last day, where it is a range of days.
    pub until: Option<Date>,
    /// ISO weekday as written, 1 is Monday.
    pub weekday: Option<u8>,
    /// Minutes after midnight UTC (or local time where no zone is told): first and last that it can mean.
    pub clock: Option<(i32, i32)>,
    /// Whether the clock was told with a zone.
    pub zoned: bool,
    /// Minutes east of UTC, where a zone was told.
    pub zone: Option<i16>,
    /// A part of the day (`petang`, `morning`) as first and last hour.
    pub daypart: Option<(u8, u8)>,
    /// Resolved from a relative word (`kemarin`, `last month`) or a bare weekday rather than written out.
    pub relative: bool,
}

/// A direct quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Its words, marks left out.
    pub at: At,
    /// Who says it: index into [`Extract::names`].
    pub speaker: Option<usize>,
    /// The words that credit it (`kata Peskov`, `said an officer`). A piece without a credit of its own has that of the
    /// piece or sentence it goes on from.
    pub credit: Option<Span>,
    /// The words of the credit that tell who (`Peskov`, `an officer`, the verb of `ujarnya`): tokens.
    pub who: Option<Range<usize>>,
    /// Asserts something; not a word or phrase in marks (`"sensitif"`, names of ships and films).
    pub assertion: bool,
    /// Pieces with one number are one utterance of one speaker (`"Ya," kata X. "Tapi nanti."`).
    pub utterance: usize,
}

/// Who is credited with some clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The words of the credit (`kata juru bicara Kremlin Dmitry Peskov`).
    pub span: Span,
    /// The words in it that tell who.
    pub who: Span,
    /// Their tokens; empty where the credit stands in boilerplate (`Sumber: TASS`).
    pub tokens: Range<usize>,
    /// The name among them, or that a pronoun stands for: index into [`Extract::names`].
    pub name: Option<usize>,
    /// What sort of source it is.
    pub sort: CreditSort,
    /// Credited by a verb (`kata X`) rather than by `menurut X`.
    pub from_verb: bool,
    /// The clauses it covers, ascending. Of two credits of a clause (AFP quotes Peskov) the speaker is the inner one.
    pub clauses: Vec<usize>,
    /// Credited with the whole report (`Sumber: TASS`).
    pub whole: bool,
}

/// What sort of source it is. Ordered: the innermost of a chain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreditSort {
    /// A person with a name, or a pronoun for one.
    Person,
    /// An institution or place: `Kremlin`, `Polda Jabar`.
    Organisation,
    /// `seorang pejabat`, `sources`, `informasi yang dihimpun`.
    Unnamed,
    /// A news agency or outlet.
    Agency,
}

/// Happened, planned, possible, alleged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Modality {
    /// Told as a fact.
    #[default]
    Told,
    /// Marked as done (`telah`, `had`).
    Done,
    /// To come (`akan`, `will`).
    Planned,
    /// May be (`mungkin`, `diperkirakan`, `may`).
    Possible,
    /// Suspected (`diduga`, `allegedly`).
    Alleged,
    /// Heard (`kabarnya`, `reportedly`).
    Reported,
}

/// A clause read as who did what to whom, and how sure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Claim {
    /// Its main predicate: index into [`super::Segments::tokens`].
    pub predicate: Option<usize>,
    /// Event frames of its verbs and nouns, strongest first: index into the frames' table, and whether it is the
    /// converse verb (the subject receives).
    pub frames: Vec<(u16, bool)>,
    /// Who acts: tokens before an active verb, or behind `oleh` / `by`.
    pub agent: Option<Range<usize>>,
    /// Who or what is acted on, or receives.
    pub patient: Option<Range<usize>>,
    /// How sure the report is.
    pub modality: Modality,
    /// The words that mark it.
    pub modal: Option<Range<usize>>,
    /// Whether it is denied.
    pub negated: bool,
    /// Who is credited with it, where somebody is: tokens.
    pub source: Option<Range<usize>>,
}
