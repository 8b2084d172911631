//! How YAML spells a scalar in each style: decodes it again, noting which byte each decoded byte came from.

/// A run of decoded text and the source it came from. A run of one length on both sides maps byte for byte;
/// any other stands for its source as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub decoded: u32,
    pub decoded_length: u32,
    pub source: u32,
    pub source_length: u32,
}

/// A decoded text with its pieces.
#[derive(Debug, Default)]
pub struct Spelt {
    pub text: String,
    pub pieces: Vec<Piece>,
}

impl Spelt {
    fn push(&mut self, decoded: &str, source: usize, source_length: usize) {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let piece = Piece {
            decoded: narrow(self.text.len()),
            decoded_length: narrow(decoded.len()),
            source: narrow(source),
            source_length: narrow(source_length),
        };
        self.text.push_str(decoded);
        let alike = |piece: &Piece| piece.decoded_length == piece.source_length;
        match self.pieces.last_mut() {
            Some(last)
                if alike(last) && alike(&piece) && last.source + last.source_length == piece.source =>
            {
                last.decoded_length += piece.decoded_length;
                last.source_length += piece.source_length;
            }
            _ => self.pieces.push(piece),
        }
    }

    /// `count` line breaks, the first of which is at `breaks[0]`, folded: one becomes a space, more lose the first.
    fn fold(&mut self, breaks: &[(usize, usize)]) {
        match breaks {
            [] => {}
            [(at, length)] => self.push(" ", *at, *length),
            [_, rest @ ..] => {
                for (at, length) in rest {
                    self.push("\n", *at, *length);
                }
            }
        }
    }
}

