//! Ids of findings: kind and a hash of kind, subject and readings, so that a finding keeps its id through edits
//! elsewhere in the text, through another order of reports, and through another report that agrees.

use crate::model::Finding;

/// Gives every finding its id (`title-3f9a1c20`). Of findings that would share one, those that stand later in the
/// reports get a number behind it.
pub fn name(findings: &mut [Finding]) {
    let prints: Vec<u32> = findings.iter().map(fingerprint).collect();
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by(|&a, &b| {
        let place = |i: usize| findings[i].readings.iter().flat_map(|r| &r.evidence).min();
        (findings[a].kind, prints[a], place(a), a).cmp(&(findings[b].kind, prints[b], place(b), b))
    });
    let mut twins = 1;
    for (nth, &i) in order.iter().enumerate() {
        let id = format!("{}-{:08x}", findings[i].kind, prints[i]);
        let twin = nth > 0 && (findings[order[nth - 1]].kind, prints[order[nth - 1]]) == (findings[i].kind, prints[i]);
        twins = if twin { twins + 1 } else { 1 };
        findings[i].id = if twin { format!("{id}-{twins}") } else { id };
    }
}

/// The hash of kind, subject and the readings' values, whatever their order.
fn fingerprint(finding: &Finding) -> u32 {
    let mut values: Vec<String> = finding.readings.iter().map(|r| fold(&r.value)).collect();
    values.sort_unstable();
    values.dedup();
    let parts = [finding.kind.id().to_owned(), fold(&finding.subject)].into_iter().chain(values);
    // FNV-1a, 32 bits: stable over versions and machines, which std's hashers do not promise. A zero ends each part.
    parts
        .flat_map(|part| part.into_bytes().into_iter().chain([0]))
        .fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Lower case, one blank for any white space, plain apostrophes and hyphens: what a copy-editor's hand changes
/// without changing the reading.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
                '‐' | '‑' | '–' | '—' => out.push('-'),
                '“' | '”' | '„' | '«' | '»' => out.push('"'),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Kind, Reading, Severity, Span};

    fn finding(subject: &str, values: &[&str], start: usize) -> Finding {
        let span = Span::new(start, start + 1);
        let reading =
            |v: &&str| Reading { value: (*v).to_owned(), evidence: vec![Evidence { report: 0, span, sentence: span }] };
        Finding {
            id: String::new(),
            kind: Kind::Title,
            severity: Severity::Conflict,
            subject: subject.to_owned(),
            readings: values.iter().map(reading).collect(),
            absent: Vec::new(),
            suggestion: None,
            statements: Vec::new(),
        }
    }

    fn ids(mut findings: Vec<Finding>) -> Vec<String> {
        name(&mut findings);
        findings.into_iter().map(|f| f.id).collect()
    }

    #[test]
    fn order_case_and_place_do_not_matter() {
        let one = ids(vec![finding("Kim Jong Un", &["pemimpin", "Presiden"], 4)]);
        assert_eq!(one, ids(vec![finding("kim  jong un", &["presiden", "Pemimpin"], 90)]));
        assert_eq!(one, ["title-2a8e6944"], "ids must not change from one version to the next");
    }

    #[test]
    fn other_readings_give_another_id() {
        let both =
            ids(vec![finding("Kim", &["a", "b"], 0), finding("Kim", &["a", "c"], 0), finding("Kim", &["ab"], 0)]);
        assert!(both[0] != both[1] && both[0] != both[2]);
    }

    #[test]
    fn twins_are_numbered_by_place() {
        let (early, late) = (finding("Kim", &["a"], 3), finding("Kim", &["a"], 8));
        let there = ids(vec![early.clone(), late.clone()]);
        let back = ids(vec![late, early]);
        assert_eq!(there[0], back[1]);
        assert_eq!(there[1], format!("{}-2", there[0]));
        assert_eq!(there[1], back[0]);
    }
}
