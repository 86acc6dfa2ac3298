//! Plain text.

use super::own_litter::Litter;
use super::{Options, blocks, dateline, published};
use crate::language::{Lexicon, detect};
use crate::model::{Block, BlockKind, Label, Language, Report, Span};

/// A report from decoded text. The language is told by the text where `language` is none.
pub fn report(id: &str, path: &str, text: String, language: Option<Language>) -> Report {
    report_of(id, path, text, Options { language, ..Options::default() })
}

/// A report from decoded text, read as the user wants it.
pub fn report_of(id: &str, path: &str, text: String, options: Options<'_>) -> Report {
    let language = options.language.unwrap_or_else(|| detect::detect(&text));
    let lexicon = Lexicon::of(language);
    let own: Vec<&Litter> = options.litter.iter().filter(|l| l.is_of(path)).collect();
    let blocks = blocks::blocks(&text, lexicon, &own);
    let of_kind = |kind| blocks.iter().find(|b| b.kind == kind).map(|b| b.span);
    let title = of_kind(BlockKind::Headline);
    let dateline = of_kind(BlockKind::Paragraph).and_then(|first| dateline::dateline(&text, first, lexicon));
    let published = published::published(&text, &blocks, dateline.as_ref(), lexicon);
    Report {
        id: id.into(),
        path: path.into(),
        text,
        language,
        title,
        dateline,
        published,
        blocks,
        lines: false,
        label: Label::default(),
    }
}

/// A report of which each line is one sentence, taken as it is: nothing is litter, nothing a headline or dateline.
pub fn sentences(id: &str, path: &str, text: String, language: Option<Language>) -> Report {
    let language = language.unwrap_or_else(|| detect::detect(&text));
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(from, from + words.len()) });
        }
        start += line.len() + 1;
    }
    let (id, path) = (id.into(), path.into());
    Report {
        id,
        path,
        text,
        language,
        title: None,
        dateline: None,
        published: None,
        blocks,
        lines: true,
        label: Label::default(),
    }
}
