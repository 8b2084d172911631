//! The results as the oracle reads them: `measure: {column: figure, …}`, a line each, without a YAML parser.

use std::collections::BTreeMap;

use super::amount::Ratio;
use crate::office::Office;

/// One result.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The exact value.
    pub exact: Ratio,
    /// Of how many, where typed `n of m`.
    pub base: Option<Ratio>,
    /// What is measured.
    pub measure: Measure,
    /// The text as typed.
    pub typed: String,
    /// Where it stands: file, first byte, line.
    pub path: String,
    /// The first byte of the typed text.
    pub at: usize,
    /// The line, from 1.
    pub line: usize,
}

/// What is measured.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// `%`, `reports`; empty for a rating.
    pub unit: String,
    /// Printed decimals.
    pub places: u32,
    /// Ratings, worst first.
    pub scale: Vec<String>,
    /// The most points there are.
    pub out_of: Option<Ratio>,
    /// Whether more is better; `None` for neither.
    pub better: Option<bool>,
    /// Whether it is itself a change.
    pub change: bool,
    /// What sentences call it.
    pub called: Vec<String>,
}

/// Every result by `measure.column`, or `inspection.measure.column` where there are several.
#[derive(Debug, Default)]
pub struct Data {
    /// The results.
    pub cells: BTreeMap<String, Cell>,
    /// Cells that are missing.
    pub missing: Vec<String>,
    /// The measures, in the programme's order.
    pub measures: Vec<(String, Measure)>,
    /// What could not be read, as file and line.
    pub unreadable: Vec<(String, usize)>,
    /// The area of each inspection the notice is about, by its prefix.
    pub areas: BTreeMap<String, String>,
    /// The year each inspection's results are of, by its prefix.
    pub years: BTreeMap<String, u64>,
    /// Prefixes of the inspections the notice is about: empty for a lone one.
    pub prefixes: Vec<String>,
}

/// The year that results are of: where their period ends, or of their publication where there is none.
fn year_of(text: &str) -> Option<u64> {
    let key = |key: &str| text.lines().find_map(|line| line.strip_prefix(key));
    let Some(period) = key("period: ") else {
        return key("published: ")?.get(..4)?.parse().ok();
    };
    let digits = |c: char| !c.is_ascii_digit();
    let year = period.split(digits).rfind(|word| word.len() == 4)?;
    let written: u64 = year.parse().ok()?;
    // "2012-13" ends in 2013.
    let after = period
        .rsplit(year)
        .next()?
        .split(digits)
        .find(|word| word.len() == 2);
    let short = format!("{:02}", (written + 1) % 100);
    Some(written + u64::from(after == Some(short.as_str())))
}

impl Data {
    /// Reads an office.
    pub fn read(office: &Office) -> Data {
        let mut data = Data {
            measures: measures(office.text(office.programme())),
            ..Data::default()
        };
        let several = office.text(office.notice()).starts_with("inspections:");
        let mut all = Vec::new();
        for path in office.inspections() {
            let name = path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim_end_matches(".yaml");
            let named = format!("inspection: {name}");
            let own = office
                .text(office.notice())
                .lines()
                .any(|line| line.trim_end() == named);
            if several {
                data.take(office, path, &format!("{name}."));
                data.prefixes.push(format!("{name}."));
            } else if own {
                data.take(office, path, "");
                data.prefixes.push(String::new());
            }
            all.push(path.clone());
        }
        if office.truths.pooled {
            data.pool(office, &all);
        }
        data
    }

    /// The cell of a path; the words' underscores are the data's hyphens.
    pub fn cell(&self, path: &str) -> Option<&Cell> {
        self.cells.get(&path.replace('_', "-"))
    }

    fn take(&mut self, office: &Office, path: &str, prefix: &str) {
        let text = office.text(path);
        let area = text.lines().find_map(|line| line.strip_prefix("area: "));
        let area = area.unwrap_or_default().trim_matches('"').to_owned();
        self.areas.insert(prefix.to_owned(), area);
        if let Some(year) = year_of(text) {
            self.years.insert(prefix.to_owned(), year);
        }
        let mut at = 0;
        let mut inside = false;
        let mut measure = String::new();
        for line in text.split_inclusive('\n') {
            let body = line.trim_end();
            if !body.starts_with(' ') {
                inside = body == "results:";
            } else if inside && let Some((key, value)) = body.split_once(':') {
                let start = at + key.len() + 1 + (value.len() - value.trim_start().len());
                let name = key.trim();
                let mut put = |column: &str, typed: &str, at: usize| {
                    self.put(
                        office,
                        path,
                        prefix,
                        &measure_of(body, name, &measure),
                        column,
                        typed,
                        at,
                    );
                };
                let value = value.trim();
                let sub = key.starts_with("    ");
                if value.is_empty() {
                    measure = name.to_owned();
                } else if let Some(inner) = value.strip_prefix('{') {
                    let mut from = start + 1;
                    for entry in split(inner.trim_end_matches('}')) {
                        if let Some((column, typed)) = entry.split_once(": ") {
                            let lead = entry.len() - entry.trim_start().len();
                            let column = column.trim();
                            let column = if sub {
                                format!("{name}.{column}")
                            } else {
                                column.to_owned()
                            };
                            put(
                                &column,
                                typed,
                                from + lead + entry.trim_start().find(": ").unwrap_or(0) + 2,
                            );
                        }
                        from += entry.len() + 1;
                    }
                } else {
                    put(if sub { name } else { "value" }, value, start);
                }
            }
            at += line.len();
        }
    }

