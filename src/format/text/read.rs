//! Reads a plain text as a reader does: paragraphs between blank lines, tables between rules.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::stacked::GOES_ON;
use crate::format::{Segment, fold};

/// The segments of a document.
pub(super) fn segments(document: &str) -> Vec<Segment> {
    let lines: Vec<&str> = document.lines().collect();
    let mut reader = Reader::default();
    let mut paragraph = String::new();
    // Where the words of the list item that the paragraph is begin; 0 outside lists.
    let mut hang = 0;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let rule = is_rule(line.trim_start_matches(' ')) && !line.trim_start_matches(' ').contains(' ');
        let closes = || (at + 2..lines.len()).find(|end| lines[*end] == line);
        if let Some(mut end) = rule.then(closes).flatten() {
            reader.push(&std::mem::take(&mut paragraph), None, hang);
            let first = reader.segments.len();
            let body = reader.table(&lines[at + 1..end], line);
            // A part of it that stands below.
            while lines.get(end + 1).is_some_and(|line| !is_blank(line))
                && let Some(next) = (end + 2..lines.len()).find(|next| lines[*next] == line)
                && reader.part(&lines[end + 1..next], line, first, body)
            {
                end = next;
            }
            at = end;
        } else if is_blank(line) {
            reader.push(&std::mem::take(&mut paragraph), None, hang);
        } else {
            if paragraph.is_empty() || indent(line) < hang {
                reader.push(&std::mem::take(&mut paragraph), None, hang);
                hang = hang_of(line, lines.get(at + 1).copied().unwrap_or_default());
            }
            paragraph.push_str(line);
            paragraph.push('\n');
        }
        at += 1;
    }
    reader.push(&paragraph, None, hang);
    reader.segments
}

/// Whether a line holds spaces at most; a no-break space is a character.
fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| byte == b' ')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line is dashes and spaces alone, enough of them to be a rule.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.contains("---") && line.bytes().all(|byte| matches!(byte, b'-' | b' '))
}

/// How many bytes the marker of a list item takes: `- `, `12. `.
fn marker(line: &str) -> Option<usize> {
    let line = line.trim_start_matches(' ');
    if line.starts_with("- ") {
        return Some(2);
    }
    let rest = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = line.len() - rest.len();
    (rest.starts_with(". ") && (1..=4).contains(&digits)).then_some(digits + 2)
}

/// Where the words of a list item begin that begins on `line`, behind the markers of all lists that begin there; 0 for
/// a paragraph that only begins as an item does (`2012. It was`): then the line `after` goes on further left.
fn hang_of(line: &str, after: &str) -> usize {
    let mut hang = 0;
    let mut rest = line;
    while let Some(marker) = marker(rest) {
        let wanted = hang + indent(rest) + marker;
        let goes_on = is_blank(after) || self::marker(after).is_some() || indent(after) >= wanted;
        if !goes_on {
            break;
        }
        hang = wanted;
        rest = &line[hang..];
    }
    hang
}

#[derive(Default)]
struct Reader {
    segments: Vec<Segment>,
    rows: usize,
}

impl Reader {
    fn push(&mut self, raw: &str, row: Option<usize>, hang: usize) {
        let text = fold(raw);
        let mut marker = 0;
        let mut columns = indent(raw);
        while columns < hang
            && let Some(next) = self::marker(&text[marker..])
        {
            marker += next;
            columns += next;
        }
        if !text.is_empty() || row.is_some() {
            self.segments.push(Segment {
                text,
                row,
                hidden: false,
                marker,
            });
        }
    }

