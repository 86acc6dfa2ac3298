//! What the same speaker is quoted as saying, where reports give other words between the marks.
//!
//! A quote is a promise that these were the words. When two reports quote one sentence of one speaker differently, at
//! least one of them has shortened, smoothed or misheard it, and an editor who copies either repeats that. Quotes are
//! compared sentence by sentence, so a long quote meets the one sentence of it that another report took.
//!
//! Example: `"Pak Hanif merangkap sebulan ini"` in one report, `"Pak Hanif untuk sementara merangkap dalam sebulan
//! terakhir ini"` in another.
//!
//! Case, marks, white space, ellipses, abbreviations written out and insertions in brackets make no difference, nor
//! does a quote that is a proper part of another, word for word. Wordings that cannot both be right (another number,
//! `not` in one of them) are a conflict; all others are variants.
//!
//! What one speaker retells in other words and another order is compared too, where half of its weight is the same.
//!
//! Known misses: answers of a word or two (`"Ya"`, `"Iya, itu"`); translations that share no roots; a quote in one
//! report that another tells in its own words; two occasions on which a speaker used nearly the same words are taken
//! for one.

mod clash;
mod pieces;
#[cfg(test)]
pub(super) mod tests;

use rustc_hash::FxHashMap;

use super::Comparator;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity, Span};

pub(super) use pieces::{Likeness, Speakers, likeness, piece_of};
pub(crate) use pieces::{Piece, Speaker, Weights, letters, matches, pieces as all_pieces};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Quote,
    id: "quote",
    about: "Words of the same speaker's direct quote",
    page: include_str!("quote.rs"),
    compare,
};

/// The lighter piece's weight that must be shared, 0 to 1: half is chance where a speaker keeps to one subject.
const CONTAINED: f32 = 0.6;

/// The same where the words stand in another order or the speaker is not certain, 0 to 1.
const CONTAINED_STRONG: f32 = 0.75;

/// The same where the speaker is certain, whatever the order, 0 to 1: who retells what somebody said keeps half of it.
const CONTAINED_RETOLD: f32 = 0.5;

/// Shared weight of all weight that short quotes need, 0 to 1.
const JACCARD_SHORT: f32 = 0.35;

/// Words in the same order, share of the shorter piece, 0 to 1: below it the wording is another altogether.
const ORDER: f32 = 0.5;

/// Shared weight of all weight where the order is another, as in translations, 0 to 1.
const JACCARD_LOOSE: f32 = 0.5;

/// Content words that two pieces must share.
const SHARED: usize = 3;

/// Weight that the shared words must have: two words of which each stands in one sentence out of ten.
const WEIGHT: f32 = 4.0;

/// The share of the shorter quote that must stand in the same order where two quotes share only two content words.
const ORDER_SHORT: f32 = 0.75;

/// Words that two quotes of one speaker have before their order alone tells that they are one sentence.
const PARALLEL_WORDS: usize = 6;

/// The share of the shorter of them that must stand in the same order, 0 to 1.
const PARALLEL_ORDER: f32 = 0.7;

/// Words by which quotes that start alike are looked up.
const OPENING: usize = 2;

/// Letters of a root by which pieces are looked up, bytes.
const KEY_LETTERS: usize = 4;

/// Pieces that may stand under one root, pieces: a root that more quotes have tells nothing.
const CROWD: usize = 300;

/// The share of the shorter quote that must stand in the same order where the speaker is certain and little else is
/// shared (`I heard one shot`, `I heard two shots`): whoever says two things does not begin and end them alike.
const ORDER_CERTAIN: f32 = 0.7;

/// Shared weight of all weight that such quotes need, 0 to 1: more than words of course.
const JACCARD_CERTAIN: f32 = 0.25;

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let weights = Weights::of(story);
    let pieces = all_pieces(story, &weights);
    let mut findings: Vec<Finding> =
        clusters(&pieces).into_iter().filter_map(|c| finding(story, &pieces, &c)).collect();
    findings.sort_by_key(|f| f.readings[0].evidence[0]);
    findings
}

/// Whether two pieces are one sentence of one speaker, in whatever words: the weight of what they share.
fn linked(a: &Piece, b: &Piece) -> Option<f32> {
    let speakers = a.speaker.against(&b.speaker);
    if a.report == b.report || speakers == Speakers::Different {
        return None;
    }
    let likeness = likeness(a, b);
    let certain = speakers == Speakers::Same;
    // `They were in and out in 90 seconds`: small words all, but the same words.
    let (short, long) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
    let parallel = certain
        && short >= PARALLEL_WORDS
        && long <= short + short / 2
        && likeness.order >= PARALLEL_ORDER
        && a.words[..OPENING].iter().zip(&b.words).all(|(x, y)| x.norm == y.norm);
    let retold = certain && is_retold(&likeness);
    (parallel || retold || is_same_sentence(&likeness, certain)).then_some(likeness.weight)
}

