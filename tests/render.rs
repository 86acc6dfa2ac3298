//! What the formats make of hand-made audits.

mod story;

use std::collections::BTreeSet;
use std::fs;

use selisih::model::Audit;
use selisih::render::{FORMATS, Look, Ui, show};

fn render(format: &str, audit: &Audit, width: usize, color: bool) -> String {
    let format = FORMATS.iter().find(|f| f.id == format).expect("a format of the table");
    (format.render)(audit, &Look { width, color, ui: Ui::English, quiet: false })
}

#[test]
fn json() {
    insta::assert_snapshot!(render("json", &story::six(), 80, false));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(render("markdown", &story::six(), 80, false));
}

#[test]
fn table_of_80_columns() {
    insta::assert_snapshot!(render("table", &story::six(), 80, false));
}

#[test]
fn table_of_160_columns() {
    insta::assert_snapshot!(render("table", &story::six(), 160, false));
}

#[test]
fn table_of_12_reports() {
    insta::assert_snapshot!(render("table", &story::many(12), 80, false));
}

#[test]
fn a_thousand_reports_do_not_bury_the_readings() {
    let out = render("table", &story::many(1000), 80, false);
    let table = out.lines().take_while(|line| !line.contains("[1] kantor"));
    assert!(table.count() < 60, "each reading names few of its 333 reports");
}

#[test]
fn no_finding_is_one_line() {
    let audit = story::audit(&[("a", "Satu\n"), ("b", "Satu\n")]);
    assert_eq!(render("table", &Audit { findings: Vec::new(), ..audit }, 80, true).lines().count(), 1);
}

/// How the sentences below a table start, which the terminal may wrap.
const NOTES: [&str; 3] = ["One voice", "Neither", "Left out"];

#[test]
fn no_line_is_wider_than_the_terminal() {
    for audit in [story::six(), story::hostile(), story::many(2), story::many(12), story::many(60)] {
        for width in [40, 60, 80, 100, 160] {
            let out = render("table", &audit, width, false);
            let table =
                out.lines().skip_while(|l| !l.starts_with('─')).take_while(|l| !NOTES.iter().any(|n| l.starts_with(n)));
            for line in table {
                let wide = unicode_width::UnicodeWidthStr::width(line);
                assert!(wide <= width, "{wide} columns of {width}: {line}");
            }
        }
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    for audit in [story::six(), story::many(12)] {
        for width in [60, 80, 160] {
            let (plain, colored) = (render("table", &audit, width, false), render("table", &audit, width, true));
            assert_ne!(plain, colored);
            let stripped = anstream::adapter::strip_str(&colored).to_string();
            let trimmed: Vec<&str> = stripped.lines().map(str::trim_end).collect();
            assert_eq!(plain.lines().collect::<Vec<_>>(), trimmed);
        }
    }
}

#[test]
fn hostile_text_is_shown() {
    let audit = story::hostile();
    for format in FORMATS {
        let out = (format.render)(&audit, &Look { width: 100, color: false, ui: Ui::English, quiet: false });
        let live: BTreeSet<char> =
            out.chars().filter(|&c| c != '\n' && (c.is_control() || show::is_hidden(c))).collect();
        // Markdown's own cut within addresses and mentions.
        let allowed = if format.id == "markdown" { BTreeSet::from(['\u{2060}']) } else { BTreeSet::new() };
        assert_eq!(live, allowed, "{}", format.id);
    }
    insta::assert_snapshot!("hostile_table", render("table", &audit, 80, false));
    insta::assert_snapshot!("hostile_markdown", render("markdown", &audit, 80, false).replace('\u{2060}', "⁞"));
    let json: serde_json::Value = serde_json::from_str(&render("json", &audit, 80, false)).expect("valid JSON");
    assert_eq!(json["findings"][0]["readings"][0]["value"], "\u{1b}[31mmerah\u{1b}[0m | \u{9b}2J =1+1");
}

#[test]
fn hostile_markdown_is_only_text() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    for event in Parser::new_ext(&render("markdown", &story::hostile(), 80, false), Options::ENABLE_TABLES) {
        let acts =
            matches!(event, Event::Html(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock));
        let ours = |html: &str| ["<b>", "</b>", "<br>"].contains(&html);
        assert!(!acts && !matches!(&event, Event::InlineHtml(h) if !ours(h)), "{event:?}");
    }
}

