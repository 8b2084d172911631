//! Claims in sentences: true and false ones, ties, roundings, missing values, words that say something else.

mod after;
mod areas;
mod benchmark;
mod chosen;
mod conditions;
mod margin;
mod others;
mod polarity;
mod rank;
mod sentences;
mod share;
mod time;
mod words;

use super::office::{Case, codes};

const NONE: [&str; 0] = [];
const FALSE: [&str; 1] = ["claim-not-supported"];
const ROUNDING: [&str; 1] = ["claim-lost-in-rounding"];
const DIFFER: [&str; 1] = ["claim-words-differ"];
const MISSING: [&str; 1] = ["missing-value-used"];
