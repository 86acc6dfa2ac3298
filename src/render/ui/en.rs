//! English.

use super::{Noun, Row, Words};
use crate::model::Kind;

/// The language's words.
pub static WORDS: Words = Words {
    report: Noun("report", "reports"),
    statement: Noun("statement", "statements"),
    sentence: Noun("sentence", "sentences"),
    block: Noun("block", "blocks"),
    severities: [Noun("conflict", "conflicts"), Noun("variant", "variants"), Noun("gap", "gaps")],
    finding: Noun("finding", "findings"),
    decision: "decision",
    rulings: ["accepted", "to fix", "to check"],
    until: " until {day}",
    hidden: "Accepted and not shown: {findings} (--show-decided shows them).",
    past: "Decisions past their last day, which count no longer: {ids}.",
    gone: "Decisions whose finding is gone: {ids}.",
    no_finding: "no finding",
    headings: ["finding", "readings", "report:line"],
    columns: ["Severity", "Kind", "Subject", "Readings", "Silent"],
    bold: "Bold in a reading: words that another reading lacks. Bold in a sentence: the reading's exact words.",
    silent: "silent",
    suggestion: "suggestion",
    line: "line",
    id: "Id",
    more: "and {n} more",
    one_voice: "One voice: {reports} share {sentences} ({percent}% of the shortest).",
    neutral: "Neither Indonesian nor English, read by language-neutral rules only: {reports}.",
    left_out: "Left out as litter of web pages: {blocks} (listed by --format json).",
    not_annotated: "not annotated: {findings}",
    and: "and",
    within: "in",
    only: "Only {who}",
    is_silent: "{who} {is/are} silent",
    more_readings: "and {n} more",
    both: ["both", "all"],
    nameless: "the same thing",
    speaker: "the same speaker",
    of: " for {subject}",
    honorifics: "People are addressed with {n} honorifics",
    agencies: "{n} news agencies are relied on",
    subjects: ["honorifics", "news agency"],
    majority: "{most} of {total} reports write it so",
    style_guide: "style guide",
    guided: "The style guide has {preferred}",
    calendar: "the calendar: {day}",
    row,
};

#[rustfmt::skip] // one line a text
fn row(kind: Kind) -> Row {
    match kind {
        Kind::Name => Row {
            name: "name",
            conflict: "The names given for {quoted} cannot {both} be right",
            variant: "The name {quoted} is written in {n} ways",
            gap: "{who} {gives/give} the name {values}{of}",
        },
        Kind::Title => Row {
            name: "title",
            conflict: "The titles given to {subject} cannot {both} be right",
            variant: "{subject} is given {n} titles",
            gap: "{who} {gives/give} {subject} the title {values}",
        },
        Kind::Place => Row {
            name: "place",
            conflict: "The places given for {quoted} cannot {both} be right",
            variant: "The place {quoted} is named in {n} ways",
            gap: "{who} {gives/give} the place {values}{of}",
        },
        Kind::Number => Row {
            name: "number",
            conflict: "The numbers given for {quoted} cannot {both} be right",
            variant: "The numbers given for {quoted} differ in wording or precision",
            gap: "{who} {gives/give} a number for {quoted}: {values}",
        },
        Kind::Date => Row {
            name: "date",
            conflict: "The dates or times given for {quoted} cannot {both} be right",
            variant: "The dates or times given for {quoted} differ in wording or precision",
            gap: "{who} {gives/give} a date or time for {quoted}: {values}",
        },
        Kind::Item => Row {
            name: "item",
            conflict: "The items named{of} cannot {both} be right",
            variant: "The same item{of} is named in {n} ways",
            gap: "{who} {names/name} {values}{of}",
        },
        Kind::Term => Row {
            name: "term",
            conflict: "The terms used{of} cannot {both} be right",
            variant: "The same thing{of} is called by {n} terms",
            gap: "{who} {uses/use} the term {values}{of}",
        },
        Kind::Quote => Row {
            name: "quote",
            conflict: "The words quoted from {speaker} cannot {both} be right",
            variant: "The words of {speaker} are quoted in {n} ways",
            gap: "{who} {quotes/quote} {speaker}: {values}",
        },
        Kind::Attribution => Row {
            name: "attribution",
            conflict: "The sources given for {quoted} cannot {both} be right",
            variant: "{quoted} is credited to {n} sources",
            gap: "{who} {names/name} a source for {quoted}: {values}",
        },
        Kind::Role => Row {
            name: "role",
            conflict: "Accounts of {quoted} contradict each other on who did what to whom",
            variant: "Accounts of {quoted} differ on who did what to whom",
            gap: "{who} {tells/tell} who did what to whom in {quoted}: {values}",
        },
        Kind::Polarity => Row {
            name: "polarity",
            conflict: "{quoted} is both asserted and denied",
            variant: "Accounts of {quoted} differ on whether it is so",
            gap: "{who} {tells/tell} whether {quoted} is so: {values}",
        },
        Kind::Modality => Row {
            name: "modality",
            conflict: "Accounts of {quoted} contradict each other on whether it happened",
            variant: "Accounts of {quoted} differ on whether it happened, is planned, possible or alleged",
            gap: "{who} {tells/tell} how certain {quoted} is: {values}",
        },
        Kind::Circumstance => Row {
            name: "circumstance",
            conflict: "The circumstances given for {quoted} cannot {both} be right",
            variant: "The circumstances given for {quoted} differ",
            gap: "{who} {gives/give} a circumstance of {quoted}: {values}",
        },
        Kind::Coverage => Row {
            name: "coverage",
            conflict: "Accounts of {quoted} cannot {both} be right",
            variant: "{quoted} is told in {n} ways",
            gap: "{who} {tells/tell} {values}{of}",
        },
    }
}
