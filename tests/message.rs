//! The sentence that each finding comes with.

mod story;

use std::collections::BTreeSet;
use std::fmt::Write;

use selisih::compare::{COMPARATORS, attribution, title};
use selisih::model::{Audit, Kind, Severity};
use selisih::read;
use selisih::render::{FORMATS, Look, Ui, message, show};

/// Six reports that say `satu` or `dua`.
fn six() -> Audit {
    story::audit(&[("a", "satu\n"), ("b", "satu\n"), ("c", "satu\n"), ("d", "dua\n"), ("e", "dua\n"), ("f", "dua\n")])
}

/// The message of a finding in which three reports say `satu`, and some of the others `dua`.
fn told(kind: Kind, severity: Severity, subject: &str, others: &[usize], absent: &[usize], ui: Ui) -> String {
    let mut audit = six();
    let others: Vec<(usize, &str)> = others.iter().map(|&r| (r, "dua")).collect();
    let mut readings: Vec<story::Given<'_>> = vec![("satu", &[(0, "satu"), (1, "satu"), (2, "satu")])];
    if !others.is_empty() {
        readings.push(("dua", &others));
    }
    story::add(&mut audit, kind, severity, subject, &readings, absent);
    message(&audit, &audit.findings[0], ui)
}

#[test]
fn every_kind_and_severity_in_every_language() {
    let mut all = String::new();
    for ui in Ui::ALL {
        for comparator in COMPARATORS {
            for severity in Severity::ALL {
                let gap = severity == Severity::Gap;
                let (others, absent): (&[usize], &[usize]) = if gap { (&[], &[3, 4, 5]) } else { (&[3, 4], &[5]) };
                let sentence = told(comparator.kind, severity, "Hal", others, absent, ui);
                assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{sentence}");
                assert!(sentence.contains("“satu”") && (gap || sentence.contains("“dua”")), "{sentence}");
                assert!(sentence.contains("Hal"), "{sentence}");
                let _ = writeln!(all, "{} {severity}: {sentence}", comparator.id);
            }
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn no_two_kinds_and_no_two_languages_say_the_same() {
    let mut seen = BTreeSet::new();
    for ui in Ui::ALL {
        for comparator in COMPARATORS {
            for severity in Severity::ALL {
                let sentence = told(comparator.kind, severity, "Hal", &[3], &[], ui);
                assert!(seen.insert(sentence.clone()), "{} {severity}: {sentence}", comparator.id);
            }
        }
    }
}

#[test]
fn two_reports_are_named_and_more_are_counted() {
    let name = |others: &[usize], absent: &[usize], ui| told(Kind::Name, Severity::Variant, "Hal", others, absent, ui);
    assert_eq!(
        name(&[3, 4], &[5], Ui::English),
        "The name “Hal” is written in 2 ways: “satu” in 3 reports, “dua” in d and e; f is silent."
    );
    assert_eq!(
        name(&[3], &[4, 5], Ui::Indonesian),
        "Nama “Hal” ditulis dengan 2 cara: “satu” di 3 laporan, “dua” di d; e dan f tidak menyebutnya."
    );
    assert_eq!(
        name(&[3, 4, 5], &[], Ui::English),
        "The name “Hal” is written in 2 ways: “satu” in 3 reports, “dua” in 3 reports."
    );
}

#[test]
fn only_where_no_fewer_are_silent() {
    let gap = |absent: &[usize], ui| told(Kind::Coverage, Severity::Gap, "satu", &[], absent, ui);
    assert_eq!(gap(&[3, 4, 5], Ui::English), "Only 3 reports tell “satu”; 3 reports are silent.");
    assert_eq!(gap(&[5], Ui::English), "3 reports tell “satu”; f is silent.");
    assert_eq!(
        gap(&[3, 4, 5], Ui::Indonesian),
        "Hanya 3 laporan yang memberitakan “satu”; 3 laporan tidak menyebutnya."
    );
    assert_eq!(gap(&[5], Ui::Indonesian), "3 laporan memberitakan “satu”; f tidak menyebutnya.");
}

#[test]
fn a_subject_that_a_reading_tells_is_not_repeated() {
    let item = |subject| told(Kind::Item, Severity::Gap, subject, &[], &[3], Ui::English);
    assert_eq!(item("satu"), "3 reports name “satu”; d is silent.");
    assert_eq!(item("hadiah"), "3 reports name “satu” for “hadiah”; d is silent.");
    let term = |subject| told(Kind::Term, Severity::Variant, subject, &[3], &[], Ui::Indonesian);
    assert!(term("satu / dua").starts_with("Hal yang sama disebut dengan 2 istilah: "), "{}", term("satu / dua"));
}

#[test]
fn subjects_of_the_program_and_no_subject() {
    for ui in Ui::ALL {
        let honorifics = told(Kind::Title, Severity::Variant, title::HONORIFICS, &[3], &[], ui);
        let agencies = told(Kind::Attribution, Severity::Variant, attribution::AGENCIES, &[3], &[], ui);
        assert!(!honorifics.contains(title::HONORIFICS) || ui == Ui::English, "{honorifics}");
        assert!(!agencies.contains(&format!("“{}”", attribution::AGENCIES)), "{agencies}");
        for comparator in COMPARATORS {
            let nameless = told(comparator.kind, Severity::Conflict, "", &[3], &[], ui);
            assert!(!nameless.contains("“”") && nameless.starts_with(char::is_uppercase), "{nameless}");
        }
    }
}

#[test]
fn what_the_program_says_itself_is_translated() {
    let mut stdin: &[u8] = &[];
    let reports = read::inputs(&["reports".to_owned()], &mut stdin, read::Options::default()).expect("reports");
    let audit = selisih::audit(&reports, &selisih::Options::default());
    for id in ["table", "markdown"] {
        let format = FORMATS.iter().find(|f| f.id == id).expect("a format");
        let look = |ui| Look { width: 160, color: false, ui, quiet: false };
        let (english, indonesian) =
            ((format.render)(&audit, &look(Ui::English)), (format.render)(&audit, &look(Ui::Indonesian)));
        for (word, kata) in [
            ("5 reports, ", "5 laporan, "),
            ("conflict", "pertentangan"),
            ("silent", "tidak menyebut"),
            ("suggestion: ", "saran: "),
            ("4 of 5 reports write it so", "4 dari 5 laporan menulisnya begitu"),
            ("honorifics", "sapaan"),
        ] {
            let (english, indonesian) = (english.to_lowercase(), indonesian.to_lowercase());
            assert!(english.contains(word) && !english.contains(kata), "{word}");
            assert!(indonesian.contains(kata) && !indonesian.contains(word), "{kata}");
        }
    }
}

#[test]
fn nobody_is_right() {
    for ui in Ui::ALL {
        let mut audit = six();
        story::add(&mut audit, Kind::Name, Severity::Variant, "Hal", &[("satu", &[(0, "satu")])], &[]);
        let before = message(&audit, &audit.findings[0], ui);
        let because = "a majority".to_owned();
        audit.findings[0].suggestion = Some(selisih::model::Suggestion { value: "satu".to_owned(), because });
        assert_eq!(message(&audit, &audit.findings[0], ui), before, "a suggestion changes nothing of it");
    }
}

#[test]
fn hostile_and_long_text_is_one_short_line() {
    let mut audits = vec![story::hostile(), story::many(2), story::many(60)];
    let long = "kata ".repeat(500) + &"x".repeat(5000);
    let mut audit = story::audit(&[("a", &long), ("b", "satu {who} {values}\n")]);
    let readings: [story::Given<'_>; 2] = [(&long, &[(0, "kata")]), ("{who} {values}", &[(1, "satu")])];
    story::add(&mut audit, Kind::Quote, Severity::Variant, &"{n}".repeat(99), &readings, &[]);
    audits.push(audit);
    for audit in &audits {
        for (finding, ui) in audit.findings.iter().flat_map(|f| Ui::ALL.map(|ui| (f, ui))) {
            let sentence = message(audit, finding, ui);
            assert!(!sentence.chars().any(|c| c.is_control() || show::is_hidden(c)), "{sentence:?}");
            assert!(sentence.chars().count() < 1000, "{sentence}");
        }
    }
    let last = &audits[audits.len() - 1];
    assert!(message(last, &last.findings[0], Ui::English).contains("“{who} {values}” in b"));
}
