//! `new`: starts an office, an inspection or a notice.

use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// Something of that name is there already, or it cannot be written.
pub fn run(cli: &Cli, asked: &cli::New, voice: &Voice) -> Result<Exit, Failure> {
    let _ = (cli, asked, voice);
    Ok(Exit::Done)
}
