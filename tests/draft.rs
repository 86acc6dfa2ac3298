//! A draft held against sources of its own.

use selisih::draft::comments;
use selisih::model::draft::{Draft, Remark, Sort};
use selisih::model::{Audit, Language, Report, Severity};
use selisih::read::text;
use selisih::{Options, audit, audit_draft};

const SOURCES: [&str; 5] = [
    "Kebakaran Pasar Lembayung Tewaskan Sembilan Orang\n\nKebakaran melanda Pasar Lembayung, Kota Sungailiat, pada Senin (3/3/2025). \
     Sembilan orang tewas dalam kebakaran itu, kata Kepala Dinas Pemadam Kebakaran Hendra Gunawarman. \"Api berasal dari kios kain di \
     lantai dua,\" kata Hendra. Petugas mengerahkan 14 mobil pemadam ke lokasi.",
    "Kebakaran Pasar Lembayung, Sepuluh Tewas\n\nSepuluh orang tewas dalam kebakaran yang melanda Pasar Lembayung di Kota Sungailiat \
     pada Senin (3/3/2025). Kepala Dinas Pemadam Kebakaran Hendra Gunawarman mengatakan 14 mobil pemadam dikerahkan ke lokasi. \
     \"Api berasal dari kios kain di lantai dua,\" ujar Hendra.",
    "Sepuluh Orang Tewas di Pasar Lembayung\n\nKebakaran melanda Pasar Lembayung di Kota Sungailiat, Senin (3/3/2025). Sepuluh orang \
     tewas dalam kebakaran itu. Kepala Dinas Pemadam Kebakaran Hendra Gunawarman mengatakan petugas mengerahkan 14 mobil pemadam.",
    "Pasar Lembayung Terbakar\n\nKebakaran melanda Pasar Lembayung di Kota Sungailiat pada Senin (3/3/2025). Sepuluh orang tewas \
     dalam kebakaran itu, kata Kepala Dinas Pemadam Kebakaran Hendra Gunawarman.",
    "Kebakaran di Sungailiat\n\nPasar Lembayung di Kota Sungailiat terbakar pada Senin (3/3/2025). Sepuluh orang tewas dalam \
     kebakaran itu. Hendra Gunawarman, kepala dinas pemadam kebakaran, memimpin pemadaman.",
];

const DRAFT: &str = "# Pasar Lembayung Terbakar\n\nKebakaran melanda Pasar Lembayung di Kota Sungailiat pada Senin (3/3/2025). Sembilan \
     orang tewas dalam kebakaran itu, kata Kepala Dinas Pemadam Kebakaran Hendra Gunawarmen.\n\n\"Api berasal dari kios emas di lantai \
     dua,\" kata Hendra.\n\nPolisi memeriksa 27 saksi bersama Wali Kota Rustam Effendy.\n";

fn sources() -> Vec<Report> {
    let report =
        |(n, t): (usize, &&str)| text::report(&format!("s{}", n + 1), "", (*t).to_owned(), Some(Language::Indonesian));
    SOURCES.iter().enumerate().map(report).collect()
}

fn held(text: &str) -> Audit {
    held_for(text, &Options::default())
}

fn held_for(text: &str, options: &Options) -> Audit {
    let (plain, comments) = comments(text);
    let report = text::report("draft", "my.md", plain, Some(Language::Indonesian));
    let draft = Draft { report, sentences: 0, comments, remarks: Vec::new(), apart: false };
    audit_draft(&sources(), draft, options)
}

fn remarks(audit: &Audit, sort: Sort) -> Vec<&Remark> {
    audit.draft.iter().flat_map(|d| &d.remarks).filter(|r| r.sort == sort).collect()
}

fn rendered(audit: &Audit, format: &str) -> String {
    let format = selisih::render::FORMATS.iter().find(|f| f.id == format).expect("a format");
    (format.render)(
        audit,
        &selisih::render::Look { width: 100, color: false, ui: selisih::render::Ui::English, quiet: false },
    )
}

