//! `explain`: where each number and claim of a notice comes from.

use pressroom::data::{Notice, Organisation};
use pressroom::explain::{Behind, explain, figure_names, is_of};
use pressroom::finding::list_names;
use pressroom::press::Wanted;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, the name is no single notice, or the notice cannot be composed or has no such figure.
pub fn run(cli: &Cli, asked: &cli::Explain, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    // A draft: what is wrong with a notice is no reason not to explain the rest of it.
    let Some(release) = bench.compose(&notice, Wanted::Draft).release else {
        return Err(Failure {
            says: format!("`{notice}` cannot be composed"),
            advice: format!("`pressroom check {notice}` says why"),
            exit: Exit::Found,
        });
    };
    let file = notice.split('/').next().unwrap_or(&notice);
    let words: Notice = bench.document(&format!("data/notices/{file}.yaml"))?;
    let organisation: Organisation = bench.document("data/organisation.yaml")?;
    let only = asked.figure.as_deref();
    if let Some(figure) = only {
        let names = figure_names(&release);
        if !names.iter().any(|name| is_of(name, figure)) {
            return Err(Failure::usage(
                format!("`{notice}` prints no figure `{figure}`"),
                list_names(figure, names.iter().map(String::as_str)),
            ));
        }
    }
    let behind = Behind {
        sources: bench.sources(),
        rounding: organisation
            .house_style
            .rounding
            .map(|placed| placed.value)
            .unwrap_or_default(),
        claims: &words.claims,
    };
    voice.give(&explain(&release, &behind, only))?;
    Ok(bench.exit)
}
