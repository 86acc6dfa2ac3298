//! Numbers, names and dates of a draft that no source has.
//!
//! Only what stands in a clause with a predicate, outside quotes, is looked at; and a number that a source gives of
//! anything, or a name whose words all stand somewhere in the sources, is told: a false alarm costs more than a miss.

use rustc_hash::FxHashSet;

use crate::language::Lexicon;
use crate::model::draft::{Remark, Sort};
use crate::model::mention::{At, Measure, Name, NameClass, Quantity, Time};
use crate::model::story::Story;
use crate::model::{BlockKind, Date, Evidence, Finding, Kind, Reading, Severity, Shape, Span};

/// A remark for each clause of the draft with something that no source has. What other remarks are about is left out.
pub fn untold(story: &Story<'_>, draft: usize, remarked: &[Evidence]) -> Vec<Remark> {
    let sources = Sources::new(story, draft);
    let own = &story.sources[draft];
    let mut new: Vec<&At> = Vec::new();
    new.extend(own.extract.quantities.iter().filter(|q| !sources.has_number(q)).map(|q| &q.at));
    new.extend(own.extract.times.iter().filter(|t| !sources.has_time(t)).map(|t| &t.at));
    new.extend((0..own.extract.names.len()).filter(|&n| !sources.has_name(n)).map(|n| &own.extract.names[n].at));
    new.retain(|at| !remarked.iter().any(|e| e.span.overlaps(at.span)));
    new.sort_by_key(|at| at.span);
    let mut out: Vec<Remark> = Vec::new();
    for of_clause in new.chunk_by(|a, b| a.clause == b.clause) {
        let clause = of_clause[0].clause;
        let told = own.extract.claims.get(clause).is_some_and(|claim| claim.predicate.is_some());
        if told && own.segments.clauses.get(clause).is_some_and(|c| !c.quoted) {
            out.push(remark(story, draft, clause, of_clause));
        }
    }
    out
}

fn remark(story: &Story<'_>, draft: usize, clause: usize, new: &[&At]) -> Remark {
    let squeezed = |span: Span| story.words(draft, span).split_whitespace().collect::<Vec<_>>().join(" ");
    let span = story.sources[draft].segments.clauses[clause].span;
    let finding = Finding {
        id: String::new(),
        kind: Kind::Coverage,
        severity: Severity::Gap,
        subject: new.iter().map(|at| squeezed(at.span)).collect::<Vec<_>>().join(", "),
        readings: vec![Reading { value: squeezed(span), evidence: vec![story.evidence(draft, span)] }],
        absent: (0..draft).collect(),
        suggestion: None,
        statements: Vec::new(),
    };
    Remark { sort: Sort::Untold, finding, ignored: None }
}

/// What the sources tell.
struct Sources<'a> {
    story: &'a Story<'a>,
    draft: usize,
    /// Their words as they are compared.
    words: FxHashSet<&'a str>,
}

impl<'a> Sources<'a> {
    fn new(story: &'a Story<'a>, draft: usize) -> Self {
        let tokens = story.sources[..draft].iter().flat_map(|s| &s.segments.tokens);
        let words = tokens.filter(|t| t.shape != Shape::Mark).flat_map(|t| [&*t.norm, &*t.stem]).collect();
        Self { story, draft, words }
    }

    fn has_number(&self, number: &Quantity) -> bool {
        // What is no count of anything, or so vague or so small that everybody says it.
        if number.vague
            || number.weak
            || matches!(number.measure, Measure::Ordinal | Measure::Label)
            || number.value <= 1.0
        {
            return true;
        }
        let alike = |q: &Quantity| {
            same(q.value, number.value)
                || q.measure == number.measure && !q.vague && q.low <= number.high && number.low <= q.high
        };
        self.story.sources[..self.draft].iter().any(|s| s.extract.quantities.iter().any(alike))
            || self
                .story
                .words(self.draft, number.number)
                .split_whitespace()
                .all(|w| self.words.contains(&*w.to_lowercase()))
    }

    fn has_time(&self, time: &Time) -> bool {
        let Some(day) = time.date.filter(|day| !time.relative && day.day.or(day.month).is_some()) else { return true };
        let fits = |t: &Time| t.date.is_some_and(|from| within(day, from, t.until));
        self.story.sources[..self.draft]
            .iter()
            .any(|s| s.extract.times.iter().any(fits) || s.report.published.is_some_and(|p| within(day, p, None)))
    }

    fn has_name(&self, n: usize) -> bool {
        let own = &self.story.sources[self.draft];
        let name: &Name = &own.extract.names[n];
        let entity = self.story.entity_of[self.draft].get(n).and_then(|&e| self.story.entities.get(e));
        let known = |r: usize| r < self.draft;
        if entity.is_some_and(|e| e.mentions.iter().any(|m| known(m.0)))
            || own.report.dateline.as_ref().is_some_and(|d| d.span.contains(name.at.span))
        {
            return true;
        }
        let lexicon = Lexicon::of(own.report.language);
        let mut words = name.at.tokens.clone().map(|t| &own.segments.tokens[t]).filter(|t| t.shape != Shape::Mark);
        words.all(|t| self.words.contains(&*t.norm) || lexicon.is_function(&t.norm)) || self.is_doubtful(name)
    }

    /// A capital that may be the sentence's or the headline's, not a name's.
    fn is_doubtful(&self, name: &Name) -> bool {
        let own = &self.story.sources[self.draft];
        let first =
            own.segments.sentences.get(name.at.sentence).is_some_and(|s| s.tokens.start == name.at.tokens.start);
        let headline = own.segments.sentences.get(name.at.sentence).and_then(|s| own.report.blocks.get(s.block));
        name.class == NameClass::Unknown && (first || headline.is_some_and(|b| b.kind == BlockKind::Headline))
    }
}

/// Whether two values are one, but for the rounding of their computation.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Whether a day can be one of these days, as far as both are known.
fn within(day: Date, from: Date, until: Option<Date>) -> bool {
    fn fits<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
        a.is_none() || b.is_none() || a == b
    }
    let alike = |a: Date, b: Date| fits(a.year, b.year) && fits(a.month, b.month) && fits(a.day, b.day);
    alike(day, from) || until.is_some_and(|until| alike(day, until) || from <= day && day <= until)
}
