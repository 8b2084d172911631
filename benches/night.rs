//! The night bench: a regulator's night, one series of thousands of notices, and what each of them costs.
//!
//! `cargo bench --bench night` writes an office of 2,000 inspections in a temporary folder; `-- 100000` asks for as many.
//! It prints what machines have in common: shares and ratios within one run. benches/README.md explains them.
#![allow(clippy::print_stdout, reason = "a bench reports on the terminal")]
#![allow(clippy::float_arithmetic, reason = "times and ratios, never figures")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use pressroom::press::{InputFile, Office, Request, Wanted, formats};

fn main() {
    let wished = std::env::args().filter_map(|arg| arg.parse().ok()).next();
    let count: usize = wished.unwrap_or(2000);
    println!("a night of {count} notices in {} formats\n", formats().len());
    stages(count);
    builds(count);
}

/// The stages in this process, one after the other on one thread.
fn stages(count: usize) {
    let (load, compose, lay_out) = timed(count);
    let (load_one, compose_one, lay_out_one) = timed(1);
    let sum = load + compose + lay_out;
    let each = |whole: Duration| whole.as_secs_f64() * 1e6 / count as f64;
    println!("| stage | µs a notice | share |\n|---|--:|--:|");
    for (name, whole) in [
        ("load", load),
        ("compose", compose),
        ("lay out and read back", lay_out),
    ] {
        let share = 100.0 * whole.as_secs_f64() / sum.as_secs_f64();
        println!("| {name} | {:.0} | {share:.0} % |", each(whole));
    }
    println!("| together | {:.0} | |", each(sum));
    let alone = load_one + compose_one + lay_out_one;
    println!(
        "\none notice alone costs {:.1} times the mean of the series ({:.1} ms)",
        alone.as_secs_f64() * count as f64 / sum.as_secs_f64(),
        alone.as_secs_f64() * 1e3,
    );
}

/// Load, compose and lay out, of an office of `count`.
fn timed(count: usize) -> (Duration, Duration, Duration) {
    let files = office(count);
    let start = Instant::now();
    let (press, findings) = Office::load(files);
    let load = start.elapsed();
    assert!(
        findings.is_empty(),
        "the office of the bench is clean: {:?}",
        findings.first()
    );
    let request = Request {
        edition: Wanted::Embargoed,
        now: DateTime::<Utc>::UNIX_EPOCH,
    };
    let (mut compose, mut lay_out) = (Duration::ZERO, Duration::ZERO);
    for notice in press.notices() {
        let start = Instant::now();
        let composed = press.compose(&notice, &request);
        compose += start.elapsed();
        assert!(!composed.refused, "{notice}: {:?}", composed.findings.first());
        let release = composed.release.expect("a notice without errors has a release");
        let start = Instant::now();
        for format in formats() {
            press
                .lay_out(&release, format)
                .expect("the built-in layouts lose nothing");
        }
        lay_out += start.elapsed();
    }
    (load, compose, lay_out)
}

/// Whole runs of the program, from outside.
fn builds(count: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let twice = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), count);
    write(twice.path(), 2 * count);
    let alone = tempfile::tempdir().expect("a temporary folder");
    write(alone.path(), 1);
    let first = build(folder.path(), &[]);
    let second = build(folder.path(), &[]);
    let check = run(folder.path(), &["check"], &[]);
    fs::remove_dir_all(folder.path().join("out")).expect("removed");
    let one_thread = build(folder.path(), &[("RAYON_NUM_THREADS", "1")]);
    fs::remove_dir_all(folder.path().join("out")).expect("removed");
    let two_threads = build(folder.path(), &[("RAYON_NUM_THREADS", "2")]);
    let double = build(twice.path(), &[]);
    let lone = build(alone.path(), &[]);
    let ratio = |one: &Run, other: &Run| one.time.as_secs_f64() / other.time.as_secs_f64();
    let each = |run: &Run, count: usize| run.time.as_secs_f64() * 1e6 / count as f64;
    println!("\n| whole run | wall | against | ratio | peak memory |\n|---|--:|---|--:|--:|");
    let line = |name: &str, run: &Run, against: &str, ratio: f64| {
        let time = run.time.as_secs_f64();
        println!(
            "| {name} | {time:.3} s | {against} | {ratio:.2} | {} MB |",
            run.peak / 1024
        );
    };
    line("build", &first, "itself", 1.0);
    line(
        "build again, nothing changed",
        &second,
        "build",
        ratio(&second, &first),
    );
    line("check", &check, "build", ratio(&check, &first));
    line(
        "build on one thread",
        &one_thread,
        "on two",
        ratio(&one_thread, &two_threads),
    );
    line("build of twice as many", &double, "build", ratio(&double, &first));
    line(
        "build of one notice",
        &lone,
        "the mean of the series",
        each(&lone, 1) / each(&first, count),
    );
    println!(
        "\n{:.0} µs a notice; memory grows {:.2}-fold where notices double",
        each(&first, count),
        double.peak as f64 / first.peak.max(1) as f64
    );
}

