//! What to say where the parser gives up: the trap that led there, at its own place, in our own words.

use granit_parser::ErrorKind;

use super::lines::{Line, closing, lines};
use super::slips;
use super::traps::{TAG, colon_without_space, of_value};
use crate::finding::{Code, FileId, Finding, Place};

/// A fault of the parser's, as the tree's builder saw it.
pub struct Fault<'f> {
    /// The kind.
    pub kind: &'f ErrorKind,
    /// Where the parser stood.
    pub at: usize,
    /// Where the innermost bracket or brace that is still open stands.
    pub bracket: Option<usize>,
}

/// The findings for a file that the parser could not read to its end: every sure trap in it, and the fault itself
/// where no trap explains it.
pub fn explain(text: &str, file: FileId, fault: &Fault<'_>) -> Vec<Finding> {
    let lines = lines(text);
    let mut findings: Vec<Finding> = lines
        .iter()
        .filter(|line| line.key.is_some() || line.item)
        .filter_map(|line| of_value(line.value, line.key).map(|trap| trap.finding(file, line.at)))
        .collect();
    let line_end = text[fault.at.min(text.len())..]
        .find('\n')
        .map_or(text.len(), |length| fault.at + length);
    let explained = findings.iter().any(|finding| {
        finding
            .place
            .is_some_and(|place| (place.start as usize) <= line_end)
    });
    if !explained {
        let slip = slips::near(file, text, fault.at.min(text.len()), &lines);
        findings.insert(0, slip.unwrap_or_else(|| of_fault(text, file, fault, &lines)));
    }
    findings
}

/// The character at `at`.
fn one(text: &str, file: FileId, at: usize) -> Place {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Place::new(file, at, at + length)
}

fn of_fault(text: &str, file: FileId, fault: &Fault<'_>, lines: &[Line<'_>]) -> Finding {
    let at = fault.at.min(text.len());
    let number = lines.partition_point(|line| line.start <= at).saturating_sub(1);
    let line = lines.get(number);
    if let Some(finding) = tab(text, file, at).or_else(|| without_space(file, lines, number)) {
        return finding;
    }
    let here =
        |says: &str, advice: &str| Finding::new(Code::YamlSyntax, one(text, file, at), says).advice(advice);
    match fault.kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => unclosed(file, at),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => unclosed(file, opening(text, at, lines).unwrap_or(at)),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => here(
            "between double quotation marks a backslash begins an escape, and this is none",
            "double the backslash (\\\\), or put the text in single quotation marks",
        ),
        ErrorKind::CommentInterceptedScalar => Finding::new(
            Code::CommentCutText,
            one(text, file, at),
            "YAML takes the rest of the line, from ` #`, for a comment, and the text goes on below",
        )
        .advice("put the whole text in quotation marks, or begin a `|` block under the key"),
        ErrorKind::RecursionLimitExceeded => Finding::new(
            Code::FileUnreadable,
            one(text, file, at),
            "lists and mappings stand inside one another more than 64 deep",
        )
        .advice("no key of Pressroom's nests so deep: check the brackets and the indentation"),
        ErrorKind::InvalidBlockScalarIndent | ErrorKind::TabAtBlockScalarStart => here(
            "this line of a `|` or `>` block is indented otherwise than its first line",
            "indent every line of the text with the same number of spaces",
        ),
        kind if in_brackets(kind, fault) => {
            let open = fault.bracket.or_else(|| unbalanced(lines, at));
            brackets(text, file, at, open)
        }
        ErrorKind::InvalidBlockScalarHeader => here(
            "text stands on the same line as `|` or `>`, which begins a block on the next line",
            "begin the text on the next line, indented; or put it in quotation marks",
        ),
        ErrorKind::MappingValueNotAllowed => match (
            line,
            number.checked_sub(1).and_then(|before| lines.get(before)),
        ) {
            (Some(line), Some(before))
                if line.key.is_some() && line.first - line.start > before.first - before.start =>
            {
                Finding::new(
                    Code::YamlSyntax,
                    Place::new(file, line.first, line.at),
                    "this key stands deeper than the line above, whose value it would go on",
                )
                .advice(
                    "indent it like its neighbours; or, if it is text, put the whole text in quotation marks",
                )
                .also(Place::new(file, before.first, before.at), "the line above")
            }
            _ => here(
                "YAML takes `: ` inside a text for the end of a key",
                "put the whole text in quotation marks, or begin a `|` block under the key",
            ),
        },
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEofBlockSequence
        | ErrorKind::UnexpectedEof
        | ErrorKind::ExpectedNodeContent
        | ErrorKind::MappingKeyNotAllowed => misplaced(text, file, at, line),
        ErrorKind::UnexpectedCharacter { .. } => here(
            "YAML does not let a value begin with this character",
            "put the whole value in quotation marks",
        ),
        _ if text[at..].starts_with('%') => here(
            "YAML takes a line that begins with `%` for an instruction to itself",
            "put the text in quotation marks, after its key",
        ),
        ErrorKind::MissingAnchorOrAliasName => here(
            "YAML takes `&` or `*` at the beginning of a value for a mark of its own",
            "put the whole text in quotation marks",
        ),
        ErrorKind::InvalidTagTerminator | ErrorKind::MissingTagUri | ErrorKind::UndeclaredTagHandle => {
            here(TAG, "put the whole text in quotation marks")
        }
        kind => here(
            &format!("this is not YAML: {kind}"),
            "check the quotation marks, brackets and indentation here and on the line above",
        ),
    }
}