#[test]
fn whom_it_follows_what_it_misquotes_and_what_nobody_tells() {
    let audit = held(DRAFT);
    // Gaps are many, and move with every change to what is aligned.
    let severities = vec![Severity::Conflict, Severity::Variant];
    let table = rendered(&held_for(DRAFT, &Options { severities, ..Options::default() }), "table");
    let head: String = table.split("5 reports").next().unwrap_or_default().to_owned();
    insta::assert_snapshot!(head);
    let [deaths] =
        &remarks(&audit, Sort::Follows).into_iter().filter(|r| r.finding.kind.id() == "number").collect::<Vec<_>>()[..]
    else {
        panic!("one remark on the dead\n{head}")
    };
    let counts: Vec<usize> = deaths.finding.readings.iter().map(|r| selisih::draft::sources(r, 5)).collect();
    assert!(counts.contains(&1) && counts.contains(&4), "{counts:?}");
    assert_eq!(remarks(&audit, Sort::Quote).len(), 1, "{head}");
    assert_eq!(remarks(&audit, Sort::Spelling).len(), 1, "{head}");
    let untold: Vec<&str> = remarks(&audit, Sort::Untold).iter().map(|r| r.finding.subject.as_str()).collect();
    assert!(untold.len() == 1 && untold[0].contains("27 saksi") && untold[0].contains("Rustam Effendy"), "{untold:?}");
}

#[test]
fn a_draft_that_says_what_all_sources_say_has_no_remark_but_gaps() {
    let audit = held(SOURCES[3]);
    let draft = audit.draft.as_ref().expect("a draft");
    let sorts: Vec<_> = draft.remarks.iter().map(|r| (r.sort, r.finding.subject.clone())).collect();
    let quotes_or_new = sorts.iter().filter(|(s, _)| matches!(s, Sort::Quote | Sort::Untold | Sort::Spelling)).count();
    assert_eq!(quotes_or_new, 0, "{sorts:?}");
    assert!(!draft.apart);
}

#[test]
fn the_draft_is_no_voice() {
    let alone = audit(&sources(), &Options::default());
    let with = held(DRAFT);
    assert_eq!((&alone.findings, &alone.statements, &alone.reports), (&with.findings, &with.statements, &with.reports));
    for remark in &with.draft.as_ref().expect("a draft").remarks {
        assert!(remark.finding.suggestion.is_none() && !remark.finding.absent.contains(&5), "{remark:?}");
    }
}

#[test]
fn comments_pass_over_their_block_alone() {
    let ignored = DRAFT.replace("\"Api", "<!-- selisih ignore quote: read out by phone -->\n\"Api");
    let audit = held(&ignored);
    let quote = remarks(&audit, Sort::Quote);
    assert_eq!(quote[0].ignored.as_deref(), Some("read out by phone"));
    assert!(audit.draft.as_ref().is_some_and(|d| d.comments[0].used));
    assert!(remarks(&audit, Sort::Follows).iter().all(|r| r.ignored.is_none()));
    assert!(!rendered(&audit, "table").contains("kios emas"), "passed over");
    assert!(rendered(&audit, "json").contains("\"ignored\": \"read out by phone\""));
}

#[test]
fn a_comment_that_passes_over_nothing_is_told() {
    for comment in ["<!-- selisih ignore title: nothing here -->", "<!-- selisih ignore titel: x -->"] {
        let audit = held(&DRAFT.replace("Polisi memeriksa", &format!("{comment} Polisi memeriksa")));
        assert!(rendered(&audit, "table").contains("The comment in line 7 of the draft "), "{comment}");
        assert!(remarks(&audit, Sort::Untold).iter().all(|r| r.ignored.is_none()));
    }
}

#[test]
fn a_comment_in_a_source_has_no_effect() {
    let with = |source: &str| {
        let mut sources = sources();
        sources[1] = text::report("s2", "", source.to_owned(), Some(Language::Indonesian));
        let (plain, comments) = comments(DRAFT);
        let report = text::report("draft", "my.md", plain, Some(Language::Indonesian));
        audit_draft(
            &sources,
            Draft { report, sentences: 0, comments, remarks: Vec::new(), apart: false },
            &Options::default(),
        )
    };
    let audit = with(&format!("{} <!-- selisih ignore: all -->", SOURCES[1]));
    let draft = audit.draft.expect("a draft");
    assert!(draft.comments.is_empty() && draft.remarks.iter().all(|r| r.ignored.is_none()));
}

#[test]
fn a_draft_of_something_else_is_said_to_be() {
    let audit =
        held("Timnas voli menang tiga set langsung atas tim tamu di gelanggang olahraga ibu kota kemarin malam.\n");
    assert!(audit.draft.as_ref().is_some_and(|d| d.apart && d.remarks.is_empty()));
    assert!(rendered(&audit, "markdown").contains("shares too little"));
}
