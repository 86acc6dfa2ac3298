//! What only some of the reports tell.
//!
//! Statements that two reports or more tell and others do not, and strong clauses that one report tells alone. Always a
//! gap: the silence of a report is no contradiction.
//!
//! Why it matters: a broken lock that one report of five tells is either the story or a mistake.
//!
//! Example: one report tells that some of the pirates fled; the others that all were caught.
//!
//! What is shown is ranked by weight (sums of money, numbers, people whom the others do not name, a denial) and capped, so
//! that the table stays readable. Copies of one text count as one report.
//!
//! Known misses: what is told in the same words about something else; background that looks like news.

use super::Comparator;
use crate::align::shared_text;
use crate::language::Lexicon;
use crate::model::mention::{Measure, Modality, NameClass};
use crate::model::story::{Source, Story};
use crate::model::{BlockKind, Finding, Kind, Opener, Reading, Severity, Shape, SharedText};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Coverage,
    id: "coverage",
    about: "what only some reports tell",
    page: include_str!("coverage.rs"),
    compare,
};

/// Findings shown: so many, and so many more a report. Twelve for five reports: a screen.
const SHOWN: (usize, usize) = (4, 2);

/// Of these at most so many (in tenths) are clauses of one report alone: what several tell is surer.
const ALONE_TENTHS: usize = 8;

/// Reports from which a clause that one tells alone is news: of two, each tells much that the other does not.
const REPORTS: usize = 3;

/// Words a clause needs to be shown without its neighbours.
const WORDS: usize = 5;

/// Events that change the picture that the other reports give: somebody got away, something was broken, was called off.
const BLOWS: [&str; 12] = [
    "escape",
    "flee",
    "damage",
    "destroy",
    "disappear",
    "survive",
    "threaten",
    "refuse",
    "cancel",
    "die",
    "resign",
    "dismiss",
];

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let copies = shared_text::shared(&story.sources);
    let reports = shared_text::voices(&copies, &(0..story.sources.len()).collect::<Vec<_>>());
    let shown = SHOWN.0 + SHOWN.1 * reports.saturating_sub(1);
    let (mut shared, copied) = shared(story, &copies);
    let mut alone = if reports >= REPORTS { alone(story) } else { Vec::new() };
    if reports >= REPORTS {
        alone.extend(copied);
    }
    sort(&mut shared);
    sort(&mut alone);
    alone.truncate(shown * ALONE_TENTHS / 10);
    shared.truncate(shown - alone.len());
    shared.into_iter().chain(alone).map(|(_, finding)| finding).collect()
}

fn sort(found: &mut [(f32, Finding)]) {
    let place = |f: &Finding| f.readings.iter().flat_map(|r| &r.evidence).min().copied();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| place(&a.1).cmp(&place(&b.1))));
}

/// A finding and its weight.
type Ranked = (f32, Finding);

/// Statements that some reports tell and others do not, and apart from them those that only copies of one text tell.
fn shared(story: &Story<'_>, copies: &[SharedText]) -> (Vec<Ranked>, Vec<Ranked>) {
    let (mut out, mut copied) = (Vec::new(), Vec::new());
    for statement in &story.statements {
        let mut tellers: Vec<usize> = statement.members.iter().map(|m| m.report).collect();
        tellers.sort_unstable();
        tellers.dedup();
        let members: Vec<(usize, usize)> = statement.members.iter().map(|m| (m.report, m.clause)).collect();
        if tellers.len() < 2 || tellers.len() == story.sources.len() || statement.score < 0.45 {
            continue;
        }
        let weights = members.iter().map(|&(r, c)| weight(story, r, c));
        let Some(weight) = weights.flatten().max_by(f32::total_cmp) else { continue };
        // A loose statement tells less surely what the others lack.
        let told = (weight * statement.score, finding(story, &members, &tellers));
        if shared_text::voices(copies, &tellers) < 2 { copied.push(told) } else { out.push(told) }
    }
    (out, copied)
}

/// Clauses that one report alone tells.
fn alone(story: &Story<'_>) -> Vec<(f32, Finding)> {
    let mut out = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        let mut best: Vec<Option<(f32, usize)>> = vec![None; source.segments.sentences.len()];
        for (c, clause) in source.segments.clauses.iter().enumerate() {
            if !story.statements_of[r][c].is_empty() {
                continue;
            }
            let Some(weight) = weight(story, r, c) else { continue };
            if best[clause.sentence].is_none_or(|b| b.0 < weight) {
                best[clause.sentence] = Some((weight, c));
            }
        }
        out.extend(best.into_iter().flatten().map(|(w, c)| (w, finding(story, &[(r, c)], &[r]))));
    }
    out
}

fn finding(story: &Story<'_>, members: &[(usize, usize)], tellers: &[usize]) -> Finding {
    let span = |&(r, c): &(usize, usize)| story.sources[r].segments.clauses[c].span;
    let shortest = members
        .iter()
        .filter(|&&(r, c)| weight(story, r, c).is_some())
        .map(|m| story.words(m.0, span(m)))
        .min_by_key(|w| (w.chars().count(), *w))
        .unwrap_or_default();
    let evidence = members.iter().map(|m| story.evidence(m.0, span(m))).collect();
    Finding {
        id: String::new(),
        kind: Kind::Coverage,
        severity: Severity::Gap,
        subject: shortest.to_owned(),
        readings: vec![Reading { value: shortest.to_owned(), evidence }],
        absent: (0..story.sources.len()).filter(|r| !tellers.contains(r)).collect(),
        suggestion: None,
        statements: Vec::new(),
    }
}

