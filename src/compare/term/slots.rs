//! Two kinds of one thing in the same slot of two reports, in sentences that share a statement, in whatever clauses.
//!
//! A word that the lists know as a kind of something (`koper` of bags, `biru` of colours) is held against another kind
//! of it in another report. That one thing is meant, the sentences must tell: the noun that both stand beside (`topi
//! hitam`, `topi biru`), or the preposition and the words around (`disimpan di dalam kardus`, `di dalam koper`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Term, lexical};
use crate::language::Lexicon;
use crate::model::mention::Thing;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Language, Shape, Token};

/// Words of one general word that are held against each other: pairs grow with the square.
const PAIRED: usize = 60;

/// Words that two sentences must share beside two words of one noun's phrase.
const BESIDE_NOUN: usize = 1;

/// Words that two sentences must share beside two nouns behind one preposition.
const BESIDE_PREPOSITION: usize = 2;

/// The same, where no preposition tells the slot.
const BESIDE_NOTHING: usize = 4;

/// Words by which a sentence of the other report is one on the same matter.
const SAME_MATTER: usize = 2;

/// A word that is a kind of something, in a phrase.
struct Fill<'a> {
    report: usize,
    thing: &'a Thing,
    tokens: Range<usize>,
    word: String,
    head: bool,
}

/// Pairs of kinds that fill one slot.
pub fn slots(story: &Story<'_>, keep: &mut impl FnMut(Term, Term)) {
    let known = Known(story.sources.iter().map(words).collect());
    let mut by_general: BTreeMap<(Language, &str), Vec<Fill<'_>>> = BTreeMap::new();
    for report in 0..story.sources.len() {
        of_report(story, report, &mut by_general);
    }
    for ((of, _), fills) in &by_general {
        let lexicon = Lexicon::of(*of);
        let mut kinds: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for fill in fills {
            kinds.entry(fill.report).or_default().insert(&fill.word);
        }
        let single = |f: &Fill<'_>| kinds[&f.report].len() == 1;
        for (x, a) in fills.iter().enumerate() {
            for b in &fills[x + 1..] {
                if a.report != b.report
                    && excludes(lexicon, &a.word, &b.word)
                    && told_of_one(story, a, b)
                    && one(story, &known, single(a) && single(b), a, b)
                {
                    keep(term(a), term(b));
                }
            }
        }
    }
}

/// The words of every report.
struct Known<'a>(Vec<BTreeSet<&'a str>>);

impl Known<'_> {
    /// Whether a report has the words of a phrase anywhere.
    fn has(&self, report: usize, phrase: &str) -> bool {
        phrase.split(' ').all(|w| self.0[report].contains(w))
    }
}

/// All words of a report, plurals as singulars.
fn words<'a>(source: &'a Source<'_>) -> BTreeSet<&'a str> {
    source.segments.tokens.iter().flat_map(|t| [&*t.norm, lexical::singular(&t.norm)]).collect()
}

fn of_report<'a>(story: &'a Story<'_>, report: usize, out: &mut BTreeMap<(Language, &'a str), Vec<Fill<'a>>>) {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    for thing in source.extract.things.iter().filter(|t| !t.person && in_text(source, t)) {
        let mut at = thing.words.start;
        while at < thing.at.tokens.end {
            let (word, length) = kind_at(source, lexicon, at, thing.at.tokens.end);
            let last = at + length - 1;
            if let Some(generals) = lexicon.kinds.get(&*word).filter(|_| is_small(&source.segments.tokens[at])) {
                for general in generals {
                    let known = out.entry((source.report.language, general)).or_default();
                    if known.len() < PAIRED {
                        let head = thing.head == at || thing.head == last;
                        known.push(Fill { report, thing, tokens: at..last + 1, word: word.clone(), head });
                    }
                }
            }
            at += length;
        }
    }
}

/// The word at a token, with the one behind it where the lists know the two as a kind (`tendangan bebas`).
fn kind_at(source: &Source<'_>, lexicon: &Lexicon, at: usize, end: usize) -> (String, usize) {
    // `serious` is no plural.
    let word = |i: usize| {
        let norm = &*source.segments.tokens[i].norm;
        if lexicon.kinds.contains_key(norm) { norm } else { lexical::singular(norm) }
    };
    if at + 1 < end {
        let two = format!("{} {}", word(at), word(at + 1));
        if lexicon.kinds.contains_key(&*two) {
            return (two, 2);
        }
    }
    (word(at).to_owned(), 1)
}

fn in_text(source: &Source<'_>, thing: &Thing) -> bool {
    source.report.blocks[source.segments.sentences[thing.at.sentence].block].kind == BlockKind::Paragraph
}

fn is_small(token: &Token) -> bool {
    token.shape == Shape::Lower
}

/// Whether two kinds exclude each other.
fn excludes(lexicon: &Lexicon, x: &str, y: &str) -> bool {
    x != y
        && !x.contains(y)
        && !y.contains(x)
        && !lexical::is_same(lexicon, x, y)
        && lexical::relation(lexicon, x, y) != Some(lexical::Relation::Kind)
        && lexical::siblings(lexicon, x, y)
}

