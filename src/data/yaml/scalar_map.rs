//! From offsets in a scalar's decoded text to offsets in its file.

use super::spelling::{Piece, block, double_quoted, plain, single_quoted};
use crate::finding::{FileId, Place, Sources};

/// From offsets in a scalar's decoded text to offsets in its file, exact for every style of scalar.
#[derive(Debug, Clone)]
pub struct ScalarMap {
    /// Ascending and without gaps in the decoded text; empty where nothing is known but the start.
    pieces: Vec<Piece>,
    start: u32,
    end: u32,
}

impl ScalarMap {
    /// The map of the scalar at `place` whose decoded text is `decoded`. Where the source does not decode to that
    /// text every offset maps to the scalar's start.
    pub fn new(sources: &Sources, place: Place, decoded: &str) -> Self {
        let text = sources.get(place.file).text();
        let (start, end) = (place.start as usize, place.end as usize);
        let styles = [double_quoted, single_quoted, block, |text: &str, start, end| {
            Some(plain(text, start, end))
        }];
        let spelt = text.get(start..end).and_then(|_| {
            styles
                .iter()
                .filter_map(|style| style(text, start, end))
                .find(|spelt| spelt.text == decoded)
        });
        ScalarMap {
            pieces: spelt.map(|spelt| spelt.pieces).unwrap_or_default(),
            start: place.start,
            end: place.end,
        }
    }

