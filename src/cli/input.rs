//! Paths to reports.

use std::path::{Path, PathBuf};

use selisih::error::{Error, Result};
use selisih::model::{Language, Report};

/// Where reports are looked for when no path is given.
const FOLDER: &str = "reports";

/// The paths given, or the folder `reports` here.
pub fn or_default(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    if !paths.is_empty() {
        return Ok(paths.to_vec());
    }
    if Path::new(FOLDER).is_dir() {
        return Ok(vec![FOLDER.into()]);
    }
    let what = "no reports: name text files or folders of them, or put them into a folder `reports` here";
    Err(Error::NoInput(what.to_owned()))
}

// A stand-in until `read::inputs` is here.
/// Reads files and folders.
pub fn inputs(paths: &[PathBuf], language: Option<Language>) -> Result<Vec<Report>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in paths {
        let io = |source| Error::Io { path: path.clone(), source };
        if path.is_dir() {
            let before = files.len();
            for entry in std::fs::read_dir(path).map_err(io)? {
                let file = entry.map_err(io)?.path();
                if file.extension().is_some_and(|e| e == "txt") {
                    files.push(file);
                }
            }
            if files.len() == before {
                return Err(Error::NoInput(format!("{}: no report in this folder (.txt)", path.display())));
            }
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    let read = |path: &PathBuf| {
        let bytes = std::fs::read(path).map_err(|source| Error::Io { path: path.clone(), source })?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let id = path.file_stem().map_or("report".into(), |s| s.to_string_lossy());
        Ok(selisih::read::text::report(&id, &path.display().to_string(), text, language))
    };
    files.iter().map(read).collect()
}
