//! Who is credited with what: persons and institutions by verbs of reporting, agencies and outlets, unnamed sources.
//!
//! A credit names its speaker before the words (`Peskov mengatakan bahwa`, `the military said`), behind them (`kata
//! Peskov`, `said an officer`), or by an opener (`menurut TASS`, `according to`). Quotes cut a sentence into runs; a
//! credit never reaches over a quote.

mod resolve;
mod scan;
mod speaker;

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::quotes::marks;
use crate::language::Lexicon;
use crate::model::mention::{Claim, Credit, CreditSort, Name, Quote};
use crate::model::{BlockKind, Report, Segments, Span};

pub(super) use scan::{Form, Raw, Run, is_assertion, scan};

/// How long a line that names the report's own source may be, bytes: `(Menurut TASS, Sputnik, Chosun Ilbo)`.
const SOURCE_LINE: usize = 120;

/// What the readers of quotes and credits look at.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub report: &'a Report,
    pub segments: &'a Segments,
    pub lexicon: &'static Lexicon,
    pub names: &'a [Name],
}

/// The credits of a report, in order of place, with the clauses that each covers.
pub fn credits(
    report: &Report,
    segments: &Segments,
    lexicon: &'static Lexicon,
    names: &[Name],
    quotes: &[Quote],
) -> Vec<Credit> {
    let view = View { report, segments, lexicon, names };
    let passages = marks::passages(report, segments);
    let (_, raws) = scan(view, &passages);
    let mut out: Vec<Credit> = raws
        .iter()
        .map(|raw| {
            let span = segments.span(raw.tokens.clone());
            let mut clauses = reach(view, raw);
            for quote in quotes.iter().filter(|q| q.credit == Some(span)) {
                clauses.extend(clauses_in(segments, quote.at.tokens.clone()));
            }
            clauses.sort_unstable();
            clauses.dedup();
            let who = segments.span(raw.who.clone());
            let (tokens, from_verb) = (raw.who.clone(), raw.form != Form::Opener);
            Credit { span, who, tokens, name: raw.name, sort: raw.sort, from_verb, clauses, whole: false }
        })
        .collect();
    out.extend(source_lines(report, segments, lexicon));
    out.sort_by_key(|c| (c.span, c.sort));
    out
}

/// Puts the innermost credit of each clause into its claim.
pub fn into_claims(credits: &[Credit], claims: &mut [Claim]) {
    let mut order: Vec<&Credit> = credits.iter().filter(|c| !c.tokens.is_empty()).collect();
    order.sort_by_key(|c| (c.sort, c.span));
    for credit in order {
        for &clause in &credit.clauses {
            if let Some(claim) = claims.get_mut(clause).filter(|c| c.source.is_none()) {
                claim.source = Some(credit.tokens.clone());
            }
        }
    }
}

/// The clauses outside quotes that a credit covers: from its subject on where it comes first, else its sentence.
fn reach(view: View<'_>, raw: &Raw) -> Vec<usize> {
    let segments = view.segments;
    let Some(sentence) = segments.sentence_at(raw.tokens.start) else { return Vec::new() };
    let sentences = &segments.sentences;
    let all = sentences[sentence].clauses.clone();
    if raw.form == Form::Before {
        let first = segments.clause_at(raw.tokens.start).unwrap_or(all.start);
        // `PTI reports:` alone on its line tells of all that follows.
        let last = &segments.tokens[sentences[sentence].tokens.end - 1];
        if &*last.norm == ":" && raw.sort == CreditSort::Agency && raw.tokens.end + 1 >= sentences[sentence].tokens.end
        {
            return (first..segments.clauses.len()).collect();
        }
        return (first..all.end).collect();
    }
    all.collect()
}

/// The clauses that share a token with the range.
fn clauses_in(segments: &Segments, tokens: Range<usize>) -> Vec<usize> {
    let first = segments.clauses.partition_point(|c| c.tokens.end <= tokens.start);
    (first..segments.clauses.len()).take_while(|&c| segments.clauses[c].tokens.start < tokens.end).collect()
}

/// Agencies that a line of its own credits with the whole report: `Sumber: TASS`, `(Menurut TASS, Sputnik)`.
fn source_lines(report: &Report, segments: &Segments, lexicon: &'static Lexicon) -> Vec<Credit> {
    let openers: FxHashSet<&str> = lexicon.light().slots.iter().filter(|s| s.0 == "source").map(|s| s.1).collect();
    let mut out = Vec::new();
    for block in report.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Boilerplate(_) | BlockKind::Paragraph)) {
        if block.span.len() > SOURCE_LINE {
            continue;
        }
        let mut tokens = Vec::new();
        crate::language::tokens::tokens(&report.text, block.span, &mut tokens);
        let Some(opener) = (0..tokens.len()).find(|&t| {
            let slot = openers.contains(&*tokens[t].norm) && tokens.get(t + 1).is_some_and(|n| &*n.norm == ":");
            let bracket = t > 0
                && &*tokens[t - 1].norm == "("
                && lexicon.source_openers.longest(&tokens, t).is_some()
                && tokens.last().is_some_and(|l| &*l.norm == ")");
            (slot && t <= 1) || bracket
        }) else {
            continue;
        };
        let mut at = opener + 1;
        while at < tokens.len() {
            let Some((width, _)) = speaker::agency_at(lexicon, &tokens, at) else {
                at += 1;
                continue;
            };
            let span = Span::new(tokens[at].span.start, tokens[at + width - 1].span.end);
            let clauses = (0..segments.clauses.len()).collect();
            let sort = CreditSort::Agency;
            let credit =
                Credit { span, who: span, tokens: 0..0, name: None, sort, from_verb: false, clauses, whole: true };
            out.push(credit);
            at += width;
        }
    }
    out
}
