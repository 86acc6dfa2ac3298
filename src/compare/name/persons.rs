//! One person under two full names: a first name cut short or written out, a part more, or another surname.
//!
//! What the letters leave open, the reports must tell: the same office, the same age, or the same words around the name.

use std::collections::{BTreeMap, BTreeSet};

use super::forms::{Form, aligned};
use crate::compare::title::posts::{Post, posts};
use crate::language::{Lexicon, spelling};
use crate::model::mention::{Measure, NameClass, TitleSort};
use crate::model::story::Story;
use crate::model::{BlockKind, Shape};

/// How like two names of which one part differs must sound, by Jaro and Winkler, where the reports show that one person
/// is meant (`Suwarno`, `Suwandi`).
const RESEMBLING: f64 = 0.77;

/// Letters of the shortest part that is compared by its sound.
const LETTERS: usize = 3;

/// Letters that a short form keeps of the name's start (`Joe` of `Joseph`), or has where it is the name's end (`Wati`).
const KEPT: usize = 2;

/// Letters of a short form that is the name's end.
const END: usize = 4;

/// Words that two sentences share where the same is told in them.
const CONTEXT: usize = 3;

/// First names that are written short with more than one letter.
const CLIPPED: [&str; 12] = ["moh", "muh", "moch", "much", "mohd", "muhd", "mhd", "md", "abd", "ach", "wm", "chas"];

/// First names that reports leave out before two others.
const LEFT_OUT: [&str; 16] = [
    "muhammad",
    "mohammad",
    "mohamad",
    "muhamad",
    "mohammed",
    "mohamed",
    "mochammad",
    "mochamad",
    "mokhamad",
    "ahmad",
    "achmad",
    "akhmad",
    "ahmed",
    "abdul",
    "siti",
    "raden",
];

/// Endings that make another name of a name (`Indra`, `Indrawan`).
const ENDINGS: [&str; 14] =
    ["wan", "wati", "man", "to", "no", "di", "yanto", "yono", "ningsih", "sih", "ni", "na", "ina", "a"];

/// How two full names relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// An initial written out, or a first name more: the letters are enough.
    Sure,
    /// A first name that is short for the other, or has its consonants: enough where the surname is no family's.
    Short,
    /// A part that sounds nearly like the other.
    Near,
    /// A part is another.
    Far,
}

/// What tells whether two names are one person's.
pub struct Persons<'a> {
    story: &'a Story<'a>,
    posts: BTreeMap<usize, Vec<Post>>,
}

impl<'a> Persons<'a> {
    /// Reads the offices of all persons.
    pub fn of(story: &'a Story<'a>) -> Self {
        Self { story, posts: posts(story) }
    }

    /// Whether two forms, no spellings of each other, are one person's full names.
    pub fn one(&self, a: &Form, b: &Form) -> bool {
        let person = |f: &Form| f.class == NameClass::Person && f.parts.len() > 1;
        if !person(a) || !person(b) {
            return false;
        }
        let Some(likeness) = likeness(&a.parts, &b.parts) else { return false };
        let reports: BTreeSet<usize> = a.reports().into_iter().collect();
        if b.reports().iter().any(|r| reports.contains(r)) || is_upper(a) || is_upper(b) {
            return false;
        }
        match likeness {
            Likeness::Sure => true,
            Likeness::Short => !self.apart(a, b),
            Likeness::Near => self.office(a, b) || self.body(a, b) || self.age(a, b) || self.told(a, b, CONTEXT),
            Likeness::Far => self.office(a, b) && !self.apart(a, b),
        }
    }

    /// The same office or rank of the same body.
    fn office(&self, a: &Form, b: &Form) -> bool {
        let (Some(x), Some(y)) = (self.posts.get(&a.entity), self.posts.get(&b.entity)) else { return false };
        x.iter().any(|p| y.iter().any(|q| same_post(p, q)))
    }

    /// Offices of the same body, whatever they are called.
    fn body(&self, a: &Form, b: &Form) -> bool {
        let of = |f: &Form| -> BTreeSet<&String> {
            self.posts.get(&f.entity).into_iter().flatten().flat_map(|p| &p.domain).collect()
        };
        !of(a).is_disjoint(&of(b))
    }

