//! Plain text.

use crate::model::{Block, BlockKind, Language, Report, Span};

/// A report from decoded text. The language is told by the text where `language` is none.
pub fn report(id: &str, path: &str, text: String, language: Option<Language>) -> Report {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + line.find(trimmed).unwrap_or(0);
            blocks.push(Block { kind: BlockKind::Paragraph, span: Span::new(start, start + trimmed.len()) });
        }
        at += line.len();
    }
    let guess = whatlang::Detector::with_allowlist(vec![whatlang::Lang::Ind, whatlang::Lang::Eng]).detect_lang(&text);
    let language = language.unwrap_or(match guess {
        Some(whatlang::Lang::Ind) => Language::Indonesian,
        Some(whatlang::Lang::Eng) => Language::English,
        _ => Language::Other,
    });
    Report { id: id.into(), path: path.into(), text, language, title: None, dateline: None, published: None, blocks }
}
