//! What is said of a draft, as lines that the table and Markdown share.

use super::{Places, Ui, differ, lines_of, listed, show, ui::Noun};
use crate::draft::{gives, sources};
use crate::model::draft::{Draft, Remark, Sort};
use crate::model::{Audit, Reading, Severity};

/// A remark in words. Text of reports in it is as the format's `safe` made it.
pub struct Told {
    /// Lines of the draft.
    pub lines: String,
    /// What it comes to.
    pub message: String,
    /// What stands behind it: readings of the sources, and who gives them.
    pub behind: Vec<String>,
}

/// `Draft my.md: 1 conflict, 2 variants`, without the remarks that are passed over.
pub fn summary(draft: &Draft, safe: fn(&str) -> String) -> String {
    let open = |s: Severity| draft.open().filter(|r| r.finding.severity == s).count();
    let counts: Vec<String> = Severity::ALL
        .iter()
        .filter(|s| open(**s) > 0)
        .map(|&s| Ui::English.words().severity(s).counted(open(s)))
        .collect();
    let told = if counts.is_empty() { "nothing to remark".to_owned() } else { counts.join(", ") };
    format!("Draft {}: {told}", safe(&draft.report.path))
}

/// What else is to be known: the draft is of something else, remarks passed over, comments without effect.
pub fn notes(audit: &Audit, draft: &Draft, places: &Places<'_>) -> Vec<String> {
    let mut out = Vec::new();
    if draft.apart {
        out.push("The draft shares too little with the sources to be of their event: nothing was compared.".to_owned());
    }
    let ignored = draft.remarks.len() - draft.open().count();
    if ignored > 0 {
        out.push(format!("Passed over by comments in the draft: {}.", Noun("remark", "remarks").counted(ignored)));
    }
    for comment in draft.comments.iter().filter(|c| !c.used) {
        let line = places.at(audit.reports.len(), comment.span.start).line;
        let why = comment.problem.as_deref().unwrap_or("passes over nothing");
        out.push(format!("The comment in line {line} of the draft {}.", show::shown(why)));
    }
    out
}

/// A remark in words.
pub fn told(audit: &Audit, places: &Places<'_>, remark: &Remark, safe: fn(&str) -> String) -> Told {
    let words = Words { audit, places, remark, draft: audit.reports.len(), safe };
    let (message, behind) = match remark.sort {
        Sort::Follows => words.follows("says"),
        Sort::Spelling => words.follows("writes"),
        Sort::Quote => words.quote(),
        Sort::Untold => words.untold(),
    };
    Told { lines: words.draft_lines(), message, behind }
}

struct Words<'a> {
    audit: &'a Audit,
    places: &'a Places<'a>,
    remark: &'a Remark,
    /// The draft's index.
    draft: usize,
    safe: fn(&str) -> String,
}

impl Words<'_> {
    fn quoted(&self, text: &str) -> String {
        format!("“{}”", (self.safe)(text))
    }

    /// Lines of the draft that the remark is about.
    fn draft_lines(&self) -> String {
        let readings = 0..self.remark.finding.readings.len();
        let mut lines: Vec<usize> = readings
            .flat_map(|r| lines_of(self.places, &self.remark.finding, r))
            .filter(|(report, _)| *report == self.draft)
            .flat_map(|(_, lines)| lines)
            .collect();
        lines.sort_unstable();
        lines.dedup();
        listed(&lines)
    }

    /// `report-1:3,9, report-2:4`: the sources of a reading.
    fn givers(&self, reading: usize) -> String {
        let given = lines_of(self.places, &self.remark.finding, reading);
        let sources = given.iter().filter(|(report, _)| *report != self.draft);
        let shown = sources.map(|(r, lines)| format!("{}:{}", (self.safe)(&self.audit.reports[*r].id), listed(lines)));
        shown.collect::<Vec<_>>().join(", ")
    }

    /// A reading in the draft's words: the value tells what a bare `nine` counts, where it holds the words.
    fn own_words(&self, reading: &Reading) -> String {
        let own = reading.evidence.iter().find(|e| e.report == self.draft);
        let words = own.map_or(reading.value.as_str(), |e| e.span.of(&self.audit.report(self.draft).text));
        self.quoted(if reading.value.contains(words) { &reading.value } else { words })
    }

    /// Your draft says nine dead, with 1 of 5.
    fn follows(&self, verb: &str) -> (String, Vec<String>) {
        let finding = &self.remark.finding;
        let all = self.audit.reports.len();
        let (mut own, mut with, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (nth, reading) in finding.readings.iter().enumerate() {
            let count = sources(reading, self.draft);
            if gives(reading, self.draft) {
                let support =
                    if count == 0 { "with none of the sources".to_owned() } else { format!("with {count} of {all}") };
                own.push(format!("{}, {support}", self.own_words(reading)));
                if count > 0 {
                    with.push(format!("with it: {}", self.givers(nth)));
                }
            } else {
                others.push(format!("{count} of {all}: {} ({})", self.quoted(&reading.value), self.givers(nth)));
            }
        }
        if !finding.absent.is_empty() {
            others.push(format!("silent: {}", self.ids(&finding.absent)));
        }
        (format!("your draft {verb} {}", own.join("; and ")), [with, others].concat())
    }

    fn ids(&self, reports: &[usize]) -> String {
        reports.iter().map(|&r| (self.safe)(&self.audit.report(r).id)).collect::<Vec<_>>().join(", ")
    }

    /// Not word for word in any source.
    fn quote(&self) -> (String, Vec<String>) {
        let readings = &self.remark.finding.readings;
        let message = format!("not word for word in any source: {}", self.quoted(&readings[0].value));
        let behind = match readings.get(1) {
            None => vec!["no source quotes anything like it".to_owned()],
            Some(nearest) => {
                let [own, other] = differing(&readings[0].value, &nearest.value).map(|words| self.list(&words));
                let nearest = format!("nearest: {} ({})", self.quoted(&nearest.value), self.givers(1));
                vec![nearest, format!("differing words: {own} in the draft, {other} there")]
            }
        };
        (message, behind)
    }

    fn list(&self, words: &[String]) -> String {
        let quoted: Vec<String> = words.iter().map(|w| self.quoted(w)).collect();
        if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
    }

    /// No source tells of it.
    fn untold(&self) -> (String, Vec<String>) {
        let finding = &self.remark.finding;
        let within = finding.readings.iter().map(|r| format!("in: {}", self.quoted(&r.value)));
        (format!("no source has {}", self.quoted(&finding.subject)), within.collect())
    }
}

/// The words of each of two quotes that the other lacks at that place.
pub fn differing(one: &str, other: &str) -> [Vec<String>; 2] {
    let shown = [one, other].map(|text| show::shown(text).into_owned());
    let mut pieces = differ::pieces(&shown).into_iter();
    let mut next = || {
        let of_one = pieces.next().unwrap_or_default().into_iter();
        of_one.filter(|p| p.differs).map(|p| p.words).collect()
    };
    [next(), next()]
}
