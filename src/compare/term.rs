//! A general and a specific word, or near-synonyms, for the same thing in the same statement.
//!
//! Compared are words that the language's lists relate (`relations.txt`: kinds and near-synonyms), and phrases of one noun
//! with other words beside it, where they stand in the same place of clauses that tell the same thing.
//!
//! Why it matters: `tersangka` is not `terdakwa`, a `dhow` is not a speedboat; an editor chooses one.
//!
//! Example: `kereta mewah antipeluru` / `kereta lapis baja`; `kasus korupsi` / `dugaan suap`; `a Saudi oil carrier` /
//! `a Saudi cargo ship`.
//!
//! Words that differ in style alone (`sopir`, `pengemudi`), abbreviations, plurals, and words that merely add detail are
//! never reported; nor is a report compared that uses both words.
//!
//! Known misses: related words that the lists do not hold; terms of statements that the aligner keeps apart.

use std::collections::BTreeMap;

use super::Comparator;
use super::lexical::{self, Relation};
use crate::language::Lexicon;
use crate::model::mention::{NameClass, Thing};
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Member, Opener, Reading, Severity, Shape, Span};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Term,
    id: "term",
    about: "a general and a specific word, or near-synonyms, for the same thing",
    page: include_str!("term.rs"),
    compare,
};

/// Words beside the two terms that two clauses must share: one says little, for names stand everywhere.
const CONTEXT: usize = 2;

/// Longest phrase of `relations.txt` that is looked up, in words.
const PHRASE: usize = 3;

/// A term as a report writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    report: usize,
    /// The words compared.
    key: String,
    /// The words shown.
    span: Span,
}

fn compare(story: &Story<'_>) -> Vec<Finding> {
    // One finding a pair of words, whatever statements it is found in.
    let mut found: BTreeMap<(String, String), Vec<(Term, Term)>> = BTreeMap::new();
    let mut keep = |a: Term, b: Term| {
        let (a, b) = if a.key <= b.key { (a, b) } else { (b, a) };
        let pairs = found.entry((a.key.clone(), b.key.clone())).or_default();
        pairs.push((a, b));
    };
    for statement in &story.statements {
        for (i, a) in statement.members.iter().enumerate() {
            for b in statement.members[i + 1..].iter().filter(|b| b.report != a.report) {
                if language(story, a.report) == language(story, b.report) && is_body(story, a) && is_body(story, b) {
                    words(story, a, b, &mut keep);
                    things(story, a, b, &mut keep);
                }
            }
        }
    }
    merge(story, found)
}

fn language(story: &Story<'_>, report: usize) -> crate::model::Language {
    story.sources[report].report.language
}

/// A clause that tells something: no bare credit.
fn is_body(story: &Story<'_>, member: &Member) -> bool {
    story.sources[member.report].segments.clauses[member.clause].opener != Opener::Attribution
}

/// Pairs that share a term become one finding with all readings.
fn merge(story: &Story<'_>, found: BTreeMap<(String, String), Vec<(Term, Term)>>) -> Vec<Finding> {
    let mut sets: Vec<BTreeMap<String, Vec<Term>>> = Vec::new();
    for ((a, b), pairs) in found {
        let at = sets.iter().position(|s| s.contains_key(&a) || s.contains_key(&b)).unwrap_or_else(|| {
            sets.push(BTreeMap::new());
            sets.len() - 1
        });
        for (x, y) in pairs {
            sets[at].entry(a.clone()).or_default().push(x);
            sets[at].entry(b.clone()).or_default().push(y);
        }
    }
    sets.into_iter()
        .map(|set| {
            let readings: Vec<Reading> = set
                .into_iter()
                .map(|(_, mut terms)| {
                    terms.sort();
                    terms.dedup();
                    let shortest = terms.iter().map(|t| story.words(t.report, t.span)).min_by_key(|w| (w.len(), *w));
                    Reading {
                        value: shortest.unwrap_or_default().to_owned(),
                        evidence: terms.iter().map(|t| story.evidence(t.report, t.span)).collect(),
                    }
                })
                .collect();
            Finding {
                id: String::new(),
                kind: Kind::Term,
                severity: Severity::Variant,
                subject: readings.iter().map(|r| r.value.as_str()).collect::<Vec<_>>().join(" / "),
                readings,
                absent: Vec::new(),
                suggestion: None,
                statements: Vec::new(),
            }
        })
        .collect()
}

