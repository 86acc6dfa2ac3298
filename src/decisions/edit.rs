//! A ledger's text with other decisions. Comments stay with the decision they stand above.

use toml_edit::{Array, DocumentMut, Item, RawString, Table, TableLike, Value, value};

use super::Ledger;
use super::file::SCHEMA;
use crate::error::{Error, Result};
use crate::model::Finding;
use crate::model::decision::Decision;

/// The first lines of a new file.
const HEAD: &str = "# Rulings of editors on findings, by the findings' ids: `selisih decide --help`.\n";

/// What is to be done to a ledger.
#[derive(Debug, Clone)]
pub enum Change<'a> {
    /// Decides a finding; an earlier decision on it is replaced.
    Decide(&'a Finding, &'a Decision),
    /// Takes the decision on a finding with this id out.
    Remove(String),
}

impl Ledger {
    /// The file's text after these changes. `text` is what the file holds now, empty where there is none, and has been
    /// parsed as this ledger.
    ///
    /// # Errors
    /// Where `text` is no TOML.
    pub fn updated(&self, text: &str, changes: &[Change<'_>]) -> Result<String> {
        let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| Error::Input {
            path: self.path.clone(),
            message: error.message().to_owned(),
        })?;
        if text.trim().is_empty() {
            document = DocumentMut::new();
            document.insert("schema", value(SCHEMA));
            if let Some(mut key) = document.key_mut("schema") {
                key.leaf_decor_mut().set_prefix(HEAD);
            }
        }
        for change in changes {
            match change {
                Change::Decide(finding, decision) => decide(&mut document, finding, decision),
                Change::Remove(id) => remove(&mut document, id),
            }
        }
        sort(&mut document);
        Ok(document.to_string())
    }
}

fn decide(document: &mut Table, finding: &Finding, decision: &Decision) {
    if document.get(&finding.id).and_then(Item::as_table_like).is_none() {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        document.insert(&finding.id, Item::Table(table));
    }
    let Some(table) = document.get_mut(&finding.id).and_then(Item::as_table_like_mut) else { return };
    set(table, "ruling", decision.ruling.id().into());
    set(table, "reason", decision.reason.as_str().into());
    // A day that jiff prints is one that TOML reads.
    match decision.until.and_then(|day| day.to_string().parse::<toml_edit::Datetime>().ok()) {
        Some(day) => set(table, "until", day.into()),
        None => drop(table.remove("until")),
    }
    set(table, "kind", finding.kind.id().into());
    set(table, "subject", finding.subject.as_str().into());
    set(table, "readings", finding.readings.iter().map(|r| r.value.as_str()).collect::<Array>().into());
}

/// Sets a value and keeps the blanks and comments around it; one that is right stays as it is written.
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

/// Takes a decision out. The comment right above it goes too; what stands further up stays, before the next one.
fn remove(document: &mut DocumentMut, id: &str) {
    let Some(item) = document.remove(id) else { return };
    let prefix = item.as_table().and_then(|t| t.decor().prefix()).and_then(RawString::as_str).unwrap_or_default();
    let Some((kept, _)) = prefix.rsplit_once("\n\n").filter(|(kept, _)| kept.contains('#')) else { return };
    let next = document.iter_mut().filter_map(|(key, item)| Some((key.get().to_owned(), item.as_table_mut()?)));
    match next.filter(|(key, _)| key.as_str() > id).min_by(|a, b| a.0.cmp(&b.0)) {
        Some((_, table)) => {
            let prefix = table.decor().prefix().and_then(RawString::as_str).unwrap_or_default().to_owned();
            table.decor_mut().set_prefix(format!("{kept}\n{prefix}"));
        }
        None => {
            let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
            document.set_trailing(format!("{trailing}{kept}\n"));
        }
    }
}

/// The tables in the order of their ids, so that two editors' additions meet in few lines.
fn sort(document: &mut DocumentMut) {
    let mut ids: Vec<String> = document.iter().filter(|(_, item)| item.is_table()).map(|(k, _)| k.to_owned()).collect();
    ids.sort();
    for (id, position) in ids.iter().zip(1..) {
        if let Some(table) = document.get_mut(id).and_then(Item::as_table_mut) {
            table.set_position(Some(position));
        }
    }
}
