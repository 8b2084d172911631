//! Names that a document may have: they become file names on every machine, keys, and names in the words.

use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters.
const LONGEST: usize = 100;

/// Names that a machine or this program keeps for itself.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "manifest", "notices"];

/// Why `name` cannot be used; `None` for one that can.
pub fn refusal(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("the name is empty".to_owned());
    }
    if name.chars().count() > LONGEST {
        return Some(format!("the name has more than {LONGEST} characters"));
    }
    if let Some(wrong) = name
        .chars()
        .find(|character| !character.is_alphanumeric() && !matches!(character, '-' | '_'))
    {
        return Some(match wrong {
            '.' => "a full stop stands in the name".to_owned(),
            ' ' => "a space stands in the name".to_owned(),
            wrong if wrong.is_control() => "a control character stands in the name".to_owned(),
            wrong => format!("`{}` (U+{:04X}) stands in the name", wrong, u32::from(wrong)),
        });
    }
    if name.starts_with('-') {
        return Some("a hyphen begins the name, as an option would".to_owned());
    }
    let folded = fold(name);
    let numbered = ["com", "lpt"].iter().any(|port| {
        folded
            .strip_prefix(port)
            .is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    });
    (numbered || RESERVED.contains(&folded.as_str())).then(|| "the name is reserved".to_owned())
}

/// Pairs of names that are one but for case or the spelling of accents.
pub fn clashes<'n>(names: &[&'n str]) -> Vec<(&'n str, &'n str)> {
    let mut folded: Vec<(String, &str)> = names.iter().map(|name| (fold(name), *name)).collect();
    folded.sort();
    folded
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0)
        .map(|pair| (pair[0].1, pair[1].1))
        .collect()
}

fn fold(name: &str) -> String {
    let lower: String = name.nfkc().collect::<String>().to_lowercase();
    lower.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_machine_are_kept() {
        for good in [
            "staffordshire-and-west-midlands",
            "ŵyr",
            "a",
            "2024_q1",
            "console",
        ] {
            assert_eq!(refusal(good), None, "{good}");
        }
        for bad in [
            "",
            ".hidden",
            "a b",
            "CON",
            "nul",
            "com1",
            "Manifest",
            "-x",
            "a/b",
            "a\u{202e}b",
        ] {
            assert!(refusal(bad).is_some(), "{bad}");
        }
        assert!(refusal(&"x".repeat(101)).is_some());
    }

    #[test]
    fn names_alike_but_for_case_or_accents_clash() {
        assert_eq!(clashes(&["a", "B", "b"]), [("B", "b")]);
        assert_eq!(clashes(&["w\u{302}yr", "ŵyr"]).len(), 1);
        assert!(clashes(&["a", "b"]).is_empty());
    }
}
