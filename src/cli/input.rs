//! Paths to reports.

use std::path::Path;

use selisih::error::{Error, Result};
use selisih::model::Report;
use selisih::model::draft::Draft;
use selisih::read;

/// Where reports are looked for when no path is given.
const FOLDER: &str = "reports";

/// The reports at these paths; without a path, those of the folder `reports` here.
pub fn reports(paths: &[String], options: read::Options) -> Result<Vec<Report>> {
    let default = [FOLDER.to_owned()];
    let paths = match paths {
        [] if Path::new(FOLDER).is_dir() => &default,
        [] => {
            let what = "no reports: name text files or folders of them, or put them into a folder `reports` here";
            return Err(Error::NoInput(what.to_owned()));
        }
        paths => paths,
    };
    read::inputs(paths, &mut std::io::stdin().lock(), options)
}

/// A draft, which is no source: a report that is the same file goes.
pub fn draft(file: &Path, options: read::Options, reports: &mut Vec<Report>) -> Result<Draft> {
    let draft = read::draft(file, options)?;
    if let Ok(own) = std::fs::canonicalize(file) {
        reports.retain(|r| std::fs::canonicalize(&r.path).map_or(true, |path| path != own));
    }
    if reports.is_empty() {
        return Err(Error::NoInput(format!("{}: a draft needs sources: name them behind it", file.display())));
    }
    Ok(draft)
}
