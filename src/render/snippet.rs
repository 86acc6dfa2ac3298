//! One finding in the manner of compilers: the lines of all reports that give a reading, the exact words marked.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::ui::{Ui, fill};
use super::{Look, Places, called, listed, message, show};
use crate::compare::fingerprint::fold;
use crate::model::{Audit, Evidence, Finding, Reading, Severity};

/// Narrower than this no line can be read; a terminal that says so is not believed.
const NARROWEST: usize = 40;
/// Wider than this a line is hard to read.
const WIDEST: usize = 160;
/// Columns that a label needs to be worth reading.
const LABEL: usize = 12;
/// Share of the width, per cent, that the words may take before they are cut in their middle: the rest tells where they
/// are, and is the frame.
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
    let title = level
        .with_name(look.ui.words().severity(finding.severity).0)
        .primary_title(message(audit, finding, look.ui))
        .id(&*finding.id);
    let mut group = Group::with_title(title);
    for reading in &finding.readings {
        for nth in by_report(reading).into_iter().take(SHOWN) {
            group = group.element(picture(audit, &places, reading, &nth, width));
        }
    }
    for (name, text) in below(audit, finding, look.ui) {
        group = group.element(Level::NOTE.with_name(name).message(text));
    }
    renderer.term_width(width).decor_style(DecorStyle::Ascii).render(&[group]) + "\n"
}

/// What stands below the picture: who is silent, what speaks for a reading, what was left out.
fn below(audit: &Audit, finding: &Finding, ui: Ui) -> Vec<(&'static str, String)> {
    let words = ui.words();
    let mut out = Vec::new();
    if !finding.absent.is_empty() {
        let ids: Vec<_> = finding.absent.iter().map(|&r| show::shown(called(audit, r))).collect();
        out.push((words.silent, ids.join(", ")));
    }
    if let Some(suggestion) = &finding.suggestion {
        let value = show::shown(&suggestion.value);
        out.push((words.suggestion, format!("{value} ({})", show::shown(&words.because(suggestion)))));
    }
    let more: usize = finding.readings.iter().map(|r| by_report(r).len().saturating_sub(SHOWN)).sum();
    if more > 0 {
        out.push(("…", fill(words.more, true, &[("n", &words.report.counted(more))])));
    }
    out
}

/// The first place in a report, and the other places there.
type Shown = (Evidence, Vec<Evidence>);

/// The places of a reading, report by report.
fn by_report(reading: &Reading) -> Vec<Shown> {
    let mut all = reading.evidence.clone();
    all.sort_unstable();
    all.dedup();
    all.chunk_by(|a, b| a.report == b.report).map(|same| (same[0], same[1..].to_vec())).collect()
}

/// One report's line, with the words marked; where these are not the reading's value, it stands beside them.
fn picture<'a>(
    audit: &Audit,
    places: &Places<'_>,
    reading: &Reading,
    nth: &Shown,
    width: usize,
) -> Snippet<'a, Annotation<'a>> {
    let (evidence, others) = nth;
    let (report, span) = (&audit.reports[evidence.report], evidence.span);
    let line = places.at(evidence.report, span.start).line;
    let from = report.text[..span.start].rfind('\n').map_or(0, |n| n + 1);
    let to = report.text[span.end..].find('\n').map_or(report.text.len(), |n| span.end + n);
    let [before, words, after] =
        [from..span.start, span.start..span.end, span.end..to].map(|r| visible(&report.text[r]));
    let mut lines: Vec<usize> = others.iter().map(|e| places.at(e.report, e.span.start).line).collect();
    lines.retain(|l| *l != line);
    lines.dedup();
    let mut label =
        if fold(&words) == fold(&reading.value) { String::new() } else { show::shown(&reading.value).into_owned() };
    if !lines.is_empty() {
        label = format!("{label}{}(also line {})", if label.is_empty() { "" } else { " " }, listed(&lines));
    }
    let words = cut_middle(words, width * WORDS / 100);
    let mark = AnnotationKind::Primary.span(before.len()..before.len() + words.len());
    // What is marked must not be pushed off the line by what stands beside it.
    let room = (width / 2).saturating_sub(words.width());
    let mark = if label.is_empty() || room < LABEL { mark } else { mark.label(fitted(&label, room)) };
    let path = show::shown(&report.path).into_owned();
    Snippet::source(before + &words + &after).path(path).line_start(line).annotation(mark)
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

/// The start and the end of the text, where it has no room.
fn cut_middle(text: String, room: usize) -> String {
    if text.width() <= room {
        return text;
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
