//! `truths.txt` of an office: what each claim is about, in a table of its own.

use std::collections::BTreeMap;

/// What the oracle is told of an office.
#[derive(Debug, Default)]
pub struct Truths {
    /// Claims by name.
    pub claims: BTreeMap<String, About>,
    /// The benchmark's name as the sentences have it.
    pub benchmark: Option<String>,
    /// A whole and its parts.
    pub sum: Option<(String, Vec<String>)>,
    /// Whether benchmarks are pooled over the inspections of the folder.
    pub pooled: bool,
}

/// What a claim is about.
#[derive(Debug, Default)]
pub struct About {
    /// The figures it speaks of.
    pub subject: Vec<String>,
    /// What they are held against, or the set they are among.
    pub beside: Vec<String>,
    /// The direction its words leave unsaid.
    pub unsaid: String,
}

impl Truths {
    /// Reads `claim | subject | beside | unsaid`, and lines such as `benchmark = …`.
    pub fn read(text: &str) -> Truths {
        let mut truths = Truths::default();
        for line in text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some((key, value)) = line.split_once(" = ") {
                match key {
                    "benchmark" => truths.benchmark = Some(value.to_owned()),
                    "sum" => {
                        let (whole, parts) = value.split_once(" : ").expect("`whole : parts`");
                        truths.sum = Some((whole.to_owned(), words(parts)));
                    }
                    _ => {}
                }
            } else if line == "pooled" {
                truths.pooled = true;
            } else {
                let mut fields = line.split('|').map(str::trim);
                let name = fields.next().expect("a name").to_owned();
                let about = About {
                    subject: words(fields.next().unwrap_or_default()),
                    beside: words(fields.next().unwrap_or_default()),
                    unsaid: fields.next().unwrap_or_default().to_owned(),
                };
                truths.claims.insert(name, about);
            }
        }
        truths
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