    /// The lines between a table's outer rules, of which `outer` is one. Gives how many rows stand under its headings;
    /// 0 where each row is a block.
    fn table(&mut self, lines: &[&str], outer: &str) -> usize {
        let full = |line: &str| is_rule(line) && line.len() == outer.len() && indent(line) == indent(outer);
        let Some(rule) = lines.iter().position(|line| full(line)) else {
            self.row_by_row(lines, indent(outer));
            return 0;
        };
        let columns = dashes(lines[rule]);
        // A rule under spanning headings begins and ends where columns do.
        let spans = |line: &str| {
            dashes(line).iter().all(|span| {
                let begins = columns.iter().any(|column| column.start == span.start);
                begins && columns.iter().any(|column| column.end == span.end)
            })
        };
        let mut from = 0;
        if let Some(blank) = lines[..rule].iter().position(|line| is_blank(line)) {
            // A spanning heading too wide for its columns stands above them.
            self.push(&lines[..blank].join("\n"), Some(self.rows), 0);
            self.rows += 1;
            from = blank + 1;
        } else if let Some(group) = lines[..rule].iter().position(|line| is_rule(line) && spans(line)) {
            self.side_by_side(&lines[..group], &dashes(lines[group]));
            from = group + 1;
        }
        self.side_by_side(&lines[from..rule], &columns);
        let above = self.rows;
        for row in lines[rule + 1..].split(|line| is_blank(line)) {
            self.side_by_side(row, &columns);
        }
        self.rows - above
    }

    /// The lines of a part of the table that began at segment `first` and has `body` rows: its cells go on with their
    /// rows. `false` where it is no part of it: other rows.
    fn part(&mut self, lines: &[&str], outer: &str, first: usize, body: usize) -> bool {
        let mut part = Reader {
            segments: Vec::new(),
            rows: self.rows,
        };
        if part.table(lines, outer) != body || body == 0 {
            return false;
        }
        let mut ours = self.segments.split_off(first);
        let mut theirs = part.segments;
        let rows = split_rows(&mut ours, body);
        let more = split_rows(&mut theirs, body);
        let label = |row: &[Segment]| {
            row.first()
                .map(|segment| segment.text.clone())
                .unwrap_or_default()
        };
        let same = rows.len() == more.len()
            && rows
                .iter()
                .zip(&more)
                .all(|(row, more)| label(row).starts_with(&label(more)));
        self.segments.append(&mut ours);
        if same {
            self.rows = part.rows;
            self.segments.append(&mut theirs);
        }
        for (row, more) in rows.into_iter().zip(more) {
            let number = row.first().and_then(|segment| segment.row);
            self.segments.extend(row);
            if same {
                let cells = more.into_iter().skip(1);
                self.segments
                    .extend(cells.map(|cell| Segment { row: number, ..cell }));
            }
        }
        same
    }

    fn side_by_side(&mut self, lines: &[&str], columns: &[Range<usize>]) {
        if lines.is_empty() {
            return;
        }
        for (at, column) in columns.iter().enumerate() {
            let end = columns.get(at + 1).map_or(usize::MAX, |next| next.start);
            let parts: Vec<String> = lines.iter().map(|line| cut(line, column.start..end)).collect();
            self.push(&parts.join("\n"), Some(self.rows), 0);
        }
        self.rows += 1;
    }

    /// Blocks of `heading: value` lines; what is indented further than any of them goes on with the line above.
    fn row_by_row(&mut self, lines: &[&str], outer: usize) {
        for block in lines.split(|line| is_blank(line)) {
            let mut entry = String::new();
            for line in block {
                let deep = indent(line).saturating_sub(outer);
                if (1..GOES_ON.len()).contains(&deep) {
                    self.push(&std::mem::take(&mut entry), Some(self.rows), 0);
                }
                entry.push_str(line);
                entry.push('\n');
            }
            self.push(&entry, Some(self.rows), 0);
            self.rows += 1;
        }
    }
}

/// Takes the last `count` table rows off `segments`.
fn split_rows(segments: &mut Vec<Segment>, count: usize) -> Vec<Vec<Segment>> {
    let mut rows = Vec::new();
    while rows.len() < count
        && let Some(number) = segments.last().map(|segment| segment.row)
    {
        let start = segments.iter().rposition(|segment| segment.row != number);
        rows.push(segments.split_off(start.map_or(0, |at| at + 1)));
    }
    rows.reverse();
    rows
}

/// The columns of dashes in a rule.
fn dashes(rule: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, byte) in rule.bytes().enumerate() {
        match ranges.last_mut() {
            Some(range) if byte == b'-' && range.end == at => range.end += 1,
            _ if byte == b'-' => ranges.push(at..at + 1),
            _ => {}
        }
    }
    ranges
}

/// What stands in those columns of a line.
fn cut(line: &str, columns: Range<usize>) -> String {
    let mut at = 0;
    line.chars()
        .filter(|character| {
            let start = at;
            at += character.width().unwrap_or_default();
            columns.contains(&start)
        })
        .collect()
}
