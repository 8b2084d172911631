//! A copy's bytes as text, in whichever of the usual ways an office program saved it.

/// Windows-1252 has letters and marks where Latin-1 has nothing: 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text: UTF-8, UTF-16 with a mark or without, or Windows-1252. `None` for what is no text: an office program's
/// own file.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        _ if mostly_nul(bytes, 1) => wide(bytes, u16::from_le_bytes)?,
        _ if mostly_nul(bytes, 0) => wide(bytes, u16::from_be_bytes)?,
        _ if bytes.contains(&0) => return None,
        _ => String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| windows(bytes)),
    };
    // Lines that end in a carriage return alone would be one line to everybody who counts them.
    Some(if text.contains('\n') {
        text
    } else {
        text.replace('\r', "\n")
    })
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
            assert_eq!(text_of(bytes).as_deref(), Some(text));
        }
        assert_eq!(
            text_of(b"It\x92s \x9378%\x94 \x96 caf\xe9.").as_deref(),
            Some(text)
        );
        assert_eq!(text_of(b"PK\x03\x04\x00\x00\xff"), None);
        assert_eq!(text_of(b"one\rtwo").as_deref(), Some("one\ntwo"));
    }
}
