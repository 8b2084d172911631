//! The mutation bench: thousands of notices with one thing changed in each, and whether every untrue one is refused.
//!
//! `cargo bench --bench mutants` prints the table; `-- --write` also publishes it in docs/mutants.md, `-- --list` adds
//! every miss and false alarm in full. Exit 1 where figures are caught below 100 %, claims below 98 %, or a true
//! notice is refused. benches/README.md tells what each operator does and how the oracle judges.
#![allow(clippy::print_stdout, reason = "a bench reports on the terminal")]
#![allow(clippy::float_arithmetic, reason = "shares of a whole, for the report alone")]

mod office;
mod operators;
mod oracle;
mod run;
mod score;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use rayon::prelude::*;

use office::Office;
use operators::Mutant;
use run::Refusal;
use score::{Outcome, Score};

fn main() -> ExitCode {
    let wished = |flag: &str| std::env::args().any(|arg| arg == flag);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let offices = Office::all(root);
    let mut mutants: Vec<Mutant> = Vec::new();
    for office in &offices {
        if let Some(fault) = oracle::judge(office, office).doubt() {
            println!(
                "{}: the oracle does not hold the notice itself for true: {fault}",
                office.name
            );
            return ExitCode::FAILURE;
        }
        mutants.extend(operators::all(office));
    }
    let own: BTreeMap<&str, Vec<Refusal>> = offices
        .iter()
        .map(|office| (office.name.as_str(), run::refusals(office)))
        .collect();
    if wished("--own") {
        for (office, refusal) in own
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |one| (name, one)))
        {
            println!(
                "{office}: {} at {}:{}: {} [{}]",
                refusal.code, refusal.path, refusal.line, refusal.says, refusal.shown
            );
        }
    }
    let outcomes: Vec<Outcome> = mutants
        .par_iter()
        .map(|mutant| {
            let verdict = mutant.judge();
            let mut refusals = run::refusals(&mutant.office);
            // What is said of the notice itself is a false alarm of its own, and catches nothing.
            if mutant.operator != operators::ITSELF {
                let own = &own[mutant.office.name.as_str()];
                refusals.retain(|refusal| !own.iter().any(|known| known.is_like(refusal)));
            }
            Outcome::new(mutant, verdict, refusals)
        })
        .collect();
    let score = Score::of(&outcomes, offices.len());
    println!("{}", score.table());
    if wished("--list") {
        println!("{}", score.listed(usize::MAX));
    } else {
        println!("{}", score.listed(2));
    }
    if wished("--write") {
        std::fs::write(root.join("docs/mutants.md"), score.page()).expect("docs/ can be written");
    }
    if score.good_enough() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
