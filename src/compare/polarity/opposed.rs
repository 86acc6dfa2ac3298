//! Clauses that tell opposite things: one word negated here and asserted there (`no fuel leak` / `fuel had leaked`), left
//! open here and settled there, or two words that exclude each other (`failed` / `working`).

use rustc_hash::FxHashSet;

use crate::compare::events::Stance;
use crate::compare::facts::{Fact, Facts, Likeness, likeness};
use crate::model::story::Story;
use crate::model::{Reading, Severity};

fn env(n: &str, d: f32) -> f32 { std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d) }

/// Pairs of readings, asserted and denied, with how grave they are.
pub fn opposed(story: &Story<'_>) -> Vec<(Severity, Vec<Reading>)> {
    let facts = Facts::of(story);
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (i, j, contrary) in facts.pairs() {
        let (a, b) = (&facts.all[i], &facts.all[j]);
        if !opposite(a, b, contrary) || a.place(story) == b.place(story) {
            continue;
        }
        let likeness = likeness(story, a, b);
        if likeness.score >= least(a, b, contrary, &likeness) {
            pairs.push((likeness.score, i, j));
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    pairs.dedup_by_key(|p| (p.1, p.2));
    chosen(story, &facts, &pairs)
}

/// Whether one tells as so what the other tells as not so.
fn opposite(a: &Fact, b: &Fact, contrary: bool) -> bool {
    let open = |f: &Fact| f.denied.is_some_and(|d| d.open);
    let no = |f: &Fact| f.denied.is_some_and(|d| !d.open);
    if open(a) || open(b) {
        return !(open(a) && open(b)) && !contrary && (open(a) || !a_guess(a)) && (open(b) || !a_guess(b));
    }
    // Two denials of contraries agree as often as not.
    if contrary { !no(a) && !no(b) } else { no(a) != no(b) && sure(a, b) }
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
        least += env("K_CONTRARY", 1.0);
    }
    if !a.verb || !b.verb {
        least += env("K_NOUN", 0.5);
    }
    if a.report == b.report {
        least += env("K_SAME", 2.0);
    }
    let settled = |f: &Fact| matches!(f.stance, Stance::Done | Stance::Ongoing);
    if settled(a) != settled(b) {
        least += env("K_STANCE", 1.0);
    }
    if likeness.others {
        least += env("K_OTHERS", 100.0);
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
