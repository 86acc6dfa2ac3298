use super::*;
use crate::compare::testing::{pair, show, story};
use crate::model::Language::{self, English, Indonesian};

fn check(language: Language, cases: &[(&str, &str)], flagged: bool) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(a, b)| {
            let found = compare(&pair(language, a, b));
            let lines: Vec<String> = found.iter().map(show).collect();
            ((found.len() == 1) != flagged || found.len() > 1).then(|| format!("{a}\n{b}\n  {}", lines.join("; ")))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn indonesian_times_that_differ() {
    let cases = [
        ("Gempa mengguncang Lombok pada 5 Agustus 2018.", "Gempa mengguncang Lombok pada 6 Agustus 2018."),
        ("Uang itu hilang pada Senin (9/9/2019) petang.", "Uang itu hilang pada Senin 9 September 2019 malam."),
        ("Kapal itu tenggelam pukul 14.30 WIB.", "Kapal itu tenggelam pukul 16.30 WIB."),
        ("Kapal itu tenggelam pukul 14.30 WIB.", "Kapal itu tenggelam pukul 14.30 WIT."),
        ("Menteri mundur pada Kamis (19/9/2019).", "Menteri mundur pada Jumat (20/9/2019)."),
        ("Persib mengalahkan Persija pada hari Sabtu.", "Persib mengalahkan Persija pada hari Minggu."),
        ("Banjir merendam Jakarta pada Rabu pagi.", "Banjir merendam Jakarta pada Rabu malam."),
        ("Hakim memvonis terdakwa pada 12 Maret 2020.", "Hakim memvonis terdakwa pada 12 April 2020."),
        ("Presiden tiba di Moskow pada 12 September 2023.", "Presiden tiba di Moskow pada 13 September 2023."),
        ("Gedung itu terbakar pukul 7 malam.", "Gedung itu terbakar pukul 22.00."),
        ("Gedung itu terbakar pukul 19.30 WIB.", "Gedung itu terbakar pada siang hari."),
        ("Korban tewas ditembak pada Selasa, 3 Juni 2014.", "Korban tewas ditembak pada Rabu, 4 Juni 2014."),
        ("Pabrik itu dibuka pada Juli 2000.", "Pabrik itu dibuka pada Agustus 2000."),
        ("Jembatan runtuh pada awal Mei 2011.", "Jembatan runtuh pada 26 Mei 2011."),
        ("Polisi menangkap pelaku pada dini hari.", "Polisi menangkap pelaku pada sore hari."),
        ("Kongres berlangsung 12-14 Mei 2018 di Bali.", "Kongres berlangsung 16-18 Mei 2018 di Bali."),
        ("Pesawat mendarat pukul 06.15 WITA.", "Pesawat mendarat pukul 07.15 WITA."),
        ("Pendaki hilang pada 2 Januari 2015.", "Pendaki hilang pada 20 Januari 2015."),
        ("Sidang dimulai pukul sembilan pagi.", "Sidang dimulai pukul 11.00."),
        ("Toko itu dirampok pada Senin malam.", "Toko itu dirampok pada Selasa malam."),
    ];
    check(Indonesian, &cases, true);
}

#[test]
fn indonesian_times_that_agree() {
    let cases = [
        ("Uang itu hilang pada Senin (9/9/2019).", "Uang itu hilang pada Senin, 9 September 2019."),
        ("Putin bertemu Kim pada 13 September 2023.", "Putin bertemu Kim pada hari Rabu."),
        ("Kapal itu tenggelam pukul 09.00 WIT.", "Kapal itu tenggelam pukul 07.00 WIB."),
        ("Kapal itu tenggelam sekitar pukul 14.00 WIB.", "Kapal itu tenggelam pukul 14.20 WIB."),
        ("Pabrik itu dibuka pada tahun 2000.", "Pabrik itu dibuka pada 4 Juli 2000."),
        ("Pabrik itu dibuka pada Juli 2000.", "Pabrik itu dibuka pada 4 Juli 2000."),
        ("Uang itu hilang pada 9 September 2019.", "\"Uang itu hilang,\" kata Budi, Selasa (10/9/2019)."),
        ("Polisi memeriksa saksi pada 9 Mei 2019.", "Presiden berpidato di Bali pada 12 Mei 2019."),
        ("Gedung itu terbakar pukul 19.00 WIB.", "Gedung itu terbakar pada malam hari."),
        ("Gedung itu terbakar pukul 7 malam.", "Gedung itu terbakar pukul 19.00."),
        ("Kongres berlangsung 12-14 Mei 2018 di Bali.", "Kongres berlangsung 13 Mei 2018 di Bali."),
        ("Jembatan runtuh pada akhir Mei 2011.", "Jembatan runtuh pada 26 Mei 2011."),
        ("Menteri mundur Kamis (19/9/2019).", "Menteri mundur Kamis (19/9)."),
        ("Ledakan terjadi pukul 24.00 WIB.", "Ledakan terjadi pukul 00.00 WIB."),
        ("Pesawat mendarat pukul 06.15 WITA.", "Pesawat mendarat pukul 06.17 WITA."),
        ("Rumah itu terbakar pada Senin pagi.", "Rumah itu terbakar pada Senin."),
        ("Pelaku ditangkap pada Rabu (4/6/2014) sore.", "Pelaku ditangkap Rabu petang."),
        ("Ia menjabat sejak 2019.", "Ia menjabat sejak 20 Oktober 2019."),
        ("Sidang dimulai pukul 9 pagi.", "Sidang dimulai pukul 09.00 WIB."),
        ("Ia lahir pada 3 Maret 1970.", "Ia meninggal pada 5 April 2001."),
    ];
    check(Indonesian, &cases, false);
}

#[test]
fn english_times_that_differ() {
    let cases = [
        ("The navy sank the trawler on November 18.", "The navy sank the trawler on November 19."),
        ("The bomb exploded around 11 a.m. in the market.", "The bomb exploded at 2 p.m. in the market."),
        ("The ship sank at 1100 hrs.", "The ship sank around noon."),
        (
            "The frigate replaced the destroyer in November-end.",
            "The frigate replaced the destroyer in early December.",
        ),
        ("The president resigned on Monday.", "The president resigned on Tuesday."),
        ("The factory opened in July 2000.", "The factory opened in August 2000."),
        ("The court sentenced him on 12 March 2020.", "The court sentenced him on 21 March 2020."),
        ("The plane landed at 3:15 p.m. in Paris.", "The plane landed at 5:40 p.m. in Paris."),
        ("The robbers fled on Friday morning.", "The robbers fled on Friday night."),
        ("The dam collapsed on 4 June 2014.", "The dam collapsed on 5 June 2014."),
        ("The ship sank at 10:00 GMT.", "The ship sank at 10:00 EST."),
        ("Arsenal beat Chelsea on Saturday.", "Arsenal beat Chelsea on Sunday."),
        ("The quake struck at dawn.", "The quake struck in the evening."),
        ("Police arrested the man on May 3, 2011.", "Police arrested the man on May 9, 2011."),
        ("The summit began on 12 September 2023.", "The summit began on 14 September 2023."),
        ("The mayor died in early May 1999.", "The mayor died in late May 1999."),
        ("The fire started at 7 p.m. in the mill.", "The fire started at 9.30 p.m. in the mill."),
        ("The merger closed on 1 October 2018.", "The merger closed on 10 October 2018."),
        ("The strike ended on Wednesday.", "The strike ended on Thursday."),
        ("The storm hit the coast on 1 September 2019.", "The storm hit the coast on 3 September 2019."),
    ];
    check(English, &cases, true);
}

#[test]
fn english_times_that_agree() {
    let cases = [
        ("The navy sank the trawler on November 18.", "The navy sank the trawler on 18 November."),
        ("The attack began at 1100 hours.", "The attack began at 11am IST."),
        ("The attack began at around 11 a.m.", "The attack began at 1100 hrs."),
        ("The ship sank at 10:00 GMT.", "The ship sank at 5 a.m. EST."),
        ("The factory opened in 2000.", "The factory opened on 4 July 2000."),
        ("The factory opened on Tuesday, 4 July 2000.", "The factory opened on 4 July 2000."),
        ("The president resigned on 4 July 2000.", "The president resigned on Tuesday."),
        ("The dam collapsed on 4 June 2014.", "\"The dam collapsed,\" the minister said on 6 June 2014."),
        ("The robbers fled on Friday morning.", "The robbers fled at 9 a.m. on Friday."),
        ("Commandos boarded the ship at 1230 hours.", "The pirates attacked at 1100 hours."),
        ("The summit ran from 12 to 14 September 2023.", "The summit ran on 13 September 2023."),
        ("The mayor died in late May 1999.", "The mayor died on 26 May 1999."),
        ("He was born on 3 March 1970.", "He married on 5 April 2001."),
        ("The fire started at midnight.", "The fire started at 12 a.m."),
        ("The plane landed at 3:15 p.m.", "The plane landed at 15:17."),
        ("The strike ended on Wednesday.", "The strike ended yesterday."),
        ("The storm hit the coast in September 2019.", "The storm hit the coast on 3 September 2019."),
        ("Police arrested the man on Monday.", "Police arrested the man on Monday night."),
        ("The game took 90 minutes.", "The game took two hours."),
        ("The merger closed in 2018.", "The merger closed this year."),
    ];
    check(English, &cases, false);
}

#[test]
fn a_weekday_must_be_that_of_its_date() {
    let found = compare(&story(Indonesian, &["Ia mundur pada Rabu, 19 September 2019."], &[]));
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), ["Conflict Rabu | 19 September 2019"]);
    assert_eq!(found[0].suggestion.as_ref().map(|s| &*s.value), Some("Kamis"));
    for text in ["Ia mundur pada Kamis, 19 September 2019.", "Ia mundur Kamis (19/9).", "Ia mundur pada Rabu lalu."] {
        assert!(compare(&story(Indonesian, &[text], &[])).is_empty(), "{text}");
    }
    let found = compare(&story(English, &["He resigned on Wednesday, September 19, 2019."], &[]));
    assert_eq!(found.iter().map(show).collect::<Vec<_>>(), ["Conflict Wednesday | September 19, 2019"]);
}

