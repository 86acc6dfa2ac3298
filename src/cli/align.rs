//! `selisih align`: what tells the same thing in several reports.

use std::path::PathBuf;

use anyhow::bail;
use clap::builder::TypedValueParser;
use selisih::AlignOptions;
use selisih::model::{Alignment, Language};
use selisih::read;
use selisih::render::{ALIGNED, Format, Look, Ui};

use super::{Outcome, WIDTH, World, languages_aligned, one_of};

/// Show what tells the same thing in several reports
///
/// Reads the reports and puts clauses that tell the same thing into statements, as an audit does before it compares
/// anything. With --sentences each line of a file is one sentence, so that the aligner can be measured on corpora.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Reports: text files, folders of them, patterns such as 'day-1/*.txt'; `-` reads one from standard input
    /// [default: the folder `reports`]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// How to write the result
    #[arg(long, value_name = "FORMAT", default_value = ALIGNED[0].id, value_parser = formats())]
    format: &'static Format<Alignment>,
    /// Write to this file, not to standard output; what it held before survives any failure
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Tell why the members of this statement were joined (S007)
    #[arg(long, value_name = "STATEMENT")]
    explain: Option<String>,
    /// Take each line as one sentence, as it is: no litter, headline or dateline is looked for, no clause is cut
    #[arg(long)]
    sentences: bool,
    /// The files are two that tell the same things in the same order
    #[arg(long, requires = "sentences")]
    parallel: bool,
    /// Read all reports as this language; without it, each report's own text tells
    #[arg(long, value_name = "LANGUAGE", value_parser = languages_aligned())]
    language: Option<Language>,
    /// Columns of the table [default: the terminal's, or 100 where there is none]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

fn formats() -> impl TypedValueParser<Value = &'static Format<Alignment>> {
    one_of(ALIGNED.iter().map(|f| (f.id, f.about, f)))
}

/// Aligns and renders.
pub fn run(args: &Args, world: &World) -> anyhow::Result<Outcome> {
    let language = args.language.or(world.config.audit.language);
    let options = read::Options { language, sentences: args.sentences, ..read::Options::default() };
    let reports = world.reports_as(&args.paths, options)?;
    if args.parallel && reports.len() != 2 {
        bail!("--parallel takes two files, and here are {}", reports.len());
    }
    let options =
        AlignOptions { explain: args.explain.clone(), parallel: args.parallel, style: world.config.style.clone() };
    let alignment = selisih::align(&reports, &options);
    if let (Some(id), None) = (&args.explain, &alignment.why) {
        match alignment.audit.statements.last() {
            Some(last) => bail!("no statement {id}: they are S001 to {}", last.id),
            None => bail!("no statement {id}: nothing tells the same thing in two reports"),
        }
    }
    let width = args.width.map(usize::from).or(world.terminal.width).unwrap_or(WIDTH);
    let look = Look { width, color: false, ui: Ui::English, quiet: world.quiet };
    let text = (args.format.render)(&alignment, &look);
    Ok(match &args.output {
        Some(path) => Outcome { files: vec![(path.clone(), text)], ..Outcome::default() },
        None => Outcome { print: text, page: args.format.id == ALIGNED[0].id, ..Outcome::default() },
    })
}
