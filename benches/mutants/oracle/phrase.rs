//! What a claim's words say: a small reading of the phrases that the fixtures and operators use.

use super::{How, Says, Way};

/// What `words` say; `beside` tells whether there is something to hold the figure against, `unsaid` the direction that
/// stands elsewhere in the sentence, `margin` whether the figure is a change with an interval. `None`: unreadable.
pub fn read(words: &str, beside: bool, unsaid: &str, margin: bool) -> Option<Says> {
    let text = plain(words);
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")));
    if let Some(rest) = text.strip_prefix(" not no ") {
        let denied = read(&format!("no {rest}"), beside, unsaid, margin)?;
        return Some(Says::Not(Box::new(denied)));
    }
    if has(&[
        "no clear change",
        "not a significant change",
        "no significant change",
        "not statistically significant",
        "little changed",
    ]) {
        return Some(Says::Change(Way::Even));
    }
    if has(&["no more than"]) {
        return Some(Says::Not(Box::new(Says::Side(Way::Up, How::Any))));
    }
    if let Some(rest) = text.strip_prefix(" not ").or(text.strip_prefix(" no longer ")) {
        return Some(Says::Not(Box::new(read(rest, beside, unsaid, margin)?)));
    }
    let ranked = has(&["second", "third", "joint"]);
    if ranked && (has(&["rating", "judgement", "record", "on record"]) || text.contains(" since ")) {
        // "The second lowest since 1974": this reading knows no such thing.
        return None;
    }
    if has(&[
        "highest rating",
        "top rating",
        "highest judgement",
        "top judgement",
    ]) {
        return Some(Says::Scale(true));
    }
    if has(&["lowest rating", "bottom rating", "lowest judgement"]) {
        return Some(Says::Scale(false));
    }
    let top = has(&["highest", "largest", "best", "high", "most numerous"]);
    let bottom = has(&["lowest", "smallest", "worst", "low", "fewest"]);
    if has(&["record high", "record low", "on record"]) {
        return Some(Says::Record(top, None));
    }
    if let Some((_, year)) = text.split_once(" since ")
        && let Ok(year) = year.trim().parse()
    {
        return Some(Says::Record(top, Some(year)));
    }
    if has(&["any other"]) {
        return Some(Says::Rank(side(&text)? == Way::Up, 1, false));
    }
    if has(&["in all", "in total", "altogether"]) {
        return Some(Says::Sum);
    }
    if let Some(way) = side(&text).or(side(&format!(" {unsaid} ")))
        && let Some(says) = rows(&text, way)
    {
        return Some(says);
    }
    if let Some((over, under)) = fraction(&text) {
        let (way, how) = toward(&text);
        return Some(Says::Share(way, how, over, under));
    }
    if has(&["most", "majority", "most reports"]) && !has(&["most numerous"]) {
        return Some(Says::Share(Way::Up, How::Any, 1, 2));
    }
    if has(&["minority"]) {
        return Some(Says::Share(Way::Down, How::Any, 1, 2));
    }
    if (top || bottom) && side(&text).is_none() {
        let nth = if has(&["second"]) {
            2
        } else if has(&["third"]) {
            3
        } else {
            1
        };
        return Some(Says::Rank(top, nth, has(&["joint"])));
    }
    if has(&["doubled"]) {
        return Some(Says::Times(2, 1, has(&["more than doubled"])));
    }
    if has(&["trebled"]) {
        return Some(Says::Times(3, 1, has(&["more than trebled"])));
    }
    if has(&["halved"]) {
        return Some(Says::Times(1, 2, has(&["more than halved"])));
    }
    if has(&["improved", "improvement", "better"]) {
        return Some(Says::Better(true));
    }
    if has(&["worsened", "deteriorated", "got worse", "worse", "a decline"]) {
        return Some(Says::Better(false));
    }
    if has(&["revised up", "revised upwards"]) {
        return Some(Says::RevisedTo(Way::Up));
    }
    if has(&["revised down", "revised downwards"]) {
        return Some(Says::RevisedTo(Way::Down));
    }
    if has(&["revised"]) {
        return Some(Says::Revised);
    }
    let moved = if has(&[
        "rose",
        "increased",
        "grew",
        "went up",
        "increase",
        "was up",
        "up from",
        "climbed",
        "edged up",
        "gone up",
        "quickened",
        "a rise",
        "up",
    ]) {
        Some(Way::Up)
    } else if has(&[
        "fell",
        "decreased",
        "went down",
        "decrease",
        "was down",
        "down from",
        "fewer",
        "declined",
        "slipped",
        "dropped",
        "a drop",
        "a fall",
        "significant fall",
        "fallen",
        "edged down",
        "eased",
        "slowed",
        "down",
    ]) {
        Some(Way::Down)
    } else if has(&["unchanged"]) {
        Some(Way::Even)
    } else {
        None
    };
    if let Some(way) = moved {
        return Some(if margin && !beside {
            Says::Change(way)
        } else {
            Says::Moved(way)
        });
    }
    let how = if has(&["just", "slightly", "marginally", "a little"]) {
        How::Just
    } else if has(&["well", "far", "much"]) {
        How::Well
    } else if has(&["in line"]) {
        How::About
    } else {
        How::Any
    };
    let way = side(&text)?;
    if way == Way::Even && (bottom || text.contains("second")) {
        // "Equal to the lowest": of what, this reading cannot tell.
        return None;
    }
    Some(Says::Side(way, how))
}

