//! Places that must be flagged, and places that must not, in both languages; sentences of our own.

use crate::compare::testing::pair;
use crate::model::Language;
use crate::model::Language::{English, Indonesian};

fn found(language: Language, a: &str, b: &str) -> usize {
    super::compare(&pair(language, a, b)).len()
}

#[test]
fn must_flag() {
    for (language, a, b) in [
        (Indonesian, "Toko di Jalan Sudirman terbakar.", "Toko di Jalan Jenderal Sudirman terbakar."),
        (Indonesian, "Rapat digelar di Istana Negara.", "Rapat digelar di Istana Bogor."),
        (Indonesian, "Gempa terjadi 90 km tenggara Ambon.", "Gempa terjadi 90 km timur laut Ambon."),
        (Indonesian, "Roket lepas dari kosmodrom Vasilsky.", "Roket lepas dari pusat peluncuran Vasilsky."),
        (English, "The ship sank 20 miles east of Aden.", "The ship sank 20 miles west of Aden."),
        (Indonesian, "Tersangka ditahan di Rutan Salemba.", "Tersangka ditahan di Rumah Tahanan Cipinang."),
        (Indonesian, "Bus jatuh di Tanjakan Cae.", "Bus jatuh di Tanjakan Ciae."),
        (English, "The ferry Aurora was bound for Milos.", "The ferry Aurora was on its way to Santorini."),
        (English, "Sixty homes in Marlow Road were emptied.", "Families in Marlow Lane had to leave."),
        (English, "The head office moves from Amsterdam to Leeds.", "It will move from Brussels to Leeds."),
        (Indonesian, "Bus itu melaju dari Garut ke Bandung.", "Bus melaju dari Tasikmalaya menuju Bandung."),
        (English, "Adam Hartley said at a hospital in Quetta.", "Adam Hartley spoke from a hospital in Karachi."),
        (English, "They landed at Djibouti in Ivory Coast.", "They landed at Djibouti on the horn of Africa."),
    ] {
        assert!(found(language, a, b) > 0, "{a} / {b}");
    }
}

#[test]
fn must_not_flag() {
    for (language, a, b) in [
        (Indonesian, "Toko di Jalan Raya Sudirman terbakar.", "Toko di Jalan Sudirman terbakar."),
        (Indonesian, "Rapat digelar di Istana Bogor.", "Rapat digelar di Istana Kepresidenan Bogor."),
        (Indonesian, "Rapat digelar di Kota Medan.", "Rapat digelar di Medan."),
        (Indonesian, "Sampah dari Australia, Belgia, dan Jerman.", "Sampah dari Australia, Jerman, dan Belgia."),
        (Indonesian, "Banjir melanda Sumut.", "Banjir melanda Sumatera Utara."),
        (English, "The ship sank east of Aden.", "The ship sank off Aden."),
        (Indonesian, "Rapat di Desa Cibogo, Kabupaten Subang.", "Rapat di Desa Cibogo, Subang."),
        (Indonesian, "Korban dirawat di RS Harapan.", "Korban dirawat di Rumah Sakit Harapan Bunda."),
        (English, "The ferry Aurora was bound for Milos.", "The ferry Aurora was bound for the island of Milos."),
        (English, "Homes in Marlow Road were emptied.", "Families in Marlow Rd had to leave."),
        (English, "It moves from Amsterdam to Leeds.", "It will move from Amsterdam to the city of Leeds."),
        (Indonesian, "Bus melaju dari Garut ke Bandung.", "Bus lain melaju dari Solo ke Semarang."),
        (English, "They met in Springfield.", "They met in Springfield, Illinois."),
    ] {
        assert_eq!(found(language, a, b), 0, "{a} / {b}");
    }
}
