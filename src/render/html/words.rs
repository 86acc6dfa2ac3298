//! What only the page says, in both languages; the words of all formats are in [`Ui::words`].

use crate::model::{Language, Severity};
use crate::render::ui::{Noun, Ui};

/// Labels and headings of the page. Each is named after what it labels.
pub struct Words {
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
    pub by_report: &'static str,
    pub summary_reports: &'static str,
    pub events: &'static str,
    pub filters: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub every_report: &'static str,
    pub gives: &'static str,
    pub is_silent: &'static str,
    /// What is shown of how many; the script puts the numbers in.
    pub shown_of: &'static str,
    pub all: &'static str,
    pub no_finding: &'static str,
    pub nothing: &'static str,
    pub key_step: &'static str,
    pub key_search: &'static str,
    pub key_escape: &'static str,
    pub told_in: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub no_statement: &'static str,
    pub statements_hint: &'static str,
    pub statement_head: &'static str,
    pub left_out: &'static str,
    about: [&'static str; 3],
    /// A function, so that the compiler sees that no language is missing.
    pub language: fn(Language) -> &'static str,
}

impl Words {
    /// What a severity means, in one line.
    pub fn about(&self, severity: Severity) -> &'static str {
        let [conflict, variant, gap] = self.about;
        match severity {
            Severity::Conflict => conflict,
            Severity::Variant => variant,
            Severity::Gap => gap,
        }
    }
}

/// The page's words in a language.
pub fn of(ui: Ui) -> &'static Words {
    match ui {
        Ui::English => &ENGLISH,
        Ui::Indonesian => &INDONESIAN,
    }
}

static ENGLISH: Words = Words {
    more_place: Noun("more place", "more places"),
    skip: "Skip to the findings",
    sections: "Parts of the page",
    findings: "Findings",
    finding: "Finding",
    statements: "Statements",
    reports: "Reports",
    summary: "Summary",
    summary_more: "Reports, and findings by kind",
    theme_auto: "Theme: system",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    report_head: "Report",
    headline: "Headline",
    language_head: "Language",
    published: "Published",
    sentences: "Sentences",
    by_kind: "Findings by kind",
    by_report: "Statements by report",
    summary_reports: "Reports at a glance",
    events: "These reports tell of several events, each audited by itself",
    filters: "Pick findings",
    search: "Search in the findings",
    search_hint: "Search  /",
    every_report: "Every report",
    gives: "has a reading",
    is_silent: "is silent",
    shown_of: "{} of {} shown",
    all: "Show all",
    no_finding: "No finding: the reports do not disagree as far as selisih reads them.",
    nothing: "No finding is like that.",
    key_step: "next, previous",
    key_search: "search",
    key_escape: "show all again",
    told_in: "statements",
    copy: "Copy id",
    copied: "Copied",
    no_statement: "No statement is told by several reports.",
    statements_hint: "A row for what several reports tell, each in its own words; the numbers are those of findings.",
    statement_head: "Statement",
    left_out: "left out",
    about: [
        "the readings cannot both be right",
        "the same thing in another spelling, wording or precision",
        "some reports are silent",
    ],
    language: english_name,
};

static INDONESIAN: Words = Words {
    more_place: Noun("tempat lagi", "tempat lagi"),
    skip: "Langsung ke temuan",
    sections: "Bagian halaman",
    findings: "Temuan",
    finding: "Temuan",
    statements: "Pernyataan",
    reports: "Laporan",
    summary: "Ringkasan",
    summary_more: "Laporan, dan temuan menurut jenis",
    theme_auto: "Tema: sistem",
    theme_light: "Tema: terang",
    theme_dark: "Tema: gelap",
    report_head: "Laporan",
    headline: "Judul",
    language_head: "Bahasa",
    published: "Terbit",
    sentences: "Kalimat",
    by_kind: "Temuan menurut jenis",
    by_report: "Pernyataan menurut laporan",
    summary_reports: "Laporan sekilas",
    events: "Laporan-laporan ini menceritakan beberapa peristiwa, masing-masing diperiksa sendiri",
    filters: "Pilih temuan",
    search: "Cari di dalam temuan",
    search_hint: "Cari  /",
    every_report: "Semua laporan",
    gives: "memuat versi",
    is_silent: "tidak menyebut",
    shown_of: "{} dari {} ditampilkan",
    all: "Tampilkan semua",
    no_finding: "Tidak ada temuan: sejauh dibaca selisih, laporan-laporan ini tidak berselisih.",
    nothing: "Tidak ada temuan seperti itu.",
    key_step: "berikut, sebelum",
    key_search: "cari",
    key_escape: "tampilkan semua lagi",
    told_in: "pernyataan",
    copy: "Salin id",
    copied: "Tersalin",
    no_statement: "Tidak ada pernyataan yang dimuat beberapa laporan.",
    statements_hint: "Satu baris untuk hal yang dimuat beberapa laporan, dengan kata masing-masing; angka ialah nomor temuan.",
    statement_head: "Pernyataan",
    left_out: "dikesampingkan",
    about: [
        "versi-versi ini tidak mungkin sama-sama benar",
        "hal yang sama dengan ejaan, kata atau ketelitian lain",
        "sebagian laporan tidak menyebut",
    ],
    language: indonesian_name,
};

fn english_name(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "Indonesian",
        Language::English => "English",
        Language::German => "German",
        Language::French => "French",
        Language::Other => "other",
    }
}

fn indonesian_name(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "Indonesia",
        Language::English => "Inggris",
        Language::German => "Jerman",
        Language::French => "Prancis",
        Language::Other => "lain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_are_told_as_everywhere() {
        for severity in Severity::ALL {
            assert_eq!(ENGLISH.about(severity), severity.about());
        }
    }
}
