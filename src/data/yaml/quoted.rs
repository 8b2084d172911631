//! Writes a text as a YAML scalar that reads back as itself: for the records that the program keeps.

/// `text` in double quotation marks. What a reader of the file could not see is escaped.
pub fn quoted(text: &str) -> String {
    let mut scalar = String::with_capacity(text.len() + 2);
    scalar.push('"');
    for letter in text.chars() {
        match letter {
            '"' => scalar.push_str("\\\""),
            '\\' => scalar.push_str("\\\\"),
            '\n' => scalar.push_str("\\n"),
            '\t' => scalar.push_str("\\t"),
            letter if letter == ' ' || seen(letter) => scalar.push(letter),
            letter if u32::from(letter) <= 0xFFFF => {
                scalar.push_str(&format!("\\u{:04X}", u32::from(letter)))
            }
            letter => scalar.push_str(&format!("\\U{:08X}", u32::from(letter))),
        }
    }
    scalar.push('"');
    scalar
}

/// Whether a letter shows as itself; in doubt it does not, and is escaped.
fn seen(letter: char) -> bool {
    letter.is_ascii_graphic()
        || letter.is_alphanumeric()
        || matches!(letter, '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{FF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}')
        || matches!(letter, '\u{20A0}'..='\u{20C0}' | '\u{2190}'..='\u{22FF}')
}
