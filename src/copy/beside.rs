//! The lines before a copy's first and after its last line of the notice: a mail's header, a greeting, a signature. They
//! are nobody's edit, so they are counted; a percentage that the notice does not have is told all the same.

use std::collections::BTreeSet;

use super::word::{Kind, Word};

/// Words of a copy that stand before and after the notice, which is all that is compared.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Those before it.
    pub before: Vec<Word>,
    /// Those after it.
    pub after: Vec<Word>,
}

impl Beside {
    /// On how many lines words stand before the notice, and after it.
    pub fn lines(&self) -> (usize, usize) {
        let lines = |words: &[Word]| words.iter().map(|word| word.line).collect::<BTreeSet<_>>().len();
        (lines(&self.before), lines(&self.after))
    }

    /// Percentages that are none of the notice's, each with its unit. All of something is said of paper, too.
    pub fn percentages(&self, original: &[Word]) -> Vec<(&Word, &Word)> {
        let pairs = |words: &[Word]| -> Vec<String> {
            let percent = words.windows(2).filter(|pair| is_percentage(pair));
            percent.map(|pair| pair[0].key.clone()).collect()
        };
        let own = pairs(original);
        let found = self.before.windows(2).chain(self.after.windows(2));
        found
            .filter(|pair| is_percentage(pair) && pair[0].key != "100" && !own.contains(&pair[0].key))
            .map(|pair| (&pair[0], &pair[1]))
            .collect()
    }
}

fn is_percentage(pair: &[Word]) -> bool {
    pair[0].kind == Kind::Number && pair[1].kind == Kind::Unit && pair[1].key == "%"
}
