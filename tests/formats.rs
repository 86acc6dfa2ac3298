//! What the formats for other programs hold, read back as those programs read them.

mod story;
mod validate;

use quick_xml::events::Event;
use selisih::compare::COMPARATORS;
use selisih::model::{Audit, Kind, Severity};
use selisih::render::{FORMATS, Format, Look, Ui, message};
use serde_json::Value;

fn render(format: &str, audit: &Audit) -> String {
    let format = FORMATS.iter().find(|f| f.id == format).expect("a format of the table");
    (format.render)(audit, &Look { width: 80, color: false, ui: Ui::English, quiet: false })
}

const ACTS: [&str; 8] = [
    "=cmd()",
    "::error::x",
    "]]>",
    "<script>alert('x')</script>",
    "\u{1b}[31m",
    "dua\r\n::error::y",
    "[x](javascript:0) {0}",
    "100%0A::z\u{ffff}",
];

/// Findings of every severity whose every text would like to act.
fn acting() -> Audit {
    let text = ACTS.join(" | ");
    let mut audit = story::audit(&[("=a,b::c", &text), ("]]>&\"'", &text), ("##[x]", &text)]);
    for (nth, act) in ACTS.iter().enumerate() {
        let severity = Severity::ALL[nth % 3];
        let readings: [story::Given<'_>; 2] = [(act, &[(0, act)]), ("=1", &[(1, act)])];
        story::add(&mut audit, COMPARATORS[nth].kind, severity, act, &readings, &[2]);
    }
    audit
}

fn all() -> Vec<Audit> {
    vec![story::six(), story::hostile(), story::many(2), story::many(60), acting(), story::audit(&[("a", "satu\n")])]
}

#[test]
fn csv() {
    for audit in all() {
        let text = render("csv", &audit);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().expect("a head").clone();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
        assert_eq!(rows.len(), audit.findings.iter().map(|f| f.readings.len()).sum::<usize>());
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
        let column = |name: &str| head.iter().position(|h| h == name).expect("a column");
        let mut given = rows.iter();
        for finding in &audit.findings {
            for reading in &finding.readings {
                let row = given.next().expect("a row");
                assert_eq!((&row[column("finding")], &row[column("kind")]), (&*finding.id, finding.kind.id()));
                let sentence = message(&audit, finding, Ui::English);
                assert_eq!(row[column("message")].trim_start_matches('\''), sentence);
                let lists = [&row[column("reports")], &row[column("lines")]]
                    .map(|cell| cell.split("; ").filter(|part| !part.is_empty()).count());
                let mut reports: Vec<usize> = reading.evidence.iter().map(|e| e.report).collect();
                reports.dedup();
                assert_eq!(lists, [reports.len(); 2]);
            }
        }
    }
    let six = render("csv", &story::six());
    assert!(six.contains(",Kim Jong Un,report-1,1; 2,Kim Jong Un,,,\n") || six.contains(",\"1,2\","), "{six}");
}

#[test]
fn jsonl() {
    for audit in all() {
        let lines: Vec<Value> =
            render("jsonl", &audit).lines().map(|l| serde_json::from_str(l).expect("a value a line")).collect();
        let whole: Value = serde_json::from_str(&render("json", &audit)).expect("JSON");
        assert_eq!(lines[0]["record"], "audit");
        assert_eq!((&lines[0]["schema"], &lines[0]["summary"]), (&whole["schema"], &whole["summary"]));
        assert_eq!(lines.len(), 1 + audit.findings.len());
        for (nth, line) in lines[1..].iter().enumerate() {
            let mut finding = line.clone();
            assert_eq!(finding.as_object_mut().expect("an object").shift_remove("record"), Some("finding".into()));
            assert_eq!(finding, whole["findings"][nth]);
        }
    }
}

#[test]
fn sarif() {
    for audit in all() {
        let log: Value = serde_json::from_str(&render("sarif", &audit)).expect("JSON");
        let run = &log["runs"][0];
        let rules: Vec<&str> =
            run["tool"]["driver"]["rules"].as_array().expect("rules").iter().filter_map(|r| r["id"].as_str()).collect();
        assert_eq!(rules, COMPARATORS.iter().map(|c| c.id).collect::<Vec<_>>());
        assert_eq!(run["artifacts"].as_array().expect("artifacts").len(), audit.reports.len());
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), audit.findings.len());
        for (result, finding) in results.iter().zip(&audit.findings) {
            let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a rule")).expect("small");
            assert_eq!((rules[rule], result["ruleId"].as_str()), (finding.kind.id(), Some(finding.kind.id())));
            assert_eq!(result["partialFingerprints"]["selisih/v1"], *finding.id);
            let places = [&result["locations"], &result["relatedLocations"]];
            for place in places.iter().flat_map(|p| p.as_array().expect("places")) {
                region_holds_its_snippet(&audit, &place["physicalLocation"]);
            }
            let told = result["message"]["text"].as_str().expect("a message");
            assert!(!told.contains("](") && !told.replace("{{", "").replace("}}", "").contains(['{', '}']), "{told}");
        }
    }
}

/// The region, cut out of the report's lines by characters, is the snippet.
fn region_holds_its_snippet(audit: &Audit, place: &Value) {
    let number = |of: &Value| usize::try_from(of.as_u64().expect("a number")).expect("small");
    let region = &place["region"];
    let report = &audit.reports[number(&place["artifactLocation"]["index"])];
    let uri = place["artifactLocation"]["uri"].as_str().expect("a URI");
    assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b)), "{uri}");
    let at = |line: &str, column: &str| {
        let before: usize = report.text.split_inclusive('\n').take(number(&region[line]) - 1).map(str::len).sum();
        let rest = &report.text[before..];
        before + rest.char_indices().nth(number(&region[column]) - 1).map_or(rest.len(), |(byte, _)| byte)
    };
    let words = &report.text[at("startLine", "startColumn")..at("endLine", "endColumn")];
    assert_eq!(region["snippet"]["text"], words);
}

