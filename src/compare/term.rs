//! A general and a specific word, or near-synonyms, for the same thing in the same statement.
//!
//! Compared are words that the language's lists relate (`relations.txt`: kinds and near-synonyms), and phrases of one noun
//! with other words beside it, where they stand in the same place of clauses that tell the same thing; and two kinds of one
//! thing (`topi hitam` / `topi biru`, `critical` / `serious condition`) wherever the words around show that one is meant.
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

mod complements;
mod contrast;
mod slots;
mod spelling;

use std::collections::BTreeMap;

use super::Comparator;
use super::lexical::{self, Relation};
use crate::language::Lexicon;
use crate::model::mention::Thing;
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Member, Opener, Reading, Severity, Shape, Span, Token};

/// Members of a statement that are compared with each other: all, in stories of a desk's size; in one of hundreds of
/// reports the first ones, for pairs grow with the square.
const PAIRED: usize = 40;

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

/// Words to either side in which a shared one tells as much as two far away.
const REACH: usize = 3;

/// Letters that a word must have before another spelling of it is looked for: one letter makes another word of shorter ones.
const LETTERS: usize = 7;

/// Longest phrase of `relations.txt` that is looked up, in words.
const PHRASE: usize = 3;

/// A range of tokens.
type Words = std::ops::Range<usize>;

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
        let members: Vec<(&Member, Vec<Phrase>)> = statement
            .members
            .iter()
            .filter(|m| is_body(story, m))
            .take(PAIRED)
            .map(|m| {
                let source = &story.sources[m.report];
                (m, listed(source, Lexicon::of(source.report.language), m.clause))
            })
            .collect();
        for (i, (a, in_a)) in members.iter().enumerate() {
            for (b, in_b) in members[i + 1..].iter().filter(|(b, _)| b.report != a.report) {
                if language(story, a.report) == language(story, b.report) {
                    words(story, (a, in_a), (b, in_b), &mut keep);
                    things(story, a, b, &mut keep);
                }
            }
        }
    }
    complements::complements(story, &mut keep);
    spelling::spellings(story, &mut keep);
    contrast::contrasts(story, &mut keep);
    slots::slots(story, &mut keep);
    merge(story, found)
}

fn language(story: &Story<'_>, report: usize) -> crate::model::Language {
    story.sources[report].report.language
}

/// A clause that tells something: no bare credit.
fn is_body(story: &Story<'_>, member: &Member) -> bool {
    story.sources[member.report].segments.clauses[member.clause].opener != Opener::Attribution
}

/// Pairs that share a term at one place become one finding with all readings.
fn merge(story: &Story<'_>, found: BTreeMap<(String, String), Vec<(Term, Term)>>) -> Vec<Finding> {
    let mut sets: Vec<BTreeMap<String, Vec<Term>>> = Vec::new();
    for ((a, b), pairs) in found {
        let here = |s: &BTreeMap<String, Vec<Term>>, key: &str, side: &dyn Fn(&(Term, Term)) -> Term| {
            s.get(key).is_some_and(|terms| pairs.iter().any(|p| terms.contains(&side(p))))
        };
        let at = sets.iter().position(|s| here(s, &a, &|p| p.0.clone()) || here(s, &b, &|p| p.1.clone()));
        let at = at.unwrap_or_else(|| {
            sets.push(BTreeMap::new());
            sets.len() - 1
        });
        for (x, y) in pairs {
            sets[at].entry(a.clone()).or_default().push(x);
            sets[at].entry(b.clone()).or_default().push(y);
        }
    }
    sets.into_iter().map(|set| finding(story, set)).collect()
}

