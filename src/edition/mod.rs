//! Pages → files: one module an edition, and what can be had beside them.
//!
//! An edition knows how its file is exported; it never reads the manifest's texts.

pub mod emit;
pub mod file;
pub mod picture;
pub mod print;
pub mod report;
pub mod screen;