fn apart(language: Language, a: &str, b: &str) -> Vec<String> {
    compare(&story(language, &[a, b], &[])).iter().map(show).collect()
}

#[test]
fn times_of_one_event_meet_without_a_statement() {
    for (language, a, b) in [
        (Indonesian, "Bupati Anwar Sadli dilantik pada 2017.", "Anwar Sadli dilantik pada September 2018."),
        (English, "Mount Ardal was first climbed in 1951.", "The peak of Mount Ardal was first climbed in 1953."),
        (English, "Stella Hoyt died in hospital on Sunday.", "Stella Hoyt died in hospital on Monday."),
        (Indonesian, "Gempa mengguncang Lombok pukul 01.21 WIB.", "Gempa mengguncang Lombok pukul 01.23 WIB."),
    ] {
        assert_eq!(apart(language, a, b).len(), 1, "{a} / {b}: {:?}", apart(language, a, b));
    }
}

#[test]
fn times_of_other_events_do_not_meet() {
    for (language, a, b) in [
        (English, "Stella Hoyt died on Sunday.", "Peter Lamb was buried in York on Monday."),
        (English, "Mount Ardal was first climbed in 1951.", "Mount Ardal was closed in 1953."),
        (Indonesian, "Konser itu digelar pada 13 Oktober 2019.", "Konser itu digelar pada 13 Oktober."),
        (Indonesian, "Gempa mengguncang Lombok pukul 01.21 WIB.", "Gempa mengguncang Lombok pukul 01.20 WIB."),
    ] {
        assert_eq!(apart(language, a, b), Vec::<String>::new(), "{a} / {b}");
    }
}

#[test]
fn a_year_that_no_news_is_of_is_a_slip() {
    let a = "Rapat itu digelar Selasa (10/9/2109).";
    assert_eq!(apart(Indonesian, a, "Rapat itu digelar Selasa (10/9/2019).").len(), 1);
    assert_eq!(apart(Indonesian, a, "Rapat itu digelar di Medan."), Vec::<String>::new());
}
