//! A hand-made audit, so that what is shown can be tested whatever the engine finds.

#![allow(dead_code, reason = "each test file takes what it needs")]

use selisih::compare::fingerprint;
use selisih::model::{
    Audit, Block, BlockKind, Date, Evidence, Finding, Kind, Label, Language, Member, Reading, Report, Severity,
    SharedText, Span, Statement, Suggestion,
};

/// A reading: its value, and for each report that gives it (index) the words it gives it in.
pub type Given<'a> = (&'a str, &'a [(usize, &'a str)]);

/// Reports by id and text, without findings. The first line is the headline, every other a paragraph.
pub fn audit(reports: &[(&str, &str)]) -> Audit {
    let reports: Vec<Report> = reports.iter().map(|(id, text)| report(id, text)).collect();
    let sentences = reports.iter().map(|r| r.text.lines().count()).collect();
    Audit { reports, sentences, ..Audit::default() }
}

/// Not by the program's own reader: what that makes of a text is not tested here.
fn report(id: &str, text: &str) -> Report {
    let lines = text.lines().map(|line| {
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        Span::new(start, start + line.len())
    });
    let kind = |nth| if nth == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
    let blocks: Vec<Block> = lines.enumerate().map(|(nth, span)| Block { kind: kind(nth), span }).collect();
    Report {
        id: id.to_owned(),
        path: format!("reports/{id}.txt"),
        text: text.to_owned(),
        language: Language::Indonesian,
        title: blocks.first().map(|b| b.span),
        dateline: None,
        published: None,
        blocks,
        label: Label::default(),
        lines: false,
    }
}

/// Adds a finding; evidence is found by its words (the same words again are their next place), its sentence is the line
/// it stands in.
pub fn add(audit: &mut Audit, kind: Kind, severity: Severity, subject: &str, readings: &[Given<'_>], absent: &[usize]) {
    let evidence = |report: usize, words: &str, nth: usize| {
        let text = &audit.reports[report].text;
        let place = text.match_indices(words).nth(nth);
        let (start, _) = place.unwrap_or_else(|| panic!("{words:?} is not in report {report}"));
        let before = text[..start].rfind('\n').map_or(0, |n| n + 1);
        let after = text[start..].find('\n').map_or(text.len(), |n| start + n);
        Evidence { report, span: Span::new(start, start + words.len()), sentence: Span::new(before, after) }
    };
    let reading = |(value, at): &Given<'_>| {
        let nth = |i: usize| at[..i].iter().filter(|a| **a == at[i]).count();
        let evidence = at.iter().enumerate().map(|(i, (report, words))| evidence(*report, words, nth(i))).collect();
        Reading { value: (*value).to_owned(), evidence }
    };
    let readings = readings.iter().map(reading).collect();
    audit.findings.push(Finding {
        id: String::new(),
        kind,
        severity,
        subject: subject.to_owned(),
        readings,
        absent: absent.to_vec(),
        suggestion: None,
        statements: Vec::new(),
    });
    fingerprint::name(&mut audit.findings);
}

const ONE: &str = "Kim Jong Un temui Putin\n\
    Pemimpin Korea Utara Kim Jong Un tiba di Vladivostok, Selasa (12/9/2023), bersama 20 pejabat.\n\
    Putin menerima sebuah senapan dan sepasang sarung tangan. Tuan Kim lalu pergi ke Kimsomolsk.\n";
const TWO: &str = "Putin dan Kim Bertemu\n\
    [iklan_2]\n\
    Presiden Korea Utara Kim Jong-un tiba di Vladivostok, Rabu (13/9/2023), bersama 24 pejabat.\n\
    \"Kami berteman lama,\" kata Putin. Kim lalu pergi ke Komsomolsk-on-Amur.\n";

