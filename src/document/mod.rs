//! Files as an author hands them in: read up to a size, as UTF-8, and as TOML with places, its syntax
//! errors in plain words and its values read by the type that is wanted.
//!
//! It knows TOML and nothing of what the keys mean.

pub mod below;
mod closed;
mod decode;
pub mod difference;
mod earlier;
pub mod edit;
pub mod encoding;
mod explain;
pub mod file;
pub mod heads;
mod meant;
mod mended;
pub mod messages;
mod node;
mod parsed;
pub mod portable;
mod quotes;
mod quoting;
pub mod raw;
mod remedy;
pub mod same_name;
pub mod shape;
mod signs;
mod syntax;
mod unclosed;

pub use mended::{Mended, Slip};
pub use node::{LAST_YEAR, MOST_PROBLEMS, Node, Table};
pub use parsed::{Document, readable};
pub use quoting::{listing, nearest, quoted};
