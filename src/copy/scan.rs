//! Where a word begins and ends in plain characters, and what of it is compared.

use super::plain::Plain;
use super::word::Whose;

/// The end of the word that begins at `at`; `at` itself where none does.
pub fn end_of(plain: &[Plain], at: usize, whose: Whose, after_number: bool) -> usize {
    let text = Text(plain);
    if let Some(end) = text.address(at) {
        return end;
    }
    let sign = matches!(text.at(at), Some('-' | '+')) && text.opens(at);
    let unsigned = at + usize::from(sign);
    if text.is_digit(unsigned) {
        return text.number(unsigned, whose);
    }
    if text.is_currency(unsigned) && (!sign || text.is_digit(text.past_emphasis(unsigned + 1))) {
        return unsigned + 1;
    }
    match text.at(at) {
        Some('%' | '±') => at + 1,
        Some(first) if first.is_alphanumeric() => {
            if after_number && let Some(end) = text.half_day(at) {
                return end;
            }
            let end = text.letters(at);
            text.per_cent(at, end).unwrap_or(end)
        }
        _ => at,
    }
}

struct Text<'p>(&'p [Plain]);

impl Text<'_> {
    fn at(&self, at: usize) -> Option<char> {
        self.0.get(at).map(|plain| plain.c)
    }

    fn is_digit(&self, at: usize) -> bool {
        self.at(at).is_some_and(|c| c.is_ascii_digit())
    }

    fn is_currency(&self, at: usize) -> bool {
        matches!(self.at(at), Some('£' | '$' | '€'))
    }

    fn past_emphasis(&self, at: usize) -> usize {
        let marks = |plain: &&Plain| matches!(plain.c, '*' | '_');
        at + self.0[at.min(self.0.len())..].iter().take_while(marks).count()
    }

    fn is_letter(&self, at: usize) -> bool {
        self.at(at).is_some_and(char::is_alphanumeric)
    }

    /// Whether a minus or plus at `at` is a sign: it joins nothing before it. Emphasis that closes there ended a word.
    fn opens(&self, at: usize) -> bool {
        let before = self.0[..at]
            .iter()
            .rev()
            .find(|plain| !matches!(plain.c, '*' | '_'));
        before.is_none_or(|plain| !(plain.c.is_alphanumeric() || ")%-+".contains(plain.c)))
    }

    fn number(&self, at: usize, whose: Whose) -> usize {
        let mut end = at;
        // Digits since the number's start or the last space inside it.
        let mut group = 0;
        loop {
            if self.is_digit(end) {
                end += 1;
                group += 1;
            } else if matches!(self.at(end), Some(',' | '.' | ':' | '/')) && self.is_digit(end + 1) {
                end += 1;
                group = 4;
            } else if whose == Whose::Ours && group <= 3 && self.is_thousands_gap(end) {
                end += 1;
                group = 0;
            } else {
                break;
            }
        }
        // A postcode's half, `78m`, `12th`; but `8:30am` is two words, as `8:30 a.m.` is.
        if self.is_letter(end) && self.half_day(end).is_none() {
            end = self.letters(end);
        }
        end
    }

    /// A narrow or non-breaking space before exactly three digits; in the plain form it has become a space.
    fn is_thousands_gap(&self, at: usize) -> bool {
        let wide = self
            .0
            .get(at)
            .is_some_and(|gap| gap.c == ' ' && gap.range.len() > 1);
        wide && (1..=3).all(|next| self.is_digit(at + next)) && !self.is_digit(at + 4)
    }

    fn letters(&self, at: usize) -> usize {
        let within = |index: usize| {
            self.is_letter(index)
                || (self.at(index) == Some('\'') && self.at(index + 1).is_some_and(char::is_alphabetic))
        };
        (at..).find(|index| !within(*index)).unwrap_or(at)
    }

    /// The end of `a.m.` or `pm` at `at`.
    fn half_day(&self, at: usize) -> Option<usize> {
        let point = |at: usize| at + usize::from(self.at(at) == Some('.'));
        let is = |at: usize, letters: &str| self.at(at).is_some_and(|c| letters.contains(c));
        let second = is(at, "aApP").then(|| point(at + 1))?;
        let end = is(second, "mM").then_some(second + 1)?;
        let dotted = second > at + 1;
        (!self.is_letter(end)).then(|| if dotted { point(end) } else { end })
    }

    /// The end of `per cent`, two words that are one unit, where `at..end` is the first.
    fn per_cent(&self, at: usize, end: usize) -> Option<usize> {
        let is = |at: usize, end: usize, word: &str| {
            let chars = self.0.get(at..end).unwrap_or_default();
            chars.len() == word.len()
                && chars
                    .iter()
                    .zip(word.chars())
                    .all(|(plain, c)| plain.c.to_ascii_lowercase() == c)
        };
        let gap = self.0[end.min(self.0.len())..]
            .iter()
            .take_while(|plain| plain.c.is_whitespace() || matches!(plain.c, '-' | '>'))
            .count();
        let second = end + gap;
        let stop = second + 4;
        (gap > 0 && is(at, end, "per") && is(second, stop, "cent") && !self.is_letter(stop)).then_some(stop)
    }

    /// The end of the address that begins at `at`.
    fn address(&self, at: usize) -> Option<usize> {
        if !self.is_letter(at) {
            return None;
        }
        let run = self.0[at..]
            .iter()
            .take_while(|plain| !plain.c.is_whitespace() && !"<>()[]|\"“”*".contains(plain.c))
            .count();
        let trailing = self.0[at..at + run]
            .iter()
            .rev()
            .take_while(|plain| ".,;:!?'_".contains(plain.c))
            .count();
        let end = at + run - trailing;
        let chars = &self.0[at..end];
        // Asked at every word: most hold neither.
        if !chars.iter().any(|plain| matches!(plain.c, '@' | '/' | '.')) {
            return None;
        }
        let text: String = chars.iter().map(|plain| plain.c).collect();
        is_address(&text).then_some(end)
    }
}

/// Whether a word is a web or e-mail address.
pub fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mail = || {
        text.split_once('@').is_some_and(|(name, host)| {
            name.ends_with(|c: char| c.is_alphanumeric()) && host.starts_with(|c: char| c.is_alphanumeric())
        })
    };
    let bare = || {
        text.split_once('/').is_some_and(|(host, _)| {
            let mut labels = host.rsplit('.');
            let name = |label: &str| label.len() > 1 && label.bytes().all(|b| b.is_ascii_lowercase());
            labels.next().is_some_and(name) && labels.next().is_some_and(|label| label.len() > 1)
        })
    };
    lower.contains("://") || (lower.starts_with("www.") && lower.len() > 4) || mail() || bare()
}

/// What is compared of an address: neither its scheme nor a stroke at its end.
pub fn address_key(lower: &str) -> String {
    let bare = ["https://", "http://", "mailto:"]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme))
        .unwrap_or(lower);
    bare.trim_end_matches('/').to_owned()
}

/// What is compared of a number: neither the marks between its thousands nor an ordinal's ending. A comma that parts
/// no thousands stays: `7,8` is not 78.
pub fn number_key(lower: &str) -> String {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending))
        .filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(lower);
    let number = number.replace(' ', "");
    let whole = number.split('.').next().unwrap_or_default();
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3 && digits(group)) {
        number.replace(',', "")
    } else {
        number
    }
}
