//! An audit held against what is known.

use super::{Expected, Forbidden, Known, Wanted};
use crate::compare::fingerprint::fold;
use crate::model::{Audit, Finding, Reading, Severity};

/// How an audit stands to what is known: indices into [`Known::expected`], [`Known::forbidden`] and
/// [`Audit::findings`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// As expected: expected, finding.
    pub met: Vec<(usize, usize)>,
    /// Of the same kind and subject but with other readings, reports or severity: expected, finding.
    pub changed: Vec<(usize, usize)>,
    /// Expected and not found.
    pub missing: Vec<usize>,
    /// Found and neither expected nor forbidden.
    pub new: Vec<usize>,
    /// Forbidden and found: forbidden, finding.
    pub raised: Vec<(usize, usize)>,
}

impl Comparison {
    /// Whether everything is as known.
    pub fn is_clean(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.new.is_empty() && self.raised.is_empty()
    }
}

impl Known {
    /// Holds an audit against the file.
    pub fn compare(&self, audit: &Audit) -> Comparison {
        let mut out = Comparison::default();
        let in_scope = |f: &Finding| {
            (self.kinds.is_empty() || self.kinds.contains(&f.kind))
                && (self.severities.is_empty() || self.severities.contains(&f.severity))
        };
        let mut open: Vec<usize> = (0..audit.findings.len()).filter(|&f| in_scope(&audit.findings[f])).collect();
        let mut waiting: Vec<usize> = (0..self.expected.len()).collect();
        let pair = |e: usize, f: usize| Likeness::of(&self.expected[e], &audit.findings[f], audit);
        take(&mut waiting, &mut open, &mut out.met, |e, f| pair(e, f).filter(|l| l.same).map(|_| 1));
        take(&mut waiting, &mut open, &mut out.changed, |e, f| {
            pair(e, f).filter(|l| l.subject).map(|l| 1 + l.readings)
        });
        take(&mut waiting, &mut open, &mut out.changed, |e, f| pair(e, f).filter(|l| l.all_readings).map(|_| 1));
        out.changed.sort_unstable();
        out.missing = waiting;
        for (n, forbidden) in self.forbidden.iter().enumerate() {
            let raised = (0..audit.findings.len()).filter(|&f| forbidden.raised_by(&audit.findings[f], audit));
            out.raised.extend(raised.map(|f| (n, f)));
        }
        out.new = open.into_iter().filter(|f| out.raised.iter().all(|(_, raised)| raised != f)).collect();
        out
    }
}

/// Pairs what is still waiting with what is still open, the best pairs first.
fn take(
    waiting: &mut Vec<usize>,
    open: &mut Vec<usize>,
    pairs: &mut Vec<(usize, usize)>,
    score: impl Fn(usize, usize) -> Option<usize>,
) {
    let mut scored: Vec<(usize, usize, usize)> = Vec::new();
    for &e in waiting.iter() {
        scored.extend(open.iter().filter_map(|&f| score(e, f).map(|s| (usize::MAX - s, e, f))));
    }
    scored.sort_unstable();
    for (_, e, f) in scored {
        if waiting.contains(&e) && open.contains(&f) {
            waiting.retain(|&w| w != e);
            open.retain(|&o| o != f);
            pairs.push((e, f));
        }
    }
}

/// How alike an expected finding and a found one of the same kind are.
struct Likeness {
    subject: bool,
    /// Readings that both have.
    readings: usize,
    /// Whether neither has another reading.
    all_readings: bool,
    /// Whether nothing differs that the file names.
    same: bool,
}

impl Likeness {
    /// `None` for different kinds.
    fn of(expected: &Expected, finding: &Finding, audit: &Audit) -> Option<Self> {
        if expected.kind != finding.kind {
            return None;
        }
        let subject = close(&expected.subject, &finding.subject);
        let pairs = paired(&expected.readings, &finding.readings);
        let all_readings = pairs.len() == expected.readings.len() && pairs.len() == finding.readings.len();
        let severity = expected.severity.is_none_or(|s| s == finding.severity);
        let reports = pairs.iter().all(|&(w, r)| expected.readings[w].given_by(&givers(&finding.readings[r], audit)));
        Some(Self {
            subject,
            readings: pairs.len(),
            all_readings,
            same: subject && all_readings && severity && reports,
        })
    }
}

impl Wanted {
    pub(super) fn given_by(&self, givers: &[&str]) -> bool {
        self.reports.as_ref().is_none_or(|reports| {
            reports.iter().all(|r| givers.contains(&r.as_str()))
                && givers.iter().all(|g| reports.iter().any(|r| r == g))
        })
    }
}

/// Ids of the reports that give a reading, each once, in the order of the reports.
pub(super) fn givers<'a>(reading: &Reading, audit: &'a Audit) -> Vec<&'a str> {
    let mut reports: Vec<usize> = reading.evidence.iter().map(|e| e.report).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.into_iter().map(|r| audit.reports[r].id.as_str()).collect()
}

/// Readings of the file with readings of the finding: first those that are equal to the letter, then those that are but
/// for case, then those that are but for hyphens too. So `Jong-un` and `Jong Un` stay two where the file has both.
pub(super) fn paired(wanted: &[Wanted], readings: &[Reading]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for form in [str::to_owned, fold, loose] {
        for (w, want) in wanted.iter().enumerate() {
            for (r, reading) in readings.iter().enumerate() {
                let free = pairs.iter().all(|&(x, y)| x != w && y != r);
                if free && form(&want.value) == form(&reading.value) {
                    pairs.push((w, r));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Lower case, hyphens as blanks, no marks at the ends.
fn loose(text: &str) -> String {
    let spaced: String = fold(text).chars().map(|c| if c == '-' { ' ' } else { c }).collect();
    fold(spaced.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn close(a: &str, b: &str) -> bool {
    loose(a) == loose(b)
}

impl Forbidden {
    /// Whether the finding is what is forbidden.
    fn raised_by(&self, finding: &Finding, audit: &Audit) -> bool {
        if self.kind.is_some_and(|k| k != finding.kind)
            || finding.severity > self.severity
            || self.subject.as_ref().is_some_and(|s| !close(s, &finding.subject))
        {
            return false;
        }
        let hit = |want: &Wanted, reading: &Reading| holds(reading, want, audit);
        match self.readings.as_slice() {
            [] => true,
            [one] => finding.readings.iter().any(|r| hit(one, r)),
            several => several.iter().enumerate().any(|(a, left)| {
                several[a + 1..].iter().any(|right| {
                    let of = |want| (0..finding.readings.len()).filter(move |&r| hit(want, &finding.readings[r]));
                    of(left).any(|l| of(right).any(|r| l != r))
                })
            }),
        }
    }
}

/// Whether the reading, or its words in one of the reports named, holds the words wanted.
fn holds(reading: &Reading, want: &Wanted, audit: &Audit) -> bool {
    let words = format!(" {} ", loose(&want.value));
    let within = |text: &str| format!(" {} ", loose(text)).contains(&words);
    reading.evidence.iter().any(|e| {
        let report = &audit.reports[e.report];
        let named = want.reports.as_ref().is_none_or(|ids| ids.contains(&report.id));
        named && (within(&reading.value) || within(e.span.of(&report.text)))
    })
}

/// The least grave severity that a forbidden finding is raised by, where the file does not say: a gap only tells that
/// some reports are silent, which is seldom wrong.
pub(super) const RAISED_FROM: Severity = Severity::Variant;
