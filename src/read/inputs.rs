//! Files, folders, globs and standard input to reports.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::own_litter::Litter;
use super::{decode, text};
use crate::error::{Error, Result};
use crate::model::{Language, Report};

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";
/// Endings of files that a folder's reports have.
const ENDINGS: [&str; 4] = ["txt", "text", "md", "markdown"];
/// Stems of files in a folder that tell of the reports instead of being one.
const ABOUT: [&str; 2] = ["readme", "audit"];

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The language of all reports; told by each text where none.
    pub language: Option<Language>,
    /// Lines that are litter, as the user knows of some outlets.
    pub litter: &'a [Litter],
    /// Each line is one sentence, taken as it is.
    pub sentences: bool,
}

/// The reports at these paths, in the order given, a folder's by name.
///
/// A path is a file, a folder (all text files directly in it, hidden ones and `README`/`audit` left out), a glob, or `-`
/// for one report on standard input, which is read from `stdin`. A file that several paths lead to is read once.
///
/// # Errors
/// When a path leads to nothing, or to something that cannot be read, is no text or holds none.
pub fn inputs(paths: &[String], stdin: &mut dyn Read, options: Options<'_>) -> Result<Vec<Report>> {
    let mut files = Vec::new();
    for path in paths {
        expand(path, &mut files)?;
    }
    let files = once_each(files)?;
    let ids = ids(&files);
    files
        .iter()
        .zip(ids)
        .map(|(file, id)| {
            let bytes = file.bytes(stdin)?;
            let path = file.path.display().to_string();
            let bad = |message: String| Error::Input { path: file.path.clone(), message };
            let text = decode::decode(&bytes).map_err(bad)?;
            if !text.chars().any(char::is_alphanumeric) {
                return Err(bad("has no words: the file is empty".to_owned()));
            }
            Ok(if options.sentences {
                text::sentences(&id, &path, text, options.language)
            } else {
                text::report_of(&id, &path, text, options)
            })
        })
        .collect()
}

/// A report to be read.
#[derive(Debug)]
struct File {
    /// As the user wrote it.
    path: PathBuf,
    /// Where it really is; none for standard input.
    real: Option<PathBuf>,
}

impl File {
    fn bytes(&self, stdin: &mut dyn Read) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match &self.real {
            Some(_) => bytes = std::fs::read(&self.path).map_err(|source| self.error(source))?,
            None => drop(stdin.read_to_end(&mut bytes).map_err(|source| self.error(source))?),
        }
        Ok(bytes)
    }

    fn error(&self, source: std::io::Error) -> Error {
        Error::Io { path: self.path.clone(), source }
    }

    fn stem(&self) -> String {
        match &self.real {
            Some(_) => self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            None => "stdin".to_owned(),
        }
    }
}

/// The files that one path of the command line stands for.
fn expand(path: &str, files: &mut Vec<PathBuf>) -> Result<()> {
    let plain = Path::new(path);
    if path == STANDARD_INPUT {
        files.push(plain.to_owned());
    } else if plain.is_dir() {
        folder(plain, files)?;
    } else if plain.exists() || !path.contains(['*', '?', '[']) {
        files.push(plain.to_owned());
    } else {
        let bad = |message: String| Error::Input { path: plain.to_owned(), message };
        let matches = glob::glob(path).map_err(|e| bad(format!("is not a pattern: {e}")))?;
        let before = files.len();
        let hidden = |p: &Path| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        let asked = plain.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        for found in matches {
            let found = found.map_err(|e| Error::Io { path: e.path().to_owned(), source: e.into() })?;
            if hidden(&found) && !asked {
                continue;
            }
            if found.is_dir() {
                folder(&found, files)?;
            } else {
                files.push(found);
            }
        }
        if files.len() == before {
            return Err(bad("matches no file".to_owned()));
        }
    }
    Ok(())
}

/// The reports directly in a folder, by name.
fn folder(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let error = |source| Error::Io { path: path.to_owned(), source };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path).map_err(error)? {
        let file = entry.map_err(error)?.path();
        if is_report(&file) && !file.is_dir() {
            found.push(file);
        }
    }
    if found.is_empty() {
        let message = format!("holds no reports (files that end in .{})", ENDINGS.join(", ."));
        return Err(Error::Input { path: path.to_owned(), message });
    }
    found.sort();
    files.append(&mut found);
    Ok(())
}

fn is_report(file: &Path) -> bool {
    let lower = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().to_lowercase();
    let stem = lower(file.file_stem());
    !lower(file.file_name()).starts_with('.')
        && ENDINGS.contains(&lower(file.extension()).as_str())
        && !ABOUT.contains(&stem.as_str())
}

/// Each file once, where it was first named, by its shortest spelling.
fn once_each(paths: Vec<PathBuf>) -> Result<Vec<File>> {
    let mut at: BTreeMap<Option<PathBuf>, usize> = BTreeMap::new();
    let mut files: Vec<File> = Vec::new();
    for path in paths {
        let real = if path.as_os_str() == STANDARD_INPUT {
            None
        } else {
            Some(real(&path).map_err(|source| Error::Io { path: path.clone(), source })?)
        };
        if let Some(&known) = at.get(&real) {
            let spelling = |p: &Path| (p.as_os_str().len(), p.to_owned());
            if spelling(&path) < spelling(&files[known].path) {
                files[known].path = path;
            }
            continue;
        }
        at.insert(real.clone(), files.len());
        files.push(File { path, real });
    }
    Ok(files)
}

/// Where a path really leads; for a pipe (`/dev/fd/63`), which leads to no other path, its own.
fn real(path: &Path) -> std::io::Result<PathBuf> {
    std::fs::canonicalize(path).or_else(|error| if path.exists() { std::path::absolute(path) } else { Err(error) })
}

/// Ids in the order of the files: stems, numbered in the order of the real paths where several share one.
fn ids(files: &[File]) -> Vec<String> {
    let stems: Vec<String> = files.iter().map(File::stem).collect();
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by(|&a, &b| files[a].real.cmp(&files[b].real));
    let natural: FxHashSet<&String> = stems.iter().collect();
    let mut ids = vec![String::new(); files.len()];
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for index in order {
        let stem = &stems[index];
        let number = last.entry(stem).or_insert(0);
        *number += 1;
        ids[index].clone_from(stem);
        while *number > 1 {
            ids[index] = format!("{stem}-{number}");
            if !natural.contains(&ids[index]) {
                break;
            }
            *number += 1;
        }
    }
    ids
}
