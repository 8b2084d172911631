//! From a file's bytes to its text: UTF-8 of a sane size, without a byte-order mark.

use crate::finding::{Code, FileId, Finding, Place};

/// The most bytes a file may have: 2 MiB.
pub const LARGEST: usize = 2 * 1024 * 1024;

/// Why bytes are not a text that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotText {
    /// What could be read before the fault, to be shown as the source; the fault is at its end.
    pub readable: String,
    /// What was found: safe in a public log.
    pub says: String,
    /// What to do: safe in a public log.
    pub advice: String,
}

impl NotText {
    /// The finding, once [`readable`](NotText::readable) is the source `file`.
    pub fn finding(&self, file: FileId) -> Finding {
        let at = self.readable.len();
        Finding::new(Code::FileUnreadable, Place::new(file, at, at), &self.says).advice(&self.advice)
    }
}

/// The text of a file, without its byte-order mark.
///
/// # Errors
/// The file is larger than [`LARGEST`], or not UTF-8; the advice guesses how it was saved.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    if bytes.len() > LARGEST {
        return Err(NotText {
            readable: String::new(),
            says: format!(
                "the file has {} bytes; the most that is read is {LARGEST}",
                bytes.len()
            ),
            advice: "divide it into smaller files".to_owned(),
        });
    }
    let utf16 =
        bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || mostly_every_other_nul(bytes);
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !utf16 => Ok(text.to_owned()),
        Ok(_) => Err(saved_as("UTF-16", String::new(), 0)),
        Err(error) => {
            let (readable, rest) = bytes.split_at(error.valid_up_to());
            let readable = String::from_utf8_lossy(readable).into_owned();
            if utf16 {
                return Err(saved_as("UTF-16", String::new(), rest[0]));
            }
            // 0x80 to 0x9F are letters and quotation marks in Windows-1252, and nothing in Latin-1.
            let windows = bytes.iter().any(|byte| (0x80..=0x9F).contains(byte));
            let likely = if windows {
                "Windows-1252 (“ANSI”)"
            } else {
                "Latin-1 or Windows-1252 (“ANSI”)"
            };
            Err(saved_as(likely, readable, rest[0]))
        }
    }
}

fn saved_as(encoding: &str, readable: String, byte: u8) -> NotText {
    NotText {
        readable,
        says: if byte == 0 {
            "the file is not UTF-8 text".to_owned()
        } else {
            format!("the file is not UTF-8 text: the byte 0x{byte:02X} stands here")
        },
        advice: format!("it was probably saved as {encoding}: save it again as UTF-8"),
    }
}

/// Latin text in UTF-16 without a mark: every other byte is nothing.
fn mostly_every_other_nul(bytes: &[u8]) -> bool {
    let looked_at = &bytes[..bytes.len().min(64)];
    let count = |from: usize| {
        looked_at
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    looked_at.len() >= 4 && count(0).max(count(1)) * 4 > looked_at.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_goes_and_nothing_else() {
        assert_eq!(text_of("\u{FEFF}a: ŵ\r\n".as_bytes()).as_deref(), Ok("a: ŵ\r\n"));
        assert_eq!(text_of(b"").as_deref(), Ok(""));
    }

    #[test]
    fn other_encodings_are_named_and_placed() {
        let windows = text_of(b"a: it\x92s\n").unwrap_err();
        assert_eq!(
            (windows.readable.as_str(), windows.says.contains("0x92")),
            ("a: it", true)
        );
        assert!(windows.advice.contains("Windows-1252"), "{windows:?}");
        assert!(text_of(b"a: \xe9t\xe9\n").unwrap_err().advice.contains("Latin-1"));
        let utf16: Vec<u8> = "a: b".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(text_of(&utf16).unwrap_err().advice.contains("UTF-16"));
        assert!(text_of(b"\xFF\xFEa\0").unwrap_err().advice.contains("UTF-16"));
        assert!(
            text_of(&vec![b'#'; LARGEST + 1])
                .unwrap_err()
                .advice
                .contains("smaller")
        );
        assert!(text_of(&vec![b'#'; LARGEST]).is_ok());
    }
}
