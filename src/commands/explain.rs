//! `explain`: where each number, date, chosen word and claim of a notice comes from.

use pressroom::explain::{json, text};
use pressroom::press::Wanted;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, the name is no single notice, the notice cannot be composed, or it has nothing of what
/// was asked for.
pub fn run(cli: &Cli, asked: &cli::Explain, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    // A draft: what is wrong with a notice is no reason not to explain the rest of it.
    let composed = bench.compose(&notice, Wanted::Draft);
    let request = bench.request(Wanted::Draft);
    let explained = bench
        .office
        .explain(&notice, &composed, &request, asked.figure.as_deref());
    let Some(explained) = explained else {
        return Err(Failure {
            says: format!("`{notice}` cannot be composed"),
            advice: format!("`pressroom check {notice}` says why"),
            exit: Exit::Found,
        });
    };
    let explanation = explained.map_err(|nothing| {
        let figure = asked.figure.as_deref().unwrap_or_default();
        let advice = match nothing.near.as_slice() {
            [] => format!("`pressroom explain {notice}` explains everything in it; `pressroom facts {notice}` lists every name"),
            near => format!("did you mean `{}`?", near.join("`, `")),
        };
        Failure::usage(format!("`{notice}` has nothing that is `{figure}`"), advice)
    })?;
    bench.tell_errors(&notice, &composed, voice);
    voice.give(&if asked.json {
        format!("{:#}\n", json(&explanation, bench.sources()))
    } else {
        text(&explanation, bench.sources())
    })?;
    Ok(bench.exit)
}
