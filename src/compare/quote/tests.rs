//! What must be flagged and what must not, with invented sentences.

use super::*;
use crate::extract::quotes::tests::names;
use crate::extract::{quotes, sources};
use crate::language::Lexicon;
use crate::model::mention::{Extract, NameClass};
use crate::model::story::{Entity, Source};
use crate::model::{Language, Member, Report, Statement};

/// Names and the entity that each names.
const CAST: &[(&str, NameClass, usize)] = &[
    ("Budi Santoso", NameClass::Person, 0),
    ("Budi", NameClass::Person, 0),
    ("Sari Dewi", NameClass::Person, 1),
    ("Sari", NameClass::Person, 1),
    ("Jane Cole", NameClass::Person, 2),
    ("Cole", NameClass::Person, 2),
    ("Mark Webb", NameClass::Person, 3),
    ("Webb", NameClass::Person, 3),
    ("Polda Jabar", NameClass::Organisation, 4),
    ("Navy", NameClass::Organisation, 5),
    ("Kremlin", NameClass::Organisation, 6),
];

/// A story of some texts, entities by [`CAST`], statements by snippets of the texts.
pub(in crate::compare) fn with_story<T>(
    texts: &[&str],
    language: Language,
    statements: &[&[(usize, &str)]],
    look: impl FnOnce(&Story<'_>) -> T,
) -> T {
    let reports: Vec<Report> = texts
        .iter()
        .enumerate()
        .map(|(n, t)| crate::read::text::report(&format!("r{n}"), "", (*t).to_owned(), Some(language)))
        .collect();
    let entity = |e| {
        let cast = CAST.iter().find(|c| c.2 == e).unwrap();
        Entity { class: cast.1, name: cast.0.to_owned(), mentions: Vec::new() }
    };
    let mut story = Story { entities: (0..7).map(entity).collect(), ..Story::default() };
    let given: Vec<(&str, NameClass)> = CAST.iter().map(|c| (c.0, c.1)).collect();
    for (n, report) in reports.iter().enumerate() {
        let segments = crate::segment::segment(report);
        let lexicon = Lexicon::of(language);
        let names = names(report, &segments, &given);
        let of: Vec<usize> =
            names.iter().map(|name| CAST.iter().find(|c| c.0 == name.at.span.of(&report.text)).unwrap().2).collect();
        of.iter().enumerate().for_each(|(i, &e)| story.entities[e].mentions.push((n, i)));
        let quotes = quotes::quotes(report, &segments, lexicon, &names);
        let credits = sources::credits(report, &segments, lexicon, &names, &quotes);
        story.entity_of.push(of);
        let extract = Extract { names, quotes, credits, ..Extract::default() };
        story.sources.push(Source { report, segments, extract });
    }
    for (n, members) in statements.iter().enumerate() {
        let members = members
            .iter()
            .map(|&(report, words)| {
                let source = &story.sources[report];
                let at = source.report.text.find(words).unwrap();
                let clause = source.segments.clauses.iter().position(|c| c.span.end > at).unwrap();
                Member {
                    report,
                    sentence: source.segments.clauses[clause].sentence,
                    clause,
                    span: source.segments.clauses[clause].span,
                }
            })
            .collect();
        story.statements.push(Statement { id: format!("S{n:03}"), score: 1.0, members });
    }
    look(&story)
}

/// Other sentences, so that a story's words have weights.
pub(in crate::compare) const PADDING: [&str; 2] = [
    "Warga berkumpul sejak pagi. Petugas tiba kemudian. Jalan utama ditutup sementara. Hujan belum berhenti. \
     Bantuan dikirim dari kota. Pasar kembali ramai. Sekolah diliburkan dua hari. Listrik padam sebagian.",
    "People gathered at dawn. Crews arrived later. The main road was closed. Rain had not stopped. \
     Help came from the city. The market was busy again. Schools shut for two days. Power failed in part.",
];

/// Severity and number of readings of each finding.
fn found(texts: &[&str], language: Language) -> Vec<(Severity, usize)> {
    let padding = PADDING[usize::from(language == Language::English)];
    let texts: Vec<String> = texts.iter().map(|t| format!("{t}\n\n{padding}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    with_story(&texts, language, &[], |story| compare(story).iter().map(|f| (f.severity, f.readings.len())).collect())
}

#[test]
fn other_words_of_one_speaker_are_flagged() {
    use Language::{English, Indonesian};
    use Severity::{Conflict, Variant};
    for (texts, language, wanted) in [
        (
            &[
                "\"Tim kami menemukan kapal itu di dasar teluk,\" kata Budi.",
                "\"Tim kami akhirnya menemukan bangkai kapal itu di dasar teluk,\" ujar Budi.",
            ][..],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "\"Pemain muda harus diberi kesempatan musim ini,\" kata Budi Santoso.",
                "\"Para pemain muda wajib diberi kesempatan pada musim ini,\" kata Budi.",
                "Budi menegaskan, \"Pemain muda harus diberi lebih banyak kesempatan musim ini.\"",
            ],
            Indonesian,
            (Variant, 3),
        ),
        (
            &[
                "\"Terdakwa menerima suap lima miliar dari kontraktor,\" kata Sari.",
                "\"Terdakwa tidak menerima suap lima miliar dari kontraktor,\" kata Sari.",
            ],
            Indonesian,
            (Conflict, 2),
        ),
        (
            &[
                "\"Sebanyak 12 rumah hanyut terbawa arus sungai,\" kata Sari.",
                "\"Sebanyak 21 rumah hanyut terbawa arus sungai,\" kata Sari.",
            ],
            Indonesian,
            (Conflict, 2),
        ),
        (
            &[
                "\"Saya minta maaf kepada keluarga korban. Kami akan menanggung biaya pengobatan mereka,\" kata Budi.",
                "\"Kami pasti menanggung seluruh biaya pengobatan,\" kata Budi.",
            ],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "Sari tiba. \"Putusan hakim melukai rasa keadilan masyarakat,\" ujarnya.",
                "\"Putusan hakim itu sangat melukai rasa keadilan rakyat,\" ucap Sari.",
            ],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "\"Pernikahan kami digelar sederhana di Bali bulan depan,\" kata Sari.",
                "\"Kami menggelar pernikahan sederhana di Bali bulan depan,\" kata Sari Dewi.",
            ],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "\"Gempa merusak jembatan dan dua gereja,\" kata Budi.",
                "\"Gempa itu merusak jembatan serta dua gereja tua,\" kata Budi.",
            ],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "\"Harga beras naik karena panen gagal,\" kata Budi.",
                "\"Harga beras melonjak akibat panen gagal,\" kata Budi.",
            ],
            Indonesian,
            (Variant, 2),
        ),
        (
            &[
                "\"The keeper saved us in the second half,\" said Cole.",
                "\"Our keeper saved us again in the second half,\" Cole said.",
            ],
            English,
            (Variant, 2),
        ),
        (
            &[
                "\"The bridge was inspected last spring,\" said Webb.",
                "\"The bridge was never inspected last spring,\" said Webb.",
            ],
            English,
            (Conflict, 2),
        ),
        (
            &[
                "\"We pulled 14 people from the water alive,\" Jane Cole told reporters.",
                "\"We pulled 41 people from the water alive,\" Cole said.",
            ],
            English,
            (Conflict, 2),
        ),
        (
            &[
                "\"The jury ignored the medical evidence,\" Mark Webb said.",
                "\"The jury completely ignored all medical evidence,\" said Webb.",
                "\"This jury ignored the medical evidence we gave,\" said Webb.",
            ],
            English,
            (Variant, 3),
        ),
        (
            &[
                "\"Flood gates failed before midnight and nobody warned the village,\" said Cole.",
                "\"Nobody warned the village when the flood gates failed,\" said Cole.",
            ],
            English,
            (Variant, 2),
        ),
        (
            &[
                "\"Our engine exploded over the ocean,\" said Webb.",
                "Webb said: \"One engine exploded over the open ocean.\"",
            ],
            English,
            (Variant, 2),
        ),
        (
            &[
                "\"She left the palace without her guards,\" said Webb. \"It was a mistake.\"",
                "\"She left that palace without any guards,\" said Webb.",
            ],
            English,
            (Variant, 2),
        ),
    ] {
        assert_eq!(found(texts, language), [wanted], "{texts:?}");
    }
}

