//! `build`: checks, then writes each notice in every format, and the lock; or, with `--check`, compares with the lock.

use pressroom::finding::did_you_mean;
use pressroom::press::{self, Wanted};
use pressroom::report;
use rayon::prelude::*;

use super::bench::Bench;
use super::progress::Progress;
use super::records::{Ending, Outcome, Records};
use super::{Exit, Failure, voice::Voice};
use crate::cli::{self, Cli};
use crate::desk::{Digest, OutFolder, Written, write_together};

/// How many failures are told one by one: a full disk has one reason, however many notices it hits.
const SHOWN_FAILURES: usize = 5;

/// Runs it.
///
/// # Errors
/// The folder cannot be read, what is asked cannot be, or the lock or manifest cannot be written.
pub fn run(cli: &Cli, asked: &cli::Build, voice: &Voice) -> Result<Exit, Failure> {
    let formats = formats(&asked.format)?;
    let bench = Bench::open(cli, voice)?;
    let chosen = bench.choose(&asked.notices)?;
    bench.tell_if_empty(voice);
    let out = OutFolder::at(&cli.folder, &asked.out, "public".as_ref())?;
    if !asked.check {
        out.no_public_edition("--out", bench.office.all_issued())?;
        out.make()?;
    }
    let progress = Progress::over(chosen.len(), voice);
    let outcomes: Vec<Outcome> = chosen
        .par_iter()
        .map(|notice| {
            let outcome = make(&bench, notice, &formats, asked, &out);
            progress.step();
            outcome
        })
        .collect();
    progress.finish();
    let found = outcomes.iter().flat_map(|one| one.findings.iter().cloned());
    let about = bench.findings_for(&asked.notices, &chosen);
    let findings = report::settle(about.into_iter().chain(found).collect(), bench.sources());
    voice.report(&report::human(&findings, bench.sources(), voice.look));
    let mut exit = bench.exit;
    if report::Tally::of(&findings).errors > 0 && !asked.draft {
        exit = exit.max(Exit::Found);
    }
    let failures = outcomes.iter().filter_map(|one| match &one.ending {
        Ending::Failed(failure) => Some(failure),
        _ => None,
    });
    for failure in failures.clone().take(SHOWN_FAILURES) {
        voice.failure(failure);
        exit = exit.max(failure.exit);
    }
    if let Some(more @ 1..) = failures.count().checked_sub(SHOWN_FAILURES) {
        voice.say(&format!("{} more could not be written", count(more, "notice")));
    }
    if outcomes.iter().any(|one| matches!(one.ending, Ending::Refused)) {
        exit = exit.max(Exit::Found);
    }
    let records = Records::new(
        &bench,
        &outcomes,
        asked.notices.is_empty() && asked.format.is_empty(),
    );
    if asked.check {
        exit = exit.max(records.compare(&cli.folder, voice)?);
    } else {
        let lock = if asked.draft {
            Ok(())
        } else {
            records.keep_lock(&cli.folder, voice)
        };
        let manifest = records.keep_manifest(&out, asked.draft, voice);
        for failure in [lock, manifest].into_iter().filter_map(Result::err) {
            voice.failure(&failure);
            exit = exit.max(failure.exit);
        }
    }
    summary(&outcomes, &formats, asked, voice);
    Ok(exit)
}

/// The formats asked for, in the order of the program.
fn formats(asked: &[String]) -> Result<Vec<&'static str>, Failure> {
    let all = press::formats();
    for name in asked {
        if !all.contains(&name.as_str()) {
            let advice = match did_you_mean(name, all.iter().copied()) {
                Some(near) => format!("did you mean `{near}`? there are {}", all.join(", ")),
                None => format!("there are {}", all.join(", ")),
            };
            return Err(Failure::usage(format!("there is no format `{name}`"), advice));
        }
    }
    Ok(all
        .into_iter()
        .filter(|format| asked.is_empty() || asked.iter().any(|name| name == format))
        .collect())
}

/// Composes, lays out and writes one notice.
fn make(
    bench: &Bench,
    notice: &str,
    formats: &[&'static str],
    asked: &cli::Build,
    out: &OutFolder,
) -> Outcome {
    let edition = if asked.draft {
        Wanted::Draft
    } else {
        Wanted::Embargoed
    };
    let composed = bench.compose(notice, edition);
    let refused = bench.refuses(notice, &composed);
    let mut findings = composed.findings;
    let mut ending = Ending::Refused;
    if let Some(release) = composed.release.filter(|_| asked.draft || !refused) {
        let laid_out = bench.lay_out(&release, formats);
        findings.extend(laid_out.findings);
        if laid_out.whole {
            let texts = laid_out.texts;
            let digests = texts
                .iter()
                .map(|(format, text)| (*format, Digest::of(text.as_bytes())))
                .collect();
            let written = if asked.check {
                Ok(Written::default())
            } else {
                write(notice, &texts, out)
            };
            ending = match written {
                Ok(written) => Ending::Made(digests, written),
                Err(failure) => Ending::Failed(failure),
            };
        }
    }
    Outcome {
        notice: notice.to_owned(),
        findings,
        ending,
    }
}

fn write(notice: &str, texts: &[(&str, String)], out: &OutFolder) -> Result<Written, Failure> {
    out.make_for(notice)?;
    let files: Vec<_> = texts
        .iter()
        .map(|(format, text)| (out.path().join(OutFolder::name(notice, format)), text.as_bytes()))
        .collect();
    write_together(&files)
}

/// `built 3 of 4 notices in 3 formats: 2 files written, 7 as they were`, and who was refused.
fn summary(outcomes: &[Outcome], formats: &[&str], asked: &cli::Build, voice: &Voice) {
    let mut written = Written::default();
    let mut made = 0;
    let mut refused = Vec::new();
    for outcome in outcomes {
        match &outcome.ending {
            Ending::Made(_, one) => {
                made += 1;
                written += *one;
            }
            Ending::Refused => refused.push(outcome.notice.as_str()),
            Ending::Failed(_) => {}
        }
    }
    let built = if made == outcomes.len() {
        count(made, "notice")
    } else {
        format!("{made} of {}", count(outcomes.len(), "notice"))
    };
    let verb = match (asked.check, asked.draft) {
        (true, _) => "checked",
        (_, true) => "drafted",
        _ => "built",
    };
    let formats = count(formats.len(), "format");
    let files = if asked.check {
        "nothing written".to_owned()
    } else {
        format!(
            "{} written, {} as before",
            count(written.changed, "file"),
            written.unchanged
        )
    };
    voice.say(&format!("{verb} {built} in {formats}: {files}"));
    match refused.as_slice() {
        [] => {}
        [only] => voice.say(&format!("refused {only}: nothing of it was written")),
        [first, others @ ..] => voice.say(&format!(
            "refused {first} and {}: nothing of theirs was written",
            count(others.len(), "other")
        )),
    }
}

/// `1 notice`, `3 notices`
fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
