//! `explain-code`: the catalogue of codes, or one of them in full.

use pressroom::finding::{Code, did_you_mean};

use super::{Exit, Failure, voice::Voice};
use crate::cli;

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
    let Some(code) = Code::named(name) else {
        let advice = match did_you_mean(name, Code::ALL.iter().map(|code| code.name())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`pressroom explain-code` lists all of them".to_owned(),
        };
        return Err(Failure::usage(format!("there is no code `{name}`"), advice));
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
