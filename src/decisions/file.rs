//! TOML to a ledger. Every error names the file, the line and the key.

use std::path::{Path, PathBuf};

use jiff::civil;
use toml_edit::{Document, Item, TableLike};

use super::{Entry, Ledger};
use crate::error::{Error, Result};
use crate::model::decision::{Decision, Ruling};

/// The version of the file's form.
pub(super) const SCHEMA: &str = "selisih/decisions/1";

/// What a decision may say.
const KEYS: [&str; 6] = ["ruling", "reason", "until", "kind", "subject", "readings"];

impl Ledger {
    /// Reads a file's text; an empty one holds no decision.
    ///
    /// # Errors
    /// Where the text is no TOML, or says something that is not known here.
    pub fn parse(path: &Path, text: &str) -> Result<Self> {
        let source = Source { path, text };
        let document = Document::parse(text).map_err(|error| {
            let line = error.span().map_or(1, |span| source.line(span.start));
            source.error(line, "", error.message().lines().next().unwrap_or("is no TOML"))
        })?;
        let mut out = Self { path: PathBuf::from(path), ..Self::default() };
        for (key, item) in document.as_table() {
            match item.as_table_like() {
                Some(table) => drop(out.entries.insert(key.to_owned(), source.entry(key, item, table)?)),
                None if key == "schema" && item.as_str() == Some(SCHEMA) => {}
                None if key == "schema" => return Err(source.wrong(item, key, &format!("must be \"{SCHEMA}\""))),
                None => return Err(source.wrong(item, key, "must be a table: [KIND-…] with a ruling and a reason")),
            }
        }
        Ok(out)
    }
}

struct Source<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Source<'_> {
    fn entry(&self, id: &str, item: &Item, table: &dyn TableLike) -> Result<Entry> {
        if let Some((key, item)) = table.iter().find(|(key, _)| !KEYS.contains(key)) {
            let known = KEYS.join(", ");
            return Err(self.wrong(item, &format!("{id}.{key}"), &format!("is not known here; known are {known}")));
        }
        let need = |key: &str| {
            let value = table.get(key).ok_or_else(|| self.wrong(item, &format!("{id}.{key}"), "is missing"))?;
            Ok((value, self.string(value, &format!("{id}.{key}"))?))
        };
        let (at, ruling) = need("ruling")?;
        let ruling = Ruling::ALL.into_iter().find(|r| r.id() == ruling).ok_or_else(|| {
            let all = Ruling::ALL.map(Ruling::id).join(", ");
            self.wrong(at, &format!("{id}.ruling"), &format!("\"{ruling}\" is no ruling; rulings are {all}"))
        })?;
        let until = table.get("until").map(|until| self.date(until, &format!("{id}.until"))).transpose()?;
        let readings = table.get("readings").and_then(Item::as_array);
        let readings = readings.map(|a| a.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect());
        Ok(Entry {
            decision: Decision { ruling, reason: need("reason")?.1, until },
            subject: table.get("subject").and_then(Item::as_str).unwrap_or_default().to_owned(),
            readings: readings.unwrap_or_default(),
        })
    }

    fn string(&self, item: &Item, key: &str) -> Result<String> {
        item.as_str().map(str::to_owned).ok_or_else(|| self.wrong(item, key, "must be a text in quotes"))
    }

    /// A day, as TOML's own date or as a text.
    fn date(&self, item: &Item, key: &str) -> Result<civil::Date> {
        let text = match (item.as_datetime(), item.as_str()) {
            (Some(day), _) => day.to_string(),
            (None, text) => text.unwrap_or_default().to_owned(),
        };
        // With a clock time behind it, it would be read as the day alone.
        let day = Some(&text).filter(|text| text.len() == "2026-12-31".len()).and_then(|text| text.parse().ok());
        day.ok_or_else(|| self.wrong(item, key, "must be a day such as 2026-12-31"))
    }

    fn wrong(&self, item: &Item, key: &str, message: &str) -> Error {
        let line = item.span().map_or(1, |span| self.line(span.start));
        self.error(line, key, message)
    }

    fn error(&self, line: usize, key: &str, message: &str) -> Error {
        let key = if key.is_empty() { String::new() } else { format!(", {key}") };
        Error::Input { path: PathBuf::from(self.path), message: format!("line {line}{key}: {message}") }
    }

    fn line(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
    }
}
