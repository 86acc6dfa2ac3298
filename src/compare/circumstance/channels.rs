//! How one source told it: in writing, at a press conference, by telephone, by message, in a post.

use crate::language::Lexicon;
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::{Evidence, Reading};

/// A way that a report says a person told it.
struct Told {
    person: usize,
    way: &'static str,
    evidence: Evidence,
    value: String,
}

/// For each person whom reports have tell it in other ways: the ways, each with its evidence; and who.
pub fn compare(story: &Story<'_>) -> Vec<(usize, Vec<Reading>)> {
    let told: Vec<Told> = (0..story.sources.len()).flat_map(|r| of_report(story, r)).collect();
    let mut people: Vec<usize> = told.iter().map(|t| t.person).collect();
    people.sort_unstable();
    people.dedup();
    people.into_iter().filter_map(|p| readings(&told, p).map(|r| (p, r))).collect()
}

fn readings(told: &[Told], person: usize) -> Option<Vec<Reading>> {
    let mut ways: Vec<(&'static str, Reading)> = Vec::new();
    for t in told.iter().filter(|t| t.person == person) {
        match ways.iter_mut().find(|w| w.0 == t.way) {
            Some((_, reading)) => reading.evidence.push(t.evidence),
            None => ways.push((t.way, Reading { value: t.value.clone(), evidence: vec![t.evidence] })),
        }
    }
    // A report in which one person tells it twice, in two ways, joins them.
    let reports = |r: &Reading| r.evidence.iter().map(|e| e.report).collect::<Vec<_>>();
    let joined = ways
        .iter()
        .enumerate()
        .any(|(n, (_, a))| ways[n + 1..].iter().any(|(_, b)| reports(a).iter().any(|r| reports(b).contains(r))));
    (ways.len() > 1 && !joined).then(|| ways.into_iter().map(|w| w.1).collect())
}

fn of_report(story: &Story<'_>, r: usize) -> Vec<Told> {
    let source = &story.sources[r];
    let (segments, lexicon) = (&source.segments, Lexicon::of(source.report.language));
    let mut out: Vec<Told> = Vec::new();
    for (s, sentence) in segments.sentences.iter().enumerate() {
        let ahead = &segments.tokens[..sentence.tokens.end];
        for i in sentence.tokens.clone() {
            let Some((length, way)) = lexicon.channels.longest(ahead, i) else { continue };
            if i > 0 && lexicon.negation.word(&ahead[i - 1].norm).is_some() {
                continue;
            }
            let Some(person) = speaker(story, r, s) else { continue };
            let span = segments.span(i..i + length);
            // `saat dihubungi`, `lewat pesan pendek`: with the word before.
            let wide = segments.span(i.saturating_sub(1).max(sentence.tokens.start)..i + length);
            let value = story.words(r, wide).to_owned();
            if !out.iter().any(|t| t.person == person && t.evidence.span.overlaps(span)) {
                out.push(Told { person, way, evidence: story.evidence(r, wide), value });
            }
        }
    }
    out
}

/// The one person credited with the sentence, or the only one in it.
fn speaker(story: &Story<'_>, r: usize, s: usize) -> Option<usize> {
    let source = &story.sources[r];
    let clauses = source.segments.sentences[s].clauses.clone();
    let credits = source.extract.credits.iter().filter(|c| !c.whole && c.clauses.iter().any(|k| clauses.contains(k)));
    let mut who: Vec<usize> = credits.filter_map(|c| c.name).map(|n| story.entity_of[r][n]).collect();
    who.retain(|&e| story.entities[e].class == NameClass::Person);
    if who.is_empty() {
        who = clauses.flat_map(|c| story.participants[r][c].iter().copied()).collect();
        who.retain(|&e| story.entities[e].class == NameClass::Person);
    }
    who.sort_unstable();
    who.dedup();
    (who.len() == 1).then(|| who[0])
}
