//! The file brought up to an audit. Comments stay: those of an entry that goes are put before the next one.

use toml_edit::{Array, ArrayOfTables, Decor, DocumentMut, Item, Key, RawString, Table, TableLike, Value, value};

use super::file::SCHEMA;
use super::matching::{Comparison, givers, paired};
use super::{Expected, Known};
use crate::error::{Error, Result};
use crate::model::{Audit, Finding, Reading};

impl Known {
    /// The file's text with every finding of the audit as expected: changed ones as they are now, missing ones gone, new
    /// ones last. What is forbidden stays forbidden. `text` is what the file holds now, empty where there is none.
    ///
    /// # Errors
    /// Where `text` is no TOML.
    pub fn updated(&self, text: &str, comparison: &Comparison, audit: &Audit) -> Result<String> {
        let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| Error::Input {
            path: self.path.clone(),
            message: error.message().to_owned(),
        })?;
        if text.trim().is_empty() {
            document.insert("schema", value(SCHEMA));
        }
        if !document.contains_key("expected") && !comparison.new.is_empty() {
            document.insert("expected", Item::ArrayOfTables(ArrayOfTables::new()));
        }
        let mut orphans = String::new();
        if let Some(entries) = document.get_mut("expected").and_then(Item::as_array_of_tables_mut) {
            for &(e, f) in &comparison.changed {
                if let Some(table) = entries.get_mut(e) {
                    change(table, &self.expected[e], &audit.findings[f], audit);
                }
            }
            orphans = remove(entries, &comparison.missing);
            for &f in &comparison.new {
                entries.push(entry(&audit.findings[f], audit));
            }
        }
        if !orphans.is_empty() {
            let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
            document.set_trailing(format!("{trailing}\n{orphans}"));
        }
        Ok(document.to_string())
    }
}

/// A new entry.
fn entry(finding: &Finding, audit: &Audit) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table.insert("kind", value(finding.kind.id()));
    table.insert("severity", value(finding.severity.id()));
    table.insert("subject", value(&finding.subject));
    let mut readings = Table::new();
    readings.decor_mut().set_prefix("");
    for reading in &finding.readings {
        add(&mut readings, reading, audit);
    }
    table.insert("readings", Item::Table(readings));
    table
}

/// A reading's line. Its value is always in quotes: a bare `20` beside `"21 orang"` would puzzle.
fn add(readings: &mut dyn TableLike, reading: &Reading, audit: &Audit) {
    let quoted = Key::parse(&Value::from(reading.value.as_str()).to_string()).ok().and_then(|mut keys| keys.pop());
    let key = quoted.filter(|key| key.get() == reading.value).unwrap_or_else(|| Key::new(&reading.value));
    readings.entry_format(&key).or_insert(value(givers(reading, audit).into_iter().collect::<Array>()));
}

/// Brings an entry up to the finding; lines that are still right stay as they are.
fn change(table: &mut Table, expected: &Expected, finding: &Finding, audit: &Audit) {
    if expected.severity.is_some_and(|s| s != finding.severity) {
        set(table, "severity", finding.severity.id().into());
    }
    if expected.subject != finding.subject {
        set(table, "subject", finding.subject.as_str().into());
    }
    let pairs = paired(&expected.readings, &finding.readings);
    let Some(readings) = table.get_mut("readings").and_then(Item::as_table_like_mut) else {
        // A plain list of values, reports unchecked.
        set(table, "readings", finding.readings.iter().map(|r| r.value.as_str()).collect::<Array>().into());
        return;
    };
    let mut lost = String::new();
    for (w, want) in expected.readings.iter().enumerate() {
        match pairs.iter().find(|(x, _)| *x == w) {
            Some(&(_, r)) if !want.given_by(&givers(&finding.readings[r], audit)) => {
                set(readings, &want.value, givers(&finding.readings[r], audit).into_iter().collect::<Array>().into());
            }
            Some(_) => {}
            None => {
                lost += &comments_at(readings, &want.value);
                readings.remove(&want.value);
            }
        }
    }
    for (r, reading) in finding.readings.iter().enumerate() {
        if pairs.iter().all(|(_, y)| *y != r) {
            add(readings, reading, audit);
        }
    }
    add_before(table.decor_mut(), &lost);
}

/// Sets a value and keeps the blanks and comments around it.
fn set(table: &mut dyn TableLike, key: &str, new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = new;
            *old.decor_mut() = decor;
        }
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

/// Takes entries out; their comments go before the next entry. Returns those of entries that have none after them.
fn remove(entries: &mut ArrayOfTables, missing: &[usize]) -> String {
    let mut comments = String::new();
    let mut kept = 0;
    for e in 0..entries.len() {
        if missing.contains(&e) {
            if let Some(table) = entries.get(kept) {
                comments += &comments_in(table.decor());
                comments += &comments_of(table);
            }
            entries.remove(kept);
        } else {
            if let Some(table) = entries.get_mut(kept) {
                add_before(table.decor_mut(), &std::mem::take(&mut comments));
            }
            kept += 1;
        }
    }
    comments
}

fn add_before(decor: &mut Decor, comments: &str) {
    if !comments.is_empty() {
        let prefix = decor.prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
        decor.set_prefix(format!("\n{comments}{prefix}"));
    }
}

/// All comments within a table, a line each.
fn comments_of(table: &dyn TableLike) -> String {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    keys.iter().map(|key| comments_at(table, key)).collect()
}

/// The comments before, behind and below a key.
fn comments_at(table: &dyn TableLike, key: &str) -> String {
    let mut out = String::new();
    if let Some((key, item)) = table.get_key_value(key) {
        out += &comments_in(key.leaf_decor());
        match item {
            Item::Value(value) => out += &comments_in(value.decor()),
            Item::Table(inner) => out = out + &comments_in(inner.decor()) + &comments_of(inner),
            _ => {}
        }
    }
    out
}

fn comments_in(decor: &Decor) -> String {
    let texts = [decor.prefix(), decor.suffix()].map(|raw| raw.and_then(RawString::as_str).unwrap_or_default());
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}
