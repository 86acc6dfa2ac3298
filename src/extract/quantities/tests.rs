use super::*;
use crate::extract::times;
use crate::{read, segment};

/// The quantities of a text: words of the number, what was read out of them, and what is counted.
fn dump(text: &str, language: Language) -> String {
    let report = read::text::report("r", "r.txt", text.to_owned(), Some(language));
    let segments = segment::segment(&report);
    let lexicon = Lexicon::of(language);
    let times = times::times(&report, &segments, lexicon);
    let all: Vec<String> = quantities(&report, &segments, lexicon, &times)
        .iter()
        .filter(|q| q.measure != Measure::Label)
        .map(|q| {
            let sort = match &q.measure {
                Measure::Amount(dimension) => (*dimension).to_owned(),
                Measure::Count if q.vague => "vague".into(),
                Measure::Count if q.weak => "weak".into(),
                other => format!("{other:?}").to_lowercase(),
            };
            let of = q.of.clone().map_or("-", |of| segments.span(of).of(text));
            let value = if q.low.to_bits() == q.high.to_bits() {
                format!("{}", q.low)
            } else {
                format!("{}..{}", short(q.low), short(q.high))
            };
            format!("{} [{sort} {value} of {of}]", q.number.of(text))
        })
        .collect();
    all.join("; ")
}

/// Rounded, so that the tables can be read.
fn short(value: f64) -> f64 {
    if value.abs() < 1e6 { (value * 1e5).round() / 1e5 } else { value }
}

