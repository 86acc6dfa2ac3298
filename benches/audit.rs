//! What the program is for, at three sizes: five reports, one story of 1,000, an archive's articles.

use divan::Bencher;
use selisih::model::Report;
use selisih::{AlignOptions, Options, align, audit, extract, read, segment};

fn main() {
    divan::main();
}

/// The project's own five reports.
fn five() -> Vec<Report> {
    let mut files: Vec<_> = std::fs::read_dir("reports").expect("reports/").flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let read = |f: &std::path::PathBuf| {
        let id = f.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        read::text::report(&id, &id, std::fs::read_to_string(f).expect("UTF-8"), None)
    };
    files.iter().map(read).collect()
}

/// Texts of the archive beside the project; of the five reports, again and again, where there is none.
fn archive(count: usize) -> Vec<String> {
    let texts: Vec<String> = std::fs::File::open("../shared/dev/archive.jsonl.gz").map_or_else(
        |_| five().into_iter().map(|r| r.text).collect(),
        |file| {
            std::io::read_to_string(flate2::read::GzDecoder::new(file))
                .expect("UTF-8")
                .lines()
                .filter_map(|line| {
                    serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned)
                })
                .collect()
        },
    );
    texts.iter().cycle().take(count).cloned().collect()
}

/// The five reports end to end in memory: segment, extract, align, compare.
#[divan::bench]
fn five_reports(bencher: Bencher<'_, '_>) {
    let reports = five();
    bencher.bench_local(|| audit(&reports, &Options::default()));
}

/// The five reports in memory, without comparing anything: segment, extract, align.
#[divan::bench]
fn five_reports_aligned(bencher: Bencher<'_, '_>) {
    let reports = five();
    bencher.bench_local(|| align(&reports, &AlignOptions::default()));
}

/// One story of so many reports, made of the archive's articles with a lead that they share, so that all are one event.
#[divan::bench(args = [250, 1000], sample_count = 1, sample_size = 1)]
fn one_story(bencher: Bencher<'_, '_>, count: usize) {
    let lead = &five()[0].text;
    let reports: Vec<Report> = archive(count)
        .iter()
        .enumerate()
        .map(|(i, text)| {
            let id = format!("r{i:04}");
            let varied = lead.replace("lima jam", &format!("{} jam", 3 + i % 4));
            read::text::report(&id, &id, format!("{varied}\n\n{text}"), None)
        })
        .collect();
    bencher.bench_local(|| audit(&reports, &Options::default()));
}

/// The archive's articles read, segmented and extracted.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn archive_read_segmented_extracted(bencher: Bencher<'_, '_>) {
    let texts = archive(3301);
    bencher.bench_local(|| {
        texts
            .iter()
            .map(|text| {
                let report = read::text::report("r", "r", text.clone(), None);
                let segments = segment::segment(&report);
                extract::extract(&report, &segments).names.len()
            })
            .sum::<usize>()
    });
}
