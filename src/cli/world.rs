//! What every command shares: the terminal, the configuration, and how reports are read and audited with it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::ArgMatches;
use clap::parser::ValueSource;
use selisih::config::Config;
use selisih::error::{Error, Result};
use selisih::language::lexicon;
use selisih::model::draft::Draft;
use selisih::model::{Audit, Language, Report};
use selisih::{Options, read};

use super::{Terminal, progress};

/// The configuration's file.
const FILE: &str = "selisih.toml";
/// Where reports are looked for when no path is given.
const FOLDER: &str = "reports";

/// Flags of every command.
#[derive(Debug, Clone, clap::Args)]
pub struct Flags {
    /// Use this configuration, not the `selisih.toml` that is found
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "isolated", help_heading = "Everywhere")]
    config: Option<PathBuf>,
    /// Use no configuration at all
    #[arg(long, global = true, help_heading = "Everywhere")]
    isolated: bool,
    /// No progress bar, no notes
    #[arg(short, long, global = true, help_heading = "Everywhere")]
    pub quiet: bool,
    /// Print long tables as they are, not through a pager
    #[arg(long, global = true, help_heading = "Everywhere")]
    pub no_pager: bool,
}

/// What every command shares.
#[derive(Debug)]
pub struct World {
    /// What standard output is.
    pub terminal: Terminal,
    /// What `selisih.toml` says.
    pub config: Config,
    /// No progress bar, no notes.
    pub quiet: bool,
    /// The flags that were typed.
    pub typed: ArgMatches,
}

impl World {
    /// Looks for the configuration and reads it.
    pub fn new(flags: &Flags, terminal: Terminal, typed: ArgMatches) -> anyhow::Result<Self> {
        let path = match &flags.config {
            _ if flags.isolated => None,
            Some(path) => Some(path.clone()),
            None => found().context("the working folder")?,
        };
        let config = path.map_or_else(|| Ok(Config::default()), |path| configuration(&path))?;
        lexicon::add(config.own.clone());
        Ok(Self { terminal, config, quiet: flags.quiet, typed })
    }

    /// Whether the command's flag of this name was typed.
    pub fn is_typed(&self, flag: &str) -> bool {
        let of = |matches: &ArgMatches| matches.value_source(flag) == Some(ValueSource::CommandLine);
        self.typed.subcommand().is_some_and(|(_, matches)| of(matches))
    }

    /// The reports at these paths; without a path, those of the folder `reports` here.
    pub fn reports(&self, paths: &[String], language: Option<Language>) -> Result<Vec<Report>> {
        self.reports_as(paths, read::Options { language, ..read::Options::default() })
    }

    /// As [`World::reports`], read in another way; the configuration's litter is added.
    pub fn reports_as(&self, paths: &[String], options: read::Options<'_>) -> Result<Vec<Report>> {
        let default = [FOLDER.to_owned()];
        let paths = match paths {
            [] if Path::new(FOLDER).is_dir() => &default,
            [] => {
                let what = "no reports: name text files or folders of them, or put them into a folder `reports` here";
                return Err(Error::NoInput(what.to_owned()));
            }
            paths => paths,
        };
        let options = read::Options { litter: &self.config.litter, ..options };
        let mut reports = read::inputs(paths, &mut std::io::stdin().lock(), options)?;
        self.config.label(&mut reports);
        Ok(reports)
    }

    /// A draft, which is no source: a report that is the same file goes.
    pub fn draft(&self, file: &Path, language: Option<Language>, reports: &mut Vec<Report>) -> Result<Draft> {
        let options = read::Options { language, litter: &self.config.litter, ..read::Options::default() };
        let draft = read::draft(file, options)?;
        if let Ok(own) = fs::canonicalize(file) {
            reports.retain(|r| fs::canonicalize(&r.path).map_or(true, |path| path != own));
        }
        if reports.is_empty() {
            return Err(Error::NoInput(format!("{}: a draft needs sources: name them behind it", file.display())));
        }
        Ok(draft)
    }

    /// Audits with the style guide, and shows that it is at work where that takes long.
    pub fn audit(&self, reports: &[Report], options: Options) -> Audit {
        let options = Options { style: self.config.style.clone(), ..options };
        let bar = progress::Bar::new(self.quiet, reports.len());
        selisih::audit_watched(reports, &options, &|step| bar.show(step))
    }
}

/// The configuration of the working folder, or of one above it; else the user's own.
fn found() -> std::io::Result<Option<PathBuf>> {
    let here = env::current_dir()?;
    for (up, folder) in here.ancestors().enumerate() {
        if folder.join(FILE).is_file() {
            // As short as a person would write it, where that is shorter.
            let short: PathBuf = std::iter::repeat_n("..", up).collect::<PathBuf>().join(FILE);
            return Ok(Some(if up < 3 { short } else { folder.join(FILE) }));
        }
    }
    let whole = |variable: &str| env::var_os(variable).map(PathBuf::from).filter(|p| p.is_absolute());
    let folder = whole("XDG_CONFIG_HOME").or_else(|| env::home_dir().map(|home| home.join(".config")));
    Ok(folder.map(|folder| folder.join("selisih").join(FILE)).filter(|file| file.is_file()))
}

fn configuration(path: &Path) -> Result<Config> {
    let text = |path: &Path| fs::read_to_string(path).map_err(|source| Error::Io { path: path.to_owned(), source });
    let mut config = Config::parse(path, &text(path)?)?;
    if let Some(places) = config.gazetteer() {
        config.places(&places, &text(&places)?)?;
    }
    Ok(config)
}
