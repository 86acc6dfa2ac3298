//! What is named in the same list, gift, haul, agenda, itinerary.
//!
//! Lists that belong together are those of the same transfer (who gave, who received, told from either side), and those
//! of one statement. Where they are told by several reports, their members are matched by their nouns.
//!
//! Why it matters: a list is where reports lose things. A reader of one report knows of two gifts, a reader of another of
//! three, and nobody says that anything was left out.
//!
//! Example: `sepasang sarung tangan` here, `sebuah sarung tangan` there; `senapan buatan Korea Utara` and `senjata buatan
//! Korea Utara` given by the same man to the same man (variants); swords that one report alone names (a gap); talks on
//! `ekonomi dan kemanusiaan` here and on `hubungan dagang` there (a variant).
//!
//! Counts of one noun (`seven rifles`, `nine rifles`) are `number`'s. Two gifts with different givers are never compared.
//!
//! Known misses: lists that share one member only behind another verb; lists told in several sentences; givers named by a pronoun alone; lists within brackets.

mod collect;
mod lists;
mod match_up;

use super::Comparator;
use super::lexical::{self, Relation};
use crate::language::Lexicon;
use crate::model::mention::Thing;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity, Span};
use collect::{Domain, Group};
use match_up::Slot;

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Item,
    id: "item",
    about: "what is named in the same list, gift, haul, agenda, itinerary",
    page: include_str!("item.rs"),
    compare,
};

/// Members of one list that may be shown as missing elsewhere: the table must stay readable.
const GAPS: usize = 4;

/// A member of a list: report, and index into that report's things.
type Member = (usize, usize);

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for group in collect::groups(story) {
        if group.tellers.len() < 2 {
            continue;
        }
        if group.domain == Domain::Agenda {
            out.extend(agenda(story, &group));
            continue;
        }
        let slots = match_up::slots(story, &group);
        let mut used = vec![false; slots.len()];
        for (i, slot) in slots.iter().enumerate() {
            let differing = kinds(story, slot).or_else(|| pairs(story, slot)).or_else(|| plural(story, &group, slot));
            used[i] = differing.is_some();
            out.extend(differing.map(|f| Finding { absent: absent(story, &group, slot), ..f }));
        }
        out.extend(swapped(story, &slots, &mut used));
        let mut gaps: Vec<(usize, Finding)> = Vec::new();
        for (slot, _) in slots.iter().zip(&used).filter(|(_, used)| !**used) {
            gaps.extend(gap(story, &group, slot));
        }
        gaps.sort_by_key(|g| std::cmp::Reverse(g.0));
        out.extend(gaps.into_iter().take(GAPS).map(|g| g.1));
    }
    out.extend(lists::compare(story));
    out
}

fn thing<'a>(story: &'a Story<'_>, member: Member) -> &'a Thing {
    &story.sources[member.0].extract.things[member.1]
}

fn words(story: &Story<'_>, member: Member) -> String {
    story.words(member.0, thing(story, member).at.span).to_owned()
}

fn finding(severity: Severity, subject: String, readings: Vec<Reading>, absent: Vec<usize>) -> Finding {
    Finding {
        id: String::new(),
        kind: Kind::Item,
        severity,
        subject,
        readings,
        absent,
        suggestion: None,
        statements: Vec::new(),
    }
}

/// A reading of members: the shortest of their words, with all as evidence.
fn reading(story: &Story<'_>, members: &[Member]) -> Reading {
    let value = members.iter().map(|&m| words(story, m)).min_by_key(|w| (w.chars().count(), w.clone()));
    let evidence = members.iter().map(|&m| story.evidence(m.0, thing(story, m).at.span)).collect();
    Reading { value: value.unwrap_or_default(), evidence }
}

/// Readings of a slot's members by a key; `None` where all have one or a report has several.
fn parted(
    story: &Story<'_>,
    severity: Severity,
    slot: &Slot,
    key: impl Fn(Member) -> Option<String>,
) -> Option<Finding> {
    let mut parts: Vec<(String, Vec<Member>)> = Vec::new();
    for &member in &slot.members {
        let Some(k) = key(member) else { continue };
        match parts.iter_mut().find(|p| p.0 == k) {
            Some(part) => part.1.push(member),
            None => parts.push((k, vec![member])),
        }
    }
    let (first, rest) = parts.split_first()?;
    // A report that has both readings explains the one by the other, unless another has one alone.
    let alone = |part: &[Member], other: &[Member]| part.iter().any(|m| !other.iter().any(|o| o.0 == m.0));
    if !rest.iter().any(|p| alone(&p.1, &first.1) || alone(&first.1, &p.1)) {
        return None;
    }
    let subject = slot.subject(story);
    let readings = parts.iter().map(|p| reading(story, &p.1)).collect();
    Some(finding(severity, subject, readings, Vec::new()))
}

