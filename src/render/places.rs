//! Spans to lines and columns.

use crate::model::{Audit, Report};

/// Where something stands, as an editor counts: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line of the report.
    pub line: usize,
    /// Character of the line.
    pub column: usize,
}

/// Finds places in the reports of an audit. Built once: a look-up costs a binary search and a few hundred bytes.
pub struct Places<'a> {
    reports: Vec<Index<'a>>,
}

impl<'a> Places<'a> {
    /// Reads through all reports, and the draft.
    pub fn new(audit: &'a Audit) -> Self {
        Self { reports: audit.reports.iter().chain(audit.draft.iter().map(|d| &d.report)).map(Index::new).collect() }
    }

    /// The place of a byte that starts a character.
    pub fn at(&self, report: usize, byte: usize) -> Place {
        let index = &self.reports[report];
        let line = index.lines.partition_point(|&start| start <= byte);
        let column = index.characters(byte) - index.characters(index.lines[line - 1]) + 1;
        Place { line, column }
    }
}

/// Bytes between two counts of characters: a report that is one long line stays cheap to look into.
const STRIDE: usize = 256;

struct Index<'a> {
    bytes: &'a [u8],
    /// Where each line starts.
    lines: Vec<usize>,
    /// Characters that start before each multiple of [`STRIDE`].
    counts: Vec<usize>,
}

impl<'a> Index<'a> {
    fn new(report: &'a Report) -> Self {
        let bytes = report.text.as_bytes();
        let breaks = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        let mut counts = vec![0];
        for chunk in bytes.chunks(STRIDE) {
            counts.push(counts[counts.len() - 1] + starts(chunk));
        }
        Self { bytes, lines, counts }
    }

    /// Characters that start before the byte.
    fn characters(&self, byte: usize) -> usize {
        let chunk = byte / STRIDE;
        self.counts[chunk] + starts(&self.bytes[chunk * STRIDE..byte])
    }
}

/// How many bytes start a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::text;

    #[test]
    fn columns_count_characters() {
        let long = "é".repeat(1000);
        let text = format!("satu\nSelasa – Kim\n{long}x\n");
        let audit = Audit { reports: vec![text::report("a", "a", text.clone(), None)], ..Audit::default() };
        let places = Places::new(&audit);
        for (byte, c) in text.char_indices() {
            let before = &text[..byte];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
            assert_eq!(places.at(0, byte), Place { line, column }, "{c:?} at {byte}");
        }
        assert_eq!(places.at(0, text.len()), Place { line: 4, column: 1 });
    }
}