#[test]
fn sarif_meets_the_standard() {
    let Ok(schema) = std::fs::read_to_string("../shared/schemas/sarif-2.1.0.json") else {
        println!("left out: ../shared/schemas/sarif-2.1.0.json is not here, so SARIF was not held against it");
        return;
    };
    let schema: Value = serde_json::from_str(&schema).expect("a schema");
    for audit in all() {
        let log: Value = serde_json::from_str(&render("sarif", &audit)).expect("JSON");
        assert_eq!(validate::errors(&schema, &log), [""; 0]);
    }
    let log = |level| {
        serde_json::json!({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}},
            "results": [{"level": level, "message": {"text": "x"}}]}]})
    };
    assert_eq!(validate::errors(&schema, &log("error")), [""; 0]);
    for wrong in [serde_json::json!({"version": "2.1.0"}), log("grave")] {
        assert!(!validate::errors(&schema, &wrong).is_empty(), "it can tell wrong from right");
    }
}

#[test]
fn github() {
    for audit in all() {
        let out = render("github", &audit);
        let lines: Vec<&str> = out.lines().collect();
        let (last, annotations) = lines.split_last().expect("a line");
        assert!(!last.starts_with("::") && last.contains("report"), "{last}");
        for line in annotations {
            let rest = line.strip_prefix("::").expect("a command");
            let (command, told) = rest.split_once("::").expect("a message");
            let (level, properties) = command.split_once(' ').expect("properties");
            assert!(["error", "warning", "notice"].contains(&level), "{line}");
            for property in properties.split(',') {
                let (name, _) = property.split_once('=').expect("a value");
                assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&name), "{line}");
            }
            assert!(!told.is_empty() && !line.contains('\r'));
        }
        let shown = |severity| audit.count(severity).min(10);
        assert_eq!(annotations.len(), Severity::ALL.into_iter().map(shown).sum::<usize>());
    }
}

#[test]
fn github_counts_what_it_leaves_out() {
    let mut audit = story::audit(&[("a", "satu\n"), ("b", "dua\n")]);
    for nth in 0..13 {
        let severity = if nth < 12 { Severity::Variant } else { Severity::Conflict };
        let readings: [story::Given<'_>; 2] = [("satu", &[(0, "satu")]), ("dua", &[(1, "dua")])];
        story::add(&mut audit, Kind::Name, severity, &format!("hal {nth}"), &readings, &[]);
    }
    let out = render("github", &audit);
    assert!(out.ends_with("2 reports, 0 statements: 1 conflict, 12 variants; not annotated: 2 variants\n"), "{out}");
    audit.findings.truncate(10);
    assert!(render("github", &audit).ends_with(": 10 variants\n"));
}

/// The names and attributes of all elements, and all text; an error where it is no XML.
fn read_xml(text: &str) -> Result<(Vec<String>, String), quick_xml::Error> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut tags, mut told) = (Vec::new(), String::new());
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok((tags, told)),
            Event::Start(tag) | Event::Empty(tag) => {
                tags.push(tag.name().as_ref().to_owned());
                for attribute in tag.attributes() {
                    let attribute = attribute?;
                    told += &attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
                    told.push('\n');
                }
            }
            Event::Text(text) => told += &text,
            Event::End(_) | Event::Decl(_) | Event::GeneralRef(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn junit() {
    for audit in all() {
        let text = render("junit", &audit);
        assert!(!text.contains(['\u{fffe}', '\u{ffff}']));
        let (tags, _) = read_xml(&text).expect("XML");
        let count = |name: &str| tags.iter().filter(|t| *t == name).count();
        let gaps = audit.count(Severity::Gap);
        assert_eq!(count("testcase"), audit.findings.len());
        assert_eq!((count("failure"), count("skipped")), (audit.findings.len() - gaps, gaps));
        let kinds = COMPARATORS.iter().filter(|c| audit.findings.iter().any(|f| f.kind == c.kind)).count();
        assert_eq!((count("testsuites"), count("testsuite")), (1, kinds));
        assert_eq!(tags.len(), 1 + kinds + 2 * audit.findings.len());
    }
    let (_, told) = read_xml(&render("junit", &acting())).expect("XML");
    assert!(told.contains("<script>alert('x')</script>") && told.contains("]]>&\"'"), "it stays what it was: {told}");
}

#[test]
fn endings_tell_formats() {
    let of = |name: &str| Format::of_name(name).map(|f| f.id);
    let mut seen: Vec<&str> = FORMATS.iter().flat_map(|f| f.endings).copied().collect();
    for format in FORMATS {
        for ending in format.endings {
            assert_eq!(of(&format!("a.b.{ending}")), Some(format.id));
            assert_eq!(of(&format!("A.{}", ending.to_uppercase())), Some(format.id));
            if !ending.contains('.') {
                assert_eq!((of(ending), of(&format!("a{ending}"))), (None, None), "without a dot");
            }
        }
    }
    assert_eq!(of("a.sarif.json"), Some("sarif"));
    assert_eq!((of("a.pdf"), of("a"), of("a.md.bak"), of("")), (None, None, None, None));
    seen.sort_unstable();
    let all = seen.len();
    seen.dedup();
    assert_eq!(seen.len(), all, "no two formats share an ending");
}