/// The length of the line break that `text` begins with, or 0.
fn break_length(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// From a break at `at`: every break, with the white space round them passed over, and where the text goes on.
fn breaks_from(text: &str, mut at: usize) -> (Vec<(usize, usize)>, usize) {
    let mut breaks = Vec::new();
    loop {
        let blank = text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len();
        let length = break_length(&text[at + blank..]);
        if length == 0 {
            return (breaks, at + blank);
        }
        breaks.push((at + blank, length));
        at += blank + length;
    }
}

/// A plain scalar, or the inside of a quoted one, of `text[at..end]`.
fn flow(text: &str, mut at: usize, end: usize, escape: impl Fn(&str) -> Option<(String, usize)>) -> Spelt {
    let text = &text[..end];
    let mut spelt = Spelt::default();
    while at < end {
        let rest = &text[at..];
        let first = rest.chars().next().unwrap_or_default();
        if matches!(first, ' ' | '\t' | '\r' | '\n') {
            let (breaks, next) = breaks_from(text, at);
            if breaks.is_empty() {
                spelt.push(&text[at..next], at, next - at);
            } else {
                spelt.fold(&breaks);
            }
            at = next;
        } else if let Some((decoded, length)) = escape(rest) {
            spelt.push(&decoded, at, length);
            at += length;
            if decoded.is_empty() {
                // An escaped line break: further empty lines still count.
                let (breaks, next) = breaks_from(text, at);
                for (at, length) in breaks {
                    spelt.push("\n", at, length);
                }
                at = next;
            }
        } else {
            spelt.push(&rest[..first.len_utf8()], at, first.len_utf8());
            at += first.len_utf8();
        }
    }
    spelt
}

/// A plain scalar.
pub fn plain(text: &str, start: usize, end: usize) -> Spelt {
    flow(text, start, end, |_| None)
}

/// A single-quoted scalar, marks included in `start..end`.
pub fn single_quoted(text: &str, start: usize, end: usize) -> Option<Spelt> {
    let inside = text.get(start..end)?.strip_prefix('\'')?.strip_suffix('\'')?;
    Some(flow(text, start + 1, start + 1 + inside.len(), |rest| {
        rest.starts_with("''").then(|| ("'".to_owned(), 2))
    }))
}

/// A double-quoted scalar, marks included in `start..end`.
pub fn double_quoted(text: &str, start: usize, end: usize) -> Option<Spelt> {
    let inside = text.get(start..end)?.strip_prefix('"')?.strip_suffix('"')?;
    Some(flow(text, start + 1, start + 1 + inside.len(), escaped))
}

/// The escape that `rest` begins with: what it stands for and its length.
fn escaped(rest: &str) -> Option<(String, usize)> {
    let after = rest.strip_prefix('\\')?;
    let letter = after.chars().next()?;
    let hexadecimal =
        |from: usize, digits: usize| u32::from_str_radix(rest.get(from..from + digits)?, 16).ok();
    let by_number = |digits: usize| {
        let number = hexadecimal(2, digits)?;
        if (0xD800..0xDC00).contains(&number) && rest.get(2 + digits..4 + digits) == Some("\\u") {
            let low = hexadecimal(4 + digits, 4)?;
            let joined = 0x10000 + ((number - 0xD800) << 10) + low.checked_sub(0xDC00)?;
            return Some((char::from_u32(joined)?.to_string(), 8 + digits));
        }
        Some((char::from_u32(number)?.to_string(), 2 + digits))
    };
    let simple = match letter {
        '0' => "\0",
        'a' => "\u{7}",
        'b' => "\u{8}",
        't' | '\t' => "\t",
        'n' => "\n",
        'v' => "\u{b}",
        'f' => "\u{c}",
        'r' => "\r",
        'e' => "\u{1b}",
        ' ' => " ",
        '"' => "\"",
        '/' => "/",
        '\\' => "\\",
        'N' => "\u{85}",
        '_' => "\u{a0}",
        'L' => "\u{2028}",
        'P' => "\u{2029}",
        'x' => return by_number(2),
        'u' => return by_number(4),
        'U' => return by_number(8),
        '\r' | '\n' => return Some((String::new(), 1 + break_length(after))),
        _ => return None,
    };
    Some((simple.to_owned(), 1 + letter.len_utf8()))
}

/// A block scalar whose first character with text is at `first`, and which ends by `end`. `None` where no block
/// header stands on a line above.
pub fn block(text: &str, first: usize, end: usize) -> Option<Spelt> {
    let line_start = text[..first].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let indent = first - line_start;
    let header_end = text[..line_start].trim_end_matches([' ', '\t', '\r', '\n']).len();
    let header_start = text[..header_end].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let header = &text[header_start..header_end];
    let (folded, chomping) = read_header(header)?;
    let body = header_end + break_length(text[header_end..].trim_start_matches([' ', '\t']));
    let body = body + (text[header_end..].len() - text[header_end..].trim_start_matches([' ', '\t']).len());
    Some(lines(text, body, end, indent, folded, chomping))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chomping {
    Strip,
    Clip,
    Keep,
}

/// Whether the block that the line opens is folded, and how it ends.
fn read_header(line: &str) -> Option<(bool, Chomping)> {
    let before_comment = line.find(" #").map_or(line, |at| &line[..at]).trim_end();
    let marks = before_comment.rsplit([' ', '\t']).next()?;
    let mut letters = marks.chars();
    let folded = match letters.next()? {
        '|' => false,
        '>' => true,
        _ => return None,
    };
    let mut chomping = Chomping::Clip;
    for letter in letters {
        match letter {
            '-' => chomping = Chomping::Strip,
            '+' => chomping = Chomping::Keep,
            '1'..='9' => {}
            _ => return None,
        }
    }
    Some((folded, chomping))
}

fn lines(text: &str, body: usize, end: usize, indent: usize, folded: bool, chomping: Chomping) -> Spelt {
    let mut spelt = Spelt::default();
    // The break that ends the last line with text, and those of the empty lines since.
    let mut last: Option<(usize, usize)> = None;
    let mut empty: Vec<(usize, usize)> = Vec::new();
    let mut was_indented = false;
    let mut at = body;
    while at < end {
        let line_end = text[at..]
            .find(['\n', '\r'])
            .map_or(text.len(), |length| at + length);
        let spaces = text[at..line_end].len() - text[at..line_end].trim_start_matches(' ').len();
        let start = at + spaces.min(indent);
        let line_break = (line_end, break_length(&text[line_end..]));
        at = line_end + line_break.1;
        if start == line_end {
            empty.push(line_break);
        } else {
            let is_indented = text[start..].starts_with([' ', '\t']);
            match last {
                Some((at, length)) if folded && !was_indented && !is_indented && empty.is_empty() => {
                    spelt.push(" ", at, length);
                }
                // Folded away: the empty lines that follow say all.
                Some(_) if folded && !was_indented && !is_indented => {}
                Some((at, length)) => spelt.push("\n", at, length),
                None => {}
            }
            for (at, length) in empty.drain(..) {
                spelt.push("\n", at, length);
            }
            spelt.push(&text[start..line_end], start, line_end - start);
            was_indented = is_indented;
            last = Some(line_break);
        }
        if line_break.1 == 0 {
            break;
        }
    }
    if let Some((at, length)) = last
        && chomping != Chomping::Strip
    {
        spelt.push("\n", at, length);
    }
    if chomping == Chomping::Keep {
        for (at, length) in empty {
            spelt.push("\n", at, length);
        }
    }
    spelt
}
