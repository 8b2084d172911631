//! Whether the YAML that data/README.md shows is YAML that Pressroom reads: every block, as one of the documents.

use pressroom::data::yaml::read;
use pressroom::data::{Inspection, Notice, Organisation, Programme};
use pressroom::finding::{Finding, Source, Sources};
use serde::de::DeserializeOwned;

fn findings<T: DeserializeOwned>(block: &str) -> Vec<Finding> {
    let mut sources = Sources::default();
    let file = sources.add(Source::new("data/README.md", block));
    let mut findings = Vec::new();
    read::<T>(&sources, file, &mut findings);
    findings
}

#[test]
fn every_block_is_read() {
    let page = include_str!("../data/README.md");
    let blocks: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(blocks.len() >= 4, "the page shows each document");
    for block in blocks {
        let readings = [
            findings::<Organisation>(block),
            findings::<Programme>(block),
            findings::<Inspection>(block),
            findings::<Notice>(block),
        ];
        let nearest = readings.into_iter().min_by_key(Vec::len).expect("four readings");
        assert!(nearest.is_empty(), "{nearest:#?} in\n{block}");
    }
}
