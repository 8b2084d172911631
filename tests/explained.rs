//! Every number of every golden notice is explained, and every place that an explanation names does what it says:
//! edited, it changes the number.

mod office;

use std::fs;
use std::path::{Path, PathBuf};

use office::files::inputs;
use pressroom::explain::json;
use pressroom::moment::{DateTime, Utc};
use pressroom::press::{Composed, InputFile, Office, Request, Wanted};
use rayon::prelude::*;
use serde_json::Value;

/// What stands for another value of a rating's scale, or another text.
const RATINGS: [&str; 4] = ["Inadequate", "Requires improvement", "Good", "Outstanding"];

fn request() -> Request {
    Request {
        edition: Wanted::Embargoed,
        now: DateTime::<Utc>::UNIX_EPOCH,
    }
}

/// The offices whose notices can be built: the shipped one, and the golden ones that are not refused.
fn homes() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = fs::read_dir(root.join("tests/golden")).expect("tests/golden is there");
    let golden = golden
        .map(|entry| entry.expect("readable").path())
        .filter(|home| fs::read_to_string(home.join("expected/exit")).is_ok_and(|exit| exit.trim() == "0"));
    let mut homes: Vec<PathBuf> = golden.chain([root.to_path_buf()]).collect();
    homes.sort();
    homes
}

fn explained(office: &Office, notice: &str) -> Option<(Value, Composed)> {
    let composed = office.compose(notice, &request());
    let explanation = office.explain(notice, &composed, &request(), None)?.ok()?;
    Some((json(&explanation, office.sources()), composed))
}

/// Every figure of an explanation with the path to it, those of claims and of computed figures too.
fn figures(value: &Value, path: &str, all: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(object) => {
            if object.contains_key("given") || object.contains_key("computed") {
                all.push((path.to_owned(), value.clone()));
            }
            for (key, value) in object {
                figures(value, &format!("{path}/{key}"), all);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                figures(value, &format!("{path}/{at}"), all);
            }
        }
        _ => {}
    }
}

/// What a figure says: its value, or why it has none.
fn says(figure: &Value) -> String {
    format!(
        "{} {} {} {}",
        figure["exact"], figure["missing"], figure["count"], figure["base"]
    )
}

/// The text with what stands at `at` replaced.
fn edited(text: &str, at: &Value, with: &str) -> String {
    let byte = |line: &str, column: &str| -> usize {
        let number = |key: &str| at[key].as_u64().expect("a number") as usize;
        let before: usize = text
            .split_inclusive('\n')
            .take(number(line) - 1)
            .map(str::len)
            .sum();
        let here = &text[before..];
        let offset = here
            .char_indices()
            .nth(number(column) - 1)
            .map_or(here.len(), |(at, _)| at);
        before + offset
    };
    let (start, end) = (byte("line", "column"), byte("end-line", "end-column"));
    format!("{}{with}{}", &text[..start], &text[end..])
}

