//! What a file gives, and how its errors read.

use std::path::Path;

use super::*;
use crate::model::style::Level;

fn parse(text: &str) -> Result<Config> {
    Config::parse(Path::new("selisih.toml"), text)
}

fn error(text: &str) -> String {
    parse(text).expect_err("an error").to_string()
}

#[test]
fn every_section_is_read() {
    let config = parse(
        r#"
[audit]
format = "json"
fail-on = "never"
kinds = ["name", "title"]
severities = ["conflict"]
language = "id"
width = 90
[kinds]
number = "off"
title = "conflict"
[[spelling]]
preferred = "Tiongkok"
variants = ["Cina", "China"]
kind = "place"
[[person]]
name = "Budi Raharjo"
aliases = ["Kang Budi"]
titles = ["Bupati"]
[[report]]
path = "antara*"
name = "Antara"
trust = "state agency"
[[outlet]]
boilerplate = ["Ikuti kami", "/^Kode: \\d+/"]
[places]
gazetteer = "places.tsv"
[[frame]]
event = "harvest"
verbs = ["Tuai"]
[[synonyms]]
words = ["mikrofon", "pelantang"]
"#,
    )
    .expect("a good file");
    assert_eq!(config.audit.format.map(|f| f.id), Some("json"));
    assert_eq!(config.audit.fail_on, Some(None));
    assert_eq!(config.audit.width, Some(90));
    assert_eq!(config.style.level(Kind::Number), Level::Off);
    assert_eq!(config.style.level(Kind::Title), Level::At(Severity::Conflict));
    assert_eq!(config.style.level(Kind::Date), Level::On);
    assert_eq!(config.style.spellings[0].variants, ["Cina", "China"]);
    assert_eq!(config.own.frames[0].verbs, ["tuai"]);
    assert_eq!(config.gazetteer(), Some(PathBuf::from("places.tsv")));
    assert_eq!(config.litter[0].lines.len(), 2);
    let setting = &config.settings[0];
    assert_eq!((&*setting.key, &*setting.value, setting.line), ("audit.format", "\"json\"", 3));
    assert!(config.settings.iter().any(|s| s.key == "spelling[1].preferred" && s.line == 13));
}

#[test]
fn errors_name_file_line_and_key() {
    for (text, message) in [
        (
            "[[speling]]\n",
            "line 1, speling: is not known here; known are audit, kinds, spelling, person, report, outlet, places, frame, synonyms; did you mean \"spelling\"?",
        ),
        (
            "\n[[spelling]]\nprefered = 'a'\n",
            "line 3, spelling.prefered: is not known here; known are preferred, variants, kind; did you mean \"preferred\"?",
        ),
        ("[[spelling]]\npreferred = 'a'\n", "line 1, spelling.variants: is missing"),
        (
            "[[spelling]]\npreferred = 'a'\nvariants = ['b', 'a']\n",
            "line 3, spelling.variants: \"a\" is the preferred form itself",
        ),
        (
            "[kinds]\ntitel = 'off'\n",
            "line 2, kinds.titel: is not known here; known are name, title, place, number, date, item, term, quote, attribution, role, polarity, modality, circumstance, coverage; did you mean \"title\"?",
        ),
        (
            "[kinds]\ntitle = 'conflit'\n",
            "line 2, kinds.title: \"conflit\" is no level; levels are on, off, conflict, variant, gap; did you mean \"conflict\"?",
        ),
        ("[audit]\nwidth = 7\n", "line 2, audit.width: must be a number from 40 to 1000"),
        ("[audit]\nformat = 7\n", "line 2, audit.format: must be a text in quotes"),
        ("audit = 3\n", "line 1, audit: must be written as [audit]"),
        ("[spelling]\n", "line 1, spelling: must be written as [[spelling]]"),
        (
            "[[outlet]]\nboilerplate = ['/(/']\n",
            "line 2, outlet.boilerplate: \"/(/\" is no regular expression: unclosed group",
        ),
        (
            "[[report]]\npath = 'a[' \n",
            "line 2, report.path: is no pattern: Pattern syntax error near position 1: invalid range pattern",
        ),
        ("[[frame]]\nevent = 'x'\n", "line 1, frame: needs verbs, converse or nouns"),
        ("[[synonyms]]\nwords = ['x']\n", "line 2, synonyms.words: must hold two words or more"),
    ] {
        assert_eq!(error(text), format!("selisih.toml: {message}"));
    }
    assert!(error("[audit\n").starts_with("selisih.toml: line 1: "));
}

#[test]
fn places_are_lines_of_one_or_two_columns() {
    let mut config = Config::default();
    config.places(Path::new("p.tsv"), "# names\nWates\tKulon Progo\n\nKarang Anom\n").expect("a good file");
    assert_eq!(config.own.places, ["wates", "karang anom"]);
    assert_eq!(config.style.within, [("Wates".to_owned(), "Kulon Progo".to_owned())]);
    let error = config.places(Path::new("p.tsv"), "a\n\ta\n").expect_err("no name").to_string();
    assert_eq!(error, "p.tsv: line 2: must be a name, and behind a tab what it is part of");
}

#[test]
fn the_first_entry_that_fits_a_path_names_the_report() {
    let config = parse("[[report]]\npath='antara*'\nname='Antara'\n[[report]]\npath='*'\nname='lain'\n").expect("good");
    let report = |path: &str| crate::read::text::report("x", path, "Judul\n\nIsi berita.\n".into(), None);
    let mut reports = [report("a/antara-1.txt"), report("b.txt")];
    config.label(&mut reports);
    assert_eq!(reports.map(|r| r.label.name.unwrap_or_default()), ["Antara", "lain"]);
}

#[test]
fn the_readme_s_configuration_is_a_good_one() {
    let readme = include_str!("../../README.md");
    let block = readme.split("<!-- configuration -->").nth(1).expect("the marks");
    let text: String = block.lines().filter(|l| !l.starts_with("```")).map(|l| format!("{l}\n")).collect();
    let config = parse(&text).expect("a good file");
    assert!(config.settings.len() > 20 && config.litter.len() == 1 && config.own.synonyms.len() == 1);
}
