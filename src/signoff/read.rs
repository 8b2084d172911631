//! Reads sign-offs back: one that does not carry its own digest, or lies with another notice, is refused.

use super::{Covers, SignOff};
use crate::finding::{Code, FileId, Finding, Place};
use crate::moment;

/// A sign-off and its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The record.
    pub record: SignOff,
    /// Its file.
    pub file: FileId,
}

impl Filed {
    /// Where messages point: the file's beginning.
    pub fn place(&self) -> Place {
        Place::new(self.file, 0, 0)
    }
}

/// Whether the record filed with `notice` is as the program wrote it.
///
/// # Errors
/// It is of another format or notice, was changed since it was signed, or is none that the program writes.
pub fn verify(filed: &Filed, notice: &str) -> Result<(), Box<Finding>> {
    let record = &filed.record;
    let place = filed.place();
    if record.pressroom != 1 {
        let says = "this program reads sign-offs of format 1";
        let finding = Finding::new(Code::FormatVersion, place, says)
            .advice("use the program that wrote it, or sign again");
        return Err(Box::new(finding));
    }
    let altered = |says: &str| {
        Box::new(Finding::new(Code::SignOffAltered, place, says).advice(
            "restore the file from git, or delete it and sign again: `pressroom sign-off NOTICE --by PERSON`",
        ))
    };
    if record.digest != record.computed_digest() {
        return Err(altered(
            "the record of a sign-off was changed after it was signed: it does not carry its own digest",
        ));
    }
    if record.notice != notice {
        return Err(altered(
            "the record of a sign-off is of another notice than the folder it lies in",
        ));
    }
    let whole = match record.covers {
        Covers::WholeNotice => !record.copy.is_empty(),
        Covers::Quotation => record.quotations.len() == 1 && record.copy.is_empty(),
    };
    if !whole || moment::parse_clock(&record.signed).is_err() {
        return Err(altered(
            "the record of a sign-off is none that this program writes",
        ));
    }
    Ok(())
}
