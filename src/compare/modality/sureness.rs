//! One fact told as done here and as planned, tried, possible or suspected there, read from pairs of facts.

use crate::compare::events::Stance;
use crate::compare::facts::{Fact, Facts, Likeness, Verdict, contrasts};
use crate::language::Lexicon;
use crate::model::Reading;
use crate::model::story::Story;

/// Likeness from which two facts told more and less surely are one: with the same arguments, and without.
const CORE: f32 = 5.0;
/// See [`CORE`].
const FAR: f32 = 6.8;

/// What it takes more where nothing marks the one as done.
const PLAIN: f32 = 0.7;

/// What it takes more where the words differ and only their event is one.
const WORD: f32 = 1.5;

/// What it takes more for each side on which both name others.
const UNLIKE: f32 = 1.5;

/// What it takes more where the clauses tell of other persons.
const OTHERS: f32 = 4.0;

/// Pairs of readings, the surer first.
pub fn differing(story: &Story<'_>) -> Vec<Vec<Reading>> {
    let facts = Facts::of(story);
    let judge = |a: &Fact, b: &Fact, contrary: bool, likeness: &Likeness| {
        if contrary || a.report == b.report || !told(story, a) || !told(story, b) {
            return Verdict::Apart;
        }
        if a.stance == b.stance {
            return Verdict::Agree;
        }
        let (sure, unsure) = if a.stance < b.stance { (a, b) } else { (b, a) };
        let moment =
            || sure.keys.iter().any(|k| k.name.strip_prefix("f:").is_some_and(|n| super::MOMENTS.contains(&n)));
        let told = match unsure.stance {
            Stance::Alleged => true,
            Stance::Planned | Stance::Possible | Stance::Attempted => sure.done || (likeness.core && moment()),
            _ => false,
        };
        if sure.stance != Stance::Done || !told {
            return Verdict::Apart;
        }
        let base = if likeness.core { CORE } else { FAR };
        let plain = if sure.done { 0.0 } else { PLAIN };
        let others = if likeness.others { OTHERS } else { 0.0 };
        let word = |f: &Fact| f.keys.iter().find(|k| k.name.starts_with("w:")).cloned();
        let base = if word(a) == word(b) { base } else { base + WORD };
        Verdict::Differ(base + plain + others + UNLIKE * likeness.unlike as f32)
    };
    let found = contrasts(story, &facts, judge);
    let pair = |a: &Fact, b: &Fact| vec![a.reading(story), b.reading(story)];
    found.iter().map(|c| if c.a.stance < c.b.stance { pair(c.a, c.b) } else { pair(c.b, c.a) }).collect()
}

/// Whether a fact is an act, and nothing denies it.
fn told(story: &Story<'_>, f: &Fact) -> bool {
    let lexicon = Lexicon::of(story.sources[f.report].report.language);
    let token = &story.sources[f.report].segments.tokens[f.at];
    f.verb && f.denied.is_none() && lexicon.reporting.word(&token.stem).is_none()
}
