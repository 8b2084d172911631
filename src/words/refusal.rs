//! What the filters and tests of the words refuse: Tera carries the message, its code and advice wait beside it until
//! the error comes back with its place.
//!
//! All of them name figures and filters only, so that anybody may read them.

use tera::Error;

use super::items;
use crate::claims::reading::Cannot;
use crate::figures::Figure;
use crate::finding::{Because, Code};

/// A refusal as Tera's error.
pub fn refuse(cannot: Cannot) -> Error {
    let error = Error::message(cannot.says.clone());
    items::note_refusal(cannot);
    error
}

/// A filter or test that is given something else than it wants.
pub fn wants(says: impl Into<String>) -> Error {
    refuse(Cannot::new(
        Code::BadTemplate,
        says,
        "take the filter out, or use another; data/README.md lists them",
    ))
}

/// The value of `figure`, that is needed and missing.
pub fn missing(figure: &Figure, says: impl Into<String>) -> Error {
    refuse(Cannot {
        because: Some(Because::Missing(figure.name.clone())),
        ..Cannot::new(
            Code::MissingValueUsed,
            says,
            "leave it out of the sentence, or give the result in the inspection's file",
        )
    })
}

/// Figures between which there is nothing to compute.
pub fn not_computable(says: impl Into<String>) -> Error {
    refuse(Cannot::new(
        Code::BadTemplate,
        says,
        "leave the comparison out, or compare figures of one kind",
    ))
}
