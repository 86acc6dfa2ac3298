//! Clauses that tell opposite things: one word negated here and asserted there (`no fuel leak` / `fuel had leaked`), left
//! open here and settled there, or two words that exclude each other (`failed` / `working`).

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::events::Stance;
use crate::compare::facts::{Fact, Facts, Likeness, likeness};
use crate::model::story::Story;
use crate::model::{Reading, Severity};

fn env(n: &str, d: f32) -> f32 { std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d) }

/// Pairs of readings, asserted and denied, with how grave they are.
pub fn opposed(story: &Story<'_>) -> Vec<(Severity, Vec<Reading>)> {
    let facts = Facts::of(story);
    let scale = scale(story);
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    let mut agreed: FxHashMap<(usize, usize), f32> = FxHashMap::default();
    for (i, j, contrary) in facts.pairs() {
        let (a, b) = (&facts.all[i], &facts.all[j]);
        let likeness = likeness(story, a, b);
        if !opposite(a, b, contrary) {
            for (one, other) in [(i, b.report), (j, a.report)].into_iter().filter(|_| agree(a, b, contrary)) {
                let best = agreed.entry((one, other)).or_default();
                *best = best.max(likeness.score);
            }
        } else if a.place(story) != b.place(story) && likeness.score >= scale * least(a, b, contrary, &likeness) {
            pairs.push((likeness.score, i, j));
        }
    }
    // What the other report tells the same way, and likelier of the same thing, is what it has to say.
    let said = |one: usize, report: usize, score: f32| agreed.get(&(one, report)).is_some_and(|&best| best >= score);
    pairs.retain(|&(score, i, j)| {
        let (a, b) = (facts.all[i].report, facts.all[j].report);
        a == b || (!said(i, b, score) && !said(j, a, score))
    });
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    pairs.dedup_by_key(|p| (p.1, p.2));
    chosen(story, &facts, &pairs)
}

/// Thresholds are of a story of some sixty sentences; rare words weigh more where there are more.
fn scale(story: &Story<'_>) -> f32 {
    let sentences: usize = story.sources.iter().map(|s| s.segments.sentences.len()).sum();
    ((1.0 + sentences as f32).ln() / USUAL).powf(env("K_POW", 1.0))
}

/// `ln(1 + 60)`.
const USUAL: f32 = 4.1;

/// Whether two facts tell one thing the same way.
fn agree(a: &Fact, b: &Fact, contrary: bool) -> bool {
    !contrary && a.denied.is_some() == b.denied.is_some()
}

/// Whether one tells as so what the other tells as not so.
fn opposite(a: &Fact, b: &Fact, contrary: bool) -> bool {
    let open = |f: &Fact| f.denied.is_some_and(|d| d.open);
    let no = |f: &Fact| f.denied.is_some_and(|d| !d.open);
    if open(a) || open(b) {
        return !(open(a) && open(b)) && !contrary && (open(a) || !a_guess(a)) && (open(b) || !a_guess(b));
    }
    if !a.verb && !b.verb && a.narrow.is_some() && b.narrow.is_some() && a.narrow != b.narrow {
        return false;
    }
    // Two denials of contraries agree as often as not.
    // In one report contraries are phases of one course, and a fact and its denial are two, unless somebody denies it.
    if a.report == b.report && (contrary || !(disputed(a) || disputed(b))) {
        return false;
    }
    if contrary { !no(a) && !no(b) } else { no(a) != no(b) && sure(a, b) }
}

fn disputed(f: &Fact) -> bool {
    f.denied.is_some_and(|d| d.verb)
}

fn a_guess(f: &Fact) -> bool {
    f.denied.is_none() && !matches!(f.stance, Stance::Done | Stance::Planned)
}

/// Not yet is no denial, unless it is told as done.
fn sure(a: &Fact, b: &Fact) -> bool {
    let yet = |f: &Fact| f.denied.is_some_and(|d| d.yet);
    (!yet(a) || b.done) && (!yet(b) || a.done)
}

/// The likeness from which two facts tell one thing.
fn least(a: &Fact, b: &Fact, contrary: bool, likeness: &Likeness) -> f32 {
    let mut least = if likeness.core { env("K_CORE", 4.5) } else { env("K_FAR", 6.0) };
    let all = |f: &Fact| f.denied.is_some_and(|d| d.all);
    if all(a) || all(b) {
        least += env("K_ALL", -0.5);
    }
    if contrary {
        least += if likeness.affected { env("K_CONTRARY", 1.0) } else { env("K_UNAFF", 3.5) };
    }
    if !contrary && (!a.verb || !b.verb) {
        least += if likeness.joined { env("K_NOUN", 1.0) } else { env("K_NOUNFAR", 3.0) };
    }
    if a.report == b.report {
        least += env("K_SAME", 1.0);
    }
    least += env("K_UNLIKE", 1.5) * likeness.unlike as f32;
    let settled = |f: &Fact| matches!(f.stance, Stance::Done | Stance::Ongoing);
    if settled(a) != settled(b) {
        least += env("K_STANCE", 1.0);
    }
    if likeness.others {
        least += env("K_OTHERS", 4.0);
    }
    least
}

/// The best pairs, each sentence once.
fn chosen(story: &Story<'_>, facts: &Facts, pairs: &[(f32, usize, usize)]) -> Vec<(Severity, Vec<Reading>)> {
    let mut out = Vec::new();
    let mut used: FxHashSet<(usize, usize)> = FxHashSet::default();
    for &(score, i, j) in pairs {
        let (a, b) = (&facts.all[i], &facts.all[j]);
        if used.contains(&a.place(story)) || used.contains(&b.place(story)) {
            continue;
        }
        used.insert(a.place(story));
        used.insert(b.place(story));
        if std::env::var("K_DEBUG").is_ok() {
            let l = likeness(story, a, b);
            eprintln!("OPP {score:.1} {l:?} {:?} / {:?}", a.words(story), b.words(story));
            eprintln!("     {:?} / {:?}", story.words(a.report, a.span(story)), story.words(b.report, b.span(story)));
        }
        let open = a.denied.is_some_and(|d| d.open) || b.denied.is_some_and(|d| d.open);
        let (yes, no) = if a.denied.is_some() { (b, a) } else { (a, b) };
        let severity = if open { Severity::Variant } else { Severity::Conflict };
        out.push((severity, vec![reading(story, yes), reading(story, no)]));
    }
    out
}

fn reading(story: &Story<'_>, fact: &Fact) -> Reading {
    Reading { value: fact.words(story).to_owned(), evidence: vec![story.evidence(fact.report, fact.span(story))] }
}

#[cfg(test)]
mod tests {
    use super::opposed;
    use crate::compare::testing::story;
    use crate::model::Language;

    /// Sentences that make the words of the others rare, as in a real story.
    const FILLER: &str = "The harbour master spoke on Monday. Families waited in a hall. Schools stayed shut. Volunteers \
                          brought soup. A choir sang in the square. Shops closed early. The mayor thanked nurses. ";

    fn found(a: &str, b: &str) -> usize {
        let texts = [format!("{FILLER}{a}"), format!("{FILLER}{b}")];
        opposed(&story(Language::English, &[&texts[0], &texts[1]], &[])).len()
    }

    #[test]
    fn other_things_and_agreement() {
        assert_eq!(found("The bridge permit was renewed.", "The bridge permit was renewed in May."), 0);
        assert_eq!(found("The bridge permit was not renewed.", "A fishing contract was renewed."), 0);
        assert_eq!(found("The permit was not only renewed.", "The permit was renewed."), 0);
    }
}
