//! `selisih man`: manual pages, out of the same table of flags as the help.

use std::path::PathBuf;

use clap::CommandFactory;
use clap_mangen::Man;

use super::{Cli, Outcome};

/// Print the manual page
///
/// `selisih man | man -l -` shows it. With --dir, writes one page for each command: selisih.1, selisih-audit.1 and so on.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The page, or one page a command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut root = Cli::command();
    root.build();
    let Some(folder) = &args.dir else {
        return Ok(Outcome { print: page(root)?, ..Outcome::default() });
    };
    anyhow::ensure!(folder.is_dir(), "{}: is no folder", folder.display());
    let mut files = Vec::new();
    for command in root.get_subcommands() {
        let name = format!("selisih-{}", command.get_name());
        let file = folder.join(format!("{name}.1"));
        files.push((file, page(command.clone())?));
    }
    files.push((folder.join("selisih.1"), page(root)?));
    Ok(Outcome { files, ..Outcome::default() })
}

fn page(command: clap::Command) -> anyhow::Result<String> {
    let mut out = Vec::new();
    Man::new(command).render(&mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}
