//! Stories that the comparators of events must flag, and twins that they must not.

use crate::model::Kind::{self, Circumstance, Modality, Polarity, Role};
use crate::model::Language;

/// Kinds raised among these four for reports of one language.
fn kinds(language: Language, texts: &[&str]) -> Vec<Kind> {
    let reports: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(i, t)| crate::read::text::report(&format!("r{i}"), "r", (*t).to_owned(), Some(language)))
        .collect();
    let audit = crate::audit(&reports, &crate::Options::default());
    let ours = [Modality, Polarity, Role, Circumstance];
    let mut kinds: Vec<Kind> = audit.findings.iter().map(|f| f.kind).filter(|k| ours.contains(k)).collect();
    kinds.dedup();
    kinds
}

#[test]
fn indonesian_stories() {
    let table: &[(&[&str], &[Kind])] = &[
        // Done and planned.
        (
            &[
                "Bupati Sutrisno sudah meresmikan jembatan gantung Cilandeuh di Desa Sukamaju, kata warga.",
                "Bupati Sutrisno akan meresmikan jembatan gantung Cilandeuh di Desa Sukamaju, kata warga.",
            ],
            &[Modality],
        ),
        (
            &[
                "Gubernur Hartono tiba di Pelabuhan Tanjungwangi. Ia disambut warga.",
                "Gubernur Hartono akan mengunjungi Pelabuhan Tanjungwangi. Warga menunggu.",
            ],
            &[Modality],
        ),
        // A plan both times.
        (
            &[
                "Gubernur Hartono akan mengunjungi Pelabuhan Tanjungwangi besok.",
                "Gubernur Hartono berencana mengunjungi Pelabuhan Tanjungwangi besok.",
            ],
            &[],
        ),
        // Suspected, and a case.
        (
            &[
                "Kepala Desa Warsito terjerat kasus penggelapan.",
                "Kepala Desa Warsito diperiksa dalam dugaan penggelapan.",
            ],
            &[Modality],
        ),
        (
            &[
                "Kepala Desa Warsito diperiksa dalam kasus dugaan penggelapan.",
                "Kepala Desa Warsito diperiksa dalam dugaan penggelapan.",
            ],
            &[],
        ),
        // Told, and says that he was not.
        (
            &[
                "Camat Wiryo mengatakan sudah melaporkan kejadian itu ke Bupati Sutrisno.",
                "\"Saya belum tahu soal itu,\" kata Bupati Sutrisno.",
            ],
            &[Polarity],
        ),
        (
            &[
                "Camat Wiryo mengatakan sudah melaporkan kejadian itu ke Gubernur Hartono.",
                "\"Saya belum tahu soal itu,\" kata Bupati Sutrisno.",
            ],
            &[],
        ),
    ];
    for (texts, expected) in table.iter().chain(MORE) {
        assert_eq!(kinds(Language::Indonesian, texts), *expected, "{texts:?}");
    }
}

#[test]
fn english_stories() {
    let table: &[(&[&str], &[Kind])] = &[
        (
            &[
                "The ferry Aurora replaced the ferry Brindisi in May.",
                "The ferry Aurora will eventually replace the ferry Brindisi.",
            ],
            &[Modality],
        ),
        (
            &[
                "The ferry Aurora replaced the ferry Brindisi in May.",
                "The ferry Aurora had replaced the ferry Brindisi.",
            ],
            &[],
        ),
        (&["The robbers fled.", "The robbers attempted to flee."], &[Modality]),
        (&["The robbers fled.", "The robbers fled on a motorcycle."], &[]),
    ];
    for (texts, expected) in table.iter().chain(MORE_ENGLISH) {
        assert_eq!(kinds(Language::English, texts), *expected, "{texts:?}");
    }
}

/// Stories, and what they must flag.
type Table = &'static [(&'static [&'static str], &'static [Kind])];

/// Facts denied, left open, contrary, turned round; and twins.
const MORE: Table = &[
    (&["Petugas menyegel gudang pupuk Sumberwangi.", "Gudang pupuk Sumberwangi tidak disegel petugas."], &[Polarity]),
    (&["Petugas menyegel gudang pupuk Sumberwangi.", "Petugas menyegel gudang pupuk Sumberwangi siang itu."], &[]),
    // What is refused has been lodged.
    (&["Warga mengajukan gugatan lahan Sumberwangi.", "Hakim menolak gugatan yang diajukan warga Sumberwangi."], &[]),
    // A rule is no denial.
    (&["Jembatan gantung Cilandeuh roboh malam itu.", "Jembatan gantung Cilandeuh tidak boleh sampai roboh."], &[]),
    (&["Sebuah truk menabrak angkot di Cilandeuh.", "Sebuah truk ditabrak angkot di Cilandeuh."], &[Role]),
    (&["Sebuah truk menabrak angkot di Cilandeuh.", "Sebuah angkot ditabrak truk di Cilandeuh."], &[]),
    (
        &[
            "Kata Sutrisno dalam keterangan tertulis, jembatan Cilandeuh aman.",
            "Kata Sutrisno saat dihubungi, jembatan Cilandeuh aman.",
        ],
        &[Circumstance],
    ),
    (
        &[
            "Kata Sutrisno dalam keterangan tertulis, jembatan Cilandeuh aman.",
            "Kata Sutrisno dalam siaran pers, jembatan Cilandeuh aman.",
        ],
        &[],
    ),
];

/// The same in English.
const MORE_ENGLISH: Table = &[
    (&["The council sealed the grain store in Marrowby.", "The grain store in Marrowby was not sealed."], &[Polarity]),
    (&["The council sealed the grain store in Marrowby.", "The grain store in Marrowby was sealed."], &[]),
    (
        &["The firm will close the Marrowby mill.", "The firm has not decided whether to close the Marrowby mill."],
        &[Polarity],
    ),
    // Two denials tell nothing surely.
    (
        &["The firm paid the Marrowby millers.", "The firm denied reports that it had not paid the Marrowby millers."],
        &[],
    ),
];
