use super::*;
use crate::extract::sources::credits;
use crate::model::Language;
use crate::model::mention::{CreditSort, NameClass};
use crate::read::text;
use crate::segment::segment;

/// The names of a text by hand: `P` persons, `O` organisations, in order of place.
pub(crate) fn names(report: &Report, segments: &Segments, given: &[(&str, NameClass)]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for (words, class) in given {
        for (start, _) in report.text.match_indices(words) {
            let end = start + words.len();
            let first = segments.tokens.partition_point(|t| t.span.end <= start);
            let last = segments.tokens.partition_point(|t| t.span.start < end);
            let taken = out.iter().any(|n| n.at.span.start < end && start < n.at.span.end);
            if first < last && !taken && segments.tokens[first].span.start == start {
                out.push(Name { at: place(segments, first..last).unwrap(), class: *class, alias_of: None });
            }
        }
    }
    out.sort_by_key(|n| n.at.span);
    out
}

const PEOPLE: &[(&str, NameClass)] = &[
    ("Budi Santoso", NameClass::Person),
    ("Budi", NameClass::Person),
    ("Sari Dewi", NameClass::Person),
    ("Sari", NameClass::Person),
    ("Jane Cole", NameClass::Person),
    ("Cole", NameClass::Person),
    ("Mark Webb", NameClass::Person),
    ("Webb", NameClass::Person),
    ("Kremlin", NameClass::Organisation),
    ("Polda Jabar", NameClass::Organisation),
    ("Navy", NameClass::Organisation),
];

/// `speaker|words` of each quote, `-` before phrases in marks, `+` before pieces that go on.
fn read(text: &str, language: Language) -> String {
    let report = text::report("r", "", text.to_owned(), Some(language));
    let segments = segment(&report);
    let names = names(&report, &segments, PEOPLE);
    let quotes = quotes(&report, &segments, Lexicon::of(language), &names);
    let mut last = None;
    let mut show = |q: &Quote| {
        let goes_on = last.replace(q.utterance) == Some(q.utterance);
        let speaker = match (q.speaker, &q.who) {
            (Some(n), _) => names[n].at.span.of(text),
            (None, Some(who)) => segments.span(who.clone()).of(text),
            _ => "?",
        };
        let sign = if q.assertion { ["", "+"][usize::from(goes_on)] } else { "-" };
        format!("{sign}{speaker}|{}", q.at.span.of(text))
    };
    quotes.iter().map(&mut show).collect::<Vec<_>>().join(" / ")
}

