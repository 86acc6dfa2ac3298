//! Blocks to sentences to clauses.

pub mod clauses;
pub mod sentences;

use crate::language::{Lexicon, tokens, verbs};
use crate::model::{BlockKind, Report, Segments, Sentence};

/// Cuts a report into tokens, sentences and clauses. Boilerplate and the dateline are left out.
pub fn segment(report: &Report) -> Segments {
    let lexicon = Lexicon::of(report.language);
    let mut out = Segments::default();
    for (index, block) in report.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Boilerplate(_)) {
            continue;
        }
        let spans = if report.lines { vec![block.span] } else { sentences::sentences(report, lexicon, index) };
        for span in spans {
            let start = out.tokens.len();
            tokens::tokens(&report.text, span, &mut out.tokens);
            if out.tokens.len() == start {
                continue;
            }
            let tokens = start..out.tokens.len();
            verbs::mark(lexicon, &mut out.tokens[tokens.clone()]);
            out.sentences.push(Sentence { span, block: index, tokens, clauses: 0..0 });
        }
    }
    clauses::cut(report, lexicon, &mut out);
    out
}