#[test]
fn equal_cut_and_other_quotes_are_not_flagged() {
    use Language::{English, Indonesian};
    for (texts, language) in [
        // The same but for case, marks, white space, ellipses.
        (
            &[
                "\"Kita baru terima laporannya. Masih kita dalami laporannya,\" ujar Budi.",
                "“Kita baru terima laporannya... Masih kita dalami laporannya”, kata Budi singkat.",
            ][..],
            Indonesian,
        ),
        (
            &[
                "\"Kami tanda tangani perjanjian itu besok pagi,\" kata Budi.",
                "\"Kami tandatangani perjanjian itu besok pagi\", kata Budi.",
            ],
            Indonesian,
        ),
        // A cut quote.
        (
            &[
                "\"Terdakwa menerima suap lima miliar dari kontraktor proyek jalan tol,\" kata Sari.",
                "\"Terdakwa menerima suap lima miliar,\" kata Sari.",
            ],
            Indonesian,
        ),
        (
            &[
                "\"Saya tidak tahu. Kapal itu berlayar tanpa izin syahbandar,\" kata Sari.",
                "\"Kapal itu berlayar tanpa izin syahbandar,\" kata Sari.",
            ],
            Indonesian,
        ),
        (
            &[
                "\"Kapal itu,\" kata Sari, \"berlayar tanpa izin syahbandar.\"",
                "\"Kapal itu berlayar tanpa izin syahbandar,\" kata Sari.",
            ],
            Indonesian,
        ),
        // Two questions.
        (
            &[
                "\"Kejadian itu memang ada dan sudah saya laporkan,\" kata Budi.",
                "\"Itu nanti saat pemeriksaan baru ketahuan apa yang terjadi,\" kata Budi.",
            ],
            Indonesian,
        ),
        (
            &[
                "\"Uang itu untuk membayar honor kegiatan tim anggaran,\" kata Budi.",
                "\"Kami sudah lapor ke pimpinan dan kepolisian,\" kata Budi.",
            ],
            Indonesian,
        ),
        // Two speakers.
        (
            &[
                "\"Tim kami menemukan kapal itu di dasar teluk,\" kata Budi.",
                "\"Tim kami juga menemukan kapal itu di dasar teluk,\" kata Sari.",
            ],
            Indonesian,
        ),
        // An insertion in brackets, an abbreviation written out.
        (
            &[
                "\"Dia (pelaku) masuk lewat jendela dapur rumah korban,\" kata Budi.",
                "\"Dia masuk lewat jendela dapur rumah korban,\" kata Budi.",
            ],
            Indonesian,
        ),
        // Phrases in marks.
        (&["Budi menyebutnya \"sangat sensitif\".", "Budi menyebut itu \"agak sensitif\"."], Indonesian),
        // One report with two wordings of its own.
        (
            &[
                "\"Harga beras naik karena panen gagal,\" kata Budi. Warga pulang. \"Harga beras naik sebab panen gagal,\" kata Budi.",
                "Warga pulang.",
            ],
            Indonesian,
        ),
        (
            &[
                "\"Korban dibawa ke rumah sakit umum daerah,\" kata Budi.",
                "\"Pelaku dibawa ke kantor polisi sektor kota,\" kata Budi.",
            ],
            Indonesian,
        ),
        (
            &[
                "\"We acted in self-defence,\" said the Navy chief.",
                "\"We fired in self-defense and in response to firing upon our vessel,\" Mark Webb told reporters.",
            ],
            English,
        ),
        (&["\"The keeper saved us in the second half,\" said Cole.", "\"The keeper saved us …\" said Cole."], English),
        (
            &[
                "\"The jury ignored the medical evidence,\" said Webb.",
                "\"The jury was tired after nine days,\" said Webb.",
            ],
            English,
        ),
        (&["\"We will rebuild the school,\" said Cole.", "\"We will open the clinic,\" said Cole."], English),
        (&["\"I am proud of this team,\" said Cole.", "\"I am proud of my family,\" said Cole."], English),
        (
            &[
                "\"The bridge was inspected last spring,\" said Webb.",
                "\"The bridge was inspected last spring,\" said Cole.",
            ],
            English,
        ),
        (&["\"It is over,\" said Webb.", "\"It's all over now,\" said Webb."], English),
        (&["The ‘mother ship’ sank, said Webb.", "The ‘mother boat’ sank, said Webb."], English),
    ] {
        assert_eq!(found(texts, language), [], "{texts:?}");
    }
}
