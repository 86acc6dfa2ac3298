//! The keys of a file as they are, each with its line: what `selisih config` shows.

use toml_edit::{Item, Table, TableLike};

use crate::toml::{Source, span};

/// A key of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// `audit.format`, `spelling[1].preferred`.
    pub key: String,
    /// As the file writes it, on one line.
    pub value: String,
    /// Line of the file.
    pub line: usize,
}

/// All keys of a file, in its order.
pub fn settings(source: Source<'_>, root: &Table) -> Vec<Setting> {
    let mut out = Vec::new();
    walk(source, root, "", &mut out);
    out.sort_by_key(|s| s.line);
    out
}

fn walk(source: Source<'_>, table: &dyn TableLike, under: &str, out: &mut Vec<Setting>) {
    for (key, item) in table.iter() {
        let key = if under.is_empty() { key.to_owned() } else { format!("{under}.{key}") };
        match item {
            Item::Value(value) => {
                let value = value.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
                out.push(Setting { key, value, line: source.line_of(span(item)) });
            }
            Item::Table(inner) => walk(source, inner, &key, out),
            Item::ArrayOfTables(tables) => {
                tables.iter().enumerate().for_each(|(n, t)| walk(source, t, &format!("{key}[{}]", n + 1), out));
            }
            Item::None => {}
        }
    }
}
