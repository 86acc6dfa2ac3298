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

/// Nouns of offences that are suspected until a court has spoken.
const OFFENCES: &[&str] = &[
    "korupsi",
    "suap",
    "gratifikasi",
    "penipuan",
    "penggelapan",
    "pemerasan",
    "pencabulan",
    "pemerkosaan",
    "pembunuhan",
    "penganiayaan",
    "pencurian",
    "pelecehan",
    "makar",
    "penodaan",
    "perselingkuhan",
    "penyelundupan",
    "pemalsuan",
    "corruption",
    "bribery",
    "fraud",
    "embezzlement",
    "extortion",
    "rape",
    "murder",
    "assault",
    "theft",
    "abuse",
    "smuggling",
];

/// Words that make it a suspicion.
const SUSPECTED: &[&str] = &["dugaan", "diduga", "alleged", "suspected", "tuduhan", "sangkaan"];

/// Words that tell it as a case, a fact to be dealt with.
const CASE: &[&str] = &["kasus", "perkara", "masalah", "skandal"];

/// One offence as a suspicion in some reports and as a bare case in others that never call it suspected.
fn offences(story: &Story<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for offence in OFFENCES {
        let (mut suspected, mut bare): (Vec<Evidence>, Vec<Evidence>) = (Vec::new(), Vec::new());
        for (r, source) in story.sources.iter().enumerate() {
            let tokens = &source.segments.tokens;
            for i in 1..tokens.len() {
                if *tokens[i].norm != **offence {
                    continue;
                }
                let before = &*tokens[i - 1].norm;
                let evidence = story.evidence(r, source.segments.span(i - 1..i + 1));
                if SUSPECTED.contains(&before) {
                    suspected.push(evidence);
                } else if CASE.contains(&before) {
                    bare.push(evidence);
                }
            }
        }
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

/// Words of will behind a negation.
const WILL: &[&str] = &["mau", "ingin", "bersedia", "berkenan", "want", "wish"];

/// Words of ability behind a negation.
const ABILITY: &[&str] = &["bisa", "dapat", "mampu", "sempat", "able"];

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
        (WILL.contains(&word(i)) || ABILITY.contains(&word(i)))
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
    (told && !roots.is_empty())
        .then(|| (WILL.contains(&word(modal)), Withheld { evidence: story.evidence(r, span), roots }))
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
