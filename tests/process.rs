//! The command among other processes: pipes, full disks, files that must survive, colour.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const REPORTS: [&str; 2] = ["tests/cmd/audit.in/satu.txt", "tests/cmd/audit.in/salinan.txt"];

fn selisih() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selisih"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
    command
}

fn audit(extra: &[&str]) -> Output {
    selisih().arg("audit").args(REPORTS).args(extra).output().expect("the program starts")
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [&["audit", REPORTS[0], "--format", "json"][..], &["--help"], &["explain"]] {
        let mut child =
            selisih().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(said(&output), (Some(0), String::new()), "{args:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_gives_one_line() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let output = selisih().arg("audit").args(REPORTS).stdout(full).output().expect("the program starts");
    let space = "No space left on device (os error 28)\n";
    assert_eq!(said(&output), (Some(2), format!("selisih: standard output: {space}")));
    assert_eq!(said(&audit(&["-o", "/dev/full"])), (Some(2), format!("selisih: /dev/full: {space}")));
}

#[test]
fn a_file_survives_a_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("audit.md");
    fs::write(&file, "yang lama").expect("a file");
    // No file may grow: the shell ignores the signal, so that the write fails instead.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let output = Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_selisih"), "audit"])
        .args(REPORTS)
        .arg("-o")
        .arg(&file)
        .output()
        .expect("a shell");
    assert_eq!(said(&output), (Some(2), format!("selisih: {}: File too large (os error 27)\n", file.display())));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "yang lama");
    assert_eq!(names(folder.path()), ["audit.md"]);
}

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, link) = (folder.path().join("audit.json"), folder.path().join("tautan"));
    fs::write(&file, "yang lama").expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("audit.json", &link).expect("a link");
    let output = audit(&["--format", "json", "-o", &link.display().to_string()]);
    assert_eq!(said(&output), (Some(0), String::new()));
    assert_eq!(output.stdout, b"");
    assert_eq!(fs::read(&file).expect("the file"), audit(&["--format", "json"]).stdout);
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o640);
    assert_eq!(names(folder.path()), ["audit.json", "tautan"]);
}

#[test]
fn several_files_of_one_audit() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (json, csv, other) = (path("a.json"), path("a.csv"), path("a.data"));
    let output = audit(&["-o", &json, "-o", &csv, "-o", &other, "--format", "jsonl"]);
    assert_eq!((said(&output), output.stdout.len()), ((Some(0), String::new()), 0));
    for (file, format) in [(&json, "json"), (&csv, "csv"), (&other, "jsonl")] {
        assert_eq!(fs::read(file).expect("a file"), audit(&["--format", format]).stdout, "{format}");
    }
    let twice = path("./a.csv");
    for (refused, why) in [(&twice, "written twice"), (&path("a.pdf"), "known are .txt (table), .md")] {
        let output = audit(&["-o", &csv, "-o", &path("b.md"), "-o", refused]);
        let (code, told) = said(&output);
        assert!(code == Some(2) && told.contains(why) && told.lines().count() == 1, "{told}");
    }
    let markdown = audit(&["-o", &csv, "--format", "markdown"]);
    assert_eq!(said(&markdown), (Some(0), String::new()), "the flag decides over the ending of one file");
    assert!(fs::read(&csv).expect("a file").starts_with(b"**2 reports"));
    assert_eq!(names(folder.path()), ["a.csv", "a.data", "a.json"]);
}

#[test]
fn known_findings_are_written_then_met() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("known.toml").display().to_string();
    let check = |write: &[&str]| {
        let mut command = selisih();
        command.args(["check", "--known", &file]).args(write).args(REPORTS).output().expect("the program starts")
    };
    assert_eq!(said(&check(&[])).0, Some(2), "there is no file yet");
    assert_eq!(said(&check(&["--write"])), (Some(0), String::new()));
    assert_eq!(said(&check(&[])), (Some(0), String::new()));
    let before = fs::read(&file).expect("the file");
    assert_eq!(said(&check(&["--write"])), (Some(0), String::new()));
    assert_eq!(fs::read(&file).expect("the file"), before);
}

