//! One finding in the manner of compilers: the lines of all reports that give a reading, the exact words marked.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Look, Places, called, listed, show};
use crate::model::{Audit, Evidence, Finding, Reading, Severity};

/// Narrower than this no line can be read; a terminal that says so is not believed.
const NARROWEST: usize = 40;
/// Wider than this a line is hard to read.
const WIDEST: usize = 160;
/// Columns left of a line besides its number: ` | ` and a blank at its end.
const FRAME: usize = 4;
/// Share of a line, per cent, that the words may take before they are cut in their middle: the rest tells where they are.
const WORDS: usize = 70;
/// Reports shown for one reading.
const SHOWN: usize = 12;

/// The finding as a picture; ends with a line break.
pub fn snippet(audit: &Audit, finding: &Finding, look: &Look) -> String {
    let places = Places::new(audit);
    let width = look.width.clamp(NARROWEST, WIDEST);
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let level = match finding.severity {
        Severity::Conflict => Level::ERROR,
        Severity::Variant => Level::WARNING,
        Severity::Gap => Level::NOTE,
    };
    let title = format!("{}: {}", finding.kind, show::shown(&finding.subject));
    let title = level.with_name(finding.severity.id()).primary_title(title).id(finding.id.as_str());
    let mut group = Group::with_title(title);
    for reading in &finding.readings {
        for (evidence, others) in by_report(reading).into_iter().take(SHOWN) {
            group = picture(group, audit, &places, reading, &evidence, &others, width);
        }
    }
    let mut out = renderer.term_width(usize::MAX).decor_style(DecorStyle::Ascii).render(&[group]);
    for (name, text) in below(audit, finding) {
        out.push_str(&format!("\n  = {name}: {text}"));
    }
    out.push('\n');
    out
}

/// What stands below the picture: who is silent, what speaks for a reading, what was left out.
fn below(audit: &Audit, finding: &Finding) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    if !finding.absent.is_empty() {
        let ids: Vec<_> = finding.absent.iter().map(|&r| show::shown(called(audit, r))).collect();
        out.push(("silent", ids.join(", ")));
    }
    if let Some(suggestion) = &finding.suggestion {
        out.push(("suggestion", format!("{} ({})", show::shown(&suggestion.value), show::shown(&suggestion.because))));
    }
    let more: usize = finding.readings.iter().map(|r| by_report(r).len().saturating_sub(SHOWN)).sum();
    if more > 0 {
        out.push(("note", format!("{more} more reports give one of these readings")));
    }
    out
}

/// The first place in every report, and the other places there.
fn by_report(reading: &Reading) -> Vec<(Evidence, Vec<Evidence>)> {
    let mut all = reading.evidence.clone();
    all.sort_unstable();
    all.dedup();
    all.chunk_by(|a, b| a.report == b.report).map(|same| (same[0], same[1..].to_vec())).collect()
}

/// One report's line, with the words marked and the reading as their label.
fn picture<'a>(
    group: Group<'a>,
    audit: &'a Audit,
    places: &Places<'_>,
    reading: &Reading,
    evidence: &Evidence,
    others: &[Evidence],
    width: usize,
) -> Group<'a> {
    let report = &audit.reports[evidence.report];
    let place = places.at(evidence.report, evidence.span.start);
    let room = width.saturating_sub(FRAME + place.line.to_string().len());
    let (line, start, end) = window(&report.text, evidence, room);
    let mut lines: Vec<usize> = others.iter().map(|e| places.at(e.report, e.span.start).line).collect();
    lines.retain(|l| *l != place.line);
    lines.dedup();
    let also = if lines.is_empty() { String::new() } else { format!(" (also line {})", listed(&lines)) };
    let label = fitted(&format!("{}{also}", show::shown(&reading.value)), room / 2);
    let mark: Annotation<'_> = AnnotationKind::Primary.span(start..end).label(label);
    let origin = Origin::path(show::shown(&report.path)).line(place.line).char_column(place.column);
    group.element(origin).element(Snippet::source(line).line_start(place.line).annotation(mark))
}

/// As much of the line around the words as has room, made safe to look at, and where the words are in it: bytes.
fn window(text: &str, evidence: &Evidence, room: usize) -> (String, usize, usize) {
    let span = evidence.span;
    let line_start = text[..span.start].rfind('\n').map_or(0, |n| n + 1);
    let line_end = text[span.end..].find('\n').map_or(text.len(), |n| span.end + n);
    let words = cut_middle(&visible(span.of(text)), room * WORDS / 100);
    let (before, after) = (visible(&text[line_start..span.start]), visible(&text[span.end..line_end]));
    let (before, after) = (before.trim_start(), after.trim_end());
    let free = room.saturating_sub(words.width());
    // Half of the room on each side; what one side does not need the other has.
    let left = before.width().min((free / 2).max(free.saturating_sub(after.width())));
    let before = tail(before, left);
    let after = fitted(after, free - before.width());
    let start = before.len();
    let end = start + words.len();
    (before + &words + &after, start, end)
}

/// The text with every character of it seen: white space as blanks, control characters as their pictures.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            out.push(' ');
        } else {
            out.push_str(&show::shown(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

/// The start of the text that has room, with a mark where something is left out.
fn fitted(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out: String = first(text.chars(), room.saturating_sub(1)).into_iter().collect();
    out.push('…');
    out
}

/// The end of the text that has room, with a mark where something is left out.
fn tail(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let kept = first(text.chars().rev(), room.saturating_sub(1));
    std::iter::once('…').chain(kept.into_iter().rev()).collect()
}

fn cut_middle(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let half = room.saturating_sub(3) / 2;
    let start: String = first(text.chars(), half).into_iter().collect();
    let end: String = first(text.chars().rev(), half).into_iter().rev().collect();
    format!("{start} … {end}")
}

/// As many of the characters as have room.
fn first(characters: impl Iterator<Item = char>, room: usize) -> Vec<char> {
    let mut taken = 0;
    let fits = |c: &char| {
        taken += c.width().unwrap_or(0);
        taken <= room
    };
    characters.take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn at(text: &str, words: &str) -> Evidence {
        let start = text.find(words).expect("the words");
        let span = Span::new(start, start + words.len());
        Evidence { report: 0, span, sentence: span }
    }

    #[test]
    fn a_long_line_is_shown_around_the_words() {
        let text = format!("satu\n{}KATA{}\ntiga", "muka ".repeat(200), " ekor".repeat(200));
        let (line, start, end) = window(&text, &at(&text, "KATA"), 60);
        assert_eq!(&line[start..end], "KATA");
        assert!(line.starts_with('…') && line.ends_with('…') && line.width() == 60, "{line}");
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "satu\n  dua KATA tiga\nempat";
        assert_eq!(window(text, &at(text, "KATA"), 60).0, "dua KATA tiga");
        let (line, start, end) = window("\u{1b}[31mab\tKATA\u{7}", &at("\u{1b}[31mab\tKATA\u{7}", "KATA"), 60);
        assert_eq!((&*line, &line[start..end]), ("␛[31mab KATA␇", "KATA"));
    }

    #[test]
    fn long_words_are_cut_in_their_middle() {
        let text = format!("a {} b", "kutipan ".repeat(40));
        let (line, start, end) = window(&text, &at(&text, &"kutipan ".repeat(40)), 60);
        assert!(line.width() <= 60 && line[start..end].contains(" … "), "{line}");
    }
}
