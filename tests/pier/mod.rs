//! A notice whose embargo is long over, for the tests of what happens after it was published.
#![allow(dead_code, reason = "each test program uses some of it")]

use crate::office::Office;
use crate::repository::begin;

pub const INSPECTION: &str = "data/inspections/north-pier.yaml";
pub const NOTICE: &str = "data/notices/north-pier.yaml";

/// A notice whose embargo is long over, signed off and published.
pub fn published() -> Office {
    let office = unpublished();
    sign(&office);
    office.expect("publish north-pier", 0);
    office
}

pub fn unpublished() -> Office {
    let office = Office::with(&["north-pier"]);
    for path in [NOTICE, INSPECTION] {
        let text = office.read(path).replace("2026-06-", "2015-06-");
        office.write(path, &text);
    }
    begin(office.home());
    office
}

pub fn sign(office: &Office) {
    office.expect("sign-off north-pier --by lead-inspector", 0);
}

pub fn correct(office: &Office, kind: &str, reason: &str) -> (i32, String) {
    let output = office
        .pressroom(&format!("correct north-pier {kind} --reason"))
        .arg(reason)
        .output()
        .expect("runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().expect("an exit code"), stderr)
}
