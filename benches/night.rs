//! The night bench: placeholder until the office of thousands is written.
fn main() {}
