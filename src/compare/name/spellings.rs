//! Forms that are spellings of one name.

use super::forms::{Form, aligned, beside};
use super::persons::Persons;
use super::variant;
use crate::language::{Lexicon, spelling};
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{Finding, Kind};

/// Letters that a name of one word must have before it is compared with another by letter: shorter ones are too often
/// two names (`Andi`, `Anti`).
const LONE_LETTERS: usize = 5;

/// One finding for every name that is spelled in two ways or more.
pub fn findings(story: &Story<'_>, forms: &[Form], kind: Kind) -> Vec<Finding> {
    let persons = (kind == Kind::Name).then(|| Persons::of(story));
    let wanted: Vec<usize> = (0..forms.len())
        .filter(|&i| forms[i].in_text && (forms[i].class == NameClass::Place) == (kind == Kind::Place))
        .filter(|&i| !common(story, &forms[i]))
        .collect();
    let mut group: Vec<usize> = (0..forms.len()).collect();
    for (x, &a) in wanted.iter().enumerate() {
        for &b in &wanted[x + 1..] {
            let one = persons.as_ref().is_some_and(|p| is_one_person(story, p, &forms[a], &forms[b]));
            if one || same_name(story, &forms[a], &forms[b]) {
                let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    let mut groups: Vec<Vec<&Form>> = vec![Vec::new(); forms.len()];
    forms.iter().zip(&group).for_each(|(form, first)| groups[*first].push(form));
    groups.retain(|members| members.len() > 1);
    // Full names first: what they tell is not told again of their parts.
    groups.sort_by_key(|g| std::cmp::Reverse(g[0].parts.len()));
    let mut told: Vec<(String, String)> = Vec::new();
    let mut out = Vec::new();
    for members in groups {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (x, a) in members.iter().enumerate() {
            for b in &members[x + 1..] {
                pairs.extend(differing(a, b).map(|(x, y)| (x.min(y).to_owned(), x.max(y).to_owned())));
            }
        }
        let new = pairs.is_empty() || pairs.iter().any(|p| !told.contains(p));
        told.extend(pairs);
        if new {
            let readings = members.iter().map(|f| f.reading(story)).collect();
            out.push(variant(story, kind, story.entities[members[0].entity].name.clone(), readings));
        }
    }
    out
}

/// Whether two full names, each of other reports, are one person's by other letters than a slip makes.
fn is_one_person(story: &Story<'_>, persons: &Persons<'_>, a: &Form, b: &Form) -> bool {
    a.parts != b.parts
        && spelling::spelling(&a.parts, &b.parts).is_none()
        && !listed(story, a, b)
        && persons.one(a, b)
        && !told_apart(story, a, b)
}

/// Whether the lists know all words of the form: then a letter makes another word.
fn common(story: &Story<'_>, form: &Form) -> bool {
    let lexicon = Lexicon::of(story.sources[form.mentions[0].0].report.language);
    form.parts.iter().all(|p| lexicon.is_common(p, p) || lexicon.is_function(p) || lexicon.calendar.word(p).is_some())
}

/// Whether two forms are spellings of one name.
fn same_name(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    // What most pairs fail by comes first: all forms are held against all.
    let relation = if a.parts == b.parts {
        Some(spelling::Spelling::Joined)
    } else {
        spelling::spelling(&a.parts, &b.parts).or_else(|| without_small(a, b))
    };
    if relation.is_none() {
        return false;
    }
    // Marks over letters are notation (`Cancún`).
    let ascii = |f: &Form| f.parts.iter().map(|p| any_ascii::any_ascii(p)).collect::<Vec<_>>();
    if a.parts != b.parts && ascii(a) == ascii(b) {
        return false;
    }
    if differing(a, b).is_some_and(|(x, y)| known_place(story, x) && known_place(story, y)) {
        return false;
    }
    if !compatible(a.class, b.class) || a.parts == b.parts && a.class != NameClass::Person || listed(story, a, b) {
        return false;
    }
    match relation {
        None => false,
        Some(spelling::Spelling::Joined) => {
            // `U19`, `U-19` and handles (`@FaldoMaldini`) are notation.
            let plain = |f: &Form| !f.text.chars().any(|c| c.is_ascii_digit()) && f.text.contains([' ', '-']);
            let held = |f: &Form| {
                let entity = f.entity;
                story.holders.iter().flatten().any(|h| *h == Some(entity)) || f.parts.len() > 2
            };
            a.class == NameClass::Person
                && (held(a) || held(b))
                && plain(a)
                && plain(b)
                && a.text.to_lowercase() != b.text.to_lowercase()
        }
        Some(spelling::Spelling::Letters) => {
            !told_apart(story, a, b)
                && !ending(a, b)
                && if a.parts.len() > 1 { supported(a, b) } else { lone(story, a, b) }
        }
    }
}

/// How two names with small words inside relate without them: `Vitor de Santos`, `Victor Santos`.
fn without_small(a: &Form, b: &Form) -> Option<spelling::Spelling> {
    let small = |p: &Box<str>| {
        matches!(
            &**p,
            "de" | "da" | "do" | "dos" | "del" | "di" | "la" | "le" | "van" | "von" | "der" | "den" | "al" | "el"
        )
    };
    let bare = |f: &Form| f.parts.iter().filter(|p| !small(p)).cloned().collect::<Vec<_>>();
    let (x, y) = (bare(a), bare(b));
    let fewer = x.len() < a.parts.len() || y.len() < b.parts.len();
    (fewer && x.len() > 1 && y.len() > 1).then(|| spelling::spelling(&x, &y)).flatten()
}

/// The one part in which two forms of as many parts differ.
fn differing<'a>(a: &'a Form, b: &'a Form) -> Option<(&'a str, &'a str)> {
    let mut pairs = a.parts.iter().zip(&b.parts).filter(|(x, y)| x != y);
    let (x, y) = pairs.next()?;
    (a.parts.len() == b.parts.len() && pairs.next().is_none()).then_some((&**x, &**y))
}

/// Whether the gazetteer of some report's language has the word (`Moscow`, `Moskow`; `Perancis`, `Prancis`).
fn known_place(story: &Story<'_>, word: &str) -> bool {
    story.sources.iter().any(|s| Lexicon::of(s.report.language).places.word(word).is_some())
}

fn compatible(a: NameClass, b: NameClass) -> bool {
    use NameClass::{Organisation, Person, Thing, Unknown};
    match (a, b) {
        (Person, Organisation) | (Organisation, Person) => false,
        (Person, Thing) | (Thing, Person) => false,
        (Unknown, _) | (_, Unknown) => true,
        _ => true,
    }
}

/// Whether the gazetteer or the lists of institutions know both by themselves: two names then.
fn listed(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    let known = |f: &Form| {
        let lexicon = Lexicon::of(story.sources[f.mentions[0].0].report.language);
        let tokens = crate::language::tokens::of_str(&f.text.to_lowercase());
        let whole = |n: Option<usize>| n == Some(tokens.len());
        whole(lexicon.places.longest(&tokens, 0).map(|x| x.0))
            || whole(lexicon.organisations.longest(&tokens, 0).map(|x| x.0))
            || whole(lexicon.agencies.longest(&tokens, 0).map(|x| x.0))
            || whole(lexicon.expansions.longest(&tokens, 0).map(|x| x.0))
    };
    known(a) && known(b)
}

/// Whether a sentence of some report names both.
pub fn told_apart(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    a.places(story).any(|(r, at)| b.places(story).any(|(q, other)| r == q && at.sentence == other.sentence))
}

/// Plurals and endings of nouns: another word, unless a person's.
fn ending(a: &Form, b: &Form) -> bool {
    a.class != NameClass::Person
        && a.parts.iter().zip(&b.parts).any(|(x, y)| x != y && (x.starts_with(&**y) || y.starts_with(&**x)))
}

/// Names of several parts: one part differs. In one report both may stand only where one is the rare slip.
fn supported(a: &Form, b: &Form) -> bool {
    let upper = |f: &Form| f.text.split(' ').all(|w| w.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()));
    let shared = a.mentions.iter().any(|m| b.mentions.iter().any(|n| m.0 == n.0));
    let inside = a.mentions.len().min(b.mentions.len()) == 1;
    (!shared || inside) && !upper(a) && !upper(b) && !sexes(a, b)
}

/// `Putra`, `Putri`; `Dewa`, `Dewi`: a last vowel that tells sisters from brothers.
fn sexes(a: &Form, b: &Form) -> bool {
    let vowel = |w: &str| w.chars().last().filter(|c| matches!(c, 'a' | 'i' | 'o'));
    a.parts.iter().zip(&b.parts).filter(|(x, y)| x != y).any(|(x, y)| {
        let (head_x, head_y) = (
            &x[..x.len() - x.chars().last().map_or(0, char::len_utf8)],
            &y[..y.len() - y.chars().last().map_or(0, char::len_utf8)],
        );
        head_x == head_y && vowel(x).is_some() && vowel(y).is_some() && vowel(x) != vowel(y)
    })
}

/// Names of one word: long enough, one of them rare, and the same told of both.
fn lone(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    let (x, y) = (&a.parts[0], &b.parts[0]);
    let abbreviations = is_upper(a) && is_upper(b);
    if abbreviations {
        // Letters that changed places, of one thing.
        return a.entity == b.entity && sorted(x) == sorted(y);
    }
    if is_upper(a) || is_upper(b) {
        return false;
    }
    // `Deni`, `Deny`: one man, where no report has both.
    let person = [a.class, b.class].contains(&NameClass::Person);
    let apart = a.reports().iter().all(|r| b.reports().iter().all(|q| q != r));
    if person && apart && spelling::same_sound(x, y) {
        return true;
    }
    x.chars().count().min(y.chars().count()) >= LONE_LETTERS && evidence(story, a, b)
}

fn is_upper(form: &Form) -> bool {
    form.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

fn sorted(word: &str) -> Vec<char> {
    let mut chars: Vec<char> = word.chars().collect();
    chars.sort_unstable();
    chars
}

/// Clauses that tell the same, or the same word beside both.
fn evidence(story: &Story<'_>, a: &Form, b: &Form) -> bool {
    a.places(story).any(|(r, at)| {
        b.places(story).any(|(q, other)| {
            let near = |after| {
                let (x, y) = (beside(&story.sources[r], at, after), beside(&story.sources[q], other, after));
                x.zip(y).is_some_and(|(x, y)| x.stem == y.stem)
            };
            aligned(story, (r, at.clause), (q, other.clause)) || near(false) || near(true)
        })
    })
}
