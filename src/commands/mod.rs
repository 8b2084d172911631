//! The commands, one thin file each, and what they share: the run's settings, its voice and its exit code.

mod bench;
mod build;
mod check;
mod check_copy;
mod clearance;
mod completions;
mod correct;
mod diff;
mod explain;
mod explain_code;
mod facts;
mod left_behind;
mod new;
mod progress;
mod publish;
mod records;
mod schema;
mod sign_off;
mod status;
mod table;
mod target;
mod voice;

use crate::exit::{Exit, Failure, shown};

use crate::cli::{Cli, Command};
use voice::Voice;

/// Does what `cli` asks and says how it ended.
pub fn run(cli: &Cli) -> Exit {
    let voice = Voice::new(cli);
    let done = match &cli.command {
        Command::Build(asked) => build::run(cli, asked, &voice),
        Command::Check(asked) => check::run(cli, asked, &voice),
        Command::Explain(asked) => explain::run(cli, asked, &voice),
        Command::Diff(asked) => diff::run(cli, asked, &voice),
        Command::Facts(asked) => facts::run(cli, asked, &voice),
        Command::Status(asked) => status::run(cli, asked, &voice),
        Command::SignOff(asked) => sign_off::run(cli, asked, &voice),
        Command::Correct(asked) => correct::run(cli, asked, &voice),
        Command::Publish(asked) => publish::run(cli, asked, &voice),
        Command::New(asked) => new::run(cli, asked, &voice),
        Command::Schema(asked) => schema::run(cli, asked, &voice),
        Command::ExplainCode(asked) => explain_code::run(asked, &voice),
        Command::Completions(asked) => completions::run(asked, &voice),
    };
    match done {
        Ok(exit) => exit,
        Err(failure) => {
            voice.failure(&failure);
            failure.exit
        }
    }
}
