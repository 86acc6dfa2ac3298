//! Findings held against the style guide: what it prefers becomes the suggestion, what it does not want a finding, even
//! where all reports agree.

use rustc_hash::FxHashMap;

use super::fingerprint::fold;
use super::name::forms::silent;
use super::title::guide;
use crate::language::tokens;
use crate::model::mention::NameClass;
use crate::model::story::Story;
use crate::model::style::{Level, Spelling, Style};
use crate::model::{Evidence, Finding, Kind, Reading, Severity, Suggestion};

/// What speaks for a suggestion of the style guide.
pub const BECAUSE: &str = "style guide";

/// Settles the findings by the story's style guide, and adds what only the guide knows.
pub fn apply(story: &Story<'_>, findings: &mut Vec<Finding>) {
    within(story.style, findings);
    for (spelling, uses) in story.style.spellings.iter().zip(uses(story)) {
        spelled(story, spelling, &uses, findings);
    }
    guide::apply(story, findings);
}

/// Takes out the kinds that are off, unless they are asked for by name, and sets the severities of others.
pub fn levels(findings: &mut Vec<Finding>, style: &Style, asked: &[Kind]) {
    findings.retain(|f| style.level(f.kind) != Level::Off || asked.contains(&f.kind));
    for finding in findings.iter_mut() {
        let silence = finding.severity == Severity::Gap && finding.kind != Kind::Coverage;
        if let Level::At(severity) = style.level(finding.kind)
            && !silence
        {
            finding.severity = severity;
        }
    }
    super::rank(findings);
}

/// All names of one person are right: no finding tells them apart, unless a spelling of the guide does. Comes last: what
/// such a finding tells already must not come up again as another kind.
pub fn aliases(style: &Style, findings: &mut Vec<Finding>) {
    for person in &style.people {
        let names: Vec<String> = std::iter::once(&person.name).chain(&person.aliases).map(|n| fold(n)).collect();
        let right = |f: &Finding| f.kind == Kind::Name && f.readings.iter().all(|r| names.contains(&fold(&r.value)));
        let guided = |f: &Finding| f.suggestion.as_ref().is_some_and(|s| s.because == BECAUSE);
        findings.retain(|f| !right(f) || guided(f));
    }
}

/// A place and what it is part of differ in precision alone.
fn within(style: &Style, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|f| f.kind == Kind::Place && f.severity == Severity::Conflict) {
        let [a, b] = &finding.readings[..] else { continue };
        let (a, b) = (spaced(&a.value), spaced(&b.value));
        let part = |place: &str, whole: &str, a: &str, b: &str| a.contains(place) && b.contains(whole);
        if style.within.iter().any(|(place, whole)| {
            let (place, whole) = (spaced(place), spaced(whole));
            part(&place, &whole, &a, &b) || part(&place, &whole, &b, &a)
        }) {
            finding.severity = Severity::Variant;
        }
    }
}

/// Folded, with blanks at both ends: words are found whole.
fn spaced(text: &str) -> String {
    format!(" {} ", fold(text))
}

/// Where a form of a spelling stands: 0 is the preferred form, 1 the first variant.
type Use = (usize, Evidence);

/// A form as it is looked for.
struct Form<'a> {
    spelling: usize,
    nth: usize,
    words: Vec<Box<str>>,
    /// As it must be written, where another form differs in capitals or marks alone.
    exact: Option<&'a str>,
}

/// For each spelling, where its forms stand; of two forms at one place the longer counts.
fn uses(story: &Story<'_>) -> Vec<Vec<Use>> {
    let forms = forms(&story.style.spellings);
    let mut out = vec![Vec::new(); story.style.spellings.len()];
    if forms.is_empty() {
        return out;
    }
    for (r, source) in story.sources.iter().enumerate() {
        let mut taken = vec![0; out.len()];
        for sentence in &source.segments.sentences {
            for at in sentence.tokens.clone() {
                let rest = &source.segments.tokens[at..sentence.tokens.end];
                for form in forms.get(&rest[0].norm).into_iter().flatten() {
                    let n = form.words.len();
                    if at < taken[form.spelling] || n > rest.len() {
                        continue;
                    }
                    let span = source.segments.span(at..at + n);
                    let exact = |text: &str| story.words(r, span).split_whitespace().eq(text.split_whitespace());
                    if form.words.iter().zip(rest).all(|(w, t)| *w == t.norm) && form.exact.is_none_or(exact) {
                        taken[form.spelling] = at + n;
                        out[form.spelling].push((form.nth, story.evidence(r, span)));
                    }
                }
            }
        }
    }
    out
}