/// A phrase of the relations' lists in a clause: its tokens.
type Phrase = (String, std::ops::Range<usize>);

/// The words and phrases of a clause that the lists relate to others.
fn listed(source: &Source<'_>, lexicon: &Lexicon, clause: usize) -> Vec<Phrase> {
    let tokens = &source.segments.tokens;
    let range = source.segments.clauses[clause].tokens.clone();
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        let longest = (1..=PHRASE.min(range.end - i)).rev().find_map(|n| {
            let words = lexical::phrase(tokens, i..i + n);
            let known =
                |w: &str| lexicon.near.contains_key(w) || lexicon.kinds.contains_key(w) || lexicon.generals.contains(w);
            let singular = lexical::singular(&words);
            let key = if known(&words) { words.clone() } else { singular.to_owned() };
            (known(&key) && tokens[i..i + n].iter().all(|t| t.shape == Shape::Lower)).then_some((key, n))
        });
        match longest {
            Some((key, n)) => {
                out.push((key, i..i + n));
                i += n;
            }
            None => i += 1,
        }
    }
    out
}

/// Related words at the same place of two clauses.
fn words(story: &Story<'_>, a: &Member, b: &Member, keep: &mut impl FnMut(Term, Term)) {
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    let lexicon = Lexicon::of(sa.report.language);
    let (la, lb) = (listed(sa, lexicon, a.clause), listed(sb, lexicon, b.clause));
    for (x, rx) in &la {
        for (y, ry) in &lb {
            let Some(relation) = lexical::relation(lexicon, x, y) else { continue };
            if lb.iter().any(|(z, _)| z == x) || la.iter().any(|(z, _)| z == y) {
                continue;
            }
            let both_use = uses(sb, lexicon, sa, rx) || uses(sa, lexicon, sb, ry);
            if both_use || style(sa, lexicon, rx) || style(sb, lexicon, ry) || person(sa, rx) || person(sb, ry) {
                continue;
            }
            let verbs = |s: &Source<'_>, r: &std::ops::Range<usize>| r.clone().any(|i| s.segments.tokens[i].verb);
            if verbs(sa, rx) != verbs(sb, ry) || !same_place(sa, a.clause, rx, sb, b.clause, ry) {
                continue;
            }
            let shared = context(sa, a.clause, rx, sb, b.clause, ry, lexicon);
            let needed = if relation == Relation::Sibling { 0 } else { CONTEXT };
            if shared >= needed {
                keep(term(sa, a.report, x, rx), term(sb, b.report, y, ry));
            }
        }
    }
}

/// Whether the other report uses the words anywhere.
fn uses(other: &Source<'_>, lexicon: &Lexicon, source: &Source<'_>, range: &std::ops::Range<usize>) -> bool {
    let words: Vec<_> = source.segments.tokens[range.clone()].iter().collect();
    lexical::uses(other, lexicon, &words)
}

/// Verbs of reporting are style.
fn style(source: &Source<'_>, lexicon: &Lexicon, range: &std::ops::Range<usize>) -> bool {
    source.segments.tokens[range.clone()].iter().any(|t| lexicon.reporting.word(&t.stem).is_some())
}

/// Words for people are `title`'s and `role`'s.
fn person(source: &Source<'_>, range: &std::ops::Range<usize>) -> bool {
    source.extract.titles.iter().any(|t| t.at.tokens.start < range.end && range.start < t.at.tokens.end)
}

/// Both before, in or behind the predicate.
fn same_place(
    sa: &Source<'_>,
    a: usize,
    x: &std::ops::Range<usize>,
    sb: &Source<'_>,
    b: usize,
    y: &std::ops::Range<usize>,
) -> bool {
    let side = |s: &Source<'_>, c: usize, r: &std::ops::Range<usize>| {
        s.extract.claims[c].predicate.map(|p| (r.start > p) as u8 + (r.end > p) as u8)
    };
    match (side(sa, a, x), side(sb, b, y)) {
        (Some(i), Some(j)) => i == j,
        _ => true,
    }
}

/// Content words that two clauses share beside the two terms.
fn context(
    sa: &Source<'_>,
    a: usize,
    x: &std::ops::Range<usize>,
    sb: &Source<'_>,
    b: usize,
    y: &std::ops::Range<usize>,
    lexicon: &Lexicon,
) -> usize {
    let content = |s: &Source<'_>, c: usize, r: &std::ops::Range<usize>| {
        let range = s.segments.clauses[c].tokens.clone();
        let mut stems: Vec<String> = range
            .filter(|i| !r.contains(i))
            .map(|i| &s.segments.tokens[i])
            .filter(|t| t.shape != Shape::Mark && !lexicon.is_function(&t.norm))
            .map(|t| lexical::stem(t).to_owned())
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let other = content(sb, b, y);
    content(sa, a, x).iter().filter(|s| other.contains(s)).count()
}

