//! One sentence for each finding: what differs, and who says what. Plain text, and no ruling.

use super::ui::{Words, fill};
use super::{Ui, called, show};
use crate::compare::style::BECAUSE;
use crate::compare::{attribution, title};
use crate::model::{Audit, Finding, Kind, Reading, Severity};

/// Characters of a reading, a subject or a report's id that a sentence shows: two or three of them fit a line.
const LONGEST: usize = 80;

/// Readings that a sentence lists: more of them are a table's work.
const LISTED: usize = 6;

/// Reports that are named; of more, their number is told.
const NAMED: usize = 2;

/// What a finding is, as one sentence on one line.
pub fn message(audit: &Audit, finding: &Finding, ui: Ui) -> String {
    let words = ui.words();
    let tellers = tellers(&finding.readings);
    let gap = finding.severity == Severity::Gap;
    let values: Vec<String> = finding.readings.iter().map(|r| quoted(&r.value)).collect();
    let start = fill(
        start(finding, words),
        tellers.len() == 1,
        &[
            ("subject", &subject(finding, words.nameless)),
            ("speaker", &subject(finding, words.speaker)),
            ("quoted", &quoted_subject(finding, words)),
            ("of", &of(finding, words)),
            ("n", &finding.readings.len().to_string()),
            ("both", words.both[usize::from(finding.readings.len() > 2)]),
            ("who", &who(audit, &tellers, finding, words)),
            ("values", &listed(values, words)),
            ("preferred", &finding.suggestion.as_ref().map_or(String::new(), |s| quoted(&s.value))),
        ],
    );
    // A word of the program's own; a report's stays as it is.
    let mut out = if finding.subject.trim().is_empty() { capital(&start) } else { start };
    if !gap && !finding.readings.is_empty() {
        let told = finding.readings.iter().map(|r| told(audit, r, words)).collect();
        out.extend([": ", &listed(told, words)]);
    }
    if !finding.absent.is_empty() {
        let silent = named(audit, &finding.absent, words);
        out.extend(["; ", &fill(words.is_silent, finding.absent.len() == 1, &[("who", &silent)])]);
    }
    out + "."
}

/// The kind's own start, or that of a finding whose subject is a word of the program's.
fn start(finding: &Finding, words: &Words) -> &'static str {
    // Only the style guide finds fault with what nobody says otherwise.
    let guided = finding.suggestion.as_ref().is_some_and(|s| s.because == BECAUSE);
    match (finding.kind, finding.subject.as_str()) {
        _ if guided && finding.readings.len() == 1 && finding.severity != Severity::Gap => words.guided,
        (Kind::Title, title::HONORIFICS) if finding.severity == Severity::Variant => words.honorifics,
        (Kind::Attribution, attribution::AGENCIES) if finding.severity == Severity::Variant => words.agencies,
        _ => (words.row)(finding.kind).of(finding.severity),
    }
}

/// `“Kim Jong Un” in 3 reports`.
fn told(audit: &Audit, reading: &Reading, words: &Words) -> String {
    let reports = tellers(std::slice::from_ref(reading));
    let value = quoted(&reading.value);
    if reports.is_empty() { value } else { format!("{value} {} {}", words.within, named(audit, &reports, words)) }
}

/// Who tells of a gap's reading: alone, where no fewer are silent.
fn who(audit: &Audit, tellers: &[usize], finding: &Finding, words: &Words) -> String {
    let who = named(audit, tellers, words);
    if finding.absent.len() >= tellers.len().max(1) { fill(words.only, false, &[("who", &who)]) } else { who }
}

/// The reports that give any of the readings, ascending.
fn tellers(readings: &[Reading]) -> Vec<usize> {
    let mut out: Vec<usize> = readings.iter().flat_map(|r| &r.evidence).map(|e| e.report).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// `report-1 and report-2`, `3 reports`.
fn named(audit: &Audit, reports: &[usize], words: &Words) -> String {
    if reports.is_empty() || reports.len() > NAMED {
        return words.report.counted(reports.len());
    }
    let ids: Vec<String> = reports.iter().map(|&r| shortened(called(audit, r))).collect();
    ids.join(&format!(" {} ", words.and))
}

/// The subject, or what it is called where it has no name.
fn subject(finding: &Finding, nameless: &str) -> String {
    if finding.subject.trim().is_empty() { nameless.to_owned() } else { shortened(&finding.subject) }
}

fn quoted_subject(finding: &Finding, words: &Words) -> String {
    if finding.subject.trim().is_empty() { words.nameless.to_owned() } else { quoted(&finding.subject) }
}

/// ` for “gifts”`; nothing where the subject is one of the readings, or all of them.
fn of(finding: &Finding, words: &Words) -> String {
    let values: Vec<&str> = finding.readings.iter().map(|r| r.value.as_str()).collect();
    let subject = finding.subject.as_str();
    if subject.trim().is_empty() || values.contains(&subject) || values.join(" / ") == subject {
        return String::new();
    }
    fill(words.of, true, &[("subject", &quoted(subject))])
}

fn listed(mut items: Vec<String>, words: &Words) -> String {
    let left = items.len().saturating_sub(LISTED);
    // One more is no longer than to say that there is one more.
    if left > 1 {
        items.truncate(LISTED);
        items.push(fill(words.more_readings, true, &[("n", &left.to_string())]));
    }
    items.join(", ")
}

fn quoted(text: &str) -> String {
    format!("“{}”", shortened(text))
}

/// A text that can be shown, cut behind a word where it is long.
fn shortened(text: &str) -> String {
    let text = show::shown(text);
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.into_owned() };
    let cut = text[..end].rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches([',', ';', ':', ' ']))
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