    fn piece(&self, decoded: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.decoded <= decoded);
        self.pieces.get(after.checked_sub(1)?).copied()
    }

    /// The file offset of a decoded offset; that of the end for an offset at or beyond the end.
    pub fn source(&self, decoded: usize) -> u32 {
        let decoded = u32::try_from(decoded).unwrap_or(u32::MAX);
        let Some(piece) = self.piece(decoded) else {
            return self.start;
        };
        let within = decoded - piece.decoded;
        if within >= piece.decoded_length {
            piece.source + piece.source_length
        } else if piece.decoded_length == piece.source_length {
            piece.source + within
        } else {
            piece.source
        }
    }

    /// Where the stretch of decoded text that stands unbroken in the file, and begins before `decoded`, ends.
    pub fn stretch_end(&self, decoded: usize) -> usize {
        let at = u32::try_from(decoded).unwrap_or(u32::MAX);
        self.piece(at)
            .map_or(decoded + 1, |piece| {
                (piece.decoded + piece.decoded_length) as usize
            })
            .max(decoded + 1)
    }

    /// The place in the file of a decoded range: an escape, or a folded line break, as a whole.
    pub fn place(&self, file: FileId, range: std::ops::Range<usize>) -> Place {
        let start = self.source(range.start);
        let end = if range.end > range.start {
            let last = u32::try_from(range.end - 1).unwrap_or(u32::MAX);
            match self.piece(last) {
                Some(piece) if piece.decoded_length == piece.source_length => self.source(range.end - 1) + 1,
                Some(piece) => piece.source + piece.source_length,
                None => self.end,
            }
        } else {
            start
        };
        Place {
            file,
            start,
            end: end.max(start),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parse::parse;
    use super::super::tree::Kind;
    use super::*;
    use crate::finding::Source;

    /// The scalar under the first key of `yaml`, with its map.
    fn scalar(yaml: &str) -> (Sources, Place, String, ScalarMap) {
        let mut sources = Sources::default();
        let file = sources.add(Source::new("a.yaml", yaml));
        let mut findings = Vec::new();
        let tree = parse(&sources, file, &mut findings).unwrap_or_else(|| panic!("{findings:?} in {yaml:?}"));
        let Kind::Mapping(entries) = &tree.node(tree.root().expect("one")).kind else {
            panic!("a mapping")
        };
        let node = tree.node(entries[0].value);
        let Kind::Scalar { text, .. } = &node.kind else {
            panic!("a scalar")
        };
        let map = ScalarMap::new(&sources, node.place, text);
        (sources, node.place, text.clone(), map)
    }

    /// Every decoded character that stands as itself in the source is found there; those that do not are listed.
    fn others(yaml: &str) -> Vec<(char, String)> {
        let (sources, place, text, map) = scalar(yaml);
        let mut others = Vec::new();
        for (at, letter) in text.char_indices() {
            let found = sources.text(map.place(place.file, at..at + letter.len_utf8()));
            if found != letter.to_string() {
                others.push((letter, found.to_owned()));
            }
        }
        others
    }

    #[test]
    fn every_style_maps_to_its_bytes() {
        let cases: &[(&str, &[(char, &str)])] = &[
            ("k: ŵ {{ x }}\n", &[]),
            ("k: ŵ ab\n   cd\n\n\n   {{ x }}  \n", &[(' ', "\n")]),
            ("k:\n  ŵ ab\r\n  {{ x }}\r\n", &[(' ', "\r\n")]),
            ("k: 'it''s\n   {{ x }}'\n", &[('\'', "''"), (' ', "\n")]),
            (
                "k: \"a\\u0175 \\\"{{ x }}\\\" \\\n    b\\tc\n\n  d \\\n\n  \\x41 \\U0001F600\"\n",
                &[
                    ('ŵ', "\\u0175"),
                    ('"', "\\\""),
                    ('"', "\\\""),
                    ('\t', "\\t"),
                    ('A', "\\x41"),
                    ('😀', "\\U0001F600"),
                ],
            ),
            ("k: |\n  ŵ {{ x }}\n\n    more\n  end\nz: 1\n", &[]),
            (
                "k: |\r\n  ŵ {{ x }}\r\n\r\n  end\r\n",
                &[('\n', "\r\n"), ('\n', "\r\n"), ('\n', "\r\n")],
            ),
            ("k: |-\n\n  {{ x }}\n  end\n\n\nz: 1\n", &[]),
            ("k: |+\n  {{ x }}\n\n\nz: 1\n", &[]),
            ("k: |2 # why\n    {{ x }}\n   end\n", &[]),
            ("k: |1-\n  {{ x }}\n", &[]),
            (
                "k: >\n  ab\n  {{ x }}\n\n  ef\n\n    gh\n    ij\n  kl\n",
                &[(' ', "\n")],
            ),
            ("k: >-\n\n  \"ab\n  cd\"\n\n", &[(' ', "\n")]),
            ("k: |\n  ends without a break", &[('\n', "")]),
            ("k: # see |\n  plain\n", &[]),
        ];
        for (yaml, expected) in cases {
            let expected: Vec<_> = expected
                .iter()
                .map(|(letter, found)| (*letter, (*found).to_owned()))
                .collect();
            assert_eq!(others(yaml), expected, "{yaml:?}");
        }
    }

    /// The text in each style of which every character stands as itself in the source.
    fn styles(text: &str, line_break: &str) -> Vec<String> {
        let indented = |indent: &str| {
            text.lines()
                .map(|line| {
                    if line.is_empty() {
                        String::new()
                    } else {
                        format!("{indent}{line}")
                    }
                })
                .collect::<Vec<_>>()
                .join(line_break)
        };
        let folded = text.replace('\n', &format!("{line_break}{line_break}  "));
        vec![
            format!(
                "k: |{line_break}  x{line_break}{}{line_break}z: 1",
                indented("  ")
            ),
            format!("k: |-{line_break}   x{line_break}{}", indented("   ")),
            format!("k: >{line_break}  x{line_break}{}{line_break}", indented("  ")),
            format!("k: 'x {}'", folded.replace('\'', "''")),
            format!("k: \"x {}\"", folded.replace('\\', "\\\\").replace('"', "\\\"")),
        ]
    }

    proptest! {
        #[test]
        fn each_character_maps_to_itself(
            text in "([a-zŵé{}%'\"\\\\#:😀-]{1,6}( [a-zŵ{}%'\"\\\\#:]{1,5}){0,3}\n{0,3}){1,6}",
            crlf in any::<bool>(),
        ) {
            let line_break = if crlf { "\r\n" } else { "\n" };
            for yaml in styles(text.trim_end(), line_break) {
                for (letter, found) in others(&yaml) {
                    let fine = matches!(
                        (letter, found.as_str()),
                        (' ', "\n" | "\r\n") | ('\n', "\r\n" | "") | ('\'', "''") | ('"', "\\\"") | ('\\', "\\\\")
                    );
                    prop_assert!(fine, "{letter:?} is {found:?} in {yaml:?}");
                }
            }
        }

        /// Whatever the parser reads, the map decodes to the same: nothing falls back to the scalar's start.
        #[test]
        fn whatever_the_parser_reads_is_mapped(
            header in "(\\||>)[+-]?( # why \\|)?\n|(\\||>)[1-3][+-]?\n|[\"']|",
            body in "( {0,4}[ab\t:#'\"ŵ-]{0,3}[ \t]{0,2}\n{1,2}){1,6}",
            crlf in any::<bool>(),
            in_list in any::<bool>(),
        ) {
            let close = if header.len() == 1 { header.as_str() } else { "" };
            let lead = if in_list { "k:\n- " } else { "k: " };
            let mut yaml = format!("{lead}{header}{}{close}", body.replace('\n', "\n  "));
            if crlf {
                yaml = yaml.replace('\n', "\r\n");
            }
            let mut sources = Sources::default();
            let file = sources.add(Source::new("a.yaml", yaml.as_str()));
            let Some(tree) = parse(&sources, file, &mut Vec::new()) else { return Ok(()) };
            for node in &tree.nodes {
                let Kind::Scalar { text, .. } = &node.kind else { continue };
                let map = ScalarMap::new(&sources, node.place, text);
                prop_assert!(text.trim().is_empty() || !map.pieces.is_empty(), "{text:?} in {yaml:?}");
            }
        }
    }
}
