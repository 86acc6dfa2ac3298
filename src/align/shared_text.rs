//! Which reports share text: copies and light edits of one wire story, whole or in passages.
//!
//! Near-linear: every run of `SHINGLE` words is hashed, and a sentence is looked up only in the first report that has
//! its runs, so that a thousand copies make a thousand links and not half a million.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

use crate::model::story::Source;
use crate::model::{Segments, Shape, SharedText};

/// Words of a run. Two writers rarely hit on the same six words in a row; five catch set phrases of agencies.
const SHINGLE: usize = 6;

/// The shortest sentence looked at, words: shorter ones (`Polisi masih menyelidiki kasus ini.`) are alike by chance.
const MIN_WORDS: usize = 9;

/// The share of a sentence's runs that the other report must have, per cent: one word changed in the middle of a
/// sentence of twenty takes six of its fifteen runs.
const SENTENCE_PERCENT: usize = 50;

/// Sentences that must be shared before two reports share a passage: one alone is a statement handed to all.
const PASSAGE_SENTENCES: usize = 2;

/// From this share of the shortest report's sentences on two reports are one voice, per cent.
const VOICE_PERCENT: u8 = 50;

/// Which of the reports share text, by the first report of each group.
pub fn shared(sources: &[Source<'_>]) -> Vec<SharedText> {
    let mut holders: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
    let mut links: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut matched: Vec<Vec<bool>> = sources.iter().map(|s| vec![false; s.segments.sentences.len()]).collect();
    for (report, source) in sources.iter().enumerate() {
        for sentence in 0..source.segments.sentences.len() {
            let runs = shingles(source, sentence);
            let Some((other, there)) = holder(&runs, &holders).filter(|h| h.0 != report) else {
                for run in runs {
                    holders.entry(run).or_insert((report, sentence));
                }
                continue;
            };
            *links.entry((other, report)).or_default() += 1;
            matched[report][sentence] = true;
            matched[other][there] = true;
            for run in runs {
                holders.entry(run).or_insert((report, sentence));
            }
        }
    }
    groups(sources, &links, &matched)
}

/// How many independent voices the reports are: copies of one story count once.
pub fn voices(shared: &[SharedText], reports: &[usize]) -> usize {
    let mut seen: Vec<usize> = reports.to_vec();
    seen.sort_unstable();
    seen.dedup();
    let copies = |group: &SharedText| seen.iter().filter(|r| group.reports.contains(r)).count().saturating_sub(1);
    let copied: usize = shared.iter().filter(|g| g.percent >= VOICE_PERCENT).map(copies).sum();
    seen.len() - copied.min(seen.len().saturating_sub(1))
}

/// The runs of words of a sentence, hashed; none where it is short, or mostly a quote that everybody was given.
fn shingles(source: &Source<'_>, sentence: usize) -> Vec<u64> {
    let segments: &Segments = &source.segments;
    let tokens = segments.sentences[sentence].tokens.clone();
    let quoted = |t: usize| {
        let quotes = &source.extract.quotes;
        let n = quotes.partition_point(|q| q.at.tokens.end <= t);
        quotes.get(n).is_some_and(|q| q.at.tokens.contains(&t))
    };
    let words: Vec<&str> = tokens
        .filter(|&t| segments.tokens[t].shape != Shape::Mark && !quoted(t))
        .map(|t| &*segments.tokens[t].norm)
        .collect();
    if words.len() < MIN_WORDS {
        return Vec::new();
    }
    words
        .windows(SHINGLE)
        .map(|run| {
            let mut hasher = FxHasher::default();
            run.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}

/// The sentence that holds enough of these runs.
fn holder(runs: &[u64], holders: &FxHashMap<u64, (usize, usize)>) -> Option<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = runs.iter().filter_map(|r| holders.get(r).copied()).collect();
    found.sort_unstable();
    let best = found.chunk_by(|a, b| a == b).max_by_key(|same| (same.len(), std::cmp::Reverse(same[0])))?;
    let reports = found.iter().filter(|f| f.0 == best[0].0).count();
    (reports * 100 >= runs.len() * SENTENCE_PERCENT).then_some(best[0])
}

/// Reports that share passages, put together.
fn groups(sources: &[Source<'_>], links: &FxHashMap<(usize, usize), usize>, matched: &[Vec<bool>]) -> Vec<SharedText> {
    let mut group: Vec<usize> = (0..sources.len()).collect();
    let mut edges: Vec<(usize, usize)> =
        links.iter().filter(|(_, n)| **n >= PASSAGE_SENTENCES).map(|(pair, _)| *pair).collect();
    edges.sort_unstable();
    for (a, b) in edges {
        let (from, to) = (group[a].max(group[b]), group[a].min(group[b]));
        group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
    }
    let mut out = Vec::new();
    for first in 0..sources.len() {
        let reports: Vec<usize> = (first..sources.len()).filter(|&r| group[r] == first).collect();
        if reports.len() < 2 {
            continue;
        }
        let count = |r: &usize| matched[*r].iter().filter(|m| **m).count();
        let shortest = reports.iter().copied().min_by_key(|&r| (matched[r].len(), r)).unwrap_or(first);
        let sentences = reports.iter().map(count).max().unwrap_or(0);
        let percent = count(&shortest) * 100 / matched[shortest].len().max(1);
        out.push(SharedText { reports, sentences, percent: percent.min(100) as u8 });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Lexicon;
    use crate::model::mention::Extract;
    use crate::model::{Language, Report};

    fn shared_by(texts: &[&str]) -> Vec<SharedText> {
        let reports: Vec<Report> = texts
            .iter()
            .enumerate()
            .map(|(n, t)| crate::read::text::report(&format!("r{n}"), "", (*t).to_owned(), Some(Language::Indonesian)))
            .collect();
        let sources: Vec<Source<'_>> = reports
            .iter()
            .map(|report| {
                let segments = crate::segment::segment(report);
                let lexicon = Lexicon::of(report.language);
                let quotes = crate::extract::quotes::quotes(report, &segments, lexicon, &[]);
                Source { report, segments, extract: Extract { quotes, ..Extract::default() } }
            })
            .collect();
        shared(&sources)
    }

    const WIRE: &str = "Banjir setinggi dua meter merendam ratusan rumah di tiga desa sejak Senin malam.\n\
        Warga mengungsi ke balai desa dan masjid karena air sungai terus meluap sampai pagi hari.\n\
        Petugas gabungan mengirim perahu karet serta dapur umum ke lokasi yang terdampak paling parah.";

    #[test]
    fn copies_and_light_edits_are_one_voice() {
        let edited = WIRE.replace("dua meter", "dua meter lebih").replace("Petugas", "Kemarin petugas");
        let own = "Ratusan rumah terendam air setelah tanggul jebol, kata kepala desa kepada wartawan kemarin sore.\n\
            Tidak ada korban dalam peristiwa yang terjadi untuk ketiga kalinya sejak awal tahun ini.";
        let found = shared_by(&[WIRE, own, &edited, WIRE]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].reports, [0, 2, 3]);
        assert_eq!(found[0].sentences, 3);
        assert_eq!(voices(&found, &[0, 1, 2, 3]), 2);
        assert_eq!(voices(&found, &[1, 2]), 2);
        assert_eq!(voices(&found, &[]), 0);
    }

    #[test]
    fn a_quote_that_all_were_given_is_no_shared_text() {
        let a = "\"Kami meminta maaf kepada seluruh warga atas keterlambatan bantuan yang terjadi pekan ini,\" kata bupati.\n\
            Bupati datang dengan helikopter bersama dua orang anggota dewan dari kabupaten tetangga.";
        let b = "\"Kami meminta maaf kepada seluruh warga atas keterlambatan bantuan yang terjadi pekan ini,\" ujarnya.\n\
            Bantuan terlambat lima hari karena jalan menuju desa itu masih tertutup longsor sepanjang seratus meter.";
        assert!(shared_by(&[a, b]).is_empty());
    }

    #[test]
    fn a_passage_is_enough() {
        let b = format!(
            "{WIRE}\n{}",
            "Kejadian lain di kota sebelah membuat warga cemas dan bertanya-tanya sepanjang hari itu juga.\n".repeat(4)
        );
        let found = shared_by(&[WIRE, &b]);
        assert_eq!((found.len(), found[0].percent), (1, 100));
    }
}
