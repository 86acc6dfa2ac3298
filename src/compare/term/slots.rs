//! Two kinds of one thing in the same slot of two reports, whether or not the aligner brought their clauses together.
//!
//! A word that the lists know as a kind of something (`koper` of bags, `biru` of colours) is held against another kind
//! of it in another report. That one thing is meant, the sentences must tell: the noun that both stand beside (`topi
//! hitam`, `topi biru`), or the preposition and the words around (`disimpan di dalam kardus`, `di dalam koper`).

use std::collections::{BTreeMap, BTreeSet};

use super::{Term, lexical};
use crate::language::Lexicon;
use crate::model::mention::Thing;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Language, Shape, Token};

/// Words of one general word that are held against each other: pairs grow with the square.
const PAIRED: usize = 60;

/// Words that two sentences must share beside two modifiers of one noun.
const BESIDE_NOUN: usize = 1;

/// Words that two sentences must share beside two nouns behind one preposition.
const BESIDE_PREPOSITION: usize = 3;

/// The same, where no preposition tells the slot.
const BESIDE_NOTHING: usize = 4;

/// A word that is a kind of something, in a phrase.
struct Fill<'a> {
    report: usize,
    thing: &'a Thing,
    token: usize,
    word: &'a str,
    head: bool,
}

/// Pairs of kinds that fill one slot.
pub fn slots(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    let known: Vec<BTreeSet<&str>> = story.sources.iter().map(words).collect();
    let mut by_general: BTreeMap<(Language, &str), Vec<Fill<'_>>> = BTreeMap::new();
    for report in 0..story.sources.len() {
        of_report(story, report, &mut by_general);
    }
    for ((of, _), fills) in &by_general {
        let lexicon = Lexicon::of(*of);
        for (x, a) in fills.iter().enumerate() {
            for b in &fills[x + 1..] {
                if a.report != b.report && a.head == b.head && excludes(lexicon, &known, a, b) && one(story, a, b) {
                    keep(term(a), term(b));
                }
            }
        }
    }
}

/// All words of a report, plurals as singulars.
fn words<'a>(source: &'a Source<'_>) -> BTreeSet<&'a str> {
    source.segments.tokens.iter().map(|t| lexical::singular(&t.norm)).collect()
}

fn of_report<'a>(story: &'a Story<'_>, report: usize, out: &mut BTreeMap<(Language, &'a str), Vec<Fill<'a>>>) {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    for thing in source.extract.things.iter().filter(|t| !t.person && in_text(source, t)) {
        for token in thing.words.clone() {
            let word = lexical::singular(&source.segments.tokens[token].norm);
            let Some(generals) = lexicon.kinds.get(word).filter(|_| is_small(&source.segments.tokens[token])) else {
                continue;
            };
            for general in generals {
                let known = out.entry((source.report.language, general)).or_default();
                if known.len() < PAIRED {
                    known.push(Fill { report, thing, token, word, head: token == thing.head });
                }
            }
        }
    }
}

fn in_text(source: &Source<'_>, thing: &Thing) -> bool {
    source.report.blocks[source.segments.sentences[thing.at.sentence].block].kind == BlockKind::Paragraph
}

fn is_small(token: &Token) -> bool {
    token.shape == Shape::Lower
}

/// Whether two kinds exclude each other, and neither report has the other's.
fn excludes(lexicon: &Lexicon, known: &[BTreeSet<&str>], a: &Fill<'_>, b: &Fill<'_>) -> bool {
    let (x, y) = (a.word, b.word);
    x != y
        && !x.contains(y)
        && !y.contains(x)
        && !known[a.report].contains(y)
        && !known[b.report].contains(x)
        && !lexical::is_same(lexicon, x, y)
        && lexical::relation(lexicon, x, y) != Some(lexical::Relation::Kind)
        && lexical::siblings(lexicon, x, y)
}

/// Whether the words around tell that one thing is meant.
fn one(story: &Story<'_>, a: &Fill<'_>, b: &Fill<'_>) -> bool {
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    let lexicon = Lexicon::of(sa.report.language);
    let (left, right) = (around(sa, lexicon, a), around(sb, lexicon, b));
    let shared = left.intersection(&right).count();
    if phrase(sa, lexicon, a).iter().any(|t| phrase(sb, lexicon, b).iter().any(|u| lexical::one_word(lexicon, t, u))) {
        return shared >= BESIDE_NOUN;
    }
    // Modifiers of two nouns are of two things.
    if !a.head || listed(sa, a) || listed(sb, b) {
        return false;
    }
    match (preposition(sa, lexicon, a), preposition(sb, lexicon, b)) {
        (Some(p), Some(q)) if p == q => shared >= BESIDE_PREPOSITION,
        (None, None) => shared >= BESIDE_NOTHING,
        _ => false,
    }
}

/// Whether the phrase is a member of a list: lists are compared as lists.
fn listed(source: &Source<'_>, fill: &Fill<'_>) -> bool {
    let things = &source.extract.things;
    source.extract.listings.iter().any(|l| things[l.members.clone()].iter().any(|t| t.at == fill.thing.at))
}

/// The content words of the phrase beside the fill.
fn phrase<'a>(source: &'a Source<'_>, lexicon: &Lexicon, fill: &Fill<'_>) -> Vec<&'a Token> {
    let tokens = &source.segments.tokens;
    let content = |i: &usize| {
        let t = &tokens[*i];
        *i != fill.token
            && !matches!(t.shape, Shape::Mark | Shape::Number)
            && !lexicon.is_function(&t.norm)
            && lexicon.numbers.word(&t.norm).is_none()
            && t.norm.len() > 2
    };
    fill.thing.words.clone().filter(content).map(|i| &tokens[i]).collect()
}

/// Content roots of the sentence outside the phrase.
fn around<'a>(source: &'a Source<'_>, lexicon: &Lexicon, fill: &Fill<'_>) -> BTreeSet<&'a str> {
    let range = source.segments.sentences[fill.thing.at.sentence].tokens.clone();
    let tokens = range.filter(|i| !fill.thing.at.tokens.contains(i)).map(|i| &source.segments.tokens[i]);
    let content = tokens.filter(|t| {
        !matches!(t.shape, Shape::Mark | Shape::Number)
            && t.norm.len() > 2
            && !lexicon.is_function(&t.norm)
            && lexicon.calendar.word(&t.norm).is_none()
            && lexicon.reporting.word(&t.stem).is_none()
            && lexicon.numbers.word(&t.norm).is_none()
            && lexicon.units.word(&t.norm).is_none()
    });
    content.map(lexical::stem).collect()
}

/// The preposition that the phrase stands behind.
fn preposition<'a>(source: &'a Source<'_>, lexicon: &Lexicon, fill: &Fill<'_>) -> Option<&'a str> {
    let before = &source.segments.tokens[fill.thing.at.tokens.start.checked_sub(1)?];
    let place = lexicon.is_function(&before.norm) && before.shape == Shape::Lower;
    (place && !matches!(&*before.norm, "dan" | "and" | "atau" | "or" | "yang" | "that" | "itu" | "juga")).then_some(&*before.norm)
}

fn term(fill: &Fill<'_>) -> Term {
    Term { report: fill.report, key: fill.word.to_owned(), span: fill.thing.at.span }
}
