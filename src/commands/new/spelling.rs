//! How a name or text is spelt in YAML so that it is read as the text it is.

/// `name` as a plain scalar where that is safe, in quotation marks where YAML would read something else.
pub fn spelt(name: &str) -> String {
    let plain = name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|character| character.is_alphanumeric() || matches!(character, '-' | '_' | ' '))
        && !name.ends_with(' ')
        && !matches!(
            name.to_ascii_lowercase().as_str(),
            "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n"
        );
    if plain {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_is_quoted() {
        assert_eq!(spelt("north-pier"), "north-pier");
        assert_eq!(spelt("null"), "\"null\"");
        assert_eq!(spelt("2024"), "\"2024\"");
        assert_eq!(spelt("A: \"b\""), "\"A: \\\"b\\\"\"");
    }
}
