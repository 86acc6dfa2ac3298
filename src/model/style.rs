//! What a house's style guide says of names, titles and severities.

use super::{Kind, Severity};

/// A style guide. An empty one changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Style {
    /// Preferred spellings.
    pub spellings: Vec<Spelling>,
    /// People with all their names and titles.
    pub people: Vec<Person>,
    /// Places within others: the place, what it is part of.
    pub within: Vec<(String, String)>,
    /// Kinds that are off, or always of one severity.
    pub levels: Vec<(Kind, Level)>,
}

/// How a name or word is spelt in this house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The form to use.
    pub preferred: String,
    /// Forms not to use.
    pub variants: Vec<String>,
    /// The kind of its findings; told by the reports where none.
    pub kind: Option<Kind>,
}

/// A person whom reports call by several names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name to use.
    pub name: String,
    /// Other names that are as right.
    pub aliases: Vec<String>,
    /// Titles that are right; any where empty.
    pub titles: Vec<String>,
}

/// What becomes of a kind's findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Not compared.
    Off,
    /// As the comparator says.
    On,
    /// Always this severity. Findings of one reading stay gaps, unless the kind has no others.
    At(Severity),
}

impl Style {
    /// A style guide that says nothing.
    pub const EMPTY: Self = Self { spellings: Vec::new(), people: Vec::new(), within: Vec::new(), levels: Vec::new() };

    /// What becomes of a kind's findings.
    pub fn level(&self, kind: Kind) -> Level {
        self.levels.iter().find(|(k, _)| *k == kind).map_or(Level::On, |(_, level)| *level)
    }
}

impl Default for &Style {
    fn default() -> Self {
        const { &Style::EMPTY }
    }
}
