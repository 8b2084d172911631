//! `completions`: what a shell needs to complete the command line.

use clap::CommandFactory;

use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(asked: &cli::Completions, voice: &Voice) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Cli::command(), "pressroom", &mut script);
    voice.give(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
