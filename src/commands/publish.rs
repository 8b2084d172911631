//! `publish`.
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};
/// Runs it.
pub fn run(_cli: &Cli, _asked: &cli::Publish, _voice: &Voice) -> Result<Exit, Failure> {
    Ok(Exit::Done)
}
