//! When, where at fine grain, and what for: the circumstances of one event.
//!
//! **Compares**, for acts of different reports that tell one event: the occasion (`selama pembicaraan` / `setelah jamuan
//! makan`), where on or in a thing something was put, found or hit (`di jok belakang` / `di bagian belakang mobil`), and the
//! purpose (`untuk salat` / `untuk absensi`). Also the causes that reports give for one thing (`karena banjir` / `lantaran
//! tengkulak`), and how one source told it (`lewat pesan singkat` / `dalam jumpa pers`). Clock times and dates belong to `date`, named places to
//! `place`.
//!
//! **Why it matters**: the order of events and the exact spot decide who could have seen, known or done what.
//!
//! **Example**: *invited him during the talks* / *invited him after the banquet*.
//!
//! **Known misses**: circumstances told in a sentence of their own; paraphrases that share no word.

pub mod causes;
mod channels;

use std::ops::Range;

use super::Comparator;
use super::events::{Act, Acts, Stance, entities_in, subject};
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Opener, Reading, Severity, Shape, Token};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Circumstance,
    id: "circumstance",
    about: "when, where, what for: circumstances of one event",
    page: include_str!("circumstance.rs"),
    compare,
};

/// What a circumstance tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    When,
    Where,
    Purpose,
}

/// A circumstance of an act.
struct Told<'a> {
    act: &'a Act,
    range: Range<usize>,
    roots: Vec<Box<str>>,
    head: Option<Box<str>>,
    opener: &'a str,
}

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let acts = Acts::of(story);
    let mut findings = Vec::new();
    for group in acts.events(story) {
        let members: Vec<&Act> = group.iter().map(|&i| &acts.all[i]).filter(|a| !a.negated && !a.planned()).collect();
        for role in [Role::When, Role::Where, Role::Purpose] {
            findings.extend(finding(story, &members, role));
        }
    }
    for readings in causes::compare(story).other {
        if !findings.iter().any(|f| super::told_in(f, &readings)) {
            findings.push(variant(readings[0].value.clone(), readings));
        }
    }
    let told = channels::compare(story).into_iter();
    findings.extend(told.map(|(person, readings)| variant(story.entities[person].name.clone(), readings)));
    findings
}

fn variant(subject: String, readings: Vec<Reading>) -> Finding {
    Finding {
        id: String::new(),
        kind: Kind::Circumstance,
        severity: Severity::Variant,
        subject,
        readings,
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}

impl Act {
    /// A plan: its circumstances are as open as itself.
    fn planned(&self) -> bool {
        matches!(self.stance, Stance::Planned | Stance::Possible)
    }
}

/// The finding of one event and one sort of circumstance, where reports differ.
fn finding(story: &Story<'_>, members: &[&Act], role: Role) -> Option<Finding> {
    let told: Vec<Told<'_>> = members.iter().flat_map(|a| circumstances(story, a, role)).collect();
    let sides = sides(story, &told, role);
    if sides.len() < 2 {
        return None;
    }
    Some(made(story, subject(story, members), &told, &sides))
}

fn made(story: &Story<'_>, subject: String, told: &[Told<'_>], sides: &[Vec<usize>]) -> Finding {
    let words = |t: &Told<'_>| story.sources[t.act.report].segments.span(t.range.clone());
    let readings = sides
        .iter()
        .map(|side| Reading {
            value: story.words(told[side[0]].act.report, words(&told[side[0]])).to_owned(),
            evidence: side.iter().map(|&i| story.evidence(told[i].act.report, words(&told[i]))).collect(),
        })
        .collect();
    variant(subject, readings)
}

