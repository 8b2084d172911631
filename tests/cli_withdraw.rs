//! `correct --withdraw` from outside: what a withdrawn notice keeps, and how it comes to stand again.

mod office;
mod pier;
mod repository;

use pier::{INSPECTION, correct, published, sign};

#[test]
fn a_withdrawn_notice_keeps_its_headline_and_says_so() {
    let office = published();
    let (code, stderr) = correct(&office, "--withdraw", "The report was published in error.");
    assert_eq!(code, 0, "{stderr}");
    for format in ["md", "html", "txt"] {
        let text = office.read(&format!("public/north-pier/north-pier.{format}"));
        assert!(text.contains("Withdrawal, "), "{text}");
        assert!(text.contains("This notice is withdrawn."), "{text}");
        assert!(!text.contains("70%"), "{text}");
    }
    let (code, stderr) = correct(&office, "--withdraw", "Again.");
    assert_eq!(code, 1, "{stderr}");
    assert!(stderr.contains("withdrawn already"), "{stderr}");
    let stderr = office.expect("publish north-pier", 0);
    assert!(
        stderr.contains("north-pier is withdrawn, as version 2: nothing to do"),
        "{stderr}"
    );
}

#[test]
fn a_withdrawn_notice_is_reinstated_and_says_so() {
    let office = published();
    let (code, stderr) = correct(&office, "--withdraw", "The report was published in error.");
    assert_eq!(code, 0, "{stderr}");
    let (code, stderr) = correct(&office, "--revision", "The report is out after all.");
    assert_eq!(code, 0, "{stderr}");
    for format in ["md", "html", "txt"] {
        let text = office.read(&format!("public/north-pier/north-pier.{format}"));
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!flat.contains("notice is withdrawn"), "{text}");
        for told in [
            "Revision, ",
            "This notice is reinstated: it replaces the one that was withdrawn on ",
            "The notice was withdrawn, and has been reinstated since.",
            "This notice was revised and reinstated on ",
            "it is version 3. The version before it, version 2, withdrew it on ",
            "70%",
        ] {
            assert!(flat.contains(told), "{format}: {told}\n{text}");
        }
    }
    let stderr = office.expect("publish north-pier", 0);
    assert!(stderr.contains("published already, version 3"), "{stderr}");
    assert!(!office.expect("check", 0).contains("withdrawn"));
}

#[test]
fn a_withdrawal_takes_the_figures_of_earlier_corrections_back_too() {
    let office = published();
    office.change(INSPECTION, ("70%", "64%"));
    sign(&office);
    let (code, stderr) = correct(&office, "--correction", "It said 70%; 64% is right.");
    assert_eq!(code, 0, "{stderr}");
    assert!(!office.expect("check", 0).contains("withdrawn"));
    let (code, stderr) = correct(&office, "--withdraw", "It was published in error.");
    assert_eq!(code, 0, "{stderr}");
    for format in ["md", "html", "txt"] {
        let text = office.read(&format!("public/north-pier/north-pier.{format}"));
        assert!(!text.contains("70%") && !text.contains("64%"), "{text}");
        for told in ["Correction, ", "is withdrawn with the notice", "it is version 2"] {
            assert!(text.contains(told), "{format}: {told}: {text}");
        }
    }
    // An edition for the media would bring it back.
    for command in ["check", "build"] {
        let stderr = office.expect(command, 0);
        assert!(
            stderr.contains("warning[issued-differs]: the notice is withdrawn, as version 3"),
            "{command}: {stderr}"
        );
    }
    assert!(office.expect("publish north-pier", 0).contains("nothing to do"));
}
