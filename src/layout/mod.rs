//! Layouts: finding one by name, reading its `layout.toml` and its files.
//!
//! A layout is a folder `layouts/NAME`, next to the manifest or built into the program. This room
//! knows nothing of an issue's text, and runs no Typst.

pub mod colors;
mod described;
mod files;
mod find;
mod identifier;
pub mod length;
mod listing;
pub mod messages;
mod modules;
mod read;
mod reading;
pub mod spec;
pub mod spots;

pub use files::Files;
pub use find::{BuiltIn, built_in, files, find};
pub use listing::{Available, all};

#[cfg(test)]
mod tests;
