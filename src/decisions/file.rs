//! TOML to a ledger. Every error names the file, the line and the key.

use std::path::{Path, PathBuf};

use jiff::civil;
use toml_edit::{Item, TableLike};

use super::{Entry, Ledger};
use crate::error::Result;
use crate::model::decision::{Decision, Ruling};
use crate::toml::Source;

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
        let document = source.document()?;
        let mut out = Self { path: PathBuf::from(path), ..Self::default() };
        for (key, item) in document.as_table() {
            match item.as_table_like() {
                Some(table) => drop(out.entries.insert(key.to_owned(), entry(source, key, item, table)?)),
                None if key == "schema" && item.as_str() == Some(SCHEMA) => {}
                None if key == "schema" => return Err(source.wrong(item, key, &format!("must be \"{SCHEMA}\""))),
                None => return Err(source.wrong(item, key, "must be a table: [KIND-…] with a ruling and a reason")),
            }
        }
        Ok(out)
    }
}

fn entry(source: Source<'_>, id: &str, item: &Item, table: &dyn TableLike) -> Result<Entry> {
    source.only(table, id, &KEYS)?;
    let need = |key: &str| match source.optional(table, id, key)? {
        Some((_, _, text)) => Ok(text),
        None => Err(source.wrong(item, &format!("{id}.{key}"), "is missing")),
    };
    let ruling = source.one_of(
        table.get("ruling").unwrap_or(item),
        &format!("{id}.ruling"),
        &need("ruling")?,
        "ruling; rulings are",
        &Ruling::ALL.map(|r| (r.id(), r)),
    )?;
    let until = table.get("until").map(|until| date(source, until, &format!("{id}.until"))).transpose()?;
    let readings = table.get("readings").and_then(Item::as_array);
    let readings = readings.map(|a| a.iter().filter_map(|v| v.as_str().map(str::to_owned)).collect());
    Ok(Entry {
        decision: Decision { ruling, reason: need("reason")?, until },
        subject: table.get("subject").and_then(Item::as_str).unwrap_or_default().to_owned(),
        readings: readings.unwrap_or_default(),
    })
}

/// A day, as TOML's own date or as a text.
fn date(source: Source<'_>, item: &Item, key: &str) -> Result<civil::Date> {
    let text = match (item.as_datetime(), item.as_str()) {
        (Some(day), _) => day.to_string(),
        (None, text) => text.unwrap_or_default().to_owned(),
    };
    // With a clock time behind it, it would be read as the day alone.
    let day = Some(&text).filter(|text| text.len() == "2026-12-31".len()).and_then(|text| text.parse().ok());
    day.ok_or_else(|| source.wrong(item, key, "must be a day such as 2026-12-31"))
}
