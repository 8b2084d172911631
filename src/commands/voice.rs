//! Where a command speaks: results to standard output, messages to standard error – and who may see values there.

use std::env;
use std::io::{self, IsTerminal, Write};

use pressroom::report::{Look, printable};

use super::{Exit, Failure};
use crate::cli::{Cli, SetClock};

/// The two streams of a run.
pub struct Voice {
    /// How reports on standard error look.
    pub look: Look,
    /// Whether `--show-values` was given: reports made for others to read show values only then.
    pub values_asked_for: bool,
    /// Whether standard error is a terminal.
    pub terminal: bool,
}

impl Voice {
    /// Values are shown where somebody sits at the terminal, outside CI, or where they are asked for. Says so when the
    /// clock is set.
    pub fn new(cli: &Cli) -> Voice {
        let terminal = io::stderr().is_terminal();
        let at_desk = terminal && env::var_os("CI").is_none();
        let coloured = terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let voice = Voice {
            look: Look {
                values: at_desk || cli.show_values,
                colour: coloured && env::var_os("TERM").is_none_or(|term| term != "dumb"),
                width: env::var("COLUMNS")
                    .ok()
                    .and_then(|width| width.parse().ok())
                    .map_or(120, |width: usize| width.clamp(60, 200)),
            },
            values_asked_for: cli.show_values,
            terminal,
        };
        if let Some(SetClock::To(_, spelt)) = &cli.now {
            voice.say(&format!("the clock is set to {spelt}: this is a rehearsal"));
        }
        voice
    }

    /// A line to standard error. Nobody listening is no failure.
    pub fn say(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "pressroom: {}", printable(line));
    }

    /// A finished report to standard error.
    pub fn report(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// A failure, with its advice.
    pub fn failure(&self, failure: &Failure) {
        self.say(&failure.says);
        if !failure.advice.is_empty() {
            self.say(&format!("  {}", failure.advice));
        }
    }

    /// A result to standard output. A reader who went away (`| head`) is no failure; a full disk is.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn give(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure {
                says: format!("cannot write the result to standard output: {error}"),
                advice: String::new(),
                exit: Exit::Failed,
            }),
            _ => Ok(()),
        }
    }
}
