use super::*;
use crate::compare::testing::{pair, show, story};
use crate::model::Language::{self, English, Indonesian};

/// Two sentences that tell the same, and whether their numbers must be flagged.
type Case = (&'static str, &'static str);

fn check(language: Language, cases: &[Case], flagged: bool) {
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
fn indonesian_numbers_that_differ() {
    let cases = [
        ("Gempa itu menewaskan lima orang.", "Gempa itu menewaskan tujuh orang."),
        ("Banjir merendam 250 rumah di desa itu.", "Banjir merendam 310 rumah di desa itu."),
        ("Polisi menyita 12 senjata dari pelaku.", "Polisi menyita sembilan senjata dari pelaku."),
        ("Uang itu sebesar Rp1,6 miliar hilang di mobil.", "Uang itu sebesar Rp1,8 miliar hilang di mobil."),
        ("Ia dihukum lima tahun penjara oleh hakim.", "Ia dihukum enam tahun penjara oleh hakim."),
        ("Gempa bermagnitudo 5,1 mengguncang Lombok.", "Gempa bermagnitudo 5,4 mengguncang Lombok."),
        ("Gempa magnitudo 5,1 mengguncang Lombok.", "Gempa magnitudo 5,2 mengguncang Lombok."),
        ("Laba bank itu naik 12 persen pada kuartal pertama.", "Laba bank itu naik 21 persen pada kuartal pertama."),
        ("Pemerintah membeli 1.600 kg beras untuk korban.", "Pemerintah membeli 1,7 ton beras untuk korban."),
        ("Sedikitnya 20 rumah rusak akibat angin.", "Sebanyak 12 rumah rusak akibat angin."),
        ("Puluhan rumah rusak akibat angin.", "Sebanyak 150 rumah rusak akibat angin."),
        ("Sidang dihadiri 77 anggota dewan.", "Sidang dihadiri 70 anggota dewan."),
        ("Persib mengalahkan Persija 2-1 di Bandung.", "Persib mengalahkan Persija 3-1 di Bandung."),
        ("Pasar itu berjarak 3 kilometer dari lokasi ledakan.", "Pasar itu berjarak 5 kilometer dari lokasi ledakan."),
        ("Petugas menemukan sepasang sarung tangan di lokasi.", "Petugas menemukan sebuah sarung tangan di lokasi."),
        ("Sebanyak 23 ribu warga mengungsi.", "Sebanyak 32 ribu warga mengungsi."),
        ("Kapal itu membawa dua ratus penumpang.", "Kapal itu membawa 230 penumpang."),
        ("Polisi memeriksa empat saksi.", "Polisi memeriksa enam saksi."),
        ("Kebakaran itu berlangsung dua jam.", "Kebakaran itu berlangsung lima jam."),
        ("Ia mencetak tiga gol ke gawang lawan.", "Ia mencetak dua gol ke gawang lawan."),
        ("Lebih dari 500 personel dikerahkan.", "Sebanyak 300 personel dikerahkan."),
    ];
    check(Indonesian, &cases, true);
}

#[test]
fn indonesian_numbers_that_agree() {
    let cases = [
        ("Gempa itu menewaskan lima orang.", "Gempa itu menewaskan 5 orang."),
        ("Uang Rp1,6 miliar hilang di mobil.", "Uang Rp 1.672.985.500 hilang di mobil."),
        ("Uang Rp 1,67 miliar hilang di mobil.", "Uang Rp1,6 M hilang di mobil."),
        ("Dana Rp 26.500.000.000 mengalir ke rekening.", "Dana Rp 26,5 miliar mengalir ke rekening."),
        ("Sedikitnya 20 rumah rusak akibat angin.", "Sebanyak 24 rumah rusak akibat angin."),
        ("Puluhan rumah rusak akibat angin.", "Sebanyak 24 rumah rusak akibat angin."),
        ("Beberapa rumah rusak akibat angin.", "Sebanyak 7 rumah rusak akibat angin."),
        ("Sekitar 100 warga mengungsi.", "Sebanyak 104 warga mengungsi."),
        ("Pertemuan berlangsung lebih dari lima jam.", "Pertemuan berlangsung 5 jam."),
        ("Awan panas meluncur sejauh 1,5 km.", "Awan panas meluncur sejauh 1.500 meter."),
        ("Polisi menangkap lima pria dan tiga perempuan.", "Polisi menangkap tiga perempuan dan lima pria."),
        ("Lima orang tewas dalam kecelakaan itu.", "Tujuh orang luka dalam kecelakaan itu."),
        ("Sebanyak 12 pria dan 3 wanita ditangkap polisi.", "Sebanyak 15 orang ditangkap polisi."),
        ("Rumah di Jalan Melati nomor 30 terbakar.", "Rumah di Jalan Melati nomor 13 terbakar."),
        ("Mobil BK 1875 ZC itu raib.", "Mobil BK-1875-ZC itu raib."),
        ("Dua pegawai honorer mengambil uang itu.", "Seorang aparatur mengambil uang itu."),
        ("Persib menang 2-1 atas Persija.", "Persija kalah 1-2 dari Persib."),
        ("Warga kehilangan miliaran rupiah.", "Warga kehilangan Rp 2,4 miliar."),
        ("Sebanyak 1.300 orang hilang akibat badai.", "Sebanyak 1,3 ribu orang hilang akibat badai."),
        ("Kedua pemimpin bertemu di Moskow.", "Dua pemimpin bertemu di Moskow."),
        ("Ia divonis 18 bulan penjara oleh hakim.", "Ia divonis 1,5 tahun penjara oleh hakim."),
        ("Sepuluh persen warga setuju dengan rencana itu.", "Sebanyak 60 rumah setuju dengan rencana itu."),
    ];
    check(Indonesian, &cases, false);
}

#[test]
fn english_numbers_that_differ() {
    let cases = [
        ("The quake killed five people in the town.", "The quake killed eight people in the town."),
        ("Police seized seven AK-47 rifles from the boat.", "Police seized 12 AK 47 guns from the boat."),
        ("The company paid $1.2bn for the airline.", "The company paid $1.5bn for the airline."),
        ("Floods damaged 2,400 homes along the river.", "Floods damaged 3,100 homes along the river."),
        ("She was jailed for nine years over the fraud.", "She was jailed for twelve years over the fraud."),
        ("The 10-metre dhow was towed to port.", "The 24- to 30-foot dhow was towed to port."),
        ("The warship was 13 nautical miles away from it.", "The warship was 13 miles away from it."),
        ("A 6.2-magnitude quake hit the island.", "A 6.4-magnitude quake hit the island."),
        ("Profit rose 12 percent in the quarter.", "Profit rose 15 percent in the quarter."),
        ("At least 20 houses burned down.", "Twelve houses burned down."),
        ("Several grenades were found on board.", "Twenty grenades were found on board."),
        ("The striker scored three goals in Madrid.", "The striker scored two goals in Madrid."),
        ("Arsenal beat Chelsea 3-1 on the road.", "Arsenal beat Chelsea 2-1 on the road."),
        ("Over 20 warships patrol the gulf.", "A dozen warships patrol the gulf."),
        ("Two other rifles were recovered.", "Three other rifles were recovered."),
        ("The bus carried forty-one passengers.", "The bus carried 44 passengers."),
        ("Rescuers saved 23 miners from the shaft.", "Rescuers saved 32 miners from the shaft."),
        ("Dozens of villages lost power.", "Eleven villages lost power."),
        ("The dam is 120 metres high.", "The dam is 210 metres high."),
        ("The jury heard from six witnesses.", "The jury heard from nine witnesses."),
        ("More than 5,000 people marched in the capital.", "About 3,000 people marched in the capital."),
    ];
    check(English, &cases, true);
}

#[test]
fn english_numbers_that_agree() {
    let cases = [
        ("The quake killed five people.", "The quake killed 5 people."),
        ("The ship was 30 nautical miles off the coast.", "The ship was 55.6 km off the coast."),
        ("The crowd numbered 7,000 people.", "The crowd numbered 7 000 people."),
        ("The navy caught 12 Somali and 11 Yemeni pirates.", "The navy caught 23 pirates."),
        ("Police arrested 12 men and 3 women.", "Police arrested 15 people."),
        ("At least 20 houses burned down.", "Twenty-four houses burned down."),
        ("Dozens of houses burned down.", "Forty houses burned down."),
        ("Up to three motors were found.", "Three motors were found."),
        ("As many as 100 vessels were attacked.", "Nearly 100 vessels were attacked."),
        ("Seven AK-47s and three other rifles were seized.", "Three other rifles and seven AK-47s were seized."),
        ("The commandos boarded two of the vessels.", "The commandos boarded three vessels."),
        ("Three people died in the crash.", "Nine people were injured in the crash."),
        ("She paid $2.5 million for the house.", "She paid $2,500,000 for the house."),
        ("The firm sold several houses.", "The firm sold six houses."),
        ("It was the third strike of the day.", "It was the fourth success of the year."),
        ("He lives at number 12 in the street.", "He lives at number 21 in the street."),
        ("The dhow is ten metres long.", "The dhow is 33 feet long."),
        ("About 1,000 fans waited outside.", "Some 950 fans waited outside."),
        ("They grounded the Boeing 737.", "They grounded the Boeing 787."),
        ("Chelsea lost 1-3 at home.", "Arsenal won 3-1 away."),
        ("The talks took five hours.", "The talks took five hours and drew 40 reporters."),
    ];
    check(English, &cases, false);
}

#[test]
fn one_finding_holds_all_readings() {
    let texts = [
        "Gempa itu menewaskan lima orang di Lombok.",
        "Gempa itu menewaskan tujuh orang di Lombok.",
        "Gempa itu menewaskan 5 orang di Lombok.",
        "Gempa itu menewaskan sembilan orang di Lombok.",
        "Gempa itu mengguncang Lombok.",
    ];
    let group: Vec<(usize, &str)> = texts.iter().enumerate().map(|(i, t)| (i, *t)).collect();
    let found = compare(&story(Indonesian, &texts, &[&group]));
    assert_eq!(found.len(), 1);
    let shown: Vec<(usize, usize)> =
        found[0].readings.iter().flat_map(|r| r.evidence.iter().map(|e| (r.evidence.len(), e.report))).collect();
    assert_eq!(shown, [(2, 0), (2, 2), (1, 1), (1, 3)]);
    assert_eq!(found[0].absent, [4]);
}

#[test]
fn ages_are_compared_by_person() {
    let ages = |a: &str, b: &str| compare(&pair(Indonesian, a, b)).len();
    assert_eq!(ages("Polisi menangkap Budi Santoso (34) di rumah.", "Budi Santoso (43) ditangkap polisi di rumah."), 1);
    assert_eq!(ages("Polisi menangkap Budi Santoso (34) di rumah.", "Budi Santoso (34) ditangkap polisi di rumah."), 0);
    assert_eq!(ages("Polisi menangkap Budi Santoso (34) di rumah.", "Polisi menangkap Andi Wijaya (43) di rumah."), 0);
}

#[test]
fn nothing_is_found_where_nothing_is_aligned() {
    let texts = ["Gempa menewaskan lima orang di Lombok.", "Perampok melukai tujuh orang di Medan kemarin malam."];
    assert!(compare(&story(Indonesian, &texts, &[])).is_empty());
}

/// Two reports that no statement brings together.
fn apart(language: Language, a: &str, b: &str) -> Vec<String> {
    compare(&story(language, &[a, b], &[])).iter().map(show).collect()
}

#[test]
fn numbers_of_one_thing_meet_without_a_statement() {
    for (language, a, b) in [
        (
            English,
            "The mayor promised a bonus of £40,000 to the finder.",
            "A bonus of £15,000 was promised, the mayor said.",
        ),
        (English, "A gale tore down trees, injuring 14.", "The gale raged all night. Nineteen people were hurt."),
        (Indonesian, "Badai merobohkan pohon dan melukai 14 warga.", "Badai itu reda. Sebanyak 19 orang terluka."),
        (Indonesian, "Sebanyak 2.340 warga mengungsi ke balai desa.", "Ada 2.430 jiwa yang mengungsi di balai desa."),
        (
            English,
            "Up to 20 years in jail await the banker, the bank said.",
            "The banker faces up to 30 years in jail.",
        ),
    ] {
        assert_eq!(apart(language, a, b).len(), 1, "{a} / {b}: {:?}", apart(language, a, b));
    }
}

#[test]
fn numbers_of_other_things_do_not_meet() {
    for (language, a, b) in [
        (English, "Mr Ray won 14 medals at the games.", "Mr Holt won 17 medals at the games."),
        (English, "The storm killed 12 people.", "The storm injured 19 people."),
        (Indonesian, "Pekan lalu 20 mobil terbakar di gudang itu.", "Sebanyak 5 mobil terbakar di gudang itu."),
        (Indonesian, "Sebanyak 3,104 orang mengungsi ke balai desa.", "Ada 3.104 orang mengungsi di balai desa."),
        (Indonesian, "Badai menewaskan dua orang dan melukai 14.", "Badai melukai 14 orang."),
    ] {
        assert_eq!(apart(language, a, b), Vec::<String>::new(), "{a} / {b}");
    }
}

#[test]
fn ages_are_taken_up_from_before() {
    for (language, a, b) in [
        (Indonesian, "Rudi Hartanto ditahan. Pria 45 tahun itu diam saja.", "Rudi Hartanto (47) ditahan polisi."),
        (English, "Ellen Marsh was freed. The 34-year-old waved.", "Ellen Marsh, 36, was freed by the court."),
        (English, "Police named Ellen Marsh, who was 34.", "Ellen Marsh, 36, was named by police."),
        (English, "A six-month-old boy, Aldo Marsh, was found.", "Seven-month-old Aldo Marsh was found."),
    ] {
        assert_eq!(apart(language, a, b).len(), 1, "{a} / {b}");
    }
    let other = apart(English, "Ellen Marsh was freed. A 34-year-old guard waved.", "Ellen Marsh, 36, was freed.");
    assert_eq!(other, Vec::<String>::new());
}

#[test]
fn more_than_a_number_is_not_the_number() {
    let found = compare(&pair(Indonesian, "Terjadi lebih dari 177 gempa susulan.", "Terjadi 177 gempa susulan."));
    assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Variant]);
    assert_eq!(compare(&pair(English, "More than 500 homes were lost.", "Some 500 homes were lost.")), []);
}
