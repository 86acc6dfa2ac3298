//! The values that the stages hand on: spans, reports, clauses, mentions, claims, statements, findings.
//!
//! Every stage is a pure function from some of these to others. Spans are bytes of a report's decoded UTF-8 text, half
//! open; line and column are computed when rendering.

pub mod calendar;
pub mod decision;
pub mod draft;
mod kind;
pub mod mention;
pub mod story;
pub mod style;

use std::fmt;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

pub use kind::{Kind, Severity};

/// A half-open range of bytes in a report's text. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, bytes.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The words at this span.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

/// The language of a report, which decides word lists and notations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Bahasa Indonesia (`id`).
    Indonesian,
    /// English (`en`).
    English,
    /// German (`de`): stems, and language-neutral rules.
    German,
    /// French (`fr`): stems, and language-neutral rules.
    French,
    /// Any other: language-neutral rules only.
    Other,
}

impl Language {
    /// Whether there are word lists for it.
    pub fn has_lists(self) -> bool {
        matches!(self, Self::Indonesian | Self::English)
    }

    /// The BCP 47 code: `id`, `en`, `de`, `fr`, or `und` for any other.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Other => "und",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A calendar day as far as it is known: a report may give the day alone, or the year alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Date {
    /// Gregorian year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(y) => write!(f, "{y:04}")?,
            None => f.write_str("-")?,
        }
        if let Some(m) = self.month {
            write!(f, "-{m:02}")?;
        }
        if let Some(d) = self.day {
            write!(f, "-{d:02}")?;
        }
        Ok(())
    }
}

/// One input article, read and cut into blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The file's stem, made unique among the reports of an audit.
    pub id: String,
    /// Where it was read from, as the user wrote it.
    pub path: String,
    /// The decoded text that all spans point into.
    pub text: String,
    /// The language that its word lists are taken from.
    pub language: Language,
    /// The headline, where it has one.
    pub title: Option<Span>,
    /// The dateline (`JAKARTA, KOMPAS.com -`), where it has one.
    pub dateline: Option<Dateline>,
    /// The day of publication, where the text tells it.
    pub published: Option<Date>,
    /// Headline, paragraphs, captions and boilerplate, in order; together they hold every character but white space.
    pub blocks: Vec<Block>,
    /// Whether each block is one sentence, to be taken as it is.
    pub lines: bool,
    /// What the user calls it.
    pub label: Label,
}

/// What the user calls a report, for the eye only: it changes no comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// Who published it (`Antara`).
    pub name: Option<String>,
    /// What the user thinks of the source (`state agency`).
    pub trust: Option<String>,
}

/// Where and by whom a report was filed, as its first paragraph tells before the story starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, dash included.
    pub span: Span,
    /// The place, where it names one.
    pub place: Option<Span>,
    /// The outlet, where it names one.
    pub outlet: Option<Span>,
}

/// A headline, paragraph, caption or boilerplate line of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text without surrounding white space.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The report's headline.
    Headline,
    /// A paragraph of the story.
    Paragraph,
    /// The words beneath a picture.
    Caption,
    /// Litter of the page, with the reason; takes no part in any comparison.
    Boilerplate(&'static str),
}

impl BlockKind {
    /// Whether it takes no part in any comparison.
    pub fn is_boilerplate(self) -> bool {
        matches!(self, Self::Boilerplate(_))
    }
}

/// A word, number or mark of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its text in lower case, with typographic apostrophes and hyphens made plain.
    pub norm: Box<str>,
    /// How it is written.
    pub shape: Shape,
    /// Its root or lemma; empty until the report is segmented.
    pub stem: Box<str>,
    /// Whether it may be the verb of a clause.
    pub verb: bool,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// No capital.
    Lower,
    /// First letter capital.
    Capital,
    /// All letters capital, two or more.
    Upper,
    /// Capitals inside (`iPhone`, `KOMPAS.com`).
    Mixed,
    /// Starts with a digit.
    Number,
    /// Anything else.
    Mark,
}

/// A sentence of a headline, paragraph or caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The block it is in: index into [`Report::blocks`].
    pub block: usize,
    /// Its tokens: range of [`Segments::tokens`].
    pub tokens: Range<usize>,
    /// Its clauses: range of [`Segments::clauses`].
    pub clauses: Range<usize>,
}

/// The smallest assertion in a sentence: one predicate with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands.
    pub span: Span,
    /// Index into [`Segments::sentences`].
    pub sentence: usize,
    /// Its tokens: range of [`Segments::tokens`].
    pub tokens: Range<usize>,
    /// What opens it.
    pub opener: Opener,
    /// Whether it stands within a direct quote.
    pub quoted: bool,
}

/// What opens a clause, and so how it stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opener {
    /// Nothing: a main clause.
    Main,
    /// `dan`, `lalu`, `and`: another clause of the same rank.
    Coordinate,
    /// `yang`, `which`: tells of the noun before it.
    Relative,
    /// `setelah`, `while`: when.
    Time,
    /// `karena`, `because`: why.
    Cause,
    /// `untuk`, `to`: what for.
    Purpose,
    /// `jika`, `if`.
    Condition,
    /// `meski`, `although`.
    Concession,
    /// `namun`, `but`.
    Contrast,
    /// `dengan`, `by`: how.
    Manner,
    /// `bahwa`, `that`: what somebody said or thought.
    Content,
    /// `kata Peskov`, `Peskov said`: who said the rest.
    Attribution,
}

/// A report's tokens, sentences and clauses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segments {
    /// All tokens outside boilerplate, in order.
    pub tokens: Vec<Token>,
    /// All sentences outside boilerplate, in order.
    pub sentences: Vec<Sentence>,
    /// All clauses, in order, sentence by sentence; within a sentence they do not overlap.
    pub clauses: Vec<Clause>,
}

