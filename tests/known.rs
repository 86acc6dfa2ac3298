//! Known discrepancies held against a hand-made audit.

mod story;

use std::path::Path;

use selisih::known::Known;
use selisih::model::{Audit, Kind, Severity};

fn parsed(text: &str) -> Known {
    Known::parse(Path::new("known.toml"), text).unwrap_or_else(|error| panic!("{error}"))
}

fn told(text: &str, audit: &Audit) -> String {
    let known = parsed(text);
    known.told(&known.compare(audit), audit)
}

fn updated(text: &str, audit: &Audit) -> String {
    let known = parsed(text);
    known.updated(text, &known.compare(audit), audit).expect("a file that parses")
}

const FILE: &str = r#"# Kim visits Putin.
severities = ["conflict", "variant"]

# Who he is.
[[expected]]
kind = "date"
subject = "Kim  TIBA"
readings = ["selasa (12/9/2023)", "Rabu (13/9/2023)"] # reports do not matter here

# How many came.
[[expected]]
kind = "number"
severity = "variant" # once thought so
subject = "pejabat"
[expected.readings]
# the elder count
"20" = ["report-1"] # asked
# nobody says so
"22" = ["report-2"]

# Never seen again.
[[expected]]
kind = "quote"
subject = "Peskov"
readings = ["a", "b"]

# Not the father.
[[forbidden]]
kind = "date"
readings = ["Selasa", "Rabu"]
because = "arrival and meeting"
"#;

#[test]
fn what_differs_is_told() {
    insta::assert_snapshot!(told(FILE, &small()));
}

#[test]
fn an_update_keeps_comments() {
    let new = updated(FILE, &small());
    insta::assert_snapshot!(new);
    for comment in FILE.lines().filter_map(|l| l.find('#').map(|at| &l[at..])) {
        assert!(new.contains(comment), "{comment} is gone");
    }
    assert_eq!(updated(&new, &small()), new);
}

#[test]
fn a_file_from_nothing_knows_everything() {
    let mut audit = small();
    let file = updated("", &audit);
    insta::assert_snapshot!("a_new_file", file);
    let known = parsed(&file);
    assert!(known.compare(&audit).is_clean());
    // Order, and another report's agreement with nothing, change nothing; a lost finding does.
    audit.findings.reverse();
    assert!(known.compare(&audit).is_clean());
    audit.findings.pop();
    assert_eq!(known.compare(&audit).missing.len(), 1);
}

#[test]
fn hyphens_matter_only_between_readings() {
    let mut audit = story::audit(&[("a", "Kim Jong Un tiba.\n"), ("b", "Kim Jong-un tiba.\n")]);
    let readings: &[story::Given<'_>] =
        &[("Kim Jong Un", &[(0, "Kim Jong Un")]), ("Kim Jong-un", &[(1, "Kim Jong-un")])];
    story::add(&mut audit, Kind::Date, Severity::Variant, "Kim Jong-un", readings, &[]);
    let file = |a: &str, b: &str| {
        format!("[[expected]]\nkind = \"date\"\nsubject = \"kim jong un\"\n[expected.readings]\n{a}\n{b}\n")
    };
    let clean = |file: String| parsed(&file).compare(&audit).is_clean();
    assert!(clean(file("\"kim jong-un\" = [\"b\"]", "\"kim jong un\" = [\"a\"]")));
    assert!(!clean(file("\"kim jong-un\" = [\"a\"]", "\"kim jong un\" = [\"b\"]")));
    assert!(!clean(file("\"kim jong-un\" = [\"b\"]", "")));
}

#[test]
fn forbidden_needs_two_readings() {
    let audit = small();
    let raised = |rest: &str| parsed(&format!("[[forbidden]]\n{rest}\n")).compare(&audit).raised.len();
    assert_eq!(raised("readings = [\"Selasa\", \"Rabu\"]"), 1);
    assert_eq!(raised("readings = [\"Selasa\", \"12/9/2023\"]"), 0, "both stand in one reading");
    assert_eq!(raised("readings = { \"Selasa\" = [\"report-1\"], \"Rabu\" = [\"report-2\"] }"), 1);
    assert_eq!(raised("readings = { \"Selasa\" = [\"report-2\"], \"Rabu\" = [\"report-1\"] }"), 0);
    assert_eq!(raised("readings = [\"Sela\", \"Rab\"]"), 0, "parts of words");
    assert_eq!(raised("subject = \"Pejabat\""), 1);
    assert_eq!(raised("subject = \"hadiah untuk Putin\""), 0, "a gap");
    assert_eq!(raised("subject = \"hadiah untuk Putin\"\nseverity = \"gap\""), 1);
    assert_eq!(raised("kind = \"date\"\nsubject = \"pejabat\""), 0);
}

#[test]
fn errors_name_file_line_and_key() {
    let error = |text: &str| match Known::parse(Path::new("known.toml"), text) {
        Ok(_) => panic!("{text} is read"),
        Err(error) => error.to_string(),
    };
    let all = [
        "severities = [\"conflict\"\n",
        "severity = \"gap\"\n",
        "severities = [\"grave\"]\n",
        "kinds = \"date\"\n",
        "schema = \"selisih/known/2\"\n",
        "expected = 3\n",
        "[[expected]]\nkind = \"date\"\nreadings = [\"a\"]\n",
        "\n[[expected]]\nkind = \"dates\"\nsubject = \"x\"\nreadings = [\"a\"]\n",
        "[[expected]]\nkind = \"date\"\nsubject = 3\nreadings = [\"a\"]\n",
        "[[expected]]\nkind = \"date\"\nsubject = \"x\"\n[expected.readings]\n\"a\" = \"report-1\"\n",
        "[[expected]]\nkind = \"date\"\nsubject = \"x\"\nreadings = []\n",
        "[[expected]]\nkind = \"date\"\nsubjects = \"x\"\nreadings = []\n",
        "[[forbidden]]\nkind = \"date\"\n",
    ];
    insta::assert_snapshot!(all.map(error).join("\n"));
}

/// The kinds that this version compares, of the six findings.
fn small() -> Audit {
    let mut audit = story::six();
    audit.findings.retain(|f| matches!(f.kind, Kind::Number | Kind::Date) || f.severity == Severity::Gap);
    // A gap of a kind that there is a comparator for.
    audit.findings.iter_mut().filter(|f| f.severity == Severity::Gap).for_each(|f| f.kind = Kind::Quote);
    audit
}
