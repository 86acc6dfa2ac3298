//! `selisih completions`: what a shell needs to complete commands, flags and their values.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Outcome};

/// Print completions for a shell
///
/// For bash, put this into ~/.bashrc: `source <(selisih completions bash)`. For fish: `selisih completions fish >
/// ~/.config/fish/completions/selisih.fish`. For zsh, write it to a file `_selisih` in a folder of $fpath.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

/// The shell's script.
pub fn run(args: &Args) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "selisih", &mut script);
    Outcome { print: String::from_utf8_lossy(&script).into_owned(), ..Outcome::default() }
}
