//! Quotation marks that a person typed: every one that opens must close, and none may close what was not opened.
//!
//! A quotation of several paragraphs opens in each and closes in the last. Apostrophes are no marks. What the program
//! set round a quotation is right by construction and passed over.

use std::ops::Range;

use super::raised::Raised;
use super::reading::Reading;
use super::token::fold;
use crate::finding::{Code, Finding, Severity};

/// One mark of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    range: Range<usize>,
    kind: Kind,
    role: Role,
    straight: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Single,
    Double,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// A single mark after an s: closes, or is the apostrophe of a plural.
    MayClose,
}

/// The quotations that are open when a paragraph ends, by the readings they opened in.
struct Carried {
    kind: Kind,
    openings: Vec<(usize, Range<usize>)>,
}

/// Reads all passages in order.
pub fn read(readings: &[Reading<'_>], raised: &mut Vec<Raised>) {
    let mut carried: Option<Carried> = None;
    let mut apostrophes = Apostrophes::default();
    for (at, reading) in readings.iter().enumerate() {
        let marks = marks(reading);
        mixed(reading, &marks, raised);
        if at > 0 && !same_text(&readings[at - 1], reading) {
            apostrophes = Apostrophes::default();
        }
        apostrophes.read(at, readings, raised);
        let mut marks = marks.as_slice();
        let mut stack: Vec<Mark> = Vec::new();
        if let Some(open) = carried.take() {
            let first = marks.first().filter(|first| {
                let beginning = reading.passage.text[..first.range.start].trim().is_empty();
                beginning && first.kind == open.kind && first.role == Role::Opens
            });
            match first {
                Some(first) if same_text(&readings[at - 1], reading) => {
                    let mut openings = open.openings;
                    openings.push((at, first.range.clone()));
                    marks = &marks[1..];
                    carried = Some(Carried { openings, ..open });
                }
                _ => not_closed(readings, &open.openings, raised),
            }
        }
        for (index, mark) in marks.iter().enumerate() {
            match mark.role {
                Role::Opens => stack.push(mark.clone()),
                Role::Closes | Role::MayClose => {
                    let open = stack.last().is_some_and(|open| open.kind == mark.kind);
                    let surer = mark.role == Role::MayClose && surer_follows(&marks[index + 1..], mark.kind);
                    if open && !surer {
                        stack.pop();
                    } else if mark.role == Role::Closes && !open {
                        close_outer(&mut stack, &mut carried, mark, reading, readings, raised);
                    }
                }
            }
        }
        // What opened inside and did not close is reported where it stands; the outermost may go on.
        let goes_on = readings
            .get(at + 1)
            .is_some_and(|next| begins_again(next, stack.first()) && same_text(reading, next));
        let outer_begins = |mark: &Mark| mark.role == Role::Opens;
        if carried.is_none() && goes_on && stack.first().is_some_and(outer_begins) {
            let outer = stack.remove(0);
            carried = Some(Carried {
                kind: outer.kind,
                openings: vec![(at, outer.range)],
            });
        }
        for mark in stack {
            not_closed(readings, &[(at, mark.range)], raised);
        }
    }
    if let Some(open) = carried {
        not_closed(readings, &open.openings, raised);
    }
}

/// A mark that closes while another kind, or nothing, is open in this paragraph.
fn close_outer(
    stack: &mut Vec<Mark>,
    carried: &mut Option<Carried>,
    mark: &Mark,
    reading: &Reading<'_>,
    readings: &[Reading<'_>],
    raised: &mut Vec<Raised>,
) {
    if let Some(at) = stack.iter().rposition(|open| open.kind == mark.kind) {
        for inner in stack.drain(at + 1..) {
            not_closed(readings, &[(reading.index, inner.range)], raised);
        }
        stack.pop();
    } else if carried.as_ref().is_some_and(|open| open.kind == mark.kind) {
        for inner in stack.drain(..) {
            not_closed(readings, &[(reading.index, inner.range)], raised);
        }
        *carried = None;
    } else {
        let finding = reading
            .finding(
                Code::StrayQuotationMark,
                &mark.range,
                "a quotation mark closes nothing",
            )
            .advice("take it out, or add the one that opens before the words it belongs to");
        raised.push(Raised::new(finding, reading, mark.range.clone()));
    }
}

fn not_closed(readings: &[Reading<'_>], openings: &[(usize, Range<usize>)], raised: &mut Vec<Raised>) {
    let Some(((at, range), earlier)) = openings.split_last() else {
        return;
    };
    let reading = &readings[*at];
    let says = match earlier.len() {
        0 => "a quotation mark opens and is never closed".to_owned(),
        more => format!("{} paragraphs open a quotation mark and none closes it", more + 1),
    };
    let mut finding = reading.finding(Code::QuotationNotClosed, range, says).advice(
        "close it at the end of the last paragraph; or take the outer marks out of a quotation's `words:`, and the \
         program sets them",
    );
    for (at, range) in earlier {
        if let Some(place) = readings[*at].place(range) {
            finding = finding.also(place, "opened here");
        }
    }
    raised.push(Raised::new(finding, reading, range.clone()));
}

/// Whether two passages belong to one run of text, so that a quotation may go on from one to the other.
fn same_text(one: &Reading<'_>, other: &Reading<'_>) -> bool {
    let (one, other) = (&one.passage.part, &other.passage.part);
    !one.is_tabular() && one.runs_on_to(other)
}

/// Whether a passage begins with the same opening mark.
fn begins_again(next: &Reading<'_>, open: Option<&Mark>) -> bool {
    let first = marks(next).into_iter().next();
    match (first, open) {
        (Some(first), Some(open)) => {
            let beginning = next.passage.text[..first.range.start].trim().is_empty();
            beginning && first.kind == open.kind && first.role == Role::Opens
        }
        _ => false,
    }
}

/// Whether a surer mark closes before the next one opens.
fn surer_follows(rest: &[Mark], kind: Kind) -> bool {
    rest.iter()
        .filter(|mark| mark.kind == kind)
        .find(|mark| mark.role != Role::MayClose)
        .is_some_and(|mark| mark.role == Role::Closes)
}

/// Straight double marks among curly ones, or straight single ones used as marks: one finding a passage.
fn mixed(reading: &Reading<'_>, marks: &[Mark], raised: &mut Vec<Raised>) {
    let curly = marks.iter().any(|mark| !mark.straight);
    let Some(straight) = marks
        .iter()
        .find(|mark| mark.straight && mark.role != Role::MayClose)
        .filter(|_| curly)
    else {
        return;
    };
    let finding: Finding = reading
        .finding(
            Code::MixedQuotationMarks,
            &straight.range,
            "a straight quotation mark stands among curly ones",
        )
        .advice("write curly marks throughout: “ ” and ‘ ’");
    raised.push(Raised::new(finding, reading, straight.range.clone()));
}

/// The apostrophes of one run of text, as far as it was read: straight ones among curly ones are one finding.
#[derive(Default)]
struct Apostrophes {
    straight: Option<(usize, Range<usize>)>,
    curly: bool,
    told: bool,
}

impl Apostrophes {
    fn read(&mut self, at: usize, readings: &[Reading<'_>], raised: &mut Vec<Raised>) {
        let reading = &readings[at];
        let text = reading.passage.text.as_str();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        for (start, mark) in text.match_indices(['\'', '’']) {
            let range = start..start + mark.len();
            let inside =
                letter(text[..start].chars().next_back()) && letter(text[range.end..].chars().next());
            if !inside || reading.typed(&range).is_none() {
                continue;
            }
            if mark == "’" {
                self.curly = true;
            } else {
                self.straight.get_or_insert((at, range));
            }
        }
        let Some((at, range)) = self.straight.as_ref().filter(|_| self.curly && !self.told) else {
            return;
        };
        let reading = &readings[*at];
        let finding = reading
            .finding(
                Code::MixedQuotationMarks,
                range,
                "a straight apostrophe stands among curly ones",
            )
            .advice("write curly ones throughout: ’")
            // A reader is not misled by it, and a keyboard types nothing else.
            .at(Severity::Warning);
        raised.push(Raised::new(finding, reading, range.clone()));
        self.told = true;
    }
}

/// The typed marks of a passage, in order; apostrophes left out.
fn marks(reading: &Reading<'_>) -> Vec<Mark> {
    let text = reading.passage.text.as_str();
    let mut found: Vec<Mark> = Vec::new();
    let mut double_open = false;
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        if !matches!(c, '“' | '”' | '„' | '"' | '‘' | '’' | '\'') || reading.typed(&range).is_none()
        {
            continue;
        }
        let before = text[..at].chars().next_back();
        let after = text[range.end..].chars().next();
        let (kind, role) = match c {
            '“' | '„' => (Kind::Double, Some(Role::Opens)),
            '”' => (Kind::Double, Some(Role::Closes)),
            '"' => {
                let inches = before.is_some_and(|c| c.is_ascii_digit()) && !double_open;
                let role = if opens(before, after) {
                    Role::Opens
                } else {
                    Role::Closes
                };
                (Kind::Double, (!inches).then_some(role))
            }
            _ => (Kind::Single, single(text, at, c, before, after)),
        };
        if kind == Kind::Double {
            double_open = role == Some(Role::Opens);
        }
        found.extend(role.map(|role| Mark {
            range,
            kind,
            role,
            straight: matches!(c, '"' | '\''),
        }));
    }
    found
}

/// Whether a straight mark between these characters opens.
fn opens(before: Option<char>, after: Option<char>) -> bool {
    let free = before.is_none_or(|c| c.is_whitespace() || "([{–—-/“‘\"'".contains(c));
    free && after.is_some_and(|c| !c.is_whitespace() && !".,;:!?)".contains(c))
}

/// What a single mark is; `None` for an apostrophe.
fn single(text: &str, at: usize, c: char, before: Option<char>, after: Option<char>) -> Option<Role> {
    let rest = &text[at + c.len_utf8()..];
    // ’90s, ’tis and the like leave something out at the start of a word.
    let decade =
        after.is_some_and(|c| c.is_ascii_digit()) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let shortened = ["tis", "twas", "til", "em", "cause"].iter().any(|word| {
        rest.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(char::is_alphanumeric)
    });
    // rock ’n’ roll
    let and = rest.starts_with(['n', 'N']) && rest[1..].starts_with(['’', '\'', '‘']);
    let and = and || (text[..at].ends_with(['n', 'N']) && text[..at - 1].ends_with(['’', '\'', '‘']));
    let joined = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    let decade = decade && rest.chars().nth(2) == Some('s');
    if joined || and || (decade && !before.is_some_and(char::is_alphanumeric)) || (shortened && c != '‘') {
        return None;
    }
    match c {
        '‘' => Some(Role::Opens),
        '\'' if opens(before, after) => Some(Role::Opens),
        _ => match before.map(fold) {
            Some('s' | 'S' | 'x' | 'z') => Some(Role::MayClose),
            // "an hour o’ sleep", "huntin’"
            Some('o' | 'O')
                if !text[..at]
                    .trim_end_matches(['o', 'O'])
                    .ends_with(char::is_alphanumeric) =>
            {
                None
            }
            Some('n') if text[..at].ends_with("in") && c == '’' && after == Some(' ') => {
                Some(Role::MayClose)
            }
            _ => Some(Role::Closes),
        },
    }
}
