//! A report's text cut where marks begin and end, so that overlapping marks can stand in one text.

use std::collections::BTreeSet;

use crate::model::Span;

/// Words of a report that a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Where they stand.
    pub span: Span,
    /// The finding: index into the audit's.
    pub finding: usize,
}

/// Some text in a row that the same marks cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Findings whose marks cover it, ascending.
    pub findings: Vec<usize>,
    /// Whether a mark begins here.
    pub begins: bool,
    /// Findings whose marks end here, ascending.
    pub ends: Vec<usize>,
}

/// Cuts `within` at the ends of the marks and at `cuts`. The pieces hold all of it, in order; none is empty.
pub fn cut(within: Span, marks: &[Mark], cuts: &[usize]) -> Vec<Piece> {
    let inside = |at: &usize| within.start < *at && *at < within.end;
    let mut edges: BTreeSet<usize> = cuts.iter().copied().filter(inside).collect();
    edges.extend(marks.iter().flat_map(|m| [m.span.start, m.span.end]).filter(inside));
    edges.extend([within.start, within.end]);
    let edges: Vec<usize> = edges.into_iter().collect();
    edges.windows(2).map(|w| piece(Span::new(w[0], w[1]), marks)).collect()
}

fn piece(span: Span, marks: &[Mark]) -> Piece {
    let over: Vec<&Mark> = marks.iter().filter(|m| m.span.overlaps(span)).collect();
    let sorted = |findings: BTreeSet<usize>| findings.into_iter().collect();
    Piece {
        span,
        findings: sorted(over.iter().map(|m| m.finding).collect()),
        begins: over.iter().any(|m| m.span.start == span.start),
        ends: sorted(over.iter().filter(|m| m.span.end == span.end).map(|m| m.finding).collect()),
    }
}

/// The marks of each of these spans, which are in order and do not overlap; a mark over two of them is in both.
pub fn shared_out(spans: &[Span], marks: &[Mark]) -> Vec<Vec<Mark>> {
    let mut out = vec![Vec::new(); spans.len()];
    for mark in marks {
        let first = spans.partition_point(|s| s.end <= mark.span.start);
        for (at, _) in spans.iter().enumerate().skip(first).take_while(|(_, s)| s.start < mark.span.end) {
            out[at].push(*mark);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, finding: usize) -> Mark {
        Mark { span: Span::new(start, end), finding }
    }

    /// `text[1,2>2]`: the findings that cover it, and those that end with it.
    fn drawn(text: &str, marks: &[Mark], cuts: &[usize]) -> String {
        let list = |f: &[usize]| f.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let show = |p: &Piece| format!("{}[{}>{}]", p.span.of(text), list(&p.findings), list(&p.ends));
        cut(Span::new(0, text.len()), marks, cuts).iter().map(show).collect()
    }

    #[test]
    fn overlapping_marks_are_cut_at_each_other() {
        assert_eq!(drawn("abcdef", &[mark(1, 4, 1), mark(2, 5, 2)], &[]), "a[>]b[1>]cd[1,2>1]e[2>2]f[>]");
        assert_eq!(drawn("abcd", &[mark(0, 4, 1), mark(1, 2, 2)], &[]), "a[1>]b[1,2>2]cd[1>1]");
        assert_eq!(drawn("abcd", &[mark(1, 3, 1), mark(1, 3, 2)], &[]), "a[>]bc[1,2>1,2]d[>]");
    }

    #[test]
    fn no_mark_cuts_nothing() {
        assert_eq!(drawn("abcd", &[], &[]), "abcd[>]");
        assert_eq!(drawn("abcd", &[], &[0, 2, 4, 9]), "ab[>]cd[>]");
    }

    #[test]
    fn a_mark_over_two_blocks_is_in_both() {
        let spans = [Span::new(0, 3), Span::new(4, 8), Span::new(9, 12)];
        let long = mark(2, 6, 1);
        assert_eq!(shared_out(&spans, &[long, mark(9, 10, 2)]), [vec![long], vec![long], vec![mark(9, 10, 2)]]);
        let pieces = cut(spans[1], &[long], &[]);
        assert!(!pieces[0].begins && pieces[0].ends == [1]);
    }
}