/// A finished run.
struct Run {
    time: Duration,
    /// The most memory it held, in kB; 0 where the machine does not say.
    peak: usize,
}

fn build(folder: &Path, settings: &[(&str, &str)]) -> Run {
    run(folder, &["build"], settings)
}

fn run(folder: &Path, args: &[&str], settings: &[(&str, &str)]) -> Run {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_pressroom"))
        .current_dir(folder)
        .args(args)
        .envs(settings.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut peak = 0;
    let status = loop {
        peak = peak.max(held(child.id()));
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(status.success(), "{args:?} of the bench's office succeeds");
    Run {
        time: start.elapsed(),
        peak,
    }
}

/// The most memory a process has held so far, as the kernel counts it.
fn held(process: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

fn write(folder: &Path, count: usize) {
    for file in office(count) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, file.bytes).expect("written");
    }
}

/// An office of one programme, `count` inspections and one series.
fn office(count: usize) -> Vec<InputFile> {
    let mut files = vec![
        file("data/organisation.yaml", ORGANISATION),
        file("data/programmes/visits.yaml", PROGRAMME),
        file("data/notices/night.yaml", NOTICE),
    ];
    let first = NaiveDate::from_ymd_opt(2020, 1, 7).expect("a date");
    for at in 0..count {
        // Weeks apart, many of them on one day.
        let day = first + Days::new(7 * (at as u64 % 200));
        let (safe, kind, plan) = (61 + at * 7 % 19, 22 + at * 5 % 31, 40 + at * 11 % 37);
        let text = format!(
            "programme: visits\narea: Area {}\npublished: {day}\nperiod: the year before\nresults:\n  safe: {safe} of 79\n  \
             kind: {{value: {kind} of 60, target: 30%}}\n  planned: {{value: {plan}%, target: 35%}}\n",
            name(at)
        );
        files.push(file(&format!("data/inspections/a{at:06}.yaml"), &text));
    }
    files
}

/// A name of letters alone: `Bacaba`.
fn name(mut at: usize) -> String {
    let mut name = String::from("Be");
    for _ in 0..5 {
        name.push(char::from(b"bcdfghklmn"[at % 10]));
        name.push('a');
        at /= 10;
    }
    name
}

fn file(path: &str, text: &str) -> InputFile {
    InputFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

const ORGANISATION: &str = "\
pressroom: 1
name: Night Visits Board
letterhead: [Night Visits Board, 'Tel: 020 7946 0301']
media-enquiries: 020 7946 0301
time-zone: Europe/London
languages: [en]
people: {head: {name: Ana Pryce, role: Chief Visitor}}
contacts: {press-desk: {name: Press desk, telephone: 020 7946 0301, email: press@night.example}}
";

const PROGRAMME: &str = "\
name: Visits Programme
facts: {started: 2019-09, length: 3 years}
measures:
  safe: {label: Safe work, also-called: [safety], unit: '%', better: higher}
  kind: {label: Kind work, also-called: [kindness], unit: '%', better: higher}
  planned: {label: Planned work, also-called: [planning], unit: '%', better: higher}
benchmark: {name: the areas visited to date, also-called: [area average]}
tables:
  scores:
    columns:
      - {heading: '{{ benchmark.name | capitalize }}', of: [lowest, highest, average]}
      - {heading: '{{ area }}', of: [value]}
";

const NOTICE: &str = "\
each-of: visits
issued: 2019-12-20
embargo: 2031-01-07 00:01
kicker: Visits
headline: 'A visit to {{ area }}'
standfirst: A report on {{ area }} is published today, for {{ period }}.
body:
  - text: |
      Visitors looked at {{ safe.value.base | number }} cases in {{ area }}. Safety was good in {{ safe.value }} of them,
      [more than half][safe-half], beside {{ benchmark.name }}, whose average is {{ safe.average }}.

      Kindness was found in {{ kind.value }} of cases and planning in {{ planned.value }}, which is
      [above the target][plan-target] of {{ planned.target }}. The table gives the rest.
  - table: scores
  - quote:
      by: head
      words: |
        We went to {{ area }} with open eyes. Safety stood at {{ safe.value }}, and staff did not spare themselves.

        Kindness, at {{ kind.value }}, can be learnt. We shall be back within {{ facts.length }}.
notes:
  - The {{ programme.name }} began in {{ facts.started }}.
contacts: [press-desk]
claims:
  safe-half: safe.value is more_than(share=\"1/2\")
  plan-target: planned.value is above(than=planned.target)
";
