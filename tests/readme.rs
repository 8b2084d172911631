//! The README's console blocks say what the program does.

#[test]
fn console_blocks_of_the_readme_run_as_printed() {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1").env("CI", "").case("README.md");
}
