//! Quotes of a draft that are not word for word in any source.

use crate::compare::quote::{Piece, Speaker, Weights, all_pieces, letters, matches};
use crate::language::Lexicon;
use crate::model::draft::{Remark, Sort};
use crate::model::story::{Source, Story};
use crate::model::{Finding, Kind, Reading, Severity};

/// Words of a quote from which on it is looked for: two are said by chance, or are a phrase in marks.
const WORDS: usize = 3;

/// The share of two quotes' words that must stand in the same order for one to be shown beside the other, 0 to 1.
const NEAR: f32 = 0.35;

/// The draft's quoted sentences that no source has, each with the sources' quote that is nearest.
pub fn misquoted(story: &Story<'_>, draft: usize, findings: &[Finding]) -> Vec<Remark> {
    let pieces = all_pieces(story, &Weights::of(story));
    let (own, others): (Vec<&Piece>, Vec<&Piece>) = pieces.iter().partition(|p| p.report == draft);
    let mut texts: Vec<String> = story.sources[..draft].iter().map(whole).collect();
    // Without what is inserted in brackets.
    texts.extend(others.iter().map(|o| letters(o)));
    let mut out = Vec::new();
    for piece in own.into_iter().filter(|p| p.words.len() >= WORDS) {
        let words = letters(piece);
        if !texts.iter().any(|t| t.contains(&words)) {
            out.push(remark(story, piece, nearest(piece, &others), severity(findings, piece, draft)));
        }
    }
    out
}

/// A source's letters and digits in a row.
fn whole(source: &Source<'_>) -> String {
    let lexicon = Lexicon::of(source.report.language);
    let words = source.segments.tokens.iter().map(|t| lexicon.expansions.word(&t.norm).copied().unwrap_or(&*t.norm));
    words.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect()
}

/// The quote that has most words in the same order, of two the first.
fn nearest<'a>(piece: &Piece, others: &[&'a Piece]) -> Option<&'a Piece> {
    let mut best: Option<(f32, &Piece)> = None;
    for other in others {
        let same: usize = matches(piece, other).iter().map(|m| m.2).sum();
        let share = 2.0 * same as f32 / (piece.words.len() + other.words.len()) as f32;
        if share >= NEAR && best.is_none_or(|b| share > b.0) {
            best = Some((share, other));
        }
    }
    best.map(|b| b.1)
}

/// As grave as the finding that already tells of it.
fn severity(findings: &[Finding], piece: &Piece, draft: usize) -> Severity {
    let here = |f: &&Finding| super::evidence(f, draft).any(|e| e.span.overlaps(piece.span));
    let quotes = findings.iter().filter(|f| f.kind == Kind::Quote);
    quotes.filter(here).map(|f| f.severity).min().unwrap_or(Severity::Variant)
}

fn remark(story: &Story<'_>, piece: &Piece, nearest: Option<&Piece>, severity: Severity) -> Remark {
    let reading = |p: &Piece| Reading {
        value: story.words(p.report, p.span).split_whitespace().collect::<Vec<_>>().join(" "),
        evidence: vec![story.evidence(p.report, p.span)],
    };
    let speaker = |p: &Piece| match p.speaker {
        Speaker::Known(entity) => story.entities.get(entity).map(|e| e.name.clone()),
        _ => None,
    };
    let finding = Finding {
        id: String::new(),
        kind: Kind::Quote,
        severity,
        subject: speaker(piece).or_else(|| nearest.and_then(speaker)).unwrap_or_default(),
        readings: [Some(piece), nearest].into_iter().flatten().map(reading).collect(),
        absent: Vec::new(),
        suggestion: None,
        statements: Vec::new(),
    };
    Remark { sort: Sort::Quote, finding, ignored: None }
}
