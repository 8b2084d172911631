//! Pressroom: inspection results and the press office's words in, the embargoed press notice out.
//!
//! The library is pure: it reads no file, no clock and no environment, and prints nothing. Each room uses only
//! those above it.
#![warn(missing_docs)]

pub mod audit;
pub mod claims;
pub mod copy;
pub mod data;
pub mod diff;
pub mod explain;
pub mod figures;
pub mod finding;
pub mod format;
pub mod issued;
pub mod language;
pub mod lexicon;
pub mod marked;
pub mod moment;
pub mod press;
pub mod quantity;
pub mod release;
pub mod report;
pub mod signoff;
pub mod words;
