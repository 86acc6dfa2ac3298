//! What every audit must satisfy (DESIGN.md, invariants 1 to 6), on the project's own reports and on made-up stories.

use proptest::prelude::*;
use selisih::model::{Audit, Finding, Report, Severity};
use selisih::{Options, audit, read, render};

/// Sentences of one made-up event: each with slots that reports fill differently.
const SENTENCES: [&str; 8] = [
    "{title} {name} membuka pasar baru di {place}, Senin (3/4/2023).",
    "Sebanyak {number} orang tewas dan {other} orang luka-luka dalam kecelakaan itu.",
    "\"Kami akan menyelidiki penyebab kecelakaan itu sampai tuntas,\" kata {name}.",
    "Polisi menangkap pelaku di {place} setelah warga melapor.",
    "{name} memberikan sebuah {item} kepada {second} sebelum acara dimulai.",
    "{second} diperkirakan akan mengunjungi {place} pada bulan Mei.",
    "Menurut {second}, bus itu jatuh ke jurang sedalam {number} meter.",
    "Gubernur belum mau berkomentar tentang kejadian tersebut.",
];

const NAMES: [&str; 4] = ["Budi Santoso", "Budi Santosa", "Rina Wulandari", "Karim"];
const PLACES: [&str; 4] = ["Bandung", "Kota Bandung", "Semarang", "Komsomolsk"];
const TITLES: [&str; 3] = ["Bupati", "Wali Kota", "Pelaksana Tugas Bupati"];
const ITEMS: [&str; 3] = ["senapan", "pedang", "sarung tangan"];

fn own_reports() -> Vec<Report> {
    let mut files: Vec<_> = std::fs::read_dir("reports").expect("reports/").flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let read = |f: &std::path::PathBuf| {
        let id = f.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        read::text::report(&id, &f.to_string_lossy(), std::fs::read_to_string(f).expect("UTF-8"), None)
    };
    files.iter().map(read).collect()
}

fn sentence() -> impl Strategy<Value = String> {
    (
        0..SENTENCES.len(),
        0..NAMES.len(),
        0..NAMES.len(),
        0..PLACES.len(),
        0..TITLES.len(),
        0..ITEMS.len(),
        1..40u32,
        1..90u32,
    )
        .prop_map(|(s, name, second, place, title, item, number, other)| {
            SENTENCES[s]
                .replace("{name}", NAMES[name])
                .replace("{second}", NAMES[second])
                .replace("{place}", PLACES[place])
                .replace("{title}", TITLES[title])
                .replace("{item}", ITEMS[item])
                .replace("{number}", &number.to_string())
                .replace("{other}", &other.to_string())
        })
}

