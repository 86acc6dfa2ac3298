//! The style guide and settings of a house or a story: the file `selisih.toml`.
//!
//! Everything here is a pure function of the file's text. Where the file is looked for is the command's business.

mod sections;
mod settings;

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::language::lexicon::Own;
use crate::model::style::Style;
use crate::model::{Kind, Label, Language, Report, Severity};
use crate::read::{Litter, own_litter};
use crate::render::{Format, Ui};
use crate::toml::Source;

pub use settings::Setting;

/// What a file says. An empty one changes nothing.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The file; none where there is none.
    pub path: Option<PathBuf>,
    /// Spellings, people, severities.
    pub style: Style,
    /// Words for the word lists.
    pub own: Own,
    /// The file of places, as the configuration names it.
    pub gazetteer: Option<PathBuf>,
    /// Names and trust labels of reports.
    pub labels: Vec<Labelled>,
    /// Litter of outlets.
    pub litter: Vec<Litter>,
    /// Defaults of `audit`'s flags.
    pub audit: Defaults,
    /// All keys of the file, in its order.
    pub settings: Vec<Setting>,
}

/// What reports at some paths are called.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// The paths.
    pub path: glob::Pattern,
    /// What they are called.
    pub label: Label,
}

/// Defaults of the flags of `audit`: what a flag says counts more.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// `--format`
    pub format: Option<&'static Format>,
    /// `--fail-on`; the inner none is `never`.
    pub fail_on: Option<Option<Severity>>,
    /// `--kind`
    pub kinds: Option<Vec<Kind>>,
    /// `--severity`
    pub severities: Option<Vec<Severity>>,
    /// `--ui`
    pub ui: Option<Ui>,
    /// `--language`
    pub language: Option<Language>,
    /// `--width`
    pub width: Option<u16>,
}

impl Config {
    /// Reads a file's text.
    ///
    /// # Errors
    /// Where the text is no TOML, or says something that is not known here.
    pub fn parse(path: &Path, text: &str) -> Result<Self> {
        let source = Source { path, text };
        let document = source.document()?;
        let root = document.as_table();
        let mut out = Self { path: Some(path.to_owned()), ..Self::default() };
        sections::read(source, root, &mut out)?;
        out.settings = settings::settings(source, root);
        Ok(out)
    }

    /// Where the file of places is: beside this file, unless its path is a whole one.
    pub fn gazetteer(&self) -> Option<PathBuf> {
        let folder = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        self.gazetteer.as_ref().map(|file| folder.join(file))
    }

    /// Takes in a file of places: one a line, behind a tab what it is part of; `#` starts a comment.
    ///
    /// # Errors
    /// Where a line has more than two columns, or no name.
    pub fn places(&mut self, path: &Path, text: &str) -> Result<()> {
        for (nth, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.trim_start().starts_with('#') {
                continue;
            }
            let mut columns = line.split('\t').map(str::trim);
            let name = columns.next().unwrap_or_default();
            let whole = columns.next().filter(|w| !w.is_empty());
            if columns.next().is_some() || !name.contains(char::is_alphabetic) {
                let message = format!("line {}: must be a name, and behind a tab what it is part of", nth + 1);
                return Err(Error::Input { path: path.to_owned(), message });
            }
            self.own.places.push(name.to_lowercase());
            if let Some(whole) = whole {
                self.style.within.push((name.to_owned(), whole.to_owned()));
            }
        }
        Ok(())
    }

    /// Gives reports the names and trust labels of the first entry that fits their path.
    pub fn label(&self, reports: &mut [Report]) {
        for report in reports {
            if let Some(found) = self.labels.iter().find(|l| own_litter::fits(&l.path, &report.path)) {
                report.label.clone_from(&found.label);
            }
        }
    }
}

#[cfg(test)]
mod tests;