#[test]
fn indonesian_quotes_and_speakers() {
    for (text, wanted) in [
        ("\"Kami sudah siap,\" kata Budi di Bandung.", "Budi|Kami sudah siap,"),
        (
            "“Kami sudah siap berangkat pagi ini,” ujar Kepala Dinas Sosial (Kadinsos) Budi Santoso, Senin (2/9/2019).",
            "Budi Santoso|Kami sudah siap berangkat pagi ini,",
        ),
        ("Budi mengatakan, \"Kami sudah siap.\"", "Budi|Kami sudah siap."),
        ("Budi datang. Ia menambahkan: \"Warga sudah aman semua.\"", "Budi|Warga sudah aman semua."),
        (
            "Menurut Sari, \"tidak ada korban jiwa dalam kejadian itu\".",
            "Sari|tidak ada korban jiwa dalam kejadian itu",
        ),
        ("Budi menemui warga. \"Air sudah surut sejak pagi,\" bebernya.", "Budi|Air sudah surut sejak pagi,"),
        (
            "\"Ya,\" kata Sari. \"Tapi nanti saja kalau sudah pasti.\"",
            "Sari|Ya, / +Sari|Tapi nanti saja kalau sudah pasti.",
        ),
        (
            "\"Kami,\" kata Budi, \"tidak pernah menerima uang itu.\"",
            "Budi|Kami, / +Budi|tidak pernah menerima uang itu.",
        ),
        ("Ia menyebut kerja sama itu \"sensitif\".", "-Ia|sensitif"),
        ("Kapal \"Bintang Laut\" tenggelam.", "-?|Bintang Laut"),
        ("“Kami sudah lapor ke polisi\", kata Budi.", "Budi|Kami sudah lapor ke polisi"),
        (
            "\"Pemerintah telah memberi izin kepada kami, \" kata Sari.",
            "Sari|Pemerintah telah memberi izin kepada kami,",
        ),
        ("\"Di mana anak saya sekarang?\" tanya Sari.", "Sari|Di mana anak saya sekarang?"),
        (
            "\"Kami akan periksa semua saksi besok pagi,\" kata Kremlin.",
            "Kremlin|Kami akan periksa semua saksi besok pagi,",
        ),
        (
            "\"Saya lihat apinya dari lantai dua,\" kata seorang warga.",
            "seorang warga|Saya lihat apinya dari lantai dua,",
        ),
        ("\"Kami tidak tahu apa-apa soal itu,’ kata Budi.", "Budi|Kami tidak tahu apa-apa soal itu,"),
        ("«Kami tidak tahu apa-apa soal itu», kata Budi.", "Budi|Kami tidak tahu apa-apa soal itu"),
        ("„Kami tidak tahu apa-apa soal itu“, kata Budi.", "Budi|Kami tidak tahu apa-apa soal itu"),
        (
            "\"Dia bilang 'tolong saya' lalu diam lama sekali,\" kata Budi.",
            "Budi|Dia bilang 'tolong saya' lalu diam lama sekali,",
        ),
        ("\"Hujan sejak sore hari di sini.\n\nBudi datang kemudian.", "?|Hujan sejak sore hari di sini."),
        (
            "“Hujan sejak sore hari.\n\n“Air naik cepat sekali,” kata Budi.",
            "Budi|Hujan sejak sore hari. / +Budi|Air naik cepat sekali,",
        ),
        (
            "\"Satu,\" kata Budi, hari itu juga.\n\nSari membantah. \"Dua saja tidak cukup,\" ujarnya.",
            "Budi|Satu, / Sari|Dua saja tidak cukup,",
        ),
    ] {
        assert_eq!(read(text, Language::Indonesian), wanted, "{text}");
    }
}

#[test]
fn english_quotes_and_speakers() {
    for (text, wanted) in [
        ("\"We are ready,\" said Cole.", "Cole|We are ready,"),
        (
            "\"We are ready to sail at dawn,\" Jane Cole, a harbour official, told reporters.",
            "Jane Cole|We are ready to sail at dawn,",
        ),
        ("Cole said: \"The river rose within an hour.\"", "Cole|The river rose within an hour."),
        (
            "Jane Cole arrived late. \"The river rose within an hour,\" she added.",
            "Jane Cole|The river rose within an hour,",
        ),
        (
            "\"The river rose within an hour,\" said a senior officer.",
            "a senior officer|The river rose within an hour,",
        ),
        ("According to Webb, \"nobody was hurt in the crash at all\".", "Webb|nobody was hurt in the crash at all"),
        ("‘We never saw the money,’ said Webb.", "Webb|We never saw the money,"),
        ("The pirates' boat was sunk and the sailors' families wept.", ""),
        ("They don't know what the crew's captain wanted 'em to do.", ""),
        ("It was a 'mother ship' of the pirates.", "-?|mother ship"),
        ("\"Yes,\" said Webb. \"But only if it stops raining.\"", "Webb|Yes, / +Webb|But only if it stops raining."),
        (
            "\"The army left the town.\nIt was quiet after that.\nNobody came back for us,\" said the Navy chief.",
            "the Navy chief|The army left the town. / +the Navy chief|It was quiet after that. / +the Navy chief|Nobody came back for us,",
        ),
        ("The band \"Red Harbour\" played.", "-?|Red Harbour"),
        ("Webb said the bridge was \"beyond repair\".", "-Webb|beyond repair"),
        (
            "\"It is over,\" the coach said.\n\"We start again on Monday morning.\"",
            "the coach|It is over, / the coach|We start again on Monday morning.",
        ),
    ] {
        assert_eq!(read(text, Language::English), wanted, "{text}");
    }
}