/// Two reports, six findings, of all severities.
pub fn six() -> Audit {
    let mut audit = audit(&[("report-1", ONE), ("report-2", TWO)]);
    let litter = audit.reports[1].text.find("[iklan_2]").unwrap_or_default();
    audit.reports[1].blocks[1] =
        Block { kind: BlockKind::Boilerplate("advertisement"), span: Span::new(litter, litter + 9) };
    audit.reports[0].published = Some(Date { year: Some(2023), month: Some(9), day: Some(13) });
    let a = &mut audit;
    add(
        a,
        Kind::Number,
        Severity::Conflict,
        "pejabat",
        &[("20", &[(0, "20 pejabat")]), ("24", &[(1, "24 pejabat")])],
        &[],
    );
    add(
        a,
        Kind::Date,
        Severity::Conflict,
        "Kim tiba",
        &[("Selasa (12/9/2023)", &[(0, "Selasa (12/9/2023)")]), ("Rabu (13/9/2023)", &[(1, "Rabu (13/9/2023)")])],
        &[],
    );
    add(
        a,
        Kind::Title,
        Severity::Conflict,
        "Kim Jong Un",
        &[
            ("pemimpin Korea Utara", &[(0, "Pemimpin Korea Utara")]),
            ("Presiden Korea Utara", &[(1, "Presiden Korea Utara")]),
        ],
        &[],
    );
    add(
        a,
        Kind::Name,
        Severity::Variant,
        "Kim Jong Un",
        &[("Kim Jong Un", &[(0, "Kim Jong Un"), (0, "Kim Jong Un")]), ("Kim Jong-un", &[(1, "Kim Jong-un")])],
        &[],
    );
    add(
        a,
        Kind::Place,
        Severity::Variant,
        "Komsomolsk-on-Amur",
        &[("Kimsomolsk", &[(0, "Kimsomolsk")]), ("Komsomolsk-on-Amur", &[(1, "Komsomolsk-on-Amur")])],
        &[],
    );
    let because = "the town's own spelling".to_owned();
    a.findings[4].suggestion = Some(Suggestion { value: "Komsomolsk-on-Amur".to_owned(), because });
    let gloves = "sebuah senapan dan sepasang sarung tangan";
    add(a, Kind::Item, Severity::Gap, "hadiah untuk Putin", &[(gloves, &[(0, gloves)])], &[1]);
    let member = |report: usize, words: &str| {
        let start = a.reports[report].text.find(words).unwrap_or_default();
        Member { report, sentence: 0, clause: 0, span: Span::new(start, start + words.len()) }
    };
    let members = vec![member(0, "tiba di Vladivostok"), member(1, "tiba di Vladivostok")];
    a.statements = vec![Statement { id: "S001".to_owned(), score: 0.71, members }];
    a.findings[1].statements = vec!["S001".to_owned()];
    a.shared_text = vec![SharedText { reports: vec![0, 1], sentences: 1, percent: 33 }];
    audit
}

/// Two reports whose every word would like to act.
pub fn hostile() -> Audit {
    let one = "\u{1b}]0;judul\u{7} # <script>alert(1)</script>\n| a | \u{1b}[31mmerah\u{1b}[0m | \u{9b}2J =1+1\n\
        ![x](https://a.b/c) <img src=x> @seseorang #12 `rm` \u{202e}kilab\u{202c} www.a.b\n";
    let two =
        "- satu\r\n> dua ``` <!-- \u{0} \u{8}\u{8} --> [x]: http://a.b\r\n\t*tebal* _miring_ \\| \u{200b}\u{2028}$x$\n";
    let mut audit = audit(&[("<b>|\u{1b}[1m", one), ("-=1+1\u{202e}", two)]);
    audit.reports[1].language = Language::Other;
    let wide = "\u{1b}[31mmerah\u{1b}[0m | \u{9b}2J =1+1";
    let link = "![x](https://a.b/c) <img src=x> @seseorang #12 `rm` \u{202e}kilab\u{202c} www.a.b";
    add(
        &mut audit,
        Kind::Term,
        Severity::Conflict,
        "=1+1|\u{1b}[5m<script>\n# judul",
        &[(wide, &[(0, wide)]), ("> dua ``` <!--", &[(1, "> dua ``` <!-- \u{0} \u{8}\u{8} -->")])],
        &[],
    );
    add(&mut audit, Kind::Quote, Severity::Gap, "- [x](y)", &[(link, &[(0, link)])], &[1]);
    let because = "\u{1b}[2J*semua*".to_owned();
    audit.findings[0].suggestion = Some(Suggestion { value: "<i>|\u{7}".to_owned(), because });
    audit
}

/// `n` reports with long ids that disagree on one number and one name.
pub fn many(n: usize) -> Audit {
    let texts: Vec<(String, String)> = (1..=n)
        .map(|i| {
            let id = format!("kantor-berita-nusantara-{i:02}");
            let text = format!(
                "Banjir di Demak, sedikitnya {} orang mengungsi\n\nKata Bupati {}.\n",
                90 + i % 3,
                if i % 2 == 0 { "Eisti'anah" } else { "Estianah" }
            );
            (id, text)
        })
        .collect();
    let reports: Vec<(&str, &str)> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let mut audit = audit(&reports);
    let values: Vec<String> = (0..3).map(|k| format!("sedikitnya {} orang", 90 + k)).collect();
    let at: Vec<Vec<(usize, &str)>> =
        (0..3).map(|k| (0..n).filter(|i| (i + 1) % 3 == k).map(|i| (i, values[k].as_str())).collect()).collect();
    let readings: Vec<Given<'_>> = values.iter().zip(&at).map(|(v, at)| (v.as_str(), at.as_slice())).collect();
    add(&mut audit, Kind::Number, Severity::Conflict, "orang yang mengungsi karena banjir di Demak", &readings, &[]);
    let absent: Vec<usize> = [2, 4].into_iter().filter(|&r| r < n).collect();
    let even: Vec<(usize, &str)> = (1..n).step_by(2).map(|i| (i, "Eisti'anah")).collect();
    add(
        &mut audit,
        Kind::Name,
        Severity::Variant,
        "Bupati Demak",
        &[("Eisti'anah", &even), ("Estianah", &[(0, "Estianah")])],
        &absent,
    );
    audit
}
