//! Tables in plain text: columns side by side under rules, in parts or as blocks where they do not fit.

use super::fit::{CLOSEST, GAP, ROOMY, span, stands_above, widths};
use super::split::parts;
use super::stacked::row_by_row;
use super::wrap::{WIDTH, width, wrap};
use crate::format::heads::{Head, bracketed, flat, heads, is_grouped};
use crate::format::{Setting, fold};
use crate::release::{Inline, Row, Table};

/// Draws `table` within `within` columns, with its caption above and its footnotes below.
pub(super) fn draw(table: &Table, within: usize, out: &mut String) {
    let table = &*flat(table);
    if let Some(caption) = &table.caption {
        out.push_str(&wrap(&spelt(caption), within, "", ""));
        out.push_str("\n\n");
    }
    let in_parts = |fits| Some(below_each_other(&parts(table, within, fits)?, within, fits));
    let lines = match widths(table, within, ROOMY) {
        Some(widths) => side_by_side(table, &heads(table), &widths),
        None => in_parts(ROOMY)
            .or_else(|| in_parts(CLOSEST))
            .unwrap_or_else(|| row_by_row(table, &heads(table), within)),
    };
    for line in lines {
        out.push_str(line.trim_end_matches(' '));
        out.push('\n');
    }
    out.pop();
    for footnote in &table.footnotes {
        out.push_str("\n\n");
        out.push_str(&wrap(&spelt(footnote), within.min(WIDTH), "", ""));
    }
}

pub(super) fn spelt(inlines: &[Inline]) -> String {
    let mut out = String::new();
    super::spell(inlines, Setting::Line, &mut out);
    fold(&out)
}

pub(super) fn label(row: &Row) -> String {
    if row.gloss.is_empty() {
        spelt(&row.label)
    } else {
        format!("{} {}", spelt(&row.label), spelt(&bracketed(&row.gloss)))
    }
}

/// The parts of a table, each between two rules of one length: so a reader knows that they go on.
fn below_each_other(parts: &[Table], within: usize, fits: usize) -> Vec<String> {
    let full = |widths: &[usize]| widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let mut all: Vec<Vec<usize>> = parts
        .iter()
        .filter_map(|part| widths(part, within, fits))
        .collect();
    let widest = all.iter().map(|widths| full(widths)).max().unwrap_or_default();
    let mut lines = Vec::new();
    for (part, widths) in parts.iter().zip(&mut all) {
        let missing = widest - full(widths);
        widths[0] += missing;
        lines.pop();
        lines.extend(side_by_side(part, &heads(part), widths));
    }
    lines
}

/// A cell to be placed: where it starts, how wide it is, whether it aligns right, and its lines.
struct Placed {
    start: usize,
    width: usize,
    right: bool,
    lines: Vec<String>,
}

impl Placed {
    fn new(start: usize, width: usize, right: bool, text: &str) -> Self {
        let lines = wrap(text, width, "", "").lines().map(str::to_owned).collect();
        Placed {
            start,
            width,
            right,
            lines,
        }
    }
}

/// Sets cells beside each other; `low` sets them on their last line, as headings stand.
fn beside(cells: &[Placed], low: bool, out: &mut Vec<String>) {
    let height = cells
        .iter()
        .map(|cell| cell.lines.len())
        .max()
        .unwrap_or_default();
    for at in 0..height {
        let mut line = String::new();
        for cell in cells {
            let skipped = if low { height - cell.lines.len() } else { 0 };
            let Some(text) = at.checked_sub(skipped).and_then(|at| cell.lines.get(at)) else {
                continue;
            };
            let indent = if cell.right {
                cell.width.saturating_sub(width(text))
            } else {
                0
            };
            let wanted = cell.start + indent;
            line.push_str(&" ".repeat(wanted.saturating_sub(width(&line))));
            line.push_str(text);
        }
        out.push(line);
    }
}

