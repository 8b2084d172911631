//! The digest and length of a file.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 and length of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    sha256: [u8; 32],
    /// The length, in bytes.
    pub length: u64,
}

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest {
            sha256: Sha256::digest(bytes).into(),
            length: bytes.len() as u64,
        }
    }
}

impl fmt::Display for Digest {
    /// 64 hexadecimal digits.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sha256.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}
