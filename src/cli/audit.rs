//! `selisih audit`: where reports disagree.

use std::path::PathBuf;

use clap::builder::TypedValueParser;
use selisih::compare::COMPARATORS;
use selisih::model::{Audit, Kind, Language, Severity};
use selisih::render::{FORMATS, Format, Look, Ui};

use super::{Outcome, WIDTH, World, kinds, languages, ledger, one_of, severities, targets};

/// Show where reports of one event disagree
///
/// Reads the reports, finds what tells the same thing, and lists where they disagree: conflicts first, then variants,
/// then gaps. A report that cannot be read ends the audit: a lost source would change the result.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Reports: text files, folders of them, patterns such as 'day-1/*.txt'; `-` reads one from standard input
    /// [default: the folder `reports`]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// How to write the result [default: as the ending of FILE tells, else `table`]
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Option<&'static Format>,
    /// Write to this file, not to standard output; what it held before survives any failure. The flag again writes
    /// another file of the same audit
    #[arg(short, long = "output", value_name = "FILE", long_help = output_help())]
    outputs: Vec<PathBuf>,
    /// Compare only these kinds; several with commas, or the flag again
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',', value_parser = kinds())]
    kinds: Vec<Kind>,
    /// Show only these severities; several with commas, or the flag again
    #[arg(long = "severity", value_name = "SEVERITY", value_delimiter = ',', value_parser = severities())]
    severities: Vec<Severity>,
    /// Hold this draft, text or Markdown, against the reports: whom it follows, what it quotes otherwise, what none of
    /// them tells
    #[arg(long, value_name = "FILE")]
    draft: Option<PathBuf>,
    /// Exit with status 1 where a finding that is shown is as grave as this, or graver
    ///
    /// Findings that a decision rules on do not count. With --draft, remarks on the draft count, and nothing else.
    #[arg(long, value_name = "SEVERITY", default_value = "never", value_parser = thresholds())]
    fail_on: Threshold,
    /// Read all reports as this language; without it, each report's own text tells
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    language: Option<Language>,
    #[command(flatten)]
    ledger: ledger::Args,
    /// Show accepted findings too
    #[arg(long)]
    show_decided: bool,
    /// Take no notice of decisions
    #[arg(long, conflicts_with_all = ["ledger", "show_decided"])]
    no_decisions: bool,
    #[command(flatten)]
    look: LookArgs,
}

/// How a picture for the terminal looks.
#[derive(Debug, Clone, clap::Args)]
pub struct LookArgs {
    /// Tell the result in this language: labels and messages; ids stay as they are
    #[arg(long, value_name = "LANGUAGE", default_value = Ui::ALL[0].id(), value_parser = uis())]
    ui: Ui,
    /// Colour in the table
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = colors())]
    color: Color,
    /// Columns of the table [default: the terminal's, or 100 where there is none]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

#[derive(Debug, Clone, Copy)]
enum Color {
    Auto,
    Always,
    Never,
}

/// The least grave severity that fails; none fails where it is none.
#[derive(Debug, Clone, Copy)]
struct Threshold(Option<Severity>);

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    one_of(FORMATS.iter().map(|f| (f.id, f.about, f)))
}

fn output_help() -> String {
    format!(
        "Write to this file, not to standard output; what it held before survives any failure. The flag again writes \
         another file of the same audit. Formats by the files' endings: {}",
        targets::endings()
    )
}

fn thresholds() -> impl TypedValueParser<Value = Threshold> {
    let severities = Severity::ALL.map(|s| (s.id(), s.about(), Threshold(Some(s))));
    one_of(severities.into_iter().chain([("never", "status 0 whatever is found", Threshold(None))]))
}

fn uis() -> impl TypedValueParser<Value = Ui> {
    one_of(Ui::ALL.map(|ui| (ui.id(), ui.about(), ui)))
}

