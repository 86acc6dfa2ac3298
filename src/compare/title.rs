//! Office, rank, role or honorific given to the same person.
//!
//! Compares what reports call one person: another office of the same thing (*pemimpin Korea Utara* / *Presiden Korea
//! Utara*, *Menteri Ketenagakerjaan* / *Menteri Tenaga Kerja*), acting against full (*Plt Menpora* / *Menpora*), another
//! rank (*Kompol* / *AKBP*), the same office of another body (*Pemprov* / *Setdaprov*), and honorifics of two systems for
//! the same people (*Bapak* / *Tuan*); occupations and parts in a case (*kontraktor* / *pengusaha*, *night-shift manager* /
//! *night-shift supervisor*).
//!
//! **Why it matters.** An office is a claim about power: who signs, who answers, who may be sued. Readers notice.
//!
//! **Example.** `Pelaksana Tugas BPKAD Raja Indra Saleh` in one report, `Pelaksana Tugas Kepala BPKAD` in another.
//!
//! **Never compared:** abbreviations with what they stand for (*Menaker*), an office with and without its country, two
//! posts that some report gives to one person, a role (*korban*) with an office, and titles inside direct quotes for
//! honorifics.
//!
//! **Known misses.** Offices told without a name beside them (*sang menteri*), and offices told by a verb (*memimpin*).

pub mod guide;
mod kin;
pub mod posts;
mod roles;

use std::collections::{BTreeMap, BTreeSet};

use super::Comparator;
use super::name::forms::{majority, silent};
use crate::model::mention::{NameClass, TitleSort};
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Reading, Severity};
use posts::Post;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Title,
    id: "title",
    about: "office, role, rank or honorific given to the same person",
    page: include_str!("title.rs"),
    compare,
};

/// Reports that must call a person by a general word alone (`pemimpin`) before the special one counts as another office.
const GENERAL_MAJORITY: usize = 3;

/// Heads that say less than an office: anyone who holds one may be called so.
const GENERAL: [&str; 19] = [
    "pemimpin",
    "pejabat",
    "pimpinan",
    "tokoh",
    "diktator",
    "penguasa",
    "dictator",
    "anggota",
    "pengurus",
    "kader",
    "leader",
    "official",
    "head",
    "chief",
    "boss",
    "member",
    "officer",
    "diplomat",
    "kepala negara",
];

/// Heads of those who serve others: no word for a leader is a general one for them.
const SERVING: [&str; 16] = [
    "juru",
    "jubir",
    "humas",
    "sekretaris",
    "bendahara",
    "asisten",
    "ajudan",
    "staf",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "secretary",
    "treasurer",
    "assistant",
    "aide",
    "adviser",
];

/// Honorifics by system: a report keeps to one.
const SYSTEMS: [&[&str]; 4] = [
    &["bapak", "ibu", "pak", "bu"],
    &["tuan", "tn", "nyonya", "ny", "nona"],
    &["kamerad", "comrade"],
    &["mr", "mrs", "ms", "miss", "mister"],
];

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let posts = posts::posts(story);
    let mut out = Vec::new();
    for (entity, posts) in &posts {
        if story.entities[*entity].class == NameClass::Person {
            out.extend(offices(story, *entity, posts));
            out.extend(ranks(story, *entity, posts));
            out.extend(roles::findings(story, *entity, posts));
        }
    }
    out.extend(honorifics(story));
    out.extend(kin::findings(story));
    out
}

/// How two posts of one person disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clash {
    /// Acting, deputy, candidate against full.
    Qualifier,
    /// Another head for the same thing.
    Head,
    /// The same head of another body.
    Body,
}

/// A person's offices: one finding with all that disagree.
fn offices(story: &Story<'_>, entity: usize, posts: &[Post]) -> Vec<Finding> {
    let mut groups: BTreeMap<String, Vec<&Post>> = BTreeMap::new();
    for post in posts.iter().filter(|p| p.sort == TitleSort::Office) {
        groups.entry(post.key()).or_default().push(post);
    }
    let keys: Vec<&String> = groups.keys().collect();
    let mut clashes: Vec<(BTreeSet<&String>, Severity)> = Vec::new();
    for (x, a) in keys.iter().enumerate() {
        for b in &keys[x + 1..] {
            let (left, right) = (&groups[*a], &groups[*b]);
            let Some(clash) = clash(left[0], right[0]) else { continue };
            if !counts(posts, clash, left, right) {
                continue;
            }
            let general = general(&left[0].head) || general(&right[0].head);
            let other = left[0].head.split(' ').next() != right[0].head.split(' ').next();
            let told = !left[0].head.is_empty() && !right[0].head.is_empty();
            let grave = clash == Clash::Head && !general && other && told;
            let severity = if grave { Severity::Conflict } else { Severity::Variant };
            let mut merged = (BTreeSet::from([*a, *b]), severity);
            clashes.retain(|c| {
                let shared = !c.0.is_disjoint(&merged.0);
                if shared {
                    merged.0.extend(&c.0);
                    merged.1 = merged.1.min(c.1);
                }
                !shared
            });
            clashes.push(merged);
        }
    }
    clashes
        .into_iter()
        .map(|(keys, severity)| {
            let readings = keys.iter().map(|k| reading(story, &groups[*k])).collect();
            finding(story, story.entities[entity].name.clone(), severity, readings)
        })
        .collect()
}