impl Segments {
    /// The clause that holds the token, if any.
    pub fn clause_at(&self, token: usize) -> Option<usize> {
        let i = self.clauses.partition_point(|c| c.tokens.end <= token);
        self.clauses.get(i).filter(|c| c.tokens.contains(&token)).map(|_| i)
    }

    /// The sentence that holds the token, if any.
    pub fn sentence_at(&self, token: usize) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.tokens.end <= token);
        self.sentences.get(i).filter(|s| s.tokens.contains(&token)).map(|_| i)
    }

    /// From the first to the last of these tokens; the range is not empty.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].span.start, self.tokens[tokens.end - 1].span.end)
    }
}

/// A group of clauses over the reports that tell the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// `S001`, in order of first appearance in the reports sorted by id.
    pub id: String,
    /// How well it holds together, 0 to 1.
    pub score: f32,
    /// Its members, by report and place.
    pub members: Vec<Member>,
}

impl Statement {
    /// Its members with clauses that stand side by side in one sentence taken together, as a reader sees them: each by
    /// its first clause and the span of all.
    pub fn passages(&self) -> Vec<Member> {
        let beside = |a: &Member, b: &Member| (a.report, a.sentence, a.clause + 1) == (b.report, b.sentence, b.clause);
        let joined = |run: &[Member]| Member { span: run[0].span.join(run[run.len() - 1].span), ..run[0] };
        self.members.chunk_by(beside).map(joined).collect()
    }
}

/// A clause in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// Index of the report.
    pub report: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// Index into that report's [`Segments::clauses`].
    pub clause: usize,
    /// Where it stands.
    pub span: Span,
}

/// Two members of a statement, and why they were joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// One member.
    pub a: Member,
    /// The other.
    pub b: Member,
    /// Likelihood that they tell the same thing, 0 to 1.
    pub score: f32,
    /// What moved the score most, the strongest first.
    pub reasons: Vec<Reason>,
}

/// Something that speaks for two clauses telling the same thing, or against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// What it is, in words.
    pub name: &'static str,
    /// How far it moved the sum that the score is a logistic function of; below 0 it speaks against.
    pub moved: f32,
}

/// What tells the same thing in several reports: an audit before anything is compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// The reports and statements; no findings.
    pub audit: Audit,
    /// Why the members of one statement were joined, where that was asked for.
    pub why: Option<Why>,
}

/// Why the members of a statement were joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The statement.
    pub id: String,
    /// Its pairs of members of different reports.
    pub pairs: Vec<Joined>,
}

/// Two readings or more for one thing, or a reading that some reports lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Kind and fingerprint of kind, subject and normalised readings (`title-3f9a1c20`).
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// How grave it is.
    pub severity: Severity,
    /// The person, place, thing or event that the readings tell of.
    pub subject: String,
    /// The values that reports give.
    pub readings: Vec<Reading>,
    /// Reports that are silent: indices, ascending.
    pub absent: Vec<usize>,
    /// A spelling or value that a majority or an outside fact speaks for.
    pub suggestion: Option<Suggestion>,
    /// Ids of the statements it was found in.
    pub statements: Vec<String>,
}

/// One of the values that reports give for the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As the reports write it, shortest sufficient form.
    pub value: String,
    /// Where it stands, by report and place.
    pub evidence: Vec<Evidence>,
}

/// Where a reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// Index of the report.
    pub report: usize,
    /// The exact words.
    pub span: Span,
    /// The sentence around them.
    pub sentence: Span,
}

/// A value worth preferring, and why. Never a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Suggestion {
    /// The value.
    pub value: String,
    /// What speaks for it.
    pub because: String,
}

/// Reports, or passages of them, that share text: copies or light edits of one story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedText {
    /// Indices of the reports, ascending.
    pub reports: Vec<usize>,
    /// Sentences that they share, word for word or nearly.
    pub sentences: usize,
    /// Share of the shortest report's sentences that are shared, per cent.
    pub percent: u8,
}

/// The whole result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Audit {
    /// The reports, sorted as they were given.
    pub reports: Vec<Report>,
    /// Sentences counted per report.
    pub sentences: Vec<usize>,
    /// What tells the same thing.
    pub statements: Vec<Statement>,
    /// Where they disagree, gravest first.
    pub findings: Vec<Finding>,
    /// Which reports are copies of one story.
    pub shared_text: Vec<SharedText>,
    /// The events that the reports tell of: report indices, ascending. One, unless a report tells of something else.
    pub events: Vec<Vec<usize>>,
    /// Editors' rulings on the findings.
    pub decisions: decision::Decisions,
    /// The draft that was held against the reports.
    pub draft: Option<draft::Draft>,
}

impl Audit {
    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }

    /// A report by its index; the draft has the one that follows the last report's.
    pub fn report(&self, index: usize) -> &Report {
        match &self.draft {
            Some(draft) if index == self.reports.len() => &draft.report,
            _ => &self.reports[index],
        }
    }

    /// The ruling on a finding that counts.
    pub fn decision(&self, finding: &Finding) -> Option<&decision::Decision> {
        self.decisions.of.get(&finding.id)
    }

    /// The audit with the findings for people alone.
    pub fn for_people(&self) -> Self {
        let mut out = self.clone();
        out.findings = self.shown().cloned().collect();
        out.decisions.taken_out += self.findings.len() - out.findings.len();
        out
    }

    /// The findings for people: without the accepted ones, where those are hidden.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        let accepted = |f: &Finding| self.decision(f).is_some_and(|d| d.ruling == decision::Ruling::Accept);
        self.findings.iter().filter(move |f| !(self.decisions.hide && accepted(f)))
    }
}
