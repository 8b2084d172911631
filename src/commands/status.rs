//! `status`.
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};
/// Runs it.
pub fn run(_cli: &Cli, _asked: &cli::Status, _voice: &Voice) -> Result<Exit, Failure> {
    Ok(Exit::Done)
}