/// Other things that could stand where `typed` does, from the nearest to the most extreme.
fn others(typed: &str) -> Vec<String> {
    let mut others = Vec::new();
    if let Some(start) = typed.find(|c: char| c.is_ascii_digit()) {
        let rest = &typed[start..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: u64 = rest[..length].parse().unwrap_or(5);
        for other in [
            number + 1,
            number.saturating_sub(1),
            1,
            0,
            number + 2,
            99,
            100,
            2020,
        ] {
            others.push(format!("{}{other}{}", &typed[..start], &rest[length..]));
        }
        others.push(format!("{typed}1"));
        if let Some((_, base)) = typed.split_once(" of ") {
            others.push(format!("{base} of {base}"));
            others.push(format!("{number} of {base}1"));
        }
    } else {
        others.extend(RATINGS.iter().map(|rating| (*rating).to_owned()));
        others.push("another reason".to_owned());
    }
    others.retain(|other| other != typed);
    others
}

/// Whether some edit of the place at `at` gives something of which `moved` is true.
fn moves(
    files: &[InputFile],
    notice: &str,
    at: &Value,
    others: &[String],
    moved: impl Fn(&Value) -> bool,
) -> bool {
    others.iter().any(|other| {
        let files = files.iter().map(|file| {
            let mut file = file.clone();
            if at["file"] == file.path.as_str() {
                let text = String::from_utf8(file.bytes).expect("UTF-8");
                file.bytes = edited(&text, at, other).into_bytes();
            }
            file
        });
        let (office, _) = Office::load(files.collect());
        explained(&office, notice).is_some_and(|(explanation, _)| moved(&explanation))
    })
}

#[test]
fn every_place_that_is_named_changes_the_number() {
    let homes = homes();
    assert!(homes.len() > 10, "{homes:?}");
    let wrong: Vec<String> = homes.par_iter().flat_map(|home| judge(home)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn judge(home: &Path) -> Vec<String> {
    let files = inputs(home);
    let (office, _) = Office::load(files.clone());
    let mut wrong = Vec::new();
    // A series has one wording: three of its notices say all.
    for notice in office.notices().into_iter().take(3) {
        let Some((explanation, _)) = explained(&office, &notice) else {
            wrong.push(format!("{}: {notice} is not explained", home.display()));
            continue;
        };
        let mut tried: Vec<String> = Vec::new();
        let mut all = Vec::new();
        figures(&explanation, "", &mut all);
        for (path, figure) in &all {
            let computed = &figure["computed"];
            let inputs = computed["inputs"].as_array().cloned().unwrap_or_default();
            let leaves = figure.get("given").cloned().into_iter().chain(inputs);
            // How many areas there are does not hang on what they are called.
            for leaf in leaves.filter(|_| computed["rule"] != "how many there are") {
                let key = format!("{} {}", figure["name"], leaf["at"]);
                if tried.contains(&key) {
                    continue;
                }
                tried.push(key.clone());
                let before = says(figure);
                let mut others = others(leaf["typed"].as_str().unwrap_or_default());
                // Points have one base, the programme's: in the results it can only go missing.
                let may_go = figure["name"]
                    .as_str()
                    .is_some_and(|name| name.ends_with(".base"));
                others.extend(may_go.then(|| "{missing: gone}".to_owned()));
                let moved = |now: &Value| now.pointer(path).map_or(may_go, |now| says(now) != before);
                if !moves(&files, &notice, &leaf["at"], &others, moved) {
                    wrong.push(format!("{}: {notice}: {key} changes nothing", home.display()));
                }
            }
            for day in computed["days"].as_array().into_iter().flatten() {
                let other = match day["counts"].as_str() {
                    Some("later") => "1990-01-01",
                    Some("counted") => "2099-01-01",
                    _ => "1989-01-01",
                };
                let key = format!("{} {}", figure["name"], day["at"]);
                if tried.contains(&key) {
                    continue;
                }
                tried.push(key.clone());
                // A benchmark of nobody is no figure any more.
                let moved = |now: &Value| {
                    now.pointer(path)
                        .is_none_or(|now| now["computed"]["inputs"] != computed["inputs"])
                };
                if !moves(&files, &notice, &day["at"], &[other.to_owned()], moved) {
                    wrong.push(format!(
                        "{}: {notice}: the day {key} decides nothing",
                        home.display()
                    ));
                }
            }
        }
        for (at, part) in explanation["parts"].as_array().into_iter().flatten().enumerate() {
            for (index, entry) in part["entries"].as_array().into_iter().flatten().enumerate() {
                let data = &entry["data"];
                let key = format!("{} {}", data["name"], data["at"]);
                if data.is_null() || data["name"] == "" || tried.contains(&key) {
                    continue;
                }
                tried.push(key.clone());
                let mut others = others(data["typed"].as_str().unwrap_or_default());
                others.extend(["Elsewhere".to_owned(), "\"2001-02-03 04:05\"".to_owned()]);
                let pointer = format!("/parts/{at}/entries/{index}/printed");
                let moved = |now: &Value| now.pointer(&pointer).is_some_and(|now| *now != entry["printed"]);
                if !moves(&files, &notice, &data["at"], &others, moved) {
                    wrong.push(format!("{}: {notice}: {key} changes nothing", home.display()));
                }
            }
        }
    }
    wrong
}

/// The text without what stands in `<http…>`: the address behind the words of a link is no number of the notice.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("<http");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('>').map_or("", |(_, rest)| rest));
    }
    plain
}

#[test]
fn no_number_is_left_unexplained() {
    let mut wrong = Vec::new();
    for home in homes() {
        let (office, _) = Office::load(inputs(&home));
        for notice in office.notices() {
            let Some((explanation, composed)) = explained(&office, &notice) else {
                wrong.push(format!("{}: {notice} is not explained", home.display()));
                continue;
            };
            let parts = explanation["parts"].as_array().expect("parts");
            let entries: Vec<&Value> = parts
                .iter()
                .flat_map(|part| part["entries"].as_array().expect("entries"))
                .collect();
            let printed: Vec<&str> = entries
                .iter()
                .filter_map(|entry| entry["printed"].as_str())
                .collect();
            let release = composed.release.expect("a release");
            let mut texts: Vec<String> = release
                .passages()
                .into_iter()
                .map(|passage| passage.text)
                .collect();
            let laid_out = office.lay_out(&release, "txt").map(|document| document.text);
            texts.extend(laid_out.map(|text| without_addresses(&text)));
            for text in &texts {
                let runs = text
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|run| !run.is_empty());
                for run in runs.filter(|run| !printed.iter().any(|printed| printed.contains(run))) {
                    wrong.push(format!("{}: {notice}: {run} in {text:?}", home.display()));
                }
            }
            for passage in release.passages() {
                let part = parts.iter().find(|part| part["text"] == passage.text.as_str());
                for (at, digit) in passage
                    .text
                    .chars()
                    .enumerate()
                    .filter(|(_, c)| c.is_ascii_digit())
                {
                    let covered = part
                        .into_iter()
                        .flat_map(|part| part["entries"].as_array())
                        .flatten()
                        .any(|entry| {
                            let bound = |key: &str| entry[key].as_u64().expect("a number") as usize;
                            (bound("start")..bound("end")).contains(&at)
                        });
                    if !covered {
                        wrong.push(format!(
                            "{}: {notice}: {digit} at {at} of {:?}",
                            home.display(),
                            passage.text
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