/// Whether one speaker tells the same in both, in other words and another order.
fn is_retold(l: &Likeness) -> bool {
    // `Anak-anak bermain sabar`, `Anak-anak bermain tenang`
    let short = l.shared == SHARED - 1 && l.contained >= CONTAINED && l.jaccard >= JACCARD_SHORT && l.order >= ORDER;
    if short && l.weight >= WEIGHT {
        return true;
    }
    l.shared >= SHARED && l.weight >= WEIGHT && l.contained >= CONTAINED_RETOLD && l.jaccard >= JACCARD_CERTAIN
}

/// Whether two quoted sentences are so alike that they are two wordings of one.
pub(super) fn is_same_sentence(l: &Likeness, certain: bool) -> bool {
    if certain && l.shared > 0 && l.order >= ORDER_CERTAIN && l.jaccard >= JACCARD_CERTAIN {
        return true;
    }
    if l.shared < SHARED {
        return certain
            && l.shared == SHARED - 1
            && l.weight >= WEIGHT
            && l.order >= ORDER_SHORT
            && l.contained >= CONTAINED_STRONG;
    }
    if l.weight < WEIGHT {
        return false;
    }
    if certain {
        return l.contained >= CONTAINED && l.order >= ORDER
            || l.contained >= CONTAINED_STRONG && l.jaccard >= JACCARD_LOOSE;
    }
    l.contained >= CONTAINED_STRONG && l.order >= ORDER
}

/// Pieces that are wordings of one sentence, put together: indices, ascending.
fn clusters(pieces: &[Piece]) -> Vec<Vec<usize>> {
    let mut links: Vec<(usize, usize, f32)> = Vec::new();
    pairs(pieces, |a, b| {
        if let Some(weight) = linked(&pieces[a], &pieces[b]) {
            links.push((a, b, weight));
        }
    });
    // Of a report's sentences only the likest stands for another's, and its neighbours in the same quote.
    let mut best: FxHashMap<(usize, usize), (f32, usize)> = FxHashMap::default();
    for &(a, b, weight) in &links {
        for (from, to) in [(a, b), (b, a)] {
            let entry = best.entry((from, pieces[to].report)).or_insert((weight, to));
            if weight > entry.0 {
                *entry = (weight, to);
            }
        }
    }
    let beside = |x: usize, y: usize| {
        x.abs_diff(y) <= 1 && pieces[x].report == pieces[y].report && pieces[x].quote == pieces[y].quote
    };
    let chosen = |from: usize, to: usize| best.get(&(from, pieces[to].report)).is_some_and(|b| beside(b.1, to));
    let mut group: Vec<usize> = (0..pieces.len()).collect();
    for &(a, b, _) in links.iter().filter(|(a, b, _)| chosen(*a, *b) && chosen(*b, *a)) {
        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
        if from != to {
            group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
        }
    }
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); pieces.len()];
    group.iter().enumerate().for_each(|(piece, &g)| out[g].push(piece));
    out.retain(|c| c.len() > 1);
    out
}

/// Calls `found` with the pairs of pieces of different reports that share rare words enough to be looked at, the
/// smaller index first. Of a crowd of equal quotes each is compared with the first only.
pub(super) fn pairs(pieces: &[Piece], mut found: impl FnMut(usize, usize)) {
    let mut first_of: FxHashMap<(String, &Speaker), usize> = FxHashMap::default();
    let mut postings: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    let mut openings: FxHashMap<(String, String), Vec<usize>> = FxHashMap::default();
    for (p, piece) in pieces.iter().enumerate() {
        let first = *first_of.entry((letters(piece), &piece.speaker)).or_insert(p);
        if first != p && pieces[first].report != piece.report {
            found(first, p);
            continue;
        }
        counts.clear();
        for (root, _) in &piece.content {
            // Misspelt roots differ mostly behind: their first letters are the key.
            let key = root.get(..KEY_LETTERS.min(root.len())).unwrap_or(root);
            let list = postings.entry(key).or_default();
            list.iter().for_each(|&q| *counts.entry(q).or_default() += 1);
            if list.len() < CROWD && list.last() != Some(&p) {
                list.push(p);
            }
        }
        let one = |q: usize| piece.speaker.against(&pieces[q].speaker) == Speakers::Same;
        let enough = |(q, n): &(&usize, &usize)| **n >= SHARED - 1 || one(**q);
        let mut near: Vec<usize> = counts.iter().filter(enough).map(|(&q, _)| q).collect();
        if piece.words.len() >= PARALLEL_WORDS {
            let opening = (piece.words[0].norm.to_string(), piece.words[1].norm.to_string());
            let list = openings.entry(opening).or_default();
            near.extend(list.iter().copied());
            if list.len() < CROWD {
                list.push(p);
            }
        }
        near.sort_unstable();
        near.dedup();
        near.into_iter().filter(|&q| q != p && pieces[q].report != piece.report).for_each(|q| found(q, p));
    }
}

