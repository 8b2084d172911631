//! A copy's bytes as text, in whichever of the usual ways an office program saved it.

/// Windows-1252 has letters and marks where Latin-1 has nothing: 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Why a file is no copy that can be read, and what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// What it is: `a web page`.
    pub is: &'static str,
    /// What to do.
    pub instead: &'static str,
}

const PAGE: NotText = NotText {
    is: "a web page (HTML), not plain text",
    instead: "open it in a browser, copy its words into a text file, and check that",
};
const RICH: NotText = NotText {
    is: "a word processor's own file, not plain text",
    instead: "open it there and save a copy as plain text (.txt, UTF-8), and check that",
};
const PDF: NotText = NotText {
    is: "a PDF, not plain text",
    instead: "save the document that it was made from as plain text (.txt, UTF-8), and check that",
};
const BINARY: NotText = NotText {
    is: "not a text file",
    instead: "save the copy as plain text (UTF-8), ending in .txt or .md",
};
const EMPTY: NotText = NotText {
    is: "empty",
    instead: "check that it is the right file, and that the copy was saved there",
};

/// The text: UTF-8, UTF-16 with a mark or without, or Windows-1252.
///
/// # Errors
/// What is no text, what is a text only to programs, and what has no words.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    if bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"\xD0\xCF\x11\xE0")
        || bytes.starts_with(b"{\\rtf")
    {
        return Err(RICH);
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(PDF);
    }
    let text = decoded(bytes).ok_or(BINARY)?;
    if text
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .is_empty()
    {
        return Err(EMPTY);
    }
    if is_page(&text) {
        return Err(PAGE);
    }
    // Lines that end in a carriage return alone would be one line to everybody who counts them.
    Ok(if text.contains('\n') {
        text
    } else {
        text.replace('\r', "\n")
    })
}

fn decoded(bytes: &[u8]) -> Option<String> {
    let command =
        |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1A | 0x1B);
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ if mostly_nul(bytes, 1) => wide(bytes, u16::from_le_bytes),
        _ if mostly_nul(bytes, 0) => wide(bytes, u16::from_be_bytes),
        _ if bytes.iter().any(command) => None,
        _ => Some(String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| windows(bytes))),
    }
}

/// Whether a text is a page, whole or a part of one. An address in angle brackets is no tag.
fn is_page(text: &str) -> bool {
    let lower = text
        .trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n'])
        .to_lowercase();
    let begins = [
        "<!doctype",
        "<html",
        "<?xml",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<table",
        "<meta",
        "<!--",
    ];
    begins.iter().any(|tag| lower.starts_with(tag)) || lower.contains("</html>") || lower.contains("</body>")
}

fn wide(bytes: &[u8], decode: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| decode([pair[0], pair[1]]));
    String::from_utf16(&units.collect::<Vec<u16>>()).ok()
}

/// Latin text in UTF-16 without a mark: most of every other byte, counted from `first`, is nothing.
fn mostly_nul(bytes: &[u8], first: usize) -> bool {
    let every_other = || bytes.iter().skip(first).step_by(2);
    let nul = every_other().filter(|byte| **byte == 0).count();
    bytes.len() >= 4 && nul * 2 > every_other().count()
}

fn windows(bytes: &[u8]) -> String {
    let decode = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        other => char::from(*other),
    };
    bytes.iter().map(decode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_way_of_saving_reads_the_same() {
        let text = "It’s “78%” – caf\u{e9}.";
        let units = || text.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xFE, 0xFF], big.as_slice()].concat();
        for bytes in [text.as_bytes(), &little, &big, &marked] {
            assert_eq!(text_of(bytes).as_deref(), Ok(text));
        }
        assert_eq!(text_of(b"It\x92s \x9378%\x94 \x96 caf\xe9.").as_deref(), Ok(text));
        assert_eq!(text_of(b"one\rtwo").as_deref(), Ok("one\ntwo"));
    }

    #[test]
    fn what_is_no_copy_is_told_for_what_it_is() {
        for (bytes, is) in [
            (b"PK\x03\x04\x11\x61\xd5".as_slice(), RICH),
            (b"{\\rtf1\\ansi 78%}", RICH),
            (b"%PDF-1.7\n", PDF),
            (b"\x89PNG\r\n\x1a\n\x00", BINARY),
            (b"a\x01b", BINARY),
            (b"", EMPTY),
            (b"\xEF\xBB\xBF\r\n ", EMPTY),
            (b"\n<!DOCTYPE html>\n<p>78%", PAGE),
            (b"<div>78%</div>", PAGE),
            (b"\xEF\xBB\xBF<html lang=\"en\">", PAGE),
        ] {
            assert_eq!(text_of(bytes), Err(is), "{}", String::from_utf8_lossy(bytes));
        }
        for text in [
            "<https://reports.example/> has it.",
            "a < b and c > d",
            "Page 1\x0cPage 2",
        ] {
            assert_eq!(text_of(text.as_bytes()).as_deref(), Ok(text));
        }
    }
}
