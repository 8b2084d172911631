//! `explain-code`: the catalogue of codes, or one of them in full.

use pressroom::finding::{Code, did_you_mean};

use super::{Exit, Failure, voice::Voice};
use crate::cli;

/// How many codes are suggested.
const MOST: usize = 6;

/// Runs it.
///
/// # Errors
/// There is no such code.
pub fn run(asked: &cli::ExplainCode, voice: &Voice) -> Result<Exit, Failure> {
    let Some(name) = &asked.code else {
        let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
        let list: String = Code::ALL
            .iter()
            .map(|code| {
                format!(
                    "{:width$}  {:7}  {}\n",
                    code.name(),
                    code.severity().name(),
                    code.meaning()
                )
            })
            .collect();
        voice.give(&list)?;
        return Ok(Exit::Done);
    };
    let wanted = bare(name);
    let Some(code) = Code::named(&wanted) else {
        return Err(Failure::usage(
            format!("there is no code `{name}`"),
            nearest(&wanted),
        ));
    };
    voice.give(&format!(
        "{} ({})\n\n{}\n{}\n",
        code.name(),
        code.severity().name(),
        code.meaning(),
        code.remedy()
    ))?;
    Ok(Exit::Done)
}

/// The code as it is written, of one that somebody copied: `error[unbound-number]:`, `SIGN_OFF_MISSING`.
fn bare(asked: &str) -> String {
    let asked = asked.trim();
    let inside = asked
        .split_once('[')
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or(asked, |(inside, _)| inside);
    inside
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
        .replace(['_', ' '], "-")
}

/// The codes that `wanted` is a part of, else the nearest.
fn nearest(wanted: &str) -> String {
    let names = || Code::ALL.iter().map(|code| code.name());
    let parts: Vec<&str> = names()
        .filter(|name| !wanted.is_empty() && name.contains(wanted))
        .take(MOST)
        .collect();
    match (parts.as_slice(), did_you_mean(wanted, names())) {
        ([], None) => "`pressroom explain-code` lists all of them".to_owned(),
        ([], Some(near)) => format!("did you mean `{near}`?"),
        (parts, _) => format!("did you mean `{}`?", parts.join("`, `")),
    }
}
