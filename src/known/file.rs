//! TOML to what is known. Every error names the file, the line and the key.

use std::path::{Path, PathBuf};

use toml_edit::{Item, Table};

use super::matching::RAISED_FROM;
use super::{Expected, Forbidden, Known, Wanted};
use crate::error::Result;
use crate::toml::Source;

impl Known {
    /// Reads a file's text.
    ///
    /// # Errors
    /// Where the text is no TOML, or says something that is not known here.
    pub fn parse(path: &Path, text: &str) -> Result<Self> {
        let source = Source { path, text };
        let document = source.document()?;
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
}