fn finding(story: &Story<'_>, set: BTreeMap<String, Vec<Term>>) -> Finding {
    let reading = |mut terms: Vec<Term>| {
        terms.sort();
        terms.dedup();
        let shortest = terms.iter().map(|t| story.words(t.report, t.span)).min_by_key(|w| (w.len(), *w));
        Reading {
            value: shortest.unwrap_or_default().to_owned(),
            evidence: terms.iter().map(|t| story.evidence(t.report, t.span)).collect(),
        }
    };
    let kind = kind(story, &set);
    let readings: Vec<Reading> = set.into_values().map(reading).collect();
    Finding {
        id: String::new(),
        kind,
        severity: Severity::Variant,
        subject: readings.iter().map(|r| r.value.as_str()).collect::<Vec<_>>().join(" / "),
        readings,
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}

/// Members of lists are `item`'s, places that something is told to be at `place`'s.
fn kind(story: &Story<'_>, set: &BTreeMap<String, Vec<Term>>) -> Kind {
    let thing = |t: &Term| story.sources[t.report].extract.things.iter().find(|x| x.at.span == t.span);
    let all = |is: &dyn Fn(&Term, &Thing) -> bool| {
        set.values().all(|terms| terms.iter().any(|t| thing(t).is_some_and(|x| is(t, x))))
    };
    let listed = |t: &Term, x: &Thing| {
        let extract = &story.sources[t.report].extract;
        extract.listings.iter().any(|l| extract.things[l.members.clone()].iter().any(|m| m.at == x.at))
    };
    let located = |t: &Term, x: &Thing| {
        let source = &story.sources[t.report];
        let lexicon = Lexicon::of(source.report.language);
        let tokens = &source.segments.tokens;
        let before = x.at.tokens.start.checked_sub(1).map_or("", |i| &*tokens[i].norm);
        let head = lexical::singular(&tokens[x.head].norm);
        let facility = |w: &str| lexicon.places.word(w).is_some_and(|p| matches!(p.sort, "facility" | "type"));
        let building = lexicon.kinds.get(head).is_some_and(|g| g.iter().any(|g| BUILDINGS.contains(g)));
        matches!(before, "di" | "ke" | "dari" | "in" | "at" | "behind" | "near" | "outside" | "inside" | "to" | "from")
            && t.key == head
            && (facility(head) || building)
    };
    if all(&listed) {
        Kind::Item
    } else if all(&located) {
        Kind::Place
    } else {
        Kind::Term
    }
}

/// General words for places to be in.
const BUILDINGS: [&str; 8] =
    ["bangunan", "penginapan", "ruangan", "tempat tinggal", "building", "accommodation", "room", "dwelling"];

/// A phrase of the relations' lists in a clause: its tokens.
type Phrase = (String, Words);

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
fn words(story: &Story<'_>, a: (&Member, &[Phrase]), b: (&Member, &[Phrase]), keep: &mut impl FnMut(Term, Term)) {
    let ((a, la), (b, lb)) = (a, b);
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    let lexicon = Lexicon::of(sa.report.language);
    for (x, rx) in la {
        for (y, ry) in lb {
            let Some(relation) = lexical::relation(lexicon, x, y) else { continue };
            // `boat` and `speedboat`, `kereta` and `kereta api`: the longer merely says more.
            if x.contains(y.as_str()) || y.contains(x.as_str()) {
                continue;
            }
            if lb.iter().any(|(z, _)| z == x) || la.iter().any(|(z, _)| z == y) {
                continue;
            }
            let both_use = uses(sb, lexicon, sa, rx) || uses(sa, lexicon, sb, ry);
            if both_use || style(sa, lexicon, rx) || style(sb, lexicon, ry) || person(sa, rx) || person(sb, ry) {
                continue;
            }
            let verbs = |s: &Source<'_>, r: &Words| r.clone().any(|i| s.segments.tokens[i].verb);
            if verbs(sa, rx) != verbs(sb, ry) || !same_place(sa, a.clause, rx, sb, b.clause, ry) {
                continue;
            }
            let shared = context(sa, a.clause, rx, sb, b.clause, ry, lexicon);
            let needed = if relation == Relation::Sibling { 0 } else { CONTEXT };
            let is_verb = verbs(sa, rx);
            if !is_verb && (!names_its_phrase(sa, rx) || !names_its_phrase(sb, ry)) {
                continue;
            }
            let near_by = shared > 0 && beside(sa, rx, sb, ry, lexicon);
            if near_by || shared >= needed && (is_verb || relation == Relation::Sibling) {
                keep(term(sa, a.report, x, rx), term(sb, b.report, y, ry));
            }
        }
    }
}

/// Whether the words are the noun of their phrase, which is no member of a list: lists are `item`'s.
fn names_its_phrase(source: &Source<'_>, range: &Words) -> bool {
    let things = &source.extract.things;
    let Some(t) = things.iter().position(|t| t.at.tokens.start <= range.start && range.end <= t.at.tokens.end) else {
        return true;
    };
    let listed = source.extract.listings.iter().any(|l| l.members.contains(&t) && l.members.len() > 2);
    let lexicon = Lexicon::of(source.report.language);
    let inner = (things[t].at.tokens.start..things[t].words.end).contains(&range.start);
    // `the sinking of a trawler` tells of the trawler; `the skipper of a vessel` of the skipper.
    let event = lexicon.frame_words.word(&source.segments.tokens[things[t].head].stem).is_some();
    let last = source.report.language != crate::model::Language::English || things[t].head + 1 == range.end;
    !listed && (inner && last || !inner && event)
}

/// Whether the other report uses the words anywhere.
fn uses(other: &Source<'_>, lexicon: &Lexicon, source: &Source<'_>, range: &Words) -> bool {
    let words: Vec<_> = source.segments.tokens[range.clone()].iter().collect();
    lexical::uses(other, lexicon, &words)
}

/// Verbs of reporting are style.
fn style(source: &Source<'_>, lexicon: &Lexicon, range: &Words) -> bool {
    source.segments.tokens[range.clone()].iter().any(|t| lexicon.reporting.word(&t.stem).is_some())
}

/// Words for people are `title`'s and `role`'s.
fn person(source: &Source<'_>, range: &Words) -> bool {
    source.extract.titles.iter().any(|t| t.at.tokens.start < range.end && range.start < t.at.tokens.end)
}

/// Both before, in or behind the predicate.
fn same_place(sa: &Source<'_>, a: usize, x: &Words, sb: &Source<'_>, b: usize, y: &Words) -> bool {
    let side = |s: &Source<'_>, c: usize, r: &Words| {
        s.extract.claims[c].predicate.map(|p| u8::from(r.start > p) + u8::from(r.end > p))
    };
    match (side(sa, a, x), side(sb, b, y)) {
        (Some(i), Some(j)) => i == j,
        _ => true,
    }
}