    /// The same age beside both.
    fn age(&self, a: &Form, b: &Form) -> bool {
        let ages = |f: &Form| -> BTreeSet<u32> {
            let beside = |&(r, n): &(usize, usize)| {
                let source = &self.story.sources[r];
                let name = &source.extract.names[n].at;
                let mut all = source.extract.quantities.iter();
                let age = all.find(|q| {
                    q.measure == Measure::Age
                        && q.at.sentence == name.sentence
                        && (name.tokens.end..name.tokens.end + 3).contains(&q.at.tokens.start)
                });
                age.map(|q| q.value as u32)
            };
            f.mentions.iter().filter_map(beside).collect()
        };
        !ages(a).is_disjoint(&ages(b))
    }

    /// Clauses that tell the same, or sentences of the same words.
    fn told(&self, a: &Form, b: &Form, words: usize) -> bool {
        a.places(self.story).any(|(r, x)| {
            b.places(self.story).any(|(q, y)| {
                aligned(self.story, (r, x.clause), (q, y.clause))
                    || self.words(r, x.sentence).intersection(&self.words(q, y.sentence)).count() >= words
            })
        })
    }

    /// Content words of a sentence that are no names.
    fn words(&self, report: usize, sentence: usize) -> BTreeSet<&str> {
        let source = &self.story.sources[report];
        let lexicon = Lexicon::of(source.report.language);
        let block = source.segments.sentences[sentence].block;
        if source.report.blocks[block].kind != BlockKind::Paragraph {
            return BTreeSet::new();
        }
        let tokens = &source.segments.tokens[source.segments.sentences[sentence].tokens.clone()];
        let content = tokens.iter().filter(|t| {
            t.shape == Shape::Lower
                && !lexicon.is_function(&t.norm)
                && lexicon.reporting.word(&t.stem).is_none()
                && lexicon.units.word(&t.norm).is_none()
        });
        content.map(|t| if t.stem.is_empty() { &*t.norm } else { &*t.stem }).collect()
    }

    /// Whether the part in which they agree is a family's: a third person has it.
    fn apart(&self, a: &Form, b: &Form) -> bool {
        let shared: Vec<&str> = a.parts.iter().filter(|p| b.parts.contains(p)).map(|p| &**p).collect();
        let entities = self.story.entities.iter().enumerate();
        entities.filter(|(e, x)| x.class == NameClass::Person && ![a.entity, b.entity].contains(e)).any(|(_, x)| {
            let name = x.name.to_lowercase();
            name.contains(' ') && name.split([' ', '-']).any(|w| shared.contains(&w))
        })
    }
}

/// Whether two posts are one: the head, the state, and something that it is of.
fn same_post(a: &Post, b: &Post) -> bool {
    let office = |p: &Post| p.sort == TitleSort::Office && !p.head.is_empty();
    office(a)
        && office(b)
        && a.head == b.head
        && a.qualifiers == b.qualifiers
        && (a.domain.intersection(&b.domain).next().is_some() || a.head.contains(' ') && a.domain == b.domain)
}

/// How two names of several parts relate, if one person may have both.
fn likeness(a: &[Box<str>], b: &[Box<str>]) -> Option<Likeness> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if long.len() != short.len() {
        // `Muhammad Aldi Hartono`, `Aldi Hartono`.
        let more = long.len() == short.len() + 1 && long[1..] == *short && short.len() > 1;
        let left_out = |p: &str| p.chars().count() == 1 || CLIPPED.contains(&p) || LEFT_OUT.contains(&p);
        return (more && left_out(&long[0])).then_some(Likeness::Sure);
    }
    let mut differing = long.iter().zip(short).filter(|(x, y)| x != y);
    let (x, y) = differing.next()?;
    if differing.next().is_some() || numeral(x) || numeral(y) {
        return None;
    }
    if initial(x, y) || initial(y, x) {
        return Some(Likeness::Sure);
    }
    if sexes(x, y) {
        return None;
    }
    let letters = x.chars().count().min(y.chars().count());
    let first = long[0] != short[0];
    let same_start = x.chars().next() == y.chars().next();
    if short_for(x, y) || short_for(y, x) || first && same_start && letters >= LETTERS && frame(x) == frame(y) {
        return Some(if first { Likeness::Short } else { Likeness::Near });
    }
    // One letter alone that is another is another person's.
    if resembles(x, y) { Some(Likeness::Near) } else { (letters >= LETTERS).then_some(Likeness::Far) }
}

