//! Bahasa Indonesia.

use super::{Noun, Row, Words};
use crate::model::Kind;

/// The language's words.
pub static WORDS: Words = Words {
    report: Noun("laporan", "laporan"),
    statement: Noun("pernyataan", "pernyataan"),
    sentence: Noun("kalimat", "kalimat"),
    block: Noun("blok", "blok"),
    severities: [Noun("pertentangan", "pertentangan"), Noun("varian", "varian"), Noun("kekosongan", "kekosongan")],
    finding: Noun("temuan", "temuan"),
    decision: "keputusan",
    rulings: ["diterima", "perlu diperbaiki", "perlu diperiksa"],
    until: " sampai {day}",
    hidden: "Diterima dan tidak ditampilkan: {findings} (--show-decided menampilkannya).",
    past: "Keputusan yang lewat batas waktunya dan tidak berlaku lagi: {ids}.",
    gone: "Keputusan yang temuannya tidak ada lagi: {ids}.",
    no_finding: "tidak ada temuan",
    headings: ["temuan", "versi", "laporan:baris"],
    columns: ["Tingkat", "Jenis", "Perihal", "Versi", "Tidak menyebut"],
    bold: "Tebal dalam versi: kata yang tidak ada dalam versi lain. Tebal dalam kalimat: kata-kata persis versi itu.",
    silent: "tidak menyebut",
    suggestion: "saran",
    line: "baris",
    id: "Id",
    more: "dan {n} lagi",
    one_voice: "Satu suara: {reports} berbagi {sentences} ({percent}% dari yang terpendek).",
    neutral: "Bukan bahasa Indonesia atau Inggris, dibaca hanya dengan aturan yang tidak bergantung pada bahasa: {reports}.",
    left_out: "Dikesampingkan sebagai sampah halaman web: {blocks} (didaftar oleh --format json).",
    not_annotated: "tanpa anotasi: {findings}",
    and: "dan",
    within: "di",
    only: "Hanya {who} yang",
    is_silent: "{who} tidak menyebutnya",
    more_readings: "dan {n} versi lain",
    both: ["keduanya", "semuanya"],
    nameless: "hal yang sama",
    speaker: "narasumber yang sama",
    of: " soal {subject}",
    honorifics: "Sapaan yang dipakai tidak seragam",
    agencies: "Kantor berita yang dirujuk berbeda-beda",
    subjects: ["sapaan", "kantor berita"],
    majority: "{most} dari {total} laporan menulisnya begitu",
    style_guide: "pedoman gaya",
    guided: "Pedoman gaya memakai {preferred}",
    calendar: "menurut kalender: {day}",
    row,
};

#[rustfmt::skip] // one line a text
fn row(kind: Kind) -> Row {
    match kind {
        Kind::Name => Row {
            name: "nama",
            conflict: "Nama-nama untuk {quoted} tidak mungkin {both} benar",
            variant: "Nama {quoted} ditulis dengan {n} cara",
            gap: "{who} menyebut nama {values}{of}",
        },
        Kind::Title => Row {
            name: "jabatan",
            conflict: "Jabatan atau sebutan untuk {subject} tidak mungkin {both} benar",
            variant: "{subject} disebut dengan {n} jabatan atau sebutan",
            gap: "{who} menyebut jabatan atau sebutan {subject}: {values}",
        },
        Kind::Place => Row {
            name: "tempat",
            conflict: "Tempat yang disebut untuk {quoted} tidak mungkin {both} benar",
            variant: "Tempat {quoted} disebut dengan {n} cara",
            gap: "{who} menyebut tempat {values}{of}",
        },
        Kind::Number => Row {
            name: "angka",
            conflict: "Angka untuk {quoted} tidak mungkin {both} benar",
            variant: "Angka untuk {quoted} berbeda penulisan atau ketelitiannya",
            gap: "{who} menyebut angka untuk {quoted}: {values}",
        },
        Kind::Date => Row {
            name: "waktu",
            conflict: "Tanggal atau waktu untuk {quoted} tidak mungkin {both} benar",
            variant: "Tanggal atau waktu untuk {quoted} berbeda penulisan atau ketelitiannya",
            gap: "{who} menyebut tanggal atau waktu untuk {quoted}: {values}",
        },
        Kind::Item => Row {
            name: "rincian",
            conflict: "Rincian yang disebut{of} tidak mungkin {both} benar",
            variant: "Hal yang sama{of} disebut dengan {n} cara",
            gap: "{who} menyebut {values}{of}",
        },
        Kind::Term => Row {
            name: "istilah",
            conflict: "Istilah yang dipakai{of} tidak mungkin {both} benar",
            variant: "Hal yang sama{of} disebut dengan {n} istilah",
            gap: "{who} memakai istilah {values}{of}",
        },
        Kind::Quote => Row {
            name: "kutipan",
            conflict: "Kutipan ucapan {speaker} tidak mungkin {both} benar",
            variant: "Ucapan {speaker} dikutip dalam {n} versi",
            gap: "{who} mengutip {speaker}: {values}",
        },
        Kind::Attribution => Row {
            name: "sumber",
            conflict: "Sumber yang disebut untuk {quoted} tidak mungkin {both} benar",
            variant: "{quoted} disebut berasal dari {n} sumber",
            gap: "{who} menyebut sumber {quoted}: {values}",
        },
        Kind::Role => Row {
            name: "peran",
            conflict: "Pemberitaan tentang {quoted} bertentangan soal siapa berbuat apa kepada siapa",
            variant: "Pemberitaan tentang {quoted} berbeda soal siapa berbuat apa kepada siapa",
            gap: "{who} menyebut siapa berbuat apa dalam {quoted}: {values}",
        },
        Kind::Polarity => Row {
            name: "bantahan",
            conflict: "{quoted} dinyatakan benar sekaligus dibantah",
            variant: "Pemberitaan tentang {quoted} berbeda soal benar tidaknya",
            gap: "{who} menyebut benar tidaknya {quoted}: {values}",
        },
        Kind::Modality => Row {
            name: "kepastian",
            conflict: "Pemberitaan tentang {quoted} bertentangan soal sudah tidaknya hal itu terjadi",
            variant: "Pemberitaan tentang {quoted} berbeda soal kepastiannya (sudah terjadi, baru rencana, mungkin, atau dugaan)",
            gap: "{who} menyebut seberapa pasti {quoted}: {values}",
        },
        Kind::Circumstance => Row {
            name: "keadaan",
            conflict: "Keterangan waktu, tempat, atau cara untuk {quoted} tidak mungkin {both} benar",
            variant: "Keterangan waktu, tempat, atau cara untuk {quoted} berbeda",
            gap: "{who} memberi keterangan tentang {quoted}: {values}",
        },
        Kind::Coverage => Row {
            name: "liputan",
            conflict: "Pemberitaan tentang {quoted} tidak mungkin {both} benar",
            variant: "{quoted} diberitakan dalam {n} versi",
            gap: "{who} memberitakan {values}{of}",
        },
    }
}