/// Whether words that are true of the way say how far it went: "edged down".
pub fn says_how_far(words: &str) -> bool {
    plain(words).contains("edged ")
}

/// Lower case, without expressions, one space between and around the words.
fn plain(words: &str) -> String {
    let mut text = String::new();
    let mut rest = words;
    while let Some(at) = rest.find("{{") {
        text.push_str(&rest[..at]);
        rest = rest[at..].find("}}").map_or("", |end| &rest[at + end + 2..]);
    }
    text.push_str(rest);
    let words: Vec<&str> = text.split_whitespace().collect();
    format!(" {} ", words.join(" ").to_lowercase().replace(',', ""))
}

fn side(text: &str) -> Option<Way> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(&format!(" {phrase} ")));
    if has(&[
        "above",
        "higher",
        "higher than",
        "exceeded",
        "more often than",
        "more numerous",
        "more than",
        "ahead of",
    ]) {
        Some(Way::Up)
    } else if has(&[
        "below",
        "lower",
        "lower than",
        "less often than",
        "short of",
        "fewer than",
    ]) {
        Some(Way::Down)
    } else if has(&[
        "equal to",
        "the same as",
        "the same number as",
        "as many as",
        "in line with",
        "level with",
    ]) {
        Some(Way::Even)
    } else {
        None
    }
}

/// `two of the three`, `all three`, `every`, `most`, `none`.
fn rows(text: &str, way: Way) -> Option<Says> {
    let words: Vec<&str> = text.split_whitespace().collect();
    for window in words.windows(2) {
        if let [first, "of"] = window
            && let Some(count) = number(first)
        {
            let of = words.iter().filter_map(|word| number(word)).nth(1);
            return Some(Says::Rows(count, of, way));
        }
    }
    match words.first()? {
        &"all" | &"every" => Some(Says::All(way)),
        &"most" => Some(Says::MostRows(way)),
        &"none" => Some(Says::Rows(0, None, way)),
        _ => words.contains(&"all").then_some(Says::All(way)),
    }
}

/// `three-quarters`, `a third`, `one in five`, `half`.
fn fraction(text: &str) -> Option<(u64, u64)> {
    let text = text.replace('-', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let part = |word: &str| match word.trim_end_matches('s') {
        "half" => Some(2),
        "third" => Some(3),
        "quarter" => Some(4),
        "fifth" => Some(5),
        "tenth" => Some(10),
        _ => None,
    };
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| words[at]);
        // "The quarter before" is a time.
        if let Some(under) = part(word).filter(|_| before != Some("the")) {
            let over = before.and_then(|word| if word == "a" { Some(1) } else { number(word) });
            return Some((over.unwrap_or(1), under));
        }
        if *word == "in"
            && let (Some(over), Some(under)) =
                (before.and_then(number), words.get(at + 1).and_then(|w| number(w)))
        {
            return Some((over, under));
        }
    }
    None
}

fn toward(text: &str) -> (Way, How) {
    let has = |phrase: &str| text.contains(&format!(" {phrase} "));
    if has("just over") || has("slightly more than") {
        (Way::Up, How::Just)
    } else if has("nearly") || has("almost") || has("slightly less than") || has("just under") {
        (Way::Down, How::Just)
    } else if has("more than") || has("over") {
        (Way::Up, How::Any)
    } else if has("less than") || has("fewer than") || has("under") {
        (Way::Down, How::Any)
    } else if has("exactly") || has("precisely") {
        (Way::Even, How::Any)
    } else {
        (Way::Even, How::About)
    }
}

fn number(word: &str) -> Option<u64> {
    let words = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let at = words.iter().position(|known| *known == word)?;
    u64::try_from(at).ok()
}
