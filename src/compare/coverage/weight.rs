//! How much a clause tells that others do not.

use crate::language::Lexicon;
use crate::model::mention::{Credit, Modality};
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Opener};

use super::facts::{self, Fact, Told};

/// Content words a clause needs to be shown.
const WORDS: usize = 3;

/// Facts of one clause that are counted.
const FACTS: usize = 4;

/// What a fact weighs that others tell too.
const KNOWN: f32 = 0.15;

/// What it weighs that no other report uses the words of a clause: all of them new, and each new one.
const NEW: (f32, f32) = (1.0, 0.12);

/// New words of a clause that are counted.
const MOST_NEW: usize = 8;

/// Events that change the picture that the other reports give: somebody got away, something was broken, was called off.
const BLOWS: [&str; 12] = [
    "escape",
    "flee",
    "damage",
    "destroy",
    "disappear",
    "survive",
    "threaten",
    "refuse",
    "cancel",
    "die",
    "resign",
    "dismiss",
];

/// The weights of a report's clauses.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weight {
    /// What it tells in all; 0 where it is a credit, a caption, colour or background.
    pub all: f32,
    /// What its facts weigh that no other voice tells.
    pub facts: f32,
}

/// The weight of each clause of a report.
pub fn weights(story: &Story<'_>, told: &Told<'_>, report: usize) -> Vec<Weight> {
    let source = &story.sources[report];
    let mut of_clause: Vec<Vec<(f32, bool)>> = vec![Vec::new(); source.segments.clauses.len()];
    let mut seen: Vec<(Fact<'_>, usize)> = Vec::new();
    for (fact, clause, weight) in facts::facts(story, report) {
        if of_clause.len() <= clause || seen.contains(&(fact.clone(), clause)) {
            continue;
        }
        of_clause[clause].push((weight, told.is_one_voice(told.tellers(&fact))));
        seen.push((fact, clause));
    }
    of_clause.into_iter().enumerate().map(|(clause, facts)| weight(source, told, clause, &facts)).collect()
}

fn weight(source: &Source<'_>, told: &Told<'_>, clause: usize, facts: &[(f32, bool)]) -> Weight {
    let segments = &source.segments;
    let c = &segments.clauses[clause];
    let kind = source.report.blocks[segments.sentences[c.sentence].block].kind;
    let claim = &source.extract.claims[clause];
    let measured = source.extract.quantities.iter().any(|q| q.at.clause == clause && !q.vague && !q.weak);
    let credit = !measured && (c.opener == Opener::Attribution || is_credit(source, clause));
    if credit || kind != BlockKind::Paragraph || is_background(source, clause) {
        return Weight::default();
    }
    let (words, new) = told.new_words(source, c.tokens.clone());
    if words < WORDS {
        return Weight::default();
    }
    let mut own: Vec<f32> = facts.iter().filter(|f| f.1).map(|f| f.0).collect();
    own.sort_by(|a, b| b.total_cmp(a));
    let own: f32 = own.into_iter().take(FACTS).sum();
    let known: f32 = facts.iter().filter(|f| !f.1).take(FACTS).map(|f| f.0 * KNOWN).sum();
    let turn =
        is_blow(source, clause) || claim.negated || c.opener == Opener::Contrast || claim.modality == Modality::Alleged;
    let news = NEW.0 * new as f32 / words as f32 + NEW.1 * new.min(MOST_NEW) as f32;
    let quoted = if c.quoted { 0.7 } else { 1.0 };
    let all = own + known + 0.7 * f32::from(turn) + 0.5 * f32::from(!claim.frames.is_empty()) + news;
    Weight { all: all * quoted, facts: own }
}

/// Whether most of a clause tells who said something.
fn is_credit(source: &Source<'_>, clause: usize) -> bool {
    let span = source.segments.clauses[clause].span;
    let common = |c: &Credit| c.span.end.min(span.end).saturating_sub(c.span.start.max(span.start));
    source.extract.credits.iter().any(|c| c.span.overlaps(span) && common(c) * 2 > span.len())
}

fn is_blow(source: &Source<'_>, clause: usize) -> bool {
    let lexicon = Lexicon::of(source.report.language);
    source.segments.clauses[clause].tokens.clone().any(|i| {
        let uses = lexicon.frame_words.word(&source.segments.tokens[i].stem).map_or(&[][..], Vec::as_slice);
        uses.iter().any(|u| BLOWS.contains(&lexicon.frames[u.frame as usize]))
    })
}

/// Told of another year than the report's own.
fn is_background(source: &Source<'_>, clause: usize) -> bool {
    let own = source.report.published.and_then(|d| d.year);
    let years: Vec<i16> = source
        .extract
        .times
        .iter()
        .filter(|t| t.at.clause == clause)
        .filter_map(|t| t.date.and_then(|d| d.year))
        .collect();
    let latest = own.or_else(|| source.extract.times.iter().filter_map(|t| t.date.and_then(|d| d.year)).max());
    years.iter().any(|y| latest.is_some_and(|l| *y < l))
}
