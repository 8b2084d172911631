//! `not` in front of a test over a list: to Tera it says that not every row holds, in a condition that none does. `is not`
//! means the same in both, and so do counted rows; this form is refused.

use std::ops::Range;

use tera::Map;

use super::expression::{self, Names, Path, Token};
use super::field::Field;
use super::names::{Found, find};
use crate::claims::kinds::{self, COUNTERS};
use crate::finding::{Code, Finding};

/// Every such `not` of a field.
pub fn check(field: &Field, names: &Map, findings: &mut Vec<Finding>) {
    for tag in &field.template.tags {
        let text = &field.template.text[tag.inside.clone()];
        if !text.contains("not") {
            continue;
        }
        let tokens = expression::tokens(text);
        let inside = Inside {
            text,
            tokens: &tokens,
        };
        let found = expression::names(text);
        for not in (0..tokens.len()).filter(|at| inside.denies(*at)) {
            let reach = inside.reach(not);
            let tests = found
                .tests
                .iter()
                .filter(|(_, range)| reach.contains(&range.start));
            let mut over_list = tests.filter(|(test, range)| {
                kinds::named(test).is_some() && inside.is_of_every(range, &found, names)
            });
            if let Some((test, _)) = over_list.next() {
                let range = &tokens[not].range;
                findings.push(
                    Finding::new(
                        Code::BadTemplate,
                        field.at(tag.inside.start + range.start..tag.inside.start + range.end),
                        format!("`not` stands before `{test}` of a list, where it may mean no row or not every row"),
                    )
                    .advice(format!(
                        "write `is not {test}(…)` where it is said of every row, or count the rows: `exactly=0`, `at_least=1`"
                    )),
                );
            }
        }
    }
}

/// The inside of a tag.
struct Inside<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl Inside<'_> {
    fn spelt(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.range.clone()])
    }

    /// Whether a `not` stands before what it denies: neither `is not` nor `not in`.
    fn denies(&self, at: usize) -> bool {
        self.spelt(at) == "not" && self.spelt(at + 1) != "in" && (at == 0 || self.spelt(at - 1) != "is")
    }

    /// What a `not` denies: the brackets after it, or all up to the next `and` or `or`.
    fn reach(&self, not: usize) -> Range<usize> {
        let start = self.tokens[not].range.end;
        let mut depth = 0_usize;
        for at in not + 1..self.tokens.len() {
            match self.spelt(at) {
                "(" | "[" => depth += 1,
                ")" | "]" if depth == 0 => return start..self.tokens[at].range.start,
                ")" | "]" => depth -= 1,
                "and" | "or" if depth == 0 => return start..self.tokens[at].range.start,
                _ => {}
            }
        }
        start..self.text.len()
    }

    /// Whether a test is said of every row of a list: its subject is one, and no rows are counted.
    fn is_of_every(&self, test: &Range<usize>, found: &Names, names: &Map) -> bool {
        let Some(at) = self.tokens.iter().position(|token| token.range == *test) else {
            return false;
        };
        let mut subject = at;
        while subject > 0 && matches!(self.spelt(subject - 1), "is" | "not") {
            subject -= 1;
        }
        let Some(last) = subject.checked_sub(1).map(|last| &self.tokens[last]) else {
            return false;
        };
        let list =
            |path: &Path| matches!(find(path, names), Found::Value(value) if value.as_array().is_some());
        let mut paths = found.paths.iter();
        let listed = paths.any(|path| path.range().end == last.range.end && list(path));
        (listed || self.spelt(subject - 1) == "]") && !self.counts(at + 1)
    }

    /// Whether the brackets that open at a token count rows.
    fn counts(&self, open: usize) -> bool {
        let mut depth = 0_usize;
        for at in open..self.tokens.len() {
            match self.spelt(at) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                word if depth == 1 && COUNTERS.contains(&word) && self.spelt(at + 1) == "=" => return true,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::office::Case;

    fn codes(results: &str, sentence: &str, claims: &str) -> Vec<&'static str> {
        let case = Case {
            results,
            inspection: "",
            sentence,
            claims,
        };
        let (_, composed, loading) = case.compose();
        assert!(loading.is_empty(), "{loading:?}");
        composed
            .findings
            .iter()
            .map(|finding| finding.code.name())
            .collect()
    }

    /// One row above, one below: no row is above, and not every one is, are two things.
    const MIXED: &str = "safety: {value: 78%, average: 74%}\nrepair: {value: 70%, average: 73%}";
    const BELOW: &str = "safety: {value: 70%, average: 74%}\nrepair: {value: 70%, average: 73%}";
    /// Above before rounding, and not as printed.
    const HIDDEN: &str = "safety: {value: 78.4%, average: 78.3%}";

    /// Whether the test holds in the words, where a number is then typed, and as the condition of a claim.
    fn holds(results: &str, test: &str) -> (bool, bool) {
        let words = format!("As [they said][c]. {{% if {test} %}}There were 77 boats.{{% endif %}}");
        let words = codes(results, &words, "  c: {source: the record}");
        let other = words.iter().find(|code| **code != "unbound-number");
        assert_eq!(other, None, "{test}");
        let claim = codes(results, "[So it was][c].", &format!("  c: >-\n    {test}"));
        let untrue = ["claim-not-supported", "claim-lost-in-rounding"];
        (!words.is_empty(), !claim.iter().any(|code| untrue.contains(code)))
    }

    #[test]
    fn a_denied_test_means_in_the_words_what_it_means_in_a_condition() {
        for (results, test, expected) in [
            (MIXED, "measures.value is above(than=measures.average)", false),
            (
                MIXED,
                "measures.value is above(than=measures.average, exactly=1)",
                true,
            ),
            (MIXED, "measures.value is not above(than=measures.average)", false),
            (
                MIXED,
                "measures.value is not above(than=measures.average, at_least=2)",
                true,
            ),
            (
                MIXED,
                "not measures.value is above(than=measures.average, at_least=2)",
                true,
            ),
            (BELOW, "measures.value is not above(than=measures.average)", true),
            (
                BELOW,
                "[safety.value, repair.value] is not above(than=measures.average)",
                true,
            ),
            (BELOW, "safety.value is not above(than=safety.average)", true),
            (HIDDEN, "safety.value is not above(than=safety.average)", false),
        ] {
            assert_eq!(holds(results, test), (expected, expected), "{test}");
        }
    }

    #[test]
    fn not_before_a_test_over_a_list_is_refused() {
        for (test, refused) in [
            ("not measures.value is above(than=measures.average)", true),
            (
                "not (safety.value is known and measures.value is above(than=measures.average))",
                true,
            ),
            (
                "not [safety.value, repair.value] is above(than=measures.average)",
                true,
            ),
            (
                "not safety.value is known and measures.value is above(than=measures.average)",
                false,
            ),
            (
                "not measures.value is above(than=measures.average, exactly=2)",
                false,
            ),
            ("not safety.value is above(than=safety.average)", false),
        ] {
            let words = format!("As [they said][c]. {{% if {test} %}}So it is.{{% endif %}}");
            let found = codes(MIXED, &words, "  c: {source: the record}");
            assert_eq!(found.contains(&"bad-template"), refused, "{test}: {found:?}");
        }
    }
}