/// Circumstances by what they say: those of one side may be one, those of two sides cannot. Empty where one report gives
/// all: then they are parts of one story.
fn sides(story: &Story<'_>, told: &[Told<'_>], role: Role) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for (i, t) in told.iter().enumerate() {
        let lexicon = Lexicon::of(story.sources[t.act.report].report.language);
        match sides.iter_mut().find(|s| s.iter().any(|&j| alike(lexicon, &told[j], t, role))) {
            Some(side) => side.push(i),
            None => sides.push(vec![i]),
        }
    }
    let reports = |s: &Vec<usize>| -> Vec<usize> { s.iter().map(|&i| told[i].act.report).collect() };
    // A report that gives both readings joins them.
    let joined = sides
        .iter()
        .enumerate()
        .any(|(n, a)| sides[n + 1..].iter().any(|b| reports(a).iter().any(|r| reports(b).contains(r))));
    if joined { Vec::new() } else { sides }
}

/// Whether two circumstances may be one in other words.
fn alike(lexicon: &Lexicon, a: &Told<'_>, b: &Told<'_>, role: Role) -> bool {
    if role == Role::Where {
        let part = |x: &Told<'_>, y: &Told<'_>| x.roots.iter().all(|r| y.roots.contains(r));
        return part(a, b) || part(b, a) || a.head == b.head;
    }
    if role == Role::When && !exclusive(a.opener, b.opener) {
        return true;
    }
    a.roots.iter().any(|x| b.roots.iter().any(|y| x == y || related(lexicon, x, y)))
}

fn related(lexicon: &Lexicon, x: &str, y: &str) -> bool {
    let kinds = |a: &str, b: &str| lexicon.kinds.get(a).is_some_and(|k| k.contains(&b));
    let sets = |a: &str| {
        [lexicon.same.get(a), lexicon.near.get(a)].into_iter().flatten().flatten().copied().collect::<Vec<u16>>()
    };
    let frames = |a: &str| -> Vec<u16> {
        lexicon.frame_words.word(a).map(|u| u.iter().map(|f| f.frame).collect()).unwrap_or_default()
    };
    kinds(x, y)
        || kinds(y, x)
        || sets(x).iter().any(|s| sets(y).contains(s))
        || frames(x).iter().any(|f| frames(y).contains(f))
}

/// Words that open an occasion.
const WHEN: &[&str] = &[
    "saat", "ketika", "setelah", "usai", "seusai", "sebelum", "selama", "sesudah", "selepas", "sepulang", "after",
    "before", "during", "while",
];

/// Those by which the act falls within the occasion.
const DURING: &[&str] = &["saat", "ketika", "selama", "during", "while"];

/// Whether two occasions can exclude each other: after one and before another, or before two, agree.
fn exclusive(a: &str, b: &str) -> bool {
    DURING.contains(&a) || DURING.contains(&b)
}

/// Words that open a place.
const WHERE: &[&str] = &["di", "in", "on", "inside", "under", "behind"];

/// Words that open a purpose.
const PURPOSE: &[&str] = &["untuk", "guna", "buat"];

/// Events whose fine place matters: where a thing was put, left, found, where somebody was hit.
const PLACED: &[&str] =
    &["=letak", "=taruh", "=simpan", "keep", "hide", "find", "leave-behind", "injure", "shoot", "=put", "=place"];

/// Events whose purpose tells.
const AIMED: &[&str] = &["leave-behind", "leave", "go", "take", "come-back", "buy", "travel"];