/// What one report quotes of a sentence: one piece, or several in a row.
struct Wording {
    report: usize,
    span: Span,
    letters: String,
    pieces: Vec<usize>,
}

fn finding(story: &Story<'_>, pieces: &[Piece], cluster: &[usize]) -> Option<Finding> {
    let wordings = wordings(pieces, cluster);
    let readings = readings(&wordings);
    if !disagree(&wordings, &readings) {
        return None;
    }
    let piece_sets: Vec<Vec<usize>> =
        readings.iter().map(|r| r.iter().flat_map(|&w| wordings[w].pieces.clone()).collect()).collect();
    let severity = if clash::any(story, pieces, &piece_sets) { Severity::Conflict } else { Severity::Variant };
    let told: Vec<usize> = wordings.iter().map(|w| w.report).collect();
    let readings = readings
        .into_iter()
        .map(|same| {
            let mut evidence: Vec<_> =
                same.iter().map(|&w| story.evidence(wordings[w].report, wordings[w].span)).collect();
            evidence.sort_unstable();
            let first = same.iter().min_by_key(|&&w| (wordings[w].span.len(), w)).map_or(0, |&w| w);
            let value =
                story.words(wordings[first].report, wordings[first].span).split_whitespace().collect::<Vec<_>>();
            Reading { value: value.join(" "), evidence }
        })
        .collect();
    Some(Finding {
        id: String::new(),
        kind: Kind::Quote,
        severity,
        subject: subject(story, pieces, cluster),
        readings,
        absent: (0..story.sources.len()).filter(|r| !told.contains(r)).collect(),
        suggestion: None,
        statements: Vec::new(),
    })
}

/// The pieces of a cluster by report, those in a row joined.
fn wordings(pieces: &[Piece], cluster: &[usize]) -> Vec<Wording> {
    let mut out: Vec<Wording> = Vec::new();
    for &p in cluster {
        let piece = &pieces[p];
        let follows = out.last_mut().filter(|w| {
            w.report == piece.report && w.pieces.last().is_some_and(|&q| q + 1 == p && pieces[q].quote == piece.quote)
        });
        match follows {
            Some(wording) => {
                wording.span = wording.span.join(piece.span);
                wording.letters.push_str(&letters(piece));
                wording.pieces.push(p);
            }
            None => {
                out.push(Wording { report: piece.report, span: piece.span, letters: letters(piece), pieces: vec![p] });
            }
        }
    }
    out
}

/// Wordings that are equal, or of which one is a part of the other: indices, the most told first.
fn readings(wordings: &[Wording]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..wordings.len()).collect();
    order.sort_by_key(|&w| (std::cmp::Reverse(wordings[w].letters.len()), w));
    let mut out: Vec<Vec<usize>> = Vec::new();
    for w in order {
        let same = out.iter_mut().find(|r| r.iter().any(|&o| wordings[o].letters.contains(&wordings[w].letters)));
        match same {
            Some(reading) => reading.push(w),
            None => out.push(vec![w]),
        }
    }
    out.sort_by_key(|r| r.iter().copied().min());
    out
}

/// Whether some two reports have no wording in common.
fn disagree(wordings: &[Wording], readings: &[Vec<usize>]) -> bool {
    let of = |report: usize| -> Vec<usize> {
        (0..readings.len()).filter(|&r| readings[r].iter().any(|&w| wordings[w].report == report)).collect()
    };
    let mut reports: Vec<usize> = wordings.iter().map(|w| w.report).collect();
    reports.dedup();
    reports.iter().enumerate().any(|(n, &a)| {
        let left = of(a);
        reports[n + 1..].iter().any(|&b| !of(b).iter().any(|r| left.contains(r)))
    })
}

/// The speaker's name.
fn subject(story: &Story<'_>, pieces: &[Piece], cluster: &[usize]) -> String {
    let entity = cluster.iter().find_map(|&p| match pieces[p].speaker {
        Speaker::Known(entity) => story.entities.get(entity),
        _ => None,
    });
    entity.map_or_else(String::new, |e| e.name.clone())
}
