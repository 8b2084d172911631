//! Addresses: where a link in a notice may lead.

/// Whether a notice may link to `address`: http(s), mailto or tel, and nothing that hides in it.
pub(super) fn is_allowed(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else {
        return false;
    };
    let scheme = scheme.to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel");
    known
        && !rest.is_empty()
        && !address
            .chars()
            .any(|character| character.is_control() || character == ' ')
}

/// The `tel:` address of a printed number; `None` where it is no number that one could dial.
pub(super) fn telephone_link(printed: &str) -> Option<String> {
    let dialled = printed
        .split(|character: char| character.is_ascii_alphabetic())
        .next()?;
    let mut number = String::new();
    for character in dialled.chars() {
        match character {
            '0'..='9' => number.push(character),
            '+' if number.is_empty() => number.push('+'),
            ' ' | '-' | '(' | ')' | '\u{a0}' | '.' => {}
            _ => return None,
        }
    }
    (number.len() >= 5).then(|| format!("tel:{number}"))
}

/// The `mailto:` address; `None` where it is no plain address, so that nothing can add a header to a mail.
pub(super) fn email_link(printed: &str) -> Option<String> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "._+-@".contains(character);
    let (user, host) = printed.split_once('@')?;
    let plain = printed.chars().all(allowed) && !user.is_empty() && host.contains('.') && !host.contains('@');
    plain.then(|| format!("mailto:{printed}"))
}
