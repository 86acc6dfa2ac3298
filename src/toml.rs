//! TOML files read key by key: every error names the file, the line and the key, and what may have been meant.

use std::ops::Range;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Table, TableLike, Value};

use crate::compare::COMPARATORS;
use crate::error::{Error, Result};
use crate::model::{Kind, Severity};

/// A file and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub path: &'a Path,
    pub text: &'a str,
}

impl<'a> Source<'a> {
    pub fn document(self) -> Result<Document<&'a str>> {
        Document::parse(self.text).map_err(|error| {
            let line = error.span().map_or(1, |span| self.line(span.start));
            self.error(line, "", error.message())
        })
    }

    /// The tables of `[[key]]`.
    pub fn tables<'t>(self, root: &'t Table, key: &str) -> Result<Vec<&'t Table>> {
        match root.get(key) {
            None => Ok(Vec::new()),
            Some(item) => match item.as_array_of_tables() {
                Some(tables) => Ok(tables.iter().collect()),
                None => Err(self.wrong(item, key, &format!("must be written as [[{key}]]"))),
            },
        }
    }

    /// An optional text: where it stands, its full key, the text.
    pub fn optional<'t>(
        self,
        table: &'t dyn TableLike,
        under: &str,
        key: &str,
    ) -> Result<Option<(&'t Item, String, String)>> {
        let Some(item) = table.get(key) else { return Ok(None) };
        let key = format!("{under}.{key}");
        let text = self.string(item, &key)?;
        Ok(Some((item, key, text)))
    }

    pub fn string(self, item: &Item, key: &str) -> Result<String> {
        item.as_str().map(str::to_owned).ok_or_else(|| self.wrong(item, key, "must be a text in quotes"))
    }

    pub fn strings(self, item: &Item, key: &str) -> Result<Vec<String>> {
        let texts = item.as_array().and_then(|a| a.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
        let texts = texts.ok_or_else(|| self.wrong(item, key, "must be a list of texts: [\"…\", \"…\"]"))?;
        Ok(texts.into_iter().map(str::to_owned).collect())
    }

    pub fn kind(self, item: &Item, key: &str, id: &str) -> Result<Kind> {
        let table: Vec<(&str, Kind)> = COMPARATORS.iter().map(|c| (c.id, c.kind)).collect();
        self.one_of(item, key, id, "kind; kinds are", &table)
    }

    pub fn severity(self, item: &Item, key: &str, id: &str) -> Result<Severity> {
        self.one_of(item, key, id, "severity; severities are", &Severity::ALL.map(|s| (s.id(), s)))
    }

    /// The value of a table that the text names; `what` is its noun and what introduces the list of them.
    pub fn one_of<T: Copy>(self, item: &Item, key: &str, id: &str, what: &str, table: &[(&str, T)]) -> Result<T> {
        table.iter().find(|(known, _)| *known == id).map(|(_, value)| *value).ok_or_else(|| {
            let all: Vec<&str> = table.iter().map(|(known, _)| *known).collect();
            self.wrong(item, key, &format!("\"{id}\" is no {what} {}{}", all.join(", "), meant(id, &all)))
        })
    }

    /// A misspelt key would be passed over in silence: it is an error.
    pub fn only(self, table: &dyn TableLike, under: &str, allowed: &[&str]) -> Result<()> {
        match table.iter().find(|(key, _)| !allowed.contains(key)) {
            None => Ok(()),
            Some((key, item)) => {
                let full = if under.is_empty() { key.to_owned() } else { format!("{under}.{key}") };
                let line = table.get_key_value(key).and_then(|(key, _)| key.span());
                let message = format!("is not known here; known are {}{}", allowed.join(", "), meant(key, allowed));
                match line {
                    Some(span) => Err(self.error(self.line(span.start), &full, &message)),
                    None => Err(self.wrong(item, &full, &message)),
                }
            }
        }
    }

    pub fn wrong(self, item: &Item, key: &str, message: &str) -> Error {
        self.error(self.line_of(span(item)), key, message)
    }

    pub fn error(self, line: usize, key: &str, message: &str) -> Error {
        let key = if key.is_empty() { String::new() } else { format!(", {key}") };
        Error::Input { path: PathBuf::from(self.path), message: format!("line {line}{key}: {message}") }
    }

    pub fn line_of(self, span: Option<Range<usize>>) -> usize {
        span.map_or(1, |s| self.line(s.start))
    }

    pub fn line(self, byte: usize) -> usize {
        self.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
    }
}

/// Where an item stands: an array of tables has no span of its own.
pub(crate) fn span(item: &Item) -> Option<Range<usize>> {
    item.span().or_else(|| item.as_array_of_tables().and_then(|a| a.get(0)?.span()))
}

/// How alike two words must be for the one to be a slip for the other: `prefered` and `preferred` are 0.97, `kinds` and
/// `width` 0.47.
const SLIP: f64 = 0.8;

/// `; did you mean "title"?`, where a known word is like enough.
pub(crate) fn meant(typed: &str, known: &[&str]) -> String {
    let like = known.iter().map(|k| (strsim::jaro_winkler(typed, k), *k)).filter(|(score, _)| *score >= SLIP);
    let best = like.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map_or(String::new(), |(_, known)| format!("; did you mean \"{known}\"?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_other_words() {
        assert_eq!(meant("prefered", &["preferred", "variants"]), "; did you mean \"preferred\"?");
        assert_eq!(meant("titel", &["name", "title"]), "; did you mean \"title\"?");
        assert_eq!(meant("warna", &["preferred", "variants", "kind"]), "");
    }
}
