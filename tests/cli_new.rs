//! `new`, `schema`, `completions` from outside: what they start checks clean, and nothing is written over.

mod office;

use office::Office;

/// Every YAML file of the office names a schema that is there.
fn schemas_are_there(office: &Office, under: &str) {
    let mut seen = 0;
    for (path, bytes) in office.files(under) {
        if path.ends_with(".yaml") {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let line = text.lines().next().unwrap_or_default();
            let schema = line
                .strip_prefix("# yaml-language-server: $schema=")
                .expect("the editor's line");
            let at = office.path(&path).parent().expect("a folder").join(schema);
            let schema =
                std::fs::read_to_string(&at).unwrap_or_else(|error| panic!("{}: {error}", at.display()));
            assert!(
                serde_json::from_str::<serde_json::Value>(&schema)
                    .expect("JSON")
                    .is_object()
            );
            seen += 1;
        }
    }
    assert!(seen >= 4, "{seen}");
}

#[test]
fn a_new_office_checks_clean_and_builds() {
    let office = Office::with(&[]);
    office.expect("new office fresh", 0);
    schemas_are_there(&office, "fresh/data");
    let (code, _, stderr) = office.run("-C fresh --deny warnings check");
    assert_eq!(code, 0);
    assert!(
        stderr.starts_with("note[sign-off-missing]") && stderr.ends_with("\n1 note\n"),
        "nobody has agreed to the quotation yet, and nothing else: {stderr}"
    );
    office.expect("-C fresh build", 0);
    assert!(office.there("fresh/out/samplebury/samplebury.html"));
    let ignored = office.read("fresh/.gitignore");
    assert!(ignored.contains("/out/\n") && ignored.contains("/public/\n"));
}

#[test]
fn a_new_inspection_and_its_notice_check_clean() {
    let office = Office::with(&[]);
    office.expect("new office fresh", 0);
    office.expect("-C fresh new inspection north-and-south-pier", 0);
    office.expect("-C fresh new notice north-and-south-pier", 0);
    office.expect(
        "-C fresh new notice pier-again --inspection north-and-south-pier",
        0,
    );
    schemas_are_there(&office, "fresh/data");
    let inspection = office.read("fresh/data/inspections/north-and-south-pier.yaml");
    assert!(inspection.contains("area: North and South Pier"), "{inspection}");
    let (code, _, stderr) = office.run("-C fresh check");
    assert_eq!(code, 0, "{stderr}");
    office.expect("-C fresh build", 0);
}

#[test]
fn nothing_is_written_over() {
    let office = Office::with(&["north-pier"]);
    let before = office.files("data");
    for arguments in [
        "new office .",
        "new inspection north-pier",
        "new notice north-pier",
        "new inspection con",
        "new inspection ../elsewhere",
        "new notice nowhere",
        "new inspection east-pier --programme pires",
    ] {
        office.expect(arguments, 2);
    }
    assert_eq!(office.files("data"), before);
    assert!(!office.there("schemas"));
}

#[test]
fn schemas_are_printed_or_written() {
    let office = Office::with(&[]);
    let (code, stdout, _) = office.run("schema notice");
    assert_eq!(code, 0);
    assert!(
        serde_json::from_str::<serde_json::Value>(&stdout)
            .expect("JSON")
            .is_object()
    );
    assert!(
        office
            .expect("schema notcie", 2)
            .contains("did you mean `notice`?")
    );
    let (code, kinds, _) = office.run("schema");
    assert_eq!(
        (code, kinds.as_str()),
        (0, "inspection\nnotice\norganisation\nprogramme\n")
    );
    office.expect("schema --out schemas", 0);
    assert_eq!(office.files("schemas").len(), 4);
}

#[test]
fn shells_get_their_completions() {
    let office = Office::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, stdout, _) = office.run(&format!("completions {shell}"));
        assert!(code == 0 && stdout.contains("explain-code"), "{shell}");
    }
}
