//! `explain`: where each number of a notice comes from.

use pressroom::explain::{self, Explained};
use pressroom::finding::list_names;
use pressroom::press::Wanted;

use super::bench::Bench;
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};

/// Runs it.
///
/// # Errors
/// The folder cannot be read, the name is no single notice, or there is no such figure.
pub fn run(cli: &Cli, asked: &cli::Explain, voice: &Voice) -> Result<Exit, Failure> {
    let bench = Bench::open(cli, voice)?;
    let notice = bench.choose_one(&asked.notice)?;
    let composed = bench.compose(&notice, Wanted::Draft);
    let Some((release, numbers)) = composed.release.as_ref().zip(bench.office.numbers()) else {
        return Err(Failure::usage(
            format!("`{notice}` cannot be composed"),
            format!("`pressroom check {notice}` says why"),
        ));
    };
    let wanted = asked.figure.as_deref();
    let mut all = explain::explain(&release.passages(), bench.sources(), &numbers, wanted);
    if let Some(wanted) = wanted.filter(|_| all.is_empty()) {
        let figures = composed.scope.figures();
        let found = figures.iter().find(|(path, _)| *path == wanted.replace('-', "_"));
        let Some((_, figure)) = found else {
            let names = figures.iter().map(|(path, _)| path.as_str());
            return Err(Failure::usage(
                format!("there is no figure `{wanted}`"),
                list_names(wanted, names),
            ));
        };
        all.push(explain::figure(figure, bench.sources(), &numbers));
    }
    voice.give(&all.iter().map(text).collect::<Vec<_>>().join("\n"))?;
    Ok(bench.exit)
}

fn text(one: &Explained) -> String {
    let mut lines = String::new();
    if one.part.is_empty() {
        lines.push_str(&format!("{} – not printed in the words\n", one.printed));
    } else {
        lines.push_str(&format!("{} – {}: {}\n", one.printed, one.part, one.sentence));
    }
    lines.push_str(&format!(
        "  figure      {}\n  exactly     {}\n",
        one.figure, one.exact
    ));
    lines.push_str(&format!("  rounded     {}\n", one.rounding));
    if let Some(rule) = &one.rule {
        lines.push_str(&format!("  computed    {rule}\n"));
    }
    for (label, typed, place) in &one.inputs {
        lines.push_str(&format!("  from        {place}  {typed}  ({label})\n"));
    }
    if let Some(place) = &one.expression {
        lines.push_str(&format!("  printed by  {place}\n"));
    }
    lines
}
