//! Acts: what the clauses of a story tell, each with its event, its participants and how sure it is; and which acts of
//! different reports tell one event. Shared by the comparators of events (modality, polarity, role, circumstance).
//!
//! Statements alone are too coarse and too noisy to say that two clauses differ: here an act is the predicate of one
//! clause (or the event noun of a light verb, `mengadakan pembicaraan`), and two acts are one event only where predicate
//! and arguments agree and nothing tells them apart.

mod stance;
mod terms;

use std::ops::Range;

use rustc_hash::FxHashMap;

pub use stance::{Sureness, is_able, marks, stance};
use stance::{negated, past};
pub use terms::Terms;

use super::parties;
use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{BlockKind, Date, Opener, Shape, Span, Token};

/// Weight of shared arguments, as a share of the poorer act's, from which two acts of one statement tell one event.
const WITHIN_STATEMENT: f32 = 0.4;

/// The same for acts that no statement joins: the aligner misses some, but the arguments must then nearly coincide.
const OUTSIDE_STATEMENT: f32 = 0.5;

/// Least weight of shared arguments: two rare words, or one rare word and a frequent one (`ln(1 + N/df)` each).
const LEAST_SHARED: f32 = 3.0;

/// Share of arguments for events that a story has one of, of many people told of in many words (questioning).
const ONE_AFFAIR: f32 = 0.15;

/// What the same doer and the same person done to add to a likeness: more than any shared words.
const SAME_SIDES: f32 = 100.0;

/// Events without an object: the same subject makes them the same.
const SUBJECT_ONLY: &[&str] = &["flee", "resign"];

/// Families of frames: verbs by which reports tell the same event. Any other frame is a family of its own.
const FAMILIES: &[(&str, &[&str])] = &[
    ("go", &["visit", "arrive"]),
    ("talk", &["talk", "discuss", "meet"]),
    ("vanish", &["disappear", "lose", "steal"]),
    ("flee", &["flee", "escape"]),
    ("die", &["die", "kill"]),
    ("report", &["report-to-police"]),
    ("charge", &["suspect", "charge"]),
    ("resign", &["resign"]),
    ("question", &["question"]),
];

/// Frames of speech and thought: their clauses credit or colour another and are no event to compare.
const SPEECH: &[&str] = &[
    "say",
    "explain",
    "announce",
    "hope",
    "fear",
    "believe",
    "know",
    "confirm",
    "deny",
    "admit",
    "plan",
    "promise",
    "propose",
    "urge",
    "warn",
    "criticise",
    "praise",
    "ask",
    "demand",
    "begin",
    "end",
    "continue",
    "stop",
    "make",
    "use",
    "show",
    "witness",
    "live-in",
    "hold-post",
    "reach",
    "rise",
    "fall-number",
    "allow",
    "support",
    "identify",
    "teach",
    "study",
    "work",
];

/// Verbs that only carry the event of the noun behind them.
const LIGHT: &[&str] = &[
    "ada",
    "laku",
    "gelar",
    "selenggara",
    "buat",
    "beri",
    "lakukan",
    "jalan",
    "cakup",
    "libat",
    "hold",
    "make",
    "do",
    "carry",
    "conduct",
    "take",
    "give",
    "include",
    "have",
    "langsung",
    "adakan",
];

/// How sure an act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// Told as a fact, or marked as done.
    Done,
    /// Going on while the report is written (`sedang`, `masih`, `lagi`).
    Ongoing,
    /// To come.
    Planned,
    /// Tried (`tried to`, `mencoba`).
    Attempted,
    /// May be.
    Possible,
    /// Suspected.
    Alleged,
    /// Heard.
    Reported,
}

