//! Who did what to whom: the direction of an act, and who did it.
//!
//! **Compares** acts of one event: the same two participants with their parts exchanged (*A accompanied B* / *B accompanied
//! A*; *memberi* and *menerima* count as one transfer), and another doer of the same act (*two staff reported it* / *Aldi
//! reported it*; *sailors boarded* / *commandos boarded*).
//!
//! **Why it matters**: the wrong giver, buyer, attacker or complainant is a wrong story, and often a libel.
//!
//! **Example**: *Ikhsan said, accompanied by Raja* / *said Raja, accompanied by Ikhsan*.
//!
//! **Known misses**: doers told by pronouns; two acts of one sort in both directions in one report (an exchange) are left
//! alone.

mod sides;

use super::Comparator;
use super::events::{Act, Acts, joined, phrase, subject};
use super::parties::{Party, agent, party, patient};
use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Opener, Reading, Severity, Shape, Span};

/// The table's line.
pub const COMPARATOR: Comparator =
    Comparator { kind: Kind::Role, id: "role", about: "who did what to whom", page: include_str!("role.rs"), compare };

/// Events that have no direction: who is told first means nothing.
const MUTUAL: &[&str] = &[
    "talk",
    "greet",
    "shake-hands",
    "exchange",
    "marry",
    "divorce",
    "agree",
    "fight",
    "compete",
    "collide",
    "draw",
    "sign",
    "join",
];

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let acts = Acts::of(story);
    let mut findings = swapped(story, &acts);
    findings.extend(doers(story, &acts));
    for (severity, readings) in sides::differing(story, MUTUAL) {
        if !findings.iter().any(|f| super::told_in(f, &readings)) {
            findings.push(Finding { severity, ..finding(story, severity, &[], readings) });
        }
    }
    findings
}

/// An act with two persons, one on each side.
struct Sided<'a> {
    act: &'a Act,
    from: usize,
    to: usize,
    span: Span,
}

/// The same two persons with their parts exchanged.
fn swapped(story: &Story<'_>, acts: &Acts) -> Vec<Finding> {
    let sided: Vec<Sided<'_>> = acts.all.iter().filter_map(|a| sided(story, a)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: Vec<(&str, usize, usize)> = Vec::new();
    for a in &sided {
        let key = (&*a.act.event, a.from.min(a.to), a.from.max(a.to));
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        let same = |s: &&Sided<'_>| (&*s.act.event, s.from.min(s.to), s.from.max(s.to)) == key;
        let (one, other): (Vec<&Sided<'_>>, Vec<&Sided<'_>>) = sided.iter().filter(same).partition(|s| s.from == key.1);
        // A report that tells both directions tells two acts.
        let both = one.iter().any(|x| other.iter().any(|y| x.act.report == y.act.report));
        if one.is_empty() || other.is_empty() || both {
            continue;
        }
        let members: Vec<&Act> = one.iter().chain(&other).map(|s| s.act).collect();
        let readings = [&one, &other].map(|side| Reading {
            value: story.words(side[0].act.report, side[0].span).to_owned(),
            evidence: side.iter().map(|s| story.evidence(s.act.report, s.span)).collect(),
        });
        findings.push(finding(story, Severity::Conflict, &members, readings.into()));
    }
    findings
}

/// The two sides of an act, where each is one person and the event has a direction.
fn sided<'a>(story: &Story<'_>, act: &'a Act) -> Option<Sided<'a>> {
    if act.event.starts_with('=') || MUTUAL.contains(&&*act.event) || act.negated {
        return None;
    }
    let by = agent(story, &act.into());
    let on = patient(story, &act.into());
    let span = match &by {
        Some(by) => story.sources[act.report].segments.span(act.verb.min(by.start)..by.end.max(act.verb + 1)),
        None => phrase(story, act),
    };
    let one = |range: &Option<std::ops::Range<usize>>| -> Option<usize> {
        let range = range.as_ref()?;
        let persons = party(story, act.report, range).persons;
        (persons.len() == 1 && bare(story, act.report, range)).then(|| persons[0])
    };
    let mut from = one(&by);
    let mut to = one(&on);
    if act.passive && from.is_some() && on.is_none() {
        to = host(story, act);
    }
    if converse(story, act) {
        std::mem::swap(&mut from, &mut to);
    }
    let (from, to) = (from?, to?);
    (from != to).then_some(Sided { act, from, to, span })
}

/// Words beside names and titles that a side may hold and still be the person it names.
const BESIDE: usize = 1;