fn colors() -> impl TypedValueParser<Value = Color> {
    one_of([
        ("auto", "on a terminal, where NO_COLOR is not set", Color::Auto),
        ("always", "wherever it is written to", Color::Always),
        ("never", "nowhere", Color::Never),
    ])
}

impl LookArgs {
    /// What is asked for, fitted to the terminal; `printed`: not into a file.
    pub fn look(&self, world: &World, printed: bool) -> Look {
        let color = match self.color {
            Color::Auto => world.terminal.color && printed,
            Color::Always => true,
            Color::Never => false,
        };
        let width = self.width.or(world.config.audit.width).map(usize::from);
        let width = width.or(world.terminal.width).unwrap_or(WIDTH);
        let ui = world.config.audit.ui.filter(|_| !world.is_typed("ui")).unwrap_or(self.ui);
        Look { width, color, ui, quiet: world.quiet }
    }
}

impl Args {
    /// With the configuration's defaults where no flag was typed.
    fn configured(mut self, world: &World) -> Self {
        let defaults = &world.config.audit;
        let free = |flag: &str| !world.is_typed(flag);
        // A file's ending tells its format before the configuration does.
        self.format = self.format.or(defaults.format.filter(|_| self.outputs.is_empty()));
        self.fail_on = defaults.fail_on.filter(|_| free("fail_on")).map_or(self.fail_on, Threshold);
        self.language = self.language.or(defaults.language);
        if let Some(kinds) = defaults.kinds.as_ref().filter(|_| free("kinds")) {
            self.kinds.clone_from(kinds);
        }
        if let Some(severities) = defaults.severities.as_ref().filter(|_| free("severities")) {
            self.severities.clone_from(severities);
        }
        self
    }
}

impl Args {
    /// The audit with its decisions, and with the draft where there is one.
    fn audit(&self, world: &World) -> anyhow::Result<Audit> {
        let mut reports = world.reports(&self.paths, self.language)?;
        // All kinds that are on, and those that are asked for: a finding that is not shown is not gone.
        let asked = if self.kinds.is_empty() { Vec::new() } else { COMPARATORS.iter().map(|c| c.kind).collect() };
        let options = selisih::Options { kinds: asked, ..selisih::Options::default() };
        let mut audit = match &self.draft {
            Some(file) => {
                let draft = world.draft(file, self.language, &mut reports)?;
                let style = world.config.style.clone();
                selisih::audit_draft(&reports, draft, &selisih::Options { style, ..options })
            }
            None => world.audit(&reports, options),
        };
        if !self.no_decisions {
            self.ledger.apply(&mut audit, !self.show_decided)?;
        }
        let (kinds, severities) = (self.kinds.clone(), self.severities.clone());
        selisih::Options { kinds, severities, ..selisih::Options::default() }.select(&mut audit);
        Ok(audit)
    }
}

/// Audits and renders: every file before any is written.
pub fn run(args: Args, world: &World) -> anyhow::Result<Outcome> {
    let args = args.configured(world);
    let targets = targets::targets(&args.outputs, args.format)?;
    let audit = args.audit(world)?;
    let look = args.look.look(world, targets.is_empty());
    let mut outcome = Outcome { code: u8::from(fails(&audit, args.fail_on)), ..Outcome::default() };
    if targets.is_empty() {
        let format = args.format.unwrap_or(&FORMATS[0]);
        outcome.print = (format.render)(&audit, &look);
        outcome.page = format.id == FORMATS[0].id;
    }
    outcome.files = targets.iter().map(|t| (t.path.to_owned(), (t.format.render)(&audit, &look))).collect();
    Ok(outcome)
}

fn fails(audit: &Audit, threshold: Threshold) -> bool {
    let Some(least) = threshold.0 else { return false };
    match &audit.draft {
        // The sources differ whatever the draft says; it is the draft that goes to print.
        Some(draft) => draft.open().any(|r| r.finding.severity <= least),
        None => audit.findings.iter().any(|f| f.severity <= least && audit.decision(f).is_none()),
    }
}
