//! Written forms of names over all reports, and where each stands.

use rustc_hash::FxHashMap;

use crate::language::{Lexicon, tokens::name_parts};
use crate::model::mention::{At, NameClass};
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Evidence, Reading, Shape, Suggestion, Token};

/// A name as some reports write it.
#[derive(Debug, Clone)]
pub struct Form {
    /// As first written.
    pub text: String,
    /// Lower case, hyphens open.
    pub parts: Vec<Box<str>>,
    /// What it names, by most of its mentions.
    pub class: NameClass,
    /// The entity that most of its mentions are of.
    pub entity: usize,
    /// Report and index of the name, ascending.
    pub mentions: Vec<(usize, usize)>,
    /// Stands in running text somewhere, not in headlines alone.
    pub in_text: bool,
}

/// All written forms of a story, in order of first appearance.
pub fn forms(story: &Story<'_>) -> Vec<Form> {
    let mut index: FxHashMap<String, usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        for (n, name) in source.extract.names.iter().enumerate() {
            let tokens = &source.segments.tokens[name.at.tokens.clone()];
            let key: Vec<&str> = tokens.iter().filter(|t| t.shape != Shape::Mark).map(|t| &*t.norm).collect();
            let form = *index.entry(key.join(" ")).or_insert_with(|| {
                let text = name.at.span.of(&source.report.text).split_whitespace().collect::<Vec<_>>().join(" ");
                let entity = story.entity_of[r][n];
                let parts = name_parts(tokens);
                forms.push(Form { text, parts, class: name.class, entity, mentions: Vec::new(), in_text: false });
                forms.len() - 1
            });
            let form = &mut forms[form];
            form.mentions.push((r, n));
            form.in_text |= block_of(source, &name.at) == BlockKind::Paragraph;
            if form.class == NameClass::Unknown {
                form.class = name.class;
            }
        }
    }
    for form in &mut forms {
        // An entity that other names tell the class of tells it of this one too.
        if form.class == NameClass::Unknown {
            form.class = story.entities[form.entity].class;
        }
    }
    forms
}

/// The kind of block that a mention stands in.
pub fn block_of(source: &Source<'_>, at: &At) -> BlockKind {
    source.report.blocks[source.segments.sentences[at.sentence].block].kind
}

impl Form {
    /// The reports that write it so, ascending.
    pub fn reports(&self) -> Vec<usize> {
        let mut reports: Vec<usize> = self.mentions.iter().map(|m| m.0).collect();
        reports.dedup();
        reports
    }

    /// The places of its mentions.
    pub fn places<'a>(&'a self, story: &'a Story<'_>) -> impl Iterator<Item = (usize, &'a At)> {
        self.mentions.iter().map(|&(r, n)| (r, &story.sources[r].extract.names[n].at))
    }

    /// Its value and its first place in every report that has it.
    pub fn reading(&self, story: &Story<'_>) -> Reading {
        let mut evidence: Vec<Evidence> = Vec::new();
        for (r, at) in self.places(story) {
            if evidence.last().is_none_or(|e| e.report != r) {
                evidence.push(story.evidence(r, at.span));
            }
        }
        Reading { value: self.text.clone(), evidence }
    }
}

/// The reading that more reports have than any other, if at least two have it.
pub fn majority(readings: &[Reading]) -> Option<Suggestion> {
    let mut counts: Vec<(usize, usize)> = readings.iter().map(reports_of).zip(0..).collect();
    counts.sort_by(|a, b| b.cmp(a));
    let total: usize = counts.iter().map(|c| c.0).sum();
    let &(most, at) = counts.first()?;
    let next = counts.get(1).map_or(0, |c| c.0);
    (most > 1 && most > next).then(|| Suggestion {
        value: readings[at].value.clone(),
        because: format!("{most} of {total} reports write it so"),
    })
}

fn reports_of(reading: &Reading) -> usize {
    let mut reports: Vec<usize> = reading.evidence.iter().map(|e| e.report).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.len()
}

/// Reports that have none of the readings.
pub fn silent(story: &Story<'_>, readings: &[Reading]) -> Vec<usize> {
    (0..story.sources.len()).filter(|r| !readings.iter().any(|x| x.evidence.iter().any(|e| e.report == *r))).collect()
}

/// Whether two places stand in clauses of one statement, in two reports.
pub fn aligned(story: &Story<'_>, a: (usize, usize), b: (usize, usize)) -> bool {
    a.0 != b.0 && story.statements_of[a.0][a.1].iter().any(|s| story.statements_of[b.0][b.1].contains(s))
}

/// The word beside a place that may tell whose name it is: a content word or title, no mark, no function word.
pub fn beside<'a>(source: &'a Source<'_>, at: &At, after: bool) -> Option<&'a Token> {
    let tokens = &source.segments.tokens;
    let i = if after { at.tokens.end } else { at.tokens.start.checked_sub(1)? };
    let range = &source.segments.sentences[at.sentence].tokens;
    let token = tokens.get(i).filter(|_| range.contains(&i))?;
    let lexicon = Lexicon::of(source.report.language);
    (!matches!(token.shape, Shape::Mark | Shape::Number) && !lexicon.is_function(&token.norm)).then_some(token)
}