/// A term with the phrase it stands in.
fn term(source: &Source<'_>, report: usize, key: &str, range: &std::ops::Range<usize>) -> Term {
    let around =
        source.extract.things.iter().find(|t| t.at.tokens.start <= range.start && range.end <= t.at.tokens.end);
    let span = around.map_or_else(|| source.segments.span(range.clone()), |t| t.at.span);
    Term { report, key: key.to_owned(), span }
}

/// Phrases of one noun, or of related nouns, with other words beside it, at the same place of two clauses.
fn things(story: &Story<'_>, a: &Member, b: &Member, keep: &mut impl FnMut(Term, Term)) {
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    let lexicon = Lexicon::of(sa.report.language);
    let of = |s: &'_ Source<'_>, c: usize| -> Vec<Thing> {
        s.extract.things.iter().filter(|t| t.at.clause == c && !t.person).cloned().collect()
    };
    for x in of(sa, a.clause) {
        for y in of(sb, b.clause) {
            if same_place(sa, a.clause, &x.words, sb, b.clause, &y.words)
                && exclusive(story, lexicon, (a.report, &x), (b.report, &y))
            {
                let key = |s: &Source<'_>, t: &Thing| lexical::phrase(&s.segments.tokens, t.words.clone());
                let span = |r: usize, s: &Source<'_>, t: &Thing| Term { report: r, key: key(s, t), span: t.at.span };
                keep(span(a.report, sa, &x), span(b.report, sb, &y));
            }
        }
    }
}

/// Whether two phrases tell one thing by words that exclude each other.
fn exclusive(story: &Story<'_>, lexicon: &Lexicon, a: (usize, &Thing), b: (usize, &Thing)) -> bool {
    let (sa, sb) = (&story.sources[a.0], &story.sources[b.0]);
    let (wa, wb) = (content(sa, lexicon, a.1), content(sb, lexicon, b.1));
    let (ta, tb) = (&sa.segments.tokens, &sb.segments.tokens);
    let has = |i: usize, others: &[usize], from: &[crate::model::Token], to: &[crate::model::Token]| {
        others.iter().any(|&o| lexical::one_word(lexicon, &from[i], &to[o]))
    };
    let only_a: Vec<usize> = wa.iter().copied().filter(|&i| !has(i, &wb, ta, tb)).collect();
    let only_b: Vec<usize> = wb.iter().copied().filter(|&i| !has(i, &wa, tb, ta)).collect();
    let shared = wa.len() - only_a.len();
    // One word each differs, the rest agrees.
    if only_a.len() != 1 || only_b.len() != 1 || shared == 0 {
        return false;
    }
    let (x, y) = (&ta[only_a[0]], &tb[only_b[0]]);
    let named = |s: &Source<'_>, i: usize| {
        s.extract.names.iter().any(|n| n.at.tokens.contains(&i) && n.class != NameClass::Thing)
    };
    if named(sa, only_a[0]) || named(sb, only_b[0]) || x.shape != Shape::Lower || y.shape != Shape::Lower {
        return false;
    }
    let numbers =
        |t: &crate::model::Token| lexicon.numbers.word(&t.norm).is_some() || t.norm.bytes().any(|c| c.is_ascii_digit());
    if numbers(x) || numbers(y) || lexical::uses(sb, lexicon, &[x]) || lexical::uses(sa, lexicon, &[y]) {
        return false;
    }
    let related = lexical::relation(lexicon, lexical::singular(&x.norm), lexical::singular(&y.norm)).is_some()
        || lexical::siblings(lexicon, lexical::singular(&x.norm), lexical::singular(&y.norm));
    // Two words shared beside the one that differs tell that it is one thing; else the lists must.
    shared > 1 || related
}

/// The content words of a phrase.
fn content(source: &Source<'_>, lexicon: &Lexicon, thing: &Thing) -> Vec<usize> {
    let tokens = &source.segments.tokens;
    thing.words.clone().filter(|&i| tokens[i].shape != Shape::Mark && !lexicon.is_function(&tokens[i].norm)).collect()
}
