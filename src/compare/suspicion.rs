//! Suspicion told in a noun phrase (`kasus korupsi` / `dugaan korupsi`), and refusal against inability (`tak mau
//! menceritakan` / `belum bisa memberi kronologi`): the parts of `modality` that no verb's marks show.

use std::ops::Range;

use crate::language::Lexicon;
use crate::model::story::Story;
use crate::model::{Evidence, Finding, Kind, Reading, Severity, Span};

/// Both comparisons.
pub fn compare(story: &Story<'_>) -> Vec<Finding> {
    let mut findings = offences(story);
    findings.extend(withheld(story));
    findings
}

/// One offence as a suspicion in some reports and as a bare case in others that never call it suspected.
fn offences(story: &Story<'_>) -> Vec<Finding> {
    let mut told: Vec<(&str, &str, Evidence)> = Vec::new();
    for (r, source) in story.sources.iter().enumerate() {
        let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
        for i in 1..tokens.len() {
            let Some((length, &"offence")) = lexicon.suspicion.longest(tokens, i) else { continue };
            let Some(&how) = lexicon.suspicion.word(&tokens[i - 1].norm) else { continue };
            told.push((&tokens[i].norm, how, story.evidence(r, source.segments.span(i - 1..i + length))));
        }
    }
    let mut names: Vec<&str> = told.iter().map(|t| t.0).collect();
    names.sort_unstable();
    names.dedup();
    let mut findings = Vec::new();
    for offence in names {
        let of = |how: &str| -> Vec<Evidence> {
            told.iter().filter(|t| t.0 == offence && t.1 == how).map(|t| t.2).collect()
        };
        let (suspected, mut bare) = (of("suspected"), of("case"));
        // A report that says once that it is suspected may call it a case afterwards.
        bare.retain(|e| !suspected.iter().any(|s| s.report == e.report) && about_one(story, e, &suspected));
        if !suspected.is_empty() && !bare.is_empty() {
            let subject = story.words(bare[0].report, bare[0].span).to_owned();
            findings.push(finding(story, subject, bare, suspected));
        }
    }
    findings
}

/// Whether the sentence names a person whom a sentence of the others names too.
fn about_one(story: &Story<'_>, one: &Evidence, others: &[Evidence]) -> bool {
    let named = |e: &Evidence| -> Vec<usize> {
        let names = story.sources[e.report].extract.names.iter().enumerate();
        let inside = names.filter(|(_, n)| e.sentence.contains(n.at.span));
        inside
            .map(|(n, _)| story.entity_of[e.report][n])
            .filter(|&n| story.entities[n].class == crate::model::mention::NameClass::Person)
            .collect()
    };
    let mine = named(one);
    others.iter().any(|o| named(o).iter().any(|e| mine.contains(e)))
}

/// Letters of a root that two clauses must share to withhold the same.
const ROOT: usize = 6;

/// A statement withheld: would not here, could not there.
fn withheld(story: &Story<'_>) -> Vec<Finding> {
    let mut wills: Vec<Withheld> = Vec::new();
    let mut cans: Vec<Withheld> = Vec::new();
    for r in 0..story.sources.len() {
        for c in 0..story.sources[r].segments.clauses.len() {
            match clause(story, r, c) {
                Some((true, w)) => wills.push(w),
                Some((false, w)) => cans.push(w),
                None => {}
            }
        }
    }
    let mut findings = Vec::new();
    for will in &wills {
        let same =
            |c: &&Withheld| c.evidence.report != will.evidence.report && c.roots.iter().any(|r| will.roots.contains(r));
        let others: Vec<Evidence> = cans.iter().filter(same).map(|c| c.evidence).collect();
        if !others.is_empty() {
            let subject = story.words(will.evidence.report, will.evidence.span).to_owned();
            findings.push(finding(story, subject, vec![will.evidence], others));
        }
    }
    findings
}

struct Withheld {
    evidence: Evidence,
    roots: Vec<String>,
}

/// The clause's withheld statement, and whether by will.
fn clause(story: &Story<'_>, r: usize, c: usize) -> Option<(bool, Withheld)> {
    let source = &story.sources[r];
    let (tokens, lexicon) = (&source.segments.tokens, Lexicon::of(source.report.language));
    let range: Range<usize> = source.segments.clauses[c].tokens.clone();
    let word = |i: usize| &*tokens[i].norm;
    let modal = range.clone().skip(1).find(|&i| {
        matches!(lexicon.suspicion.word(word(i)), Some(&"will" | &"ability"))
            && matches!(word(i - 1), "tidak" | "tak" | "belum" | "enggan" | "not" | "didn't" | "never")
    })?;
    let behind = modal + 1..range.end;
    // Something told, explained or shown: other acts may well be both unwanted and impossible.
    let told = behind.clone().take(2).any(|i| {
        lexicon.reporting.word(&tokens[i].stem).is_some()
            || matches!(&*tokens[i].stem, "cerita" | "beri" | "ungkap" | "komentar")
    });
    let roots: Vec<String> = behind
        .clone()
        .filter(|&i| tokens[i].stem.len() > ROOT && !lexicon.is_function(&tokens[i].norm))
        .map(|i| tokens[i].stem.chars().take(ROOT).collect())
        .collect();
    let end = range.end.min(modal + 5);
    let span: Span = source.segments.span(modal - 1..end);
    (told && !roots.is_empty()).then(|| {
        (lexicon.suspicion.word(word(modal)) == Some(&"will"), Withheld { evidence: story.evidence(r, span), roots })
    })
}

fn finding(story: &Story<'_>, subject: String, one: Vec<Evidence>, other: Vec<Evidence>) -> Finding {
    let reading = |evidence: Vec<Evidence>| Reading {
        value: evidence.first().map_or_else(String::new, |e| story.words(e.report, e.span).to_owned()),
        evidence,
    };
    Finding {
        id: String::new(),
        kind: Kind::Modality,
        severity: Severity::Variant,
        subject,
        readings: vec![reading(one), reading(other)],
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    }
}
