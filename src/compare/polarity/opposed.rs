//! Clauses that tell opposite things: one word negated here and asserted there (`no fuel leak` / `fuel had leaked`), left
//! open here and settled there, or two words that exclude each other (`failed` / `working`).

use crate::compare::events::Stance;
use crate::compare::facts::{Contrast, Fact, Facts, Likeness, Verdict, contrasts};
use crate::model::story::Story;
use crate::model::{Reading, Severity};

/// Likeness from which two facts that tell opposite things are one matter: with the same arguments, and without.
/// Measured, as all that follows, on our stories and on seventy unlabelled ones.
const CORE: f32 = 4.2;
/// See [`CORE`].
const FAR: f32 = 5.6;
/// What it takes less where something is denied of all.
const ALL: f32 = -0.5;
/// What it takes more for contraries that tell of the same, and of others.
const CONTRARY: f32 = 1.0;
/// See [`CONTRARY`].
const UNAFFECTED: f32 = 3.5;
/// What it takes more where one of them is a noun: within a statement, and outside.
const NOUN: f32 = 1.0;
/// See [`NOUN`].
const NOUN_FAR: f32 = 5.0;
/// What it takes more within one report.
const SAME_REPORT: f32 = 1.0;
/// What it takes more for each side on which both name others.
const UNLIKE: f32 = 1.5;
/// What it takes more where one has happened and the other is to come, or may be.
const STANCE: f32 = 1.5;
/// What it takes more where no statement holds both.
const APART: f32 = 0.8;
/// What it takes more where the words differ and only their event is one.
const WORD: f32 = 1.2;
/// What it takes more where the sentences tell of other days or the clauses of other people.
const OTHERS: f32 = 4.0;

/// Pairs of readings, asserted and denied, with how grave they are.
pub fn opposed(story: &Story<'_>) -> Vec<(Severity, Vec<Reading>)> {
    let facts = Facts::of(story);
    let judge = |a: &Fact, b: &Fact, contrary: bool, likeness: &Likeness| {
        if opposite(a, b, contrary) {
            Verdict::Differ(least(a, b, contrary, likeness))
        } else if !contrary && a.denied.is_some() == b.denied.is_some() {
            Verdict::Agree
        } else {
            Verdict::Apart
        }
    };
    contrasts(story, &facts, judge).into_iter().map(|c| readings(story, c)).collect()
}

/// Asserted, then denied.
fn readings(story: &Story<'_>, contrast: Contrast<'_>) -> (Severity, Vec<Reading>) {
    let Contrast { a, b } = contrast;
    let open = [a, b].iter().any(|f| f.denied.is_some_and(|d| d.open));
    let (yes, no) = if a.denied.is_some() { (b, a) } else { (a, b) };
    let severity = if open { Severity::Variant } else { Severity::Conflict };
    (severity, vec![yes.reading(story), no.reading(story)])
}

/// Whether one tells as so what the other tells as not so.
fn opposite(a: &Fact, b: &Fact, contrary: bool) -> bool {
    let open = |f: &Fact| f.denied.is_some_and(|d| d.open);
    let no = |f: &Fact| f.denied.is_some_and(|d| !d.open);
    // In one report contraries are phases of one course, and a fact and its denial are two, unless somebody denies it.
    if a.report == b.report && (contrary || !a.verb || !b.verb || !(disputed(a) || disputed(b))) {
        return false;
    }
    if open(a) || open(b) {
        let settled = |f: &Fact| !open(f) && !guess(f);
        return !contrary && (settled(a) || settled(b));
    }
    // A noun and a verb of one root are seldom one matter (`penerbangan`, `terbang`).
    if !contrary && (!a.verb || !b.verb) && a.form != b.form {
        return false;
    }
    // `tokoh` / `bukan tokoh`: nouns that no verb tells of are sorts of things.
    if !a.verb && !b.verb && !contrary && ![a, b].iter().any(|f| f.denied.is_some_and(|d| d.all || d.verb)) {
        return false;
    }
    if !a.verb && !b.verb && a.narrow.is_some() && b.narrow.is_some() && a.narrow != b.narrow {
        return false;
    }
    // Two denials of contraries agree as often as not.
    if contrary { !no(a) && !no(b) } else { no(a) != no(b) && sure(a, b) }
}

fn disputed(f: &Fact) -> bool {
    f.denied.is_some_and(|d| d.verb)
}

fn guess(f: &Fact) -> bool {
    f.denied.is_none() && !matches!(f.stance, Stance::Done | Stance::Planned)
}

/// Not yet is no denial, unless it is told as done.
fn sure(a: &Fact, b: &Fact) -> bool {
    let yet = |f: &Fact| f.denied.is_some_and(|d| d.yet);
    (!yet(a) || b.done) && (!yet(b) || a.done)
}

/// The likeness from which two facts tell one thing.
fn least(a: &Fact, b: &Fact, contrary: bool, likeness: &Likeness) -> f32 {
    let mut least = if likeness.core { CORE } else { FAR };
    let all = |f: &Fact| f.denied.is_some_and(|d| d.all);
    if all(a) || all(b) {
        least += ALL;
    }
    if contrary {
        least += if likeness.affected { CONTRARY } else { UNAFFECTED };
    }
    if !contrary && (!a.verb || !b.verb) {
        least += if likeness.joined { NOUN } else { NOUN_FAR };
    }
    if a.report == b.report {
        least += SAME_REPORT;
    }
    least += UNLIKE * likeness.unlike as f32;
    let settled = |f: &Fact| matches!(f.stance, Stance::Done | Stance::Ongoing);
    if settled(a) != settled(b) {
        least += STANCE;
    }
    if !likeness.joined {
        least += APART;
    }
    let word = |f: &Fact| f.keys.iter().find(|k| k.name.starts_with("w:")).cloned();
    if !contrary && word(a) != word(b) {
        least += WORD;
    }
    if likeness.days {
        least += OTHERS;
    }
    if likeness.others {
        least += OTHERS;
    }
    least
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
    fn one_thing_denied() {
        assert_eq!(found("The bridge permit was renewed in May.", "The bridge permit was not renewed in May."), 1);
    }

    #[test]
    fn other_things_and_agreement() {
        assert_eq!(found("The bridge permit was renewed.", "The bridge permit was renewed in May."), 0);
        assert_eq!(found("The bridge permit was not renewed.", "A fishing contract was renewed."), 0);
        assert_eq!(found("The permit was not only renewed.", "The permit was renewed."), 0);
    }
}
