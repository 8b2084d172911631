//! `check --copy` from outside: what it takes for a copy, and what it says that it did not read.

mod office;

use office::Office;

#[test]
fn a_copy_says_how_much_of_it_was_not_compared() {
    let office = Office::with(&["north-pier"]);
    office.expect("build", 0);
    let text = office.read("out/north-pier/north-pier.txt");
    office.write("sent.txt", &format!("Hello,\nhere it is:\n\n{text}\nAnna\n"));
    let (code, stdout, stderr) = office.run("check north-pier --copy sent.txt");
    assert_eq!(code, 0, "{stderr}");
    assert!(
        stdout.contains("2 lines before the notice and 1 after it were not compared"),
        "{stdout}"
    );
    let json = office
        .run("check north-pier --copy sent.txt --message-format json")
        .1;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["not-read"]["lines-before"], 2);
    assert_eq!(json["not-read"]["lines-after"], 1);
    let (_, sarif, stderr) = office.run("check north-pier --copy sent.txt --message-format sarif");
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    assert_eq!(sarif["runs"][0]["properties"]["not-read"], json["not-read"]);
    assert!(stderr.ends_with(&stdout), "{stderr}");
    office.write("sent.txt", &text);
    let stdout = office.run("check north-pier --copy sent.txt").1;
    assert!(!stdout.contains("not compared"), "{stdout}");
    // Nothing in a copy is traced one by one.
    office.expect("check north-pier --copy sent.txt --verbose", 2);
}

#[test]
fn what_is_no_copy_is_refused_with_what_to_save_instead() {
    let office = Office::with(&["north-pier"]);
    office.expect("build", 0);
    office.write("empty.txt", "\n");
    for (copy, says, advice) in [
        (
            "out/north-pier/north-pier.html",
            "is a web page (HTML), not plain text",
            "into a text file",
        ),
        ("empty.txt", "empty.txt is empty", "the right file"),
        ("nowhere.txt", "there is no file", "check the name after --copy"),
        ("data", "is a folder", "name the file"),
    ] {
        let stderr = office.expect(&format!("check north-pier --copy {copy}"), 2);
        assert!(
            stderr.contains(says) && stderr.contains(advice),
            "{copy}: {stderr}"
        );
        assert_eq!(stderr.lines().count(), 2, "{copy}: {stderr}");
    }
}
