//! Paths to reports: ids, order, encodings, and errors that name the file.

use std::fs;
use std::path::Path;

use selisih::model::{BlockKind, Language, Report};
use selisih::read::{Options, inputs};

const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

fn read(paths: &[String]) -> selisih::error::Result<Vec<Report>> {
    inputs(paths, &mut &b"Polisi menangkap dua orang di Medan."[..], Options::default())
}

/// A folder with these files; `/` makes folders.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
    dir
}

fn path(dir: &tempfile::TempDir, name: &str) -> String {
    dir.path().join(name).display().to_string()
}

fn ids(paths: &[String]) -> Vec<String> {
    read(paths).expect("reports").into_iter().map(|r| r.id).collect()
}

#[test]
fn ids_are_stems_made_unique_whatever_the_order() {
    let text = &b"Uang itu hilang di Medan."[..];
    let dir = folder(&[("a/x.txt", text), ("b/x.txt", text), ("c/x-2.txt", text)]);
    let (a, b, c) = (path(&dir, "a/x.txt"), path(&dir, "b/x.txt"), path(&dir, "c/x-2.txt"));
    assert_eq!(ids(&[a.clone(), b.clone(), c.clone()]), ["x", "x-3", "x-2"]);
    assert_eq!(ids(&[c, b, a]), ["x-2", "x-3", "x"]);
}

#[test]
fn a_file_is_read_once_by_whatever_path() {
    let text = &b"Uang itu hilang di Medan."[..];
    let dir =
        folder(&[("a/x.txt", text), ("a/y.md", text), ("a/README.md", text), ("a/.z.txt", text), ("a/k.toml", text)]);
    let all = path(&dir, "a");
    let same = format!("{all}/../a/x.txt");
    let glob = format!("{all}/*.txt");
    assert_eq!(ids(&[same, all.clone(), glob, "-".to_owned(), "-".to_owned()]), ["x", "y", "stdin"]);
    assert_eq!(ids(&[all]), ["x", "y"]);
}

#[test]
fn errors_name_the_file() {
    let dir = folder(&[
        ("empty.txt", b" \n\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        ("binary.txt", b"a\0b"),
        ("none/k.toml", b"x"),
    ]);
    for (name, what) in [
        ("missing.txt", "o such file"),
        ("empty.txt", "empty"),
        ("picture.txt", "PNG"),
        ("binary.txt", "NUL character in line 1"),
        ("none", "holds no reports"),
        ("*.pdf", "matches no file"),
    ] {
        let path = path(&dir, name);
        let error = read(std::slice::from_ref(&path)).expect_err(name).to_string();
        assert!(error.starts_with(&path) && error.contains(what) && !error.contains('\n'), "{error}");
    }
}

#[test]
fn encodings_and_line_ends_are_kept_or_decoded() {
    let dir = folder(&[
        ("bom.txt", "\u{feff}Polisi datang.\r\n\r\nPelaku lari.\r\n".as_bytes()),
        ("latin.txt", b"Beyonc\xe9 tiba di Jakarta."),
    ]);
    let reports = read(&[path(&dir, "bom.txt"), path(&dir, "latin.txt")]).expect("reports");
    assert_eq!(reports[0].text, "Polisi datang.\r\n\r\nPelaku lari.\r\n");
    let blocks: Vec<&str> = reports[0].blocks.iter().map(|b| b.span.of(&reports[0].text)).collect();
    assert_eq!(blocks, ["Polisi datang.", "Pelaku lari."]);
    assert_eq!(reports[1].text, "Beyoncé tiba di Jakarta.");
}

#[test]
fn the_language_can_be_set() {
    let dir = folder(&[("x.txt", b"Polisi datang.")]);
    let options = Options { language: Some(Language::English), ..Options::default() };
    let reports = inputs(&[path(&dir, "x.txt")], &mut &b""[..], options).expect("a report");
    assert_eq!(reports[0].language, Language::English);
}

#[test]
fn all_boilerplate_of_the_five_reports_is_known() {
    let gold = Path::new(SHARED).join("gold/five-reports.findings.json");
    let Ok(gold) = fs::read_to_string(gold) else {
        println!("left out: {SHARED} is not there");
        return;
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
    let reports = read(&[format!("{SHARED}/reports")]).expect("the five reports");
    let skipped: Vec<&str> = reports
        .iter()
        .flat_map(|r| r.blocks.iter().map(move |b| (r, b)))
        .filter(|(_, b)| matches!(b.kind, BlockKind::Boilerplate(_)))
        .map(|(r, b)| b.span.of(&r.text))
        .collect();
    for entry in gold["boilerplate"].as_array().expect("a list") {
        for line in entry.as_str().expect("a string").lines() {
            assert!(skipped.contains(&line.trim()), "{line:?} is not skipped");
        }
    }
    // What is cut off the ends of paragraphs, and nothing of the story.
    assert!(skipped.contains(&"(ARN)") && skipped.contains(&"(dam)"));
    assert!(skipped.iter().all(|s| s.len() < 120), "{skipped:?}");
}
