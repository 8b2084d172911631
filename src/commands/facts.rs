//! `facts`: what the words and layouts of a notice can see, as JSON.

use pressroom::press::Wanted;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, the name is no single notice, or a file that the notice rests on cannot be read.
pub fn run(cli: &Cli, asked: &cli::Facts, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    let facts = bench.office.facts(&notice, &bench.request(Wanted::Draft));
    if facts.is_null() {
        return Err(Failure {
            says: format!("a file that `{notice}` rests on cannot be read"),
            advice: format!("`pressroom check {notice}` says which"),
            exit: Exit::Found,
        });
    }
    bench.tell_errors(&notice, &bench.compose(&notice, Wanted::Draft), voice);
    voice.give(&format!("{facts:#}\n"))?;
    Ok(bench.exit)
}
