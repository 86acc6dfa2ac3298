use super::*;
use crate::language::Lexicon;
use crate::model::Language;
use crate::{read, segment};

/// The times of a text, one a line: words, then what was read out of them.
fn dump(text: &str, language: Language) -> Vec<String> {
    let report = read::text::report("r", "r.txt", text.to_owned(), Some(language));
    let segments = segment::segment(&report);
    let show = |t: &Time| {
        let mut out = t.at.span.of(text).to_owned();
        let mut add = |s: String| out.extend([" ", &s]);
        if let Some(d) = t.date {
            add(d.to_string().trim_start_matches("--").to_owned());
        }
        if let Some(d) = t.until {
            add(format!("..{}", d.to_string().trim_start_matches("--")));
        }
        if let Some(w) = t.weekday {
            add(format!("w{w}"));
        }
        if let Some((a, b)) = t.clock {
            let local = |m: i32| m + t.zone.map_or(0, i32::from);
            add(format!("{:02}:{:02}", local(a) / 60, local(a) % 60));
            if a != b {
                add(format!("-{:02}:{:02}", local(b) / 60, local(b) % 60));
            }
            if t.zoned {
                add("z".into());
            }
        }
        if let Some((a, b)) = t.daypart {
            add(format!("h{a}-{b}"));
        }
        if t.relative {
            add("rel".into());
        }
        out
    };
    times(&report, &segments, Lexicon::of(language)).iter().map(show).collect()
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
fn indonesian_notations() {
    let cases = [
        ("hilang pada Senin (9/9/2019) petang.", "Senin (9/9/2019) petang 2019-09-09 w1 h15-18"),
        ("kata Agus, Senin, 9 September 2019.", "Senin, 9 September 2019 2019-09-09 w1"),
        ("mundur pada Kamis (19/9).", "Kamis (19/9) 09-19 w4"),
        ("bertemu pada 13 September lalu.", "13 September 09-13"),
        ("pada Juli 2000 ia datang.", "Juli 2000 2000-07"),
        ("tahun 2019 ia datang.", "tahun 2019 2019"),
        ("menjabat sejak 2019.", "2019 2019"),
        ("periode 2019-2024", "2019-2024 2019 ..2024"),
        ("Pukul 13.43 WIB, Aldi tiba.", "Pukul 13.43 WIB 13:43 z"),
        ("Sekitar pukul 14.00 WIB ia tiba.", "Sekitar pukul 14.00 WIB 13:30 -14:30 z"),
        ("pukul 18 .45 WIB", "pukul 18 .45 WIB 18:45 z"),
        ("antara pukul 7.00-08.00 WIB malam", "pukul 7.00-08.00 WIB malam 19:00 -20:00 z"),
        ("jam 7 malam", "jam 7 malam 19:00"),
        ("pukul tujuh pagi", "pukul tujuh pagi 07:00"),
        ("pukul 24.00 WIB", "pukul 24.00 WIB 24:00 z"),
        ("pada akhir Oktober", "akhir Oktober 10-21 ..10-31"),
        ("12-14 September 2019", "12-14 September 2019 2019-09-12 ..2019-09-14"),
        ("Ia tiba pada Jum'at (20/9/2019) itu.", "Jum'at (20/9/2019) 2019-09-20 w5"),
    ];
    check(&cases, |text| dump(text, Language::Indonesian).join("; "));
}

#[test]
fn english_notations() {
    let cases = [
        ("on September 15, 2008, it sank", "September 15, 2008 2008-09-15"),
        ("On 23 October, the government", "23 October 10-23"),
        ("since October 23", "October 23 10-23"),
        ("was relieved by November-end.", "November-end 11-21 ..11-30"),
        ("replaced it early December, he said", "early December 12-01 ..12-10"),
        ("at 1100 hrs IST", "1100 hrs IST 11:00 z"),
        ("began at 11am IST when", "11am IST 11:00 z"),
        ("at around 11 a.m. saying", "around 11 a.m. 10:30 -11:30"),
        ("At 1230 hours they boarded", "1230 hours 12:30"),
        ("at 3:15 p.m. on", "3:15 p.m. 15:15"),
        ("around noon", "around noon 11:30 -12:30"),
        ("took 5 hours", ""),
        ("In May 15 people died", "May 05"),
        ("anarchy since 1991", "1991 1991"),
    ];
    check(&cases, |text| dump(text, Language::English).join("; "));
}

#[test]
fn relative_days_count_from_the_report() {
    let day = "Jakarta banjir, Jumat (20/9/2019). ";
    let cases = [
        ("Ia mundur kemarin.", "kemarin 2019-09-19 rel"),
        ("Ia mundur Kamis kemarin.", "Kamis kemarin 2019-09-19 w4 rel"),
        ("Ia datang besok.", "besok 2019-09-21 rel"),
        ("Ia datang pada hari Rabu.", "Rabu 2019-09-18 w3 rel"),
        ("Ia datang bulan depan.", "bulan depan 2019-10 rel"),
        ("Ia datang dua hari lalu.", "dua hari lalu 2019-09-18 rel"),
        ("Ia datang tahun ini.", "tahun ini 2019 rel"),
        ("Ia dilantik 1 Oktober.", "1 Oktober 2019-10-01"),
        ("Ia dilantik 2 Januari.", "2 Januari 2020-01-02"),
        ("Tiga minggu ia sakit.", ""),
    ];
    check(&cases, |text| {
        let text = format!("{day}{text}");
        dump(&text, Language::Indonesian)[1..].join("; ")
    });
    let day = "He spoke on Saturday, December 13, 2008. ";
    let cases = [
        ("It happened around noon today.", "around noon 11:30 -12:30; today 2008-12-13 rel"),
        ("They fled Saturday morning.", "Saturday morning 2008-12-13 w6 h5-12 rel"),
        ("They fled last Friday.", "last Friday 2008-12-12 w5 rel"),
        ("It was replaced about a fortnight ago.", "a fortnight ago 2008-11-26 ..2008-12-02 rel"),
        ("Last month it sank.", "Last month 2008-11 rel"),
        ("It will end next year.", "next year 2009 rel"),
    ];
    check(&cases, |text| {
        let text = format!("{day}{text}");
        dump(&text, Language::English)[1..].join("; ")
    });
}

#[test]
fn names_and_counts_are_no_times() {
    for text in ["Agus mengatakan itu.", "Sebanyak 2000 orang datang.", "dua minggu", "Rp 2000", "April Jasmine hadir"]
    {
        assert_eq!(dump(text, Language::Indonesian), Vec::<String>::new(), "{text}");
    }
    for text in ["May said so", "the sun set", "2019 people came", "He sat down", "second place", "one month later"] {
        assert_eq!(dump(text, Language::English), Vec::<String>::new(), "{text}");
    }
}