/// Whether a content word within reach of the one term stands within reach of the other.
fn beside(sa: &Source<'_>, x: &Words, sb: &Source<'_>, y: &Words, lexicon: &Lexicon) -> bool {
    let around = |s: &'_ Source<'_>, r: &Words| -> Vec<Token> {
        let tokens = &s.segments.tokens;
        let range = r.start.saturating_sub(REACH)..(r.end + REACH).min(tokens.len());
        let content = |t: &&Token| t.shape == Shape::Lower && (!lexicon.is_function(&t.norm));
        range.filter(|i| !r.contains(i)).map(|i| &tokens[i]).filter(content).cloned().collect()
    };
    let other = around(sb, y);
    around(sa, x).iter().any(|a| other.iter().any(|b| lexical::one_word(lexicon, a, b)))
}

/// Content words that two clauses share beside the two terms.
fn context(sa: &Source<'_>, a: usize, x: &Words, sb: &Source<'_>, b: usize, y: &Words, lexicon: &Lexicon) -> usize {
    let content = |s: &Source<'_>, c: usize, r: &Words| {
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
fn term(source: &Source<'_>, report: usize, key: &str, range: &Words) -> Term {
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
    let only = |words: &[usize], from: &[Token], others: &[usize], to: &[Token]| -> Vec<usize> {
        let shared = |i: usize| others.iter().any(|&o| lexical::one_word(lexicon, &from[i], &to[o]));
        words.iter().copied().filter(|&i| !shared(i)).collect()
    };
    let (only_a, only_b) = (only(&wa, ta, &wb, tb), only(&wb, tb, &wa, ta));
    let shared: Vec<usize> = wa.iter().copied().filter(|i| !only_a.contains(i)).collect();
    if shared.is_empty() || only_a.is_empty() || only_b.is_empty() {
        return false;
    }
    let named = |s: &Source<'_>, i: usize| {
        s.extract.names.iter().any(|n| n.at.tokens.contains(&i)) || s.segments.tokens[i].shape != Shape::Lower
    };
    let heads = related(lexicon, &ta[a.1.head], &tb[b.1.head]);
    let name_shared = shared.iter().any(|&i| named(sa, i));
    // `a Saudi cargo ship`, `a Saudi merchant vessel`: whose it is agrees, what it is differs.
    let small = |t: &Token| t.shape == Shape::Lower;
    let beside_head = |words: &[usize], head: usize| words.iter().any(|&i| i != head);
    let told = beside_head(&only_a, a.1.head) && beside_head(&only_b, b.1.head);
    if name_shared && heads && told && small(&ta[a.1.head]) && small(&tb[b.1.head]) && shared.len() <= 2 {
        return true;
    }
    // Else one word each differs, at the same place of the phrase.
    let (&[x], &[y]) = (&only_a[..], &only_b[..]) else { return false };
    if a.1.head.abs_diff(x) != b.1.head.abs_diff(y) || named(sa, x) || named(sb, y) {
        return false;
    }
    let (is_head, x, y) = (x == a.1.head, &ta[x], &tb[y]);
    let number = |t: &Token| lexicon.numbers.word(&t.norm).is_some() || t.norm.bytes().any(|c| c.is_ascii_digit());
    let opposite =
        lexicon.opposites.get(&*x.norm).is_some_and(|o| o.contains(&&*y.norm)) || lexicon.units.word(&x.norm).is_some();
    if number(x) || number(y) || opposite || lexical::uses(sb, lexicon, &[x]) || lexical::uses(sa, lexicon, &[y]) {
        return false;
    }
    // Two words shared beside the one that differs tell that it is one thing; else the lists must.
    shared.len() > 1 && !is_head && !name_shared || related(lexicon, x, y)
}

/// Whether the lists relate two words, or make both kinds of one thing.
fn related(lexicon: &Lexicon, a: &Token, b: &Token) -> bool {
    let (a, b) = (lexical::singular(&a.norm), lexical::singular(&b.norm));
    lexical::relation(lexicon, a, b).is_some() || lexical::siblings(lexicon, a, b)
}

/// The content words of a phrase.
fn content(source: &Source<'_>, lexicon: &Lexicon, thing: &Thing) -> Vec<usize> {
    let tokens = &source.segments.tokens;
    thing.words.clone().filter(|&i| tokens[i].shape != Shape::Mark && !lexicon.is_function(&tokens[i].norm)).collect()
}

#[cfg(test)]
mod tests;
