//! TOML to what is known. Every error names the file, the line and the key.

use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, Table, TableLike, Value};

use super::matching::RAISED_FROM;
use super::{Expected, Forbidden, Known, Wanted};
use crate::compare::COMPARATORS;
use crate::error::{Error, Result};
use crate::model::{Kind, Severity};

impl Known {
    /// Reads a file's text.
    ///
    /// # Errors
    /// Where the text is no TOML, or says something that is not known here.
    pub fn parse(path: &Path, text: &str) -> Result<Self> {
        let source = Source { path, text };
        let document = Document::parse(text).map_err(|error| {
            let line = error.span().map_or(1, |span| source.line(span.start));
            source.error(line, "", error.message())
        })?;
        let root = document.as_table();
        source.only(root, "", &["schema", "kinds", "severities", "expected", "forbidden"])?;
        let mut out = Self { path: PathBuf::from(path), ..Self::default() };
        if let Some(item) = root.get("schema")
            && item.as_str() != Some(SCHEMA)
        {
            return Err(source.wrong(item, "schema", &format!("must be \"{SCHEMA}\"")));
        }
        if let Some(item) = root.get("kinds") {
            out.kinds = source
                .strings(item, "kinds")?
                .iter()
                .map(|id| source.kind(item, "kinds", id))
                .collect::<Result<_>>()?;
        }
        if let Some(item) = root.get("severities") {
            let ids = source.strings(item, "severities")?;
            out.severities = ids.iter().map(|id| source.severity(item, "severities", id)).collect::<Result<_>>()?;
        }
        for table in source.tables(root, "expected")? {
            out.expected.push(source.expected(table)?);
        }
        for table in source.tables(root, "forbidden")? {
            out.forbidden.push(source.forbidden(table)?);
        }
        Ok(out)
    }
}

/// The version of the file's form.
pub(super) const SCHEMA: &str = "selisih/known/1";