fn circumstances<'a>(story: &'a Story<'_>, act: &'a Act, role: Role) -> Vec<Told<'a>> {
    let source = &story.sources[act.report];
    let (segments, tokens) = (&source.segments, &source.segments.tokens);
    let clause = &segments.clauses[act.clause];
    let openers: &[&str] = match role {
        Role::When => WHEN,
        Role::Where if PLACED.contains(&&*act.event) => WHERE,
        Role::Purpose if AIMED.contains(&&*act.event) => PURPOSE,
        _ => return Vec::new(),
    };
    let mut out: Vec<Told<'a>> = Vec::new();
    for i in clause.tokens.clone().filter(|&i| openers.contains(&&*tokens[i].norm)) {
        let before = i < act.verb;
        if role != Role::When && before {
            continue;
        }
        let end = (i + 1..clause.tokens.end)
            .find(|&j| stops(&tokens[j]) || (before && j == act.verb))
            .unwrap_or(clause.tokens.end);
        out.extend(told(story, act, i..end, role));
    }
    let sentence = &segments.sentences[clause.sentence];
    let wanted = if role == Role::When { Opener::Time } else { Opener::Purpose };
    for near in [act.clause.checked_sub(1), Some(act.clause + 1)].into_iter().flatten() {
        let Some(other) = segments.clauses.get(near).filter(|o| sentence.clauses.contains(&near) && o.opener == wanted)
        else {
            continue;
        };
        let ahead = near < act.clause;
        if role == Role::Where || (ahead && (role == Role::Purpose || near != sentence.clauses.start)) {
            continue;
        }
        if openers.contains(&&*tokens[other.tokens.start].norm) {
            out.extend(told(story, act, other.tokens.clone(), role));
        }
    }
    out
}

fn stops(token: &Token) -> bool {
    (token.shape == Shape::Mark && !matches!(&*token.norm, "-" | "'"))
        || matches!(&*token.norm, "pada" | "dan" | "yang" | "untuk" | "and" | "which" | "who" | "kata" | "said")
}

/// Nouns that tell no occasion or place of their own.
const VAGUE: &[&str] = &[
    "jadi",
    "peristiwa",
    "insiden",
    "event",
    "incident",
    "it",
    "hal",
    "sana",
    "sini",
    "lokasi",
    "tempat",
    "tkp",
    "scene",
    "waktu",
];

/// Parts of things, rooms and bodies: where exactly something was.
const PARTS: &[&str] = &[
    "jok", "bagian", "bagasi", "kursi", "bangku", "kolong", "atap", "laci", "saku", "kantong", "tas", "koper",
    "lemari", "dompet", "dapur", "kamar", "garasi", "gudang", "teras", "kepala", "dada", "perut", "leher", "kaki",
    "tangan", "punggung", "lengan", "pinggang", "paha", "bahu", "wajah", "mata", "pelipis", "seat", "boot", "trunk",
    "roof", "drawer", "pocket", "bag", "suitcase", "cupboard", "kitchen", "bedroom", "bathroom", "garage", "head",
    "chest", "stomach", "neck", "leg", "hand", "back", "arm", "shoulder", "face", "thigh", "rear",
];

/// Most tokens of a circumstance: longer ones are clauses with a story of their own.
const LONGEST: usize = 12;

/// The circumstance at some tokens, where it tells more than a date or a named place.
fn told<'a>(story: &'a Story<'_>, act: &'a Act, range: Range<usize>, role: Role) -> Option<Told<'a>> {
    let source = &story.sources[act.report];
    let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
    let timed = source.extract.times.iter().any(|t| range.contains(&t.at.tokens.start))
        || source.extract.quantities.iter().any(|q| range.contains(&q.at.tokens.start) && !q.weak);
    let speech = range.clone().any(|i| tokens[i].verb && lexicon.reporting.word(&tokens[i].stem).is_some());
    let named = !entities_in(story, act.report, &range).is_empty();
    if range.len() < 2 || range.len() > LONGEST || timed || speech || (named && role == Role::Where) {
        return None;
    }
    let content = |&i: &usize| {
        tokens[i].shape != Shape::Mark
            && tokens[i].shape != Shape::Number
            && !lexicon.is_function(&tokens[i].norm)
            && !source.extract.names.iter().any(|n| n.at.tokens.contains(&i))
    };
    let words: Vec<usize> = (range.start + 1..range.end).filter(content).collect();
    let roots: Vec<Box<str>> = words.iter().map(|&i| tokens[i].stem.clone()).collect();
    let vague = roots.iter().all(|r| VAGUE.contains(&&**r));
    let part = role != Role::Where || roots.first().is_some_and(|r| PARTS.contains(&&**r));
    let opener = &*tokens[range.start].norm;
    (!vague && part).then(|| Told { act, range, head: roots.first().cloned(), roots, opener })
}
