//! How people write per cent, said once for every reader of it.

/// The ways to write it.
const SIGNS: [&str; 3] = ["%", "per cent", "percent"];

/// Whether `text` is a way to write per cent, and nothing more.
pub fn is_percent(text: &str) -> bool {
    SIGNS.contains(&text)
}

/// The way in which `text` begins with per cent: `% of them`, `per cent`. Not `percentage`.
pub fn begins_with_percent(text: &str) -> Option<&'static str> {
    SIGNS.into_iter().find(|sign| {
        text.strip_prefix(sign)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// `text` without the per cent that it ends with: `78` of `78%` and of `78 per cent`. `None` where it ends otherwise.
pub fn strip_percent(text: &str) -> Option<&str> {
    let text = text.trim_end();
    SIGNS
        .iter()
        .find_map(|sign| text.strip_suffix(sign))
        .map(str::trim_end)
}

/// `text` with `%` for per cent however it is written: `78 per cent` as `78 %`. "Percentage" stays.
pub fn percent_as_sign(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kept, taken) = match begins_with_percent(rest) {
            Some(sign) => ('%', sign.len()),
            None => (first, first.len_utf8()),
        };
        out.push(kept);
        rest = &rest[taken..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_however_it_is_written() {
        for sign in ["%", "per cent", "percent"] {
            assert!(is_percent(sign));
            assert_eq!(strip_percent(&format!("7.5 {sign} ")), Some("7.5"));
            assert_eq!(begins_with_percent(&format!("{sign}, of all")), Some(sign));
        }
        for other in ["", "percentage points", "points", "7%"] {
            assert!(
                !is_percent(other) && begins_with_percent(other).is_none(),
                "{other}"
            );
        }
        assert_eq!(strip_percent("7 points"), None);
        let text = "the percentage is 78 per cent, not 7percent or 6%";
        assert_eq!(percent_as_sign(text), "the percentage is 78 %, not 7% or 6%");
    }
}
