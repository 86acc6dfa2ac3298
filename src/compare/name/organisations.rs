//! Organisations spelled out with another word missing, and units named by two grades of one head.

use super::forms::Form;
use super::{spellings::told_apart, variant};
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{Finding, Kind};

/// Words that an organisation's name must have before a missing one is a slip and not another office.
const WORDS: usize = 3;

/// Letters that two heads must share at their start to be grades of one (`polres`, `polresta`, `polrestabes`).
const HEAD_LETTERS: usize = 5;

/// Organisations that reports write with and without a word, while the abbreviation stays the same.
pub fn findings(story: &Story<'_>, forms: &[Form]) -> Vec<Finding> {
    let organisations: Vec<&Form> = forms.iter().filter(|f| f.class == NameClass::Organisation).collect();
    let mut out = Vec::new();
    for (x, a) in organisations.iter().enumerate() {
        for b in &organisations[x + 1..] {
            let (long, short) = if a.parts.len() >= b.parts.len() { (a, b) } else { (b, a) };
            let one = word_missing(story, forms, long, short) || last_letter(long, short);
            if one && !told_apart(story, long, short) || grades(story, long, short) {
                let readings = vec![long.reading(story), short.reading(story)];
                out.push(variant(story, Kind::Name, long.text.clone(), readings));
            }
        }
    }
    out
}

/// One word inside is missing, and both are abbreviated as the longer one is.
fn word_missing(story: &Story<'_>, forms: &[Form], long: &Form, short: &Form) -> bool {
    if short.parts.len() < WORDS || long.parts.len() != short.parts.len() + 1 {
        return false;
    }
    let same_start = long.parts.iter().zip(&short.parts).take_while(|(x, y)| x == y).count();
    if same_start == 0 || same_start == short.parts.len() || long.parts[same_start + 1..] != short.parts[same_start..] {
        return false;
    }
    let initials: [String; 2] = [true, false].map(|all| {
        let big = |p: &&Box<str>| all || !matches!(&***p, "dan" | "of" | "the" | "and" | "for" | "untuk");
        long.parts.iter().filter(big).filter_map(|p| p.chars().next()).collect()
    });
    let abbreviation = forms.iter().find(|f| f.parts.len() == 1 && initials.contains(&f.parts[0].to_string()));
    // The shorter form's own reports use the longer one's abbreviation.
    abbreviation.is_some_and(|f| f.reports().iter().any(|r| short.reports().contains(r)))
        && short.places(story).count() > 0
}

/// `Marlow & Rowe`, `Marlow & Row`: a firm's name that some report cuts short by a letter, in other reports than the whole.
fn last_letter(a: &Form, b: &Form) -> bool {
    let mut differing = a.parts.iter().zip(&b.parts).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (differing.next(), differing.next()) else { return false };
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    let ending = long.strip_prefix(&**short).is_some_and(|e| e.chars().count() == 1 && !matches!(e, "s" | "n" | "i"));
    a.text.contains('&')
        && b.text.contains('&')
        && a.parts.len() == b.parts.len()
        && ending
        && a.reports().iter().all(|r| !b.reports().contains(r))
}

/// `Polresta Medan`, `Polrestabes Medan`: one unit, two grades.
fn grades(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    let lexicon = Lexicon::of(story.sources[a.mentions[0].0].report.language);
    let (x, y) = (&a.parts[0], &b.parts[0]);
    a.parts.len() > 1
        && a.parts[1..] == b.parts[1..]
        && x != y
        && (x.starts_with(&**y) || y.starts_with(&**x))
        && x.len().min(y.len()) >= HEAD_LETTERS
        && lexicon.organisation_heads.word(x).is_some()
        && lexicon.organisation_heads.word(y).is_some()
}