/// The same member under a general and a specific noun.
fn kinds(story: &Story<'_>, slot: &Slot) -> Option<Finding> {
    let head = |m: Member| {
        let source = &story.sources[m.0];
        Some(lexical::singular(&source.segments.tokens[thing(story, m).head].norm).to_owned())
    };
    let first = *slot.members.first()?;
    let lexicon = Lexicon::of(story.sources[first.0].report.language);
    let heads: Vec<String> = slot.members.iter().filter_map(|&m| head(m)).collect();
    // `seven AK-47s` and `seven AK-47 rifles` are one: the noun of the one is a word of the other.
    let held = |m: Member, head: &str| {
        let tokens = &story.sources[m.0].segments.tokens[thing(story, m).words.clone()];
        tokens.iter().any(|t| lexical::singular(&t.norm) == head)
    };
    let related = slot.members.iter().zip(&heads).any(|(&m, a)| {
        slot.members
            .iter()
            .zip(&heads)
            .any(|(&n, b)| lexical::relation(lexicon, a, b) == Some(Relation::Kind) && !held(m, b) && !held(n, a))
    });
    if related { parted(story, Severity::Variant, slot, head) } else { None }
}

/// A pair here and a single one there.
fn pairs(story: &Story<'_>, slot: &Slot) -> Option<Finding> {
    let key = |m: Member| {
        let thing = thing(story, m);
        if thing.pair {
            return Some("pair".to_owned());
        }
        is_one(story, m).then(|| "one".to_owned())
    };
    parted(story, Severity::Variant, slot, key)
}

/// Counted as one: `sebuah`, `one`, or the English article.
fn is_one(story: &Story<'_>, member: Member) -> bool {
    let (source, thing) = (&story.sources[member.0], thing(story, member));
    let first = &source.segments.tokens[thing.at.tokens.start];
    let lexicon = Lexicon::of(source.report.language);
    let one = |i: usize| {
        matches!(
            lexicon.numbers.word(&source.segments.tokens[i].norm),
            Some(crate::language::lexicon::NumberWord::Value(v)) if (*v - 1.0).abs() < f64::EPSILON
        )
    };
    matches!(&*first.norm, "a" | "an") && thing.count.is_none()
        || thing.count.clone().is_some_and(|c| c.len() <= 2 && one(c.start))
}

/// One (`a launcher`) here and an unnumbered plural (`launchers`) there, in a haul.
fn plural(story: &Story<'_>, group: &Group, slot: &Slot) -> Option<Finding> {
    if group.domain != Domain::Haul {
        return None;
    }
    let key = |m: Member| {
        let (source, thing) = (&story.sources[m.0], thing(story, m));
        if is_one(story, m) {
            return Some("one".to_owned());
        }
        let head = &source.segments.tokens[thing.head].norm;
        let bare = thing.count.is_none() && thing.at.tokens.start == thing.words.start;
        (bare && lexical::singular(head) != &**head).then(|| "many".to_owned())
    };
    parted(story, Severity::Variant, slot, key)
}

/// The same number of related things: `three outboard motors` in some lists, `three speedboats` in the others.
fn swapped(story: &Story<'_>, slots: &[Slot], used: &mut [bool]) -> Vec<Finding> {
    let mut out = Vec::new();
    for i in 0..slots.len() {
        for j in i + 1..slots.len() {
            let (a, b) = (&slots[i], &slots[j]);
            let apart = !a.members.iter().any(|m| b.members.iter().any(|n| n.0 == m.0));
            if used[i] || used[j] || !apart || a.count(story).is_none() || a.count(story) != b.count(story) {
                continue;
            }
            if !related(story, a.members[0], b.members[0]) {
                continue;
            }
            (used[i], used[j]) = (true, true);
            let readings = vec![reading(story, &a.members), reading(story, &b.members)];
            out.push(finding(Severity::Variant, a.subject(story), readings, Vec::new()));
        }
    }
    out
}

fn related(story: &Story<'_>, a: Member, b: Member) -> bool {
    let lexicon = Lexicon::of(story.sources[a.0].report.language);
    let forms = |m: Member| {
        let (source, thing) = (&story.sources[m.0], thing(story, m));
        let head = lexical::singular(&source.segments.tokens[thing.head].norm).to_owned();
        let all = lexical::singular(&lexical::phrase(&source.segments.tokens, thing.words.clone())).to_owned();
        [head, all]
    };
    forms(a).iter().any(|x| forms(b).iter().any(|y| lexical::relation(lexicon, x, y).is_some()))
}

/// The reports that tell the list without the member, and do not name it elsewhere.
fn absent(story: &Story<'_>, group: &Group, slot: &Slot) -> Vec<usize> {
    let silent = |r: &usize| !slot.members.iter().any(|m| m.0 == *r) && !slot.is_told(story, *r);
    group.tellers.iter().copied().filter(silent).collect()
}

