//! `facts`: what the words and layouts of a notice can see, as JSON.

use pressroom::press::Wanted;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, or the name is no single notice.
pub fn run(cli: &Cli, asked: &cli::Facts, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    let facts = bench.office.facts(&notice, &bench.request(Wanted::Draft));
    voice.give(&format!("{facts:#}\n"))?;
    Ok(bench.exit)
}
