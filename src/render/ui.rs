//! The languages that results can be told in, whatever language the reports are in.

mod en;
mod id;

use std::borrow::Cow;

use crate::compare::style::BECAUSE;
use crate::compare::{attribution, title};
use crate::model::decision::{Decision, Ruling};
use crate::model::{Finding, Kind, Severity, Suggestion};

/// The language of what the program itself says in a result: `--ui`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ui {
    /// English (`en`).
    #[default]
    English,
    /// Bahasa Indonesia (`id`).
    Indonesian,
}

impl Ui {
    /// All of them, the default first.
    pub const ALL: [Self; 2] = [Self::English, Self::Indonesian];

    /// Its name on the command line: the BCP 47 code.
    pub fn id(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Indonesian => "id",
        }
    }

    /// Its own name for itself.
    pub fn about(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Indonesian => "Bahasa Indonesia",
        }
    }

    /// The language's words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &en::WORDS,
            Self::Indonesian => &id::WORDS,
        }
    }
}

/// A noun for one and for several.
#[derive(Debug, Clone, Copy)]
pub struct Noun(pub &'static str, pub &'static str);

impl Noun {
    /// `1 report`, `2 reports`.
    pub fn counted(self, n: usize) -> String {
        format!("{n} {}", if n == 1 { self.0 } else { self.1 })
    }
}

/// What a kind is called, and how a finding of it starts: see [`super::message`] for what the braces stand for.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The kind's name.
    pub name: &'static str,
    /// Readings that cannot both be right.
    pub conflict: &'static str,
    /// The same thing in several ways.
    pub variant: &'static str,
    /// Told by some reports only.
    pub gap: &'static str,
}

impl Row {
    /// How a finding of this severity starts.
    pub fn of(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Conflict => self.conflict,
            Severity::Variant => self.variant,
            Severity::Gap => self.gap,
        }
    }
}

