//! Comments of a draft: taken out of its text, and read where they are for this program.

use crate::compare::COMPARATORS;
use crate::model::draft::Comment;
use crate::model::{Kind, Report, Span};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The text with every comment blanked, byte for byte, so that all places stay; and the comments that are for us.
pub fn comments(text: &str) -> (String, Vec<Comment>) {
    let (mut plain, mut found) = (String::with_capacity(text.len()), Vec::new());
    let mut at = 0;
    // A comment that never ends is text: what else it would hide is not known.
    while let Some((start, end)) = next(text, at) {
        plain.push_str(&text[at..start]);
        plain.extend(text[start..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        found.extend(comment(&text[start + OPEN.len()..end - CLOSE.len()], Span::new(start, end)));
        at = end;
    }
    plain.push_str(&text[at..]);
    (plain, found)
}

/// The next comment from a byte on.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text[from..].find(OPEN)?;
    let within = start + OPEN.len();
    Some((start, within + text[within..].find(CLOSE)? + CLOSE.len()))
}

/// `selisih ignore title, name: the reason`.
fn comment(words: &str, span: Span) -> Option<Comment> {
    let ours = words.trim().strip_prefix("selisih")?;
    let mut out = Comment { span, kinds: Vec::new(), reason: String::new(), problem: None, used: false };
    let Some(asked) = ours.trim_start().strip_prefix("ignore").filter(|_| ours.starts_with(char::is_whitespace)) else {
        out.problem = Some("says nothing that is known: write `selisih ignore KIND: reason`".to_owned());
        return Some(out);
    };
    let (kinds, reason) = asked.split_once(':').unwrap_or((asked, ""));
    reason.trim().clone_into(&mut out.reason);
    for id in kinds.split([',', ' ']).map(str::trim).filter(|id| !id.is_empty()) {
        match kind(id) {
            Some(kind) => out.kinds.push(kind),
            None => out.problem = Some(format!("\"{id}\" is no kind of finding")),
        }
    }
    if out.problem.is_none() && out.reason.is_empty() {
        out.problem = Some("gives no reason: write `selisih ignore KIND: reason`".to_owned());
    }
    Some(out)
}

fn kind(id: &str) -> Option<Kind> {
    COMPARATORS.iter().find(|c| c.id == id).map(|c| c.kind)
}

impl Comment {
    /// Whether it passes over findings of this kind at this place of the draft.
    pub fn covers(&self, report: &Report, kind: Kind, place: Span) -> bool {
        let at = |span: Span| report.blocks.iter().position(|b| b.span.start <= span.start && span.start < b.span.end);
        self.problem.is_none()
            && (self.kinds.is_empty() || self.kinds.contains(&kind))
            && self.block(report).is_some_and(|block| at(place) == Some(block))
    }

    /// The block that it is for: the one whose text stands before it on its line, else the next one.
    fn block(&self, report: &Report) -> Option<usize> {
        let start = self.span.start;
        let line = report.text.get(..start)?.rfind('\n').map_or(0, |n| n + 1);
        if report.text.get(line..start)?.trim().is_empty() {
            report.blocks.iter().position(|b| b.span.end > start)
        } else {
            report.blocks.iter().rposition(|b| b.span.start < start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text;

    #[test]
    fn comments_are_no_text() {
        let (plain, found) =
            comments("Satu <!-- catatan é -->dua.\n<!-- selisih ignore title: gaya\nrumah -->\nTiga <!-- x");
        assert_eq!(plain, format!("Satu {}dua.\n{}\n{}\nTiga <!-- x", " ".repeat(19), " ".repeat(31), " ".repeat(9)));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (&found[0].kinds[..], found[0].reason.as_str(), &found[0].problem),
            (&[Kind::Title][..], "gaya\nrumah", &None)
        );
    }

    #[test]
    fn what_is_wrong_with_a_comment_is_told() {
        let problem = |words: &str| comments(&format!("<!--{words}-->")).1.first().and_then(|c| c.problem.clone());
        assert_eq!(problem(" selisih ignore: sudah ditanya "), None);
        assert_eq!(problem("selisih ignore name,title: x"), None);
        assert_eq!(problem(" selisih ignore titel: x ").as_deref(), Some("\"titel\" is no kind of finding"));
        for bad in
            ["selisih ignore title", "selisih ignore title:", "selisih", "selisih-ignore: x", "selisih allow x: y"]
        {
            assert!(problem(bad).is_some(), "{bad}");
        }
        assert!(comments("<!-- ignore title: x --><!-- -->").1.is_empty(), "not for us");
    }

    #[test]
    fn a_comment_is_for_the_block_it_stands_in_or_before() {
        let source = "Judul Berita\n\nParagraf satu dibaca orang. <!-- selisih ignore: a -->\n\n<!-- selisih ignore: b -->\n\
                      <!-- selisih ignore: c --> Paragraf dua dibaca orang.\n\nParagraf tiga dibaca orang.\n<!-- selisih ignore: d -->";
        let (plain, found) = comments(source);
        let report = text::report("draft", "draft.md", plain, None);
        let place = |words: &str| Span::new(source.find(words).unwrap_or(0), source.len());
        let by = |words: &str| -> Vec<&str> {
            found.iter().filter(|c| c.covers(&report, Kind::Name, place(words))).map(|c| c.reason.as_str()).collect()
        };
        assert_eq!((by("Paragraf satu"), by("Paragraf dua"), by("Paragraf tiga")), (vec!["a"], vec!["b", "c"], vec![]));
    }
}
