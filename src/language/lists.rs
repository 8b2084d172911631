//! Lists of words and phrases that a room reads a language with: a text beside the room, `…-en.txt`.
//!
//! `[name: what it is for]` begins a list. Its lines are phrases, or rows of single words, as the room that asks for it
//! reads them. A line that begins with `#` says something to whoever edits the list.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists of one text, read when the first is asked for.
pub struct Lists {
    text: &'static str,
    read: OnceLock<HashMap<&'static str, List>>,
}

/// The lines under one heading.
#[derive(Debug, Default)]
pub struct List {
    lines: Vec<&'static str>,
    words: Vec<&'static str>,
}

static NONE: List = List {
    lines: Vec::new(),
    words: Vec::new(),
};

impl Lists {
    /// The lists of a text.
    pub const fn of(text: &'static str) -> Self {
        Lists {
            text,
            read: OnceLock::new(),
        }
    }

    /// The list of that name; nothing where there is none, which a run of the tests does not let pass.
    pub fn list(&self, name: &str) -> &List {
        let found = self.all().get(name);
        debug_assert!(found.is_some(), "no list is called `{name}`");
        found.unwrap_or(&NONE)
    }

    fn all(&self) -> &HashMap<&'static str, List> {
        self.read.get_or_init(|| {
            let mut all: HashMap<&str, List> = HashMap::new();
            let mut name = "";
            for line in self.text.lines().map(str::trim) {
                if let Some(heading) = line.strip_prefix('[') {
                    name = heading.split([':', ']']).next().unwrap_or_default();
                } else if !line.is_empty() && !line.starts_with('#') {
                    let list = all.entry(name).or_default();
                    list.lines.push(line);
                    list.words.extend(line.split_whitespace());
                }
            }
            all
        })
    }
}

impl List {
    /// Its phrases, a line each.
    pub fn lines(&self) -> impl Iterator<Item = &'static str> {
        self.lines.iter().copied()
    }

    /// Its words, whichever line they stand on.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.iter().copied()
    }

    /// Whether one of its words is this.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_begins_a_list_of_words_or_phrases() {
        static LISTS: Lists =
            Lists::of("# Words.\n\n[after: what follows]\n# not this\nin at\non\n\n[of, or by]\nout of\n");
        assert!(LISTS.list("after").has("on") && !LISTS.list("after").has("not"));
        assert_eq!(LISTS.list("of, or by").lines().collect::<Vec<_>>(), ["out of"]);
        assert_eq!(LISTS.list("after").words().count(), 3);
    }

    /// Every text with headings, in every room: a file beside it says each of its names.
    #[test]
    fn every_list_is_asked_for_beside_it() {
        let mut rooms = vec![concat!(env!("CARGO_MANIFEST_DIR"), "/src").into()];
        let mut read = 0;
        while let Some(room) = rooms.pop() {
            let (mut code, mut asked) = (String::new(), Vec::new());
            for entry in std::fs::read_dir::<std::path::PathBuf>(room).expect("a room") {
                let path = entry.expect("a file").path();
                let text = || std::fs::read_to_string(&path).expect("a text");
                match path.extension().and_then(|extension| extension.to_str()) {
                    None => rooms.push(path),
                    Some("rs") => code.push_str(&text()),
                    Some("txt") => asked.push(text()),
                    Some(_) => {}
                }
            }
            for line in asked.iter().flat_map(|text| text.lines()) {
                if let Some(heading) = line.strip_prefix('[') {
                    let name = heading.split([':', ']']).next().unwrap_or_default();
                    assert!(code.contains(&format!("\"{name}\"")), "nothing asks for `{name}`");
                    read += 1;
                }
            }
        }
        assert!(read > 100, "{read}");
    }
}
