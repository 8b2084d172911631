//! Reports: findings as people and machines read them – human, JSON, GitHub annotations, SARIF – from one source.
//!
//! A report never shows values, words or source lines unless it is asked to: see [`Finding::shown`].

mod coverage;
mod github;
mod human;
mod json;
mod printable;
mod sarif;
mod settled;

pub use coverage::{Coverage, Share};
pub use github::github;
pub use human::{Look, human};
pub use json::{coverage_json, json, spot};
pub use printable::printable;
pub use sarif::sarif;
pub use settled::{Reported, Tally, settle};
