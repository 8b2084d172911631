//! Places: a range of bytes in one source file, and the line and column a person reads.

use std::sync::OnceLock;

/// Which file of a [`Sources`] a place is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes of one source file. Small and `Copy`: every value carries one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Place {
    /// The range `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Place {
            file,
            start: narrow(start),
            end: narrow(end.max(start)),
        }
    }
}

/// A line and column as editors count them: both from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters (not bytes).
    pub column: usize,
}

/// One source file: its path as printed and its text without a byte-order mark.
#[derive(Debug)]
pub struct Source {
    path: String,
    text: String,
    lines: OnceLock<Vec<u32>>,
}

impl Source {
    /// `path` is relative to the office folder, with `/` between its parts.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// The path as printed.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, without a byte-order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(breaks.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)))
                .collect()
        })
    }

    /// The line and column of a byte offset; an offset inside a character counts as its start.
    pub fn position(&self, offset: u32) -> Position {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let start = starts[line - 1] as usize;
        let mut end = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        Position {
            line,
            column: self.text[start.min(end)..end].chars().count() + 1,
        }
    }
}

/// All source files of a run, by [`FileId`].
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Takes in a file and returns its id.
    pub fn add(&mut self, source: Source) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(source);
        id
    }

    /// The file of `id`.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Every file with its id, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The exact text of a place.
    pub fn text(&self, place: Place) -> &str {
        self.get(place.file)
            .text()
            .get(place.start as usize..place.end as usize)
            .unwrap_or_default()
    }

    /// The line and column where a place starts.
    pub fn position(&self, place: Place) -> Position {
        self.get(place.file).position(place.start)
    }

    /// `data/notices/x.yaml:12:7`, as every message prints it.
    pub fn cite(&self, place: Place) -> String {
        let Position { line, column } = self.position(place);
        format!("{}:{line}:{column}", self.get(place.file).path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_follow_crlf() {
        let source = Source::new("a.yaml", "dŵr: x\r\ny: ŵŵ z\r\n");
        assert_eq!(source.position(6), Position { line: 1, column: 6 });
        let z = source.text().find('z').expect("there") as u32;
        assert_eq!(source.position(z), Position { line: 2, column: 7 });
    }
}