/// The first tab that indents a line, from the line of `at` on, where the parser stumbled over one or just before.
fn tab(text: &str, file: FileId, at: usize) -> Option<Finding> {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n').take(2) {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t')
            && !line.trim().is_empty()
        {
            let at = line_start + tab;
            return Some(
                Finding::new(
                    Code::YamlSyntax,
                    Place::new(file, at, at + 1),
                    "this line is indented with a tab, which YAML does not allow",
                )
                .advice(
                    "indent with spaces, two a step; most editors can show tabs and turn them into spaces",
                ),
            );
        }
        line_start += line.len();
    }
    None
}

fn without_space(file: FileId, lines: &[Line<'_>], number: usize) -> Option<Finding> {
    let near = lines.get(number.saturating_sub(2)..=number)?;
    let found = |line: &Line<'_>| {
        let trap = colon_without_space(line.value).filter(|_| line.key.is_none());
        trap.map(|trap| trap.finding(file, line.at))
    };
    near.iter().rev().find_map(found)
}

fn unclosed(file: FileId, at: usize) -> Finding {
    Finding::new(
        Code::YamlSyntax,
        Place::new(file, at, at + 1),
        "the quotation mark that opens here is not closed at the end of its text",
    )
    .advice("close it, and check the marks inside: ' is doubled ('') between single ones, \" is written \\\" between double ones")
}

/// The mark that opens the quoted text in which, or after which, the parser stands.
fn opening(text: &str, at: usize, lines: &[Line<'_>]) -> Option<usize> {
    let before = lines
        .iter()
        .filter(|line| line.at < at && line.value.starts_with(['"', '\'']));
    let reaches = |line: &&Line<'_>| match closing(&text[line.at..]) {
        Some(length) => line.at + length > at || text[line.at + length..at].trim().is_empty(),
        None => true,
    };
    before
        .map(Some)
        .find(|line| line.as_ref().is_some_and(reaches))
        .flatten()
        .map(|line| line.at)
}

fn in_brackets(kind: &ErrorKind, fault: &Fault<'_>) -> bool {
    matches!(
        kind,
        ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::BlockEntryInFlowCollection
            | ErrorKind::InvalidColonPlacement
            | ErrorKind::PlainScalarStartsWithDashFlowIndicator
            | ErrorKind::FlowMappingValueAdjacentCollection
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
    ) || fault.bracket.is_some()
}

/// The bracket or brace that a line before `at` opens and does not close, the last such.
fn unbalanced(lines: &[Line<'_>], at: usize) -> Option<usize> {
    let depth = |value: &str| value.matches(['[', '{']).count() > value.matches([']', '}']).count();
    let before = lines
        .iter()
        .rev()
        .filter(|line| line.at < at && line.value.starts_with(['[', '{']));
    before
        .map(|line| (line.at, line.value))
        .find(|(_, value)| depth(value))
        .map(|(at, _)| at)
}

fn brackets(text: &str, file: FileId, at: usize, open: Option<usize>) -> Finding {
    if let Some(open) = open.filter(|open| *open < at && text[*open..at].contains('\n')) {
        return Finding::new(
            Code::YamlSyntax,
            Place::new(file, open, open + 1),
            "the bracket or brace that opens here is not closed",
        )
        .advice("close it, or write the list with each item on a line of its own, after `- `");
    }
    Finding::new(
        Code::YamlSyntax,
        one(text, file, at),
        "between brackets or braces something stands here that is neither the next item nor the end",
    )
    .advice("put an item that holds a comma, colon, bracket or brace in quotation marks, and check that each bracket is closed")
}

fn misplaced(text: &str, file: FileId, at: usize, line: Option<&Line<'_>>) -> Finding {
    let at = line.map_or(at, |line| line.first);
    let item = line.is_some_and(|line| line.item);
    let (says, advice) = if item {
        (
            "this item of a list does not stand under the items above it",
            "indent the dash exactly like the dashes of the other items",
        )
    } else if line.is_some_and(|line| line.key.is_some()) {
        (
            "this key does not stand under the keys above it",
            "indent it exactly like the keys beside which it belongs, with spaces",
        )
    } else {
        (
            "this line is neither a key with a value nor part of the text above",
            "give it a key; or, if the text above goes on here, put the whole text in quotation marks or a `|` block",
        )
    };
    Finding::new(Code::YamlSyntax, one(text, file, at), says).advice(advice)
}
