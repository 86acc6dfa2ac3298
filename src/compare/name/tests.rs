//! Names that must be flagged, and names that must not, in both languages; sentences of our own.

use crate::compare::testing::story;
use crate::model::Language::{English, Indonesian};
use crate::model::{Finding, Language};

fn findings(language: Language, texts: &[&str]) -> Vec<Finding> {
    super::compare(&story(language, texts, &[]))
}

fn values(findings: &[Finding]) -> Vec<Vec<String>> {
    findings.iter().map(|f| f.readings.iter().map(|r| r.value.clone()).collect()).collect()
}

#[test]
fn must_flag() {
    let cases: [(Language, &[&str], &str); 13] = [
        (
            Indonesian,
            &["Kata Bupati Sutarjo Hadi, jembatan itu roboh.", "Kata Bupati Sutaryo Hadi, jembatan itu roboh."],
            "Sutaryo Hadi",
        ),
        (
            Indonesian,
            &["Presiden Choi Jin-woo tiba di kota itu.", "Presiden Choi Jin Woo tiba di kota itu."],
            "Choi Jin-woo",
        ),
        (
            Indonesian,
            &[
                "Surat itu diserahkan kepada Menpora kemarin. Menpora membacanya.",
                "Surat itu diserahkan sebagai Mempora kemarin.",
            ],
            "Mempora",
        ),
        (
            Indonesian,
            &[
                "Warga melapor ke Polresta Malang. Petugas datang.",
                "Warga melapor ke Polrestabes Malang. Petugas datang.",
            ],
            "Polrestabes Malang",
        ),
        (
            English,
            &["Witnesses told Andrew Hartley of the fire.", "Witnesses told Andrew Hartly of the fire."],
            "Andrew Hartly",
        ),
        (English, &["The tanker Maravella sank. The Maravella carried oil.", "The tanker Maravela sank."], "Maravela"),
        (
            Indonesian,
            &[
                "Uang milik Badan Pengelola Dana dan Warisan (BPDW) hilang.",
                "Uang milik Badan Dana dan Warisan (BPDW) hilang.",
            ],
            "Badan Dana dan Warisan",
        ),
        (
            Indonesian,
            &["Kata Bupati Muhammad Sutarjo Hadi, jembatan roboh.", "Kata Bupati M Sutarjo Hadi, jembatan roboh."],
            "M Sutarjo Hadi",
        ),
        (
            Indonesian,
            &[
                "Kepala Dinas Kesehatan Bayu Suwarno datang ke pasar.",
                "Di pasar, Kepala Dinas Kesehatan Bayu Suwandi datang.",
            ],
            "Bayu Suwandi",
        ),
        (English, &["Joe Hartley scored twice.", "The winner came from Joseph Hartley."], "Joseph Hartley"),
        (English, &["Aimee Hartley, 23, died.", "Police named Amy Hartley, 23, as a victim."], "Amy Hartley"),
        (English, &["Staff at Marlow & Rowe heard it.", "The fire began at the Marlow & Row depot."], "Marlow & Row"),
        (
            English,
            &["The Ethiopian crew fled. An Ethiopian sailor spoke.", "The Ethopian-flagged ship burned."],
            "Ethopian",
        ),
    ];
    for (language, texts, wanted) in cases {
        let found = values(&findings(language, texts));
        assert!(found.iter().any(|v| v.iter().any(|w| w == wanted)), "{wanted}: {found:?}");
    }
}

#[test]
fn must_not_flag() {
    let cases: [(Language, &[&str]); 12] = [
        // An office's words are no first name.
        (Indonesian, &["Kata Presiden Bayu Hartono, harga naik.", "Kata Bayu Hartono, harga naik."]),
        // A family.
        (English, &["Joe Hartley, the son of Mary Hartley, scored.", "Joseph Hartley spoke of Mary Hartley."]),
        // One report has both.
        (Indonesian, &["Bayu Suwarno dan Bayu Suwandi datang.", "Bayu Suwarno datang."]),
        (Indonesian, &["Indra Wijaya ditahan.", "Indrawan Wijaya ditahan."]),
        (Indonesian, &["Dewa Lestari dan Dewi Lestari bernyanyi.", "Dewi Lestari bernyanyi."]),
        (Indonesian, &["Kapal itu menuju Iran kemarin.", "Kapal itu menuju Irak kemarin."]),
        (Indonesian, &["Timnas U-19 Bagus Hartono menang.", "Timnas U19 Bagus Hartono menang."]),
        (Indonesian, &["Dana KPK hilang.", "Dana Komisi Pemberantasan Korupsi hilang."]),
        (English, &["The Somali men fled.", "The men fled to Somalia.", "The Somalis fled."]),
        (English, &["Kim Jong Un spoke.", "Kim Jong-il spoke."]),
        (English, &["Daniel Cooper scored.", "Danielle Hooper scored."]),
        (English, &["The plane flew to Cancun.", "The plane flew to Cancún."]),
    ];
    for (language, texts) in cases {
        let found = values(&findings(language, texts));
        assert!(found.is_empty(), "{texts:?}: {found:?}");
    }
}
