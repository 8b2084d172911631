//! `diff` from outside, on a real git repository: what a new figure does to the notices, and to no other.

mod office;
mod repository;

use office::Office;
use repository::{begin, commit, git};
use serde_json::{Value, json};

const INSPECTION: &str = "data/inspections/north-pier.yaml";

/// Three notices, committed; the first one's words make a claim.
fn office() -> Office {
    let office = Office::with(&["north-pier", "south-pier", "west-pier"]);
    office.change(INSPECTION, ("safety: 70%", "safety: {value: 70%, average: 65%}"));
    office.change(
        INSPECTION,
        (
            "published: 2026-06-16",
            "published: 2026-06-16\ngiven: [{columns: [average], as-at: 2026-06-16, source: the last report}]",
        ),
    );
    let notice = "data/notices/north-pier.yaml";
    office.change(
        notice,
        (
            "of the time.\n",
            "of the time. That is [above the average][over].\n\n        Nothing here moves.\n",
        ),
    );
    office.change(
        notice,
        (
            "contacts: [press-desk]\n",
            "contacts: [press-desk]\nclaims:\n  over: safety.value is above(than=safety.average)\n",
        ),
    );
    begin(office.home());
    office
}

fn json_of(office: &Office, arguments: &str, code: i32) -> Value {
    let (found, stdout, stderr) = office.run(arguments);
    assert_eq!(found, code, "{stdout}{stderr}");
    serde_json::from_str(&stdout).expect("JSON")
}

#[test]
fn nothing_changed_is_said_and_exits_0() {
    let (code, stdout, stderr) = office().run("diff");
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.contains("no notice changed; 3 untouched"), "{stdout}");
}

#[test]
fn a_new_figure_moves_its_sentence_its_cell_and_nothing_else() {
    let office = office();
    office.change(INSPECTION, ("70%", "71%"));
    let found = json_of(&office, "diff --format json", 1);
    assert_eq!(found["format"], 1);
    assert_eq!(found["untouched"], 2);
    let notices = found["notices"].as_array().expect("a list");
    assert_eq!(notices.len(), 1);
    let notice = &notices[0];
    assert_eq!(notice["notice"], "north-pier");
    assert_eq!(
        notice["figures"],
        json!([{
            "name": "safety.value",
            "before": {"printed": "70%", "exact": "70"},
            "after": {"printed": "71%", "exact": "71"},
            "change": "+1 percentage point",
            "in-words": true,
            "moved-by": [{"place": format!("{INSPECTION}:6:19"), "before": "70%", "after": "71%"}],
        }])
    );
    assert_eq!(
        notice["cells"],
        json!([{
            "table": "scores",
            "row": "Safety work",
            "column": "Score for NORTH-PIER",
            "before": "70%",
            "after": "71%",
        }])
    );
    let sentences = notice["sentences"].as_array().expect("a list");
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    assert_eq!(sentences[0]["part"], "quotation 1, paragraph 1");
    assert_eq!(
        sentences[0]["pieces"],
        json!([
            {"same": "“Work to keep visitors safe was done well enough "},
            {"removed": "70%"},
            {"added": "71%"},
            {"same": " of the time."},
        ])
    );
    assert_eq!(notice["claims"], json!([]));
}

