//! What must be flagged and what must not, with invented sentences.

use super::*;
use crate::compare::quote::tests::{PADDING, with_story};
use crate::model::Language;

type Members<'a> = &'a [(usize, &'a str)];

/// Severity and readings of each finding.
fn found(texts: &[&str], language: Language, statements: &[Members<'_>]) -> Vec<(Severity, String)> {
    let padding = PADDING[usize::from(language == Language::English)];
    let texts: Vec<String> = texts.iter().map(|t| format!("{t}\n\n{padding}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    with_story(&texts, language, statements, |story| {
        let values = |f: &Finding| f.readings.iter().map(|r| r.value.clone()).collect::<Vec<_>>().join("/");
        compare(story).iter().map(|f| (f.severity, values(f))).collect()
    })
}

#[test]
fn other_sources_of_one_statement_are_flagged() {
    use Language::{English, Indonesian};
    use Severity::{Conflict, Variant};
    let told: &[Members<'_>] = &[&[(0, "kapal"), (1, "kapal")]];
    let flood: &[Members<'_>] = &[&[(0, "flood"), (1, "flood")]];
    for (texts, language, statements, wanted) in [
        (
            &[
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata Budi.",
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata Sari.",
            ][..],
            Indonesian,
            &[][..],
            (Conflict, "Budi Santoso/Sari Dewi"),
        ),
        (
            &[
                "\"Tamu kembali ke ibu kota, namun kunjungan delegasi akan berlanjut beberapa hari,\" kata Budi.",
                "\"Meskipun tamu kembali ke ibu kota, kunjungan delegasi diperkirakan akan berlanjut beberapa hari lagi,\" kata Kremlin.",
            ],
            Indonesian,
            &[],
            (Variant, "Budi Santoso/Kremlin"),
        ),
        (
            &[
                "\"Pelaku masuk lewat jendela dapur lalu mengambil perhiasan,\" kata Budi.",
                "\"Pelaku masuk lewat jendela dapur lalu mengambil perhiasan,\" kata seorang warga.",
            ],
            Indonesian,
            &[],
            (Variant, "Budi Santoso/seorang warga"),
        ),
        (
            &[
                "Budi mengatakan kapal barang itu tenggelam di selat bersama muatan semen.",
                "Menurut Sari, kapal barang itu tenggelam di selat bersama muatan semen.",
            ],
            Indonesian,
            told,
            (Variant, "Budi Santoso/Sari Dewi"),
        ),
        (
            &[
                "Kapal tenggelam karena mesin meledak di tengah laut, menurut Reuters.",
                "Kapal tenggelam setelah mesin meledak di tengah laut, lapor Xinhua.",
            ],
            Indonesian,
            &[&[(0, "Kapal"), (1, "Kapal")]],
            (Variant, "Reuters/Xinhua"),
        ),
        (
            &["Dilansir dari Reuters, kapal tenggelam di selat.", "Kapal tenggelam.\n\nSumber: TASS"],
            Indonesian,
            &[&[(0, "kapal"), (1, "Kapal")]],
            (Variant, "Reuters/TASS"),
        ),
        (
            &[
                "Budi menjelaskan kapal itu membawa dua ratus ton semen menuju pulau.",
                "Kapal itu membawa dua ratus ton semen menuju pulau, ujar Sari.",
            ],
            Indonesian,
            &[&[(0, "kapal"), (1, "Kapal")]],
            (Variant, "Budi Santoso/Sari Dewi"),
        ),
        (
            &[
                "\"Our keeper saved two penalties with a broken finger,\" said Cole.",
                "\"Our keeper saved two penalties with a broken finger,\" said Webb.",
            ],
            English,
            &[],
            (Conflict, "Jane Cole/Mark Webb"),
        ),
        (
            &[
                "\"The dam gates failed shortly before midnight on Sunday,\" said Webb.",
                "\"The dam gates failed shortly before midnight on Sunday,\" the Navy said.",
            ],
            English,
            &[],
            (Variant, "Mark Webb/Navy"),
        ),
        (
            &[
                "\"The dam gates failed shortly before midnight on Sunday,\" said Webb.",
                "\"The dam gates failed shortly before midnight on Sunday,\" said a senior engineer.",
            ],
            English,
            &[],
            (Variant, "Mark Webb/a senior engineer"),
        ),
        (
            &[
                "Jane Cole said the flood destroyed ninety houses near the quarry.",
                "According to Mark Webb, the flood destroyed ninety houses near the quarry.",
            ],
            English,
            flood,
            (Variant, "Jane Cole/Mark Webb"),
        ),
        (
            &[
                "The flood destroyed ninety houses near the quarry, Jane Cole said.",
                "The flood destroyed ninety houses around the quarry, Mark Webb said.",
            ],
            English,
            flood_capital(),
            (Variant, "Jane Cole/Mark Webb"),
        ),
        (
            &[
                "\"We found the missing climbers alive inside a cave,\" Jane Cole told reporters.",
                "Webb said: \"We found the missing climbers alive inside a cave.\"",
            ],
            English,
            &[],
            (Conflict, "Jane Cole/Mark Webb"),
        ),
        (
            &[
                "\"The singer cancelled her winter concerts after surgery,\" said Cole.",
                "\"The singer has cancelled her winter concerts after surgery,\" said Webb.",
            ],
            English,
            &[],
            (Conflict, "Jane Cole/Mark Webb"),
        ),
        (
            &[
                "\"Hakim menolak seluruh keberatan terdakwa pagi tadi,\" ujar Sari.",
                "\"Hakim menolak seluruh keberatan terdakwa tadi pagi,\" ujar Polda Jabar.",
            ],
            Indonesian,
            &[],
            (Variant, "Polda Jabar/Sari Dewi"),
        ),
    ] {
        let findings = found(texts, language, statements);
        let (severity, readings) = wanted;
        assert_eq!(findings, [(severity, readings.to_owned())], "{texts:?}");
    }
}

fn flood_capital() -> &'static [Members<'static>] {
    &[&[(0, "The flood"), (1, "The flood")]]
}

#[test]
fn silent_open_and_agreeing_sources_are_not_flagged() {
    use Language::{English, Indonesian};
    let told: &[Members<'_>] = &[&[(0, "kapal"), (1, "kapal")]];
    for (texts, language, statements) in [
        // One report credits nobody.
        (
            &[
                "Budi mengatakan kapal tenggelam karena mesin meledak di laut.",
                "Sebuah kapal tenggelam karena mesin meledak di laut.",
            ][..],
            Indonesian,
            told,
        ),
        // Short and full name.
        (
            &[
                "Budi Santoso mengatakan kapal tenggelam karena mesin meledak.",
                "Menurut Budi, kapal tenggelam karena mesin meledak.",
            ],
            Indonesian,
            told,
        ),
        // An agency that quotes the other report's speaker.
        (
            &[
                "AFP mengutip Budi Santoso yang mengatakan bahwa kapal tenggelam karena mesin meledak.",
                "Menurut Budi, kapal tenggelam karena mesin meledak.",
            ],
            Indonesian,
            told,
        ),
        (
            &[
                "AFP mengutip Budi Santoso yang mengatakan bahwa kapal tenggelam karena mesin meledak.",
                "Menurut AFP, kapal tenggelam karena mesin meledak.",
            ],
            Indonesian,
            told,
        ),
        // Other content.
        (
            &[
                "Budi mengatakan kapal tenggelam karena mesin meledak.",
                "Sari mengatakan kapal itu milik perusahaan asing.",
            ],
            Indonesian,
            told,
        ),
        // An agency here, a speaker there.
        (
            &[
                "Budi mengatakan kapal tenggelam karena mesin meledak di laut.",
                "Menurut Reuters, kapal tenggelam karena mesin meledak di laut.",
            ],
            Indonesian,
            told,
        ),
        // Named here, unnamed there, other words.
        (
            &[
                "Budi mengatakan kapal tenggelam karena mesin meledak di laut.",
                "Seorang saksi mengatakan kapal tenggelam karena mesin meledak di laut.",
            ],
            Indonesian,
            told,
        ),
        // Two unnamed sources.
        (
            &[
                "Sejumlah saksi mengatakan kapal tenggelam karena mesin meledak.",
                "Seorang petugas mengatakan kapal tenggelam karena mesin meledak.",
            ],
            Indonesian,
            told,
        ),
        // No statement in common.
        (&["Dilansir dari Reuters, kapal tenggelam.", "Harga naik.\n\nSumber: TASS"], Indonesian, &[]),
        // The same agency under two names.
        (
            &[
                "Menurut AP, kapal tenggelam karena mesin meledak di laut.",
                "Menurut Associated Press, kapal tenggelam karena mesin meledak di laut.",
            ],
            Indonesian,
            told,
        ),
        // The same quote of the same speaker.
        (
            &[
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata Budi.",
                "Budi tiba. \"Tim kami menemukan bangkai kapal itu di dasar teluk,\" ujarnya.",
            ],
            Indonesian,
            &[],
        ),
        // A pronoun, read as somebody else's, far from his name; an office that may be anybody's.
        (
            &[
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata Budi.",
                "Sari tiba lebih dulu, kata warga.\n\nIa lalu masuk.\n\n\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" ujarnya.",
            ],
            Indonesian,
            &[],
        ),
        (
            &[
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata Budi.",
                "\"Tim kami menemukan bangkai kapal itu di dasar teluk,\" kata sang kapten.",
            ],
            Indonesian,
            &[],
        ),
        // Two speakers of one subject.
        (
            &[
                "\"Kami berduka atas meninggalnya almarhum,\" kata Budi.",
                "\"Kami kehilangan almarhum, sahabat kami,\" kata Sari.",
            ],
            Indonesian,
            &[],
        ),
        (
            &[
                "\"We acted in self-defence,\" said the Navy chief.",
                "\"We fired in self-defense and in response to firing upon our vessel,\" Mark Webb told reporters.",
            ],
            English,
            &[],
        ),
        (
            &[
                "A Navy spokesman said the flood destroyed ninety houses near the quarry.",
                "The Navy said the flood destroyed ninety houses near the quarry.",
            ],
            English,
            &[&[(0, "flood"), (1, "flood")]],
        ),
        (&["\"I am proud of this team,\" said Cole.", "\"I am proud of this team,\" said Webb."], English, &[]),
        (&["\"Thank you,\" said Cole.", "\"Thank you,\" said Webb."], English, &[]),
    ] {
        assert_eq!(found(texts, language, statements), [], "{texts:?}");
    }
}