/// A member that only some of the reports that tell the list name.
fn gap(story: &Story<'_>, group: &Group, slot: &Slot) -> Option<(usize, Finding)> {
    let absent = absent(story, group, slot);
    if absent.is_empty() {
        return None;
    }
    let weight = slot.weight(story) + absent.len().min(3);
    Some((weight, finding(Severity::Gap, slot.subject(story), vec![reading(story, &slot.members)], absent)))
}

/// Agendas that have no topic in common.
fn agenda(story: &Story<'_>, group: &Group) -> Option<Finding> {
    let mut readings: Vec<(Vec<Member>, Vec<&collect::Collection>)> = Vec::new();
    for collection in group.collections.iter().filter(|c| !c.members.is_empty()) {
        let members: Vec<Member> = collection.members.iter().map(|&t| (collection.report, t)).collect();
        let fits = |known: &[Member]| {
            known
                .iter()
                .any(|&k| members.iter().any(|&m| k.0 == m.0 || match_up::likeness(story, k, m) >= match_up::ALIKE))
        };
        match readings.iter_mut().find(|r| fits(&r.0)) {
            Some(reading) => {
                reading.0.extend(members);
                reading.1.push(collection);
            }
            None => readings.push((members, vec![collection])),
        }
    }
    let listed = group.collections.iter().any(|c| c.members.len() > 1);
    if readings.len() < 2 || !listed {
        return None;
    }
    let readings: Vec<Reading> = readings
        .iter()
        .map(|(_, collections)| {
            let spans: Vec<(usize, Span)> = collections.iter().map(|c| (c.report, c.span(story))).collect();
            let value = spans.iter().map(|s| story.words(s.0, s.1)).min_by_key(|w| (w.chars().count(), *w));
            Reading {
                value: value.unwrap_or_default().to_owned(),
                evidence: spans.iter().map(|s| story.evidence(s.0, s.1)).collect(),
            }
        })
        .collect();
    let subject = readings[0].value.clone();
    Some(finding(Severity::Variant, subject, readings, Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::testing;
    use crate::model::Language::{self, English, Indonesian};

    /// Severity and values of a story's findings.
    fn found(language: Language, a: &str, b: &str) -> Vec<(Severity, Vec<String>)> {
        let findings = compare(&testing::pair(language, a, b));
        findings.into_iter().map(|f| (f.severity, f.readings.into_iter().map(|r| r.value).collect())).collect()
    }

    #[test]
    fn must_flag() {
        for (language, a, b, severity, value) in [
            (
                Indonesian,
                "Rudi Hartanto memberi Joko Susilo sepasang sarung tangan dari kulit.",
                "Rudi Hartanto memberi Joko Susilo sebuah sarung tangan dari kulit.",
                Severity::Variant,
                "sepasang sarung tangan dari kulit",
            ),
            (
                Indonesian,
                "Polisi menyita dua pisau, sebuah telepon dan uang tunai.",
                "Polisi menyita dua pisau dan uang tunai.",
                Severity::Gap,
                "sebuah telepon",
            ),
            (
                English,
                "Officers seized two knives, a grenade launcher and cash.",
                "Officers seized two knives, grenade launchers and cash.",
                Severity::Variant,
                "a grenade launcher",
            ),
            (
                English,
                "She was found guilty of fraud, perjury and tax evasion.",
                "The jury convicted her of fraud, perjury and money laundering.",
                Severity::Variant,
                "tax evasion",
            ),
        ] {
            let findings = found(language, a, b);
            let hit = findings.iter().any(|(s, values)| *s == severity && values.iter().any(|v| v == value));
            assert!(hit, "{a} / {b}: {findings:?}");
        }
    }

    #[test]
    fn must_not_flag() {
        for (language, a, b) in [
            // Two gifts, two givers.
            (
                Indonesian,
                "Rudi Hartanto memberi Joko Susilo sebuah senapan buatan Jerman.",
                "Joko Susilo memberi Rudi Hartanto sebuah senapan buatan Italia.",
            ),
            // One list in another order.
            (
                Indonesian,
                "Polisi menyita dua pisau, sebuah telepon dan uang tunai.",
                "Polisi menyita uang tunai, sebuah telepon dan dua pisau.",
            ),
            // A count is `number`'s.
            (English, "Officers seized seven rifles and cash.", "Officers seized nine rifles and cash."),
            // The noun left out.
            (English, "Officers seized seven AK-47s and cash.", "Officers seized seven AK-47 rifles and cash."),
        ] {
            let findings = found(language, a, b);
            assert!(findings.is_empty(), "{a} / {b}: {findings:?}");
        }
    }
}
