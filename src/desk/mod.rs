//! The desk: where finished notices are put down – whole or not at all, and nothing that did not change.

mod digest;
mod kept;
mod lock;
mod manifest;
mod place;
mod public;
mod staged;
mod stale;

pub use digest::Digest;
pub use kept::Kept;
pub use lock::Lock;
pub use manifest::{Manifest, Output};
pub use place::OutFolder;
pub use public::{PublicFolder, Standing};
pub use staged::{Written, write_open, write_together};
pub use stale::{Stale, clear};