/// Reads every text of a table and compares it with what is wanted; all mismatches are told at once.
fn check(cases: &[(&str, &str)], read: impl Fn(&str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, want)| (text, read(text), want))
        .filter(|(_, got, want)| got != *want)
        .map(|(text, got, want)| {
            format!(
                "     {text}
GOT  {got}
WANT {want}
"
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "
{}",
        wrong.join(
            "
"
        )
    );
}

#[test]
fn indonesian_quantities() {
    let cases = [
        ("lima orang tewas", "lima [count 5 of orang tewas]"),
        ("Dua pegawai honorer itu", "Dua [count 2 of pegawai honorer]"),
        ("dua puluh lima rumah rusak", "dua puluh lima [count 25 of rumah rusak]"),
        ("lebih dari lima jam", "lebih dari lima jam [duration 16200..inf of -]"),
        ("sekitar 40 detik", "sekitar 40 detik [duration 36..44 of -]"),
        ("uang Rp 26.500.000.000 itu", "Rp 26.500.000.000 [money.IDR 26499999999.5..26500000001 of -]"),
        ("uang Rp1,6 M raib", "Rp1,6 M [money.IDR 1550000000..1700000000 of -]"),
        ("sepasang sarung tangan", "sepasang [count 2 of sarung tangan]"),
        ("sebuah sarung tangan", "sebuah [weak 1 of sarung tangan]"),
        ("Budi (34) ditangkap", "34 [age 34 of Budi]"),
        ("Budi (34 tahun) ditangkap", "34 tahun [age 34 of Budi]"),
        ("MAB (40) dan IG (36)", "40 [age 40 of MAB]; 36 [age 36 of IG]"),
        ("pria berusia 34 tahun itu", "34 tahun [age 34 of -]"),
        ("kedua pemimpin bertemu", "kedua [count 2 of pemimpin bertemu]"),
        ("kunjungan kedua Putin", "kedua [ordinal 2 of kunjungan]"),
        ("gempa ke-2 itu", "ke-2 [ordinal 2 of gempa]"),
        ("puluhan rumah terendam", "puluhan [count 20..99 of rumah terendam]"),
        ("beberapa hari lagi", "beberapa hari [duration 172800..777600 of -]"),
        ("nomor 30 Medan", ""),
        ("mobil BK 1875 ZC raib", ""),
        ("dijerat Pasal 340 KUHP", ""),
        ("pandemi Covid-19 dan KTT G20", ""),
        ("salah satu korban", ""),
        ("Pasal 45 ayat (9) dan Pasal 241, 247, atau 354.", ""),
        ("Undang-Undang Nomor 30 Tahun 2002 tentang", ""),
        ("ia lulus dari Universitas Sebelas Maret di sana", ""),
        ("Polisi Tangkap Dua Pelaku Curanmor", "Dua [count 2 of Pelaku Curanmor]"),
        ("gempa magnitudo 5,2 itu", "magnitudo 5,2 [magnitude 5.15..5.3 of -]"),
        ("industri 4.0 itu", ""),
        ("satu atau dua hari", "satu atau dua hari [duration 43200..216000 of -]"),
        ("mobil 320i itu", ""),
        ("1. Uang yang hilang", ""),
        ("paket Rp 11- 25 juta itu", "Rp 11- 25 juta [money.IDR 10500000..26000000 of -]"),
        ("uang Rp1,6 - 1,8 miliar itu", "Rp1,6 - 1,8 miliar [money.IDR 1550000000..1900000000 of -]"),
        ("harga Rp 11 juta hingga Rp 25 juta itu", "Rp 11 juta hingga Rp 25 juta [money.IDR 10500000..26000000 of -]"),
        ("uang sejumlah Rp 1,6 miliar", "Rp 1,6 miliar [money.IDR 1550000000..1700000000 of -]"),
        ("5 hingga 10 orang", "5 hingga 10 [count 5..10 of orang]"),
        ("1,7 ton beras", "1,7 ton [mass 1650..1800 of beras]"),
        ("paling sedikit 20 rumah", "paling sedikit 20 [count 20..inf of rumah]"),
        ("sebulan kemudian", "sebulan [duration 1314900..3944700 of -]"),
    ];
    check(&cases, |text| dump(text, Language::Indonesian));
}

#[test]
fn english_quantities() {
    let cases = [
        ("captured 23 pirates on", "23 [count 23 of pirates]"),
        ("seven AK-47 rifles and", "seven [count 7 of AK-47 rifles]"),
        (
            "seven AK-47s, three other assault rifles",
            "seven [count 7 of AK-47s]; three [count 3 of other assault rifles]",
        ),
        ("12 AK 47 guns were", "12 [count 12 of AK 47 guns]"),
        ("12 Somali and 11 Yemeni pirates", "12 [count 12 of Somali]; 11 [count 11 of Yemeni pirates]"),
        ("23 Somali and Yemeni sea brigands in", "23 [count 23 of Somali and Yemeni sea brigands]"),
        ("13 fully loaded magazines were", "13 [count 13 of fully loaded magazines]"),
        ("a 7.2-magnitude quake", "7.2-magnitude [magnitude 7.15..7.3 of quake]"),
        ("at least five people", "at least five [count 5..inf of people]"),
        ("up to three outboard motors", "up to three [count 0..3 of outboard motors]"),
        ("nearly 100 vessels", "nearly 100 [count 90..110 of vessels]"),
        ("over 20 warships from", "over 20 [count 20..inf of warships]"),
        ("Dozen of warships of", "Dozen [count 12 of warships]"),
        ("13 nautical miles from", "13 nautical miles [length 23150..25928 of -]"),
        ("the 10-metre dhow", "10-metre [length 9.5..11 of dhow]"),
        ("a 24- to 30-foot dhow", "24- to 30-foot [length 7.1628..9.4488 of dhow]"),
        ("6,900-tonne destroyer", "6,900-tonne [mass 6899500..6901000 of destroyer]"),
        ("an 18-year-old civil war", "18-year-old [age 18 of civil war]"),
        ("John Smith, 34, said", "34 [age 34 of John Smith]"),
        ("a man aged 34 was", "34 [age 34 of -]"),
        ("a $1.2bn deal", "$1.2bn [money.USD 1150000000..1300000000 of -]"),
        ("more than 5,000 people", "more than 5,000 [count 4950..inf of people]"),
        ("two hundred and five homes", "two hundred and five [count 205 of homes]"),
        ("the fourth successful offensive", "fourth [ordinal 4 of successful offensive]"),
        ("several grenades were", "several [vague 3..9 of grenades]"),
        ("won 2-1 in Paris", ""),
        ("a 5.56mm and a 7.62mm", "5.56mm [length 0.00556..0.00557 of -]; 7.62mm [length 0.00762..0.00763 of -]"),
        ("a five-day trip", "five-day [duration 388800..475200 of trip]"),
        ("no one was", ""),
    ];
    check(&cases, |text| dump(text, Language::English));
}

/// Words that start, join and end numbers and times, and letters that are none.
const PIECES: [&str; 40] = [
    "1",
    "12",
    "007",
    "1.672.985.500",
    "7,000",
    "2019",
    "9/9/2019",
    "31/2/19",
    "99-1",
    "7.00-08.00",
    "(",
    ")",
    ",",
    ".",
    "-",
    "to",
    "Rp",
    "$",
    "juta",
    "miliar",
    "ratus",
    "puluh",
    "belas",
    "dua",
    "sekitar",
    "lebih dari",
    "pukul",
    "WIB",
    "Senin",
    "malam",
    "kemarin",
    "tahun",
    "lalu",
    "last",
    "month",
    "September",
    "kedua",
    "orang",
    "é",
    "ñ-7",
];

proptest::proptest! {
    #[test]
    fn no_words_break_it(picks in proptest::collection::vec(0..PIECES.len(), 0..24), tight: bool) {
        let words: Vec<&str> = picks.iter().map(|i| PIECES[*i]).collect();
        let text = words.join(if tight { "" } else { " " });
        for language in [Language::Indonesian, Language::English, Language::Other] {
            let report = read::text::report("r", "r.txt", format!("Ia datang {text}"), Some(language));
            let segments = segment::segment(&report);
            let lexicon = Lexicon::of(language);
            let times = times::times(&report, &segments, lexicon);
            for time in &times {
                proptest::prop_assert!(!time.at.span.of(&report.text).is_empty());
            }
            for found in quantities(&report, &segments, lexicon, &times) {
                proptest::prop_assert!(found.low <= found.high, "{text}: {} {}", found.low, found.high);
                proptest::prop_assert!(found.at.span.contains(found.number) && !found.number.is_empty());
            }
        }
    }
}
