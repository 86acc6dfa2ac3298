//! The sections of a file, one function each.

use regex::RegexBuilder;
use toml_edit::{Item, Table, TableLike};

use super::{Config, Defaults, Labelled};
use crate::compare::COMPARATORS;
use crate::error::Result;
use crate::language::lexicon::{OwnFrame, Synonyms};
use crate::model::style::{Level, Person, Spelling};
use crate::model::{Kind, Label, Language, Severity};
use crate::read::{Litter, Pattern};
use crate::render::{FORMATS, Ui};
use crate::toml::Source;

/// All sections, with what reads them. The order is that of the README.
type Section = (&'static str, fn(Source<'_>, &Table, &mut Config) -> Result<()>);
const SECTIONS: [Section; 9] = [
    ("audit", audit),
    ("kinds", kinds),
    ("spelling", spellings),
    ("person", people),
    ("report", reports),
    ("outlet", outlets),
    ("places", places),
    ("frame", frames),
    ("synonyms", synonyms),
];

/// Reads all sections.
pub fn read(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    source.only(root, "", &SECTIONS.map(|(name, _)| name))?;
    SECTIONS.iter().try_for_each(|(_, read)| read(source, root, config))
}

/// The languages that can be named.
const LANGUAGES: [(&str, Language); 2] = [("id", Language::Indonesian), ("en", Language::English)];
/// Columns that a table may have.
const WIDTHS: std::ops::RangeInclusive<i64> = 40..=1000;
/// Kinds that a spelling can be of.
const SPELT: [(&str, Kind); 3] = [("name", Kind::Name), ("place", Kind::Place), ("term", Kind::Term)];

fn audit(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    let Some(table) = table(source, root, "audit")? else { return Ok(()) };
    source.only(table, "audit", &["format", "fail-on", "kinds", "severities", "language", "ui", "width"])?;
    let mut out = Defaults::default();
    if let Some((item, key, id)) = source.optional(table, "audit", "format")? {
        let formats: Vec<_> = FORMATS.iter().map(|f| (f.id, f)).collect();
        out.format = Some(source.one_of(item, &key, &id, "format; formats are", &formats)?);
    }
    if let Some((item, key, id)) = source.optional(table, "audit", "fail-on")? {
        let never = [("never", None)];
        let table: Vec<_> = Severity::ALL.map(|s| (s.id(), Some(s))).into_iter().chain(never).collect();
        out.fail_on = Some(source.one_of(item, &key, &id, "severity; here stand", &table)?);
    }
    if let Some(item) = table.get("kinds") {
        let ids = source.strings(item, "audit.kinds")?;
        out.kinds = Some(ids.iter().map(|id| source.kind(item, "audit.kinds", id)).collect::<Result<_>>()?);
    }
    if let Some(item) = table.get("severities") {
        let ids = source.strings(item, "audit.severities")?;
        out.severities =
            Some(ids.iter().map(|id| source.severity(item, "audit.severities", id)).collect::<Result<_>>()?);
    }
    out.language = language(source, table, "audit")?;
    if let Some((item, key, id)) = source.optional(table, "audit", "ui")? {
        out.ui = Some(source.one_of(item, &key, &id, "language; languages are", &Ui::ALL.map(|ui| (ui.id(), ui)))?);
    }
    if let Some(item) = table.get("width") {
        let width = item.as_integer().filter(|n| WIDTHS.contains(n)).and_then(|n| u16::try_from(n).ok());
        let message = format!("must be a number from {} to {}", WIDTHS.start(), WIDTHS.end());
        out.width = Some(width.ok_or_else(|| source.wrong(item, "audit.width", &message))?);
    }
    config.audit = out;
    Ok(())
}

fn kinds(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    let Some(table) = table(source, root, "kinds")? else { return Ok(()) };
    let ids: Vec<&str> = COMPARATORS.iter().map(|c| c.id).collect();
    source.only(table, "kinds", &ids)?;
    let severities = Severity::ALL.map(|s| (s.id(), Level::At(s)));
    let levels: Vec<_> = [("on", Level::On), ("off", Level::Off)].into_iter().chain(severities).collect();
    for (id, item) in table.iter() {
        let key = format!("kinds.{id}");
        let level = source.one_of(item, &key, &source.string(item, &key)?, "level; levels are", &levels)?;
        config.style.levels.push((source.kind(item, &key, id)?, level));
    }
    Ok(())
}

fn spellings(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "spelling")? {
        source.only(table, "spelling", &["preferred", "variants", "kind"])?;
        let preferred = needed(source, table, "spelling", "preferred")?;
        let (item, variants) = list(source, table, "spelling", "variants")?;
        if let Some(same) = variants.iter().find(|v| **v == preferred) {
            return Err(source.wrong(item, "spelling.variants", &format!("\"{same}\" is the preferred form itself")));
        }
        let kind = source.optional(table, "spelling", "kind")?;
        let kind = kind.map(|(i, k, id)| source.one_of(i, &k, &id, "kind of a spelling; those are", &SPELT));
        config.style.spellings.push(Spelling { preferred, variants, kind: kind.transpose()? });
    }
    Ok(())
}

fn people(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "person")? {
        source.only(table, "person", &["name", "aliases", "titles"])?;
        let name = needed(source, table, "person", "name")?;
        let aliases = maybe_list(source, table, "person", "aliases")?;
        let titles = maybe_list(source, table, "person", "titles")?;
        config.style.people.push(Person { name, aliases, titles });
    }
    Ok(())
}

