//! Litter that the user's style guide lists for an outlet.

use std::path::Path;

use regex::Regex;

use super::litter::normal;

/// Lines of an outlet's reports that are litter.
#[derive(Debug, Clone)]
pub struct Litter {
    /// Which reports; all where none.
    pub reports: Option<glob::Pattern>,
    /// The lines.
    pub lines: Vec<Pattern>,
}

/// What a line is.
#[derive(Debug, Clone)]
pub enum Pattern {
    /// This line, whatever its capitals and blanks.
    Line(String),
    /// A line that the expression is found in.
    Regex(Regex),
}

impl Litter {
    /// Whether a report at this path is meant.
    pub fn is_of(&self, path: &str) -> bool {
        self.reports.as_ref().is_none_or(|pattern| fits(pattern, path))
    }

    /// Whether the line is litter.
    pub fn holds(&self, line: &str) -> bool {
        self.lines.iter().any(|pattern| match pattern {
            Pattern::Line(text) => normal(text) == normal(line),
            Pattern::Regex(regex) => regex.is_match(line),
        })
    }
}

/// Whether the last parts of a path, as many as the pattern has, fit the pattern.
pub fn fits(pattern: &glob::Pattern, path: &str) -> bool {
    let parts = pattern.as_str().matches('/').count() + 1;
    let all: Vec<_> = Path::new(path).components().map(|c| c.as_os_str().to_string_lossy()).collect();
    pattern.matches(&all[all.len().saturating_sub(parts)..].join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> glob::Pattern {
        glob::Pattern::new(text).expect("a pattern")
    }

    #[test]
    fn a_pattern_is_held_against_the_end_of_a_path() {
        assert!(fits(&pattern("antara*.txt"), "day-1/antara-2.txt"));
        assert!(fits(&pattern("day-1/antara*"), "/x/day-1/antara-2.txt"));
        assert!(!fits(&pattern("day-2/antara*"), "/x/day-1/antara-2.txt"));
        assert!(!fits(&pattern("antara"), "antara.txt"));
    }

    #[test]
    fn lines_and_expressions() {
        let lines =
            vec![Pattern::Line("Langganan koran kami".into()), Pattern::Regex(Regex::new("^Kode: \\d+").expect("one"))];
        let litter = Litter { reports: None, lines };
        assert!(litter.holds("LANGGANAN  koran kami") && litter.holds("Kode: 12 A"));
        assert!(!litter.holds("Langganan koran kami naik.") && !litter.holds("Sandi Kode: 12"));
    }
}
