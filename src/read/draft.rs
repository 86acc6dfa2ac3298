//! A draft: plain text or Markdown, with comments that are no text of it.

use std::path::Path;

use super::{Options, decode, text};
use crate::draft::comments;
use crate::error::{Error, Result};
use crate::model::draft::Draft;

/// The draft's id in the output.
const ID: &str = "draft";

/// Reads a draft. Comments, and Markdown's marks of headings and emphasis, are blanked, so that all places stay.
///
/// # Errors
/// When the file cannot be read, is no text, or holds none.
pub fn draft(path: &Path, options: Options<'_>) -> Result<Draft> {
    let bytes = std::fs::read(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
    let bad = |message: String| Error::Input { path: path.to_owned(), message };
    let (mut plain, comments) = comments(&decode::decode(&bytes).map_err(bad)?);
    if !plain.chars().any(char::is_alphanumeric) {
        return Err(bad("has no words: the draft is empty".to_owned()));
    }
    let markdown = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("markdown"));
    if markdown {
        plain = unmarked(&plain);
    }
    let report = text::report_of(ID, &path.display().to_string(), plain, options);
    Ok(Draft { report, sentences: 0, comments, remarks: Vec::new(), apart: false })
}

/// Markdown without the marks of headings, quotations and emphasis, byte for byte.
fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches(['#', '>', ' ']);
        let marks = line.len() - rest.len();
        let heading = line[..marks].contains(['#', '>']) && line[..marks].ends_with(' ');
        let body = if heading { rest } else { line };
        out.push_str(&" ".repeat(line.len() - body.len()));
        out.push_str(&body.replace("**", "  ").replace("__", "  "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_blanked_in_place() {
        assert_eq!(
            unmarked("## Judul **tebal**\n> kata\n#1 dari 5\nnama_a_b\n"),
            "   Judul   tebal  \n  kata\n#1 dari 5\nnama_a_b\n"
        );
    }
}
