//! Lists of several reports that share members and each hold another one.
//!
//! Which verb governs a list does not matter: two lists are one where they share two members, or one member and the
//! words that open them.

use std::collections::BTreeMap;

use super::{Member, finding, lexical, match_up, thing};
use crate::language::Lexicon;
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Evidence, Finding, Reading, Severity, Shape, Token};

/// Members that two lists of one thing share, whatever governs them: one may stand in any list.
const SHARED: usize = 2;

/// Members by which two lists may differ: lists that differ in more are of two things.
const DIFFERING: usize = 2;

/// Words before a list among which the one that governs it is looked for.
const REACH: usize = 4;

/// Members of the longest list compared: longer ones are tables.
const LONGEST: usize = 10;

/// Lists of one word that are compared: pairs grow with the square, and in hundreds of reports the first ones tell all.
const PAIRED: usize = 60;

/// Letters of words that another spelling is looked for of: of shorter ones one letter makes another word.
const LETTERS: usize = 5;

/// Two letters in so many may differ in two spellings of one word.
const SPELLING: usize = 5;

/// Counted members from which a list counts its things: needs are named, deliveries counted.
const COUNTED: usize = 2;

/// Words that tell that a list is only a part.
const PARTIAL: [&str; 8] = ["including", "include", "includes", "among", "termasuk", "antara", "like", "seperti"];

/// A list: report and members.
struct List {
    report: usize,
    members: Vec<usize>,
}

/// Two reports' differing members, by what they name.
type Differing = BTreeMap<(String, String), (Vec<Side>, Vec<Side>)>;

/// The words shown and their evidence.
type Side = (String, Evidence);