fn reports(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "report")? {
        source.only(table, "report", &["path", "name", "trust"])?;
        let path = pattern(source, table, "report", "path")?;
        let Some(path) = path else {
            return Err(source.error(source.line_of(table.span()), "report.path", "is missing"));
        };
        let text = |key| source.optional(table, "report", key).map(|found| found.map(|(_, _, text)| text));
        config.labels.push(Labelled { path, label: Label { name: text("name")?, trust: text("trust")? } });
    }
    Ok(())
}

fn outlets(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "outlet")? {
        source.only(table, "outlet", &["name", "reports", "boilerplate"])?;
        source.optional(table, "outlet", "name")?;
        let reports = pattern(source, table, "outlet", "reports")?;
        let (item, texts) = list(source, table, "outlet", "boilerplate")?;
        let line = |text: String| match text.strip_prefix('/').and_then(|t| t.strip_suffix('/')) {
            Some(regex) => {
                RegexBuilder::new(regex).case_insensitive(true).build().map(Pattern::Regex).map_err(|error| {
                    // The last line of a long picture of the place.
                    let why = error.to_string();
                    let why = why.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
                    source.wrong(item, "outlet.boilerplate", &format!("\"{text}\" is no regular expression: {why}"))
                })
            }
            None => Ok(Pattern::Line(text)),
        };
        let lines = texts.into_iter().map(line).collect::<Result<_>>()?;
        config.litter.push(Litter { reports, lines });
    }
    Ok(())
}

fn places(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    let Some(table) = table(source, root, "places")? else { return Ok(()) };
    source.only(table, "places", &["gazetteer"])?;
    config.gazetteer = source.optional(table, "places", "gazetteer")?.map(|(_, _, file)| file.into());
    Ok(())
}

fn frames(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "frame")? {
        source.only(table, "frame", &["event", "verbs", "converse", "nouns", "language"])?;
        let words = |key| maybe_list(source, table, "frame", key).map(|words| lower(&words));
        let frame = OwnFrame {
            event: needed(source, table, "frame", "event")?,
            verbs: words("verbs")?,
            converse: words("converse")?,
            nouns: words("nouns")?,
            language: language(source, table, "frame")?,
        };
        if frame.verbs.is_empty() && frame.converse.is_empty() && frame.nouns.is_empty() {
            return Err(source.error(source.line_of(table.span()), "frame", "needs verbs, converse or nouns"));
        }
        config.own.frames.push(frame);
    }
    Ok(())
}

fn synonyms(source: Source<'_>, root: &Table, config: &mut Config) -> Result<()> {
    for table in source.tables(root, "synonyms")? {
        source.only(table, "synonyms", &["words", "language"])?;
        let (item, words) = list(source, table, "synonyms", "words")?;
        if words.len() < 2 {
            return Err(source.wrong(item, "synonyms.words", "must hold two words or more"));
        }
        let words = lower(&words);
        config.own.synonyms.push(Synonyms { words, language: language(source, table, "synonyms")? });
    }
    Ok(())
}

fn lower(words: &[String]) -> Vec<String> {
    words.iter().map(|w| w.to_lowercase()).collect()
}

/// The table of `[key]`, if there is one.
fn table<'t>(source: Source<'_>, root: &'t Table, key: &str) -> Result<Option<&'t dyn TableLike>> {
    let Some(item) = root.get(key) else { return Ok(None) };
    item.as_table_like().map(Some).ok_or_else(|| source.wrong(item, key, &format!("must be written as [{key}]")))
}

fn language(source: Source<'_>, table: &dyn TableLike, under: &str) -> Result<Option<Language>> {
    let found = source.optional(table, under, "language")?;
    found.map(|(i, k, id)| source.one_of(i, &k, &id, "language; languages are", &LANGUAGES)).transpose()
}

fn pattern(source: Source<'_>, table: &Table, under: &str, key: &str) -> Result<Option<glob::Pattern>> {
    let found = source.optional(table, under, key)?;
    let read = |(item, key, text): (&Item, String, String)| {
        glob::Pattern::new(&text).map_err(|error| source.wrong(item, &key, &format!("is no pattern: {error}")))
    };
    found.map(read).transpose()
}

/// A text that must be there and hold a word.
fn needed(source: Source<'_>, table: &Table, under: &str, key: &str) -> Result<String> {
    let Some((item, key, text)) = source.optional(table, under, key)? else {
        return Err(source.error(source.line_of(table.span()), &format!("{under}.{key}"), "is missing"));
    };
    if text.contains(char::is_alphanumeric) { Ok(text) } else { Err(source.wrong(item, &key, "must hold a word")) }
}

/// A list of texts that must be there and hold one.
fn list<'t>(source: Source<'_>, table: &'t Table, under: &str, key: &str) -> Result<(&'t Item, Vec<String>)> {
    let texts = maybe_list(source, table, under, key)?;
    match table.get(key) {
        Some(item) if !texts.is_empty() => Ok((item, texts)),
        Some(item) => Err(source.wrong(item, &format!("{under}.{key}"), "must hold a text")),
        None => Err(source.error(source.line_of(table.span()), &format!("{under}.{key}"), "is missing")),
    }
}

/// A list of texts, none of them empty; an empty list where the key is not there.
fn maybe_list(source: Source<'_>, table: &Table, under: &str, key: &str) -> Result<Vec<String>> {
    let Some(item) = table.get(key) else { return Ok(Vec::new()) };
    let key = format!("{under}.{key}");
    let texts = source.strings(item, &key)?;
    if texts.iter().any(|t| t.trim().is_empty()) {
        return Err(source.wrong(item, &key, "must hold no empty text"));
    }
    Ok(texts)
}