#[test]
fn standard_input_is_a_report() {
    let report = fs::File::open(REPORTS[0]).expect("a report");
    let output = selisih().args(["audit", "-", REPORTS[1]]).stdin(report).output().expect("the program starts");
    assert_eq!(said(&output), (Some(0), String::new()));
    assert!(output.stdout.starts_with(b"2 reports, "));
}

#[test]
fn colour_only_where_it_is_wanted() {
    let colored = |args: &[&str], no_color: bool| {
        let mut command = selisih();
        command.arg("audit").args(REPORTS).args(args);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        command.output().expect("the program starts").stdout.contains(&0x1b)
    };
    assert!(!colored(&[], false), "a pipe is no terminal");
    assert!(colored(&["--color", "always"], false));
    assert!(colored(&["--color", "always"], true), "the flag is the last word");
    assert!(!colored(&["--color", "never"], false));
    assert!(!colored(&["--color", "always", "--format", "json"], false));
}

#[test]
fn an_interrupt_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (reports, out) = (folder.path().join("laporan"), folder.path().join("keluaran"));
    fs::create_dir(&reports).expect("a folder");
    fs::create_dir(&out).expect("a folder");
    for n in 0..6 {
        let lines =
            |i: usize| format!("Petugas menutup jalan nomor {i} sejak pukul {} pagi karena banjir besar.", n + i % 5);
        let text: Vec<String> = (0..120).map(lines).collect();
        fs::write(reports.join(format!("{n}.txt")), format!("Jalan Ditutup\n\n{}\n", text.join("\n\n")))
            .expect("a report");
    }
    let file = out.join("audit.json");
    let start = || {
        let mut command = selisih();
        command.args(["audit", "--format", "json", "-o"]).arg(&file).arg(&reports).stderr(Stdio::null());
        command.spawn().expect("the program starts")
    };
    let interrupt = |child: &std::process::Child| {
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal");
    };
    assert!(start().wait().expect("the program ends").success());
    let new = fs::read_to_string(&file).expect("the file");
    for attempt in 0..8 {
        fs::write(&file, "yang lama").expect("a file");
        let mut child = start();
        if attempt % 4 == 0 {
            std::thread::sleep(std::time::Duration::from_millis(attempt * 20));
        } else {
            // While it writes: as soon as anything stands beside the file, or the file is another.
            let writing = || names(&out) != ["audit.json"] || fs::metadata(&file).is_ok_and(|m| m.len() != 9);
            while child.try_wait().expect("the program").is_none() && !writing() {}
        }
        interrupt(&child);
        child.wait().expect("the program ends");
        let now = fs::read_to_string(&file).expect("the file");
        assert!(now == "yang lama" || now == new, "half a file: {} bytes of {}", now.len(), new.len());
        assert_eq!(names(&out), ["audit.json"], "nothing is left beside it");
    }
}

#[test]
fn the_configuration_is_looked_for_upwards_then_in_the_home() {
    let home = tempfile::tempdir().expect("a folder");
    let story = home.path().join("meja/cerita");
    fs::create_dir_all(&story).expect("a folder");
    let config = |path: &Path, width: &str| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, format!("[audit]\nwidth = {width}\n")).expect("a file");
    };
    let told = |extra: &[&str]| {
        let mut command = selisih();
        command.current_dir(&story).env_remove("XDG_CONFIG_HOME").env("HOME", home.path()).arg("config").args(extra);
        let out = command.output().expect("the program starts").stdout;
        let out = String::from_utf8(out).expect("text");
        out.lines().find(|l| l.starts_with("audit.width")).map(str::to_owned).expect("the width")
    };
    assert!(told(&[]).ends_with("# default"));
    let own = home.path().join(".config/selisih/selisih.toml");
    config(&own, "50");
    assert!(told(&[]).ends_with(&format!("# {}:2", own.display())));
    config(&home.path().join("meja/selisih.toml"), "60");
    assert!(told(&[]).starts_with("audit.width = 60 ") && told(&[]).ends_with("# ../selisih.toml:2"));
    assert!(told(&["--width", "70"]).ends_with("# flag"));
    assert!(told(&["--isolated"]).ends_with("# default"));
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").file_name());
    let mut names: Vec<String> = entries.map(|n| n.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