/// A predicate with its arguments.
#[derive(Debug, Clone)]
pub struct Act {
    /// Index of the report.
    pub report: usize,
    /// Index of the clause.
    pub clause: usize,
    /// Its verb or event noun: index of a token.
    pub anchor: usize,
    /// The anchor's root.
    pub anchor_root: Box<str>,
    /// The verb: the anchor, or the light verb before it.
    pub verb: usize,
    /// Its event: a family of frames, a frame, or a root.
    pub event: String,
    /// How sure it is.
    pub stance: Stance,
    /// Marked as done (`telah`, `sudah`, an English past form), rather than told in a form that knows no tense.
    pub done: bool,
    /// Done to, or by, another than the one told of (`tokoh lain`, `another`).
    pub other: bool,
    /// The words that mark it.
    pub mark: Option<Range<usize>>,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether the clause is passive.
    pub passive: bool,
    /// Persons who act and are acted on, in the event's own direction.
    pub sides: (Vec<usize>, Vec<usize>),
    /// Whom and what it is done to, by name: entities of any class.
    pub objects: Vec<usize>,
    /// Root of the doer's head noun, where no person is named.
    pub doer: Option<Box<str>>,
    /// Weighed arguments: entities and content words, ascending.
    pub terms: Vec<(u32, f32)>,
    /// Days told in its clause.
    pub days: Vec<Date>,
    /// Within a condition, purpose or question: no assertion.
    pub embedded: bool,
}

/// All acts of a story.
#[derive(Debug, Default)]
pub struct Acts {
    /// By report and place.
    pub all: Vec<Act>,
}

impl Acts {
    /// Reads the acts of all reports.
    pub fn of(story: &Story<'_>) -> Self {
        let table = Terms::of(story);
        let mut all = Vec::new();
        for (r, source) in story.sources.iter().enumerate() {
            for c in 0..source.segments.clauses.len() {
                let Some(mut act) = act(story, &table, r, c) else { continue };
                parties::fill(story, &mut act);
                all.push(act);
            }
        }
        Self { all }
    }

    /// Groups of acts that tell one event, two reports or more each, by place of their first act.
    pub fn events(&self, story: &Story<'_>) -> Vec<Vec<usize>> {
        let mut by_event: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (i, act) in self.all.iter().enumerate() {
            by_event.entry(&act.event).or_default().push(i);
        }
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut keys: Vec<&str> = by_event.keys().copied().collect();
        keys.sort_unstable();
        for key in keys {
            groups.extend(self.groups(story, &by_event[key]));
        }
        groups.retain(|g| g.iter().any(|&i| self.all[i].report != self.all[g[0]].report));
        groups.sort();
        groups
    }

    /// Joins acts from the likest pair down; an act joins a group only where it is like some member and unlike none.
    fn groups(&self, story: &Story<'_>, acts: &[usize]) -> Vec<Vec<usize>> {
        let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
        for (n, &a) in acts.iter().enumerate() {
            for &b in acts[n + 1..].iter().filter(|&&b| self.all[b].report != self.all[a].report) {
                if let Some(score) = likeness(story, &self.all[a], &self.all[b]) {
                    pairs.push((score, a, b));
                }
            }
        }
        pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (_, a, b) in pairs {
            let at = |i: usize| groups.iter().position(|g| g.contains(&i));
            match (at(a), at(b)) {
                (None, None) => groups.push(vec![a, b]),
                (Some(g), None) if self.fits(story, &groups[g], b) => groups[g].push(b),
                (None, Some(g)) if self.fits(story, &groups[g], a) => groups[g].push(a),
                _ => {}
            }
        }
        groups.iter_mut().for_each(|g| g.sort_unstable());
        groups
    }

    fn fits(&self, story: &Story<'_>, group: &[usize], new: usize) -> bool {
        let like = |&&m: &&usize| {
            self.all[m].report == self.all[new].report || likeness(story, &self.all[m], &self.all[new]).is_some()
        };
        group.iter().filter(like).count() * 2 >= group.len()
            && !group.iter().any(|&m| apart(&self.all[m], &self.all[new]))
    }
}

