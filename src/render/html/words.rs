//! The page's own words, in both languages.

use crate::model::{Kind, Language, Severity};

/// A noun, for one and for several.
pub type Noun = (&'static str, &'static str);

/// Everything that the page says by itself.
pub struct Words {
    /// BCP 47 code of the language.
    pub lang: &'static str,
    pub report: Noun,
    pub statement: Noun,
    pub sentence: Noun,
    pub block: Noun,
    pub more_place: Noun,
    pub skip: &'static str,
    pub sections: &'static str,
    pub findings: &'static str,
    pub finding: &'static str,
    pub statements: &'static str,
    pub reports: &'static str,
    pub summary: &'static str,
    pub summary_more: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub report_head: &'static str,
    pub headline: &'static str,
    pub language_head: &'static str,
    pub published: &'static str,
    pub sentences: &'static str,
    pub by_kind: &'static str,
    pub events: &'static str,
    pub neutral: &'static str,
    pub litter: &'static str,
    /// Reports that share text: their ids, how many sentences, per cent of the shortest.
    pub one_voice: fn(&str, &str, u8) -> String,
    pub filters: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub every_report: &'static str,
    pub gives: &'static str,
    pub is_silent: &'static str,
    /// What is shown of how many; the script puts the numbers in.
    pub shown_of: &'static str,
    pub all: &'static str,
    pub severity_head: &'static str,
    pub kind_head: &'static str,
    pub no_finding: &'static str,
    pub nothing: &'static str,
    pub key_step: &'static str,
    pub key_search: &'static str,
    pub key_escape: &'static str,
    pub silent: &'static str,
    pub suggestion: &'static str,
    pub told_in: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub no_statement: &'static str,
    pub statements_hint: &'static str,
    pub statement_head: &'static str,
    pub left_out: &'static str,
    severities: [(&'static str, &'static str); 3],
    kinds: fn(Kind) -> &'static str,
    languages: [&'static str; 3],
}

impl Words {
    /// `1 report`, `2 reports`.
    pub fn count(&self, n: usize, noun: Noun) -> String {
        format!("{n} {}", if n == 1 { noun.0 } else { noun.1 })
    }

    pub fn severity(&self, severity: Severity) -> &'static str {
        self.severities[severity as usize].0
    }

    /// What a severity means, in one line.
    pub fn about(&self, severity: Severity) -> &'static str {
        self.severities[severity as usize].1
    }

    pub fn kind(&self, kind: Kind) -> &'static str {
        (self.kinds)(kind)
    }

    pub fn language(&self, language: Language) -> &'static str {
        self.languages[language as usize]
    }
}

pub static ENGLISH: Words = Words {
    lang: "en",
    report: ("report", "reports"),
    statement: ("statement", "statements"),
    sentence: ("sentence", "sentences"),
    block: ("block", "blocks"),
    more_place: ("more place", "more places"),
    skip: "Skip to the findings",
    sections: "Parts of the page",
    findings: "Findings",
    finding: "Finding",
    statements: "Statements",
    reports: "Reports",
    summary: "Summary",
    summary_more: "Reports and kinds",
    theme_auto: "Theme: system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    report_head: "Report",
    headline: "Headline",
    language_head: "Language",
    published: "Published",
    sentences: "Sentences",
    by_kind: "Findings by kind",
    events: "These reports tell of several events, each audited by itself",
    neutral: "Neither Indonesian nor English, read by language-neutral rules only",
    litter: "Left out as litter of web pages, grey in the reports",
    one_voice: |ids, sentences, percent| {
        format!("One voice: {ids} share {sentences} ({percent}% of the shortest).")
    },
    filters: "Pick findings",
    search: "Search in the findings",
    search_hint: "Search  /",
    every_report: "Every report",
    gives: "has a reading",
    is_silent: "is silent",
    shown_of: "{} of {} shown",
    all: "Show all",
    severity_head: "Severity",
    kind_head: "Kind",
    no_finding: "No finding: the reports do not disagree as far as selisih reads them.",
    nothing: "No finding is like that.",
    key_step: "next, previous",
    key_search: "search",
    key_escape: "show all again",
    silent: "silent",
    suggestion: "suggestion",
    told_in: "statements",
    copy: "Copy id",
    copied: "Copied",
    no_statement: "No statement is told by several reports.",
    statements_hint: "A row for what several reports tell, each in its own words; the numbers are those of findings.",
    statement_head: "Statement",
    left_out: "left out",
    severities: [
        ("conflict", "the readings cannot both be right"),
        ("variant", "the same thing in another spelling, wording or precision"),
        ("gap", "some reports are silent"),
    ],
    kinds: Kind::id,
    languages: ["Indonesian", "English", "other"],
};

