//! The project's own five reports: `reports/audit.md` is the audit that they give, `reports/known.toml` what it must and
//! must not find.
//!
//! Where a change alters the audit on purpose: `cargo run --release -- audit reports --format markdown -o
//! reports/audit.md` and `cargo run --release -- check --known reports/known.toml --write reports`, then read the diff.

use std::path::Path;

use selisih::known::Known;
use selisih::model::{Audit, Report};
use selisih::{Options, audit, read, render};

fn own() -> Audit {
    let mut stdin: &[u8] = &[];
    let reports: Vec<Report> =
        read::inputs(&["reports".to_owned()], &mut stdin, read::Options::default()).expect("the five reports");
    assert_eq!(reports.len(), 5);
    audit(&reports, &Options::default())
}

#[test]
fn audit_md_is_what_they_give() {
    let markdown = render::FORMATS.iter().find(|f| f.id == "markdown").expect("a format");
    let page =
        (markdown.render)(&own(), &render::Look { width: 100, color: false, ui: render::Ui::English, quiet: false });
    let kept = std::fs::read_to_string("reports/audit.md").expect("reports/audit.md");
    similar_asserts(&kept, &page);
}

/// Shows the lines that differ rather than two pages.
fn similar_asserts(kept: &str, page: &str) {
    let diff = similar::TextDiff::from_lines(kept, page);
    let changes: String = diff.unified_diff().context_radius(1).header("reports/audit.md", "the audit").to_string();
    assert!(kept == page, "{changes}");
}

#[test]
fn known_toml_holds() {
    let path = Path::new("reports/known.toml");
    let text = std::fs::read_to_string(path).expect("reports/known.toml");
    let known = Known::parse(path, &text).unwrap_or_else(|error| panic!("{error}"));
    assert!(known.expected.len() > 10 && known.forbidden.len() > 10, "it lists what is known");
    let audit = own();
    let comparison = known.compare(&audit);
    assert!(comparison.is_clean(), "{}", known.told(&comparison, &audit));
}
