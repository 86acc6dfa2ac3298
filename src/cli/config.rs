//! `selisih config`: what is in force, and from where.

use std::fmt::Write;

use selisih::compare::COMPARATORS;
use selisih::render::{FORMATS, show};

use super::{Outcome, World, audit};

/// Tell which settings are in force, and where each comes from
///
/// Takes the flags of `audit`, so that `selisih config --format json` tells what `selisih audit --format json` would use:
/// a flag counts more than the file, the file more than the default. The file is `--config FILE`, else the first
/// `selisih.toml` in the working folder or one above it, else the user's own, ~/.config/selisih/selisih.toml.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub struct Args {
    #[command(flatten)]
    audit: audit::Args,
}

/// Flags of `audit` that the file can set: key, flag, what holds without either.
const FLAGS: [(&str, &str, &str); 7] = [
    ("audit.format", "format", ""),
    ("audit.fail-on", "fail_on", "\"never\""),
    ("audit.kinds", "kinds", "all that are on"),
    ("audit.severities", "severities", "all"),
    ("audit.language", "language", "each report's own"),
    ("audit.ui", "ui", "\"en\""),
    ("audit.width", "width", "the terminal's, or 100"),
];

/// Columns beyond which a value pushes its origin to the right.
const WIDEST: usize = 48;

/// A line a key: value and origin.
pub fn run(_args: &Args, world: &World) -> Outcome {
    let mut rows: Vec<(String, String)> = Vec::new();
    for (key, flag, default) in FLAGS {
        let default = if default.is_empty() { format!("\"{}\"", FORMATS[0].id) } else { default.to_owned() };
        rows.push(row(world, key, Some(flag), &default));
    }
    for comparator in COMPARATORS {
        rows.push(row(world, &format!("kinds.{}", comparator.id), None, "\"on\""));
    }
    let listed: Vec<String> =
        rows.iter().map(|(line, _)| line.split(' ').next().unwrap_or_default().to_owned()).collect();
    for setting in world.config.settings.iter().filter(|s| !listed.contains(&s.key)) {
        rows.push((format!("{} = {}", setting.key, setting.value), at(world, setting.line)));
    }
    let width = rows.iter().map(|(line, _)| line.chars().count()).max().unwrap_or(0).min(WIDEST);
    let mut print = match &world.config.path {
        Some(path) => format!("# {}\n", show::shown(&path.display().to_string())),
        None => "# no selisih.toml\n".to_owned(),
    };
    for (line, origin) in rows {
        let line = show::shown(&line);
        let gap = " ".repeat(width.saturating_sub(line.chars().count()));
        let _ = writeln!(print, "{line}{gap}  # {origin}");
    }
    Outcome { print, page: true, ..Outcome::default() }
}

/// A key's line and its origin.
fn row(world: &World, key: &str, flag: Option<&str>, default: &str) -> (String, String) {
    let setting = world.config.settings.iter().find(|s| s.key == key);
    let (value, origin) = match (flag.and_then(|flag| typed(world, flag)), setting) {
        (Some(value), _) => (value, "flag".to_owned()),
        (None, Some(setting)) => (setting.value.clone(), at(world, setting.line)),
        (None, None) => (default.to_owned(), "default".to_owned()),
    };
    (format!("{key} = {value}"), origin)
}

/// A flag's value as it was typed.
fn typed(world: &World, flag: &str) -> Option<String> {
    let (_, matches) = world.typed.subcommand()?;
    let values = world.is_typed(flag).then(|| matches.get_raw(flag)).flatten()?;
    let values: Vec<String> = values.map(|v| format!("\"{}\"", v.to_string_lossy())).collect();
    Some(if flag == "kinds" || flag == "severities" { format!("[{}]", values.join(", ")) } else { values.join(", ") })
}

fn at(world: &World, line: usize) -> String {
    let path = world.config.path.as_ref().map_or(String::new(), |p| p.display().to_string());
    format!("{}:{line}", show::shown(&path))
}