#[test]
fn text_and_markdown_mark_the_change_word_by_word() {
    let office = office();
    office.change(INSPECTION, ("70%", "66.5%"));
    let (_, text, _) = office.run("diff HEAD");
    for told in [
        "north-pier: changed",
        "safety.value: 70% → 67% (−3.5 percentage points)",
        "data/inspections/north-pier.yaml:6:19: 70% → 66.5%",
        "done well enough [-70%-]{+67%+} of the time.",
        "compared with HEAD (",
        "1 notice changed; 2 untouched",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    let (_, markdown, _) = office.run("diff --format markdown");
    for told in [
        "### north-pier",
        "| safety.value | 70% | 67% | −3.5 percentage points |",
        "done well enough ~~70%~~**67%** of the time.",
    ] {
        assert!(markdown.contains(told), "{told}\n{markdown}");
    }
}

#[test]
fn a_reworded_claim_a_moved_embargo_and_a_changed_letterhead_are_told() {
    let office = office();
    let notice = "data/notices/north-pier.yaml";
    office.change(notice, ("above the average][over]", "below the average][over]"));
    office.change(notice, ("is above(", "is below("));
    office.change(notice, ("embargo: 2026-06-16 00:01", "embargo: 2026-06-17 00:01"));
    let (code, text, _) = office.run("diff");
    assert_eq!(code, 1);
    for told in [
        "over, “above the average”",
        "[-TUESDAY-]{+WEDNESDAY+}, [-16-]{+17+} June 2026",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    office.change(
        "data/organisation.yaml",
        ("1 Example Quay, \"Tel", "2 Example Quay, \"Tel"),
    );
    assert!(office.run("diff").1.contains("3 notices changed; 0 untouched"));
}

#[test]
fn a_claim_that_no_longer_holds_is_told_and_so_is_the_refusal() {
    let office = office();
    office.change(INSPECTION, ("70%", "60%"));
    let found = json_of(&office, "diff --format json", 1);
    let notice = &found["notices"][0];
    assert_eq!(
        notice["claims"],
        json!([{
            "name": "over",
            "before": "above the average",
            "after": "above the average",
            "held": true,
            "holds": false,
        }])
    );
    let refusals = notice["errors-now"].to_string();
    assert!(refusals.contains("claim-not-supported"), "{refusals}");
    let (_, text, _) = office.run("diff");
    assert!(
        text.contains("over, “above the average”: no longer holds"),
        "{text}"
    );
    commit(office.home(), "A figure that makes the words untrue");
    office.change(INSPECTION, ("60%", "70%"));
    let (_, text, _) = office.run("diff");
    for told in ["over, “above the average”: holds now", "errors that are gone"] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn notices_that_come_go_or_break_are_told_apart() {
    let office = office();
    std::fs::remove_file(office.path("data/notices/south-pier.yaml")).expect("removed");
    let west = office.read("data/notices/west-pier.yaml");
    office.write("data/notices/pier-of-the-west.yaml", &west);
    office.write(
        "data/notices/west-pier.yaml",
        &format!("{west}\nnonsense: true\n"),
    );
    let (code, text, _) = office.run("diff");
    assert_eq!(code, 1);
    for told in [
        "south-pier: removed",
        "pier-of-the-west: added",
        "west-pier: changed",
        "errors that now refuse it",
        "unknown-key in data/notices/west-pier.yaml",
        "1 notice changed, 1 added, 1 removed; 1 untouched",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}

#[test]
fn a_revision_a_folder_and_a_folder_inside_a_repository_are_bases() {
    let office = office();
    office.change(INSPECTION, ("70%", "71%"));
    commit(office.home(), "New figures");
    assert_eq!(office.run("diff").0, 0);
    let (code, text, _) = office.run("diff HEAD~1");
    assert_eq!(code, 1);
    assert!(text.contains("70% → 71%"), "{text}");
    let old = Office::with(&["north-pier"]);
    let (code, text, _) = office.run(&format!("diff {}", old.home().display()));
    assert_eq!(code, 1);
    assert!(text.contains("1 notice changed, 2 added; 0 untouched"), "{text}");

    let outer = tempfile::tempdir().expect("a place");
    let inner = outer.path().join("desk/press");
    std::fs::create_dir_all(&inner).expect("made");
    for (path, bytes) in old.files("data") {
        let place = inner.join(path);
        std::fs::create_dir_all(place.parent().expect("a folder")).expect("made");
        std::fs::write(place, bytes).expect("written");
    }
    begin(outer.path());
    let moved = inner.join(INSPECTION);
    let text = std::fs::read_to_string(&moved).expect("there");
    std::fs::write(&moved, text.replace("70%", "72%")).expect("written");
    let (code, text, _) = old.run(&format!("-C {} diff --format json", inner.display()));
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains(r#""place": "data/inspections/north-pier.yaml:5:11""#),
        "{text}"
    );
    // A revision from before there was an office.
    git(outer.path(), &["checkout", "-q", "--orphan", "bare"]);
    git(outer.path(), &["commit", "-q", "--allow-empty", "-m", "Bare"]);
    let (_, text, _) = old.run(&format!("-C {} diff main", inner.display()));
    assert!(text.contains("70% → 72%"), "{text}");
}

#[test]
fn what_cannot_be_compared_with_is_refused_with_advice() {
    let office = office();
    let stderr = office.expect("diff no-such-branch", 2);
    assert!(
        stderr.contains("there is no revision `no-such-branch`"),
        "{stderr}"
    );
    assert!(
        office
            .expect("diff ./elsewhere", 2)
            .contains("it is no office folder")
    );
    let stderr = office.expect("diff -- --output=x", 2);
    assert!(stderr.contains("there is no revision `--output=x`"), "{stderr}");
    let loose = Office::with(&["north-pier"]);
    let stderr = loose.expect("diff", 2);
    assert!(stderr.contains("in no git repository"), "{stderr}");
    let output = office
        .pressroom("diff")
        .env("PATH", "/nonexistent")
        .output()
        .expect("runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no `git` program"));
}

#[test]
fn data_commands_neither_terminal_nor_page() {
    let office = office();
    office.change(INSPECTION, ("area: NORTH-PIER", "area: \"N <b>|*x*\""));
    let (_, markdown, _) = office.run("diff --format markdown");
    assert!(!markdown.contains("<b>"), "{markdown}");
    assert!(markdown.contains("N &lt;b&gt;\\|\\*x\\*"), "{markdown}");
}