/// `M`, `Moh` for `Mohammad`.
fn initial(short: &str, long: &str) -> bool {
    let one = short.chars().count() == 1 && long.chars().count() > 1;
    (one || CLIPPED.contains(&short) && long.len() > short.len() + 1) && short.chars().next() == long.chars().next()
}

/// `Joe` for `Joseph`, `Dani` for `Daniel`, `Wati` for `Setyawati`.
fn short_for(short: &str, long: &str) -> bool {
    let (least, most) = (short.chars().count(), long.chars().count());
    let ending = long.strip_prefix(short).is_some_and(|e| ENDINGS.contains(&e));
    if least < LETTERS || most <= least || ending {
        return false;
    }
    let kept = short.trim_end_matches(['y', 'i', 'e']);
    let mut letters: Vec<char> = kept.chars().collect();
    letters.dedup();
    let kept: String = letters.into_iter().collect();
    kept.chars().count() >= KEPT && long.starts_with(&kept) || least >= END && long.ends_with(short)
}

/// Whether two parts may be one that was heard or typed otherwise.
pub fn resembles(x: &str, y: &str) -> bool {
    let first = x.chars().next() == y.chars().next();
    let least = x.chars().count().min(y.chars().count());
    if least < LETTERS || !first {
        return false;
    }
    spelling::same_sound(x, y) || frame(x) == frame(y) || least > LETTERS && strsim::jaro_winkler(x, y) >= RESEMBLING
}

/// The first letter and the consonants, each once: `Amy` and `Aimee`, `Sara` and `Sarah`.
fn frame(word: &str) -> String {
    let mut out = String::new();
    for (i, c) in word.chars().enumerate() {
        let kept = i == 0 || !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h');
        if kept && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// `Putra`, `Putri`; `Andrea`, `Andreas`: a last vowel that tells sisters from brothers.
fn sexes(x: &str, y: &str) -> bool {
    let vowel = |w: &str| w.chars().last().filter(|c| matches!(c, 'a' | 'i' | 'o'));
    let head = |w: &str| w.chars().take(w.chars().count().saturating_sub(1)).collect::<String>();
    head(x) == head(y) && vowel(x).is_some() && vowel(y).is_some()
}

fn numeral(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_digit()) || word.len() > 1 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

fn is_upper(form: &Form) -> bool {
    form.text.split(' ').all(|w| w.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Vec<Box<str>> {
        name.to_lowercase().split([' ', '-']).map(Box::from).collect()
    }

    #[test]
    fn names_of_one_person() {
        for (a, b, wanted) in [
            ("M Rizki Hartono", "Muhammad Rizki Hartono", Likeness::Sure),
            ("Moh Hartono", "Mohammad Hartono", Likeness::Sure),
            ("Rizki Hartono", "Muhammad Rizki Hartono", Likeness::Sure),
            ("Joe Hartley", "Joseph Hartley", Likeness::Short),
            ("Dani Hartley", "Daniel Hartley", Likeness::Short),
            ("Amy Hartley", "Aimee Hartley", Likeness::Short),
            ("Budi Suwarno", "Budi Suwandi", Likeness::Near),
            ("Kevin Hartley", "David Hartley", Likeness::Far),
        ] {
            assert_eq!(likeness(&parts(a), &parts(b)), Some(wanted), "{a} / {b}");
        }
    }

    #[test]
    fn names_of_two() {
        for (a, b) in [
            ("Putra Hartono", "Putri Hartono"),
            ("Budi Hartono", "Sari Lestari"),
            ("Hartono", "Budi Hartono"),
            ("Rizki Hartono", "Formasi Rizki Hartono"),
            ("Louis XIV", "Louis XVI"),
        ] {
            let (a_parts, b_parts) = (parts(a), parts(b));
            let one = likeness(&a_parts, &b_parts).filter(|_| a_parts.len() > 1 && b_parts.len() > 1);
            assert_eq!(one, None, "{a} / {b}");
        }
    }
}