/// Whether a noun phrase is a person with titles, not something of the person's.
fn bare(story: &Story<'_>, report: usize, range: &std::ops::Range<usize>) -> bool {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    let (names, titles) = (&source.extract.names, &source.extract.titles);
    let beside = range.clone().filter(|&i| {
        let token = &source.segments.tokens[i];
        token.shape == Shape::Lower
            && !lexicon.is_function(&token.norm)
            && !names.iter().any(|n| n.at.tokens.contains(&i))
            && !titles.iter().any(|t| t.at.tokens.contains(&i))
    });
    beside.count() <= BESIDE
}

/// Whether the verb tells the event from the receiver's side.
fn converse(story: &Story<'_>, act: &Act) -> bool {
    let claim = &story.sources[act.report].extract.claims[act.clause];
    claim.predicate == Some(act.verb) && claim.frames.first().is_some_and(|f| f.1)
}

/// Of a clause without a subject (`Didampingi Raja, Ikhsan …`; `…, katanya didampingi Raja`) the person that it tells
/// of: the subject of the next clause, or the speaker before.
fn host(story: &Story<'_>, act: &Act) -> Option<usize> {
    let source = &story.sources[act.report];
    let sentence = &source.segments.sentences[source.segments.clauses[act.clause].sentence];
    let clause = &source.segments.clauses[act.clause];
    let person = |range: std::ops::Range<usize>| {
        let found = super::events::persons_in(story, act.report, &range);
        (found.len() == 1).then(|| found[0])
    };
    if clause.tokens.start == sentence.tokens.start || act.verb == clause.tokens.start {
        let comma = (act.verb..sentence.tokens.end).find(|&i| &*source.segments.tokens[i].norm == ",");
        if sentence.tokens.start == act.verb {
            let rest = comma? + 1..sentence.tokens.end;
            return person(rest.start..rest.end.min(rest.start + 6));
        }
    }
    let credit = source.extract.credits.iter().filter(|c| {
        c.clauses.iter().any(|&k| source.segments.clauses[k].sentence == source.segments.clauses[act.clause].sentence)
    });
    let mut speakers: Vec<usize> = credit.filter_map(|c| c.name).map(|n| story.entity_of[act.report][n]).collect();
    speakers.dedup();
    (speakers.len() == 1).then(|| speakers[0])
}

/// Events whose subject acts, and of which there is one in a story more often than not.
const DOINGS: &[&str] = &[
    "report",
    "board",
    "take",
    "kill",
    "attack",
    "shoot",
    "find",
    "rescue",
    "appoint",
    "sign",
    "invite",
    "sell",
    "buy",
    "steal",
    "rob",
    "send",
    "rape",
    "abduct",
    "burn",
    "arrest",
    "deny",
    "leave-behind",
    "accompany",
    "hand-over",
    "pay",
    "evacuate",
    "seize",
    "detain",
    "threaten",
    "injure",
];

/// Another doer of the same act.
fn doers(story: &Story<'_>, acts: &Acts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in acts.events(story) {
        let told: Vec<(&Act, std::ops::Range<usize>, Party)> = group
            .iter()
            .map(|&i| &acts.all[i])
            .filter(|a| {
                DOINGS.contains(&&*a.event)
                    && !a.negated
                    && !a.embedded
                    && !converse(story, a)
                    && !a.event.starts_with('=')
                    && story.sources[a.report].segments.clauses[a.clause].opener != Opener::Relative
            })
            .filter_map(|a: &Act| agent(story, &a.into()).map(|r| (a, r.clone(), party(story, a.report, &r))))
            .filter(|(a, r, p)| p.persons.is_empty() || bare(story, a.report, r))
            .collect();
        findings.extend(other_doer(story, &told));
    }
    findings
}

fn other_doer(story: &Story<'_>, told: &[(&Act, std::ops::Range<usize>, Party)]) -> Option<Finding> {
    let first = told.first()?;
    let lexicon = Lexicon::of(story.sources[first.0.report].report.language);
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for (i, (_, _, p)) in told.iter().enumerate() {
        match sides.iter_mut().find(|s| !s.iter().any(|&j| unlike(lexicon, &told[j].2, p))) {
            Some(side) => side.push(i),
            None => sides.push(vec![i]),
        }
    }
    // A doer that agrees with all the others is in the first side; only sides that exclude each other differ.
    if sides.len() < 2 || sides.len() > 3 {
        return None;
    }
    // A report that tells of two doers tells two acts; two persons are two only where some report names both.
    let reports = |s: &Vec<usize>| -> Vec<usize> { s.iter().map(|&i| told[i].0.report).collect() };
    let both = sides
        .iter()
        .enumerate()
        .any(|(n, a)| sides[n + 1..].iter().any(|b| reports(a).iter().any(|r| reports(b).contains(r))));
    if both || !distinct(story, told) {
        return None;
    }
    let across = sides[0].iter().any(|&i| {
        sides[1..]
            .iter()
            .flatten()
            .any(|&j| told[i].0.report != told[j].0.report && joined(story, told[i].0, told[j].0))
    });
    if !across {
        return None;
    }
    let members: Vec<&Act> = told.iter().map(|t| t.0).collect();
    let span = |i: usize| {
        let segments = &story.sources[told[i].0.report].segments;
        let range = &told[i].1;
        let verb = told[i].0.anchor.max(told[i].0.verb);
        segments.span(range.start.min(told[i].0.verb)..range.end.max(verb + 1))
    };
    let readings = sides
        .iter()
        .map(|side| Reading {
            value: story
                .words(
                    told[side[0]].0.report,
                    story.sources[told[side[0]].0.report].segments.span(told[side[0]].1.clone()),
                )
                .to_owned(),
            evidence: side.iter().map(|&i| story.evidence(told[i].0.report, span(i))).collect(),
        })
        .collect();
    Some(finding(story, Severity::Variant, &members, readings))
}

