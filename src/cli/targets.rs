//! Where a result goes, and in which format: standard output, or files by their endings.

use std::path::{Path, PathBuf, absolute};

use anyhow::bail;
use selisih::render::{FORMATS, Format};

/// A file to write, and how.
#[derive(Debug)]
pub struct Target<'a> {
    /// As the user wrote it.
    pub path: &'a Path,
    /// What it will hold.
    pub format: &'static Format,
}

/// The files that were asked for. `given` decides the format of one; of several, each file's ending decides, and
/// `given` where that tells nothing.
pub fn targets<'a>(paths: &'a [PathBuf], given: Option<&'static Format>) -> anyhow::Result<Vec<Target<'a>>> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut out = Vec::new();
    for path in paths {
        let file = same(path);
        if files.contains(&file) {
            bail!("{}: written twice: each -o needs a file of its own", path.display());
        }
        files.push(file);
        let told = path.file_name().and_then(|name| Format::of_name(&name.to_string_lossy()));
        let format = if paths.len() == 1 { given.or(told) } else { told.or(given) };
        // A device or pipe has no ending, and a folder will be refused when it is written to.
        let format = format.or_else(|| path.metadata().is_ok_and(|found| !found.is_file()).then_some(&FORMATS[0]));
        let Some(format) = format else {
            bail!("{}: its ending tells no format: known are {}; or name one with --format", path.display(), endings());
        };
        out.push(Target { path, format });
    }
    Ok(out)
}

/// What two names of one file have in common.
fn same(path: &Path) -> PathBuf {
    let folder = |p: &Path| p.parent().and_then(|f| f.canonicalize().ok());
    let whole = absolute(path).unwrap_or_else(|_| path.to_owned());
    let in_folder = || Some(folder(&whole)?.join(whole.file_name()?));
    path.canonicalize().ok().or_else(in_folder).unwrap_or(whole)
}

/// `.txt (table), .md (markdown), …`.
pub fn endings() -> String {
    let formats = FORMATS.iter().filter(|f| !f.endings.is_empty());
    let told = formats.map(|f| {
        let endings: Vec<String> = f.endings.iter().map(|e| format!(".{e}")).collect();
        format!("{} ({})", endings.join(" "), f.id)
    });
    told.collect::<Vec<_>>().join(", ")
}
