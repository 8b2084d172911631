//! The `pressroom` program.

fn main() {}
