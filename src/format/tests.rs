//! The built-in layouts on the hand-made release: what comes out, and that nothing is lost.

use super::*;
use crate::release::{Edition, Moment, Release};

fn laid_out(release: &Release, extension: &str) -> Document {
    let layouts = Layouts::new(&[]).expect("the built-in layouts are sound");
    let format = named(extension).expect("a format");
    layouts.lay_out(release, format).expect("laid out")
}

fn editions() -> Vec<Release> {
    let mut draft = sample::release();
    draft.edition = Edition::Draft { findings: 3 };
    let mut public = sample::release();
    public.edition = Edition::Public;
    public.embargo = None;
    public.published = Some(Moment {
        printed: "12 June 2012, 00:01".to_owned(),
        machine: "2012-06-12T00:01:00+01:00".to_owned(),
    });
    vec![sample::release(), draft, public]
}

#[test]
fn every_edition_in_every_format_reads_back_whole() {
    for release in editions() {
        for format in all() {
            let document = laid_out(&release, format.extension());
            let findings = read_back(&release, &document);
            assert_eq!(
                findings,
                [],
                "{} {:?}\n{}",
                format.name(),
                release.edition,
                document.text
            );
        }
    }
}

/// Writes the sample into the system's temporary folder, to be looked at:
/// `cargo test --lib -q shows_the_sample -- --ignored`.
#[test]
#[ignore = "writes files to be looked at"]
fn shows_the_sample() {
    for release in editions() {
        let edition = match release.edition {
            Edition::Draft { .. } => "draft",
            Edition::Embargoed => "embargoed",
            Edition::Public => "public",
        };
        for format in all() {
            let path = std::env::temp_dir().join(format!("notice-{edition}.{}", format.extension()));
            std::fs::write(path, laid_out(&release, format.extension()).text).expect("written");
        }
    }
}