#[test]
fn every_format_is_in_the_table() {
    for entry in fs::read_dir("src/render").expect("the folder of formats") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source file");
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        assert_eq!(source.contains("pub const FORMAT:"), FORMATS.iter().any(|f| f.id == stem), "{}", path.display());
    }
}

/// The rows of the table below a heading, cut at their bars.
fn rows(readme: &str, heading: &str) -> Vec<Vec<String>> {
    let section = readme.split(heading).nth(1).expect("the section").split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|l| l.starts_with("| `"));
    rows.map(|l| l.split('|').map(|cell| cell.trim().replace('`', "")).collect()).collect()
}

#[test]
fn the_readme_lists_all_formats() {
    let readme = fs::read_to_string("README.md").expect("README.md");
    let listed: Vec<(String, String)> =
        rows(&readme, "\n## Formats\n").into_iter().map(|mut r| (r.remove(1), r.remove(1))).collect();
    let endings =
        |f: &selisih::render::Format| f.endings.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ");
    let formats: Vec<(String, String)> = FORMATS.iter().map(|f| (f.id.to_owned(), endings(f))).collect();
    assert_eq!(listed, formats);
}

#[test]
fn every_comparator_is_in_the_table() {
    use selisih::compare::COMPARATORS;
    let mut files = 0;
    for entry in fs::read_dir("src/compare").expect("the folder of comparators") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source file");
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let found = COMPARATORS.iter().find(|c| c.id == stem);
        assert_eq!(source.contains("pub const COMPARATOR:"), found.is_some(), "{}", path.display());
        files += usize::from(found.is_some_and(|c| c.kind.id() == c.id));
    }
    assert_eq!(files, COMPARATORS.len());
}

#[test]
fn snippets_fit_the_terminal_and_send_nothing_to_it() {
    use selisih::render::snippet::snippet;
    for audit in [story::six(), story::hostile(), story::many(12), long_lines()] {
        for finding in &audit.findings {
            for width in [60, 80, 160] {
                let out = snippet(&audit, finding, &Look { width, color: false, ui: Ui::English, quiet: false });
                assert!(out.contains(&finding.id) && out.contains('^'), "{out}");
                let live = out.chars().find(|&c| c != '\n' && (c.is_control() || show::is_hidden(c)));
                assert_eq!(live, None);
                for line in out.lines().filter(|l| l.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '|'))
                {
                    let wide = unicode_width::UnicodeWidthStr::width(line);
                    assert!(wide <= width + 1, "{wide} columns of {width}: {line}");
                }
                let colored = snippet(&audit, finding, &Look { width, color: true, ui: Ui::English, quiet: false });
                assert_eq!(anstream::adapter::strip_str(&colored).to_string(), out);
            }
        }
    }
}

#[test]
fn a_snippet_marks_the_words_in_their_line() {
    let audit = long_lines();
    insta::assert_snapshot!(selisih::render::snippet::snippet(
        &audit,
        &audit.findings[0],
        &Look { width: 80, color: false, ui: Ui::English, quiet: false }
    ));
}

/// Two reports whose paragraphs are one line of a thousand characters each.
fn long_lines() -> Audit {
    let line = |name: &str| {
        let words = "Warga berkumpul di balai desa sejak pagi untuk mendengar penjelasan panitia. ".repeat(8);
        format!("Judul berita\n\n{words}Lurah {name} membuka acara. {words}\n")
    };
    let report = |id: &str, name: &str| selisih::read::text::report(id, &format!("{id}.txt"), line(name), None);
    let reports = [report("satu", "Sergei Hartanto"), report("dua", "Sergey Hartanto")];
    let audit = selisih::audit(&reports, &selisih::Options::default());
    assert!(!audit.findings.is_empty());
    audit
}

#[test]
fn quiet_leaves_the_notes_out_and_nothing_else() {
    let audit = story::six();
    for format in ["table", "markdown"] {
        let format = FORMATS.iter().find(|f| f.id == format).expect("a format of the table");
        let told = |quiet| (format.render)(&audit, &Look { width: 80, color: false, ui: Ui::English, quiet });
        let (all, quiet) = (told(false), told(true));
        assert!(all.contains("One voice") && !quiet.contains("One voice"));
        let kept: Vec<&str> = quiet.lines().filter(|l| !l.is_empty()).collect();
        assert!(kept.iter().all(|line| all.lines().any(|other| other == *line)));
    }
}