/// `sort who>name` of each credit.
fn sources(text: &str, language: Language) -> String {
    let report = text::report("r", "", text.to_owned(), Some(language));
    let segments = segment(&report);
    let names = names(&report, &segments, PEOPLE);
    let lexicon = Lexicon::of(language);
    let quotes = quotes(&report, &segments, lexicon, &names);
    let sort = |s| match s {
        CreditSort::Person => 'P',
        CreditSort::Organisation => 'O',
        CreditSort::Unnamed => 'U',
        CreditSort::Agency => 'A',
    };
    credits(&report, &segments, lexicon, &names, &quotes)
        .iter()
        .map(|c| format!("{} {}", sort(c.sort), c.name.map_or(c.who, |n| names[n].at.span).of(text)))
        .collect::<Vec<_>>()
        .join(" / ")
}

#[test]
fn credits_are_found() {
    use Language::{English, Indonesian};
    for (text, language, wanted) in [
        ("Budi mengatakan bahwa air sudah surut.", Indonesian, "P Budi"),
        ("Air sudah surut, kata Budi Santoso.", Indonesian, "P Budi Santoso"),
        ("Menurut Polda Jabar, lima orang ditahan.", Indonesian, "O Polda Jabar"),
        ("Pertemuan itu membahas ekonomi, menurut TASS.", Indonesian, "A TASS"),
        ("Pertemuan itu membahas ekonomi, lapor kantor berita Rusia TASS.", Indonesian, "A kantor berita Rusia TASS"),
        ("Dilansir dari Reuters, Senin (2/9/2019), kapal itu tenggelam.", Indonesian, "A Reuters"),
        ("Kapal itu tenggelam, seperti dilansir Al Jazeera.", Indonesian, "A Al Jazeera"),
        (
            "AFP pada 14 September mengutip juru bicara Budi Santoso yang mengatakan bahwa kapal itu tenggelam.",
            Indonesian,
            "A AFP / P Budi Santoso",
        ),
        ("Informasi yang dihimpun, pelaku melarikan diri.", Indonesian, "U Informasi yang dihimpun"),
        ("Sejumlah saksi mengatakan api berasal dari dapur.", Indonesian, "U Sejumlah saksi"),
        ("Budi tak mau mengatakan apa-apa.", Indonesian, ""),
        ("Budi akan menyampaikan surat itu besok.", Indonesian, ""),
        ("Presiden menyampaikan surat kepada warga.\n\nSumber: TASS", Indonesian, "A TASS"),
        ("The Navy said the ship sank.", English, "O Navy"),
        ("The ship sank, a Navy spokesman said.", English, "U a Navy spokesman"),
        ("According to Jane Cole, the ship sank.", English, "P Jane Cole"),
        ("The ship was said to be empty.", English, ""),
        ("The reported sinking shook the town.", English, ""),
        (
            "Jane Cole said on Monday that the ship sank, and she added that it was late.",
            English,
            "P Jane Cole / P Jane Cole",
        ),
        ("Sources said the ship was empty.", English, "U Sources"),
    ] {
        assert_eq!(sources(text, language), wanted, "{text}");
    }
}

#[test]
fn no_marks_however_odd_make_it_panic() {
    let parts = [
        "\"", "“", "”", "'", "‘", "’", "«", "»", "''", "\n", " ", "Budi", " kata ", "said ", ",", ".", "(", ")", "ü",
        "😀",
    ];
    let mut seed = 7_usize;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..20 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(parts[(seed >> 33) % parts.len()]);
        }
        for language in [Language::Indonesian, Language::English, Language::Other] {
            read(&text, language);
            sources(&text, language);
        }
    }
}