fn story(reports: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Report>> {
    prop::collection::vec(prop::collection::vec(sentence(), 1..8), reports).prop_map(|texts| {
        let report = |(i, lines): (usize, Vec<String>)| {
            let id = format!("r{i}");
            read::text::report(&id, &id, lines.join("\n\n"), None)
        };
        texts.into_iter().enumerate().map(report).collect()
    })
}

/// A finding without the order of reports: evidence by report id.
fn told(audit: &Audit, finding: &Finding) -> String {
    let mut readings: Vec<String> = finding
        .readings
        .iter()
        .map(|r| {
            let mut places: Vec<String> = r
                .evidence
                .iter()
                .map(|e| format!("{}@{}..{}", audit.reports[e.report].id, e.span.start, e.span.end))
                .collect();
            places.sort();
            format!("{}: {}", r.value, places.join(" "))
        })
        .collect();
    readings.sort();
    let mut absent: Vec<&str> = finding.absent.iter().map(|r| audit.reports[*r].id.as_str()).collect();
    absent.sort_unstable();
    format!(
        "{} {:?} {} | {} | {}",
        finding.id,
        finding.severity,
        finding.subject,
        readings.join(" / "),
        absent.join(" ")
    )
}

fn strict(audit: &Audit) -> Vec<String> {
    let mut out: Vec<String> = audit
        .findings
        .iter()
        .filter(|f| f.severity != Severity::Gap)
        .map(|f| told(audit, f).rsplit_once(" | ").map_or(String::new(), |t| t.0.into()))
        .collect();
    out.sort();
    out
}

fn check_spans(audit: &Audit) {
    for member in audit.statements.iter().flat_map(|s| &s.members) {
        let text = &audit.reports[member.report].text;
        assert!(text.get(member.span.start..member.span.end).is_some_and(|t| !t.is_empty()), "a statement's span");
    }
    for evidence in audit.findings.iter().flat_map(|f| &f.readings).flat_map(|r| &r.evidence) {
        let text = &audit.reports[evidence.report].text;
        assert!(text.get(evidence.span.start..evidence.span.end).is_some_and(|t| !t.is_empty()), "evidence");
        assert!(text.get(evidence.sentence.start..evidence.sentence.end).is_some(), "its sentence");
        assert!(evidence.sentence.overlaps(evidence.span), "evidence stands in its sentence");
    }
    let json: serde_json::Value = serde_json::from_str(&render_json(audit)).expect("JSON");
    for (report, told) in audit.reports.iter().zip(json["reports"].as_array().expect("reports")) {
        for skipped in told["skipped"].as_array().expect("skipped") {
            let at = |i: usize| skipped["span"][i].as_u64().expect("a byte") as usize;
            assert_eq!(&report.text[at(0)..at(1)], skipped["text"].as_str().expect("text"));
        }
    }
}

fn render_json(audit: &Audit) -> String {
    let format = render::FORMATS.iter().find(|f| f.id == "json").expect("the table of formats holds json");
    (format.render)(audit, &render::Look { width: 100, color: false, ui: render::Ui::English, quiet: false })
}

#[test]
fn the_projects_own_reports_satisfy_them_all() {
    let reports = own_reports();
    let whole = audit(&reports, &Options::default());
    check_spans(&whole);
    assert!(strict(&whole).len() > 5, "the five reports disagree");
    // 3: every rotation tells the same.
    for turn in 1..reports.len() {
        let mut turned = reports.clone();
        turned.rotate_left(turn);
        let other = audit(&turned, &Options::default());
        let (mut a, mut b): (Vec<String>, Vec<String>) = (
            whole.findings.iter().map(|f| told(&whole, f)).collect(),
            other.findings.iter().map(|f| told(&other, f)).collect(),
        );
        a.sort();
        b.sort();
        assert_eq!(a, b, "turned by {turn}");
    }
    // 2: a report with its own copy.
    for report in &reports {
        let alone = audit(std::slice::from_ref(report), &Options::default());
        let copy = Report { id: format!("{}-copy", report.id), ..report.clone() };
        let twice = audit(&[report.clone(), copy], &Options::default());
        let kinds = |a: &Audit| {
            let mut k: Vec<String> =
                a.findings.iter().filter(|f| f.severity != Severity::Gap).map(|f| f.id.clone()).collect();
            k.sort();
            k
        };
        assert_eq!(kinds(&alone), kinds(&twice), "{} with its copy", report.id);
    }
    // 4: a report on something else.
    let other = "Harga cabai naik tajam\n\nHarga cabai rawit merah di pasar tradisional Surabaya menembus Rp120 ribu per kilogram.\n\n\
                 Pedagang mengeluh karena pembeli berkurang. \"Sudah tiga pekan begini,\" kata Siti, pedagang di Pasar Wonokromo.\n";
    let mut more = reports.clone();
    more.push(read::text::report("a-stranger", "a-stranger", other.into(), None));
    let with = audit(&more, &Options::default());
    assert_eq!(strict(&whole), strict(&with));
    assert_eq!(with.events.len(), 2);
    let told: serde_json::Value = serde_json::from_str(&render_json(&with)).expect("JSON");
    assert!(
        told["events"].as_array().is_some_and(|e| e.contains(&serde_json::json!(["a-stranger"]))),
        "the JSON tells it apart"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn spans_hold_and_order_changes_nothing(reports in story(2..6), turn in 0..5usize) {
        let whole = audit(&reports, &Options::default());
        check_spans(&whole);
        let mut turned = reports.clone();
        let by = turn % turned.len();
        turned.rotate_left(by);
        let other = audit(&turned, &Options::default());
        let tell = |a: &Audit| {
            let mut all: Vec<String> = a.findings.iter().map(|f| told(a, f)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(tell(&whole), tell(&other));
        // The same input gives the same bytes.
        prop_assert_eq!(render_json(&whole), render_json(&audit(&reports, &Options::default())));
    }

    #[test]
    fn a_report_agrees_with_its_copy(reports in story(1..2)) {
        let alone = audit(&reports, &Options::default());
        let copy = Report { id: "copy".into(), ..reports[0].clone() };
        let twice = audit(&[reports[0].clone(), copy], &Options::default());
        let ids = |a: &Audit| {
            let mut ids: Vec<String> = a.findings.iter().filter(|f| f.severity != Severity::Gap).map(|f| f.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&alone), ids(&twice));
    }

    #[test]
    fn any_bytes_give_a_result_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400), other in ".{0,200}") {
        let mut reports = vec![read::text::report("b", "b", other, None)];
        if let Ok(text) = read::decode::decode(&bytes) {
            reports.push(read::text::report("a", "a", text, None));
        }
        let audit = audit(&reports, &Options::default());
        check_spans(&audit);
        for format in render::FORMATS {
            let page = (format.render)(&audit, &render::Look { width: 80, color: false, ui: render::Ui::English, quiet: false });
            prop_assert!(!page.contains('\u{1b}'), "{} sends no escape", format.id);
        }
    }
}