/// How surely two acts of one event's name tell one event; `None` where they do not.
pub fn likeness(story: &Story<'_>, a: &Act, b: &Act) -> Option<f32> {
    if a.event != b.event || apart(a, b) || a.other != b.other {
        return None;
    }
    if a.event == "go" && !same_place(story, a, b) {
        return None;
    }
    let shared = overlap(&a.terms, &b.terms);
    if same_sides(a, b) {
        return Some(shared + SAME_SIDES);
    }
    let mass = |act: &Act| act.terms.iter().map(|t| t.1).sum::<f32>();
    let share = shared / mass(a).min(mass(b)).max(f32::EPSILON);
    let joined = joined(story, a, b);
    let (least, weight) = match &*a.event {
        "question" => (ONE_AFFAIR, LEAST_SHARED / 2.0),
        _ if joined || a.objects.iter().any(|o| b.objects.contains(o)) => (WITHIN_STATEMENT, LEAST_SHARED / 2.0),
        _ => (OUTSIDE_STATEMENT, LEAST_SHARED),
    };
    (share >= least && shared >= weight).then_some(shared * share * if joined { 1.5 } else { 1.0 })
}

/// Whether the same person does it to the same person, or the same subject does what has no object.
fn same_sides(a: &Act, b: &Act) -> bool {
    let meet = |x: &[usize], y: &[usize]| x.len() == 1 && x == y;
    meet(&a.sides.0, &b.sides.0) && meet(&a.sides.1, &b.sides.1)
        || (SUBJECT_ONLY.contains(&&*a.event) && a.doer.is_some() && a.doer == b.doer)
}

/// Whether both name one place behind the verb: where somebody goes makes the journey.
fn same_place(story: &Story<'_>, a: &Act, b: &Act) -> bool {
    let places = |act: &Act| -> Vec<String> {
        let source = &story.sources[act.report];
        let clause = &source.segments.clauses[act.clause];
        let behind = source
            .extract
            .names
            .iter()
            .filter(|n| n.at.tokens.start > act.verb && n.at.tokens.end <= clause.tokens.end);
        let names = behind.filter(|n| n.class != NameClass::Person).take(1 + usize::from(act.stance != Stance::Done));
        let words = names.flat_map(|n| n.at.span.of(&source.report.text).split([' ', '-']));
        words.filter(|w| w.len() > PLACE_WORD).map(str::to_lowercase).collect()
    };
    let theirs = places(b);
    places(a).iter().any(|e| theirs.contains(e))
}

/// Letters of a place's name that tell it from `Kota`, `Barat`, `North`.
const PLACE_WORD: usize = 5;

/// Whether a statement holds both clauses.
pub fn joined(story: &Story<'_>, a: &Act, b: &Act) -> bool {
    let of = |act: &Act| &story.statements_of[act.report][act.clause];
    of(a).iter().any(|s| of(b).contains(s))
}

/// Whether days told in both exclude that they are one event.
fn apart(a: &Act, b: &Act) -> bool {
    !a.days.is_empty() && !b.days.is_empty() && !a.days.iter().any(|x| b.days.iter().any(|y| may_be(*x, *y)))
}

/// Whether two days may be one.
pub fn may_be(x: Date, y: Date) -> bool {
    let fit = |p: Option<i32>, q: Option<i32>| p.is_none() || q.is_none() || p == q;
    fit(x.year.map(i32::from), y.year.map(i32::from))
        && fit(x.month.map(i32::from), y.month.map(i32::from))
        && fit(x.day.map(i32::from), y.day.map(i32::from))
}

fn overlap(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    a.iter().filter_map(|t| b.binary_search_by_key(&t.0, |u| u.0).ok().map(|at| t.1.min(b[at].1))).sum()
}

/// Words by which an act is another's.
const OTHER: &[&str] = &["lain", "lainnya", "other", "another", "others"];

