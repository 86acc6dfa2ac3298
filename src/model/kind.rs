//! What findings are about, and how grave they are.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// What a finding is about: one comparator each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Spelling of a person or organisation.
    Name,
    /// Office, role or honorific given to the same person.
    Title,
    /// Spelling or naming of a place.
    Place,
    /// Quantity, age, toll, sum, measure of the same thing.
    Number,
    /// Date, weekday, clock time of the same event.
    Date,
    /// What is named in the same list, gift, agenda, itinerary.
    Item,
    /// A general and a specific word for the same thing.
    Term,
    /// Words of the same speaker's direct quote.
    Quote,
    /// Who is credited with the same statement.
    Attribution,
    /// Who did what to whom.
    Role,
    /// Asserted or denied.
    Polarity,
    /// Happened, planned, possible, alleged.
    Modality,
    /// When, where, how of the same event.
    Circumstance,
    /// Told by some reports only.
    Coverage,
}

impl Kind {
    /// Its name in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Place => "place",
            Self::Number => "number",
            Self::Date => "date",
            Self::Item => "item",
            Self::Term => "term",
            Self::Quote => "quote",
            Self::Attribution => "attribution",
            Self::Role => "role",
            Self::Polarity => "polarity",
            Self::Modality => "modality",
            Self::Circumstance => "circumstance",
            Self::Coverage => "coverage",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

/// How grave a finding is. Ordered: the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The readings cannot both be right.
    Conflict,
    /// The same thing in another spelling, wording or precision.
    Variant,
    /// Some reports are silent.
    Gap,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Conflict, Self::Variant, Self::Gap];

    /// Its name in files and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Variant => "variant",
            Self::Gap => "gap",
        }
    }

    /// What it means, in one line.
    pub fn about(self) -> &'static str {
        match self {
            Self::Conflict => "the readings cannot both be right",
            Self::Variant => "the same thing in another spelling, wording or precision",
            Self::Gap => "some reports are silent",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}