struct Source<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Source<'_> {
    fn expected(&self, table: &Table) -> Result<Expected> {
        self.only(table, "expected", &["kind", "severity", "subject", "readings"])?;
        let line = self.line_of(table.span());
        let need = |key: &str| table.get(key).ok_or_else(|| self.error(line, &format!("expected.{key}"), "is missing"));
        Ok(Expected {
            line,
            kind: self.kind(need("kind")?, "expected.kind", &self.string(need("kind")?, "expected.kind")?)?,
            severity: self
                .optional(table, "expected", "severity")?
                .map(|(i, k, s)| self.severity(i, &k, &s))
                .transpose()?,
            subject: self.string(need("subject")?, "expected.subject")?,
            readings: self.readings(need("readings")?, "expected.readings")?,
        })
    }

    fn forbidden(&self, table: &Table) -> Result<Forbidden> {
        self.only(table, "forbidden", &["kind", "severity", "subject", "readings", "because"])?;
        let line = self.line_of(table.span());
        let severity = self.optional(table, "forbidden", "severity")?.map(|(i, k, s)| self.severity(i, &k, &s));
        let out = Forbidden {
            line,
            kind: self.optional(table, "forbidden", "kind")?.map(|(i, k, s)| self.kind(i, &k, &s)).transpose()?,
            severity: severity.transpose()?.unwrap_or(RAISED_FROM),
            subject: self.optional(table, "forbidden", "subject")?.map(|(_, _, s)| s),
            readings: table.get("readings").map_or(Ok(Vec::new()), |i| self.readings(i, "forbidden.readings"))?,
            because: self.optional(table, "forbidden", "because")?.map(|(_, _, s)| s),
        };
        if out.subject.is_none() && out.readings.is_empty() {
            return Err(self.error(line, "forbidden", "needs a subject or readings"));
        }
        Ok(out)
    }

    /// `{ value = ["report-1"] }`, or `["value", "value"]` where the reports do not matter.
    fn readings(&self, item: &Item, key: &str) -> Result<Vec<Wanted>> {
        let readings = match item.as_table_like() {
            Some(table) => table
                .iter()
                .map(|(value, reports)| {
                    let key = format!("{key}.\"{value}\"");
                    Ok(Wanted { value: value.to_owned(), reports: Some(self.strings(reports, &key)?) })
                })
                .collect::<Result<Vec<_>>>()?,
            None => self.strings(item, key)?.into_iter().map(|value| Wanted { value, reports: None }).collect(),
        };
        if readings.is_empty() || readings.iter().any(|r| r.value.trim().is_empty()) {
            return Err(self.wrong(item, key, "must hold a value"));
        }
        Ok(readings)
    }

    fn tables<'t>(&self, root: &'t Table, key: &str) -> Result<Vec<&'t Table>> {
        match root.get(key) {
            None => Ok(Vec::new()),
            Some(item) => match item.as_array_of_tables() {
                Some(tables) => Ok(tables.iter().collect()),
                None => Err(self.wrong(item, key, &format!("must be written as [[{key}]]"))),
            },
        }
    }

    /// An optional text: where it stands, its full key, the text.
    fn optional<'t>(&self, table: &'t Table, under: &str, key: &str) -> Result<Option<(&'t Item, String, String)>> {
        let Some(item) = table.get(key) else { return Ok(None) };
        let key = format!("{under}.{key}");
        let text = self.string(item, &key)?;
        Ok(Some((item, key, text)))
    }

    fn string(&self, item: &Item, key: &str) -> Result<String> {
        item.as_str().map(str::to_owned).ok_or_else(|| self.wrong(item, key, "must be a text in quotes"))
    }

    fn strings(&self, item: &Item, key: &str) -> Result<Vec<String>> {
        let texts = item.as_array().and_then(|a| a.iter().map(Value::as_str).collect::<Option<Vec<_>>>());
        let texts = texts.ok_or_else(|| self.wrong(item, key, "must be a list of texts: [\"…\", \"…\"]"))?;
        Ok(texts.into_iter().map(str::to_owned).collect())
    }

    fn kind(&self, item: &Item, key: &str, id: &str) -> Result<Kind> {
        COMPARATORS.iter().find(|c| c.id == id).map(|c| c.kind).ok_or_else(|| {
            let all: Vec<&str> = COMPARATORS.iter().map(|c| c.id).collect();
            self.wrong(item, key, &format!("\"{id}\" is no kind; kinds are {}", all.join(", ")))
        })
    }

    fn severity(&self, item: &Item, key: &str, id: &str) -> Result<Severity> {
        Severity::ALL.into_iter().find(|s| s.id() == id).ok_or_else(|| {
            let all = Severity::ALL.map(Severity::id).join(", ");
            self.wrong(item, key, &format!("\"{id}\" is no severity; severities are {all}"))
        })
    }

    /// A misspelt key would be passed over in silence: it is an error.
    fn only(&self, table: &dyn TableLike, under: &str, allowed: &[&str]) -> Result<()> {
        match table.iter().find(|(key, _)| !allowed.contains(key)) {
            None => Ok(()),
            Some((key, item)) => {
                let key = if under.is_empty() { key.to_owned() } else { format!("{under}.{key}") };
                Err(self.wrong(item, &key, &format!("is not known here; known are {}", allowed.join(", "))))
            }
        }
    }

    fn wrong(&self, item: &Item, key: &str, message: &str) -> Error {
        // An array of tables has no span of its own.
        let span = item.span().or_else(|| item.as_array_of_tables().and_then(|a| a.get(0)?.span()));
        self.error(self.line_of(span), key, message)
    }

    fn error(&self, line: usize, key: &str, message: &str) -> Error {
        let key = if key.is_empty() { String::new() } else { format!(", {key}") };
        Error::Input { path: PathBuf::from(self.path), message: format!("line {line}{key}: {message}") }
    }

    fn line_of(&self, span: Option<std::ops::Range<usize>>) -> usize {
        span.map_or(1, |s| self.line(s.start))
    }

    fn line(&self, byte: usize) -> usize {
        self.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
    }
}
