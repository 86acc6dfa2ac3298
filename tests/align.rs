//! `align`: statements without an audit, lists of sentences, and parallel texts.

use selisih::model::{Alignment, Language, Report};
use selisih::read::text;
use selisih::render::{ALIGNED, Look, Ui};
use selisih::{AlignOptions, Options, align, audit, read};

fn lists(texts: &[&str]) -> Vec<Report> {
    texts.iter().zip('a'..).map(|(t, id)| text::sentences(&id.to_string(), "", (*t).to_owned(), None)).collect()
}

/// The statements as `a1+a2=b1`.
fn told(alignment: &Alignment) -> Vec<String> {
    let audit = &alignment.audit;
    let line = |m: &selisih::model::Member| {
        let report = &audit.reports[m.report];
        format!("{}{}", report.id, report.text[..m.span.start].matches('\n').count() + 1)
    };
    let side = |run: &[selisih::model::Member]| run.iter().map(line).collect::<Vec<_>>().join("+");
    let sides = |s: &selisih::model::Statement| {
        s.members.chunk_by(|a, b| a.report == b.report).map(side).collect::<Vec<_>>().join("=")
    };
    audit.statements.iter().map(sides).collect()
}

fn parallel(a: &str, b: &str) -> Vec<String> {
    told(&align(&lists(&[a, b]), &AlignOptions { parallel: true, ..AlignOptions::default() }))
}

#[test]
fn statements_are_those_of_the_audit() {
    let mut stdin = std::io::empty();
    let reports = read::inputs(&["reports".to_owned()], &mut stdin, read::Options::default()).expect("five reports");
    let aligned = align(&reports, &AlignOptions::default()).audit;
    let audited = audit(&reports, &Options::default());
    assert_eq!(aligned.statements, audited.statements);
    assert_eq!(aligned.events, audited.events);
    assert!(aligned.findings.is_empty());
}

#[test]
fn explanations_name_each_pair() {
    let mut stdin = std::io::empty();
    let reports = read::inputs(&["reports".to_owned()], &mut stdin, read::Options::default()).expect("five reports");
    let options = AlignOptions { explain: Some("S001".to_owned()), ..AlignOptions::default() };
    let why = align(&reports, &options).why.expect("S001 is there");
    assert!(!why.pairs.is_empty());
    for pair in &why.pairs {
        assert_ne!(pair.a.report, pair.b.report);
        assert!((0.0..=1.0).contains(&pair.score));
        assert!(!pair.reasons.is_empty());
        assert!(pair.reasons.is_sorted_by(|x, y| x.moved.abs() >= y.moved.abs()));
    }
    let none = AlignOptions { explain: Some("S999".to_owned()), ..AlignOptions::default() };
    assert_eq!(align(&reports, &none).why, None);
}

#[test]
fn lines_are_taken_as_they_are() {
    // A headline, a by-line and `Baca juga:` would be set apart in a report.
    let report = &lists(&["Judul Tanpa Titik\r\n\n  Oleh Budi\nBaca juga: Yang lain\nSatu. Dua. Tiga.\n"])[0];
    let words: Vec<&str> = report.blocks.iter().map(|b| b.span.of(&report.text)).collect();
    assert_eq!(words, ["Judul Tanpa Titik", "Oleh Budi", "Baca juga: Yang lain", "Satu. Dua. Tiga."]);
    assert_eq!(selisih::segment::segment(report).clauses.len(), 4);
}

#[test]
fn german_split_into_plain_sentences() {
    let a = "Der Gemeinderat von Altstetten hat am Dienstag beschlossen, die baufällige Brücke über die Lauter zu \
             sperren, weil Gutachter Risse in den Pfeilern entdeckt hatten.\nBürgermeisterin Hanna Vogt sprach von einer \
             schweren, aber notwendigen Entscheidung.\nHändler in der Altstadt befürchten Umsatzeinbussen.\nDer Neubau \
             soll 4,2 Millionen Franken kosten und bis 2027 fertig sein.\n";
    let b = "Die baufällige Brücke über die Lauter ist gesperrt.\nDas hat der Gemeinderat von Altstetten am Dienstag \
             beschlossen.\nGutachter haben Risse in den Pfeilern der Brücke entdeckt.\n\nHanna Vogt sagt: Die \
             Entscheidung war schwer, aber notwendig.\nDie neue Brücke kostet 4,2 Millionen Franken und soll 2027 fertig \
             sein.\n";
    assert_eq!(parallel(a, b), ["a1=b1+b2+b3", "a2=b5", "a4=b6"]);
    assert_eq!(lists(&[a])[0].language, Language::German);
}

