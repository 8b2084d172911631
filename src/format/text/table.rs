//! Tables in plain text: columns side by side under rules, or one block a row where they do not fit.

use super::wrap::{WIDTH, widest_word, width, wrap};
use crate::format::heads::{Head, bracketed, heads, is_grouped};
use crate::format::{Setting, fold};
use crate::release::{Inline, Row, Table};

/// Columns between two columns.
const GAP: usize = 2;
/// A label column narrower than this reads as a ribbon: then a block a row is better.
const LABEL: usize = 24;
/// Before a heading and its value, where a row is a block.
const ENTRY: &str = "  ";
/// Before one that stands under a spanning heading.
const UNDER: &str = "    ";
/// Before a line that goes on with the one above: deeper than any entry, so that both stay apart.
pub(super) const GOES_ON: &str = "        ";

/// Draws `table` within `within` columns, with its caption above and its footnotes below.
pub(super) fn draw(table: &Table, within: usize, out: &mut String) {
    let heads = heads(table);
    if let Some(caption) = &table.caption {
        out.push_str(&wrap(&spelt(caption), within, "", ""));
        out.push_str("\n\n");
    }
    // Headings of two lines where there is room for them, of a word a line where there is not.
    let widths = widths(table, &heads, within, 2).or_else(|| widths(table, &heads, within, usize::MAX));
    let lines = match widths {
        Some(widths) => side_by_side(table, &heads, &widths),
        None => row_by_row(table, &heads, within),
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

fn spelt(inlines: &[Inline]) -> String {
    let mut out = String::new();
    super::spell(inlines, Setting::Line, &mut out);
    fold(&out)
}

fn label(row: &Row) -> String {
    if row.gloss.is_empty() {
        spelt(&row.label)
    } else {
        format!("{} {}", spelt(&row.label), spelt(&bracketed(&row.gloss)))
    }
}

/// The width of the label column and of each other, with headings of about `lines` lines at most; `None` where
/// they cannot stand side by side.
fn widths(table: &Table, heads: &[Head], within: usize, lines: usize) -> Option<Vec<usize>> {
    let mut columns: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
            let widest = cells
                .map(|cell| width(&spelt(&cell.content)))
                .max()
                .unwrap_or_default();
            let heading = spelt(&column.heading);
            widest.max(width_for(&heading, lines)).max(3)
        })
        .collect();
    // A spanning heading wants room for its longest word, and about three lines for all of it.
    for (index, group) in table.groups.iter().enumerate() {
        let heading = spelt(&group.heading);
        let wanted = widest_word(&heading).max(width(&heading).div_ceil(3));
        let under: Vec<usize> = (0..columns.len())
            .filter(|at| heads[*at].group == index)
            .collect();
        let has = span(&columns, &under);
        for (at, column) in under.iter().enumerate() {
            let missing = wanted.saturating_sub(has);
            columns[*column] += missing / under.len() + usize::from(at < missing % under.len());
        }
    }
    let taken: usize = columns.iter().map(|column| column + GAP).sum();
    let labels = table.rows.iter().map(label);
    let widest = labels.map(|label| width(&label)).max().unwrap_or_default();
    let words = table
        .rows
        .iter()
        .map(|row| widest_word(&label(row)))
        .max()
        .unwrap_or_default();
    let room = within.checked_sub(taken)?;
    let own = widest.min(room);
    (room >= LABEL.min(widest) && room >= words).then(|| [vec![own.max(1)], columns].concat())
}

/// The least width at which `heading` takes no more than `lines` lines.
fn width_for(heading: &str, lines: usize) -> usize {
    let least = widest_word(heading).max(width(heading).div_ceil(lines));
    let fits = |wide: &usize| wrap(heading, *wide, "", "").lines().count() <= lines;
    (least..width(heading)).find(fits).unwrap_or(width(heading))
}

fn span(columns: &[usize], under: &[usize]) -> usize {
    under.iter().map(|at| columns[*at]).sum::<usize>() + GAP * under.len().saturating_sub(1)
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
    if is_grouped(table) {
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
                cell.numeric,
                &spelt(&cell.content),
            )
        }));
        beside(&cells, false, &mut lines);
    }
    lines.push(rule);
    lines
}

/// One block a row: the label, then `heading: value` lines under their spanning headings.
fn row_by_row(table: &Table, heads: &[Head], within: usize) -> Vec<String> {
    let rule = "-".repeat(within);
    let mut lines = vec![rule.clone()];
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        let mut push = |text: &str, first: &str, rest: &str| {
            lines.extend(wrap(text, within, first, rest).lines().map(str::to_owned));
        };
        push(&label(row), "", "");
        for ((column, head), cell) in table.columns.iter().zip(heads).zip(&row.cells) {
            let group = table
                .groups
                .get(head.group)
                .map(|group| spelt(&group.heading))
                .unwrap_or_default();
            let own = spelt(&column.heading);
            let value = spelt(&cell.content);
            match (group.is_empty(), own.is_empty()) {
                (true, true) => push(&value, ENTRY, GOES_ON),
                (true, false) => push(&format!("{own}: {value}"), ENTRY, GOES_ON),
                (false, true) => push(&format!("{group}: {value}"), ENTRY, GOES_ON),
                (false, false) => {
                    if head.first {
                        push(&format!("{group}:"), ENTRY, GOES_ON);
                    }
                    push(&format!("{own}: {value}"), UNDER, GOES_ON);
                }
            }
        }
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
    fn columns_that_do_not_fit_become_blocks() {
        let mut table = sample::table();
        table.rows.truncate(2);
        for (column, heading) in table.columns.iter_mut().zip(["lowest", "highest", "average"]) {
            column.heading = vec![sample::words(&format!("Outstandingly-well-organised-{heading}"))];
        }
        let drawn = drawn(&table);
        let rows: Vec<&str> = drawn.lines().skip(1).take(7).collect();
        assert_eq!(
            rows,
            [
                "‘Guard’ – keeping other people safe (steps taken to protect the public)",
                "  Scores from the districts visited to date:",
                "    Outstandingly-well-organised-lowest: 64%",
                "    Outstandingly-well-organised-highest: 83%",
                "    Outstandingly-well-organised-average: 74%",
                "  Scores for Caerŵen, Northmoor and Vale: 78%",
                "",
            ]
        );
        let mut release = sample::release();
        release.body = vec![crate::release::Block::Table(table)];
        let layouts = crate::format::Layouts::new(&[]).expect("sound");
        let document = layouts
            .lay_out(&release, &crate::format::text::Text)
            .expect("laid out");
        assert_eq!(crate::format::read_back(&release, &document), []);
    }
}