/// A language's words for labels and messages.
#[derive(Debug)]
pub struct Words {
    /// A report.
    pub report: Noun,
    /// A statement.
    pub statement: Noun,
    /// A sentence.
    pub sentence: Noun,
    /// A block of a web page.
    pub block: Noun,
    /// A finding of each severity: conflict, variant, gap.
    pub severities: [Noun; 3],
    /// A finding of any severity.
    pub finding: Noun,
    /// Before an editor's decision.
    pub decision: &'static str,
    /// What a finding is by its ruling: accepted, to fix, to check.
    pub rulings: [&'static str; 3],
    /// Behind a ruling that ends: ` until {day}`.
    pub until: &'static str,
    /// `{findings}` that are accepted.
    pub hidden: &'static str,
    /// Decisions past their last day, on `{ids}`.
    pub past: &'static str,
    /// Decisions on findings that are gone: `{ids}`.
    pub gone: &'static str,
    /// Where there is nothing to show.
    pub no_finding: &'static str,
    /// Headings: a finding, readings, where they stand.
    pub headings: [&'static str; 3],
    /// Headings of the ticket's table: severity, kind, subject, readings, silent.
    pub columns: [&'static str; 5],
    /// What bold means in a ticket.
    pub bold: &'static str,
    /// Before reports that are silent.
    pub silent: &'static str,
    /// Before a suggestion.
    pub suggestion: &'static str,
    /// Before a line's number.
    pub line: &'static str,
    /// Before a finding's id.
    pub id: &'static str,
    /// `{n}` that are not listed.
    pub more: &'static str,
    /// Reports that share text: `{reports}`, `{sentences}`, `{percent}`.
    pub one_voice: &'static str,
    /// `{reports}` in neither language.
    pub neutral: &'static str,
    /// `{blocks}` that took no part.
    pub left_out: &'static str,
    /// `{findings}` that GitHub would not show.
    pub not_annotated: &'static str,
    /// Between the last two of a list.
    pub and: &'static str,
    /// Before the reports that give a reading.
    pub within: &'static str,
    /// `{who}` tells something where no fewer are silent.
    pub only: &'static str,
    /// `{who}` is silent.
    pub is_silent: &'static str,
    /// `{n}` readings that a message leaves out.
    pub more_readings: &'static str,
    /// Of two, and of more than two: what cannot be right.
    pub both: [&'static str; 2],
    /// What a subject without a name is called.
    pub nameless: &'static str,
    /// A speaker without a name.
    pub speaker: &'static str,
    /// ` for {subject}`, where the readings do not tell it already.
    pub of: &'static str,
    /// In place of the kind's own start: honorifics, and news agencies.
    pub honorifics: &'static str,
    /// See [`Self::honorifics`].
    pub agencies: &'static str,
    /// What the two are called.
    pub subjects: [&'static str; 2],
    /// Why a suggestion: `{most}` of `{total}` reports write it so.
    pub majority: &'static str,
    /// Why a suggestion: the style guide says so.
    pub style_guide: &'static str,
    /// What the style guide prefers to the one reading there is: `{preferred}`.
    pub guided: &'static str,
    /// Why a suggestion: the calendar tells `{day}`.
    pub calendar: &'static str,
    /// By kind. A function, so that the compiler sees that no kind is missing.
    pub row: fn(Kind) -> Row,
}

impl Words {
    /// `accepted`.
    pub fn ruling(&self, ruling: Ruling) -> &'static str {
        self.rulings[match ruling {
            Ruling::Accept => 0,
            Ruling::Fix => 1,
            Ruling::Check => 2,
        }]
    }

    /// `accepted until 2026-12-31`.
    pub fn decided(&self, decision: &Decision) -> String {
        let until = |day: jiff::civil::Date| fill(self.until, true, &[("day", &day.to_string())]);
        format!("{}{}", self.ruling(decision.ruling), decision.until.map_or(String::new(), until))
    }

    /// A finding of the severity.
    pub fn severity(&self, severity: Severity) -> Noun {
        self.severities[severity as usize]
    }

    /// A finding's subject: a report's words as they are, the program's own in this language.
    pub fn subject<'a>(&self, finding: &'a Finding) -> &'a str {
        match (finding.kind, finding.subject.as_str()) {
            (Kind::Title, title::HONORIFICS) => self.subjects[0],
            (Kind::Attribution, attribution::AGENCIES) => self.subjects[1],
            (_, subject) => subject,
        }
    }

    /// What speaks for a suggestion, in this language where it is a reason that the comparators give.
    pub fn because<'a>(&self, suggestion: &'a Suggestion) -> Cow<'a, str> {
        let told = suggestion.because.as_str();
        if let Some((most, total)) = told.strip_suffix(" reports write it so").and_then(|n| n.split_once(" of ")) {
            return fill(self.majority, true, &[("most", most), ("total", total)]).into();
        }
        if told == BECAUSE {
            return self.style_guide.into();
        }
        match told.strip_prefix("the calendar: ") {
            Some(day) => fill(self.calendar, true, &[("day", day)]).into(),
            None => told.into(),
        }
    }
}

/// Puts values in the places that a text has for them, in one pass: braces within a value stay what they are. `{a/b}`
/// is one of two forms: the first where `one` is so.
pub fn fill(text: &str, one: bool, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        match (values.iter().find(|(n, _)| *n == name), name.split_once('/')) {
            (Some((_, value)), _) => out.push_str(value),
            (None, Some((first, second))) => out.push_str(if one { first } else { second }),
            (None, None) => {}
        }
        rest = behind;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_not_read_again() {
        let text = "{who} {tells/tell} {value}.";
        assert_eq!(fill(text, true, &[("who", "{value}"), ("value", "{x")]), "{value} tells {x.");
        assert_eq!(fill(text, false, &[("who", "a"), ("value", "b")]), "a tell b.");
    }
}
