//! The `pressroom` program: parse, dispatch, exit code.

mod cli;
mod commands;
mod desk;
mod exit;
mod folder;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::run(&cli::Cli::parse()).into()
}
