//! The editor's ledger as text, and as a file that several processes change and that any of them may be killed at.

mod story;

use std::path::Path;

use jiff::civil;
use selisih::decisions::{Change, Ledger};
use selisih::model::Audit;
use selisih::model::decision::{Decision, Ruling};

const FILE: &str = "selisih.decisions.toml";

fn parsed(text: &str) -> Ledger {
    Ledger::parse(Path::new(FILE), text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn decision(ruling: Ruling, reason: &str, until: Option<civil::Date>) -> Decision {
    Decision { ruling, reason: reason.to_owned(), until }
}

/// The text after a ruling on some findings of the audit.
fn decided(text: &str, audit: &Audit, findings: &[usize], decision: &Decision) -> String {
    let changes: Vec<Change<'_>> = findings.iter().map(|&f| Change::Decide(&audit.findings[f], decision)).collect();
    parsed(text).updated(text, &changes).expect("a text that parses")
}

#[test]
fn a_new_ledger_is_sorted_and_says_what_it_is() {
    let audit = story::six();
    let until = Some(civil::date(2026, 12, 31));
    let text = decided("", &audit, &[2, 0], &decision(Ruling::Accept, "both are \"in use\"", until));
    let text = decided(&text, &audit, &[1], &decision(Ruling::Check, "asked the desk", None));
    insta::assert_snapshot!(text);
    assert_eq!(decided(&text, &audit, &[1], &decision(Ruling::Check, "asked the desk", None)), text);
    let back = parsed(&text);
    assert_eq!(back.entries.len(), 3);
    assert_eq!(back.entries[&audit.findings[0].id].decision.until, until);
}

#[test]
fn comments_stay_with_their_decision() {
    let audit = story::six();
    let (a, b) = (&audit.findings[0].id, &audit.findings[1].id);
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let text = format!(
        "# ours\n\nschema = \"selisih/decisions/1\" # 1\n\n# about all\n\n# about a\n[{a}] # head\n# why\nruling = \"fix\" # r\n\
         reason = \"x\" # y\n\n# about b\n[{b}]\nreason = \"z\"\nruling = \"check\"\n# the end\n"
    );
    let at = |id: &str| audit.findings.iter().position(|f| f.id == id).expect("a finding");
    let new = decided(&text, &audit, &[at(a)], &decision(Ruling::Accept, "now fine", None));
    for comment in text.lines().filter_map(|line| line.find('#').map(|n| &line[n..])) {
        assert!(new.contains(comment), "{comment} is gone from\n{new}");
    }
    assert!(new.contains("ruling = \"accept\" # r"), "{new}");
    let pruned = parsed(&new).updated(&new, &[Change::Remove(a.clone())]).expect("a text that parses");
    assert!(!pruned.contains("about a\n") && !pruned.contains(a.as_str()), "{pruned}");
    for kept in ["# ours", "# about all", "# about b", "# the end"] {
        assert!(pruned.contains(kept), "{kept} is gone from\n{pruned}");
    }
    let none = parsed(&pruned).updated(&pruned, &[Change::Remove(b.clone())]).expect("a text that parses");
    assert_eq!(parsed(&none).entries.len(), 0);
    assert!(none.contains("# about all"), "{none}");
}

#[test]
fn a_decision_counts_through_its_last_day() {
    let audit = story::six();
    let text = decided("", &audit, &[0], &decision(Ruling::Accept, "x", Some(civil::date(2026, 5, 31))));
    let ledger = parsed(&text);
    let on = |month, day| ledger.of(&audit, civil::date(2026, month, day));
    assert_eq!((on(5, 31).of.len(), on(5, 31).past.len()), (1, 0));
    assert_eq!((on(6, 1).of.len(), on(6, 1).past.len()), (0, 1));
    let without = Audit { findings: Vec::new(), ..audit.clone() };
    assert_eq!(ledger.of(&without, civil::date(2026, 6, 1)).gone, [audit.findings[0].id.clone()]);
}

#[test]
fn errors_name_file_line_and_key() {
    let told = |text: &str| match Ledger::parse(Path::new(FILE), text) {
        Ok(_) => panic!("{text} is no ledger"),
        Err(error) => error.to_string(),
    };
    let cases = [
        "schema = \"selisih/decisions/2\"",
        "\n[a]\nruling = \"accept\"",
        "[a]\nreason = \"x\"",
        "[a]\nruling = \"ok\"\nreason = \"x\"",
        "[a]\nruling = \"fix\"\nreason = 3",
        "[a]\nruling = \"fix\"\nreason = \"x\"\nuntill = 2026-01-01",
        "[a]\nruling = \"fix\"\nreason = \"x\"\nuntil = \"soon\"",
        "[a]\nruling = \"fix\"\nreason = \"x\"\nuntil = 2026-01-01T10:00:00",
        "[[a]]\nruling = \"fix\"",
        "ruling = \"fix\"",
        "[a]\nruling = \"fix\"\n[a]\nruling = \"fix\"",
        "[a]\nruling = \"fi",
        "<<<<<<< HEAD\n",
    ];
    let lines: Vec<String> = cases.iter().map(|text| told(text)).collect();
    assert!(lines.iter().all(|line| line.lines().count() == 1 && line.starts_with(&format!("{FILE}: line "))));
    insta::assert_snapshot!(lines.join("\n"));
    assert!(parsed("").entries.is_empty());
}

#[cfg(unix)]
mod processes {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::{Child, Command, Output, Stdio};
    use std::time::{Duration, Instant};

    use super::{FILE, parsed};

    /// Two short reports that differ in several things.
    const REPORTS: [(&str, &str); 2] = [
        (
            "a.txt",
            "Dua perahu tenggelam di Danau Sarang pada Senin (3/3/2025), kata Kepala Desa Rudi Hartanto. Lima orang tewas.\n",
        ),
        (
            "b.txt",
            "Tiga perahu tenggelam di Danau Sarang pada Selasa (4/3/2025), kata Camat Rudy Hartanto. Enam orang tewas.\n",
        ),
    ];

    fn desk() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in REPORTS {
            fs::write(folder.path().join(name), text).expect("a report");
        }
        folder
    }

    fn start(folder: &Path, args: &[&str]) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selisih"));
        command.args(args).arg(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the program starts")
    }

    fn run(folder: &Path, args: &[&str]) -> Output {
        start(folder, args).wait_with_output().expect("the program ends")
    }

    fn ledger(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    /// Reasons by finding.
    fn reasons(folder: &Path) -> BTreeMap<String, String> {
        let text = fs::read_to_string(ledger(folder)).expect("the ledger");
        parsed(&text).entries.into_iter().map(|(id, entry)| (id, entry.decision.reason)).collect()
    }

    #[test]
    fn two_at_once_lose_nothing() {
        let folder = desk();
        assert!(run(folder.path(), &["decide", "--all", "--accept"]).status.success());
        let ids: Vec<String> = reasons(folder.path()).into_keys().collect();
        assert!(ids.len() >= 3, "{ids:?}");
        for round in 0..5 {
            fs::remove_file(ledger(folder.path())).expect("the ledger");
            let decide =
                |id: &String| start(folder.path(), &["decide", id, "--fix", "--reason", &format!("{id} {round}")]);
            let children: Vec<Child> = ids.iter().map(decide).collect();
            for child in children {
                let output = child.wait_with_output().expect("the program ends");
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            }
            let expected: BTreeMap<_, _> = ids.iter().map(|id| (id.clone(), format!("{id} {round}"))).collect();
            assert_eq!(reasons(folder.path()), expected);
        }
    }

    #[test]
    fn a_damaged_ledger_is_never_written_over() {
        let folder = desk();
        assert!(run(folder.path(), &["decide", "--all", "--accept"]).status.success());
        let damaged = fs::read_to_string(ledger(folder.path())).expect("the ledger").replacen("ruling", "rul", 1);
        fs::write(ledger(folder.path()), &damaged).expect("the ledger");
        for args in [
            &["decide", "--all", "--fix", "--reason", "x"][..],
            &["audit"],
            &["decisions", "list"],
            &["decisions", "prune"],
        ] {
            let output = run(folder.path(), args);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{args:?} {said}");
            assert!(said.contains(&format!("{FILE}: line ")), "{said}");
            assert_eq!(fs::read_to_string(ledger(folder.path())).expect("the ledger"), damaged);
        }
    }

    /// The next of a row of numbers that look like chance (an LCG of Knuth's), 0 to 1.
    fn chance(seed: &mut u64) -> f64 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Decides again and again, and kills each at a random moment of its life. Returns how many were killed in time.
    fn kill(times: usize) -> usize {
        let folder = desk();
        assert!(run(folder.path(), &["decide", "--all", "--accept", "--reason", "first"]).status.success());
        let mut known = reasons(folder.path());
        let ids: Vec<String> = known.keys().cloned().collect();
        let began = Instant::now();
        assert!(run(folder.path(), &["decide", &ids[0], "--check", "--reason", "first"]).status.success());
        let life = began.elapsed();
        let (mut seed, mut killed) = (7, 0);
        for nth in 0..times {
            let (id, reason) = (&ids[nth % ids.len()], format!("reason {nth}"));
            let mut child = start(folder.path(), &["decide", id, "--fix", "--reason", &reason]);
            // The writing is the last of it: every other one dies there.
            let from = if nth % 2 == 0 { 0.0 } else { 0.7 };
            std::thread::sleep(life.mul_f64(from + (1.1 - from) * chance(&mut seed)).max(Duration::from_micros(1)));
            child.kill().expect("a child");
            let done = child.wait().expect("the child's end").success();
            killed += usize::from(!done);
            let now = reasons(folder.path());
            let (before, after) = (known.insert(id.clone(), now[id].clone()), &now[id]);
            assert!(*after == reason || !done && before.as_ref() == Some(after), "{id} has {after} after {nth}");
            assert_eq!(now, known);
        }
        let audit = run(folder.path(), &["audit"]);
        assert!(audit.status.success(), "{}", String::from_utf8_lossy(&audit.stderr));
        killed
    }

    #[test]
    fn killed_at_any_moment_it_leaves_every_earlier_decision() {
        assert!(kill(100) > 10, "some were killed before they were done");
    }

    /// `.ci/run` calls it with the release build.
    #[test]
    #[ignore = "a minute; .ci/run calls it"]
    fn killed_a_thousand_times_it_leaves_every_earlier_decision() {
        assert!(kill(1000) > 100, "some were killed before they were done");
    }
}