/// One finding for each two sets of members that stand in each other's place.
pub fn compare(story: &Story<'_>) -> Vec<Finding> {
    let lists = lists(story);
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (l, list) in lists.iter().enumerate() {
        for &m in &list.members {
            let source = &story.sources[list.report];
            let known = by_word.entry(lexical::singular(&source.segments.tokens[source.extract.things[m].head].norm));
            let known = known.or_default();
            if known.last() != Some(&l) && known.len() < PAIRED {
                known.push(l);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for same in by_word.values() {
        for (i, &a) in same.iter().enumerate() {
            pairs.extend(same[i + 1..].iter().map(|&b| (a, b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut found = Differing::new();
    for (a, b) in pairs {
        part(story, &lists[a], &lists[b], &mut found);
    }
    found.into_values().map(told).collect()
}

fn told(sides: (Vec<Side>, Vec<Side>)) -> Finding {
    let reading = |mut side: Vec<Side>| {
        side.sort_by_key(|a| a.1);
        side.dedup_by_key(|s| s.1);
        let value = side.iter().map(|s| s.0.clone()).min_by_key(|w| (w.chars().count(), w.clone()));
        Reading { value: value.unwrap_or_default(), evidence: side.into_iter().map(|s| s.1).collect() }
    };
    let readings = vec![reading(sides.0), reading(sides.1)];
    let subject = format!("{} / {}", readings[0].value, readings[1].value);
    finding(Severity::Variant, subject, readings, Vec::new())
}

/// The lists of all reports' paragraphs.
fn lists(story: &Story<'_>) -> Vec<List> {
    let mut out = Vec::new();
    for (report, source) in story.sources.iter().enumerate() {
        for listing in &source.extract.listings {
            let block = source.segments.sentences[listing.sentence].block;
            let short = (2..=LONGEST).contains(&listing.members.len());
            if short && source.report.blocks[block].kind == BlockKind::Paragraph {
                out.push(List { report, members: listing.members.clone().collect() });
            }
        }
    }
    out
}

/// Keeps what each of two lists holds in place of a member of the other.
fn part(story: &Story<'_>, a: &List, b: &List, found: &mut Differing) {
    let (sa, sb) = (&story.sources[a.report], &story.sources[b.report]);
    if a.report == b.report || sa.report.language != sb.report.language {
        return;
    }
    let lexicon = Lexicon::of(sa.report.language);
    let (only_a, only_b) = unmatched(story, lexicon, a, b);
    let few = |only: &[usize]| (1..=DIFFERING).contains(&only.len());
    let shared = (a.members.len() - only_a.len()).min(b.members.len() - only_b.len());
    if !few(&only_a) || !few(&only_b) || shared == 0 || is_part(sa, a) || is_part(sb, b) {
        return;
    }
    let differing = only_a.len().max(only_b.len());
    let sure = shared >= SHARED && shared > differing.saturating_sub(1) * SHARED;
    if !sure && !governed_alike(lexicon, sa, a, sb, b) || needs_and_goods(counts(sa, a), counts(sb, b)) {
        return;
    }
    let small = |s: &Source<'_>, only: &[usize]| only.iter().all(|&m| is_small(s, lexicon, m));
    let new = |s: &Source<'_>, o: &Source<'_>, only: &[usize]| only.iter().all(|&m| !is_told(s, lexicon, o, m));
    if !small(sa, &only_a) || !small(sb, &only_b) || !new(sa, sb, &only_a) || !new(sb, sa, &only_b) {
        return;
    }
    let (x, y) = (side(story, a, &only_a), side(story, b, &only_b));
    let (x, y) = if x.0 <= y.0 { (x, y) } else { (y, x) };
    let known = found.entry((x.0, y.0)).or_default();
    known.0.push(x.1);
    known.1.push(y.1);
}

/// Whether two members may name one thing.
fn is_one(story: &Story<'_>, lexicon: &Lexicon, a: Member, b: Member) -> bool {
    let (sa, sb) = (&story.sources[a.0], &story.sources[b.0]);
    let (x, y) = (thing(story, a), thing(story, b));
    let (ta, tb) = (&sa.segments.tokens, &sb.segments.tokens);
    let words = |s: &Source<'_>, r: std::ops::Range<usize>| {
        lexical::singular(&lexical::phrase(&s.segments.tokens, r)).to_owned()
    };
    let (px, py) = (words(sa, x.words.clone()), words(sb, y.words.clone()));
    // Any word in common may name one thing at another length; a slip or another spelling does.
    let content = |t: &&Token| {
        let counts = t.shape == Shape::Number || lexicon.numbers.word(&t.norm).is_some();
        t.shape != Shape::Mark && !counts && !lexicon.is_function(&t.norm) && lexicon.units.word(&t.norm).is_none()
    };
    let common = ta[x.at.tokens.clone()].iter().filter(content).any(|t| {
        tb[y.at.tokens.clone()].iter().filter(content).any(|u| lexical::one_word(lexicon, t, u) || is_spelling(t, u))
    });
    lexical::is_same(lexicon, &px, &py) || match_up::likeness(story, a, b) >= match_up::ALIKE || common
}

/// Whether two members may be one thing under a general and a specific noun.
fn is_kin(story: &Story<'_>, lexicon: &Lexicon, a: Member, b: Member) -> bool {
    let noun = |m: Member| lexical::singular(&story.sources[m.0].segments.tokens[thing(story, m).head].norm).to_owned();
    let phrase = |m: Member| {
        let tokens = &story.sources[m.0].segments.tokens;
        lexical::singular(&lexical::phrase(tokens, thing(story, m).words.clone())).to_owned()
    };
    let (x, y) = ([noun(a), phrase(a)], [noun(b), phrase(b)]);
    x.iter().any(|x| y.iter().any(|y| lexical::relation(lexicon, x, y).is_some()))
}

/// Members of two lists that have none in the other: first those that name one thing, then those that may.
fn unmatched(story: &Story<'_>, lexicon: &Lexicon, a: &List, b: &List) -> (Vec<usize>, Vec<usize>) {
    let (mut only_a, mut only_b) = (a.members.clone(), b.members.clone());
    for alike in [is_one, is_kin] {
        only_a.retain(|&x| {
            let other = only_b.iter().position(|&y| alike(story, lexicon, (a.report, x), (b.report, y)));
            other.map(|o| only_b.remove(o)).is_none()
        });
    }
    (only_a, only_b)
}

/// Whether two words look like spellings of one: a slip, a loan in both languages (`accessibility`, `aksesibilitas`).
fn is_spelling(a: &Token, b: &Token) -> bool {
    let longer = a.norm.chars().count().max(b.norm.chars().count());
    longer >= LETTERS && strsim::damerau_levenshtein(&a.norm, &b.norm) * SPELLING <= longer * 2
}

/// A common noun that names a thing, with letters: names of people and towns are other comparators'.
fn is_small(source: &Source<'_>, lexicon: &Lexicon, member: usize) -> bool {
    let thing = &source.extract.things[member];
    let head = &source.segments.tokens[thing.head];
    let named = source.extract.names.iter().any(|n| thing.at.tokens.contains(&n.at.tokens.start));
    head.shape == Shape::Lower
        && !(thing.person && named)
        && head.norm.chars().filter(|c| c.is_alphabetic()).count() > 2
        && lexicon.calendar.word(&head.norm).is_none()
        && !matches!(&*head.norm, "lainnya" | "lain" | "others" | "other" | "else" | "sebagainya")
}

/// Whether the other report names the member anywhere, in its words or by its noun where it has no other.
fn is_told(source: &Source<'_>, lexicon: &Lexicon, other: &Source<'_>, member: usize) -> bool {
    let thing = &source.extract.things[member];
    let content: Vec<_> =
        source.segments.tokens[thing.words.clone()].iter().filter(|t| t.verb || t.shape != Shape::Mark).collect();
    lexical::uses(other, lexicon, &content)
}

/// Members that a number counts.
fn counts(source: &Source<'_>, list: &List) -> usize {
    list.members.iter().filter(|&&m| source.extract.things[m].count.is_some()).count()
}

/// Whether one list counts its things and the other none of them.
fn needs_and_goods(a: usize, b: usize) -> bool {
    a >= COUNTED && b == 0 || b >= COUNTED && a == 0
}

/// Whether the list says that it is only a part.
fn is_part(source: &Source<'_>, list: &List) -> bool {
    before(source, list).iter().any(|&i| PARTIAL.contains(&&*source.segments.tokens[i].norm))
}

/// The words right before a list.
fn before(source: &Source<'_>, list: &List) -> Vec<usize> {
    let first = &source.extract.things[list.members[0]];
    let start = source.segments.sentences[first.at.sentence].tokens.start;
    (first.at.tokens.start.saturating_sub(REACH).max(start)..first.at.tokens.start).collect()
}

/// Whether the same content word opens both lists, and they are as long: `paket berisi …`, `talks on …`.
fn governed_alike(lexicon: &Lexicon, sa: &Source<'_>, a: &List, sb: &Source<'_>, b: &List) -> bool {
    let content = |s: &Source<'_>, l: &List| -> Vec<usize> {
        let tokens = &s.segments.tokens;
        let told = |i: &usize| tokens[*i].shape == Shape::Lower && !lexicon.is_function(&tokens[*i].norm);
        before(s, l).into_iter().filter(told).collect()
    };
    let other = content(sb, b);
    let word =
        |i: usize| other.iter().any(|&j| lexical::one_word(lexicon, &sa.segments.tokens[i], &sb.segments.tokens[j]));
    a.members.len() == b.members.len() && a.members.len() > SHARED && content(sa, a).into_iter().any(word)
}

/// What tells the differing members apart, and how they are shown.
fn side(story: &Story<'_>, list: &List, only: &[usize]) -> (String, Side) {
    let source = &story.sources[list.report];
    let tokens = &source.segments.tokens;
    let things = &source.extract.things;
    let mut key: Vec<&str> = only.iter().map(|&m| lexical::singular(&tokens[things[m].head].norm)).collect();
    key.sort_unstable();
    let shown = things[only[0]].at.span.join(things[only[only.len() - 1]].at.span);
    let value: Vec<&str> = only.iter().map(|&m| story.words(list.report, things[m].at.span)).collect();
    (key.join(" "), (value.join(", "), story.evidence(list.report, shown)))
}
