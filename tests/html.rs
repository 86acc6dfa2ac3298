//! The page for the browser: what is linked lands, and what a report contains stays text.

mod story;

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};
use selisih::model::{Audit, Kind, Severity};
use selisih::render::{FORMATS, Look, Ui, show};

fn page(audit: &Audit, ui: Ui) -> String {
    let format = FORMATS.iter().find(|f| f.id == "html").expect("a format of the table");
    (format.render)(audit, &Look { width: 80, color: false, ui, quiet: false })
}

fn parsed(audit: &Audit) -> Html {
    let page = Html::parse_document(&page(audit, Ui::English));
    assert_eq!(page.errors, Vec::<String>::new());
    page
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(page: &Html, selector: &str) -> Vec<String> {
    all(page, selector).iter().map(|e| e.text().collect()).collect()
}

/// Ids, links, ids told in attributes: everything that must land lands, once.
fn check_links(page: &Html) {
    let ids: Vec<&str> = all(page, "[id]").iter().filter_map(|e| e.value().id()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    for link in all(page, "a") {
        let to = link.value().attr("href").and_then(|h| h.strip_prefix('#'));
        assert!(to.is_some_and(|to| unique.contains(to)), "{} lands nowhere", link.html());
    }
    for element in all(page, "[aria-labelledby]") {
        let by = element.value().attr("aria-labelledby").unwrap_or_default();
        assert!(unique.contains(by), "{by} is not there");
    }
}

/// Every element and attribute that the page may hold, each attribute with the characters of its values.
fn check_markup(page: &Html) {
    let elements = BTreeSet::from([
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "span", "p", "b", "nav",
        "button", "main", "div", "section", "ul", "li", "details", "summary", "table", "thead", "tbody", "tr", "th",
        "td", "caption", "form", "input", "select", "optgroup", "option", "output", "fieldset", "legend", "label",
        "kbd", "article", "bdi", "mark", "q", "dl", "dt", "dd", "code", "sup", "script",
    ]);
    let worded = ["aria-label", "title", "content"];
    for element in all(page, "*") {
        let name = element.value().name();
        assert!(elements.contains(name), "{name}: {}", element.html());
        for (key, value) in element.value().attrs() {
            assert!(!key.starts_with("on") && key != "src" && key != "style", "{key} of {}", element.html());
            let plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || b" -_#".contains(&b));
            let own = worded.contains(&key) || key.starts_with("data-") || key == "placeholder" || key == "label";
            assert!(plain || own, "{key}={value:?} of {name}");
        }
    }
    assert_eq!((all(page, "script").len(), all(page, "style").len()), (1, 1));
    assert!(!page.html().contains("<!--"), "a comment");
}

#[test]
fn a_page_of_six_findings() {
    let page = parsed(&story::six());
    check_links(&page);
    check_markup(&page);
    assert_eq!(text(&page, ".counts span:not(.sign)"), ["≠ 3 conflicts", "≈ 2 variants", "∅ 1 gap"]);
    assert_eq!(all(&page, "article.finding").len(), 6);
    assert_eq!(text(&page, "article.finding:nth-of-type(1) .value mark"), ["20", "24"]);
    assert_eq!(text(&page, "article.finding:nth-of-type(1) .where"), ["report-1:2", "report-2:3"]);
    assert_eq!(text(&page, "article.finding:nth-of-type(1) q b"), ["20 pejabat", "24 pejabat"]);
    assert_eq!(text(&page, "#statements tbody td"), ["tiba di Vladivostok", "tiba di Vladivostok"]);
    assert_eq!(text(&page, ".litter"), ["left out: advertisement [iklan_2]"]);
    assert_eq!(text(&page, ".notes li").len(), 2);
}

#[test]
fn a_report_is_told_whole() {
    let audit = story::six();
    let page = parsed(&audit);
    for (nth, report) in audit.reports.iter().enumerate() {
        let told: String = all(&page, &format!("#r{} .text p", nth + 1))
            .iter()
            .flat_map(|p| p.descendants())
            .filter(|n| {
                !n.ancestors().any(|a| {
                    a.value().as_element().is_some_and(|e| {
                        e.name() == "sup" || e.has_class("why", scraper::CaseSensitivity::CaseSensitive)
                    })
                })
            })
            .filter_map(|n| n.value().as_text().map(|t| (**t).to_owned()))
            .collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(bare(&told), bare(&report.text));
    }
}

#[test]
fn marks_link_to_their_findings_and_back() {
    let audit = story::six();
    let page = parsed(&audit);
    for finding in all(&page, "article.finding") {
        let (nth, id) = (finding.value().attr("data-n").expect("a number"), finding.value().id().expect("an id"));
        let where_ = Selector::parse("a.where").expect("a selector");
        for link in finding.select(&where_) {
            let mark = all(&page, &format!("[id='{}']", &link.value().attr("href").expect("a link")[1..]));
            assert_eq!(mark[0].value().name(), "mark");
            assert!(mark[0].value().attr("data-f").expect("findings").split(' ').any(|f| f == nth), "{}", link.html());
        }
        assert!(!all(&page, &format!(".text sup a[href='#{id}']")).is_empty(), "{id}: no number behind its words");
    }
}

#[test]
fn overlapping_words_are_marked_for_both() {
    let mut audit = story::audit(&[("a", "Judul\nPresiden Korea Utara tiba\n"), ("b", "Judul\nPemimpin Korea tiba\n")]);
    let readings: [story::Given<'_>; 2] =
        [("Presiden Korea Utara", &[(0, "Presiden Korea Utara")]), ("Pemimpin Korea", &[(1, "Pemimpin Korea")])];
    story::add(&mut audit, Kind::Title, Severity::Conflict, "dia", &readings, &[]);
    let inside: [story::Given<'_>; 2] = [("Korea Utara", &[(0, "Korea Utara")]), ("Korea", &[(1, "Korea")])];
    story::add(&mut audit, Kind::Place, Severity::Variant, "Korea", &inside, &[]);
    let page = parsed(&audit);
    check_links(&page);
    let marks: Vec<(String, &str)> = all(&page, "#r1 mark")
        .iter()
        .map(|m| (m.text().collect(), m.value().attr("data-f").unwrap_or_default()))
        .collect();
    assert_eq!(marks, [("Presiden ".to_owned(), "1"), ("Korea Utara".to_owned(), "1 2")]);
    assert_eq!(text(&page, "#r1 sup a"), ["1", "2"]);
}

#[test]
fn hostile_text_is_only_text() {
    let mut audit = story::hostile();
    check_markup(&parsed(&audit));
    let nasty =
        "</style></script></title></p>--><!--<svg onload=alert(1)>'\" onfocus=alert(1) x=\"javascript:alert(1)&#0;";
    let texts = [("a", format!("{nasty}\n</mark></article>{nasty}\n")), ("b", format!("{nasty} {nasty}\n"))];
    let mut other = story::audit(&texts.each_ref().map(|(id, text)| (*id, text.as_str())));
    for (nth, report) in other.reports.iter_mut().enumerate() {
        report.id = format!("{nth} {nasty}");
        report.path = format!("{nasty}/{nth}");
    }
    story::add(
        &mut other,
        Kind::Quote,
        Severity::Conflict,
        nasty,
        &[(nasty, &[(0, nasty)]), ("b", &[(1, nasty)])],
        &[],
    );
    other.findings[0].id = nasty.to_owned();
    other.findings[0].statements = vec![nasty.to_owned()];
    let span = other.findings[0].readings[0].evidence[0].span;
    let member = selisih::model::Member { report: 0, sentence: 0, clause: 0, span };
    other.statements = vec![selisih::model::Statement { id: nasty.to_owned(), score: 1.0, members: vec![member] }];
    let page = parsed(&other);
    check_markup(&page);
    check_links(&page);
    assert!(text(&page, ".subject")[0].contains("<svg onload=alert(1)>"), "the words are shown all the same");
    audit.reports[0].blocks.clear(); // text outside any block is shown, too
    check_markup(&parsed(&audit));
}

#[test]
fn what_is_hidden_in_a_report_is_shown() {
    let out = page(&story::hostile(), Ui::English);
    let live: BTreeSet<char> = out.chars().filter(|&c| c != '\n' && (c.is_control() || show::is_hidden(c))).collect();
    assert_eq!(live, BTreeSet::new());
}

#[test]
fn nothing_is_asked_of_anywhere() {
    let out = page(&story::six(), Ui::English);
    for word in ["http:", "https:", "url(", "@import", "src=", "fetch(", "XMLHttpRequest", "innerHTML", "eval("] {
        assert!(!out.contains(word), "{word}");
    }
    let page = Html::parse_document(&out);
    let policy = all(&page, "meta[http-equiv]")[0].value().attr("content").unwrap_or_default().to_owned();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn the_same_audit_gives_the_same_page() {
    assert_eq!(page(&story::six(), Ui::English), page(&story::six(), Ui::English));
}

#[test]
fn both_languages_say_the_same_things() {
    let shape = |ui| {
        let page = Html::parse_document(&page(&story::six(), ui));
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        all(&page, "*").iter().for_each(|e| *count.entry(e.value().name().to_owned()).or_default() += 1);
        (all(&page, "html")[0].value().attr("lang").unwrap_or_default().to_owned(), count)
    };
    let (english, indonesian) = (shape(Ui::English), shape(Ui::Indonesian));
    assert_eq!((english.0.as_str(), indonesian.0.as_str()), ("en", "id"));
    assert_eq!(english.1, indonesian.1);
}

#[test]
fn odd_audits_make_pages() {
    for audit in
        [Audit::default(), story::audit(&[("a", "")]), story::audit(&[("a", "x"), ("a", "x")]), story::many(60)]
    {
        let page = parsed(&audit);
        check_links(&page);
        check_markup(&page);
    }
}