/// All forms by their first word, the longest first.
fn forms(spellings: &[Spelling]) -> FxHashMap<Box<str>, Vec<Form<'_>>> {
    let mut out: FxHashMap<Box<str>, Vec<Form<'_>>> = FxHashMap::default();
    for (s, spelling) in spellings.iter().enumerate() {
        let texts = || std::iter::once(&spelling.preferred).chain(&spelling.variants);
        let words = |text: &str| tokens::of_str(text).into_iter().map(|t| t.norm).collect::<Vec<_>>();
        let all: Vec<Vec<Box<str>>> = texts().map(|t| words(t)).collect();
        for (nth, (text, words)) in texts().zip(&all).enumerate() {
            let twin = all.iter().filter(|other| *other == words).count() > 1;
            let Some(first) = words.first().cloned() else { continue };
            let form = Form { spelling: s, nth, words: words.clone(), exact: twin.then_some(text.as_str()) };
            out.entry(first).or_default().push(form);
        }
    }
    for forms in out.values_mut() {
        forms.sort_by_key(|f| (std::cmp::Reverse(f.words.len()), f.spelling, f.nth));
    }
    out
}

/// Settles what is found of a spelling, and makes one finding of it with all variants that the reports use.
fn spelled(story: &Story<'_>, spelling: &Spelling, uses: &[Use], findings: &mut Vec<Finding>) {
    let names: Vec<String> = std::iter::once(&spelling.preferred).chain(&spelling.variants).map(|n| fold(n)).collect();
    let is_form = |r: &Reading| names.contains(&fold(&r.value));
    let suggestion = Suggestion { value: spelling.preferred.clone(), because: BECAUSE.to_owned() };
    for finding in findings.iter_mut().filter(|f| f.severity != Severity::Gap && f.readings.iter().any(is_form)) {
        finding.suggestion = Some(suggestion.clone());
    }
    if uses.iter().all(|(nth, _)| *nth == 0) {
        return;
    }
    let mut readings = readings(spelling, uses);
    let mut kind = None;
    findings.retain(|f| {
        let spelt = matches!(f.kind, Kind::Name | Kind::Place | Kind::Term) && f.severity != Severity::Gap;
        let same = spelt && f.readings.iter().any(is_form);
        if same {
            kind = kind.or(Some(f.kind));
            readings.extend(f.readings.iter().filter(|r| !is_form(r)).cloned());
        }
        !same
    });
    findings.push(Finding {
        id: String::new(),
        kind: spelling.kind.or(kind).unwrap_or_else(|| kind_of(story, uses)),
        severity: Severity::Variant,
        subject: spelling.preferred.clone(),
        absent: silent(story, &readings),
        suggestion: Some(suggestion),
        readings,
        statements: Vec::new(),
    });
}

/// The forms in use as readings: the preferred one by its first place in each report, the others by all places, for each
/// of them is to be changed.
fn readings(spelling: &Spelling, uses: &[Use]) -> Vec<Reading> {
    let form = |(nth, value): (usize, &String)| {
        let mut evidence: Vec<Evidence> = uses.iter().filter(|u| u.0 == nth).map(|u| u.1).collect();
        evidence.sort_unstable();
        if nth == 0 {
            evidence.dedup_by_key(|e| e.report);
        }
        Reading { value: value.clone(), evidence }
    };
    let forms = std::iter::once(&spelling.preferred).chain(&spelling.variants).enumerate().map(form);
    forms.filter(|r| !r.evidence.is_empty()).collect()
}

/// What the reports take the words for.
fn kind_of(story: &Story<'_>, uses: &[Use]) -> Kind {
    let classes = uses.iter().flat_map(|(_, e)| {
        let names = &story.sources[e.report].extract.names;
        names.iter().filter(|n| n.at.span.overlaps(e.span)).map(|n| n.class)
    });
    let mut out = Kind::Term;
    for class in classes {
        if class == NameClass::Place {
            return Kind::Place;
        }
        out = Kind::Name;
    }
    out
}

#[cfg(test)]
mod tests;