#[test]
fn french_merged_sentences() {
    let a = "Le pont de la Lauze est fermé depuis mardi.\nLe conseil municipal de Valmont l'a décidé.\nClaire Bonnet, la \
             maire, dit que la décision était difficile.\nLe nouveau pont va coûter 4,2 millions d'euros.\n";
    let b = "Le conseil municipal de Valmont a décidé de fermer mardi le pont de la Lauze.\nUne fête aura lieu dimanche \
             dans le parc.\nLa maire, Claire Bonnet, a évoqué une décision difficile.\nLe nouveau pont coûtera 4,2 \
             millions d'euros.\n";
    assert_eq!(parallel(a, b), ["a1+a2=b1", "a3=b3", "a4=b4"]);
    assert_eq!(lists(&[a])[0].language, Language::French);
}

#[test]
fn texts_on_other_things_have_no_beads() {
    let a = "Harga cabai naik dua kali lipat di pasar induk.\nPetani menunggu hujan turun.\n";
    let b = "Kapal feri itu karam dekat pulau kecil.\nPenyelam mencari kotak hitam sampai malam.\n";
    assert_eq!(parallel(a, b), [""; 0]);
    assert_eq!(parallel(a, "...\n"), [""; 0]);
}

#[test]
fn order_decides_between_sentences_that_are_alike() {
    let a =
        "Polisi menangkap dua orang di Medan.\nHakim menolak gugatan warga.\nPolisi menangkap dua orang di Medan.\n";
    assert_eq!(parallel(a, a), ["a1=b1", "a2=b2", "a3=b3"]);
}

#[test]
fn paraphrases_meet_in_any_order() {
    let a = "Gempa berkekuatan 6,1 mengguncang Pulau Seram pada Selasa pagi.\nTiga rumah di Desa Hatu roboh, kata Kepala \
             BPBD Simon Latu.\n";
    let b = "Menurut Kepala BPBD Simon Latu, tiga rumah roboh di Desa Hatu.\nCuaca besok cerah.\nPulau Seram diguncang \
             gempa berkekuatan 6,1 pada Selasa pagi.\n";
    let found = told(&align(&lists(&[a, b]), &AlignOptions::default()));
    assert_eq!(found, ["a1=b3", "a2=b1"]);
}

#[test]
fn every_format_is_safe_and_holds_the_statements() {
    let text = "Gubernur <b>Rano|Karno</b> meresmikan \u{1b}[31mjembatan Cisadane pada Senin.\n";
    let alignment = align(&lists(&[text, text]), &AlignOptions { parallel: true, ..AlignOptions::default() });
    assert_eq!(alignment.audit.statements.len(), 1);
    for format in ALIGNED {
        for width in [40, 80, 160] {
            let out = (format.render)(&alignment, &Look { width, color: false, ui: Ui::English, quiet: false });
            assert!(out.ends_with('\n') && out.contains("S001"), "{}", format.id);
            assert!(!out.contains('\u{1b}'), "{}", format.id);
            assert!(format.id != "markdown" || !out.contains("<b>"), "{out}");
        }
    }
}

/// Reports of one event that share a lead, each with sentences of its own: enough for every cap of the search.
#[test]
fn a_statement_of_hundreds_of_members_holds_together() {
    let names = ["Melati", "Kenanga", "Cempaka", "Anggrek", "Dahlia", "Teratai", "Flamboyan"];
    let reports: Vec<Report> = (0..600)
        .map(|i| {
            let (name, other) = (names[i % 7], names[(i / 7) % 7]);
            let text = format!(
                "Kapal Nusantara Jaya karam di Selat Bunga setelah menabrak karang pada Jumat malam.\n\nWarga {name} \
                 nomor {i} membawa selimut ke posko {other}.\n"
            );
            text::report(&format!("r{i:03}"), "", text, Some(Language::Indonesian))
        })
        .collect();
    let statements = align(&reports, &AlignOptions::default()).audit.statements;
    let most = statements.iter().map(|s| s.members.len()).max().unwrap_or(0);
    assert!(most >= 600, "{most}");
}