pub static INDONESIAN: Words = Words {
    lang: "id",
    report: ("laporan", "laporan"),
    statement: ("pernyataan", "pernyataan"),
    sentence: ("kalimat", "kalimat"),
    block: ("blok", "blok"),
    more_place: ("tempat lagi", "tempat lagi"),
    skip: "Langsung ke temuan",
    sections: "Bagian halaman",
    findings: "Temuan",
    finding: "Temuan",
    statements: "Pernyataan",
    reports: "Laporan",
    summary: "Ringkasan",
    summary_more: "Laporan dan jenis temuan",
    theme_auto: "Tema: sistem",
    theme_light: "Tema: terang",
    theme_dark: "Tema: gelap",
    report_head: "Laporan",
    headline: "Judul",
    language_head: "Bahasa",
    published: "Terbit",
    sentences: "Kalimat",
    by_kind: "Temuan menurut jenis",
    events: "Laporan-laporan ini menceritakan beberapa peristiwa, masing-masing diperiksa sendiri",
    neutral: "Bukan bahasa Indonesia atau Inggris, dibaca dengan aturan umum saja",
    litter: "Ditinggalkan sebagai sisa halaman web, kelabu di dalam laporan",
    one_voice: |ids, sentences, percent| {
        format!("Satu suara: {ids} berbagi {sentences} ({percent}% dari yang terpendek).")
    },
    filters: "Pilih temuan",
    search: "Cari di dalam temuan",
    search_hint: "Cari  /",
    every_report: "Semua laporan",
    gives: "memuat bacaan",
    is_silent: "diam",
    shown_of: "{} dari {} ditampilkan",
    all: "Tampilkan semua",
    severity_head: "Tingkat",
    kind_head: "Jenis",
    no_finding: "Tidak ada temuan: sejauh dibaca selisih, laporan-laporan ini tidak berselisih.",
    nothing: "Tidak ada temuan seperti itu.",
    key_step: "berikut, sebelum",
    key_search: "cari",
    key_escape: "tampilkan semua lagi",
    silent: "diam",
    suggestion: "saran",
    told_in: "pernyataan",
    copy: "Salin id",
    copied: "Tersalin",
    no_statement: "Tidak ada pernyataan yang dimuat beberapa laporan.",
    statements_hint: "Satu baris untuk hal yang dimuat beberapa laporan, dengan kata masing-masing; angka ialah nomor temuan.",
    statement_head: "Pernyataan",
    left_out: "ditinggalkan",
    severities: [
        ("konflik", "bacaan-bacaan ini tidak mungkin sama-sama benar"),
        ("varian", "hal yang sama dengan ejaan, kata atau ketelitian lain"),
        ("celah", "sebagian laporan diam"),
    ],
    kinds: indonesian_kind,
    languages: ["Indonesia", "Inggris", "lain"],
};

fn indonesian_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "nama",
        Kind::Title => "jabatan",
        Kind::Place => "tempat",
        Kind::Number => "angka",
        Kind::Date => "waktu",
        Kind::Item => "barang",
        Kind::Term => "istilah",
        Kind::Quote => "kutipan",
        Kind::Attribution => "sumber",
        Kind::Role => "pelaku",
        Kind::Polarity => "sangkalan",
        Kind::Modality => "kepastian",
        Kind::Circumstance => "keadaan",
        Kind::Coverage => "liputan",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_and_languages_stand_in_their_order() {
        for severity in Severity::ALL {
            assert_eq!((ENGLISH.severity(severity), ENGLISH.about(severity)), (severity.id(), severity.about()));
        }
        let languages = [Language::Indonesian, Language::English, Language::Other];
        assert_eq!(languages.map(|l| INDONESIAN.language(l)), ["Indonesia", "Inggris", "lain"]);
    }
}