/// Whether and how two posts disagree.
fn clash(a: &Post, b: &Post) -> Option<Clash> {
    let overlap = a.domain.intersection(&b.domain).next().is_some();
    let within = a.domain.is_subset(&b.domain) || b.domain.is_subset(&a.domain);
    if a.head.is_empty() || b.head.is_empty() {
        // `Pelaksana Tugas BPKAD`: the office itself is left out.
        return (overlap && a.qualifiers == b.qualifiers && a.head != b.head).then_some(Clash::Head);
    }
    if a.head == b.head {
        if !within {
            let own = |p: &Post, q: &Post| p.bodies.difference(&q.domain).next().is_some();
            return (overlap && own(a, b) && own(b, a)).then_some(Clash::Body);
        }
        return (a.qualifiers != b.qualifiers && !a.aside() && !b.aside()).then_some(Clash::Qualifier);
    }
    // `kepala kantor`, `kepala kantor wilayah`: the one says more.
    if a.head.starts_with(&*b.head) || b.head.starts_with(&*a.head) {
        return None;
    }
    let ministers = same_ministry(&a.head, &b.head) || graded(&a.head, &b.head);
    let same_state = a.qualifiers == b.qualifiers;
    (same_state && (overlap || of_head(a, b) || ministers && within)).then_some(Clash::Head)
}

/// `hakim anggota`, `ketua majelis hakim`; `area commander`, `area manager`: heads that share a word and each have another.
fn graded(a: &str, b: &str) -> bool {
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let more = |p: &[&str], q: &[&str]| p.iter().any(|w| !q.contains(w));
    x.iter().any(|w| w.len() > 3 && y.contains(w)) && more(&x, &y) && more(&y, &x)
}

/// `police chief`, `the Kent police commander`: what the one is of is a word of the other's head.
fn of_head(a: &Post, b: &Post) -> bool {
    let holds = |p: &Post, q: &Post| p.head.contains(' ') && p.head.split(' ').any(|w| q.domain.contains(w));
    holds(a, b) || holds(b, a)
}

/// `menteri ketenagakerjaan`, `menteri tenaga kerja`: one ministry by two names.
fn same_ministry(a: &str, b: &str) -> bool {
    let (Some((x, of_x)), Some((y, of_y))) = (a.split_once(' '), b.split_once(' ')) else { return false };
    let glued = |w: &str| w.replace(' ', "");
    let shared = of_x.split(' ').any(|w| w.len() > 3 && of_y.split(' ').any(|v| v == w));
    x == y && (shared || glued(of_x).contains(&glued(of_y)) || glued(of_y).contains(&glued(of_x)))
}

/// Whether a head is a general word, or starts with one (`anggota komisi`).
fn general(head: &str) -> bool {
    // `chief executive` is an office, `kepala negara` and `fire chief` are words for one who leads.
    let english = head.ends_with(" executive") || head.starts_with("chief ");
    GENERAL.contains(&head) || !english && head.split(' ').next().is_some_and(|w| GENERAL.contains(&w))
}

/// Whether the clash is one between reports, and not two posts or two words that reports use side by side.
fn counts(posts: &[Post], clash: Clash, left: &[&Post], right: &[&Post]) -> bool {
    let reports = |side: &[&Post]| -> Vec<usize> {
        let mut reports: Vec<usize> = side.iter().map(|p| p.report).collect();
        reports.sort_unstable();
        reports.dedup();
        reports
    };
    let (a, b) = (reports(left), reports(right));
    if clash == Clash::Qualifier {
        // Acting and full side by side is a slip of its own; former and present are told in one breath.
        return left[0].acting() != right[0].acting() || a.iter().all(|r| !b.contains(r));
    }
    if a.iter().any(|r| b.contains(r)) {
        return false;
    }
    match (general(&left[0].head), general(&right[0].head)) {
        (false, false) => true,
        _ if leads(&left[0].head) && serves(&right[0].head) || leads(&right[0].head) && serves(&left[0].head) => true,
        (true, true) => false,
        (true, false) => a.len() >= GENERAL_MAJORITY && a.len() > b.len() && alone(posts, left[0], right[0]),
        (false, true) => b.len() >= GENERAL_MAJORITY && b.len() > a.len() && alone(posts, right[0], left[0]),
    }
}

/// Whether a head is of one who leads.
fn leads(head: &str) -> bool {
    let last = head.split(' ').next_back().unwrap_or_default();
    matches!(last, "pemimpin" | "pimpinan" | "leader" | "head" | "chief" | "boss")
}

/// Whether a head is of one who serves those who lead.
fn serves(head: &str) -> bool {
    head.split(' ').any(|w| SERVING.contains(&w))
}