/// Whether the words around tell that one thing is meant, and neither report tells the other's word of it too.
///
/// `single`: each of the reports has one kind only; of several, any may be meant.
fn one(story: &Story<'_>, known: &Known<'_>, single: bool, a: &Fill<'_>, b: &Fill<'_>) -> bool {
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    let lexicon = Lexicon::of(sa.report.language);
    let (left, right) = (around(sa, lexicon, a), around(sb, lexicon, b));
    let shared = left.intersection(&right).count();
    let strange = !known.has(b.report, &a.word) && !known.has(a.report, &b.word);
    let (pa, pb) = (phrase(sa, lexicon, a), phrase(sb, lexicon, b));
    let common = |t: &&&Token| pb.iter().any(|u| lexical::one_word(lexicon, t, u));
    if named_apart(&pa, &pb) {
        return false;
    }
    let one_noun = a.word.split(' ').any(|w| b.word.split(' ').any(|v| v == w));
    if one_noun || pa.iter().any(|t| common(&t)) {
        let named = pa.iter().filter(common).any(|t| !is_small(t));
        let told = told(sa, lexicon, &right, &b.word, a) || told(sb, lexicon, &left, &a.word, b);
        return strange && named || a.head == b.head && shared >= BESIDE_NOUN && (strange || !told);
    }
    // Words beside two nouns are of two things; what happens is told by verbs too.
    if !a.head || !b.head || listed(sa, a) || listed(sb, b) || event(sa, lexicon, a) || event(sb, lexicon, b) {
        return false;
    }
    match (preposition(sa, lexicon, a), preposition(sb, lexicon, b)) {
        (Some(p), Some(q)) if p == q && (single || governor(sa, a) == governor(sb, b)) => {
            strange && shared >= BESIDE_PREPOSITION
        }
        _ => single && strange && shared >= BESIDE_NOTHING,
    }
}

/// Whether some statement holds clauses of both sentences.
fn told_of_one(story: &Story<'_>, a: &Fill<'_>, b: &Fill<'_>) -> bool {
    let statements = |f: &Fill<'_>| {
        let sentence = &story.sources[f.report].segments.sentences[f.thing.at.sentence];
        let clauses = &story.statements_of[f.report][sentence.clauses.clone()];
        clauses.iter().flatten().copied().collect::<BTreeSet<usize>>()
    };
    !statements(a).is_disjoint(&statements(b))
}

/// Whether both phrases hold names that the other has not: `the destroyer Ramona`, `the frigate Tabitha`.
fn named_apart(a: &[&Token], b: &[&Token]) -> bool {
    let names = |p: &[&Token]| p.iter().filter(|t| !is_small(t)).map(|t| t.norm.to_string()).collect::<BTreeSet<_>>();
    let (x, y) = (names(a), names(b));
    !x.is_subset(&y) && !y.is_subset(&x)
}

/// Whether the noun is one of an event.
fn event(source: &Source<'_>, lexicon: &Lexicon, fill: &Fill<'_>) -> bool {
    let token = &source.segments.tokens[fill.tokens.start];
    token.verb || lexicon.frame_words.word(&token.norm).is_some()
}

/// Whether a report has a word in another sentence on the same matter.
fn told(source: &Source<'_>, lexicon: &Lexicon, matter: &BTreeSet<&str>, word: &str, own: &Fill<'_>) -> bool {
    let first = word.split(' ').next().unwrap_or_default();
    source.segments.sentences.iter().any(|s| {
        let tokens = &source.segments.tokens[s.tokens.clone()];
        tokens.iter().any(|t| &*t.norm == first || lexical::singular(&t.norm) == first)
            && (s.tokens.contains(&own.tokens.start)
                || content(tokens, lexicon).filter(|t| matter.contains(t)).count() >= SAME_MATTER)
    })
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
        !fill.tokens.contains(i)
            && !matches!(t.shape, Shape::Mark | Shape::Number)
            && !lexicon.is_function(&t.norm)
            && lexicon.numbers.word(&t.norm).is_none()
            && t.norm.len() > 2
    };
    (fill.thing.words.start..fill.thing.at.tokens.end).filter(content).map(|i| &tokens[i]).collect()
}

/// Content roots of the sentence outside the phrase.
fn around<'a>(source: &'a Source<'_>, lexicon: &'a Lexicon, fill: &Fill<'_>) -> BTreeSet<&'a str> {
    let sentence = &source.segments.sentences[fill.thing.at.sentence].tokens;
    let (own, tokens) = (&fill.thing.at.tokens, &source.segments.tokens);
    let before = content(&tokens[sentence.start..own.start.max(sentence.start)], lexicon);
    before.chain(content(&tokens[own.end.min(sentence.end)..sentence.end], lexicon)).collect()
}

/// Roots of words that tell something; numbers, days and verbs of saying left out.
fn content<'a>(tokens: &'a [Token], lexicon: &'a Lexicon) -> impl Iterator<Item = &'a str> {
    let told = |t: &&Token| {
        !matches!(t.shape, Shape::Mark | Shape::Number)
            && t.norm.len() > 2
            && !lexicon.is_function(&t.norm)
            && lexicon.calendar.word(&t.norm).is_none()
            && lexicon.reporting.word(&t.stem).is_none()
            && lexicon.numbers.word(&t.norm).is_none()
            && lexicon.units.word(&t.norm).is_none()
    };
    tokens.iter().filter(told).map(lexical::stem)
}

/// The preposition that the phrase stands behind.
fn preposition<'a>(source: &'a Source<'_>, lexicon: &Lexicon, fill: &Fill<'_>) -> Option<&'a str> {
    let before = &source.segments.tokens[fill.thing.at.tokens.start.checked_sub(1)?];
    let place = lexicon.is_function(&before.norm) && before.shape == Shape::Lower;
    (place && !matches!(&*before.norm, "dan" | "and" | "atau" | "or" | "yang" | "that" | "itu" | "juga"))
        .then_some(&*before.norm)
}

/// The root of the word that the preposition hangs on.
fn governor<'a>(source: &'a Source<'_>, fill: &Fill<'_>) -> Option<&'a str> {
    let at = fill.thing.at.tokens.start.checked_sub(2)?;
    Some(lexical::stem(&source.segments.tokens[at]))
}

fn term(fill: &Fill<'_>) -> Term {
    Term { report: fill.report, key: fill.word.clone(), span: fill.thing.at.span }
}
