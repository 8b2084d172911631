//! The press office folder as typed data, every value with its place in the YAML.
//!
//! One file a document kind; the reading itself is in [`yaml`].

mod forms;
pub mod inspection;
pub mod notice;
pub mod organisation;
mod placed;
pub mod programme;
mod schema;
pub mod yaml;

pub use inspection::Inspection;
pub use notice::Notice;
pub use organisation::Organisation;
pub use placed::{Named, Placed, Scalar, Text};
pub use programme::Programme;
pub use schema::schema;
