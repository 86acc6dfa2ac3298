//! Paths to reports.

use std::path::Path;

use selisih::error::{Error, Result};
use selisih::model::Report;
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