/// Whether no report calls the person by both heads, whatever they are of.
fn alone(posts: &[Post], general: &Post, special: &Post) -> bool {
    let of = |head: &str, complete: bool| -> Vec<usize> {
        posts.iter().filter(|p| p.head == head && (!complete || !p.domain.is_empty())).map(|p| p.report).collect()
    };
    let special = of(&special.head, false);
    of(&general.head, true).iter().all(|r| !special.contains(r))
}

/// A person's ranks: two that no report gives together.
fn ranks(story: &Story<'_>, entity: usize, posts: &[Post]) -> Option<Finding> {
    let mut groups: BTreeMap<String, Vec<&Post>> = BTreeMap::new();
    for post in posts.iter().filter(|p| p.sort == TitleSort::Rank && p.named) {
        // `Inspektur Satu`, `Inspektur Polisi Satu`.
        groups.entry(post.head.replace(" polisi", "")).or_default().push(post);
    }
    let keys: Vec<&str> = groups.keys().map(|k| &**k).collect();
    let mut clashing: Vec<&str> = Vec::new();
    for (x, a) in keys.iter().enumerate() {
        for b in &keys[x + 1..] {
            // `ajun komisaris` is no komisaris; a lieutenant colonel is called colonel.
            let step = |x: &str| x.split(' ').next() == Some("ajun");
            let tail = step(a) == step(b) && (a.ends_with(b) || b.ends_with(a));
            let part = a.starts_with(b) || b.starts_with(a) || tail;
            let together = groups[*a].iter().any(|p| groups[*b].iter().any(|q| p.report == q.report));
            if !part && !together {
                clashing.extend([*a, *b]);
            }
        }
    }
    clashing.sort_unstable();
    clashing.dedup();
    let readings: Vec<Reading> = clashing.iter().map(|k| reading(story, &groups[*k])).collect();
    (readings.len() > 1).then(|| finding(story, story.entities[entity].name.clone(), Severity::Conflict, readings))
}

/// The subject of the finding on honorifics.
pub const HONORIFICS: &str = "honorifics";

/// Honorifics of two systems for the same people: one finding a story.
fn honorifics(story: &Story<'_>) -> Option<Finding> {
    let mut uses: BTreeMap<(usize, usize), Vec<Evidence>> = BTreeMap::new();
    for (r, source) in story.sources.iter().enumerate() {
        for title in &source.extract.titles {
            let word = &*source.segments.tokens[title.at.tokens.end - 1].norm;
            let word =
                if word == "." { &*source.segments.tokens[title.at.tokens.end.saturating_sub(2)].norm } else { word };
            let Some(system) = SYSTEMS.iter().position(|s| s.contains(&word.trim_end_matches('.'))) else { continue };
            let Some(holder) = title.holder else { continue };
            let name = &source.extract.names[holder].at;
            if source.segments.clauses[title.at.clause].quoted || name.tokens.start != title.at.tokens.end {
                continue;
            }
            let span = title.at.span.join(name.span);
            uses.entry((system, story.entity_of[r][holder])).or_default().push(story.evidence(r, span));
        }
    }
    let systems: Vec<usize> = uses.keys().map(|k| k.0).collect();
    let mixed = uses.keys().any(|a| uses.keys().any(|b| a.1 == b.1 && a.0 != b.0));
    if !mixed {
        return None;
    }
    let mut readings: Vec<Reading> = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for system in systems {
        if done.contains(&system) {
            continue;
        }
        done.push(system);
        let mut evidence: Vec<Evidence> =
            uses.iter().filter(|(k, _)| k.0 == system).flat_map(|(_, e)| e.iter().copied()).collect();
        evidence.sort_unstable();
        evidence.dedup_by_key(|e| e.report);
        let first = evidence[0];
        let value = story.words(first.report, first.span).split_whitespace().next().unwrap_or_default().to_owned();
        readings.push(Reading { value, evidence });
    }
    (readings.len() > 1).then(|| finding(story, HONORIFICS.to_owned(), Severity::Variant, readings))
}

/// The first place in every report, and the words of the first.
fn reading(story: &Story<'_>, posts: &[&Post]) -> Reading {
    let mut evidence: Vec<Evidence> = posts.iter().map(|p| story.evidence(p.report, p.span)).collect();
    evidence.sort_unstable();
    evidence.dedup_by_key(|e| e.report);
    let shortest = posts.iter().min_by_key(|p| (p.title.len(), p.report, p.span));
    let value = shortest.map_or("", |p| story.words(p.report, p.title));
    Reading { value: value.split_whitespace().collect::<Vec<_>>().join(" "), evidence }
}

fn finding(story: &Story<'_>, subject: String, severity: Severity, mut readings: Vec<Reading>) -> Finding {
    readings.sort_by(|a, b| b.evidence.len().cmp(&a.evidence.len()).then_with(|| a.value.cmp(&b.value)));
    Finding {
        id: String::new(),
        kind: Kind::Title,
        severity,
        subject,
        absent: silent(story, &readings),
        suggestion: majority(&readings),
        readings,
        statements: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
