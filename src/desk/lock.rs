//! `data/notices.lock`: a digest per notice and format, committed, so that a change of any notice is seen in review.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::exit::Failure;

const HEAD: &str = "\
# Written by `pressroom build`; do not edit. One line a notice and format: the SHA-256 of its embargoed edition.
# Commit it: `pressroom build --check` says which notices would come out otherwise. A short text can be guessed from
# its digest, so an office with embargoed work belongs in a private repository.
";

/// The lock: notice and format (`series/area.html`) to digest, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    entries: BTreeMap<(String, String), String>,
}

impl Lock {
    /// Where the lock of the office at `home` stands.
    pub fn place(home: &Path) -> PathBuf {
        home.join("data/notices.lock")
    }

    /// Reads the lock, and the numbers of the lines that are none of a lock (a merge left its marks, say); `None` where
    /// there is no lock.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(home: &Path) -> Result<Option<(Lock, Vec<usize>)>, Failure> {
        let place = Lock::place(home);
        let bytes = match fs::read(&place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Failure::at("read", &place, &error)),
        };
        Ok(Some(Lock::parse(&String::from_utf8_lossy(&bytes))))
    }

    fn parse(text: &str) -> (Lock, Vec<usize>) {
        let mut lock = Lock::default();
        let mut spoilt = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match entry(line) {
                Some((notice, format, digest)) => lock.set(notice, format, digest.to_owned()),
                None => spoilt.push(number + 1),
            }
        }
        (lock, spoilt)
    }

    /// Sets the digest of a notice's format.
    pub fn set(&mut self, notice: &str, format: &str, digest: String) {
        self.entries
            .insert((notice.to_owned(), format.to_owned()), digest);
    }

    /// The digest of a notice's format.
    pub fn get(&self, notice: &str, format: &str) -> Option<&str> {
        self.entries
            .get(&(notice.to_owned(), format.to_owned()))
            .map(String::as_str)
    }

    /// Drops entries that `keep` does not want.
    pub fn retain(&mut self, keep: impl Fn(&str, &str) -> bool) {
        self.entries.retain(|(notice, format), _| keep(notice, format));
    }

    /// The notices and formats, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries
            .keys()
            .map(|(notice, format)| (notice.as_str(), format.as_str()))
    }

    /// The file's text.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for ((notice, format), digest) in &self.entries {
            text.push_str(&format!("{notice}.{format}: {digest}\n"));
        }
        text
    }
}

/// `series/area.html: 9f…` in its parts.
fn entry(line: &str) -> Option<(&str, &str, &str)> {
    let (name, digest) = line.split_once(": ")?;
    let (notice, format) = name.rsplit_once('.')?;
    let hexadecimal = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    (hexadecimal && !notice.is_empty()).then_some((notice, format, digest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_that_are_none_are_counted_from_one() {
        let text = "# head\n<<<<<<< ours\na.md: 00\n=======\n";
        assert_eq!(Lock::parse(text).1, [2, 3, 4]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(entries in prop::collection::btree_map(
            ("[a-z][a-z0-9-]{0,8}(/[a-z][a-z0-9-]{0,8})?", "md|html|txt"), "[0-9a-f]{64}", 0..12,
        )) {
            let lock = Lock { entries };
            prop_assert_eq!(Lock::parse(&lock.text()), (lock, Vec::new()));
        }
    }
}