/// Whether all persons among the doers are surely different people: each two of them are named by some one report.
fn distinct(story: &Story<'_>, told: &[(&Act, std::ops::Range<usize>, Party)]) -> bool {
    apart(story, told.iter().flat_map(|t| t.2.persons.iter().copied()).collect())
}

/// The same for persons.
fn apart(story: &Story<'_>, mut persons: Vec<usize>) -> bool {
    persons.sort_unstable();
    persons.dedup();
    let named_by = |e: usize| -> Vec<usize> { story.entities[e].mentions.iter().map(|m| m.0).collect() };
    let start = |e: usize| story.entities[e].name.chars().take(3).collect::<String>().to_lowercase();
    persons.iter().enumerate().all(|(i, &a)| {
        persons[i + 1..].iter().all(|&b| start(a) != start(b) && named_by(a).iter().any(|r| named_by(b).contains(r)))
    })
}

/// Whether two doers exclude each other: two persons, a person and several people, or two sorts of people.
fn unlike(lexicon: &Lexicon, a: &Party, b: &Party) -> bool {
    if !a.others.is_empty() && a.others.iter().any(|e| b.others.contains(e))
        || a.persons.iter().any(|p| b.persons.contains(p))
    {
        return several(a) && b.persons.len() == 1 && b.count.is_none() && a.persons.is_empty();
    }
    match (&a.head, &b.head) {
        (Some(x), Some(y)) => {
            x != y
                && a.others.is_empty() == b.others.is_empty()
                && people(lexicon, x)
                && people(lexicon, y)
                && !a.roots.iter().any(|r| b.roots.contains(r))
                && !related(lexicon, x, y)
        }
        (Some(x), None) if b.persons.len() == 1 => several(a) && people(lexicon, x),
        (None, Some(y)) if a.persons.len() == 1 => several(b) && people(lexicon, y),
        (None, None) => a.persons.len() == 1 && b.persons.len() == 1,
        _ => false,
    }
}

fn several(p: &Party) -> bool {
    p.count.is_some_and(|n| n >= 2)
}

/// Whether the noun is a sort of people by the language's lists.
pub fn people(lexicon: &Lexicon, noun: &str) -> bool {
    lexicon.titles.word(noun).is_some()
        || lexicon.kinds.get(noun).is_some_and(|k| {
            k.iter().any(|g| {
                matches!(
                    *g,
                    "orang"
                        | "petugas"
                        | "pekerja"
                        | "pegawai"
                        | "aparat"
                        | "person"
                        | "people"
                        | "worker"
                        | "officer"
                        | "official"
                        | "soldier"
                        | "troops"
                        | "military personnel"
                        | "staff"
                        | "criminal"
                        | "penjahat"
                        | "seafarer"
                        | "serviceman"
                        | "crew"
                        | "special forces"
                )
            })
        })
}

fn related(lexicon: &Lexicon, x: &str, y: &str) -> bool {
    let kinds = |a: &str, b: &str| lexicon.kinds.get(a).is_some_and(|k| k.contains(&b));
    let sets = |a: &str| lexicon.same.get(a).cloned().unwrap_or_default();
    kinds(x, y) || kinds(y, x) || sets(x).iter().any(|s| sets(y).contains(s))
}

fn finding(story: &Story<'_>, severity: Severity, members: &[&Act], readings: Vec<Reading>) -> Finding {
    Finding {
        id: String::new(),
        kind: Kind::Role,
        severity,
        subject: match members {
            [] => readings.first().map_or_else(String::new, |r| r.value.clone()),
            _ => subject(story, members),
        },
        readings,
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}