/// How much a clause tells; `None` where it is a credit, a caption, colour or background.
fn weight(story: &Story<'_>, report: usize, clause: usize) -> Option<f32> {
    let source = &story.sources[report];
    let lexicon = Lexicon::of(source.report.language);
    let (segments, extract) = (&source.segments, &source.extract);
    let c = &segments.clauses[clause];
    let claim = &extract.claims[clause];
    let kind = source.report.blocks[segments.sentences[c.sentence].block].kind;
    if c.opener == Opener::Attribution || kind != BlockKind::Paragraph || claim.predicate.is_none() {
        return None;
    }
    let words = c.tokens.clone().filter(|&i| {
        let token = &segments.tokens[i];
        token.shape != Shape::Mark && !lexicon.is_function(&token.norm)
    });
    if words.count() < WORDS || is_background(source, clause) {
        return None;
    }
    let quantities = extract
        .quantities
        .iter()
        .filter(|q| q.at.clause == clause && !q.vague && !q.weak && q.measure != Measure::Label);
    let times = extract.times.iter().filter(|t| t.at.clause == clause && t.clock.is_some()).count();
    let names = extract.names.iter().enumerate().filter(|(_, n)| n.at.clause == clause);
    // A name that the others do not know is news; one that all know is none.
    let fresh = names.filter(|&(n, _)| {
        let entity = &story.entities[story.entity_of[report][n]];
        entity.mentions.iter().all(|m| m.0 == report)
    });
    let (mut people, mut others) = (0_u8, 0_u8);
    for (_, name) in fresh {
        if name.class == NameClass::Person {
            people = people.saturating_add(1);
        } else {
            others = others.saturating_add(1);
        }
    }
    // A sum of money is what readers of the other reports ask for.
    let money = quantities.clone().any(|q| matches!(q.measure, Measure::Amount(d) if d.starts_with("money")));
    let blow = c.tokens.clone().any(|i| {
        let token = &segments.tokens[i];
        let uses = lexicon.frame_words.word(&token.stem).map_or(&[][..], Vec::as_slice);
        uses.iter().any(|u| BLOWS.contains(&lexicon.frames[u.frame as usize]))
    });
    let turn = f32::from(blow || claim.negated || c.opener == Opener::Contrast || claim.modality == Modality::Alleged);
    let told = f32::from(!claim.frames.is_empty());
    let quoted = if c.quoted { 0.5 } else { 1.0 };
    let sum = 1.2 * quantities.count().min(2) as f32
        + 1.0 * times.min(1) as f32
        + 0.9 * f32::from(money)
        + 1.0 * f32::from(people.min(2_u8))
        + 0.7 * f32::from(others.min(2_u8))
        + 0.9 * turn
        + 1.0 * told;
    Some(sum * quoted)
}

/// Told of another year than the report's own.
fn is_background(source: &Source<'_>, clause: usize) -> bool {
    let own = source.report.published.and_then(|d| d.year);
    let years: Vec<i16> = source
        .extract
        .times
        .iter()
        .filter(|t| t.at.clause == clause)
        .filter_map(|t| t.date.and_then(|d| d.year))
        .collect();
    let latest = own.or_else(|| source.extract.times.iter().filter_map(|t| t.date.and_then(|d| d.year)).max());
    years.iter().any(|y| latest.is_some_and(|l| *y < l))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::testing;
    use crate::model::Language::{self, English, Indonesian};

    fn found(language: Language, texts: &[&str]) -> Vec<(String, Vec<usize>)> {
        let findings = compare(&testing::story(language, texts, &[]));
        findings.into_iter().map(|f| (f.subject, f.absent)).collect()
    }

    #[test]
    fn what_one_report_alone_tells() {
        for (language, texts, told) in [
            (
                Indonesian,
                [
                    "Polisi menangkap pelaku.",
                    "Pelaku ditangkap polisi.",
                    "Kunci pintu mobil sudah dalam keadaan rusak parah.",
                ],
                "rusak",
            ),
            (
                English,
                [
                    "Police arrested the men.",
                    "The men were arrested.",
                    "Two other armed men escaped into the forest at night.",
                ],
                "escaped",
            ),
        ] {
            let findings = found(language, &texts);
            assert!(findings.iter().any(|(s, absent)| s.contains(told) && *absent == [0, 1]), "{findings:?}");
        }
    }

    #[test]
    fn of_two_reports_and_of_colour_nothing_is_shown() {
        let pair = ["Police arrested two men in the northern city.", "It was a fine day in the park."];
        assert_eq!(found(English, &pair), []);
        let three = ["Police arrested the men.", "The men were arrested.", "It rained."];
        assert_eq!(found(English, &three), []);
    }
}
