//! What `selisih schema` prints, against audits of all stories that are here.

mod validate;

use std::fs;

use selisih::model::Report;
use selisih::render::{FORMATS, Look, Ui, schema};
use selisih::{Options, audit, read};
use serde_json::Value;

fn json(folder: &str) -> Value {
    let mut stdin: &[u8] = &[];
    let reports: Vec<Report> =
        read::inputs(&[folder.to_owned()], &mut stdin, read::Options::default()).expect("reports");
    let format = FORMATS.iter().find(|f| f.id == "json").expect("a format");
    let text = (format.render)(
        &audit(&reports, &Options::default()),
        &Look { width: 80, color: false, ui: Ui::English, quiet: false },
    );
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn audits_are_what_the_schema_says() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    let mut folders = vec!["reports".to_owned()];
    folders.extend(
        fs::read_dir("tests/stories")
            .expect("stories")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_dir())
            .map(|path| path.to_string_lossy().into_owned()),
    );
    assert!(folders.len() > 5);
    for folder in folders {
        let audit = json(&folder);
        assert_eq!(validate::errors(&schema, &audit), [""; 0], "{folder}");
        for (path, value) in
            [("/findings/0/severity", "grave"), ("/findings/0/kind", "angka"), ("/findings/0/readings", "x")]
        {
            let mut other = audit.clone();
            *other.pointer_mut(path).expect("a finding") = value.into();
            assert!(!validate::errors(&schema, &other).is_empty(), "{path} cannot be {value}");
        }
    }
}
