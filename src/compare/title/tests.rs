//! Titles that must be flagged, and titles that must not, in both languages; sentences of our own.

use crate::compare::testing::story;
use crate::model::Language::{English, Indonesian};
use crate::model::{Finding, Language};

fn findings(language: Language, texts: &[&str]) -> Vec<Finding> {
    super::compare(&story(language, texts, &[]))
}

#[test]
fn must_flag() {
    let cases: [(Language, &[&str]); 14] = [
        (Indonesian, &["Kapolsek AKP Bayu Hartono datang.", "Kapolsek Kompol Bayu Hartono datang."]),
        (
            Indonesian,
            &[
                "Korban adalah Bayu Hartono dan cucunya, Sinta Dewi.",
                "Korban adalah Bayu Hartono dan anaknya, Sinta Dewi.",
            ],
        ),
        (Indonesian, &["Kapolsek Kompol Bayu Hartono datang.", "Kapolsek AKBP Bayu Hartono datang."]),
        (
            Indonesian,
            &[
                "Menteri Tenaga Kerja Bayu Hartono mundur kemarin.",
                "Menteri Ketenagakerjaan Bayu Hartono mundur kemarin.",
            ],
        ),
        (
            Indonesian,
            &[
                "Kepala Dinas Kesehatan Bayu Hartono datang ke rumah sakit itu kemarin.",
                "Plt Kepala Dinas Kesehatan Bayu Hartono datang ke rumah sakit itu kemarin.",
            ],
        ),
        (Indonesian, &["Tuan Hartono tiba bersama istri.", "Bapak Hartono tiba bersama istri."]),
        (
            Indonesian,
            &[
                "Ketua majelis hakim Sri Hartono memutus perkara.",
                "Menurut hakim anggota Sri Hartono, perkara selesai.",
            ],
        ),
        (Indonesian, &["Polisi menahan kontraktor bernama Bayu Hartono.", "Polisi menahan pengusaha Bayu Hartono."]),
        (
            English,
            &[
                "Adam Hartley, secretary of the River Society of Kent, said so.",
                "Adam Hartley, president of the River Society of Kent, said so.",
            ],
        ),
        (English, &["Coast Guard chief Eve Hartley spoke.", "Coast guard spokeswoman Eve Hartley spoke."]),
        (
            English,
            &["Adam Hartley, 44, a night-shift manager, died.", "Adam Hartley, 44, a night-shift supervisor, died."],
        ),
        (English, &["Norvell Chief Executive Eve Hartley left.", "Eve Hartley, chairman of Norvell, left."]),
        (English, &["Captain Adam Hartley led the search.", "Major Adam Hartley led the search."]),
        (
            English,
            &[
                "Finance Minister Adam Hartley resigned after the long debate in the house.",
                "Deputy Finance Minister Adam Hartley resigned after the long debate in the house.",
            ],
        ),
    ];
    for (language, texts) in cases {
        assert!(!findings(language, texts).is_empty(), "{texts:?}");
    }
}

#[test]
fn must_not_flag() {
    let cases: [(Language, &[&str]); 11] = [
        // What a mother is to him is no occupation.
        (Indonesian, &["Keluarga Hartono berduka.", "Istri Hartono berduka."]),
        (English, &["Chief Executive Eve Hartley left.", "Norvell Chief Executive Eve Hartley left."]),
        (English, &["Adam Hartley, 44, a night-shift manager, died.", "Adam Hartley, 44, a manager, died."]),
        (Indonesian, &["Kanit Iptu Bayu Hartono datang.", "Kanit Inspektur Satu Bayu Hartono datang."]),
        (Indonesian, &["Menaker Bayu Hartono mundur.", "Menteri Ketenagakerjaan Bayu Hartono mundur."]),
        (Indonesian, &["Presiden Bayu Hartono tiba.", "Presiden Rusia Bayu Hartono tiba."]),
        (Indonesian, &["Bupati Bayu Hartono tiba.", "Korban Bayu Hartono tiba."]),
        (Indonesian, &["\"Pak Hartono datang,\" kata Sinta.", "\"Tuan Hartono datang,\" kata Sinta."]),
        (Indonesian, &["Kabag Humas Bayu Hartono tiba.", "Kepala Bagian Humas Bayu Hartono tiba."]),
        (English, &["President Adam Hartley spoke.", "Russian President Adam Hartley spoke."]),
        (English, &["Minister Adam Hartley spoke.", "Foreign Minister Adam Hartley spoke."]),
    ];
    for (language, texts) in cases {
        let found = findings(language, texts);
        assert!(found.is_empty(), "{texts:?}: {found:?}");
    }
}
