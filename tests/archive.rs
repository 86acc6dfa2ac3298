//! Every article of the archive, read and segmented: nothing panics, and every span is where it should be.

use std::io::{BufRead, BufReader};
use std::path::Path;

use selisih::model::{Block, BlockKind, Report, Segments, Span};
use selisih::{read, segment};

const ARCHIVE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/dev/archive.jsonl.gz");

#[test]
fn the_archive_is_read_and_segmented() {
    if !Path::new(ARCHIVE).exists() {
        println!("left out: {ARCHIVE} is not there");
        return;
    }
    let file = std::fs::File::open(ARCHIVE).expect("the archive opens");
    let mut articles = 0;
    for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
        let article: serde_json::Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        let text = article["text"].as_str().expect("a text");
        let id = article["id"].as_str().expect("an id");
        check(&read::text::report(id, id, text.to_owned(), None));
        articles += 1;
    }
    assert!(articles > 1000, "{articles}");
}

#[test]
fn any_text_is_read_and_segmented() {
    let marks: Vec<char> = "\"“”‘’'()[]«».!?…,:;-–—*/•\r\n\t 0aZé\u{200b}\u{feff}\u{301}😀".chars().collect();
    let words =
        ["Tn.", "Baca juga:", "(dam)", "loading...", "Foto:", "Kompas.com", "JAKARTA -", "15/9/2023", "kata", "Dia"];
    // A fixed linear congruential sequence: the same texts at every run.
    let mut state = 1_u64;
    let mut next = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % n
    };
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..next(40) {
            match next(3) {
                0 => text.push_str(words[next(words.len())]),
                _ => text.push(marks[next(marks.len())]),
            }
        }
        check(&read::text::report("x", "x", text, None));
    }
}

fn check(report: &Report) {
    check_blocks(report);
    check_segments(report, &segment::segment(report));
}

fn check_blocks(report: &Report) {
    let text = &report.text;
    let mut at = 0;
    for block in &report.blocks {
        let span = block.span;
        assert!(span.start >= at && span.end > span.start, "{}: blocks overlap or are empty", report.id);
        let gap = &text[at..span.start];
        assert!(gap.trim().is_empty(), "{}: outside any block: {gap:?}", report.id);
        assert_eq!(span.of(text), span.of(text).trim(), "{}", report.id);
        at = span.end;
    }
    assert!(text[at..].trim().is_empty(), "{}: outside any block: {:?}", report.id, &text[at..]);
    if let Some(dateline) = &report.dateline {
        let inside = |span: Option<Span>| span.is_none_or(|s| dateline.span.contains(s));
        assert!(inside(dateline.place) && inside(dateline.outlet), "{}", report.id);
        let held = |b: &Block| b.span.contains(dateline.span) && b.kind == BlockKind::Paragraph;
        assert!(report.blocks.iter().any(held), "{}: the dateline is in no paragraph", report.id);
    }
}

fn check_segments(report: &Report, segments: &Segments) {
    let mut at = 0;
    for sentence in &segments.sentences {
        let block = report.blocks[sentence.block];
        assert!(!matches!(block.kind, BlockKind::Boilerplate(_)), "{}", report.id);
        assert!(block.span.contains(sentence.span), "{}: a sentence outside its block", report.id);
        assert!(sentence.span.start >= at, "{}: sentences overlap", report.id);
        assert!(!sentence.span.of(&report.text).trim().is_empty(), "{}", report.id);
        at = sentence.span.end;
        for token in &segments.tokens[sentence.tokens.clone()] {
            assert!(sentence.span.contains(token.span), "{}: a token outside its sentence", report.id);
            assert!(!token.span.of(&report.text).is_empty(), "{}", report.id);
        }
    }
}
