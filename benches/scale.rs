//! One story of many reports: time and memory of the aligner and of the whole audit.
//!
//! `cargo bench --bench scale` prints both for 250 and 1,000 reports, each in a process of its own, so that the peak of
//! memory is that run's. `cargo bench --bench scale -- write DIR 1000` writes the reports of a story into a folder, for
//! `selisih align DIR` and profilers.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use selisih::model::Report;
use selisih::read;

/// Sentences that all reports tell some of.
const CORE: usize = 60;

/// Sentences of each report that stand in no other.
const OWN: usize = 15;

/// A report tells one core sentence of so many.
const TELLS: usize = 4;

/// Characters of a sentence that is worth telling.
const LENGTH: std::ops::RangeInclusive<usize> = 60..=240;

/// Sentences of a text from which on it can lend some to the core.
const LENDER: usize = 15;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder, count] => write(Path::new(folder), count.parse().expect("a number of reports")),
        [what, count] => measure(what, count.parse().expect("a number of reports")),
        _ => {
            println!(
                "{:6} {:>8} {:>10} {:>11} {:>9} {:>8}",
                "what", "reports", "sentences", "statements", "seconds", "MiB"
            );
            for (what, count) in [("align", 250), ("align", 1000), ("audit", 240), ("audit", 1000)] {
                let program = std::env::current_exe().expect("this program");
                let _ = Command::new(program).args([what, &count.to_string()]).status();
            }
        }
    }
}

/// Reads and aligns, or audits, and prints the figures.
fn measure(what: &str, count: usize) {
    let texts = story(count);
    let start = Instant::now();
    let reports: Vec<Report> = texts.into_iter().map(|(id, text)| read::text::report(&id, &id, text, None)).collect();
    let result = match what {
        "audit" => selisih::audit(&reports, &selisih::Options::default()),
        _ => selisih::align(&reports, &selisih::AlignOptions::default()).audit,
    };
    let seconds = start.elapsed().as_secs_f64();
    let (sentences, statements) = (result.sentences.iter().sum::<usize>(), result.statements.len());
    println!("{what:6} {count:8} {sentences:10} {statements:11} {seconds:9.2} {:8}", peak().unwrap_or(0) / 1024);
}

/// The most memory that this process has held, KiB, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

fn write(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).expect("a folder to write into");
    for (id, text) in story(count) {
        std::fs::write(folder.join(format!("{id}.txt")), text).expect("a file");
    }
}

/// Reports of one event by id, the same at every run: each tells a quarter of the core sentences, with words left out and
/// numbers changed, and sentences of the archive that no other tells.
fn story(count: usize) -> Vec<(String, String)> {
    let texts: Vec<Vec<String>> = texts().iter().map(|t| sentences(t)).collect();
    let lenders = texts.iter().filter(|t| t.len() >= LENDER).flatten();
    let core: Vec<&String> = lenders.filter(|s| LENGTH.contains(&s.chars().count())).take(CORE).collect();
    let mut others = texts.iter().flatten().skip_while(|s| core.contains(s)).cycle();
    let mut chance = Chance(1);
    (0..count)
        .map(|i| {
            let mut lines: Vec<String> = Vec::new();
            for sentence in &core {
                if chance.of(TELLS) == 0 {
                    lines.push(varied(sentence, &mut chance));
                }
            }
            lines.extend(others.by_ref().take(OWN).cloned());
            (format!("r{i:04}"), lines.join("\n\n") + "\n")
        })
        .collect()
}

/// A sentence as another writes it: numbers a little higher, up to three words left out.
fn varied(sentence: &str, chance: &mut Chance) -> String {
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        if let Ok(number) = word.parse::<u32>() {
            *word = number.saturating_add(chance.of(3) as u32).to_string();
        }
    }
    for _ in 0..chance.of(4) {
        if words.len() > 6 {
            words.remove(1 + chance.of(words.len() - 2));
        }
    }
    words.join(" ")
}

/// A text's sentences, as lines and stops tell.
fn sentences(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (at, _) in line.match_indices(". ").filter(|(at, _)| line[at + 2..].starts_with(char::is_uppercase)) {
            out.push(line[start..=at].trim().to_owned());
            start = at + 2;
        }
        out.push(line[start..].trim().to_owned());
    }
    out.retain(|s| s.chars().count() > 30);
    out
}

/// Texts of the archive beside the project; without it, of the stories that the tests use.
fn texts() -> Vec<String> {
    if let Ok(file) = std::fs::File::open("../shared/dev/archive.jsonl.gz") {
        let lines = std::io::read_to_string(flate2::read::GzDecoder::new(file)).expect("UTF-8");
        let text =
            |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
        return lines.lines().filter_map(text).collect();
    }
    let mut files: Vec<_> = std::fs::read_dir("tests/stories")
        .expect("tests/stories")
        .flatten()
        .filter_map(|folder| std::fs::read_dir(folder.path()).ok())
        .flat_map(|folder| folder.flatten().map(|e| e.path()))
        .filter(|f| f.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files.iter().filter_map(|f| std::fs::read_to_string(f).ok()).collect()
}

/// A linear congruential sequence: the same at every run.
struct Chance(u64);

impl Chance {
    /// 0 to `n`, `n` left out.
    fn of(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n
    }
}