/// The act of a clause, where it tells one.
fn act(story: &Story<'_>, table: &Terms, r: usize, c: usize) -> Option<Act> {
    let source = &story.sources[r];
    let (segments, lexicon) = (&source.segments, Lexicon::of(source.report.language));
    let clause = &segments.clauses[c];
    let claim = &source.extract.claims[c];
    let kind = source.report.blocks[segments.sentences[clause.sentence].block].kind;
    if clause.opener == Opener::Attribution || kind == BlockKind::Caption {
        return None;
    }
    let tokens = &segments.tokens;
    let verb = claim.predicate?;
    let (anchor, event) = event(lexicon, tokens, clause.tokens.clone(), verb)?;
    let (stance, mark, done) = stance(lexicon, tokens, clause.tokens.clone(), verb);
    let asked = tokens[clause.tokens.clone()].iter().any(|t| {
        matches!(
            &*t.norm,
            "?" | "apakah"
                | "whether"
                | "bila"
                | "kalau"
                | "jika"
                | "apabila"
                | "seandainya"
                | "if"
                | "supaya"
                | "agar"
        )
    });
    let marked_before = mark.as_ref().is_some_and(|m| m.start < clause.tokens.start);
    let embedded = asked || (!marked_before && governed(tokens, clause.tokens.start, verb));
    Some(Act {
        report: r,
        clause: c,
        anchor,
        anchor_root: tokens[anchor].stem.clone(),
        verb,
        event,
        stance,
        done: done || past(lexicon, tokens, verb),
        other: tokens[anchor..clause.tokens.end].iter().any(|t| OTHER.contains(&&*t.norm)),
        mark,
        negated: negated(lexicon, tokens, clause.tokens.start, verb),
        passive: is_passive(lexicon, tokens, verb),
        sides: (Vec::new(), Vec::new()),
        objects: Vec::new(),
        doer: None,
        terms: table.weighed(r, c.saturating_sub(usize::from(marked_before))..c + 1, &[verb, anchor]),
        days: source.extract.times.iter().filter(|t| t.at.clause == c).filter_map(|t| t.date).collect(),
        embedded: embedded || (!marked_before && matches!(clause.opener, Opener::Condition | Opener::Purpose)),
    })
}

/// Words before a verb that make it no assertion: aims, wishes, manners, other verbs' complements.
const GOVERNORS: &[&str] = &[
    "untuk", "agar", "supaya", "guna", "demi", "bersedia", "tanpa", "dengan", "cara", "dalam", "tidak", "to", "of",
    "for", "by", "from", "in", "on", "at", "after", "before", "while", "without", "and", "when",
];

/// Whether the verb is an infinitive, a gerund or another word's complement: told, but not asserted.
pub fn governed(tokens: &[Token], start: usize, verb: usize) -> bool {
    let before = if verb > 0 { &*tokens[verb - 1].norm } else { Default::default() };
    let gerund = tokens[verb].norm.ends_with("ing")
        && !tokens[start..verb].iter().any(|t| crate::language::verbs::is_auxiliary(&t.norm));
    let and = matches!(before, "and" | "when") && !gerund;
    gerund || (GOVERNORS.contains(&before) && !and && !tokens[verb].norm.ends_with("ed"))
}

/// Whether a verb is passive.
pub fn is_passive(lexicon: &Lexicon, tokens: &[Token], verb: usize) -> bool {
    crate::language::stem::is_passive(lexicon, &tokens[verb].norm)
        || crate::extract::claims::english_passive(tokens, verb)
}

