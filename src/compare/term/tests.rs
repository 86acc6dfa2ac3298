//! Stories that must and must not be flagged.

use super::*;
use crate::compare::testing;
use crate::model::Language::{self, English, Indonesian};

fn found(language: Language, a: &str, b: &str) -> Vec<String> {
    compare(&testing::pair(language, a, b)).into_iter().map(|f| f.subject).collect()
}

#[test]
fn must_flag() {
    for (language, a, b) in [
        (English, "Ms Tanaka broke her right ankle in the fall.", "The doctor said Ms Tanaka had a broken left ankle."),
        (
            Indonesian,
            "Penyidik menyita uang tunai dan satu mobil Toyota Fortuner.",
            "Barang bukti berupa uang dan mobil Toyota Innova disita penyidik.",
        ),
        (
            English,
            "A security guard was shot in the leg on Monday when he tried to stop the raiders.",
            "Guard Winston Obi was hit in the arm when he tried to grab the raiders.",
        ),
        (
            Indonesian,
            "Menteri itu tiba dengan kereta mewah dari Bandung.",
            "Menteri itu tiba dengan kereta lapis baja dari Bandung.",
        ),
        (
            Indonesian,
            "Bupati menjadi tersangka kasus korupsi dana desa.",
            "Bupati menjadi tersangka kasus suap dana desa.",
        ),
        (
            Indonesian,
            "Rapat dipimpin Pejabat Pelaksana Teknis dinas.",
            "Rapat dipimpin Penjabat Pelaksana Teknis dinas.",
        ),
        (English, "Robbers on two motorcycles attacked a bank.", "Robbers on three bicycles attacked a bank."),
        // One slot, two kinds, in clauses that nothing brought together.
        (
            Indonesian,
            "Bupati itu datang ke kantor polisi mengenakan kemeja putih dan topi hitam.",
            "Ia mengenakan kemeja putih dengan topi biru saat diperiksa.",
        ),
        (
            English,
            "He was last seen driving a dark blue Ford pickup.",
            "His car, a black Ford F-150, stood near the river.",
        ),
        (
            English,
            "Two of the wounded are in Grace Hospital in critical condition.",
            "Two remain in Grace Hospital in serious condition.",
        ),
    ] {
        assert!(!found(language, a, b).is_empty(), "{a} / {b}");
    }
}

#[test]
fn must_not_flag() {
    for (language, a, b) in [
        // Both sides are told.
        (
            English,
            "The boy broke his right arm and his left arm in the fall.",
            "The boy broke his left arm in the fall.",
        ),
        // Style.
        (Indonesian, "Sopir truk itu ditangkap polisi di Bekasi.", "Pengemudi truk itu ditangkap polisi di Bekasi."),
        // Detail.
        (English, "The man was shot with a rifle in the park.", "The man was shot with a Russian rifle in the park."),
        (English, "The navy rescued a boat off the coast.", "The navy rescued a speedboat off the coast."),
        // A report that has both words explains the one by the other.
        (
            English,
            "Robbers on two motorcycles attacked a bank. The bicycles were found later.",
            "Robbers on two bicycles attacked a bank. The motorcycles were found later.",
        ),
        // Two ships, each with its name.
        (
            English,
            "The destroyer Ramona sank the boat after a long chase off the coast.",
            "The frigate Tabitha sank the boat after a long chase off the coast.",
        ),
        // Two colours of two things.
        (Indonesian, "Pelaku memakai jaket hitam saat ditangkap.", "Rumah bercat biru itu milik tetangga pelaku."),
        // Opposites are facts, not terms.
        (English, "The ship sank 50 miles east of Aden.", "The ship sank 50 miles west of Aden."),
    ] {
        assert_eq!(found(language, a, b), Vec::<String>::new(), "{a} / {b}");
    }
}
