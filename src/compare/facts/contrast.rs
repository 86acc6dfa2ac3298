//! Pairs of facts of two reports that tell one thing and differ in it, the likeliest first.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Fact, Facts, Likeness, likeness};
use crate::model::story::Story;

/// What two facts that share a key are to each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// They tell the same.
    Agree,
    /// They differ, if they tell of one thing: the likeness that this needs, in a story of usual length.
    Differ(f32),
    /// They cannot be compared.
    Apart,
}

/// Two facts that differ.
#[derive(Debug, Clone, Copy)]
pub struct Contrast<'a> {
    /// The earlier report's, or the earlier one's.
    pub a: &'a Fact,
    /// The other.
    pub b: &'a Fact,
}

/// All contrasts of a story, each sentence in one.
///
/// Two facts differ only where neither report tells, more likely of the same thing, what the other one tells: the likeliest
/// fact is what a report has to say.
pub fn contrasts<'a>(
    story: &Story<'_>,
    facts: &'a Facts,
    judge: impl Fn(&Fact, &Fact, bool, &Likeness) -> Verdict,
) -> Vec<Contrast<'a>> {
    let scale = scale(story);
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    let mut agreed: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    for (i, j, contrary) in facts.pairs() {
        let (a, b) = (&facts.all[i], &facts.all[j]);
        let likeness = likeness(story, a, b);
        match judge(a, b, contrary, &likeness) {
            Verdict::Agree => {
                for at in [(i, b.report), (j, a.report)] {
                    let best = agreed.entry(at).or_default();
                    *best = best.max(likeness.score);
                }
            }
            Verdict::Differ(least) if likeness.score >= scale * least && a.place(story) != b.place(story) => {
                pairs.push((likeness.score, i, j));
            }
            _ => {}
        }
    }
    let said = |one: usize, report: usize, score: f32| agreed.get(&(one, report)).is_some_and(|&best| best >= score);
    pairs.retain(|&(score, i, j)| {
        let (a, b) = (facts.all[i].report, facts.all[j].report);
        a == b || (!said(i, b, score) && !said(j, a, score))
    });
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    chosen(story, facts, &pairs)
}

/// The best pairs, each sentence once.
fn chosen<'a>(story: &Story<'_>, facts: &'a Facts, pairs: &[(f32, usize, usize)]) -> Vec<Contrast<'a>> {
    let mut out = Vec::new();
    let mut used: FxHashSet<(usize, usize)> = FxHashSet::default();
    for &(_, i, j) in pairs {
        let (a, b) = (&facts.all[i], &facts.all[j]);
        if used.contains(&a.place(story)) || used.contains(&b.place(story)) {
            continue;
        }
        used.insert(a.place(story));
        used.insert(b.place(story));
        out.push(Contrast { a, b });
    }
    out
}

/// Thresholds are of a story of some sixty sentences; rare words weigh more where there are more.
fn scale(story: &Story<'_>) -> f32 {
    let sentences: usize = story.sources.iter().map(|s| s.segments.sentences.len()).sum();
    (1.0 + sentences as f32).ln() / USUAL
}

/// `ln(1 + 60)`.
const USUAL: f32 = 4.1;
