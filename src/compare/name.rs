//! Spelling of a person, organisation, ship or product.
//!
//! Compares the written forms of every name over all reports, and inside each report: other letters (*Sergey* / *Sergei*,
//! *Ichan* / *Ikhsan*), hyphens and blanks in people's names (*Jong-un* / *Jong Un*), old spelling and transliteration
//! (*Soekarno* / *Sukarno*), letters that changed places in an abbreviation (*TPAD* / *TAPD*), a word missing in an
//! organisation that is abbreviated alike, and words that one typing slip made of another (*Mempora* / *Menpora*). Full
//! names of one person are compared by more than letters: an initial written out or a first name left out (*M Ikhsan* /
//! *Muhammad Ikhsan*), a first name cut short (*Joe* / *Joseph*), another surname in the same office.
//!
//! **Why it matters.** A name that is wrong once is what readers write in about, and two spellings of one man hide that
//! two reports tell of him.
//!
//! **Example.** `Menteri Sekretaris Negara Pratikno` in five reports, `Partikno` in one.
//!
//! **Never compared:** a surname or first name alone with the full name, an abbreviation with what it stands for, capitals,
//! endings that make another word (*Somalia* / *Somali*), family members and namesakes (*Kim Jong-il*), and two names that
//! a report tells apart by naming both in one sentence.
//!
//! **Known misses.** A name of one word that differs needs a sign that the same man is meant: clauses that tell the same,
//! or the same word beside it. Names of less than four letters are never compared by letter.

pub mod forms;
mod organisations;
mod persons;
mod slips;
mod spellings;

use super::Comparator;
use crate::model::story::Story;
use crate::model::{Finding, Kind, Reading, Severity};

/// The table's line.
pub const COMPARATOR: Comparator = Comparator {
    kind: Kind::Name,
    id: "name",
    about: "spelling of a person, organisation, ship or product",
    page: include_str!("name.rs"),
    compare,
};

fn compare(story: &Story<'_>) -> Vec<Finding> {
    let forms = forms::forms(story);
    let mut findings = spellings::findings(story, &forms, Kind::Name);
    findings.extend(organisations::findings(story, &forms));
    let places = spellings::findings(story, &forms, Kind::Place);
    let seen: Vec<String> =
        findings.iter().chain(&places).flat_map(|f| &f.readings).map(|r| r.value.to_lowercase()).collect();
    findings.extend(slips::findings(story, &forms, &seen));
    findings
}

/// Spellings of places: the same comparison, for the kind `place`.
pub fn places(story: &Story<'_>) -> Vec<Finding> {
    spellings::findings(story, &forms::forms(story), Kind::Place)
}

/// A variant with these readings, the most written first.
pub fn variant(story: &Story<'_>, kind: Kind, subject: String, mut readings: Vec<Reading>) -> Finding {
    readings.sort_by(|a, b| b.evidence.len().cmp(&a.evidence.len()).then_with(|| a.value.cmp(&b.value)));
    Finding {
        id: String::new(),
        kind,
        severity: Severity::Variant,
        subject,
        absent: forms::silent(story, &readings),
        suggestion: forms::majority(&readings),
        readings,
        statements: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
