//! The ledger's file: where it is, and how it is changed so that no decision is ever lost.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use jiff::civil;
use selisih::decisions::{Change, FILE, Ledger};
use selisih::error::Error;
use selisih::model::{Audit, Report};

/// Options of the commands that know decisions.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    /// The file of decisions [default: `selisih.decisions.toml` in the folder of the reports]
    #[arg(long, value_name = "FILE")]
    pub ledger: Option<PathBuf>,
    /// The day that decisions `--until` a day are held against [default: the system's]
    #[arg(long, value_name = "DATE")]
    today: Option<civil::Date>,
}

impl Args {
    /// The day, which nothing but this asks the clock for.
    pub fn today(&self) -> civil::Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// The ledger's file, named or beside the reports; none where it would have to be made in one of several folders.
    pub fn file(&self, reports: &[Report]) -> anyhow::Result<Option<PathBuf>> {
        if let Some(file) = &self.ledger {
            return Ok(Some(file.clone()));
        }
        let files = beside(reports);
        let there: Vec<&PathBuf> = files.iter().filter(|file| file.exists()).collect();
        match (&files[..], &there[..]) {
            ([only], _) => Ok(Some(only.clone())),
            (_, [only]) => Ok(Some((*only).clone())),
            (_, []) => Ok(None),
            (_, several) => {
                anyhow::bail!("decisions in several folders: name one file with --ledger: {}", list(several))
            }
        }
    }

    /// The ledger's file, to be written to.
    pub fn file_to_write(&self, reports: &[Report]) -> anyhow::Result<PathBuf> {
        match self.file(reports)? {
            Some(file) => Ok(file),
            None => anyhow::bail!(match &beside(reports)[..] {
                [] => "the reports lie in no folder: name the file of decisions with --ledger".to_owned(),
                files => format!(
                    "the reports lie in several folders: name the file of decisions with --ledger: {}",
                    list(&files.iter().collect::<Vec<_>>())
                ),
            }),
        }
    }

    /// What the ledger rules on an audit, which must hold all its findings; nothing where there is no ledger.
    pub fn apply(&self, audit: &mut Audit, hide: bool) -> anyhow::Result<()> {
        if let Some(file) = self.file(&audit.reports)?
            && (self.ledger.is_some() || file.exists())
        {
            let ledger = Ledger::parse(&file, &read(&file)?)?;
            audit.decisions = ledger.of(audit, self.today());
            audit.decisions.hide = hide;
        }
        Ok(())
    }
}

/// Where a ledger can be: one file for each folder that reports lie in.
fn beside(reports: &[Report]) -> Vec<PathBuf> {
    let folder = |report: &Report| Some(Path::new(&report.path).parent()?.join(FILE));
    let files: BTreeSet<PathBuf> = reports.iter().filter(|r| r.path != "-").filter_map(folder).collect();
    files.into_iter().collect()
}

fn list(files: &[&PathBuf]) -> String {
    files.iter().map(|f| f.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// A ledger's text.
pub fn read(file: &Path) -> Result<String, Error> {
    fs::read_to_string(file).map_err(|source| Error::Io { path: file.to_owned(), source })
}

/// Changes a ledger: alone among all processes that do so, and so that the file holds either all that it held or all
/// that it shall hold, whenever this ends. Returns whether the file is another than before.
pub fn change<'a>(file: &Path, changes: impl FnOnce(&Ledger) -> Vec<Change<'a>>) -> anyhow::Result<bool> {
    let named = || file.display().to_string();
    // A link stays a link, and two links to one file share its lock.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let _lock = lock(&target).with_context(named)?;
    let text = match read(&target) {
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => String::new(),
        other => other.map_err(|error| match error {
            Error::Io { source, .. } => Error::Io { path: file.to_owned(), source },
            error => error,
        })?,
    };
    let ledger = Ledger::parse(file, &text)?;
    let changed = ledger.updated(&text, &changes(&ledger))?;
    // What could not be read again would be lost: it is not written.
    Ledger::parse(file, &changed)?;
    if changed != text {
        replace(&target, &changed).with_context(named)?;
    }
    Ok(changed != text)
}

/// Waits until no other process changes the ledger. The lock is on a file of its own, as the ledger's is replaced; it
/// ends with its process, however that ends.
fn lock(target: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(hidden(target, ".lock"))?;
    file.lock()?;
    Ok(file)
}

/// Only one process at a time comes here, so that a scrap which a killed one left is simply written over.
fn replace(target: &Path, text: &str) -> io::Result<()> {
    let permissions = fs::metadata(target).ok().map(|m| m.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let new = hidden(target, ".new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().create_new(true).write(true).open(&new)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| match permissions {
        Some(permissions) => file.set_permissions(permissions),
        None => Ok(()),
    });
    if let Err(error) = written.and_then(|()| file.sync_all()).and_then(|()| fs::rename(&new, target)) {
        let _ = fs::remove_file(&new);
        return Err(error);
    }
    // The folder's own entry; not every system can do that, and the file is whole either way.
    if let Some(folder) = target.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// `.selisih.decisions.toml.lock`: beside the file, out of sight of who lists the folder and of who reads reports.
fn hidden(target: &Path, ending: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}{ending}"))
}