    #[allow(clippy::too_many_arguments, reason = "where a cell stands, spelt out once")]
    fn put(
        &mut self,
        office: &Office,
        path: &str,
        prefix: &str,
        measure: &str,
        column: &str,
        typed: &str,
        at: usize,
    ) {
        let full = format!("{prefix}{measure}.{column}");
        if typed.contains("missing") {
            self.missing.push(full);
            return;
        }
        let line = office.line(path, at);
        let Some((_, about)) = self.measures.iter().find(|(name, _)| name == measure) else {
            self.unreadable.push((path.to_owned(), line));
            return;
        };
        match figure(typed, about) {
            Some((exact, base)) => {
                let cell = Cell {
                    exact,
                    base,
                    measure: about.clone(),
                    typed: typed.to_owned(),
                    path: path.to_owned(),
                    at,
                    line,
                };
                self.cells.insert(full, cell);
            }
            None => self.unreadable.push((path.to_owned(), line)),
        }
    }

    /// Benchmarks over all inspections of the folder, all cases together.
    fn pool(&mut self, office: &Office, paths: &[String]) {
        let mut each: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
        for path in paths {
            let mut one = Data {
                measures: self.measures.clone(),
                ..Data::default()
            };
            one.take(office, path, "");
            for (name, cell) in one.cells {
                each.entry(name).or_default().push(cell);
            }
        }
        for (name, cells) in each {
            let Some(measure) = name.strip_suffix(".value") else {
                continue;
            };
            let add = |of: &dyn Fn(&Cell) -> Ratio| {
                cells.iter().fold(Ratio::whole(0), |sum, cell| sum.plus(of(cell)))
            };
            let bases = add(&|cell| cell.base.unwrap_or(Ratio::whole(1)));
            let counts = add(&|cell| cell.exact.times(cell.base.unwrap_or(Ratio::whole(1))));
            let mut put = |column: &str, exact: Ratio| {
                let mut cell = cells[0].clone();
                cell.exact = exact;
                cell.base = None;
                // It stands nowhere: it is computed.
                cell.typed = String::new();
                self.cells.insert(format!("{measure}.{column}"), cell);
            };
            put("average", counts.over(bases));
            let exact = || cells.iter().map(|cell| cell.exact);
            put("lowest", exact().min().expect("some"));
            put("highest", exact().max().expect("some"));
        }
    }
}

/// The measure a line belongs to: its own key, or the one above it.
fn measure_of(line: &str, own: &str, above: &str) -> String {
    if line.starts_with("    ") {
        above.to_owned()
    } else {
        own.to_owned()
    }
}

/// A figure and its base.
fn figure(typed: &str, measure: &Measure) -> Option<(Ratio, Option<Ratio>)> {
    if let Some(at) = measure.scale.iter().position(|rating| rating == typed) {
        return Some((Ratio::whole(at as i128), None));
    }
    if !measure.scale.is_empty() {
        return None;
    }
    // A nought in front is no way to write a figure.
    let nought = |text: &str| text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
    if typed.split(" of ").any(nought) {
        return None;
    }
    if let Some((count, base)) = typed.split_once(" of ") {
        let (count, base) = (Ratio::read(count)?, Ratio::read(base)?);
        if base == Ratio::whole(0) {
            return None;
        }
        let exact = if measure.unit == "%" {
            count.times(Ratio::whole(100)).over(base)
        } else {
            count
        };
        return Some((exact, Some(base)));
    }
    Some((Ratio::read(typed)?, measure.out_of))
}

/// The entries of a flow map, without their outer commas.
fn split(inner: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    let (mut depth, mut from) = (0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            ',' if depth == 0 => {
                entries.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    entries.push(&inner[from..]);
    entries
}

/// The measures of a programme, each on a line or in a block.
fn measures(text: &str) -> Vec<(String, Measure)> {
    let mut all: Vec<(String, Measure)> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if !line.starts_with(' ') {
            inside = line == "measures:";
            continue;
        }
        if !inside {
            continue;
        }
        if !line.starts_with("   ") {
            let name = line.split(':').next().unwrap_or_default().trim();
            all.push((name.to_owned(), Measure::default()));
        }
        let Some((_, measure)) = all.last_mut() else {
            continue;
        };
        let body = match line.split_once('{') {
            Some((_, inner)) => inner.trim_end().trim_end_matches('}'),
            None => line,
        };
        for entry in split(if line.contains('{') { body } else { line.trim() }) {
            describe(entry.trim(), measure);
        }
    }
    all
}

fn describe(entry: &str, measure: &mut Measure) {
    let Some((key, value)) = entry.split_once(": ") else {
        return;
    };
    let list = || {
        let inner = value.trim_start_matches('[').trim_end_matches(']');
        inner.split(',').map(|one| one.trim().to_owned()).collect()
    };
    match key {
        "unit" => measure.unit = value.trim_matches('"').to_owned(),
        "places" => measure.places = value.parse().unwrap_or_default(),
        "scale" => measure.scale = list(),
        "also-called" => measure.called = list(),
        "out-of" => measure.out_of = Ratio::read(value),
        "change" => measure.change = value == "true",
        "better" => {
            measure.better = match value {
                "higher" => Some(true),
                "lower" => Some(false),
                _ => None,
            }
        }
        _ => {}
    }
}