fn side_by_side(table: &Table, heads: &[Head], widths: &[usize]) -> Vec<String> {
    let starts: Vec<usize> = (0..widths.len())
        .map(|at| widths[..at].iter().map(|width| width + GAP).sum())
        .collect();
    let full = starts.last().copied().unwrap_or_default() + widths.last().copied().unwrap_or_default();
    let rule = "-".repeat(full);
    let mut lines = vec![rule.clone()];
    if stands_above(table, widths) {
        lines.extend(
            wrap(&spelt(&table.groups[0].heading), full, "", "")
                .lines()
                .map(str::to_owned),
        );
        lines.push(String::new());
    } else if is_grouped(table) {
        let groups: Vec<Placed> = (0..table.groups.len())
            .filter_map(|index| {
                let under: Vec<usize> = (0..heads.len()).filter(|at| heads[*at].group == index).collect();
                let first = *under.first()?;
                let right = under.len() == 1 && heads[first].numeric;
                let width = span(&widths[1..], &under);
                Some(Placed::new(
                    starts[first + 1],
                    width,
                    right,
                    &spelt(&table.groups[index].heading),
                ))
            })
            .collect();
        beside(&groups, true, &mut lines);
        let mut under = String::new();
        for group in groups.iter().filter(|group| !group.lines.is_empty()) {
            under.push_str(&" ".repeat(group.start.saturating_sub(under.len())));
            under.push_str(&"-".repeat(group.width));
        }
        lines.push(under);
    }
    let mut headings = vec![Placed::new(0, widths[0], false, &spelt(&table.rows_heading))];
    headings.extend(
        table
            .columns
            .iter()
            .zip(heads)
            .enumerate()
            .map(|(at, (column, head))| {
                Placed::new(
                    starts[at + 1],
                    widths[at + 1],
                    head.numeric,
                    &spelt(&column.heading),
                )
            }),
    );
    beside(&headings, true, &mut lines);
    lines.push(
        widths
            .iter()
            .map(|width| "-".repeat(*width))
            .collect::<Vec<_>>()
            .join("  "),
    );
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        let mut cells = vec![Placed::new(0, widths[0], false, &label(row))];
        cells.extend(row.cells.iter().enumerate().map(|(at, cell)| {
            Placed::new(
                starts[at + 1],
                widths[at + 1],
                heads[at].aligns_right(cell),
                &spelt(&cell.content),
            )
        }));
        beside(&cells, false, &mut lines);
    }
    lines.push(rule);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::sample;

    fn drawn(table: &Table) -> String {
        let mut out = String::new();
        draw(table, WIDTH, &mut out);
        out
    }

    #[test]
    fn long_labels_wrap_in_their_column() {
        let mut table = sample::table();
        table.rows.truncate(1);
        table.rows[0].label = vec![sample::words(
            "How often the people who supervise sentences had looked into, written down and shared with every other \
             service what might put a child, a partner or anybody else at risk of harm",
        )];
        let drawn = drawn(&table);
        let rows: Vec<&str> = drawn.lines().skip(7).take(4).collect();
        assert_eq!(
            rows,
            [
                "-------------------------------  ------  -------  -------  -------------",
                "How often the people who            64%      83%      74%            78%",
                "supervise sentences had looked",
                "into, written down and shared",
            ]
        );
    }

    #[test]
    fn columns_too_wide_for_each_other_stand_in_parts() {
        let mut table = sample::wide(5);
        table.rows.truncate(2);
        let drawn = drawn(&table);
        let expected = [
            "------------------------------------------------------------------------",
            "                                          Scores from the districts",
            "                                          visited to date",
            "                                          ------------------------------",
            "                                                 Month 1         Month 2",
            "Area of work                               (provisional)   (provisional)",
        ];
        assert_eq!(drawn.lines().take(6).collect::<Vec<_>>(), expected, "{drawn}");
        assert_reads_back(table);
    }

    #[test]
    fn a_spanning_heading_of_one_long_word_stands_above_its_part() {
        let mut table = sample::wide(5);
        table.groups[1].heading = vec![sample::words(&format!("Llan{} and Vale", "fair".repeat(14)))];
        let drawn = drawn(&table);
        let above = format!("\nLlan{} and Vale\n\n", "fair".repeat(14));
        assert!(drawn.contains(&above), "{drawn}");
        assert_reads_back(table);
    }

    fn assert_reads_back(table: Table) {
        let mut release = sample::release();
        // Beside a table with the same labels, which is no part of it.
        release.body = vec![
            crate::release::Block::Table(table.clone()),
            crate::release::Block::Table(table),
        ];
        let layouts = crate::format::Layouts::new(&[]).expect("sound");
        for format in crate::format::all() {
            let document = layouts.lay_out(&release, *format).expect("laid out");
            assert_eq!(
                crate::format::read_back(&release, &document),
                [],
                "{}",
                document.text
            );
        }
    }

    #[test]
    fn a_table_of_any_width_reads_back() {
        for columns in 2..16 {
            assert_reads_back(sample::wide(columns));
        }
    }

    #[test]
    fn columns_that_do_not_fit_become_blocks() {
        let mut table = sample::table();
        table.rows.truncate(2);
        table.rows_heading = vec![sample::words("Area of work")];
        for (column, heading) in table.columns.iter_mut().zip(["lowest", "highest", "average"]) {
            column.heading = vec![sample::words(&format!(
                "Outstandingly-well-organised-and-{heading}"
            ))];
            column.heading.push(sample::words("-in-every-sense"));
        }
        let drawn = drawn(&table);
        let rows: Vec<&str> = drawn.lines().skip(1).take(8).collect();
        assert_eq!(
            rows,
            [
                "Area of work: ‘Guard’ – keeping other people safe (steps taken to",
                "        protect the public)",
                "  Scores from the districts visited to date:",
                "    Outstandingly-well-organised-and-lowest-in-every-sense: 64%",
                "    Outstandingly-well-organised-and-highest-in-every-sense: 83%",
                "    Outstandingly-well-organised-and-average-in-every-sense: 74%",
                "  Scores for Caerŵen, Northmoor and Vale: 78%",
                "",
            ]
        );
        assert_reads_back(table);
    }
}