/// The verb or noun that tells the event, and the event's name.
fn event(lexicon: &Lexicon, tokens: &[Token], range: Range<usize>, verb: usize) -> Option<(usize, String)> {
    let name = |i: usize, noun: bool| -> Option<String> {
        let ahead = &tokens[..range.end];
        let uses = if noun {
            lexicon.frame_words.longest(ahead, i).map(|f| f.1)
        } else {
            lexicon.frame_forms.longest(ahead, i).or_else(|| lexicon.frame_words.longest_stem(ahead, i)).map(|f| f.1)
        };
        let found = uses?.iter().find(|u| u.noun == noun).or_else(|| uses?.iter().find(|u| !noun || u.noun))?;
        Some(family(lexicon.frames[found.frame as usize]).to_owned())
    };
    if LIGHT.contains(&&*tokens[verb].stem) {
        let noun = (verb + 1..range.end.min(verb + 6)).find_map(|i| name(i, true).map(|n| (i, n)));
        if let Some((i, event)) = noun {
            return (!SPEECH.contains(&&*event)).then_some((i, event));
        }
    }
    // A verb that no frame knows is its own event.
    let event = name(verb, false).unwrap_or_else(|| format!("={}", tokens[verb].stem));
    (!SPEECH.contains(&&*event)
        && lexicon.reporting.word(&tokens[verb].stem).is_none()
        && !(event.starts_with('=') && event.len() < 5))
        .then_some((verb, event))
}

/// The family of a frame.
pub fn family(frame: &'static str) -> &'static str {
    FAMILIES.iter().find(|(_, frames)| frames.contains(&frame)).map_or(frame, |f| f.0)
}

/// The entities named (or titled) within some tokens of a report, ascending.
pub fn entities_in(story: &Story<'_>, report: usize, range: &Range<usize>) -> Vec<usize> {
    let extract = &story.sources[report].extract;
    let names = extract.names.iter().enumerate().filter(|(_, n)| within(range, &n.at.tokens));
    let mut out: Vec<usize> = names.map(|(n, _)| story.entity_of[report][n]).collect();
    let titles = extract.titles.iter().enumerate().filter(|(_, t)| within(range, &t.at.tokens));
    out.extend(titles.filter_map(|(t, _)| story.holders[report].get(t).copied().flatten()));
    out.sort_unstable();
    out.dedup();
    out
}

/// The persons among them.
pub fn persons_in(story: &Story<'_>, report: usize, range: &Range<usize>) -> Vec<usize> {
    let mut found = entities_in(story, report, range);
    found.retain(|&e| story.entities[e].class == NameClass::Person);
    found
}

fn within(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Most tokens that evidence takes behind the verb.
const EVIDENCE_TAIL: usize = 12;

/// The verb phrase of an act: its marks, its verb, and what stands behind it up to a comma.
pub fn phrase(story: &Story<'_>, act: &Act) -> Span {
    let segments = &story.sources[act.report].segments;
    let clause = &segments.clauses[act.clause];
    let start = act.mark.as_ref().map_or(act.verb, |m| m.start.min(act.verb));
    let limit = clause.tokens.end.min(act.anchor.max(act.verb) + 1 + EVIDENCE_TAIL);
    let stop = (act.anchor.max(act.verb) + 1..limit)
        .find(|&i| {
            segments.tokens[i].shape == Shape::Mark
                && !matches!(&*segments.tokens[i].norm, "-" | "'" | "\"" | "(" | ")")
        })
        .unwrap_or(limit);
    segments.span(start..stop.max(start + 1))
}

/// A short name of an event: its verb or noun, and who or what it is of.
pub fn subject(story: &Story<'_>, acts: &[&Act]) -> String {
    let Some(first) = acts.first() else { return String::new() };
    let tokens = &story.sources[first.report].segments.tokens;
    let mut shared: Option<Vec<usize>> = None;
    for act in acts {
        let people = &story.participants[act.report][act.clause];
        shared = Some(match shared {
            None => people.clone(),
            Some(before) => before.into_iter().filter(|e| people.contains(e)).collect(),
        });
    }
    let who = shared.unwrap_or_default().first().map(|&e| story.entities[e].name.clone());
    let word = &*tokens[first.anchor].norm;
    who.map_or_else(|| word.to_owned(), |who| format!("{who}: {word}"))
}
